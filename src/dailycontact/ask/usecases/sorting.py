"""How a wish is read as it is logged: the theme it is about, and the action that serves it, too."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.action import Action
from dailycontact.core.references import action_number
from dailycontact.core.theme import Theme
from dailycontact.store import action_themes, actions, themes

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


@dataclass(frozen=True, kw_only=True)
class About:
    """What a wish is about, and the action to which it was added; `is_new` says so of the theme."""

    theme: Theme | None = None
    is_new: bool = False
    action: Action | None = None


def sort(change: "Change", answer_id: int, about: str | None, *, day: date) -> About | None:
    """Read an answer as `about` says: a theme by its name, or an action (A5) that serves it.

    An action serves it from now on, and it is read as most of that action's answers are.

    Raises:
        NoSuchAction: no action has that number.
        NoNameForATheme: nothing can be called so.

    """
    if about is None:
        return None
    if names_an_action(about):
        return _served(change, answer_id, action_number(about), day=day)
    theme, is_new = themes.theme_for(change, about, day=day)
    themes.read(change, answer_id, theme=theme, day=day)
    return About(theme=theme, is_new=is_new)


def names_an_action(about: str) -> bool:
    """Return whether what a wish is about is written like an action: A5."""
    return re.fullmatch(r"a[0-9]+", about.strip(), re.ASCII | re.IGNORECASE) is not None


def _served(change: "Change", answer_id: int, action_id: int, *, day: date) -> About:
    action = actions.action(change, action_id)
    theme = action_themes.theme_of(change, action_id)
    change.add("action_answer", action_id=action_id, answer_id=answer_id, recorded_at=change.at)
    if theme is not None:
        themes.read(change, answer_id, theme=theme, day=day)
    return About(theme=theme, action=action)
