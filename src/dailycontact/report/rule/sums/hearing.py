"""Whose words there are: what was heard, who still waits, who was told, and stories."""

from collections.abc import Iterable
from datetime import date

from dailycontact.core.answer import Kind
from dailycontact.core.recorded import Ending, Story, TellingMade
from dailycontact.core.standing import Doing, Standing
from dailycontact.core.tally import tally
from dailycontact.loop import Stage
from dailycontact.report.rule.readers import Readers
from dailycontact.report.rule.report import Edition, Person, Said, Tale, Told, Waiting
from dailycontact.report.rule.sums import happened
from dailycontact.report.rule.sums.acting import action_named, heard_by_customers


def heard(readers: Readers) -> list[Said]:
    """Return what was heard: what is urgent first, then wishes, praise, and nothing to wish for."""
    kinds = tuple(Kind)
    return sorted(
        map(readers.said, happened.heard(readers)),
        key=lambda said: (not said.urgent, kinds.index(said.kind), said.answer_id),
    )


def told(readers: Readers) -> tuple[Told, ...]:
    """Return who was told, action by action, and how many of those who asked know by now."""
    endings = {ending.finish_id: ending for ending in readers.facts.endings}
    return tuple(
        _told_of(endings[max(one.finish_id for one in last.values())], last.values(), readers)
        for last in happened.told(readers).values()
    )


def waiting(readers: Readers) -> tuple[Waiting, ...]:
    """Return who waits to hear from us: what is urgent first, then whoever has waited longest."""
    found = [_waits(one, readers) for one in happened.waiting(readers)]
    return tuple(sorted(found, key=lambda one: (not one.urgent, one.said_on, one.answer_id)))


def wanted(readers: Readers) -> tuple[Waiting, ...]:
    """Return what is urgent and nobody has, or is late, also of somebody who refused calls."""
    found = [
        _waits(one, readers)
        for one in readers.facts.standings
        if one.cries and readers.may_read(one.answer)
    ]
    return tuple(sorted(found, key=lambda one: (one.said_on, one.answer_id)))


def tale(story: Story, readers: Readers) -> Tale:
    """Return a story as these readers may hear it."""
    return Tale(
        text=readers.mask(story.text, where="a story"),
        who=story.who,
        missed=story.missed,
        told_by=story.leader,
        day=story.day,
        earlier=story.day < readers.facts.period.first,
    )


def _told_of(ending: Ending, tellings: Iterable[TellingMade], readers: Readers) -> Told:
    action = readers.facts.action(ending.action_id)
    asked = happened.asked(action, ending) if action else ending.answers
    know = tally(readers.readable(asked), action_id=ending.action_id)
    return Told(
        action_id=ending.action_id,
        title=(readers.about(action.title, asked, where=action_named(action.id)) if action else ""),
        say=heard_by_customers(ending.say, ending, readers),
        people=tuple(_person(telling, readers) for telling in tellings),
        told=know.told,
        askers=know.askers,
        waived=know.waived,
        unreachable=know.unreachable,
        reopened=know.reopened,
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
        said=tuple(map(readers.said, readers.readable(telling.said))),
    )


def _waits(standing: Standing, readers: Readers) -> Waiting:
    answer = standing.answer
    return Waiting(
        answer_id=answer.id,
        who=readers.who(answer),
        words=readers.words(answer),
        said_on=answer.day,
        days=max(0, (readers.facts.as_of - answer.day).days),
        stage=standing.stage,
        where=_where(standing, readers),
        urgent=answer.urgent,
        late=standing.late_since is not None,
    )


def _where(standing: Standing, readers: Readers) -> str:
    """Return where an answer stands, in a few words that fit in a table."""
    match standing.stage:
        case Stage.ACTING:
            return _in_hand(next(doing for doing in standing.doings if doing.open), readers)
        case Stage.DONE:
            return "done, not told yet"
        case Stage.DECLINED:
            return "we said no, not told yet"
        case _:
            return "nobody has taken it on yet"


def _in_hand(doing: Doing, readers: Readers) -> str:
    """Return who has it, and by when; that it is late is between them and the leaders."""
    as_of = readers.facts.as_of
    again = "not solved yet; " if doing.reopened else ""
    who = f"{doing.owner} has it" if doing.owner else "looking for someone"
    if doing.due_on is None:
        return f"{again}{who}"
    late = "late since" if readers.edition is Edition.LEADER else "planned for"
    by = late if doing.due_on < as_of else "by"
    return f"{again}{who}, {by} {_short(doing.due_on, as_of.year)}"


def _short(day: date, year: int) -> str:
    return f"{day.day} {day:%b}" if day.year == year else f"{day.day} {day:%b %Y}"
