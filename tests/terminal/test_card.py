"""The pieces of a card, at the width of a terminal and under attack."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from dailycontact.terminal.card import (
    Part,
    header,
    keys,
    labelled,
    paragraph,
    quoted,
    spread,
)
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import NAME
from terminal.hostile import FORBIDDEN, HOSTILE

PARTS: dict[str, Callable[[str], Part]] = {
    "header": lambda text: header(text, text),
    "spread": lambda text: spread((text, NAME), Line(text, (text, NAME)), indent=2),
    "paragraph": lambda text: paragraph(text, indent=2),
    "labelled": lambda text: labelled("WHY", text, quoted(text), Line((text, NAME))),
    "a label": lambda text: labelled(text, text),
    "keys": lambda text: keys({text: text, "n": text}, mark="›"),
}


def shown(part: Part, width: int = 80) -> list[str]:
    return [line.plain.rstrip() for line in part.lines(width)]


def test_what_fits_stands_left_and_right_on_one_line() -> None:
    lines = shown(header("Monday 23 November", "14 days in a row"))

    assert lines == [" Monday 23 November" + " " * 44 + "14 days in a row"]
    assert len(lines[0]) == 79


def test_what_does_not_fit_goes_to_two_lines() -> None:
    lines = shown(spread("Ana Duarte", "Green Door Cafés", indent=2), width=28)

    assert lines == ["   Ana Duarte", "           Green Door Cafés"]


def test_text_beside_a_label_hangs_and_a_paragraph_starts_a_line() -> None:
    lines = shown(labelled("LAST TIME", "Thursday 3 September", quoted("Late. " * 12)))

    assert lines == [
        " LAST TIME  Thursday 3 September",
        "            “Late. Late. Late. Late. Late. Late. Late. Late. Late. Late. Late.",
        "            Late.”",
    ]


def test_the_ends_of_lines_in_a_customers_words_are_kept() -> None:
    assert shown(labelled("NOTE", "one\r\ntwo")) == [" NOTE       one", "            two"]


def test_a_label_that_is_too_long_has_a_line_of_its_own() -> None:
    assert shown(labelled("THE LAST TIME", "Monday")) == [" THE LAST TIME", "            Monday"]


def test_keys_fill_lines_and_the_mark_waits_at_the_right_end() -> None:
    lines = shown(keys({"Enter": "Ana answered", "n": "no answer", "q": "stop"}, mark=">"), 36)

    assert lines == [" Enter Ana answered   n no answer", " q stop" + " " * 27 + ">"]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("piece", PARTS)
@pytest.mark.parametrize("width", [30, 80])
def test_no_name_breaks_out_of_a_card(piece: str, name: str, width: int) -> None:
    lines = PARTS[piece](name).lines(width)

    assert lines
    assert all(line.width < width for line in lines)
    assert not any(FORBIDDEN.search(line.plain) or "\n" in line.plain for line in lines)


@given(st.text(max_size=200), st.sampled_from(sorted(PARTS)), st.integers(26, 120))
def test_no_text_breaks_out_of_a_card(text: str, piece: str, width: int) -> None:
    lines = PARTS[piece](text).lines(width)

    assert all(line.width < width for line in lines)


def test_a_fold_keeps_the_styles() -> None:
    folded = Line("so says ", ("Ana Duarte", NAME), " today").folded(14)

    assert [line.pieces for line in folded] == [
        (("so says ", ""), ("Ana", NAME)),
        (("Duarte", NAME), (" today", "")),
    ]


def test_rich_writes_the_same_bytes() -> None:
    part = spread(Line(("Ana", NAME), " [/nope]"), ("Green Door Cafés", "dim magenta"))
    console = Console(width=80, force_terminal=True, color_system="standard", no_color=False)

    with console.capture() as captured:
        console.print(part)

    assert captured.get() == "".join(line.painted() + "\n" for line in part.lines(80))
