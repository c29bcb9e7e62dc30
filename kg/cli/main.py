"""`kg`: finds its commands by folder and imports one only when it is run, so that `kg --help` is instant."""

from __future__ import annotations

import ast
import sys
from importlib import import_module
from pathlib import Path

import click

from kg import __version__
from kg.cli.common import DEBUG, OneLine, debug_option, guard, own_fault
from kg.errors import did_you_mean

_FOLDER = Path(__file__).parent
_NOT_COMMANDS = frozenset({"main", "common"})
_ELSEWHERE = {"train": "kg.train.cli"}  # lives beside what it needs, the training extra
_EXTRA_MODULES = frozenset({"torch", "transformers", "onnx"})


class Verbs(click.Group):
    """A group whose commands are the files of this folder."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, sorted."""
        return sorted(_modules())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None if there is none."""
        module = _modules().get(cmd_name)
        return _load(module, cmd_name) if module else None

    def resolve_command(
        self, ctx: click.Context, args: list[str],
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Splits off the command's name; a wrong one is answered with the nearest right one."""
        name = args[0]
        if not name.startswith("-") and name not in _modules():
            ctx.fail(f"no command '{name}'{did_you_mean(name, _modules())}; `kg --help` lists them")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands by the first sentence of their files, without importing any."""
        rows = [(name, _summary(module)) for name, module in sorted(_modules().items())]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command; errors meant for people become one line."""
        with guard(ctx):
            return super().invoke(ctx)


def _modules() -> dict[str, str]:
    names = {path.stem for path in _FOLDER.glob("[!_]*.py")} - _NOT_COMMANDS
    elsewhere = {name: module for name, module in _ELSEWHERE.items() if _file(module).is_file()}
    return {name: f"kg.cli.{name}" for name in names} | elsewhere


def _file(module: str) -> Path:
    return _FOLDER.parent.joinpath(*module.split(".")[1:]).with_suffix(".py")


def _load(module: str, name: str) -> click.Command:
    try:
        command = import_module(module).command
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA_MODULES:
            raise
        what = f"`kg {name}` needs the training extra (no module '{error.name}'): pip install 'plotgraph[train]'"
        raise OneLine(what) from error
    assert isinstance(command, click.Command)
    if all(parameter.name != "debug" for parameter in command.params):
        command.params.append(debug_option())
    return command


def _summary(module: str) -> str:
    docstring = ast.get_docstring(ast.parse(_file(module).read_text("utf-8"))) or ""
    first = " ".join(docstring.split("\n\n")[0].split())
    return first.partition(": ")[2] if first.startswith("`kg") else first


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]}, params=[debug_option()], epilog="""
\b
Examples:
  kg build examples/ -o outputs/     read articles, write the graph and its page
  kg extract article.html            one JSON record a document
  kg query outputs/ "SELECT …"       ask the graph
""")
@click.version_option(__version__, prog_name="plotgraph")
def command() -> None:
    """News about security, turned into a knowledge graph in which every fact has its quote."""


def main() -> None:
    """The entry point of the `kg` program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    if DEBUG not in sys.argv:
        sys.excepthook = own_fault
    command(prog_name="kg")
