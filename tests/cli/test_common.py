"""What commands share: writing beside and renaming, complaints on one line."""

import pytest

from kg.cli.common import complain, progress, writer
from kg.errors import OutputError


def test_a_file_appears_only_when_it_is_complete(tmp_path):
    target = tmp_path / "records.jsonl"
    with writer(target) as stream:
        stream.write("é\n")
        assert not target.exists()
    assert target.read_bytes() == "é\n".encode()


def test_a_failure_leaves_the_old_file_and_no_litter(tmp_path):
    target = tmp_path / "records.jsonl"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError), writer(target) as stream:
        stream.write(str(1 / 0))
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_a_missing_folder_is_named_in_the_error(tmp_path):
    with pytest.raises(OutputError, match="nowhere"), writer(tmp_path / "nowhere" / "x") as stream:
        stream.write("")


def test_a_dash_is_standard_output(capsys):
    with writer(None) as stream:
        stream.write("record\n")
    assert capsys.readouterr().out == "record\n"


def test_complaints_stay_on_one_line_whatever_a_file_is_called(capsys):
    complain("a\nb\x1b[31m.txt: empty")
    assert capsys.readouterr().err == "kg: a b [31m.txt: empty\n"


def test_progress_passes_items_through_and_is_silent_in_a_pipe(capsys):
    assert list(progress(iter("abc"), "reading")) == ["a", "b", "c"]
    assert capsys.readouterr().err == ""
