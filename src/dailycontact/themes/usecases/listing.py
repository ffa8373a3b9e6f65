"""What the answers are about: every theme, or one of them with what was said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dailycontact.core.action import Action
from dailycontact.core.standing import Standing
from dailycontact.core.tally import Tally
from dailycontact.core.tally import tally as known_of
from dailycontact.core.theme import Reading, Rule
from dailycontact.core.theme_tally import CountedTheme
from dailycontact.store import theme_lists, theme_rules, themes
from dailycontact.store.actions import actions
from dailycontact.store.answers import standings
from dailycontact.store.looking import Look


@dataclass(frozen=True, kw_only=True)
class Listed:
    """The themes, of how many; and how many wishes have none yet."""

    day: date
    tallies: tuple[CountedTheme, ...]
    total: int
    unread: int

    @property
    def more(self) -> int:
        """How many themes are not shown."""
        return self.total - len(self.tallies)


def list_themes(look: Look, *, day: date, limit: int | None = None) -> Listed:
    """Return the themes, at most so many, what was said most first, seen from `day`."""
    return Listed(
        day=day,
        tallies=theme_lists.tallies(look, today=day, limit=limit),
        total=theme_lists.count_themes(look),
        unread=theme_lists.count_unread(look),
    )


@dataclass(frozen=True, kw_only=True)
class Heard:
    """An answer of a theme, with where it stands and how it is read."""

    standing: Standing
    reading: Reading


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One theme with its answers, the newest first, its actions, and its words."""

    day: date
    tally: CountedTheme
    heard: tuple[Heard, ...]
    actions: tuple[Action, ...]
    rules: tuple[Rule, ...]
    known: Mapping[int, Tally]
    """Of each action, how many of those who asked know how it ended."""
    names: tuple[str, ...]
    """The themes that became part of it."""

    @property
    def more(self) -> int:
        """How many answers are not shown."""
        return self.tally.said - len(self.heard)


def show_theme(look: Look, typed: str, *, day: date, limit: int | None = None) -> Shown:
    """Return one theme with its newest answers, at most so many, seen from `day`.

    Raises:
        NoSuchTheme, SeveralThemes: none, or more than one, goes by `typed`.

    """
    theme = themes.find_theme(look, typed)
    numbers = theme_lists.newest_answers(look, theme.id, limit=limit)
    found = {one.answer.id: one for one in standings(look, today=day, answer_ids=numbers)}
    read = themes.newest_of(look, numbers)
    numbers_of_actions = theme_lists.actions_of(look, theme.id)
    at_work = actions(look, action_ids=numbers_of_actions) if numbers_of_actions else []
    return Shown(
        day=day,
        tally=theme_lists.tally(look, theme, today=day),
        heard=tuple(Heard(standing=found[number], reading=read[number]) for number in numbers),
        actions=tuple(reversed(at_work)),
        known=_known(look, at_work, day),
        rules=theme_rules.rules(look, theme_id=theme.id),
        names=theme_lists.merged_into(look, theme.id),
    )


def _known(look: Look, at_work: Sequence[Action], day: date) -> dict[int, Tally]:
    ended = [action for action in at_work if action.finish]
    if not ended:
        return {}
    asked = sorted({number for action in ended for number in action.answers})
    found = standings(look, today=day, answer_ids=asked)
    return {action.id: known_of(found, action_id=action.id) for action in ended}
