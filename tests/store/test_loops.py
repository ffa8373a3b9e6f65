"""What waits is counted and found as the facts have it, on both databases."""

import random
from datetime import date, timedelta

import pytest

from conftest import Founded
from dailycontact.core.answer import Kind
from dailycontact.core.standing import Standing
from dailycontact.core.waiting import Section
from dailycontact.loop import Clock, Stage
from dailycontact.people.usecases import leave
from dailycontact.store import answers, calendar, loops
from dailycontact.store.changing import Change
from dailycontact.store.loops import Only
from support.builders import (
    MONDAY,
    MORNING,
    a_customer,
    a_finish,
    a_telling,
    an_action,
    an_answer,
)

LATER = date(2027, 1, 6)
MOST = 60


@pytest.fixture
def many(founded: Founded) -> Founded:
    """Give the book very different answers, of two leaders, one of whom is away for a while."""
    chance = random.Random(7)  # noqa: S311 - a book for a test, no secret
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        tom = change.add("member", name="Tom Ellis", leads=1)
        calendar.rebuild(change, since=MONDAY, today=MONDAY)
        leave.take(
            change, leader_id=tom, first=date(2026, 12, 1), last=date(2026, 12, 9),
            deputy=None, today=MONDAY,
        )  # fmt: skip
        customers = [
            a_customer(change, f"Customer {number}", phone=None, leader_id=own)
            for number, own in enumerate((None, founded.leader_id, tom))
        ]
        for _ in range(MOST):
            _somewhere(change, chance, chance.choice(customers), chance.choice((1, tom)))
        change.add("setting", key="limit.declined", value="2")
    founded.book.rest()
    return founded


def _somewhere(change: Change, chance: random.Random, customer_id: int, leader_id: int) -> None:
    day = MONDAY + timedelta(days=chance.randrange(44))
    answer = an_answer(
        change,
        customer_id,
        day=day,
        leader_id=leader_id,
        kind=chance.choice(("suggestion", "suggestion", "suggestion", "praise")),
        urgent=chance.choice((0, 0, 1)),
    )
    if chance.random() < 0.6:
        change.add("sharing", answer_id=answer, leader_id=1, day=day, recorded_at=change.at)
    for _ in range(chance.choice((0, 1, 1, 2))):
        owner = chance.choice((None, 1))
        action = an_action(
            change, answer, day=day, owner_id=owner, owned_on=None if owner is None else day
        )
        if chance.random() < 0.5:
            how = chance.choice(("done", "declined"))
            finish = a_finish(change, action, answer, how=how, day=day)
            if chance.random() < 0.4:
                reaction = chance.choice(("pleased", "not-solved"))
                a_telling(change, finish, answer, day=day, reaction=reaction)


def _order(standing: Standing) -> tuple[date, int]:
    assert standing.wait is not None
    return standing.wait.since, standing.answer.id


def _expected(found: list[Standing], section: Section) -> list[int]:
    def belongs(one: Standing) -> bool:
        if one.wait is None:
            return False
        if one.cries or one.overdue:
            return section is (Section.WANTED if one.cries else Section.OVERDUE)
        return section.value == one.wait.clock.value

    return [one.answer.id for one in sorted(filter(belongs, found), key=_order)]


@pytest.mark.parametrize("today", [MONDAY + timedelta(days=25), LATER])
def test_each_part_holds_what_the_facts_say_the_oldest_first(many: Founded, today: date) -> None:
    look = many.book.look()

    facts = answers.standings(look, today=today)
    groups = loops.groups(look, today=today, only=Only())
    parts = loops.parts(groups)
    found = {part.section: loops.ids(look, part, only=Only(), most=None) for part in parts}

    expected = {section: ids for section in Section if (ids := _expected(facts, section))}
    assert found == expected
    assert {part.section: part.count for part in parts} == {
        section: len(ids) for section, ids in expected.items()
    }
    assert len(expected) > 4  # so that the book holds something of nearly every part
    assert loops.settled(look, groups, only=Only()) == sum(one.settled for one in facts)


def test_a_screenful_is_the_first_of_them(many: Founded) -> None:
    look = many.book.look()
    parts = loops.parts(loops.groups(look, today=LATER, only=Only()))

    for part in parts:
        every = loops.ids(look, part, only=Only(), most=None)
        assert loops.ids(look, part, only=Only(), most=2) == every[:2]


def test_each_clock_counts_what_waits_and_what_is_overdue(many: Founded) -> None:
    look = many.book.look()
    facts = [one for one in answers.standings(look, today=LATER) if one.wait is not None]

    held = loops.held(loops.groups(look, today=LATER, only=Only()))

    by_clock: dict[Clock, list[Standing]] = {}
    for one in facts:
        assert one.wait is not None
        by_clock.setdefault(one.wait.clock, []).append(one)
    assert [(one.clock, one.count, one.overdue, one.oldest) for one in held] == [
        (clock, len(ones), sum(one.overdue for one in ones), min(map(_order, ones))[0])
        for clock in Clock
        if (ones := by_clock.get(clock))
    ]


@pytest.mark.parametrize(
    "only",
    [Only(stage=Stage.ACTING), Only(customer_id=2), Only(leader_id=2), Only(theme_id=1)],
)
def test_only_what_is_asked_for_is_counted_and_found(many: Founded, only: Only) -> None:
    look = many.book.look()
    of_leader = look.tuples("SELECT id FROM answer WHERE leader_id = 2")
    heard = {row[0] for row in of_leader}

    groups = loops.groups(look, today=LATER, only=only)
    parts = loops.parts(groups)
    found = [one for part in parts for one in loops.ids(look, part, only=only, most=None)]

    fits = [
        one.answer.id
        for one in answers.standings(look, today=LATER)
        if one.wait is not None
        and (only.stage in (None, one.stage))
        and (only.customer_id in (None, one.answer.customer_id))
        and (only.leader_id is None or one.answer.id in heard)
        and only.theme_id is None
    ]
    assert sorted(found) == fits
    assert sum(part.count for part in parts) == len(fits)
    ended = loops.settled_ids(look, only=only, most=None)
    assert len(ended) == loops.settled(look, groups, only=only)


def test_the_overdue_alone_are_those_that_the_facts_call_so(many: Founded) -> None:
    look = many.book.look()

    parts = loops.parts(loops.groups(look, today=LATER, only=Only()), overdue_only=True)

    found = [one for part in parts for one in loops.ids(look, part, only=Only(), most=None)]
    facts = answers.standings(look, today=LATER)
    assert sorted(found) == [one.answer.id for one in facts if one.overdue]
    assert all(one.answer.kind is Kind.SUGGESTION for one in facts if one.answer.id in set(found))


def test_those_who_look_for_someone_are_found_by_the_answers_that_wait(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        answer = an_answer(change, a_customer(change))
        waits = an_action(change, answer)
        an_action(change, answer, title="Somebody has it", owner_id=1, owned_on=MONDAY)
        declined = an_action(change, answer, title="It ended")
        a_finish(change, declined, answer, how="declined")

    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        found = loops.looking(change, only=Only(), most=10)

    assert [action.id for action in found] == [waits]
