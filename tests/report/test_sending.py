"""Sending an edition: to whom, what, once, and nothing marked that has not arrived."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.loop import Stage
from dailycontact.report.formats.terminal import render_page
from dailycontact.report.rule.pages import page_of
from dailycontact.report.rule.report import Said, Waiting
from dailycontact.report.sending import courier, smtp
from dailycontact.report.usecases import sending
from dailycontact.settings import Settings
from dailycontact.store.changing import Change
from dailycontact.terminal.prompts import Asker
from dailycontact.terminal.screen import Screen
from dailycontact.workspace import Workspace
from support.builders import a_customer, an_answer
from support.mailbox import Mailbox, free_port, saying, serving
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
from support.reports import a_report
from support.running import Run

PRIVATE = "The driver was rude to me"
SEND = ("report", "--send", "team", "--yes")


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    """Yield a mailbox that a server on this machine fills."""
    with serving(Mailbox()) as served:
        yield served


@pytest.fixture
def alone(sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch) -> Founded:
    """Return a book in a file alone: what a server does is the same for every book."""
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    del run
    return sqlite_book


def test_everybody_gets_a_mail_of_their_own_and_what_is_in_it_is_shared(
    founded: Founded, run_in: Run, mailbox: Mailbox
) -> None:
    can_send(founded, mailbox.port)

    ran = run_in(*SEND, at=FRIDAY)

    assert sorted(mailbox.recipients) == sorted(EMAILS.values())
    assert {str(mail["To"]) for mail in mailbox.mails} == set(EMAILS.values())
    assert "marked as shared" in ran.err
    assert {edition for _, edition, _ in shared(founded)} == {"team"}
    assert {place for *_, place in shared(founded)} == {"e-mail"}
    assert set(states(founded).values()) == {"sent"}
    assert bodies(founded) == 0


def test_a_mail_has_both_forms_and_says_that_a_program_made_it(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port)

    run(*SEND, at=FRIDAY)

    mail = mailbox.mails[0]
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    assert mail["Subject"] == "What customers told us, week 47, 16–20 November 2026"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Reply-To"] == EMAILS[1]
    assert mail["From"].addresses[0].display_name == "Brightside"
    assert all(max(map(len, content.split(b"\r\n"))) <= 998 for _, content in mailbox.taken)
    assert all(not (set(content) - set(range(128))) for _, content in mailbox.taken)


def test_nothing_private_leaves_and_nothing_private_is_marked(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port)

    run(*SEND, at=FRIDAY)

    text = "".join(
        part.get_content()
        for mail in mailbox.mails
        for part in mail.walk()
        if not part.is_multipart()
    )
    private = alone.book.look().value("SELECT id AS value FROM answer WHERE private = 1")
    assert PRIVATE not in text
    assert "Lovely" in text
    assert private not in [number for number, *_ in shared(alone)]


def test_the_second_covers_what_the_first_did_not(
    founded: Founded, run_in: Run, mailbox: Mailbox
) -> None:
    can_send(founded, mailbox.port)
    run_in(*SEND, at=FRIDAY)
    run_in(*SEND, at=NEXT_FRIDAY)

    waiting = run_in("outbox", "--json", at=NEXT_FRIDAY).json

    later, earlier = (one for one in waiting["gone"] if one["member"] is None)
    assert waiting["waiting"] == []
    assert later["since_at"] == earlier["until_at"] == "2026-11-20T16:00:00Z"
    assert later["until_at"] == "2026-11-27T16:00:00Z"


def test_it_is_not_sent_twice_on_one_day(alone: Founded, run: Run, mailbox: Mailbox) -> None:
    can_send(alone, mailbox.port)
    run(*SEND, at=FRIDAY)

    ran = run(*SEND, at="2026-11-20T16:00:07+00:00", code=7)

    assert "went out today at 16:00 already" in ran.err
    assert len(mailbox.taken) == len(EMAILS)


def test_the_same_days_are_not_sent_twice(alone: Founded, run: Run, mailbox: Mailbox) -> None:
    can_send(alone, mailbox.port)
    run(*SEND, "--week", "2026-W47", at=NEXT_FRIDAY)

    ran = run(*SEND, "--week", "2026-W47", at=NEXT_FRIDAY, code=7)

    assert "is not sent twice" in ran.err
    assert len(mailbox.taken) == len(EMAILS)


def test_days_that_were_named_leave_no_gap_behind_them(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port)
    run(*SEND, at="2026-11-13T16:00:00+00:00")
    run(*SEND, "--week", "2026-W48", at=NEXT_FRIDAY)

    run(*SEND, at="2026-12-04T16:00:00+00:00")

    last = run("outbox", "--json", at=NEXT_FRIDAY).json["gone"][0]
    assert last["since_at"] == "2026-11-13T16:00:00Z"


def test_what_is_typed_while_it_goes_out_is_in_the_next(
    founded: Founded, run_in: Run, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    can_send(founded, mailbox.port)
    prompt = Workspace(
        settings=Settings(book=founded.book.address), screen=Screen(), now=_at(FRIDAY)
    )
    late = "2026-11-20T16:05:00+00:00"
    run_in(*SEND, at=late)

    for at in ("2026-11-20T16:07:00+00:00", "2026-11-20T16:01:00+00:00"):
        monkeypatch.setenv("DAILYCONTACT_NOW", at)
        with prompt.change("act") as change:
            a_customer(change, f"Typed At {at}")
            assert change.at == max(_at(at), _at(late))
    prompt.book.rest()

    run_in(*SEND, at=NEXT_FRIDAY)
    assert run_in("outbox", "--json").json["gone"][0]["since_at"] == "2026-11-20T16:05:00Z"


def test_a_clock_that_was_wrong_by_years_is_not_followed(
    sqlite_book: Founded, run: Run, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    can_send(sqlite_book, mailbox.port)
    run(*SEND, at="2031-11-21T16:00:00+00:00")

    with sqlite_book.book.change("act", leader_id=1, at=_at(FRIDAY)) as change:
        recorded_at = change.at

    assert recorded_at == _at(FRIDAY)


def test_what_was_stored_late_in_days_that_are_about_to_go_is_looked_at_again(
    alone: Founded, run: Run, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    can_send(alone, mailbox.port)

    def yes(*_: object, **__: object) -> bool:
        with alone.book.change("act", leader_id=1, at=_at("2026-11-20T15:59:59+00:00")) as change:
            a_customer(change, "Slow Clock")
        alone.book.rest()
        return True

    monkeypatch.setattr(Asker, "confirm", yes)

    ran = run("report", "--send", "team", at=FRIDAY, code=7)

    assert "was changed meanwhile" in ran.err
    assert not mailbox.taken


def test_a_script_must_say_yes(alone: Founded, run: Run, mailbox: Mailbox) -> None:
    can_send(alone, mailbox.port)

    ran = run("report", "--send", "team", at=FRIDAY, code=2)

    assert "--yes" in ran.err
    assert not mailbox.taken
    assert states(alone) == {}


def test_a_dry_run_prints_every_byte_and_neither_sends_nor_writes(
    alone: Founded, run: Run, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    can_send(alone, mailbox.port)
    set_settings(alone, mail__user="marta", notify__team="chat")
    monkeypatch.setenv("DAILYCONTACT_MAIL_PASSWORD", "secret-of-marta")
    monkeypatch.setenv("DAILYCONTACT_NOTIFY_CHAT", "json://127.0.0.1:1/secret-of-chat")
    before = run("history", "--json").out

    ran = run("report", "--send", "team", "--dry-run", at=FRIDAY)

    assert not mailbox.taken
    assert states(alone) == {}
    assert run("history", "--json").out == before
    assert "secret-of" not in ran.out + ran.err
    for address in EMAILS.values():
        assert f"To: {address}" in ran.out
    assert "===== notify to chat =====" in ran.out


def test_what_a_dry_run_prints_is_what_is_sent(alone: Founded, run: Run, mailbox: Mailbox) -> None:
    can_send(alone, mailbox.port, to=[LIST])

    shown = run("report", "--send", "team", "--dry-run", at=FRIDAY).out
    run(*SEND, at=FRIDAY)

    sent = next(content for to, content in mailbox.taken if to == LIST).decode()
    mark = str(mailbox.mails[0]["Message-ID"]).strip("<>").partition("@")[0]
    body = sent.replace("\r\n", "\n").replace(mark, "MARK")
    first = shown.partition("=====\n")[2].partition("\n===== ")[0]
    there = first.partition("Message-ID: <")[2].partition("@")[0]
    assert first.replace(there, "MARK").strip() == body.strip()


def test_who_is_refused_is_named_and_nothing_is_shared_until_everybody_has_it(
    founded: Founded, run_in: Run, mailbox: Mailbox
) -> None:
    can_send(founded, mailbox.port)
    mailbox.refused[EMAILS[3]] = "550 no such user"

    ran = run_in(*SEND, at=FRIDAY, code=8)
    between = shared(founded)
    mailbox.refused.clear()
    run_in("outbox", "--retry", at=FRIDAY)

    assert f"{EMAILS[3]} did not get it" in ran.err
    assert "550 no such user" in ran.err
    assert between == []
    assert sorted(mailbox.recipients) == sorted(EMAILS.values())
    assert shared(founded)
    assert bodies(founded) == 0


def test_whoever_is_dropped_by_name_does_not_stand_in_the_way(
    founded: Founded, run_in: Run, mailbox: Mailbox
) -> None:
    can_send(founded, mailbox.port)
    mailbox.refused[EMAILS[3]] = "550 no such user"
    run_in(*SEND, at=FRIDAY, code=8)

    ran = run_in("outbox", "--drop", "1", "--to", EMAILS[3].upper(), at=FRIDAY)

    assert "marked as shared" in ran.err
    assert states(founded)[EMAILS[3]] == "dropped"
    assert shared(founded)
    assert bodies(founded) == 0


def test_what_nobody_got_is_shared_with_nobody_and_its_days_are_still_to_be_sent(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, free_port())
    run(*SEND, at=FRIDAY, code=8)
    run("outbox", "--drop", "1", at=FRIDAY)
    assert shared(alone) == []
    set_settings(alone, mail__port=str(mailbox.port))

    run(*SEND, at="2026-11-20T17:00:00+00:00")

    assert len(mailbox.taken) == len(EMAILS)
    assert run("outbox", "2", "--json").json["since_at"] == "2026-11-16T00:00:00Z"


@pytest.mark.parametrize("answer", ["451 later please", "554 we do not like it"])
def test_a_mail_that_is_not_taken_waits(alone: Founded, run: Run, answer: str) -> None:
    with serving(Mailbox(answer=answer)) as mailbox:
        can_send(alone, mailbox.port)

        ran = run(*SEND, at=FRIDAY, code=8)

    assert answer in ran.err
    assert set(states(alone).values()) == {"failed"}
    assert shared(alone) == []
    assert bodies(alone) == 1


def test_a_line_that_breaks_after_the_mail_says_that_it_may_have_arrived(
    alone: Founded, run: Run
) -> None:
    with serving(Mailbox(breaks_off=True)) as mailbox:
        can_send(alone, mailbox.port, to=[LIST])
        ran = run(*SEND, at=FRIDAY, code=8)
        assert shared(alone) == []
        mailbox.breaks_off = False
        run("outbox", "--retry", at=FRIDAY)

    idents = {
        str(m["Message-ID"])
        for m, to in zip(mailbox.mails, mailbox.recipients, strict=True)
        if to == LIST
    }
    assert "may have arrived" in ran.err
    assert mailbox.recipients.count(LIST) == 2
    assert len(idents) == 1
    assert shared(alone)


def test_a_server_that_is_not_there_is_tried_once_and_not_for_everybody(
    alone: Founded, run: Run
) -> None:
    can_send(alone, free_port())

    ran = run(*SEND, at=FRIDAY, code=8)

    found = run("outbox", "1", "--json").json["deliveries"]
    assert "cannot be reached" in ran.err
    assert [one["tries"] for one in found] == [1, 0, 0]


def test_a_server_that_says_nothing_is_not_waited_for_for_ever(
    alone: Founded, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smtp, "PATIENCE", 0.2)
    with saying() as port:
        can_send(alone, port)

        ran = run(*SEND, at=FRIDAY, code=8)

    assert "did not answer within" in ran.err


def test_a_server_that_is_busy_is_named_with_its_words(alone: Founded, run: Run) -> None:
    with saying(b"421 too many friends\r\n") as port:
        can_send(alone, port)

        ran = run(*SEND, at=FRIDAY, code=8)

    assert "421 too many friends" in ran.err


@pytest.mark.parametrize("way", ["starttls", "tls"])
def test_a_server_that_cannot_prove_who_it_is_gets_nothing(
    alone: Founded, run: Run, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setenv("DAILYCONTACT_MAIL_PASSWORD", "secret-of-marta")
    with serving(Mailbox(), tls=way, login=True) as mailbox:
        can_send(alone, mailbox.port)
        set_settings(alone, mail__security=way, mail__user="marta")

        ran = run(*SEND, at=FRIDAY, code=8)

    assert "could not prove who it is" in ran.err
    assert not mailbox.taken
    assert not mailbox.logins


@pytest.mark.parametrize("way", ["starttls", "tls"])
def test_a_server_that_is_trusted_is_sent_the_password_and_the_mail(
    alone: Founded, run: Run, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    from support.mailbox import CERTIFICATE

    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    monkeypatch.setenv("DAILYCONTACT_MAIL_PASSWORD", "secret-of-marta")
    with serving(Mailbox(), tls=way, login=True) as mailbox:
        can_send(alone, mailbox.port, to=[LIST])
        set_settings(alone, mail__security=way, mail__user="marta")

        run(*SEND, at=FRIDAY)

    assert LIST in mailbox.recipients
    assert mailbox.logins[0] == (b"marta", b"secret-of-marta")


def test_a_wrong_password_is_said_and_not_shown(
    alone: Founded, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from support.mailbox import CERTIFICATE

    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    monkeypatch.setenv("DAILYCONTACT_MAIL_PASSWORD", "not-the-one")
    with serving(Mailbox(), tls="starttls", login=True) as mailbox:
        can_send(alone, mailbox.port)
        set_settings(alone, mail__security="starttls", mail__user="marta")

        ran = run(*SEND, at=FRIDAY, code=8)

    assert "did not accept marta and the password" in ran.err
    assert "not-the-one" not in ran.err + run("outbox", "1", "--json").out


@pytest.mark.parametrize("password", ["geheim\u00fc\u20acpass", "\u00fc"])
def test_a_password_that_no_server_takes_is_said_and_nothing_of_it_is_shown(
    alone: Founded,
    run: Run,
    mailbox: Mailbox,
    monkeypatch: pytest.MonkeyPatch,
    password: str,
) -> None:
    monkeypatch.setenv("DAILYCONTACT_MAIL_PASSWORD", password)
    can_send(alone, mailbox.port)
    set_settings(alone, mail__user="marta")

    ran = run(*SEND, at=FRIDAY, code=2)

    assert "has a letter that mail servers do not take" in ran.err
    assert not set(password) & set("\u00fc\u20ac") & set(ran.err)
    assert "xfc" not in ran.err
    assert states(alone) == {}


def test_a_server_without_a_private_line_gets_nothing(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port)
    set_settings(alone, mail__security="starttls")

    ran = run(*SEND, at=FRIDAY, code=8)

    assert "does not offer what is needed" in ran.err
    assert not mailbox.taken


def test_an_open_line_to_another_machine_is_refused(alone: Founded, run: Run) -> None:
    can_send(alone, 25)
    set_settings(alone, mail__host="smtp.example.com")

    ran = run(*SEND, at=FRIDAY, code=2)

    assert "anybody on the way could read" in ran.err
    assert states(alone) == {}


def test_without_a_password_nothing_is_put_into_the_outbox(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port)
    set_settings(alone, mail__user="marta")

    ran = run(*SEND, at=FRIDAY, code=2)

    assert "nowhere to be found" in ran.err
    assert states(alone) == {}


@contextmanager
def killed_after_sending(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the program end as if it were killed, when a mail was taken and nothing noted."""
    real = courier.Courier.post

    class Killed(BaseException):
        """As if by SIGKILL: nothing more is done."""

    def post(self: courier.Courier, *args: object) -> None:
        real(self, *args)  # type: ignore[arg-type]  # as it was called
        raise Killed

    from dailycontact.store import messages

    with monkeypatch.context() as patched:
        patched.setattr(courier.Courier, "post", post)
        patched.setattr(messages, "note_failed", lambda *_: None)
        with pytest.raises(Killed):
            yield


def test_killed_between_sending_and_noting_it_is_sent_once_more_with_the_same_ident(
    founded: Founded, run_in: Run, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    can_send(founded, mailbox.port, to=[LIST])
    with killed_after_sending(monkeypatch):
        run_in(*SEND, at=FRIDAY)
    assert shared(founded) == []

    at_once = run_in("outbox", "--retry", "--json", at=FRIDAY, code=8)
    later = run_in("outbox", "--retry", at="2026-11-20T16:20:00+00:00")

    idents = {str(m["Message-ID"]) for m in mailbox.mails if m["To"] == LIST}
    assert "may have arrived" in at_once.err
    assert mailbox.recipients.count(LIST) == 2
    assert len(idents) == 1
    assert "marked as shared" in later.err
    assert set(states(founded).values()) == {"sent"}


def test_a_program_that_is_killed_when_the_server_has_it_all_leaves_it_in_the_outbox(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port, to=[LIST])
    program = started(alone)
    mailbox.when_it_has_all = program.kill

    ended = program.wait(timeout=60)
    mailbox.when_it_has_all = None

    kept = states(alone)
    run("outbox", "--retry", at="2026-11-20T16:20:00+00:00")
    assert ended == -signal.SIGKILL
    assert kept[LIST] == "failed"
    assert mailbox.recipients.count(LIST) == 2
    assert len({str(mail["Message-ID"]) for mail in mailbox.mails if mail["To"] == LIST}) == 1
    assert shared(alone)


def test_two_programs_at_once_send_it_once(alone: Founded, mailbox: Mailbox) -> None:
    can_send(alone, mailbox.port)

    programs = [started(alone), started(alone)]
    ended = sorted(program.wait(timeout=60) for program in programs)

    assert ended == [0, 7]
    assert sorted(mailbox.recipients) == sorted(EMAILS.values())
    assert set(states(alone).values()) == {"sent"}


def started(founded: Founded) -> "subprocess.Popen[bytes]":
    """Start a program of its own that sends the report."""
    return subprocess.Popen(
        [sys.executable, "-m", "dailycontact", *SEND],
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).resolve().parents[2] / "src"),
            "DAILYCONTACT_BOOK": founded.book.address,
            "DAILYCONTACT_NOW": FRIDAY,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def test_the_outbox_says_that_what_was_cut_off_may_have_arrived(
    alone: Founded, run: Run, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    can_send(alone, mailbox.port, to=[LIST])
    with killed_after_sending(monkeypatch):
        run(*SEND, at=FRIDAY)

    shown = run("outbox", "1", at=FRIDAY).out

    assert "may have arrived" in " ".join(shown.split())


def test_two_at_once_send_it_once(
    founded: Founded, run_in: Run, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    can_send(founded, mailbox.port, to=[LIST])
    real = courier.Courier.post
    others: list[int] = []

    def post(self: courier.Courier, *args: object) -> None:
        if not others:
            others.append(0)
            others.append(run_in("outbox", "--retry", at=FRIDAY, code=None).code)
            others.append(run_in(*SEND, at=FRIDAY, code=None).code)
        real(self, *args)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(courier.Courier, "post", post)

    run_in(*SEND, at=FRIDAY, code=None)

    assert others == [0, 8, 7]
    assert mailbox.recipients.count(LIST) == 1


def test_what_was_made_private_meanwhile_is_not_sent(
    founded: Founded, run_in: Run, mailbox: Mailbox
) -> None:
    can_send(founded, mailbox.port)
    mailbox.answer = "451 later please"
    run_in(*SEND, at=FRIDAY, code=8)
    praise = founded.book.look().value("SELECT id AS value FROM answer WHERE kind = 'praise'")
    founded.book.rest()
    run_in("amend", str(praise), "--private", at="2026-11-20T16:30:00+00:00")
    mailbox.answer = "250 taken"

    ran = run_in("outbox", "--retry", at="2026-11-20T17:00:00+00:00")

    assert "made anew" in ran.err
    assert sorted(mailbox.recipients) == sorted(EMAILS.values())
    assert not [mail for mail in mailbox.mails if "Lovely" in said_in(mail)]
    assert praise not in [number for number, *_ in shared(founded)]
    assert bodies(founded) == 0


def said_in(mail: EmailMessage) -> str:
    """Return all the text of a mail."""
    return "".join(part.get_content() for part in mail.walk() if not part.is_multipart())


def test_a_word_that_was_hidden_meanwhile_is_not_sent(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port)
    mailbox.answer = "451 later please"
    run(*SEND, at=FRIDAY, code=8)
    run("config", "--hide-word", "Lovely", at="2026-11-20T16:30:00+00:00")
    mailbox.answer = "250 taken"

    run("outbox", "--retry", at="2026-11-20T17:00:00+00:00")

    assert mailbox.taken
    assert not [mail for mail in mailbox.mails if "Lovely" in said_in(mail)]


def test_a_customer_who_is_renamed_while_it_waits_goes_by_the_new_name(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port)
    mailbox.answer = "451 later please"
    run(*SEND, at=FRIDAY, code=8)
    run("customers", "edit", "Corner Books", "--company", "Roberta Lind", at=FRIDAY)
    mailbox.answer = "250 taken"

    run("outbox", "--retry", at="2026-11-20T17:00:00+00:00")

    assert mailbox.taken
    assert not [mail for mail in mailbox.mails if "Corner Books" in said_in(mail)]


def test_whoever_missed_what_was_changed_gets_it_anew_and_the_others_miss_nothing(
    founded: Founded, run_in: Run, mailbox: Mailbox
) -> None:
    can_send(founded, mailbox.port)
    mailbox.refused[EMAILS[3]] = "450 later"
    run_in(*SEND, at=FRIDAY, code=8)
    praise = founded.book.look().value("SELECT id AS value FROM answer WHERE kind = 'praise'")
    founded.book.rest()
    run_in("amend", str(praise), "--words", "Simply splendid!", at="2026-11-23T09:00:00+00:00")
    mailbox.refused.clear()

    run_in("outbox", "--retry", at="2026-11-23T10:00:00+00:00")
    run_in(*SEND, at=NEXT_FRIDAY)

    first = next(said_in(mail) for mail in mailbox.mails if mail["To"] == EMAILS[3])
    later = run_in("outbox", "--json", at=NEXT_FRIDAY).json["gone"][0]
    assert mailbox.recipients.count(EMAILS[1]) == mailbox.recipients.count(EMAILS[3]) == 2
    assert "Simply splendid!" in first
    assert later["since_at"] == "2026-11-20T16:00:00Z"


def test_whoever_is_not_to_have_it_any_more_does_not_get_what_waits(
    founded: Founded, run_in: Run, mailbox: Mailbox
) -> None:
    can_send(founded, mailbox.port)
    mailbox.answer = "451 later please"
    run_in(*SEND, at=FRIDAY, code=8)
    run_in("team", "left", "Tom Weber", at="2026-11-20T16:30:00+00:00")
    mailbox.answer = "250 taken"

    ran = run_in("outbox", "--retry", at="2026-11-20T17:00:00+00:00")

    assert f"{EMAILS[3]} was given up" in ran.err
    assert sorted(mailbox.recipients) == [EMAILS[1], EMAILS[2]]


def test_days_that_reached_nobody_are_in_the_next(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, free_port())
    run(*SEND, at=FRIDAY, code=8)
    run("outbox", "--drop", "1", at=FRIDAY)
    set_settings(alone, mail__port=str(mailbox.port))

    run(*SEND, at=NEXT_FRIDAY)

    assert run("outbox", "2", "--json").json["since_at"] == "2026-11-16T00:00:00Z"


def test_after_days_that_were_named_the_next_begins_where_they_end(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port)
    run(*SEND, "--week", "2026-W47", at="2026-11-23T09:00:00+00:00")

    run(*SEND, at="2026-12-04T16:00:00+00:00")

    last = run("outbox", "--json", at=NEXT_FRIDAY).json["gone"][0]
    assert last["since_at"] == "2026-11-23T00:00:00Z"
    assert last["until_at"] == "2026-12-04T16:00:00Z"


def test_a_week_whose_mail_failed_goes_out_the_next_friday_before_that_weeks(
    founded: Founded, run_in: Run, mailbox: Mailbox
) -> None:
    can_send(founded, mailbox.port)
    mailbox.refused[EMAILS[3]] = "450 later"
    run_in(*SEND, at=FRIDAY, code=8)
    mailbox.refused.clear()

    ran = run_in("--no-input", *SEND, at=NEXT_FRIDAY)

    assert f"still waits for {EMAILS[3]}. Trying that first" in ran.err
    assert [mailbox.recipients.count(one) for one in EMAILS.values()] == [2, 2, 2]


def test_whoever_is_refused_for_weeks_stops_nobody_else(
    founded: Founded, run_in: Run, mailbox: Mailbox
) -> None:
    can_send(founded, mailbox.port)
    mailbox.refused[EMAILS[3]] = "550 no such user"

    for friday in (FRIDAY, NEXT_FRIDAY, "2026-12-04T16:00:00+00:00"):
        ran = run_in("--no-input", *SEND, at=friday, code=8)

    assert [mailbox.recipients.count(one) for one in EMAILS.values()] == [3, 3, 0]
    assert f"{EMAILS[3]} did not get it" in ran.err
    assert f"{EMAILS[3]} and" not in ran.err


def test_what_nobody_got_is_part_of_the_next(
    founded: Founded, run_in: Run, mailbox: Mailbox
) -> None:
    can_send(founded, mailbox.port)
    mailbox.answer = "451 later please"
    run_in(*SEND, at=FRIDAY, code=8)
    run_in("--no-input", *SEND, at=NEXT_FRIDAY, code=8)
    mailbox.answer = "250 taken"

    run_in("outbox", "--retry", at="2026-11-27T17:00:00+00:00")

    (last, *_) = run_in("outbox", "--json", at=NEXT_FRIDAY).json["gone"]
    assert sorted(mailbox.recipients) == sorted(EMAILS.values())
    assert last["since_at"] == "2026-11-16T00:00:00Z"


def test_on_the_day_it_went_out_whoever_missed_it_is_tried_again_and_that_is_all(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port)
    mailbox.refused[EMAILS[3]] = "450 later"
    run(*SEND, at=FRIDAY, code=8)
    mailbox.refused.clear()

    soon = run(*SEND, at="2026-11-20T16:05:00+00:00", code=7)
    later = run(*SEND, at="2026-11-20T17:00:00+00:00")

    assert "still waits to be sent" in soon.err
    assert "Sent to" in later.err
    assert sorted(mailbox.recipients) == sorted(EMAILS.values())


def test_what_is_in_the_way_is_no_reason_not_to_look(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port)
    mailbox.answer = "451 later please"
    run(*SEND, at=FRIDAY, code=8)

    ran = run("report", "--send", "team", "--dry-run", at="2026-11-20T16:05:00+00:00")

    assert "still waits for" in ran.err
    assert "===== mail to" in ran.out


@pytest.mark.parametrize("flag", ["--preview", "--json", "--force"])
def test_what_shows_or_writes_does_not_send(
    alone: Founded, run: Run, mailbox: Mailbox, flag: str
) -> None:
    can_send(alone, mailbox.port)

    ran = run(*SEND, flag, at=FRIDAY, code=2)

    assert f"{flag} cannot stand beside it" in ran.err
    assert not mailbox.taken


def test_what_was_changed_between_the_question_and_the_yes_is_not_sent(
    alone: Founded, run: Run, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    can_send(alone, mailbox.port)

    def yes(*_: object, **__: object) -> bool:
        with alone.book.change("amend", leader_id=1, at=_at(FRIDAY)) as change:
            for row in change.rows("SELECT id FROM answer WHERE kind = 'praise'"):
                change.set("answer", row["id"], private=1)
        alone.book.rest()
        return True

    monkeypatch.setattr(Asker, "confirm", yes)

    ran = run("report", "--send", "team", at=FRIDAY, code=7)

    assert "was changed meanwhile" in ran.err
    assert states(alone) == {}
    assert not mailbox.taken


def test_what_is_changed_while_it_is_made_by_itself_has_it_made_once_more(
    alone: Founded, run: Run, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    can_send(alone, mailbox.port)
    real, plans = sending.put_in_outbox, []

    def put(change: Change, planned: sending.Plan, *, day: date) -> tuple[int, ...]:
        plans.append(planned)
        if len(plans) == 1:
            raise sending.ChangedMeanwhile(planned.edition)
        return real(change, planned, day=day)

    monkeypatch.setattr(sending, "put_in_outbox", put)

    run(*SEND, at=FRIDAY)

    assert len(plans) == 2
    assert sorted(mailbox.recipients) == sorted(EMAILS.values())


def test_a_no_sends_nothing(
    alone: Founded, run: Run, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    can_send(alone, mailbox.port)
    monkeypatch.setattr(Asker, "confirm", lambda *_, **__: False)

    ran = run("report", "--send", "team", at=FRIDAY)

    assert "Nothing was sent." in ran.err
    assert states(alone) == {}


def test_ctrl_c_while_it_is_being_sent_says_that_it_may_have_arrived(
    alone: Founded, run: Run, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    can_send(alone, mailbox.port, to=[LIST])
    with monkeypatch.context() as patched:
        patched.setattr(courier.Courier, "post", _stop)
        run(*SEND, at=FRIDAY, code=130)

    shown = run("outbox", "1", at=FRIDAY).out
    run("outbox", "--retry", at=FRIDAY)

    assert "may have arrived" in " ".join(shown.split())
    assert mailbox.recipients.count(LIST) == 1


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def test_only_the_answers_whose_words_stand_on_the_page_count_as_read() -> None:
    many = tuple(
        _said(number, "No" if number % 2 else "No, not blue") for number in range(101, 141)
    )
    report = a_report(heard=many)

    page = page_of(report)

    shown = render_page(page).decode()
    assert set(page.answers) & {said.answer_id for said in many} == set(range(101, 121))
    assert "And 20 more" in shown


def _said(number: int, words: str, *, private: bool = False) -> Said:
    return Said(
        answer_id=number,
        words=words,
        who="customer 4KT7",
        day=_at(FRIDAY).date(),
        private=private,
        stage=Stage.HEARD,
    )


def test_the_leaders_edition_goes_to_leaders_only(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port, edition="leader")
    run("report", "--send", "leader", "--yes", at=FRIDAY)
    assert mailbox.recipients == [EMAILS[1]]
    set_settings(alone, recipients__leader=EMAILS[3])

    ran = run("report", "--send", "leader", "--yes", at=NEXT_FRIDAY, code=7)

    assert "goes to leaders only" in ran.err
    assert mailbox.recipients == [EMAILS[1]]
    assert shared(alone) == []


@pytest.mark.parametrize("edition", ["company", "customers"])
def test_editions_for_everybody_name_nobody_and_mark_nothing_for_the_team(
    alone: Founded, run: Run, mailbox: Mailbox, edition: str
) -> None:
    can_send(alone, mailbox.port, to=["board@brightside.example"], edition=edition)

    run("report", "--send", edition, "--yes", at=FRIDAY)

    (mail,) = mailbox.mails
    said = f"{mail.as_string()} {[part.get_content() for part in mail.iter_parts()]}"
    assert not [name for name in ("Corner Books", "O'Neill", "Duarte", "Lind") if name in said]
    assert "team" not in [each for _, each, _ in shared(alone)]


def test_nothing_is_sent_from_the_demonstration(alone: Founded, run: Run, mailbox: Mailbox) -> None:
    can_send(alone, mailbox.port)
    set_settings(alone, demo="1")

    ran = run(*SEND, at=FRIDAY, code=7)
    shown = run(*SEND, "--dry-run", at=FRIDAY)

    assert "Nothing is sent from the demonstration" in ran.err
    assert "DEMONSTRATION" in shown.out
    assert not mailbox.taken


def test_the_teams_edition_is_not_sent_to_a_customer(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port, to=["Zoe@Example.com"])
    with alone.book.change("customers add", leader_id=1, at=_at(FRIDAY)) as change:
        customer = a_customer(change, "Zoe Quill")
        change.add("email", customer_id=customer, position=1, label="", address="zoe@example.com")

    ran = run(*SEND, at=FRIDAY, code=7)

    assert "is the address of a customer" in ran.err
    assert not mailbox.taken


def test_the_teams_edition_is_not_sent_to_whoever_has_left(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port, to=[LIST, EMAILS[3]])
    with alone.book.change("team left", leader_id=1, at=_at(FRIDAY)) as change:
        change.set("member", 3, left_on=_at(FRIDAY).date())
    alone.book.rest()

    ran = run(*SEND, at=FRIDAY, code=7)

    assert "who has left the team" in ran.err
    assert not mailbox.taken


@pytest.mark.parametrize(
    "address",
    ["a@b.example\nBcc: c@d.example", "two@a.example, b@c.example", "nobody", "ä@b.example"],
)
def test_what_is_no_address_is_refused_kindly(
    alone: Founded, run: Run, mailbox: Mailbox, address: str
) -> None:
    can_send(alone, mailbox.port)
    with alone.book.change("team edit", leader_id=1, at=_at(FRIDAY)) as change:
        change.set("member", 3, email=address)

    ran = run(*SEND, at=FRIDAY, code=2)

    assert "What is written down as the e-mail of Tom Weber" in ran.err
    assert not mailbox.taken


@pytest.mark.usefixtures("alone")
def test_nobody_to_send_to_is_said_with_how_to_name_them(run: Run) -> None:
    ran = run(*SEND, at=FRIDAY, code=7)

    assert "config --recipients team=team" in ran.err


def test_praise_reaches_whoever_does_not_get_the_edition(
    founded: Founded, run_in: Run, mailbox: Mailbox
) -> None:
    can_send(founded, mailbox.port, to=[EMAILS[1]])

    run_in(*SEND, at=FRIDAY)
    run_in(*SEND, "--week", "2026-W47", at=NEXT_FRIDAY)

    notes = [m for m, to in zip(mailbox.mails, mailbox.recipients, strict=True) if to == EMAILS[2]]
    assert len(notes) == 1
    assert "Lovely" in notes[0].get_content()
    assert notes[0]["Subject"] == "What customers said of you"


def test_a_note_of_thanks_does_not_go_before_the_edition(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port, to=[EMAILS[1]])
    mailbox.refused[EMAILS[1]] = "450 later"
    run(*SEND, at=FRIDAY, code=8)
    before = list(mailbox.recipients)
    mailbox.refused.clear()

    run("outbox", "--retry", at="2026-11-20T16:30:00+00:00")

    assert before == []
    assert mailbox.recipients == [EMAILS[1], EMAILS[2]]


def test_whoever_of_the_team_has_no_address_is_named(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port)
    with alone.book.change("team add", leader_id=1, at=_at(FRIDAY)) as change:
        change.add("member", name="Ines Roth")
    alone.book.rest()

    ran = run(*SEND, at=FRIDAY)

    assert "Ines Roth" in ran.err
    assert "no e-mail address" in ran.err


def test_what_goes_to_customers_is_headed_by_a_month(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port, to=["list@brightside.example"], edition="customers")

    run("report", "--send", "customers", "--yes", at=FRIDAY)

    (mail,) = mailbox.mails
    assert mail["Subject"].startswith("What you told ")
    assert mail["Subject"].endswith(": November 2026")


@pytest.mark.parametrize("flags", [("--private",), ("--quote", "no"), ("--words", "Never mind")])
def test_what_only_waits_and_is_taken_back_while_a_message_waits_is_not_sent(
    alone: Founded, run: Run, mailbox: Mailbox, flags: tuple[str, ...]
) -> None:
    can_send(alone, mailbox.port)
    said = "The driver never rings the bell at our back door"
    with alone.book.change("log", leader_id=1, at=_at("2026-11-02T10:00:00+00:00")) as change:
        answer = an_answer(change, a_customer(change, "Ana Sousa"), said)
    alone.book.rest()
    mailbox.refused[EMAILS[3]] = "450 later"
    run(*SEND, at=FRIDAY, code=8)
    run("amend", str(answer), *flags, at="2026-11-20T16:20:00+00:00")
    mailbox.refused.clear()

    run("outbox", "--retry", at="2026-11-20T16:30:00+00:00")

    toms = [said_in(mail) for mail in mailbox.mails if mail["To"] == EMAILS[3]]
    assert len(toms) == 1
    assert "never rings" not in "".join(toms)


def test_what_stands_whole_in_the_list_of_who_waits_was_read_too() -> None:
    waits = (_waits(201, "Please ring the bell"), _waits(202, "Please, " * 20))

    page = page_of(a_report(waiting=waits))

    assert 201 in page.answers
    assert 202 not in page.answers


def _waits(number: int, words: str) -> Waiting:
    return Waiting(
        answer_id=number,
        words=words,
        who="customer 4KT7",
        stage=Stage.HEARD,
        said_on=_at(FRIDAY).date(),
        days=3,
        where="Heard",
    )


def test_a_note_of_thanks_that_failed_waits_through_what_has_nothing_to_do_with_it(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port, to=[EMAILS[1]])
    mailbox.refused[EMAILS[2]] = "450 later"
    failed = run(*SEND, at=FRIDAY, code=8)
    run("team", "add", "Zoe", at="2026-11-20T16:20:00+00:00")
    run("undo", "--yes", at="2026-11-20T16:21:00+00:00")
    mailbox.refused.clear()

    run("outbox", "--retry", at="2026-11-20T16:30:00+00:00")

    assert "marked as shared" in failed.err
    assert "Nothing in it is marked" not in failed.err
    assert sorted(mailbox.recipients) == [EMAILS[1], EMAILS[2]]


def test_a_note_of_thanks_whose_words_were_changed_is_passed_on_in_person(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port, to=[EMAILS[1]])
    mailbox.refused[EMAILS[2]] = "450 later"
    run(*SEND, at=FRIDAY, code=8)
    praise = alone.book.look().value("SELECT id AS value FROM answer WHERE kind = 'praise'")
    alone.book.rest()
    run("amend", str(praise), "--private", at="2026-11-20T16:20:00+00:00")
    mailbox.refused.clear()

    ran = run("outbox", "--retry", at="2026-11-20T16:30:00+00:00", code=8)

    assert "pass it on in person" in ran.err
    assert mailbox.recipients == [EMAILS[1]]


def test_whoever_comes_second_to_send_what_waits_is_told_that_somebody_does(
    alone: Founded, run: Run, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    can_send(alone, mailbox.port, to=[LIST])
    mailbox.answer = "451 later please"
    run(*SEND, at=FRIDAY, code=8)
    mailbox.answer = "250 taken"
    monkeypatch.setattr("dailycontact.store.messages.claim", lambda *_, **__: False)

    ran = run("outbox", "--retry", at="2026-11-20T17:00:00+00:00")

    assert "Another dailycontact is sending it just now" in ran.err


def test_whoever_cannot_be_written_to_is_to_be_told_in_person(
    alone: Founded, run: Run, mailbox: Mailbox
) -> None:
    can_send(alone, mailbox.port, to=[EMAILS[1]])
    with alone.book.change("team edit", leader_id=1, at=_at(FRIDAY)) as change:
        change.set("member", 2, email=None)

    ran = run(*SEND, at=FRIDAY)

    assert "pass the praise on in person" in ran.err
    assert mailbox.recipients == [EMAILS[1]]


def test_undo_passes_over_what_was_sent(founded: Founded, run_in: Run, mailbox: Mailbox) -> None:
    can_send(founded, mailbox.port)
    run_in(*SEND, at=FRIDAY)
    before = shared(founded)

    run_in("undo", "--yes", at=FRIDAY, code=None)

    assert shared(founded) == before
    assert set(states(founded).values()) == {"sent"}


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)
