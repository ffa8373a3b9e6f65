"""The kinds of file that customers come from, one module a kind, loaded when a file of it is read.

Each module has `read(source, *, encoding=None)`, which hands back a sheet.
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType, ModuleType

DELIMITED = "dailycontact.people.sources.csv"

SOURCES: Mapping[str, str] = MappingProxyType(
    {".csv": DELIMITED, ".tsv": DELIMITED, ".txt": DELIMITED}
)


def source_of(file: str | PurePath) -> ModuleType:
    """Return the module that reads this kind of file; an ending nobody knows is taken for text."""
    return import_module(SOURCES.get(PurePath(file).suffix.lower(), DELIMITED))
