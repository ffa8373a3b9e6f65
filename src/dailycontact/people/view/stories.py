"""One customer on the screen: what is known of them, and all that happened, day by day."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import zip_longest

from dailycontact.core.countries import country_name
from dailycontact.core.customer import Customer, Phone
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.rhythm import is_parked
from dailycontact.core.sentences import listed, say_cadence, sentence
from dailycontact.core.standing import Standing
from dailycontact.people.usecases.stories import CustomerStory
from dailycontact.people.view.roster import customer_document
from dailycontact.terminal import moments
from dailycontact.terminal.card import Part, header, labelled, paragraph, spread
from dailycontact.terminal.door import cells, safe
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME, WARNING

_INDENT = 2
_WEEK = 7
_MONTH = 45


def story(story: CustomerStory, *, today: date) -> list[Part | str]:
    """Return everything about one customer."""
    parts: list[Part | str] = ["", *entry(story.customer, today=today), ""]
    parts += _facts(story, today=today)
    return [*parts, *moments.days(story.moments, story.standings, today=today), ""]


def entry(customer: Customer, *, today: date) -> list[Part | str]:
    """Return who a customer is, and how to reach them."""
    company = "" if customer.company == customer.name else customer.company
    named = Line((customer.name, NAME), f"  {company}" if company else "")
    parts: list[Part | str] = [header(named, f"customer {customer.id}")]
    numbers = [(phone.shown, _said_of(phone, today=today)) for phone in customer.phones]
    parts += _beneath_each_other(numbers)
    parts += _beneath_each_other(list(zip_longest(customer.emails, customer.email_labels)))
    if not customer.phones:
        parts.append(paragraph("no phone", indent=_INDENT, style=LABEL))
    return parts


def _said_of(phone: Phone, *, today: date) -> str:
    wrong = f"wrong since {say_day(phone.wrong_on, today=today)}" if phone.wrong_on else ""
    return "  ".join(word for word in (phone.label, wrong) if word)


def _beneath_each_other(ways: Sequence[tuple[str, str | None]]) -> list[Part | str]:
    """Return ways to reach somebody, a line each, and behind them what is said of each."""
    widest = max((cells(safe(way)) for way, _ in ways), default=0)
    return [
        spread(
            Line(way, " " * (widest - cells(safe(way)) + _INDENT), (said, LABEL)), indent=_INDENT
        )
        if said
        else paragraph(way, indent=_INDENT)
        for way, said in ways
    ]


def status(customer: Customer, *, today: date) -> str:
    """Return in a sentence why a customer is not phoned; empty when they are."""
    if customer.do_not_contact_on:
        why = f" ({customer.do_not_contact_why})" if customer.do_not_contact_why else ""
        return f"Do not contact, since {say_day(customer.do_not_contact_on, today=today)}{why}."
    if customer.left_on:
        return f"No customer of ours since {say_day(customer.left_on, today=today)}."
    if customer.is_paused(today) and customer.paused_on:
        until = customer.paused_until
        ends = say_day(until, today=today) if until else "you resume them"
        return f"Paused until {ends}, since {say_day(customer.paused_on, today=today)}."
    if not any(phone.usable for phone in customer.phones):
        return "No number to phone."
    return ""


def rhythm(customer: Customer, turn_on: date | None, *, today: date) -> str:
    """Return in a line how often a customer is phoned, and about when next."""
    own = " (their own rhythm)" if customer.cadence else ""
    return f"{say_cadence(customer.beat)}{own}; {when(turn_on, today=today)}"


def when(turn_on: date | None, *, today: date) -> str:
    """Return about when a turn comes: never to the day, because nobody can know it."""
    if turn_on is None:
        return "no turn comes"
    days = (turn_on - today).days
    if days <= 0:
        return "a turn is due"
    if days <= _WEEK:
        return "next turn within a week"
    if days <= _MONTH:
        weeks = round(days / _WEEK)
        return f"next turn in about {f'{weeks} weeks' if weeks > 1 else 'a week'}"
    year = f" {turn_on.year}" if turn_on.year != today.year else ""
    return f"next turn about {turn_on:%B}{year}"


def _facts(story: CustomerStory, *, today: date) -> Iterable[Part]:
    customer = story.customer
    stands = status(customer, today=today)
    if stands:
        yield labelled("STATUS", stands, style=WARNING)
    often = rhythm(customer, story.turn_on, today=today)
    yield labelled("HOW OFTEN", f"{often[0].upper()}{often[1:]}.")
    if is_parked(customer.misses) and not stands:
        yield labelled("NUMBER", *_to_check(customer), style=WARNING)
    if customer.segment:
        yield labelled("SEGMENT", customer.segment)
    yield labelled("LEADER", story.leader or "Anybody of you.")
    yield labelled("WHERE", _where(story))
    own = "as they wish" if customer.hours else "like everybody"
    yield labelled("HOURS", f"{story.hours} in their own day, {own}.")
    yield labelled("SINCE", " ".join(_since(customer, today=today)))


def _to_check(customer: Customer) -> Iterable[str]:
    edit = f"{PROGRAM} customers edit {customer.id}"
    yield f"Not answered {customer.misses} times in a row: is it still theirs?"
    yield f"{edit} --phone NUMBER  (or, where it is right: --number-checked)"


def _where(story: CustomerStory) -> str:
    """Return the country and the time zone; where that could be several, how to say which."""
    country = story.customer.country
    named = f"{country_name(country)}, " if country else ""
    if len(story.zones) == 1:
        return f"{named}{story.zones[0]}."
    several = listed(list(story.zones), most=3).replace(" and ", " or ")
    which = f"{PROGRAM} customers edit {story.customer.id} --zone ZONE"
    return f"{named}{several}; say which: {which}"


def _since(customer: Customer, *, today: date) -> Iterable[str]:
    yield f"In the book since {say_day(customer.joined_on, today=today)}."
    if customer.referred_by:
        yield f"Recommended by {sentence(customer.referred_by)}"
    if customer.renewed_on:
        yield f"Renewed on {say_day(customer.renewed_on, today=today)}."


def story_document(story: CustomerStory) -> dict[str, object]:
    """Return everything about one customer as a JSON document."""
    return customer_document(story.customer, story.turn_on) | {
        "call_zones": list(story.zones),
        "call_hours": str(story.hours),
        "leader": story.leader,
        "calls": [
            {
                "id": call.id,
                "day": call.day,
                "recorded_at": call.recorded_at,
                "leader": story.team[call.leader_id],
                "outcome": call.outcome,
                "rang_in": call.rang_in,
                "notes": call.notes,
            }
            for call in story.calls
        ],
        "answers": [_answer_document(standing) for standing in story.standings],
        "promises": [
            {
                "id": promise.id,
                "day": day,
                "kind": promise.kind,
                "text": promise.text,
                "due_on": promise.due_on,
                "settled_on": promise.settled_on,
                "settled_how": promise.settled_how,
            }
            for day, promise in story.promises
        ],
        "tellings": list(story.tellings),
        "rests": list(story.rests),
    }


def shown_document(story: CustomerStory) -> dict[str, object]:
    """Return the document with all that happened, one moment after the other."""
    return story_document(story) | {"story": list(story.moments)}


def _answer_document(standing: Standing) -> dict[str, object]:
    answer = standing.answer
    return {
        "id": answer.id,
        "day": answer.day,
        "verbatim": answer.verbatim,
        "kind": answer.kind,
        "consent": answer.consent,
        "urgent": answer.urgent,
        "private": answer.private,
        "praised": answer.praised,
        "stage": standing.stage,
        "since": standing.since,
        "age": standing.age,
        "overdue": standing.overdue,
        "actions": [
            {
                "id": doing.action_id,
                "title": doing.title,
                "owner": doing.owner,
                "due_on": doing.due_on,
                "how": doing.how,
                "say": doing.say,
            }
            for doing in standing.doings
        ],
    }
