"""Letters and e-mails in which customers are told: written here, sent by the leader, or not.

One that was written tells nobody anything. It counts when the leader says that it went.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.telling import Owed
from dailycontact.store import exporting
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look
from dailycontact.store.owed import UNTOLD

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

FORM = "eml"


@dataclass(frozen=True, kw_only=True)
class Written:
    """A letter that was written and has not gone yet, as far as anybody said.

    `answer_ids` are those of its customer about which it tells, as far as they still wait.
    """

    answer_ids: tuple[int, ...]
    customer_id: int
    customer: str
    words: str
    place: str
    day: date


_WRITTEN = (
    "SELECT letter.answer_id, answer.customer_id, customer.name AS customer, letter.words,"  # noqa: S608 - our own text
    " letter.place, letter.day FROM letter JOIN finish_answer fa"
    "  ON fa.finish_id = letter.finish_id AND fa.answer_id = letter.answer_id"
    " JOIN finish ON finish.id = fa.finish_id JOIN answer ON answer.id = letter.answer_id"
    f" JOIN customer ON customer.id = answer.customer_id WHERE {UNTOLD}"
)


def write(
    change: "Change", ends: Sequence[Owed], *, words: str, place: str, leader_id: int, day: date
) -> None:
    """Note that a customer was written to about these ends, in a file at `place`.

    It is noted among the exports, too, so that an erasure names the file that holds them.
    """
    for end in ends:
        change.add(
            "letter",
            finish_id=end.finish_id,
            answer_id=end.answer_id,
            words=words,
            place=place,
            leader_id=leader_id,
            day=day,
            recorded_at=change.at,
        )
    exporting.note(
        change,
        place=place,
        form=FORM,
        people=1,
        customer_id=ends[0].customer_id,
        leader_id=leader_id,
        day=day,
    )


def unsent(
    look: Look, *, action_id: int | None = None, answer_id: int | None = None
) -> tuple[Written, ...]:
    """Return what was written about an action, or about an answer, and not said to be sent.

    Of each customer the newest; the oldest first.
    """
    if answer_id is not None:
        about = (
            " AND letter.place IN (SELECT l.place FROM letter l WHERE l.answer_id = :id)"
            " AND answer.customer_id = (SELECT a.customer_id FROM answer a WHERE a.id = :id)"
        )
    else:
        about = " AND finish.action_id = :id"
    rows = look.rows(f"{_WRITTEN}{about} ORDER BY letter.id", id=answer_id or action_id)
    newest = {row["customer_id"]: row for row in rows}
    return tuple(
        Written(
            answer_ids=tuple(
                dict.fromkeys(
                    row["answer_id"]
                    for row in rows
                    if (row["customer_id"], row["place"]) == (customer_id, last["place"])
                )
            ),
            customer_id=customer_id,
            customer=last["customer"],
            words=last["words"],
            place=last["place"],
            day=day_of(last["day"]),
        )
        for customer_id, last in newest.items()
    )
