"""The first import in a terminal is a conversation: only what nobody else can know is asked."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.running import Ran, Run
from support.typing import Typed

HUBSPOT = "Record ID,First Name,Last Name,Phone Number,Email,Segment,Tax ID"
PEOPLE = f"""{HUBSPOT}
1,Ana,Duarte,0113 496 0101,ana@example.com,A,T1
2,Bo,Lind,+49 30 123456,bo@example.com,B,T2
3,Zoë,Lind,,zoe@example.com,B,T3
"""

Typing = Callable[..., Ran]


@pytest.fixture
def typing(run: Run, monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Return what runs a command line while somebody types these lines."""

    def types(*words: str, lines: tuple[str, ...], code: int | None = 0) -> Ran:
        monkeypatch.setattr(sys, "stdin", Typed(*lines))
        return run(*words, code=code)

    return types


@pytest.fixture
def file(tmp_path: Path) -> str:
    """Return a file of three people in two segments."""
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return str(path)


def test_the_first_import_asks_what_only_a_leader_knows(
    run: Run, typing: Typing, file: str
) -> None:
    said = typing(
        "import",
        file,
        lines=("Atlantis", "United Kingdom", "often", "month", "", "Marta Silva", "", "", "y"),
    )

    assert "HubSpot, 3 people" in said.err
    assert "1 number has no country code, like “0113 496 0101”." in said.err
    assert "'Atlantis' is no country known here" in said.err
    assert "'often' is no rhythm" in said.err
    assert "LEFT OUT   Tax ID: not stored." in said.err
    assert "3 new" in said.out
    shown = run("customers", "list", "ana", "--json").json["customers"][0]
    assert shown["phones"][0]["e164"] == "+441134960101"


def test_a_rhythm_that_was_wished_for_a_segment_is_kept(
    run: Run, typing: Typing, file: str
) -> None:
    said = typing("import", file, lines=("Germany", "month", "quarter", "Marta", "", "", "y"))

    assert "Together that is about one call in 9 days: one a day is enough." in said.err
    assert "once a quarter." in said.err
    beats = {
        one["name"]: one["every"] for one in run("customers", "list", "--json").json["customers"]
    }
    assert beats == {"Ana Duarte": 63, "Bo Lind": 21, "Zoë Lind": 21}


def test_whoever_says_no_gets_nothing(run: Run, typing: Typing, file: str) -> None:
    said = typing("import", file, lines=("", "", "", "Marta", "", "", "n"))

    assert "Nothing was brought in." in said.err
    assert run("customers", "list", code=4).out == ""


def test_what_flags_say_is_not_asked(typing: Typing, file: str) -> None:
    said = typing(
        *("import", file, "--country", "Germany", "--cadence", "year"),
        lines=("Marta Silva", "", "", "y"),
    )

    assert "Their country" not in said.err
    assert "How often" not in said.err
    assert "3 new" in said.out


def test_a_later_import_asks_nothing_where_nothing_is_open(typing: Typing, file: str) -> None:
    typing("import", file, "--cadence", "year", lines=("Germany", "Marta", "", "", "y"))

    again = typing("import", file, "--cadence", "year", lines=())

    assert "3 unchanged" in again.out


def test_guessed_letters_are_shown_until_they_look_right(
    run: Run, typing: Typing, tmp_path: Path
) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes(PEOPLE.replace("Zoë", "Zoë Šimůnek").encode("cp1250"))

    said = typing(
        "import",
        str(path),
        lines=("n", "2", "", "", "", "Marta", "", "", "y"),
    )

    assert "Nothing in the file says how its letters are written." in said.err
    assert "2  Zoë Šimůnek   (cp1250)" in said.err
    names = [one["name"] for one in run("customers", "list", "--json").json["customers"]]
    assert "Zoë Šimůnek Lind" in names


def test_without_anybody_to_ask_a_guess_is_stated(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes(PEOPLE.encode("cp1252"))

    said = run("import", str(path))

    assert "which is a guess" in said.out


def test_strict_brings_in_nobody_when_a_row_is_refused(run_in: Run, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE + "4,,,0113 496 0199,,,\n5,,,0113 496 0198,,,\n", encoding="utf-8")

    refused = run_in("import", str(path), "--strict", code=3)

    assert "people.csv, line 5" in refused.err
    assert "(and 1 more); nothing was brought in" in refused.err
    assert run_in("customers", "list", "--json").json["customers"] == []
    assert not list(tmp_path.glob("*.refused*"))
    assert "3 new" in run_in("import", str(path)).out


def test_what_columns_without_headers_are_is_asked(
    run: Run, typing: Typing, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Ana Duarte;+441134960101;7;x\nBo Lind;+4930123456;8;y\n", encoding="utf-8")

    said = typing(
        *("import", str(path), "--country", "Germany"),
        lines=("", "what", "name", "phone", "-", "segment", "", "", "Marta", "", "", "y"),
    )

    assert "Nothing in list.csv says who the people are. What are its columns?" in said.err
    assert "'what' is none of them" in said.err
    assert "Another column is the name already" in said.err
    assert "LEFT OUT   Column 3: not stored." in said.err
    customers = run("customers", "list", "--json").json["customers"]
    assert {(one["name"], one["segment"]) for one in customers} == {
        ("Ana Duarte", "x"),
        ("Bo Lind", "y"),
    }


def test_columns_that_nobody_calls_a_name_bring_in_nobody(typing: Typing, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Ana Duarte;+441134960101\nBo Lind;+4930123456\n", encoding="utf-8")

    said = typing("import", str(path), lines=("-", "-"))

    assert "list.csv is left out: nothing in it says who anybody is." in said.err
    assert "Nothing was brought in." in said.err


def card(name: str) -> str:
    return f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL:+441134960101\nEND:VCARD\n"


def test_a_folder_of_cards_is_led_through_once_and_summed_up(
    run: Run, typing: Typing, tmp_path: Path
) -> None:
    folder = tmp_path / "phone"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.vcf").write_text(card(f"Ana {number}x"), encoding="utf-8")
    (folder / "8.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n", encoding="utf-8")
    (folder / "notes.pdf").write_bytes(b"%PDF")

    said = typing("import", str(folder), lines=("Marta", "", "", "y"))

    assert said.err.count("Bring in the people of all 9 files?") == 1
    assert "1 person in the first of 9 files" in said.err
    assert "Not read: notes.pdf." in said.err
    assert "9 files, 9 people" in said.out
    assert "8 new · 0 changed · 0 unchanged · 1 refused" in said.out
    assert "8.vcf, line 1" in said.out
    assert len(run("customers", "list", "--json").json["customers"]) == 8


def test_standard_input_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PEOPLE.encode())))

    said = run("import", "-", "--cadence", "year")

    assert "3 new" in said.out


def test_what_a_leader_wrote_stays_unless_it_is_overwritten(run_in: Run, file: str) -> None:
    run_in("import", file)
    run_in("customers", "edit", "Ana Duarte", "--company", "Green Door")
    path = Path(file)
    path.write_text(
        path.read_text(encoding="utf-8")
        .replace("Phone Number", "Company Name,Phone Number")
        .replace("Duarte,", "Duarte,Blue Door,")
        .replace("Lind,", "Lind,Lind Bakery,"),
        encoding="utf-8",
    )

    kept = run_in("import", file)
    there = run_in("customers", "show", "Ana Duarte", "--json").json["company"]
    run_in("import", file, "--overwrite")
    overwritten = run_in("customers", "show", "Ana Duarte", "--json").json["company"]

    assert "1 detail stays as you wrote it by hand" in kept.out
    assert (there, overwritten) == ("Green Door", "Blue Door")


def test_who_may_be_there_already_is_said_at_the_end(
    run_in: Run, file: str, tmp_path: Path
) -> None:
    run_in("import", file)
    other = tmp_path / "others.csv"
    other.write_text("Name,Phone\nAnna Duarte,0113 496 0101\n", encoding="utf-8")

    said = run_in("import", str(other))

    assert "1 pair may be one person: dailycontact customers merge" in said.out


@pytest.mark.parametrize("form", ["csv", "vcf", "json", "xlsx"])
def test_our_own_export_comes_in_under_a_calm_title(
    run_in: Run, file: str, tmp_path: Path, form: str
) -> None:
    run_in("import", file)
    own = tmp_path / f"own.{form}"
    run_in("customers", "export", "-o", str(own))

    said = run_in("import", str(own))

    assert "Sheet(" not in said.out
    assert "0 new · 0 changed · 3 unchanged · 0 refused" in said.out


def test_of_a_folder_what_names_nobody_is_left_out(run: Run, file: str) -> None:
    folder = Path(file).parent
    (folder / "invoices.csv").write_text("Date,Amount\n2026-01-02,12\n", encoding="utf-8")

    said = run("import", str(folder), "--cadence", "year")

    assert "3 new" in said.out
    assert "Not read: invoices.csv." in said.err
    assert run("import", str(folder / "invoices.csv"), code=3).out == ""


def test_another_spelling_can_be_named(run: Run, typing: Typing, tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes("Name\nJānis Bērziņš\n".encode("cp775"))

    said = typing(
        *("import", str(path)),
        lines=("n", "99", "7", "klingon", "cp775", "y", "Marta", "", "", "y"),
    )

    assert "klingon” is not known" in said.err
    names = [one["name"] for one in run("customers", "list", "--json").json["customers"]]
    assert names == ["Jānis Bērziņš"]


def test_a_no_at_the_end_keeps_all_files_out(
    run: Run, typing: Typing, file: str, tmp_path: Path
) -> None:
    other = tmp_path / "others.csv"
    other.write_text("Name,Email\nCy Ray,cy@example.com\n", encoding="utf-8")

    said = typing(
        *("import", file, str(other), "--country", "Germany", "--cadence", "year"),
        lines=("Marta", "", "", "n"),
    )

    assert "Bring in the people of all 2 files?" in said.err
    assert "Nothing was brought in." in said.err
    assert run("customers", "list", code=4).out == ""
