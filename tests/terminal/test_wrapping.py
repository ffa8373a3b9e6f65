"""Where lines are folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.terminal.door import cells, safe
from dailycontact.terminal.wrapping import folds


def folded(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in folds(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("   ", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one  two   three", 8, ["one  two", "three"]),
        ("  indented words", 10, ["  indented", "words"]),
        ("a" * 25, 10, ["a" * 10, "a" * 10, "a" * 5]),
        ("so " + "a" * 12, 10, ["so", "a" * 10, "aa"]),
        ("配達が遅い。", 4, ["配達", "が遅", "い。"]),
        ("配達は。遅い", 6, ["配達", "は。遅", "い"]),
        ("call 山田太郎 today", 9, ["call 山田", "太郎", "today"]),
        ("Ana\u00a0Duarte rang", 10, ["Ana\u00a0Duarte", "rang"]),
    ],
)
def test_text_folds_between_words_and_between_wide_characters(
    text: str, width: int, lines: list[str]
) -> None:
    assert folded(text, width) == lines


@given(st.text().map(safe), st.integers(2, 40))
def test_no_line_is_wider_than_it_may_be_and_no_word_is_lost(text: str, width: int) -> None:
    lines = folded(text, width)

    assert all(cells(line) <= width for line in lines if len(line) > 1)
    assert "".join(lines).translate(BLANKS) == text.translate(BLANKS)


BLANKS = {ord(" "): None, ord("\u3000"): None}
