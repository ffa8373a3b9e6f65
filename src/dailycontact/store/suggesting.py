"""What a text may be about: proposed from the leader's rules, and from answers that are alike."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dailycontact.core.answer import Kind
from dailycontact.core.kinds import kind_of
from dailycontact.core.likeness import Likeness, Near, votes, words_of
from dailycontact.core.theme import Alike, AtWork, Ground, Proposal, Suggestion, Theme
from dailycontact.store.forms import day_of, day_or_none
from dailycontact.store.looking import Look

MOST_READ = 2_000
"""Answers that are compared: the newest that have a theme."""
NEAREST = 12
"""Answers that have a say in what a text is about."""
ALIKE_SHOWN = 3
"""Alike answers that are shown with a proposal."""


def suggest(
    look: Look, text: str, *, today: date, but_answer_id: int | None = None, most: int = 3
) -> Suggestion:
    """Return what `text` seems to be: its kind, and the themes that it may be about.

    The leader's rules come first, then the themes of answers that are alike, the likeliest first,
    at most so many. `but_answer_id` is the answer itself, if it is in the book already.
    """
    kind, ground = _kind(look, text)
    if look.row("SELECT id FROM theme LIMIT 1") is None:
        return Suggestion(kind=kind, ground=ground)
    near = _near(look, text, but_answer_id)
    ruled = _ruled(look, text)
    ranked = [(theme_id, 1.0, Ground.RULE) for theme_id in ruled]
    voted = votes([(row["theme_id"], one.likeness) for row, one in near])
    ranked += [
        (theme_id, score, Ground.ALIKE) for theme_id, score in voted if theme_id not in ruled
    ]
    proposals = tuple(_proposal(look, *one, near=near, today=today) for one in ranked[:most])
    return Suggestion(kind=kind, ground=ground, proposals=proposals)


def _kind(look: Look, text: str) -> tuple[Kind, Ground | None]:
    said = f" {' '.join(words_of(text))} "
    for row in look.rows("SELECT kind, folded FROM theme_rule WHERE kind IS NOT NULL ORDER BY id"):
        if f" {row['folded']} " in said:
            return Kind(row["kind"]), Ground.RULE
    kind = kind_of(text)
    return (Kind.SUGGESTION, None) if kind is None else (kind, Ground.WORDS)


def _ruled(look: Look, text: str) -> tuple[int, ...]:
    """Return the themes whose words stand in the text, as the leader has set them down."""
    said = f" {' '.join(words_of(text))} "
    rows = look.rows(
        "SELECT theme_id, folded FROM theme_rule WHERE theme_id IS NOT NULL ORDER BY id"
    )
    return tuple(dict.fromkeys(r["theme_id"] for r in rows if f" {r['folded']} " in said))


def _near(look: Look, text: str, but_answer_id: int | None) -> list[tuple[Any, Near]]:
    rows = {
        row["id"]: row
        for row in look.rows(
            "SELECT answer.id, answer.theme_id, answer.verbatim, answer.day,"
            " customer.name AS customer FROM answer JOIN customer"
            " ON customer.id = answer.customer_id WHERE answer.theme_id IS NOT NULL"
            " AND answer.private = 0 ORDER BY answer.id DESC LIMIT :most",
            most=MOST_READ,
        )
        if row["id"] != but_answer_id
    }
    likeness = Likeness((number, row["verbatim"]) for number, row in rows.items())
    return [(rows[near.number], near) for near in likeness.nearest(text, most=NEAREST)]


def _proposal(
    look: Look,
    theme_id: int,
    score: float,
    ground: Ground,
    *,
    near: Sequence[tuple[Any, Near]],
    today: date,
) -> Proposal:
    name = look.value("SELECT name AS value FROM theme WHERE id = :id", id=theme_id)
    said = look.value("SELECT COUNT(*) AS value FROM answer WHERE theme_id = :id", id=theme_id)
    mine = [(row, one) for row, one in near if row["theme_id"] == theme_id][:ALIKE_SHOWN]
    return Proposal(
        theme=Theme(id=theme_id, name=name),
        ground=ground,
        score=score,
        said=int(said or 0),
        alike=tuple(_alike(row, one.likeness) for row, one in mine),
        at_work=_at_work(look, theme_id),
        since_the_fix=_since_the_fix(look, theme_id, today),
    )


def _alike(row: Any, likeness: float) -> Alike:  # noqa: ANN401 - a row of either database
    return Alike(
        answer_id=row["id"],
        customer=row["customer"],
        verbatim=row["verbatim"],
        day=day_of(row["day"]),
        likeness=likeness,
    )


def _at_work(look: Look, theme_id: int) -> AtWork | None:
    """Return the newest action that is open for answers of a theme."""
    row = look.row(
        "SELECT action.id, action.title, action.due_on, member.name AS owner FROM answer"
        " JOIN action_answer aa ON aa.answer_id = answer.id JOIN action ON action.id = aa.action_id"
        " LEFT JOIN member ON member.id = action.owner_id"
        " WHERE answer.theme_id = :id AND answer.stage = 'acting' AND NOT EXISTS ("
        " SELECT 1 FROM finish JOIN finish_answer fa ON fa.finish_id = finish.id"
        " WHERE finish.action_id = action.id AND fa.answer_id = answer.id)"
        " ORDER BY action.id DESC LIMIT 1",
        id=theme_id,
    )
    if row is None:
        return None
    due_on = day_or_none(row["due_on"])
    return AtWork(action_id=row["id"], title=row["title"], owner=row["owner"], due_on=due_on)


def _since_the_fix(look: Look, theme_id: int, today: date) -> int | None:
    """Return how many answers of a theme were said after it was last done, if it ever was."""
    fixed_on = look.value(
        "SELECT MAX(finish.day) AS value FROM answer JOIN finish_answer fa"
        " ON fa.answer_id = answer.id JOIN finish ON finish.id = fa.finish_id"
        " WHERE answer.theme_id = :id AND finish.how = 'done'",
        id=theme_id,
    )
    if fixed_on is None:
        return None
    said = look.value(
        "SELECT COUNT(*) AS value FROM answer WHERE theme_id = :id AND day > :day"
        " AND day <= :today",
        id=theme_id,
        day=fixed_on,
        today=today,
    )
    return int(said or 0)
