"""The resolved graph in, the files of an output folder out: written beside, then moved into place all at once."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kg import __version__, ids
from kg.build.state import MANIFEST, RECORDS, STAMP, Input, to_json
from kg.errors import OutputError
from kg.export import html
from kg.model import Extraction, Graph
from kg.model.record import loads
from kg.rdf import conform, write_nquads, write_turtle
from kg.rdf.conform import Rejected, lines

REJECTED = "rejected.jsonl"
OPTIONAL = frozenset({REJECTED})  # files that a build may have no use for
_BIG = 1 << 20


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """A folder to write into; when all went well its files replace those of the output folder. Raises OutputError."""
    new = folder / f".new-{os.getpid()}"
    try:
        new.mkdir(parents=True)
        yield new
        written = {path.name for path in new.iterdir()}
        for name in sorted(written, key=lambda name: name == STAMP):  # last: without a stamp all is read again
            (new / name).replace(folder / name)
        for name in OPTIONAL - written:
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        if error.filename and not Path(error.filename).is_relative_to(folder):
            raise  # of another file, which was to be read
        raise OutputError(f"{error.filename or folder}: cannot be written: {error.strerror}") from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def write(folder: Path, graph: Graph, inputs: Sequence[Input], stamp: str) -> tuple[Graph, tuple[Rejected, ...]]:
    """Writes everything but the records, which are there. Returns the graph as written and what was set aside."""
    fitting, rejected = conform(graph)
    write_turtle(fitting, folder / "graph.ttl")
    write_nquads(fitting, folder / "graph.nq")
    html.write(fitting, folder / "graph.html")
    if rejected:
        (folder / REJECTED).write_text("".join(lines(rejected)), "utf-8")
    manifest = _manifest(folder, fitting, inputs, rejected)
    (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", "utf-8")
    (folder / STAMP).write_text(f"{stamp}\n", "utf-8")
    return fitting, rejected


def _manifest(folder: Path, graph: Graph, inputs: Sequence[Input], rejected: Sequence[Rejected]) -> Mapping[str, Any]:
    classes = Counter([node.type for node in graph.nodes] + [event.type for event in graph.events])
    return {
        "program": f"plotgraph {__version__}",
        "counts": {"documents": len(graph.documents), "nodes": len(graph.nodes), "events": len(graph.events),
                   "relations": len(graph.relations), "rejected": len(rejected),
                   "failures": sum(len(entry.failures) for entry in inputs)},
        "classes": {name: classes[name] for name in sorted(classes)},
        "outputs": {path.name: _sha256(path) for path in sorted(folder.iterdir())},
        "inputs": [to_json(entry) for entry in inputs],
    }


def _sha256(path: Path) -> str:
    return ids.sha256(path.read_bytes())


def records(folder: Path) -> Path:
    """The file of records."""
    return folder / RECORDS


def extractions(path: Path) -> Iterator[Extraction]:
    """The extractions in a file of records. Raises RecordError with file and line."""
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            yield loads(line, f"{path.name}:{number}")
