"""Two themes become one, or some answers of a theme get one of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.answer import Answer
from dailycontact.core.naming import fold
from dailycontact.core.program import PROGRAM
from dailycontact.core.quoting import typed as written
from dailycontact.core.sentences import count
from dailycontact.core.theme import Theme
from dailycontact.core.theme_tally import CountedTheme
from dailycontact.errors import Refused, UsageProblem
from dailycontact.store import theme_lists, themes
from dailycontact.store.answers import standing
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class OneAndTheSame(UsageProblem):
    """A theme was to become part of itself."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            f"Both are the theme {theme.name!r}; name the one that stays, and then the other:"
            f" {PROGRAM} theme merge STAYS GOES"
        )


class SplitIntoItself(UsageProblem):
    """Answers were to be split off into the theme that they are in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            f"They are in {theme.name!r} already; name the theme that they get: --into NEW"
        )


class NotInTheTheme(Refused):
    """An answer was to be split off from a theme in which it is not."""

    def __init__(self, number: int, theme: Theme, actual: Theme | None, into: str) -> None:
        where = f"it is in {actual.name!r}" if actual else "it has no theme yet"
        super().__init__(
            f"{number} is not in {theme.name!r} ({where}); to put it there all the same:"
            f" {PROGRAM} theme put {number} --in {written(into)}"
        )


@dataclass(frozen=True, kw_only=True)
class Merging:
    """Themes that shall become one: the one that stays, the others, and how often each was said."""

    stays: CountedTheme
    goes: tuple[CountedTheme, ...]

    @property
    def shrinks(self) -> bool:
        """Whether one that goes was said more often than the one that stays."""
        return any(each.said > self.stays.said for each in self.goes)


def merging(look: Look, one: str, others: Sequence[str], *, today: date) -> Merging:
    """Return what it would be to let the others become part of `one`; nothing is changed.

    Raises:
        NoSuchTheme, SeveralThemes: none, or more than one, goes by a name.
        OneAndTheSame: it is one theme already.

    """
    theme, gone = _meant(look, one, others)
    return Merging(
        stays=theme_lists.tally(look, theme, today=today),
        goes=tuple(theme_lists.tally(look, each, today=today) for each in gone),
    )


def _meant(look: Look, one: str, others: Sequence[str]) -> tuple[Theme, tuple[Theme, ...]]:
    theme = themes.find_theme(look, one)
    gone = tuple(dict.fromkeys(themes.find_theme(look, other) for other in others))
    if theme in gone:
        raise OneAndTheSame(theme)
    return theme, gone


@dataclass(frozen=True, kw_only=True)
class Merged:
    """A theme, those that became part of it, and how many answers and words came with them."""

    theme: Theme
    gone: tuple[Theme, ...]
    answers: int
    words: int


def merge(change: "Change", one: str, others: Sequence[str], *, day: date) -> Merged:
    """Let the others become part of `one`: their answers are read anew, and their names lead there.

    Raises:
        NoSuchTheme, SeveralThemes: none, or more than one, goes by a name.
        OneAndTheSame: it is one theme already.

    """
    theme, gone = _meant(change, one, others)
    answers = words = 0
    for other in gone:
        found = theme_lists.newest_answers(change, other.id)
        for number in found:
            themes.read(change, number, theme=theme, day=day)
        words += themes.become_part(change, other, of=theme)
        answers += len(found)
    names = " and ".join(other.name for other in gone)
    change.summary = f"made {names} part of the theme {theme.name}"
    return Merged(theme=theme, gone=gone, answers=answers, words=words)


@dataclass(frozen=True, kw_only=True)
class Split:
    """A theme, the one that some of its answers have now, and how many it has left."""

    theme: Theme
    into: Theme
    is_new: bool
    answers: tuple[Answer, ...]
    left: int


def split(
    change: "Change", typed: str, answer_ids: Sequence[int], *, into: str, day: date
) -> Split:
    """Give some answers of a theme another one, made where there is none of that name.

    A name that had become part of another theme is a theme of its own again.

    Raises:
        NoSuchTheme, SeveralThemes: none, or more than one, goes by `typed`.
        NoSuchAnswer: no answer has that number.
        NotInTheTheme: an answer is not in the theme.
        SplitIntoItself, NoNameForATheme: `into` is the theme itself, or can be no name.

    """
    theme = themes.find_theme(change, typed)
    if fold(into) == fold(theme.name):
        raise SplitIntoItself(theme)
    found = tuple(
        standing(change, number, today=day).answer for number in dict.fromkeys(answer_ids)
    )
    for answer in found:
        read = themes.newest(change, answer.id)
        if read is None or read.theme != theme:
            raise NotInTheTheme(answer.id, theme, read.theme if read else None, into)
    other, is_new = _own(change, into, day)
    for answer in found:
        themes.read(change, answer.id, theme=other, day=day)
    change.summary = (
        f"split {count(len(found), 'answer')} off {theme.name}, into the theme {other.name}"
    )
    left = len(theme_lists.newest_answers(change, theme.id)) - len(found)
    return Split(theme=theme, into=other, is_new=is_new, answers=found, left=left)


def _own(change: "Change", name: str, day: date) -> tuple[Theme, bool]:
    """Return the theme of that name, on its own; whether it is new, or anew."""
    part = themes.part_named(change, name)
    if part is None:
        return themes.theme_for(change, name, day=day)
    change.set("theme", part.id, into_id=None)
    return part, True
