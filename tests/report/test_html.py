"""The report as an HTML file: one file, nothing loaded, and whatever was said stays words."""

import base64
import hashlib
import random
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from dailycontact.report.formats.html import render, render_for_mail, render_page
from dailycontact.report.rule.page import (
    Chart,
    ChartKind,
    Entry,
    Grid,
    Link,
    Listing,
    Page,
    Paragraph,
    Quote,
    Series,
)
from dailycontact.report.rule.report import Edition
from dailycontact.terminal.door import safe
from support.laid_out import a_page, a_section, awkward_page
from support.parsed import Parsed, parsed
from support.reports import a_report

TAGS = {
    "html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "span",
    "b", "ul", "li", "nav", "details", "summary", "main", "section", "div", "blockquote", "table",
    "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "svg", "desc", "text",
    "rect", "line", "polyline", "circle", "footer",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "dir", "role",
    "scope", "tabindex", "aria-label", "aria-labelledby", "aria-hidden", "data-label", "width",
    "height", "x", "y", "x2", "y1", "y2", "cx", "cy", "r", "rx", "points", "text-anchor", "viewbox",
    "preserveaspectratio", "overflow",
}  # fmt: skip
FRAGMENTS = (
    "<script>", "</script>", "<img src=x onerror=alert(1)>", "</p>", "</body>", "<!--", "-->",
    "<![CDATA[", "]]>", "<svg/onload=alert(1)>", "</style>", "<style>*{display:none}", "{{ 7*7 }}",
    "{% raw %}", "{#", "#}", "&lt;", "&amp;", "&#60;", "&#x3c;b&#x3e;", "&nbsp", "'", '"', "\\",
    "javascript:alert(1)", "data:text/html,<b>", "mailto:", "=SUM(A1)", "</blockquote>", "<b", "<",
    ">", "/>", "</svg></title>", "</td></table>", "\x00", "\x0b", "\x0c", "\r\n", "\r", "\n",
    "\t", "\x1b[2J", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\u200f", "\ufeff", "\ud800",
    "\U000e0041", "\uffff", "é", "e\u0301" + "\u0301" * 20, "山田", "هل", "👩\u200d🚀", "a", "  ",
    "' onmouseover='x", '" autofocus onfocus="x', "]]", "%3Cscript%3E", "\\u003c", "\uff1cb\uff1e",
)  # fmt: skip


def _hostile(number: int) -> list[str]:
    """Return so many strings; each begins with its number, so that none is empty or twice."""
    chance = random.Random(47)  # noqa: S311 - the same strings each time, and no secret
    return [
        f"{at}{''.join(chance.choices(FRAGMENTS, k=chance.randint(1, 6)))}." for at in range(number)
    ]


def _page_of(texts: list[str]) -> Page:
    """Return a page of sixteen texts in each group of blocks, a text in every kind of place."""
    groups = [texts[at : at + 16] for at in range(0, len(texts), 16)]
    return a_page(
        lead=(),
        sections=tuple(
            a_section(f"part-{at}", "Part", *_blocks(group)) for at, group in enumerate(groups)
        ),
    )


def _blocks(texts: list[str]) -> tuple[Paragraph | Listing | Grid | Chart, ...]:
    said, head, mark, side, strong, text, words, by, link, below, *rest = texts
    caption, column, first, cell, name, description = rest
    entry = Entry(
        head=head,
        mark=mark,
        side=side,
        strong=strong,
        text=(text,),
        quotes=(Quote(words=words, by=by),),
        link=Link(text=link, url=f"mailto:a@example.com?subject={link}"),
        below=(Entry(head=below),),
    )
    chart = Chart(
        kind=ChartKind.BARS,
        title="Chart",
        description=description,
        labels=("a",),
        series=(Series(name=name, values=(1,)),),
    )
    grid = Grid(caption=caption, columns=("who", column), rows=((first, cell),))
    return Paragraph(text=said), Listing(entries=(entry,)), grid, chart


def test_two_thousand_hostile_strings_stay_the_words_that_they_are() -> None:
    texts = _hostile(2000)
    harmless = [f"{at} {'x' * 20}" for at in range(2000)]

    for mail in (False, True):
        read = parsed(render_page(_page_of(texts), mail=mail))
        plain = parsed(render_page(_page_of(harmless), mail=mail))

        assert _without_classes(read) == _without_classes(plain)
        assert read.open == []
        assert read.comments == []
        found = {text.strip("“”") for text in read.texts}
        assert [text for text in texts if safe(text, lines=True) not in found] == []


def _without_classes(read: Parsed) -> list[object]:
    """Return the structure but for the classes of cells, which depend on how long a text is."""
    return [
        (tag, tuple(one for one in given if tag not in {"td", "th"} or one[0] != "class"))
        for tag, given in read.structure
    ]


def test_nothing_but_known_tags_and_attributes_is_in_it() -> None:
    for page in (a_page(), awkward_page()):
        for mail in (False, True):
            read = parsed(render_page(page, mail=mail))

            assert {tag for tag, _ in read.tags} <= TAGS
            assert {name for _, given in read.tags for name, _ in given} <= ATTRIBUTES


def test_a_link_writes_a_mail_or_leads_within_the_page() -> None:
    links = parsed(render_page(awkward_page())).values("href")

    assert links
    assert [link for link in links if not (link or "").startswith(("mailto:", "#"))] == []


def test_the_policy_lets_in_nothing_but_the_style_of_the_file() -> None:
    document = render_page(a_page()).decode()

    (style,) = re.findall(r"<style>(.*?)</style>", document, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', document)
    assert policy.replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in style
    assert "@import" not in style


def test_every_name_of_a_place_is_there_once_and_every_place_that_is_named_exists() -> None:
    read = parsed(render_page(a_page()))

    ids = Counter(read.values("id"))
    named = {name for value in read.values("aria-labelledby") for name in (value or "").split()} | {
        (link or "")[1:] for link in read.values("href") if (link or "").startswith("#")
    }
    assert [name for name, times in ids.items() if times > 1] == []
    assert named <= set(ids)


def test_headings_stand_below_each_other_without_a_gap() -> None:
    levels = [
        int(tag[1]) for tag, _ in parsed(render_page(a_page())).tags if tag in {"h1", "h2", "h3"}
    ]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_drawings_are_tables_in_a_mail() -> None:
    read = parsed(render_page(a_page(), mail=True))

    tags = {tag for tag, _ in read.tags}
    assert not tags & {"svg", "details"}
    assert "Calls and conversations" in read.texts
    assert "W47" in read.texts


def test_a_chart_without_numbers_is_told_and_not_drawn() -> None:
    chart = Chart(
        kind=ChartKind.LINES,
        title="Themes",
        description="There are none yet.",
        labels=(),
        series=(),
    )
    read = parsed(render_page(a_page(sections=(a_section("a", "A", chart),))))

    assert "There are none yet." in read.texts
    assert "svg" not in {tag for tag, _ in read.tags}


def test_a_short_page_has_no_list_of_what_is_in_it() -> None:
    short = a_page(sections=(a_section("a", "A", Paragraph(text="b")),))

    assert "nav" not in {tag for tag, _ in parsed(render_page(short)).tags}
    assert "nav" in {tag for tag, _ in parsed(render_page(a_page())).tags}


def test_the_same_page_is_the_same_bytes() -> None:
    assert render_page(a_page()) == render_page(a_page())


@pytest.mark.parametrize("edition", Edition)
def test_every_edition_is_a_whole_document(edition: Edition) -> None:
    for document in (render(a_report(edition=edition)), render_for_mail(a_report(edition=edition))):
        read = parsed(document)

        assert document.startswith(b"<!doctype html>\n")
        assert read.open == []


def test_the_title_of_the_file_says_of_which_days_it_is() -> None:
    made = [made_of(a_report()).decode() for made_of in (render, render_for_mail)]

    title = "<title>What customers told us, week 47, 16–20 November 2026</title>"
    assert [title in one for one in made] == [True, True]


def test_a_short_table_of_figures_stays_whole_on_paper_and_a_wide_one_is_cards_on_a_phone() -> None:
    figures = Grid(caption="C", columns=("", "this", "before"), rows=(("calls", "1", "2"),) * 9)
    long = replace(figures, rows=figures.rows * 2)
    wide = Grid(
        caption="C",
        columns=("who", "waits", "what", "where"),
        rows=(("Bo", "1 day, since 10 Nov", "Deliveries before ten, a.m.", "T"),),
    )

    page = render_page(a_page(sections=(a_section("x", "X", figures, long, wide),))).decode()

    assert re.findall(r'<table class="(.*?)"', page) == ["grid brief", "grid", "grid cards"]
    assert 'class="short" data-label="waits"' in page
    assert 'class="text" data-label="what"' in page
