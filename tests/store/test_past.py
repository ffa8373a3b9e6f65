"""What a report reads of a past instant is what the loop said at that instant."""

from dataclasses import replace
from datetime import UTC, date, datetime

from conftest import Founded
from dailycontact.core.action import Action
from dailycontact.core.standing import Standing
from dailycontact.store import actions, answers
from dailycontact.store.past import Past, past
from dailycontact.store.past_answers import PastAnswers
from dailycontact.store.past_team import PastTeam
from dailycontact.store.then import Then
from support.awkward import MONDAY, afterwards, awkward_week
from support.builders import a_theme

FRIDAY = date(2026, 11, 20)
CUTOFF = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)
ALWAYS = datetime(9999, 1, 1, tzinfo=UTC)
EVER = datetime(2000, 1, 1, tzinfo=UTC)


def _past(founded: Founded, until: datetime) -> Past:
    then = Then(founded.book.look(), until)
    found = past(then, PastAnswers(then, PastTeam(then)), start=EVER, today=FRIDAY)
    founded.book.rest()
    return found


def _loop(founded: Founded) -> tuple[tuple[Standing, ...], tuple[Action, ...]]:
    """Return where everything stands as the loop has it, but for what a report does not speak of.

    That is how long it may rest, and how many others wait or know.
    """
    look = founded.book.look()
    standings = tuple(_plain(one) for one in answers.standings(look, today=FRIDAY))
    found = tuple(actions.actions(look))
    founded.book.rest()
    return standings, found


def _plain(one: Standing) -> Standing:
    wait = one.wait and replace(one.wait, further=0, leader_id=None)
    doings = tuple(replace(doing, askers=1, told=0, further=0) for doing in one.doings)
    return replace(one, age=0, limit=None, doings=doings, wait=wait)


def _filled(founded: Founded) -> None:
    awkward_week(founded.book)
    with founded.book.change("theme", leader_id=1, at=datetime(2026, 11, 16, tzinfo=UTC)) as change:
        a_theme(change, "Invoices", 2, 4)
    founded.book.rest()


def test_the_past_up_to_now_is_the_loop(founded: Founded) -> None:
    _filled(founded)
    afterwards(founded.book)
    founded.book.rest()

    found = _past(founded, ALWAYS)

    assert (found.standings, found.actions) == _loop(founded)


def test_the_past_is_the_loop_as_it_was_whatever_came_afterwards(founded: Founded) -> None:
    _filled(founded)
    was = _loop(founded)
    afterwards(founded.book)
    with founded.book.change("theme", leader_id=1, at=datetime(2026, 11, 25, tzinfo=UTC)) as change:
        a_theme(change, "Bills", 2, 5)
    founded.book.rest()

    found = _past(founded, CUTOFF)

    assert (found.standings, found.actions) == was
    assert found.begun == frozenset(action.id for action in was[1])
    assert {one.day for one in found.endings} == {MONDAY}
