"""A book as the first schema had it, with rows in every table."""

from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

AT = "2026-11-20T09:12:00.000000Z"
DAY = "2026-11-20"
LATER = "2026-11-23"

ROWS: dict[str, list[dict[str, Any]]] = {
    "setting": [
        {"id": 1, "key": "company", "value": "Brightside"},
        {"id": 2, "key": "seed", "value": "older"},
        {"id": 3, "key": "zone", "value": "Europe/London"},
    ],
    "member": [
        {"id": 1, "name": "Marta Silva", "aliases": "[]", "leads": 1},
        {"id": 2, "name": "Tom Reed", "aliases": '["T"]', "email": "tom@example.com"},
    ],
    "segment": [{"id": 1, "name": "A", "cadence": 21}],
    "customer": [
        {
            "id": 1,
            "name": "Ana Duarte",
            "company": "Green Door",
            "folded": "ana duarte",
            "country": "GB",
            "zone": "Europe/London",
            "segment_id": 1,
            "leader_id": 1,
            "joined_on": "2026-11-02",
            "head_start": 7.5,
            "beat": 21,
            "open": 1,
            "clock": 0.0,
            "eligible_from": 0,
            "misses": 0,
            "skips": 0,
            "conversations": 0,
        },
        {
            "id": 2,
            "name": "Bo Lind",
            "company": "",
            "folded": "bo lind",
            "cadence": 63,
            "joined_on": "2026-11-02",
            "head_start": 0.0,
            "beat": 63,
            "open": 0,
            "do_not_contact_on": DAY,
            "do_not_contact_why": "said no",
            "clock": 1.5,
            "eligible_from": 4,
            "misses": 2,
            "skips": 1,
            "conversations": 3,
        },
    ],
    "phone": [
        {
            "id": 1,
            "customer_id": 1,
            "position": 1,
            "label": "office",
            "raw": "0113 496 0123",
            "e164": "+441134960123",
            "shown": "+44 113 496 0123",
        },
    ],
    "email": [{"id": 1, "customer_id": 1, "position": 1, "address": "ana@example.com"}],
    "external_id": [{"id": 1, "customer_id": 1, "source": "crm", "value": "K-1"}],
    "workday": [
        {"day": "2026-11-02", "number": 1, "why_not": None},
        {"day": "2026-11-19", "number": 14, "why_not": None},
        {"day": DAY, "number": 15, "why_not": None},
        {"day": LATER, "number": 16, "why_not": None},
    ],
    "leave": [{"id": 1, "leader_id": 1, "first_on": "2026-12-21", "last_on": "2026-12-24"}],
    "pick": [
        {
            "id": 1,
            "leader_id": 1,
            "day": "2026-11-19",
            "slot": 1,
            "customer_id": 1,
            "reason": "first",
            "reserved_at": AT,
            "released": 0,
        },
        {
            "id": 2,
            "leader_id": 1,
            "day": DAY,
            "slot": 1,
            "customer_id": 1,
            "reason": "turn",
            "reserved_at": AT,
            "released": 0,
        },
        {
            "id": 3,
            "leader_id": 1,
            "day": LATER,
            "slot": 1,
            "customer_id": 2,
            "reason": "promise",
            "reserved_at": AT,
            "released": 1,
        },
    ],
    "rhythm_fact": [
        {
            "id": 1,
            "customer_id": 1,
            "number": 1,
            "day": "2026-11-19",
            "what": "skip",
            "cadence": 21,
            "luck": 0.25,
            "waits": 5,
        },
        {
            "id": 2,
            "customer_id": 1,
            "number": 2,
            "day": DAY,
            "what": "conversation",
            "cadence": 21,
            "luck": 0.5,
            "waits": 0,
        },
    ],
    "skip": [
        {
            "id": 1,
            "pick_id": 1,
            "customer_id": 1,
            "leader_id": 1,
            "day": "2026-11-19",
            "recorded_at": AT,
            "reason": "a fair",
        },
    ],
    "call": [
        {
            "id": 1,
            "customer_id": 1,
            "leader_id": 1,
            "pick_id": 2,
            "phone_id": 1,
            "day": DAY,
            "recorded_at": AT,
            "outcome": "reached",
            "notes": "kind",
        },
    ],
    "promise": [
        {
            "id": 1,
            "customer_id": 1,
            "call_id": 1,
            "leader_id": 1,
            "kind": "call-back",
            "text": "call",
            "due_on": LATER,
            "recorded_at": AT,
        },
    ],
    "answer": [
        {
            "id": 1,
            "customer_id": 1,
            "leader_id": 1,
            "call_id": 1,
            "day": DAY,
            "verbatim": "Say which café",
            "kind": "suggestion",
            "consent": "name",
            "recorded_at": AT,
            "praised_id": 2,
        },
    ],
    "amendment": [
        {
            "id": 1,
            "answer_id": 1,
            "leader_id": 1,
            "field": "kind",
            "before": "praise",
            "after": "suggestion",
            "day": DAY,
            "recorded_at": AT,
        },
    ],
    "sharing": [
        {"id": 1, "answer_id": 1, "leader_id": 1, "place": "wall", "day": DAY, "recorded_at": AT}
    ],
    "action": [
        {
            "id": 1,
            "title": "Name the café",
            "owner_id": 2,
            "leader_id": 1,
            "day": DAY,
            "recorded_at": AT,
        },
    ],
    "action_answer": [{"id": 1, "action_id": 1, "answer_id": 1, "recorded_at": AT}],
    "finish": [
        {
            "id": 1,
            "action_id": 1,
            "number": 1,
            "how": "done",
            "say": "It is there",
            "leader_id": 1,
            "day": DAY,
            "recorded_at": AT,
        },
    ],
    "finish_answer": [{"id": 1, "finish_id": 1, "answer_id": 1}],
    "telling": [
        {
            "id": 1,
            "finish_id": 1,
            "answer_id": 1,
            "call_id": 1,
            "how": "told",
            "channel": "phone",
            "reaction": "pleased",
            "leader_id": 1,
            "day": DAY,
            "recorded_at": AT,
        },
    ],
    "telling_try": [
        {
            "id": 1,
            "finish_id": 1,
            "answer_id": 1,
            "leader_id": 1,
            "day": DAY,
            "recorded_at": AT,
        },
    ],
    "story": [{"id": 1, "text": "Tom drove back", "leader_id": 1, "day": DAY, "recorded_at": AT}],
    "event": [
        {"id": 1, "recorded_at": AT, "leader_id": 1, "command": "set up", "summary": "began"}
    ],
    "event_row": [{"id": 1, "event_id": 1, "table_name": "member", "first_id": 1, "last_id": 2}],
}
"""Rows of every table that the first schema had, in an order in which they can be put in."""


def make(connection: Connection) -> None:
    """Make the first schema in an empty database, and its rows."""
    config = Config()
    config.set_main_option("script_location", "dailycontact.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "0001")
    for table, rows in ROWS.items():
        for row in rows:
            marks = ", ".join(f":{name}" for name in row)
            connection.execute(
                text(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"),  # noqa: S608 - our own names
                row,
            )
        if connection.dialect.name == "postgresql" and "id" in rows[0]:
            connection.execute(
                text("SELECT setval(pg_get_serial_sequence(:named, 'id'), :last)"),
                {"named": table, "last": len(rows)},
            )
