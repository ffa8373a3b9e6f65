"""How often each theme was said, and where it stands, counted when it changes and kept.

A list of the themes is then a row for each, however many answers there are. It follows from the
answers and their derived columns (store/ledger.py), and can be counted again at any time.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

Tally = dict[str, Any]

COLUMNS = (
    *("said", "open", "acting", "to_tell", "told", "first_on", "last_on", "fixed_on", "raised"),
    *("action_id", "actions"),
)

_COUNTED = (
    "SELECT COUNT(*) AS said, MIN(day) AS first_on, MAX(day) AS last_on,"
    " MAX(fixed_on) AS fixed_on, COUNT(DISTINCT acting_id) AS actions,"
    " COALESCE(SUM(CASE WHEN kind = 'suggestion' AND stage IN ('heard', 'shared')"
    "  THEN 1 ELSE 0 END), 0) AS open,"
    " COALESCE(SUM(CASE WHEN stage = 'acting' THEN 1 ELSE 0 END), 0) AS acting,"
    " COALESCE(SUM(CASE WHEN stage IN ('done', 'declined') THEN 1 ELSE 0 END), 0) AS to_tell,"
    # Whoever need not be told, or could not be reached, waits no more, and was not told.
    " COALESCE(SUM(CASE WHEN stage = 'told' AND EXISTS (SELECT 1 FROM telling"
    "  WHERE telling.answer_id = answer.id AND telling.how = 'told') THEN 1 ELSE 0 END), 0) AS told"
    " FROM answer WHERE theme_id = :theme"
)

_RAISED_LATER = (
    "SELECT COUNT(*) AS value FROM answer"
    " WHERE theme_id = :theme AND day > :day AND kind = 'suggestion'"
)

_RAISED_THAT_DAY = (
    "SELECT COUNT(*) AS value FROM answer WHERE theme_id = :theme AND day = :day"
    " AND kind = 'suggestion' AND recorded_at > (SELECT MAX(f.recorded_at) FROM answer a"
    "  JOIN finish_answer fa ON fa.answer_id = a.id JOIN finish f ON f.id = fa.finish_id"
    "  WHERE a.theme_id = :theme AND a.fixed_on = :day AND f.how = 'done' AND f.day = :day)"
)

_MOST_WAIT_FOR = (
    "SELECT acting_id AS value FROM answer WHERE theme_id = :theme AND acting_id IS NOT NULL"
    " GROUP BY acting_id ORDER BY COUNT(*) DESC, acting_id LIMIT 1"
)


def write(change: "Change", theme_ids: Iterable[int] | None = None) -> int:
    """Store the tallies of these themes (None: of all of them); return how many were wrong."""
    false = list(_drifted(change, theme_ids))
    for theme_id, now in false:
        change.run("DELETE FROM theme_tally WHERE theme_id = :theme", theme=theme_id)
        if now is not None:
            change.run(
                f"INSERT INTO theme_tally (theme_id, {', '.join(COLUMNS)})"  # noqa: S608 - our own names
                f" VALUES (:theme_id, {', '.join(f':{name}' for name in COLUMNS)})",
                theme_id=theme_id,
                **now,
            )
    return len(false)


def drifted(look: Look) -> Iterator[int]:
    """Yield the themes whose stored tally is not what their answers say."""
    yield from (theme_id for theme_id, _ in _drifted(look, None))


def _drifted(look: Look, theme_ids: Iterable[int] | None) -> Iterator[tuple[int, Tally | None]]:
    """Yield the themes whose tally is wrong, with the right one; None where nobody said it."""
    for theme_id in sorted(_every(look) if theme_ids is None else set(theme_ids)):
        row = look.row(
            f"SELECT {', '.join(COLUMNS)} FROM theme_tally WHERE theme_id = :theme",  # noqa: S608 - our own names
            theme=theme_id,
        )
        stored = None if row is None else {name: row[name] for name in COLUMNS}
        now = _counted(look, theme_id)
        if now != stored:
            yield theme_id, now


def _every(look: Look) -> set[int]:
    rows = look.tuples("SELECT id FROM theme UNION SELECT theme_id FROM theme_tally")
    return {row[0] for row in rows}


def _counted(look: Look, theme_id: int) -> Tally | None:
    row = look.row(_COUNTED, theme=theme_id)
    if row is None or not row["said"]:
        return None
    raised, fixed_on = 0, row["fixed_on"]
    if fixed_on is not None:
        for sql in (_RAISED_LATER, _RAISED_THAT_DAY):
            raised += look.value(sql, theme=theme_id, day=fixed_on)
    action_id = look.value(_MOST_WAIT_FOR, theme=theme_id) if row["actions"] else None
    found = {"raised": raised, "action_id": action_id}
    return {name: found[name] if name in found else row[name] for name in COLUMNS}
