"""Of whom a call back is asked, where several leaders could ring: of one of them."""

from collections.abc import Sequence
from datetime import date

from dailycontact.core.call import Promise
from dailycontact.store import calls
from dailycontact.store.looking import Look


def asked_of(look: Look, leaders: Sequence[int], *, day: date) -> list[Promise]:
    """Return the open promises of these leaders, less the calls back that another's morning asks.

    A call back goes with the customer. As after a deputy's week: whoever is another leader's, or
    is on another leader's card that day, or was tried by another, is rung by them.
    """
    promises = [one for each in leaders for one in calls.open_promises(look, leader_id=each)]
    backs = sorted({one.customer_id for one in promises if one.is_call_back})
    if not backs:
        return promises
    ours = f"({', '.join(f'{leader:d}' for leader in leaders)})"
    rows = look.among(
        f"SELECT id FROM customer WHERE (leader_id NOT IN {ours}"  # noqa: S608 - numbers of our own
        " OR EXISTS (SELECT 1 FROM pick WHERE pick.customer_id = customer.id AND pick.day = :day"
        f"  AND pick.released = 0 AND pick.leader_id NOT IN {ours})"
        " OR EXISTS (SELECT 1 FROM call WHERE call.customer_id = customer.id AND call.day = :day"
        f"  AND call.leader_id NOT IN {ours})) AND id IN ({{}})",
        backs,
        day=day,
    )
    elsewhere = {row["id"] for row in rows}
    return [one for one in promises if not (one.is_call_back and one.customer_id in elsewhere)]
