"""What a book knows already of the people in a file: asked for a block of rows at a time.

The keys of a file's people are kept as external ids. Whoever has no id in their file is known
there by name and company, and in which place among those who share both: `name=ana duarte cafe#2`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Any

from dailycontact.core.naming import fold
from dailycontact.core.persons import called
from dailycontact.store import former
from dailycontact.store.looking import Look, Reading, Row
from dailycontact.store.refused_alike import former_names

BY_NAME = "name="
"""How a key begins that was made from a name, because the file gives no id."""

AT_ONCE = 5_000
"""Values in one question; SQLite takes 32,766 at the most, PostgreSQL 65,535."""

PLACES = 100
"""People of one name and company who are asked for at once."""

_CUSTOMER = (
    *("id", "name", "company", "folded", "country", "zone", "segment_id", "cadence", "leader_id"),
    *("joined_on", "head_start", "do_not_contact_on", "do_not_contact_why", "paused_on"),
    *("paused_until", "left_on", "renewed_on", "referred_by", "hours", "erased"),
)
_PHONE = (
    *("id", "customer_id", "position", "label", "raw", "e164", "extension", "shown", "wrong_on"),
)
_REFUSED = (
    "SELECT folded, id AS customer_id FROM customer WHERE do_not_contact_on IS NOT NULL"
    " AND company <> '' AND company <> name AND erased = 0"
)
_BY_EMAIL = "SELECT address AS at, customer_id FROM email WHERE address IN ({})"
_BY_CAPITALS = "SELECT address AS at, customer_id FROM email WHERE address <> LOWER(address)"
_BY_NUMBER = "SELECT e164 AS at, customer_id FROM phone WHERE e164 IN ({})"
_LONGEST_NUMBER = 18
"""Digits of a customer's number that a database can hold."""
_EMAIL = ("id", "customer_id", "position", "label", "address")


@dataclass(kw_only=True)
class Picture:
    """A customer as the book has them: the columns of their rows, and their keys in one source.

    `elsewhere`: another source knows them too, and may have given what this one does not say;
    our own list says all of it.
    """

    facts: dict[str, Any]
    phones: list[dict[str, Any]] = field(default_factory=list)
    emails: list[dict[str, Any]] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    elsewhere: bool = False

    @property
    def id(self) -> int:
        """The customer's id."""
        return int(self.facts["id"])

    @property
    def named(self) -> str:
        """The name, as names are compared."""
        return fold(self.facts["name"])

    @property
    def called(self) -> str:
        """The name, marked where a company stands for it."""
        return called(self.facts["name"], self.facts["company"])

    @property
    def has_an_id(self) -> bool:
        """Whether the source has a number of its own for them."""
        return any(not key.startswith(BY_NAME) for key in self.keys)


class EmptyLook(Reading):
    """What there is to see where nobody has begun a book."""

    def rows(self, sql: str, /, **values: Any) -> list[Row]:  # noqa: ANN401, ARG002 - as SQL takes it
        """Return no rows."""
        return []

    def tuples(self, sql: str, /, **values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401, ARG002 - as SQL takes it
        """Return no rows."""
        return []


class Known:
    """The people of a book, as far as a file of `source` may mean them.

    Whoever comes into the book after this was made, from the same file, is not among them.
    """

    def __init__(self, look: Look, source: str) -> None:
        self._look = look
        self._source = source
        self._last = look.value("SELECT MAX(id) AS value FROM customer") or 0
        self.anybody = self._last > 0
        # Our own list names customers by their numbers here.
        self._is_ours = self.anybody and source == former.own_source(look)
        self._any_key = self.anybody and (
            look.row("SELECT id FROM external_id WHERE source = :source LIMIT 1", source=source)
            is not None
        )

    def by_key(self, keys: Collection[str]) -> dict[str, int]:
        """Return which customers go by these keys in the source."""
        return self._by_number(keys) | self._by_noted_key(keys)

    def _by_number(self, keys: Collection[str]) -> dict[str, int]:
        if not self._is_ours:
            return {}
        numbers = [int(key) for key in keys if key.isdecimal() and len(key) <= _LONGEST_NUMBER]
        rows = self._asked(
            "SELECT id AS customer_id FROM customer WHERE id IN ({}) AND erased = 0", numbers
        )
        return {str(row["customer_id"]): row["customer_id"] for row in rows if self._was_there(row)}

    def _by_noted_key(self, keys: Collection[str]) -> dict[str, int]:
        if not self._any_key:
            return {}
        rows = self._asked(
            "SELECT value, customer_id FROM external_id WHERE source = :source AND value IN ({})",
            keys,
            source=self._source,
        )
        return {row["value"]: row["customer_id"] for row in rows if self._was_there(row)}

    @cached_property
    def refused(self) -> Mapping[str, int]:
        """Who of which name and company, folded, asked not to be contacted."""
        rows = self._look.rows(_REFUSED) if self.anybody else []
        return {row["folded"]: row["customer_id"] for row in rows if self._was_there(row)}

    def namesakes(self, key: str) -> list[int]:
        """Return the customers whose key is made from the same name and company."""
        found: dict[int, None] = {}
        for start in count(0, PLACES):
            numbered = [f"{key}#{place}" for place in range(start, start + PLACES)]
            there = self._by_noted_key([key, *numbered] if start == 0 else numbered)
            found |= dict.fromkeys(there.values())
            if not there:
                break
        return list(found)

    def by_contact(
        self, emails: Collection[str], numbers: Collection[str]
    ) -> dict[str, tuple[int, ...]]:
        """Return who has these e-mail addresses, in small letters, or these E.164 numbers."""
        if not self.anybody:
            return {}
        found = {one: self._capitals[one] for one in emails if one in self._capitals}
        for sql, wanted in ((_BY_EMAIL, emails), (_BY_NUMBER, numbers)):
            for row in filter(self._was_there, self._asked(sql, wanted)):
                found[row["at"]] = (*found.get(row["at"], ()), row["customer_id"])
        return found

    @cached_property
    def former_names(self) -> Mapping[int, tuple[str, ...]]:
        """What those who asked not to be contacted were called before, as `called`."""
        return former_names(self._look) if self.anybody else {}

    @cached_property
    def merged(self) -> frozenset[int]:
        """The customers of whom a leader said that two were one person."""
        return former.merged(self._look) if self.anybody else frozenset()

    @cached_property
    def _capitals(self) -> dict[str, tuple[int, ...]]:
        """Who has an address that is written with capitals, by it in small letters."""
        found: dict[str, tuple[int, ...]] = {}
        for row in filter(self._was_there, self._look.rows(_BY_CAPITALS)):
            at = row["at"].lower()
            found[at] = (*found.get(at, ()), row["customer_id"])
        return found

    def pictures(self, ids: Collection[int]) -> Mapping[int, Picture]:
        """Return these customers, by id."""
        found = {
            facts["id"]: Picture(facts=facts) for facts in self._facts("customer", _CUSTOMER, ids)
        }
        for phone in self._facts("phone", _PHONE, found):
            found[phone["customer_id"]].phones.append(phone)
        for email in self._facts("email", _EMAIL, found):
            found[email["customer_id"]].emails.append(email)
        if self._is_ours:
            for picture in found.values():
                picture.keys.add(str(picture.id))
        if self._any_key:
            sql = "SELECT customer_id, source, value FROM external_id WHERE customer_id IN ({})"
            for row in self._asked(sql, found):
                picture = found[row["customer_id"]]
                if row["source"] == self._source:
                    picture.keys.add(row["value"])
                else:
                    picture.elsewhere = not self._is_ours
        return found

    def _was_there(self, row: Row) -> bool:
        return bool(row["customer_id"] <= self._last)

    def _facts(
        self, table: str, columns: Sequence[str], ids: Iterable[int]
    ) -> Iterable[dict[str, Any]]:
        """Return the rows of these customers, in the order of their positions."""
        of, order = ("id", "id") if table == "customer" else ("customer_id", "position")
        sql = f"SELECT {', '.join(columns)} FROM {table} WHERE {of} IN ({{}}) ORDER BY {order}"  # noqa: S608 - our own names
        for row in self._asked(sql, ids):
            yield {name: row[name] for name in columns}

    def _asked(self, sql: str, wanted: Iterable[object], **values: Any) -> Iterable[Row]:  # noqa: ANN401 - as SQL takes it
        every: Sequence[object] = list(wanted)
        for start in range(0, len(every), AT_ONCE):
            yield from self._look.among(sql, every[start : start + AT_ONCE], **values)


def taken_ids(look: Look, ids: Iterable[tuple[int, str, str]]) -> set[tuple[str, str]]:
    """Return which of these ids (customer, source, value) somebody has already."""
    values: dict[str, list[str]] = {}
    for _, source, value in ids:
        values.setdefault(source, []).append(value)
    # Source by source, because the index begins with it.
    sql = "SELECT value FROM external_id WHERE source = :source AND value IN ({})"
    return {
        (source, row["value"])
        for source, some in values.items()
        for row in look.among(sql, some, source=source)
    }
