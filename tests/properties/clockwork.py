"""What is kept beside an answer, worked out from the rows in plain Python, apart from the program.

The stage, what it waits for and since when, since when something of it is owed, and its theme.
"""

from typing import TYPE_CHECKING, Any

from properties import model

if TYPE_CHECKING:
    from properties.model import Dump, Row

COLUMNS = ("stage", "clock", "clock_since", "waits_for", "further", "owes_since", "theme_id")


def beside(rows: "Dump", answer: "Row") -> dict[str, Any]:
    """Return the derived columns of an answer."""
    number, stage = answer["id"], model.stage(rows, answer)
    clock, since, waits_for, further = _wait(rows, answer, stage)
    finishes = {finish["id"]: finish for finish in rows["finish"]}
    owed = [finishes[finish]["day"] for finish, asked in model.owed(rows) if asked == number]
    readings = [row for row in rows["reading"] if row["answer_id"] == number]
    return {
        "stage": stage,
        "clock": clock,
        "clock_since": since,
        "waits_for": waits_for,
        "further": further,
        "owes_since": min(owed, default=None),
        "theme_id": max(readings, key=lambda row: row["id"])["theme_id"] if readings else None,
    }


def _wait(
    rows: "Dump", answer: "Row", stage: str
) -> tuple[str | None, str | None, int | None, int]:
    """Return for what it waits, since which day, for which leader, and with how many others."""
    is_wish = answer["kind"] == "suggestion"
    stays = answer["private"] or answer["consent"] == "no"
    if stage == "heard" and stays:
        return ("unowned", answer["day"], None, 0) if is_wish else (None, None, None, 0)
    if stage == "heard":
        return "unshared", answer["day"], answer["leader_id"], 0
    if stage == "told" or not is_wish:
        return None, None, None, 0
    if stage == "shared":
        return "unowned", _shared_on(rows, answer["id"]), None, 0
    if stage == "acting":
        return *_acting(rows, answer["id"]), None, 0
    return _untold(rows, answer)


def _acting(rows: "Dump", number: int) -> tuple[str, str]:
    actions = {action["id"]: action for action in rows["action"]}
    waiting = [
        (actions[link["action_id"]], link)
        for link in rows["action_answer"]
        if link["answer_id"] == number and model.is_open(rows, link["action_id"], number)
    ]
    ownerless = [
        _reopened_on(rows, action["id"], number)
        or _shared_on(rows, number)
        or _begun_on(action, link)
        for action, link in waiting
        if action["owner_id"] is None
    ]
    if ownerless:
        return "unowned", min(ownerless)
    began = (
        max(
            _reopened_on(rows, action["id"], number) or _begun_on(action, link),
            action["owned_on"] or _begun_on(action, link),
        )
        for action, link in waiting
    )
    return "undone", min(began)


def _untold(rows: "Dump", answer: "Row") -> tuple[str, str, int | None, int]:
    """Return the wait for the oldest end; of two of a day, that of the older action."""
    finishes = {finish["id"]: finish for finish in rows["finish"]}
    owed = [finishes[finish] for finish, asked in model.owed(rows) if asked == answer["id"]]
    first = min(owed, key=lambda finish: (finish["day"], finish["action_id"]))
    (customer,) = (row for row in rows["customer"] if row["id"] == answer["customer_id"])
    return "untold", first["day"], customer["leader_id"], model.further(rows, first["id"])


def _shared_on(rows: "Dump", number: int) -> str | None:
    days = (
        row["day"]
        for row in rows["sharing"]
        if row["answer_id"] == number and row["edition"] == "team"
    )
    return min(days, default=None)


def _reopened_on(rows: "Dump", action: int, number: int) -> str | None:
    end = model.last_ends(rows).get((action, number))
    telling = end and model.tellings(rows).get((end["id"], number))
    if not telling or telling["reaction"] != "not-solved":
        return None
    said_on: str = telling["reacted_on"] or telling["day"]
    return said_on


def _begun_on(action: "Row", link: "Row") -> str:
    """Return the day of an action; for who was added later, that day."""
    if link["recorded_at"] == action["recorded_at"]:
        return str(action["day"])
    return max(str(action["day"]), str(link["recorded_at"])[:10])
