"""Why this customer, in words: dates and weeks, never scores or working days."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from dailycontact.core.action import How
from dailycontact.core.attempts import Try
from dailycontact.core.call import Outcome
from dailycontact.core.turn import Reason
from dailycontact.pick.rule.reason import longer, why
from support.builders import MONDAY
from support.mornings import MARTA, grounds, news_for

MAY = date(2027, 5, 10)


def missed(*days: date, how: Outcome = Outcome.NO_ANSWER) -> tuple[Try, ...]:
    return tuple(Try(day=day, outcome=how) for day in sorted(days, reverse=True))


def test_a_turn_says_when_you_last_spoke() -> None:
    assert why(grounds()) == "You last spoke 12 weeks ago (once a quarter)."


def test_a_first_call_says_since_when_they_are_in_the_book() -> None:
    joined = date(2026, 3, 3)

    assert why(grounds(Reason.FIRST, last_on=None, joined_on=joined)) == (
        "You have never spoken (in the book since Tuesday 3 March)."
    )
    assert why(grounds(Reason.FIRST, last_on=None, joined_on=MONDAY)) == (
        "You have never spoken (in the book since today)."
    )


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        (MONDAY, "You promised to call back today."),
        (date(2026, 11, 19), "You promised to call back on 19 November, 4 days ago."),
    ],
)
def test_a_promise_says_for_when(due_on: date, said: str) -> None:
    assert why(grounds(Reason.PROMISE, promised_on=due_on)) == said


def test_a_promise_for_a_day_without_work_is_not_late() -> None:
    sunday = grounds(Reason.PROMISE, promised_on=date(2026, 11, 22), promised_late=False)

    assert why(sunday) == (
        "You promised to call back on Sunday 22 November; this is the first working day since."
    )


def test_a_promise_to_somebody_who_is_owed_news_says_so_too() -> None:
    promised = grounds(Reason.PROMISE, promised_on=MONDAY, owed=(news_for(),))

    assert why(promised) == "You promised to call back today. There is news to tell, too."


@pytest.mark.parametrize(
    ("news", "said"),
    [
        ({}, "Priya saw to it on 12 November"),
        ({"owner": None}, "it was seen to on 12 November"),
        ({"owner": MARTA.name}, "you saw to it on 12 November"),
        ({"how": How.DECLINED, "owner": None}, "we had to say no on 12 November"),
        ({"finished_on": MONDAY}, "Priya saw to it today"),
        ({"finished_on": MONDAY - timedelta(days=1)}, "Priya saw to it yesterday"),
        ({"finished_on": date(2025, 12, 1)}, "Priya saw to it on 1 December 2025"),
    ],
    ids=["owner", "nobody", "the leader", "declined", "today", "yesterday", "last year"],
)
def test_news_says_what_they_said_and_who_saw_to_it(news: dict[str, Any], said: str) -> None:
    assert why(grounds(Reason.NEWS, owed=(news_for(**news),))) == (
        f"Ana said “The delivery window is too wide”; {said}. Tell them, then ask what is next."
    )


@pytest.mark.parametrize(("ends", "more"), [(2, "There is one more"), (4, "There are 3 more")])
def test_several_ends_are_counted(ends: int, more: str) -> None:
    owed = tuple(news_for(finish_id=number) for number in range(ends))

    assert f"{more} to tell." in why(grounds(Reason.NEWS, owed=(*owed, news_for(finish_id=0))))


def test_very_long_words_are_cut_at_a_word() -> None:
    said = why(grounds(Reason.NEWS, owed=(news_for(verbatim="The driver comes late. " * 90),)))

    assert "Ana said “The driver comes late. The driver comes …”; Priya" in said


@pytest.mark.parametrize(
    ("turn_on", "until"),
    [
        (date(2027, 3, 4), " until about March"),
        (date(2026, 12, 4), " until about Friday 4 December"),
        (date(2028, 3, 4), " until about March 2028"),
        (None, ""),
    ],
)
def test_who_is_only_told_is_not_asked_yet(turn_on: date | None, until: str) -> None:
    told = grounds(Reason.NEWS, owed=(news_for(),), due=False, turn_on=turn_on)

    assert why(told).endswith(f". Tell them; the question can wait{until}.")


def test_news_to_somebody_whose_turn_it_is_anyway_is_a_debt() -> None:
    assert why(grounds(owed=(news_for(),))) == (
        "You owe Ana news, and you last spoke 12 weeks ago (once a quarter)."
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((date(2027, 5, 3),), "Second try: no answer on 3 May."),
        ((date(2027, 5, 3), date(2027, 5, 5)), "Third try: no answer on 3 and 5 May."),
        (
            (date(2027, 4, 28), date(2027, 4, 30), date(2027, 5, 5)),
            "Fourth try: no answer on 28, 30 April and 5 May.",
        ),
        (tuple(MAY - timedelta(days=n) for n in range(1, 6)), "Sixth try: no answer since 5 May."),
        (tuple(MAY - timedelta(days=n) for n in range(1, 12)), "Try 12: no answer since 29 April."),
        (
            (date(2026, 12, 30), date(2027, 1, 4)),
            "Third try: no answer on 30 December 2026 and 4 January.",
        ),
    ],
)
def test_tries_in_vain_are_named_by_their_days(days: tuple[date, ...], said: str) -> None:
    tried = grounds(today=MAY, last_on=date(2027, 2, 1), tries=missed(*days))

    assert why(tried) == f"You last spoke 14 weeks ago (once a quarter). {said}"


def test_a_voicemail_is_nobody_reached_and_a_not_now_is_no_try() -> None:
    tries = (
        *missed(date(2026, 11, 20), how=Outcome.NOT_NOW),
        *missed(date(2026, 11, 18), how=Outcome.VOICEMAIL),
    )

    assert why(grounds(tries=tries)).endswith("Second try: nobody reached on 18 November.")
    assert why(grounds(tries=tries[:1])) == why(grounds())


def test_the_number_to_try_is_named_where_it_is_another() -> None:
    tries = missed(date(2026, 11, 18), date(2026, 11, 20))

    assert why(grounds(tries=tries, number="the mobile")).endswith(
        "Third try: no answer on 18 and 20 November; this time the mobile."
    )


@pytest.mark.parametrize(("skips", "times"), [(3, "three"), (4, "four"), (9, "9")])
def test_whoever_is_skipped_again_and_again_is_a_question(skips: int, times: str) -> None:
    assert why(grounds(skips=skips)) == (
        "You last spoke 12 weeks ago (once a quarter)."
        f" You skipped Ana {times} times in a row: would a pause suit better, a longer rhythm, or"
        " a call now?"
    )
    assert why(grounds(skips=2)) == why(grounds())


def test_the_question_leaves_little_room_for_news() -> None:
    said = why(grounds(Reason.NEWS, owed=(news_for(),), skips=3))

    assert said.startswith("You owe Ana news. You skipped Ana three times in a row:")


@pytest.mark.parametrize(("beat", "rhythm"), [(10, 21), (21, 63), (63, 252), (252, 504)])
def test_a_longer_rhythm_is_the_next_usual_one_or_the_double(beat: int, rhythm: int) -> None:
    assert longer(beat) == rhythm


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("skips", [0, 3])
def test_no_sentence_speaks_in_scores(reason: Reason, skips: int) -> None:
    said = why(
        grounds(
            reason,
            owed=(news_for(),),
            promised_on=MONDAY,
            tries=missed(date(2026, 11, 18), date(2026, 11, 20)),
            skips=skips,
        )
    )

    assert not re.search(r"\d\.\d|%|working day|score|luck|\b(he|she|him|her|his|hers)\b", said)
