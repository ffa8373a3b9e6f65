"""The conversation that log holds in a terminal, on both databases; once in a real terminal."""

import shlex
import signal
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from conftest import Founded
from dailycontact.terminal.prompts import Asker
from support.builders import MONDAY, MORNING, a_call, a_customer, a_finish, an_action, an_answer
from support.running import Ran, Run
from support.typing import Typed
from terminal.hostile import Terminal

WEEKS_AGO = MONDAY - timedelta(weeks=12)
ASKED = "nothing\x1b[0m\r\n   \u203a "
"""The prompt for the one thing: only now does the line belong to readline."""
LOG = "from dailycontact.__main__ import main; raise SystemExit(main(['log']))"


@pytest.fixture(autouse=True)
def _people(founded: Founded) -> None:
    """Put one customer and a colleague into the book."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_customer(change, "Ana Duarte", company="Green Door Cafés", joined_on=WEEKS_AGO)
        change.add("member", name="Priya Nair")
    founded.book.rest()


@pytest.fixture
def talked(run_in: Run, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what holds the conversation, with what is typed in it."""

    def talk(*lines: str, words: tuple[str, ...] = ("log",), code: int = 0) -> Ran:
        run_in("today")
        monkeypatch.setattr(sys, "stdin", Typed(*lines))
        return run_in(*words, code=code)

    return talk


def answers(founded: Founded) -> list[tuple[Any, ...]]:
    rows = founded.book.look().rows(
        "SELECT verbatim, kind, consent, urgent, member.name AS praised FROM answer"
        " LEFT JOIN member ON member.id = praised_id ORDER BY answer.id"
    )
    return [
        (row["verbatim"], row["kind"], row["consent"], row["urgent"], row["praised"])
        for row in rows
    ]


def call(founded: Founded) -> tuple[str, str | None]:
    row = founded.book.look().row("SELECT outcome, notes FROM call ORDER BY id DESC")
    assert row is not None
    return row["outcome"], row["notes"]


def promises(founded: Founded) -> list[tuple[str, str, str | None]]:
    rows = founded.book.look().rows("SELECT text, due_on, settled_how FROM promise ORDER BY id")
    return [(row["text"], row["due_on"], row["settled_how"]) for row in rows]


def test_everything_can_be_skipped(talked: Any, founded: Founded) -> None:
    shown = talked(*[""] * 5)

    assert call(founded) == ("reached", None)
    assert answers(founded) == [("", "nothing", "words", 0, None)]
    assert "Everything can be skipped with Enter" in shown.err
    assert "That was today's call" in " ".join(shown.out.split())


def test_whoever_is_named_for_the_first_time_can_join_the_team(
    talked: Any, founded: Founded
) -> None:
    talked("", "Deliver before ten", "p", "Zoe rang back", "Zoe Lam", "y", "", "", "", "")

    assert ("Zoe rang back", "praise", "words", 0, "Zoe Lam") in answers(founded)


def test_everything_can_be_said(talked: Any, founded: Founded) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        answer_id = an_answer(change, 1, day=WEEKS_AGO)
        a_finish(change, an_action(change, answer_id), answer_id)
        change.add(
            "promise", customer_id=1, leader_id=1, kind="thing", text="send the list",
            due_on=MONDAY, recorded_at=change.at,
        )  # fmt: skip
    founded.book.rest()

    talked(
        *("", "o", "k"),
        *("Deliver before ten", "!", "a", "More chairs", "a", ""),
        *("p", "Priya rang back", "zz", "n", "pri", "p", "Kind", "", "p", "", ""),
        *("Away until May", "A new list", "soonish", "yesterday", "fri", "n"),
    )

    assert answers(founded)[1:] == [
        ("Deliver before ten", "suggestion", "name", 1, None),
        ("More chairs", "suggestion", "name", 0, None),
        ("Priya rang back", "praise", "name", 0, "Priya Nair"),
        ("Kind", "praise", "name", 0, None),
    ]
    assert call(founded) == ("reached", "Away until May")
    assert promises(founded) == [
        ("send the list", "2026-11-23", "kept"),
        ("A new list", "2026-11-27", None),
    ]
    telling = founded.book.look().row("SELECT reaction FROM telling")
    assert telling is not None
    assert telling["reaction"] == "neutral"


def test_what_was_not_mentioned_still_waits_to_be_told(talked: Any, founded: Founded) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        answer_id = an_answer(change, 1, day=WEEKS_AGO)
        a_finish(change, an_action(change, answer_id), answer_id)
    founded.book.rest()

    shown = talked(*[""] * 6)

    assert founded.book.look().rows("SELECT id FROM telling") == []
    assert "Did you tell Ana about" in shown.err
    assert "Enter not mentioned" in shown.err


@pytest.mark.parametrize(
    ("key", "reaction"),
    [("p", "pleased"), ("o", "neutral"), ("x", "not-solved"), ("-", None)],
)
def test_how_it_was_taken_is_one_key(
    talked: Any, founded: Founded, key: str, reaction: str
) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        answer_id = an_answer(change, 1, day=WEEKS_AGO)
        a_finish(change, an_action(change, answer_id), answer_id)
    founded.book.rest()

    talked("", key, *[""] * 6)

    told = founded.book.look().rows("SELECT reaction FROM telling")
    assert [row["reaction"] for row in told] == [reaction]


def test_what_is_missing_is_asked_for_and_belongs_to_what_was_told(
    talked: Any, founded: Founded
) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        answer_id = an_answer(change, 1, day=WEEKS_AGO)
        a_finish(change, an_action(change, answer_id), answer_id)
    founded.book.rest()

    shown = talked("", "x", "It is not on the credit notes", *[""] * 5)

    said = founded.book.look().row("SELECT verbatim, telling_id, call_id FROM answer WHERE id = 2")
    assert said is not None
    assert [said[name] for name in ("verbatim", "telling_id", "call_id")] == [
        "It is not on the credit notes",
        1,
        None,
    ]
    assert "What is missing, in Ana's words" in shown.err
    assert "2 “It is not on the credit notes”" in shown.out
    assert "answer 2; add them: dailycontact act 2 --add-to A1" in " ".join(shown.out.split())


def test_a_sentence_where_a_key_is_asked_for_is_another_wish(talked: Any, founded: Founded) -> None:
    talked("", "Chairs", "Your invoices never say which site it was for", *[""] * 4)

    assert [words for words, *_ in answers(founded)] == [
        "Chairs",
        "Your invoices never say which site it was for",
    ]


def test_a_sentence_is_no_key(talked: Any, founded: Founded) -> None:
    shown = talked("never on Mondays", "", "Chairs", *[""] * 4)

    assert call(founded)[0] == "reached"
    assert "Press n, v, l, w, r or Enter." in shown.err


def test_urgent_is_the_last_wish_and_it_is_said_back(talked: Any, founded: Founded) -> None:
    shown = talked("", "Chairs", "a", "Deliver before ten", "!", *[""] * 4)

    assert [(words, urgent) for words, _, _, urgent, _ in answers(founded)] == [
        ("Chairs", 0),
        ("Deliver before ten", 1),
    ]
    assert "Urgent: “Deliver before ten”" in shown.err
    assert "2 urgent: “Deliver before ten”" in shown.out
    assert "1 “Chairs”" in shown.out


def test_whoever_was_logged_in_another_window_is_not_logged_twice(
    talked: Any, founded: Founded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asker.key

    def meanwhile(asker: Asker, keys: Any, *, fresh: bool = False) -> str:
        if not founded.book.look().rows("SELECT id FROM call"):
            with founded.book.change("log", leader_id=founded.leader_id, at=MORNING) as change:
                pick_id = change.value("SELECT id AS value FROM pick")
                a_call(change, 1, outcome="no-answer", pick_id=pick_id)
        return asked(asker, keys, fresh=fresh)

    monkeypatch.setattr(Asker, "key", meanwhile)

    refused = talked("", "Chairs", *[""] * 4, code=7)

    said = " ".join(refused.err.split())
    assert "Ana was logged a moment ago by Marta (no answer)" in said
    assert "dailycontact log --customer 1" in said
    assert answers(founded) == []
    assert len(drafts(tmp_path)) == 1


def test_a_wish_that_comes_late_takes_the_place_of_nothing(talked: Any, founded: Founded) -> None:
    talked("", "", "a", "Chairs", *[""] * 4)

    assert answers(founded) == [("Chairs", "suggestion", "words", 0, None)]


def test_a_promise_without_a_day_is_due_in_a_week(talked: Any, founded: Founded) -> None:
    shown = talked("", "", "", "", "send the list", "")

    assert promises(founded) == [("send the list", "2026-11-30", None)]
    assert "Monday 30 November" in shown.err


def test_a_longer_answer_is_written_in_the_editor(
    talked: Any, founded: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = "import sys; open(sys.argv[1], 'w').write('First this.\\nThen that.')"
    monkeypatch.setenv("EDITOR", f"{sys.executable} -c {shlex.quote(script)}")

    talked("", "e", *[""] * 4)

    assert answers(founded)[0][0] == "First this.\nThen that."


def test_without_an_editor_it_is_asked_again(
    talked: Any, founded: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor-anywhere")

    shown = talked("", "e", "Chairs", *[""] * 4)

    assert "editor" in shown.err
    assert answers(founded)[0][0] == "Chairs"


@pytest.mark.parametrize(
    ("keys", "outcome"), [(["n"], "no-answer"), (["v"], "voicemail"), (["w", "y"], "wrong-number")]
)
def test_a_call_in_vain_takes_one_key(
    talked: Any, founded: Founded, keys: list[str], outcome: str
) -> None:
    talked(*keys)

    assert call(founded) == (outcome, None)


def test_of_several_numbers_the_wrong_one_is_chosen(talked: Any, founded: Founded) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.add("phone", customer_id=1, position=2, raw="+447700900123", shown="mobile one")
    founded.book.rest()

    talked("w", "2")

    row = founded.book.look().row("SELECT position FROM phone WHERE wrong_on IS NOT NULL")
    assert row is not None
    assert row["position"] == 2


def test_not_now_asks_for_the_day(talked: Any, founded: Founded) -> None:
    talked("l", "friday")

    assert call(founded) == ("not-now", None)
    assert promises(founded) == [("call back", "2026-11-27", None)]


def test_not_now_without_a_day_is_about_a_week(talked: Any, founded: Founded) -> None:
    shown = talked("l", "")

    assert promises(founded) == []
    assert "Monday 30 November" in " ".join(shown.out.split())


def test_never_is_asked_twice_and_says_why(talked: Any, founded: Founded) -> None:
    talked("r", "y", "Closing down")

    row = founded.book.look().row("SELECT do_not_contact_why FROM customer WHERE id = 1")
    assert row is not None
    assert row["do_not_contact_why"] == "Closing down"
    assert call(founded)[0] == "never"


@pytest.mark.parametrize("slip", ["r", "w"])
def test_a_slip_leads_back_to_how_the_call_went(talked: Any, founded: Founded, slip: str) -> None:
    talked(slip, "n", "", "Chairs", *[""] * 4)

    assert call(founded)[0] == "reached"
    assert answers(founded)[0][0] == "Chairs"
    assert not founded.book.look().rows("SELECT id FROM phone WHERE wrong_on IS NOT NULL")


def test_an_outcome_that_was_said_is_not_asked_for(talked: Any, founded: Founded) -> None:
    talked("Chairs", *[""] * 4, words=("log", "reached", "--customer", "Ana"))

    assert answers(founded)[0][0] == "Chairs"


def drafts(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "home").rglob("log-*.txt"))


def test_what_was_typed_before_it_was_stopped_is_kept(
    talked: Any, founded: Founded, tmp_path: Path
) -> None:
    shown = talked("", "Deliver before ten", "p", "Kind", code=130)

    (draft,) = drafts(tmp_path)
    line = draft.read_text(encoding="utf-8")
    assert str(draft) in shown.err
    assert "--better 'Deliver before ten' --praise Kind" in line
    assert answers(founded) == []


def test_stopping_before_anything_was_typed_leaves_nothing(talked: Any, tmp_path: Path) -> None:
    talked("", code=130)

    assert drafts(tmp_path) == []


def a_terminal(founded: Founded, tmp_path: Path) -> Terminal:
    founded.book.rest()
    told = {
        "DAILYCONTACT_BOOK": founded.book.address,
        "DAILYCONTACT_NOW": MORNING.isoformat(),
        "XDG_DATA_HOME": str(tmp_path / "home"),
    }
    return Terminal(LOG, told=told)


def test_in_a_terminal_a_key_is_enough(founded: Founded, run_in: Run, tmp_path: Path) -> None:
    run_in("today")
    terminal = a_terminal(founded, tmp_path)

    terminal.type("\r", after="rather not")
    terminal.type("Deliver before ten\r", after="The one thing")
    terminal.type("p", after="One more thing?")
    terminal.type("Lovely\r", after="praise")
    terminal.type("pri\r", after="For whom?")
    terminal.type("\r", after="Priya Nair")
    terminal.type("\r", after="A note")
    terminal.type("\r", after="Did you promise")
    terminal.type("n", after="May we pass it on")

    assert terminal.ended() == 0
    assert [(words, consent) for words, _, consent, _, _ in answers(founded)] == [
        ("Deliver before ten", "name"),
        ("Lovely", "name"),
    ]
    assert any("dailycontact share 1 2" in line for line in terminal.lines)


def test_ctrl_c_in_a_terminal_keeps_half_a_sentence(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("today")
    terminal = a_terminal(founded, tmp_path)

    terminal.type("\r", after="rather not")
    terminal.type("Deliver before t", after=ASKED)
    terminal.type("\x03", after="Deliver before t")

    assert terminal.ended(pressing="\x03") == 130
    (draft,) = drafts(tmp_path)
    assert "--better 'Deliver before t'" in draft.read_text(encoding="utf-8")


def test_closing_the_window_keeps_what_was_typed(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("today")
    terminal = a_terminal(founded, tmp_path)

    terminal.type("\r", after="rather not")
    terminal.type("Deliver before ten\r", after=ASKED)
    terminal.type("", after="One more thing?")
    terminal._program.send_signal(signal.SIGHUP)

    assert terminal.ended() == 130
    (draft,) = drafts(tmp_path)
    assert "--better 'Deliver before ten'" in draft.read_text(encoding="utf-8")


def test_a_customer_who_was_reached_today_can_ring_in_again(
    talked: Any, founded: Founded, run_in: Run
) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_call(change, 1)
    founded.book.rest()
    del run_in

    talked("", "Also chairs", *[""] * 4, words=("log", "--customer", "Ana"))

    assert answers(founded)[0][0] == "Also chairs"
