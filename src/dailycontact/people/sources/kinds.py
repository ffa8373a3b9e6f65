"""Says what kind of file some bytes are: by what they hold first, and only then by their name."""

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from dailycontact.errors import BadInput
from dailycontact.people.sources.unpacking import opened, read_member

if TYPE_CHECKING:
    from zipfile import ZipFile

ZIP = ".zip"
CARDS = ".vcf"
JSON = ".json"
TEXT = ".csv"
BOOK = ".xlsx"
WORKBOOKS = (BOOK, ".xlsm", ".xlsb", ".xls", ".ods")
ALL_CARDS = (CARDS, ".vcard")
KNOWN = (*WORKBOOKS, *ALL_CARDS, JSON, TEXT, ".tsv", ZIP)
"""Endings that are read from a folder or an archive; other files have to be named themselves."""

_START = 4_096
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPPED = (b"PK\x03\x04", b"PK\x05\x06")
_CARD = re.compile(rb"(?:\xef\xbb\xbf)?\s*begin\s*:\s*vcard", re.IGNORECASE)
_WIDE_CARD = re.compile("\ufeff?\\s*begin\\s*:\\s*vcard", re.IGNORECASE)
_OURS = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*[{\]])')
_OTHERS = (
    ("word/", "a Word document"),
    ("ppt/", "a presentation"),
    ("Index/Document.iwa", "a Numbers document"),
    ("Index.zip", "a Numbers document"),
)
_OTHER_MIMES = ((b".text", "a text document"), (b".presentation", "a presentation"))


class OtherKind(BadInput):
    """The file was made by a program whose files hold no table."""


def kind_of(data: bytes, *, file: str) -> str:
    """Return the ending that says how to read some bytes, whatever the name of their file is.

    Raises OtherKind for documents of other programs.
    """
    ending = PurePath(file).suffix.lower()
    if data.startswith(_OLD_OFFICE):
        return ending if ending in WORKBOOKS else ".xls"
    if data.startswith(_ZIPPED):
        return _kind_of_zip(data, file, ending)
    return _kind_of_text(data, file, ending)


def _kind_of_text(data: bytes, file: str, ending: str) -> str:
    if ending in ALL_CARDS or _CARD.match(data) or _WIDE_CARD.match(_as_wide(data)):
        return CARDS
    if _OURS.match(data) or (ending == JSON and data[:_START].lstrip()[:1] in (b"{", b"[")):
        return JSON
    if ending not in (*WORKBOOKS, JSON, ZIP) or b"\0" in data[:_START]:
        return ending
    if ending in WORKBOOKS and data[:_START].lstrip().startswith(b"<"):
        raise OtherKind(f"{file} is a web page, no workbook: open it in Excel and save it as CSV.")
    return TEXT


def _kind_of_zip(data: bytes, file: str, ending: str) -> str:
    """Look at the names in a ZIP; what cannot be opened is left to whoever reads that ending."""
    archive = opened(data)
    if archive is None:
        return ending if ending in WORKBOOKS else ZIP
    names = [name.replace("\\", "/") for name in archive.namelist()]
    for beginning, what in _OTHERS:
        if any(name.startswith(beginning) for name in names):
            raise _other(file, what)
    if "mimetype" in names:
        return _kind_by_mime(archive, file)
    if any(name.lower().startswith("xl/") for name in names) or "[Content_Types].xml" in names:
        return ending if ending in WORKBOOKS else BOOK
    return ZIP


def _kind_by_mime(archive: "ZipFile", file: str) -> str:
    mime = read_member(archive, "mimetype", most=200) or b""
    for part, what in _OTHER_MIMES:
        if part in mime:
            raise _other(file, what)
    return ".ods"


def _other(file: str, what: str) -> OtherKind:
    return OtherKind(f"{file} is {what}, not a table: save the table in it as CSV (UTF-8) first.")


def _as_wide(data: bytes) -> str:
    """Read the beginning as UTF-16, whichever half comes first."""
    start = data[:_START].removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    order = "utf-16-be" if start[:1] == b"\0" else "utf-16-le"
    return start.decode(order, "ignore")
