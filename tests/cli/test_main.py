"""`kg` itself: commands found by folder, errors in one line, help without heavy imports."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.cli.common import OneLine
from kg.errors import InputError


@pytest.fixture
def verbs(monkeypatch):
    """A group whose only commands are `fail`, `fill` and `stop`."""
    @click.command()
    def fail():
        raise InputError("a.txt: empty file; remove it")

    @click.command()
    def stop():
        raise KeyboardInterrupt

    @click.command()
    def fill():
        raise OSError(28, "No space left on device", "out/graph.ttl")

    known = {"fail": fail, "stop": stop, "fill": fill}
    monkeypatch.setattr(main, "_modules", lambda: {name: f"x.{name}" for name in known})
    monkeypatch.setattr(main, "_load", lambda module, name: known[name])
    return main.command


def run(*arguments):
    return CliRunner().invoke(main.command, list(arguments))


def test_help_imports_neither_spacy_nor_rdflib():
    code = ("import sys; from kg.cli.main import command; command(['--help'], standalone_mode=False); "
            "sys.exit(bool({'spacy', 'rdflib', 'pyoxigraph', 'torch'} & set(sys.modules)))")
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


def test_every_command_says_in_the_list_what_it_does():
    listed = run("--help").output.partition("Commands:")[2].partition("Examples:")[0].strip().splitlines()
    assert listed and all(len(line.split()) > 3 or line.startswith("      ") for line in listed)


@pytest.mark.parametrize("verb", sorted(main._modules()))
def test_every_command_shows_an_example_in_its_help(verb):
    output = run(verb, "--help").output
    assert "Example" in output or "plotgraph[train]" in output


def test_wrong_command_is_answered_with_the_nearest():
    result = run("extarct")
    assert result.exit_code == 2
    assert "did you mean 'extract'?" in result.output


def test_an_error_of_ours_is_one_line_on_standard_error(verbs):
    result = run("fail")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "kg: a.txt: empty file; remove it\n")


def test_an_error_of_the_system_names_the_file(verbs):
    assert run("fill").stderr == "kg: out/graph.ttl: No space left on device\n"


def test_debug_shows_the_traceback(verbs):
    assert isinstance(run("--debug", "fail").exception, InputError)


@pytest.mark.parametrize("options", [(), ("--debug",)])
def test_what_nobody_foresaw_is_one_line_too(options):
    code = ("import sys, click; from kg.cli import main; main._modules = lambda: {'x': 'x'}; "
            "main._load = lambda module, name: click.Command(name, callback=lambda: 1 / 0); main.main()")
    result = subprocess.run(
        [sys.executable, "-c", code, *options, "x"], check=False, capture_output=True, text=True)
    assert result.returncode == 1
    assert "ZeroDivisionError" in result.stderr
    assert ("Traceback" in result.stderr) == bool(options)


def test_an_interrupt_ends_quietly(verbs):
    result = run("stop")
    assert (result.exit_code, result.output) == (130, "")


def test_training_without_its_extra_says_what_to_install(monkeypatch):
    def no_torch(name):
        raise ModuleNotFoundError("No module named 'torch'", name="torch")

    monkeypatch.setattr(main, "import_module", no_torch)
    with pytest.raises(OneLine, match=r"pip install 'plotgraph\[train\]'"):
        main._load("kg.train.cli", "train")


def test_version_is_that_of_the_package():
    assert run("--version").output == f"plotgraph, version {main.__version__}\n"
