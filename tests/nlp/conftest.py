"""One loaded reader for all tests of reading."""

from __future__ import annotations

import pytest

from kg.extract import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load()
