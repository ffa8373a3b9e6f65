"""Customers, listed, shown, added and edited, through the command line, on both databases."""

import pytest

from conftest import Founded
from support.builders import (
    MORNING,
    a_call,
    a_customer,
    a_finish,
    a_telling,
    an_action,
    an_answer,
)
from support.loop import count_rows
from support.running import Run


@pytest.fixture
def ana(founded: Founded) -> int:
    """Return Ana Duarte of Green Door Cafés, with a number, spoken to today."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        customer_id = a_customer(change, company="Green Door Cafés")
        a_call(change, customer_id, notes="daughter starts school")
    founded.book.rest()
    return customer_id


def test_a_list_has_a_line_for_each_and_says_what_else_can_be_seen(run_in: Run, ana: int) -> None:
    shown = run_in("customers", "list")

    assert f"{ana}  Ana Duarte  Green Door Cafés  +441134960123  month  23 Nov" in shown.out
    assert "1 customer. One of them: dailycontact customers show NAME" in shown.out


def test_a_list_of_nobody_says_so(run_in: Run) -> None:
    shown = run_in("customers", "list", "nobody", "there")

    assert "Nobody in the book fits." in shown.out


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["duarte"], ["Ana Duarte"]),
        (["0999"], []),
        (["113 496"], ["Ana Duarte", "Bo Lind", "Eva Refused", "Pia Paused"]),
        (["bo@example.com"], ["Bo Lind"]),
        (["--no-phone"], ["Jo Silent"]),
        (["--do-not-contact"], ["Eva Refused"]),
        (["--paused"], ["Pia Paused"]),
        (["--mine"], ["Bo Lind"]),
        (["--segment", "CAFES"], ["Ana Duarte"]),
        (["--left"], ["Lea Gone"]),
        (["a%"], []),
    ],
)
def test_a_list_can_be_narrowed(
    founded: Founded, run_in: Run, words: list[str], names: list[str]
) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        segment_id = change.add("segment", name="Cafés")
        a_customer(change, "Ana Duarte", segment_id=segment_id)
        bo = a_customer(change, "Bo Lind", leader_id=founded.leader_id)
        change.add("email", customer_id=bo, position=1, address="Bo@Example.com")
        a_customer(change, "Jo Silent", phone=None)
        a_customer(change, "Eva Refused", do_not_contact_on="2026-11-01")
        a_customer(change, "Pia Paused", paused_on="2026-11-01")
        a_customer(change, "Lea Gone", left_on="2026-11-01")
    founded.book.rest()

    found = run_in("customers", "list", *words, "--json").json["customers"]

    assert [each["name"] for each in found] == names


def test_a_segment_that_is_not_there_is_an_error_that_lists_those_that_are(
    founded: Founded, run_in: Run
) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.add("segment", name="Hotels")
    founded.book.rest()

    shown = run_in("customers", "list", "--segment", "Cafés", code=4)

    assert "no segment 'Cafés'; there are Hotels" in shown.err


def test_a_long_list_shows_the_first_and_counts_the_others(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        for number in range(203):
            a_customer(change, f"Customer {number:03}", phone=None)
    founded.book.rest()

    shown = run_in("customers", "list")
    everybody = run_in("customers", "list", "--all")

    assert "The first 200 of 203, and 3 more" in shown.out
    assert "Customer 202" not in shown.out
    assert "Customer 202" in everybody.out


def test_a_list_says_why_somebody_is_not_phoned(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_customer(change, "Eva Refused", do_not_contact_on="2026-11-01")
        a_customer(change, "Jo Silent", phone=None, cadence=10)
        a_customer(change, "Pia Paused", paused_on="2026-11-01")
    founded.book.rest()

    lines = run_in("customers", "list").out.splitlines()

    assert any("Eva Refused" in line and "do not contact" in line for line in lines)
    assert any("Jo Silent" in line and "no phone" in line and "10 days" in line for line in lines)
    assert any("Pia Paused" in line and line.endswith("paused") for line in lines)


def test_one_customer_is_shown_with_their_whole_story(
    founded: Founded, run_in: Run, ana: int
) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        call_id = int(change.value("SELECT MIN(id) AS value FROM call"))
        answer = an_answer(change, ana, call_id=call_id)
        an_answer(change, ana, "Priya is lovely", call_id=call_id, kind="praise", urgent=1)
        finish = a_finish(change, an_action(change, answer), answer)
        a_telling(change, finish, answer, words="by letter", channel="letter")
        change.add(
            "promise",
            customer_id=ana,
            call_id=call_id,
            leader_id=founded.leader_id,
            kind="thing",
            text="an answer by Christmas",
            due_on="2026-12-25",
            recorded_at=change.at,
            settled_on="2026-11-23",
            settled_how="kept",
        )
        change.set("customer", ana, referred_by="Bo Lind", renewed_on="2026-11-01", country="GB")
    founded.book.rest()

    out = run_in("customers", "show", "green", "door").out

    assert "Recommended by Bo Lind." in out
    assert "Renewed on Sunday 1 November." in out
    assert "United Kingdom" in out
    assert "You spoke (Marta Silva). Note: daughter starts school." in out
    assert "“Your invoices never say" in out
    assert "Told about 1 by letter, pleased: “by letter”." in out
    assert "Promised: an answer by Christmas (by Friday 25 December); kept on Monday" in out
    assert "“Priya is lovely”  (urgent)" in out


def test_the_document_of_one_customer_has_their_story_in_parts(run_in: Run, ana: int) -> None:
    document = run_in("customers", "show", str(ana), "--json").json

    assert document["name"] == "Ana Duarte"
    assert document["leader"] is None
    assert [call["outcome"] for call in document["calls"]] == ["reached"]
    assert document["answers"] == document["promises"] == document["tellings"] == []


def test_a_customer_to_whom_nothing_happened_is_shown_too(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_customer(change, "Jo Silent", phone=None)
    founded.book.rest()

    out = run_in("customers", "show", "jo").out

    assert "no phone" in out
    assert "No number to phone." in out
    assert "Nothing has happened yet." in out


def test_a_customer_added_by_hand_has_their_turn_soon(run_in: Run) -> None:
    added = run_in(
        *("customers", "add", "Ana Duarte", "--company", "Green Door Cafés"),
        *("--phone", "office=0113 496 0123", "--phone", "mobile=+447400123456"),
        *("--email", "ana@example.com", "--segment", "Cafés", "--cadence", "quarter"),
        *("--leader", "marta", "--referral", "a neighbour", "--json"),
    ).json["customer"]

    assert [phone["e164"] for phone in added["phones"]] == ["+441134960123", "+447400123456"]
    assert [phone["label"] for phone in added["phones"]] == ["office", "mobile"]
    assert added["emails"] == ["ana@example.com"]
    assert (added["country"], added["zone"]) == ("GB", "Europe/London")
    assert (added["segment"], added["every"], added["leader_id"]) == ("Cafés", 63, 1)
    assert added["referred_by"] == "a neighbour"
    assert added["turn_on"] == "2026-12-10"


def test_a_number_that_is_odd_is_kept_and_said(run_in: Run) -> None:
    shown = run_in(
        *("customers", "add", "Ana Duarte", "--phone", "12", "--phone", " ", "--email", "ana"),
    )

    assert "12: too short for a number in the United Kingdom; it is kept as written." in shown.err
    assert "ana: no e-mail address; it is kept as written." in shown.err
    assert "Ana Duarte is in the book." in shown.err


def test_a_number_from_abroad_says_nothing_of_the_country(run_in: Run) -> None:
    added = run_in("customers", "add", "Bo Lind", "--phone", "+46 8 123 456 78", "--json").json

    assert added["customer"]["country"] is None


def test_whoever_has_the_same_number_is_named(run_in: Run, ana: int) -> None:
    shown = run_in("customers", "add", "Anna Duarte", "--phone", "0113 496 0123")

    assert f"in the book already: {ana} Ana Duarte, Green Door Cafés" in shown.err


def test_somebody_who_said_no_is_not_added_again(run_in: Run, ana: int) -> None:
    run_in("customers", "do-not-contact", str(ana))

    shown = run_in("customers", "add", "A. Duarte", "--phone", "0113 496 0123", code=7)

    assert "does not want to be contacted" in shown.err
    assert run_in("customers", "list", "--json").json["total"] == 1


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (["--country", "Atlantis"], "'Atlantis' is no country", 2),
        (["--zone", "Mars/Olympus"], "'Mars/Olympus' is no time zone", 2),
        (["--cadence", "often"], "'often' is no rhythm", 2),
        (["--leader", "Nobody"], "Nobody in the team is called 'Nobody'", 4),
        (["--leader", "Tom"], "Tom Berg makes no calls", 7),
        (["--segment-cadence", "month"], "is in no segment", 2),
    ],
)
def test_what_cannot_be_used_is_refused_and_nobody_is_added(
    founded: Founded, run_in: Run, words: list[str], said: str, code: int
) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.add("member", name="Tom Berg")
    founded.book.rest()

    shown = run_in("customers", "add", "Ana Duarte", *words, code=code)

    assert said in shown.err
    assert run_in("customers", "list", "--json").json["total"] == 0


def test_a_name_is_needed(run_in: Run) -> None:
    assert "Their name is missing" in run_in("customers", "add", code=2).err
    assert "cannot be empty" in run_in("customers", "add", " ", code=2).err


@pytest.mark.usefixtures("ana")
def test_what_is_known_can_be_changed_and_taken_away(run_in: Run) -> None:
    run_in(
        *("customers", "edit", "ana", "--name", "Ana Silva", "--company", "Café Sol"),
        *("--cadence", "year", "--leader", "marta", "--country", "Portugal"),
        *("--segment", "Cafés", "--segment-cadence", "month"),
        *("--renewed", "friday", "--email", "ana@example.com", "--referral", "sol"),
    )
    changed = run_in("customers", "show", "silva", "--json").json
    run_in(
        *("customers", "edit", "café sol", "--cadence", "-", "--leader", "-", "--company", "-"),
        *("--country", "-", "--renewed", "-", "--remove-email", "ANA@example.com"),
    )
    cleared = run_in("customers", "show", "silva", "--json").json

    assert (changed["company"], changed["every"], changed["leader"]) == (
        "Café Sol",
        252,
        "Marta Silva",
    )
    assert (changed["country"], changed["renewed_on"]) == ("PT", "2026-11-20")
    assert changed["referred_by"] == "sol"
    assert (cleared["every"], cleared["cadence"], cleared["leader"]) == (21, None, None)
    assert (cleared["company"], cleared["country"], cleared["zone"]) == ("", None, None)
    assert (cleared["renewed_on"], cleared["emails"]) == (None, [])


@pytest.mark.usefixtures("ana")
def test_numbers_come_and_go_and_calls_stay(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        phone_id = change.value("SELECT MIN(id) AS value FROM phone")
        change.set("call", 1, phone_id=phone_id)
        change.set("phone", phone_id, wrong_on="2026-11-23")
    founded.book.rest()

    right_after_all = run_in(
        "customers", "edit", "ana", "--phone", "desk=0113 496 0123", "--phone", "0113 496 0999"
    )
    two = run_in("customers", "show", "ana", "--json").json
    run_in("customers", "edit", "ana", "--remove-phone", "desk", "--remove-phone", "01134960999")
    none = run_in("customers", "show", "ana", "--json").json

    assert "Changed: phone." in right_after_all.err
    assert [(each["label"], each["wrong_on"]) for each in two["phones"]] == [
        ("desk", None),
        ("", None),
    ]
    assert none["phones"] == []
    assert len(none["calls"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["--name", "Ana  Duarte"],
        ["--company", "Green Door Cafés", "--cadence", "-"],
        ["--phone", "0113 496 0123"],
        ["--segment", "cafés", "--segment-cadence", "month"],
    ],
)
def test_an_edit_that_changes_nothing_says_so_and_offers_no_undo(
    founded: Founded, run_in: Run, ana: int, words: list[str]
) -> None:
    run_in(
        "customers", "edit", str(ana), "--segment", "Cafés", "--segment-cadence", "month",
        "--email", "ana@example.com",
    )  # fmt: skip
    events = count_rows(founded, "event")

    shown = run_in("customers", "edit", str(ana), *words, "--email", "ANA@example.com")

    assert "Nothing to change: Ana Duarte is in the book like that already." in shown.err
    assert "undo" not in shown.err
    assert count_rows(founded, "event") == events


def test_only_what_an_edit_changed_is_said(run_in: Run, ana: int) -> None:
    country = run_in("customers", "edit", str(ana), "--country", "Portugal", "--name", "Ana Duarte")
    zone = run_in("customers", "edit", str(ana), "--zone", "Atlantic/Azores")
    back = run_in("customers", "edit", str(ana), "--country", "Portugal")
    segment = run_in(
        "customers", "edit", str(ana), "--segment", "Cafés", "--segment-cadence", "month"
    )

    assert "Changed: country." in country.err
    assert "Changed: zone." in zone.err
    assert "Changed: zone." in back.err
    assert "Changed: segment and the segment's cadence." in segment.err


@pytest.mark.usefixtures("ana")
def test_whoever_left_has_no_turn(run_in: Run) -> None:
    run_in("customers", "edit", "ana", "--left", "today")

    shown = run_in("customers", "show", "ana")

    assert "No customer of ours since Monday 23 November." in shown.out
    assert run_in("customers", "list", "--json").json["total"] == 0
    assert "left" in run_in("customers", "list", "--left").out


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        ([], "Say what is to be changed", 2),
        (["--remove-phone", "999"], "has no '999'; there are: office +441134960123", 4),
        (["--phone", "office="], "--phone: the number is empty", 2),
        (["--phone", "", "--name", "Ana"], "--phone: the number is empty", 2),
        (["--remove-email", "x@y.z"], "has no 'x@y.z'; there is none", 4),
    ],
)
def test_an_edit_that_cannot_be_is_refused(
    run_in: Run, ana: int, words: list[str], said: str, code: int
) -> None:
    assert said in run_in("customers", "edit", str(ana), *words, code=code).err
