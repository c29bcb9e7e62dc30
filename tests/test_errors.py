"""Errors: one tree, and guesses that help."""

import inspect

import pytest

from kg import errors


def test_every_error_is_in_the_tree_of_the_docstring():
    classes = [name for name, value in vars(errors).items() if inspect.isclass(value) and issubclass(value, Exception)]
    assert [name for name in classes if name not in (errors.__doc__ or "")] == []


@pytest.mark.parametrize(("wrong", "guess"), [("Persn", " (did you mean 'Person'?)"), ("xyz", "")])
def test_a_guess_is_made_only_where_one_is_close(wrong, guess):
    assert errors.did_you_mean(wrong, ["Person", "Place"]) == guess
