"""Whom to phone, whatever the book looks like: nobody who may not be, and the same one again.

DAILYCONTACT_PROPERTIES=large looks longer and elsewhere each time.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dailycontact.ask.rule import Conversation
from dailycontact.ask.usecases.log import log
from dailycontact.core.call import Outcome
from dailycontact.pick.usecases.skip import skip
from dailycontact.pick.usecases.today import Today, today
from dailycontact.store import rhythms
from dailycontact.store.book import Book
from dailycontact.store.changing import Change
from dailycontact.store.founding import found
from properties import model
from properties.barriers import KEPT, LIFTED, NEVER, barriers, can_be_rung, is_best_rung
from properties.crowds import (
    BARRED,
    MARTA,
    TOM,
    Somebody,
    come_in,
    crowds,
    seated,
    somebody,
)  # fmt: skip
from support.builders import MONDAY, MORNING

pytestmark = pytest.mark.no_cover  # what it reaches others reach, in a third of the time

LARGE = os.environ.get("DAILYCONTACT_PROPERTIES") == "large"
TRIES = 3


def looking(examples: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return settings for so many examples, always the same ones unless asked otherwise."""
    return settings(
        max_examples=examples * 20 if LARGE else examples,
        deadline=None,
        derandomize=not LARGE,
        database=None,
        phases=(Phase.generate, Phase.shrink) if LARGE else (Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )


@dataclass(frozen=True, kw_only=True)
class Ask:
    """A leader asks whom to phone, and what comes of it; `hour` is where the book is."""

    leader: int
    hour: int
    another: bool
    anyway: bool
    then: str


asks = st.lists(
    st.builds(
        Ask,
        leader=st.sampled_from((MARTA, MARTA, TOM)),
        hour=st.integers(0, 23),
        another=st.sampled_from((False, False, True)),
        anyway=st.sampled_from((False, False, True)),
        then=st.sampled_from(("", "skip", "reached", "no-answer", "no-answer", "not-now")),
    ),
    min_size=1,
    max_size=6,
).map(lambda listed: sorted(listed, key=lambda ask: ask.hour))


@pytest.fixture(scope="module")
def template() -> Iterator[Path]:
    """Yield a book with three leaders, in memory where there is such a thing."""
    memory = Path("/dev/shm")  # noqa: S108 - only the tests' own folder in it is used
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        path = Path(folder) / "template.db"
        book = Book(str(path))
        found(
            book, leader="Marta Silva", company="Brightside", country="GB", zone="Europe/London",
            at=MORNING, today=MONDAY, seed="tests",
        )  # fmt: skip
        with book.change("team add", leader_id=1, at=MORNING) as change:
            change.add("member", name="Tom Hale", leads=True)
            change.add("member", name="Ines Rocha", leads=True)
        book.rest()
        yield path


@contextmanager
def a_book(
    template: Path,
    people: Sequence[Somebody],
    ids: Sequence[int] | None = None,
    *,
    away: bool = False,
) -> Iterator[Book]:
    """Yield a book with these people in it; `away`: Tom is on leave, and Marta stands in."""
    with tempfile.TemporaryDirectory(dir=template.parent) as folder:
        path = Path(folder) / "book.db"
        shutil.copyfile(template, path)
        path.chmod(0o600)
        book = Book(str(path))
        with book.change("test", leader_id=MARTA, at=MORNING) as change:
            if away:
                change.add("leave", leader_id=TOM, first_on=MONDAY, last_on=MONDAY, deputy_id=MARTA)
            come_in(change, people, ids)
        try:
            yield book
        finally:
            book.rest()


@looking(60)
@given(people=crowds, asked=asks, away=st.sampled_from((False, False, True)))
def test_nobody_is_proposed_whom_anything_speaks_against(
    template: Path, people: Sequence[Somebody], asked: Sequence[Ask], away: bool
) -> None:
    with a_book(template, people, away=away) as book:
        for minute, ask in enumerate(asked):
            before = _rows(book)
            now = datetime(2026, 11, 23, ask.hour, minute, tzinfo=UTC)
            shown = _ask(book, ask, now=now)
            _judge(before, shown, ask, away=away)
            _then(book, shown, ask, now=now)


def _judge(before: model.Dump, shown: Today, ask: Ask, *, away: bool) -> None:
    """Compare what was shown with what the rows said before."""
    leaders = frozenset({MARTA, TOM} if away and ask.leader == MARTA else {ask.leader})
    numbers = {row["day"]: row["number"] for row in before["workday"]}
    against = {
        row["id"]: barriers(before, numbers, row, leaders=leaders, day=MONDAY, now=shown.now)
        for row in before["customer"]
    }
    tried = [c for c in before["call"] if (c["day"], c["leader_id"]) == (str(MONDAY), ask.leader)]
    wanted = ask.another or ask.anyway
    over = len(tried) >= TRIES or any(call["outcome"] == "reached" for call in tried)
    at_home = away and ask.leader == TOM and not ask.anyway
    if shown.pick is None:
        lifted = LIFTED["anyway"] if ask.anyway else frozenset()
        free = [
            row["id"] for row in before["customer"]
            if against[row["id"]] <= lifted and is_best_rung(row, day=MONDAY, now=shown.now)
        ]  # fmt: skip
        assert at_home or (over and not wanted) or free == []
        return
    found = against[shown.pick.customer_id]
    if shown.pick.id in {row["id"] for row in before["pick"]}:
        assert not found & KEPT
        return
    assert not at_home
    assert wanted or not over
    lifted = LIFTED.get(shown.pick.reason.value, frozenset())
    if ask.anyway and shown.pick.reason.value in ("turn", "first"):
        lifted = LIFTED["anyway"]
    assert not found & NEVER
    assert found <= lifted


def _then(book: Book, shown: Today, ask: Ask, *, now: datetime) -> None:
    """Let something come of it."""
    if shown.customer is None or not ask.then:
        return
    with book.change("log", leader_id=ask.leader, at=now) as change:
        if ask.then == "skip":
            skip(change, leader_id=ask.leader, day=MONDAY, reason=None, tomorrow=False)
        else:
            said = Conversation(
                outcome=Outcome(ask.then), day=MONDAY, customer_id=shown.customer.id
            )
            log(change, said, leader_id=ask.leader, today=MONDAY)


def _ask(book: Book, ask: Ask, *, now: datetime) -> Today:
    return today(
        book.look(), leader_id=ask.leader, day=MONDAY, now=now, another=ask.another,
        anyway=ask.anyway,
    )  # fmt: skip


def _rows(book: Book) -> model.Dump:
    with closing(sqlite3.connect(book.address)) as eyes:
        rows = model.dump(eyes)
        found = eyes.execute("SELECT day, number FROM workday")
        return rows | {"workday": [{"day": day, "number": number} for day, number in found]}


@looking(25)
@given(people=crowds, hour=st.integers(8, 19), shuffle=st.randoms(use_true_random=False))
def test_the_order_of_the_rows_decides_nothing(
    template: Path, people: Sequence[Somebody], hour: int, shuffle: Random
) -> None:
    mixed = shuffle.sample(people, len(people))
    ids = shuffle.sample(range(1, 100), len(people))
    now = datetime(2026, 11, 23, hour, tzinfo=UTC)

    with a_book(template, people) as book:
        one = _who(book, now=now)
    with a_book(template, mixed) as book:
        _vacuum(book)
        other_order = _who(book, now=now)
    with a_book(template, mixed, ids) as book:
        other_ids = _who(book, now=now)

    assert one == other_order == other_ids


@looking(25)
@given(
    people=st.lists(somebody(), min_size=2, max_size=5),
    barred=st.lists(
        st.sampled_from(BARRED).flatmap(lambda state: somebody(state=state)), max_size=3
    ),
    hour=st.integers(8, 19),
)
def test_whoever_may_not_be_phoned_changes_nothing_for_the_others(
    template: Path, people: Sequence[Somebody], barred: Sequence[Somebody], hour: int
) -> None:
    now = datetime(2026, 11, 23, hour, tzinfo=UTC)
    before, after = seated(people), seated(barred, first=50)

    with a_book(template, before) as book:
        alone = _who(book, now=now)
    with a_book(template, [*after, *before]) as book:
        among_them = _who(book, now=now)

    assert alone == among_them


@looking(25)
@given(people=crowds, hour=st.integers(8, 15), later=st.integers(0, 3), news=somebody())
def test_once_asked_the_answer_stays_whatever_happens_to_others(
    template: Path, people: Sequence[Somebody], hour: int, later: int, news: Somebody
) -> None:
    now = datetime(2026, 11, 23, hour, tzinfo=UTC)
    again = now + timedelta(hours=later)

    with a_book(template, people) as book:
        first = today(book.look(), leader_id=MARTA, day=MONDAY, now=now)
        asked_again = today(book.look(), leader_id=MARTA, day=MONDAY, now=now)
        with book.change("test", leader_id=TOM, at=now) as change:
            _busy(change, people, apart_from=first.customer.id if first.customer else 0)
            come_in(change, [replace(news, seat=90)])
        today(book.look(), leader_id=TOM, day=MONDAY, now=now, another=True)
        in_the_end = today(book.look(), leader_id=MARTA, day=MONDAY, now=again)
        closed = first.customer is not None and not _may_ring(book, first.customer.id, again)

    assert asked_again.pick == first.pick
    assert first.pick is None or closed or in_the_end.pick == first.pick


def _busy(change: Change, people: Sequence[Somebody], *, apart_from: int) -> None:
    """Let others ring in, be paused, and be promised a call."""
    for one in people:
        if one.seat == apart_from or one.state:
            continue
        if one.seat % 3 == 0:
            change.add(
                "promise", customer_id=one.seat, leader_id=TOM, kind="call-back", text="to ring",
                due_on=MONDAY - timedelta(days=200), recorded_at=MORNING,
            )  # fmt: skip
        elif one.seat % 3 == 1:
            said = Conversation(outcome=Outcome.REACHED, day=MONDAY, customer_id=one.seat)
            log(change, said, leader_id=TOM, today=MONDAY)
        else:
            change.set("customer", one.seat, cadence=5)
    rhythms.refresh(change, [one.seat for one in people])


def _may_ring(book: Book, customer_id: int, now: datetime) -> bool:
    (customer,) = (row for row in _rows(book)["customer"] if row["id"] == customer_id)
    return can_be_rung(customer, day=MONDAY, now=now)


def _who(book: Book, *, now: datetime) -> str | None:
    shown = today(book.look(), leader_id=MARTA, day=MONDAY, now=now)
    return None if shown.customer is None else shown.customer.name


def _vacuum(book: Book) -> None:
    book.rest()
    with closing(sqlite3.connect(book.address)) as connection:
        connection.execute("VACUUM")
