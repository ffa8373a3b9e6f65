"""Words that say what an answer is about, or that it is praise, or nothing: the leader's own."""

from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.answer import Kind
from dailycontact.core.likeness import words_of
from dailycontact.core.theme import Rule, Theme
from dailycontact.store.looking import Look, Row

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_RULES = (
    "SELECT theme_rule.id, words, kind, theme_id, theme.name AS theme FROM theme_rule"
    " LEFT JOIN theme ON theme.id = theme_rule.theme_id"
)


def rules(look: Look, *, theme_id: int | None = None) -> tuple[Rule, ...]:
    """Return the rules by theme and then by words, praise and nothing at the end; or a theme's."""
    only, values = (
        ("", {}) if theme_id is None else (" WHERE theme_id = :theme", {"theme": theme_id})
    )
    rows = look.rows(
        f"{_RULES}{only} ORDER BY theme.folded IS NULL, theme.folded, kind DESC, theme_rule.folded",
        **values,
    )
    return tuple(_rule(row) for row in rows)


def rule_for(look: Look, words: str) -> Rule | None:
    """Return the rule for just these words, in any case; None where there is none."""
    row = look.row(f"{_RULES} WHERE theme_rule.folded = :folded", folded=folded(words))
    return None if row is None else _rule(row)


def add(
    change: "Change", words: str, *, theme: Theme | None = None, kind: Kind | None = None, day: date
) -> None:
    """Let these words stand for a theme, or for praise or nothing."""
    change.add(
        "theme_rule",
        words=" ".join(words.split()),
        folded=folded(words),
        theme_id=theme.id if theme else None,
        kind=kind.value if kind else None,
        leader_id=change.leader_id,
        day=day,
        recorded_at=change.at,
    )


def folded(words: str) -> str:
    """Return words as they are compared with what customers say; nothing where there are none."""
    return " ".join(words_of(words))


def _rule(row: Row) -> Rule:
    theme = None
    if row["theme_id"] is not None:
        theme = Theme(id=row["theme_id"], name=row["theme"])
    kind = None if row["kind"] is None else Kind(row["kind"])
    return Rule(id=row["id"], words=row["words"], theme=theme, kind=kind)
