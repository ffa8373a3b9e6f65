"""The kinds of file that customers come from, one module a kind, loaded when a file of it is read.

Each module has `read(data, *, file, encoding, expected, sheet, large)`, which hands back a sheet.
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType, ModuleType

DELIMITED = "dailycontact.people.sources.csv"
WORKBOOK = "dailycontact.people.sources.workbook"
CARDS = "dailycontact.people.sources.vcard"
OURS = "dailycontact.people.sources.json"

SOURCES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys((".csv", ".tsv", ".txt"), DELIMITED),
        **dict.fromkeys((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"), WORKBOOK),
        **dict.fromkeys((".vcf", ".vcard"), CARDS),
        ".json": OURS,
    }
)


def source_of(kind: str) -> ModuleType:
    """Return the module that reads files of this ending; one nobody knows is taken for text."""
    return import_module(SOURCES.get(kind, DELIMITED))
