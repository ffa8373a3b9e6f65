"""A theme is added, or gets another name."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.naming import fold
from dailycontact.core.program import PROGRAM
from dailycontact.core.quoting import typed as written
from dailycontact.core.theme import Theme
from dailycontact.core.theming import fitting
from dailycontact.errors import Refused
from dailycontact.store import themes

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class NameTaken(Refused):
    """Another theme has the name that a theme should get."""

    def __init__(self, theme: Theme, other: Theme) -> None:
        super().__init__(
            f"There is a theme called {other.name!r} already; if the two are one, join them with:"
            f" {PROGRAM} theme merge {written(other.name)} {written(theme.name)}"
        )


@dataclass(frozen=True, kw_only=True)
class Added:
    """A theme that is there now; `typed` is how it was asked for, `near` what is nearly so called.

    Where it is not new, the name was there already, or had become part of this theme.
    """

    typed: str
    theme: Theme
    is_new: bool
    near: tuple[Theme, ...] = ()

    @property
    def became(self) -> bool:
        """Whether the name became part of a theme that is called otherwise."""
        return not self.is_new and fold(self.typed) != fold(self.theme.name)


def add(change: "Change", typed: str, *, day: date) -> Added:
    """Add a theme; one that is there already is left as it is.

    Raises:
        NoNameForATheme: nothing can be called so.

    """
    near = fitting(typed, themes.themes(change))
    theme, is_new = themes.theme_for(change, typed, day=day)
    if is_new:
        change.summary = f"added the theme {theme.name}"
    return Added(typed=typed, theme=theme, is_new=is_new, near=(*near.holding, *near.close))


@dataclass(frozen=True, kw_only=True)
class Renamed:
    """A theme with its new name, and the one it had before."""

    before: Theme
    theme: Theme

    @property
    def unchanged(self) -> bool:
        """Whether it was called just so already."""
        return self.before.name == self.theme.name


def rename(change: "Change", typed: str, new: str) -> Renamed:
    """Give a theme another name; its answers and its words stay with it.

    Raises:
        NoSuchTheme, SeveralThemes: none, or more than one, goes by `typed`.
        NoNameForATheme: nothing can be called so.
        NameTaken: another theme is.

    """
    theme = themes.find_theme(change, typed)
    name = themes.name_of_theme(new)
    other = themes.theme_named(change, name)
    if other is not None and other.id != theme.id:
        raise NameTaken(theme, other)
    renamed = Renamed(before=theme, theme=Theme(id=theme.id, name=name))
    if not renamed.unchanged:
        themes.rename(change, theme, name)
        change.summary = f"renamed the theme {theme.name} to {name}"
    return renamed
