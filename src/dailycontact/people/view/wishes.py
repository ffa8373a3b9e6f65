"""What the team wishes for on the screen, and what became of it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.dates import say_ago
from dailycontact.core.program import PROGRAM
from dailycontact.core.recorded import TeamWish
from dailycontact.people.usecases.wishes import DECLINED, DOING, DONE
from dailycontact.terminal.card import quoted

if TYPE_CHECKING:
    from rich.table import Table

NONE = "Nobody of the team waits for an answer to a wish."
ANSWER = f"Say what becomes of one: {PROGRAM} team wish NUMBER --doing, --done or --decline TEXT"
_HOW = {DOING: "is being done", DONE: "is done", DECLINED: "cannot be"}


def table_of(wishes: Sequence[TeamWish], *, today: date) -> "Table":
    """Return the wishes as a table: their numbers, when they were said, and where they stand."""
    from dailycontact.terminal.table import table

    return table(
        ("wish", "said", "what", "where it stands"),
        [
            (str(wish.talk_id), say_ago(wish.day, today=today), quoted(wish.wish), _stands(wish))
            for wish in wishes
        ],
        align=("right",),
    )


def _stands(wish: TeamWish) -> str:
    return f"{_HOW[wish.how]}: {wish.say}" if wish.how else "nobody has answered yet"


def answered(wishes: Sequence[TeamWish]) -> Iterator[str]:
    """Yield what was written down, and who reads it."""
    for wish in wishes:
        yield f"{wish.talk_id}  {quoted(wish.wish)} {_HOW[wish.how or DOING]}."
    yield "The team reads it in the next report, without a name."


def document(wishes: Sequence[TeamWish]) -> dict[str, object]:
    """Return wishes as a JSON document."""
    return {
        "wishes": [
            {
                "id": wish.talk_id,
                "wish": wish.wish,
                "day": wish.day,
                "how": wish.how,
                "say": wish.say,
                "replied_on": wish.replied_on,
            }
            for wish in wishes
        ]
    }
