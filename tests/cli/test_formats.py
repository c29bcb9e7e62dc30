"""The options that say how inputs are read, and what is answered to wrong ones."""

import click
import pytest
from click.testing import CliRunner

from kg.cli._formats import reading_options


@click.command()
@reading_options
def command(reading):
    """Shows what it got."""
    click.echo(f"{reading.format} {dict(reading.columns)} {reading.max_characters}")


def run(*arguments):
    return CliRunner().invoke(command, arguments)


def test_without_options_everything_is_as_usual():
    assert run().output == "None {} 1000000\n"


def test_options_reach_the_reader():
    result = run("--format", "JSONL", "--column", "text=body", "--column", "url=a=b", "--max-characters", "5")
    assert result.output == ".jsonl {'text': 'body', 'url': 'a=b'} 5\n"


@pytest.mark.parametrize(("arguments", "message"), [
    (["--format", "jsnl"], "did you mean '.jsonl'?"), (["--column", "txet=body"], "did you mean 'text'?"),
    (["--column", "text"], "'text' is not FIELD=NAME"), (["--max-characters", "0"], "0 is not in the range"),
])
def test_a_wrong_value_is_answered_in_one_line(arguments, message):
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.output.split())
