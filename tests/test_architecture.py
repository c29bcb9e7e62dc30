"""The house rules that a script can see: who may import whom, sizes, errors, and a test for every module."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "kg"
FILES = sorted(PACKAGE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text("utf-8")) for path in FILES}
LAYERS = [  # from the top; a part may import from lower lines only
    {"cli"}, {"build", "evaluate", "train"}, {"export", "analyse"}, {"store"}, {"rdf", "resolve"}, {"extract"},
    {"nlp", "read"}, {"lexicon"}, {"model", "errors", "ids", "resources"}, {""},
]
READING = [  # the same within kg/nlp
    {"reading"}, {"qualifiers"}, {"relations"}, {"events"}, {"names", "coreference"}, {"phrases"}, {"syntax", "time"},
    {"pipeline"}, {"english"},
]
HOMES = {  # one big dependency, one folder
    "spacy": {"nlp", "extract", "train"},
    "rdflib": {"lexicon", "rdf", "store", "export"}, "pyoxigraph": {"lexicon", "rdf", "store", "export"},
    "click": {"cli", "train"}, "rich": {"cli"}, "torch": {"train"}, "transformers": {"train"}, "trafilatura": {"read"},
    "pyvis": {"export"}, "pyshacl": {"rdf"}, "onnxruntime": {"nlp", "train"}, "charset_normalizer": {"read"},
}
MAX_FILE, MEDIAN_FILE, MAX_FUNCTION, MEDIAN_FUNCTION = 300, 100, 40, 8
SPELLED_OUT = re.compile(r"\b(said|arrest|attack|kill|plot|accord|deni|alleg|claim|bomb)\w*\|")


def part(path):
    """The part of the package that a file belongs to: `nlp`, `cli`, `errors`; empty for kg/__init__.py."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def imports(node):
    """The full names of everything imported below a node."""
    for child in ast.walk(node):
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, f"line {child.lineno}: imports are absolute"
            yield from [f"kg.{alias.name}" for alias in child.names] if child.module == "kg" else [child.module]


def own_parts(path):
    """The other parts of the package that a file imports from."""
    named = {name.partition(".")[2].partition(".")[0] for name in imports(TREES[path]) if name.split(".")[0] == "kg"}
    return {name if any(name in layer for layer in LAYERS) else "" for name in named} - {part(path)}


def roots(path):
    return {name.split(".")[0] for name in imports(TREES[path])}


def functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(thing):
    """The lines of a file, or of a function."""
    if isinstance(thing, Path):
        return len(thing.read_text("utf-8").splitlines())
    return thing.end_lineno - thing.lineno + 1


def level(name):
    return next(number for number, layer in enumerate(LAYERS) if name in layer)


def offenders(breaks):
    """The files of which the rule's test says so, with what it says."""
    return {str(path.relative_to(ROOT)): found for path in FILES if (found := breaks(path))}


def test_every_part_has_a_layer():
    assert {part(path) for path in FILES} <= set().union(*LAYERS)


def test_imports_point_downward():
    base = level("model")
    assert not offenders(lambda path: {
        name for name in own_parts(path) if level(name) <= level(part(path)) and level(part(path)) != base})


def test_folders_of_the_reading_import_downward():
    """Each folder of kg/nlp needs only those that stand below it."""
    lines = {name: number for number, line in enumerate(READING) for name in line}
    for path in (PACKAGE / "nlp").rglob("*.py"):
        home = path.relative_to(PACKAGE / "nlp").parts[0].removesuffix(".py")
        parts = {name.split(".")[2] for name in imports(TREES[path]) if name.startswith("kg.nlp.")} - {home}
        assert home == "__init__" or all(lines[part] > lines[home] for part in parts & set(lines)), path


def test_big_dependencies_stay_in_their_folders():
    assert not offenders(lambda path: {
        root for root in roots(path) if part(path) not in HOMES.get(root, {part(path)})})


def test_the_model_needs_only_the_standard_library():
    allowed = sys.stdlib_module_names | {"kg"}
    assert not offenders(lambda path: roots(path) - allowed if part(path) == "model" else set())


def test_files_are_short():
    assert not offenders(lambda path: length(path) > MAX_FILE and length(path))
    assert median(length(path) for path in FILES) <= MEDIAN_FILE


def test_functions_are_short():
    assert not offenders(lambda path: [f.name for f in functions(TREES[path]) if length(f) > MAX_FUNCTION])
    assert median(length(f) for tree in TREES.values() for f in functions(tree)) <= MEDIAN_FUNCTION


def test_imports_of_our_own_stand_at_the_top():
    assert not offenders(lambda path: [
        f.name for f in functions(TREES[path]) if any(name.split(".")[0] == "kg" for name in imports(f))])


def test_modules_say_in_one_to_four_lines_what_comes_in_and_out():
    docstrings = {path: ast.get_docstring(TREES[path]) or "" for path in FILES}
    assert not offenders(lambda path: not 1 <= len(docstrings[path].split("\n\n")[0].splitlines()) <= 4)


def test_only_the_command_line_prints():
    assert not offenders(lambda path: part(path) != "cli" and [
        node.lineno for node in ast.walk(TREES[path]) if isinstance(node, ast.Name) and node.id == "print"])


def test_one_broad_except_in_the_whole_package():
    broad = offenders(lambda path: [
        node.lineno for node in ast.walk(TREES[path]) if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in {"Exception", "BaseException"})])
    assert set(broad) <= {"kg/build/run.py"}
    assert sum(map(len, broad.values())) <= 1


def test_knowledge_is_data_and_no_pattern_spells_out_words_of_the_field():
    assert not offenders(lambda path: [
        node.lineno for node in ast.walk(TREES[path])
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SPELLED_OUT.search(node.value)])


def test_tests_mirror_the_package():
    folders = {part(path) for path in FILES if (PACKAGE / part(path)).is_dir()} - {""}
    assert [name for name in sorted(folders) if not list((ROOT / "tests" / name).glob("**/test_*.py"))] == []


@pytest.mark.parametrize("command", [["ruff", "check", "kg", "tests"], ["mypy"]], ids=["ruff", "mypy"])
def test_checkers_are_content(command):
    """Style and types: `ruff check` and `mypy --strict` over the package."""
    result = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
