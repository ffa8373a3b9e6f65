"""The outbox: what waits, and what becomes of it when the book changes below it."""

from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.core.message import IN_DOUBT, Way
from dailycontact.store import messages, unsent
from dailycontact.terminal.prompts import Asker
from dailycontact.terminal.screen import Screen
from dailycontact.workspace import Workspace
from support.builders import MORNING
from support.mailbox import Mailbox, free_port, serving
from support.posting import (
    EMAILS,
    FRIDAY,
    LIST,
    NEXT_FRIDAY,
    bodies,
    can_send,
    set_settings,
    shared,
    states,
)
from support.running import Run

SEND = ("report", "--send", "team", "--yes")


@pytest.fixture
def waiting(founded: Founded, run_in: Run) -> Run:
    """Return what runs a command in a book whose report waits for a server that is not there."""
    can_send(founded, free_port())
    run_in(*SEND, at=FRIDAY, code=8)
    return run_in


@pytest.fixture
def alone(sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command in a book in a file whose report waits."""
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    can_send(sqlite_book, free_port())
    run(*SEND, at=FRIDAY, code=8)
    return run


def test_an_empty_outbox_says_so(run_in: Run) -> None:
    ran = run_in("outbox")

    assert ran.out.strip() == "Nothing was sent yet, and nothing waits."


def test_what_waits_is_listed_and_one_is_shown_with_everybody_and_why(waiting: Run) -> None:
    listed = waiting("outbox", at=FRIDAY)
    one = waiting("outbox", "1", at=FRIDAY)

    assert "What customers told us, week 47" in listed.out
    assert "outbox --retry" in listed.err
    for address in EMAILS.values():
        assert address in one.out
    assert "cannot be reached" in " ".join(one.out.split())


def test_another_is_not_made_while_one_is_being_sent(waiting: Run) -> None:
    ran = waiting(*SEND, at="2026-11-20T16:10:00+00:00", code=7)

    assert "still waits to be sent" in ran.err
    assert "outbox --retry" in ran.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("outbox", "7"), 4, "There is no message 7"),
        (("outbox", "--drop", "7"), 4, "There is no message 7"),
        (("outbox", "7", "--retry"), 4, "There is no message 7"),
        (("outbox", "--drop", "1", "--to", "who@example.com"), 4, "does not wait to be sent to"),
        (("outbox", "--to", "who@example.com"), 2, "goes with --drop NUMBER"),
        (("outbox", "--drop", "1", "--retry"), 2, "not both at once"),
    ],
)
def test_what_makes_no_sense_is_refused_kindly(
    alone: Run, words: tuple[str, ...], code: int, said: str
) -> None:
    ran = alone(*words, at=FRIDAY, code=code)

    assert said in ran.err


def test_whoever_may_have_it_already_is_named_before_it_is_sent_again(
    waiting: Run, founded: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        change.run("UPDATE delivery SET trouble = :doubt WHERE id = 1", doubt=IN_DOUBT)
    founded.book.rest()
    monkeypatch.setattr(Workspace, "asker", Asker(Screen(), interactive=True))
    monkeypatch.setattr(Asker, "confirm", lambda *_, **__: False)

    ran = waiting("outbox", "--retry", at=FRIDAY)

    assert "may have it already" in ran.err
    assert "Nothing was sent." in ran.err


def test_what_was_given_up_is_not_tried_again(alone: Run) -> None:
    alone("outbox", "--drop", "1", at=FRIDAY)

    again = alone("outbox", "1", "--retry", at=FRIDAY, code=7)
    nothing = alone("outbox", "--retry", at=FRIDAY)

    assert "does not wait any more" in again.err
    assert "Nothing waits to be sent" in nothing.err


def test_erasing_somebody_lets_go_of_what_waits(waiting: Run, founded: Founded) -> None:
    waiting("customers", "erase", "Sam O'Neill", "--name", "Sam O'Neill", at=FRIDAY)
    erased = founded.book.look().value("SELECT COUNT(*) AS value FROM erasure")
    founded.book.rest()

    with serving(Mailbox()) as mailbox:
        set_settings(founded, mail__port=str(mailbox.port))
        ran = waiting("outbox", "--retry", at="2026-11-20T17:00:00+00:00")

    text = "".join(content.decode() for _, content in mailbox.taken)
    assert erased == 1
    assert "made anew" in ran.err
    assert "Sent to" in ran.err
    assert "Neill" not in text
    assert "Corner Books" not in text


def test_the_address_of_whoever_is_erased_goes_from_the_outbox_and_the_settings(
    founded: Founded, run_in: Run
) -> None:
    can_send(founded, free_port(), to=["zoe@example.com", LIST], edition="customers")
    run_in("customers", "add", "Zoe Quill", "--email", "zoe@example.com", at=FRIDAY)
    run_in("report", "--send", "customers", "--yes", at=FRIDAY, code=8)

    run_in("customers", "erase", "Zoe Quill", "--name", "Zoe Quill", at=FRIDAY)

    recipients = founded.book.look().value(
        "SELECT value FROM setting WHERE key = 'recipients.customers'"
    )
    assert recipients == LIST
    assert not [one for one in states(founded) if "zoe" in one]
    assert bodies(founded) == 0


def test_a_copy_that_comes_back_gives_up_what_waits_in_it(
    alone: Run, sqlite_book: Founded, tmp_path: Path
) -> None:
    alone("backup", str(tmp_path / "copy.db"), at=FRIDAY)

    alone("restore", str(tmp_path / "copy.db"), "--yes", at=FRIDAY)

    assert set(states(sqlite_book).values()) == {"dropped"}
    assert bodies(sqlite_book) == 0
    assert shared(sqlite_book) == []


def test_what_went_out_since_a_copy_was_made_does_not_go_out_again(
    sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    with serving(Mailbox()) as mailbox:
        can_send(sqlite_book, mailbox.port)
        run("backup", str(tmp_path / "copy.db"), at="2026-11-20T15:00:00+00:00")
        run(*SEND, at=FRIDAY)
        run("restore", str(tmp_path / "copy.db"), "--yes", at="2026-11-20T16:30:00+00:00")

        ran = run(*SEND, at="2026-11-20T16:40:00+00:00", code=7)
        run(*SEND, at=NEXT_FRIDAY)

    last = run("outbox", "--json", at=NEXT_FRIDAY).json["gone"][0]
    assert "went out today" in ran.err
    assert last["since_at"] == "2026-11-20T16:00:00Z"


def test_what_waits_in_a_copy_and_went_out_since_counts_as_sent(
    sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    can_send(sqlite_book, free_port())
    run(*SEND, at=FRIDAY, code=8)
    run("backup", str(tmp_path / "copy.db"), at=FRIDAY)
    with serving(Mailbox()) as mailbox:
        set_settings(sqlite_book, mail__port=str(mailbox.port))
        run("outbox", "--retry", at=FRIDAY)

    run("restore", str(tmp_path / "copy.db"), "--yes", at=FRIDAY)

    assert set(states(sqlite_book).values()) == {"sent"}
    assert len(run("outbox", "--json", at=FRIDAY).json["gone"]) == 1


def test_the_morning_says_that_a_report_waits(waiting: Run) -> None:
    same_day = waiting("today", at=FRIDAY)

    monday = waiting("today", at="2026-11-23T09:00:00+00:00")

    assert "still waits to be sent" not in same_day.err
    assert "The team edition of Friday" in monday.err
    assert "dailycontact outbox" in monday.err
    assert waiting("today", "--json").json


def test_a_check_names_what_has_waited_for_days(waiting: Run) -> None:
    fresh = waiting("check", "--json", at=FRIDAY, code=None).json

    later = waiting("check", "--json", at=NEXT_FRIDAY, code=1).json

    about = [one["words"] for one in later["findings"] if one["about"] == "outbox"]
    assert not [one for one in fresh["findings"] if one["about"] == "outbox"]
    assert len(about) == 1
    assert "3 recipients" in about[0]


def test_a_check_names_what_should_be_gone(founded: Founded, waiting: Run) -> None:
    waiting("outbox", "--drop", "1", at=FRIDAY)
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        change.run("UPDATE delivery SET state = 'failed' WHERE id = 1")
        change.run(
            "INSERT INTO message_part (message_id, text, html, markdown) VALUES (1, 'x', '', '')"
        )
    founded.book.rest()

    found = waiting("check", "--json", at=FRIDAY, code=1).json["findings"]

    words = [one["words"] for one in found if one["about"] == "outbox"]
    assert words == [
        "Message 1 is closed, and what it said is still there.",
        "Message 1 is closed, and somebody still waits for it.",
    ]


def test_undo_of_what_stands_in_a_message_is_refused(waiting: Run, founded: Founded) -> None:
    before = len(states(founded))

    ran = waiting("undo", "--yes", at=FRIDAY, code=None)

    assert len(states(founded)) == before
    assert "edition" not in ran.out


def test_a_message_id_is_the_same_each_time_and_another_for_everybody_else() -> None:
    one = messages.ident("seed", 1, Way.MAIL, LIST, domain="brightside.example")

    assert one == messages.ident("seed", 1, Way.MAIL, LIST, domain="brightside.example")
    assert one != messages.ident("seed", 2, Way.MAIL, LIST, domain="brightside.example")
    assert one != messages.ident("seed", 1, Way.MAIL, EMAILS[1], domain="brightside.example")
    assert one.endswith("@brightside.example>")


def test_an_older_book_has_nothing_to_carry_over(sqlite_book: Founded) -> None:
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        for table in ("delivery", "message_answer", "message_part", "message"):
            change.run(f"DROP TABLE {table}")
        found = unsent.gone(change)

    assert found == ()
