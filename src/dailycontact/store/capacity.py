"""What the rhythms of a book ask for, counted, and what its days have brought, measured."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from dailycontact.core.capacity import (
    LONGEST,
    Group,
    Pace,
    Source,
    affordable_cadence,
    density,
    only_seen,
    together,
)
from dailycontact.core.rhythm import CALLS_A_DAY
from dailycontact.loop import CADENCES
from dailycontact.store.looking import Look, Row
from dailycontact.store.settings import book_settings

WINDOW = 60
"""Working days over which it is measured what a day brings."""

FEWEST = 20
"""Days of them with an attempt, and attempts, before a measure is worth more than the usual."""

TOO_MANY = ceil(LONGEST * CALLS_A_DAY) + 1
"""Customers from which on one call a day keeps none of the rhythms that can be said."""

USUALLY_FAILING = 0.4
"""The share of the attempts that reach nobody, before it is measured."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the rhythms of a book ask for: by group, and the conversations a day by leader.

    `own` holds what the customers of each leader's own ask for; who is anybody's is not in it.
    """

    groups: tuple[Group, ...]
    own: dict[int, float]


def asked(look: Look) -> Asked:
    """Return whom each segment holds that can be phoned, and how often; by the index alone."""
    said = {
        row["id"]: (row["name"], row["cadence"])
        for row in look.rows("SELECT id, name, cadence FROM segment")
    }
    counted: dict[tuple[str, int, Source], int] = {}
    own: dict[int, float] = {}
    for row in look.rows(
        # With a WHERE, SQLite would sort what lies sorted in the index: ten times slower.
        "SELECT segment_id, open, cadence, beat, leader_id, COUNT(*) AS customers FROM customer"
        " GROUP BY segment_id, open, cadence, beat, leader_id"
    ):
        if not row["open"]:
            continue
        name, of_segment = said.get(row["segment_id"], ("", None))
        source = _source(row["cadence"], of_segment)
        key = (name, row["beat"], source)
        counted[key] = counted.get(key, 0) + row["customers"]
        leader = row["leader_id"]
        if leader is not None:
            own[leader] = own.get(leader, 0.0) + row["customers"] / row["beat"]
    groups = [
        Group(segment=name, cadence=beat, customers=customers, source=source)
        for (name, beat, source), customers in counted.items()
    ]
    order = sorted(groups, key=lambda group: (group.cadence, group.segment, group.source))
    return Asked(groups=tuple(order), own=own)


def book_cadence(look: Look) -> int:
    """Return the cadence of customers for whom nobody has said one, in working days.

    The book's own, or the shortest of month, quarter and year that one call a day can keep beside
    what everybody else asks for. They are counted only up to where it cannot keep any.
    """
    settings = book_settings(look)
    if settings.cadence is not None:
        return settings.cadence
    rows = look.rows(
        "SELECT COALESCE(few.cadence, segment.cadence) AS said, COUNT(*) AS customers"  # noqa: S608 - our own number
        f" FROM (SELECT cadence, segment_id FROM customer WHERE open = 1 LIMIT {TOO_MANY}) AS few"
        " LEFT JOIN segment ON segment.id = few.segment_id"
        " GROUP BY COALESCE(few.cadence, segment.cadence)"
    )
    counted = {row["said"]: row["customers"] for row in rows}
    if sum(counted.values()) >= TOO_MANY:
        return max(CADENCES.values())
    free = counted.pop(None, 0)
    return affordable_cadence(free, taken=density(counted))


def load(look: Look) -> float:
    """Return the turns that come up a working day ÷ the conversations that a day brings."""
    rows = look.rows(
        "SELECT beat, COUNT(*) AS customers FROM customer WHERE open = 1 GROUP BY leader_id, beat"
    )
    due: float = sum(row["customers"] / row["beat"] for row in rows)
    return due / calls_a_day(look)


def calls_a_day(look: Look, *, before: date | None = None) -> float:
    """Return the conversations that a working day brings, all leaders together.

    Measured over the last 60 working days `before` a day, or before the last call.
    """
    return together(paces(look, before=before).values()).calls_a_day


def paces(look: Look, *, before: date | None = None) -> dict[int, Pace]:
    """Return, by the id of each leader, how many conversations a working day brings.

    Beside a leader who is measured, one who is not brings nothing yet.
    """
    leaders = look.rows("SELECT id FROM member WHERE leads = 1 AND left_on IS NULL ORDER BY id")
    last = before or look.value("SELECT MAX(day) AS value FROM call")
    days = [] if last is None else _window(look, last)
    return only_seen({row["id"]: _pace(look, row["id"], days, last) for row in leaders})


def _source(own: int | None, of_segment: int | None) -> Source:
    if own is not None:
        return Source.OWN
    return Source.BOOK if of_segment is None else Source.SEGMENT


def _window(look: Look, before: date | str) -> list[str]:
    rows = look.rows(
        "SELECT day FROM workday WHERE why_not IS NULL AND day < :before"  # noqa: S608 - our own number
        f" ORDER BY day DESC LIMIT {WINDOW}",
        before=before,
    )
    return sorted(row["day"] for row in rows)


def _pace(look: Look, leader_id: int, days: Sequence[str], before: date | str | None) -> Pace:
    """Measure one leader over the days on which somebody was due for them."""
    first = look.value(
        "SELECT MIN(day) AS value FROM call WHERE leader_id = :leader AND rang_in = 0",
        leader=leader_id,
    )
    if first is None or not days:
        return Pace(failing=USUALLY_FAILING, begun=first is not None)
    since = max(days[0], first)
    free = _free_days(look, leader_id, since)
    counted = [day for day in days if day >= since and day not in free]
    made = _made(look, leader_id, since, before)
    attempts = sum(row["attempts"] for row in made)
    reached = sum(row["reached"] for row in made)
    failing = 1 - reached / attempts if attempts >= FEWEST else USUALLY_FAILING
    if min(len(counted), len(made)) < FEWEST:
        return Pace(failing=failing, begun=True)
    spoken = {row["day"]: row["spoken"] for row in made}
    return Pace(
        # Somebody is reached in the end: a rhythm of nothing would be none.
        calls_a_day=max(1, sum(spoken.values())) / len(counted),
        days=len(counted),
        failing=failing,
        steady=all(spoken.get(day) for day in counted),
        begun=True,
    )


def _free_days(look: Look, leader_id: int, since: str) -> set[str]:
    """Return the days of a leader's leave, and those on which nobody was due for them."""
    rows = look.rows(
        "SELECT workday.day FROM workday JOIN leave ON leave.leader_id = :leader"
        " AND workday.day BETWEEN leave.first_on AND leave.last_on WHERE workday.day >= :since"
        " UNION SELECT day FROM idle WHERE leader_id = :again AND day >= :from_day",
        leader=leader_id,
        since=since,
        again=leader_id,
        from_day=since,
    )
    return {row["day"] for row in rows}


def _made(look: Look, leader_id: int, since: str, before: date | str | None) -> list[Row]:
    """Return the leader's attempts by day: how many, how many were reached, and asked."""
    return look.rows(
        "SELECT call.day, COUNT(*) AS attempts,"
        " SUM(CASE WHEN outcome = 'reached' THEN 1 ELSE 0 END) AS reached,"
        " SUM(CASE WHEN outcome = 'reached' AND NOT EXISTS (SELECT 1 FROM rhythm_fact fact"
        "  WHERE fact.customer_id = call.customer_id AND fact.day = call.day"
        "  AND fact.what = 'told') THEN 1 ELSE 0 END) AS spoken"
        " FROM call WHERE leader_id = :leader AND rang_in = 0"
        " AND call.day >= :since AND call.day < :before GROUP BY call.day",
        leader=leader_id,
        since=since,
        before=before,
    )
