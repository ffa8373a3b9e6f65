"""Two customers who are one person, put together: everything of one becomes the other's.

It is written row by row in the journal, the customer who goes last: taken back in reverse, they are
there again before anything names them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from dailycontact.core.rhythm import Happening
from dailycontact.store import derived, former, refusals, rhythms
from dailycontact.store.dependants import references
from dailycontact.store.entries import folded
from dailycontact.store.looking import Row
from dailycontact.store.refusals import Refusal

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_OF_A = "SELECT * FROM {table} WHERE {column} = :id ORDER BY id"
_USED = (
    "(EXISTS (SELECT 1 FROM call WHERE call.pick_id = {0}.id)"
    " OR EXISTS (SELECT 1 FROM skip WHERE skip.pick_id = {0}.id))"
)
_KEPT_OR_TAKEN = (
    *("company", "country", "hours", "segment_id", "cadence", "leader_id", "referred_by"),
)
"""What the one who stays says, and where they say nothing, the other."""


@dataclass(frozen=True, kw_only=True)
class Moved:
    """How many rows of which table became those of the one who stays; what a refusal ended."""

    rows: Mapping[str, int]
    refusal: Refusal | None = None


def merge(change: "Change", kept_id: int, gone_id: int, *, day: date) -> Moved:
    """Give everything of the customer `gone_id` to `kept_id`, and take their row out.

    Whoever of them refused contact has refused it for both, from the earlier day on: what waits
    for them is ended. That neither was erased is for the caller to see to.
    """
    moved: dict[str, int] = {}
    for reference in references(to="customer"):
        move = _MOVES.get(reference.child, _repoint)
        moved[reference.child] = moved.get(reference.child, 0) + move(
            change, reference.child, reference.columns[0][0], kept_id, gone_id
        )
    kept, gone = _customer(change, kept_id), _customer(change, gone_id)
    change.add(
        "external_id",
        customer_id=kept_id,
        source=former.own_source(change),
        value=str(gone_id),
    )
    change.remove("customer", gone_id)
    columns = together(kept, gone, day=day)
    change.set("customer", kept_id, **columns)
    refusal = None
    if columns["do_not_contact_on"] is not None:
        refusal = refusals.refuse(change, kept_id, day=day)
    held = any(_is_paused(one, day=day.isoformat()) for one in (kept, gone))
    if held and columns["paused_on"] is None:
        rhythms.happened(change, kept_id, Happening.RESUME, day=day)
    rhythms.refresh(change, [kept_id])
    derived.respread(change)
    return Moved(rows={table: number for table, number in moved.items() if number}, refusal=refusal)


def together(kept: Row, gone: Row, *, day: date) -> dict[str, Any]:
    """Return the columns of the one who stays, once they are one person.

    Their own where they say something, else the other's; but the first refusal, the longer pause,
    the later renewal, and the time waited since the first of them came. They have left only where
    both did, on the later day: mostly who is marked as left is the entry that was one too many.
    """
    columns = {name: _first(kept[name], gone[name]) for name in _KEPT_OR_TAKEN}
    if gone["company"] and gone["company"] == gone["name"] and not kept["company"]:
        columns["company"] = ""
    columns["zone"] = kept["zone"]
    if not kept["zone"] and columns["country"] == (gone["country"] or columns["country"]):
        columns["zone"] = gone["zone"]
    earlier = min(kept, gone, key=lambda one: one["joined_on"])
    columns["renewed_on"] = max((kept["renewed_on"] or "", gone["renewed_on"] or "")) or None
    return {
        **columns,
        "folded": folded(kept["name"], str(columns["company"] or "")),
        "joined_on": earlier["joined_on"],
        "head_start": earlier["head_start"],
        "left_on": _left(kept, gone),
        **_refusal(kept, gone),
        **_pause(kept, gone, day=day.isoformat()),
    }


def tell_apart(change: "Change", one_id: int, other_id: int) -> None:
    """Remember that two customers who look alike are two people."""
    first, second = sorted((one_id, other_id))
    there = change.row(
        "SELECT id FROM different WHERE one_id = :one AND other_id = :other",
        one=first,
        other=second,
    )
    if there is None:
        change.add("different", one_id=first, other_id=second)


def _refusal(kept: Row, gone: Row) -> dict[str, Any]:
    refused = [one for one in (kept, gone) if one["do_not_contact_on"] is not None]
    refused.sort(key=lambda one: one["do_not_contact_on"])
    whys = [one["do_not_contact_why"] for one in refused if one["do_not_contact_why"]]
    return {
        "do_not_contact_on": refused[0]["do_not_contact_on"] if refused else None,
        "do_not_contact_why": whys[0] if whys else None,
    }


def _left(kept: Row, gone: Row) -> str | None:
    days = [one["left_on"] for one in (kept, gone)]
    return None if None in days else str(max(days))


def _pause(kept: Row, gone: Row, *, day: str) -> dict[str, Any]:
    """Return the pause that holds longest on a day; one without an end holds for good.

    The pause of somebody who has left, while the other has not, is none of one who is still ours.
    """
    here = [one for one in (kept, gone) if one["left_on"] is None] or [kept, gone]
    paused = [one for one in here if _is_paused(one, day=day)]
    if not paused and _is_paused(kept, day=day):
        return {"paused_on": None, "paused_until": None}
    longest = max(paused, key=lambda one: one["paused_until"] or "~", default=kept)
    return {"paused_on": longest["paused_on"], "paused_until": longest["paused_until"]}


def _is_paused(one: Row, *, day: str) -> bool:
    until = one["paused_until"]
    return one["paused_on"] is not None and (until is None or until > day)


def _first(mine: object, theirs: object) -> object:
    return theirs if mine in (None, "") else mine


def _customer(change: "Change", customer_id: int) -> Row:
    return change.rows(_OF_A.format(table="customer", column="id"), id=customer_id)[0]


def _rows(change: "Change", table: str, column: str, customer_id: int) -> list[Row]:
    return change.rows(_OF_A.format(table=table, column=column), id=customer_id)


def _repoint(change: "Change", table: str, column: str, kept_id: int, gone_id: int) -> int:
    rows = _rows(change, table, column, gone_id)
    for row in rows:
        change.set(table, row["id"], **{column: kept_id})
    return len(rows)


def _append(change: "Change", table: str, column: str, kept_id: int, gone_id: int) -> int:
    """Put the facts behind those that are there: what counts is their days, not their numbers."""
    last = max((row["number"] for row in _rows(change, table, column, kept_id)), default=0)
    rows = sorted(_rows(change, table, column, gone_id), key=lambda row: row["number"])
    for number, row in enumerate(rows, last + 1):
        change.set(table, row["id"], customer_id=kept_id, number=number)
    return len(rows)


def _bring_phones(change: "Change", table: str, column: str, kept_id: int, gone_id: int) -> int:
    """Add numbers behind those that are there; a number that both have stays once.

    Where it is known to be wrong for one of them, it is wrong.
    """

    def known(row: Row) -> str:
        return f"{row['e164'] or row['raw']}/{row['extension'] or ''}"

    def same(mine: Row, theirs: Row) -> None:
        for call in change.rows("SELECT id FROM call WHERE phone_id = :id", id=theirs["id"]):
            change.set("call", call["id"], phone_id=mine["id"])
        wrong = [day for day in (mine["wrong_on"], theirs["wrong_on"]) if day]
        label = mine["label"] or theirs["label"]
        change.set("phone", mine["id"], label=label, wrong_on=min(wrong, default=None))

    return _bring(change, table, column, kept_id, gone_id, known=known, same=same)


def _bring_emails(change: "Change", table: str, column: str, kept_id: int, gone_id: int) -> int:
    """Add addresses behind those that are there; an address that both have stays once."""

    def known(row: Row) -> str:
        return str(row["address"]).casefold()

    def same(mine: Row, theirs: Row) -> None:
        change.set("email", mine["id"], label=mine["label"] or theirs["label"])

    return _bring(change, table, column, kept_id, gone_id, known=known, same=same)


def _bring(
    change: "Change",
    table: str,
    column: str,
    kept_id: int,
    gone_id: int,
    *,
    known: Callable[[Row], str],
    same: Callable[[Row, Row], None],
) -> int:
    mine = _rows(change, table, column, kept_id)
    there = {known(row): row for row in mine}
    last = place = max((row["position"] for row in mine), default=0)
    theirs = sorted(_rows(change, table, column, gone_id), key=lambda row: row["position"])
    for row in theirs:
        twin = there.get(known(row))
        if twin is not None:
            same(twin, row)
            change.remove(table, row["id"])
            continue
        place += 1
        change.set(table, row["id"], customer_id=kept_id, position=place)
    return place - last


def _join_pairs(change: "Change", table: str, column: str, kept_id: int, gone_id: int) -> int:
    """Let who is somebody else than the one who goes be somebody else than the one who stays."""
    rows = _rows(change, table, column, gone_id)
    for row in rows:
        other = row["other_id"] if column == "one_id" else row["one_id"]
        change.remove(table, row["id"])
        if other != kept_id:
            tell_apart(change, kept_id, other)
    return len(rows)


def _give_picks(change: "Change", table: str, column: str, kept_id: int, gone_id: int) -> int:
    """Give on what was proposed; of two on one day, one that came to nothing is released.

    Picks are no facts, but whose they were must be known when the two are taken apart.
    """
    for row in change.rows(
        "SELECT mine.id AS mine, theirs.id AS theirs,"  # noqa: S608 - our own text
        f" CASE WHEN {_USED.format('theirs')} AND NOT {_USED.format('mine')} THEN 1 ELSE 0 END"
        f" AS used FROM {table} mine JOIN {table} theirs ON theirs.day = mine.day"
        " WHERE mine.customer_id = :kept AND theirs.customer_id = :gone"
        " AND mine.released = 0 AND theirs.released = 0",
        kept=kept_id,
        gone=gone_id,
    ):
        spare = row["mine"] if row["used"] else row["theirs"]
        change.run("UPDATE pick SET released = 1 WHERE id = :id", id=spare)
        change.note_change(table, spare, {"released": 0}, {"released": 1})
    for row in _rows(change, table, column, gone_id):
        change.note_change(table, row["id"], {column: gone_id}, {column: kept_id})
    return change.run(
        f"UPDATE {table} SET {column} = :kept WHERE {column} = :gone",  # noqa: S608 - our own names
        kept=kept_id,
        gone=gone_id,
    )


_Move = Callable[["Change", str, str, int, int], int]
_MOVES: Mapping[str, _Move] = {
    "phone": _bring_phones,
    "email": _bring_emails,
    "rhythm_fact": _append,
    "different": _join_pairs,
    "pick": _give_picks,
}
"""How the rows of a table are given on where it takes more than another number."""
