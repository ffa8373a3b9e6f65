"""The morning as JSON documents."""

from typing import TYPE_CHECKING

from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import progress
from dailycontact.pick.usecases.proposed import Reaching
from dailycontact.pick.usecases.skip import Skipped
from dailycontact.pick.usecases.today import Today
from dailycontact.pick.view.person import there
from dailycontact.pick.view.urgent import to_move_on

if TYPE_CHECKING:
    from dailycontact.core.standing import Standing
    from dailycontact.pick.usecases.why import Why
    from dailycontact.store.weighing import Weighed


def document(today: Today, why: "Why | None" = None) -> dict[str, object]:
    """Return the morning as a JSON document; `why` is the arithmetic, where it was asked for."""
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
        "urgent": [_urgent_document(one) for one in today.beside.urgent.first],
        "urgent_waiting": today.beside.urgent.number,
        "owed": [_owed_document(owed) for owed in (*today.owed_here, *today.beside.owed)],
        "others_waiting": today.beside.waiting,
        "promises_due": [
            {
                "id": promise.id,
                "customer": promise.customer,
                "text": promise.text,
                "due_on": promise.due_on,
            }
            for promise in today.beside.promises
            if promise.due_on <= today.day
        ],
        "talk": _talk_document(today),
        "numbers_to_check": today.beside.silent,
        "without_phone": today.beside.without_phone,
        "arithmetic": None if why is None else _arithmetic(why),
    }


def skipped_document(skipped: Skipped, *, then: Today) -> dict[str, object]:
    """Return who was passed over, and the morning that is left, as a JSON document."""
    customer = skipped.customer
    return {
        "skipped": {
            "id": customer.id,
            "name": customer.name,
            "until": skipped.until,
            "skips": skipped.skips,
        },
        "today": document(then),
    }


def _urgent_document(standing: "Standing") -> dict[str, object]:
    answer = standing.answer
    return {
        "answer_id": answer.id,
        "customer_id": answer.customer_id,
        "customer": answer.customer,
        "verbatim": answer.verbatim,
        "day": answer.day,
        "stage": standing.stage,
        "private": answer.private,
        "next_command": f"{PROGRAM} {to_move_on(standing)}",
    }


def _owed_document(owed: object) -> dict[str, object]:
    names = ("answer_id", "action_id", "customer_id", "customer", "company", "verbatim", "said_on",
             "how", "say", "owner", "finished_on", "waited", "tries")  # fmt: skip
    return {name: getattr(owed, name) for name in names}


def _pick_document(today: Today) -> dict[str, object] | None:
    customer, pick = today.customer, today.pick
    if customer is None or pick is None:
        return None
    local, reached = there(today), today.reaching or Reaching()
    return {
        "slot": pick.slot,
        "chosen_at": pick.reserved_at,
        "reason": pick.reason,
        "why": today.why,
        "due": reached.due,
        "window": {"access": reached.window.access, "at": reached.window.at},
        "ahead": [
            {"id": one.customer_id, "name": one.name, "reason": one.reason, "at": one.at}
            for one in reached.ahead
        ],
        "phone": reached.phone.shown if reached.phone else None,
        "usually": reached.usual,
        "tries": [{"day": one.day, "outcome": one.outcome} for one in reached.tries],
        "skips": reached.skips,
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
        "note": None
        if today.note is None
        else {"day": today.note.day, "outcome": today.note.outcome, "text": today.note.text},
        "promises": [
            {"id": p.id, "kind": p.kind, "text": p.text, "due_on": p.due_on} for p in today.promises
        ],
        "promises_not_kept": [
            {"id": p.id, "kind": p.kind, "text": p.text, "due_on": p.due_on} for p in today.broken
        ],
        "to_ask": [
            {
                "answer_id": told.answer_id,
                "action_id": told.action_id,
                "say": told.say,
                "told_on": told.told_on,
                "reaction": told.reaction,
            }
            for told in today.to_ask
        ],
        "raised_since_the_fix": [{"theme": one.theme, "times": one.times} for one in today.again],
    }


def _talk_document(today: Today) -> dict[str, object] | None:
    talk = today.beside.talk
    return None if talk is None else {"member": talk.member.name, "last_on": talk.last_on}


def _arithmetic(why: "Why") -> dict[str, object]:
    """Return every number unrounded: the score is (waited + luck) ÷ cadence."""
    return {
        "working_day": why.number,
        "reachable": why.reachable.customers,
        "more_reachable": why.reachable.more,
        "pick": None if why.pick is None else _weighed(why.pick),
        "runners_up": [_weighed(one) for one in why.runners_up],
        "passed_over": [_weighed(one) for one in why.passed_over],
        "more_passed_over": why.more,
        "resting": [_weighed(one) for one in why.resting],
    }


def _weighed(one: "Weighed") -> dict[str, object]:
    return {
        "id": one.customer_id,
        "name": one.name,
        "reason": one.reason,
        "waited": one.waited,
        "since": one.since,
        "luck": one.drawn,
        "newcomer": one.newcomer,
        "cadence": one.cadence,
        "score": one.score,
        "barrier": one.barrier,
        "detail": one.detail,
        "at": one.at,
        "until": one.until,
    }


def _last_document(today: Today) -> dict[str, object] | None:
    if today.last is None:
        return None
    return {
        "day": today.last.call.day,
        "notes": today.last.call.notes,
        "told_where_it_stands_on": today.last.told_on,
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
