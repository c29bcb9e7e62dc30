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
HOMES = {  # one big dependency, one folder
    "spacy": {"nlp", "extract", "train"},
    "rdflib": {"lexicon", "rdf", "store", "export"}, "pyoxigraph": {"lexicon", "rdf", "store", "export"},
    "click": {"cli", "train"}, "rich": {"cli"}, "torch": {"train"}, "transformers": {"train"}, "trafilatura": {"read"},
    "pyvis": {"export"}, "pyshacl": {"rdf"}, "onnxruntime": {"nlp", "train"}, "charset_normalizer": {"read"},
}
BROAD = {"Exception", "BaseException"}
MAX_FILE, MEDIAN_FILE, MAX_FUNCTION, MEDIAN_FUNCTION = 300, 100, 40, 8
ids = [str(path.relative_to(ROOT)) for path in FILES]
each_file = pytest.mark.parametrize("path", FILES, ids=ids)


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


def functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(node):
    return node.end_lineno - node.lineno + 1


def level(name):
    return next(number for number, layer in enumerate(LAYERS) if name in layer)


def test_every_part_has_a_layer():
    assert {part(path) for path in FILES} <= set().union(*LAYERS)


@each_file
def test_imports_point_downward(path):
    own = {name.split(".")[1] if "." in name else "" for name in imports(TREES[path]) if name.split(".")[0] == "kg"}
    others = {name if any(name in layer for layer in LAYERS) else "" for name in own} - {part(path)}
    assert not {name for name in others if level(name) <= level(part(path)) and level(part(path)) != level("model")}


@each_file
def test_big_dependencies_stay_in_their_folders(path):
    roots = {name.split(".")[0] for name in imports(TREES[path])}
    assert not {root for root in roots if part(path) not in HOMES.get(root, {part(path)})}


@each_file
def test_the_model_needs_only_the_standard_library(path):
    if part(path) == "model":
        assert {name.split(".")[0] for name in imports(TREES[path])} <= sys.stdlib_module_names | {"kg"}


@each_file
def test_files_and_functions_are_short(path):
    assert len(path.read_text("utf-8").splitlines()) <= MAX_FILE
    assert not [f"{f.name}: {length(f)}" for f in functions(TREES[path]) if length(f) > MAX_FUNCTION]


def test_most_files_and_functions_are_very_short():
    assert median(len(path.read_text("utf-8").splitlines()) for path in FILES) <= MEDIAN_FILE
    assert median(length(f) for tree in TREES.values() for f in functions(tree)) <= MEDIAN_FUNCTION


@each_file
def test_imports_of_our_own_stand_at_the_top(path):
    assert not [f.name for f in functions(TREES[path]) if any(name.startswith("kg") for name in imports(f))]


@each_file
def test_modules_say_in_one_to_four_lines_what_comes_in_and_out(path):
    docstring = ast.get_docstring(TREES[path])
    assert docstring and len(docstring.split("\n\n")[0].splitlines()) <= 4


@each_file
def test_nothing_prints_but_the_command_line(path):
    calls = [node for node in ast.walk(TREES[path]) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    assert part(path) == "cli" or not [node.lineno for node in calls if node.func.id == "print"]


def test_one_broad_except_in_the_whole_package():
    broad = [str(path.relative_to(PACKAGE)) for path in FILES for node in ast.walk(TREES[path])
             if isinstance(node, ast.ExceptHandler) and (node.type is None or getattr(node.type, "id", "") in BROAD)]
    assert set(broad) <= {"build/run.py"} and len(broad) <= 1


def test_no_rule_is_an_english_word_in_a_regular_expression():
    """Knowledge is data: a pattern that spells out words belongs under ontology/."""
    spelled = re.compile(r"\b(said|arrest|attack|kill|plot|accord|deni|alleg|claim|bomb)\w*\|")
    assert not [f"{path.name}:{node.lineno}" for path in FILES for node in ast.walk(TREES[path])
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and spelled.search(node.value)]


@pytest.mark.parametrize("name", sorted({part(path) for path in FILES if (PACKAGE / part(path)).is_dir()} - {""}))
def test_tests_mirror_the_package(name):
    assert list((ROOT / "tests" / name).glob("**/test_*.py")), f"no tests for kg/{name}"


@pytest.mark.parametrize("command", [["ruff", "check", "kg", "tests"], ["mypy"]], ids=["ruff", "mypy"])
def test_checkers_are_content(command):
    """Style and types: `ruff check` and `mypy --strict` over the package."""
    result = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
