"""Inputs become sources: sorted, each once, problems as values."""

import os

from kg.read import expand
from tests.read.pages import read_all


def names(*inputs):
    return [source.name for source in expand([str(given) for given in inputs])]


def problems(*inputs):
    return [source.problem for source in expand([str(given) for given in inputs]) if source.problem]


def make(folder, *paths):
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("Police said so.")


def test_a_folder_is_read_to_its_depth_in_order(tmp_path):
    make(tmp_path, "b.txt", "a/z.md", "a/b/c.html", "d.jsonl.gz")
    assert names(tmp_path) == [f"{tmp_path}/{name}" for name in ("a/b/c.html", "a/z.md", "b.txt", "d.jsonl.gz")]


def test_the_order_of_inputs_does_not_matter(tmp_path):
    make(tmp_path, "b.txt", "a.txt")
    assert names(tmp_path / "b.txt", tmp_path / "a.txt") == names(tmp_path / "a.txt", tmp_path / "b.txt")


def test_a_file_given_twice_is_read_once(tmp_path):
    make(tmp_path, "a.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert len(names(tmp_path, tmp_path / "a.txt", f"{tmp_path}/*.txt")) == 1


def test_a_glob_finds_files_in_folders_below(tmp_path):
    make(tmp_path, "a.txt", "x/b.txt", "x/y/c.txt", "x/d.md")
    assert [name[-5:] for name in names(f"{tmp_path}/**/*.txt")] == ["a.txt", "b.txt", "c.txt"]


def test_a_glob_without_a_match_is_a_problem(tmp_path):
    assert problems(f"{tmp_path}/*.txt") == ["no file matches"]


def test_hidden_and_foreign_files_in_a_folder_are_passed_over(tmp_path):
    make(tmp_path, "a.txt", ".hidden.txt", ".git/b.txt", "c.py", "d.gold.json")
    assert names(tmp_path) == [f"{tmp_path}/a.txt"]


def test_a_pdf_in_a_folder_is_not_passed_over_in_silence(tmp_path):
    make(tmp_path, "a.txt")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    documents, messages = read_all(tmp_path)
    assert len(documents) == 1
    assert "pdftotext" in messages[0]


def test_a_misspelled_name_gets_a_guess(tmp_path):
    make(tmp_path, "article.txt")
    assert problems(tmp_path / "artcle.txt") == ["no such file or folder (did you mean 'article.txt'?)"]


def test_a_misspelled_folder_gets_a_guess(tmp_path):
    make(tmp_path, "articles/a.txt")
    assert problems(tmp_path / "artcles" / "a.txt") == ["no such file or folder (did you mean 'articles'?)"]


def test_an_empty_folder_is_a_problem(tmp_path):
    assert "no readable file" in problems(tmp_path)[0]


def test_a_web_address_is_not_fetched():
    assert "nothing is fetched" in problems("https://example.org/a.html")[0]


def test_a_folder_without_permission_is_named_and_its_neighbors_are_read(tmp_path, monkeypatch):
    make(tmp_path, "a.txt", "closed/b.txt")
    scandir = os.scandir

    def closed(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)
    monkeypatch.setattr(os, "scandir", closed)
    documents, messages = read_all(tmp_path)
    assert [document.source for document in documents] == [f"{tmp_path}/a.txt"]
    assert messages == [f"{tmp_path}/closed: cannot open the folder: Permission denied"]


def test_a_dash_is_standard_input():
    assert names("-") == ["-"]
