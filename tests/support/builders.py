"""What tests are told about: valid by default, changed by keyword."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from dailycontact.core.naming import fold
from dailycontact.core.rhythm import Happening
from dailycontact.store import rhythms, themes

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

MONDAY = date(2026, 11, 23)
"""The day on which tests take place, a working Monday."""
MORNING = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
"""The instant at which they do."""


def a_customer(
    change: "Change",
    name: str = "Ana Duarte",
    *,
    phone: str | None = "+441134960123",
    **values: Any,
) -> int:
    """Add a customer with a phone (None: without); return the id. `values` are columns."""
    columns = {
        "name": name,
        "company": "",
        "folded": fold(f"{name} {values.get('company', '')}"),
        "joined_on": MONDAY,
        "beat": values.get("cadence") or 63,
        "clock": 0.0,
        "eligible_from": 0,
    } | values
    customer_id = change.add("customer", **columns)
    if phone is not None:
        change.add(
            "phone",
            customer_id=customer_id,
            position=1,
            label="office",
            raw=phone,
            e164=phone,
            shown=phone,
        )
    rhythms.refresh(change, [customer_id])
    return customer_id


def a_call(
    change: "Change",
    customer_id: int,
    *,
    day: date = MONDAY,
    outcome: str = "reached",
    **values: Any,
) -> int:
    """Add a call, and what it does to the customer's rhythm; return its id."""
    leader_id = values.pop("leader_id", change.leader_id)
    call_id = change.add(
        "call",
        customer_id=customer_id,
        leader_id=leader_id,
        day=day,
        recorded_at=change.at,
        outcome=outcome,
        **values,
    )
    what = Happening.CONVERSATION if outcome == "reached" else Happening.MISS
    rhythms.happened(change, customer_id, what, day=day, waits=0 if outcome == "reached" else 1)
    return call_id


def an_answer(
    change: "Change",
    customer_id: int,
    verbatim: str = "Your invoices never say which of our two cafés they are for.",
    *,
    day: date = MONDAY,
    **values: Any,
) -> int:
    """Add an answer, heard in a call of its own unless one is named; return its id."""
    call_id = values.pop("call_id", None) or a_call(change, customer_id, day=day)
    columns = {
        "customer_id": customer_id,
        "leader_id": change.leader_id,
        "call_id": call_id,
        "verbatim": verbatim,
        "kind": "suggestion",
        "consent": "words",
        "day": day,
        "recorded_at": change.at,
    } | values
    return change.add("answer", **columns)


def an_action(
    change: "Change",
    *answer_ids: int,
    title: str = "Put the café's name on invoices",
    **values: Any,
) -> int:
    """Add an action for these answers; return its id."""
    action_id = change.add(
        "action",
        title=title,
        leader_id=change.leader_id,
        recorded_at=change.at,
        **({"day": MONDAY} | values),
    )
    for answer_id in answer_ids:
        change.add("action_answer", action_id=action_id, answer_id=answer_id, recorded_at=change.at)
    return action_id


def a_finish(
    change: "Change",
    action_id: int,
    *answer_ids: int,
    how: str = "done",
    say: str = "Every invoice now carries the café's name",
    **values: Any,
) -> int:
    """End an action for these answers; return the finish's id."""
    columns = {
        "action_id": action_id,
        "number": 1,
        "how": how,
        "say": say,
        "leader_id": change.leader_id,
        "day": MONDAY,
        "recorded_at": change.at,
    } | values
    finish_id = change.add("finish", **columns)
    for answer_id in answer_ids:
        change.add("finish_answer", finish_id=finish_id, answer_id=answer_id)
    return finish_id


def a_telling(change: "Change", finish_id: int, answer_id: int, **values: Any) -> int:
    """Tell one customer about an end; return the telling's id."""
    columns = {
        "finish_id": finish_id,
        "answer_id": answer_id,
        "how": "told",
        "channel": "phone",
        "reaction": "pleased",
        "leader_id": change.leader_id,
        "day": MONDAY,
        "recorded_at": change.at,
    } | values
    return change.add("telling", **columns)


def a_theme(change: "Change", name: str, *answer_ids: int) -> int:
    """Read these answers as about a theme, made where there is none; return its id."""
    theme, _ = themes.theme_for(change, name, day=MONDAY)
    for answer_id in answer_ids:
        themes.read(change, answer_id, theme=theme, day=MONDAY)
    return theme.id
