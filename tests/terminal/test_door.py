"""What comes out of the door, whatever goes in."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from dailycontact.terminal.door import cells, cut, fitting, safe, shorten
from terminal.hostile import FORBIDDEN, HOSTILE

ALL = st.characters(exclude_categories=())
ANYTHING = st.text(ALL) | st.text(st.sampled_from("".join(HOSTILE)))


@given(ANYTHING, st.booleans())
def test_nothing_that_acts_on_a_terminal_comes_out(text: str, lines: bool) -> None:
    shown = safe(text, lines=lines)

    assert not FORBIDDEN.search(shown)
    assert lines or "\n" not in shown


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_that_attacks_comes_out(name: str) -> None:
    assert not FORBIDDEN.search(safe(name, lines=True))


@given(ANYTHING, st.booleans())
@example("a" + "\u0301\u200b" * 20, False)
def test_making_it_safe_twice_changes_nothing_more(text: str, lines: bool) -> None:
    once = safe(text, lines=lines)

    assert safe(once, lines=lines) == once


@pytest.mark.parametrize(
    "name",
    [
        "Ana Duarte",
        "[/nope]",
        "Zoë O\u2019Brien\u2013Łuk",
        "می‌خواهم",
        "👨‍👩‍👧‍👦",
        "山田太郎",
        "नमस्ते",
        "Việt Nguyễn",
        "a\u00a0b",
        "",
    ],
)
def test_an_honest_name_stays_as_it_is(name: str) -> None:
    assert safe(name) == name
    assert safe(unicodedata.normalize("NFD", name)) == unicodedata.normalize("NFD", name)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("\x00\x7f", "␀␡"),
        ("\x9b2J", "<U+009B>2J"),
        ("\u202egnp", "<U+202E>gnp"),
        ("\U000e0041", "<U+E0041>"),
        ("\ue000\u2028", "<U+E000><U+2028>"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("a\udfffb", "a\ufffdb"),
        ("one\ttwo\nthree\r\nfour", "one two three four"),
        ("over\rwritten", "over␍written"),
        ("Z" + "\u0301" * 40, "Z" + "\u0301" * 8),
    ],
)
def test_what_acts_becomes_visible_and_what_hides_goes(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_the_ends_of_lines_stay_where_they_are_wanted() -> None:
    assert safe("one\r\ntwo\nthree\tfour", lines=True) == "one\ntwo\nthree four"


def test_anything_that_has_a_text_can_be_shown() -> None:
    assert safe(12) == "12"


@given(ANYTHING.map(safe))
def test_widths_are_those_that_rich_measures(text: str) -> None:
    assert cells(text) == cell_len(text)


@given(ANYTHING, st.integers(0, 30))
@example("山田太郎", 3)
def test_what_is_shortened_fits_and_says_that_it_was_cut(text: str, width: int) -> None:
    short = shorten(text, width)

    assert cells(short) <= width
    assert short == safe(text) or width == 0 or short.endswith("…")


def test_a_long_name_ends_in_an_ellipsis() -> None:
    assert shorten("Ana Duarte of Green Door", 11) == "Ana Duarte…"
    assert shorten("山田太郎", 6) == "山田…"


@given(ANYTHING.map(safe).filter(bool), st.integers(1, 10))
def test_at_least_one_character_fits_so_that_folding_ends(text: str, width: int) -> None:
    assert 1 <= fitting(text, width) <= len(text)
    assert cells(cut(text, width)) <= width
