"""Urgent answers that have no owner: wanted the same day, and so above everything else."""

from dataclasses import dataclass
from datetime import date

from dailycontact.core.standing import Standing
from dailycontact.store import answers
from dailycontact.store.looking import Look

COUNTED = 20
"""How many are counted; more than that say no more."""

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
    )
)


@dataclass(frozen=True, kw_only=True)
class Urgent:
    """The urgent answers without an owner: the first of them, and how many there are.

    They are counted as far as COUNTED says, and one more says that there are more.
    """

    first: tuple[Standing, ...] = ()
    number: int = 0


def ownerless(look: Look, *, leader_id: int, today: date, most: int = 1) -> Urgent:
    """Return the urgent answers without an owner that a leader may see, the oldest first.

    What is private, or not to be passed on, is seen by the leader who heard it alone.
    """
    rows = look.tuples(
        f"SELECT id FROM ({_OWNERLESS}) crying ORDER BY id LIMIT {COUNTED + 1}",  # noqa: S608 - our own text
        leader=leader_id,
    )
    found = [row[0] for row in rows]
    if not found:
        return Urgent()
    first = answers.standings(look, today=today, answer_ids=found[:most])
    return Urgent(first=tuple(first), number=len(found))
