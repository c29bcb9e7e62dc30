"""The commands that need the training libraries."""

from pathlib import Path

import click

from kg.train.batches import Mixture
from kg.train.cli import EXISTING_FOLDER, FOLDER
from kg.train.export import export
from kg.train.loop import Schedule
from kg.train.run import run


@click.command("train")
@click.argument("data", type=EXISTING_FOLDER)
@click.argument("out", type=FOLDER)
@click.option("--minutes", default=Schedule().minutes, show_default=True, help="Length of the run by the clock.")
@click.option("--seed", default=Schedule().seed, show_default=True, help="Seed of all chance.")
def train_command(data: Path, out: Path, minutes: float, seed: int) -> None:
    """Train on the corpora in DATA and write weights and label sets to OUT."""
    run(data, out, Schedule(minutes=minutes, seed=seed), Mixture())


@click.command("export")
@click.argument("trained", type=EXISTING_FOLDER)
@click.argument("out", type=FOLDER)
def export_command(trained: Path, out: Path) -> None:
    """Write the int8 artefact of the run in TRAINED to OUT."""
    export(trained, out)
