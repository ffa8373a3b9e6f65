"""Talks with the team, read: who is next, when somebody last was, and what its reader may see."""

from dataclasses import replace
from datetime import date, timedelta

from dailycontact.core.talk import Talk, TalkDue, next_to_talk_with, week_of
from dailycontact.store import calendar
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look, Row
from dailycontact.store.settings import book_settings
from dailycontact.store.team import members

_TALKS = (
    "SELECT talk.id, member_id, member.name AS member, leader_id, leader.name AS leader, day,"
    " wish, pass_on, notes FROM talk JOIN member ON member.id = member_id"
    " JOIN member leader ON leader.id = leader_id"
)


def due(look: Look, *, leader_id: int, day: date) -> TalkDue | None:
    """Return with whom of the team the leader should talk this week, beside the day's call.

    Nobody on a day off or on leave, where the week has had its talk, or where the book has none.
    """
    if not book_settings(look).talks or not calendar.workday(look, day).works:
        return None
    if calendar.is_away(look, leader_id, day) or _talked_this_week(look, leader_id, day):
        return None
    last = last_days(look)
    chosen = next_to_talk_with(
        (
            TalkDue(member=member, last_on=last.get(member.id))
            for member in members(look)
            if member.id != leader_id and not calendar.is_away(look, member.id, day)
        ),
        day=day,
    )
    if chosen is None:
        return None
    before = with_member(look, chosen.member.id, reader_id=leader_id)
    return replace(chosen, last_wish=before[0].wish if before else None)


def last_days(look: Look) -> dict[int, date]:
    """Return when anybody last talked with each member of the team, by their ids."""
    rows = look.rows("SELECT member_id, MAX(day) AS day FROM talk GROUP BY member_id")
    return {row["member_id"]: day_of(row["day"]) for row in rows}


def with_member(look: Look, member_id: int, *, reader_id: int | None) -> tuple[Talk, ...]:
    """Return the talks with somebody, the newest first, as far as their reader may know them."""
    rows = look.rows(
        f"{_TALKS} WHERE member_id = :id ORDER BY day DESC, talk.id DESC", id=member_id
    )
    return tuple(_talk(row, reader_id) for row in rows)


def readable(look: Look, *, reader_id: int | None) -> tuple[Talk, ...]:
    """Return every talk, the newest first, as far as its reader may know it."""
    rows = look.rows(f"{_TALKS} ORDER BY day DESC, talk.id DESC")
    return tuple(_talk(row, reader_id) for row in rows)


def _talked_this_week(look: Look, leader_id: int, day: date) -> bool:
    monday = week_of(day)
    return (
        look.row(
            "SELECT id FROM talk WHERE leader_id = :leader AND day BETWEEN :monday AND :sunday",
            leader=leader_id,
            monday=monday,
            sunday=monday + timedelta(days=6),
        )
        is not None
    )


def _talk(row: Row, reader_id: int | None) -> Talk:
    mine = row["leader_id"] == reader_id
    passed_on = bool(row["pass_on"])
    return Talk(
        id=row["id"],
        member_id=row["member_id"],
        member=row["member"],
        leader_id=row["leader_id"],
        leader=row["leader"],
        day=day_of(row["day"]),
        wish=row["wish"] if mine or passed_on else None,
        pass_on=passed_on,
        notes=row["notes"] if mine else None,
    )
