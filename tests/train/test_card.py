from click.testing import CliRunner

from kg.train.card import card
from kg.train.cli import command

SYNTAX = {"UPOS": 97.26, "XPOS": 97.0, "lemma": 98.0, "UAS": 91.0, "LAS": 89.0, "coreF": 91.0, "sentences": 95.0}
REPORT = {
    "gum-test": SYNTAX,
    "speed": {"words a second": 9999.6},
    "names toy": {"PERSON+ORG+LOC": 80.0, "PERSON": 90.0, "names": 12},
    "names toy upper-cased": {"PERSON+ORG+LOC": 70.0},
    "names toy together": {"PERSON+ORG+LOC": 85.0},
}


def test_the_card_has_a_row_per_set():
    text = card(REPORT, 24.12)
    assert "| gum-test | 97.3 | 97.0 | 98.0 | 91.0 | 89.0 | 91.0 | 95.0 |  |" in text
    assert "| toy | 80.0 | 90.0 |  |  |  |  | 70.0 | 85.0 |" in text
    assert "10,000 words" in text
    assert "24.1 MB" in text


def test_the_command_line_lists_its_commands_without_the_training_libraries():
    result = CliRunner().invoke(command, ["--help"])
    assert all(name in result.output for name in ("make", "train", "export", "evaluate"))


def test_a_command_without_its_libraries_says_what_to_install(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError(f"No module named 'torch' for {name}")

    monkeypatch.setattr("kg.train.cli.import_module", missing)
    result = CliRunner().invoke(command, ["export", "--help"])
    assert (result.exit_code, "plotgraph[train]" in result.output) == (1, True)
