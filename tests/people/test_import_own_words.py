"""What a leader wrote by hand stays as it is, whatever a file says, unless --overwrite is said."""

from pathlib import Path
from typing import Any

import pytest

from conftest import Founded
from support.builders import MONDAY, MORNING
from support.imports import brought_in, counted, rows, written
from support.running import Run

HEADERS = "ID,Name,Company,Phone,Email,Country,Segment,Cadence\n"
ADA = "1,Ada Lind,Acme,+49301234567,a@x.example,DE,Gold,month\n"
OTHERWISE = "1,Ada Lind-Berg,Brightside,+49307654321,b@x.example,FR,Silver,year\n"


def customer(founded: Founded, *columns: str) -> tuple[Any, ...]:
    (row,) = rows(founded, f"SELECT {', '.join(columns)} FROM customer")  # noqa: S608 - our own names
    return tuple(row.values())


def ways(founded: Founded) -> tuple[list[str], list[str]]:
    phones = rows(founded, "SELECT e164 FROM phone ORDER BY position")
    emails = rows(founded, "SELECT address FROM email ORDER BY position")
    return [row["e164"] for row in phones], [row["address"] for row in emails]


def test_what_was_edited_stays_and_the_rest_is_corrected(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, f"{HEADERS}{ADA}"))
    run_in("customers", "edit", "1", "--company", "Lind & Co", "--cadence", "quarter")

    file = brought_in(run_in, written(tmp_path, f"{HEADERS}{OTHERWISE}"))
    again = brought_in(run_in, written(tmp_path, f"{HEADERS}{OTHERWISE}"))

    assert (counted(file), counted(again)) == ((0, 1, 0, 0), (0, 0, 1, 0))
    assert customer(founded, "name", "company", "cadence", "country", "folded") == (
        *("Ada Lind-Berg", "Lind & Co", 63, "FR", "ada lind-berg lind & co"),
    )


def test_overwrite_lets_the_file_win(founded: Founded, run_in: Run, tmp_path: Path) -> None:
    run_in("import", written(tmp_path, f"{HEADERS}{ADA}"))
    run_in("customers", "edit", "1", "--company", "Lind & Co", "--email", "mine@x.example")

    run_in("import", written(tmp_path, f"{HEADERS}{OTHERWISE}"), "--overwrite")
    run_in("import", written(tmp_path, f"{HEADERS}{OTHERWISE.replace('Brightside', 'Later')}"))

    assert customer(founded, "company") == ("Later",)


def test_what_was_taken_away_does_not_come_back(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, f"{HEADERS}{ADA}"))
    taken = ("--country", "-", "--remove-phone", "+49301234567", "--remove-email", "a@x.example")
    run_in("customers", "edit", "1", *taken, "--segment", "-")

    file = brought_in(run_in, written(tmp_path, f"{HEADERS}{ADA}"))

    assert counted(file) == (0, 0, 1, 0)
    assert customer(founded, "country", "zone", "segment_id") == (None, None, None)
    assert ways(founded) == ([], [])


def test_a_number_and_an_address_that_a_leader_added_give_way_to_nothing(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, f"{HEADERS}{ADA}"))
    run_in("customers", "edit", "1", "--remove-phone", "+49301234567", "--phone", "+4930111222")
    run_in("customers", "edit", "1", "--remove-email", "a@x.example", "--email", "my@x.example")

    brought_in(run_in, written(tmp_path, f"{HEADERS}{OTHERWISE}"))

    assert ways(founded) == (
        ["+4930111222", "+49307654321"],
        ["my@x.example", "b@x.example"],
    )


def test_a_number_that_was_taken_away_and_given_again_is_there(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, f"{HEADERS}{ADA}"))
    run_in("customers", "edit", "1", "--remove-phone", "+49301234567")
    run_in("customers", "edit", "1", "--phone", "+49301234567")

    file = brought_in(run_in, written(tmp_path, f"{HEADERS}{ADA}"))

    assert counted(file) == (0, 0, 1, 0)
    assert ways(founded)[0] == ["+49301234567"]


def test_an_edit_that_was_taken_back_is_nobodys_word(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, f"{HEADERS}{ADA}"))
    run_in("customers", "edit", "1", "--company", "Lind & Co")
    run_in("undo", "--yes")

    run_in("import", written(tmp_path, f"{HEADERS}{OTHERWISE}"))

    assert customer(founded, "company") == ("Brightside",)


def test_whoever_was_added_by_hand_keeps_what_was_written(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in(
        *("customers", "add", "Ada Lind", "--company", "Acme", "--email", "a@x.example"),
        *("--phone", "+49301234567"),
    )

    text = "ID,Name,Company,Phone,Email,Segment\n7,Ada Lind,Other,+49307654321,a@x.example,Gold\n"
    file = brought_in(run_in, written(tmp_path, text))

    assert counted(file) == (0, 1, 0, 0)
    assert customer(founded, "name", "company") == ("Ada Lind", "Acme")
    assert ways(founded)[0] == ["+49301234567", "+49307654321"]
    assert rows(founded, "SELECT name FROM segment") == [{"name": "Gold"}]


def test_a_zone_that_a_leader_set_survives_a_move(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, f"{HEADERS}{ADA}"))
    run_in("customers", "edit", "1", "--zone", "Europe/Lisbon")

    run_in("import", written(tmp_path, f"{HEADERS}{OTHERWISE}"))

    assert customer(founded, "country", "zone") == ("FR", "Europe/Lisbon")


def test_a_flag_fills_what_the_book_does_not_say_and_corrects_nothing(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, f"{HEADERS}{ADA}2,Bo Lind,,,b@x.example,,,\n3,Cy\n"))
    run_in("customers", "edit", "3", "--zone", "Asia/Tokyo")
    text = "1,Ada Lind,a@x.example\n2,Bo Lind,b@x.example\n3,Cy,\n"
    file = written(tmp_path, f"ID,Name,Email\n{text}")
    flags = ("--country", "UK", "--segment", "Silver", "--cadence", "year")

    came = brought_in(run_in, file, *flags)
    again = brought_in(run_in, file, *flags)
    columns = "SELECT country, zone, segment_id, cadence FROM customer ORDER BY id"
    kept = [tuple(row.values()) for row in rows(founded, columns)]
    run_in("import", file, *flags, "--overwrite")

    assert (counted(came), counted(again)) == ((0, 2, 1, 0), (0, 0, 3, 0))
    assert kept == [
        ("DE", "Europe/Berlin", 1, 21),
        ("GB", "Europe/London", 2, 252),
        ("GB", "Asia/Tokyo", 2, 252),
    ]
    assert [row["country"] for row in rows(founded, columns)] == ["GB", "GB", "GB"]


def test_what_a_row_says_goes_before_what_a_flag_says_of_the_same_person(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    headers = "Name,Email,Country,Zone,Segment,Cadence\n"
    text = f"{headers}Ada Lind,a@x.example,,,,\nAda Lind,a@x.example,US,America/Denver,Gold,month\n"

    flags = ("--country", "UK", "--segment", "Silver", "--cadence", "year")
    run_in("import", written(tmp_path, text), *flags)

    assert customer(founded, "country", "zone", "cadence") == ("US", "America/Denver", 21)
    assert rows(
        founded, "SELECT segment.name FROM customer JOIN segment ON segment_id = segment.id"
    ) == [{"name": "Gold"}]


@pytest.mark.parametrize("name", ["ada lind", "ADA LIND"])
def test_a_name_all_in_one_case_is_no_better(
    founded: Founded, run_in: Run, tmp_path: Path, name: str
) -> None:
    run_in("import", written(tmp_path, f"{HEADERS}{ADA}"))

    came = brought_in(run_in, written(tmp_path, f"{HEADERS}{ADA.replace('Ada Lind', name)}"))

    assert counted(came) == (0, 0, 1, 0)
    assert customer(founded, "name") == ("Ada Lind",)


def test_a_name_all_in_one_case_is_mended(founded: Founded, run_in: Run, tmp_path: Path) -> None:
    run_in("import", written(tmp_path, f"{HEADERS}{ADA.replace('Ada Lind', 'ADA LIND')}"))

    brought_in(run_in, written(tmp_path, f"{HEADERS}{ADA}"))

    assert customer(founded, "name") == ("Ada Lind",)


def test_a_number_that_was_found_wrong_stays_wrong_when_a_file_brings_it_again(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    file = written(tmp_path, f"{HEADERS}{ADA}", name="old.csv")
    later = ADA.replace("+49301234567", "+49307654321")
    run_in("import", file, "--source", "crm")
    with founded.book.change("log", leader_id=founded.leader_id, at=MORNING) as change:
        change.set("phone", 1, wrong_on=MONDAY)
    founded.book.rest()

    run_in("import", written(tmp_path, f"{HEADERS}{later}"), "--source", "crm")
    run_in("import", file, "--source", "crm")

    assert rows(founded, "SELECT e164, wrong_on IS NULL AS right FROM phone ORDER BY id") == [
        {"e164": "+49301234567", "right": 0},
        {"e164": "+49307654321", "right": 1},
    ]
