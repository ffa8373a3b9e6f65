"""Who was told what came of an action, and says that it is not solved: before others hear of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look

_DOUBTS = (
    "SELECT finish.action_id, telling.answer_id, customer.name AS customer,"
    " COALESCE(telling.reacted_on, telling.day) AS day,"
    " (SELECT MAX(a.verbatim) FROM answer a WHERE a.telling_id = telling.id"
    "  AND a.kind = 'suggestion') AS words"
    " FROM finish JOIN telling ON telling.finish_id = finish.id"
    " JOIN answer ON answer.id = telling.answer_id"
    " JOIN customer ON customer.id = answer.customer_id"
    " WHERE finish.action_id IN ({}) AND telling.reaction = 'not-solved' AND NOT EXISTS"
    " (SELECT 1 FROM finish later JOIN finish_answer fa ON fa.finish_id = later.id"
    "  WHERE later.action_id = finish.action_id AND later.number > finish.number"
    "  AND fa.answer_id = telling.answer_id)"
    " ORDER BY day DESC, telling.id DESC"
)


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """A customer for whom an action has not solved it, since the day they said so.

    `words` are what they wish for now; None where they did not say.
    """

    action_id: int
    answer_id: int
    customer: str
    day: date
    words: str | None = None


def doubts(look: Look, action_ids: Iterable[int]) -> tuple[Doubt, ...]:
    """Return who says that one of these actions has not solved it; the newest first.

    Not those for whom it has ended again since.
    """
    rows = look.among(_DOUBTS, sorted(set(action_ids)) or [0])
    return tuple(
        Doubt(
            action_id=row["action_id"],
            answer_id=row["answer_id"],
            customer=row["customer"],
            day=day_of(row["day"]),
            words=row["words"],
        )
        for row in rows
    )
