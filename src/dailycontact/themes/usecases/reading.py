"""How the team reads an answer: its theme, its cause, a note; dated and signed, never edited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.answer import Answer, Kind
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count
from dailycontact.core.theme import Reading, Theme
from dailycontact.errors import Refused, UsageProblem
from dailycontact.store import themes
from dailycontact.store.actions import action
from dailycontact.store.answers import standing
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class AboutNothing(Refused):
    """Somebody had nothing to wish for, and that is about nothing."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(
            f"In {answer.id} {answer.customer} had nothing to wish for, so it has no theme; if"
            f" there was something, correct it with: {PROGRAM} amend {answer.id}"
        )


class AnswersOfAnAction(UsageProblem):
    """An action was named where its answers fit."""

    def __init__(self, number: int, answers: Sequence[int]) -> None:
        listed = " ".join(str(answer) for answer in answers) or "ANSWER"
        super().__init__(
            f"A{number} is an action; a theme is what answers are about, so name them:"
            f" {PROGRAM} theme put {listed} --in THEME"
        )


@dataclass(frozen=True, kw_only=True)
class Said:
    """How an answer is read now, and what its theme was before."""

    answer: Answer
    reading: Reading | None
    before: Theme | None
    is_new: bool


@dataclass(frozen=True, kw_only=True)
class Put:
    """How answers are read now; `theme` is the one that they were put in, if they were."""

    said: tuple[Said, ...]
    theme: Theme | None
    taken_out: bool = False

    @property
    def unchanged(self) -> bool:
        """Whether all of them were read just so already."""
        return not any(one.is_new for one in self.said)


def check_is_answers(look: Look, numbers: Sequence[int]) -> None:
    """Raise the sentence that helps whoever named actions where answers are wanted.

    Raises:
        NoSuchAction: there is no such action either.
        AnswersOfAnAction: its answers were meant.

    """
    for number in numbers:
        found = action(look, number)
        raise AnswersOfAnAction(number, found.answers)


def put(
    change: "Change",
    answer_ids: Sequence[int],
    *,
    theme: Theme | None,
    taken_out: bool = False,
    cause: str | None = None,
    note: str | None = None,
    day: date,
) -> Put:
    """Read these answers so from today on; without a theme, and not taken out, theirs stays.

    Raises:
        NoSuchAnswer: no answer has that number.
        AboutNothing: somebody had nothing to wish for.

    """
    found = [standing(change, number, today=day).answer for number in dict.fromkeys(answer_ids)]
    said = []
    for answer in found:
        if theme and answer.kind is Kind.NOTHING and not answer.verbatim:
            raise AboutNothing(answer)
        read = themes.newest(change, answer.id)
        before = read.theme if read else None
        now = theme or (None if taken_out else before)
        is_new = themes.read(change, answer.id, theme=now, cause=cause, note=note, day=day)
        said.append(
            Said(
                answer=answer,
                reading=themes.newest(change, answer.id),
                before=before,
                is_new=is_new,
            )
        )
    change.summary = _summary(said, theme, taken_out=taken_out)
    return Put(said=tuple(said), theme=theme, taken_out=taken_out)


def _summary(said: Sequence[Said], theme: Theme | None, *, taken_out: bool) -> str:
    which = count(len(said), "answer") if len(said) > 1 else f"answer {said[0].answer.id}"
    if theme is not None:
        return f"put {which} in the theme {theme.name}"
    return f"took {which} out of its theme" if taken_out else f"noted how {which} is read"
