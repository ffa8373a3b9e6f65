"""Two processes and two leaders, asking at once on 200 days: they agree, nobody is rung twice.

DAILYCONTACT_PROPERTIES=large takes as many days on a server.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from conftest import Founded
from dailycontact.ask.rule import Conversation
from dailycontact.ask.usecases.log import log
from dailycontact.core.call import Outcome
from support.builders import MONDAY, MORNING, a_customer

pytestmark = pytest.mark.no_cover  # what it reaches others reach, in a third of the time

ROOT = Path(__file__).resolve().parents[2]
LARGE = os.environ.get("DAILYCONTACT_PROPERTIES") == "large"
DAYS = 200
FEWER = DAYS if LARGE else 60
"""Days on a server, where every question goes through a socket."""
MARTA, INES = 1, 2


def test_two_processes_and_two_leaders_agree_whom_to_phone(founded: Founded) -> None:
    days = _with_two_leaders(founded, customers=70)
    asked: list[tuple[str, Mapping[str, int], Mapping[str, int]]] = []

    with _two_at_work(founded.book.address) as workers:
        for at, day in enumerate(days):
            for outcome in (Outcome.NO_ANSWER, Outcome.REACHED)[at % 4 != 0 :]:
                # The one asks for Marta first, the other for Ines: all four questions at once.
                orders = ([MARTA, INES, MARTA], [INES, MARTA, INES])
                one, other = _together(workers, [{"day": day, "ask": order} for order in orders])
                asked.append((day, one, other))
                _log(founded, date.fromisoformat(day), one, outcome)

    assert [one for _, one, _ in asked] == [other for *_, other in asked]
    assert all(one[str(MARTA)] != one[str(INES)] for _, one, _ in asked)
    look = founded.book.look()
    picked = look.rows("SELECT customer_id, day, released FROM pick")
    called = look.rows("SELECT customer_id, day FROM call")
    founded.book.rest()
    assert Counter((row["customer_id"], row["day"]) for row in picked).most_common(1)[0][1] == 1
    assert len(picked) == len(called) == 2 * len(asked)
    assert {(row["customer_id"], row["day"]) for row in called} == {
        (row["customer_id"], row["day"]) for row in picked
    }


def _with_two_leaders(founded: Founded, *, customers: int) -> Sequence[str]:
    """Bring in another leader, and customers of nobody; return the working days that come."""
    with founded.book.change("test", leader_id=MARTA, at=MORNING) as change:
        change.add("member", name="Ines Rocha", leads=True)
        for number in range(customers):
            a_customer(change, f"Customer {number}", cadence=21, head_start=float(number))
    rows = founded.book.look().rows(
        "SELECT day FROM workday WHERE why_not IS NULL AND day >= :first ORDER BY day",
        first=MONDAY,
    )
    founded.book.rest()
    return [row["day"] for row in rows[: FEWER if founded.book.is_shared else DAYS]]


def _log(founded: Founded, day: date, picked: Mapping[str, int], outcome: Outcome) -> None:
    """Log the calls of both leaders."""
    for leader, who in picked.items():
        said = Conversation(outcome=outcome, day=day, customer_id=who, proposed=True)
        at = MORNING + (day - MONDAY)
        with founded.book.change("log", leader_id=int(leader), at=at) as change:
            log(change, said, leader_id=int(leader), today=day)


@contextmanager
def _two_at_work(address: str) -> Iterator[Sequence[subprocess.Popen[str]]]:
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])
    workers = [
        subprocess.Popen(
            [sys.executable, "-m", "support.worker", "mornings", address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": path},
        )
        for _ in range(2)
    ]
    try:
        yield workers
    finally:
        for worker in workers:
            worker.communicate(timeout=60)
    assert [worker.returncode for worker in workers] == [0, 0]


def _together(workers: Sequence[subprocess.Popen[str]], what: Sequence[Any]) -> list[Any]:
    """Let both go at once, and return what both found when they have ended."""
    for worker, one in zip(workers, what, strict=True):
        assert worker.stdin is not None
        worker.stdin.write(json.dumps(one) + "\n")
    for worker in workers:
        assert worker.stdin is not None
        worker.stdin.flush()
    return [json.loads(worker.stdout.readline()) for worker in workers if worker.stdout]
