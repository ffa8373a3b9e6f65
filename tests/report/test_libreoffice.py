"""LibreOffice opens the workbook, and every cell in it is what the report says."""

import csv
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from dailycontact.report.formats import xlsx
from dailycontact.report.rule.report import Edition, Report
from dailycontact.report.rule.table import Cell, Table
from dailycontact.report.rule.tables import tables_of
from dailycontact.terminal.door import safe
from support.attacks import attacked, attacks
from support.reports import awkward_report, empty_report

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
# Every sheet as a file of its own (-1), in UTF-8 (76), text in quotes, numbers as they are shown.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"
REPORTS: dict[str, Report] = {
    "attacked": attacked(attacks(2000)),
    "empty": empty_report(),
    **{edition.value: awkward_report(edition) for edition in Edition},
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which LibreOffice wrote the sheets of each workbook as text."""
    if OFFICE is None:
        reason = "LibreOffice is not installed (apt-get install libreoffice-calc)"
        pytest.fail(reason) if os.environ.get("CI") == "1" else pytest.skip(reason)
    folder = tmp_path_factory.mktemp("office")
    files = [folder / f"{name}.xlsx" for name in REPORTS]
    for file, report in zip(files, REPORTS.values(), strict=True):
        file.write_bytes(xlsx.render(report))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    order = [str(OFFICE), profile, "--headless", "--norestore", "--convert-to", AS_CSV, "--outdir"]
    subprocess.run([*order, folder, *files], check=True, capture_output=True, timeout=240)
    return folder


@pytest.mark.parametrize("name", REPORTS)
def test_every_cell_of_every_table_is_what_the_report_says(opened: Path, name: str) -> None:
    for table in tables_of(REPORTS[name]):
        text = (opened / f"{name}-{table.title}.csv").read_text(encoding="utf-8")

        rows = list(csv.reader(text.splitlines(keepends=True)))

        assert rows == [[column.title for column in table.columns], *_shown(table)]


@pytest.mark.parametrize("name", REPORTS)
def test_the_summary_comes_first_and_says_what_it_is(opened: Path, name: str) -> None:
    text = (opened / f"{name}-Summary.csv").read_text(encoding="utf-8")

    (first, *_), (second, *_) = list(csv.reader(text.splitlines()))[:2]

    leaders = REPORTS[name].is_leaders
    assert (first == "LEADER ONLY") is leaders
    assert (second if leaders else first).startswith(("What customers told us", "What you told"))


def _shown(table: Table) -> list[list[str]]:
    return [[_cell(cell) for cell in row] for row in table.rows]


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{cell:g}"
    return safe(cell, lines=True)
