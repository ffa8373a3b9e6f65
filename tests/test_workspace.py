"""Which book, who I am, and whom I mean: what is said where that is not clear."""

import sys
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.core.book import BookSettings
from dailycontact.settings import load
from dailycontact.terminal.screen import Screen
from dailycontact.workspace import Workspace
from support.builders import MORNING, a_customer
from support.running import Run
from support.typing import Typed
from support.zones import FIRST, FORTY, LAST, changes


@pytest.fixture
def marias(founded: Founded) -> tuple[int, int]:
    """Return two customers of the same first name."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        made = a_customer(change, "Maria Lund"), a_customer(change, "Maria Berg")
    founded.book.rest()
    return made


def test_a_named_command_acts_on_the_book_that_was_named(run: Run) -> None:
    run("demo")

    added = run("--book", "demo", "customers", "add", "Bo Lind")
    refused = run("--book", "demo", "loop", "--customer", "nobody at all", code=4)

    assert "Wrong? dailycontact --book demo undo" in added.err
    assert "dailycontact --book demo customers list" in refused.err


def test_the_next_command_is_not_on_the_book_of_the_one_before(
    run: Run, run_in: Run, tmp_path: Path
) -> None:
    run("--book", str(tmp_path / "my other.db"), "today", code=None)

    added = run_in("customers", "add", "Bo Lind")

    assert "Wrong? dailycontact undo" in added.err


def test_a_password_is_not_repeated_in_a_named_command(run: Run, tmp_path: Path) -> None:
    refused = run("--book", "postgresql://bo:secret@localhost:1/none", "today", code=6)

    assert "secret" not in refused.err
    assert str(tmp_path) not in refused.err


def test_what_a_customer_says_is_never_changed(run: Run) -> None:
    run("demo")
    words = "I would like a dailycontact undo for our orders."
    run("--book", "demo", "log", "reached", "--customer", "jo", "--better", words)

    shown = run("--book", "demo", "customers", "show", "jo", "--json")

    assert words in shown.out


def test_a_book_that_is_missing_is_named_where_it_was_named(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "no such.db"

    named = run("--book", str(missing), "loop", code=4)
    usual = run("loop", code=4)

    assert f"There is no book in {missing}." in named.err
    assert f"dailycontact --book '{missing}' import FILE" in named.err
    assert "There is no book yet." in usual.err


def test_a_database_of_another_kind_is_refused(run: Run) -> None:
    refused = run("--book", "mysql://server/team", "today", code=2)

    assert "A book cannot be kept in mysql://" in refused.err
    assert "postgresql://server/name" in refused.err


def test_a_name_that_is_nobody_here_says_where_it_comes_from(
    run_in: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('me = "Sam"\n')
    monkeypatch.setenv("DAILYCONTACT_CONFIG", str(settings))

    from_file = run_in("leave", code=4)
    monkeypatch.setenv("DAILYCONTACT_AS", "Alex")
    from_environment = run_in("leave", code=4)
    from_flag = run_in("--as", "Kim", "leave", code=4)

    assert f"You are called 'Sam' ({settings})" in from_file.err
    assert "You are called 'Alex' (DAILYCONTACT_AS)" in from_environment.err
    assert "You are called 'Kim' (--as)" in from_flag.err


def test_a_name_that_the_computer_gave_can_be_changed(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "root")

    made = run("team", "add", "Priya Nair")

    assert "Another name? dailycontact team edit 'Root' --name NAME" in made.err


@pytest.mark.parametrize("words", [("show",), ("edit", "--company", "Lund AS"), ("pause",)])
def test_of_several_who_fit_one_is_chosen(
    marias: tuple[int, int],
    words: tuple[str, ...],
    run_in: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command, *options = words
    monkeypatch.setattr(sys, "stdin", Typed("2"))

    shown = run_in("customers", command, "maria", *options)

    assert f"1  {marias[0]} Maria Lund" in shown.err
    assert "Maria Berg" in shown.out + shown.err.split("Whom do you mean?")[1]


@pytest.mark.usefixtures("marias")
def test_of_several_who_fit_none_is_chosen_where_nobody_can_be_asked(run_in: Run) -> None:
    refused = run_in("customers", "show", "maria", code=4)

    assert "Several fit 'maria'" in refused.err


@pytest.mark.usefixtures("marias")
def test_whoever_is_not_named_is_asked_for(run_in: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Typed("lund"))

    shown = run_in("customers", "show")

    assert "Maria Lund" in shown.out


@pytest.mark.usefixtures("marias")
def test_whoever_is_not_named_is_missing_where_nobody_can_be_asked(run_in: Run) -> None:
    refused = run_in("customers", "show", code=2)

    assert "Which customer is missing" in refused.err


def test_a_word_in_the_place_of_a_number_is_said_plainly(run: Run) -> None:
    refused = run("config", "--attempts", "many", code=2)

    assert "--attempts takes a whole number, not 'many'." in refused.err


def test_an_option_that_there_is_not_suggests_nothing_misleading(run: Run) -> None:
    refused = run("loop", "--jsom", code=2)

    assert "No such option: --jsom" in refused.err
    assert "Possible options" not in refused.err


def test_a_group_alone_shows_its_help_and_does_not_send_to_it(run: Run) -> None:
    helped = run("team", code=None)

    assert "Somebody joins." in helped.out + helped.err
    assert "See dailycontact team --help" not in helped.err


@pytest.mark.parametrize("zone", FORTY)
def test_no_day_of_the_book_is_skipped_or_doubled_when_its_clocks_change(zone: str) -> None:
    workspace = Workspace(settings=load(), screen=Screen(), now=MORNING)
    workspace.__dict__["book_settings"] = BookSettings(zone=zone)

    instants = sorted(
        {FIRST + timedelta(hours=hours) for hours in range(0, (LAST - FIRST).days * 24, 12)}
        | {
            change + timedelta(minutes=minutes)
            for change in changes(zone)
            for minutes in range(-180, 181)
        }
    )
    steps = {
        (workspace.day_of(later) - workspace.day_of(earlier)).days
        for earlier, later in pairwise(instants)
    }

    assert steps == {0, 1}


def test_a_clock_that_is_set_back_is_on_the_day_it_was_on() -> None:
    workspace = Workspace(settings=load(), screen=Screen(), now=MORNING)
    workspace.__dict__["book_settings"] = BookSettings(zone="America/Havana")
    hours = [datetime(2026, 11, 1, tzinfo=UTC) + timedelta(hours=step) for step in range(48)]

    forwards = [workspace.day_of(hour) for hour in hours]
    backwards = [workspace.day_of(hour) for hour in reversed(hours)]

    assert backwards[::-1] == forwards == sorted(forwards)
