"""`kg review`: shows pairs that may be one thing, with their quotes, and keeps what a person says of them."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from pathlib import Path

import click

from kg.build import Review, review
from kg.cli.common import names_option
from kg.lexicon import names as knowledge
from kg.model import Judgement, Verdict
from kg.resolve import Doubt
from kg.resolve.ledger import LEDGER, append

QUOTES = 2  # per side: enough to decide most, and a pair still fits a small terminal
WIDTH = 160
ANSWERS = {"y": Verdict.SAME, "n": Verdict.DIFFERENT, "?": Verdict.UNSURE}


@click.command(epilog="""
\b
Examples:
  kg review outputs/          asks about each pair: y same, n different, ? unsure, s skip, q quit
  kg review outputs/ --list   only shows them
""")
@click.argument("folder", metavar="OUT", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--list", "listing", is_flag=True, help="Show the pairs and ask nothing.")
@click.option("--author", default=None, metavar="NAME", help="Who judges; your user name if not given.")
@names_option
def command(folder: Path, listing: bool, author: str | None, names: tuple[Path, ...]) -> None:
    """Decide which names are one thing.

    Answers go to judgements.jsonl in OUT. They hold for all later builds, and always win over the program's own view.
    """
    found = review(folder, knowledge.load(names))
    for number, doubt in enumerate(found.doubts, 1):
        click.echo("\n".join(_shown(doubt, found, f"{number} of {len(found.doubts)}")))
        if not listing and not _asked(doubt, folder / LEDGER, author):
            break
    if not found.doubts:
        click.echo("No pairs are worth a look.")
    elif not listing:
        click.echo(f"Run `kg build` again to use what stands in {folder / LEDGER}.")


def _asked(doubt: Doubt, ledger: Path, author: str | None) -> bool:
    """Asks, writes the answer down, and tells whether to go on."""
    answer = click.prompt("One thing?", type=click.Choice([*ANSWERS, "s", "q"]), default="s")
    if answer in ANSWERS:
        reason = click.prompt("Why", default="", show_default=False)
        append(ledger, Judgement(doubt.left, doubt.right, ANSWERS[answer], reason, author or getpass.getuser()))
    return bool(answer != "q")


def _shown(doubt: Doubt, found: Review, place: str) -> Iterator[str]:
    yield f"\n[{place}] score {doubt.score:.2f}: {', '.join(doubt.reasons)}"
    for iri in (doubt.left, doubt.right):
        yield f"  {found.titles[iri]} {iri}"
        yield from (f"      “{line}”" for line in found.contexts(iri, QUOTES, WIDTH))
