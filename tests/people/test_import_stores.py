"""What an import stores of a file: what is understood, and of everything else not a byte."""

from pathlib import Path

import pytest

from support.builders import MORNING
from support.running import Run

SECRETS = {
    "Tax Number": "DE-TAX-811907980",
    "Password": "hunter2-is-no-secret",
    "IBAN": "DE89370400440532013000",
    "Notes": "owes us a bottle of wine",
    "Birthday": "1815-12-10-unheard",
    "Fax": "+49 30 99887766",
    "Account Name.id": "zcrm_5550001112223",
    "OwnerId": "005AAAAAAAAAAAAAAA",
    "Hidden by hand": "kept to ourselves",
}
KEPT = {
    "Name": "Ada Lovelace",
    "Account Name": "Engines Ltd",
    "Phone": "+49 30 1234567",
    "Work Email": "ada@engines.example",
    "Personal Email": "ada@home.example",
    "Email": "a@b.example",
}


def written(folder: Path) -> str:
    """Return a file with what is kept and what is not, and a row of secrets that is refused."""
    headers = [*KEPT, *SECRETS]
    nobody = ["", "", *[""] * (len(KEPT) - 2), *(f"{cell}-too" for cell in SECRETS.values())]
    rows = [headers, [*KEPT.values(), *SECRETS.values()], nobody]
    file = folder / "people.csv"
    file.write_text("".join(";".join(row) + "\n" for row in rows), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("way", [(), ("--dry-run",)])
def test_of_a_column_that_is_not_mapped_no_byte_is_in_the_book(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: tuple[str, ...]
) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    monkeypatch.setenv("DAILYCONTACT_BOOK", str(folder / "book.db"))

    run("import", written(tmp_path), "--map", "Notes=-", *way, at=MORNING.isoformat())

    files = [file for file in folder.rglob("*") if file.is_file()]
    stored = b"".join(file.read_bytes() for file in files)
    assert not [cell for cell in SECRETS.values() if cell.encode() in stored]
    assert all(cell.encode() in stored for cell in KEPT.values()) == (not way)
    assert bool(files) == (not way)


def test_addresses_are_shown_with_their_labels_as_numbers_are(run_in: Run, tmp_path: Path) -> None:
    run_in("import", written(tmp_path))

    lines = run_in("customers", "show", "Ada").out.splitlines()

    shown = [" ".join(line.split()) for line in lines if "@" in line]
    assert shown == ["a@b.example", "ada@engines.example work", "ada@home.example home"]
