"""The morning, through the command line, on both databases."""

from pathlib import Path

from conftest import Founded
from support.builders import MORNING, a_call, a_customer
from support.running import Run


def test_on_an_empty_machine_it_offers_two_next_steps_and_makes_nothing(
    run: Run, tmp_path: Path
) -> None:
    shown = run("today")

    assert "dailycontact import FILE" in shown.out
    assert "dailycontact demo" in shown.out
    assert list(tmp_path.iterdir()) == []


def test_the_same_customer_is_proposed_all_day(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        for name in ("Ana Duarte", "Bo Lind", "Jo Hansen"):
            a_customer(change, name)
    founded.book.rest()

    first = run_in("today", "--json").json["pick"]
    again = run_in("today", "--json", at="2026-11-23T17:40:00+00:00").json["pick"]

    assert first["customer"]["id"] == again["customer"]["id"]


def test_whoever_was_called_recently_is_not_proposed(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_call(change, a_customer(change))
    founded.book.rest()

    shown = run_in("today", "--json", at="2026-11-24T09:00:00+00:00").json

    assert shown["pick"] is None
    assert shown["state"] == "nobody"
