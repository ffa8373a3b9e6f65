"""Promises: what is still to be kept, and what became of one."""

from datetime import date

import pytest

from conftest import Founded
from dailycontact.core.call import Settled
from dailycontact.store import calls, promises
from support.builders import MORNING, a_customer
from support.loop import refuse, with_team
from support.running import Run

once = pytest.mark.parametrize("founded", ["sqlite"], indirect=True)
FRIDAY = date(2026, 11, 27)
TEXT = "send the price list"
LATER = "2026-11-30T09:00:00+00:00"


def _with_customer(founded: Founded, *names: str) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        for name in names or ("Ana Duarte",):
            a_customer(change, name)
    founded.book.rest()


def _promise(run_in: Run, *, due: str = "fri", text: str = TEXT, whom: str = "Ana") -> None:
    run_in("promise", "--customer", whom, "--text", text, "--due", due)


def test_a_promise_outside_a_call_is_written_down_and_kept(founded: Founded, run_in: Run) -> None:
    _with_customer(founded)

    given = run_in("promise", "--customer", "Ana", "--text", TEXT, "--due", "fri", "--json").json
    waiting = run_in("promise", "--json").json
    kept = run_in("promise", "p1", "--kept", "--json", at=LATER).json

    assert given["promise"]["reference"] == "P1"
    assert (given["promise"]["due_on"], given["again"]) == ("2026-11-27", None)
    assert [one["text"] for one in waiting["promises"]] == [TEXT]
    assert (kept["promise"]["settled_how"], kept["promise"]["settled_on"]) == ("kept", "2026-11-30")
    assert run_in("promise", "--json").json["promises"] == []


def test_a_promise_that_moves_points_on_to_the_next(founded: Founded, run_in: Run) -> None:
    _with_customer(founded)
    _promise(run_in)
    _promise(run_in)

    moved = run_in("promise", "P1", "--move-to", "2w")
    again = run_in("promise", "P1", "--kept", code=7)
    shown = run_in("promise", "1", "--json").json

    assert "P3 takes its place, due Monday 7 December. Let Ana know." in moved.err
    assert "It is P3 now, due Monday 7 December." in moved.out
    assert "P1 was moved on Monday 23 November, and is P3 now" in again.err
    assert (shown["again"]["reference"], shown["promise"]["settled_how"]) == ("P3", "moved")
    assert run_in("promise", "2", "--json").json["again"] is None


def test_what_is_broken_is_never_counted_as_kept(founded: Founded, run_in: Run) -> None:
    _with_customer(founded)
    _promise(run_in)

    broken = run_in("promise", "P1", "--broken", "--why", "I forgot  to ring")
    story = run_in("customers", "show", "Ana")
    refused = run_in("promise", "P1", "--kept", code=7)
    founded.book.rest()
    found = promises.find_promise(founded.book.look(), 1)

    assert "not kept on Monday 23 November · due Friday 27 November" in broken.out
    assert "I forgot to ring." in broken.out
    assert "A word to Ana may still mend it." in broken.err
    assert "P1 is settled: not kept, on Monday 23 November." in refused.err
    assert (found.settled_how, found.why) == (Settled.BROKEN, "I forgot to ring")
    assert "; broken on Monday 23 November" in " ".join(story.out.split())


@once
def test_what_is_overdue_stands_first_and_whose_it_is_is_said(
    founded: Founded, run_in: Run
) -> None:
    _with_customer(founded, "Ana Duarte", "Bo Lind")
    with_team(founded)
    with founded.book.change("test", leader_id=2, at=MORNING) as change:
        change.set("member", 2, leads=1)
        promises.give(change, 2, text="ring the haulier", due_on=FRIDAY)
    founded.book.rest()
    run_in("--as", "Marta", "promise", "--customer", "Ana", "--text", TEXT, "--due", "2w")

    listed = run_in("--as", "Marta", "promise", at=LATER)
    nobody = run_in("promise", "--customer", "Ana")

    assert listed.out.index("was due Friday 27 November") < listed.out.index("due Monday 7 Dec")
    assert "ring the haulier (Priya promised it)" in listed.out
    assert f"{TEXT}\n" in listed.out
    assert "dailycontact promise P1 --kept, --move-to DATE or --broken" in listed.err.replace(
        "--as Marta ", ""
    )
    assert f"{TEXT} (Marta promised it)" in nobody.out
    assert "haulier" not in nobody.out


@once
def test_where_nothing_is_open_it_says_how_to_promise(founded: Founded, run_in: Run) -> None:
    _with_customer(founded)

    shown = run_in("promise")

    assert "Nothing that was promised is still to be kept." in shown.out
    assert "promise --customer NAME --text" in shown.err


@once
def test_one_promise_is_shown_with_what_can_become_of_it(founded: Founded, run_in: Run) -> None:
    _with_customer(founded)
    _promise(run_in, due="today")

    shown = run_in("promise", "P1")
    run_in("promise", "P1", "--kept")
    settled = run_in("promise", "P1")

    assert "due today" in shown.out
    assert "P1 --kept, --move-to DATE or --broken" in shown.err
    assert "kept on Monday 23 November" in settled.out
    assert "--kept" not in settled.err


@once
def test_a_call_back_is_kept_by_the_call_and_may_be_moved(founded: Founded, run_in: Run) -> None:
    _with_customer(founded)
    run_in("log", "not-now", "--customer", "1", "--call-back", "wed")

    kept = run_in("promise", "P1", "--kept", code=7)
    moved = run_in("promise", "P1", "--move-to", "fri")
    founded.book.rest()
    due = founded.book.look().value("SELECT promised_on AS value FROM customer WHERE id = 1")

    assert "the call itself keeps it" in kept.err
    assert "to call back" in moved.out
    assert due == "2026-11-27"


@once
@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("P1", "--kept", "--broken"), 2, "give one of --kept, --move-to DATE and --broken"),
        (("P1", "--why", "x"), 2, "give one of --kept"),
        (("P1", "--kept", "--due", "fri"), 2, "write down a new promise"),
        (("--kept",), 2, "Say which promise, like P3"),
        (("--customer", "Ana", "--text", "x"), 2, "needs to whom, what and by when"),
        (("--customer", "Ana", "--text", " ", "--due", "fri"), 2, "needs to whom"),
        (("--customer", "Ana", "--text", "x", "--due", "yesterday"), 2, "--due: Sunday"),
        (("P1", "--move-to", "yesterday"), 2, "--move-to: Sunday 22 November is over"),
        (("P1", "--move-to", "fri"), 2, "P1 is due on Friday 27 November as it is"),
        (("A1", "--kept"), 2, "A1 is an action"),
        (("P77",), 4, "There is no promise P77"),
        (("P77", "--kept"), 4, "There is no promise P77"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    founded: Founded, run_in: Run, words: tuple[str, ...], code: int, why: str
) -> None:
    _with_customer(founded)
    _promise(run_in)

    refused = run_in("promise", *words, code=code)

    assert why in " ".join(refused.err.split())
    assert len(calls.open_promises(founded.book.look())) == 1


@once
def test_nothing_is_promised_to_whoever_wants_no_contact(founded: Founded, run_in: Run) -> None:
    _with_customer(founded)
    refuse(founded, 1)

    refused = run_in("promise", "--customer", "1", "--text", TEXT, "--due", "fri", code=7)

    assert "does not want to be contacted, so there is nothing to promise" in refused.err


@once
def test_what_became_of_a_promise_can_be_taken_back(founded: Founded, run_in: Run) -> None:
    _with_customer(founded)
    _promise(run_in)
    run_in("promise", "P1", "--move-to", "2w")

    run_in("undo", "--yes")

    (open_,) = run_in("promise", "--json").json["promises"]
    assert (open_["reference"], open_["due_on"]) == ("P1", "2026-11-27")


def test_what_was_promised_to_somebody_who_is_erased_goes_with_them(
    founded: Founded, run_in: Run
) -> None:
    _with_customer(founded)
    _promise(run_in)
    run_in("promise", "P1", "--broken", "--why", "the list was lost in the cellar")

    run_in("customers", "erase", "1", "--name", "Ana Duarte")
    founded.book.rest()

    look = founded.book.look()
    said = look.rows("SELECT text, why FROM promise")
    before = look.rows("SELECT before AS words FROM event_row")
    after = look.rows("SELECT after AS words FROM event_row")
    summaries = look.rows("SELECT summary AS words FROM event")
    assert [(row["text"], row["why"]) for row in said] == [("…", None)]
    for row in (*before, *after, *summaries):
        assert "cellar" not in (row["words"] or "")
        assert TEXT not in (row["words"] or "")


@once
@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-27T09:00:00+00:00", "Ana can count on you."),
        (LATER, "It came later than promised, and it came."),
    ],
)
def test_what_is_kept_late_is_not_said_to_be_in_time(
    founded: Founded, run_in: Run, at: str, said: str
) -> None:
    _with_customer(founded)
    _promise(run_in)

    kept = run_in("promise", "P1", "--kept", at=at)

    assert said in kept.err
