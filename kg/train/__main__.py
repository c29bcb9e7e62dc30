"""Entry point of `python -m kg.train`."""

from kg.train.cli import train

train(prog_name="python -m kg.train")
