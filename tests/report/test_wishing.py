"""What you asked of us: the team's own wishes, one wish of several of them is one."""

from datetime import timedelta
from typing import Any

import pytest

from dailycontact.core.known import Known
from dailycontact.core.recorded import TeamWish
from dailycontact.report.rule.report import Edition, Wished
from dailycontact.report.rule.sums import report_of
from support.facts import EARLIER, FRIDAY, WEDNESDAY, a_wish, at, some_facts

DONE: dict[str, Any] = {"how": "done", "say": "From 1 December", "replied_at": at(WEDNESDAY)}


def _wished(*wishes: TeamWish, **facts: Any) -> tuple[Wished, ...]:
    return report_of(some_facts(wishes=wishes, **facts), Edition.TEAM).wished


def test_what_two_wished_for_in_the_same_words_is_one_wish_of_two() -> None:
    (wished,) = _wished(a_wish(1, wish="Later Mondays."), a_wish(2, wish="later  mondays"))

    assert (wished.wish, wished.by, wished.how) == ("Later Mondays.", 2, None)


def test_wishes_that_got_one_reply_together_are_one_in_the_words_of_the_first() -> None:
    first = a_wish(1, wish="Later Monday starts", **DONE)
    second = a_wish(2, wish="Mondays at eight", **DONE)

    (wished,) = _wished(second, first)

    assert wished == Wished(
        talk_id=1, wish="Later Monday starts", by=2, how="done", say="From 1 December"
    )


def test_the_same_wish_replied_to_in_the_same_words_on_two_days_is_one() -> None:
    again = DONE | {"replied_at": at(FRIDAY)}

    (wished,) = _wished(a_wish(1, wish="Chairs", **DONE), a_wish(2, wish="Chairs", **again))

    assert wished.by == 2


def test_two_wishes_with_the_same_short_reply_on_two_days_stay_two() -> None:
    again = DONE | {"replied_at": at(FRIDAY)}

    wished = _wished(a_wish(1, wish="Chairs", **DONE), a_wish(2, wish="Lamps", **again))

    assert [one.wish for one in wished] == ["Chairs", "Lamps"]


def test_the_same_wish_that_came_to_different_ends_is_two() -> None:
    wished = _wished(a_wish(1, wish="Chairs", **DONE), a_wish(2, wish="Chairs"))

    assert [one.how for one in wished] == ["done", None]


def test_who_wished_for_it_twice_is_one_of_you() -> None:
    (wished,) = _wished(a_wish(1, wish="Chairs"), a_wish(2, wish="Chairs", member_id=1))

    assert wished.by == 1


def test_wishes_of_whom_nothing_is_known_count_each() -> None:
    wishes = [a_wish(number, wish="Chairs", member_id=None) for number in (1, 2)]

    (wished,) = _wished(*wishes)

    assert wished.by == 2


def test_news_come_first_and_then_what_is_open() -> None:
    wished = _wished(
        a_wish(1, recorded_at=at(EARLIER)),
        a_wish(2, recorded_at=at(EARLIER), **(DONE | {"how": "doing"})),
        a_wish(3, recorded_at=at(EARLIER), **DONE),
    )

    assert [one.talk_id for one in wished] == [2, 3, 1]


@pytest.mark.parametrize("how", ["done", "declined"])
def test_what_was_over_before_the_period_is_not_said_again(how: str) -> None:
    long_ago = {"how": how, "replied_at": at(EARLIER + timedelta(days=1)), "say": "Yes."}

    assert _wished(a_wish(1, recorded_at=at(EARLIER), **long_ago)) == ()


def test_a_customer_in_a_wish_or_its_reply_is_hidden_like_any_other() -> None:
    wish = a_wish(1, wish="Ring Ana Duarte less", **(DONE | {"say": "Ana Duarte agreed"}))

    (wished,) = _wished(wish, known=Known(people=(("Ana Duarte", "Green Door Cafés"),)))

    assert (wished.wish, wished.say) == ("Ring [name] less", "[name] agreed")
