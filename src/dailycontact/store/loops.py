"""What waits, counted and found by where it is stored to stand: a screenful among very many.

The derived columns of `answer` say what each waits for, and since when (store/ledger.py). Answers
that wait for the same, with the same patience, form a group; how long they have waited falls with
the day since when they do, so that one day parts the overdue ones of a group from the others.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from heapq import merge
from itertools import islice
from typing import Any

from dailycontact.core.action import Action
from dailycontact.core.answer import Kind
from dailycontact.core.book import BookSettings
from dailycontact.core.standing import OWNERLESS, Standing, Wait
from dailycontact.core.waiting import Held, Section
from dailycontact.loop import Clock, Stage
from dailycontact.store.actions import actions
from dailycontact.store.answers import limit_of, standings
from dailycontact.store.clocks import Clocks
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look, Row
from dailycontact.store.settings import book_settings
from dailycontact.store.touched import in_blocks
from dailycontact.store.urgency import PAST_ITS_DAY

_KEYS = ("clock", "urgent", "stage", "kind", "waits_for", "further")
_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Only:
    """Which answers are asked for; without any of these, all."""

    stage: Stage | None = None
    customer_id: int | None = None
    leader_id: int | None = None
    theme_id: int | None = None

    def clause(self) -> tuple[str, dict[str, object]]:
        """Return what stands in SQL for it, and the values that go with it."""
        wanted: dict[str, object] = {
            "stage": self.stage,
            "customer_id": self.customer_id,
            "leader_id": self.leader_id,
            "theme_id": self.theme_id,
        }
        values = {f"only_{name}": value for name, value in wanted.items() if value is not None}
        said = [f" AND answer.{name.removeprefix('only_')} = :{name}" for name in values]
        return "".join(said), values


@dataclass(frozen=True, kw_only=True)
class Group:
    """Open answers that wait for the same, with the same patience.

    They wait since the days from `oldest` to `newest`; those that wait since the day `late_until`
    or earlier are overdue (None: none of them), and `late` counts them.
    """

    clock: Clock
    urgent: int
    stage: Stage
    kind: Kind
    waits_for: int | None
    further: int
    count: int
    oldest: date
    newest: date
    late_until: date | None = None
    late: int = 0
    past: date | None = None
    """The day before which they were to be done (`is_past`), or were not; None where all wait."""
    is_past: bool = False

    @property
    def cries(self) -> bool:
        """Whether they are urgent, and nobody has taken them on or their day is past."""
        wanted = self.clock in OWNERLESS or self.is_past
        return bool(self.urgent) and self.kind is Kind.SUGGESTION and wanted

    @property
    def may_be_past(self) -> bool:
        """Whether they are urgent and somebody has them, so that their day counts."""
        return bool(self.urgent) and self.kind is Kind.SUGGESTION and self.clock is Clock.UNDONE


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """The answers of a group that wait since a day from `first` to `last`."""

    group: Group
    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of the loop: how many answers are in it, and where they are found."""

    section: Section
    count: int
    stretches: tuple[Stretch, ...]


def groups(look: Look, *, today: date, only: Only) -> list[Group]:
    """Return the groups of open answers, with how many of each are overdue on the day `today`."""
    clause, values = only.clause()
    rows = look.rows(
        f"SELECT {', '.join(_KEYS)}, COUNT(*) AS count, MIN(clock_since) AS oldest,"  # noqa: S608 - our own names
        f" MAX(clock_since) AS newest FROM answer WHERE clock IS NOT NULL{clause}"
        f" GROUP BY {', '.join(_KEYS)}",
        **values,
    )
    patience = _Patience(look, today)
    found = [part for row in rows for part in _by_their_day(look, _group(row), only, today)]
    return [_with_late(look, group, only, patience) for group in found]


def held(groups: Iterable[Group]) -> tuple[Held, ...]:
    """Return what waits at each clock, in the order of the loop; clocks without any left out."""
    by_clock: dict[Clock, list[Group]] = {}
    for group in groups:
        by_clock.setdefault(group.clock, []).append(group)
    return tuple(
        Held(
            clock=clock,
            count=sum(group.count for group in by_clock[clock]),
            overdue=sum(group.late for group in by_clock[clock]),
            oldest=min(group.oldest for group in by_clock[clock]),
        )
        for clock in Clock
        if clock in by_clock
    )


def parts(groups: Iterable[Group], *, overdue_only: bool = False) -> tuple[Part, ...]:
    """Return the open answers part by part: what is wanted today, what is overdue, the rest.

    `overdue_only` leaves the rest out, and of what is wanted today that which was heard today.
    """
    stretches: dict[Section, list[Stretch]] = {section: [] for section in Section}
    counts = dict.fromkeys(Section, 0)
    for group in groups:
        late = group.late_until
        split = Section.WANTED if group.cries else Section.OVERDUE
        rest = Section.WANTED if group.cries else Section(group.clock.value)
        if late is not None:
            stretches[split].append(Stretch(group=group, first=group.oldest, last=late))
            counts[split] += group.late
        if not overdue_only and group.late < group.count:
            first = group.oldest if late is None else late + _DAY
            stretches[rest].append(Stretch(group=group, first=first, last=group.newest))
            counts[rest] += group.count - group.late
    return tuple(
        Part(section=section, count=counts[section], stretches=tuple(stretches[section]))
        for section in Section
        if counts[section]
    )


def ids(look: Look, part: Part, *, only: Only, most: int | None) -> list[int]:
    """Return the answers of a part, those that wait the longest first, at most so many."""
    found = (_ids(look, stretch, only, most) for stretch in part.stretches)
    return [answer_id for _, answer_id in islice(merge(*found), most)]


def settled(look: Look, groups: Iterable[Group], *, only: Only) -> int:
    """Return how many answers are settled: all but those that are open, which are counted."""
    clause, values = only.clause()
    said = f" WHERE {clause.removeprefix(' AND ')}" if clause else ""
    every = look.value(f"SELECT COUNT(*) AS value FROM answer{said}", **values)  # noqa: S608 - our own text
    return int(every) - sum(group.count for group in groups)


def settled_ids(look: Look, *, only: Only, most: int | None) -> list[int]:
    """Return the settled answers: those ended by being shared, then those told; newest first."""
    clause, values = only.clause()
    limit = "" if most is None else f" LIMIT {most}"
    rows = look.tuples(
        f"SELECT id FROM answer WHERE clock IS NULL{clause} ORDER BY stage, id DESC{limit}",  # noqa: S608 - our own text
        **values,
    )
    return [row[0] for row in rows]


def standing_of(look: Look, answer_ids: Iterable[int], *, today: date) -> dict[int, Standing]:
    """Return where these answers stand, by their ids."""
    return {
        one.answer.id: one
        for block in in_blocks(answer_ids)
        for one in standings(look, today=today, answer_ids=block)
    }


def among(look: Look, answer_ids: Sequence[int], *, only: Only) -> frozenset[int]:
    """Return those of the answers that are asked for."""
    clause, values = only.clause()
    listed, wanted = look.listing(list(answer_ids) or [0])
    sql = f"SELECT id FROM answer WHERE id IN ({listed}){clause}"  # noqa: S608 - our own text
    return frozenset(row[0] for row in look.tuples(sql, **wanted, **values))


def looking(look: Look, *, only: Only, most: int | None) -> tuple[Action, ...]:
    """Return the actions that look for someone, for answers that wait for it; at most so many."""
    clause, values = only.clause()
    limit = "" if most is None else f" LIMIT {most}"
    rows = look.tuples(
        "SELECT DISTINCT aa.action_id FROM answer"  # noqa: S608 - our own text
        " JOIN action_answer aa ON aa.answer_id = answer.id"
        " JOIN action ON action.id = aa.action_id"
        " WHERE answer.clock = :unowned AND answer.urgent IN (0, 1) AND answer.stage = :acting"
        f" AND action.owner_id IS NULL{clause} ORDER BY aa.action_id{limit}",
        unowned=Clock.UNOWNED,
        acting=Stage.ACTING,
        **values,
    )
    if not rows:
        return ()
    found = actions(look, action_ids=sorted(row[0] for row in rows))
    return tuple(action for action in found if action.is_open)


class _Patience:
    """Whether answers of a group that wait since a day are overdue."""

    def __init__(self, look: Look, today: date) -> None:
        self._clocks = Clocks(look, today)
        self._settings: BookSettings = book_settings(look)

    def ended(self, group: Group, since: date) -> bool:
        wait = Wait(
            clock=group.clock, since=since, further=group.further, leader_id=group.waits_for
        )
        limit = limit_of(
            wait,
            stage=group.stage,
            urgent=bool(group.urgent),
            settings=self._settings,
            clocks=self._clocks,
        )
        return self._clocks.waited(group.clock, since, waits_for=group.waits_for) > limit


def _by_their_day(look: Look, group: Group, only: Only, today: date) -> Iterator[Group]:
    """Yield a group; of urgent ones that somebody has, those whose day is past apart."""
    if not group.may_be_past:
        yield group
        return
    for is_past in (True, False):
        part = replace(group, past=today, is_past=is_past)
        clause, values = _within(part, only)
        row = look.row(
            "SELECT COUNT(*) AS count, MIN(clock_since) AS oldest, MAX(clock_since) AS newest"  # noqa: S608 - our own names
            f" FROM answer WHERE {clause}",
            **values,
        )
        if row is not None and row["count"]:
            oldest, newest = day_of(row["oldest"]), day_of(row["newest"])
            yield replace(part, count=row["count"], oldest=oldest, newest=newest)


def _with_late(look: Look, group: Group, only: Only, patience: _Patience) -> Group:
    if group.is_past:
        return replace(group, late_until=group.newest, late=group.count)
    until = _late_until(group, patience)
    if until is None:
        return group
    return replace(group, late_until=until, late=_late(look, group, until, only))


def _late(look: Look, group: Group, until: date, only: Only) -> int:
    """Return how many wait since `until` or earlier; counted on the side with the fewer days."""
    if until >= group.newest:
        return group.count
    clause, values = _within(group, only)
    is_early = until - group.oldest < group.newest - until
    side = "clock_since <= :until" if is_early else "clock_since > :until"
    found = look.value(
        f"SELECT COUNT(*) AS value FROM answer WHERE {clause} AND {side}",  # noqa: S608 - our own names
        until=until,
        **values,
    )
    return int(found) if is_early else group.count - int(found)


def _late_until(group: Group, patience: _Patience) -> date | None:
    """Return the last day since when answers of a group are overdue, found by halving."""
    if group.kind is not Kind.SUGGESTION or not patience.ended(group, group.oldest):
        return None
    late, early = group.oldest, group.newest + _DAY
    while early - late > _DAY:
        middle = late + (early - late) // 2
        if patience.ended(group, middle):
            late = middle
        else:
            early = middle
    return late


def _ids(look: Look, stretch: Stretch, only: Only, most: int | None) -> Iterator[tuple[str, int]]:
    clause, values = _within(stretch.group, only)
    limit = "" if most is None else f" LIMIT {most}"
    rows = look.tuples(
        f"SELECT clock_since, id FROM answer WHERE {clause}"  # noqa: S608 - our own names
        f" AND clock_since >= :first AND clock_since <= :last ORDER BY clock_since, id{limit}",
        first=stretch.first,
        last=stretch.last,
        **values,
    )
    return iter([(row[0], row[1]) for row in rows])


def _within(group: Group, only: Only) -> tuple[str, dict[str, Any]]:
    clause, values = only.clause()
    said = {name: getattr(group, name) for name in _KEYS}
    same = [
        f"answer.{name} IS NULL" if value is None else f"answer.{name} = :{name}"
        for name, value in said.items()
    ]
    known = {name: value for name, value in said.items() if value is not None}
    if group.past is not None:
        same.append(PAST_ITS_DAY if group.is_past else f"NOT {PAST_ITS_DAY}")
        known["past"] = group.past
    return " AND ".join(same) + clause, known | values


def _group(row: Row) -> Group:
    return Group(
        clock=Clock(row["clock"]),
        urgent=row["urgent"],
        stage=Stage(row["stage"]),
        kind=Kind(row["kind"]),
        waits_for=row["waits_for"],
        further=row["further"],
        count=row["count"],
        oldest=day_of(row["oldest"]),
        newest=day_of(row["newest"]),
    )
