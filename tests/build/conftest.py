from pathlib import Path

import pytest

from kg.build import Settings
from kg.lexicon import names
from tests.build import fake


@pytest.fixture
def settings():
    return lambda **more: Settings(**{"loader": fake.load, "knowledge": names.build({}), "stamp": "one", **more})


@pytest.fixture
def news(tmp_path, monkeypatch):
    """Writes files into a folder of news, which is the working directory's `news`."""
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()

    def write(**files):
        for name, text in files.items():
            path = Path("news", f"{name}.txt")
            path.unlink(missing_ok=True) if text is None else path.write_text(text, "utf-8")

    return write


@pytest.fixture
def content():
    """The bytes of all files of an output folder."""
    return lambda folder: {path.name: path.read_bytes() for path in Path(folder).iterdir()}
