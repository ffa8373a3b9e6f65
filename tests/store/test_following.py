"""Whom one asks whether it has helped, and what they say, on both databases."""

from datetime import date
from typing import Any

import pytest

from conftest import Founded
from dailycontact.core.following import Helped
from dailycontact.store import following
from dailycontact.store.changing import Change
from support.builders import (
    MONDAY,
    MORNING,
    a_call,
    a_customer,
    a_finish,
    a_telling,
    an_action,
    an_answer,
)

SEPTEMBER = date(2026, 9, 3)
OCTOBER = date(2026, 10, 5)


def _told(change: Change, *, ended: str = "done", **values: Any) -> tuple[int, int]:
    """Return a customer who was told in October of what they said in September, and the telling."""
    ana = a_customer(change)
    said = an_answer(change, ana, day=SEPTEMBER)
    finish = a_finish(change, an_action(change, said), said, how=ended, day=OCTOBER)
    return ana, a_telling(change, finish, said, **({"day": OCTOBER} | values))


def test_whoever_was_told_since_they_last_spoke_is_to_be_asked(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ana, telling = _told(change)

        (found,) = following.to_ask(change, ana)

    assert (found.telling_id, found.answer_id, found.action_id) == (telling, 1, 1)
    assert (found.said_on, found.finished_on, found.told_on) == (SEPTEMBER, OCTOBER, OCTOBER)
    assert found.say == "Every invoice now carries the café's name"


def test_whoever_was_told_in_the_last_conversation_is_to_be_asked_in_the_next(
    founded: Founded,
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ana = a_customer(change)
        said = an_answer(change, ana, day=SEPTEMBER)
        finish = a_finish(change, an_action(change, said), said, day=OCTOBER)
        call = a_call(change, ana, day=OCTOBER)
        an_answer(change, ana, "Later opening hours", call_id=call, day=OCTOBER)
        a_telling(change, finish, said, call_id=call, day=OCTOBER)

        assert len(following.to_ask(change, ana)) == 1


@pytest.mark.parametrize(("says_something", "to_ask"), [(True, 0), (False, 1)])
def test_a_conversation_since_then_in_which_they_spoke_has_passed_it_by(
    founded: Founded, says_something: bool, to_ask: int
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ana, _ = _told(change)
        call = a_call(change, ana)
        if says_something:
            an_answer(change, ana, "Later opening hours", call_id=call)

        assert len(following.to_ask(change, ana)) == to_ask
        assert len(following.to_ask(change, ana, call_id=call)) == 1


@pytest.mark.parametrize(
    ("ended", "values"),
    [
        ("declined", {}),
        ("done", {"reaction": "not-solved"}),
        ("done", {"how": "waived", "channel": None, "reaction": None, "why": "unreachable"}),
    ],
)
def test_a_no_and_what_was_no_help_and_who_was_not_told_are_not_asked_about(
    founded: Founded, ended: str, values: dict[str, Any]
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ana, _ = _told(change, ended=ended, **values)

        assert following.to_ask(change, ana) == ()


def test_what_they_say_is_kept_and_asked_once_only(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ana, telling = _told(change)
        call = a_call(change, ana)
        following.helped(change, telling, Helped.PARTLY, call_id=call, day=MONDAY)

        (said,) = following.followed(change, [1])

        assert following.to_ask(change, ana) == ()
        with pytest.raises(following.AskedAlready, match=r"^Ana Duarte said already .* \(partly\)"):
            following.helped(change, telling, Helped.YES, call_id=None, day=MONDAY)
    assert (said.helped, said.answer_id, said.leader, said.day) == (
        Helped.PARTLY,
        1,
        "Marta Silva",
        MONDAY,
    )


def test_nothing_was_said_of_what_nobody_asked_about(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        _told(change)

        assert following.followed(change, []) == ()
        assert following.followed(change, [1]) == ()
