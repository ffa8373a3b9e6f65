"""By what somebody who was erased is known again: keyed hashes, and nothing that can be read.

A mark is an HMAC-SHA256 of an e-mail address, a number, an id in another system or a name, with a
random key that is made at the first erasure and lives in the book alone. Whoever has a mark and not
the key learns nothing; whoever has the whole book can ask whether somebody is among them, and that
is what an import does. See docs/explanation/what-erased-means.md.
"""

import hmac
import secrets
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from dailycontact.core.naming import fold
from dailycontact.core.remembered import MARK, Remembered
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

KEY = "erasure_key"
"""The setting in which the keys are kept: one, and those of books whose erasures were brought in.

It is in no journal, and no command shows it.
"""
IN_TEXT = "text"
"""Of what those marks are by which a name is hidden in texts."""
_BYTES = 32
_ROW = "row:"
"""How the mark of a row begins; it outlives their coming back, for that makes a new row."""


class Marks:
    """The marks of everybody who was erased from a book, read once."""

    def __init__(self, look: Look) -> None:
        """Read nothing yet: most books never erased anybody."""
        self._look = look

    @property
    def any(self) -> bool:
        """Whether anybody was erased."""
        return bool(self._known)

    def knows(
        self,
        *,
        folded: str,
        emails: Iterable[str] = (),
        numbers: Iterable[str] = (),
        source: str = "",
        external_id: str | None = None,
        name: str = "",
    ) -> bool:
        """Return whether somebody was erased; as `among`."""
        return bool(self._known) and not self._known.keys().isdisjoint(
            self._asked(folded, emails, numbers, ((source, external_id),), name)
        )

    def among(
        self,
        *,
        folded: str,
        emails: Iterable[str] = (),
        numbers: Iterable[str] = (),
        ids: Iterable[tuple[str, str | None]] = (),
        name: str = "",
    ) -> tuple[int, ...]:
        """Return the erasures of somebody, by what is known of them; none where they were not.

        `folded` is what entries.folded makes of name and company, `name` the name alone as it is
        written, `numbers` are E.164, `ids` pairs of a source and an id in it.
        """
        if not self._known:
            return ()
        asked = self._asked(folded, emails, numbers, ids, name)
        return tuple(sorted({one for mark in asked for one in self._known.get(mark, ())}))

    @cached_property
    def _known(self) -> dict[str, list[int]]:
        known: dict[str, list[int]] = {}
        for row in self._look.rows(
            "SELECT erasure_id, mark FROM erasure_mark WHERE mark NOT LIKE :text", text=f"{MARK}%"
        ):
            known.setdefault(row["mark"], []).append(row["erasure_id"])
        return known

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        return keys_of(self._look)

    def _asked(
        self,
        folded: str,
        emails: Iterable[str],
        numbers: Iterable[str],
        ids: Iterable[tuple[str, str | None]],
        name: str,
    ) -> Iterator[str]:
        called = {folded, fold(name)} - {""}
        for what, value in [*(("email", e) for e in emails), *(("phone", n) for n in numbers)]:
            for each in ("", *called):
                yield from self._marks(what, value, each)
        for source, number in ids:
            if number:
                yield from self._marks("id", source, number)
        for each in called:
            yield from self._marks("name", each, "")

    def _marks(self, *words: str) -> Iterator[str]:
        return (marked(key, *words) for key in self._keys)


def forget(change: "Change", erasure_ids: Iterable[int]) -> None:
    """Forget the marks of somebody who is a customer again, of their own will.

    Not those of names that texts still have: what was said without them stays without them.
    """
    for erasure_id in erasure_ids:
        for row in change.rows(
            "SELECT id FROM erasure_mark WHERE erasure_id = :id AND mark NOT LIKE :row"
            " AND mark NOT LIKE :text ORDER BY id",
            id=erasure_id,
            row=f"{_ROW}%",
            text=f"{MARK}%",
        ):
            change.remove("erasure_mark", row["id"])


def keys_of(look: Look) -> tuple[str, ...]:
    """Return the keys of a book's marks, its own first; none where nobody was erased."""
    said = look.value("SELECT value FROM setting WHERE key = :key", key=KEY)
    return tuple(str(said).split(",")) if said else ()


def keep_keys(change: "Change", keys: Sequence[str]) -> tuple[str, ...]:
    """Keep keys beside those that the book has; return all of them. The journal never has them."""
    there = keys_of(change)
    both = tuple(dict.fromkeys((*there, *keys)))
    if both == there:
        return there
    statement = (
        "UPDATE setting SET value = :keys WHERE key = :key"
        if there
        else "INSERT INTO setting (key, value) VALUES (:key, :keys)"
    )
    change.run(statement, key=KEY, keys=",".join(both))
    return both


def own_key(change: "Change") -> str:
    """Return the key with which new marks are made; the first time, it is drawn by lot."""
    keys = keys_of(change)
    return keys[0] if keys else keep_keys(change, (secrets.token_hex(_BYTES),))[0]


def marked(key: str, what: str, value: str, beside: str = "") -> str:
    """Return the mark of a value: 64 hexadecimal digits. Capitals of an address do not matter."""
    said = "\0".join((what, value.strip().casefold() if what == "email" else value, beside))
    return hmac.digest(bytes.fromhex(key), said.encode("utf-8", "replace"), "sha256").hex()


def remembered(look: Look) -> Remembered:
    """Return the names of who was erased, as far as texts still have them, for hiding them."""
    rows = look.tuples("SELECT mark FROM erasure_mark WHERE mark LIKE :text", text=f"{MARK}%")
    if not rows:
        return Remembered()
    makers = tuple(partial(marked, key, IN_TEXT) for key in keys_of(look))
    return Remembered(marks=frozenset(row[0] for row in rows), makers=makers)


def of_row(key: str, customer_id: int, name: str) -> str:
    """Return the mark of a customer's number together with a folded name.

    By it a row of a copy is known again, of which nothing else is the same any more. No file that
    comes in is asked for it.
    """
    return f"{_ROW}{marked(key, 'row', str(customer_id), name)}"


def marks_of(
    key: str,
    *,
    folded: Iterable[str],
    emails: Iterable[tuple[str, bool]],
    numbers: Iterable[tuple[str, bool]],
    ids: Iterable[tuple[str, str]],
    always: Iterable[str] = (),
) -> frozenset[str]:
    """Return the marks of somebody.

    Each address and number says whether somebody else has it, too: then it counts only together
    with one of the names in `folded`. The names alone are marked where there is nothing else; those
    in `always`, a full name with its company, in any case.
    """
    names = frozenset(folded) - {""}
    marks: set[str] = set()
    for what, values in (("email", emails), ("phone", numbers)):
        for value, shared in values:
            marks |= {marked(key, what, value, each) for each in (names if shared else ("",))}
    marks |= {marked(key, "id", source, value) for source, value in ids}
    alone = set(always) if marks else names | set(always)
    return frozenset(marks | {marked(key, "name", each) for each in alone})
