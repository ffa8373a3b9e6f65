"""Words that are given with a flag, or asked for."""

from dailycontact.workspace import Workspace


def words(workspace: Workspace, given: str | None, label: str, *, flag: str) -> str:
    """Return what was given, on one line; asked for where there is nothing in it.

    Raises:
        MissingValue: there is nothing, and nobody can be asked.

    """
    return " ".join((given or "").split()) or workspace.asker.ask(label, flag=flag)


def or_none(text: str | None) -> str | None:
    """Return what was given, or None where there is nothing in it."""
    return (text or "").strip() or None
