"""The numbers at which customers could be reached at an instant."""

from collections.abc import Iterable
from typing import Any

from dailycontact.store.looking import Row
from dailycontact.store.then import Then
from dailycontact.store.touched import in_blocks

_PHONES = "SELECT id, customer_id, position, label, shown, wrong_on FROM phone WHERE {} IN ({{}})"


def phones(then: Then, customer_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Return the numbers of these customers as they are shown, in their order, by customer (id).

    A number that was known to be a wrong one then is left out, and so is who had none, or has none
    any more because they were erased.
    """
    wanted = set(customer_ids)
    were = {i for i, was in then.rows("phone").items() if was["customer_id"] in wanted}
    there = [*_there(then, "customer_id", wanted), *_there(then, "id", were)]
    found = {each["id"]: each for each in (*then.gone("phone"), *there)}
    numbers: dict[int, tuple[str, ...]] = {}
    for each in sorted(found.values(), key=lambda one: (one["position"], one["id"])):
        if each["shown"] and each["wrong_on"] is None and each["customer_id"] in wanted:
            so_far = numbers.get(each["customer_id"], ())
            numbers[each["customer_id"]] = (*so_far, _said(each))
    return numbers


def _there(then: Then, column: str, ids: Iterable[int]) -> list[Row | dict[str, Any]]:
    """Return the numbers that are in the book, as they were; they may be somebody else's by now."""
    return [
        then.as_it_was("phone", row, row_id=row["id"])
        for block in in_blocks(ids)
        for row in then.look.among(_PHONES.format(column), block)
        if then.was_there("phone", row["id"])
    ]


def _said(phone: Row | dict[str, Any]) -> str:
    return f"{phone['shown']} ({phone['label']})" if phone["label"] else str(phone["shown"])
