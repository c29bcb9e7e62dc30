"""Entry point of `python -m kg.train`."""

from kg.train.cli import command

command(prog_name="python -m kg.train")
