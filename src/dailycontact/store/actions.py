"""Actions, read: each with its answers, its last end, and who still waits for it."""

from collections.abc import Sequence
from datetime import datetime

from dailycontact.core.action import Action, Finish, How
from dailycontact.core.program import PROGRAM
from dailycontact.errors import NotFound
from dailycontact.store.answers import ALWAYS
from dailycontact.store.forms import day_of, day_or_none
from dailycontact.store.looking import Look, Row, names

_ACTIONS = (
    "SELECT action.id, title, owner_id, owned_on, member.name AS owner, due_on, action.day"
    " FROM action"
    " LEFT JOIN member ON member.id = action.owner_id"
)
_LINKS = (
    "SELECT aa.action_id, aa.answer_id, CASE WHEN EXISTS ("
    " SELECT 1 FROM finish_answer fa JOIN finish f ON f.id = fa.finish_id"
    "  LEFT JOIN telling t ON t.finish_id = fa.finish_id AND t.answer_id = fa.answer_id"
    "   AND t.recorded_at < :until"
    "  WHERE f.action_id = aa.action_id AND fa.answer_id = aa.answer_id AND f.recorded_at < :until"
    "  AND f.number = (SELECT MAX(g.number) FROM finish g"
    "   JOIN finish_answer ga ON ga.finish_id = g.id WHERE g.action_id = aa.action_id"
    "   AND ga.answer_id = aa.answer_id AND g.recorded_at < :until)"
    "  AND (t.reaction IS NULL OR t.reaction <> 'not-solved')"
    ") THEN 0 ELSE 1 END AS open FROM action_answer aa WHERE aa.recorded_at < :until"
)
_FINISHES = "SELECT id, action_id, number, how, say, instead, revisit_on, evidence, day FROM finish"


class NoSuchAction(NotFound):
    """No action has that number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"There is no action A{number}; see them all with: {PROGRAM} loop")


def actions(
    look: Look, *, action_ids: Sequence[int] | None = None, until: datetime | None = None
) -> list[Action]:
    """Return the actions, oldest first: all, or those that are named; as of `until`."""
    where = ""
    values: dict[str, object] = {}
    if action_ids is not None:
        listed, values = names("action", action_ids or [0])
        where = f" AND action.id IN ({listed})"
    values["until"] = ALWAYS if until is None else until
    links: dict[int, list[tuple[int, bool]]] = {}
    only = where.replace("action.id", "aa.action_id")
    for row in look.rows(f"{_LINKS}{only} ORDER BY aa.action_id, aa.answer_id", **values):
        links.setdefault(row["action_id"], []).append((row["answer_id"], bool(row["open"])))
    finishes = _last_finishes(look, where, values)
    rows = look.rows(
        f"{_ACTIONS} WHERE action.recorded_at < :until{where} ORDER BY action.id", **values
    )
    return [_action(row, links.get(row["id"], []), finishes.get(row["id"])) for row in rows]


def action(look: Look, action_id: int) -> Action:
    """Return one action.

    Raises:
        NoSuchAction: no action has that number.

    """
    found = actions(look, action_ids=[action_id])
    if not found:
        raise NoSuchAction(action_id)
    return found[0]


def ends(look: Look, action_id: int) -> tuple[Finish, ...]:
    """Return how an action ended, each time, in order."""
    rows = look.rows(f"{_FINISHES} WHERE action_id = :id ORDER BY number", id=action_id)
    return tuple(finish_of(row) for row in rows)


def _last_finishes(look: Look, where: str, values: dict[str, object]) -> dict[int, Finish]:
    only = where.replace("action.id", "action_id")
    rows = look.rows(
        f"{_FINISHES} WHERE recorded_at < :until{only} ORDER BY action_id, number",
        **values,
    )
    return {row["action_id"]: finish_of(row) for row in rows}


def finish_of(row: Row) -> Finish:
    """Return the end of a row."""
    return Finish(
        id=row["id"],
        action_id=row["action_id"],
        number=row["number"],
        how=How(row["how"]),
        say=row["say"],
        instead=row["instead"],
        revisit_on=day_or_none(row["revisit_on"]),
        evidence=row["evidence"],
        day=day_of(row["day"]),
    )


def _action(row: Row, links: Sequence[tuple[int, bool]], finish: Finish | None) -> Action:
    return Action(
        id=row["id"],
        title=row["title"],
        owner_id=row["owner_id"],
        owner=row["owner"],
        owned_on=day_or_none(row["owned_on"]),
        due_on=day_or_none(row["due_on"]),
        day=day_of(row["day"]),
        answers=tuple(answer_id for answer_id, _ in links),
        finish=finish,
        open_answers=tuple(answer_id for answer_id, is_open in links if is_open),
    )
