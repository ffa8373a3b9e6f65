"""What the team wishes for and what became of it, as it stood at an instant, on both databases."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from conftest import Founded
from dailycontact.store.changing import Change
from dailycontact.store.team_wishes import every_wish, reply, wishes
from support.builders import MONDAY, MORNING

WEEK = timedelta(weeks=1)


def _talk(change: Change, wish: str | None = "Later Monday starts", **values: Any) -> int:
    columns = {"member_id": 1, "leader_id": 1, "day": MONDAY, "pass_on": 1} | values
    return change.add("talk", recorded_at=change.at, wish=wish, **columns)


def test_what_may_not_be_passed_on_is_not_among_the_wishes(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        _talk(change, pass_on=0)
        _talk(change, None)
        open_one = _talk(change)

        found = every_wish(change)

    assert [wish.talk_id for wish in found] == [open_one]


def test_the_last_reply_counts(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        wish = _talk(change)
        reply(change, [wish], how="doing", say="We are looking at it.", day=MONDAY)

        (replied,) = reply(change, [wish, wish], how="done", say="From 1 December.", day=MONDAY)

    assert (replied.how, replied.say, replied.replied_on) == ("done", "From 1 December.", MONDAY)
    assert replied.replied_at == MORNING.astimezone(UTC)


def test_a_reply_to_what_is_private_is_not_written(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        private = _talk(change, pass_on=0)

        found = reply(change, [private], how="done", say="Bought.", day=MONDAY)

        assert change.value("SELECT COUNT(*) AS value FROM talk_reply") == 0
    assert found == []


def test_a_reply_after_the_cutoff_is_not_known_yet(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        wish = _talk(change)
    with founded.book.change("test", leader_id=1, at=MORNING + WEEK) as change:
        reply(change, [wish], how="done", say="From 1 December.", day=MONDAY + WEEK)

    look = founded.book.look()
    then = wishes(look, since=MORNING, until=MORNING + timedelta(days=1))
    later = wishes(look, since=MORNING + WEEK, until=MORNING + 2 * WEEK)

    assert [(one.how, one.replied_at) for one in then] == [(None, None)]
    assert [one.how for one in later] == ["done"]


def test_what_is_settled_is_not_said_again_and_what_is_open_is(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        settled, begun, unheard = _talk(change), _talk(change), _talk(change)
        reply(change, [settled], how="declined", say="Not before spring.", day=MONDAY)
        reply(change, [begun], how="doing", say="We are looking at it.", day=MONDAY)

    found = wishes(founded.book.look(), since=MORNING + WEEK, until=MORNING + 2 * WEEK)

    assert [one.talk_id for one in found] == [begun, unheard]


def test_before_it_was_recorded_there_was_no_wish(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        _talk(change, day=date(2026, 11, 2))

    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    assert wishes(founded.book.look(), since=long_ago, until=MORNING) == []
