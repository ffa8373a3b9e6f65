"""The report as text for a screen, and for mail that is plain text: calm, folded to its width."""

from collections.abc import Iterator
from urllib.parse import unquote

from dailycontact.report.formats.strokes import BLOCKS, LETTERS, Strokes
from dailycontact.report.formats.text_chart import chart_part
from dailycontact.report.formats.text_grid import grid_part
from dailycontact.report.rule.page import (
    Block,
    Chart,
    Entry,
    Grid,
    Link,
    Page,
    Paragraph,
    Quote,
    Section,
    Tone,
)
from dailycontact.report.rule.pages import page_of
from dailycontact.report.rule.report import Report
from dailycontact.terminal.card import GAP, MARGIN, Part, header, paragraph, quoted, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.streams import can_show
from dailycontact.terminal.styles import LABEL, NAME, PLAIN, WARNING

WIDTH = 80
"""Columns of a report in a file."""
INSIDE = 2
STEP = 4
"""How much further in stands what belongs to something."""

Shown = Part | str
_STYLES = {Tone.PLAIN: PLAIN, Tone.QUIET: LABEL, Tone.STRONG: NAME, Tone.WARNING: WARNING}


def render(report: Report) -> bytes:
    """Return the report as plain text in UTF-8, 80 columns wide."""
    return render_page(page_of(report))


def render_page(page: Page) -> bytes:
    """Return a page that is already laid out as plain text."""
    lines = [line for part in page_parts(page, BLOCKS) for line in _lines(part)]
    return "".join(line.rstrip(" ") + "\n" for line in lines).encode()


def parts(report: Report) -> list[Shown]:
    """Return the report as it is shown on stdout, top to bottom."""
    able = can_show(BLOCKS.bar + BLOCKS.steps + BLOCKS.nothing)
    return page_parts(page_of(report), BLOCKS if able else LETTERS)


def page_parts(page: Page, strokes: Strokes) -> list[Shown]:
    """Return a page as it is shown on a screen that can show these strokes."""
    shown = ["", *_head(page)]
    for section in page.sections:
        shown += [*_section(section, strokes), ""]
    if page.footer:
        shown += [*(paragraph(text, style=LABEL) for text in page.footer), ""]
    return shown


def _lines(part: Shown) -> Iterator[str]:
    return (line.plain for line in part.lines(WIDTH)) if isinstance(part, Part) else iter((part,))


def _head(page: Page) -> Iterator[Shown]:
    if page.banner:
        yield paragraph(page.banner, style=WARNING)
    yield header(Line((page.title, NAME)), page.subtitle)
    for said in page.lead:
        yield paragraph(said.text, style=_STYLES[said.tone])
    yield ""
    if page.headline:
        yield from (paragraph(page.headline, style=NAME), "")


def _section(section: Section, strokes: Strokes) -> Iterator[Shown]:
    yield spread((section.title.upper(), LABEL))
    for place, block in enumerate(section.blocks):
        if place and isinstance(block, Grid | Chart):
            yield ""
        yield from _block(block, strokes)


def _block(block: Block, strokes: Strokes) -> Iterator[Shown]:
    if isinstance(block, Paragraph):
        yield paragraph(block.text, indent=INSIDE, style=_STYLES[block.tone])
    elif isinstance(block, Grid):
        yield paragraph(block.caption, indent=INSIDE, style=LABEL)
        yield grid_part(block)
    elif isinstance(block, Chart):
        yield paragraph(block.title, indent=INSIDE, style=NAME)
        yield paragraph(block.description, indent=INSIDE, style=LABEL)
        yield chart_part(block, strokes)
    else:
        for entry in block.entries:
            yield from _entry(entry, INSIDE)


def _entry(entry: Entry, indent: int) -> Iterator[Shown]:
    inner = indent
    if entry.head or entry.mark or entry.side:
        style = WARNING if entry.tone is Tone.WARNING else NAME
        right = " · ".join(words for words in (entry.side, entry.mark) if words)
        yield _top(Line((entry.head, style)), Line((right, LABEL)), indent)
        inner += STEP
    if entry.strong:
        yield paragraph(entry.strong, indent=inner)
    for text in entry.text:
        yield paragraph(text, indent=inner, style=PLAIN if entry.head else _STYLES[entry.tone])
    for quote in entry.quotes:
        yield from _quote(quote, inner)
    if entry.link and (offer := _offer(entry.link)):
        yield paragraph(offer, indent=indent + STEP, style=LABEL)
    for below in entry.below:
        yield from _entry(below, indent + STEP)


def _top(left: Line, right: Line, indent: int) -> Part:
    """Return the first line of an entry; a longer head is folded beside what stands right."""

    def lay_out(width: int) -> Iterator[Line]:
        before = " " * (MARGIN + indent)
        room = width - len(before)
        first, *rest = left.folded(room - right.width - GAP if right.plain else room)
        yield Line(before, first, " " * (room - first.width - right.width), right)
        yield from (Line(before, part) for part in rest)

    return Part(lay_out)


def _quote(quote: Quote, indent: int) -> Iterator[Shown]:
    style = WARNING if quote.urgent else PLAIN
    mark = "Urgent: " if quote.urgent else ""
    if quote.words:
        yield paragraph(f"{mark}{quoted(quote.words)}", indent=indent, style=style)
    if quote.by:
        yield paragraph(quote.by, indent=indent + STEP, style=LABEL)


def _offer(link: Link) -> str:
    """Return an offer in words: on paper and in a terminal nobody clicks."""
    address = unquote(link.url.removeprefix("mailto:").partition("?")[0])
    return f"{link.text}: {address}" if address else ""
