"""A workbook gives the people in it, whichever sheet they are on; or says why it does not."""

import datetime as dt
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from dailycontact.errors import DailycontactError
from dailycontact.people.sources import workbook, workbook_child, workbook_process
from dailycontact.people.sources.mapping import recognise
from dailycontact.people.sources.sheet import TooManyRows
from dailycontact.people.sources.text import FileUnreadable
from dailycontact.people.sources.unpacking import Damaged, UnpacksTooLarge
from dailycontact.people.sources.workbook import EmptyWorkbook, GridSheet, NoSuchSheet
from dailycontact.people.sources.workbook_child import Message, Value, text_of
from dailycontact.people.sources.workbook_process import LockedWorkbook, NoWorkbook, TooLargeToRead
from support.workbooks import Rows, ods, rezipped, xlsx

PEOPLE = (("Name", "Phone"), ("Ada", "+44 1"), ("Bob", "+44 2"))
CELL = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'


def read(data: bytes, *, sheet: str | None = None, large: bool = False) -> GridSheet:
    return workbook.read(data, file="a.xlsx", sheet=sheet, large=large)


def rows_of(sheet: GridSheet) -> list[tuple[int, list[str]]]:
    return [
        (line, list(row))
        for block in sheet.blocks()
        for line, row in zip(block.lines, block.rows, strict=True)
    ]


def doubts_of(sheet: GridSheet) -> list[str]:
    return list(sheet.doubts_about(recognise(sheet.headers, overrides={})))


def cell(text: str, repeated: str = "") -> str:
    return CELL.format(repeated, text)


def test_rows_have_the_numbers_that_the_workbook_shows() -> None:
    found = read(xlsx({"A": [(), ("Our customers",), (), *PEOPLE[:2], (), PEOPLE[2]]}))

    assert found.headers == ("Name", "Phone")
    assert rows_of(found) == [(5, ["Ada", "+44 1"]), (7, ["Bob", "+44 2"])]
    assert found.most_rows == 2


def test_a_table_may_begin_anywhere() -> None:
    far = [*[()] * 30, (None, None, *PEOPLE[0]), (None, None, *PEOPLE[1])]

    found = read(xlsx({"A": far}))

    assert found.headers == ("Name", "Phone")
    assert rows_of(found) == [(32, ["Ada", "+44 1"])]


def test_cells_read_as_whoever_typed_them_sees_them() -> None:
    row = ("Ada", 447700900123, 12.5, 12.0, 0.1 + 0.2, date(2026, 3, 9), True, False, "  x ", -3)

    found = read(xlsx({"A": [("Name", *"abcdefghi"), row]}))

    assert rows_of(found)[0][1] == [
        *("Ada", "447700900123", "12.5", "12", "0.3", "2026-03-09", "yes", "no", "  x ", "-3")
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (dt.datetime.fromisoformat("2026-03-09T17:05"), "2026-03-09 17:05"),
        (dt.datetime.fromisoformat("2026-03-09T17:05:09"), "2026-03-09 17:05:09"),
        (dt.datetime.fromisoformat("2026-03-09"), "2026-03-09"),
        (dt.time(9, 30), "09:30"),
        (dt.timedelta(hours=49, minutes=3), "49:03:00"),
        (4.4770090012345e14, "447700900123450"),
        (1e300, "1e+300"),
        (float("nan"), ""),
        (float("inf"), ""),
        (-0.0, "0"),
    ],
)
def test_times_and_odd_numbers_are_written_as_a_sheet_shows_them(value: Value, text: str) -> None:
    assert text_of(value) == text


def test_days_are_right_in_both_calendars_of_excel() -> None:
    rows: Rows = [("Name", "Since"), ("Ada", date(2026, 3, 9))]

    assert rows_of(read(xlsx({"A": rows}, date_1904=True))) == [(2, ["Ada", "2026-03-09"])]
    assert rows_of(read(xlsx({"A": rows}))) == [(2, ["Ada", "2026-03-09"])]


def test_phones_kept_as_numbers_are_doubted_and_other_numbers_are_not() -> None:
    number = read(xlsx({"A": [("Name", "Phone", "Id"), ("Ada", 447700900123, 1234567890)]}))
    text = read(xlsx({"A": [("Name", "Phone", "Id"), ("Ada", "447700900123", 1234567890)]}))

    [doubt] = doubts_of(number)
    assert doubt.startswith("Phone holds numbers, not texts: the workbook may have dropped a zero")
    assert doubts_of(text) == []


def test_the_sheet_with_people_is_found_and_the_others_are_named() -> None:
    notes = [("Read me",), ("Made in spring",)]
    orders: Rows = [("Order", "Amount"), (1, 2)]
    book = xlsx({"Notes": notes, "Orders": orders, "Clients": PEOPLE, "Staff": PEOPLE})

    found = read(book)

    assert found.sheet == "Clients"
    [doubt] = doubts_of(found)
    assert doubt.startswith("Only the sheet Clients is read; Staff may hold people too: ")


def test_of_two_sheets_with_people_the_one_called_customers_is_read() -> None:
    staff = [("Name", "Phone", "Email", "Country"), ("Cy", "1", "", "")]

    assert read(xlsx({"Staff": staff, "Our clients": PEOPLE})).sheet == "Our clients"
    assert read(xlsx({"Staff": staff, "Others": PEOPLE})).sheet == "Staff"


@pytest.mark.parametrize("wanted", ["Staff", " staff ", "2"])
def test_a_sheet_is_named_or_numbered(wanted: str) -> None:
    book = xlsx({"Clients": PEOPLE, "Staff": [("Name",), ("Cy",)]})

    found = read(book, sheet=wanted)

    assert (found.sheet, rows_of(found)) == ("Staff", [(2, ["Cy"])])
    assert doubts_of(found) == []


@pytest.mark.parametrize("wanted", ["Stuff", "3", "0", "-1"])
def test_a_sheet_that_there_is_not_brings_up_those_that_there_are(wanted: str) -> None:
    with pytest.raises(NoSuchSheet, match=f"--sheet {wanted}: .*“Clients”, “Staff”"):
        read(xlsx({"Clients": PEOPLE, "Staff": PEOPLE}), sheet=wanted)


def test_hidden_sheets_are_read_when_named_or_when_there_is_nothing_else() -> None:
    sheets = {"Open": [("Title",), ("x",)], "Hidden": PEOPLE, "Deep": PEOPLE}
    book = xlsx(sheets, hidden=["Hidden"], very_hidden=["Deep"])
    only = xlsx({"Open": [], "Deep": PEOPLE}, very_hidden=["Deep"])

    assert read(book).sheet == "Open"
    assert read(book, sheet="Hidden").sheet == "Hidden"
    assert read(book, sheet="Deep").sheet == "Deep"
    assert read(only).sheet == "Deep"


def test_a_merged_header_stands_over_each_of_its_columns_and_a_merged_cell_in_its_first() -> None:
    rows = [("Name", "Phone", None), ("Ada", "1", "2"), ("Bob", "3", None)]

    found = read(xlsx({"A": rows}, merged=["B1:C1", "B3:C3"]))

    assert found.headers == ("Name", "Phone", "Phone (2)")
    assert rows_of(found) == [(2, ["Ada", "1", "2"]), (3, ["Bob", "3", ""])]


def test_a_note_beside_the_table_refuses_nobody() -> None:
    found = read(xlsx({"A": [PEOPLE[0], (*PEOPLE[1], None, None, "phone in May")]}))

    assert found.headers == ("Name", "Phone", "Column 3", "Column 4", "Column 5")
    assert rows_of(found)[0][1][:2] == ["Ada", "+44 1"]


def test_rows_without_headers_are_people_too() -> None:
    found = read(xlsx({"A": [("Ada", "+44 7700 900123"), ("Bob", "+44 7700 900124")]}))

    assert found.headers == ("Column 1", "Column 2")
    assert [line for line, _ in rows_of(found)] == [1, 2]


def test_a_formula_that_failed_is_nothing() -> None:
    book = rezipped(
        xlsx({"A": [("Name", "Phone"), ("Ada", 1)]}),
        lambda _, xml: xml.replace(b'<c r="B2"><v>1</v>', b'<c r="B2" t="e"><v>#N/A</v>'),
    )

    assert rows_of(read(book)) == [(2, ["Ada", ""])]


def test_a_line_break_in_a_cell_is_one() -> None:
    book = xlsx({"A": [("Name", "x"), ("Ada", "a|b")]})

    found = read(rezipped(book, lambda _, xml: xml.replace(b"a|b", b"a_x000D_\nb")))

    assert rows_of(found) == [(2, ["Ada", "a\r\nb"])]


def test_a_cell_with_too_much_in_it_refuses_its_row_alone() -> None:
    book = xlsx({"A": [("Name", "x"), ("Ada", "y" * 10_001), ("Bob", "y" * 10_000)]})

    blocks = list(read(book).blocks())

    assert [problem.line for block in blocks for problem in block.problems] == [2]
    assert [list(block.lines) for block in blocks] == [[3]]


def test_an_open_document_is_read_with_its_repeated_cells() -> None:
    blank = '<table:table-cell table:number-columns-repeated="16380"/>'
    phone = '<table:table-cell office:value-type="float" office:value="447700900123"/>'
    rows = (cell("Name") + cell("Phone") + blank, cell("Ada") + phone + blank)
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    rest = f'<table:table-row table:number-rows-repeated="1048570">{blank}</table:table-row>'

    found = read(ods(f'<table:table table:name="People">{table}{rest}</table:table>'))

    assert (found.sheet, found.headers) == ("People", ("Name", "Phone"))
    assert rows_of(found) == [(2, ["Ada", "447700900123"])]


def test_more_rows_than_may_be_read_are_an_error_unless_said_to_be_meant(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in (workbook, workbook_process):
        monkeypatch.setattr(module, "MOST_ROWS", 30)
    book = xlsx({"A": [PEOPLE[0], *[PEOPLE[1]] * 31]})
    longer = xlsx({"A": [PEOPLE[0], *[PEOPLE[1]] * 90]})

    for data in (book, longer):
        with pytest.raises(TooManyRows, match="more than 30 rows"):
            read(data)
    assert read(longer, large=True).most_rows == 90


def test_a_thousand_columns_are_the_most() -> None:
    with pytest.raises(TooManyRows, match="1,001 columns; 1,000 are the most"):
        read(xlsx({"A": [("Name", *map(str, range(1_000))), ("Ada",)]}))


@pytest.mark.parametrize(
    ("sheets", "named", "sentence"),
    [
        ({"A": [], "B": []}, None, "a.xlsx has no rows in any sheet"),
        ({"A": [], "B": PEOPLE}, "A", "the sheet “A” is empty"),
    ],
)
def test_a_workbook_without_rows_is_one_sentence(
    sheets: dict[str, Sequence[tuple[str, ...]]], named: str | None, sentence: str
) -> None:
    with pytest.raises(EmptyWorkbook, match=sentence):
        read(xlsx(sheets), sheet=named)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (xlsx({"A": PEOPLE})[:2000], Damaged),
        (b"PK\x03\x04", Damaged),
        (b"Name,Phone\nAda,1\n", NoWorkbook),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000), NoWorkbook),
        (rezipped(xlsx({"A": PEOPLE}), lambda _, xml: xml[: len(xml) // 2]), NoWorkbook),
        (b"", NoWorkbook),
    ],
)
def test_what_is_damaged_is_one_sentence(data: bytes, error: type[DailycontactError]) -> None:
    with pytest.raises(error, match=r"^a\.xlsx is damaged"):
        read(data)


def test_a_password_is_named_as_what_is_in_the_way() -> None:
    locked = rezipped(
        ods(""), lambda name, xml: xml + b"<manifest:encryption-data>" * ("manifest" in name)
    )

    with pytest.raises(LockedWorkbook, match="protected by a password"):
        read(locked)


def test_a_cell_in_the_last_corner_takes_no_memory_for_all_before_it() -> None:
    corner = rezipped(xlsx({"A": PEOPLE}), lambda _, xml: xml.replace(b'r="B3"', b'r="XFD1048576"'))
    spread = '<table:table-row table:number-rows-repeated="1048576">{}</table:table-row>'
    wide = cell("x", ' table:number-columns-repeated="16384"')

    for data in (corner, ods(f'<table:table table:name="A">{spread.format(wide)}</table:table>')):
        with pytest.raises(NoWorkbook, match="damaged"):
            read(data)


def test_what_unpacks_to_a_hundred_times_its_size_is_not_unpacked() -> None:
    bomb = rezipped(xlsx({"A": PEOPLE}), lambda _, xml: xml + b" " * 5_000_000)

    with pytest.raises(UnpacksTooLarge, match="unpacks to more than 100 times its size"):
        read(bomb)


def test_a_count_that_lies_takes_no_memory() -> None:
    book = rezipped(
        xlsx({"A": PEOPLE}),
        lambda _, xml: re.sub(rb'uniqueCount="[^"]*"', b'uniqueCount="99999999999"', xml),
    )

    with pytest.raises(NoWorkbook, match="damaged or far too large"):
        read(book)


def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_process, "SECONDS", 0)

    with pytest.raises(TooLargeToRead, match="too large to be read as a workbook"):
        read(xlsx({"A": PEOPLE}))


def test_where_no_other_process_starts_a_csv_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")

    with pytest.raises(NoWorkbook, match=r"Python does not start here .* save it as CSV"):
        read(xlsx({"A": PEOPLE}))


def test_fifty_megabytes_are_the_most_unless_more_is_meant() -> None:
    with pytest.raises(FileUnreadable, match="larger than 50 MB: split it, or add --large"):
        read(bytes(50_000_001))
    with pytest.raises(NoWorkbook):
        read(bytes(50_000_001), large=True)


def told_of(data: bytes, *, sheet: int | None = None, most_rows: int = 9) -> list[Message]:
    """Return what the other process would tell, told by this one."""
    return list(workbook_child.messages(data, sheet=sheet, most_rows=most_rows))


def test_the_only_sheet_with_rows_is_told_at_once_and_any_other_when_asked() -> None:
    alone = told_of(xlsx({"A": [], "B": PEOPLE}))
    two = told_of(xlsx({"A": [("x",)], "B": PEOPLE}))
    asked = told_of(xlsx({"A": [("x",)], "B": PEOPLE}), sheet=1)

    rows = {"lines": [1, 2, 3], "rows": [list(row) for row in PEOPLE]}
    assert alone[1:] == asked[1:] == [rows, {"read": 1, "numbers": []}]
    assert len(two) == 1


def test_rows_come_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_child, "ROWS_AT_ONCE", 2)

    told = told_of(xlsx({"A": [*PEOPLE, ("Cy", 447700900123)]}))

    assert [message.get("lines") for message in told] == [None, [1, 2], [3, 4], [], None]
    assert told[-1] == {"read": 0, "numbers": [1]}


def test_whoever_reads_stops_at_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    book = xlsx({"A": PEOPLE})
    assert told_of(book, most_rows=2)[-1] == {"problem": "rows"}

    monkeypatch.setattr(workbook_child, "MOST_TEXT", 20)

    assert told_of(book)[-1] == {"problem": "letters"}


def test_a_sheet_that_is_damaged_leaves_the_others() -> None:
    book = rezipped(
        xlsx({"A": PEOPLE, "B": PEOPLE}),
        lambda name, xml: xml[: len(xml) // 2] if name.endswith("sheet1.xml") else xml,
    )

    assert read(book).sheet == "B"
    with pytest.raises(NoWorkbook):
        read(book, sheet="A")


def test_a_range_that_lies_changes_nothing() -> None:
    book = rezipped(xlsx({"A": PEOPLE}), lambda _, xml: xml.replace(b'"A1:B3"', b'"A1:XFD1048576"'))

    assert len(rows_of(read(book))) == 2


OF_CALAMINE = {
    "any_sheets.xls": ("Visible", 4),
    "any_sheets.xlsx": ("Visible", 4),
    "date.xlsx": ("Sheet1", 3),
    "date_1904.xlsx": ("Sheet1", 3),
    "date_iso.xlsx": ("Sheet", 6),
    "empty_s_attribute.xlsx": ("Sheet1", 4),
    "empty_shared_string.xlsx": ("Sheet1", 0),
    "empty_sheet.xlsx": EmptyWorkbook,
    "encoded_entities.xlsx": ("Sheet1", 0),
    "errors.xlsx": EmptyWorkbook,
    "has_x000D_.xlsx": ("Sheet1", 0),
    "header-row.xlsx": ("Sheet1", 1),
    "hyperlinks.xlsx": ("Links", 7),
    "inlineStr_cdata.xlsx": ("Sheet1", 1),
    "inlineStr_with_value.xlsx": ("Requirements", 1),
    "inventory-table.xlsx": ("Sheet1", 4),
    "issue127.xlsx": EmptyWorkbook,
    "merge_cells.xlsx": ("Sheet1", 1),
    "minimal_package.xlsx": ("Sheet1", 193),
    "no-header.xlsx": ("Feuille 1", 2),
    "non_monotonic_si.xlsx": ("Sheet1", 6),
    "nonstandard-xml-ns-prefix.xlsx": ("Sheet1", 2),
    "pass_protected.xlsx": LockedWorkbook,
    "richtext-namespaced.xlsx": ("Sheet1", 0),
    "strict_iso_paths.xlsx": ("ml_out", 75),
    "table-multiple.xlsx": ("Sheet1", 4),
    "temperature-in-middle.xlsx": ("Sheet1", 2),
    "too_small.xls": NoWorkbook,
    "whitespace_trim.xlsx": ("inlineStr", 2),
}
"""Of each file: the sheet that is read and the rows below its headers, or what is said instead."""


def test_every_workbook_of_others_gives_its_rows_or_a_sentence(shared_data: Path) -> None:
    found: dict[str, object] = {}
    for file in sorted((shared_data / "xlsx" / "calamine").iterdir()):
        try:
            sheet = workbook.read(file.read_bytes(), file=file.name)
            found[file.name] = (sheet.sheet, len(rows_of(sheet)))
        except DailycontactError as error:
            found[file.name] = type(error)

    assert found == OF_CALAMINE


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("header-row.xlsx", (10, ["put data here", "1", "2", "3"])),
        ("temperature-in-middle.xlsx", (6, ["fahrenheit", "72"])),
        ("date_1904.xlsx", (3, ["255:10:10", "17"])),
        ("empty_s_attribute.xlsx", (5, ["Sam", "4"])),
        ("whitespace_trim.xlsx", (3, ["日期 时间", "", "", ""])),
    ],
)
def test_the_last_row_of_some_is_where_it_should_be(
    shared_data: Path, name: str, last: tuple[int, list[str]]
) -> None:
    data = (shared_data / "xlsx" / "calamine" / name).read_bytes()

    assert rows_of(workbook.read(data, file=name))[-1] == last


def test_the_customers_of_northwind_are_on_the_second_sheet_below_a_junk_header(
    shared_data: Path,
) -> None:
    data = (shared_data / "customers" / "northwind-xlsx" / "Northwind.xlsx").read_bytes()

    found = read(data)

    rows = rows_of(found)
    assert found.sheet == "Customers"
    assert found.headers[:3] == ("CustomerID", "CompanyName", "ContactName")
    assert (len(rows), rows[0][0], rows[0][1][2]) == (91, 3, "Maria Anders")
    assert found.others == ("Employees", "Shippers", "Suppliers")
