"""Looking for words in everything that was written down."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from dailycontact.core.naming import fold
from dailycontact.core.program import PROGRAM
from dailycontact.errors import UsageProblem
from dailycontact.report.rule.excerpt import Excerpt, excerpt
from dailycontact.store import searching
from dailycontact.store.looking import Look
from dailycontact.store.searching import Written


class NothingToLookFor(UsageProblem):
    """There are no words in what was typed."""

    def __init__(self) -> None:
        super().__init__(f"Say what to look for, like: {PROGRAM} find invoice")


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One place where the words stand, and the command that shows more of it."""

    group: str
    field: str
    id: int
    reference: str
    customer: str | None
    whose: str | None
    day: date | None
    excerpt: Excerpt
    see: str


@dataclass(frozen=True, kw_only=True)
class Found:
    """Everything that was found for `text`, group by group."""

    text: str
    day: date
    hits: tuple[Hit, ...]


def find(look: Look, text: str, *, today: date, reader_id: int | None) -> Found:
    """Return the places where the words stand, in any case and with or without accents.

    `reader_id` is the leader who looks, None for somebody who is not known: what the team told
    another leader in confidence is not found.

    Raises:
        NothingToLookFor: there are no words in `text`.

    """
    wanted = fold(unicodedata.normalize("NFC", text))
    if not wanted:
        raise NothingToLookFor
    everything = chain(
        searching.customers_named(look, wanted),
        searching.texts(look),
        searching.talks(look, reader_id=reader_id),
    )
    return Found(text=text, day=today, hits=tuple(_hits(everything, wanted)))


def _hits(everything: Iterable[Written], wanted: str) -> Iterable[Hit]:
    for written in everything:
        around = excerpt(written.text, wanted)
        if around is not None:
            yield _hit(written, around)


def _hit(written: Written, around: Excerpt) -> Hit:
    return Hit(
        group=written.group,
        field=written.field,
        id=written.id,
        reference=f"A{written.id}" if written.group == "action" else str(written.id),
        customer=written.customer,
        whose=written.whose or written.customer,
        day=written.day,
        excerpt=around,
        see=_see(written),
    )


def _see(written: Written) -> str:
    if written.customer_id is not None:
        return f"{PROGRAM} customers show {written.customer_id}"
    if written.group == "talk":
        return f"{PROGRAM} team list"
    if written.group == "story" and written.day is not None:
        year, week, _ = written.day.isocalendar()
        return f"{PROGRAM} report --week {year}-W{week:02}"
    return f"{PROGRAM} loop --all"
