"""What the README tells a reader to type and to open exists."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.main import _modules, command

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^ *```sh\n(.*?)^ *```", README, re.M | re.S)
LINES = [line.split("#")[0].strip() for block in BLOCKS for line in block.splitlines() if line.strip()]
COMMANDS = [line for line in LINES if line.startswith("kg ")] + re.findall(r"`(kg [a-z][^`]*)`", README)


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_exists_with_its_options(line):
    verb, *arguments = shlex.split(line)[1:]
    assert verb.startswith("-") or verb in _modules()
    shown = CliRunner().invoke(command, [verb, "--help"]).output
    options = [argument for argument in arguments if argument.startswith("-") and argument not in ("-", "--help")]
    assert [option for option in options if not re.search(rf"(?<![\w-]){option}(?![\w-])", shown)] == []


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("make ")])
def test_every_target_is_in_the_makefile(line):
    assert re.search(rf"^{line.split()[1]}:", (ROOT / "Makefile").read_text(), re.M)


@pytest.mark.parametrize("name", re.findall(r"kg query ([a-z][a-z-]+)(?: --set|$)", README, re.M))
def test_every_named_query_exists(name):
    assert (ROOT / "ontology" / "queries" / f"{name}.rq").is_file()


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_every_link_leads_somewhere(path):
    assert (ROOT / path).exists()


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:examples|ontology|outputs|tests)/[\w./-]*)`", README))))
def test_every_path_that_is_named_exists(path):
    assert (ROOT / path).exists()


def test_the_continuous_check_runs_the_command_of_the_readme():
    assert "make test" in LINES
    assert (ROOT / ".ci" / "run").read_text().rstrip().endswith("make test")
