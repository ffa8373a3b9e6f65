"""A plan in words: what is proven and no more, in a manager's language."""

import pytest

from dailycontact.core.capacity import Group, Source, Usual, Verdict
from dailycontact.core.fitting import Lever
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

    assert "ask for 17 conversations a week; a working week brings about 4.7" in said
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
    assert saying.say_often(57) == "every 11 weeks"
    assert saying.say_often(252 * 1000) == "not in a century"


@pytest.mark.parametrize(
    ("idle", "said"),
    [
        (0.0, None),
        (0.2, "On about one day in 5 nobody will be due."),
        (0.45, "On about every second day nobody will be due."),
        (0.9, "On most days"),
    ],
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
    ("source", "segment", "customers", "said"),
    [
        (Source.BOOK, "", 20, "whoever has no rhythm of their own"),
        (Source.BOOK, "", 1, "everybody"),
        (Source.SEGMENT, "B", 20, "B"),
        (Source.OWN, "B", 20, "the one in B who is phoned once a quarter"),
        (Source.OWN, "", 20, "the one who is phoned once a quarter"),
    ],
)
def test_whom_a_change_is_about_is_said(
    source: Source, segment: str, customers: int, said: str
) -> None:
    lever = Lever(source=source, segment=segment, cadence=63, customers=1)

    assert saying.say_lever(lever, customers=customers) == said


@pytest.mark.parametrize(
    ("calls", "said"),
    [
        (0.72, "3.6 conversations a week"),
        (0.2, "1 conversation a week"),
        (1 / 252, "1 conversation a year"),
        (5 / 252, "5 conversations a year"),
        (5.1, "26 conversations a week"),
    ],
)
def test_conversations_are_counted_as_a_manager_counts_them(calls: float, said: str) -> None:
    assert saying.say_weekly(calls) == said


def test_what_is_asked_for_is_rounded_up() -> None:
    assert (saying.say_needed(0.72), saying.say_needed(0.8)) == ("4", "4")


def test_a_little_too_much_is_not_called_once_as_long() -> None:
    said = saying.say_verdict(Verdict.IMPOSSIBLE, asked=0.96, calls_a_day=0.94)

    assert "everybody waits a little longer than planned" in said


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ([], "Not one of these rhythms can be kept"),
        ([Group(cadence=21, customers=3)], "Those phoned once a month could be kept"),
        ([Group(segment="A", cadence=21, customers=3)], "Those phoned once a month in A could"),
    ],
)
def test_what_can_be_kept_and_what_cannot_is_said(kept: list[Group], said: str) -> None:
    assert saying.say_kept(kept).startswith(said)
