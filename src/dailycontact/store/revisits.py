"""What was declined and is to be looked at again: when, and that somebody did.

A day was named with the no (`finish.revisit_on`), or when it was last looked at (`revisit`). To act
anew on it settles it, too: to end it otherwise, to begin something for one of its answers, or that
somebody waits for it again.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.action import Revisit
from dailycontact.store.forms import day_of, day_or_none
from dailycontact.store.looking import Look, Row

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_DECLINED = (
    "SELECT finish.id, finish.action_id, action.title, finish.say, finish.instead,"
    " finish.day AS declined_on, member.name AS owner,"
    " CASE WHEN looked.id IS NULL THEN finish.revisit_on ELSE looked.next_on END AS next_on,"
    " looked.day AS looked_on"
    " FROM finish JOIN action ON action.id = finish.action_id"
    " LEFT JOIN member ON member.id = action.owner_id"
    " LEFT JOIN revisit looked ON looked.id ="
    " (SELECT MAX(r.id) FROM revisit r WHERE r.finish_id = finish.id)"
    " WHERE finish.how = 'declined'"
)
_STANDS = (
    " AND NOT EXISTS (SELECT 1 FROM finish later WHERE later.action_id = finish.action_id"
    "  AND later.number > finish.number)"
    " AND NOT EXISTS (SELECT 1 FROM telling WHERE telling.finish_id = finish.id"
    "  AND telling.reaction = 'not-solved')"
    " AND NOT EXISTS (SELECT 1 FROM action_answer asker WHERE asker.action_id = finish.action_id"
    "  AND asker.recorded_at > finish.recorded_at)"
    " AND NOT EXISTS (SELECT 1 FROM finish_answer fa JOIN action_answer anew"
    "  ON anew.answer_id = fa.answer_id AND anew.action_id <> finish.action_id"
    "  AND anew.recorded_at > finish.recorded_at WHERE fa.finish_id = finish.id)"
)
"""Of an end (`finish`): it is the last of its action, and nobody has acted anew on it."""


def due(look: Look, today: date) -> tuple[Revisit, ...]:
    """Return what was declined and is to be looked at again by `today`, the longest due first."""
    rows = look.rows(
        f"{_DECLINED}{_STANDS} AND finish.id IN (SELECT id FROM finish"  # noqa: S608 - our own text
        " WHERE revisit_on <= :today UNION SELECT finish_id FROM revisit"
        " WHERE next_on <= :today) ORDER BY next_on, finish.id",
        today=today,
    )
    return _revisits(look, [row for row in rows if (day_or_none(row["next_on"]) or today) <= today])


def last(look: Look, finish_id: int) -> Revisit | None:
    """Return when an end that was declined is looked at again, whether or not that is due.

    None where it was not declined, where no day was named, or where it will not be looked at.
    """
    row = look.row(f"{_DECLINED}{_STANDS} AND finish.id = :finish", finish=finish_id)
    return next(iter(_revisits(look, [row] if row else [])), None)


def looked_at(change: "Change", finish_id: int, *, next_on: date | None, day: date) -> int:
    """Write down that it was looked at again and stays declined; `next_on` is when once more."""
    return change.add(
        "revisit",
        finish_id=finish_id,
        next_on=next_on,
        leader_id=change.leader_id,
        day=day,
        recorded_at=change.at,
    )


def _revisits(look: Look, rows: Sequence[Row]) -> tuple[Revisit, ...]:
    rows = [row for row in rows if row["next_on"] is not None]
    askers: dict[int, list[int]] = {}
    for row in look.among(
        "SELECT finish_id, answer_id FROM finish_answer WHERE finish_id IN ({})"
        " ORDER BY finish_id, answer_id",
        [row["id"] for row in rows] or [0],
    ):
        askers.setdefault(row["finish_id"], []).append(row["answer_id"])
    return tuple(
        Revisit(
            finish_id=row["id"],
            action_id=row["action_id"],
            title=row["title"],
            say=row["say"],
            instead=row["instead"],
            owner=row["owner"],
            declined_on=day_of(row["declined_on"]),
            looked_on=day_or_none(row["looked_on"]),
            due_on=day_of(row["next_on"]),
            answers=tuple(askers.get(row["id"], ())),
        )
        for row in rows
    )
