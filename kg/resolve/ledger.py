"""The ledger of judgements: `judgements.jsonl` in, judgements out; and one more line at its end."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kg.errors import OutputError, RecordError, did_you_mean
from kg.model import Judgement, Verdict

LEDGER = "judgements.jsonl"
_FIELDS = ("left", "right", "verdict", "reason", "author")


def read(path: Path) -> tuple[Judgement, ...]:
    """All judgements in their order; none if there is no ledger. Raises RecordError with file and line."""
    if not path.exists():
        return ()
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RecordError(f"{path}: cannot be read: {error}") from error
    return tuple(_judgement(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip())


def append(path: Path, judgement: Judgement) -> None:
    """Writes one more judgement at the end. Raises OutputError."""
    line = json.dumps(asdict(judgement), ensure_ascii=False)
    try:
        with path.open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(f"{line}\n")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from error


def _judgement(line: str, where: str) -> Judgement:
    try:
        entry = json.loads(line)
    except json.JSONDecodeError as error:
        raise RecordError(f"{where}: not JSON: {error.msg} at character {error.pos}") from error
    problem = _problem(entry)
    if problem:
        raise RecordError(f"{where}: {problem}")
    return Judgement(entry["left"], entry["right"], Verdict(entry["verdict"]), entry.get("reason", ""),
                     entry.get("author", ""))


def _problem(entry: Any) -> str:
    if not isinstance(entry, dict):
        return 'expected an object such as {"left": "person/a", "right": "person/b", "verdict": "same"}'
    for name in entry:
        if name not in _FIELDS:
            return f"unknown field '{name}'{did_you_mean(name, _FIELDS)}"
    for name in ("left", "right", "verdict"):
        if not isinstance(entry.get(name), str) or not entry[name].strip():
            return f"'{name}' is missing or is not a text"
    if any(not isinstance(entry.get(name, ""), str) for name in ("reason", "author")):
        return "'reason' and 'author' must be texts"
    if entry["verdict"] not in list(Verdict):
        return f"verdict '{entry['verdict']}' is not same, different or unsure{did_you_mean(entry['verdict'], Verdict)}"
    return "" if entry["left"] != entry["right"] else "left and right are the same"
