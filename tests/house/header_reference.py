"""The reference of recognised headers, made from the table that the import uses."""

from pathlib import Path

from house.source import PACKAGE, ROOT

PAGE = ROOT / "docs" / "reference" / "headers.md"
ALIASES = PACKAGE / "people" / "sources" / "aliases.tsv"
SIGNATURES = PACKAGE / "people" / "sources" / "signatures.tsv"

HEAD = """# Recognised headers

Which columns of a file are brought in without being asked for. Capitals, accents, spaces, hyphens
and underscores do not matter. Everything else is left out, unless you say what it means:
`--map "Header=field"`. This page is made by `make docs`.

| field | headers |
|---|---|
"""

MIDDLE = """
## Exports that are recognised as a whole

| program | by these headers |
|---|---|
"""


def reference() -> str:
    """Return the page."""
    return HEAD + "".join(_fields()) + MIDDLE + "".join(_programs())


def _fields() -> list[str]:
    rows = []
    for field, label, headers in _table(ALIASES):
        name = f"`{field}` ({label})" if label else f"`{field}`"
        rows.append(f"| {name} | {headers.replace(' | ', ', ')} |\n")
    return rows


def _programs() -> list[str]:
    return [
        f"| {name} | {headers.replace(' | ', ', ')} |\n" for name, _, headers in _table(SIGNATURES)
    ]


def _table(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
