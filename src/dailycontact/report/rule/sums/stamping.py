"""What a report was made from, as it is said at its foot, and what has changed it since."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from dailycontact.core.recorded import ChangedSince
from dailycontact.report.rule.readers import Readers
from dailycontact.report.rule.report import Edition, Report, Stamp
from dailycontact.report.rule.sums import happened

_CUSTOMERS = frozenset(
    {
        *("answer", "action", "action_answer", "finish", "finish_answer", "telling"),
        *("customer", "member", "setting:company", "setting:kept_words", "setting:hidden_words"),
    }
)
_COMPANY = _CUSTOMERS | {
    *("call", "sharing", "reading", "theme", "telling_try", "progress", "segment", "leave"),
}
_TEAM = _COMPANY | {"story", "talk", "talk_reply", "setting:permission", "member:email"}
_MADE_OF = {
    Edition.CUSTOMERS: _CUSTOMERS,
    Edition.COMPANY: _COMPANY,
    Edition.TEAM: _TEAM,
    Edition.LEADER: _TEAM | {"promise", "phone"},
}
"""What the editions are made of: a change of anything else leaves them as they were."""


def stamp_of(readers: Readers, report: Report) -> Stamp:
    """Return which book a report was made from, up to which instant, and by which version.

    And how much has changed it since that its readers may know of.
    """
    facts = readers.facts
    return Stamp(
        book=facts.mark,
        zone=facts.period.zone,
        version=facts.version,
        cutoff=facts.period.until,
        changed=_changed(readers, report),
        written_later=0 if readers.edition is Edition.CUSTOMERS else _written_later(readers),
    )


def _changed(readers: Readers, report: Report) -> ChangedSince:
    since, made_of = readers.facts.afterwards, _MADE_OF[readers.edition]
    return ChangedSince(
        undone=sum(not about.isdisjoint(made_of) for about in since.undone),
        erased=since.erased,
        withdrawn=_withdrawn(readers),
        renamed=_renamed(since.renamed, report),
        hidden=readers.hidden_since,
    )


def _withdrawn(readers: Readers) -> int:
    """Return how many answers an edition shows less of: not all editions name, or say who waits."""
    since = readers.facts.afterwards
    found = set(since.kept_back)
    if readers.edition is not Edition.CUSTOMERS:
        found |= since.refused
    if readers.edition.names_customers:
        found |= since.unnamed
    return len(found)


def _renamed(names: frozenset[str], report: Report) -> int:
    """Return how many of these names the report shows, which does so as a rule in full."""
    if not names:
        return 0
    said = "\n".join(_said(report))
    return sum(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) is not None for name in names)


def _said(part: object) -> Iterator[str]:
    """Yield every text of a report, wherever it stands."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _said(each)
    elif is_dataclass(part):
        for each in fields(part):
            yield from _said(getattr(part, each.name))


def _written_later(readers: Readers) -> int:
    """Return how many of the facts that an edition is made of lie before its first day."""
    days = [one.answer.day for one in happened.heard(readers)]
    days += [one.ending.day for one in happened.ended(readers)]
    days += [telling.day for of_it in happened.told(readers).values() for telling in of_it.values()]
    if readers.edition is not Edition.COMPANY:
        days += [action.day for action, _ in happened.begun(readers)]
        days += [story.day for story in readers.facts.stories]
    return sum(day < readers.facts.period.first for day in days)
