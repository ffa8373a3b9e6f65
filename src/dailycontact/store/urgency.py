"""Urgent answers that have no owner, or are late: wanted the same day, so above everything else."""

from dataclasses import dataclass
from datetime import date

from dailycontact.core.standing import Standing
from dailycontact.store import answers
from dailycontact.store.looking import Look

COUNTED = 20
"""How many are counted; more than that say no more."""

PAST_ITS_DAY = (
    "EXISTS (SELECT 1 FROM action_answer la JOIN action ON action.id = la.action_id"
    " WHERE la.answer_id = answer.id AND action.due_on < :past AND NOT EXISTS"
    " (SELECT 1 FROM finish_answer lfa WHERE lfa.answer_id = la.answer_id AND lfa.finish_id ="
    "  (SELECT MAX(lf.id) FROM finish lf JOIN finish_answer lfb ON lfb.finish_id = lf.id"
    "   WHERE lf.action_id = la.action_id AND lfb.answer_id = la.answer_id)"
    "  AND NOT EXISTS (SELECT 1 FROM telling lt WHERE lt.finish_id = lfa.finish_id"
    "   AND lt.answer_id = lfa.answer_id AND lt.reaction = 'not-solved')))"
)
"""Of an answer: something was to be done for it before the day `past`, and is still to be done."""

_CRYING = (
    "SELECT id FROM answer WHERE clock = '{clock}' AND {whose} AND further = 0 AND urgent = 1"
    " AND kind = 'suggestion'"
    " AND ((private = 0 AND consent <> 'no') OR leader_id = :leader)"
)
# The columns of the index, one by one: what waits for the team waits for nobody by name.
_OWNERLESS = " UNION ALL ".join(
    (
        _CRYING.format(clock="unowned", whose="waits_for IS NULL"),
        _CRYING.format(clock="unshared", whose="waits_for IN (SELECT member.id FROM member)"),
        _CRYING.format(clock="undone", whose=f"waits_for IS NULL AND {PAST_ITS_DAY}"),
    )
)


@dataclass(frozen=True, kw_only=True)
class Urgent:
    """The urgent answers without an owner, or late: the first of them, and how many there are.

    They are counted as far as COUNTED says, and one more says that there are more.
    """

    first: tuple[Standing, ...] = ()
    number: int = 0


def ownerless(look: Look, *, leader_id: int, today: date, most: int = 1) -> Urgent:
    """Return the urgent answers without an owner, or late, that a leader may see, oldest first.

    What is private, or not to be passed on, is seen by the leader who heard it alone.
    """
    rows = look.tuples(
        f"SELECT id FROM ({_OWNERLESS}) crying ORDER BY id LIMIT {COUNTED + 1}",  # noqa: S608 - our own text
        leader=leader_id,
        past=today,
    )
    found = [row[0] for row in rows]
    if not found:
        return Urgent()
    first = answers.standings(look, today=today, answer_ids=found[:most])
    return Urgent(first=tuple(first), number=len(found))
