"""What a text may be about: proposed from the leader's rules, and from answers that are alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dailycontact.core.answer import Kind
from dailycontact.core.kinds import OPINIONS, by_words, is_sure, kind_of
from dailycontact.core.likeness import VOICES, mark_of, says, votes
from dailycontact.core.theme import LIKELY, Alike, Ground, Proposal, Suggestion, Theme
from dailycontact.store.action_themes import at_work_of
from dailycontact.store.forms import day_of
from dailycontact.store.likeness import likeness_of
from dailycontact.store.looking import Look, Row

LOOKED_AT = 200
"""Alike answers that are looked at, so that enough of them have been read."""
ALIKE_SHOWN = 3
"""Alike answers that are shown with a proposal."""

_ANSWERS = (
    "SELECT answer.id, answer.verbatim, answer.day, answer.kind, answer.theme_id, answer.leader_id,"
    " answer.private, answer.consent, customer.name AS customer FROM answer"
    " JOIN customer ON customer.id = answer.customer_id"
    " WHERE answer.id IN ({}) AND answer.day <= :today"
)
_THEMES = (
    "SELECT theme.id, theme.name, tally.said, tally.fixed_on, tally.raised, action.id AS action_id,"
    " action.title, action.due_on, member.name AS owner FROM theme"
    " LEFT JOIN theme_tally tally ON tally.theme_id = theme.id"
    " LEFT JOIN action ON action.id = tally.action_id"
    " LEFT JOIN member ON member.id = action.owner_id WHERE theme.id IN ({})"
)


@dataclass(frozen=True, kw_only=True)
class _Heard:
    """An answer that is like the text, as the book has it now."""

    likeness: float
    is_content: bool
    theme_id: int | None
    may_be_shown: bool
    alike: Alike


def suggest(
    look: Look,
    text: str,
    *,
    today: date,
    but_answer_id: int | None = None,
    most: int = 3,
    leader_id: int | None = None,
) -> Suggestion:
    """Return what `text` seems to be: its kind, and the themes that it may be about.

    The leader's rules come first, then the themes of answers that are alike, the likeliest first,
    at most so many. `but_answer_id` is the answer itself, if it is in the book already. What was
    said in confidence counts, and is shown to nobody but the leader who heard it (`leader_id`).
    """
    near = _near(look, text, today=today, but_answer_id=but_answer_id, leader_id=leader_id)
    kind, ground = _kind(look, text, near)
    ranked = [(theme_id, 1.0, Ground.RULE) for theme_id in _ruled(look, text)]
    ruled = {theme_id for theme_id, _, _ in ranked}
    read = [(one.theme_id, one.likeness) for one in near if one.theme_id is not None][:VOICES]
    for theme_id, score in votes(read):
        if theme_id not in ruled:
            ranked.append((theme_id, score, Ground.ALIKE))
    proposals = _proposals(look, ranked[:most], near)
    return Suggestion(kind=kind, ground=ground, proposals=proposals, unread=_unread(near))


def alike(
    look: Look,
    text: str,
    *,
    today: date,
    but_answer_id: int | None = None,
    most: int = 10,
    leader_id: int | None = None,
) -> tuple[Alike, ...]:
    """Return the answers that are most like a text, the likest first, read as anything or not.

    What was said in confidence is left out, but for the leader who heard it (`leader_id`).
    """
    near = _near(look, text, today=today, but_answer_id=but_answer_id, leader_id=leader_id)
    return tuple(one.alike for one in near if one.may_be_shown)[:most]


def _near(
    look: Look, text: str, *, today: date, but_answer_id: int | None, leader_id: int | None
) -> list[_Heard]:
    """Return the answers that are like a text, the likest first; not those that changed since."""
    but = () if but_answer_id is None else (but_answer_id,)
    near = likeness_of(look).nearest(text, most=LOOKED_AT, but=but)
    if not near:
        return []
    rows = {
        row["id"]: row for row in look.among(_ANSWERS, [one.number for one in near], today=today)
    }
    return [
        _heard(rows[one.number], one.likeness, leader_id)
        for one in near
        if one.number in rows and mark_of(rows[one.number]["verbatim"]) == one.mark
    ]


def _unread(near: Sequence[_Heard]) -> tuple[Alike, ...]:
    """Return the wishes that are alike and that nobody has read yet, the likest first."""
    found = [
        one.alike
        for one in near
        if one.theme_id is None
        and one.likeness >= LIKELY
        and one.may_be_shown
        and not one.is_content
    ]
    return tuple(found[:ALIKE_SHOWN])


def _heard(row: Row, likeness: float, leader_id: int | None) -> _Heard:
    in_confidence = bool(row["private"]) or row["consent"] == "no"
    return _Heard(
        likeness=likeness,
        is_content=row["kind"] != Kind.SUGGESTION,
        theme_id=row["theme_id"],
        may_be_shown=not in_confidence or row["leader_id"] == leader_id,
        alike=Alike(
            answer_id=row["id"],
            customer=row["customer"],
            verbatim=row["verbatim"],
            day=day_of(row["day"]),
            likeness=likeness,
        ),
    )


def _kind(look: Look, text: str, near: Sequence[_Heard]) -> tuple[Kind, Ground | None]:
    for row in look.rows("SELECT kind, folded FROM theme_rule WHERE kind IS NOT NULL ORDER BY id"):
        if says(text, row["folded"]):
            return Kind(row["kind"]), Ground.RULE
    opinions = [(one.is_content, one.likeness) for one in near][:OPINIONS]
    kind = kind_of(text, opinions)
    if kind is None:
        return Kind.SUGGESTION, None
    return kind, Ground.WORDS if is_sure(by_words(text)) else Ground.ALIKE


def _ruled(look: Look, text: str) -> tuple[int, ...]:
    """Return the themes whose words stand in the text, as the leader has set them down."""
    rows = look.rows(
        "SELECT theme_id, folded FROM theme_rule WHERE theme_id IS NOT NULL"
        " ORDER BY LENGTH(folded) DESC, id"
    )
    return tuple(dict.fromkeys(row["theme_id"] for row in rows if says(text, row["folded"])))


def _proposals(
    look: Look, ranked: Sequence[tuple[int, float, Ground]], near: Sequence[_Heard]
) -> tuple[Proposal, ...]:
    if not ranked:
        return ()
    rows = {row["id"]: row for row in look.among(_THEMES, [theme_id for theme_id, _, _ in ranked])}
    return tuple(
        _proposal(rows[theme_id], score, ground, near)
        for theme_id, score, ground in ranked
        if theme_id in rows
    )


def _proposal(row: Row, score: float, ground: Ground, near: Sequence[_Heard]) -> Proposal:
    mine = [one.alike for one in near if one.theme_id == row["id"] and one.may_be_shown]
    return Proposal(
        theme=Theme(id=row["id"], name=row["name"]),
        ground=ground,
        score=score,
        said=row["said"] or 0,
        alike=tuple(mine[:ALIKE_SHOWN]),
        at_work=at_work_of(row),
        since_the_fix=None if row["fixed_on"] is None else row["raised"],
    )
