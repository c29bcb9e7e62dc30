"""`kg train`: trains, exports and scores the English pipeline.

The training libraries are loaded by the command that needs them.
"""

from importlib import import_module
from pathlib import Path

import click

# Command, and the module that holds it: the modules of some import torch, which running Plotgraph does without.
COMMANDS = {"train": "kg.train.commands", "export": "kg.train.commands", "evaluate": "kg.train.evaluate"}


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
            module = import_module(COMMANDS[cmd_name])
        except ModuleNotFoundError as error:
            raise click.ClickException(f"{error}; this command needs: pip install 'plotgraph[train]'") from error
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command


@click.command(cls=Lazy, epilog="""
\b
Examples:
  kg train train --help      what a training needs
  kg train evaluate --help   how the result is scored
""")
def command() -> None:
    """Train, export and evaluate the English pipeline."""


FOLDER = click.Path(file_okay=False, path_type=Path)
EXISTING_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
