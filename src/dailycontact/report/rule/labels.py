"""What somebody is called who is not named: the same within a report, another in the next.

So one can tell that two wishes are of one customer, and never follow a customer through the year.
"""

from collections.abc import Iterable, Mapping

from dailycontact.core.period import Period

_SIGNS = "23456789BCDFGHJKMNPQRTVWXYZ"
"""Neither vowels nor what is taken for something else: no words come of them."""
_LENGTH = 4


def labels_for(
    customer_ids: Iterable[int], *, seed: str, period: Period, edition: str
) -> Mapping[int, str]:
    """Return a label for each customer, such as "customer 4KT7"; no two are the same.

    They hang on the book (its `seed`, which is in no report), the days of the period, and the
    edition: whoever has a label cannot tell from it who it is. Of two that were sent on one day,
    each has its own.
    """
    since = f" {period.since.isoformat()}" if period.since else ""
    about = f"{period.first} {period.last}{since} {edition}"
    found: dict[int, str] = {}
    taken: set[str] = set()
    for customer_id in sorted(set(customer_ids)):
        label = next(one for one in _drawn(seed, f"{about} {customer_id}") if one not in taken)
        taken.add(label)
        found[customer_id] = f"customer {label}"
    return found


def _drawn(seed: str, about: str) -> Iterable[str]:
    """Yield the labels of a customer, the first of which is theirs unless somebody has it."""
    import hmac

    turn = 0
    while True:
        drawn = hmac.digest(seed.encode(), f"label {about} {turn}".encode(), "sha256")
        number = int.from_bytes(drawn)
        signs = [_SIGNS[number // len(_SIGNS) ** place % len(_SIGNS)] for place in range(_LENGTH)]
        if not "".join(signs).isdecimal():
            yield "".join(signs)
        turn += 1
