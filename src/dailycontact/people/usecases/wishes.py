"""What becomes of what the team wished for: said in words that the team will read."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.program import PROGRAM
from dailycontact.core.recorded import TeamWish
from dailycontact.core.references import typed_number
from dailycontact.core.sentences import count, shortened
from dailycontact.errors import NotFound, UsageProblem
from dailycontact.store import team_wishes
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

DOING, DONE, DECLINED = "doing", "done", "declined"


class NoSuchWish(NotFound):
    """No wish that may be passed on has that number."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            f"There is no wish {shortened(typed, width=40)!r} that may be passed on; see them"
            f" with: {PROGRAM} team wish"
        )


class NotSaid(UsageProblem):
    """It was not said what became of the wishes."""

    def __init__(self) -> None:
        super().__init__(
            "Say what became of it, for the team to read, with one of --doing, --done and"
            " --decline, and a few words."
        )


class WhichWish(UsageProblem):
    """It was not said of which wish."""

    def __init__(self) -> None:
        super().__init__(f"Say which wish, by its number; see them with: {PROGRAM} team wish")


def open_wishes(look: Look) -> tuple[TeamWish, ...]:
    """Return the wishes of the team that are neither done nor declined, the oldest first."""
    return tuple(wish for wish in team_wishes.every_wish(look) if wish.how not in {DONE, DECLINED})


def what_became(
    *, doing: str | None, done: str | None, decline: str | None
) -> tuple[str, str] | None:
    """Return how it stands and the words for it; None where neither was said.

    Raises:
        NotSaid: more than one of them, or no words.

    """
    said = [(DOING, doing), (DONE, done), (DECLINED, decline)]
    given = [(how, words.strip()) for how, words in said if words is not None]
    if len(given) > 1 or not all(words for _, words in given):
        raise NotSaid
    return given[0] if given else None


def answer(
    change: "Change", typed: Sequence[str], became: tuple[str, str] | None, *, day: date
) -> tuple[TeamWish, ...]:
    """Say what became of these wishes; return them as they stand now.

    Raises:
        WhichWish, NotSaid, NoSuchWish: something was left out, or there is no such wish.

    """
    if not typed:
        raise WhichWish
    if became is None:
        raise NotSaid
    how, say = became
    numbers = _numbers(change, typed)
    change.summary = f"answered {count(len(numbers), 'wish', 'wishes')} of the team"
    return tuple(team_wishes.reply(change, numbers, how=how, say=say, day=day))


def _numbers(look: Look, typed: Sequence[str]) -> list[int]:
    known = {wish.talk_id for wish in team_wishes.every_wish(look)}
    numbers = {each: typed_number(each) for each in typed}
    for each, number in numbers.items():
        if number not in known:
            raise NoSuchWish(each)
    return [number for number in numbers.values() if number is not None]
