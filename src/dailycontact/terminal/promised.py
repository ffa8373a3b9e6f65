"""A promise as a JSON document, which several steps show: the same words for the same things."""

from datetime import date

from dailycontact.core.call import Promise


def promise_document(promise: Promise, *, today: date) -> dict[str, object]:
    """Return one promise; it is late where it is open, and was due before `today`."""
    return {
        "id": promise.id,
        "reference": promise.reference,
        "customer_id": promise.customer_id,
        "customer": promise.customer,
        "kind": promise.kind,
        "text": promise.text,
        "due_on": promise.due_on,
        "late": promise.settled_on is None and promise.due_on < today,
        "leader": promise.leader or None,
        "settled_on": promise.settled_on,
        "settled_how": promise.settled_how,
        "why": promise.why,
    }
