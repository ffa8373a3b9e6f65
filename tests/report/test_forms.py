"""The forms of a report beside HTML: text, Markdown, tables, a workbook and a document."""

import csv
import io
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from zipfile import ZipFile

import pytest
from markdown_it import MarkdownIt
from python_calamine import CalamineWorkbook

from dailycontact.report.formats import FORMATS, SUFFIXES, json, markdown, strokes, terminal, xlsx
from dailycontact.report.formats import csv as csv_form
from dailycontact.report.rule.page import (
    Chart,
    ChartKind,
    Entry,
    Grid,
    Link,
    Listing,
    Page,
    Paragraph,
    Section,
    Series,
    Tone,
)
from dailycontact.report.rule.report import Edition, Report
from dailycontact.report.rule.tables import tables_of
from dailycontact.terminal.card import Part
from dailycontact.terminal.door import cells
from support.reports import (
    a_report,
    a_stamp,
    awkward_report,
    big_report,
    empty_report,
    said,
    some_figures,
    some_weeks,
)

EVERY = [
    *(awkward_report(edition) for edition in Edition),
    *(empty_report(edition) for edition in Edition),
    big_report(),
]
NAMES = [f"{report.edition}-{at}" for at, report in enumerate(EVERY)]
every_report = pytest.mark.parametrize("report", EVERY, ids=NAMES)


def a_page(*blocks: Paragraph | Listing | Grid | Chart) -> Page:
    """Return a page with one section."""
    return Page(title="Title", sections=(Section(key="part", title="Part", blocks=blocks),))


def a_chart(
    kind: ChartKind = ChartKind.BARS, labels: int = 3, series: int = 1, most: float = 10
) -> Chart:
    """Return a chart in which each value is one more than the one before, up to `most`."""
    return Chart(
        kind=kind,
        title="Chart",
        description="Something is seen.",
        labels=tuple(f"W{at}" for at in range(labels)),
        series=tuple(
            Series(name=f"row {at}", values=tuple(most - labels + 1 + n for n in range(labels)))
            for at in range(series)
        ),
    )


def as_text(page: Page) -> list[str]:
    """Return the lines of a page on a screen."""
    return terminal.render_page(page).decode().splitlines()


def as_html(page: Page) -> str:
    """Return what a reader of Markdown makes of a page."""
    return str(MarkdownIt("commonmark").enable("table").render(markdown.render_page(page).decode()))


def files(content: bytes) -> Mapping[str, bytes]:
    """Return the files of a ZIP."""
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# Every form


@every_report
@pytest.mark.parametrize("form", FORMATS)
def test_the_same_report_is_the_same_bytes(form: str, report: Report) -> None:
    assert FORMATS[form](report) == FORMATS[form](report)


def test_the_name_of_a_file_asks_for_a_form_that_there_is() -> None:
    assert set(SUFFIXES.values()) == set(FORMATS)


# The terminal


@every_report
def test_on_a_screen_no_line_is_wider_than_eighty_columns(report: Report) -> None:
    lines = terminal.render(report).decode().splitlines()

    assert [line for line in lines if cells(line) > 80] == []
    assert [line for line in lines if line != line.rstrip(" ")] == []


@pytest.mark.parametrize("width", [24, 40, 60, 100, 120])
def test_a_narrow_screen_loses_nothing_that_can_be_folded(width: int) -> None:
    parts = terminal.parts(awkward_report())

    lines = [line for part in parts if isinstance(part, Part) for line in part.lines(width)]

    text = "".join("".join(line.plain.split()) for line in lines)
    assert max(line.width for line in lines) <= max(width, 60)
    assert "Drovebackat18:40withaforgottenkey." in text


def test_the_leaders_edition_begins_with_for_whom_it_is() -> None:
    lines = terminal.render(awkward_report(Edition.LEADER)).decode().split("\n")

    assert lines[1] == " LEADER ONLY"


def test_a_long_head_is_folded_beside_what_stands_right() -> None:
    entry = Entry(head="Text us before you arrive, " * 4, mark="A9", side="6 weeks")

    first, second, *_ = as_text(a_page(Listing(entries=(entry,))))[4:]

    assert first.endswith("6 weeks · A9")
    assert second.startswith("   ")
    assert "A9" not in second


def test_a_table_whose_cells_are_folded_has_lines_between_its_rows() -> None:
    row = ("Bo, Lind Bakery", "Deliveries before ten, please, and not at noon. " * 2)
    grid = Grid(caption="Caption", columns=("who", "what"), rows=(row, row))

    assert as_text(a_page(grid)).count("") > as_text(
        a_page(Grid(caption="Caption", columns=("who", "what"), rows=(("a", "b"), ("c", "d"))))
    ).count("")


def test_bars_say_what_they_count() -> None:
    chart = Chart(kind=ChartKind.BARS, title="T", description="D", labels=("a", "b", "c"),
                  series=(Series(name="s", values=(1, 12, None)),), unit="hours")  # fmt: skip

    said = "\n".join(as_text(a_page(chart)))

    assert " 1 hour\n" in said
    assert " 12 hours\n" in said


def test_rows_of_many_words_are_entries_of_few_lines_on_a_narrow_screen() -> None:
    words = "Deliveries before ten, please, and not at noon, when we all are at lunch together."
    row = ("Bo, Lind Bakery", "6 weeks, since 12 Oct", words, "Tom Weber has it, by 4 Dec")
    grid = Grid(caption="Caption", columns=("who", "waits", "what", "where"), rows=(row, row))

    said = "\n".join(as_text(a_page(grid)))

    first, *others = said[said.index("   Bo") :].splitlines()[:4]
    assert first.split() == [*row[0].split(), *row[1].split()]
    assert [line.strip() for line in others] == [
        words.removesuffix(" together."), "together.", row[3]
    ]  # fmt: skip
    assert said.count("Bo, Lind") == 2
    assert "\n\n   Bo" not in said


def test_numbers_of_a_table_stand_below_each_other() -> None:
    grid = Grid(caption="C", columns=("", "calls"), numeric=frozenset({1}),
                rows=(("now", "9"), ("then", "11")))  # fmt: skip

    *_, now, then, _ = as_text(a_page(grid))

    assert now.index("9") == then.index("11") + 1


def test_what_can_be_taken_on_says_to_whom_one_writes() -> None:
    link = Link(text="I'd like to take this", url="mailto:marta%40x@example.com?subject=A9")

    text = terminal.render_page(a_page(Listing(entries=(Entry(head="Text us", link=link),))))

    assert "I'd like to take this: marta@x@example.com\n" in text.decode()


def test_a_bar_is_as_long_as_its_number_is_great() -> None:
    lines = as_text(a_page(a_chart(most=3)))

    lengths = [line.count("▇") for line in lines if "▇" in line]
    assert lengths == [10, 20, 30]


def test_more_labels_than_fit_become_a_small_line_for_each_series() -> None:
    page = a_page(a_chart(ChartKind.GROUPED, labels=53, series=2, most=53))

    drawn = [line for line in as_text(page) if "█" in line]

    assert [line.split()[:2] for line in drawn] == [["row", "0"], ["row", "1"]]
    assert any("W0 – W52" in line for line in as_text(page))


def test_a_terminal_that_cannot_show_blocks_gets_letters() -> None:
    shown = terminal.page_parts(a_page(a_chart(), a_chart(ChartKind.LINES)), strokes.LETTERS)

    text = "".join(
        line.plain for part in shown if isinstance(part, Part) for line in part.lines(80)
    )
    assert "#" in text
    assert set(text) & set(strokes.BLOCKS.bar + strokes.BLOCKS.steps) == set()


def test_one_column_of_nothing_is_not_drawn() -> None:
    nothing = Chart(kind=ChartKind.BARS, title="T", description="D", labels=("a", "b"),
                    series=(Series(name="n", values=(0, None)),))  # fmt: skip

    assert as_text(a_page(nothing))[-3:] == ["   a  0", "   b", ""]


@pytest.mark.parametrize(
    ("value", "step"), [(None, "·"), (0, "·"), (0.1, "▁"), (1, "▁"), (4, "▄"), (8, "█")]
)
def test_what_is_more_than_nothing_is_seen(value: float | None, step: str) -> None:
    assert strokes.line([value], most=8) == step


def test_without_any_number_nothing_is_drawn() -> None:
    assert strokes.line([0, None, 3], most=0) == "···"
    assert strokes.bar(3, most=0, room=10) == ""


@pytest.mark.parametrize(
    ("value", "said"), [(3, "3"), (3.0, "3"), (2.5, "2.5"), (2 / 3, "0.7"), (None, "")]
)
def test_a_number_is_written_as_it_is_read(value: float | None, said: str) -> None:
    assert strokes.number(value) == said


# Markdown


@every_report
def test_markdown_has_one_title_and_its_sections_below(report: Report) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown.render(report).decode())

    heads = [token.tag for token in tokens if token.type == "heading_open"]
    assert heads[0] == "h1"
    assert set(heads[1:]) <= {"h2"}


def test_a_link_in_markdown_writes_a_mail_and_nothing_else() -> None:
    good = Link(text="Take it", url="mailto:marta@example.com?subject=A9%20Text")
    bad = Link(text="Take it", url="javascript:alert(1)")

    html = as_html(a_page(Listing(entries=(Entry(head="x", link=good), Entry(head="y", link=bad)))))

    assert re.findall('href="([^"]*)"', html) == ["mailto:marta@example.com?subject=A9%20Text"]


def test_what_belongs_to_an_entry_stands_in_it() -> None:
    entry = Entry(head="Priya", below=(Entry(head="Invoices", mark="A2", text=("Two asked.",)),))

    html = as_html(a_page(Listing(entries=(entry,))))

    assert "<strong>Priya</strong>\n<ul>\n<li><strong>A2 · Invoices.</strong><br />" in html


@pytest.mark.parametrize(
    ("tone", "tag"), [(Tone.QUIET, "em"), (Tone.STRONG, "strong"), (Tone.WARNING, "strong")]
)
def test_how_loud_something_is_said_is_seen_in_markdown(tone: Tone, tag: str) -> None:
    html = as_html(a_page(Paragraph(text="Nobody is assigned.", tone=tone)))

    assert f"<{tag}>Nobody is assigned.</{tag}>" in html


def test_a_promise_that_is_late_is_loud() -> None:
    entry = Entry(text=("Send it · late",), tone=Tone.WARNING)

    assert "<li><strong>Send it · late</strong></li>" in as_html(a_page(Listing(entries=(entry,))))


def test_a_chart_is_a_table_of_its_numbers_in_markdown() -> None:
    html = as_html(a_page(a_chart(series=2)))

    assert html.count("<tr>") == 4
    assert html.count("<td") == 9


def test_a_chart_of_many_labels_is_a_line_for_each_series_in_markdown() -> None:
    html = as_html(a_page(a_chart(labels=30, series=2, most=30)))

    assert html.count("<tr>") == 3
    assert len(re.findall("<code>([^<]{30})</code>", html)) == 2


# Delimited text


@pytest.mark.parametrize("edition", Edition)
def test_each_table_is_a_file_of_the_archive(edition: Edition) -> None:
    report = awkward_report(edition)

    found = files(csv_form.render(report))

    assert list(found) == [f"{table.name}.csv" for table in tables_of(report)]
    assert all(content.startswith(b"\xef\xbb\xbf") for content in found.values())


def test_days_are_written_as_they_are_sorted_and_nothing_is_written_as_nothing() -> None:
    content = csv_form.render_table(a_report(), "actions").decode("utf-8-sig")

    done, begun, _ = list(csv.DictReader(io.StringIO(content)))
    assert (done["day"], done["due_on"], done["action"]) == ("2026-11-20", "", "2")
    assert begun["due_on"] == "2026-11-30"


def test_a_number_is_written_without_what_says_nothing() -> None:
    report = a_report(figures=some_figures(typical=3.0), before=some_figures(typical=2.5))

    *_, typical = csv_form.render_table(report, "figures").decode("utf-8-sig").splitlines()

    assert typical.endswith('"3","2.5",""')


def test_one_table_alone_is_the_same_file_as_in_the_archive() -> None:
    report = awkward_report()

    found = files(csv_form.render(report))

    assert csv_form.render_table(report, "answers") == found["answers.csv"]


def test_what_would_compute_is_guarded() -> None:
    report = a_report(heard=(said(1, "=SUM(A1)"), said(2, "+44 113 496 0123"), said(3, "+441134")))

    content = csv_form.render_table(report, "answers").decode("utf-8-sig")

    words = [row["words"] for row in csv.DictReader(io.StringIO(content))]
    assert words == ["'=SUM(A1)", "'+44 113 496 0123", "+441134"]


# The workbook


def sheets(report: Report) -> dict[str, list[list[object]]]:
    """Return the rows of each sheet of a report's workbook."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx.render(report)))
    return {
        name: [list[object](row) for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def parts(report: Report, name: str) -> str:
    """Return the files of a workbook whose names begin so, one after the other."""
    found = files(xlsx.render(report))
    return "".join(text.decode() for part, text in found.items() if part.startswith(name))


def test_the_summary_comes_first_and_then_a_sheet_for_each_table() -> None:
    report = awkward_report()

    assert list(sheets(report)) == ["Summary", *(table.title for table in tables_of(report))]


def test_days_are_real_days_and_numbers_real_numbers() -> None:
    _, done, *_ = sheets(a_report())["Actions"]

    assert done[0] == 2.0
    assert done[4] == date(2026, 11, 20)


def test_a_day_that_spreadsheets_count_differently_is_text() -> None:
    report = a_report(heard=(said(1, day=date(1900, 2, 28)), said(2, day=date(1900, 3, 1))))

    days = [row[1] for row in sheets(report)["Answers"][1:]]

    assert days == ["1900-02-28", date(1900, 3, 1)]


def test_text_that_is_longer_than_a_cell_is_cut_and_says_so() -> None:
    report = a_report(heard=(said(1, "x" * 40_000), said(2, "👩" * 20_000), said(3, "y" * 32_767)))

    words = [str(row[4]) for row in sheets(report)["Answers"][1:]]

    assert [len(each.encode("utf-16-le")) // 2 for each in words] == [32_767, 32_767, 32_767]
    assert [each[-1] for each in words] == ["…", "…", "y"]


def test_what_looks_like_a_formula_is_text_also_when_its_cell_is_edited() -> None:
    content = parts(a_report(heard=(said(1, "=SUM(A1)"),)), "xl/styles")

    assert content.count('quotePrefix="1"') == 1


def test_headers_stay_in_sight_and_can_be_filtered_by() -> None:
    report = a_report()

    found = files(xlsx.render(report))

    tables = [text.decode() for name, text in found.items() if "worksheets/sheet" in name][1:]
    assert len(tables) == len(tables_of(report))
    assert all('state="frozen"' in text and "<autoFilter" in text for text in tables)


def test_the_charts_say_in_words_what_is_seen_in_them() -> None:
    drawings = parts(a_report(), "xl/drawings/drawing")

    assert len(re.findall('descr="[^"]{20,}"', drawings)) == 4


def test_the_charts_know_their_numbers_before_anybody_counts() -> None:
    charts = parts(a_report(), "xl/charts/chart")

    assert charts.count("<c:pt ") > 100
    assert "'Themes by week'!$C$2:$C$13" in charts


@pytest.mark.parametrize("report", [empty_report(), awkward_report(Edition.CUSTOMERS)])
def test_where_nothing_was_counted_nothing_is_drawn(report: Report) -> None:
    assert parts(report, "xl/charts/") == ""


def test_a_chart_of_large_numbers_has_no_line_for_each_of_them() -> None:
    few = parts(a_report(), "xl/charts/chart2")
    many = parts(
        a_report(figures=some_figures(weeks=tuple(some_weeks(number=11)) + some_weeks()[-1:],
                                      funnel=(("asked", 900),))), "xl/charts/chart1")  # fmt: skip

    assert '<c:majorUnit val="1"/>' in few
    assert "<c:majorUnit" not in many


def test_a_workbook_names_nobody_in_its_properties() -> None:
    report = a_report(stamp=a_stamp(cutoff=datetime(2026, 11, 20, 16, 0, 30, 5, tzinfo=UTC)))

    core, app = parts(report, "docProps/core"), parts(report, "docProps/app")

    assert "<dc:creator></dc:creator>" in core
    assert "2026-11-20T16:00:30Z" in core
    assert "Marta" not in core + app


def test_a_workbook_for_leaders_says_so_on_every_printed_page() -> None:
    report = awkward_report(Edition.LEADER)

    content = parts(report, "xl/worksheets/sheet")

    assert content.count("&amp;CLEADER ONLY") == len(tables_of(report))
    assert sheets(report)["Summary"][0][0] == "LEADER ONLY"


# The document


def test_the_document_of_every_edition_has_the_same_keys() -> None:
    keys = {tuple(json.document(report)) for report in EVERY}

    assert len(keys) == 1


def test_the_document_for_customers_has_no_day_and_no_instant() -> None:
    text = json.render(awkward_report(Edition.CUSTOMERS)).decode()

    assert set(re.findall(r"\d{4}-\d{2}-\d{2}", text)) == {"2026-11-01", "2026-11-30"}
    assert "T16:00" not in text


def test_only_the_leaders_document_says_in_which_talk_something_was_wished() -> None:
    team = json.render(a_report()).decode()
    leader = json.render(awkward_report(Edition.LEADER)).decode()

    assert re.findall('"talk_id": (.*),', team) == ["null", "null"]
    assert re.findall('"talk_id": (.*),', leader) == ["1", "2", "3", "4"]
