"""Whose talk it is this week."""

from datetime import date

import pytest

from dailycontact.core.talk import TalkDue, next_to_talk_with
from dailycontact.core.team import Member

WEDNESDAY = date(2026, 11, 25)


def _somebody(name: str, last_on: date | None = None) -> TalkDue:
    return TalkDue(member=Member(id=len(name), name=name), last_on=last_on)


def test_whoever_was_never_talked_with_comes_first_by_name() -> None:
    among = [_somebody("Tom"), _somebody("Priya"), _somebody("Ana", date(2020, 1, 1))]

    chosen = next_to_talk_with(among, day=WEDNESDAY)

    assert chosen == _somebody("Priya")


def test_then_whoever_has_waited_longest() -> None:
    among = [_somebody("Ana", date(2026, 10, 2)), _somebody("Tom", date(2026, 10, 1))]

    chosen = next_to_talk_with(among, day=WEDNESDAY)

    assert chosen == _somebody("Tom", date(2026, 10, 1))


@pytest.mark.parametrize(
    ("last_on", "waits"),
    [(date(2026, 11, 1), False), (date(2026, 11, 2), True), (date(2026, 11, 24), True)],
)
def test_whoever_was_talked_with_in_the_last_four_weeks_waits(
    last_on: date, *, waits: bool
) -> None:
    chosen = next_to_talk_with([_somebody("Tom", last_on)], day=WEDNESDAY)

    assert (chosen is None) is waits


def test_in_a_team_of_nobody_else_nobody_is_due() -> None:
    assert next_to_talk_with([], day=WEDNESDAY) is None
