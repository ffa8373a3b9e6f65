"""The numbers at which customers could be reached at an instant."""

from collections.abc import Iterable
from typing import Any

from dailycontact.store.looking import Row
from dailycontact.store.then import Then
from dailycontact.store.touched import in_blocks

_PHONES = (
    "SELECT id, customer_id, position, label, shown, wrong_on FROM phone"
    " WHERE customer_id IN ({}) ORDER BY id"
)


def phones(then: Then, customer_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Return the numbers of these customers as they are shown, in their order, by customer (id).

    A number that was known to be a wrong one then is left out, and so is who had none, or has none
    any more because they were erased.
    """
    wanted = set(customer_ids)
    gone = [each for each in then.gone("phone") if each["customer_id"] in wanted]
    found = [*gone, *(each for block in in_blocks(wanted) for each in _there(then, block))]
    numbers: dict[int, tuple[str, ...]] = {}
    for each in sorted(found, key=lambda one: (one["position"], one["id"])):
        if each["shown"] and each["wrong_on"] is None:
            so_far = numbers.get(each["customer_id"], ())
            numbers[each["customer_id"]] = (*so_far, _said(each))
    return numbers


def _there(then: Then, customer_ids: list[int]) -> list[Row | dict[str, Any]]:
    rows = [
        row for row in then.look.among(_PHONES, customer_ids) if then.was_there("phone", row["id"])
    ]
    return [then.as_it_was("phone", row, row_id=row["id"]) for row in rows]


def _said(phone: Row | dict[str, Any]) -> str:
    return f"{phone['shown']} ({phone['label']})" if phone["label"] else str(phone["shown"])
