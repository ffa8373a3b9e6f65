"""log and amend through the command line, on both databases."""

import io
import shlex
import sys
from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.store.faults import BookBusy
from support.builders import MONDAY, MORNING, a_customer, a_finish, an_action, an_answer
from support.running import Run
from support.typing import Typed

TUESDAY = "2026-11-24T09:00:00+00:00"


@pytest.fixture(autouse=True)
def _people(founded: Founded) -> None:
    """Put three customers and a colleague into the book."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_customer(change, "Ana Duarte", company="Green Door Cafés")
        a_customer(change, "Bo Lind")
        a_customer(change, "Jo Hansen")
        change.add("member", name="Priya Nair")
        change.add("member", name="Tom Berg")
    founded.book.rest()


def pick(run_in: Run) -> str:
    return str(run_in("today", "--json").json["pick"]["customer"]["name"])


def test_what_was_heard_is_saved_and_said_back(run_in: Run) -> None:
    name = pick(run_in)

    shown = run_in("log", "--better", "Deliver before ten", "--notes", "Away until May")

    assert "“Deliver before ten”" in shown.out
    assert f"{name.split()[0]}'s next turn" in shown.out
    assert "That was today's call. Thank you." in " ".join(shown.out.split())
    assert "dailycontact undo" in shown.err
    assert "dailycontact share 1" in shown.err


def test_names_belong_to_praise_in_order(run_in: Run) -> None:
    pick(run_in)

    logged = run_in(
        "log", "reached", "--praise", "Quick", "--for", "pri", "--praise", "Kind", "--for", "tom",
        "--praise", "Good", "--better", "More", "--json",
    ).json  # fmt: skip

    assert [(one["verbatim"], one["praised"]) for one in logged["answers"]] == [
        ("More", None),
        ("Quick", "Priya Nair"),
        ("Kind", "Tom Berg"),
        ("Good", None),
    ]


def test_the_document_has_the_keys_that_scripts_rely_on(run_in: Run) -> None:
    pick(run_in)

    logged = run_in("log", "no-answer", "--json").json

    assert list(logged) == [
        *("call_id", "outcome", "day", "rang_in", "customer", "answers", "tellings"),
        *(
            "not_yet",
            "helped",
            "promise_id",
            "call_back_id",
            "settled_promises",
            "wrong_number",
            "misses",
            "only_told",
        ),
        *("turn_on", "card_on", "still_waits", "next"),
    ]


def finished(founded: Founded, customer_id: int) -> int:
    """Return an answer of a customer of which nobody has told them what became."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        answer_id = an_answer(change, customer_id)
        a_finish(change, an_action(change, answer_id), answer_id)
    founded.book.rest()
    return answer_id


def test_whoever_was_reached_and_not_told_still_waits_to_hear(
    founded: Founded, run_in: Run
) -> None:
    first, second = finished(founded, 1), finished(founded, 1)

    nobody = run_in("log", "no-answer", "--customer", "1").out
    both = run_in("log", "reached", "--customer", "1").out
    other = run_in("log", "--told", str(first), "--customer", "1", "--json").json
    none = run_in("log", "--told", str(second), "--customer", "1").out

    assert "still waits" not in nobody
    said = f"Ana still waits to hear about {first} and {second}: dailycontact tell {first}"
    assert said in " ".join(both.split())
    assert other["still_waits"] == [second]
    assert "still waits" not in none


def test_a_call_back_on_a_day_without_work_says_on_whose_card_it_is(run_in: Run) -> None:
    sunday, monday = "2026-11-29", "Ana is on the card of Monday 30 November."

    later = run_in("log", "not-now", "--call-back", sunday, "--customer", "1").out
    reached = run_in("log", "reached", "--call-back", sunday, "--customer", "1").out
    other = run_in(
        "log", "not-now", "--call-back", "2026-11-27", "--customer", "1", "--json"
    ).json  # fmt: skip

    assert f"Sunday 29 November. That is no working day: {monday}" in " ".join(later.split())
    assert f"You ring Ana back on Sunday 29 November. That is no working day: {monday}" in " ".join(
        reached.split()
    )
    assert other["card_on"] == "2026-11-27"


@pytest.mark.parametrize(("pressed", "due"), [("", "2026-11-30"), ("k", "2026-11-29")])
def test_in_a_terminal_the_next_working_day_is_offered_for_a_call_back(
    founded: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch, pressed: str, due: str
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed(pressed))

    asked = run_in("log", "not-now", "--call-back", "2026-11-29", "--customer", "1")

    promised = founded.book.look().value("SELECT due_on AS value FROM promise")
    assert "Sunday 29 November is no working day." in asked.err
    assert promised == due


def test_nothing_to_wish_for_is_nothing_to_tell_the_team(run_in: Run) -> None:
    nothing = run_in("log", "--nothing", "--customer", "1").err

    assert "share" not in nothing


@pytest.mark.parametrize(
    ("words", "code", "names"),
    [
        (["--for", "pri", "--better", "x"], 2, "--for"),
        (["--told", "1", "--reaction", "pleased", "--reaction", "neutral"], 2, "--reaction"),
        (["--praise", "x", "--about", "invoices"], 2, "--about"),
        (["--better", "x", "--about", "12"], 2, "no name for a theme"),
        (["--better", "x", "--about", ""], 2, "--about is empty"),
        (["--better", "x", "--about", "A9"], 4, "A9"),
        (["--helped", "12"], 2, "--helped 12=yes"),
        (["--helped", "12=perhaps"], 2, "--helped 12=yes"),
        (["--not-yet", "A1"], 2, "A1"),
        (["reached", "--promise", "x"], 2, "--due"),
        (["reached", "--due", "friday"], 2, "--promise"),
        (["--better", " "], 2, "--better"),
        ([], 2, "OUTCOME"),
        (["--notes", "x"], 2, "OUTCOME"),
        (["answered"], 2, "reached"),
        (["Bo Lind"], 2, 'log --customer "Bo Lind"'),
        (["no-answer", "--better", "x"], 2, "--better"),
        (["--told", "A1"], 2, "A1"),
        (["reached", "--on", "tomorrow"], 2, "--on"),
        (["reached", "--customer", "nobody"], 4, "nobody"),
        (["reached", "--customer", "o"], 4, "Bo Lind"),
        (["--praise", "x", "--for", "nobody"], 4, "nobody"),
        (["reached", "--told", "9"], 4, "9"),
    ],
)
def test_what_cannot_be_logged_is_refused_by_its_name(
    run_in: Run, words: list[str], code: int, names: str
) -> None:
    pick(run_in)

    refused = run_in("log", *words, code=code)

    assert names in refused.err
    assert run_in("today", "--json").json["attempts"] == []


def test_nothing_is_logged_while_nobody_is_proposed(run_in: Run) -> None:
    refused = run_in("log", "reached", code=4)
    unsaid = run_in("log", code=2)

    assert "--customer NAME" in refused.err
    assert "OUTCOME" in unsaid.err


def test_after_a_call_in_vain_the_next_name_is_offered_until_the_tries_are_used_up(
    run_in: Run,
) -> None:
    first = pick(run_in)

    second = run_in("log", "no-answer", "--json").json["next"]["name"]
    shown = run_in("log", "voicemail")
    last = run_in("log", "not-now")

    names = {first, second, pick_name(shown.out)}
    assert names == {"Ana Duarte", "Bo Lind", "Jo Hansen"}
    assert "dailycontact today" in shown.out
    assert "enough for today" in last.out


def pick_name(shown: str) -> str:
    (line,) = (line for line in shown.splitlines() if "Next:" in line)
    return next(name for name in ("Ana Duarte", "Bo Lind", "Jo Hansen") if name in line)


def test_whoever_rings_in_leaves_the_card_as_it_is(run_in: Run) -> None:
    name = pick(run_in)
    other = next(one for one in ("Bo Lind", "Jo Hansen") if one != name)

    logged = run_in("log", "--nothing", "--customer", other, "--json").json

    assert logged["rang_in"] is True
    assert logged["next"] is None
    assert pick(run_in) == name


def test_a_wrong_number_says_when_none_is_left(run_in: Run) -> None:
    pick(run_in)

    shown = run_in("log", "wrong-number")

    assert "No number is left" in " ".join(shown.out.split())


def test_a_wrong_number_says_how_many_are_left(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.add(
            "phone", customer_id=1, position=2, label="mobile", raw="+447700900123",
            e164="+447700900123", shown="+44 7700 900123",
        )  # fmt: skip
    founded.book.rest()

    shown = run_in("log", "wrong-number", "--customer", "1", "--phone", "mobile")

    assert "1 number left" in " ".join(shown.out.split())


def test_never_is_lifted_by_name_so_undo_is_not_offered(run_in: Run) -> None:
    shown = run_in("log", "never", "--notes", "Closing down", "--customer", "2")

    assert "Bo Lind is not proposed again" in shown.out
    assert "undo" not in shown.err
    hint = next(line for line in shown.err.splitlines() if "Wrong?" in line)
    words = shlex.split(hint.split("dailycontact ")[1])
    lifted = run_in(*words, "--yes", "--json").json
    assert lifted["customer"]["do_not_contact_on"] is None


@pytest.mark.parametrize("words", [["reached"], ["no-answer"], ["not-now"], ["--nothing"]])
def test_whoever_refused_is_not_spoken_of_as_coming_up_again(run_in: Run, words: list[str]) -> None:
    run_in("log", "never", "--customer", "2")

    shown = run_in("log", *words, "--customer", "2")

    assert "Bo has asked not to be contacted" in shown.out
    assert "turn" not in shown.out
    assert "later" not in shown.out


def test_told_without_a_reaction_is_said_without_one(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        answer_id = an_answer(change, 1)
        a_finish(change, an_action(change, answer_id), answer_id)
    founded.book.rest()

    shown = run_in("log", "--told", "1", "--customer", "1")

    assert "1 told" in [line.split("SAVED")[-1].strip() for line in shown.out.splitlines()]
    assert "pleased" not in shown.out


def test_a_promise_is_kept_without_a_conversation(founded: Founded, run_in: Run) -> None:
    run_in("log", "reached", "--promise", "send the list", "--due", "fri", "--customer", "1")

    shown = run_in("log", "--kept", "--customer", "Ana")

    assert "Promise kept: send the list" in shown.out
    assert "No call was logged" in " ".join(shown.out.split())
    assert "dailycontact undo" in shown.err
    rows = founded.book.look().rows("SELECT settled_how FROM promise")
    assert [row["settled_how"] for row in rows] == ["kept"]
    assert founded.book.look().value("SELECT COUNT(*) AS value FROM call") == 1
    founded.book.rest()
    assert "Ana Duarte" in run_in("log", "--kept", "--customer", "Ana", code=4).err
    assert "--customer NAME" in run_in("log", "--kept", code=2).err


def test_the_document_of_a_kept_promise_names_it(run_in: Run) -> None:
    run_in("log", "reached", "--promise", "send the list", "--due", "fri", "--customer", "1")

    kept = run_in("log", "--kept", "--customer", "1", "--json").json

    assert kept == {
        "day": "2026-11-23",
        "customer": {"id": 1, "name": "Ana Duarte"},
        "settled_promises": [1],
    }


def test_an_earlier_day_and_notes_are_said_back(run_in: Run) -> None:
    shown = run_in(
        "log", "--nothing", "--notes", "Away until May", "--customer", "1", "--on", "last friday"
    )

    assert "The call of Friday 20 November" in shown.out
    assert "Note: Away until May" in shown.out


def test_more_about_today_s_call_names_the_customer(run_in: Run) -> None:
    early = run_in("log", "--better", "Chairs", code=4)
    name = pick(run_in).split()[0]
    run_in("log", "--nothing")

    late = run_in("log", "--better", "Chairs", code=4)

    assert "Nobody is proposed yet" in early.err
    assert f"Today's call with {name} is logged" in late.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--promise", " ", "--due", "fri"], "what you promised"),
        (["--notes", " "], "your note"),
        (["--better", " "], "the customer's words"),
    ],
)
def test_what_is_empty_is_asked_for_by_its_name(run_in: Run, words: list[str], says: str) -> None:
    pick(run_in)

    assert says in run_in("log", "reached", *words, code=2).err


def test_promises_and_what_was_told_are_said_back(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        answer_id = an_answer(change, 1)
        another = an_answer(change, 2)
        a_finish(change, an_action(change, answer_id, another), answer_id, another)
    founded.book.rest()
    run_in("log", "reached", "--promise", "send the list", "--due", "fri", "--customer", "1")

    shown = run_in(
        "log", "--told", "1", "--reaction", "not-solved", "--kept", "--call-back", "2w",
        "--urgent", "--private", "--better", "Still wrong", "--customer", "1",
    )  # fmt: skip

    assert "1 told, not solved (0 of 2); A1 is open again" in shown.out
    assert "Promise kept: send the list" in shown.out
    assert "To be rung back on Monday 7 December" in shown.out
    assert "urgent: “Still wrong”" in shown.out
    assert "For leaders only." in shown.out
    assert "share" not in shown.err


def test_not_now_says_when_they_are_rung_back(run_in: Run) -> None:
    pick(run_in)

    shown = run_in("log", "not-now", "--call-back", "friday")

    assert "back on Friday 27 November" in shown.out


def test_an_earlier_day_can_be_filled_in(run_in: Run) -> None:
    run_in("log", "--nothing", "--customer", "Ana", "--on", "last friday", at=TUESDAY)

    assert run_in("today", "--json", at=TUESDAY).json["state"] == "call"


def test_a_turn_far_ahead_is_named_by_its_month(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_customer(change, "Quarter", cadence=63)
        a_customer(change, "Year", cadence=252)
        a_customer(change, "Ages", cadence=2000)
    founded.book.rest()

    turns = {
        name: run_in("log", "--nothing", "--customer", name).out
        for name in ("Quarter", "Year", "Ages")
    }

    assert "about February." in turns["Quarter"]
    assert "about November 2027." in turns["Year"]
    assert "not before long" in turns["Ages"]


def test_words_can_come_from_stdin(run_in: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pick(run_in)
    monkeypatch.setattr(sys, "stdin", io.StringIO("Two lines,\nin their words.\n"))

    logged = run_in("log", "--better", "-", "--json").json

    assert logged["answers"][0]["verbatim"] == "Two lines,\nin their words."


def drafts(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "home").rglob("log-*.txt"))


def test_what_cannot_be_saved_is_kept_in_a_draft(
    run_in: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = pick(run_in)

    def busy(*_: object, **__: object) -> None:
        raise BookBusy

    with monkeypatch.context() as while_busy:
        while_busy.setattr("dailycontact.store.book.Book.change", busy)
        failed = run_in("log", "--better", "It's “late”", code=5)
    (draft,) = drafts(tmp_path)
    line = draft.read_text(encoding="utf-8")

    assert str(draft) in failed.err
    assert draft.stat().st_mode & 0o777 == 0o600
    assert "log reached --better" in line
    again = run_in(*shlex.split(line)[1:], "--json").json
    assert again["customer"]["name"] == name
    assert again["rang_in"] is False
    assert again["answers"][0]["verbatim"] == "It's “late”"


def test_what_cannot_be_kept_in_a_file_is_printed(
    run_in: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pick(run_in)

    def busy(*_: object, **__: object) -> None:
        raise BookBusy

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dailycontact.store.book.Book.change", busy)
    monkeypatch.setattr("tempfile.mkstemp", full)
    failed = run_in("--as", "Marta", "log", "--better", "Late", code=5)

    assert "--as Marta log reached --better Late" in failed.err
    assert drafts(tmp_path) == []


def test_a_slip_in_the_options_makes_no_draft(run_in: Run, tmp_path: Path) -> None:
    pick(run_in)

    run_in("log", "no-answer", "--better", "x", code=2)

    assert drafts(tmp_path) == []


def test_an_answer_is_amended_for_all_to_see(founded: Founded, run_in: Run) -> None:
    pick(run_in)
    run_in("log", "--better", "Deliver before tne")

    shown = run_in("amend", "1", "--words", "Deliver before ten", "--quote", "name", "--urgent")

    rows = founded.book.look().rows("SELECT field, before, after FROM amendment ORDER BY id")
    assert [(row["field"], row["before"], row["after"]) for row in rows] == [
        ("verbatim", "Deliver before tne", "Deliver before ten"),
        ("consent", "words", "name"),
        ("urgent", "no", "yes"),
    ]
    assert "“Deliver before tne”" in shown.out
    assert "“Deliver before ten”" in shown.out


def test_amending_to_what_it_says_already_is_refused(run_in: Run) -> None:
    pick(run_in)
    run_in("log", "--better", "Late")

    refused = run_in("amend", "1", "--words", "Late", "--no-urgent", code=7)

    assert "says so already" in refused.err


def test_words_make_a_wish_of_nothing(run_in: Run) -> None:
    pick(run_in)
    run_in("log", "--nothing")

    amended = run_in("amend", "1", "--words", "Well, chairs", "--json").json

    assert amended == {
        "answer_id": 1,
        "amended": [
            {"field": "verbatim", "before": "", "after": "Well, chairs"},
            {"field": "kind", "before": "nothing", "after": "suggestion"},
        ],
    }


@pytest.mark.parametrize(
    ("words", "code", "names"),
    [
        (["1"], 2, "--words"),
        (["1", "--words", ""], 2, "--kind nothing"),
        (["1", "--kind", "suggestion"], 2, "--words"),
        (["9", "--kind", "praise"], 4, "9"),
        (["A1", "--urgent"], 2, "A1"),
    ],
)
def test_what_cannot_be_amended_is_refused(
    run_in: Run, words: list[str], code: int, names: str
) -> None:
    pick(run_in)
    run_in("log", "--nothing")

    refused = run_in("amend", *words, code=code)

    assert names in refused.err


def test_an_answer_that_is_acted_on_stays_a_suggestion(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        an_action(change, an_answer(change, 1, day=MONDAY))
    founded.book.rest()

    refused = run_in("amend", "1", "--kind", "praise", code=7)

    assert "A1" in refused.err


def test_the_words_of_an_amendment_can_come_from_stdin(
    run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pick(run_in)
    run_in("log", "--better", "Lat")
    monkeypatch.setattr(sys, "stdin", io.StringIO("Late\n"))

    amended = run_in("amend", "1", "--words", "-", "--json").json

    assert amended["amended"][0]["after"] == "Late"
