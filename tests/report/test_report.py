"""The report of a week: which days, for whom, in which form, and what is written where."""

import json
import stat
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from conftest import Founded
from support.awkward import awkward_week
from support.builders import MORNING, a_customer, an_action, an_answer
from support.loop import refuse, with_answers, with_team
from support.running import Run

LATER = "2026-11-30T16:00:00+00:00"
FRIDAY = "2026-11-20T16:00:00+00:00"
KEYS = {
    "": "edition leader_only company demonstration period as_of leaders calls"
    " calls_earlier conversations outcomes told_by_phone tried away absent back_on wanted heard"
    " nothing acted changes told customers_told waiting looking permission contact stories"
    " thanks promises notes numbers wished you_said figures before first_weeks turnout stamp",
    "period": "name week first last",
    "heard": "answer_id words who day earlier kind urgent private praised stage",
    "acted": "action_id title owner state due_on day earlier say instead askers answers",
    "told": "action_id title say people told askers waived unreachable reopened",
    "waiting": "answer_id who words said_on days stage where urgent late",
    "looking": "action_id title said_by first_on words who",
    "stories": "text who missed told_by day earlier",
    "thanks": "name done praise",
    "promises": "customer text due_on state late",
    "notes": "customer day text",
    "away": "leader first last",
}


@pytest.fixture
def week(founded: Founded, run_in: Run) -> Run:
    """Return what runs a command in a book with the awkward week."""
    awkward_week(founded.book)
    with founded.book.change("leave", leader_id=1, at=_at("2026-11-16T08:00:00")) as change:
        change.add("leave", leader_id=1, first_on=date(2026, 11, 19), last_on=date(2026, 11, 27))
    founded.book.rest()
    return run_in


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_what_is_urgent_and_has_no_owner_heads_the_report_and_what_is_private_only_the_leaders(
    sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    with_answers(sqlite_book, "Ana Duarte", verbatim="The freezer van was warm.", urgent=1)
    with_answers(sqlite_book, "Bo Lind", verbatim="Your driver shouted.", urgent=1, private=1)
    with_answers(sqlite_book, "Eva Holm", verbatim="Bigger boxes, please.")
    with_team(sqlite_book)

    def shown(edition: str) -> str:
        words = ("report", "--edition", edition, "--format", form, "-o", "-")
        return run(*words, at="2026-11-27T16:00:00+00:00").out

    team, leader = shown("team"), shown("leader")
    run("act", "1", "--do", "Have the van looked at", "--owner", "Priya")
    owned = shown("team")

    first = [team.index(words) for words in ("van was warm", "Bigger boxes")]
    assert first == sorted(first)
    assert "driver shouted" not in team
    assert leader.index("driver shouted") < leader.index("Bigger boxes")
    title = '"wanted": []' if form == "json" else "and nobody has taken it on yet"
    assert (title.lower() in owned.lower()) is (form == "json")
    assert (title.lower() in team.lower()) is (form != "json")


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_the_keys_of_the_document_are_pinned(week: Run) -> None:
    shown = week("report", "--json", "--edition", "leader", at=FRIDAY).json

    assert list(shown) == KEYS[""].split()
    for name, keys in KEYS.items():
        if name:
            part = shown[name] if name == "period" else shown[name][0]
            assert list(part) == keys.split(), name
    assert list(shown["told"][0]["people"][0]) == (
        ["answer_id", "who", "channel", "reaction", "day", "earlier", "said"]
    )
    assert list(shown["thanks"][0]["done"][0]) == ["action_id", "say", "askers"]


def test_leave_is_said_without_a_word_of_blame(week: Run) -> None:
    shown = week("report", "--week", "2026-W48", at="2026-11-27T16:00:00+00:00").out

    said = "No calls this week: Marta is on leave until Monday 30 November."
    assert said in " ".join(shown.split())


def test_a_week_before_the_book_is_said_in_one_sentence(week: Run) -> None:
    shown = week("report", "--week", "2026-W36").out

    assert "This book begins on Monday 12 October." in shown
    assert "STILL WAITING" not in shown


def test_a_week_before_the_book_has_its_markdown_and_its_document(week: Run) -> None:
    assert "This book begins on" in week("report", "--week", "2026-W36", "--format", "markdown").out
    assert week("report", "--week", "2026-W36", "--json").json["waiting"] == []


def test_a_week_without_a_conversation_still_says_who_waits(week: Run) -> None:
    shown = week("report", "--week", "2026-W46", at=FRIDAY).out

    assert "Bo, Lind Bakery" in shown
    assert ("ACTED ON" in shown, "BEEN TOLD" in shown) == (False, False)


def test_when_nobody_waits_the_report_says_so(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=1, at=_at("2026-11-16T08:00:00")) as change:
        an_answer(change, a_customer(change), kind="praise")
    founded.book.rest()

    shown = run_in("report", at=FRIDAY)

    assert "Nobody waits" in shown.out
    assert "Nobody waits" in run_in("report", "--format", "markdown", at=FRIDAY).out


def test_whoever_refused_contact_does_not_wait_to_hear(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind", consent="name")
    refuse(founded, 1)

    waiting = run_in("report", "--json").json["waiting"]

    assert [one["who"] for one in waiting] == ["Bo"]


def test_that_we_said_no_is_said_once_and_is_nobodys(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    with_team(founded)
    run_in("act", "1", "--do", "Print it", "--owner", "Priya")
    run_in("decline", "A1", "--reason", "it cannot be printed")
    run_in("decline", "2", "--reason", "We have one van, and a driver who rests on Sundays " * 2)

    text = run_in("report").out
    acted = " ".join(text[text.index("ACTED ON") : text.index(" As of")].split())
    markdown = run_in("report", "--format", "markdown").out

    assert "Print it A1 We said no. It cannot be printed." in acted
    assert "We said no A2 We have one van" in acted
    assert acted.count("We said no") == 2
    assert acted.count("We have one van") == 2
    assert "by Priya" not in text + markdown
    assert "We said no. It cannot be printed." in markdown
    assert markdown.count("We said no") == 2


def test_how_many_know_is_counted_as_it_is_beside_the_action(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    with founded.book.change("log", leader_id=1, at=MORNING) as change:
        an_answer(change, 1, "And again the invoices")
    founded.book.rest()
    run_in("act", "1", "2", "3", "--do", "Print it", "--owner", "marta")
    run_in("done", "A1", "--say", "we print it")
    run_in("tell", "1")
    run_in("tell", "2", "--reaction", "not-solved", "--better", "Not on mine")

    one, page = " ".join(run_in("report").out.split()), run_in("act", "A1").out
    run_in("tell", "3")
    two = " ".join(run_in("report").out.split())

    assert "Told 2 of 3; not solved for 1." in one
    assert "Told 2 of 3; not solved for 1." in page
    assert "Told 3 of 3; not solved for 1." in two
    assert "Two customers had asked for it, in three answers. Told 3 of 3" in two


def test_an_action_that_ended_twice_is_said_once_as_it_stands_now(
    founded: Founded, run_in: Run
) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("act", "1", "2", "--do", "Print it", "--owner", "marta")
    run_in("done", "A1", "--say", "we print the site")
    run_in("tell", "1", "--reaction", "not-solved", "--better", "Not on mine")
    run_in("tell", "2")
    run_in("done", "A1", "--say", "we print it on yours, too")
    run_in("tell", "1", "--reaction", "pleased")

    shown = run_in("report", "--json").json

    assert [(one["action_id"], one["say"]) for one in shown["acted"]] == [
        (1, "we print it on yours, too")
    ]
    assert [len(one["done"]) for one in shown["thanks"]] == [1]
    (told,) = shown["told"]
    assert (told["told"], told["askers"]) == (2, 2)
    assert [(one["answer_id"], one["reaction"]) for one in told["people"]] == [
        (1, "pleased"),
        (2, None),
    ]


def test_who_was_told_by_phone_was_phoned(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind", day=date(2026, 11, 10))
    run_in("act", "1", "2", "--do", "Print it", "--owner", "marta")
    run_in("done", "A1", "--say", "we print it")
    quiet = run_in("report", at=LATER).out
    run_in("tell", "1", "--no-answer", at=LATER)
    tried = run_in("report", at=LATER).out

    run_in("tell", "1", at=LATER)
    run_in("tell", "2", at=LATER)
    told = run_in("report", at=LATER).out
    run_in("log", "reached", "--customer", "Bo Lind", "--fine", "All good", at=LATER)
    called = run_in("report", at=LATER).out

    news = "Nobody picked up when we rang with news."
    assert (news in quiet, news in " ".join(tried.split())) == (False, True)
    assert "No calls yet this week. Marta told 2 customers by phone" in " ".join(told.split())
    assert "1 conversation, and told 2 customers by phone." in " ".join(called.split())


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_what_is_urgent_and_late_heads_the_report_again(
    founded: Founded, run_in: Run, form: str
) -> None:
    with_answers(founded, "Ana Duarte", urgent=1)
    with_team(founded)
    run_in("act", "1", "--do", "See to it", "--owner", "Priya", "--due", "2026-11-27")
    options = ("report", "--format", form, "-o", "-")

    in_time, late = run_in(*options).out, run_in(*options, at=LATER).out

    assert "urgent, and nobody has" not in in_time.lower()
    assert "Priya Nair has it, by 27 Nov" in in_time
    assert "urgent, and nobody has taken it on yet, or it is late" in late.lower()
    assert late.count("Priya Nair has it, planned for 27 Nov") == 1


def test_how_a_telling_was_taken_later_leaves_a_past_week_as_it_was(
    founded: Founded, run_in: Run
) -> None:
    with_answers(founded, "Ana Duarte")
    run_in("act", "1", "--do", "Print it", "--owner", "marta")
    run_in("done", "A1", "--say", "we print it")
    run_in("tell", "1", "--by", "letter")
    before = run_in("report", "--week", "2026-W48", at=LATER).out

    run_in("tell", "1", "--reaction", "not-solved", "--better", "Not on mine", at=LATER)

    assert run_in("report", "--week", "2026-W48", at=LATER).out == before
    assert "not solved yet" in run_in("report", at=LATER).out


def test_what_was_said_on_the_last_day_of_a_past_week_is_not_since_today(
    founded: Founded, run_in: Run
) -> None:
    with_answers(founded)

    options = ("report", "--since", "2026-11-23", "--until", "2026-11-23", "--json")
    shown = run_in(*options, at=LATER).json

    assert [one["days"] for one in shown["waiting"]] == [0]


def test_a_week_in_the_future_is_refused_kindly(week: Run) -> None:
    shown = week("report", "--week", "2027-W05", code=7)

    assert "nothing has happened in it yet" in shown.err


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--week", "2026-W47", "--last"), "Name one period"),
        (("--last", "--since", "2026-11-01"), "Name one period"),
        (("--until", "2026-11-01"), "--since"),
        (("--since", "2026-11-19", "--until", "2026-11-16"), "there are no days"),
        (("--edition", "press"), "leader, team"),
        (("--format", "pdf"), "terminal, markdown, html"),
        (("--week", "47th"), "2026-W47"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(
    week: Run, options: tuple[str, ...], says: str
) -> None:
    assert says in week("report", *options, code=2).err


def test_the_last_week_and_named_days_are_found(week: Run) -> None:
    last = week("report", "--last", "--json", at="2026-11-27T16:00:00+00:00").json
    days = week("report", "--since", "2026-10-01", "--json", at=FRIDAY).json

    week47 = {"name": "2026-W47", "week": "2026-W47", "first": "2026-11-16", "last": "2026-11-22"}
    assert last["period"] == week47
    assert (days["period"]["first"], days["period"]["last"]) == ("2026-10-01", "2026-11-20")
    assert days["period"]["week"] is None
    assert days["conversations"] == 10


def test_the_leaders_edition_begins_with_leader_only(week: Run) -> None:
    screen = week("report", "--edition", "leader", at=FRIDAY).out
    markdown = week("report", "--edition", "leader", "--format", "markdown", at=FRIDAY).out
    document = week("report", "--edition", "leader", "--json", at=FRIDAY).json

    assert screen.lstrip().startswith("LEADER ONLY")
    assert markdown.startswith("**LEADER ONLY**")
    assert document["leader_only"] is True


def test_an_action_for_private_answers_only_is_not_in_the_team_edition(
    founded: Founded, run_in: Run
) -> None:
    with founded.book.change("test", leader_id=1, at=_at("2026-11-16T08:00:00")) as change:
        answer = an_answer(change, a_customer(change), "Fire him.", private=1)
        an_action(change, answer, title="Talk about it", owner_id=1)
        an_action(change, answer, title="Hire somebody")
    founded.book.rest()

    team = run_in("report", "--json", at=FRIDAY).json
    leader = run_in("report", "--edition", "leader", "--json", at=FRIDAY).json

    assert (team["acted"], team["looking"], team["waiting"], team["heard"]) == ([], [], [], [])
    assert len(leader["acted"]) == len(leader["looking"]) == len(leader["waiting"]) == 1


def test_a_file_takes_its_form_from_its_name_and_the_leaders_is_private(
    week: Run, tmp_path: Path
) -> None:
    path, own = tmp_path / "week.json", tmp_path / "own.json"

    said = week("report", "-o", str(path), at=FRIDAY)
    week("report", "--edition", "leader", "-o", str(own), at=FRIDAY)

    assert json.loads(path.read_text(encoding="utf-8"))["edition"] == "team"
    assert stat.S_IMODE(own.stat().st_mode) == 0o600
    assert (said.out, "team edition" in said.err) == ("", True)


def test_a_file_that_is_there_is_replaced_only_with_force(week: Run, tmp_path: Path) -> None:
    path = tmp_path / "week.md"
    path.write_text("mine", encoding="utf-8")

    refused = week("report", "-o", str(path), code=7, at=FRIDAY)
    kept = path.read_text(encoding="utf-8")
    week("report", "-o", str(path), "--force", at=FRIDAY)

    assert ("--force" in refused.err, kept) == (True, "mine")
    assert path.read_text(encoding="utf-8").startswith("# What customers told us")


def test_a_company_without_a_name_is_left_out(founded: Founded, run_in: Run) -> None:
    with founded.book.change("config", leader_id=1, at=_at("2026-11-24T08:00:00")) as change:
        row = change.row("SELECT id FROM setting WHERE key = 'company'")
        assert row is not None
        change.remove("setting", row["id"])
    founded.book.rest()

    assert (
        "Team edition. The first call is on" in run_in("report", at="2026-11-27T16:00:00+00:00").out
    )


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_who_did_not_agree_to_be_named_is_not_named_by_what_was_done_for_them(
    founded: Founded, run_in: Run, form: str
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        for name in ("Bob Field", "Ana Duarte", "Cleo Park"):
            an_answer(change, a_customer(change, name, company="Green Door Ltd"),
                      consent="name" if name.startswith("Ana") else "words")  # fmt: skip
    founded.book.rest()
    run_in("act", "1", "2", "--do", "Fix Bob's and Ana's bill for Green Door", "--owner", "marta")
    run_in("done", "A1", "--say", "Bob, we mended your bill")
    run_in("tell", "1")
    run_in("act", "3", "--do", "Ring Cleo")
    run_in("decline", "A2", "--reason", "Cleo asks too much", "--instead", "Cleo may come by")

    team = run_in("report", "--format", form).out
    leader = run_in("report", "--format", form, "--edition", "leader").out

    assert [name in team for name in ("Bob", "Cleo", "Ana")] == [False, False, True]
    assert [name in leader for name in ("Bob", "Cleo", "Ana")] == [True, True, True]
