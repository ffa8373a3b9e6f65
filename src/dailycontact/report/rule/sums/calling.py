"""What is the leaders' own: who called and how it went, who was away, promises and notes."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from dailycontact.core.call import Outcome, Promise
from dailycontact.core.recorded import CallMade, Phoned
from dailycontact.report.rule.facts import Facts
from dailycontact.report.rule.readers import Readers
from dailycontact.report.rule.report import Absence, Given, Note, Number
from dailycontact.report.rule.sums import happened


def leaders(readers: Readers) -> tuple[str, ...]:
    """Return who called, or told somebody by phone, in the order in which they first did."""
    told = (one.leader for one in _phoned(readers) if not one.in_vain)
    return tuple(dict.fromkeys((*(call.leader for call in readers.facts.calls), *told)))


def conversations(calls: Iterable[CallMade]) -> int:
    """Return in how many of the calls somebody was spoken to about what could be better."""
    return sum(call.outcome is Outcome.REACHED for call in calls)


def told_by_phone(readers: Readers) -> int:
    """Return how many customers were rung and told what became of their words.

    Who was only told where it stands does not know yet.
    """
    return len({one.customer_id for one in _phoned(readers) if one.told})


def tried(readers: Readers) -> bool:
    """Return whether somebody was rung to be told something, and nobody was reached."""
    rung = [one.in_vain for one in _phoned(readers)]
    return bool(rung) and all(rung)


def outcomes(calls: Iterable[CallMade]) -> tuple[tuple[Outcome, int], ...]:
    """Return how often calls ended in which way, of the ways that there were."""
    counted = Counter(call.outcome for call in calls)
    return tuple((outcome, counted[outcome]) for outcome in Outcome if counted[outcome])


def absences(facts: Facts) -> tuple[Absence, ...]:
    """Return when a leader was away."""
    return tuple(Absence(leader=a.leader, first=a.first, last=a.last) for a in facts.away)


def promises(facts: Facts) -> tuple[Given, ...]:
    """Return the promises that were open, or due, or settled in the period."""
    first, last = facts.period.first, facts.period.last
    return tuple(
        _given(promise, facts.as_of)
        for promise in facts.promises
        if promise.settled_on is None
        or first <= promise.settled_on <= last
        or first <= promise.due_on <= last
    )


def notes(calls: Iterable[CallMade]) -> tuple[Note, ...]:
    """Return what was noted in the calls."""
    return tuple(
        Note(customer=call.customer, day=call.day, text=call.notes) for call in calls if call.notes
    )


def numbers(readers: Readers) -> tuple[Number, ...]:
    """Return at which numbers those are reached whom the leader will ring, each customer once.

    Who waits to hear from us comes first, then whoever was promised something.
    """
    facts = readers.facts
    rung = {one.answer.customer_id: readers.who(one.answer) for one in happened.waiting(readers)}
    for promise in facts.promises:
        if promise.settled_on is None and promise.customer_id not in facts.refused:
            rung.setdefault(promise.customer_id, promise.customer)
    return tuple(
        Number(customer=name, phones=facts.phones[customer_id])
        for customer_id, name in rung.items()
        if customer_id in facts.phones
    )


def _phoned(readers: Readers) -> list[Phoned]:
    """Return who was rung about an answer that these readers may know of.

    Otherwise the difference from who was told would say how much the leaders keep to themselves.
    """
    return [one for one in readers.facts.phoned if readers.readable((one.answer_id,))]


def _given(promise: Promise, as_of: date) -> Given:
    return Given(
        customer=promise.customer,
        text="call back" if promise.is_call_back and not promise.text else promise.text,
        due_on=promise.due_on,
        state=promise.settled_how or "open",
        late=promise.settled_on is None and promise.due_on < as_of,
    )
