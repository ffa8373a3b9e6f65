"""What is owed: each end of an action, for each asker, whom nobody has told yet.

Owed = finish_answer less telling, exactly. A later end of the same action for the same answer
replaces an earlier one that nobody told.

`owed` reads the facts, as a change has made them so far. Among very many answers, `owed_first` and
`count_owed` find a screenful by the derived column `owes_since` (store/ledger.py): for looking.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from dailycontact.core.action import How
from dailycontact.core.sentences import COUNTED
from dailycontact.core.telling import Owed, Reaction
from dailycontact.store.answers import ALWAYS, know
from dailycontact.store.clocks import Clocks
from dailycontact.store.forms import day_of, day_or_none
from dailycontact.store.looking import Look, Row

_LAST = (
    "NOT EXISTS (SELECT 1 FROM finish later JOIN finish_answer lfa ON lfa.finish_id = later.id"
    "  WHERE later.action_id = finish.action_id AND later.number > finish.number"
    "  AND lfa.answer_id = fa.answer_id)"
)
UNTOLD = (
    "NOT EXISTS (SELECT 1 FROM telling WHERE telling.finish_id = fa.finish_id"  # noqa: S608 - our own text
    f"  AND telling.answer_id = fa.answer_id) AND {_LAST}"
)
"""Of an end (`finish`) and an asker (`fa`): nobody has told them, and no later end replaces it."""

_TRIES = (
    "SELECT t.day FROM telling_try t WHERE t.finish_id = fa.finish_id"
    "  AND t.answer_id = fa.answer_id"
    " UNION ALL SELECT c.day FROM call c WHERE c.customer_id = answer.customer_id"
    "  AND c.recorded_at > finish.recorded_at"
    "  AND c.outcome IN ('no-answer', 'voicemail', 'wrong-number')"
)
"""Since an end came: each try to tell of it, and each call that missed the customer."""

_SETTLED = (
    "EXISTS (SELECT 1 FROM telling WHERE telling.finish_id = fa.finish_id"  # noqa: S608 - our own text
    f"  AND telling.answer_id = fa.answer_id AND {{how}}) AND {_LAST}"
)
"""Of an end and an asker: they were told, or need not be, in this way."""
_SILENT = _SETTLED.format(how="telling.how = 'told' AND telling.reaction IS NULL")
_CONTENT = _SETTLED.format(
    how="telling.how = 'told' AND COALESCE(telling.reaction, '') <> 'not-solved'"
)
_GIVEN_UP = _SETTLED.format(how="telling.why = 'unreachable'")

_OWED = (
    "SELECT fa.finish_id, fa.answer_id, finish.action_id, answer.customer_id,"  # noqa: S608 - our own text
    " customer.name AS customer, customer.company, customer.leader_id, heard.name AS heard_by,"
    " answer.verbatim, answer.day AS said_on,"
    " finish.how, finish.say, finish.instead, member.name AS owner, finish.day AS finished_on,"
    f" (SELECT COUNT(*) FROM ({_TRIES}) tries) AS tries,"
    f" (SELECT COUNT(DISTINCT tries.day) FROM ({_TRIES}) tries) AS tried_days,"
    " (SELECT MAX(l.day) FROM letter l WHERE l.finish_id = fa.finish_id"
    "  AND l.answer_id = fa.answer_id) AS written_on,"
    " (SELECT COUNT(*) FROM finish_answer o WHERE o.finish_id = fa.finish_id) AS ended_for,"
    " (SELECT COUNT(*) FROM action_answer o WHERE o.action_id = finish.action_id) AS askers,"
    f" {know(action='finish.action_id', until=repr(ALWAYS))} AS told"
    " FROM finish_answer fa JOIN finish ON finish.id = fa.finish_id"
    " JOIN action ON action.id = finish.action_id JOIN answer ON answer.id = fa.answer_id"
    " JOIN customer ON customer.id = answer.customer_id"
    " JOIN member heard ON heard.id = answer.leader_id"
    " LEFT JOIN member ON member.id = action.owner_id"
)

_OWING = "FROM answer{whose} WHERE owes_since IS NOT NULL"
_WHOSE = " JOIN customer ON customer.id = customer_id AND customer.leader_id = :leader"
_BLOCK = 64
"""Answers that are looked at at once on the way to a screenful of customers."""


def owed(
    look: Look,
    *,
    today: date,
    customer_id: int | None = None,
    answer_id: int | None = None,
    answer_ids: Sequence[int] | None = None,
    action_id: int | None = None,
    leader_id: int | None = None,
) -> list[Owed]:
    """Return who is owed news, the longest waiting first; of one customer, answer or action.

    With `leader_id`, only the leader's own customers: nobody else is expected to tell them.
    """
    clauses = ""
    values: dict[str, Any] = {}
    for column, wanted in (
        ("answer.customer_id", customer_id),
        ("answer.id", answer_id),
        ("finish.action_id", action_id),
        ("customer.leader_id", leader_id),
    ):
        if wanted is not None:
            name = column.replace(".", "_")
            clauses += f" AND {column} = :{name}"
            values[name] = wanted
    if answer_ids is not None:
        listed, named = look.listing(list(answer_ids) or [0])
        clauses, values = f"{clauses} AND answer.id IN ({listed})", values | named
    return _read(look, f"{UNTOLD}{clauses}", values, today)


def may_be_answered(
    look: Look, answer_id: int, *, said: Reaction | None, today: date
) -> list[Owed]:
    """Return the ends of which a customer was told, and to which they can say this afterwards.

    Whatever it is, where they said nothing yet. That it is not solved after all is news even
    where they were content with it at first.
    """
    where = _CONTENT if said is Reaction.NOT_SOLVED else _SILENT
    return _read(look, f"{where} AND answer.id = :answer_id", {"answer_id": answer_id}, today)


def given_up(look: Look, answer_id: int, *, today: date) -> list[Owed]:
    """Return the ends of which nobody could reach a customer to tell them."""
    return _read(look, f"{_GIVEN_UP} AND answer.id = :answer_id", {"answer_id": answer_id}, today)


def owed_first(
    look: Look,
    *,
    today: date,
    most: int,
    leader_id: int | None = None,
    but: Collection[int] = (),
) -> list[Owed]:
    """Return what is owed to the customers who wait longest: to `most` of them, all of it.

    Each customer's news stands together, the oldest first, and whoever has waited longest for some
    of it is first. `but` are the ids of customers who are passed over; with `leader_id`, only the
    leader's own customers.
    """
    first: dict[int, int] = {}
    for customer_id in _waiting(look, leader_id):
        if len(first) == most:
            break
        if customer_id not in but:
            first.setdefault(customer_id, len(first))
    if not first:
        return []
    listed, values = look.listing(list(first))
    found = _read(look, f"{UNTOLD} AND answer.customer_id IN ({listed})", values, today)
    return sorted(found, key=lambda one: first[one.customer_id])


def count_owed(look: Look, *, leader_id: int | None = None, most: int = COUNTED + 1) -> int:
    """Return how many customers are owed news, counted up to `most` (core/sentences.counted)."""
    owing, values = _owing(leader_id)
    # The sum keeps SQLite from walking all answers by their customers: few of them are owed.
    return int(
        look.value(
            "SELECT COUNT(*) AS value FROM"  # noqa: S608 - our own text
            f" (SELECT DISTINCT customer_id + 0 {owing} LIMIT :most) owing",
            most=most,
            **values,
        )
    )


def _owing(leader_id: int | None) -> tuple[str, dict[str, Any]]:
    if leader_id is None:
        return _OWING.format(whose=""), {}
    return _OWING.format(whose=_WHOSE), {"leader": leader_id}


def _waiting(look: Look, leader_id: int | None) -> Iterator[int]:
    """Yield whose answers are owed news, the longest waiting first, some more than once."""
    owing, values = _owing(leader_id)
    last = ("", 0)
    while rows := look.tuples(
        f"SELECT owes_since, answer.id, customer_id {owing}"
        " AND (owes_since, answer.id) > (:since, :id) ORDER BY owes_since, answer.id LIMIT :most",
        since=last[0],
        id=last[1],
        most=_BLOCK,
        **values,
    ):
        yield from (row[2] for row in rows)
        last = rows[-1][:2]


def _read(look: Look, where: str, values: Mapping[str, Any], today: date) -> list[Owed]:
    clocks = Clocks(look, today)
    return [
        _owed(row, waited=clocks.leader(day_of(row["finished_on"]), row["leader_id"]))
        for row in look.rows(f"{_OWED} WHERE {where} ORDER BY finish.day, fa.id", **values)
    ]


def _owed(row: Row, *, waited: int) -> Owed:
    return Owed(
        finish_id=row["finish_id"],
        answer_id=row["answer_id"],
        action_id=row["action_id"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        company=row["company"],
        verbatim=row["verbatim"],
        said_on=day_of(row["said_on"]),
        how=How(row["how"]),
        say=row["say"],
        instead=row["instead"],
        owner=row["owner"],
        finished_on=day_of(row["finished_on"]),
        waited=waited,
        tries=row["tries"],
        tried_days=row["tried_days"],
        written_on=day_or_none(row["written_on"]),
        further=row["ended_for"] - 1,
        askers=row["askers"],
        told=row["told"],
        heard_by=row["heard_by"],
        leader_id=row["leader_id"],
    )
