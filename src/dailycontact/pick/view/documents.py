"""The morning as JSON documents."""

from dailycontact.core.sentences import progress
from dailycontact.pick.usecases.skip import Skipped
from dailycontact.pick.usecases.today import Today
from dailycontact.pick.view.card import there


def document(today: Today) -> dict[str, object]:
    """Return the morning as a JSON document."""
    return {
        "day": today.day,
        "leader": today.leader.name,
        "state": today.state,
        "demonstration": today.settings.demo,
        "pick": _pick_document(today),
        "question": today.settings.question,
        "attempts": list(today.attempts),
        "streak": today.streak,
        "next_on": today.next_on,
        "owed": [_owed_document(owed) for owed in (*today.owed_here, *today.owed_elsewhere)],
        "promises_due": [
            {"customer": promise.customer, "text": promise.text, "due_on": promise.due_on}
            for promise in today.promises_due
        ],
        "without_phone": today.without_phone,
    }


def skipped_document(skipped: Skipped, *, then: Today) -> dict[str, object]:
    """Return who was passed over, and the morning that is left, as a JSON document."""
    customer = skipped.customer
    return {
        "skipped": {"id": customer.id, "name": customer.name, "until": skipped.until},
        "today": document(then),
    }


def _owed_document(owed: object) -> dict[str, object]:
    names = ("answer_id", "action_id", "customer_id", "customer", "company", "verbatim", "said_on",
             "how", "say", "owner", "finished_on", "waited", "tries")  # fmt: skip
    return {name: getattr(owed, name) for name in names}


def _pick_document(today: Today) -> dict[str, object] | None:
    customer, pick = today.customer, today.pick
    if customer is None or pick is None:
        return None
    local = there(customer, today)
    return {
        "slot": pick.slot,
        "reason": pick.reason,
        "why": today.why,
        "customer": {
            "id": customer.id,
            "name": customer.name,
            "company": customer.company,
            "country": customer.country,
            "zone": customer.zone,
            "local_time": f"{local:%H:%M}" if local else None,
            "segment": customer.segment,
            "cadence": customer.beat,
            "last_on": customer.last_on,
            "phones": [
                {"label": p.label, "raw": p.raw, "e164": p.e164, "extension": p.extension}
                for p in customer.phones
                if p.usable
            ],
            "emails": list(customer.emails),
        },
        "last": _last_document(today),
        "promises": [{"kind": p.kind, "text": p.text, "due_on": p.due_on} for p in today.promises],
    }


def _last_document(today: Today) -> dict[str, object] | None:
    if today.last is None:
        return None
    return {
        "day": today.last.call.day,
        "notes": today.last.call.notes,
        "answers": [
            {
                "id": standing.answer.id,
                "verbatim": standing.answer.verbatim,
                "kind": standing.answer.kind,
                "stage": standing.stage,
                "progress": progress(standing, today=today.day),
            }
            for standing in today.last.standings
        ],
    }
