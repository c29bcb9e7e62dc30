"""`kg train`: trains, exports and scores the English pipeline.

The training libraries are loaded by the command that needs them.
"""

from importlib import import_module
from pathlib import Path

import click

# Command: the module that holds it (some import torch, which running Plotgraph does without) and what it does.
COMMANDS = {
    "make": ("kg.train.commands", "Make the shipped artefact: train, export, score, write the card."),
    "train": ("kg.train.commands", "Train on the corpora in a folder."),
    "export": ("kg.train.commands", "Write the int8 artefact of a run, or of the mean of several."),
    "evaluate": ("kg.train.evaluate", "Score a pipeline on the test sets."),
}


class Lazy(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        try:
            module = import_module(COMMANDS[cmd_name][0])
        except ModuleNotFoundError as error:
            raise click.ClickException(f"{error}; this command needs: pip install 'plotgraph[train]'") from error
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.command(cls=Lazy, epilog="""
\b
Examples:
  kg train make --help       how the shipped weights are made
  kg train evaluate --help   how the result is scored
""")
def command() -> None:
    """Train, export and evaluate the English pipeline."""


FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)
EXISTING_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
