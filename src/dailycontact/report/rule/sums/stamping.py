"""What a report was made from, as it is said at its foot."""

from dailycontact.report.rule.readers import Readers
from dailycontact.report.rule.report import Edition, Stamp
from dailycontact.report.rule.sums import happened


def stamp_of(readers: Readers) -> Stamp:
    """Return which book a report was made from, up to which instant, and by which version."""
    facts = readers.facts
    return Stamp(
        book=facts.mark,
        zone=facts.period.zone,
        version=facts.version,
        cutoff=facts.period.until,
        changed=facts.changed,
        written_later=0 if readers.edition is Edition.CUSTOMERS else _written_later(readers),
    )


def _written_later(readers: Readers) -> int:
    """Return how many of the facts that an edition is made of lie before its first day."""
    days = [one.answer.day for one in happened.heard(readers)]
    days += [one.ending.day for one in happened.ended(readers)]
    days += [telling.day for of_it in happened.told(readers).values() for telling in of_it.values()]
    if readers.edition is not Edition.COMPANY:
        days += [action.day for action, _ in happened.begun(readers)]
        days += [story.day for story in readers.facts.stories]
    return sum(day < readers.facts.period.first for day in days)
