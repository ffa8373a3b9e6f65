"""Where a customer is and when to phone them: said, asked for once, and listed where not clear."""

import sys
from pathlib import Path

import pytest

from support.running import Run
from support.typing import Typed

ADD = ("customers", "add", "Ana Duarte")
SPANISH = (*ADD, "--country", "Spain", "--phone", "+34 612 345 678")


def test_hours_and_zone_are_shown_with_the_customer(run_in: Run) -> None:
    run_in(*SPANISH, "--zone", "Atlantic/Canary", "--hours", "10-16")

    shown = run_in("customers", "show", "ana")
    document = run_in("customers", "show", "ana", "--json").json

    assert "WHERE      Spain, Atlantic/Canary." in shown.out
    assert "HOURS      10:00-16:00 in their own day, as they wish." in shown.out
    assert document["hours"] == "10:00-16:00"
    assert (document["call_zones"], document["call_hours"]) == (["Atlantic/Canary"], "10:00-16:00")


def test_hours_are_taken_away_and_the_books_hold_again(run_in: Run) -> None:
    run_in(*ADD, "--hours", "10-16")

    changed = run_in("customers", "edit", "ana", "--hours", "-")

    document = run_in("customers", "show", "ana", "--json").json
    assert "Changed: hours." in changed.err
    assert (document["hours"], document["call_hours"]) == (None, "09:00-17:00")


def test_hours_that_reach_too_far_are_cut_and_it_is_said(run_in: Run) -> None:
    added = run_in(*ADD, "--hours", "7-12")
    edited = run_in("customers", "edit", "ana", "--hours", "18-23")

    assert "so it is 08:00-12:00." in added.err
    assert "so it is 18:00-21:00." in edited.err
    assert run_in("customers", "show", "ana", "--json").json["hours"] == "18:00-21:00"


@pytest.mark.parametrize("hours", ["lunch", "17-9", "22-23"])
def test_what_are_no_hours_changes_nothing(run_in: Run, hours: str) -> None:
    refused = run_in(*ADD, "--hours", hours, code=2)

    assert "write them like 09:00-17:00, or 9-17" in refused.err
    assert run_in("customers", "list", "--json").json["total"] == 0


def test_the_leader_is_asked_once_in_which_zone_somebody_is(
    run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed("2"))

    asked = run_in(*SPANISH)

    assert "Which time zone is Ana in? (1-3)" in asked.err
    assert "Europe/Madrid (it is 10:12 there)" in asked.err
    assert run_in("customers", "show", "ana", "--json").json["zone"] == "Atlantic/Canary"


def test_who_cannot_tell_the_zone_need_not(run_in: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Typed("3"))

    run_in(*SPANISH)

    document = run_in("customers", "show", "ana", "--json").json
    assert document["zone"] is None
    assert document["call_zones"] == ["Atlantic/Canary", "Europe/Madrid"]
    shown = " ".join(run_in("customers", "show", "ana").out.split())
    assert "Atlantic/Canary or Europe/Madrid; say which: dailycontact customers edit" in shown


@pytest.mark.parametrize(
    "words",
    [
        ("--country", "Spain", "--phone", "+34 915 550 123"),
        ("--country", "Germany"),
        ("--country", "Spain", "--zone", "Europe/Madrid"),
        ("--phone", "0113 496 0123"),
    ],
)
def test_nobody_is_asked_where_it_is_clear(
    run_in: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed())

    added = run_in(*ADD, *words)

    assert "Which time zone" not in added.err


def test_a_change_asks_only_when_it_makes_the_zone_unclear(
    run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_in(*SPANISH, "--zone", "Europe/Madrid")

    monkeypatch.setattr(sys, "stdin", Typed())
    renamed = run_in("customers", "edit", "ana", "--company", "Green Door")
    another = run_in("customers", "edit", "ana", "--phone", "+34 612 345 679")
    monkeypatch.setattr(sys, "stdin", Typed("1"))
    moved = run_in("customers", "edit", "ana", "--country", "Portugal")

    assert "Which time zone" not in renamed.err + another.err
    assert "Which time zone is Ana in? (1-3)" in moved.err
    assert run_in("customers", "show", "ana", "--json").json["zone"] == "Europe/Lisbon"


def test_a_number_that_is_added_says_where_somebody_is(run_in: Run) -> None:
    run_in(*SPANISH)
    before = run_in("customers", "list", "--no-zone", "--json").json

    run_in("customers", "edit", "ana", "--phone", "+34 928 550 123")

    after = run_in("customers", "list", "--no-zone", "--json").json
    assert [one["name"] for one in before["customers"]] == ["Ana Duarte"]
    assert after["total"] == 0
    assert run_in("customers", "show", "ana", "--json").json["call_zones"] == ["Atlantic/Canary"]


def test_an_undo_takes_the_zone_back(run_in: Run) -> None:
    run_in(*SPANISH)
    run_in("customers", "edit", "ana", "--zone", "Europe/Madrid")

    run_in("undo")

    assert run_in("customers", "list", "--no-zone", "--json").json["total"] == 1
    assert "whole" in run_in("check").out


def test_an_import_says_how_many_have_no_clear_zone(run_in: Run, tmp_path: Path) -> None:
    file = tmp_path / "customers.csv"
    file.write_text(
        "Name,Country,Phone\nAna Duarte,Spain,+34 612 345 678\nBo Lind,Spain,+34 915 550 123\n"
        "Cy Young,USA,+1 212 555 0123\nDee Ray,USA,+1 800 555 0123\n"
    )

    imported = run_in("import", str(file), "--yes")
    again = run_in("import", str(file), "--yes", "--json").json

    said = " ".join(imported.out.split())
    assert "2 customers could be in more than one time zone" in said
    assert "dailycontact customers edit NAME --zone ZONE" in said
    assert "Who that is dailycontact customers list --no-zone" in said
    assert again["plan"]["without_zone"] == 2


def test_an_import_that_corrects_a_number_corrects_the_zone(run_in: Run, tmp_path: Path) -> None:
    file = tmp_path / "customers.csv"
    file.write_text("ID,Name,Country,Phone\n7,Ana Duarte,Spain,+34 612 345 678\n")
    run_in("import", str(file), "--yes")

    file.write_text("ID,Name,Country,Phone\n7,Ana Duarte,Spain,+34 928 550 123\n")
    run_in("import", str(file), "--yes")

    assert run_in("customers", "show", "ana", "--json").json["call_zones"] == ["Atlantic/Canary"]
    assert "whole" in run_in("check").out


def test_the_books_hours_hold_for_all_who_have_none_of_their_own(run_in: Run) -> None:
    run_in(*ADD)
    run_in("customers", "add", "Bo Lind", "--hours", "14-16")

    changed = run_in("config", "--hours", "8-12")

    hours = [
        run_in("customers", "show", name, "--json").json["call_hours"] for name in ("ana", "bo")
    ]
    assert "Saved: the hours (08:00-12:00)." in changed.err
    assert run_in("config", "--json").json["hours"] == "08:00-12:00"
    assert "08:00-12:00 of the customer's own day" in run_in("config").out
    assert hours == ["08:00-12:00", "14:00-16:00"]


def test_the_books_hours_are_cut_too(run_in: Run) -> None:
    changed = run_in("config", "--hours", "7-22")

    assert "Nobody is phoned outside 08:00-21:00" in changed.err
    assert run_in("config", "--json").json["hours"] == "08:00-21:00"


def test_another_country_of_the_book_moves_those_whose_country_is_not_known(run_in: Run) -> None:
    run_in(*ADD, "--phone", "+1 800 555 0123")
    abroad = run_in("customers", "show", "ana", "--json").json["call_zones"]

    run_in("config", "--country", "USA", "--zone", "America/Chicago")

    there = run_in("customers", "show", "ana", "--json").json["call_zones"]
    assert len(abroad) > 1
    assert there == ["America/Chicago"]
    assert "whole" in run_in("check").out
