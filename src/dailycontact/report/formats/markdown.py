"""The report in Markdown (GitHub's), to be pasted where the team reads."""

import re
from collections.abc import Iterable, Iterator, Sequence

from dailycontact.core.sentences import sentence
from dailycontact.report.formats.strokes import line, number
from dailycontact.report.rule.page import (
    Block,
    Chart,
    ChartKind,
    Entry,
    Grid,
    Link,
    Page,
    Paragraph,
    Quote,
    Tone,
)
from dailycontact.report.rule.pages import page_of
from dailycontact.report.rule.report import Report
from dailycontact.terminal.door import cells, safe
from dailycontact.terminal.markdown import escaped

MOST_ROWS = 20
"""Rows of a chart with a row for each label; where there are more, each series is a small line."""
WIDEST = 70
"""Columns up to which a table is padded, so that it can be read as it is, too."""
_BREAK = "\\"
_MAIL = re.compile(r"mailto:[\w.+@%?&=~-]+", re.ASCII)


def render(report: Report) -> bytes:
    """Return the report as a Markdown file in UTF-8."""
    return render_page(page_of(report))


def render_page(page: Page) -> bytes:
    """Return a page that is already laid out as a Markdown file."""
    lines = [*_head(page)]
    for section in page.sections:
        lines += [f"## {_one_line(section.title)}", ""]
        for block in section.blocks:
            lines += [*_block(block), ""]
    if page.footer:
        lines += ["---", "", *_broken([_slanted(text) for text in page.footer])]
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _head(page: Page) -> Iterator[str]:
    if page.banner:
        yield from (_bold(page.banner), "")
    title = ": ".join(words for words in (page.title, page.subtitle) if words)
    yield from (f"# {_one_line(title)}", "")
    if lead := [_toned(said, Tone.QUIET) for said in page.lead]:
        yield from (*_broken(lead), "")
    if page.headline:
        yield from (_bold(page.headline), "")


def _block(block: Block) -> Iterable[str]:
    if isinstance(block, Paragraph):
        return (_toned(block, block.tone),)
    if isinstance(block, Grid):
        return (_slanted(block.caption), "", *_grid(block))
    if isinstance(block, Chart):
        return _chart(block)
    return (text for entry in block.entries for text in _entry(entry, 0))


def _toned(said: Paragraph, tone: Tone) -> str:
    if tone in {Tone.STRONG, Tone.WARNING}:
        return _bold(said.text)
    return _slanted(said.text) if tone is Tone.QUIET else escaped(said.text)


def _entry(entry: Entry, indent: int) -> Iterator[str]:
    """Yield an entry of a list: its lines one below the other, and its own list below them."""
    before, inside = " " * indent, indent + 2
    said = list(_broken([*_lines(entry, inside)], indent=inside))
    first = said[0].lstrip(" ") if said else ""
    yield f"{before}- {first}"
    yield from said[1:]
    for below in entry.below:
        yield from _entry(below, inside)


def _lines(entry: Entry, indent: int) -> Iterator[str]:
    if top := _top(entry):
        yield top
    if entry.strong:
        yield _slanted(entry.strong, indent)
    if entry.text:
        said = _bold if entry.tone is Tone.WARNING and not entry.head else escaped
        yield " ".join(said(text, indent=indent) for text in entry.text)
    for quote in entry.quotes:
        yield from _quote(quote, indent)
    if entry.link and (offer := _offer(entry.link)):
        yield offer


def _top(entry: Entry) -> str:
    named = sentence(entry.head) if entry.mark and entry.head else entry.head
    title = " · ".join(words for words in (entry.mark, named) if words)
    parts = (_bold(title) if title else "", _slanted(entry.side) if entry.side else "")
    return " ".join(part for part in parts if part)


def _quote(quote: Quote, indent: int) -> Iterator[str]:
    mark = "**Urgent.** " if quote.urgent else ""
    if quote.words:
        yield f"{mark}“{escaped(quote.words, indent=indent)}”"
    if quote.by:
        yield _slanted(quote.by, indent)


def _offer(link: Link) -> str:
    return f"[{escaped(link.text)}]({link.url})" if _MAIL.fullmatch(link.url) else ""


def _chart(chart: Chart) -> Iterator[str]:
    """Yield a chart as a table of its numbers, or as small lines where there would be too many."""
    yield from (_bold(chart.title) + _BREAK, _slanted(chart.description), "")
    if chart.kind is ChartKind.LINES or len(chart.labels) > MOST_ROWS:
        span = f"{chart.labels[0]} – {chart.labels[-1]}" if chart.labels else ""
        rows = [
            (_one_line(one.name), f"`{line(one.values, most=chart.most)}`",
             number(sum(value or 0 for value in one.values)))
            for one in chart.series
        ]  # fmt: skip
        yield from _table(("", _one_line(span), "in all"), rows, frozenset({2}))
    else:
        titles = ("", *(_one_line(one.name) for one in chart.series))
        figures = [
            (_one_line(label), *(number(one.values[place]) for one in chart.series))
            for place, label in enumerate(chart.labels)
        ]
        yield from _table(titles, figures, frozenset(range(1, len(titles))))


def _grid(grid: Grid) -> Iterator[str]:
    titles = [_one_line(title) for title in grid.columns]
    return _table(titles, [[_one_line(cell) for cell in row] for row in grid.rows], grid.numeric)


def _table(
    titles: Sequence[str], rows: Sequence[Sequence[str]], numeric: frozenset[int]
) -> Iterator[str]:
    """Yield a table that can be read as it is, too: the columns stand below each other."""
    columns = zip(titles, *rows, strict=True)
    widths = [min(WIDEST, max(3, *(cells(cell) for cell in column))) for column in columns]
    yield _row(titles, widths, numeric)
    rules = ("-" * (width + 1) + (":" if at in numeric else "-") for at, width in enumerate(widths))
    yield f"|{'|'.join(rules)}|"
    yield from (_row(row, widths, numeric) for row in rows)


def _row(row: Sequence[str], widths: Sequence[int], numeric: frozenset[int]) -> str:
    padded = [
        f"{' ' * (width - cells(cell)) if at in numeric else ''}{cell}"
        f"{'' if at in numeric else ' ' * (width - cells(cell))}"
        for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return f"| {' | '.join(padded)} |"


def _one_line(text: str) -> str:
    return escaped(" ".join(safe(text, lines=True).split()))


def _bold(text: str, indent: int = 0) -> str:
    return f"**{said}**" if (said := escaped(text, indent=indent)) else ""


def _slanted(text: str, indent: int = 0) -> str:
    return f"*{said}*" if (said := escaped(text, indent=indent)) else ""


def _broken(lines: Sequence[str], *, indent: int = 0) -> Iterator[str]:
    """Yield lines that stay lines of their own, each but the last with a hard break at its end."""
    for place, text in enumerate(lines, start=1):
        yield f"{' ' * indent}{text}{_BREAK if place < len(lines) else ''}"
