"""What the book holds of how answers were read, told on the way and asked about is theirs, too."""

import json
from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.core.following import Helped
from dailycontact.core.telling import Channel
from dailycontact.store import following, ledger, letters, notes, progress, themes
from dailycontact.store.owed import owed
from support.builders import (
    MONDAY,
    MORNING,
    a_customer,
    a_finish,
    a_telling,
    an_action,
    an_answer,
)
from support.running import Run

NEW = ("reading", "progress", "letter", "follow_up", "action_note", "revisit", "telling", "sharing")


@pytest.fixture
def told(founded: Founded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Founded:
    """Return a book in which Ana Duarte has everything that can be held of what she said."""
    monkeypatch.chdir(tmp_path)
    letter = tmp_path / "ana.eml"
    letter.write_text("Dear Ana Duarte", encoding="utf-8")
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        ana = a_customer(change, "Ana Duarte")
        first = an_answer(change, ana, "Name the café on invoices")
        no, still = an_answer(change, ana, "Come on Sundays"), an_answer(change, ana, "Bring tea")
        theme, _ = themes.theme_for(change, "Invoices of Ana Duarte", day=MONDAY)
        themes.read(change, first, theme=theme, cause="an old form", note="as Ana Duarte says",
                    day=MONDAY)  # fmt: skip
        ledger.settle(change)
        progress.not_yet(change, still, channel=Channel.PHONE, words="Next week, Ana Duarte",
                         day=MONDAY)  # fmt: skip
        action = an_action(change, first)
        notes.add(change, action, text="half done for Ana Duarte", evidence="", day=MONDAY)
        end = a_finish(change, action, first)
        telling = a_telling(change, end, first)
        following.helped(change, telling, Helped.PARTLY, call_id=None, day=MONDAY)
        declined = a_finish(change, an_action(change, no), no, how="declined", say="They rest")
        change.add("revisit", finish_id=declined, leader_id=1, day=MONDAY, recorded_at=MORNING)
        ledger.settle(change)
        letters.write(
            change, owed(change, today=MONDAY, answer_id=no), words="Dear Ana Duarte",
            place=str(letter), leader_id=1, day=MONDAY,
        )  # fmt: skip
        change.add("sharing", answer_id=first, leader_id=1, place="Monday round",
                   edition="company", day=MONDAY, recorded_at=MORNING)  # fmt: skip
    founded.book.rest()
    return founded


def test_the_page_for_a_customer_holds_them(told: Founded, run_in: Run) -> None:
    page = run_in("customers", "export", "1", "--everything").out

    assert told.leader_id == 1
    for held in (
        "1 is about “Invoices of Ana Duarte”. Cause: an old form. Note: as Ana Duarte says.",
        "noted something of what is done about it: half done for Ana Duarte.",
        "looked again at what was declined; it stays so.",
        "told you where 3 stands (by phone): Next week, Ana Duarte.",
        "wrote to you about 2: Dear Ana Duarte. It is in the file",
        "you said that what was done about 1 helped in part.",
        "1 was shown to the whole company (Marta Silva, Monday round).",
    ):
        assert held in page.replace("\n  ", " ")


def test_the_document_and_the_story_hold_them(told: Founded, run_in: Run) -> None:
    held = run_in("customers", "export", "1", "--everything", "--json").json["customer"]["story"]
    shown = run_in("customers", "show", "1", "--json").json["story"]

    whats = {moment["what"] for moment in held}
    assert {"read", "note", "revisited", "not-yet", "letter", "helped", "shared"} <= whats
    assert shown == held
    assert told.leader_id == 1


def test_who_could_not_be_reached_is_not_said_to_be_told(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        answer = an_answer(change, a_customer(change))
        end = a_finish(change, an_action(change, answer), answer)
        a_telling(change, end, answer, how="waived", why="unreachable", channel=None, reaction=None)
    founded.book.rest()

    page = run_in("customers", "export", "1", "--everything").out

    assert "nobody could reach you to tell you about 1." in page
    assert "need not be told" not in page


@pytest.mark.parametrize("staying", ["1", "2"])
def test_a_merge_keeps_them_and_undo_parts_them(told: Founded, run_in: Run, staying: str) -> None:
    with told.book.change("test", leader_id=1, at=MORNING) as change:
        a_customer(change, "Anna Duarte", phone=None)
    before = _everything(told)
    shown = run_in("customers", "show", "1", "--json").json["story"]

    run_in("customers", "merge", "1", "2", "--keep", staying, "--yes")
    merged, story = _everything(told), run_in("customers", "show", staying, "--json").json["story"]
    run_in("undo", "--yes")

    assert {table: len(rows) for table, rows in merged.items()} == {
        table: len(rows) for table, rows in before.items()
    }
    assert [moment for moment in story if moment["what"] != "rested"] == [
        moment for moment in shown if moment["what"] != "rested"
    ]
    assert _everything(told) == before
    assert list(ledger.drifted(told.book.look())) == []
    told.book.rest()


def test_an_erasure_takes_their_name_and_leaves_what_happened(told: Founded, run_in: Run) -> None:
    before = _everything(told)

    erased = run_in("customers", "erase", "1", "--name", "Ana Duarte", "--single-names")
    after = _everything(told)

    assert {table: len(rows) for table, rows in after.items() if table != "telling"} == {
        table: len(rows) for table, rows in before.items() if table != "telling"
    }
    assert len(after["telling"]) == len(before["telling"]) + 1, "the no that was owed is waived"
    assert "Duarte" not in json.dumps(after)
    assert "ana.eml" in erased.err, "the letter that still holds them is named"
    assert list(ledger.drifted(told.book.look())) == []
    told.book.rest()


def _everything(told: Founded) -> dict[str, list[dict[str, object]]]:
    """Return the rows of all that is new, and of the answers and themes, as they are stored."""
    look = told.book.look()
    found = {
        table: [dict(row) for row in look.rows(f"SELECT * FROM {table} ORDER BY id")]  # type: ignore[call-overload]  # noqa: S608 - rows of both lanes are mappings; our own names
        for table in (*NEW, "answer", "theme")
    }
    told.book.rest()
    return found
