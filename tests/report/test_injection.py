"""What customers write stays words in every file: two thousand strings that try to be more.

HTML is attacked beside its own tests (test_html.py).
"""

import csv
import io
import re
from collections.abc import Iterator
from zipfile import ZipFile

from markdown_it import MarkdownIt
from markdown_it.token import Token
from python_calamine import CalamineWorkbook

from dailycontact.core.guarding import unguarded
from dailycontact.report.formats import csv as csv_form
from dailycontact.report.formats import markdown, terminal, xlsx
from dailycontact.report.rule.page import (
    Block,
    Chart,
    ChartKind,
    Entry,
    Grid,
    Listing,
    Page,
    Paragraph,
    Quote,
    Section,
    Series,
)
from dailycontact.terminal.door import safe
from support.attacks import attacked, attacks

TEXTS = attacks(2000)
PLACES = 14
"""How many texts a section takes, one in each kind of place."""


def page_of(texts: list[str]) -> Page:
    """Return a page with each of the texts in it, in one kind of place after the other."""
    groups = [texts[at : at + PLACES] for at in range(0, len(texts) - PLACES + 1, PLACES)]
    return Page(
        title="Title",
        sections=tuple(
            Section(key=f"part-{at}", title=group[0], blocks=_blocks(group[1:]))
            for at, group in enumerate(groups)
        ),
        footer=tuple(texts[len(groups) * PLACES :]),
    )


def _blocks(texts: list[str]) -> tuple[Block, ...]:
    said, head, side, strong, text, words, by, below, caption, column, cell, name, seen = texts
    entry = Entry(
        head=head,
        side=side,
        strong=strong,
        text=(text,),
        quotes=(Quote(words=words, by=by),),
        below=(Entry(head=below),),
    )
    chart = Chart(
        kind=ChartKind.LINES,
        title="Chart",
        description=seen,
        labels=("a", "b"),
        series=(Series(name=name, values=(1, 2)),),
    )
    grid = Grid(caption=caption, columns=("who", column), rows=(("x", cell),))
    return Paragraph(text=said), Listing(entries=(entry,)), grid, chart


def _read(page: Page) -> list[Token]:
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return reader.parse(markdown.render_page(page).decode())


def _structure(tokens: list[Token]) -> list[tuple[str, str]]:
    """Return what the document is made of, without its words and the ends of their lines."""
    words = {"text", "text_special", "hardbreak"}
    return [
        (one.type, one.tag)
        for token in tokens
        for one in (token, *(token.children or ()))
        if one.type not in words
    ]


def _texts(tokens: list[Token]) -> Iterator[str]:
    breaks = {"hardbreak": "\n", "softbreak": "\n"}
    for token in tokens:
        children = token.children or ()
        yield "".join(breaks.get(child.type, child.content) for child in children)


def test_in_markdown_words_are_words_and_nothing_else_changes() -> None:
    harmless = [f"word {number}." for number in range(len(TEXTS))]

    tokens = _read(page_of(TEXTS))

    assert _structure(tokens) == _structure(_read(page_of(harmless)))
    found = "\n".join(_texts(tokens))
    assert [text for text in TEXTS if _said(text) not in found and _line(text) not in found] == []


def _said(text: str) -> str:
    return "\n".join(line.strip() for line in safe(text, lines=True).strip().split("\n"))


def _line(text: str) -> str:
    return " ".join(safe(text, lines=True).split())


def test_in_delimited_text_every_word_comes_back_and_no_cell_computes() -> None:
    content = csv_form.render(attacked(TEXTS))

    with ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
    rows = {name: list(csv.reader(io.StringIO(text, newline=""))) for name, text in files.items()}
    assert {len({len(row) for row in read}) for read in rows.values()} == {1}
    cells = {cell for read in rows.values() for row in read for cell in row}
    assert [cell for cell in cells if cell.lstrip().startswith(tuple("=+-@＝＋－＠\t\r"))] == []  # noqa: RUF001 - the wide forms
    words = {unguarded(cell) for cell in cells}
    assert [text for text in TEXTS if safe(text, lines=True) not in words] == []


def test_in_a_workbook_every_word_comes_back_and_nothing_is_a_formula() -> None:
    content = xlsx.render(attacked(TEXTS))

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    cells = {
        str(cell)
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for cell in row
    }
    assert [text for text in TEXTS if safe(text, lines=True) not in cells] == []
    with ZipFile(io.BytesIO(content)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "sheet" in name]
        parts = " ".join(archive.namelist())
    assert [sheet for sheet in sheets if re.search(r"<f[ >]|<hyperlink|<oleObject", sheet)] == []
    assert re.findall(r"externalLink|vbaProject|macro", parts) == []


def test_on_a_screen_no_control_character_gets_through() -> None:
    shown = terminal.render_page(page_of(TEXTS)).decode()

    assert (
        re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", shown)
        == []
    )
