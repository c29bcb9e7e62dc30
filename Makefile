# Needs Python 3.11 or newer, git and make. `make demo` and `make test` do the rest in a virtual environment.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
ASK_FOR_VENV := could not make a virtual environment; on Debian and Ubuntu: apt install python3-venv

.PHONY: demo docs test lint bench clean
.DEFAULT_GOAL := demo

demo: $(VENV)/installed  ## read the articles under examples/ and write the graph and its page to outputs/
	$(BIN)/kg build examples/ -o outputs/

docs: $(VENV)/installed  ## the page on the ontology, build/ontology.html
	@mkdir -p build
	$(BIN)/kg ontology --html -o build/ontology.html

test: $(VENV)/installed-dev  ## all tests, with style and types
	$(BIN)/python -m pytest

lint: $(VENV)/installed-dev
	$(BIN)/ruff check kg tests
	$(BIN)/mypy

bench: $(VENV)/installed-dev  ## measurements: speed and size
	$(BIN)/python -m pytest -s -m bench --benchmark-enable tests/benchmarks

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .benchmarks

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.12")'
	@$(PYTHON) -m venv $(VENV) || { echo "$(ASK_FOR_VENV)" >&2; exit 1; }

$(VENV)/installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/installed
