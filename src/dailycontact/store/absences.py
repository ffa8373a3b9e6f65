"""A leader's leave as rows: which days, and who stands in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.store import calendar
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

Away = tuple[date, date, int | None]
"""The first and the last day, and the id of the deputy."""


@dataclass(frozen=True, kw_only=True)
class Resting:
    """A leader who is on leave on a day: who stands in, and when they are back."""

    leader: str
    deputy: str | None
    back_on: date


def of_leader(look: Look, leader_id: int) -> list[Away]:
    """Return a leader's leave, in order."""
    rows = look.rows(
        "SELECT first_on, last_on, deputy_id FROM leave WHERE leader_id = :id"
        " ORDER BY first_on, id",
        id=leader_id,
    )
    return [(day_of(row["first_on"]), day_of(row["last_on"]), row["deputy_id"]) for row in rows]


def deputised(look: Look, *, leader_id: int, day: date) -> tuple[int, ...]:
    """Return the ids of the leaders on leave on `day` for whom this leader stands in, in order.

    Whoever stands in for somebody who stands in, and is away too, stands in for both.
    """
    rows = look.rows(
        "SELECT DISTINCT leader_id, deputy_id FROM leave WHERE deputy_id IS NOT NULL"
        " AND first_on <= :day AND last_on >= :day",
        day=day,
    )
    found: set[int] = set()
    reached = {leader_id}
    while reached:
        reached = {row["leader_id"] for row in rows if row["deputy_id"] in reached} - found
        found |= reached
    return tuple(sorted(found - {leader_id}))


def resting(look: Look, *, day: date) -> dict[int, Resting]:
    """Return, by their ids, the leaders who are on leave on `day`: nothing of theirs is late."""
    rows = look.rows(
        "SELECT leave.leader_id, member.name AS leader, deputy.name AS deputy, last_on FROM leave"
        " JOIN member ON member.id = leave.leader_id"
        " LEFT JOIN member deputy ON deputy.id = deputy_id"
        " WHERE first_on <= :day AND last_on >= :day AND member.left_on IS NULL ORDER BY leave.id",
        day=day,
    )
    return {
        row["leader_id"]: Resting(
            leader=row["leader"],
            deputy=row["deputy"],
            back_on=calendar.next_call_day(look, row["leader_id"], day_of(row["last_on"])),
        )
        for row in rows
    }


def rewrite(change: "Change", leader_id: int, wanted: Sequence[Away]) -> None:
    """Make a leader's leave what is wanted; rows that stay the same are not touched.

    Whoever was proposed for such a day is given back, for a deputy to phone.
    """
    left = list(wanted)
    for row in change.rows(
        "SELECT id, first_on, last_on, deputy_id FROM leave WHERE leader_id = :id", id=leader_id
    ):
        there = (day_of(row["first_on"]), day_of(row["last_on"]), row["deputy_id"])
        if there in left:
            left.remove(there)
        else:
            change.remove("leave", row["id"])
    for first, last, deputy_id in left:
        change.add("leave", leader_id=leader_id, first_on=first, last_on=last, deputy_id=deputy_id)
        change.run(
            "UPDATE pick SET released = 1 WHERE leader_id = :leader AND released = 0"
            " AND day BETWEEN :first AND :last"
            " AND NOT EXISTS (SELECT 1 FROM call WHERE call.pick_id = pick.id)"
            " AND NOT EXISTS (SELECT 1 FROM skip WHERE skip.pick_id = pick.id)",
            leader=leader_id,
            first=first,
            last=last,
        )
