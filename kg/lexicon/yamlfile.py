"""A YAML file of knowledge in, plain mappings out, each knowing the line where it stands (key `__line__`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from kg.errors import KnowledgeError, did_you_mean

LINE = "__line__"


class _Loader(yaml.CSafeLoader):
    """Safe loading (data only) that remembers lines."""


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    mapping = dict(yaml.constructor.SafeConstructor.construct_mapping(loader, node, deep=True))
    mapping[LINE] = node.start_mark.line + 1
    return mapping


# In YAML 1.1 `on`, `no` and `yes` are booleans; in these files they are English words.
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}
_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def load(path: Path) -> dict[str, Any]:
    """The mapping in a YAML file. Raises KnowledgeError with file and line if it is not one."""
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (yaml.YAMLError, OSError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        raise KnowledgeError(f"{where}: {getattr(error, 'problem', None) or error}") from error
    if not isinstance(content, dict):
        raise KnowledgeError(f"{path}: a mapping is expected at the top")
    content.pop(LINE)
    return content


def keys(mapping: Mapping[str, Any]) -> list[str]:
    """The keys that the file itself has, in its order."""
    return [str(key) for key in mapping if key != LINE]


def unknown_keys(mapping: Mapping[str, Any], known: Iterable[str], where: str) -> list[str]:
    """One complaint for each key that is not known."""
    allowed = set(known)
    line = mapping.get(LINE, "?")
    return [
        f"{where}:{line}: unknown key '{key}'{did_you_mean(key, allowed)}"
        for key in keys(mapping)
        if key not in allowed
    ]


def words(value: Any) -> tuple[str, ...]:
    """A list of words written as a YAML list or as one string of words separated by commas."""
    if value is None:
        return ()
    items = value.split(",") if isinstance(value, str) else value
    return tuple(" ".join(str(item).split()) for item in items if str(item).strip())


def raise_all(complaints: list[str]) -> None:
    """Raises one KnowledgeError with all complaints, if there are any."""
    if complaints:
        raise KnowledgeError("\n".join(complaints))
