"""What was declined and is to be looked at again, on both databases."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from conftest import Founded
from dailycontact.store import revisits
from dailycontact.store.book import Book
from support.builders import (
    MONDAY,
    MORNING,
    a_customer,
    a_finish,
    a_telling,
    an_action,
    an_answer,
)

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

SOON = date(2026, 12, 7)
LATER = date(2027, 3, 1)
AFTER = datetime(2026, 12, 1, 9, tzinfo=UTC)


def _declined(founded: Founded, *, revisit_on: date | None = SOON) -> None:
    """Decline A1 for the answers 1 and 2."""
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        asked = [an_answer(change, a_customer(change, name)) for name in ("Ana Duarte", "Bo Lind")]
        action_id = an_action(change, *asked, title="Come on Sundays")
        a_finish(change, action_id, *asked, how="declined", say="We rest", revisit_on=revisit_on)


def _due(book: Book, day: date) -> list[str]:
    return [one.reference for one in revisits.due(book.look(), day)]


def test_it_comes_back_on_its_day_and_until_somebody_looks(founded: Founded, book: Book) -> None:
    _declined(founded)

    (found,) = revisits.due(book.look(), LATER)

    assert _due(book, SOON - timedelta(days=1)) == []
    assert _due(book, SOON) == ["A1"]
    assert (found.title, found.say, found.answers) == ("Come on Sundays", "We rest", (1, 2))
    assert (found.declined_on, found.due_on, found.looked_on) == (MONDAY, SOON, None)


def test_without_a_day_it_does_not(founded: Founded, book: Book) -> None:
    _declined(founded, revisit_on=None)

    assert _due(book, LATER) == []
    assert revisits.last(book.look(), 1) is None


@pytest.mark.parametrize("first", [SOON, None])
def test_who_looks_again_says_when_next_or_never(
    founded: Founded, book: Book, first: date | None
) -> None:
    _declined(founded, revisit_on=first)

    with book.change("test", leader_id=1, at=AFTER) as change:
        revisits.looked_at(change, 1, next_on=LATER, day=SOON)
    later = (_due(book, SOON), _due(book, LATER), revisits.last(book.look(), 1))
    with book.change("test", leader_id=1, at=AFTER) as change:
        revisits.looked_at(change, 1, next_on=None, day=LATER)

    assert later[:2] == ([], ["A1"])
    assert later[2]
    assert later[2].looked_on == SOON
    assert _due(book, LATER) == []


def _not_solved(change: "Change") -> None:
    a_telling(change, 1, 1, reaction="not-solved")


def _begun_anew(change: "Change") -> None:
    an_action(change, 2, title="A stand at the market")


def _asked_anew(change: "Change") -> None:
    answer_id = an_answer(change, a_customer(change, "Jo Hansen"))
    change.add("action_answer", action_id=1, answer_id=answer_id, recorded_at=change.at)


def _ended_otherwise(change: "Change") -> None:
    a_finish(change, 1, 1, number=2, how="done")


@pytest.mark.parametrize("act", [_not_solved, _begun_anew, _asked_anew, _ended_otherwise])
def test_to_act_anew_on_it_settles_it(founded: Founded, book: Book, act: object) -> None:
    _declined(founded)

    with book.change("test", leader_id=1, at=AFTER) as change:
        act(change)  # type: ignore[operator]  # one of four functions of one change

    assert _due(book, LATER) == []
