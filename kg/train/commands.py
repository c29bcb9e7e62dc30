"""The commands that need the training libraries."""

from dataclasses import replace
from pathlib import Path

import click

from kg.nlp.pipeline import load
from kg.train.cli import EXISTING_FOLDER, FOLDER
from kg.train.evaluate import evaluate, write_card
from kg.train.export import export
from kg.train.loop import Schedule
from kg.train.run import run
from kg.train.sources import BROAD, EDITED

# The recipe of the shipped weights: a full run, then two slower ones, each from the mean of those before. The mean of
# all three is shipped: it is better than any of them alone.
FIRST = Schedule(minutes=50.0)
SECOND = Schedule(minutes=23.0, encoder_rate=0.4 * FIRST.encoder_rate, head_rate=0.4 * FIRST.head_rate, seed=1)
THIRD = Schedule(minutes=40.0, encoder_rate=0.45 * FIRST.encoder_rate, head_rate=0.45 * FIRST.head_rate, seed=4)
ALL_MINUTES = FIRST.minutes + SECOND.minutes + THIRD.minutes


@click.command("make")
@click.argument("data", type=EXISTING_FOLDER)
@click.argument("runs", type=FOLDER)
@click.argument("model", type=FOLDER)
@click.option(
    "--minutes", default=ALL_MINUTES, show_default=True,
    help="Length of all runs by the clock; a few minutes try the recipe.",
)
def make_command(data: Path, runs: Path, model: Path, minutes: float) -> None:
    """Make the shipped artefact from DATA: train in RUNS, write weights and card to MODEL."""
    share = minutes / ALL_MINUTES
    done: list[Path] = []
    for number, (full, sources) in enumerate(((FIRST, BROAD), (SECOND, EDITED), (THIRD, EDITED)), start=1):
        folder = runs / f"run-{number}"
        run(data, folder, replace(full, minutes=share * full.minutes), sources, done)
        done.append(folder)
    export(done, model)
    write_card(evaluate(load(folder=model), data), model)


@click.command("train")
@click.argument("data", type=EXISTING_FOLDER)
@click.argument("out", type=FOLDER)
@click.option("--minutes", default=Schedule().minutes, show_default=True, help="Length of the run by the clock.")
@click.option(
    "--start", "starts", type=EXISTING_FOLDER, multiple=True,
    help="Go on from the weights of this run, or from the mean of several, not from MiniLM.",
)
@click.option("--rate", default=1.0, show_default=True, help="Factor on the learning rates.")
@click.option("--edited", is_flag=True, help="See more of edited prose and less of tweets.")
@click.option("--seed", default=Schedule().seed, show_default=True, help="Seed of all chance.")
def train_command(
    data: Path, out: Path, minutes: float, starts: tuple[Path, ...], rate: float, edited: bool, seed: int
) -> None:
    """Train on the corpora in DATA and write weights and label sets to OUT."""
    full = Schedule()
    schedule = replace(
        full, minutes=minutes, seed=seed, encoder_rate=rate * full.encoder_rate, head_rate=rate * full.head_rate
    )
    run(data, out, schedule, EDITED if edited else BROAD, starts)


@click.command("export")
@click.argument("trained", type=EXISTING_FOLDER, nargs=-1, required=True)
@click.argument("out", type=FOLDER)
def export_command(trained: tuple[Path, ...], out: Path) -> None:
    """Write the int8 artefact of the runs in TRAINED, their weights averaged, to OUT."""
    export(trained, out)
