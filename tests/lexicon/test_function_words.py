"""Small words by what they mark."""

import ast
from pathlib import Path

import kg
from kg.lexicon.function_words import FunctionWords, function_words

READING = Path(kg.__file__).parent / "nlp"


def test_every_kind_of_word_has_one():
    assert all(getattr(function_words(), field) for field in FunctionWords.__slots__)


def test_no_module_of_the_reading_compares_with_a_small_word_of_its_own():
    words = {word for field in FunctionWords.__slots__ for word in getattr(function_words(), field)}
    compared = [
        f"{path.name}:{node.lineno}"
        for path in READING.rglob("*.py") if path.parent.name != "time"
        for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Compare)
        for constant in ast.walk(node) if isinstance(constant, ast.Constant) and constant.value in words
    ]
    assert compared == []
