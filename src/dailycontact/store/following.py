"""Whether what was done has helped: who was told and not asked yet, and what they said."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.following import Followed, Helped, Told
from dailycontact.core.program import PROGRAM
from dailycontact.core.telling import Reaction
from dailycontact.errors import Refused
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look, Row

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_TOLD = (
    "SELECT telling.id, telling.answer_id, finish.action_id, answer.verbatim,"
    " answer.day AS said_on, finish.say, member.name AS owner, finish.day AS finished_on,"
    " telling.day AS told_on, telling.reaction"
    " FROM answer JOIN telling ON telling.answer_id = answer.id"
    " JOIN finish ON finish.id = telling.finish_id JOIN action ON action.id = finish.action_id"
    " LEFT JOIN member ON member.id = action.owner_id"
    " WHERE answer.customer_id = :id AND telling.how = 'told' AND finish.how = 'done'"
    " AND COALESCE(telling.reaction, '') <> 'not-solved'"
    " AND NOT EXISTS (SELECT 1 FROM follow_up WHERE follow_up.telling_id = telling.id)"
    " AND NOT EXISTS (SELECT 1 FROM call later WHERE later.customer_id = :id"
    "  AND later.outcome = 'reached' AND later.id <> COALESCE(telling.call_id, 0)"
    "  AND later.id <> :now AND (later.day > telling.day"
    "   OR (later.day = telling.day AND later.recorded_at > telling.recorded_at))"
    "  AND EXISTS (SELECT 1 FROM answer said WHERE said.call_id = later.id))"
    " ORDER BY telling.day, telling.id"
)


class AskedAlready(Refused):
    """Whether it has helped was asked, and said."""

    def __init__(self, answer_id: int, helped: str, *, of: str) -> None:
        super().__init__(
            f"{of} said already whether {answer_id} has helped ({helped}); if that was written"
            f" down wrongly, take it back with: {PROGRAM} undo"
        )


def to_ask(look: Look, customer_id: int, *, call_id: int | None = None) -> tuple[Told, ...]:
    """Return what was done for a customer and is to be asked about, told the longest ago first.

    That is what they were told since the last conversation in which they said something, and in
    it; not what was no help from the first. The call `call_id`, in which it is asked, does not
    count as such a conversation.
    """
    return tuple(_told(row) for row in look.rows(_TOLD, id=customer_id, now=call_id or 0))


def helped(
    change: "Change", telling_id: int, helped: Helped, *, call_id: int | None, day: date
) -> int:
    """Record whether what a customer was told of has helped; return the id.

    It says something about what was done, and reopens nothing: what they wish for now is an answer
    of its own.

    Raises:
        AskedAlready: it was asked before.

    """
    before = change.row(
        "SELECT follow_up.helped, telling.answer_id, customer.name FROM follow_up"
        " JOIN telling ON telling.id = follow_up.telling_id"
        " JOIN answer ON answer.id = telling.answer_id"
        " JOIN customer ON customer.id = answer.customer_id WHERE follow_up.telling_id = :id",
        id=telling_id,
    )
    if before is not None:
        raise AskedAlready(before["answer_id"], before["helped"], of=before["name"])
    return change.add(
        "follow_up",
        telling_id=telling_id,
        call_id=call_id,
        helped=helped.value,
        leader_id=change.leader_id,
        day=day,
        recorded_at=change.at,
    )


def followed(look: Look, answer_ids: Sequence[int]) -> tuple[Followed, ...]:
    """Return what was said of what was done for these answers, in the order of the days."""
    rows = look.among(
        "SELECT follow_up.telling_id, telling.answer_id, finish.action_id, follow_up.helped,"
        " member.name AS leader, follow_up.day FROM telling"
        " JOIN follow_up ON follow_up.telling_id = telling.id"
        " JOIN finish ON finish.id = telling.finish_id"
        " JOIN member ON member.id = follow_up.leader_id WHERE telling.answer_id IN ({})"
        " ORDER BY follow_up.day, follow_up.id",
        list(answer_ids) or [0],
    )
    return tuple(_followed(row) for row in rows)


def _told(row: Row) -> Told:
    return Told(
        telling_id=row["id"],
        answer_id=row["answer_id"],
        action_id=row["action_id"],
        verbatim=row["verbatim"],
        said_on=day_of(row["said_on"]),
        say=row["say"],
        owner=row["owner"],
        finished_on=day_of(row["finished_on"]),
        told_on=day_of(row["told_on"]),
        reaction=Reaction(row["reaction"]) if row["reaction"] else None,
    )


def _followed(row: Row) -> Followed:
    return Followed(
        telling_id=row["telling_id"],
        answer_id=row["answer_id"],
        action_id=row["action_id"],
        helped=Helped(row["helped"]),
        leader=row["leader"],
        day=day_of(row["day"]),
    )
