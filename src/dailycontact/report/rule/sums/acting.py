"""What the team did, what nobody has taken yet, and who is thanked."""

from collections.abc import Iterable, Sequence

from dailycontact.core.action import Action, How
from dailycontact.core.answer import Kind
from dailycontact.core.recorded import Ending
from dailycontact.core.standing import Standing
from dailycontact.report.rule.readers import Readers
from dailycontact.report.rule.report import Acted, Changed, Done, Looking, Said, State, Thanks
from dailycontact.report.rule.sums import happened
from dailycontact.report.rule.sums.happened import Ended


def acted(readers: Readers) -> tuple[Acted, ...]:
    """Return what came to an end in the period, then what was begun and goes on."""
    ended = [_ended(one, readers) for one in happened.ended(readers)]
    begun = [_begun(action, asked, readers) for action, asked in happened.begun(readers)]
    return (*ended, *begun)


def changes(readers: Readers) -> tuple[Changed, ...]:
    """Return what came to an end, in the words that customers hear: by nobody, for nobody named."""
    ended = enumerate(happened.ended(readers), start=1)
    return tuple(_without_people(number, one, readers) for number, one in ended)


def looking(readers: Readers) -> tuple[Looking, ...]:
    """Return what nobody has taken yet, with who first said so."""
    nobodys = [
        action for action in readers.facts.actions if action.is_open and action.owner is None
    ]
    found = [(action, readers.readable(action.open_answers)) for action in nobodys]
    return tuple(_looks(action, asked, readers) for action, asked in found if asked)


def thanks(acted: Iterable[Acted], heard: Iterable[Said]) -> tuple[Thanks, ...]:
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


def _ended(one: Ended, readers: Readers) -> Acted:
    action, ending = one.action, one.ending
    return Acted(
        action_id=action.id,
        title=readers.about(
            action.title, happened.asked(action, ending), where=action_named(action.id)
        ),
        owner=action.owner,
        state=state_of(ending.how),
        due_on=action.due_on,
        day=ending.day,
        earlier=ending.day < readers.facts.period.first,
        say=heard_by_customers(ending.say, ending, readers),
        instead=heard_by_customers(ending.instead, ending, readers) if ending.instead else None,
        askers=happened.customers(one.concerned),
        answers=tuple(readers.said(each) for each in one.concerned),
    )


def _without_people(number: int, one: Ended, readers: Readers) -> Changed:
    # The title is how the team speaks of it among themselves, and is left out with its people.
    ending = one.ending
    return Changed(
        number=number,
        state=state_of(ending.how),
        say=heard_by_customers(ending.say, ending, readers),
        instead=heard_by_customers(ending.instead, ending, readers) if ending.instead else None,
        askers=happened.customers(one.concerned),
        day=ending.day.replace(day=1),
    )


def heard_by_customers(words: str, ending: Ending, readers: Readers) -> str:
    """Return what customers hear of an end, without what these readers may not see."""
    return readers.about(words, ending.answers, where=action_named(ending.action_id))


def action_named(action_id: int) -> str:
    """Return what an action is called where its texts are looked through: "action A3"."""
    return f"action A{action_id}"


def state_of(how: How) -> State:
    """Return what an end is called in a report."""
    return State.DONE if how is How.DONE else State.DECLINED


def _begun(action: Action, concerned: Sequence[Standing], readers: Readers) -> Acted:
    return Acted(
        action_id=action.id,
        title=readers.about(action.title, action.answers, where=action_named(action.id)),
        owner=action.owner,
        state=State.BEGUN,
        due_on=action.due_on,
        day=action.day,
        earlier=action.day < readers.facts.period.first,
        askers=happened.customers(concerned),
        answers=tuple(readers.said(one) for one in concerned),
    )


def _looks(action: Action, asked: Sequence[Standing], readers: Readers) -> Looking:
    first = min(asked, key=lambda one: (one.answer.day, one.answer.id)).answer
    return Looking(
        action_id=action.id,
        title=readers.about(action.title, action.answers, where=action_named(action.id)),
        said_by=happened.customers(asked),
        first_on=first.day,
        words=readers.words(first),
        who=readers.who(first),
    )
