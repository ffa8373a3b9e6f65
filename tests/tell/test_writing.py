"""Tellings in writing: a file for each who asked, nothing sent, told once the leader says so."""

import email
import stat
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from conftest import Founded
from dailycontact.tell.formats.eml import eml
from support.builders import MONDAY, MORNING
from support.loop import count_rows, refuse, with_answers
from support.running import Run

SAY = "Every invoice now carries the café's name"
THURSDAY = "2026-11-26T09:00:00+00:00"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where the e-mails go; there is no such folder yet."""
    return tmp_path / "letters"


@pytest.fixture(autouse=True)
def _finished(founded: Founded, run_in: Run) -> None:
    """Let three ask for the same thing, two with an e-mail address, and let it be done."""
    with_answers(founded, "Ana Duarte", "José Lind", "Jo Hansen")
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        for number, address in ((1, "ana@greendoor.example"), (2, "jose@lind.example")):
            change.add("email", customer_id=number, position=1, label="", address=address)
    founded.book.rest()
    run_in("act", "1", "2", "3", "--do", "Put the café's name on invoices")
    run_in("done", "A1", "--say", SAY)


def _draft(run_in: Run, folder: Path, *words: str, code: int = 0) -> Any:
    return run_in("tell", "--action", "A1", "--draft", "-o", str(folder), *words, code=code)


def test_an_e_mail_is_written_for_each_and_nobody_is_told_by_it(
    founded: Founded, run_in: Run, folder: Path
) -> None:
    shown = _draft(run_in, folder).err

    file = folder / "answer-2.eml"
    mail = email.message_from_bytes(file.read_bytes(), policy=default)
    assert sorted(path.name for path in folder.iterdir()) == ["answer-1.eml", "answer-2.eml"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert mail["X-Unsent"] == "1"
    assert mail["From"] is None
    assert mail["To"] == "José Lind <jose@lind.example>"
    assert "Hello José," in mail.get_content()
    assert "name. Is it what you" in " ".join(mail.get_content().split())
    assert "Jo has no e-mail address" in shown
    assert "Nothing was sent" in shown
    assert count_rows(founded, "telling") == 0
    assert len(run_in("tell", "--json").json) == 3
    assert run_in("tell").out.count("An e-mail was written today.") == 2


def test_a_file_that_is_there_stays_and_then_nothing_is_noted(
    founded: Founded, run_in: Run, folder: Path
) -> None:
    folder.mkdir()
    (folder / "answer-2.eml").write_text("mine")

    refused = _draft(run_in, folder, code=7)

    assert "exists already" in refused.err
    assert (folder / "answer-2.eml").read_text() == "mine"
    assert not (folder / "answer-1.eml").exists()
    assert (count_rows(founded, "letter"), count_rows(founded, "export")) == (0, 0)
    _draft(run_in, folder, "--force")
    assert count_rows(founded, "letter") == 2


def test_what_was_written_counts_when_it_was_sent_in_its_own_words(
    run_in: Run, folder: Path
) -> None:
    words = {
        one["answer_ids"][0]: one["words"]
        for one in _draft(run_in, folder, "--json").json["written"]
    }

    told = run_in("tell", "--action", "A1", "--sent", "--yes", "--json").json
    again = run_in("tell", "--action", "A1", "--sent", "--yes", code=7)

    assert [(one["answer_id"], one["channel"], one["words"]) for one in told] == [
        (1, "email", words[1]),
        (2, "email", words[2]),
    ]
    assert [news["answer_id"] for news in run_in("tell", "--json").json] == [3]
    assert "No e-mail about A1 waits to be sent" in again.err


def test_sent_without_a_yes_is_asked_for(run_in: Run, folder: Path) -> None:
    _draft(run_in, folder)

    refused = run_in("tell", "--action", "A1", "--sent", code=2)

    assert "add --yes" in refused.err
    assert len(run_in("tell", "--json").json) == 3


def test_one_that_was_sent_is_told_in_the_words_of_its_letter(run_in: Run, folder: Path) -> None:
    written = run_in("tell", "2", "--draft", "-o", str(folder), "--json").json["written"]

    told = run_in("tell", "2", "--by", "email", "--json").json

    assert told["words"] == written[0]["words"]


@pytest.mark.parametrize("channel", ["email", "letter", "phone"])
def test_what_they_say_to_it_later_is_noted_there(
    founded: Founded, run_in: Run, channel: str
) -> None:
    run_in("tell", "1", "--by", channel)

    heard = run_in(
        *("tell", "1", "--reaction", "not-solved", "--better", "The street is missing"),
        at=THURSDAY,
    ).err
    again = run_in("tell", "1", "--reaction", "pleased", code=7)
    (open_again,) = run_in("loop", "--stage", "acting", "--json", at=THURSDAY).json["answers"]

    assert open_again["since"] == THURSDAY[:10]
    assert "1: Ana says not solved" in heard
    assert "1 is open again" in heard
    assert "The new words are answer 4; add them" in heard
    assert count_rows(founded, "telling") == 1
    assert "somebody is still working" in again.err or "looking for someone" in again.err


def test_nobody_is_told_twice_and_what_can_be_noted_is_said(run_in: Run) -> None:
    run_in("tell", "1", "--reaction", "pleased")

    refused = run_in("tell", "1", code=7).err
    again = run_in("tell", "1", "--reaction", "neutral", code=7).err

    assert refused == again
    assert "was told about 1" in refused
    assert "dailycontact tell 1 --reaction not-solved" in " ".join(refused.split())


@pytest.mark.parametrize(
    "words",
    [
        ("tell", "1", "--reaction", "not-solved"),
        ("log", "reached", "--customer", "1", "--told", "1", "--reaction", "not-solved"),
    ],
)
def test_what_pleased_them_and_is_not_solved_after_all_is_open_again_from_that_day(
    run_in: Run, words: tuple[str, ...]
) -> None:
    run_in("tell", "1", "--reaction", "pleased")

    run_in(*words, at=THURSDAY)

    (open_again,) = run_in("loop", "--stage", "acting", "--json", at=THURSDAY).json["answers"]
    story = " ".join(run_in("loop", "--customer", "1", at=THURSDAY).out.split())
    assert (open_again["id"], open_again["since"]) == (1, THURSDAY[:10])
    assert "Heard what they say now to what they were told about 1: not solved." in story
    assert "not solved, 26 Nov" in run_in("act", "A1").out
    run_in("undo", "--yes")
    assert "pleased" in run_in("act", "A1").out


def test_nobody_answers_a_letter_before_it_came(run_in: Run) -> None:
    run_in("tell", "1", "--by", "letter", at=THURSDAY)

    refused = run_in("tell", "1", "--reaction", "pleased", "--on", "2026-11-25", code=2).err

    assert "was before they were told" in refused


def test_letters_that_were_not_sent_go_with_the_end_that_they_tell_of(
    founded: Founded, run_in: Run, folder: Path
) -> None:
    _draft(run_in, folder)

    run_in("undo", "--yes")

    assert count_rows(founded, "finish") == 0
    assert count_rows(founded, "letter") == 0
    assert count_rows(founded, "export") == 2
    run_in("done", "A1", "--say", SAY)
    assert run_in("check").code == 0


def test_a_not_solved_on_which_a_later_end_rests_is_not_taken_back(
    founded: Founded, run_in: Run
) -> None:
    run_in("team", "add", "Lena Lead", "--leads")
    run_in("--as", "Marta Silva", "tell", "1", "--reaction", "not-solved")
    run_in("--as", "Lena Lead", "done", "A1", "--say", "Now it does")

    refused = run_in("--as", "Marta Silva", "undo", "--yes", code=7).err

    assert "A1 was done for answer 1 since" in " ".join(refused.split())
    assert count_rows(founded, "telling") == 1


def test_whoever_refused_meanwhile_is_not_written_to(
    founded: Founded, run_in: Run, folder: Path
) -> None:
    refuse(founded, 1)

    written = _draft(run_in, folder, "--json").json["written"]

    assert [one["customer"] for one in written] == ["José Lind"]


def test_an_erasure_names_the_file_and_a_letter_to_the_erased_was_never_sent(
    run_in: Run, folder: Path
) -> None:
    _draft(run_in, folder)

    erased = run_in("customers", "erase", "1", "--name", "Ana Duarte")
    run_in("tell", "--action", "A1", "--sent", "--yes")

    assert "answer-1.eml" in " ".join((erased.out + erased.err).split())
    assert "answer-2.eml" not in erased.out + erased.err
    assert [news["answer_id"] for news in run_in("tell", "--json").json] == [3]


def test_undo_leaves_the_note_of_a_file_and_takes_back_what_came_before(
    founded: Founded, run_in: Run, folder: Path
) -> None:
    run_in("tell", "3", "--reaction", "pleased")
    _draft(run_in, folder)

    run_in("undo", "--yes")

    assert count_rows(founded, "telling") == 0
    assert count_rows(founded, "letter") == 2


def test_a_leader_with_an_address_writes_from_it(
    founded: Founded, run_in: Run, folder: Path
) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.set("member", founded.leader_id, email="marta@brightside.example")
    founded.book.rest()

    _draft(run_in, folder)

    mail = email.message_from_bytes((folder / "answer-1.eml").read_bytes(), policy=default)
    assert mail["From"] == "Marta Silva <marta@brightside.example>"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--draft",), 2, "Say what to write about"),
        (("-o", "letters"), 2, "Say what to write about"),
        (("--sent",), 2, "Name the answer"),
        (("1", "--action", "A1"), 2, "not both"),
        (("--action", "A1", "--draft", "-o", "-"), 2, "name a folder"),
        (("--action", "A9", "--draft"), 4, "There is no action A9"),
        (("--action", "A9"), 4, "There is no action A9"),
        (("--action", "A1", "--sent", "--yes"), 7, "--draft"),
        (("1", "--sent", "--by", "letter"), 2, "do not go together"),
        (("1", "--draft", "--no-answer"), 2, "do not go together"),
    ],
)
def test_what_does_not_go_together_is_refused(
    run_in: Run, words: tuple[str, ...], code: int, said: str
) -> None:
    assert said in run_in("tell", *words, code=code).err


def test_an_action_shows_only_who_asked_for_it(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Bo Lind", day=MONDAY)
    run_in("decline", "4", "--reason", "It cannot be printed")

    of_one = run_in("tell", "--action", "A2", "--json").json
    shown = run_in("tell", "--action", "A2").out

    assert [news["answer_id"] for news in of_one] == [4]
    assert "1 customer waits to hear about A2" in shown


@pytest.mark.parametrize("address", ["", "ana", "ana@", "ana@x", "a b@c.example", "ána@x.example"])
def test_an_address_that_is_none_is_not_written_to(address: str) -> None:
    assert eml(sender=None, to=("Ana", address), subject="", paragraphs=["x"]) is None


def test_a_name_begins_no_header_of_its_own() -> None:
    content = eml(
        sender=("Marta\nX-Evil: 1", "m@x.example"),
        to=("Ana\r\nBcc: all@x.example", "ana@x.example"),
        subject="Hello\r\nBcc: all@x.example",
        paragraphs=["A line\r\n.\r\nof text \x1b[31m"],
    )

    assert content is not None
    mail = email.message_from_bytes(content, policy=default)
    assert set(mail.keys()) == {
        *("X-Unsent", "From", "To", "Subject", "Content-Type", "MIME-Version"),
        "Content-Transfer-Encoding",
    }
    assert b"\x1b" not in content


def test_an_e_mail_that_was_never_written_was_not_sent(founded: Founded, run_in: Run) -> None:
    refused = run_in("tell", "3", "--sent", code=7).err

    assert "No e-mail about 3 waits to be sent" in refused
    assert count_rows(founded, "telling") == 0


def test_a_letter_names_the_day_on_which_they_said_it(run_in: Run, folder: Path) -> None:
    (written,) = run_in("tell", "1", "--draft", "-o", str(folder), "--json", at=THURSDAY).json[
        "written"
    ]

    assert written["subject"] == "What you told us on Monday 23 November, and what came of it"
    assert written["words"].startswith("On Monday 23 November you told me: ‘")


def test_all_of_one_answer_is_not_taken_for_a_telling(founded: Founded, run_in: Run) -> None:
    refused = run_in("tell", "1", "--all", code=2).err

    assert "--all and a number do not go together" in refused
    assert count_rows(founded, "telling") == 0
