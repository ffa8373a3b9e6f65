"""The team: joining, names, and leaving, through the command line, on both databases."""

import sys

import pytest

from conftest import Founded
from support.builders import MORNING, a_customer, a_finish, an_action, an_answer
from support.running import Run
from support.typing import Typed


@pytest.fixture
def two(run_in: Run) -> None:
    """Let Priya Nair make calls beside Marta Silva."""
    run_in("team", "add", "Priya Nair", "--alias", "Pri", "--leads")


def test_somebody_who_joins_is_in_the_list(run_in: Run) -> None:
    alone = run_in("team", "list")
    joined = run_in("team", "add", "Tom Berg", "--email", "tom@example.com", "--alias", "Tommy")
    shown = run_in("team", "list")

    assert "dailycontact team add NAME" in alone.out
    assert "Tom Berg is in the team." in joined.err
    assert "Tom Berg  also Tommy  tom@example.com" in shown.out
    assert "2 in the team; 1 makes calls." in shown.out


def test_whoever_makes_calls_is_told_how(run_in: Run) -> None:
    joined = run_in("team", "add", "Priya Nair", "--leads")

    assert "and makes calls too: dailycontact --as Priya today" in joined.err


def test_the_team_as_a_document(run_in: Run) -> None:
    joined = run_in("team", "add", "Tom Berg", "--alias", "Tommy", "--json").json
    members = run_in("team", "list", "--json").json["members"]

    assert members[1] == joined["member"] | {"talked_on": None}
    assert joined["back"] is False
    assert joined["member"] == {
        "id": 2,
        "name": "Tom Berg",
        "aliases": ["Tommy"],
        "email": None,
        "leads": False,
        "left_on": None,
    }


@pytest.mark.parametrize(
    "words", [["Marta Silva"], ["marta  silva"], ["Tom", "--alias", "Marta Silva"]]
)
def test_two_cannot_go_by_the_same_name(run_in: Run, words: list[str]) -> None:
    refused = run_in("team", "add", *words, code=7)

    assert "Marta Silva goes by" in refused.err
    assert "surname" in refused.err


def test_a_name_is_needed(run_in: Run) -> None:
    assert "Their name is missing" in run_in("team", "add", code=2).err
    assert "cannot be empty" in run_in("team", "edit", "marta", "--name", " ", code=2).err


def test_what_somebody_is_called_can_be_changed(run_in: Run) -> None:
    run_in("team", "add", "Tom Berg", "--alias", "Tommy", "--email", "tom@example.com")
    run_in(
        *("team", "edit", "tommy", "--name", "Thomas Berg", "--alias", "Tom", "--alias", "tom"),
        *("--remove-alias", "TOMMY", "--email", "-"),
    )

    member = run_in("team", "edit", "tom", "--leads", "--json").json["member"]

    assert member["name"] == "Thomas Berg"
    assert member["aliases"] == ["Tom"]
    assert member["email"] is None
    assert member["leads"] is True


def test_an_edit_says_what_is_to_be_changed(run_in: Run) -> None:
    assert "Say what is to be changed" in run_in("team", "edit", "marta", code=2).err


@pytest.mark.parametrize("words", [["left", "marta"], ["edit", "marta", "--no-leads"]])
def test_the_last_leader_stays(run_in: Run, words: list[str]) -> None:
    refused = run_in("team", *words, code=7)

    assert "Marta Silva is the only one who makes calls" in refused.err


def _holding(founded: Founded) -> None:
    """Give Priya a customer who is owed news, a promise, an open action and a deputyship."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        ana = a_customer(change, leader_id=2)
        a_customer(change, "Bo Lind")
        told, waiting = an_answer(change, ana), an_answer(change, ana, "Open on Sundays")
        a_finish(change, an_action(change, told, owner_id=2), told)
        an_action(change, waiting, title="Open on Sundays", owner_id=2)
        change.add(
            "promise",
            customer_id=ana,
            leader_id=2,
            kind="thing",
            text="send the price list",
            due_on="2026-11-30",
            recorded_at=change.at,
        )
        change.add("leave", leader_id=1, first_on="2026-12-21", last_on="2026-12-23", deputy_id=2)
    founded.book.rest()


@pytest.mark.usefixtures("two")
def test_whoever_leaves_hands_over_and_their_open_actions_look_for_someone(
    founded: Founded, run_in: Run
) -> None:
    _holding(founded)
    run_in("--as", "marta", "team", "add", "Eva Roth", "--leads")

    left = run_in("--as", "marta", "team", "left", "priya", "--to", "eva")
    shown = run_in("--as", "marta", "customers", "show", "ana", "--json").json

    assert "Priya Nair has left the team; what they did stays." in left.err
    assert "Eva Roth takes over 1 customer and 1 open promise." in left.err
    assert "1 answer of them to tell" in left.err
    assert "A2 is looking for someone" in left.err
    assert shown["leader"] == "Eva Roth"
    assert [each["actions"][0]["owner"] for each in shown["answers"]] == ["Priya Nair", None]
    absence = run_in("--as", "marta", "leave", "--json").json["leave"][0]
    assert absence["deputy"] == "Eva Roth"


@pytest.mark.usefixtures("two")
def test_customers_and_promises_are_left_to_nobody(founded: Founded, run_in: Run) -> None:
    _holding(founded)
    run_in("--as", "marta", "team", "add", "Tom Berg")

    unnamed = run_in("--as", "marta", "team", "left", "priya", code=2)
    no_leader = run_in("--as", "marta", "team", "left", "priya", "--to", "tom", code=7)
    themselves = run_in("--as", "marta", "team", "left", "priya", "--to", "pri", code=7)

    assert "Priya Nair has 1 customer and 1 open promise; say who takes over" in unnamed.err
    assert "Tom Berg cannot take over" in no_leader.err
    assert "Priya Nair cannot take over" in themselves.err


@pytest.mark.usefixtures("two")
def test_whoever_stops_making_calls_hands_over_and_keeps_their_actions(
    founded: Founded, run_in: Run
) -> None:
    _holding(founded)

    changed = run_in("--as", "marta", "team", "edit", "pri", "--no-leads", "--to", "marta")
    shown = run_in("customers", "show", "ana", "--json").json

    assert "Marta Silva takes over 1 customer and 1 open promise." in changed.err
    assert shown["leader"] == "Marta Silva"
    assert run_in("leave", "--json").json["leave"][0]["deputy"] is None
    assert [each["actions"][0]["owner"] for each in shown["answers"]] == ["Priya Nair"] * 2


def test_whoever_has_nothing_simply_leaves_and_may_come_back(run_in: Run) -> None:
    run_in("team", "add", "Tom Berg", "--alias", "Tommy")

    gone = run_in("team", "left", "tom", "--json").json
    listed = run_in("team", "list")
    everybody = run_in("team", "list", "--all")
    back = run_in("team", "add", "tom berg", "--email", "tom@example.com")

    assert (gone["to"], gone["customers"], gone["actions"]) == (None, [], [])
    assert "Tom Berg" not in listed.out
    assert "left Monday 23 November" in everybody.out
    assert "tom berg is back in the team." in back.err
    member = run_in("team", "list", "--json").json["members"][1]
    assert (member["aliases"], member["email"]) == (["Tommy"], "tom@example.com")


@pytest.mark.usefixtures("two")
def test_undo_takes_a_leaving_back_whole(founded: Founded, run_in: Run) -> None:
    _holding(founded)
    before = run_in("--as", "marta", "customers", "show", "ana", "--json").json
    run_in("--as", "marta", "team", "left", "priya", "--to", "marta")

    run_in("undo", "--yes")

    after = run_in("--as", "marta", "customers", "show", "ana", "--json").json
    assert after == before


def test_a_slip_in_a_name_is_no_new_member_where_nobody_can_be_asked(run_in: Run) -> None:
    run_in("team", "add", "Priya Nair", "--alias", "Mouse")

    for typed in ("Pria", "Muose"):
        refused = run_in("story", "Stayed late", "--who", typed, code=4)

        assert f"called '{typed}'; did you mean Priya Nair? If they are new" in refused.err


@pytest.mark.parametrize(
    ("typed", "who"), [(("",), "Priya Nair"), (("n", "y"), "Pria"), (("n", "n"), None)]
)
def test_a_slip_in_a_name_is_asked_about(
    run_in: Run, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], who: str | None
) -> None:
    run_in("team", "add", "Priya Nair")
    monkeypatch.setattr(sys, "stdin", Typed(*typed))

    told = run_in("story", "Stayed late", "--who", "Pria", code=0 if who else 4)

    members = [one["name"] for one in run_in("team", "list", "--json").json["members"]]
    assert "Is it Priya Nair? [Y/n]" in told.err
    assert ("Pria" in members) is (who == "Pria")
    assert who is None or who in told.err + told.out


def test_a_slip_in_a_customers_name_says_who_may_be_meant(run_in: Run) -> None:
    run_in("customers", "add", "Jean Petit", "--phone", "+441134960123")

    refused = run_in("customers", "show", "Jaen", code=4)

    assert "No customer is called 'Jaen'; did you mean Jean Petit?" in refused.err


@pytest.mark.parametrize(
    "words", [("team", "add", "Ben Ito", "--leads"), ("team", "edit", "tom", "--leads")]
)
def test_who_was_the_only_leader_hears_how_to_stay_known_here(
    run_in: Run, words: tuple[str, ...]
) -> None:
    run_in("team", "add", "Tom Berg")

    joined = run_in(*words)
    known = run_in("config", "--me", "Marta Silva")
    more = run_in("team", "add", "Ines Moreau", "--leads")

    assert 'you, on this computer: dailycontact config --me "Marta Silva"' in joined.err
    assert known.code == 0
    assert "on this computer" not in more.err


def test_who_makes_no_calls_changes_nothing_for_the_leader(run_in: Run) -> None:
    joined = run_in("team", "add", "Tom Berg")

    assert "on this computer" not in joined.err


def test_how_a_new_leader_begins_names_the_same_book(founded: Founded, run_in: Run) -> None:
    run_in("team", "add", "Tom Berg", "--leads")
    book = founded.book.address

    joined = run_in("--book", book, "--as", "Marta", "team", "add", "Jo Berg", "--leads")

    named = "URL" if founded.book.is_shared else book
    assert f"and makes calls too: dailycontact --book {named} --as Jo today" in " ".join(
        joined.err.split()
    )


@pytest.mark.parametrize(
    "typed", ["Tom <tom@example.com>", "tom@example.com\r\nX: y", "tom@", "tom at example.com"]
)
def test_what_mail_cannot_go_to_is_no_address(run_in: Run, typed: str) -> None:
    run_in("team", "add", "Tom Berg", "--email", " tom@example.com ")

    joining = run_in("team", "add", "Zoe", "--email", typed, code=2)
    editing = run_in("team", "edit", "Tom", "--email", typed, code=2)

    assert "no address" in joining.err
    assert "no address" in editing.err
    emails = {
        each["name"]: each["email"] for each in run_in("team", "list", "--json").json["members"]
    }
    assert emails.pop("Tom Berg") == "tom@example.com"
    assert "Zoe" not in emails
