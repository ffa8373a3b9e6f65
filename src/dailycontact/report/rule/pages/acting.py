"""Actions on a page: what was done, who had asked for it, and who knows, told once and whole."""

from collections.abc import Iterator

from dailycontact.core.sentences import spoken
from dailycontact.report.rule import wording
from dailycontact.report.rule.page import Block, Entry, Quote
from dailycontact.report.rule.pages.counting import had_asked
from dailycontact.report.rule.pages.cutting import FEW, briefly, cut, few, listing
from dailycontact.report.rule.pages.places import Places
from dailycontact.report.rule.report import Acted, Person, Report, Said, State, Told


def done_for(acted: Acted, places: Places) -> Entry:
    """Return what somebody is thanked for: what customers hear, who had asked, and who knows."""
    asked = had_asked(acted.askers, answers=len(acted.answers))
    late = f" Done {wording.earlier(acted.day, places.report)}." if acted.earlier else ""
    return Entry(
        head=spoken(acted.say or acted.title),
        mark=f"A{acted.action_id}",
        text=(f"{asked}{late}{_know(acted, places)}", *_names(acted, places)),
        quotes=tuple(_quotes(acted, places)),
    )


def rest_of_acted(places: Places) -> tuple[Block, ...]:
    """Return what was begun, declined, or done by nobody in particular."""
    others = [one for one in places.report.acted if one.action_id not in places.thanked]
    return listing(others, lambda one: _acted(one, places), places.report)


def rest_of_told(places: Places) -> tuple[Block, ...]:
    """Return who was told of what had ended before the period."""
    return listing(places.told_before, lambda one: _told(one, places), places.report)


def _acted(acted: Acted, places: Places) -> Entry:
    what = f"{_what(acted, places.report)}{_know(acted, places)}".strip()
    return Entry(
        head=wording.heading(acted),
        mark=f"A{acted.action_id}",
        strong=_outcome(acted),
        text=tuple(words for words in (what, *_names(acted, places)) if words),
        quotes=tuple(_quotes(acted, places)),
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


def _know(acted: Acted, places: Places) -> str:
    told = places.told.get(acted.action_id)
    return f" {wording.know(told)}" if told and acted.state is not State.BEGUN else ""


def _quotes(acted: Acted, places: Places) -> Iterator[Quote]:
    """Yield the words of those who asked, whole where they were heard in the period.

    First what they said to what was done. Nothing is urgent any more once it has ended.
    """
    yield from _said_to_it(places.told.get(acted.action_id), places)
    begun = acted.state is State.BEGUN
    for said in cut(_here(acted, places), FEW):
        words = said.words if said.answer_id in places.new else briefly(said.words)
        stays = "stays with you" if said.private and places.report.is_leaders else ""
        parts = (said.who, f"answer {said.answer_id}", stays, _knows(said, acted, places))
        by = " · ".join(words for words in parts if words)
        whole = said.answer_id if words == said.words else None
        yield Quote(words=words, by=by, urgent=said.urgent and begun, answer=whole)


def _said_to_it(told: Told | None, places: Places) -> Iterator[Quote]:
    """Yield what customers said when they were told, where it stands nowhere else."""
    for person in told.people if told else ():
        for said in person.said:
            if told and places.acted.get(said.answer_id) == told.action_id:
                yield Quote(
                    words=said.words,
                    by=f"{said.who}, when told · answer {said.answer_id}",
                    answer=said.answer_id,
                )


def _names(acted: Acted, places: Places) -> tuple[str, ...]:
    """Return who else asked for it: whose words stand in another place, and who was told of it."""
    words = _here(acted, places)
    here = {said.answer_id for said in words}
    shown = {said.answer_id for said in acted.answers}
    people = _people(acted, places).values()
    lines = [_asked(one, acted, places) for one in acted.answers if one.answer_id not in here]
    lines += [_took(one, places.report) for one in people if one.answer_id not in shown]
    return few(lines, others=len(words) - len(cut(words, FEW)))


def _asked(said: Said, acted: Acted, places: Places) -> str:
    knows = _knows(said, acted, places)
    return f"Asked for by {said.who} (answer {said.answer_id}){f'; {knows}' if knows else ''}."


def _knows(said: Said, acted: Acted, places: Places) -> str:
    """Return how a customer was told, or that they are still to be told."""
    person = _people(acted, places).get(said.answer_id)
    if person is not None:
        return f"told {wording.took(person, places.report)}"
    owed = acted.state is not State.BEGUN and said.answer_id in places.owed
    return "not told yet" if owed else ""


def _people(acted: Acted, places: Places) -> dict[int, Person]:
    told = places.told.get(acted.action_id)
    return {person.answer_id: person for person in told.people} if told else {}


def _here(acted: Acted, places: Places) -> list[Said]:
    return [one for one in acted.answers if places.acted.get(one.answer_id) == acted.action_id]


def _told(told: Told, places: Places) -> Entry:
    people = [_took(person, places.report) for person in told.people]
    return Entry(
        head=told.title or spoken(told.say),
        mark=f"A{told.action_id}",
        text=(wording.know(told), *few(people)),
        quotes=tuple(_said_to_it(told, places)),
    )


def _took(person: Person, report: Report) -> str:
    return f"{person.who} (answer {person.answer_id}): {wording.took(person, report)}"
