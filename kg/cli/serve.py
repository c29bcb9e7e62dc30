"""`kg serve`: answers questions in a browser and over the SPARQL protocol, on this machine only."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli._store import Place, store_options
from kg.store.ask import BYTES, SECONDS
from kg.store.server import LOOPBACK, server
from kg.store.worker import Limits, Pool

PORT = 7878
_MEGABYTE = 1 << 20


@click.command(epilog="""
\b
Examples:
  kg serve                               the graph in outputs/, at http://127.0.0.1:7878/
  kg serve my-outputs/ --port 8000
  kg serve graph.ttl --in-memory         leaves nothing beside the file
""")
@click.argument("source", metavar="[FOLDER|FILE]", default="outputs", type=click.Path(path_type=Path))
@click.option("--port", metavar="N", type=click.IntRange(0, 65535), default=PORT, show_default=True,
              help="The port to answer at; 0 takes a free one.")
@click.option("--seconds", metavar="N", type=click.FloatRange(min=0, min_open=True), default=SECONDS,
              show_default=True, help="Give up on a question after this time.")
@click.option("--megabytes", metavar="N", type=click.IntRange(min=1), default=BYTES // _MEGABYTE, show_default=True,
              help="The largest answer.")
@click.option("--workers", metavar="N", type=click.IntRange(min=1), default=2, show_default=True,
              help="How many questions are answered at once, each in a process of its own.")
@store_options
def command(source: Path, port: int, seconds: float, megabytes: int, workers: int, place: Place) -> None:
    """Answer questions about a graph until Ctrl-C.

    The page is at /, the SPARQL endpoint at /sparql. Only this machine can ask, and nothing is ever changed. The
    answers are those of the graph as it was at the start; after a new build, start it again.
    """
    pool = Pool(source, place(source), Limits(seconds, megabytes * _MEGABYTE, workers))
    with server(pool, port) as running:
        click.echo(f"http://{LOOPBACK}:{running.server_port}/ (Ctrl-C ends it)")
        try:
            running.serve_forever()
        finally:
            pool.close()
