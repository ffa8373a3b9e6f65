"""Actions on a page: what was done, who had asked for it, and who knows, told once and whole."""

from collections.abc import Iterator

from dailycontact.core.sentences import shortened, spoken
from dailycontact.report.rule import wording
from dailycontact.report.rule.page import Block, Entry, Quote
from dailycontact.report.rule.pages.counting import had_asked
from dailycontact.report.rule.pages.cutting import FEW, listing
from dailycontact.report.rule.report import Acted, Person, Report, Said, State, Told


def thanked(report: Report) -> frozenset[int]:
    """Return the actions that somebody is thanked for."""
    return frozenset(done.action_id for thanks in report.thanks for done in thanks.done)


def done_for(acted: Acted, report: Report) -> Entry:
    """Return what somebody is thanked for: what customers hear, who had asked, and who knows."""
    said = f"{had_asked(acted.askers)}{_late(acted, report)}{_know(acted, report)}"
    return Entry(
        head=spoken(acted.say or acted.title),
        mark=f"A{acted.action_id}",
        text=(said, *_names(acted, report)),
        quotes=tuple(_quotes(acted, report)),
    )


def rest_of_acted(report: Report) -> tuple[Block, ...]:
    """Return what was begun, declined, or done by nobody in particular."""
    others = [one for one in report.acted if one.action_id not in thanked(report)]
    return listing([_acted(one, report) for one in others], report)


def rest_of_told(report: Report) -> tuple[Block, ...]:
    """Return who was told of what had ended before, or is not shown as having ended."""
    shown = {one.action_id for one in report.acted}
    others = [one for one in report.told if one.action_id not in shown]
    return listing([_told(one, report) for one in others], report)


def _acted(acted: Acted, report: Report) -> Entry:
    text = (f"{_what(acted, report)}{_know(acted, report)}".strip(), *_names(acted, report))
    return Entry(
        head=wording.heading(acted),
        mark=f"A{acted.action_id}",
        strong=_outcome(acted),
        text=tuple(words for words in text if words),
        quotes=tuple(_quotes(acted, report)),
    )


def _outcome(acted: Acted) -> str:
    """Return what customers hear, and that it is a no, unless the title says that."""
    no = acted.state is State.DECLINED and not acted.is_named_by_reason
    return f"{wording.WE_SAID_NO}. {wording.outcome(acted)}" if no else wording.outcome(acted)


def _what(acted: Acted, report: Report) -> str:
    """Return by whom and when it was begun or done; that we said no is nobody's own."""
    if acted.state is not State.DECLINED:
        return f"{wording.act(acted, report)}."
    return f"That was {wording.earlier(acted.day, report)}." if acted.earlier else ""


def _late(acted: Acted, report: Report) -> str:
    return f" Done {wording.earlier(acted.day, report)}." if acted.earlier else ""


def _know(acted: Acted, report: Report) -> str:
    told = _told_of(acted, report)
    return "" if told is None or acted.state is State.BEGUN else f" {wording.know(told)}"


def _told_of(acted: Acted, report: Report) -> Told | None:
    return next((one for one in report.told if one.action_id == acted.action_id), None)


def _people(acted: Acted, report: Report) -> dict[int, Person]:
    told = _told_of(acted, report)
    return {} if told is None else {person.answer_id: person for person in told.people}


def _quotes(acted: Acted, report: Report) -> Iterator[Quote]:
    """Yield the words of those who asked, but for the words that stand on the page anyway."""
    people = _people(acted, report)
    for said in _before(acted, report)[:FEW]:
        by = (said.who, f"answer {said.answer_id}", _was_told(said.answer_id, people, report))
        yield Quote(words=shortened(said.words), by=" · ".join(words for words in by if words))


def _names(acted: Acted, report: Report) -> tuple[str, ...]:
    """Return who else asked for it: whose words were heard in the period, and who is told of it."""
    people = _people(acted, report)
    now = [said for said in acted.answers if said.answer_id in _heard(report)]
    lines = [_asked(said, people, report) for said in now]
    shown = {said.answer_id for said in acted.answers}
    lines += [_took(one, report) for one in people.values() if one.answer_id not in shown]
    hidden = max(0, len(_before(acted, report)) - FEW) + max(0, len(lines) - FEW)
    rest = (f"And {hidden} more.",) if hidden else ()
    return (*lines[:FEW], *rest)


def _asked(said: Said, people: dict[int, Person], report: Report) -> str:
    told = _was_told(said.answer_id, people, report)
    return f"Asked for by {said.who} (answer {said.answer_id}){f'; {told}' if told else ''}."


def _was_told(answer_id: int, people: dict[int, Person], report: Report) -> str:
    person = people.get(answer_id)
    return f"told {wording.took(person, report)}" if person else ""


def _before(acted: Acted, report: Report) -> list[Said]:
    return [said for said in acted.answers if said.answer_id not in _heard(report)]


def _heard(report: Report) -> frozenset[int]:
    return frozenset(said.answer_id for said in report.heard)


def _told(told: Told, report: Report) -> Entry:
    people = [_took(person, report) for person in told.people]
    rest = len(people) - FEW
    more = (f"And {rest} more.",) if rest > 0 else ()
    return Entry(
        head=told.title or spoken(told.say),
        mark=f"A{told.action_id}",
        text=(wording.know(told), *people[:FEW], *more),
    )


def _took(person: Person, report: Report) -> str:
    return f"{person.who} (answer {person.answer_id}): {wording.took(person, report)}"
