"""The book as it was at an instant, so that last year's report says what it said last year.

Most facts carry the instant at which they were recorded. What may be changed afterwards (names,
the words and the kind of an answer, who has an action and by when, whether a promise was kept) is
read from the journal, which keeps each row as it was before a change.

Some things change an old report all the same, and are meant to. What somebody does not want passed
on is not passed on: a consent that was narrowed or taken back, an answer made private, and a wish
not to be contacted count from then on for every report; one that was widened counts from then on
only. An undo takes a fact out of the weeks before it, an erasure takes the words and the names.
store/changed.py counts these. Names that came into the book since are masked, too, and counted
where they hide anything. Another time zone moves the midnights between weeks, and whoever of the
team changed their name has the new one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from dailycontact.core.action import Action
from dailycontact.core.call import Promise
from dailycontact.core.recorded import CallMade, Ending, Phoned, TellingMade
from dailycontact.core.standing import Standing
from dailycontact.core.telling import Reaction
from dailycontact.store import recorded
from dailycontact.store.calls import promise_of
from dailycontact.store.forms import day_of, day_or_none, stored_instant
from dailycontact.store.past_answers import PastAnswers
from dailycontact.store.then import Then

_WAITING_NOW = (
    "SELECT id FROM answer WHERE clock IN ('unshared', 'unowned', 'undone', 'untold')"
    " AND kind = 'suggestion' AND recorded_at < :until"
)
_SETTLED_SINCE = (
    "SELECT answer_id FROM telling JOIN answer ON answer.id = answer_id"
    " WHERE telling.recorded_at >= :until AND answer.recorded_at < :until"
)
_HEARD = "SELECT id FROM answer WHERE recorded_at >= :start AND recorded_at < :until"
_PROMISES = (
    "SELECT promise.id, promise.customer_id, customer.name AS customer, kind, text, due_on,"
    " settled_on, settled_how, broken, why, promise.leader_id, member.name AS leader"
    " FROM promise JOIN customer ON customer.id = promise.customer_id"
    " LEFT JOIN member ON member.id = promise.leader_id"
    " WHERE promise.recorded_at < :until"
)


@dataclass(frozen=True, kw_only=True)
class Past:
    """What a period is about: what was heard, done and told in it, and what waited at its end.

    `standings` are the answers heard in it, those that waited at its end, and those that its
    actions, ends and tellings are about; `actions` are all that are about one of them.
    """

    standings: tuple[Standing, ...]
    actions: tuple[Action, ...]
    begun: frozenset[int]
    endings: tuple[Ending, ...]
    tellings: tuple[TellingMade, ...]


def past(
    then: Then, answers: PastAnswers, *, start: datetime, today: date, also: Iterable[int] = ()
) -> Past:
    """Return what the period from `start` on is about, as of its end; `today` is its last day.

    The answers `also` are among its standings, whatever became of them.
    """
    look, until, doings = then.look, then.until, answers.doings
    told = tellings(then, start=start)
    told_of = sorted({telling.finish_id for telling in told})
    ends = recorded.endings(look, start=start, until=until, also=told_of)
    begun = recorded.begun(look, start=start, until=until)
    heard = {row[0] for row in look.tuples(_HEARD, start=start, until=until)}
    named = heard | {one.answer_id for one in told} | {n for end in ends for n in end.answers}
    named |= set(also)
    waiting = answers.standings(_may_have_waited(then) - named, today=today)
    there = {one.answer.id: one for one in waiting if _waits(one)}
    linked = doings.linked(sorted(named | there.keys()), by="answer_id")
    actions = {pair[0] for pair in linked} | begun | {end.action_id for end in ends}
    served = {pair[1] for pair in doings.linked(sorted(actions), by="action_id")}
    missing = (named | served) - there.keys()
    there |= {one.answer.id: one for one in answers.standings(missing, today=today)}
    of_answers = {number: there[number].doings for number in served if number in there}
    return Past(
        standings=tuple(there[number] for number in sorted(there)),
        actions=tuple(doings.actions(sorted(actions), of_answers)),
        begun=begun,
        endings=tuple(ends),
        tellings=tuple(told),
    )


def _waits(standing: Standing) -> bool:
    return standing.answer.is_suggestion and not standing.settled


def _may_have_waited(then: Then) -> set[int]:
    """Return the wishes that wait now, and all of which something was changed since."""
    sql = f"{_WAITING_NOW} UNION {_SETTLED_SINCE}"
    found = {row[0] for row in then.look.tuples(sql, until=then.until)}
    reacted = {was["answer_id"] for was in then.rows("telling").values()}
    return found | reacted | then.rows("answer").keys()


def tellings(then: Then, *, start: datetime) -> list[TellingMade]:
    """Return who was told from `start` on, in order, and how they had taken it by then."""
    took = {
        (was["finish_id"], was["answer_id"]): was["reaction"]
        for was in then.rows("telling").values()
        if was["how"] == "told"
    }
    return [
        one
        if (key := (one.finish_id, one.answer_id)) not in took
        else replace(one, reaction=None if took[key] is None else Reaction(took[key]))
        for one in recorded.tellings(then.look, start=start, until=then.until)
    ]


def calls(then: Then, *, start: datetime) -> list[CallMade]:
    """Return the calls recorded from `start` on, with the customers and their names as of then."""
    return [
        _call_then(then, call_id, call)
        for call_id, call in recorded.calls(then.look, start=start, until=then.until)
    ]


def _call_then(then: Then, call_id: int, call: CallMade) -> CallMade:
    was = then.row("call", call_id)
    customer_id = call.customer_id if was is None else was["customer_id"]
    customer = then.row("customer", customer_id)
    if customer is None:
        return call
    return replace(
        call,
        customer_id=customer_id,
        customer=customer["name"],
        company=customer["company"],
    )


def phoned(then: Then, *, start: datetime) -> list[Phoned]:
    """Return whom the leaders rang to tell them something, beside the calls: who it was then."""
    were = then.rows("answer")
    return [
        replace(one, customer_id=were[one.answer_id]["customer_id"])
        if one.answer_id in were
        else one
        for one in recorded.phoned(then.look, start=start, until=then.until)
    ]


def refused(then: Then) -> frozenset[int]:
    """Return the ids of the customers who did not want to be contacted then, or do not by now."""
    were = {
        row_id
        for row_id, was in then.rows("customer").items()
        if was["do_not_contact_on"] is not None
    }
    return recorded.refused(then.look) | were


def not_named(then: Then, customer_ids: Iterable[int]) -> frozenset[int]:
    """Return those of the customers who did not agree to be named, with any of their answers."""
    listed, values = then.look.listing(sorted(customer_ids) or [0])
    rows = then.look.tuples(
        "SELECT id FROM customer WHERE EXISTS (SELECT 1 FROM answer"  # noqa: S608 - placeholders only
        " WHERE answer.customer_id = customer.id AND (consent <> 'name' OR private = 1)"
        f" AND recorded_at < :until) AND id IN ({listed})",
        until=then.until,
        **values,
    )
    until = stored_instant(then.until)
    were = {
        was["customer_id"]
        for was in then.rows("answer").values()
        if was["recorded_at"] < until and (was["consent"] != "name" or was["private"])
    }
    return frozenset(row[0] for row in rows) | were


def promises(then: Then, *, first: date) -> list[Promise]:
    """Return the promises that were open then, or due or settled from `first` on, as of then.

    The earliest due comes first.
    """
    changed = sorted(then.rows("promise"))
    listed, values = then.look.listing(changed or [0])
    rows = then.look.rows(
        f"{_PROMISES} AND (settled_on IS NULL OR settled_on >= :first OR due_on >= :first"
        f" OR promise.id IN ({listed}))",
        first=first,
        until=then.until,
        **values,
    )
    given = [_promise_then(then, promise_of(row), then.row("promise", row["id"])) for row in rows]
    wanted = [one for one in given if one.settled_on is None or _latest(one) >= first]
    return sorted(wanted, key=lambda promise: (promise.due_on, promise.id))


def _latest(promise: Promise) -> date:
    return max(promise.due_on, promise.settled_on or promise.due_on)


def _promise_then(then: Then, promise: Promise, was: dict[str, Any] | None) -> Promise:
    customer_id = promise.customer_id if was is None else was["customer_id"]
    if customer := then.row("customer", customer_id):
        promise = replace(promise, customer_id=customer_id, customer=customer["name"])
    if was is None:
        return promise
    return replace(
        promise,
        text=was["text"],
        due_on=day_of(was["due_on"]),
        settled_on=day_or_none(was["settled_on"]),
        settled_how="broken" if was.get("broken") else was["settled_how"],
        why=was.get("why"),
    )
