"""Plays the demonstration's events into a book, through the use cases of the steps."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from dailycontact.act.usecases import begin, end, noting
from dailycontact.ask.rule import Conversation, Heard, Help, Promised, Told
from dailycontact.ask.usecases import promises
from dailycontact.ask.usecases.amend import Correction, amend
from dailycontact.ask.usecases.log import log
from dailycontact.core.action import How
from dailycontact.core.call import Settled
from dailycontact.core.customer import Customer
from dailycontact.core.turn import Reason
from dailycontact.demo import events
from dailycontact.people.usecases import leave
from dailycontact.people.usecases.attention import pause
from dailycontact.pick.usecases.skip import skip
from dailycontact.report.usecases.story import keep_story
from dailycontact.share.usecase import share
from dailycontact.store import customers, owed, team, themes
from dailycontact.tell.usecases import telling, untold
from dailycontact.themes.usecases import reading, wording

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


@dataclass(frozen=True, kw_only=True)
class Days:
    """The working days that lead up to the day on which the demonstration is made, and follow it.

    `before` ends with the last working day before it, `after` begins with the first one after it.
    """

    now: datetime
    zone: ZoneInfo
    before: tuple[date, ...]
    after: tuple[date, ...]

    @property
    def today(self) -> date:
        """The day on which it is made."""
        return self.now.astimezone(self.zone).date()

    def day(self, count: int) -> date:
        """Return the working day so many before (negative) or after today; 0 is today itself."""
        if count == 0:
            return self.today
        return self.before[count] if count < 0 else self.after[count - 1]

    def instant(self, count: int, at: str) -> datetime:
        """Return the instant of a time of that day; today's times lie in the hours before now."""
        hour, minute = map(int, at.split(":"))
        time = timedelta(hours=hour, minutes=minute)
        begins = datetime.combine(self.day(count), datetime.min.time(), self.zone)
        if count:
            return begins + time
        left = timedelta(days=1) - time
        gone = self.now - begins
        return self.now - min(left / 12, gone * (left / timedelta(days=1)))


@dataclass(kw_only=True)
class Play:
    """A story that is being played, and which number each key has got."""

    leader_id: int
    days: Days
    answers: dict[str, int] = field(default_factory=dict)
    actions: dict[str, int] = field(default_factory=dict)
    slots: dict[date, int] = field(default_factory=dict)

    def play(self, change: "Change", script: Iterable[events.Event]) -> None:
        """Play events in the order in which they happened, each journalled as its command."""
        for event in sorted(script, key=lambda event: (event.day, event.at)):
            command, happen = HAPPENS[type(event)]
            change.turn_to(command, at=self.days.instant(event.day, event.at))
            happen(self, change, event, self.days.day(event.day))

    def ids(self, keys: Iterable[str]) -> list[int]:
        """Return the numbers of answers."""
        return [self.answers[key] for key in keys]

    def pick(self, change: "Change", who: str, day: date) -> None:
        """Propose a customer on a day, as the morning does."""
        customer = customers.find_customer(change, who)
        self.slots[day] = self.slots.get(day, 0) + 1
        change.add(
            "pick",
            leader_id=self.leader_id,
            day=day,
            slot=self.slots[day],
            customer_id=customer.id,
            reason=_reason(change, customer, day),
            reserved_at=change.at,
        )


def _reason(change: "Change", customer: Customer, day: date) -> Reason:
    if owed.owed(change, today=day, customer_id=customer.id):
        return Reason.NEWS
    return Reason.TURN if customer.last_on else Reason.FIRST


def _call(play: Play, change: "Change", event: events.Call, day: date) -> None:
    if not event.rang_in:
        play.pick(change, event.who, day)
    customer = customers.find_customer(change, event.who)
    conversation = _conversation(play, event, day, customer_id=customer.id)
    logged = log(change, conversation, leader_id=play.leader_id, today=day)
    pairs = zip(event.said, logged.answers, strict=True)
    play.answers |= {said.key: answer.id for said, answer in pairs}


def _conversation(play: Play, event: events.Call, day: date, *, customer_id: int) -> Conversation:
    return Conversation(
        outcome=event.outcome,
        day=day,
        customer_id=customer_id,
        heard=tuple(
            Heard(words=said.words, kind=said.kind, praised=said.praised, about=said.about)
            for said in event.said
        ),
        told=tuple(
            Told(answer_id=play.answers[key], reaction=reaction) for key, reaction in event.told
        ),
        not_yet=tuple(play.ids(event.not_yet)),
        helped=tuple(
            Help(answer_id=play.answers[key], helped=helped) for key, helped in event.helped
        ),
        notes=event.notes,
        promise=_promised(play, event.promise),
        call_back=None if event.call_back is None else play.days.day(event.call_back),
        kept=event.kept,
        consent=event.quote,
        urgent=event.urgent,
        private=event.private,
    )


def _promised(play: Play, promise: tuple[str, int] | None) -> Promised | None:
    return promise and Promised(text=promise[0], due_on=play.days.day(promise[1]))


def _skip(play: Play, change: "Change", event: events.Skip, day: date) -> None:
    play.pick(change, event.who, day)
    skip(change, leader_id=play.leader_id, day=day, reason=event.reason, tomorrow=False)


def _share(play: Play, change: "Change", event: events.Share, day: date) -> None:
    del play
    share(change, (), place=event.place, day=day)


def _act(play: Play, change: "Change", event: events.Act, day: date) -> None:
    owner = team.find_member(change, event.owner) if event.owner else None
    due = None if event.due is None else play.days.day(event.due)
    acted = begin.act(
        change, play.ids(event.answers), title=event.title, owner=owner, due=due, day=day
    )
    play.actions[event.key] = acted.action.id


def _join(play: Play, change: "Change", event: events.Join, day: date) -> None:
    action_id = play.actions[event.action]
    begin.add_to(change, play.ids(event.answers), action_id=action_id, day=day)


def _take(play: Play, change: "Change", event: events.Take, day: date) -> None:
    owner = team.find_member(change, event.owner)
    begin.take(change, play.actions[event.action], owner=owner, named=True, day=day)


def _done(play: Play, change: "Change", event: events.Done, day: date) -> None:
    action_id = play.actions[event.action]
    end.done(change, action_id, say=event.say, evidence=None, day=day, today=day)


def _decline(play: Play, change: "Change", event: events.Decline, day: date) -> None:
    ending = end.Ending(
        how=How.DECLINED,
        say=event.reason,
        instead=event.instead,
        revisit_on=None if event.revisit is None else play.days.day(event.revisit),
    )
    answers = play.ids(event.answers)
    end.decline(change, answer_ids=answers, action_ids=(), ending=ending, today=day)


def _tell(play: Play, change: "Change", event: events.Tell, day: date) -> None:
    taken = telling.Taken(
        channel=event.by,
        words=event.words,
        reaction=event.reaction,
        better=event.better.words if event.better else None,
    )
    told = telling.tell(change, play.answers[event.answer], taken=taken, day=day, today=day)
    if event.better and told.new_answer_id is not None:
        play.answers[event.better.key] = told.new_answer_id


def _try(play: Play, change: "Change", event: events.Try, day: date) -> None:
    untold.tried(change, play.answers[event.answer], day=day, today=day)


def _not_yet(play: Play, change: "Change", event: events.NotYet, day: date) -> None:
    answer = play.answers[event.answer]
    untold.not_yet(change, answer, channel=event.by, words=event.words, day=day, today=day)


def _note(play: Play, change: "Change", event: events.Note, day: date) -> None:
    action_id = play.actions[event.action]
    noting.note(change, action_id, text=event.text, evidence=event.evidence, day=day)


def _kept(play: Play, change: "Change", event: events.Kept, day: date) -> None:
    del play
    customer = customers.find_customer(change, event.who)
    for promise in promises.still_open(change, customer_id=customer.id):
        promises.settle(change, promise.id, Settled.KEPT, day=day)


def _words(play: Play, change: "Change", event: events.Words, day: date) -> None:
    del play
    theme = themes.find_theme(change, event.theme)
    wording.add(change, event.words, theme=theme, day=day)


def _read(play: Play, change: "Change", event: events.Read, day: date) -> None:
    theme = themes.find_theme(change, event.theme) if event.theme else None
    reading.put(change, play.ids(event.answers), theme=theme, cause=event.cause, day=day)


def _story(play: Play, change: "Change", event: events.Story, day: date) -> None:
    leader = team.member(change, play.leader_id)
    keep_story(change, event.text, leader=leader, who=event.who, missed=event.missed, day=day)


def _amend(play: Play, change: "Change", event: events.Amend, day: date) -> None:
    amend(change, play.answers[event.answer], Correction(words=event.words), day=day)


def _pause(play: Play, change: "Change", event: events.Pause, day: date) -> None:
    customer = customers.find_customer(change, event.who)
    until = play.days.day(event.until)
    pause(change, customer, day=day, until=until, reason=event.reason)


def _leave(play: Play, change: "Change", event: events.Leave, day: date) -> None:
    first, last = play.days.day(event.first), play.days.day(event.last)
    leave.take(change, leader_id=play.leader_id, first=first, last=last, deputy=None, today=day)


HAPPENS: dict[type[events.Event], tuple[str, Callable[[Play, "Change", Any, date], None]]] = {
    events.Call: ("log", _call),
    events.Skip: ("skip", _skip),
    events.Share: ("share", _share),
    events.Act: ("act", _act),
    events.Join: ("act", _join),
    events.Take: ("take", _take),
    events.Done: ("done", _done),
    events.Decline: ("decline", _decline),
    events.Tell: ("tell", _tell),
    events.Try: ("tell", _try),
    events.NotYet: ("tell", _not_yet),
    events.Note: ("note", _note),
    events.Kept: ("promise", _kept),
    events.Words: ("theme words", _words),
    events.Read: ("theme put", _read),
    events.Story: ("story", _story),
    events.Amend: ("amend", _amend),
    events.Pause: ("customers pause", _pause),
    events.Leave: ("leave", _leave),
}
"""What each event is called in the history, and how it happens."""
