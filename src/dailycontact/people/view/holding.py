"""All that the book holds of one customer, in plain words: a page to hand to whoever asks.

It names nobody else whom the book knows, except those of the company who wrote it down.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from dailycontact.core.answer import Answer
from dailycontact.core.call import Call, Promise
from dailycontact.core.countries import country_name
from dailycontact.core.customer import Phone
from dailycontact.core.dates import say_day
from dailycontact.core.event import EXPORTED
from dailycontact.core.sentences import count, say_cadence, sentence
from dailycontact.core.standing import Doing
from dailycontact.people.usecases.holding import Held
from dailycontact.people.view import held_moments, held_words
from dailycontact.people.view.stories import shown_document
from dailycontact.store.histories import Rested, Told
from dailycontact.terminal.markdown import escaped

ENDINGS = {"text": ".md", "json": ".json"}
"""The forms of this page, and what the name of a file of each ends with."""
BY_ENDING = {".md": "text", ".txt": "text", ".json": "json"}
"""The form that the name of a file asks for."""


def text(held: Held, *, today: date) -> str:
    """Return the page in Markdown."""
    return "\n".join((*_head(held, today), *_body(held, today), *_foot())).rstrip("\n") + "\n"


def _head(held: Held, today: date) -> Iterator[str]:
    whose = held.company or "we"
    verb = "holds" if held.company else "hold"
    yield f"# What {escaped(whose)} {verb} about you: {escaped(held.customer.full_name)}"
    yield ""
    yield f"Written on {_day(held.on, today)}, from the book in which"
    yield "our calls with customers are kept. This is all that is in it about you; where others are"
    yield "spoken of and you are named, it is only counted."
    yield ""


def _body(held: Held, today: date) -> Iterator[str]:
    for title, lines in _sections(held, today):
        listed = [line if line.startswith("  ") else f"- {line}" for line in lines]
        yield from (f"## {title}", "", *(listed or ["Nothing."]), "")


def _foot() -> Iterator[str]:
    yield from ("## What is not held", "")
    yield from (f"- {line}" for line in held_words.NOT_HELD)
    yield from ("", held_words.COPIES, "")
    yield held_words.ASK


def _sections(held: Held, today: date) -> Iterator[tuple[str, Iterable[str]]]:
    yield "Who you are", _who(held, today)
    yield "How to reach you", _reach(held, today)
    yield "Where it is from", _origin(held, today)
    yield "When you are phoned", _rhythm(held, today)
    yield "Every call", [_call(call, held, today) for call in held.story.calls]
    yield "What you said, and what became of it", _answers(held, today)
    yield "What you were told", _tellings(held, today)
    yield "What you were promised", [_promise(*one, today) for one in held.story.promises]
    yield "Who was shown it, and in which files you are", _shown(held, today)
    yield "What was changed", _changes(held, today)
    yield "Where you are named beside others", _elsewhere(held)


def _who(held: Held, today: date) -> Iterator[str]:
    one = held.customer
    yield f"Name: {escaped(one.name)}"
    if one.company and one.company != one.name:
        yield f"Company: {escaped(one.company)}"
    if one.country:
        yield f"Country: {escaped(country_name(one.country))}"
    if one.segment:
        yield f"Group of customers: {escaped(one.segment)}"
    if held.story.leader:
        yield f"Whose customer you are: {escaped(held.story.leader)}"
    if one.referred_by:
        yield f"Recommended by: {escaped(one.referred_by)}"
    if one.renewed_on:
        yield f"Last renewed: {_day(one.renewed_on, today)}"
    if one.left_on:
        yield f"No customer any more since: {_day(one.left_on, today)}"
    yield f"Your number in the book: {one.id}"


def _reach(held: Held, today: date) -> Iterator[str]:
    for phone in held.customer.phones:
        yield _phone(phone, today)
    for label, address in held.emails:
        yield f"E-mail: {escaped(address)}{_remarks(label)}"
    zones = held.story.zones
    if zones:
        yield f"Time zone: {escaped(' or '.join(zones))}"
    if held.customer.hours:
        yield f"Hours at which you like to be phoned: {held.customer.hours}"


def _phone(phone: Phone, today: date) -> str:
    wrong = f"somebody else's since {_day(phone.wrong_on, today)}" if phone.wrong_on else ""
    written = f"written as {phone.raw}" if phone.raw != phone.shown else ""
    said = ", ".join(filter(None, (phone.label, written, wrong)))
    return escaped(f"Phone: {phone.shown} ({said})" if said else f"Phone: {phone.shown}")


def _origin(held: Held, today: date) -> Iterator[str]:
    yield f"You have been in the book since {_day(held.customer.joined_on, today)}."
    for one in held.other_ids:
        key = one.value.removeprefix("name=")
        how = "by your name" if key != one.value else f"as number {key}"
        yield f"You came in a file from {escaped(one.source)}, where you are known {escaped(how)}."
    for number in held.numbers:
        yield f"You were in the book twice: the other entry, number {number}, became this one."
    if not held.other_ids:
        yield "Somebody of us wrote you down by hand."
    if held.told_apart:
        others = count(held.told_apart, "other customer")
        yield f"You were told apart from {others} with a like name."


def _rhythm(held: Held, today: date) -> Iterator[str]:
    one = held.customer
    if one.do_not_contact_on:
        why = f" ({one.do_not_contact_why})" if one.do_not_contact_why else ""
        since = _day(one.do_not_contact_on, today)
        yield f"You do not want to be contacted, since {since}{escaped(why)}."
    if one.paused_on:
        ends = _day(one.paused_until, today) if one.paused_until else "somebody says otherwise"
        yield f"You are left alone since {_day(one.paused_on, today)} until {ends}."
    yield f"Your turn comes about {say_cadence(one.beat)}."
    if one.last_on:
        yield f"The last conversation was on {_day(one.last_on, today)}."
    if one.misses or one.skips:
        missed, skipped = count(one.misses, "call"), count(one.skips, "time")
        yield f"In a row: {missed} did not reach you, and {skipped} you were passed over."
    for pick in held.picks:
        leader = escaped(pick.leader)
        yield f"{_day(pick.day, today)}: it was your turn to be phoned by {leader}."
    for rested in held.story.rests:
        yield f"{_day(rested.day, today)}: {_rested(rested)}"


def _rested(rested: Rested) -> str:
    why = f": {rested.why}" if rested.why else ""
    return escaped(
        sentence(f"{held_words.RESTED.get(rested.what, rested.what.value)}{why}"), indent=2
    )


def _call(call: Call, held: Held, today: date) -> str:
    who = escaped(held.story.team[call.leader_id])
    how = held_words.ENDED[call.outcome]
    notes = f" Note: {escaped(sentence(call.notes), indent=2)}" if call.notes else ""
    return f"{_day(call.day, today)}, {who}: {how}.{notes}"


def _answers(held: Held, today: date) -> Iterator[str]:
    for standing in held.story.standings:
        yield _answer(standing.answer, today)
        for doing in standing.doings:
            yield f"  {_doing(doing, today)}"
    for one in held.amendments:
        yield (
            f"{_day(one.day, today)}, {escaped(one.by)} corrected {one.answer_id}"
            f" ({one.field}): before “{escaped(one.before, indent=2)}”,"
            f" now “{escaped(one.after, indent=2)}”."
        )

    yield from held_moments.of_the_team(held, lambda day: _day(day, today))


def _tellings(held: Held, today: date) -> Iterator[str]:
    for told in held.story.tellings:
        why = held_moments.why_waived(held, told.answer_id) if told.waived else None
        yield _told(told, why, today)
    yield from held_moments.said_to_them(held, lambda day: _day(day, today))


def _answer(answer: Answer, today: date) -> str:
    words = f"“{escaped(sentence(answer.verbatim), indent=2)}” " if answer.verbatim else ""
    praised = f"For {escaped(answer.praised)}. " if answer.praised else ""
    marks = [word for word in ("urgent", "private") if getattr(answer, word)]
    marked = f" Marked as {' and '.join(marks)}." if marks else ""
    return (
        f"{_day(answer.day, today)} ({answer.id}): {words}{held_words.KINDS[answer.kind]}{praised}"
        f"It {held_words.MAY[answer.consent]}.{marked}"
    )


def _doing(doing: Doing, today: date) -> str:
    owner = f", by {escaped(doing.owner)}" if doing.owner else ""
    due = f", until {_day(doing.due_on, today)}" if doing.due_on else ""
    ended = (
        f" {doing.how.value.capitalize()}: {escaped(sentence(doing.say), indent=4)}"
        if doing.say and doing.how
        else ""
    )
    title = escaped(doing.title.strip().removesuffix("."), indent=4)
    return f"- What is done: {title}{owner}{due}.{ended}"


def _told(told: Told, why: str | None, today: date) -> str:
    if why == "unreachable":
        return (
            f"{_day(told.day, today)}: nobody could reach you to tell you about {told.answer_id}."
        )
    if told.waived:
        return f"{_day(told.day, today)}: you need not be told about {told.answer_id} any more."
    by = f" by {told.channel.value}" if told.channel else ""
    took = f" You took it: {told.reaction.said}." if told.reaction else ""
    words = escaped(sentence(told.words or told.say), indent=2)
    return f"{_day(told.day, today)}, about {told.answer_id}{by}: {words}{took}"


def _promise(day: date, promise: Promise, today: date) -> str:
    text = promise.text.strip().removesuffix(".")
    what = "to ring you back" if promise.is_call_back else escaped(text, indent=2)
    settled = ""
    if promise.settled_on:
        settled = (
            f" It was {promise.settled_how or 'settled'} on {_day(promise.settled_on, today)}."
        )
    return f"{_day(day, today)}: {what} (by {_day(promise.due_on, today)}).{settled}"


def _shown(held: Held, today: date) -> Iterator[str]:
    for shown in held.sharings:
        place = f", {shown.place}" if shown.place else ""
        where = escaped(f"{shown.by}{place}", indent=2)
        whom = held_words.SHOWN_TO.get(shown.edition, shown.edition)
        yield f"{_day(shown.day, today)}: {shown.answer_id} was shown to {whom} ({where})."
    for tried in held.tries:
        who = escaped(tried.by)
        yield f"{_day(tried.day, today)}: {who} tried to tell you about {tried.answer_id}."
    for file in held.files:
        alone = "about you" if file.alone else "with you and others in it"
        where = escaped(file.place)
        yield f"{_day(file.day, today)}: {escaped(file.by)} made a file {alone}: {where}."


def _changes(held: Held, today: date) -> Iterator[str]:
    for one in held.earlier:
        what = held_words.SAID_AS.get(one.what, one.what)
        now = f"“{escaped(one.after, indent=2)}”" if one.after else "nothing"
        by = f", {escaped(one.by)}" if one.by else ""
        was = f"“{escaped(one.before, indent=2)}”"
        yield f"{_day(one.day, today)}{by}: {what}, before {was}, then {now}."
    wrote = Counter(
        (event.at.date(), event.leader or "") for event in held.changes if event.command != EXPORTED
    )
    for (day, leader), number in wrote.items():
        by = f" by {escaped(leader)}" if leader else ""
        yield f"{_day(day, today)}: something about you was written{by}, {count(number, 'time')}."


def _elsewhere(held: Held) -> Iterator[str]:
    """Yield how many texts about others name them; what they say is about these, too."""
    for table, number in sorted(held.elsewhere.items()):
        yield f"{count(number, *held_words.BESIDE.get(table, ('other text', None)))}."
    if held.elsewhere:
        yield "They are about others, too, and so not printed here: ask what they say of you."


def _day(day: date, today: date) -> str:
    """Return a day with its year: the page is read when another year has come."""
    said = say_day(day, today=today)
    return said if said.endswith(str(day.year)) else f"{said} {day.year}"


def _remarks(*words: str) -> str:
    said = ", ".join(filter(None, words))
    return f" ({escaped(said)})" if said else ""


def document(held: Held) -> dict[str, object]:
    """Return the same as a JSON document."""
    return {
        "company": held.company or None,
        "written_on": held.on,
        "customer": shown_document(held.story)
        | {"emails": [{"label": label or None, "address": at} for label, at in held.emails]},
        "other_ids": [one._asdict() for one in held.other_ids],
        "shown": list(held.sharings),
        "corrected": list(held.amendments),
        "tried_to_tell": list(held.tries),
        "proposed": list(held.picks),
        "merged_numbers": list(held.numbers),
        "told_apart_from": held.told_apart,
        "named_elsewhere": [
            {"where": table, "texts": number} for table, number in sorted(held.elsewhere.items())
        ],
        "files": list(held.files),
        "earlier": list(held.earlier),
        "changes": [
            {"at": event.at, "leader": event.leader, "command": event.command}
            for event in held.changes
        ],
        "not_held": list(held_words.NOT_HELD),
    }
