"""The sums of a report: which facts stand where, in which order, and what is left out for whom."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from dailycontact.core.action import Action, How
from dailycontact.core.answer import Kind
from dailycontact.core.call import Outcome, Promise
from dailycontact.core.recorded import CallMade, Ending, Story, TellingMade
from dailycontact.core.standing import Doing, Standing
from dailycontact.core.tally import tally
from dailycontact.loop import Stage
from dailycontact.report.rule.facts import Facts
from dailycontact.report.rule.readers import Readers, readers_of
from dailycontact.report.rule.report import (
    Absence,
    Acted,
    Done,
    Edition,
    Given,
    Looking,
    Note,
    Person,
    Report,
    Said,
    State,
    Tale,
    Thanks,
    Told,
    Waiting,
)


def report_of(facts: Facts, edition: Edition) -> Report:
    """Return the report of these facts for the readers of an edition."""
    readers = readers_of(facts, edition)
    heard = _heard(readers)
    acted = _acted(readers)
    return Report(
        edition=edition,
        company=facts.company,
        demo=facts.demo,
        period=facts.period,
        as_of=facts.as_of,
        leaders=_leaders(facts),
        calls=len(facts.calls),
        conversations=sum(call.outcome is Outcome.REACHED for call in facts.calls),
        outcomes=_outcomes(facts.calls),
        told_by_phone=len({one.customer_id for one in facts.phoned if not one.in_vain}),
        tried=any(one.in_vain for one in facts.phoned),
        away=tuple(Absence(leader=a.leader, first=a.first, last=a.last) for a in facts.away),
        wanted=_wanted(readers),
        heard=tuple(said for said in heard if said.kind is not Kind.NOTHING),
        nothing=sum(said.kind is Kind.NOTHING for said in heard),
        acted=acted,
        told=_told(readers),
        customers_told=_customers_told(readers),
        waiting=_waiting(readers),
        looking=_looking(readers),
        stories=tuple(_tale(story, readers) for story in facts.stories),
        thanks=_thanks(acted, heard),
        promises=_promises(facts) if edition is Edition.LEADER else (),
        notes=_notes(facts.calls) if edition is Edition.LEADER else (),
    )


def _leaders(facts: Facts) -> tuple[str, ...]:
    """Return who called, or told somebody by phone, in the order in which they first did."""
    told = (one.leader for one in facts.phoned if not one.in_vain)
    return tuple(dict.fromkeys((*(call.leader for call in facts.calls), *told)))


def _outcomes(calls: Iterable[CallMade]) -> tuple[tuple[Outcome, int], ...]:
    counted = Counter(call.outcome for call in calls)
    return tuple((outcome, counted[outcome]) for outcome in Outcome if counted[outcome])


def _heard(readers: Readers) -> list[Said]:
    period = readers.facts.period
    new = [
        readers.said(one)
        for one in readers.facts.standings
        if one.answer.recorded_at >= period.start and readers.may_read(one.answer)
    ]
    kinds = tuple(Kind)
    return sorted(new, key=lambda said: (not said.urgent, kinds.index(said.kind), said.answer_id))


def _acted(readers: Readers) -> tuple[Acted, ...]:
    """Return what came to an end in the period, then what was begun and goes on.

    What ended more than once is said once, as it last did, with all for whom it ended.
    """
    over: dict[int, list[Ending]] = {}
    for ending in readers.facts.endings:
        if ending.in_period:
            over.setdefault(ending.action_id, []).append(ending)
    found = [_ended(ends, readers) for ends in over.values()]
    found += [
        _begun(action, readers)
        for action in readers.facts.actions
        if action.id in readers.facts.begun - over.keys() and action.owner is not None
    ]
    return tuple(acted for acted in found if acted is not None)


def _ended(ends: Sequence[Ending], readers: Readers) -> Acted | None:
    """Return how an action ended that readers may know of, the last time that it did for them."""
    known = [ending for ending in ends if readers.readable(ending.answers)]
    ending = (known or ends)[-1]
    action = readers.facts.action(ending.action_id)
    concerned = readers.readable(tuple(dict.fromkeys(one for end in ends for one in end.answers)))
    if action is None or not concerned:
        return None
    return Acted(
        action_id=action.id,
        title=readers.about(action.title, _asked(action, ending)),
        owner=action.owner,
        state=State.DONE if ending.how is How.DONE else State.DECLINED,
        due_on=action.due_on,
        day=ending.day,
        earlier=ending.day < readers.facts.period.first,
        say=readers.about(ending.say, ending.answers),
        instead=readers.about(ending.instead, ending.answers) if ending.instead else None,
        askers=_customers(concerned),
        answers=tuple(readers.said(one) for one in concerned),
    )


def _asked(action: Action, ending: Ending) -> tuple[int, ...]:
    """Return the answers that an action is, or was when it ended, for."""
    return tuple(dict.fromkeys((*action.answers, *ending.answers)))


def _begun(action: Action, readers: Readers) -> Acted | None:
    concerned = readers.readable(action.answers)
    if not concerned:
        return None
    return Acted(
        action_id=action.id,
        title=readers.about(action.title, action.answers),
        owner=action.owner,
        state=State.BEGUN,
        due_on=action.due_on,
        day=action.day,
        earlier=action.day < readers.facts.period.first,
        askers=_customers(concerned),
        answers=tuple(readers.said(one) for one in concerned),
    )


def _told(readers: Readers) -> tuple[Told, ...]:
    """Return who was told, action by action: each once, as they were told last."""
    endings = {ending.finish_id: ending for ending in readers.facts.endings}
    by_action: dict[int, dict[int, TellingMade]] = {}
    for telling in readers.facts.tellings:
        if readers.readable((telling.answer_id,)):
            of_it = by_action.setdefault(endings[telling.finish_id].action_id, {})
            of_it[telling.answer_id] = telling
    return tuple(
        _told_of(endings[max(one.finish_id for one in last.values())], last.values(), readers)
        for last in by_action.values()
    )


def _customers_told(readers: Readers) -> int:
    told = tuple(telling.answer_id for telling in readers.facts.tellings)
    return _customers(readers.readable(told))


def _customers(standings: Iterable[Standing]) -> int:
    return len({one.answer.customer_id for one in standings})


def _told_of(ending: Ending, tellings: Iterable[TellingMade], readers: Readers) -> Told:
    action = readers.facts.action(ending.action_id)
    asked = _asked(action, ending) if action else ending.answers
    know = tally(readers.readable(asked), action_id=ending.action_id)
    return Told(
        action_id=ending.action_id,
        title=readers.about(action.title, asked) if action else "",
        say=readers.about(ending.say, ending.answers),
        people=tuple(_person(telling, readers) for telling in tellings),
        told=know.told,
        askers=know.askers,
        waived=know.waived,
        unreachable=know.unreachable,
    )


def _person(telling: TellingMade, readers: Readers) -> Person:
    (standing,) = readers.readable((telling.answer_id,))
    return Person(
        answer_id=telling.answer_id,
        who=readers.who(standing.answer),
        channel=telling.channel,
        reaction=telling.reaction,
        day=telling.day,
        earlier=telling.day < readers.facts.period.first,
    )


def _waiting(readers: Readers) -> tuple[Waiting, ...]:
    waiting = [
        _waits(one, readers)
        for one in readers.facts.standings
        if one.answer.is_suggestion
        and not one.settled
        and one.answer.customer_id not in readers.facts.refused
        and readers.may_read(one.answer)
    ]
    return tuple(sorted(waiting, key=lambda one: (not one.urgent, one.said_on, one.answer_id)))


def _wanted(readers: Readers) -> tuple[Waiting, ...]:
    """Return what is urgent and nobody has, or is late, also of somebody who refused calls."""
    wanted = [
        _waits(one, readers)
        for one in readers.facts.standings
        if one.cries and readers.may_read(one.answer)
    ]
    return tuple(sorted(wanted, key=lambda one: (one.said_on, one.answer_id)))


def _waits(standing: Standing, readers: Readers) -> Waiting:
    answer = standing.answer
    return Waiting(
        answer_id=answer.id,
        who=readers.who(answer),
        words=readers.words(answer),
        said_on=answer.day,
        days=max(0, (readers.facts.as_of - answer.day).days),
        stage=standing.stage,
        where=_where(standing, as_of=readers.facts.as_of),
        urgent=answer.urgent,
        late=standing.late_since is not None,
    )


def _where(standing: Standing, *, as_of: date) -> str:
    """Return where an answer stands, in a few words that fit in a table."""
    match standing.stage:
        case Stage.ACTING:
            return _in_hand(next(doing for doing in standing.doings if doing.open), as_of=as_of)
        case Stage.DONE:
            return "done, not told yet"
        case Stage.DECLINED:
            return "we said no, not told yet"
        case _:
            return "nobody has taken it on yet"


def _in_hand(doing: Doing, *, as_of: date) -> str:
    again = "not solved yet; " if doing.reopened else ""
    who = f"{doing.owner} has it" if doing.owner else "looking for someone"
    if doing.due_on is None:
        return f"{again}{who}"
    by = "late since" if doing.due_on < as_of else "by"
    return f"{again}{who}, {by} {_short(doing.due_on, as_of.year)}"


def _short(day: date, year: int) -> str:
    return f"{day.day} {day:%b}" if day.year == year else f"{day.day} {day:%b %Y}"


def _looking(readers: Readers) -> tuple[Looking, ...]:
    nobodys = [
        action for action in readers.facts.actions if action.is_open and action.owner is None
    ]
    found = [(action, readers.readable(action.open_answers)) for action in nobodys]
    return tuple(_looks(action, asked, readers) for action, asked in found if asked)


def _looks(action: Action, asked: Sequence[Standing], readers: Readers) -> Looking:
    first = min(asked, key=lambda one: (one.answer.day, one.answer.id)).answer
    return Looking(
        action_id=action.id,
        title=readers.about(action.title, action.answers),
        said_by=_customers(asked),
        first_on=first.day,
        words=readers.words(first),
        who=readers.who(first),
    )


def _tale(story: Story, readers: Readers) -> Tale:
    return Tale(
        text=readers.mask(story.text),
        who=story.who,
        missed=story.missed,
        told_by=story.leader,
        day=story.day,
        earlier=story.day < readers.facts.period.first,
    )


def _thanks(acted: Iterable[Acted], heard: Iterable[Said]) -> tuple[Thanks, ...]:
    """Return who is thanked, in the order of their names: who ended something, who was praised."""
    done: dict[str, list[Done]] = {}
    praise: dict[str, list[Said]] = {}
    for act in acted:
        if act.state is State.DONE and act.owner:
            one = Done(action_id=act.action_id, say=act.say or "", askers=act.askers)
            done.setdefault(act.owner, []).append(one)
    for said in heard:
        if said.kind is Kind.PRAISE and said.praised:
            praise.setdefault(said.praised, []).append(said)
    return tuple(
        Thanks(name=name, done=tuple(done.get(name, ())), praise=tuple(praise.get(name, ())))
        for name in sorted({*done, *praise})
    )


def _promises(facts: Facts) -> tuple[Given, ...]:
    """Return the promises that were open, or due, or settled in the period."""
    first, last = facts.period.first, facts.period.last
    return tuple(
        _given(promise, facts.as_of)
        for promise in facts.promises
        if promise.settled_on is None
        or first <= promise.settled_on <= last
        or first <= promise.due_on <= last
    )


def _given(promise: Promise, as_of: date) -> Given:
    return Given(
        customer=promise.customer,
        text="call back" if promise.is_call_back and not promise.text else promise.text,
        due_on=promise.due_on,
        state=promise.settled_how or "open",
        late=promise.settled_on is None and promise.due_on < as_of,
    )


def _notes(calls: Iterable[CallMade]) -> tuple[Note, ...]:
    return tuple(
        Note(customer=call.customer, day=call.day, text=call.notes) for call in calls if call.notes
    )
