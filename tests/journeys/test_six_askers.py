"""A fix that six customers asked for, told to each over a week by phone; one is not solved."""

from typing import Any

import pytest

from conftest import Founded
from support.builders import MORNING, a_customer
from support.running import Run

NAMES = ("Ana Duarte", "Bo Lind", "Jo Hansen", "Mei Chen", "Kwame Mensah", "Olga Petrova")


class Week:
    """A leader at the command line, a day at a time."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.day = "2026-11-23"

    def say(self, *words: str) -> Any:
        """Run one command line on that day; return its document."""
        return self.run(*words, "--json", at=f"{self.day}T11:00:00+00:00").json

    def known(self) -> set[tuple[int, int]]:
        """Return of how many askers it is said that how many were told, wherever that is said."""
        page = self.say("act", "A1")["action"]
        said = {(page["told"], len(page["answers"]))}
        for answer in self.say("loop", "--all")["answers"]:
            said |= {(one["told"], one["askers"]) for one in answer["actions"] if one["id"] == 1}
        return said | {(one["told"], one["askers"]) for one in self.say("tell", "--all")}

    def waiting(self) -> list[int]:
        """Return the answers of which news is owed."""
        return sorted(one["answer_id"] for one in self.say("tell", "--all"))


@pytest.fixture
def week(sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch) -> Week:
    """Return a leader whose six customers wish for the same, and somebody who does it."""
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        change.add("member", name="Priya Nair")
        for number, name in enumerate(NAMES):
            a_customer(change, name, phone=f"+44113496012{number}")
    sqlite_book.book.rest()
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    week = Week(run)
    for name in NAMES:
        week.say("log", "reached", "--customer", name, "--better", f"Name the café, says {name}")
    week.say("act", "1", "2", "3", "4", "5", "6", "--do", "Name the café", "--owner", "Priya")
    return week


def test_told_so_many_of_six_is_right_everywhere_at_each_point(week: Week) -> None:
    week.say("done", "A1", "--say", "Every invoice names the café")
    assert (week.known(), week.waiting()) == ({(0, 6)}, [1, 2, 3, 4, 5, 6])

    for day, answer in ((23, 1), (24, 2), (25, 3)):
        week.day = f"2026-11-{day}"
        week.say("tell", str(answer), "--reaction", "pleased")
        assert (week.known(), week.waiting()) == (
            {(answer, 6)},
            list(range(answer + 1, 7)),
        )

    week.day = "2026-11-26"
    week.say("tell", "4", "--reaction", "not-solved", "--better", "Not on mine")
    assert (week.known(), week.waiting()) == ({(3, 6)}, [5, 6]), "who reopens it is not told"
    assert week.say("act", "A1")["action"]["state"] == "reopened"

    week.day = "2026-11-27"
    week.say("tell", "5", "--reaction", "neutral")
    week.say("done", "A1", "--say", "On yours, too, now")
    assert (week.known(), week.waiting()) == ({(4, 6)}, [4, 6])

    week.say("tell", "4", "--reaction", "pleased")
    week.say("tell", "6")
    assert (week.known(), week.waiting()) == ({(6, 6)}, [])
    assert week.say("act", "A1")["action"]["state"] == "done"


def test_taking_back_a_telling_makes_it_owed_again(week: Week) -> None:
    week.say("done", "A1", "--say", "Every invoice names the café")
    for answer in "123":
        week.say("tell", answer, "--reaction", "pleased")

    for told in (2, 1, 0):
        week.say("undo", "--yes")
        assert (week.known(), week.waiting()) == ({(told, 6)}, list(range(told + 1, 7)))

    week.say("undo", "--yes")
    assert week.waiting() == []
    assert week.say("act", "A1")["action"]["state"] == "doing"


def test_in_the_middle_one_is_erased_and_two_become_one(week: Week) -> None:
    week.say("done", "A1", "--say", "Every invoice names the café")
    week.say("tell", "1", "--reaction", "pleased")

    week.say("customers", "erase", "2", "--name", "Bo Lind")
    week.say("customers", "merge", "3", "4", "--keep", "3", "--yes")

    assert (week.known(), week.waiting()) == ({(1, 6)}, [3, 4, 5, 6])
    for answer in "3456":
        week.say("tell", answer, "--reaction", "pleased")
    assert (week.known(), week.waiting()) == ({(5, 6)}, [])
    stages = {one["id"]: one["stage"] for one in week.say("loop", "--all")["answers"]}
    assert set(stages.values()) == {"told"}
