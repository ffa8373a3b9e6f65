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

tests: .venv/installed-dev readers ## the tests, and how much of the deciding code they reach
	@echo "== tests"
	@$(BIN)/python -m pytest -q -n auto --cov --cov-report=
	@echo "== coverage of core, rules and use cases (branches; at least 95 %)"
	@$(BIN)/python -m coverage report --include='$(DECIDES)' --fail-under=95

# The tests open the report in a browser and in a spreadsheet program. Where they may be installed
# (on Debian, as root) they are, once; where they are absent, what is not tested is said aloud.
readers:
	@for one in chromium:chromium libreoffice-calc:soffice; do \
	  program=$${one#*:} package=$${one%:*}; \
	  command -v $$program >/dev/null && continue; \
	  test $$program = chromium && { command -v chromium-browser || command -v google-chrome; } >/dev/null && continue; \
	  if test "$$(id -u)" = 0 && grep -qs '^ID=debian' /etc/os-release; then \
	    echo "Installing $$package, to open the report as its readers do. This is done once." >&2; \
	    apt-get -qq update >/dev/null 2>&1; \
	    DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $$package >/dev/null 2>&1; \
	  fi; \
	  command -v $$program >/dev/null || \
	    echo "NOT TESTED: there is no $$program here to open the report with; install $$package to have that tested, too." >&2; \
	done

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

.PHONY: help today test lint types contracts tests readers bench docs format clean
