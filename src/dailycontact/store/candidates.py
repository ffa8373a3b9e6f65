"""Who could be proposed to a leader, read by the index, whatever the size of the book.

Within one class (whose customers, which cadence, which hours) the order of waiting ÷ cadence is
the order of the clock. So one question finds the classes, leaping along the index, and the head of
each; the rule chooses among the heads.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter

from dailycontact.core.rhythm import AFTER_TELLING
from dailycontact.core.turn import Candidate
from dailycontact.store import calendar
from dailycontact.store.absences import deputised
from dailycontact.store.forms import day_or_none
from dailycontact.store.looking import Look, Row

COLUMNS = "c.id, c.clock, c.beat, c.reach, c.eligible_from, c.misses, c.promised_on, c.last_on"
MOST = 20
"""How many promises, and how many who are owed news, are looked at."""

A_PAGE = 60
"""Answers of which somebody waits to hear that are read at once."""

ENOUGH = 300
"""Customers who wait to hear among whom one who was not tried yet is looked for."""

_FREE = (
    "(c.paused_until IS NULL OR c.paused_until <= :day)"
    " AND (c.promised_on IS NULL OR c.promised_on <= :day)"
    " AND NOT EXISTS (SELECT 1 FROM pick WHERE pick.customer_id = c.id AND pick.day = :day"
    " AND pick.released = 0)"
    " AND NOT EXISTS (SELECT 1 FROM call WHERE call.customer_id = c.id AND call.day = :day)"
)
_TRIED = (
    "(SELECT MAX(tries.day) FROM (SELECT day FROM call WHERE call.customer_id = c.id"
    "  UNION ALL SELECT t.day FROM telling_try t JOIN answer told ON told.id = t.answer_id"
    "   WHERE told.customer_id = c.id) AS tries WHERE tries.day > owed.since)"
)
_NEWS = (
    f"SELECT {COLUMNS}, owed.since, COALESCE({_TRIED}, owed.since) AS counts_from"  # noqa: S608 - our own text
    " FROM customer c JOIN (SELECT customer_id, MIN(owes_since) AS since FROM answer"
    " WHERE customer_id IN ({}) AND owes_since <= :day GROUP BY customer_id) owed"
    " ON owed.customer_id = c.id"
    " LEFT JOIN workday spoken ON spoken.day = c.last_on AND c.last_on > owed.since"
)
# Each order begins with leader_id, though it is the same in all that is ordered: PostgreSQL walks
# an index only in the order that it is given, and takes "IS NULL" for no equality.
_CLASSES = (
    "WITH RECURSIVE class(id) AS ("
    " SELECT (SELECT n.id FROM customer n WHERE n.open = 1 AND n.{whose}"
    "  ORDER BY n.leader_id, n.beat, n.reach LIMIT 1)"
    " UNION ALL SELECT COALESCE("
    "  (SELECT n.id FROM customer n WHERE n.open = 1 AND n.{whose} AND n.beat = k.beat"
    "   AND n.reach > k.reach ORDER BY n.leader_id, n.reach LIMIT 1),"
    "  (SELECT n.id FROM customer n WHERE n.open = 1 AND n.{whose} AND n.beat > k.beat"
    "   ORDER BY n.leader_id, n.beat, n.reach LIMIT 1))"
    " FROM class JOIN customer k ON k.id = class.id)"
)
_DUE = (
    "(SELECT d.eligible_from FROM customer d"
    " WHERE d.open = 1 AND d.{whose} AND d.beat = k.beat AND d.reach = k.reach"
    " ORDER BY d.leader_id, d.eligible_from LIMIT 1)"
)


@dataclass(frozen=True, kw_only=True)
class Asking:
    """For whom somebody is looked for, and when.

    `leaders` are those whose own customers are asked for beside the customers of nobody: the
    leader, and whoever is away and named the leader as deputy. `number` is that of the working
    day. `anyway` lifts the minimum gap; `without` are passed over.
    """

    leader_id: int
    leaders: tuple[int, ...]
    day: date
    number: int
    anyway: bool = False
    without: frozenset[int] = frozenset()

    def but(self, *customer_ids: int) -> "Asking":
        """Ask for somebody else than these."""
        return replace(self, without=self.without | set(customer_ids))


def asking(look: Look, *, leader_id: int, day: date, anyway: bool = False) -> Asking:
    """Return the question whom a leader may phone on a day."""
    away = deputised(look, leader_id=leader_id, day=day)
    return Asking(
        leader_id=leader_id,
        leaders=(leader_id, *away),
        day=day,
        number=calendar.number_of(look, day),
        anyway=anyway,
    )


def promised(look: Look, asked: Asking) -> list[Candidate]:
    """Return those to whom a call back was promised for the day or earlier, oldest first.

    A promise goes before the minimum gap, but waits like everybody after a miss or a skip.
    """
    rows = look.rows(
        f"SELECT {COLUMNS} FROM customer c WHERE c.promised_on <= :day AND c.open = 1"  # noqa: S608 - our own text
        f" AND {_mine(asked)} AND {_FREE} AND NOT {_waits('miss', 'skip')}"
        f" ORDER BY c.promised_on, c.id LIMIT {MOST}",
        day=asked.day,
        number=asked.number,
    )
    return [_candidate(row) for row in rows]


def news(look: Look, asked: Asking) -> list[Candidate]:
    """Return those who are owed news, the longest waiting first.

    A telling goes before the minimum gap, but waits after a miss, a skip, a not-now, and after
    another telling; whoever was spoken to and not told waits as long. Whoever was tried since then
    goes behind those who were not: so that one whom nobody tells is not proposed for ever.
    """
    found: list[Row] = []
    seen: set[int] = set()
    for waiting in _waiting(look, asked):
        found += _may_hear(look, asked, [each for each in waiting if each not in seen])
        seen.update(waiting)
        # Where hundreds wait, those who have waited longest are enough to choose from.
        untried = sum(row["counts_from"] == row["since"] for row in found)
        if untried >= MOST or (len(seen) >= ENOUGH and len(found) >= MOST):
            break
    return [_candidate(row) for row in sorted(found, key=itemgetter("counts_from"))[:MOST]]


def _waiting(look: Look, asked: Asking) -> Iterator[list[int]]:
    """Yield who is owed news, page by page, the longest waiting first."""
    last: tuple[str, int] = ("", 0)
    while rows := look.tuples(
        "SELECT c.id, answer.owes_since, answer.id FROM answer"  # noqa: S608 - our own text
        " JOIN customer c ON c.id = answer.customer_id"
        " WHERE answer.owes_since IS NOT NULL AND answer.owes_since <= :day"
        " AND (answer.owes_since, answer.id) > (:since, :id)"
        f" AND c.open = 1 AND {_mine(asked)}"
        f" ORDER BY answer.owes_since, answer.id LIMIT {A_PAGE}",
        day=asked.day,
        since=last[0],
        id=last[1],
    ):
        last = rows[-1][1], rows[-1][2]
        yield list(dict.fromkeys(row[0] for row in rows))


def _may_hear(look: Look, asked: Asking, customer_ids: list[int]) -> list[Row]:
    """Return who of these may be told today, as they are given, and from when their wait counts."""
    if not customer_ids:
        return []
    rows = look.among(
        f"{_NEWS} WHERE {_FREE}"
        f" AND (spoken.number IS NULL OR spoken.number + {AFTER_TELLING} <= :number)"
        f" AND NOT {_waits('miss', 'skip', 'later', 'told')}",
        customer_ids,
        day=asked.day,
        number=asked.number,
    )
    free = {row["id"]: row for row in rows}
    return [free[each] for each in customer_ids if each in free]


def heads(look: Look, asked: Asking) -> list[Candidate]:
    """Return, of each class, whoever's clock stands earliest of those who may be tried."""
    # The plus keeps SQLite from sorting all who are eligible: the index has the clock's order.
    eligible = "1 = 1" if asked.anyway else "+c.eligible_from <= :number"
    due = "k.id IS NOT NULL" if asked.anyway else f"{_DUE} <= :number"
    head = (
        f" JOIN customer c ON c.id = CASE WHEN {due} THEN ("  # noqa: S608 - our own text
        "SELECT c.id FROM customer c WHERE c.open = 1 AND c.{whose} AND c.beat = k.beat"
        f" AND c.reach = k.reach AND {eligible} AND {_others(asked)} AND {_FREE}"
        " ORDER BY c.leader_id, c.clock, c.id LIMIT 1) END"
    )
    values = {} if asked.anyway else {"number": asked.number}
    rows = _by_class(look, asked, COLUMNS, beside=head, day=asked.day, **values)
    return [_candidate(row) for _, row in rows]


def candidate(look: Look, customer_id: int) -> Candidate | None:
    """Return one customer as a candidate, whether or not they may be proposed."""
    row = look.row(f"SELECT {COLUMNS} FROM customer c WHERE c.id = :id", id=customer_id)  # noqa: S608 - our own text
    return None if row is None else _candidate(row)


def still_open(look: Look, asked: Asking, customer_id: int) -> bool:
    """Return whether somebody who is proposed already may still be phoned, but for the hour."""
    return (
        look.row(
            f"SELECT c.id FROM customer c WHERE c.id = :id AND c.open = 1 AND {_mine(asked)}"  # noqa: S608 - our own text
            " AND (c.paused_until IS NULL OR c.paused_until <= :day)"
            " AND NOT EXISTS (SELECT 1 FROM call WHERE call.customer_id = c.id"
            " AND call.day = :day AND call.outcome = 'reached')",
            id=customer_id,
            day=asked.day,
        )
        is not None
    )


def next_turn(look: Look, asked: Asking) -> int | None:
    """Return the number of the working day on which somebody is next eligible, if ever."""
    later = _DUE.replace(" ORDER BY", " AND d.eligible_from > :number ORDER BY")
    rows = _by_class(look, asked, f"{later} AS turn", number=asked.number)
    return min((int(row["turn"]) for _, row in rows if row["turn"] is not None), default=None)


def first_due(look: Look, asked: Asking) -> int | None:
    """Return the number of the first working day from which somebody may be tried, if ever."""
    return next_turn(look, replace(asked, number=-1_000_000))


def counts(look: Look, asked: Asking, *, most: int) -> dict[int, int]:
    """Return how many may be tried now by reach; of each class at most `most` are counted."""
    counted = (
        "k.reach, (SELECT COUNT(*) FROM (SELECT 1 FROM customer d WHERE d.open = 1 AND d.{whose}"  # noqa: S608 - our own text
        " AND d.beat = k.beat AND d.reach = k.reach"
        f" AND d.eligible_from <= :number LIMIT {most}) AS few) AS customers"
    )
    found: dict[int, int] = {}
    for _, row in _by_class(look, asked, counted, number=asked.number):
        found[row["reach"]] = found.get(row["reach"], 0) + row["customers"]
    return found


def put_off(look: Look, asked: Asking, *, beyond: float, each: int) -> list[Candidate]:
    """Return, of each class, the few furthest along, `beyond` a score, who may not be tried yet."""
    return [
        _candidate(row)
        for whose, one in _by_class(look, asked, "k.beat, k.reach")
        for row in look.rows(
            f"SELECT {COLUMNS} FROM customer c WHERE c.open = 1 AND c.{whose}"  # noqa: S608 - our own text
            " AND c.beat = :beat AND c.reach = :reach AND c.clock < :clock"
            " AND +c.eligible_from > :number"
            f" ORDER BY c.leader_id, c.clock, c.id LIMIT {each}",
            beat=one["beat"],
            reach=one["reach"],
            clock=asked.number - beyond * one["beat"],
            number=asked.number,
        )
    ]


def left_alone(look: Look, asked: Asking, *, most: int) -> list[Candidate]:
    """Return those furthest along who cannot be phoned at all: refused, paused, without number."""
    rows = look.rows(
        f"SELECT {COLUMNS} FROM customer c WHERE c.open = 0 AND c.left_on IS NULL"  # noqa: S608 - our own text
        f" AND {_mine(asked)} ORDER BY (:number - c.clock) / c.beat DESC, c.id LIMIT {most}",
        number=asked.number,
    )
    return [_candidate(row) for row in rows]


def _by_class(
    look: Look, asked: Asking, columns: str, *, beside: str = "", **values: object
) -> Iterator[tuple[str, Row]]:
    """Yield columns of each class (one of its customers is `k`), and whose customers they are."""
    sql = f"{_CLASSES} SELECT {columns} FROM class JOIN customer k ON k.id = class.id{beside}"  # noqa: S608 - our own text
    for whose in _each_whose(asked):
        for row in look.rows(sql.replace("{whose}", whose), **values):
            yield whose, row


def _each_whose(asked: Asking) -> list[str]:
    """Return the clause of each leader whose customers are asked for, and of nobody's."""
    return ["leader_id IS NULL", *(f"leader_id = {leader:d}" for leader in asked.leaders)]


def _mine(asked: Asking) -> str:
    return f"({' OR '.join('c.' + whose for whose in _each_whose(asked))}) AND {_others(asked)}"


def _others(asked: Asking) -> str:
    return f"c.id NOT IN ({', '.join(f'{each:d}' for each in sorted(asked.without)) or '0'})"


def _waits(*after: str) -> str:
    """Return the clause that somebody still waits after one of these happenings.

    Whoever was spoken to since, or whose number was checked, waits for nothing earlier.
    """
    listed = ", ".join(f"'{what}'" for what in after)
    return (
        "EXISTS (SELECT 1 FROM rhythm_fact fact JOIN workday ON workday.day = fact.day"  # noqa: S608 - our own text
        f" WHERE fact.customer_id = c.id AND fact.what IN ({listed})"
        " AND workday.number + fact.waits > :number"
        " AND NOT EXISTS (SELECT 1 FROM rhythm_fact since WHERE since.customer_id = c.id"
        " AND (since.day > fact.day OR (since.day = fact.day AND since.number > fact.number))"
        " AND since.what IN ('conversation', 'checked')))"
    )


def _candidate(row: Row) -> Candidate:
    return Candidate(
        customer_id=row["id"],
        clock=row["clock"],
        beat=row["beat"],
        reach=row["reach"],
        eligible_from=row["eligible_from"],
        misses=row["misses"],
        promised_on=day_or_none(row["promised_on"]),
        spoken=row["last_on"] is not None,
    )
