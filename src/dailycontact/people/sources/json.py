"""Reads our own exports in JSON: the same table as the other forms, by other names."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dailycontact.core.contact import Problem
from dailycontact.core.exported import Exported, ExportedEmail, ExportedPhone, OtherId
from dailycontact.core.exported_columns import cells, headers
from dailycontact.people.sources.sheet import (
    LONGEST_CELL,
    MOST_ROWS,
    ROWS_AT_ONCE,
    Block,
    TooManyRows,
)
from dailycontact.people.sources.text import LARGE_BYTES, MOST_BYTES, FileUnreadable

NOT_OURS = "is no export of dailycontact; save it as CSV where it came from, and import that"
DAMAGED = "is damaged, or only a part of the file; export it again"
NO_CUSTOMER = "this is no customer as dailycontact exports them"
NAMELESS = "no name"
UNDATED = "yes"
"""When somebody refused who did, on a day that is not said."""

_TEXTS = {
    "zone": "time_zone",
    "referred_by": "recommended_by",
    "refused_why": "refused_because",
} | {
    name: name
    for name in (
        *("name", "company", "country", "hours", "segment", "leader", "joined_on", "renewed_on"),
        *("left_on", "paused_on", "paused_until", "refused_on"),
    )
}


class _NoCustomerOfOurs(Exception):
    """A value in the document is of another kind than ours are."""


@dataclass(frozen=True, kw_only=True)
class JsonSheet:
    """The customers of a document; the line of each is where it stands in an export of ours."""

    file: str
    headers: tuple[str, ...]
    customers: tuple[tuple[int, Exported], ...] = field(repr=False)
    problems: tuple[Problem, ...]
    encoding: str = "utf-8"
    guessed: bool = False
    delimiter: str = ","

    @property
    def most_rows(self) -> int:
        """How many customers it has."""
        return len(self.customers) + len(self.problems)

    def blocks(self) -> Iterator[Block]:
        """Yield the customers some thousand at a time."""
        problems = self.problems
        for start in range(0, max(len(self.customers), 1), ROWS_AT_ONCE):
            some = self.customers[start : start + ROWS_AT_ONCE]
            rows = [[said.get(header, "") for header in self.headers] for said in _said(some)]
            yield Block(lines=[line for line, _ in some], rows=rows, problems=problems)
            problems = ()


def read(
    data: bytes,
    *,
    file: str = "the input",
    encoding: str | None = None,  # noqa: ARG001 - JSON is UTF-8: RFC 8259, section 8.1
    expected: Collection[str] = (),  # noqa: ARG001 - our headers are known
    sheet: str | None = None,  # noqa: ARG001 - there is only one
    large: bool = False,
) -> JsonSheet:
    """Open an export of ours; raises FileUnreadable where it is none, TooManyRows."""
    if len(data) > (LARGE_BYTES if large else MOST_BYTES):
        raise FileUnreadable(f"{file} is larger than 50 MB: export it as CSV, or add --large.")
    book, listed = _document(data, file)
    if len(listed) > MOST_ROWS and not large:
        raise TooManyRows(
            f"{file} has {len(listed):,} customers; {MOST_ROWS:,} are the most at once:"
            " allow more with --large."
        )
    customers: list[tuple[int, Exported]] = []
    problems: list[Problem] = []
    for line, said in enumerate(listed, start=2):
        try:
            customers.append((line, _customer(said, book)))
        except _NoCustomerOfOurs as why:
            problems.append(Problem(file=file, line=line, reason=str(why), row=(_shown(said),)))
    return JsonSheet(
        file=file,
        headers=headers(one for _, one in customers),
        customers=tuple(customers),
        problems=tuple(problems),
    )


def _said(some: Sequence[tuple[int, Exported]]) -> Iterator[dict[str, str]]:
    for _, one in some:
        said = cells(one)
        if one.refused_on == UNDATED:
            del said["Refused on"]
        yield said


def _document(content: bytes, file: str) -> tuple[str, list[Any]]:
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise FileUnreadable(f"{file} {DAMAGED}.") from error
    if isinstance(document, dict) and isinstance(document.get("customers"), list):
        book = document.get("book")
        if isinstance(book, str):
            return book, document["customers"]
    raise FileUnreadable(f"{file} {NOT_OURS}.")


def _customer(said: object, book: str) -> Exported:
    if not isinstance(said, Mapping):
        raise _NoCustomerOfOurs(NO_CUSTOMER)
    texts = {name: _text(said, key) for name, key in _TEXTS.items()}
    name, company = texts.pop("name") or "", texts.pop("company") or ""
    if not (name or company):
        raise _NoCustomerOfOurs(NAMELESS)
    refused_on = texts.pop("refused_on")
    if said.get("do_not_contact") is True:
        refused_on = refused_on or UNDATED
    return Exported(
        id=_whole(said, "customer_id") or 0,
        book=book,
        name=name or company,
        company=company,
        phones=tuple(map(_phone, _list(said, "phones"))),
        emails=tuple(map(_email, _list(said, "emails"))),
        cadence=_whole(said, "cadence"),
        refused_on=refused_on,
        other_ids=tuple(map(_other_id, _list(said, "other_ids"))),
        **texts,
    )


def _phone(said: Mapping[str, Any]) -> ExportedPhone:
    e164 = _text(said, "e164")
    raw = _text(said, "as_written") or e164 or ""
    label, extension = _text(said, "label") or "", _text(said, "extension")
    return ExportedPhone(label, raw, e164, extension, _text(said, "wrong_since"))


def _email(said: Mapping[str, Any]) -> ExportedEmail:
    return ExportedEmail(_text(said, "label") or "", _text(said, "address") or "")


def _other_id(said: Mapping[str, Any]) -> OtherId:
    return OtherId(_text(said, "source") or "", _text(said, "value") or "")


def _text(said: Mapping[str, Any], key: str) -> str | None:
    value = said.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise _NoCustomerOfOurs(f"{key} is no text")
    if len(value) > LONGEST_CELL:
        raise _NoCustomerOfOurs(
            f"{key} has {len(value):,} characters, {LONGEST_CELL:,} are the most"
        )
    return value.encode("utf-8", "replace").decode().replace("\0", "")


def _whole(said: Mapping[str, Any], key: str) -> int | None:
    value = said.get(key)
    if value is None:
        return None
    if type(value) is not int or not 0 <= value < 2**31:
        raise _NoCustomerOfOurs(f"{key} is no number")
    return value


def _list(said: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = said.get(key)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
        raise _NoCustomerOfOurs(f"{key} is no list")
    return value


def _shown(said: object) -> str:
    return json.dumps(said)[:LONGEST_CELL]
