# Two commands on a fresh machine: `make today` runs the program, `make test` checks it.
# Needs Python 3.11 or newer with venv, and make. Everything is installed into .venv.

.POSIX:
.SUFFIXES:

PYTHON ?= python3
BIN = .venv/bin
# -qq: pip's notices are noise to somebody who wants to phone a customer; its errors still show.
PIP = $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
# What decides, as against what carries: these must be covered, branch by branch.
DECIDES = */dailycontact/core/*,*/rule.py,*/rule/*,*/usecase.py,*/usecases/*

help: ## say what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

today: .venv/installed ## set up if need be, and say whom to phone today
	@$(BIN)/dailycontact today

test: lint types contracts tests ## set up if need be, and run every check

lint: .venv/installed-dev ## style and formatting
	@echo "== lint"
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .

types: .venv/installed-dev ## types
	@echo "== types"
	@$(BIN)/mypy

contracts: .venv/installed-dev ## who may import whom
	@echo "== contracts"
	@$(BIN)/lint-imports --no-logo

tests: .venv/installed-dev ## the tests, and how much of the deciding code they reach
	@echo "== tests"
	@$(BIN)/python -m pytest -q -n auto --cov --cov-report=
	@echo "== coverage of core, rules and use cases (branches; at least 95 %)"
	@$(BIN)/python -m coverage report --include='$(DECIDES)' --fail-under=95

bench: .venv/installed-dev ## what is measured, side by side
	@test -f benchmarks/__main__.py || { echo "There are no benchmarks here yet." >&2; exit 1; }
	@$(BIN)/python -m benchmarks

docs: .venv/installed-dev ## write the pages that are made, and what the others show
	@PYTHONPATH=tests $(BIN)/python -m house.document

format: .venv/installed-dev ## put the code in shape
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .

clean: ## take away everything that was made here (no book is touched)
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -rf .coverage .coverage.* htmlcov build dist
	find src tests -type d -name __pycache__ -prune -exec rm -rf {} +

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "dailycontact needs Python 3.11 or newer, and $(PYTHON) is not; name one that is: make PYTHON=python3.12 today" >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) has no venv; install it (on Debian and Ubuntu: apt install python3-venv), and run make again." >&2; \
	  exit 1; }
	@echo "Setting up .venv. This is done once, and takes about a minute." >&2
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/made pyproject.toml
	@$(PIP) install -e .
	@touch $@

# Dependency groups came with pip 25.1; Python 3.11 brings an older one.
.venv/installed-dev: .venv/installed
	@echo "Installing what the checks need." >&2
	@$(PIP) install --upgrade 'pip>=25.1'
	@$(PIP) install --group dev
	@touch $@

.PHONY: help today test lint types contracts tests bench docs format clean
