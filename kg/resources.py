"""Where the program's own data lies: the ontology folder, in a checkout or inside the wheel."""

from __future__ import annotations

from pathlib import Path

from kg.errors import KnowledgeError

_PACKAGE = Path(__file__).resolve().parent


def ontology() -> Path:
    """The folder `ontology/`: beside `kg/` in a checkout, inside it in an installed wheel."""
    for folder in (_PACKAGE.parent / "ontology", _PACKAGE / "ontology"):
        if folder.is_dir():
            return folder
    raise KnowledgeError(f"no ontology folder beside {_PACKAGE}; reinstall plotgraph")


def package_file(*parts: str) -> Path:
    """A file that ships inside the package, such as the trained model or the page's template."""
    return _PACKAGE.joinpath(*parts)
