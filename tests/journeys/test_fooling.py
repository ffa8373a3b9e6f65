"""Whoever tries to fool the loop is refused with a sentence, or it is handled and kept true."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from conftest import Founded
from dailycontact.act.usecases import begin, end
from dailycontact.core.action import How
from dailycontact.core.telling import Reaction
from dailycontact.errors import DailycontactError, ExitCode
from dailycontact.people.usecases import merging
from dailycontact.store import ledger, team
from dailycontact.store.book import Book
from dailycontact.store.changing import Change
from dailycontact.tell.usecases import telling
from support.builders import MONDAY, MORNING, a_customer, an_action, an_answer
from support.dump import dump
from support.running import Ran, Run

USAGE, NOT_FOUND, REFUSED = ExitCode.USAGE, ExitCode.NOT_FOUND, ExitCode.REFUSED

FOOLING = [
    ("tell 1", REFUSED, "nothing to tell"),
    ("tell 3", REFUSED, "nothing to tell"),
    ("tell 4", REFUSED, "praised us"),
    ("tell 5", REFUSED, "was told about 5"),
    ("tell 6", REFUSED, "was told about 6"),
    ("tell 99", NOT_FOUND, "no answer 99"),
    ("tell 5 --not-yet", REFUSED, "knows what came of 5"),
    ("tell 7 --not-yet", REFUSED, "news"),
    ("tell 7 --unreachable", REFUSED, ""),
    ("tell --action A3 --sent", REFUSED, ""),
    ("tell 7 --on 2026-11-20", USAGE, ""),
    ("done A1", USAGE, "--say"),
    ("done A1|--say|", USAGE, ""),
    ("done A1|--say|  ", USAGE, ""),
    ("done A1|--say|…!", USAGE, ""),
    ("done A2|--say|Again", REFUSED, ""),
    ("done A3|--say|Again", REFUSED, ""),
    ("done A99|--say|It", NOT_FOUND, "no action A99"),
    ("done A1|--say|It|--on|2026-12-24", USAGE, ""),
    ("decline 3", USAGE, "--reason"),
    ("decline 3|--reason|", USAGE, ""),
    ("decline 3|--reason| - ", USAGE, ""),
    ("decline 3|--reason|No|--revisit|2026-11-01", USAGE, ""),
    ("decline 4|--reason|No", REFUSED, ""),
    ("decline 5|--reason|No", REFUSED, ""),
    ("act|--do|It", USAGE, ""),
    ("act 99|--do|It", NOT_FOUND, "no answer 99"),
    ("act 4|--do|It", REFUSED, ""),
    ("act 3|--do| ", USAGE, ""),
    ("act 3 --add-to A99", NOT_FOUND, "no action A99"),
    ("take A3", REFUSED, ""),
    ("note A1", USAGE, ""),
    ("note A99|What", NOT_FOUND, "no action A99"),
    ("theme put 99 --in Invoices", NOT_FOUND, ""),
    ("share 2", REFUSED, "stays with leaders"),
    ("promise P99 --kept", NOT_FOUND, "no promise P99"),
    ("amend 1|--kind|praise", REFUSED, "stays a suggestion"),
    ("log reached --customer 1 --told 7", REFUSED, "Bo Lind's"),
    ("log reached --customer 1 --told 5", REFUSED, "was told about 5"),
    ("log reached --customer 1 --helped 1=yes", REFUSED, ""),
]
"""A command line (its words with | between them where there are blanks), how it ends, and what
the sentence has in it. 1: acted on (A1); 2: private; 3: heard; 4: praise; 5: told (A2); 6: told
that it was declined; 7: another customer's, done (A3) and waiting."""


@pytest.fixture
def busy(founded: Founded) -> Founded:
    """Return a book in which everything has happened to somebody, once on each database."""
    return _fill(founded)


@pytest.fixture
def busy_file(sqlite_book: Founded, monkeypatch: pytest.MonkeyPatch) -> Founded:
    """Return the same in a file, in which the program runs: a sentence is the same anywhere."""
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    return _fill(sqlite_book)


def _fill(founded: Founded) -> Founded:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ana, bo = a_customer(change, "Ana Duarte"), a_customer(change, "Bo Lind", phone="+44113")
        for words, kind, private in (
            ("Name the café", "suggestion", False),
            ("Pay me sooner", "suggestion", True),
            ("Come earlier", "suggestion", False),
            ("Priya is kind", "praise", False),
            ("Bring tea", "suggestion", False),
            ("Come on Sundays", "suggestion", False),
        ):
            an_answer(change, ana, words, kind=kind, private=private)
        an_answer(change, bo, "Bring coffee")
        for answer in (1, 5, 7):
            an_action(change, answer, title=f"For {answer}")
        for action in (2, 3):
            _done(change, action)
        end.decline(
            change, answer_ids=[6], action_ids=[],
            ending=end.Ending(how=How.DECLINED, say="They rest"), today=MONDAY,
        )  # fmt: skip
        for answer in (5, 6):
            _tell(change, answer)
    founded.book.rest()
    return founded


def test_it_is_refused_with_a_sentence_and_nothing_is_written(busy_file: Founded, run: Run) -> None:
    before = dump(busy_file.book, journal=True)
    busy_file.book.rest()

    ran = {line: _run(run, line) for line, *_ in FOOLING}

    assert [line for line, code, says in FOOLING if not _is_refused(ran[line], code, says)] == []
    assert dump(busy_file.book, journal=True) == before
    busy_file.book.rest()


def _run(run: Run, line: str) -> Ran:
    first, *rest = line.split("|")
    return run("--no-input", *first.split(), *rest, code=None)


def _is_refused(ran: Ran, code: ExitCode, says: str) -> bool:
    """Return whether it ended so, said why in a sentence, and nothing else."""
    said = " ".join(ran.err.split())
    return (ran.code, ran.out) == (code, "") and says in said and len(said.split()) > 4


def _done(change: Change, action: int) -> None:
    end.done(change, action, say="It is so now", evidence=None, day=MONDAY, today=MONDAY)


def _tell(change: Change, answer: int, reaction: Reaction | None = None) -> None:
    taken = telling.Taken(reaction=reaction)
    telling.tell(change, answer, taken=taken, day=MONDAY, today=MONDAY)


Write = Callable[[Change], Any]


@dataclass(frozen=True, kw_only=True)
class Race:
    """Two leaders who do something at once, and what is true whoever was first."""

    name: str
    one: Write
    other: Write
    both: bool
    """Whether both may well do it."""
    counts: str
    expected: int


def _decline_a1(change: Change) -> None:
    ending = end.Ending(how=How.DECLINED, say="They rest")
    end.decline(change, answer_ids=[], action_ids=[1], ending=ending, today=MONDAY)


def _take(who: int) -> Write:
    def take(change: Change) -> None:
        owner = team.member(change, who)
        begin.take(change, 1, owner=owner, named=False, day=MONDAY)

    return take


def _merge(change: Change) -> None:
    merging.merge(change, merging.compare(change, 1, 2, keep=1), day=MONDAY)


RACES = (
    Race(
        name="both tell",
        one=lambda change: _tell(change, 7),
        other=lambda change: _tell(change, 7),
        both=False,
        counts="SELECT COUNT(*) AS value FROM telling WHERE answer_id = 7",
        expected=1,
    ),
    Race(
        name="one ends it as done, the other declines it",
        one=lambda change: _done(change, 1),
        other=_decline_a1,
        both=False,
        counts="SELECT COUNT(*) AS value FROM finish WHERE action_id = 1",
        expected=1,
    ),
    Race(
        name="both take it",
        one=_take(1),
        other=_take(2),
        both=False,
        counts="SELECT COUNT(*) AS value FROM action WHERE id = 1 AND owner_id IS NOT NULL",
        expected=1,
    ),
    Race(
        name="one merges the customer whom the other tells",
        one=_merge,
        other=lambda change: _tell(change, 7),
        both=True,
        counts="SELECT COUNT(*) AS value FROM telling JOIN answer ON answer.id = answer_id"
        " WHERE answer_id = 7 AND customer_id = 1",
        expected=1,
    ),
)


@pytest.mark.parametrize("race", RACES, ids=[race.name for race in RACES])
def test_two_leaders_at_once_leave_one_truth(busy: Founded, race: Race) -> None:
    with busy.book.change("test", leader_id=None, at=MORNING) as change:
        change.add("member", name="Ines Rocha", leads=True)
    busy.book.rest()

    went = _at_once(busy.book.address, race.one, race.other)

    assert went.count(None) == (2 if race.both else 1), went
    refused = [error for error in went if error is not None]
    assert all(error.exit_code is REFUSED and str(error) for error in refused), refused
    look = busy.book.look()
    assert look.value(race.counts) == race.expected
    assert list(ledger.drifted(look)) == []
    busy.book.rest()


def _at_once(address: str, *writes: Write) -> list[DailycontactError | None]:
    """Let each write with a book of its own, all at once; return how each was refused."""
    start = threading.Barrier(len(writes))
    went: list[DailycontactError | None] = [None] * len(writes)

    def run(at: int, write: Write) -> None:
        book = Book(address)
        start.wait(timeout=30)
        try:
            with book.change("test", leader_id=at + 1, at=MORNING) as change:
                write(change)
        except DailycontactError as error:
            went[at] = error
        finally:
            book.rest()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(writes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return went
