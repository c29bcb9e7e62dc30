"""Scores in, the model card out."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.train.scores import Scores

TEMPLATE = Path(__file__).with_name("card.md")
SYNTAX = ("UPOS", "XPOS", "lemma", "UAS", "LAS", "coreF", "sentences", "sentences, no paragraphs")
NAMES = ("PERSON+ORG+LOC", "PERSON", "ORG", "LOC", "EVENT", "MISC")
IN_CAPITALS, TOGETHER = " upper-cased", " together"


def card(report: Mapping[str, Scores], megabytes: float) -> str:
    """Fill the template."""
    parsed = {name: scores for name, scores in report.items() if "LAS" in scores}
    syntax = [[name, *(_number(scores.get(key)) for key in SYNTAX)] for name, scores in parsed.items()]
    return TEMPLATE.read_text(encoding="utf-8").format(
        size=f"{megabytes:.1f}",
        syntax=_table(("set", *SYNTAX), syntax),
        names=_table(("set", *NAMES, "in capitals", "as text"), _names(report)),
        speed=f"{report['speed']['words a second']:,.0f}",
    )


def _names(report: Mapping[str, Scores]) -> Iterable[list[str]]:
    for title, scores in report.items():
        if title.startswith("names ") and not title.endswith((IN_CAPITALS, TOGETHER)):
            others = [report[title + copy][NAMES[0]] for copy in (IN_CAPITALS, TOGETHER)]
            row = [*(scores.get(key) for key in NAMES), *others]
            yield [title.removeprefix("names "), *map(_number, row)]


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(head), ["---"] * len(list(head)), *map(list, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
