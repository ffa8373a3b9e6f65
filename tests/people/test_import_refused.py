"""Rows that were refused come back beside their file, to be mended and brought in again."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.people.sources import csv as source
from dailycontact.people.sources.mended import MEND, as_it_was, first_name_of
from support.running import Run
from support.workbooks import xlsx, zipped

HEADERS = ("Name", "Phone", "Email")


def brought_in(run: Run, *words: str) -> list[dict[str, Any]]:
    return [dict(file) for file in run("import", *words, "--json").json["files"]]


def table(place: str | Path) -> list[list[str]]:
    with Path(place).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "clients"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


@pytest.mark.usefixtures("founded")
def test_rows_of_a_workbook_come_back_as_a_table_with_their_numbers(
    here: Path, run_in: Run
) -> None:
    book = xlsx({"Notes": [("x",)], "People": [HEADERS, (None, 447700900123), ("Ada",)]})
    (here / "people.xlsx").write_bytes(book)

    [file] = brought_in(run_in, str(here / "people.xlsx"))

    assert file["refused_file"] == str(here / "people.refused.csv")
    assert table(file["refused_file"]) == [
        [MEND, *HEADERS],
        ["line 2: no name and no company", "", "447700900123", ""],
    ]


@pytest.mark.usefixtures("founded")
def test_each_sheet_that_is_named_has_customers_and_refused_rows_of_its_own(
    here: Path, run_in: Run
) -> None:
    headers = ("ID", "Name", "Phone")
    clients, friends = [headers, (1, "Ada"), (2, None)], [headers, (1, "Bo"), (2, None)]
    (here / "people.xlsx").write_bytes(xlsx({"Clients": clients, "Friends": friends}))

    [first] = brought_in(run_in, str(here / "people.xlsx"))
    [second] = brought_in(run_in, str(here / "people.xlsx"), "--sheet", "Friends")
    [third] = brought_in(run_in, str(here / "people.xlsx"), "--sheet", "Clients")

    assert [file["source"] for file in (first, second, third)] == [
        *("people", "people Friends", "people")
    ]
    assert [file["new"] for file in (first, second, third)] == [1, 1, 0]
    assert second["refused_file"] == str(here / "people Friends.refused.csv")


@pytest.mark.usefixtures("founded")
def test_rows_of_an_archive_come_back_beside_it(here: Path, run_in: Run) -> None:
    text = "Name,Phone,Email\n,1,\n"
    (here / "a.zip").write_bytes(zipped({"in/people.csv": text, "out/people.csv": text}))

    files = brought_in(run_in, str(here / "a.zip"))

    assert [file["refused_file"] for file in files] == [
        str(here / "people.refused.csv"),
        str(here / "people.refused.csv"),
    ]


@pytest.mark.usefixtures("founded")
def test_rows_of_standard_input_come_back_in_the_folder_one_is_in(
    here: Path, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = io.TextIOWrapper(io.BytesIO(b"Name,Phone\nAda,\n,1\n"))
    monkeypatch.setattr("sys.stdin", data)

    [file] = brought_in(run_in, "-")

    assert (here / file["refused_file"]).resolve() == (here / "stdin.refused.csv").resolve()
    assert table(here / "stdin.refused.csv")[1][1:] == ["", "1"]


@pytest.mark.usefixtures("founded")
def test_cards_come_back_as_cards(here: Path, run_in: Run) -> None:
    good = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n"
    bad = "BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:+44 7700 900123\r\nEND:VCARD\r\n"
    (here / "people.vcf").write_bytes((good + bad).encode())

    [file] = brought_in(run_in, str(here / "people.vcf"))

    handed_back = (here / "people.refused.vcf").read_text(encoding="utf-8")
    assert file["refused_file"] == str(here / "people.refused.vcf")
    assert "TEL:+44 7700 900123" in handed_back
    assert "FN:Ada" not in handed_back


@pytest.mark.usefixtures("founded")
def test_cards_of_our_own_come_back_as_cards_too(here: Path, run_in: Run) -> None:
    (here / "one.csv").write_text("Name,Phone\nAda,+44 20 7946 0958\n")
    run_in("import", str(here / "one.csv"))
    run_in("customers", "export", "-o", str(here / "all.vcf"))
    ours = (here / "all.vcf").read_text(encoding="utf-8")
    book = re.search(r"BOOK[^:]*:([0-9a-f]{8})", ours)
    assert book is not None
    (here / "all.vcf").write_text(ours + ours.replace(book[1], "0badb00c"), encoding="utf-8")

    [file] = brought_in(run_in, str(here / "all.vcf"))

    assert file["refused_file"] == str(here / "all.refused.vcf")
    assert "0badb00c" in (here / "all.refused.vcf").read_text(encoding="utf-8")


@pytest.mark.usefixtures("founded")
def test_a_mended_row_belongs_to_the_first_file(here: Path, run_in: Run) -> None:
    (here / "people.csv").write_text("ID,Name,Phone\n1,Ada,\n2,,=1+1\n")
    [first] = brought_in(run_in, str(here / "people.csv"))
    refused = Path(first["refused_file"])
    assert table(refused)[1][1:] == ["2", "", "'=1+1"]

    refused.write_text(refused.read_text().replace("2,,'=1+1", "2,Bo,"))
    [mended] = brought_in(run_in, str(refused))
    (here / "people.csv").write_text("ID,Name,Phone\n1,Ada,\n2,Bo,\n")
    [again] = brought_in(run_in, str(here / "people.csv"))

    assert (mended["new"], mended["source"]) == (1, "people")
    assert (again["new"], again["unchanged"]) == (0, 2)


@pytest.mark.usefixtures("founded")
def test_what_is_refused_again_goes_to_another_file_with_one_reason(
    here: Path, run_in: Run
) -> None:
    (here / "people.csv").write_text("Name,Phone\n,1\n,2\n")
    [first] = brought_in(run_in, str(here / "people.csv"))
    refused = Path(first["refused_file"])
    refused.write_text(refused.read_text().replace(",,1", ",Ada,1"))

    [again] = brought_in(run_in, str(refused))

    assert again["refused_file"] == str(here / "people.refused.2.csv")
    assert table(again["refused_file"]) == [
        [MEND, "Name", "Phone"],
        ["line 3: no name and no company", "", "2"],
    ]


@given(
    st.lists(
        st.lists(st.sampled_from(["=", "+", "-", "@", "'", "+4930123456", "a", " "]), max_size=4),
        min_size=2,
        max_size=4,
    )
)
def test_cells_are_the_same_after_they_were_guarded(parts: list[list[str]]) -> None:
    from dailycontact.core.guarding import guarded

    cells = ["x", *("".join(part).strip() for part in parts)]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([MEND, "Name", *(f"h{n}" for n in range(len(parts)))])
    writer.writerow(["why", *map(guarded, cells)])

    sheet = as_it_was(source.read(out.getvalue().encode(), file="a.refused.csv"))

    assert sheet.headers[0] == "Name"
    assert [list(row) for block in sheet.blocks() for row in block.rows] == [cells]


@pytest.mark.parametrize(
    ("file", "first"),
    [
        ("people.refused.csv", "people"),
        ("people.refused.12.csv", "people"),
        ("people.refused.vcf", "people"),
        ("people.csv", "people"),
        ("people.2026.csv", "people.2026"),
        ("refused.csv", "refused"),
        ("stdin", "stdin"),
    ],
)
def test_a_file_of_refused_rows_knows_its_first_name(file: str, first: str) -> None:
    assert first_name_of(file) == first
