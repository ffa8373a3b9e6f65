"""Themes: what the answers are about, as the team reads them; each reading dated and signed."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.naming import SHOWN, fold
from dailycontact.core.program import PROGRAM
from dailycontact.core.quoting import typed as written
from dailycontact.core.theme import Reading, Theme
from dailycontact.core.theming import fitting
from dailycontact.errors import NotFound, UsageProblem
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look, Row

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

LONGEST = 60
"""How long a theme's name may be, in characters: it stands beside others on one line."""
NEAREST = 3
"""How many names that are nearly what was typed are shown."""


class NoSuchTheme(NotFound):
    """No theme goes by what was typed; those that are nearly called so are named."""

    def __init__(self, typed: str, near: Sequence[str] = ()) -> None:
        shown = _short(typed)
        if near:
            said = f"the nearest: {'; '.join(near)}. See them all with: {PROGRAM} theme list"
        else:
            said = (
                f"see them with: {PROGRAM} theme list, or add it with:"
                f" {PROGRAM} theme add {written(shown)}"
            )
        super().__init__(f"No theme is called {shown!r}; {said}")
        self.near = tuple(near)


class SeveralThemes(NotFound):
    """More than one theme contains what was typed; the choices are listed."""

    def __init__(self, typed: str, choices: Sequence[str]) -> None:
        listed = "; ".join(choices[:SHOWN])
        more = f"; and {len(choices) - SHOWN} more" if len(choices) > SHOWN else ""
        super().__init__(f"Several themes fit {typed!r}: {listed}{more}. Type more of the name.")
        self.choices = tuple(choices)


class NoNameForATheme(UsageProblem):
    """What was typed cannot be the name of a theme."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            f"{_short(typed)!r} is no name for a theme; take a word or two, like"
            f' "delivery times", of at most {LONGEST} characters.'
        )


def themes(look: Look) -> list[Theme]:
    """Return the themes, in the order of their names; without those that became part of others."""
    rows = look.rows("SELECT id, name FROM theme WHERE into_id IS NULL ORDER BY folded, id")
    return [Theme(id=row["id"], name=row["name"]) for row in rows]


def find_theme(look: Look, typed: str) -> Theme:
    """Return the one theme that goes by `typed`: its name, or a part of it that fits only one.

    A name that became part of another theme leads there.

    Raises:
        NoSuchTheme, SeveralThemes: none, or more than one.

    """
    same = theme_named(look, typed)
    if same is not None:
        return same
    fits = fitting(typed, themes(look))
    if not fits.holding:
        raise NoSuchTheme(typed, [theme.name for theme in fits.close[:NEAREST]])
    if len(fits.holding) > 1:
        raise SeveralThemes(typed, [theme.name for theme in fits.holding])
    return fits.holding[0]


def theme_named(look: Look, typed: str) -> Theme | None:
    """Return the theme that goes by the whole of `typed`, in any case; None where there is none.

    A name that became part of another theme leads there.
    """
    row = look.row(
        "SELECT COALESCE(whole.id, theme.id) AS id, COALESCE(whole.name, theme.name) AS name"
        " FROM theme LEFT JOIN theme AS whole ON whole.id = theme.into_id"
        " WHERE theme.folded = :folded",
        folded=fold(typed),
    )
    return None if row is None else Theme(id=row["id"], name=row["name"])


def theme_for(change: "Change", typed: str, *, day: date) -> tuple[Theme, bool]:
    """Return the theme that goes by the whole of `typed`, made where there is none; True if new.

    Raises:
        NoNameForATheme: nothing can be called so.

    """
    found = theme_named(change, typed)
    if found is not None:
        return found, False
    name = name_of_theme(typed)
    theme_id = change.add(
        "theme",
        name=name,
        folded=fold(name),
        leader_id=change.leader_id,
        day=day,
        recorded_at=change.at,
    )
    return Theme(id=theme_id, name=name), True


def name_of_theme(typed: str) -> str:
    """Return what was typed as the name of a theme: on one line, its first letter as it is.

    Raises:
        NoNameForATheme: it has no letter, is too long, or would be taken for an action (A5).

    """
    name = " ".join(typed.split())
    like_an_action = name[:1] in ("a", "A") and name[1:].strip().isdecimal()
    has_letters = any(letter.isalpha() for letter in name)
    if not has_letters or like_an_action or len(name) > LONGEST:
        raise NoNameForATheme(typed)
    return name


def rename(change: "Change", theme: Theme, name: str) -> None:
    """Call a theme `name`; a theme of that name that became part of it takes its old name.

    So both names still lead to it.
    """
    part = change.row(
        "SELECT id FROM theme WHERE folded = :folded AND into_id = :theme",
        folded=fold(name),
        theme=theme.id,
    )
    if part is not None:
        change.set("theme", theme.id, folded=f"? {theme.id}")
        change.set("theme", part["id"], name=theme.name, folded=fold(theme.name))
    change.set("theme", theme.id, name=name, folded=fold(name))


def become_part(change: "Change", theme: Theme, *, of: Theme) -> int:
    """Let a theme be part of another: its name leads there, and its words stand for that one.

    The readings of its answers are left to the caller. Return how many words followed.
    """
    for row in change.rows("SELECT id FROM theme WHERE into_id = :theme", theme=theme.id):
        change.set("theme", row["id"], into_id=of.id)
    change.set("theme", theme.id, into_id=of.id)
    words = change.rows("SELECT id FROM theme_rule WHERE theme_id = :theme", theme=theme.id)
    for row in words:
        change.set("theme_rule", row["id"], theme_id=of.id)
    return len(words)


def part_named(look: Look, typed: str) -> Theme | None:
    """Return the theme of that whole name that became part of another; None where there is none."""
    row = look.row(
        "SELECT id, name FROM theme WHERE folded = :folded AND into_id IS NOT NULL",
        folded=fold(typed),
    )
    return None if row is None else Theme(id=row["id"], name=row["name"])


def read(
    change: "Change",
    answer_id: int,
    *,
    theme: Theme | None,
    cause: str | None = None,
    note: str | None = None,
    day: date,
) -> bool:
    """Read an answer so from now on; return whether that is new. Nothing if it is read so already.

    What is not said anew (None) stays as it was read before; an empty text takes it out.
    """
    before = newest(change, answer_id)
    cause = (before.cause if before else None) if cause is None else cause.strip() or None
    note = (before.note if before else None) if note is None else note.strip() or None
    said = (theme.id if theme else None, cause, note)
    if said == ((before.theme and before.theme.id, before.cause, before.note) if before else NONE):
        return False
    change.add(
        "reading",
        answer_id=answer_id,
        theme_id=said[0],
        cause=cause,
        note=note,
        leader_id=change.leader_id,
        day=day,
        recorded_at=change.at,
    )
    return True


NONE = (None, None, None)
"""How an answer is read that nobody has read yet."""

_EVERY_READING = (
    "SELECT reading.answer_id, reading.theme_id, theme.name AS theme, reading.cause, reading.note,"
    " member.name AS leader, reading.day FROM reading JOIN member ON member.id = reading.leader_id"
    " LEFT JOIN theme ON theme.id = reading.theme_id"
)
_READINGS = f"{_EVERY_READING} WHERE reading.answer_id = :answer"


def readings(look: Look, answer_id: int) -> list[Reading]:
    """Return how an answer was read, the oldest reading first; the last one holds."""
    return [
        _reading(row) for row in look.rows(f"{_READINGS} ORDER BY reading.id", answer=answer_id)
    ]


def newest(look: Look, answer_id: int) -> Reading | None:
    """Return how an answer is read; None where nobody has read it yet."""
    row = look.row(f"{_READINGS} ORDER BY reading.id DESC LIMIT 1", answer=answer_id)
    return None if row is None else _reading(row)


def newest_of(look: Look, answer_ids: Sequence[int]) -> dict[int, Reading]:
    """Return how these answers are read; those that nobody has read yet are left out."""
    rows = look.among(
        f"{_EVERY_READING} WHERE reading.id IN (SELECT MAX(id) FROM reading"  # noqa: S608 - our own words
        " WHERE answer_id IN ({}) GROUP BY answer_id)",
        answer_ids or [0],
    )
    return {row["answer_id"]: _reading(row) for row in rows}


def since_the_fix(look: Look, theme_ids: Iterable[int]) -> dict[int, int]:
    """Return how often each theme was raised again since something was last done about it.

    Only wishes count, that were said after it was done: on a later day, or on the same day and
    recorded later. A theme about which nothing was ever done is left out. Inside a change it is
    as it was before (store/tallies.py).
    """
    rows = look.among(
        "SELECT theme_id, raised FROM theme_tally WHERE fixed_on IS NOT NULL AND theme_id IN ({})",
        sorted(set(theme_ids)) or [0],
    )
    return {row["theme_id"]: row["raised"] for row in rows}


def _reading(row: Row) -> Reading:
    theme = None
    if row["theme_id"] is not None:
        theme = Theme(id=row["theme_id"], name=row["theme"])
    return Reading(
        answer_id=row["answer_id"],
        theme=theme,
        cause=row["cause"],
        note=row["note"],
        leader=row["leader"],
        day=day_of(row["day"]),
    )


def _short(typed: str) -> str:
    return typed if len(typed) <= LONGEST else f"{typed[:LONGEST]}…"
