"""A plan in words: what is proven and no more, in a manager's language."""

import pytest

from dailycontact.core.capacity import Lever, Source, Usual, Verdict
from dailycontact.pick.rule import saying


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.NOBODY, "Nobody in the book can be phoned yet."),
        (Verdict.IMPOSSIBLE, "You cannot keep up, whatever the order."),
        (Verdict.JUST_ENOUGH, "Just enough, on average"),
        (Verdict.ENOUGH, "On average enough"),
        (Verdict.POSSIBLE, "A schedule that keeps every rhythm exists."),
        (Verdict.SIMPLE, "Every rhythm can be kept, even by a simple rule."),
    ],
)
def test_each_verdict_has_its_words(verdict: Verdict, words: str) -> None:
    assert saying.say_verdict(verdict, asked=0.5, calls_a_day=0.94).startswith(words)


def test_in_overload_it_says_how_many_times_as_long_everybody_waits() -> None:
    said = saying.say_verdict(Verdict.IMPOSSIBLE, asked=3.4, calls_a_day=0.94)

    assert "ask for 3.4 conversations a day; a working day brings about 0.94" in said
    assert "about 3.6 times as long" in said


@pytest.mark.parametrize(
    ("calls", "said"), [(0.0476, "0.05"), (0.94, "0.94"), (3.397, "3.4"), (12675.05, "12,675")]
)
def test_calls_a_day_are_said_as_one_reads_them(calls: float, said: str) -> None:
    assert saying.say_calls(calls) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "1 day"),
        (7, "7 days"),
        (10, "2 weeks"),
        (57, "11 weeks"),
        (126, "6 months"),
        (504, "2 years"),
        (252 * 101, "a century"),
    ],
)
def test_a_wait_is_said_in_the_unit_that_fits(days: float, said: str) -> None:
    assert saying.say_length(days) == said


def test_what_has_lasted_at_least_so_long_is_rounded_down() -> None:
    assert saying.say_length(5216) == "21 years"
    assert saying.say_length(5216, at_least=True) == "20 years"


def test_how_often_a_turn_comes_is_about() -> None:
    assert saying.say_often(57) == "about every 11 weeks"
    assert saying.say_often(252 * 1000) == "not in a century"


@pytest.mark.parametrize(
    ("idle", "said"),
    [(0.0, None), (0.2, "On about one day in 5 nobody will be due."), (0.9, "On most days")],
)
def test_days_on_which_nobody_is_due_are_said(idle: float, said: str | None) -> None:
    found = saying.say_idle(idle)

    assert found == said or (said is not None and found is not None and found.startswith(said))


@pytest.mark.parametrize(
    ("usual", "fits", "said"),
    [
        (
            Usual(customers=214, cadence=252, said=False, shorter=63, needs=3.397),
            True,
            (
                "214 customers without a rhythm of their own: once a year each, the most that one"
                " call a day can keep. A quarter would need 3.4 calls a day."
            ),
        ),
        (
            Usual(customers=1, cadence=21, said=True),
            True,
            "1 customer without a rhythm of their own: once a month, as the book says.",
        ),
        (
            Usual(customers=900, cadence=252, said=False),
            False,
            (
                "900 customers without a rhythm of their own: once a year each, the longest that is"
                " usual."
            ),
        ),
    ],
)
def test_those_without_a_rhythm_are_named_with_what_more_would_need(
    usual: Usual, fits: bool, said: str
) -> None:
    assert saying.say_usual(usual, fits=fits) == said


@pytest.mark.parametrize(
    ("source", "segment", "said"),
    [
        (Source.BOOK, "", "whoever has no rhythm of their own"),
        (Source.SEGMENT, "B", "B"),
        (Source.OWN, "B", "the 14 in B set singly (once a quarter)"),
        (Source.OWN, "", "the 14 set singly (once a quarter)"),
    ],
)
def test_whom_a_change_is_about_is_said(source: Source, segment: str, said: str) -> None:
    lever = Lever(source=source, segment=segment, cadence=63, customers=14)

    assert saying.say_lever(lever) == said
