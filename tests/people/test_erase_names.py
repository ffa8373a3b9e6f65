"""Erasing touches the one who is erased and nobody else, through the command line."""

import json
from pathlib import Path

import pytest

from conftest import Founded
from support.builders import MORNING, a_customer, an_answer
from support.running import Run


def _rows_about(founded: Founded, customer_id: int) -> list[str]:
    """Return what the journal remembers of a customer's own row."""
    rows = founded.book.look().rows(
        "SELECT before, after FROM event_row WHERE table_name = 'customer' AND first_id = :id"
        " ORDER BY id",
        id=customer_id,
    )
    founded.book.rest()
    return [row[side] for row in rows for side in ("before", "after") if row[side]]


def _answer(founded: Founded, customer_id: int, text: str) -> int:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        answer_id = an_answer(change, customer_id, text)
    founded.book.rest()
    return answer_id


def _said(founded: Founded) -> list[str]:
    rows = founded.book.look().rows("SELECT verbatim FROM answer WHERE verbatim <> '' ORDER BY id")
    founded.book.rest()
    return [row["verbatim"] for row in rows]


def test_a_name_of_one_word_goes_from_the_history(run_in: Run, founded: Founded) -> None:
    run_in("customers", "add", "Cher", "--company", "Best", "--phone", "+441134960123")
    run_in("customers", "add", "Rose Cherry", "--phone", "+441134960124")
    run_in("log", "reached", "--customer", "1", "--nothing")
    run_in("customers", "edit", "1", "--cadence", "90")
    run_in("customers", "export", "1", "--output", "-")
    _answer(founded, 1, "Best service; Cher likes it")

    shown = run_in("customers", "erase", "1", "--name", "Cher")

    past = run_in("history", "--all").out
    assert "Cher," not in past
    assert "Best" not in past
    assert "added Rose Cherry" in past
    assert _said(founded) == ["Best service; Cher likes it"]
    assert "no full name" not in shown.err
    assert "“Best service; Cher likes it”" in shown.err


def test_however_the_history_called_them_it_does_no_more(run_in: Run) -> None:
    run_in("customers", "add", "cher", "--company", "ikea", "--phone", "+441134960123")
    run_in("customers", "add", "Ana Duarte", "--company", "Ana's", "--phone", "+441134960124")
    run_in("customers", "add", "田中 太郎", "--company", "田中珈琲", "--phone", "+81312345678")

    for number, name in ((1, "cher"), (2, "Ana Duarte"), (3, "田中 太郎")):
        run_in("customers", "erase", str(number), "--name", name)

    past = run_in("history", "--all").out
    assert past.count("added … ") == 3
    assert not any(word in past for word in ("cher", "ikea", "Ana", "田中", "珈琲"))


def test_a_company_of_one_word_is_left_in_the_words_of_others(
    run_in: Run, founded: Founded
) -> None:
    run_in("customers", "add", "Ana Duarte", "--company", "Best", "--phone", "+441134960123")
    run_in("customers", "add", "Rose Best", "--company", "Hope & Co", "--phone", "+441134960124")
    run_in("customers", "edit", "2", "--cadence", "90")
    _answer(founded, 2, "Best service, says Ana Duarte")
    before = _rows_about(founded, 2)

    run_in("customers", "erase", "1", "--name", "Ana Duarte", "--single-names")

    assert _said(founded) == ["… service, says …"]
    assert _rows_about(founded, 2) == before
    assert "Rose Best" in run_in("history", "--all").out


@pytest.mark.parametrize("more", [(), ("--single-names",)])
def test_whoever_shares_a_word_with_them_keeps_every_name(
    run_in: Run, founded: Founded, more: tuple[str, ...]
) -> None:
    run_in("customers", "add", "Will May", "--phone", "+441134960123")
    run_in("customers", "add", "May Long", "--company", "Will Will", "--phone", "+441134960124")
    run_in("customers", "add", "Will May Lee", "--phone", "+441134960125")
    run_in("log", "reached", "--customer", "2", "--nothing")
    run_in("customers", "edit", "2", "--cadence", "90")
    _answer(founded, 2, "May Long may be long in May; Will May Lee rang")
    before = _rows_about(founded, 2), _rows_about(founded, 3)

    run_in("customers", "erase", "1", "--name", "Will May", *more)

    past = run_in("history", "--all").out
    assert (_rows_about(founded, 2), _rows_about(founded, 3)) == before
    assert "added May Long, Will Will" in past
    assert "spoke with May Long" in past
    assert "added Will May Lee" in past
    assert "added Will May\n" not in past
    left = "…" if more else "May"
    assert _said(founded) == [f"May Long may be long in {left}; Will May Lee rang"]


def test_the_address_that_was_another_customers_before_goes_from_there_too(
    run_in: Run, founded: Founded
) -> None:
    run_in("customers", "add", "Bo Lind", "--email", "ana.duarte@x.example")
    run_in("customers", "edit", "1", "--remove-email", "ana.duarte@x.example")
    run_in("customers", "add", "Ana Duarte", "--email", "ana.duarte@x.example")

    run_in("customers", "erase", "2", "--name", "Ana Duarte")

    rows = founded.book.look().rows("SELECT before, after FROM event_row")
    said = json.dumps([[row["before"], row["after"]] for row in rows])
    assert "ana.duarte@x" not in said
    assert "Bo Lind" in said


def test_a_name_in_the_history_of_nobody_in_particular_is_shown_and_asked_about(
    run_in: Run, founded: Founded
) -> None:
    run_in("customers", "add", "Ana Duarte", "--phone", "+441134960123")
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_customer(change, "Bo Lind", phone=None)
        change.add("story", text="x", leader_id=1, day="2026-11-20", recorded_at=change.at)
        change.summary = "told how Ana came"
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.add("story", text="y", leader_id=1, day="2026-11-20", recorded_at=change.at)
        change.summary = "told how Ana went"
    founded.book.rest()

    document = run_in("customers", "erase", "1", "--dry-run", "--json").json
    stays = run_in("customers", "erase", "1", "--dry-run").out
    goes = run_in("customers", "erase", "1", "--dry-run", "--single-names").out
    run_in("customers", "erase", "1", "--name", "Ana Duarte", "--single-names")

    past = run_in("history", "--all").out
    assert [one["text"] for one in document["single_names"]] == ["told how Ana went"]
    assert "without --single-names" in stays
    assert "it goes from there, too:" in goes
    assert "the history: “told how Ana went”" in goes
    assert "told how … went" in past
    assert "told how Ana came" in past


def test_the_names_that_a_leader_gave_to_something_are_said_to_stay(
    run_in: Run, founded: Founded, tmp_path: Path
) -> None:
    run_in("customers", "add", "Ana Duarte", "--phone", "+441134960123")
    file = tmp_path / "Ana Duarte.csv"
    file.write_text("Name,Phone\nBo Lind,+441134960124\n")
    run_in("import", str(file), "--yes", "--segment", "Ana Duarte friends")
    _answer(founded, 2, "It is order 44113496012345.")

    shown = " ".join(run_in("customers", "erase", "1", "--name", "Ana Duarte").err.split())

    if not founded.book.is_shared:
        assert "longer words or numbers" in shown
        assert "the name of a segment" in shown
        assert "the name of a list that was imported" in shown


def test_a_list_of_names_and_companies_brings_nobody_back(run_in: Run, tmp_path: Path) -> None:
    run_in("customers", "add", "Ana Duarte", "--company", "Green Door", "--phone", "+441134960123")
    run_in("customers", "erase", "1", "--name", "Ana Duarte")
    file = tmp_path / "connections.csv"
    file.write_text("Name,Company\nANA DUARTE,green  door\nBo Lind,Green Door\n")

    run_in("import", str(file), "--yes")

    there = run_in("customers", "list", "--json").json["customers"]
    assert [one["name"] for one in there] == ["Bo Lind"]


def test_the_name_and_company_do_not_come_in_again(run_in: Run, founded: Founded) -> None:
    run_in(
        "customers", "add", "Ana Duarte", "--company", "Green Door Cafés",
        "--phone", "+441134960123", "--email", "ana@duarte.example",
    )  # fmt: skip
    run_in("customers", "add", "Bo Lind", "--company", "Blue Sky", "--phone", "+441134960124")
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_customer(change, "Bo Lind", company="Blue Sky", phone=None)
    founded.book.rest()

    run_in("customers", "erase", "1", "--name", "Ana Duarte")
    run_in("customers", "erase", "2", "--name", "Bo Lind")

    refused = run_in("customers", "add", "ANA DUARTE", "--company", "green door cafes", code=None)
    namesake = run_in("customers", "add", "Ana Duarte", "--company", "Red Door")
    other = run_in("customers", "add", "Bo Lind", "--company", "Blue Sky")
    assert refused.code == 7
    assert namesake.code == 0
    assert other.code == 0
