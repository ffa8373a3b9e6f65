"""The settings of a book as they were at an instant, as far as a report speaks of them."""

import json
from dataclasses import dataclass

from dailycontact.core.book import BookSettings
from dailycontact.store.settings import lines
from dailycontact.store.then import Then


@dataclass(frozen=True, kw_only=True)
class PastSettings:
    """Whose book it was, what the team may do unasked, and which words are left or hidden.

    What is to be hidden by now is hidden in every report, and what was left then only where it is
    left by now: `kept_before` is what was left then only, `hidden_since` what was not hidden yet.
    """

    company: str = ""
    permission: str = ""
    kept_words: frozenset[str] = frozenset()
    hidden_words: frozenset[str] = frozenset()
    kept_before: frozenset[str] = frozenset()
    hidden_since: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Was:
    """A setting that was changed since: what it was (None: not set), and what it was at first."""

    value: str | None
    at_first: str


def past_settings(then: Then, now: BookSettings) -> PastSettings:
    """Return the settings as they were then; `now` are those of today.

    A book that was begun since is called as it was first.
    """
    was = _were(then)
    company = was.get("company", Was(value=now.company, at_first=now.company))
    permission = was.get("permission")
    kept = _words(was, "kept_words", now.kept_words)
    hidden = _words(was, "hidden_words", now.hidden_words)
    return PastSettings(
        company=company.at_first if company.value is None else company.value,
        permission=now.permission if permission is None else permission.value or "",
        kept_words=now.kept_words & kept,
        hidden_words=now.hidden_words | hidden,
        kept_before=kept - now.kept_words,
        hidden_since=now.hidden_words - hidden,
    )


def _were(then: Then) -> dict[str, Was]:
    """Return, by key, the settings that were changed since."""
    rows = then.look.rows(
        "SELECT before, after FROM event CROSS JOIN event_row"
        " WHERE event_row.event_id = event.id AND event.recorded_at >= :until"
        " AND COALESCE(event.undoes_id, 0) = 0"
        " AND table_name = 'setting' ORDER BY event.recorded_at, event_row.id",
        until=then.until,
    )
    found: dict[str, Was] = {}
    for row in rows:
        said = json.loads(row["before"] or row["after"] or "{}")
        value = str(said.get("value", ""))
        was = Was(value=None if row["before"] is None else value, at_first=value)
        found.setdefault(said.get("key", ""), was)
    return found


def _words(was: dict[str, Was], key: str, now: frozenset[str]) -> frozenset[str]:
    return frozenset(lines(was[key].value)) if key in was else now
