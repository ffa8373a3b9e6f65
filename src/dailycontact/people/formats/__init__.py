"""Every form in which customers can be had, by its name: a file each, and this register.

Each module has `write(out, people, *, book)`: it writes bytes to `out`, and asks for the people as
often as it must, so that any number of them fits into memory. All of them can be imported again.
"""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import BinaryIO, Protocol, cast

from dailycontact.core.exported import Exported

People = Callable[[], Iterable[Exported]]
"""Begins anew with the first customer each time it is called."""


class Form(Protocol):
    """A form, ready to write."""

    def write(self, out: BinaryIO, people: People, *, book: str) -> None:
        """Write all people of the book with that mark."""


FORMS: Mapping[str, str] = MappingProxyType(
    {
        "csv": "dailycontact.people.formats.csv",
        "vcard": "dailycontact.people.formats.vcard",
        "json": "dailycontact.people.formats.json",
        "xlsx": "dailycontact.people.formats.xlsx",
    }
)
ENDINGS: Mapping[str, str] = MappingProxyType(
    {"csv": ".csv", "vcard": ".vcf", "json": ".json", "xlsx": ".xlsx"}
)
"""What the name of a file of each form ends with."""

BY_ENDING: Mapping[str, str] = MappingProxyType(
    {ending: form for form, ending in ENDINGS.items()} | {".vcard": "vcard"}
)
"""The form that the name of a file asks for."""


def form_of(name: str) -> Form:
    """Return the form of that name, loaded."""
    return cast("Form", import_module(FORMS[name]))
