"""What stands on a page, for tests of what is said on it and how often."""

from collections.abc import Iterator
from dataclasses import replace

from dailycontact.report.rule.page import (
    Block,
    Chart,
    Entry,
    Grid,
    Listing,
    Page,
    Paragraph,
    Section,
)


def section(page: Page, key: str) -> Section:
    """Return the section of a page by its key."""
    return next(one for one in page.sections if one.key == key)


def keys(page: Page) -> list[str]:
    """Return the keys of a page's sections, from top to bottom."""
    return [one.key for one in page.sections]


def shown(page: Page, *keys: str) -> str:
    """Return every text of a page, or of the sections with these keys, a line each."""
    if keys:
        only = tuple(one for one in page.sections if one.key in keys)
        page = replace(page, title="", subtitle="", banner="", lead=(), headline="",
                       sections=only, footer=())  # fmt: skip
    return "\n".join(text for text in _page(page) if text)


def entries(page: Page, key: str) -> list[Entry]:
    """Return the entries of a section, without those below others."""
    lists = [block for block in section(page, key).blocks if isinstance(block, Listing)]
    return [entry for one in lists for entry in one.entries]


def grid(page: Page, key: str) -> Grid:
    """Return the first table of a section."""
    return next(block for block in section(page, key).blocks if isinstance(block, Grid))


def charts(page: Page) -> list[Chart]:
    """Return the charts of a page, from top to bottom."""
    return [b for one in page.sections for b in one.blocks if isinstance(b, Chart)]


def _page(page: Page) -> Iterator[str]:
    yield from (page.banner, page.title, page.subtitle, page.headline)
    yield from (paragraph.text for paragraph in page.lead)
    for one in page.sections:
        yield one.title
        for block in one.blocks:
            yield from _block(block)
    yield from page.footer


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.text
        case Listing():
            for entry in block.entries:
                yield from _entry(entry)
        case Grid():
            yield from (block.caption, *block.columns)
            yield from (cell for row in block.rows for cell in row)
        case Chart():
            yield from (block.title, block.description, *block.labels)
            yield from (series.name for series in block.series)


def _entry(entry: Entry) -> Iterator[str]:
    yield from (entry.head, entry.mark, entry.side, entry.strong, *entry.text)
    for quote in entry.quotes:
        yield from (quote.words, quote.by)
    if entry.link:
        yield from (entry.link.text, entry.link.url)
    for below in entry.below:
        yield from _entry(below)
