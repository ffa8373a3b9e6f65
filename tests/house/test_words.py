"""What is published names no machine it was made on, and SQL is written in one place only."""

import ast
import re
from pathlib import Path

import pytest

from dailycontact.app import entries
from house.source import PACKAGE, ROOT, Source, sources

# Put together here, so that this file does not hold what it looks for.
MACHINE = re.compile("|".join((r"(?<![\w.])/wor" + "k/", "/roo" + "t/", r"pypi\.o" + "rg")))
WRITTEN = {
    ".py",
    ".md",
    ".toml",
    ".tsv",
    ".csv",
    ".json",
    ".jinja",
    ".j2",
    ".html",
    ".txt",
    ".mako",
}
SQL = re.compile(
    r"\A\s*(?:SELECT\s.+\sFROM\s|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s"
    r"|DELETE\s+FROM\s|CREATE\s+(?:UNIQUE\s+)?(?:TABLE|INDEX|TRIGGER|VIEW)\s|PRAGMA\s"
    r"|WITH\s+(?:RECURSIVE\s+)?\w+(?:\([^)]*\))?\s+AS\s)",
    re.DOTALL,
)
# The demonstration is a book of its own, whichever book the program was called with.
OFFERED = re.compile(
    r"(?<=\S )dailycontact x\b|\bdailycontact (?:"
    + "|".join(sorted({words.split()[0] for words, _ in entries()} - {"demo"}))
    + r")\b"
)


def test_nothing_names_the_machine_it_was_made_on() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number} {match[0]}"
        for path in _published()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if (match := MACHINE.search(line))
    ]

    assert found == []


def test_only_the_store_speaks_sql() -> None:
    elsewhere = [source for source in sources() if not source.name.startswith("store/")]

    found = [
        f"{source.at(line)} {text.split()[0]}"
        for source in elsewhere
        for text, line in _texts(source)
        if SQL.match(text)
    ]

    assert found == [], "ask store/"


@pytest.mark.parametrize(
    "text",
    [
        "SELECT id FROM customer",
        "\n    SELECT id,\n        name\n    FROM customer\n",
        "INSERT OR IGNORE INTO pick VALUES (1)",
        "INSERT INTO pick VALUES (1)",
        "UPDATE customer SET name = ''",
        "WITH due AS (SELECT 1) SELECT * FROM due",
        "PRAGMA foreign_keys",
    ],
)
def test_sql_is_recognised(text: str) -> None:
    assert SQL.match(text)


@pytest.mark.parametrize(
    "text", ["Select a customer from the list", "Update the calendar", "With love"]
)
def test_plain_words_are_not_taken_for_sql(text: str) -> None:
    assert not SQL.match(text)


def test_a_command_that_is_offered_is_written_as_the_program_was_called() -> None:
    found = [
        f"{source.at(line)} {match[0]}"
        for source in sources()
        for text, line in _texts(source, but=_docstrings(source))
        if (match := OFFERED.search(text))
    ]

    assert found == [], "write {PROGRAM}, which keeps --book and --as"


def _docstrings(source: Source) -> frozenset[ast.AST]:
    return frozenset(node.value for node in ast.walk(source.tree) if isinstance(node, ast.Expr))


def _published() -> list[Path]:
    trees = [PACKAGE, ROOT / "docs", ROOT / "tests", ROOT / "benchmarks"]
    inside = [path for tree in trees for path in tree.rglob("*") if path.suffix in WRITTEN]
    return sorted(inside) + sorted(ROOT.glob("*.md")) + [ROOT / "Makefile", ROOT / "pyproject.toml"]


def _texts(source: Source, *, but: frozenset[ast.AST] = frozenset()) -> list[tuple[str, int]]:
    """Return the string literals of a file with their lines; a hole in an f-string reads as x."""
    texts = []
    for node in ast.walk(source.tree):
        if node in but:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            texts.append((node.value, node.lineno))
        elif isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "x" for part in node.values)
            texts.append(("".join(map(str, parts)), node.lineno))
    return texts
