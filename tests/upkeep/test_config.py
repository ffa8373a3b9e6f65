"""The settings of the book and of the person, seen and changed."""

from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.settings import ConfigUnreadable
from dailycontact.upkeep.usecases.personal import SettingsUnwritable, save_personal
from support.builders import MORNING, a_call, a_customer
from support.dump import dump
from support.running import Run

SATURDAY = "2026-11-28"


def test_every_setting_is_shown(run_in: Run) -> None:
    shown = run_in("config").out

    assert "What is the one thing we could do better?" in shown
    assert "United Kingdom" in shown or "Britain" in shown
    assert "mon-fri" in shown


def test_the_document_names_every_setting(run_in: Run) -> None:
    assert sorted(run_in("config", "--json").json) == [
        *("attempts", "book", "cadence", "cadence_in_use", "company", "country", "hidden_words"),
        *("hours", "kept_words", "mail", "me", "notify", "permission", "question", "recipients"),
        *("report_day", "segments", "settings_file", "stage_limits", "talks"),
        *("work_days", "zone"),
    ]


def test_settings_of_the_book_are_changed_together_and_taken_back_together(
    founded: Founded, run_in: Run
) -> None:
    before = dump(founded.book)
    founded.book.rest()

    run_in(
        "config", "--question", "What would you change?", "--company", "Green Door",
        "--country", "Germany", "--zone", "Europe/Berlin", "--work-days", "mon-thu",
        "--attempts", "5", "--cadence", "quarter", "--limit", "heard=3", "--limit", "done=9",
    )  # fmt: skip

    now = run_in("config", "--json").json
    wanted = {
        "question": "What would you change?",
        "company": "Green Door",
        "country": "DE",
        "zone": "Europe/Berlin",
        "work_days": ["mon", "tue", "wed", "thu"],
        "attempts": 5,
        "cadence": 63,
    }
    assert {key: now[key] for key in wanted} == wanted
    assert (now["stage_limits"]["heard"], now["stage_limits"]["done"]) == (3, 9)
    run_in("undo")
    assert dump(founded.book) == before


@pytest.mark.parametrize(
    ("flag", "value"),
    [
        ("--question", "  "),
        ("--country", "Nowhere"),
        ("--zone", "Europe/Nowhere"),
        ("--work-days", "mon-foo"),
        ("--attempts", "0"),
        ("--cadence", "often"),
        ("--cadence", "0"),
        ("--limit", "heard"),
        ("--limit", "told=3"),
        ("--report-day", "someday"),
        ("--segment-cadence", "Key accounts"),
        ("--segment-cadence", "Key accounts=often"),
        ("--permission", "word " * 100),
        ("--recipients", "team"),
        ("--recipients", "owners=jo@example.com"),
        ("--recipients", "team=jo@example.com jane@example.com"),
        ("--recipients", "team=Jo"),
        ("--notify", "team=https://hooks.example.com/secret"),
        ("--notify", "=slack"),
        ("--mail-server", "mail.example.com:0"),
        ("--mail-server", "mail.example.com:99999"),
        ("--mail-server", "smtp://mail.example.com"),
        ("--mail-from", "Marta"),
        ("--mail-from", "marta@example.com\nBcc: all@example.com"),
        ("--mail-from", "Marta\nBcc: all@example.com <marta@example.com>"),
        ("--mail-from", "Marta\r\nX <marta@example.com>"),
        ("--mail-security", "ssl"),
        ("--keep-word", " "),
        ("--hide-word", ""),
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_its_flag(
    founded: Founded, run_in: Run, flag: str, value: str
) -> None:
    before = dump(founded.book, journal=True)
    founded.book.rest()

    refused = run_in("config", flag, value, code=2)

    assert flag in refused.err
    assert dump(founded.book, journal=True) == before


def test_what_was_heard_waits_for_the_report_unless_a_limit_is_set(run_in: Run) -> None:
    run_in("config", "--report-day", "thursday", "--limit", "acting=15")
    usual = run_in("config").out
    run_in("config", "--limit", "heard=3")
    own = run_in("config").out
    saved = run_in("config", "--limit", "heard=auto", "--limit", "acting=").err
    again = run_in("config", "--json").json

    assert "heard: by the next report (Thursday)" in usual
    assert "shared 5, acting 15, done 5" in usual
    assert "heard 3, shared 5, acting 15" in own
    assert "by the next report" not in own
    assert "the limit of heard (as usual) and the limit of acting (as usual)" in saved
    assert again["report_day"] == "thu"
    assert (again["stage_limits"]["heard"], again["stage_limits"]["acting"]) == (None, 20)


def test_the_report_day_is_taken_back_like_every_setting(run_in: Run) -> None:
    saved = run_in("config", "--report-day", "Wed")
    undone = run_in("undo")

    assert "the report day (Wednesday)" in saved.err
    assert "the report day (Wednesday)" in undone.out + undone.err
    assert run_in("config", "--json").json["report_day"] == "fri"


def test_a_changed_week_numbers_the_days_and_the_rhythms_anew(
    founded: Founded, run_in: Run
) -> None:
    with founded.book.change("add", leader_id=founded.leader_id, at=MORNING) as change:
        customer_id = a_customer(change, cadence=21)
        a_call(change, customer_id)
    before = founded.book.look().value("SELECT eligible_from AS value FROM customer")
    founded.book.rest()

    run_in("config", "--work-days", "tue-sat")

    look = founded.book.look()
    saturday = look.row("SELECT why_not FROM workday WHERE day = :day", day=SATURDAY)
    assert saturday is not None
    assert saturday["why_not"] is None
    assert look.value("SELECT eligible_from AS value FROM customer") == before - 1


def test_a_segments_cadence_is_given_to_its_customers(founded: Founded, run_in: Run) -> None:
    with founded.book.change("add", leader_id=founded.leader_id, at=MORNING) as change:
        segment_id = change.add("segment", name="Key accounts")
        a_customer(change, segment_id=segment_id)
    founded.book.rest()

    run_in("config", "--segment-cadence", "key accounts=month")
    with_its_own = founded.book.look().value("SELECT beat AS value FROM customer")
    founded.book.rest()
    run_in("config", "--segment-cadence", "Key accounts=auto", "--cadence", "100")

    assert with_its_own == 21
    assert founded.book.look().value("SELECT beat AS value FROM customer") == 100


def test_a_segment_that_is_not_there_is_not_found(run_in: Run) -> None:
    assert "no segment 'VIP'" in run_in("config", "--segment-cadence", "VIP=month", code=4).err


def test_who_one_is_is_kept_in_ones_own_file_with_its_comments(
    run_in: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "config.toml"
    path.write_text('# mine\ncolour = "no"\n')
    monkeypatch.setenv("DAILYCONTACT_CONFIG", str(path))

    run_in("config", "--me", "marta", "--book", "~/my.db")

    text = path.read_text()
    assert text.startswith('# mine\ncolour = "no"\n')
    assert 'me = "Marta Silva"' in text
    assert f'book = "{tmp_path / "home" / "my.db"}"' in text
    assert oct(path.stat().st_mode & 0o777) == "0o600"
    assert run_in("config", "--json").json["me"] == "Marta Silva"


def test_who_makes_no_calls_cannot_be_me(founded: Founded, run_in: Run) -> None:
    with founded.book.change("team add", leader_id=founded.leader_id, at=MORNING) as change:
        change.add("member", name="Tom Reed")
    founded.book.rest()

    assert "makes no calls" in run_in("config", "--me", "Tom", code=2).err


def test_a_settings_file_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("me = [")

    with pytest.raises(ConfigUnreadable):
        save_personal(path, {"me": "Marta"})
    with pytest.raises(SettingsUnwritable):
        save_personal(path / "below" / "config.toml", {"me": "Marta"})
    assert path.read_text() == "me = ["


def test_without_a_book_only_the_person_is_shown(run: Run) -> None:
    assert sorted(run("config", "--json").json) == ["book", "me", "settings_file"]
    assert "no book yet" in run("config").err
    assert "There is no book yet" in run("config", "--question", "What?", code=4).err


def test_who_you_are_in_the_demonstration_is_not_kept(run: Run) -> None:
    run("demo")

    refused = run("--book", "demo", "config", "--me", "Marta", code=7)

    assert "say it each time with: dailycontact --book demo --as NAME today" in refused.err


def test_whoever_is_nobody_here_is_told_how_to_say_it_for_good(run_in: Run) -> None:
    run_in("config", "--me", "marta")
    run_in("team", "edit", "Marta", "--name", "Martha Silva")

    refused = run_in("today", code=4)

    assert "or for good with: dailycontact config --me NAME" in " ".join(refused.err.split())
    assert run_in("config", "--me", "Martha").code == 0


def test_whoever_says_who_they_are_is_shown_commands_that_do(run_in: Run) -> None:
    run_in("team", "add", "Ines Moreau", "--leads")

    assert "dailycontact --as Ines today" in run_in("--as", "Ines", "log", "reached", code=4).err


def test_what_sending_needs_is_set_shown_and_taken_back(founded: Founded, run_in: Run) -> None:
    before = dump(founded.book)
    founded.book.rest()

    said = run_in(
        "config", "--permission", " Up to €50,  unasked. ", "--mail-server", "Mail.example.com:465",
        "--mail-user", "marta", "--mail-from", "marta@example.com", "--mail-security", "TLS",
        "--recipients", "Team=team, jo@example.com,team", "--recipients", "company=o@example.com",
        "--notify", "team=Slack",
    ).err  # fmt: skip

    shown, now = run_in("config").out, run_in("config", "--json").json
    assert "recipients of the team edition (team, jo@example.com)" in " ".join(said.split())
    assert now["permission"] == "Up to €50, unasked."
    assert now["mail"] == {
        "server": "mail.example.com",
        "port": 465,
        "user": "marta",
        "from": "marta@example.com",
        "security": "tls",
    }
    assert {"edition": "team", "to": ["team", "jo@example.com"]} in now["recipients"]
    assert now["notify"] == [{"edition": "team", "channels": ["slack"]}]
    for words in ("to team, jo@example.com", "into slack", "mail.example.com:465 (tls), as marta"):
        assert words in shown
    run_in("undo")
    assert dump(founded.book) == before


def test_none_brings_back_what_was_before_anybody_said_otherwise(
    founded: Founded, run_in: Run
) -> None:
    before = run_in("config", "--json").json
    run_in(
        "config", "--permission", "Up to 50", "--mail-server", "localhost", "--mail-user", "m",
        "--mail-from", "m@localhost", "--recipients", "team=team", "--notify", "team=slack",
    )  # fmt: skip

    run_in(
        "config", "--permission", "none", "--mail-server", "none", "--mail-user", "none",
        "--mail-from", "none", "--recipients", "team=none", "--notify", "team=",
    )  # fmt: skip

    assert run_in("config", "--json").json == before
    founded.book.rest()


@pytest.mark.parametrize("sender", ["Brightside <m@b.example>", "Zoë Ünal <m@b.example>"])
def test_mail_may_be_from_somebody_with_a_name(run_in: Run, sender: str) -> None:
    run_in("config", "--mail-from", sender)

    assert run_in("config", "--json").json["mail"]["from"] == sender


def test_a_word_is_kept_or_hidden_and_never_both(run_in: Run) -> None:
    run_in("config", "--keep-word", "Price", "--keep-word", "May", "--hide-word", "Project Ünal")
    run_in("config", "--hide-word", "PRICE")

    now = run_in("config", "--json").json
    assert (now["kept_words"], now["hidden_words"]) == (["may"], ["price", "project uenal"])
    said = run_in("config", "--hide-word", "none").err
    assert "none of them any more" in " ".join(said.split())
    assert run_in("config", "--json").json["hidden_words"] == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--mail-server", "smtp.example.com"), 7),
        (("--mail-server", "localhost"), 0),
        (("--mail-server", "[::1]:25"), 0),
        (("--mail-server", "none"), 0),
        (("--mail-server", "smtp.example.com", "--mail-security", "tls"), 0),
    ],
)
def test_an_open_line_to_another_machine_is_refused_when_it_is_set(
    run_in: Run, words: tuple[str, ...], code: int
) -> None:
    run_in("config", "--mail-security", "none")

    refused = run_in("config", *words, code=code)

    assert ("anybody on the way" in refused.err) == bool(code)
    assert (run_in("config", "--json").json["mail"]["server"] == "smtp.example.com") == (
        code == 0 and "tls" in words
    )
