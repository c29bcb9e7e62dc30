"""How much of the processor's time of reading a document is ours, and how much the pipeline's."""

from pathlib import Path
from time import process_time

import pytest

from kg.extract import Reader, extract
from kg.read import ReadOptions, expand, read

FOLDER = Path(__file__).parent.parent / "gold"
SHARE = 0.6  # of the speed of the bare pipeline that reading into records must keep
ROUNDS = 5

pytestmark = pytest.mark.bench


def best(action):
    """The shortest of a few runs, in seconds."""
    times = []
    for _ in range(ROUNDS):
        begun = process_time()
        action()
        times.append(process_time() - begun)
    return min(times)


def test_records_cost_little_more_than_the_pipeline(capsys):
    names = [str(path) for path in sorted(FOLDER.iterdir()) if path.suffix in (".txt", ".html")]
    documents = [item for source in expand(names) for item in read(source, ReadOptions())]
    reader = Reader.load()
    bare = best(lambda: list(reader.nlp.pipe(document.text for document in documents)))
    whole = best(lambda: [extract(document, reader) for document in documents])
    words = sum(len(document.text.split()) for document in documents)
    with capsys.disabled():
        print(f"\npipeline {words / bare:,.0f} words a second, records {words / whole:,.0f}: {bare / whole:.2f} of it")
    assert bare / whole >= SHARE
