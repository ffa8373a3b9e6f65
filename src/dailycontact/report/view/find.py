"""What was found, on the screen: group by group, with the words around it."""

from collections.abc import Iterable
from itertools import groupby

from dailycontact.core.dates import say_day
from dailycontact.core.sentences import count
from dailycontact.report.usecases.find import Found, Hit
from dailycontact.terminal.card import Part, paragraph, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import ACCENT, LABEL, PLAIN

MOST = 20
"""How many of a group are shown; --json has them all."""

_TITLES = {
    "customer": "CUSTOMERS",
    "answer": "ANSWERS",
    "note": "NOTES",
    "action": "ACTIONS",
    "story": "STORIES",
    "talk": "TALKS WITH THE TEAM",
}


def parts(found: Found) -> list[Part | str]:
    """Return what was found, top to bottom."""
    if not found.hits:
        said = f"“{found.text}” was not found in what was said, done or promised."
        return [paragraph(f"{said} Try fewer letters of it.")]
    shown: list[Part | str] = [""]
    for group, hits in groupby(found.hits, key=lambda hit: hit.group):
        shown += [*_group(_TITLES[group], list(hits), found), ""]
    return shown


def _group(title: str, hits: list[Hit], found: Found) -> Iterable[Part | str]:
    yield spread((f"{title} ({len(hits)})", LABEL))
    for hit in hits[:MOST]:
        yield from _hit(hit, found)
    if len(hits) > MOST:
        yield paragraph(f"and {count(len(hits) - MOST, 'more', 'more')}", indent=2, style=LABEL)


def _hit(hit: Hit, found: Found) -> Iterable[Part]:
    words = Line(hit.excerpt.before, (hit.excerpt.found, ACCENT), hit.excerpt.after)
    if hit.group == "customer":
        whose = "" if hit.field == "name" else f", of {hit.customer}"
        yield spread(Line(f"{hit.id:>4}  ", words, whose), (hit.see, LABEL))
        return
    day = say_day(hit.day, today=found.day) if hit.day else ""
    what = " · ".join(w for w in (hit.whose or "", _field(hit), day) if w)
    yield spread(Line(f"{_number(hit):>4}  ", (what, PLAIN)), (hit.see, LABEL))
    yield spread(words, indent=6)


def _number(hit: Hit) -> str:
    return hit.reference if hit.group in ("answer", "action") else ""


def _field(hit: Hit) -> str:
    return hit.field if hit.group == "action" else ""


def document(found: Found) -> list[dict[str, object]]:
    """Return what was found as a JSON document."""
    return [
        {
            "group": hit.group,
            "field": hit.field,
            "id": hit.id,
            "reference": hit.reference,
            "customer": hit.customer,
            "member": hit.whose if hit.group == "talk" else None,
            "day": hit.day,
            "before": hit.excerpt.before,
            "found": hit.excerpt.found,
            "after": hit.excerpt.after,
            "see": hit.see,
        }
        for hit in found.hits
    ]
