"""A customer's rhythm, as a fold over what happened to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.rhythm import (
    Beat,
    Happening,
    Rhythm,
    back_off,
    begin,
    draw,
    draws,
    fold,
    head_start,
    minimum_gap,
)

START = begin(number=100, started_with=10.5)


def a_beat(what: Happening, number: int, *, cadence: int = 63, waits: int = 0) -> Beat:
    return Beat(what=what, number=number, cadence=cadence, waits=waits)


def test_many_draw_the_luck_that_each_of_them_draws() -> None:
    assert draws("séd", range(1, 4), 0) == [draw("séd", str(number), 0) for number in (1, 2, 3)]


def test_who_was_never_called_counts_as_waiting_from_the_head_start_on() -> None:
    assert Rhythm(clock=89.5, gate=100) == START


def test_a_conversation_sets_the_clock_and_the_minimum_gap() -> None:
    rhythm = fold(START, [a_beat(Happening.CONVERSATION, 110)])

    assert rhythm == Rhythm(clock=110.0, gate=110, spoken_on=110, conversations=1)
    assert rhythm.eligible_from(63) == 142


def test_a_conversation_ends_misses_and_skips_in_a_row() -> None:
    rhythm = fold(
        START,
        [
            a_beat(Happening.MISS, 101, waits=1),
            a_beat(Happening.SKIP, 103, waits=5),
            a_beat(Happening.CONVERSATION, 110),
        ],
    )

    assert (rhythm.misses, rhythm.skips) == (0, 0)


def test_who_answers_and_asks_for_another_time_ends_misses_in_a_row() -> None:
    rhythm = fold(
        START,
        [a_beat(Happening.MISS, 101, waits=1), a_beat(Happening.LATER, 102, waits=8)],
    )

    assert (rhythm.misses, rhythm.gate, rhythm.clock) == (0, 110, START.clock)


def test_a_back_dated_conversation_never_moves_the_clock_backwards() -> None:
    rhythm = fold(START, [a_beat(Happening.CONVERSATION, 110), a_beat(Happening.CONVERSATION, 104)])

    assert rhythm == Rhythm(clock=110.0, gate=110, spoken_on=110, conversations=2)


def test_a_missed_call_leaves_the_clock_and_waits() -> None:
    rhythm = fold(START, [a_beat(Happening.MISS, 101, waits=1)])

    assert rhythm == Rhythm(clock=89.5, gate=102, misses=1)


def test_the_next_try_waits_one_two_three_and_five_days_and_anew_after_each_rest() -> None:
    waits = [back_off(misses, cadence=63, waited=100.0) for misses in range(1, 15)]

    assert waits == [1, 2, 3, 5, 10, 1, 2, 3, 5, 20, 1, 2, 3, 5]


def test_once_the_number_should_be_looked_at_every_miss_rests() -> None:
    assert [back_off(misses, cadence=63, waited=100.0) for misses in (15, 16, 17)] == [25, 25, 25]


def test_a_rest_is_a_share_of_the_cadence_at_the_least() -> None:
    assert back_off(5, cadence=252, waited=100.0) == 26


def test_a_skip_leaves_the_clock_so_that_the_pressure_grows() -> None:
    rhythm = fold(START, [a_beat(Happening.SKIP, 101, waits=5)])

    assert rhythm == Rhythm(clock=89.5, gate=106, skips=1)


def test_call_me_later_waits_without_counting_as_a_miss_or_a_skip() -> None:
    rhythm = fold(START, [a_beat(Happening.LATER, 101, waits=5)])

    assert rhythm == Rhythm(clock=89.5, gate=106)


def test_time_stands_still_for_whoever_is_paused() -> None:
    before = (110 - START.clock) / 63

    rhythm = fold(START, [a_beat(Happening.PAUSE, 110), a_beat(Happening.RESUME, 200)])

    assert (200 - rhythm.clock) / 63 == before
    assert rhythm.eligible_from(63) == 100


def test_a_pause_with_an_end_ends_by_itself() -> None:
    rhythm = fold(START, [a_beat(Happening.PAUSE, 110, waits=20)])

    assert (rhythm.clock, rhythm.eligible_from(63)) == (START.clock + 20, 130)


def test_a_pause_with_an_end_can_be_ended_earlier() -> None:
    before = (110 - START.clock) / 63

    rhythm = fold(START, [a_beat(Happening.PAUSE, 110, waits=20), a_beat(Happening.RESUME, 115)])

    assert (115 - rhythm.clock) / 63 == before
    assert rhythm.eligible_from(63) <= 115


def test_a_pause_does_not_shorten_the_minimum_gap() -> None:
    rhythm = fold(
        START,
        [
            a_beat(Happening.CONVERSATION, 110),
            a_beat(Happening.PAUSE, 111),
            a_beat(Happening.RESUME, 112),
        ],
    )

    assert rhythm.eligible_from(63) == 142


@pytest.mark.parametrize("waits", [0, 25])
def test_a_conversation_during_a_pause_starts_the_waiting_anew(waits: int) -> None:
    rhythm = fold(
        START,
        [
            a_beat(Happening.PAUSE, 110, waits=waits),
            a_beat(Happening.CONVERSATION, 112),
            a_beat(Happening.RESUME, 113),
        ],
    )

    assert (rhythm.clock, rhythm.eligible_from(63)) == (113.0, 144)


def test_a_pause_with_an_end_outlasts_a_conversation_in_it() -> None:
    rhythm = fold(
        START,
        [a_beat(Happening.PAUSE, 110, waits=60), a_beat(Happening.CONVERSATION, 112)],
    )

    assert (rhythm.clock, rhythm.eligible_from(63)) == (170.0, 170)


@pytest.mark.parametrize(("cadence", "day"), [(21, 121), (63, 142), (252, 236)])
def test_the_minimum_gap_is_that_of_the_cadence_that_holds_now(cadence: int, day: int) -> None:
    rhythm = fold(START, [a_beat(Happening.CONVERSATION, 110, cadence=63)])

    assert rhythm.eligible_from(cadence) == day


def test_a_miss_from_before_the_last_conversation_says_nothing_new() -> None:
    spoken = fold(START, [a_beat(Happening.CONVERSATION, 110)])

    assert fold(spoken, [a_beat(Happening.MISS, 105, waits=1)]) == spoken


def test_resuming_whoever_is_not_paused_changes_nothing() -> None:
    assert fold(START, [a_beat(Happening.RESUME, 110)]) == START


def test_the_minimum_gap_is_half_the_cadence_but_ten_days_and_never_above_the_cadence() -> None:
    assert [minimum_gap(cadence) for cadence in (5, 10, 21, 63, 252)] == [5, 10, 11, 32, 126]


def test_a_head_start_is_spread_over_a_cadence_and_stretched_in_overload() -> None:
    assert head_start(252, luck=0.5, load=0.4) == 126
    assert head_start(252, luck=0.5, load=3) == 378


@given(st.text(), st.text(), st.integers(min_value=0))
def test_luck_is_the_same_for_the_same_seed_and_lies_in_zero_to_one(
    seed: str, customer: str, count: int
) -> None:
    assert 0 <= draw(seed, customer, count) < 1
    assert draw(seed, customer, count) == draw(seed, customer, count)


def test_another_turn_brings_other_luck() -> None:
    assert len({draw("seed", "7", count) for count in range(100)}) == 100


beats = st.lists(
    st.builds(
        Beat,
        what=st.sampled_from(
            [Happening.CONVERSATION, Happening.MISS, Happening.SKIP, Happening.LATER]
        ),
        number=st.integers(80, 200),
        cadence=st.sampled_from([21, 63, 252]),
        waits=st.integers(0, 5),
    )
)


@given(beats)
def test_the_clock_never_moves_backwards(happened: list[Beat]) -> None:
    clocks = [fold(START, happened[:length]).clock for length in range(len(happened) + 1)]

    assert clocks == sorted(clocks)


@given(beats)
def test_only_a_conversation_moves_the_clock(happened: list[Beat]) -> None:
    without = [beat for beat in happened if beat.what is not Happening.CONVERSATION]

    assert fold(START, without).clock == START.clock
