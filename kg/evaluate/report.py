"""Scores as text: a table of the whole, a line for each article, and lists of errors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.evaluate.score import FACTS, ArticleScore
from kg.evaluate.tally import Tally, total


def summary(scores: Sequence[ArticleScore]) -> dict[str, float]:
    """What floors are set for: F1 of `facts` and by kind, accuracies, and counts of failed `never`, `quotes`."""
    names = sorted({name for one in scores for name in one.attributes})
    return {
        "facts": total(one.tallies[what] for one in scores for what in FACTS).f1,
        **{what: total(one.tallies[what] for one in scores).f1 for what in FACTS},
        **{name: _attribute(scores, name).precision for name in names},
        "never": sum(len(one.violations) for one in scores),
        "quotes": sum(len(one.broken_quotes) for one in scores),
    }


def table(scores: Sequence[ArticleScore]) -> str:
    """The table that `kg evaluate` prints."""
    return "\n".join(_lines(scores))


def errors(scores: Sequence[ArticleScore]) -> str:
    """For each article what was missed (-) and what was wrong (+)."""
    return "\n\n".join("\n".join([one.name, *(f"  {note}" for note in sorted(one.notes))]) for one in scores)


def _lines(scores: Sequence[ArticleScore]) -> Iterator[str]:
    yield f"{len(scores)} articles{'':13}{'P':>7}{'R':>7}{'F1':>7}{'right':>8}{'wrong':>7}{'missed':>8}"
    yield _row("facts", total(one.tallies[what] for one in scores for what in FACTS))
    yield from (_row(what, total(one.tallies[what] for one in scores)) for what in FACTS)
    yield f"\n{'accuracy':24}{'':>9}{'right':>8}{'of':>7}"
    for name in sorted({name for one in scores for name in one.attributes}):
        attribute = _attribute(scores, name)
        yield f"{name:24}{attribute.precision:>9.1%}{attribute.right:>8}{attribute.right + attribute.wrong:>7}"
    violated = [f"  {one.name}: {line}" for one in scores for line in one.violations]
    yield f"\nnever: {len(violated)} of {sum(one.never for one in scores)} violated"
    yield from violated
    yield f"quotes that are not the text: {sum(len(one.broken_quotes) for one in scores)}"
    yield f"\n{'F1 by article':40}{'facts':>8}" + "".join(f"{what:>11}" for what in FACTS)
    for one in scores:
        cells = "".join(f"{one.tallies[what].f1:>11.1%}" for what in FACTS)
        yield f"{one.name[:39]:40}{total(one.tallies.values()).f1:>8.1%}{cells}"


def _row(name: str, tally: Tally) -> str:
    return (f"{name:24}{tally.precision:>7.1%}{tally.recall:>7.1%}{tally.f1:>7.1%}"
            f"{tally.right:>8}{tally.wrong:>7}{tally.missed:>8}")


def _attribute(scores: Sequence[ArticleScore], name: str) -> Tally:
    return total(one.attributes.get(name, Tally()) for one in scores)
