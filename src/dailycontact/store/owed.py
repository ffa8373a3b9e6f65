"""What is owed: each end of an action, for each asker, whom nobody has told yet.

Owed = finish_answer less telling, exactly. A later end of the same action for the same answer
replaces an earlier one that nobody told.
"""

from datetime import date

from dailycontact.core.action import How
from dailycontact.core.telling import Owed
from dailycontact.store.clocks import Clocks
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look, Row

UNTOLD = (
    "NOT EXISTS (SELECT 1 FROM telling WHERE telling.finish_id = fa.finish_id"
    "  AND telling.answer_id = fa.answer_id)"
    " AND NOT EXISTS (SELECT 1 FROM finish later JOIN finish_answer lfa ON lfa.finish_id = later.id"
    "  WHERE later.action_id = finish.action_id AND later.number > finish.number"
    "  AND lfa.answer_id = fa.answer_id)"
)
"""Of an end (`finish`) and an asker (`fa`): nobody has told them, and no later end replaces it."""

_OWED = (
    "SELECT fa.finish_id, fa.answer_id, finish.action_id, answer.customer_id,"  # noqa: S608 - our own text
    " customer.name AS customer, customer.company, customer.leader_id, heard.name AS heard_by,"
    " answer.verbatim, answer.day AS said_on,"
    " finish.how, finish.say, finish.instead, member.name AS owner, finish.day AS finished_on,"
    " (SELECT COUNT(*) FROM telling_try t WHERE t.finish_id = fa.finish_id"
    "  AND t.answer_id = fa.answer_id) AS tries,"
    " (SELECT COUNT(*) FROM finish_answer o WHERE o.finish_id = fa.finish_id) AS askers,"
    " (SELECT COUNT(*) FROM telling t WHERE t.finish_id = fa.finish_id AND t.how = 'told') AS told"
    " FROM finish_answer fa JOIN finish ON finish.id = fa.finish_id"
    " JOIN action ON action.id = finish.action_id JOIN answer ON answer.id = fa.answer_id"
    " JOIN customer ON customer.id = answer.customer_id"
    " JOIN member heard ON heard.id = answer.leader_id"
    " LEFT JOIN member ON member.id = action.owner_id"
    f" WHERE {UNTOLD}"
)


def owed(
    look: Look,
    *,
    today: date,
    customer_id: int | None = None,
    answer_id: int | None = None,
    action_id: int | None = None,
    leader_id: int | None = None,
) -> list[Owed]:
    """Return who is owed news, the longest waiting first; of one customer, answer or action.

    With `leader_id`, only the leader's own customers: nobody else is expected to tell them.
    """
    clauses, values = "", {}
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
    clocks = Clocks(look, today)
    return [
        _owed(row, waited=clocks.leader(day_of(row["finished_on"]), row["leader_id"]))
        for row in look.rows(f"{_OWED}{clauses} ORDER BY finish.day, fa.id", **values)
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
        askers=row["askers"],
        told=row["told"],
        heard_by=row["heard_by"],
        leader_id=row["leader_id"],
    )
