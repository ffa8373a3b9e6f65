"""Delivering, whatever happens: nothing is shared too early, nothing is lost in silence."""

import random
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from conftest import Founded
from dailycontact.core.message import A_WHILE, IN_DOUBT, Body, Delivery, Message, State, Way
from dailycontact.report.sending.trouble import NobodyCan, NotTaken
from dailycontact.report.usecases import delivering, outbox
from dailycontact.store import messages
from support.builders import MONDAY, MORNING, a_customer, an_answer

WHO = ("a@x.example", "b@x.example", "c@x.example")
FAULTS = ("", "refused", "nobody", "doubt", "killed before", "killed after", "stopped")
STEPS = 9


class Killed(BaseException):
    """As if the program had been killed: nothing more is noted."""


@dataclass(kw_only=True)
class Carrier:
    """Who carries, and what happens on the way; `taken` is what really arrived, and as what."""

    chance: random.Random
    taken: list[tuple[str, str]] = field(default_factory=list)
    doubts: Counter[str] = field(default_factory=Counter)

    def post(self, one: Message, to: Delivery, said: Body) -> None:
        """Let one of the faults happen, or none."""
        del one, said
        fault = self.chance.choice(FAULTS)
        if fault in ("", "doubt", "killed after"):
            self.taken.append((to.recipient, to.ident))
        if fault in ("doubt", "killed after"):
            self.doubts[to.recipient] += 1
        self.raise_(fault)

    @staticmethod
    def raise_(fault: str) -> None:
        """Raise what the fault is."""
        if fault == "refused":
            raise NotTaken("550 no")
        if fault == "nobody":
            raise NobodyCan("not reached")
        if fault == "doubt":
            raise NotTaken(IN_DOUBT)
        if fault.startswith("killed"):
            raise Killed
        if fault == "stopped":
            raise KeyboardInterrupt


@dataclass(kw_only=True)
class World:
    """A book with one message in its outbox, the time, and who carries."""

    founded: Founded
    carrier: Carrier
    now: datetime = MORNING

    def deliver(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Try to send what waits, as far as it comes."""
        post = delivering.Post(
            changes=lambda: self.founded.book.change("report send", leader_id=1, at=self.now),
            carrier=self.carrier,
            tick=lambda: self.now,
            day=MONDAY,
        )
        real = messages.note_failed

        def noted(change: object, claimed: Delivery, trouble: str) -> None:
            if trouble != delivering.STOPPED or not self.killed:
                real(change, claimed, trouble)  # type: ignore[arg-type]  # as it was called

        self.killed = False
        kill = self.carrier.raise_

        def raise_(fault: str) -> None:
            self.killed = fault.startswith("killed")
            kill(fault)

        with monkeypatch.context() as patched:
            patched.setattr(messages, "note_failed", noted)
            patched.setattr(Carrier, "raise_", staticmethod(raise_))
            with suppress(Killed, KeyboardInterrupt):
                delivering.deliver(post, [1])

    killed: bool = False

    def drop(self) -> None:
        """Give up somebody for whom it waits."""
        with self.founded.book.change("report send", leader_id=1, at=self.now) as change:
            one = messages.message(change, 1)
            if one is not None and one.is_open and one.waiting:
                outbox.drop(change, 1, to=[one.waiting[0].recipient], day=MONDAY)

    def check(self) -> None:
        """See to it that the outbox tells the truth, and no more than that is shared."""
        look = self.founded.book.look()
        one = outbox.one(look, 1)
        shared = look.value("SELECT COUNT(*) AS value FROM sharing")
        body = messages.body(look, 1)
        self.founded.book.rest()
        arrived = Counter(to for to, _ in self.carrier.taken)

        assert one.is_open == bool(one.waiting)
        assert (body is not None) == one.is_open
        assert shared == (1 if not one.is_open and one.sent else 0)
        for each in one.deliveries:
            assert arrived[each.recipient] or each.state is not State.SENT
            assert arrived[each.recipient] <= 1 + self.carrier.doubts[each.recipient]
            doubted = each.trouble and "may have arrived" in each.trouble
            if arrived[each.recipient] and each.state is State.FAILED and each.tries == 1:
                assert doubted
        assert len(set(self.carrier.taken)) == len({to for to, _ in self.carrier.taken})


@pytest.mark.parametrize("seed", range(8))
def test_whatever_happens_the_outbox_tells_the_truth(
    sqlite_book: Founded, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)  # noqa: S311 - which fault comes next is no secret
    world = World(founded=sqlite_book, carrier=Carrier(chance=chance))
    _put(sqlite_book)

    for _ in range(STEPS):
        if chance.random() < 0.15:
            world.drop()
        else:
            world.deliver(monkeypatch)
        world.check()
        world.now += chance.choice((timedelta(0), timedelta(minutes=5), A_WHILE))


def test_in_the_end_everybody_has_it_or_is_named(
    sqlite_book: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(founded=sqlite_book, carrier=Carrier(chance=random.Random(99)))  # noqa: S311 - as above
    _put(sqlite_book)

    for _ in range(40):
        world.deliver(monkeypatch)
        world.check()
        world.now += A_WHILE

    assert {to for to, _ in world.carrier.taken} == set(WHO)


def _put(founded: Founded) -> None:
    with founded.book.change("report send", leader_id=1, at=MORNING) as change:
        answer = an_answer(change, a_customer(change))
        messages.record(
            change,
            edition="team",
            since=MORNING - timedelta(days=7),
            until=MORNING,
            subject="What customers told us",
            said=Body(text="all of it"),
            to=[(Way.MAIL, who) for who in WHO],
            answers=[answer],
            domain="x.example",
            day=MONDAY,
            made_at=MORNING,
        )
