"""Any order of commands keeps the rules of the loop.

A machine runs the real use cases on a book in a file, as a hurried leader would: also those that
must be refused. After every step the rows are compared with a model that was written apart.

DAILYCONTACT_PROPERTIES=large looks longer and elsewhere each time.
"""

# ruff: noqa: D102 - the name of a rule, or of what is always so, is its sentence

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from dailycontact.act.usecases import begin, end
from dailycontact.ask.rule import Conversation, Heard, Told
from dailycontact.ask.usecases.log import log
from dailycontact.core.action import How
from dailycontact.core.answer import Consent, Kind
from dailycontact.core.call import Outcome
from dailycontact.core.telling import Reaction
from dailycontact.core.turn import Pick
from dailycontact.errors import DailycontactError, ExitCode
from dailycontact.people.usecases import attention, entries, merging, talks
from dailycontact.people.usecases.details import Details
from dailycontact.pick.usecases import skip as skipping
from dailycontact.pick.usecases import today as pick
from dailycontact.share.usecase import share
from dailycontact.store import actions, answers, health, journal, team
from dailycontact.store import customers as store_customers
from dailycontact.store.book import Book
from dailycontact.store.changing import Change
from dailycontact.store.founding import found
from dailycontact.store.importing import Arrivals
from dailycontact.store.owed import owed
from dailycontact.tell import usecase as tell
from dailycontact.upkeep.usecases.undo import undo
from properties import model
from properties.barriers import KEPT, LIFTED, barriers
from properties.crowds import PLACES, Place
from properties.lanes import newcomer
from support.builders import MONDAY, a_customer

pytestmark = pytest.mark.no_cover  # what it reaches others reach, in a third of the time

LEADER, PRIYA, TOM = 1, 2, 3
"""Two leaders, and somebody of the team."""
DAWN = datetime(2026, 11, 23, 7, tzinfo=UTC)
MOST_CUSTOMERS = 4
MOST_STEPS_BACK = 3
LARGE = os.environ.get("DAILYCONTACT_PROPERTIES") == "large"
EXPECTED = frozenset({ExitCode.USAGE, ExitCode.NOT_FOUND, ExitCode.REFUSED})
"""How a refused command may end; anything else is a fault."""

places = st.integers(0, 31)
"""Where in a list of what fits somebody points; now and then beside it, see `among`."""
several = st.lists(places, min_size=1, max_size=3)
days = st.none() | st.integers(0, 9)
kinds = st.sampled_from((Kind.SUGGESTION, Kind.SUGGESTION, Kind.PRAISE, Kind.NOTHING))
reactions = st.sampled_from((None, *Reaction))
WHOSE = (None, None, LEADER, TOM)
missed = st.sampled_from([outcome for outcome in Outcome if outcome is not Outcome.REACHED])


class Loop(RuleBasedStateMachine):
    """A book, what was done to it, and how it looked before each thing that was done."""

    template: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.template.parent))
        path = self.folder / "book.db"
        shutil.copyfile(self.template, path)
        path.chmod(0o600)
        self.book = Book(str(path))
        self.eyes = sqlite3.connect(path, isolation_level=None)
        self.today = MONDAY
        self.minutes = 0
        self.rows = model.dump(self.eyes)
        self.before: list[model.Dump | None] = []
        self.changed = True
        self.steps_back = 0

    def teardown(self) -> None:
        self.eyes.close()
        self.book.rest()
        shutil.rmtree(self.folder)

    # What every rule goes through.

    def do(self, command: str, write: Callable[[Change], object]) -> None:
        """Write, and remember how it was before; what is refused must have changed nothing."""
        everything = self.rows
        refused = None
        try:
            with self.book.change(command, leader_id=LEADER, at=self.now()) as change:
                write(change)
        except DailycontactError as error:
            refused = error
        self.rows = model.dump(self.eyes)
        if refused is not None:
            assert refused.exit_code in EXPECTED, repr(refused)
            assert self.rows == everything, f"{command} was refused: {refused}"
        elif len(self.rows["event"]) > len(everything["event"]):
            self.before.append(model.facts(everything))
            self.changed = True
            self.steps_back = self.steps_back if command == "undo" else 0

    def now(self) -> datetime:
        """Return an instant of today that is later than the one before."""
        self.minutes += 1
        morning = datetime(self.today.year, self.today.month, self.today.day, 8, tzinfo=UTC)
        return morning + timedelta(seconds=self.minutes)

    def among(self, fitting: Iterable[int], place: int) -> int:
        """Return one that fits; each eighth time any number, so that much is refused too."""
        found = sorted(set(fitting))
        return found[place % len(found)] if found and place % 8 else place // 8 + 1

    def customer(self, place: int) -> int:
        """Return the number of a customer who is there."""
        there = [row["id"] for row in self.rows["customer"]]
        return int(there[place % len(there)])

    def wish(self, place: int) -> int:
        """Return the number of a wish, as a rule."""
        wishes = (row["id"] for row in self.rows["answer"] if row["kind"] == "suggestion")
        return self.among(wishes, place)

    def untouched(self, place: int) -> int:
        """Return the number of a wish about which nobody does anything, as a rule."""
        touched = {link["answer_id"] for link in self.rows["action_answer"]}
        wishes = {row["id"] for row in self.rows["answer"] if row["kind"] == "suggestion"}
        return self.among(wishes - touched, place)

    def action(self, place: int) -> int:
        """Return the number of an action for which somebody waits, as a rule."""
        links = self.rows["action_answer"]
        waiting = (
            link["action_id"]
            for link in links
            if model.is_open(self.rows, link["action_id"], link["answer_id"])
        )
        return self.among(waiting, place)

    def news(self, place: int, *, of: int | None = None) -> int:
        """Return the number of an answer whose customer waits to hear, as a rule."""
        whose = {row["id"]: row["customer_id"] for row in self.rows["answer"]}
        waiting = (answer for _, answer in model.owed(self.rows))
        return self.among((one for one in waiting if of in (None, whose[one])), place)

    # The rules.

    @initialize(
        phone=st.booleans(),
        kind=st.sampled_from((Kind.SUGGESTION, Kind.PRAISE)),
        done=st.sampled_from((True, True, False)),
        refused=st.sampled_from((False, False, True)),
    )
    def somebody(self, phone: bool, kind: Kind, done: bool, refused: bool) -> None:
        """Begin in the middle: wishes, somebody at work on them, and somebody new."""
        for place in (0, 1):
            self.new_customer(phone=True)
            self.reached(place, [Kind.SUGGESTION, kind], Consent.WORDS, False, None, 0)
        self.new_customer(phone=phone)
        self.acts([1, 2])
        self.acts([3])
        if refused:
            self.stops(1, "refuse", None)
        if done:
            self.does(2, 0)
            self.does(1, 0)

    @precondition(lambda self: len(self.rows["customer"]) < MOST_CUSTOMERS)
    @rule(phone=st.booleans(), place=st.sampled_from(PLACES), whose=st.sampled_from(WHOSE))
    def new_customer(self, phone: bool, place: Place = PLACES[0], whose: int | None = None) -> None:
        number = "+441134960123" if phone else None
        country, zone = place
        self.do(
            "customers add",
            lambda change: a_customer(
                change, phone=number, joined_on=self.today, country=country, zone=zone,
                leader_id=whose,
            ),
        )  # fmt: skip

    @precondition(lambda self: len(self.rows["customer"]) < MOST_CUSTOMERS)
    @rule(cadences=st.lists(st.sampled_from((5, 21, 63)), min_size=1, max_size=2))
    def imports(self, cadences: list[int]) -> None:
        def bring_in(change: Change) -> None:
            arrivals = Arrivals(
                change, source="file", day=self.today, most=len(cadences), with_phones=True
            )
            known = len(self.rows["external_id"])
            arrivals.add([newcomer(known + at, each) for at, each in enumerate(cadences)])
            arrivals.settle()

        self.do("import", bring_in)

    @precondition(lambda self: self.rows["customer"])
    @rule(place=places, cadence=st.sampled_from(("week", "month", "quarter", "-")))
    def rhythm_changes(self, place: int, cadence: str) -> None:
        number = self.customer(place)

        def edit(change: Change) -> None:
            whom = store_customers.customer(change, number)
            assert whom is not None
            entries.edit(change, whom, Details(cadence=cadence), day=self.today)

        self.do("customers edit", edit)

    @precondition(lambda self: len(self.rows["customer"]) > 1)
    @rule(one=places, other=places, one_stays=st.booleans(), same=st.sampled_from((True, False)))
    def merges(self, one: int, other: int, one_stays: bool, same: bool) -> None:
        first, second = self.customer(one), self.customer(other)
        before = self.rows

        def merge(change: Change) -> None:
            pair = merging.compare(change, first, second, keep=first if one_stays else None)
            if same:
                merging.merge(change, pair, day=self.today)
            else:
                merging.tell_apart(change, pair.kept.customer, pair.gone.customer)

        self.do("customers merge", merge)
        for table in ("call", "answer", "finish_answer", "skip", "rhythm_fact", "promise"):
            assert len(self.rows[table]) == len(before[table]), table
        if first != second and same and {first, second} & model.refusals(before):
            assert {first, second} & model.refusals(self.rows)

    @precondition(lambda self: self.rows["customer"])
    @rule(
        place=places,
        heard=st.lists(kinds, max_size=2),
        consent=st.sampled_from((Consent.WORDS, Consent.NAME, Consent.NO)),
        private=st.sampled_from((False, False, True)),
        told=st.none() | st.tuples(places, st.sampled_from(Reaction)),
        ago=st.sampled_from((0, 0, 2)),
    )
    def reached(
        self,
        place: int,
        heard: list[Kind],
        consent: Consent,
        private: bool,
        told: tuple[int, Reaction] | None,
        ago: int,
    ) -> None:
        customer = self.customer(place)
        spoken = Conversation(
            outcome=Outcome.REACHED,
            day=self.today - timedelta(days=ago),
            customer_id=customer,
            heard=tuple(Heard(words=_words(kind), kind=kind) for kind in heard),
            told=(Told(answer_id=self.news(told[0], of=customer), reaction=told[1]),)
            if told
            else (),
            consent=consent,
            private=private,
        )
        self.do("log", lambda change: log(change, spoken, leader_id=LEADER, today=self.today))

    @precondition(lambda self: self.rows["customer"])
    @rule(place=places, outcome=missed, days=days)
    def not_reached(self, place: int, outcome: Outcome, days: int | None) -> None:
        back = None if days is None else self.today + timedelta(days=days)
        tried = Conversation(
            outcome=outcome, day=self.today, customer_id=self.customer(place), call_back=back
        )
        self.do("log", lambda change: log(change, tried, leader_id=LEADER, today=self.today))

    @rule(some=st.just([]) | several, where=st.sampled_from((None, "stand-up")))
    def shares(self, some: list[int], where: str | None) -> None:
        numbers = [self.wish(place) for place in some]
        self.do("share", lambda change: share(change, numbers, place=where, day=self.today))

    @rule(some=several)
    def acts(self, some: list[int]) -> None:
        numbers = [self.wish(place) for place in some]
        self.do(
            "act",
            lambda change: begin.act(
                change, numbers, title="Do it", owner=None, due=None, day=self.today
            ),
        )

    @precondition(lambda self: self.rows["action"])
    @rule(some=several, place=places)
    def adds(self, some: list[int], place: int) -> None:
        numbers = [self.wish(place) for place in some]
        action = self.among((row["id"] for row in self.rows["action"]), place)
        self.do(
            "act", lambda change: begin.add_to(change, numbers, action_id=action, day=self.today)
        )

    @precondition(lambda self: self.rows["action"])
    @rule(place=places, who=st.sampled_from((LEADER, PRIYA)), named=st.booleans())
    def takes(self, place: int, who: int, named: bool) -> None:
        action = self.action(place)

        def take(change: Change) -> None:
            owner = team.member(change, who)
            begin.take(change, action, owner=owner, named=named, day=self.today)

        self.do("take", take)

    @precondition(lambda self: self.rows["action"])
    @rule(place=places, ago=st.sampled_from((0, 0, 0, 1)))
    def does(self, place: int, ago: int) -> None:
        action, day = self.action(place), self.today - timedelta(days=ago)
        self.do(
            "done",
            lambda change: end.done(
                change, action, say="It is so now", evidence=None, day=day, today=self.today
            ),
        )

    @rule(some=st.lists(places, max_size=1), some_actions=st.lists(places, max_size=1))
    def declines(self, some: list[int], some_actions: list[int]) -> None:
        ending = end.Ending(how=How.DECLINED, say="The law forbids it")
        answer_ids = [self.untouched(place) for place in some]
        action_ids = [self.action(place) for place in some_actions]
        self.do(
            "decline",
            lambda change: end.decline(
                change, answer_ids=answer_ids, action_ids=action_ids, ending=ending,
                today=self.today,
            ),
        )  # fmt: skip

    @precondition(lambda self: self.rows["finish"])
    @rule(place=places, reaction=reactions, better=st.none() | st.just("Blue, please"))
    def tells(self, place: int, reaction: Reaction | None, better: str | None) -> None:
        answer, taken = self.news(place), tell.Taken(reaction=reaction, better=better)
        self.do(
            "tell",
            lambda change: tell.tell(change, answer, taken=taken, day=self.today, today=self.today),
        )

    @precondition(lambda self: self.rows["finish"])
    @rule(place=places)
    def tries(self, place: int) -> None:
        answer = self.news(place)
        self.do("tell", lambda change: tell.tried(change, answer, day=self.today, today=self.today))

    @precondition(lambda self: self.rows["customer"])
    @rule(place=places, how=st.sampled_from(("refuse", "pause", "pause", "resume")), days=days)
    def stops(self, place: int, how: str, days: int | None) -> None:
        customer = self.customer(place)
        until = None if days is None else self.today + timedelta(days=days)

        def stop(change: Change) -> None:
            whom = store_customers.customer(change, customer)
            assert whom is not None
            if how == "refuse":
                attention.refuse(change, whom, day=self.today, reason=None)
            elif how == "pause":
                attention.pause(change, whom, day=self.today, until=until, reason=None)
            else:
                attention.resume(change, whom, day=self.today)

        self.do(how, stop)

    @rule(
        another=st.booleans(),
        anyway=st.booleans(),
        skipped=st.booleans(),
        whose=st.sampled_from((LEADER, LEADER, TOM)),
        hour=st.sampled_from((6, 9, 14, 20, 23)),
    )
    def picks(self, another: bool, anyway: bool, skipped: bool, whose: int, hour: int) -> None:
        before = self.rows
        now = self.now().replace(hour=hour)
        morning = pick.today(
            self.book.look(), leader_id=whose, day=self.today, now=now, another=another,
            anyway=anyway,
        )  # fmt: skip
        self.rows = model.dump(self.eyes)
        assert model.facts(self.rows) == model.facts(before), "looking changes no fact"
        if morning.pick is not None:
            self.is_fit(morning.pick, before, now=now, anyway=anyway)
        if skipped:
            self.skips(whose, tomorrow=another)

    def is_fit(self, found: Pick, before: model.Dump, *, now: datetime, anyway: bool) -> None:
        """Compare a pick with all that the rows said against its customer."""
        day = self.today.isoformat()
        assert model.may_be_proposed(before, found.customer_id, day=day), found
        (customer,) = (row for row in before["customer"] if row["id"] == found.customer_id)
        against = barriers(
            before, self.numbers(), customer, leaders=frozenset({found.leader_id}),
            day=self.today, now=now,
        )  # fmt: skip
        if found.id in {row["id"] for row in before["pick"]}:
            assert not against & KEPT, found
            return
        in_turn = found.reason.value in ("turn", "first")
        why = "anyway" if anyway and in_turn else found.reason.value
        assert against <= LIFTED.get(why, frozenset()), found

    def numbers(self) -> dict[str, int]:
        """Return the number of each day of the calendar."""
        return dict(self.eyes.execute("SELECT day, number FROM workday"))

    def skips(self, whose: int, *, tomorrow: bool) -> None:
        self.do(
            "skip",
            lambda change: skipping.skip(
                change, leader_id=whose, day=self.today, reason=None, tomorrow=tomorrow
            ),
        )

    @rule(ago=st.sampled_from((0, 0, 3)), wish=st.sampled_from(("", "A quieter room")))
    def talks_with_the_team(self, ago: int, wish: str) -> None:
        held = talks.Held(
            day=self.today - timedelta(days=ago), wish=wish, notes="", pass_on=bool(wish)
        )

        def note(change: Change) -> None:
            member = team.member(change, PRIYA)
            talks.note(change, member, held, leader_id=LEADER, today=self.today)

        self.do("team talk", note)

    @precondition(lambda self: self.steps_back < MOST_STEPS_BACK)
    @rule()
    def undoes(self) -> None:
        self.steps_back += 1
        refused, events = model.refusals(self.rows), len(self.rows["event"])
        nothing_left = False

        def take_back(change: Change) -> None:
            nonlocal nothing_left
            nothing_left = journal.last_to_undo(change, leader_id=LEADER) is None
            undo(change, leader_id=LEADER, today=self.today)

        self.do("undo", take_back)
        assert model.refusals(self.rows) >= refused, "a refusal was lifted"
        assert nothing_left == (self.before == [])
        if len(self.rows["event"]) > events:
            self.went_back()

    def went_back(self) -> None:
        """Compare with how it was, unless a refusal had to be kept on the way."""
        self.before.pop()
        expected = self.before.pop()
        if expected is None:
            return
        if model.refusals(expected) == model.refusals(self.rows):
            assert model.facts(self.rows) == expected
        else:
            self.before = [None] * len(self.before)

    @rule(days=st.sampled_from((1, 1, 3, 20)))
    def days_pass(self, days: int) -> None:
        self.today += timedelta(days=days)

    # What is so after every step.

    @invariant()
    def the_rows_keep_the_rules(self) -> None:
        assert list(model.what_is_wrong(self.rows)) == []

    @invariant()
    def what_is_owed_is_exact(self) -> None:
        found = [(one.finish_id, one.answer_id) for one in owed(self.book.look(), today=self.today)]
        assert len(found) == len(set(found))
        assert set(found) == model.owed(self.rows)

    @invariant()
    def the_stages_are_those_of_the_model(self) -> None:
        stands = answers.standings(self.book.look(), today=self.today)
        expected = {answer["id"]: model.stage(self.rows, answer) for answer in self.rows["answer"]}
        assert {one.answer.id: one.stage.value for one in stands} == expected

    @invariant()
    def what_is_open_is_what_the_model_says(self) -> None:
        for action in actions.actions(self.book.look()):
            expected = {a for a in action.answers if model.is_open(self.rows, action.id, a)}
            assert set(action.open_answers) == expected

    @invariant()
    def the_projection_is_what_the_facts_say(self) -> None:
        if self.changed:
            assert list(health.drifted_rhythms(self.book.look())) == []
            self.changed = False


def _words(kind: Kind) -> str:
    return "" if kind is Kind.NOTHING else "Come before eight, please"


@pytest.fixture(scope="module")
def template() -> Path:
    """Return a new book in a folder that lies in memory, where there is such a thing."""
    memory = Path("/dev/shm")  # noqa: S108 - only the tests' own folder in it is used
    return Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None)) / "book.db"


def test_any_order_of_commands_keeps_the_rules_of_the_loop(template: Path) -> None:
    book = Book(str(template))
    found(
        book, leader="Marta Silva", company="Brightside", country="GB", zone="Europe/London",
        at=DAWN, today=MONDAY, seed="tests",
    )  # fmt: skip
    with book.change("team add", leader_id=None, at=DAWN) as change:
        change.add("member", name="Priya Nair")
        change.add("member", name="Tom Hale", leads=True)
    book.rest()
    Loop.template = template

    run_state_machine_as_test(
        Loop,
        settings=settings(
            max_examples=1000 if LARGE else 30,
            stateful_step_count=100 if LARGE else 35,
            deadline=None,
            derandomize=not LARGE,
            database=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )

    assert not any(path.is_dir() for path in template.parent.iterdir())
