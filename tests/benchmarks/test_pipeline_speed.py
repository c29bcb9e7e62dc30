"""How fast the English pipeline reads, beside the bare network: words a second of one thread, and their ratio.

Seconds are those of the processor: it works in one thread, and other programs shall not count.
"""

import time
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from kg.nlp.english.network import Network
from kg.nlp.english.reader import WINDOW_WORDS
from kg.nlp.pipeline import load
from kg.resources import package_file

EXAMPLES = Path(__file__).parents[2] / "examples"
MIN_RATIO, MIN_WORDS_PER_SECOND, MAX_SECONDS_TO_LOAD = 0.7, 5000, 2.0

pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def texts():
    return [(EXAMPLES / name).read_text("utf-8") for name in ("aircraft-plot-wire.txt", "melbourne-release.md")] * 10


def seconds(work):
    began = time.thread_time()
    work()
    return time.thread_time() - began


def windows(docs):
    """What the pipeline gives to the network, cut at full size: no window is read twice, nothing is decoded."""
    for doc in docs:
        words = [token.text for token in doc if not token.is_space]
        cuts = [*range(0, len(words), WINDOW_WORDS), len(words)]
        yield from (words[start:end] for start, end in pairwise(cuts) if end > start)


def test_the_pipeline_costs_little_more_than_its_network(texts, capsys):
    nlp, network = load(), Network(package_file("nlp", "model"))
    docs = list(nlp.pipe(texts[:2]))
    words = sum(not token.is_space for doc in nlp.pipe(texts) for token in doc)
    inputs = [network.feed(network.pieces.window(window)) for window in windows(docs)] * (len(texts) // 2)
    whole = min(seconds(lambda: list(nlp.pipe(texts))) for _ in range(3))
    bare = min(seconds(lambda: [network.run(feed) for feed in inputs]) for _ in range(3))
    with capsys.disabled():
        print(f"\npipeline {words / whole:,.0f} words/s, bare network {words / bare:,.0f} words/s: {bare / whole:.2f}")
    assert bare / whole >= MIN_RATIO
    assert words / whole >= MIN_WORDS_PER_SECOND


def test_the_pipeline_loads_quickly(capsys):
    taken = float(np.median([seconds(load) for _ in range(3)]))
    with capsys.disabled():
        print(f"\npipeline loads in {taken:.2f} s")
    assert taken < MAX_SECONDS_TO_LOAD
