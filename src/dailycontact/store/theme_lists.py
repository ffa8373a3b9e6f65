"""Lists of themes, read from their tallies: as fast with very many answers as with a few."""

from collections.abc import Sequence
from datetime import date

from dailycontact.core.theme import Theme
from dailycontact.core.theme_tally import CountedTheme
from dailycontact.core.trend import WEEKS, first_week, trend
from dailycontact.store.action_themes import at_work_of
from dailycontact.store.forms import day_of, day_or_none
from dailycontact.store.looking import Look, Row

COUNTED = 1_000
"""How many answers without a theme are counted; beyond, it is enough to know that there are."""

_TALLIES = (
    "SELECT theme.id, theme.name, tally.said, tally.open, tally.acting, tally.to_tell, tally.told,"
    " tally.first_on, tally.last_on, tally.fixed_on, tally.raised, tally.actions, action.id AS"
    " action_id, action.title, action.due_on, member.name AS owner FROM theme"
    " LEFT JOIN theme_tally tally ON tally.theme_id = theme.id"
    " LEFT JOIN action ON action.id = tally.action_id"
    " LEFT JOIN member ON member.id = action.owner_id WHERE theme.into_id IS NULL"
)


def tallies(look: Look, *, today: date, limit: int | None = None) -> tuple[CountedTheme, ...]:
    """Return the themes with their tallies, at most so many: what was said most comes first."""
    values = {} if limit is None else {"most": limit}
    rows = look.rows(
        f"{_TALLIES} ORDER BY COALESCE(tally.said, 0) DESC, tally.last_on DESC, theme.folded"
        f"{'' if limit is None else ' LIMIT :most'}",
        **values,
    )
    return _with_trends(look, rows, today)


def tally(look: Look, theme: Theme, *, today: date) -> CountedTheme:
    """Return one theme with its tally."""
    rows = look.rows(f"{_TALLIES} AND theme.id = :theme", theme=theme.id)
    return _with_trends(look, rows, today)[0]


def count_themes(look: Look) -> int:
    """Return how many themes there are, without those that became part of others."""
    return int(look.value("SELECT COUNT(*) AS value FROM theme WHERE into_id IS NULL"))


def count_unread(look: Look) -> int:
    """Return how many wishes nobody has read as a theme yet, as far as one counts."""
    return int(
        look.value(
            "SELECT COUNT(*) AS value FROM (SELECT id FROM answer"
            " WHERE theme_id IS NULL AND kind = 'suggestion' LIMIT :most) AS unread",
            most=COUNTED + 1,
        )
    )


def unread(look: Look) -> tuple[int, ...]:
    """Return the wishes that have no theme yet, the newest first; a thousand at most."""
    rows = look.tuples(
        "SELECT id FROM answer WHERE theme_id IS NULL AND kind = 'suggestion'"
        " ORDER BY day DESC, id DESC LIMIT :most",
        most=COUNTED,
    )
    return tuple(row[0] for row in rows)


def _with_trends(look: Look, rows: Sequence[Row], today: date) -> tuple[CountedTheme, ...]:
    days = _days(look, [row["id"] for row in rows if row["said"]], today)
    return tuple(_tally(row, days.get(row["id"], []), today) for row in rows)


def _days(look: Look, theme_ids: Sequence[int], today: date) -> dict[int, list[tuple[date, int]]]:
    """Return how often each theme was said on each day of the last weeks."""
    found: dict[int, list[tuple[date, int]]] = {}
    for row in look.among(
        "SELECT theme_id, day, COUNT(*) AS said FROM answer WHERE theme_id IN ({})"
        " AND day >= :first AND day <= :today GROUP BY theme_id, day",
        theme_ids or [0],
        first=first_week(today),
        today=today,
    ):
        found.setdefault(row["theme_id"], []).append((day_of(row["day"]), row["said"]))
    return found


def _tally(row: Row, days: Sequence[tuple[date, int]], today: date) -> CountedTheme:
    theme = Theme(id=row["id"], name=row["name"])
    if not row["said"]:
        return CountedTheme(theme=theme, weeks=(0,) * WEEKS)
    return CountedTheme(
        theme=theme,
        said=row["said"],
        open=row["open"],
        acting=row["acting"],
        to_tell=row["to_tell"],
        told=row["told"],
        first_on=day_of(row["first_on"]),
        last_on=day_of(row["last_on"]),
        fixed_on=day_or_none(row["fixed_on"]),
        raised=row["raised"],
        weeks=trend(days, today=today),
        at_work=at_work_of(row),
        actions=row["actions"],
    )


def newest_answers(look: Look, theme_id: int, *, limit: int | None = None) -> tuple[int, ...]:
    """Return the ids of a theme's answers, the newest first, at most so many."""
    values = {} if limit is None else {"most": limit}
    rows = look.tuples(
        "SELECT id FROM answer WHERE theme_id = :theme ORDER BY day DESC, id DESC"  # noqa: S608 - our own words
        f"{'' if limit is None else ' LIMIT :most'}",
        theme=theme_id,
        **values,
    )
    return tuple(row[0] for row in rows)


def actions_of(look: Look, theme_id: int) -> tuple[int, ...]:
    """Return the ids of the actions that serve a theme's answers, the newest first."""
    rows = look.tuples(
        "SELECT DISTINCT aa.action_id FROM answer JOIN action_answer aa ON aa.answer_id = answer.id"
        " WHERE answer.theme_id = :theme ORDER BY aa.action_id DESC",
        theme=theme_id,
    )
    return tuple(row[0] for row in rows)


def merged_into(look: Look, theme_id: int) -> tuple[str, ...]:
    """Return the names of the themes that became part of this one."""
    rows = look.tuples("SELECT name FROM theme WHERE into_id = :theme ORDER BY id", theme=theme_id)
    return tuple(row[0] for row in rows)
