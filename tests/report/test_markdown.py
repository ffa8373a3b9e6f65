"""Customers' words stay words, whatever Markdown would make of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dailycontact.terminal.door import safe
from dailycontact.terminal.markdown import escaped

AWKWARD = [
    "# no title",
    "- no list\n+ nor this\n* nor this",
    "1. no number\n2) nor this",
    "| a | b |\n|---|---|\n| c | d |",
    "[link](javascript:alert(1)) ![image](http://evil.example/x.png)",
    "<script>alert(1)</script> <b>bold</b> <!-- gone -->",
    "&amp; &#60; &copy & AT&T",
    "`code` ```\nfence\n```",
    "**bold** _slanted_ ~~struck~~ __init__",
    "title\n===\nother\n---",
    "> quoted",
    "    four blanks",
    "ends with a backslash\\",
    "see http://evil.example or www.evil.example",
    "first\n\n\nlast",
    "[^1]: note\n[ref]: http://evil.example",
    "$x$ and ~~~\nfence",
    "",
]


def rendered(markdown: str) -> str:
    """Return the text that a reader sees, and fail on anything but text and line ends."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return "".join(_seen(token) for token in reader.parse(f"- “{markdown}”"))


def _seen(token: Token) -> str:
    frame = {"bullet_list_open", "list_item_open", "paragraph_open", "bullet_list_close",
             "list_item_close", "paragraph_close"}  # fmt: skip
    if token.type in frame:
        return ""
    assert token.type == "inline", token.type
    kinds = {"text": "", "text_special": "", "hardbreak": "\n"}
    assert {child.type for child in token.children or ()} <= set(kinds)
    return "".join(child.content or kinds[child.type] for child in token.children or ())


def _as_said(words: str) -> str:
    lines = safe(words, lines=True).strip().split("\n")
    return "“" + "\n".join(line.strip() for line in lines) + "”"


@pytest.mark.parametrize("words", AWKWARD)
def test_the_rendered_text_is_the_text_that_was_said(words: str) -> None:
    assert rendered(escaped(words, indent=2)) == _as_said(words)


@given(st.text(alphabet=st.sampled_from("ab1 \n#-+*_`[]()<>|~&;\\=.:/!\"'{}$^")))
def test_no_row_of_signs_breaks_out(words: str) -> None:
    assert rendered(escaped(words, indent=2)) == _as_said(words)


def test_a_pipe_stays_in_its_cell() -> None:
    table = f"| a | b |\n|---|---|\n| {escaped('x | y')} | z |"

    html = MarkdownIt("commonmark").enable("table").render(table)

    assert "<td>x | y</td>" in html
