"""A number that nobody answers: listed, looked at, tried again; through the command line."""

from pathlib import Path
from typing import Any

import pytest

from conftest import Founded
from dailycontact.core.rhythm import PARKED_AT, Happening
from dailycontact.store import calendar, rhythms
from support.builders import MONDAY, MORNING, a_customer
from support.running import Run

FILE = "Name,Phone,Email\nAna Duarte,{},ana@duarte.example\n"


@pytest.fixture(autouse=True)
def _people(founded: Founded) -> None:
    """Put Ana, who was missed fifteen times, and Bo, who was missed once, into the book."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_customer(change, "Ana Duarte")
        a_customer(change, "Bo Lind", phone="+441134960188")
        for _ in range(PARKED_AT):
            rhythms.happened(change, 1, Happening.MISS, day=MONDAY, waits=60)
        rhythms.happened(change, 2, Happening.MISS, day=MONDAY, waits=1)
    founded.book.rest()


def column(founded: Founded, name: str, *, customer_id: int = 1) -> Any:
    found = founded.book.look().row("SELECT * FROM customer WHERE id = :id", id=customer_id)
    assert found is not None
    value = found[name]
    founded.book.rest()
    return value


def may_be_tried(founded: Founded) -> bool:
    today = calendar.number_of(founded.book.look(), MONDAY)
    return bool(column(founded, "eligible_from") <= today)


def words(text: str) -> str:
    return " ".join(text.split())


def test_those_whose_number_nobody_answers_are_listed(run_in: Run) -> None:
    shown = run_in("customers", "list", "--check-number")

    assert "Ana Duarte" in shown.out
    assert "Bo Lind" not in shown.out
    said = words(shown.out)
    assert "1 customer has not answered 15 times in a row or more." in said
    assert "dailycontact customers edit NAME --number-checked" in said


def test_where_everybody_answers_the_list_says_so(run_in: Run) -> None:
    run_in("customers", "edit", "Ana", "--number-checked")

    shown = run_in("customers", "list", "--check-number")

    assert "No number in the book seems to be wrong." in shown.out


def test_whoever_refused_need_not_be_looked_at(run_in: Run) -> None:
    run_in("customers", "do-not-contact", "Ana", "--yes")

    assert run_in("customers", "list", "--check-number", "--json").json["total"] == 0


def test_the_list_as_json_counts_the_calls_that_were_missed(run_in: Run) -> None:
    (found,) = run_in("customers", "list", "--check-number", "--json").json["customers"]

    assert (found["name"], found["misses"]) == ("Ana Duarte", PARKED_AT)


def test_one_customer_is_shown_with_what_to_do(run_in: Run) -> None:
    ana = words(run_in("customers", "show", "Ana").out)
    bo = run_in("customers", "show", "Bo").out

    assert "NUMBER Not answered 15 times in a row: is it still theirs?" in ana
    assert "dailycontact customers edit 1 --phone NUMBER" in ana
    assert "NUMBER" not in bo


def test_a_number_that_was_looked_at_is_tried_again_at_once(founded: Founded, run_in: Run) -> None:
    shown = run_in("customers", "edit", "Ana", "--number-checked")

    assert "Changed: number checked." in shown.err
    assert column(founded, "misses") == 0
    assert may_be_tried(founded)
    assert "Number looked at; tried again from here." in run_in("customers", "show", "Ana").out


@pytest.mark.parametrize("number", ["+441134960177", "mobile=+447700900123"])
def test_another_number_is_tried_at_once(founded: Founded, run_in: Run, number: str) -> None:
    shown = run_in("customers", "edit", "Ana", "--phone", number)

    assert "Changed: phone and number checked." in shown.err
    assert column(founded, "misses") == 0
    assert may_be_tried(founded)


def test_a_wrong_number_that_is_right_after_all_is_tried_at_once(
    founded: Founded, run_in: Run
) -> None:
    run_in("customers", "edit", "Ana", "--phone", "+447700900123")
    run_in("log", "wrong-number", "--phone", "2", "--customer", "1")
    missed = column(founded, "misses")

    run_in("customers", "edit", "Ana", "--phone", "+447700900123")

    assert (missed, column(founded, "misses")) == (1, 0)


@pytest.mark.parametrize(
    "words_", [("--phone", "+441134960123"), ("--email", "a@example.com"), ("--cadence", "year")]
)
def test_what_says_nothing_of_the_number_lets_them_rest(
    founded: Founded, run_in: Run, words_: tuple[str, ...]
) -> None:
    run_in("customers", "edit", "Ana", *words_)

    assert column(founded, "misses") == PARKED_AT
    assert not may_be_tried(founded)


def test_whoever_was_never_missed_has_nothing_to_check(run_in: Run) -> None:
    run_in("customers", "edit", "Ana", "--number-checked")

    shown = run_in("customers", "edit", "Ana", "--number-checked")

    assert "Nothing to change" in shown.err


def test_undo_lets_them_rest_again(founded: Founded, run_in: Run) -> None:
    run_in("customers", "edit", "Ana", "--phone", "+441134960177")
    run_in("undo", "--yes")

    assert column(founded, "misses") == PARKED_AT
    assert not may_be_tried(founded)


def test_a_file_with_another_number_lets_them_be_tried(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    file.write_text(FILE.format("+44 113 496 0123"), encoding="utf-8")
    run_in("import", str(file), "--yes")
    same = column(founded, "misses")
    file.write_text(FILE.format("+44 113 496 0177"), encoding="utf-8")

    run_in("import", str(file), "--yes")

    assert (same, column(founded, "misses")) == (PARKED_AT, 0)
    assert may_be_tried(founded)
    run_in("undo", "--yes")
    assert column(founded, "misses") == PARKED_AT
