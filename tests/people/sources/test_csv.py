"""Delimited text is read as its writer meant it, or the place is named where it cannot be."""

import csv as standard
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.contact import Problem
from dailycontact.people.sources import csv, source_of
from dailycontact.people.sources.delimited import UnclosedQuote
from dailycontact.people.sources.sheet import TooManyRows
from dailycontact.people.sources.sheet import rows_of as rows_in
from dailycontact.people.sources.text import FileUnreadable, NulCharacter


def rows_of(text: str) -> list[tuple[int, list[str]]]:
    rows = rows_in(csv.read(text.encode(), file="a.csv"))
    return [(row[0], list(row[1])) for row in rows if not isinstance(row, Problem)]


def problems_of(text: str) -> list[Problem]:
    rows = rows_in(csv.read(text.encode(), file="a.csv"))
    return [row for row in rows if isinstance(row, Problem)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_line_end_is_understood(delimiter: str, end: str) -> None:
    lines = [["Name", "Phone", "City"], ["Ada", "1,2;3", "Rome"], ["Bob", "4", "Oslo"]]
    text = io.StringIO()
    standard.writer(text, delimiter=delimiter, lineterminator=end).writerows(lines)

    found = rows_of(text.getvalue())

    assert found == [(2, lines[1]), (3, lines[2])]


def test_mixed_line_ends_are_understood() -> None:
    assert rows_of("a,b\r\n1,2\n3,4\r5,6") == [(2, ["1", "2"]), (3, ["3", "4"]), (4, ["5", "6"])]


def test_a_single_column_needs_no_delimiter_and_a_comma_in_it_is_never_guessed_at() -> None:
    text = 'Name\nAda\n"Smith, John"\nDoe, Jane\n'

    assert rows_of(text) == [(2, ["Ada"]), (3, ["Smith, John"])]
    assert [problem.line for problem in problems_of(text)] == [4]


def test_commas_in_names_do_not_make_a_semicolon_file_a_comma_file() -> None:
    found = rows_of("Name;Phone\nSmith, John;1\nDoe, Jane;2\n")

    assert found[0] == (2, ["Smith, John", "1"])


def test_excels_first_line_says_the_delimiter() -> None:
    sheet_read = csv.read(b"sep=;\nName;Phone\nAda,B;1\n")

    assert sheet_read.delimiter == ";"
    assert list(rows_in(sheet_read)) == [(3, ["Ada,B", "1"])]


def test_titles_above_the_headers_are_passed_over() -> None:
    known = csv.read(b"Customers of May\n\nNo.,Name,Phone\n1,Ada,2\n")
    unknown = csv.read(b"A title,,\nFoo,Bar,Baz\n1,2,3\n")

    assert (known.headers, known.first_line) == (("No.", "Name", "Phone"), 4)
    assert (unknown.headers, unknown.first_line) == (("Foo", "Bar", "Baz"), 3)


def test_headers_that_the_leader_names_are_found_below_a_preamble() -> None:
    found = csv.read(b"a,b\nWer,Wo\nAda,Rome\n", expected=("Wer", "Wo"))

    assert found.headers == ("Wer", "Wo")


def test_a_file_without_headers_loses_no_customer() -> None:
    found = csv.read(b"Ada,+49 30 123456\nBob,030/4\n")

    assert found.headers == ("Column 1", "Column 2")
    assert len(list(rows_in(found))) == 2


def test_columns_that_the_leader_names_by_number_have_no_headers() -> None:
    found = csv.read(b"Ada,Rome\nBob,Oslo\n", expected=("1", "2"))
    known = csv.read(b"Name,Rome\nBob,Oslo\n", expected=("1", "2"))

    assert (found.headers, found.first_line) == (("Column 1", "Column 2"), 1)
    assert (known.headers, known.first_line) == (("Name", "Rome"), 2)


def test_blank_and_double_headers_are_told_apart() -> None:
    found = csv.read(b"Name,Phone,,Phone,Phone\nAda,1,2,3,4\n")

    assert found.headers == ("Name", "Phone", "Column 3", "Phone (2)", "Phone (3)")


def test_short_rows_are_padded_and_blank_rows_passed_over() -> None:
    found = rows_of("Name,Phone\nAda\n\n,\n ,\t\nBob,2\n")

    assert found == [(2, ["Ada", ""]), (6, ["Bob", "2"])]


def test_a_row_with_more_content_than_headers_is_a_problem() -> None:
    (problem,) = problems_of("Name,Phone\nAda,1,,x\nBob,2,,\n")

    assert (problem.line, problem.value, problem.row) == (2, "x", ("Ada", "1", "", "x"))
    assert str(problem) == "a.csv, line 2, “x”: the row has 4 cells, but there are 2 headers"


def test_empty_cells_beyond_the_headers_do_no_harm() -> None:
    assert rows_of("Name,Phone\nAda,1,,\n") == [(2, ["Ada", "1"])]


def test_a_huge_cell_is_a_problem_of_its_row_alone() -> None:
    text = f"Name,Notes\nAda,{'x' * 10_001}\nBob,fine\n"

    (problem,) = problems_of(text)

    assert (problem.line, problem.column) == (2, "Notes")
    assert rows_of(text) == [(3, ["Bob", "fine"])]


def test_lines_are_counted_through_cells_of_several_lines() -> None:
    found = rows_of('Name,Notes\nAda,"one\ntwo\r\nthree"\nBob,x\n')

    assert [line for line, _ in found] == [2, 5]


def test_a_stray_quote_is_a_letter() -> None:
    found = rows_of('Name,Size\n"Ada" B,5"\n"Bob", "x"\n')

    assert found == [(2, ["Ada B", '5"']), (3, ["Bob", "x"])]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('Name,Phone\nAda,1\n"Bob,2\nCy,3\n', 3),
        ('Name,Phone\nAda,1\nBob,"2', 3),
        ('Name,Notes\n"Ada","one\ntwo"\n"Bob","x\n"Cy","y"\n', 4),
        ('Name,Notes\nAda,"one\ntwo","three\nBob,2\n', 3),
        ('"Name,Phone\nAda,1\n', 1),
    ],
)
def test_an_unclosed_quote_is_an_error_that_names_where_it_opened(text: str, line: int) -> None:
    with pytest.raises(UnclosedQuote, match=rf"a\.csv, line {line}:"):
        rows_of(text)


@pytest.mark.parametrize(
    "text",
    [
        'Name,Phone,City\nAda,1,"Rome\nBob,2,Oslo\nCy,3,Bonn"\nDan,4,Kiel\n',
        'Name,Phone,City\r\n"Ada,1,Rome\r\nBob,2,Oslo\r\nCy",3,Bonn\r\nDan,4,Kiel\r\n',
    ],
)
def test_rows_that_a_closed_quote_swallows_are_refused_with_it(text: str) -> None:
    (problem,) = problems_of(text)

    assert problem.line == 2
    assert problem.reason == "the quotation mark before it swallows the 2 rows below: take it out"
    assert [line for line, _ in rows_of(text)] == [5]


def test_a_note_of_several_lines_swallows_nobody() -> None:
    text = (
        'Name,Phone,Note\nAda,1,"Met her, and him, in May.\nTea, no milk, please.\nSoon."\n'
        'Bob,2,"1 Main Street\nLeeds, West Yorkshire, England"\n'
    )

    assert [line for line, _ in rows_of(text)] == [2, 5]


def test_headers_that_come_again_are_nobody() -> None:
    text = "\ufeffName,Phone\nAda,1\n\ufeffName,Phone\nBob,2\n"

    (problem,) = problems_of(text)

    assert (problem.line, problem.reason) == (3, "the headers again, and no row")
    assert rows_of(text) == [(2, ["Ada", "1"]), (4, ["Bob", "2"])]


def test_a_first_row_that_comes_again_may_be_somebody() -> None:
    assert rows_of("Ada,Rome\nBob,Oslo\nAda,Rome\n") == [(2, ["Bob", "Oslo"]), (3, ["Ada", "Rome"])]


def test_the_end_of_a_dos_file_is_nobody() -> None:
    assert rows_of("Name,Phone\r\nAda,1\r\n\x1a") == [(2, ["Ada", "1"])]


def test_lines_that_are_quoted_as_a_whole_are_unwrapped() -> None:
    found = csv.read(b'"Name,""Phone"",City"\r\n\r\n"Ada,""1,5"",Rome"\r\n"Bob,2,Oslo"\r\n')

    assert found.headers == ("Name", "Phone", "City")
    assert list(rows_in(found)) == [(3, ["Ada", "1,5", "Rome"]), (4, ["Bob", "2", "Oslo"])]


def test_lines_are_unwrapped_only_where_all_are_quoted_as_a_whole() -> None:
    some = csv.read(b'"Name,Phone"\nAda,1\n')
    several = csv.read(b'"Name,Phone"\n"Ada\nB,1"\n')

    assert list(rows_in(some)) == [(2, ["Ada", "1"])]
    assert list(rows_in(several)) == [(2, ["Ada\nB,1"])]


def test_quotes_may_be_escaped_as_databases_do() -> None:
    text = 'Name,Note\n"Ada \\"Countess\\" L","back\\\\slash, and \\n"\nBob,5\n'

    assert rows_of(text) == [
        (2, ['Ada "Countess" L', "back\\slash, and \\n"]),
        (3, ["Bob", "5"]),
    ]


def test_a_backslash_is_a_letter_where_it_escapes_nothing() -> None:
    assert rows_of('Name,Path\n"Ada","C:\\"\n"Bob","D:\\x"\n') == [
        (2, ["Ada", "C:\\"]),
        (3, ["Bob", "D:\\x"]),
    ]


def test_a_nul_refuses_its_row_alone() -> None:
    text = "name,phone\nAda,1\nBo\0b,2\nCy,3\n"

    (problem,) = problems_of(text)

    assert (problem.line, problem.column, problem.value) == (3, "name", "Bo\0b")
    assert [line for line, _ in rows_of(text)] == [2, 4]


def test_what_a_crash_left_behind_the_last_row_is_one_refused_row() -> None:
    text = "name,phone\nAda,1\nCy,3\n" + "\0" * 3_000

    assert [problem.line for problem in problems_of(text)] == [4]
    assert [line for line, _ in rows_of(text)] == [2, 3]


def test_a_nul_among_the_headers_is_refused_with_its_line() -> None:
    with pytest.raises(NulCharacter, match=r"a\.csv, line 2"):
        csv.read(b"A title\nna\0me,phone\nAda,1\nBob,2\nCy,3\n", file="a.csv")


def test_rows_before_and_after_a_broken_one_are_all_there() -> None:
    good = [f"Name{number},{number}" for number in range(5_000)]
    text = "\n".join(["Name,Phone", *good[:3_000], '"a" b,"c"', *good[3_000:], ""])

    found = rows_of(text)

    assert [line for line, _ in found] == list(range(2, 5_003))
    assert found[3_000] == (3_002, ["a b", "c"])


def test_too_many_rows_are_refused_and_line_breaks_are_not_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(csv, "MOST_ROWS", 2)

    assert rows_of('Name,Notes\nAda,"1\n2\n3\n4"\nBob,2\n')[1][0] == 6
    with pytest.raises(
        TooManyRows, match="more than 2 rows, the most at once: split it, or add --large"
    ):
        rows_of("Name\na\nb\nc\n")


def test_a_large_file_may_have_more_rows_yet_not_any_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(csv, "MOST_ROWS", 2)
    monkeypatch.setattr(csv, "LARGE_ROWS", 3)

    assert csv.read(b"Name\na\nb\nc\n", large=True).most_rows == 3
    with pytest.raises(TooManyRows, match=r"more than 3 rows, the most at once: split it\.$"):
        csv.read(b"Name\na\nb\nc\nd\n", large=True)


def test_lines_without_end_are_refused_before_they_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(csv, "MOST_ROWS", 2)
    monkeypatch.setattr(csv, "LONGEST_LINE", 20_000)

    with pytest.raises(TooManyRows, match=r"a\.csv has 101 lines; 20 are the most"):
        csv.read(b"Name" + b"\n" * 101, file="a.csv")
    with pytest.raises(FileUnreadable, match=r"a\.csv has a line of 20,001 characters"):
        csv.read(b"Name\n" + b'"' * 20_000 + b"\n", file="a.csv")


def test_blank_lines_by_the_thousand_are_no_rows() -> None:
    assert rows_of("Name,Phone\n" + "\n" * 5_000 + ",\n" * 5_000 + "Ada,1\n") == [
        (10_002, ["Ada", "1"])
    ]


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("Name\nAda", 1),
        ("Name\rAda\rBob\r", 2),
        ("Name\r\nAda\r\nBob\r\n", 2),
        ("Name\nAda\r\nBob\rCy\n", 3),
        ("Name\n", 0),
    ],
)
def test_how_many_rows_there_are_at_the_most_is_known_before(text: str, most: int) -> None:
    assert csv.read(text.encode()).most_rows == most


def test_too_many_columns_are_refused() -> None:
    with pytest.raises(TooManyRows, match="1,001 columns"):
        csv.read(b"a" + b",b" * 1_000)


def test_a_file_of_delimiters_alone_is_refused() -> None:
    with pytest.raises(FileUnreadable, match="has no rows"):
        csv.read(b",,,\n,,\n")


def test_a_file_is_called_by_its_name_and_read_by_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "people.TSV"
    path.write_text("Name\tPhone\nAda\t1\n")

    found = source_of(path.suffix).read(path.read_bytes(), file=path.name)

    assert (found.file, found.delimiter, list(rows_in(found))) == (
        "people.TSV",
        "\t",
        [(2, ["Ada", "1"])],
    )


cell = st.text(
    st.characters(codec="utf-8", exclude_characters="\0\ufeff", exclude_categories=["Cc"])
    | st.sampled_from('",;\n'),
    max_size=8,
).map(str.strip)


@given(st.lists(st.tuples(cell, cell), max_size=8), st.sampled_from(",;\t|"))
def test_what_was_written_is_what_is_read(written: list[tuple[str, str]], delimiter: str) -> None:
    text = io.StringIO()
    writer = standard.writer(text, delimiter=delimiter, quoting=standard.QUOTE_ALL)
    writer.writerows([("Name", "Phone"), *written])

    found = csv.read(text.getvalue().encode())

    assert found.delimiter == delimiter
    assert [tuple(row[1]) for row in rows_in(found) if not isinstance(row, Problem)] == [
        row for row in written if any(row)
    ]


def test_the_csv_spectrum_is_read_as_its_authors_expect(shared_data: Path) -> None:
    spectrum = shared_data / "badcsv" / "csv-spectrum"
    pairs = sorted((spectrum / "csvs").glob("*.csv"))
    assert len(pairs) == 12
    for path in pairs:
        found = csv.read(path.read_bytes(), file=path.name)

        rows = [
            dict(zip(found.headers, row[1], strict=True))
            for row in rows_in(found)
            if not isinstance(row, Problem)
        ]

        expected = json.loads((spectrum / "json" / f"{path.stem}.json").read_text())
        if path.stem == "location_coordinates":  # its JSON is one row, with another number
            expected = [{**expected, "Contact Phone Number": "2095257564"}]
        assert rows == expected, path
