"""What the team wishes for and agreed to pass on, and what became of it: read and written."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from dailycontact.core.recorded import TeamWish
from dailycontact.store.forms import day_of, day_or_none, instant_of
from dailycontact.store.looking import Look, Row

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_WISHES = (
    "SELECT talk.id, talk.member_id, talk.wish, talk.day, talk.recorded_at, reply.how, reply.say,"
    " reply.day AS replied_on, reply.recorded_at AS replied_at FROM talk"
    " LEFT JOIN talk_reply reply ON reply.id = (SELECT MAX(last.id) FROM talk_reply last"
    "  WHERE last.talk_id = talk.id{before})"
    " WHERE talk.pass_on = 1 AND talk.wish IS NOT NULL{which} ORDER BY talk.id"
)
_OPEN = "(reply.how IS NULL OR reply.how = 'doing')"


def wishes(look: Look, *, since: datetime, until: datetime) -> list[TeamWish]:
    """Return what was wished for and may be passed on, as it stood at `until`, in order.

    Those that were recorded or replied to from `since` on, and those that are open: nobody has
    said anything to them, or somebody is at it.
    """
    rows = look.rows(
        _WISHES.format(
            before=" AND last.recorded_at < :until",
            which=" AND talk.recorded_at < :until AND (talk.recorded_at >= :since"
            f" OR reply.recorded_at >= :since OR {_OPEN})",
        ),
        since=since,
        until=until,
    )
    return [_wish(row) for row in rows]


def every_wish(look: Look) -> list[TeamWish]:
    """Return all that was ever wished for and may be passed on, as it stands now, in order."""
    return [_wish(row) for row in look.rows(_WISHES.format(before="", which=""))]


def reply(
    change: "Change", talk_ids: Sequence[int], *, how: str, say: str, day: date
) -> list[TeamWish]:
    """Write down what became of these wishes (doing, done or declined), in words for the team.

    Return them as they stand now; a talk without a wish that may be passed on is left out.
    """
    passed_on = {wish.talk_id for wish in every_wish(change)}
    answered = [talk_id for talk_id in dict.fromkeys(talk_ids) if talk_id in passed_on]
    for talk_id in answered:
        change.add(
            "talk_reply",
            talk_id=talk_id,
            how=how,
            say=say,
            leader_id=change.leader_id,
            day=day,
            recorded_at=change.at,
        )
    return [wish for wish in every_wish(change) if wish.talk_id in answered]


def _wish(row: Row) -> TeamWish:
    replied_at = row["replied_at"]
    return TeamWish(
        talk_id=row["id"],
        member_id=row["member_id"],
        wish=row["wish"],
        day=day_of(row["day"]),
        recorded_at=instant_of(row["recorded_at"]),
        how=row["how"],
        say=row["say"],
        replied_on=day_or_none(row["replied_on"]),
        replied_at=instant_of(replied_at) if replied_at else None,
    )
