"""Whatever changes an old report is counted at its foot, in the editions that it changes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest

from conftest import Founded
from dailycontact.core.period import quarter_of
from dailycontact.core.recorded import ChangedSince
from dailycontact.report.rule.report import Edition, Report
from dailycontact.report.usecases.report import report
from support.awkward import MONDAY, whole_awkward_week
from support.running import Run

CUTOFF = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)
THEN = "2026-11-20T15:00:00+00:00"
LATER = "2026-11-25T10:00:00+00:00"
TEAM, LEADER, COMPANY, CUSTOMERS = Edition
ALL = {TEAM, LEADER, COMPANY, CUSTOMERS}
INSIDE = {TEAM, LEADER}
UNDONE = [
    (("theme", "rename", "Deliveries | <b>times</b>", "Trucks"), ALL - {CUSTOMERS}),
    (("config", "--permission", "Fifty pounds, unasked."), INSIDE),
    (("config", "--company", "Olive & Sons"), ALL),
    (("config", "--keep-word", "Bo"), ALL),
    (("config", "--limit", "acting=3"), set()),
    (("team", "edit", "Ola Berg", "--email", "berg@example.com"), INSIDE),
    (("team", "edit", "Tom", "--name", "Tom Lee"), ALL),
    (("customers", "edit", "Sam O'Neill", "--phone", "mobile=+44 7700 900123"), {LEADER}),
    (("customers", "edit", "Ana Duarte", "--left", "2026-11-18"), ALL),
    (("customers", "pause", "Bo Lind"), set()),
    (("customers", "add", "Red Gate"), ALL),
    (("story", "Stayed until ten.", "--who", "Tom"), INSIDE),
    (("team", "talk", "Tom", "--wish", "A quieter room", "--pass-on"), INSIDE),
    (("leave", "2026-11-19..2026-11-20"), ALL - {CUSTOMERS}),
    (("promise", "P1", "--kept"), {LEADER}),
    (("done", "A1", "--say", "The bakery comes first now"), ALL),
    (("tell", "2", "--reaction", "not-solved"), ALL),
    (("take", "A1", "--owner", "Priya"), ALL),
]
WITHDRAWN = [
    (("amend", "1", "--quote", "words"), INSIDE),
    (("amend", "1", "--quote", "no"), ALL),
    (("log", "never", "--customer", "Bo Lind"), ALL - {CUSTOMERS}),
]


def _words(cases: Sequence[tuple[tuple[str, ...], object]]) -> list[str]:
    """Return how cases are called: a set has another order in each process."""
    return [" ".join(words) for words, _ in cases]


@pytest.fixture
def week(sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command in a book with the whole awkward week."""
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    whole_awkward_week(sqlite_book.book)
    sqlite_book.book.rest()
    return partial(run, "--as", "Marta Silva")


def _reports(founded: Founded) -> dict[Edition, Report]:
    """Return every edition of the quarter as it was at the cutoff."""
    period = replace(quarter_of(MONDAY, zone="Europe/London"), cutoff=CUTOFF)
    look = founded.book.look()
    found = {
        edition: report(
            look, period=period, edition=edition, now=CUTOFF, today=CUTOFF.date(), compare=True
        )
        for edition in Edition
    }
    founded.book.rest()
    return found


def _changed(before: dict[Edition, Report], now: dict[Edition, Report]) -> set[Edition]:
    """Return the editions that are not what they were, whatever is said of it at their foot."""
    return {
        edition
        for edition, one in before.items()
        if one != replace(now[edition], stamp=one.stamp, replaced=one.replaced)
    }


@pytest.mark.parametrize(("words", "counted"), UNDONE, ids=_words(UNDONE))
def test_what_was_undone_since_is_counted_by_those_who_might_miss_it(
    sqlite_book: Founded, week: Run, words: tuple[str, ...], counted: set[Edition]
) -> None:
    week(*words, at=THEN)
    before = _reports(sqlite_book)

    week("undo", "--yes", at=LATER)

    now = _reports(sqlite_book)
    assert {edition for edition, one in now.items() if one.stamp.changed.undone == 1} == counted
    assert _changed(before, now) <= counted


@pytest.mark.parametrize(("words", "counted"), WITHDRAWN, ids=_words(WITHDRAWN))
def test_what_was_withdrawn_since_is_counted_by_those_who_might_miss_it(
    sqlite_book: Founded, week: Run, words: tuple[str, ...], counted: set[Edition]
) -> None:
    before = _reports(sqlite_book)

    week(*words, at=LATER)

    now = _reports(sqlite_book)
    assert {edition for edition, one in now.items() if one.stamp.changed.withdrawn} == counted
    assert _changed(before, now) <= counted


def test_who_is_called_otherwise_since_is_counted_where_they_are_shown(
    sqlite_book: Founded, week: Run
) -> None:
    before = _reports(sqlite_book)

    week("team", "edit", "Tom", "--name", "Tim Weber", at=LATER)

    now = _reports(sqlite_book)
    renamed = {edition: one.stamp.changed.renamed for edition, one in now.items()}
    assert renamed == {TEAM: 1, LEADER: 1, COMPANY: 0, CUSTOMERS: 0}
    assert _changed(before, now) == INSIDE


@pytest.mark.parametrize("name", ["Bo Lind", "Leif Gone"])
def test_who_was_erased_since_is_counted_even_if_nobody_ever_called_them(
    sqlite_book: Founded, week: Run, name: str
) -> None:
    week("customers", "add", "Leif Gone", at=THEN)
    with sqlite_book.book.change("joined", leader_id=1, at=datetime.fromisoformat(THEN)) as change:
        change.set("customer", 1, joined_on=MONDAY)
    sqlite_book.book.rest()
    before = _reports(sqlite_book)

    week("customers", "erase", name, "--name", name, at=LATER)

    now = _reports(sqlite_book)
    assert {one.stamp.changed for one in now.values()} == {ChangedSince(erased=1)}
    assert TEAM in _changed(before, now)
    assert before[TEAM].turnout != now[TEAM].turnout


def test_who_came_and_was_erased_since_is_none_of_an_old_report(
    sqlite_book: Founded, week: Run
) -> None:
    week("customers", "add", "Leif Gone", at=LATER)
    week("customers", "erase", "Leif Gone", "--name", "Leif Gone", at=LATER)

    now = _reports(sqlite_book)

    assert {one.stamp.changed for one in now.values()} == {ChangedSince()}


@pytest.mark.parametrize(
    ("words", "hidden"),
    [
        (("customers", "add", "Ring Before"), {TEAM: 1, LEADER: 0, COMPANY: 1, CUSTOMERS: 1}),
        (("config", "--hide-word", "arrive"), {TEAM: 1, LEADER: 0, COMPANY: 1, CUSTOMERS: 1}),
        (
            ("team", "edit", "Tom", "--alias", "Ring Before"),
            {TEAM: 0, LEADER: 0, COMPANY: 1, CUSTOMERS: 1},
        ),
        (("team", "add", "Ring Kern"), dict.fromkeys(Edition, 0)),
    ],
    ids=str,
)
def test_what_is_hidden_only_since_is_hidden_in_old_reports_and_counted(
    sqlite_book: Founded, week: Run, words: tuple[str, ...], hidden: dict[Edition, int]
) -> None:
    before = _reports(sqlite_book)

    week(*words, at=LATER)

    now = _reports(sqlite_book)
    assert {edition: one.stamp.changed.hidden for edition, one in now.items()} == hidden
    assert _changed(before, now) == {edition for edition, number in hidden.items() if number}
