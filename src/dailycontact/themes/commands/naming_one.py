"""Which theme a leader means by what was typed, and answers put in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dailycontact.store import themes
from dailycontact.themes.usecases import reading as usecase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dailycontact.workspace import Workspace


def meant(workspace: Workspace, typed: str, *, new: bool = False) -> str:
    """Return the name of the theme that is meant; one that is not there is begun when asked for.

    Raises:
        NoSuchTheme, SeveralThemes: none, or more than one, goes by what was typed.
        NoNameForATheme: nothing can be called so.

    """
    if new:
        return themes.name_of_theme(typed)
    try:
        return themes.find_theme(workspace.look, typed).name
    except themes.NoSuchTheme as missing:
        if not workspace.asker.can_ask:
            raise
        name = themes.name_of_theme(typed)
        near = f" (there is {missing.near[0]})" if missing.near else ""
        if not workspace.asker.confirm(f"No theme is called {name}{near}. Begin it?"):
            raise
        return name


def put_in(workspace: Workspace, answer_ids: Sequence[int], name: str) -> int:
    """Put answers in the theme of that name, made where there is none; return how many are new."""
    with workspace.change("theme put") as change:
        theme, _ = themes.theme_for(change, name, day=workspace.today)
        done = usecase.put(change, answer_ids, theme=theme, day=workspace.today)
    return sum(said.is_new for said in done.said)
