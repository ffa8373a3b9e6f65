"""What every room of the machine stands on: a book, who writes in it, and how it was before."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from dailycontact.errors import DailycontactError, ExitCode
from dailycontact.store.book import Book
from dailycontact.store.changing import Change
from dailycontact.store.founding import found
from properties import model
from support import memory
from support.builders import MONDAY

LEADER, PRIYA, TOM = 1, 2, 3
"""Two leaders, and somebody of the team."""
DAWN = datetime(2026, 11, 23, 7, tzinfo=UTC)
MOST_CUSTOMERS = 4
EXPECTED = frozenset({ExitCode.USAGE, ExitCode.NOT_FOUND, ExitCode.REFUSED})
"""How a refused command may end; anything else is a fault."""

places = st.integers(0, 31)
"""Where in a list of what fits somebody points; now and then beside it, see `among`."""
several = st.lists(places, min_size=1, max_size=3)
days = st.none() | st.integers(0, 9)


def make(path: Path) -> None:
    """Make a new book with two leaders, and somebody of the team."""
    book = Book(str(path))
    found(
        book, leader="Marta Silva", company="Brightside", country="GB", zone="Europe/London",
        at=DAWN, today=MONDAY, seed="tests",
    )  # fmt: skip
    with book.change("team add", leader_id=None, at=DAWN) as change:
        change.add("member", name="Priya Nair")
        change.add("member", name="Tom Hale", leads=True)
    book.rest()


def folder() -> Path:
    """Return a new folder, in memory where there is such a thing: many books are made."""
    return Path(tempfile.mkdtemp(prefix="machine-", dir=memory.folder()))


class Ground(RuleBasedStateMachine):
    """A book, what was done to it, and how it looked before each thing that was done."""

    template: ClassVar[Path]
    steps: ClassVar[int] = 0
    """How many steps all machines have gone so far."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.template.parent))
        path = self.folder / "book.db"
        shutil.copyfile(self.template, path)
        path.chmod(0o600)
        self.book = Book(str(path))
        self.eyes = sqlite3.connect(path, isolation_level=None)
        self.who = LEADER
        self.today = MONDAY
        self.minutes = 0
        self.rows = model.dump(self.eyes)
        self.before: list[tuple[int, model.Dump | None]] = []
        self.changed = True
        self.steps_back = 0

    def teardown(self) -> None:
        """Take the book away."""
        self.eyes.close()
        self.book.rest()
        shutil.rmtree(self.folder)

    def do(self, command: str, write: Callable[[Change], object]) -> None:
        """Write, and remember how it was before; what is refused must have changed nothing."""
        everything = self.rows
        refused = None
        try:
            with self.book.change(command, leader_id=self.who, at=self.now()) as change:
                write(change)
        except DailycontactError as error:
            refused = error
        self.rows = model.dump(self.eyes)
        if refused is not None:
            assert refused.exit_code in EXPECTED, repr(refused)
            assert self.rows == everything, f"{command} was refused: {refused}"
        elif len(self.rows["event"]) > len(everything["event"]):
            self.before.append((self.who, model.facts(everything)))
            self.changed = True
            self.steps_back = self.steps_back if command == "undo" else 0
            if command != "undo":
                assert list(model.what_vanished(everything, self.rows, by=command)) == []
                assert list(model.shared_too_far(everything, self.rows)) == []

    def now(self) -> datetime:
        """Return an instant of today that is later than the one before."""
        self.minutes += 1
        morning = datetime(self.today.year, self.today.month, self.today.day, 8, tzinfo=UTC)
        return morning + timedelta(seconds=self.minutes)

    def among(self, fitting: Iterable[int], place: int) -> int:
        """Return one that fits; each eighth time any number, so that much is refused too."""
        fits = sorted(set(fitting))
        return fits[place % len(fits)] if fits and place % 8 else place // 8 + 1

    @property
    def there(self) -> list[int]:
        """The numbers of the customers who are there, and were not erased."""
        return [row["id"] for row in self.rows["customer"] if not row["erased"]]

    def customer(self, place: int) -> int:
        """Return the number of a customer who is there."""
        return self.there[place % len(self.there)]

    def wish(self, place: int) -> int:
        """Return the number of a wish, as a rule."""
        wishes = (row["id"] for row in self.rows["answer"] if row["kind"] == "suggestion")
        return self.among(wishes, place)

    def answer(self, place: int) -> int:
        """Return the number of an answer of any kind, as a rule."""
        return self.among((row["id"] for row in self.rows["answer"]), place)

    def untouched(self, place: int) -> int:
        """Return the number of a wish about which nobody does anything, as a rule."""
        touched = {link["answer_id"] for link in self.rows["action_answer"]}
        wishes = {row["id"] for row in self.rows["answer"] if row["kind"] == "suggestion"}
        return self.among(wishes - touched, place)

    def waits(self, place: int, *, of: int | None = None) -> int:
        """Return the number of a wish of which nothing has ended that is owed, as a rule."""
        owed = {answer for _, answer in model.owed(self.rows)}
        wishes = {
            row["id"]
            for row in self.rows["answer"]
            if row["kind"] == "suggestion" and of in (None, row["customer_id"])
        }
        return self.among(wishes - owed, place)

    def action(self, place: int) -> int:
        """Return the number of an action for which somebody waits, as a rule."""
        links = self.rows["action_answer"]
        waiting = (
            link["action_id"]
            for link in links
            if model.is_open(self.rows, link["action_id"], link["answer_id"])
        )
        return self.among(waiting, place)

    def any_action(self, place: int) -> int:
        """Return the number of an action, whether it has ended or not, as a rule."""
        return self.among((row["id"] for row in self.rows["action"]), place)

    def news(self, place: int, *, of: int | None = None) -> int:
        """Return the number of an answer whose customer waits to hear, as a rule."""
        whose = {row["id"]: row["customer_id"] for row in self.rows["answer"]}
        waiting = (answer for _, answer in model.owed(self.rows))
        return self.among((one for one in waiting if of in (None, whose[one])), place)
