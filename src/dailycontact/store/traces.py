"""Where somebody stands in the book: by what they are known, and in whose words they occur."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dailycontact.core.naming import fold
from dailycontact.core.wiping import Number, Person, Wiper, is_full, parts_of
from dailycontact.store import former
from dailycontact.store.customers import like
from dailycontact.store.entries import folded
from dailycontact.store.events_about import about
from dailycontact.store.forms import day_of
from dailycontact.store.free_texts import WINDOW, is_small, texts
from dailycontact.store.looking import Look, Row, names
from dailycontact.store.settings import book_settings


@dataclass(frozen=True, kw_only=True)
class Known:
    """All that the book knows somebody by, now and before.

    `ids` are their numbers, the first the one they have; `names` pairs of name and company, the
    first as of now; `emails` and `numbers` are pairs with whether somebody else has it, too.
    `twins` are folded names with companies that somebody else has as well.
    """

    ids: tuple[int, ...]
    joined_on: date
    names: tuple[tuple[str, str], ...]
    emails: tuple[tuple[str, bool], ...]
    numbers: tuple[tuple[Number, bool], ...]
    external: tuple[tuple[str, str], ...]
    person: Person
    twins: frozenset[str] = frozenset()

    @property
    def shared(self) -> tuple[str, ...]:
        """What of theirs others in the book have, too: "number", "address", "name", "company"."""
        companies = {company for _, company in self.names if company}
        said = {
            "number": any(shared for _, shared in self.numbers),
            "address": any(shared for _, shared in self.emails),
            "name": any(is_full(n) and n not in self.person.names for n, _ in self.names),
            "company": not companies <= set(self.person.companies),
        }
        return tuple(kind for kind, is_shared in said.items() if is_shared)

    @property
    def needles(self) -> tuple[str, ...]:
        """What must stand nowhere afterwards: names, addresses, and numbers as they are written."""
        said = [*self.person.names, *self.person.emails]
        for number in self.person.numbers:
            said += [number.raw, number.shown, (number.e164 or "").lstrip("+")]
        return tuple(dict.fromkeys(text for text in said if len(text) > 5))  # noqa: PLR2004 - shorter ones say nothing


@dataclass(frozen=True, kw_only=True)
class Place:
    """A text in which one of their names stands alone: perhaps they are meant, perhaps not.

    `at` is where the first of them begins.
    """

    table: str
    id: int
    column: str
    text: str
    at: int = 0

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
    emails = tuple((each, bool(_with_email(look, each, ids))) for each in dict.fromkeys(addresses))
    numbers = tuple((each, bool(_with_number(look, each, ids))) for each in dict.fromkeys(phones))
    people = tuple(dict.fromkeys(called))
    return Known(
        ids=ids,
        joined_on=day_of(row["joined_on"]),
        names=people,
        emails=emails,
        numbers=numbers,
        external=tuple(dict.fromkeys(external)),
        person=_person(look, ids, people, emails, numbers),
        twins=frozenset(_twins(look, people, ids)),
    )


def places(look: Look, wiper: Wiper, known: Known) -> tuple[Place, ...]:
    """Return the texts in which one of their names stands alone, of those that stay."""
    found: list[Place] = []
    past: list[Place] = []
    for table, column, row_id, text in texts(look):
        if table == "export" or not wiper.may_be_in(text, parts=True):
            continue
        cleaned = wiper.clean(text)
        parts = wiper.parts_in(cleaned, small=is_small(table, column))
        if parts and not _goes(look, table, row_id, known.ids):
            place = Place(table=table, id=row_id, column=column, text=cleaned, at=parts[0])
            (past if table == "event" else found).append(place)
    quoted = [place.text for place in found]
    said = about(look, [place.id for place in past], known.ids)
    # What the history quotes goes with what it quotes; what it says of them alone goes anyway.
    found += [
        place
        for place in past
        if not (said[place.id].beyond_doubt or said[place.id].of_others)
        and not any(text in place.text for text in quoted)
    ]
    return tuple(found)


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
    theirs = tuple(each for each in companies if not _colleague(look, each, ids))
    alone = dict.fromkeys((*parts, *(each for each in theirs if len(each.split()) == 1)))
    return Person(
        names=tuple(full),
        parts=tuple(dict.fromkeys((*doubtful, *parts))),
        companies=theirs,
        kept=_kept(look, alone, ids, without={fold(each) for pair in called for each in pair}),
        emails=tuple(address for address, shared in emails if not shared),
        numbers=tuple(number for number, shared in numbers if not shared),
    )


def _kept(
    look: Look, parts: Iterable[str], ids: tuple[int, ...], *, without: Collection[str]
) -> tuple[str, ...]:
    """Return the full names of others, and of their companies, in which one of these words is."""
    found = {
        each: None
        for part in parts
        for row in _others(look, fold(part), ids)
        for each in (row["name"], row["company"])
    }
    found |= dict.fromkeys(row["name"] for row in look.rows("SELECT name FROM member"))
    words = {fold(part) for part in parts}
    return tuple(
        each
        for each in found
        if len(each.split()) > 1
        and fold(each) not in without
        and any(word in fold(each) for word in words)
    )


def _twins(look: Look, called: tuple[tuple[str, str], ...], ids: tuple[int, ...]) -> Iterator[str]:
    """Yield the names with companies by which somebody else goes, too."""
    listed, values = names("id", ids)
    for name, company in called:
        both = folded(name, company)
        if look.row(
            f"SELECT id FROM customer WHERE folded = :both AND id NOT IN ({listed})",  # noqa: S608 - placeholders only
            both=both,
            **values,
        ):
            yield both


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
        "SELECT id, name, company FROM customer WHERE folded LIKE :part ESCAPE '!'"  # noqa: S608 - placeholders only
        f" AND id NOT IN ({listed})",
        part=f"%{like(folded)}%",
        **values,
    )


def sharers(look: Look, known: Known) -> dict[int, str]:
    """Return which customers have a full name, a number or an address of theirs, too, and which."""
    found: dict[int, str] = {}
    for name in dict.fromkeys(name for name, _ in known.names if is_full(name)):
        same = (
            row for row in _others(look, fold(name), known.ids) if fold(row["name"]) == fold(name)
        )
        found |= {row["id"]: "the same name" for row in same}
    for address, _ in known.emails:
        found |= dict.fromkeys(_with_email(look, address, known.ids), "the same e-mail address")
    for number, _ in known.numbers:
        found |= dict.fromkeys(_with_number(look, number, known.ids), "the same number")
    return found


def _with_email(look: Look, address: str, ids: tuple[int, ...]) -> list[int]:
    listed, values = names("id", ids)
    rows = look.rows(
        "SELECT DISTINCT customer_id FROM email WHERE LOWER(address) = LOWER(:address)"  # noqa: S608 - placeholders only
        f" AND customer_id NOT IN ({listed}) ORDER BY customer_id",
        address=address,
        **values,
    )
    return [row["customer_id"] for row in rows]


def _with_number(look: Look, number: Number, ids: tuple[int, ...]) -> list[int]:
    listed, values = names("id", ids)
    column = "e164" if number.e164 else "raw"
    rows = look.rows(
        f"SELECT DISTINCT customer_id FROM phone WHERE {column} = :number"  # noqa: S608 - our own names
        f" AND customer_id NOT IN ({listed}) ORDER BY customer_id",
        number=number.e164 or number.raw,
        **values,
    )
    return [row["customer_id"] for row in rows]
