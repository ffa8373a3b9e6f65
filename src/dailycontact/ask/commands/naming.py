"""Which theme a leader means: one that is there, or a new one; a slip is asked about."""

from collections.abc import Sequence

from dailycontact.ask.usecases.sorting import names_an_action
from dailycontact.core.naming import SHOWN
from dailycontact.core.program import PROGRAM
from dailycontact.core.quoting import typed as written
from dailycontact.core.sentences import shortened
from dailycontact.core.theme import Theme
from dailycontact.core.theming import fitting
from dailycontact.errors import NotFound
from dailycontact.store import themes
from dailycontact.workspace import Workspace

A_NAME = 40
"""How much of a name is repeated in a question, in characters."""
NEAREST = 3
"""How many names that are nearly what was typed are shown."""


class NearlyCalled(NotFound):
    """No theme goes by what was typed, some are nearly called so, and nobody can be asked."""

    def __init__(self, typed: str, near: Sequence[str]) -> None:
        name = shortened(typed, width=A_NAME)
        super().__init__(
            f"No theme is called {name!r}; the nearest: {'; '.join(near)}. Take one of these,"
            f" or begin it with: {PROGRAM} theme add {written(name)}"
        )


def theme_named(workspace: Workspace, typed: str, *, asks: bool) -> str:
    """Return the name of the theme that is meant, found or to be made; an action (A5) as it is.

    With `asks`, and where somebody can answer, a name that is nearly another's is asked about.

    Raises:
        NoNameForATheme: nothing can be called so.
        NearlyCalled: it is nearly another's name, and nobody can be asked.

    """
    if names_an_action(typed):
        return typed.strip().upper()
    found = themes.theme_named(workspace.look, typed)
    if found is not None:
        return found.name
    name = themes.name_of_theme(typed)
    fits = fitting(name, themes.themes(workspace.look))
    near = fits.nearest
    if near is None:
        return name
    if not asks or not workspace.asker.can_ask:
        raise NearlyCalled(name, [one.name for one in (*fits.holding, *fits.close)[:NEAREST]])
    return near.name if _is_meant(workspace, near) else name


def theme_meant(workspace: Workspace, typed: str, *, asks: bool) -> str:
    """Return the name of the theme that is meant; a part of a name will do.

    Of several that hold it, the leader chooses one, or something new.

    Raises:
        NoNameForATheme: nothing can be called so.

    """
    holding = fitting(typed, themes.themes(workspace.look)).holding
    if len(holding) == 1:
        return holding[0].name
    names = [theme.name for theme in holding[:SHOWN]]
    if not names or not asks:
        return theme_named(workspace, typed, asks=asks)
    new = f"something new: {shortened(typed, width=A_NAME)}"
    chosen = workspace.asker.choose("Which one?", [*names, new], flag="--about")
    return names[chosen] if chosen < len(names) else themes.name_of_theme(typed)


def _is_meant(workspace: Workspace, near: Theme) -> bool:
    question = f"Did you mean {shortened(near.name, width=A_NAME)}?"
    return workspace.asker.confirm(question, default=True)
