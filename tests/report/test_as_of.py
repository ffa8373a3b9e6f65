"""What a report is made of is the same next year, but for what is taken back and withdrawn."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from conftest import Founded
from dailycontact.core.answer import Consent
from dailycontact.core.known import Known
from dailycontact.core.period import Period, quarter_of, week_of
from dailycontact.core.recorded import Afterwards
from dailycontact.core.telling import Reaction
from dailycontact.report.rule.facts import Facts
from dailycontact.report.usecases.facts import facts
from dailycontact.store import team_wishes
from support.awkward import MONDAY, afterwards, awkward_week
from support.builders import a_finish, a_telling, a_theme, an_action, an_answer
from support.running import Run

CUTOFF = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)
THEN = "2026-11-20T15:00:00+00:00"
LATER = "2026-11-25T10:00:00+00:00"
NEXT_YEAR = date(2027, 11, 20)
SINCE = [
    ("theme", "put", "1", "2", "--in", "Deliveries", "--new"),
    ("theme", "put", "2", "--none"),
    ("theme", "merge", "Invoices", "Drivers", "--yes"),
    ("theme", "rename", "Invoices", "Bills"),
    ("take", "A3", "--owner", "Priya"),
    ("take", "A1", "--owner", "Priya", "--due", "2026-12-24"),
    ("done", "A1", "--say", "The bakery comes first now"),
    ("act", "9", "--do", "Take it up again", "--owner", "Tom"),
    ("amend", "1", "--words", "Deliveries before noon."),
    ("amend", "6", "--kind", "suggestion"),
    ("amend", "4", "--no-urgent"),
    ("customers", "merge", "Bo Lind", "Sam O'Neill", "--yes"),
    ("customers", "edit", "Ana Duarte", "--left", "2026-11-18", "--referral", "Bo Lind"),
    ("leave", "2026-11-19..2026-11-20"),
    ("leave", "2026-11-18", "--cancel"),
    ("config", "--company", "Olive & Sons", "--permission", "Anything."),
    ("team", "add", "Zoë Kern"),
    ("team", "edit", "Marta", "--email", "new@example.com"),
    ("tell", "2", "--reaction", "not-solved", "--better", "On paper, too"),
    ("tell", "10"),
    ("take", "A6", "--owner", "Tom"),
    ("team", "talk", "Tom", "--wish", "A quieter room", "--pass-on"),
    ("promise", "P1", "--kept"),
    ("story", "Stayed until ten.", "--who", "Tom"),
    ("share", "--where", "stand-up"),
    ("log", "reached", "--customer", "Ana Duarte", "--better", "Shorter letters"),
    ("customers", "edit", "Ana Duarte", "--name", "Ana Silva", "--segment", "Bakers"),
    ("team", "edit", "Priya", "--leads"),
]
MERGED = ("customers", "merge", "Ana Duarte", "Zoë", "--yes")
"""Both had been told something."""


@pytest.fixture
def week(founded: Founded, run_in: Run) -> Run:
    """Return what runs a command in a book with the awkward week, some of it read, and a leave."""
    return _filled(founded, run_in)


def _filled(founded: Founded, run_in: Run) -> Run:
    awkward_week(founded.book)
    with founded.book.change("test", leader_id=1, at=datetime.fromisoformat(THEN)) as change:
        a_theme(change, "Invoices", 2)
        a_theme(change, "Drivers", 1, 5)
        change.set("member", 1, email="marta@example.com")
        said = an_answer(change, 2, "My freezer is warm.", urgent=1, day=MONDAY)
        an_action(change, said, title="Look at the freezer", day=MONDAY)
        for customer_id in range(1, 7):
            change.set("customer", customer_id, joined_on=date(2026, 10, 12))
        for customer_id, name in ((1, "Bakeries"), (6, "Bookshops")):
            change.set("customer", customer_id, segment_id=change.add("segment", name=name))
        change.add(
            "phone", customer_id=6, position=2, label="shop", raw="0113 496 0111",
            e164="+441134960111", shown="0113 496 0111",
        )  # fmt: skip
        change.add(
            "talk", member_id=2, leader_id=1, day=MONDAY, recorded_at=change.at,
            wish="Lockers for our bags", pass_on=1,
        )  # fmt: skip
        change.add("leave", leader_id=1, first_on=date(2026, 11, 18), last_on=date(2026, 11, 18))
    founded.book.rest()
    return run_in


def _week() -> Period:
    return replace(week_of(MONDAY, zone="Europe/London"), cutoff=CUTOFF)


def _facts(founded: Founded, period: Period | None = None) -> Facts:
    """Return what the week is made of; who came into the book since is masked all the same."""
    found = facts(founded.book.look(), period=period or _week(), today=NEXT_YEAR)
    founded.book.rest()
    return replace(found, known=Known(), since=Known())


def _quarter() -> Period:
    return replace(quarter_of(MONDAY, zone="Europe/London"), cutoff=CUTOFF)


@pytest.mark.parametrize("words", [*SINCE, MERGED], ids=" ".join)
def test_what_is_changed_since_leaves_a_past_week_as_it_was(
    sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    week = _filled(sqlite_book, run)
    before = _facts(sqlite_book), _facts(sqlite_book, _quarter())

    week(*words, at=LATER)

    assert (_facts(sqlite_book), _facts(sqlite_book, _quarter())) == before


def test_all_of_it_together_leaves_a_past_week_as_it_was_on_a_server(
    postgres_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAILYCONTACT_BOOK", postgres_book.book.address)
    week = _filled(postgres_book, run)
    before = _facts(postgres_book)

    ran = [week(*words, code=None, at=LATER) for words in SINCE]

    assert [one.words for one in ran if one.code != 0] == []
    assert _facts(postgres_book) == before


def test_all_that_comes_in_the_week_after_is_not_in_it(founded: Founded, week: Run) -> None:
    del week
    before = _facts(founded)

    afterwards(founded.book)

    assert _facts(founded) == before


def test_what_became_of_a_wish_of_the_team_later_is_not_known_in_the_week_before(
    founded: Founded, week: Run
) -> None:
    del week
    before = _facts(founded)

    with founded.book.change("wish", leader_id=1, at=datetime.fromisoformat(LATER)) as change:
        team_wishes.reply(change, [1], how="done", say="There are lockers now", day=MONDAY)

    assert [(one.wish, one.how) for one in before.wishes] == [("Lockers for our bags", None)]
    assert _facts(founded) == before


def test_what_was_urgent_and_nobodys_then_is_so_still(founded: Founded, week: Run) -> None:
    week("take", "A6", "--owner", "Tom", at=LATER)

    found = _facts(founded)

    assert [one.answer.id for one in found.standings if one.cries] == [11]
    assert [action.id for action in found.actions if action.is_open and not action.owner] == [3, 6]


def test_who_was_given_up_and_reached_after_all_need_not_be_told_in_the_week_before(
    founded: Founded, week: Run
) -> None:
    with founded.book.change("test", leader_id=1, at=datetime.fromisoformat(THEN)) as change:
        end = a_finish(change, 6, 11, day=MONDAY)
        a_telling(
            change, end, 11, how="waived", why="unreachable", channel=None, reaction=None,
            day=MONDAY,
        )  # fmt: skip
    founded.book.rest()
    before = _facts(founded)

    week("tell", "11", at=LATER)

    standing = _facts(founded).standing(11)
    assert _facts(founded) == before
    assert standing is not None
    assert (standing.unreachable, standing.settled) == (True, True)


def test_how_a_letter_is_taken_later_is_not_known_in_the_week_before(
    founded: Founded, week: Run
) -> None:
    with founded.book.change("test", leader_id=1, at=datetime.fromisoformat(THEN)) as change:
        end = a_finish(change, 6, 11, day=MONDAY)
        a_telling(change, end, 11, channel="letter", reaction=None, day=MONDAY)
    founded.book.rest()

    week("tell", "11", "--reaction", "not-solved", "--better", "Still warm", at=LATER)

    found = _facts(founded)
    told = {one.answer_id: one.reaction for one in found.tellings}
    now = _facts(founded, week_of(date(2026, 11, 25), zone="Europe/London")).standing(11)
    assert told == {2: Reaction.PLEASED, 3: Reaction.NOT_SOLVED, 11: None}
    assert [one.told_at is not None for one in found.journeys if one.answer_id == 11] == [True]
    assert now is not None
    assert now.doings[0].reopened


@pytest.mark.parametrize(
    ("words", "since"),
    [
        (("amend", "1", "--quote", "words"), Afterwards(unnamed=frozenset({1}))),
        (("amend", "1", "--quote", "no"), Afterwards(kept_back=frozenset({1}))),
        (("amend", "1", "--private"), Afterwards(kept_back=frozenset({1}))),
        (("amend", "2", "--quote", "name"), Afterwards()),
        (("amend", "7", "--quote", "no"), Afterwards()),
        (("customers", "pause", "Ana Duarte"), Afterwards()),
        (("log", "never", "--customer", "Bo Lind"), Afterwards(refused=frozenset({1}))),
        (("customers", "erase", "Ana Duarte", "--name", "Ana Duarte"), Afterwards(erased=1)),
        (("team", "edit", "Tom", "--name", "Tom Lee"), Afterwards(renamed=frozenset({"Tom Lee"}))),
    ],
    ids=str,
)
def test_what_customers_withdraw_and_who_is_renamed_is_counted(
    founded: Founded, week: Run, words: tuple[str, ...], since: Afterwards
) -> None:
    week(*words, at=LATER)

    assert _facts(founded).afterwards == since


def test_what_is_withdrawn_and_what_is_widened_is_shown_as_the_customer_wishes(
    founded: Founded, week: Run
) -> None:
    week("amend", "1", "--quote", "words", at=LATER)
    week("amend", "2", "--quote", "name", at=LATER)

    consents = {one.answer.id: one.answer.consent for one in _facts(founded).standings}

    assert (consents[1], consents[2]) == (Consent.WORDS, Consent.WORDS)


def test_what_is_taken_back_is_taken_out_and_counted_until_it_is_done_again(
    founded: Founded, week: Run
) -> None:
    week("story", "Went home at four.", at=THEN)
    before = _facts(founded)

    week("undo", "--yes", at=LATER)
    taken_back = _facts(founded)
    week("story", "Came back at five.", at=LATER)
    week("undo", "--yes", at=LATER)

    one_story = Afterwards(undone=(frozenset({"story"}),))
    assert (before.afterwards, taken_back.afterwards) == (Afterwards(), one_story)
    assert len(before.stories) - len(taken_back.stories) == 1
    assert _facts(founded).afterwards == one_story


def test_words_that_are_hidden_by_now_are_hidden_and_those_left_then_only_if_they_are_left_still(
    founded: Founded,
) -> None:
    with founded.book.change("config", leader_id=1, at=datetime.fromisoformat(THEN)) as change:
        change.add("setting", key="kept_words", value="may\nprice")
        change.add("setting", key="hidden_words", value="zebra")
    founded.book.rest()

    with founded.book.change("config", leader_id=1, at=datetime.fromisoformat(LATER)) as change:
        rows = {row["key"]: row["id"] for row in change.rows("SELECT id, key FROM setting")}
        change.set("setting", rows["kept_words"], value="price\nbest")
        change.set("setting", rows["hidden_words"], value="yak")

    found = _facts(founded)
    assert found.kept_words == frozenset({"price"})
    assert found.hidden_words == frozenset({"zebra", "yak"})
