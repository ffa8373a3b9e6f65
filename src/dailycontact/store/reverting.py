"""Taking back one event of the journal, whole: what it brought goes, what it took comes back.

The rows are put back with SQL, in reverse order and in bulk, so that an import of a hundred
thousand customers goes in seconds and no memory. A refusal of contact is never lifted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from dailycontact.errors import Refused
from dailycontact.store import dependants, journal, parting
from dailycontact.store.forms import day_of
from dailycontact.store.journal import Line
from dailycontact.store.looking import names
from dailycontact.store.spans import Spans, spans_of

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

REFUSAL = frozenset({"do_not_contact_on", "do_not_contact_why"})
SETTLING = frozenset({"settled_on", "settled_how"})
PLACEHOLDERS = {"beat": 1, "clock": 0.0, "eligible_from": 0}
"""What a customer who comes back holds until their rhythm is derived again."""


@dataclass(kw_only=True)
class Reverted:
    """What taking back an event reached: whose refusals stay, and what must be derived again."""

    kept: set[int] = field(default_factory=set)
    customers: set[int] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    settings: set[str] = field(default_factory=set)
    rows: int = 0
    """How many rows, or runs of rows, were put back or taken out."""
    days_off: set[date] = field(default_factory=set)
    """The first days of leave that came, went or moved."""
    parted: parting.Merged | None = None
    """The customers whom the event had made one."""


class InTheWay(Refused):
    """Something that came later stands where the undone should be put back."""

    def __init__(self) -> None:
        super().__init__(
            "That cannot be taken back any more, because something that came later has its place "
            "or its name; put things right with the command itself."
        )


def obstacles(change: "Change", event_id: int) -> list[str]:
    """Return, in words, what came later and depends on the event; nothing when it can go."""
    going: dict[str, list[tuple[int, int]]] = {}
    found: list[str] = []
    for lines in journal.lines_backwards(change, event_id):
        found += dependants.changed_since(change, event_id, lines)
        found += dependants.ended_since(change, lines)
        for line in lines:
            if line.is_new:
                going.setdefault(line.table, []).append((line.first_id, line.last_id))
    spans = {table: spans_of(ids) for table, ids in going.items()}
    found += dependants.refused_since(change, event_id, spans.get("customer", []))
    if merged := parting.merge_of(change, event_id):
        found += parting.came_since(change, event_id, merged)
    return found or dependants.pointing_at(change, spans)


def revert(change: "Change", event_id: int) -> Reverted:
    """Put every row back as it was before the event; what is derived is left to the caller.

    Raises:
        InTheWay: a name or a place that must be one of a kind is taken by now.

    """
    from sqlalchemy.exc import IntegrityError

    try:
        return _reverted(change, event_id)
    except IntegrityError as error:
        raise InTheWay from error


def _reverted(change: "Change", event_id: int) -> Reverted:
    reverted = Reverted(parted=parting.merge_of(change, event_id))
    if reverted.parted:
        parting.let_go(change, reverted.parted, since=journal.event(change, event_id).at)
    for lines in journal.lines_backwards(change, event_id):
        for (table, brought, taken), group in groupby(lines, key=_kind):
            alike = list(group)
            reverted.tables.add(table)
            _note_concerned(change, alike, reverted)
            if brought:
                going = _without_waivers(change, event_id, alike)
                _take_out(change, table, going)
                reverted.rows += len(going)
            elif taken:
                _put_back(change, table, alike)
                reverted.rows += len(alike)
            else:
                _restore(change, table, alike, reverted)
    if reverted.parted:
        reverted.customers |= {reverted.parted.kept, reverted.parted.gone}
        reverted.kept |= parting.part(change, reverted.parted)
    return reverted


def names_of(change: "Change", customer_ids: set[int]) -> tuple[str, ...]:
    """Return the names of these customers."""
    listed, values = names("id", customer_ids or (0,))
    rows = change.rows(f"SELECT name FROM customer WHERE id IN ({listed}) ORDER BY id", **values)  # noqa: S608 - placeholders only
    return tuple(row["name"] for row in rows)


def _kind(line: Line) -> tuple[str, bool, bool]:
    return line.table, line.is_new, line.after is None


def _note_concerned(change: "Change", lines: Sequence[Line], reverted: Reverted) -> None:
    for line in lines:
        facts = line.before or line.after
        if line.table == "setting" and facts:
            reverted.settings.add(facts["key"])
        elif line.table == "leave":
            known = (line.before, line.after)
            reverted.days_off |= {day_of(leave["first_on"]) for leave in known if leave}
        elif line.table == "customer":
            reverted.customers |= {line.first_id} if facts else set()
        elif facts and facts.get("customer_id"):
            reverted.customers.add(facts["customer_id"])
        elif facts is None and line.table in ("phone", "rhythm_fact"):
            reverted.customers |= _had_already(change, line)


def _had_already(change: "Change", line: Line) -> set[int]:
    """Return the customers of a run of rows, but not those whom the same event brought."""
    rows = change.rows(
        f"SELECT DISTINCT customer_id FROM {line.table} t WHERE t.id BETWEEN :first AND :last"  # noqa: S608 - our own names
        " AND NOT EXISTS (SELECT 1 FROM event_row own JOIN event_row mine"
        " ON mine.event_id = own.event_id WHERE mine.id = :line AND own.table_name = 'customer'"
        " AND own.before IS NULL AND t.customer_id BETWEEN own.first_id AND own.last_id)",
        first=line.first_id,
        last=line.last_id,
        line=line.id,
    )
    return {row["customer_id"] for row in rows}


def _without_waivers(change: "Change", event_id: int, lines: list[Line]) -> list[Line]:
    """Leave out the news that nobody is owed any more because they refused, unless it goes too."""
    waivers = {
        line.first_id: line.after["answer_id"]
        for line in lines
        if line.table == "telling" and line.after and line.after["why"] == "do-not-contact"
    }
    if not waivers or _ended_something(change, event_id):
        return lines
    return [line for line in lines if line.first_id not in waivers]


def _ended_something(change: "Change", event_id: int) -> bool:
    return "finish_answer" in journal.touched(change, event_id)


def _take_out(change: "Change", table: str, lines: Sequence[Line]) -> None:
    spans = spans_of((line.first_id, line.last_id) for line in lines)
    _free_picks(change, table, spans)
    if table == "finish_answer":
        _drop_unsent(change, spans)
    for first, last in spans:
        change.run(
            f"DELETE FROM {table} WHERE id BETWEEN :first AND :last",  # noqa: S608 - our own names
            first=first,
            last=last,
        )
    for line in lines:
        if line.after is None:
            change.note_run(table, line.first_id, line.last_id)
        else:
            change.note_change(table, line.first_id, line.after, None)


def _drop_unsent(change: "Change", spans: Spans) -> None:
    """Let go of the letters that tell of an end that goes: none of them was sent."""
    for first, last in spans:
        for row in change.rows(
            "SELECT letter.id FROM letter JOIN finish_answer fa ON fa.finish_id = letter.finish_id"
            " AND fa.answer_id = letter.answer_id WHERE fa.id BETWEEN :first AND :last",
            first=first,
            last=last,
        ):
            change.remove("letter", row["id"])


_PROPOSED = {"customer": ("customer_id", ("pick",)), "member": ("leader_id", ("pick", "idle"))}
"""By which column what is only proposed stands on the rows of a table."""


def _free_picks(change: "Change", table: str, spans: Spans) -> None:
    """Let go of the proposals that stand on rows that go: a customer's, or a leader's.

    A call or a skip that goes frees its own pick again, and the reserves after it were in vain.
    """
    for first, last in spans:
        if table in _PROPOSED:
            column, among = _PROPOSED[table]
            for proposals in among:
                change.run(
                    f"DELETE FROM {proposals} WHERE {column} BETWEEN :first AND :last",  # noqa: S608 - our own names
                    first=first,
                    last=last,
                )
        elif table in ("call", "skip"):
            change.run(
                "DELETE FROM pick WHERE id IN (SELECT reserve.id FROM pick reserve JOIN pick used"  # noqa: S608 - our own names
                " ON used.leader_id = reserve.leader_id AND used.day = reserve.day"
                f" AND used.slot < reserve.slot JOIN {table} gone ON gone.pick_id = used.id"
                " WHERE gone.id BETWEEN :first AND :last)"
                " AND NOT EXISTS (SELECT 1 FROM call WHERE call.pick_id = pick.id)"
                " AND NOT EXISTS (SELECT 1 FROM skip WHERE skip.pick_id = pick.id)",
                first=first,
                last=last,
            )


def _put_back(change: "Change", table: str, lines: Sequence[Line]) -> None:
    filler = PLACEHOLDERS if table == "customer" else {}
    rows = [filler | (line.before or {}) for line in lines]
    columns = list(rows[0])
    marks = ", ".join(f":{name}" for name in columns)
    change.run_many(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608 - our own names
    for line in lines:
        change.note_change(table, line.first_id, None, line.before)


def _restore(change: "Change", table: str, lines: Sequence[Line], reverted: Reverted) -> None:
    for columns, group in groupby(
        lines, key=lambda line: sorted(_restorable(change, line, reverted))
    ):
        if not columns:
            continue
        alike = list(group)
        reverted.rows += len(alike)
        listed = ", ".join(f"{name} = :{name}" for name in columns)
        change.run_many(
            f"UPDATE {table} SET {listed} WHERE id = :row_id",  # noqa: S608 - our own names
            [_values(line.before, columns) | {"row_id": line.first_id} for line in alike],
        )
        for line in alike:
            now = {name: (line.before or {})[name] for name in columns}
            change.note_change(table, line.first_id, line.after, {**(line.after or {}), **now})


def _restorable(change: "Change", line: Line, reverted: Reverted) -> frozenset[str]:
    """Return the columns to put back: all that changed, but a refusal is never lifted.

    Nor does a promise wait again that was dropped because of it.
    """
    before, after = line.before or {}, line.after or {}
    if line.table == "customer" and after["do_not_contact_on"] is not None:
        if before["do_not_contact_on"] is None:
            reverted.kept.add(line.first_id)
        elif reverted.parted:
            return line.changed
        return line.changed - REFUSAL
    if (
        line.table == "promise"
        and after["settled_how"] == "dropped"
        and (reverted.parted or _refused_with(change, line))
    ):
        return line.changed - SETTLING
    return line.changed


def _refused_with(change: "Change", promise: Line) -> bool:
    """Return whether the event that dropped a promise is the one in which they refused."""
    found = change.rows(
        "SELECT own.id FROM event_row own JOIN event_row mine ON mine.event_id = own.event_id"
        " WHERE mine.id = :line AND own.table_name = 'customer' AND own.first_id = :customer",
        line=promise.id,
        customer=(promise.after or {})["customer_id"],
    )
    lines = [journal.line(change, row["id"]) for row in found]
    said = [
        (line.before["do_not_contact_on"], line.after["do_not_contact_on"])
        for line in lines
        if line.before and line.after
    ]
    return any(before is None and after is not None for before, after in said)


def _values(facts: Mapping[str, Any] | None, columns: Sequence[str]) -> dict[str, Any]:
    return {name: (facts or {})[name] for name in columns}
