"""Where somebody stands in the book: by what they are known, and in whose words they occur."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dailycontact.core.naming import fold
from dailycontact.core.wiping import Number, Person, Wiper, is_full, parts_of
from dailycontact.store import former
from dailycontact.store.customers import like
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look, Row, names
from dailycontact.store.settings import book_settings

FREE: Mapping[str, tuple[str, ...]] = {
    "answer": ("verbatim",),
    "amendment": ("before", "after"),
    "sharing": ("place",),
    "action": ("title",),
    "finish": ("say", "instead", "evidence"),
    "telling": ("words",),
    "story": ("text",),
    "talk": ("wish", "notes"),
    "call": ("notes",),
    "promise": ("text",),
    "skip": ("reason",),
    "customer": ("referred_by", "do_not_contact_why"),
    "export": ("place",),
    "event": ("summary",),
}
"""The columns in which people write freely, and may name anybody."""
WINDOW = 1000
"""Rows that are read at once."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """All that the book knows somebody by, now and before.

    `ids` are their numbers, the first the one they have; `names` pairs of name and company, the
    first as of now; `emails` and `numbers` are pairs with whether somebody else has it, too.
    """

    ids: tuple[int, ...]
    joined_on: date
    names: tuple[tuple[str, str], ...]
    emails: tuple[tuple[str, bool], ...]
    numbers: tuple[tuple[Number, bool], ...]
    external: tuple[tuple[str, str], ...]
    person: Person

    @property
    def needles(self) -> tuple[str, ...]:
        """What must stand nowhere afterwards: names, addresses, and numbers as they are written."""
        said = [*self.person.names, *self.person.emails]
        for number in self.person.numbers:
            said += [number.raw, number.shown, (number.e164 or "").lstrip("+")]
        return tuple(dict.fromkeys(text for text in said if len(text) > 5))  # noqa: PLR2004 - shorter ones say nothing


@dataclass(frozen=True, kw_only=True)
class Place:
    """A text in which one of their names stands alone: perhaps they are meant, perhaps not."""

    table: str
    id: int
    column: str
    text: str

    @property
    def key(self) -> tuple[str, int]:
        """Which row it is."""
        return self.table, self.id


def known_of(look: Look, customer_id: int) -> Known:
    """Return by what somebody is known, from their rows and from what the journal remembers.

    What somebody else goes by, too, is not theirs alone: it is not looked for in words.
    """
    ids = (customer_id, *former.numbers_of(look, customer_id))
    row = look.row("SELECT name, company, joined_on FROM customer WHERE id = :id", id=customer_id)
    if row is None:
        raise LookupError(f"no customer {customer_id}")
    called = [(row["name"], row["company"])]
    phones = [_number(dict(one)) for one in _own(look, "phone", ids)]  # type: ignore[call-overload]  # a row is a mapping
    addresses = [str(one["address"]) for one in _own(look, "email", ids)]
    external = [(str(one["source"]), str(one["value"])) for one in _own(look, "external_id", ids)]
    for table, facts in remembered(look, ids):
        if table == "customer":
            called.append((facts["name"], facts["company"]))
        elif table == "phone":
            phones.append(_number(facts))
        elif table == "email":
            addresses.append(facts["address"])
        else:
            external.append((facts["source"], facts["value"]))
    own = former.own_source(look)
    external += [(own, str(number)) for number in ids]
    emails = tuple((each, _shares_email(look, each, ids)) for each in dict.fromkeys(addresses))
    numbers = tuple((each, _shares_number(look, each, ids)) for each in dict.fromkeys(phones))
    people = tuple(dict.fromkeys(called))
    return Known(
        ids=ids,
        joined_on=day_of(row["joined_on"]),
        names=people,
        emails=emails,
        numbers=numbers,
        external=tuple(dict.fromkeys(external)),
        person=_person(look, ids, people, emails, numbers),
    )


def places(look: Look, wiper: Wiper, known: Known) -> tuple[Place, ...]:
    """Return the texts in which one of their names stands alone, of those that stay."""
    found = []
    for table, column, row_id, text in texts(look):
        if table in ("event", "export") or not wiper.may_be_in(text, parts=True):
            continue
        if wiper.holds_part(text) and not _goes(look, table, row_id, known.ids):
            found.append(Place(table=table, id=row_id, column=column, text=wiper.clean(text)))
    return tuple(found)


def texts(look: Look) -> Iterator[tuple[str, str, int, str]]:
    """Yield every free text: its table and column, the id of its row, and what it says."""
    for table, columns in FREE.items():
        for column in columns:
            after = 0
            while rows := look.rows(
                f"SELECT id, {column} AS said FROM {table} WHERE id > :after"  # noqa: S608 - our own names
                f" AND {column} IS NOT NULL AND {column} <> '' ORDER BY id LIMIT {WINDOW}",
                after=after,
            ):
                yield from ((table, column, row["id"], row["said"]) for row in rows)
                after = rows[-1]["id"]


def journal_lines(look: Look, *tables: str) -> Iterator[Row]:
    """Yield the rows of the journal that have contents, of some tables or of all."""
    among, values = names("table", tables)
    only = f" AND table_name IN ({among})" if tables else ""
    after = 0
    while rows := look.rows(
        "SELECT id, table_name, first_id, before, after FROM event_row WHERE id > :after"  # noqa: S608 - placeholders only
        f" AND (before IS NOT NULL OR after IS NOT NULL){only} ORDER BY id LIMIT {WINDOW}",
        after=after,
        **values,
    ):
        yield from rows
        after = rows[-1]["id"]


def _goes(look: Look, table: str, row_id: int, ids: tuple[int, ...]) -> bool:
    """Return whether the text of a row is emptied anyway, because it is about them."""
    if table not in ("call", "promise", "skip", "customer"):
        return False
    column = "id" if table == "customer" else "customer_id"
    whose = look.value(f"SELECT {column} AS value FROM {table} WHERE id = :id", id=row_id)  # noqa: S608 - our own names
    return whose in ids


def _own(look: Look, table: str, ids: tuple[int, ...]) -> list[Row]:
    listed, values = names("id", ids)
    return look.rows(f"SELECT * FROM {table} WHERE customer_id IN ({listed}) ORDER BY id", **values)  # noqa: S608 - our own names


def remembered(look: Look, ids: Collection[int]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what the journal remembers of their rows: the table, and the row as it was."""
    for line in journal_lines(look, "customer", "phone", "email", "external_id"):
        for side in (line["before"], line["after"]):
            facts = json.loads(side) if side else None
            if facts and is_theirs(line["table_name"], line["first_id"], facts, ids):
                yield line["table_name"], facts


def is_theirs(table: str, row_id: int, facts: Mapping[str, Any], ids: Collection[int]) -> bool:
    """Return whether a row that the journal remembers is about somebody with one of these ids."""
    return row_id in ids if table == "customer" else facts.get("customer_id") in ids


def _number(facts: Mapping[str, Any]) -> Number:
    return Number(raw=facts["raw"], e164=facts["e164"], shown=facts["shown"])


def _person(
    look: Look,
    ids: tuple[int, ...],
    called: tuple[tuple[str, str], ...],
    emails: tuple[tuple[str, bool], ...],
    numbers: tuple[tuple[Number, bool], ...],
) -> Person:
    full: list[str] = []
    doubtful: list[str] = []
    for name in dict.fromkeys(name for name, _ in called):
        clear = is_full(name) and not _namesake(look, name, ids)
        (full if clear else doubtful).append(name)
    parts = [part for name, _ in called for part in parts_of(name)]
    companies = dict.fromkeys(company for _, company in called if company)
    return Person(
        names=tuple(full),
        parts=tuple(dict.fromkeys((*doubtful, *parts))),
        companies=tuple(each for each in companies if not _colleague(look, each, ids)),
        emails=tuple(address for address, shared in emails if not shared),
        numbers=tuple(number for number, shared in numbers if not shared),
    )


def _namesake(look: Look, name: str, ids: tuple[int, ...]) -> bool:
    """Return whether somebody else is called the same: of the customers, or of the team."""
    if any(fold(row["name"]) == fold(name) for row in look.rows("SELECT name FROM member")):
        return True
    return any(fold(row["name"]) == fold(name) for row in _others(look, fold(name), ids))


def _colleague(look: Look, company: str, ids: tuple[int, ...]) -> bool:
    """Return whether a company is somebody else's, too: another customer's, or the leader's own."""
    if fold(book_settings(look).company) == fold(company):
        return True
    return any(fold(row["company"]) == fold(company) for row in _others(look, fold(company), ids))


def _others(look: Look, folded: str, ids: tuple[int, ...]) -> list[Row]:
    listed, values = names("id", ids)
    return look.rows(
        "SELECT name, company FROM customer WHERE folded LIKE :part ESCAPE '!'"  # noqa: S608 - placeholders only
        f" AND id NOT IN ({listed})",
        part=f"%{like(folded)}%",
        **values,
    )


def _shares_email(look: Look, address: str, ids: tuple[int, ...]) -> bool:
    listed, values = names("id", ids)
    return (
        look.row(
            "SELECT id FROM email WHERE LOWER(address) = LOWER(:address)"  # noqa: S608 - placeholders only
            f" AND customer_id NOT IN ({listed})",
            address=address,
            **values,
        )
        is not None
    )


def _shares_number(look: Look, number: Number, ids: tuple[int, ...]) -> bool:
    listed, values = names("id", ids)
    column = "e164" if number.e164 else "raw"
    return (
        look.row(
            f"SELECT id FROM phone WHERE {column} = :number AND customer_id NOT IN ({listed})",  # noqa: S608 - our own names
            number=number.e164 or number.raw,
            **values,
        )
        is not None
    )
