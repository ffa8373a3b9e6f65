"""A promise that was kept without a call."""

from datetime import date

from dailycontact.ask.usecases.promising import Kept
from dailycontact.core.dates import say_day
from dailycontact.core.sentences import shortened
from dailycontact.terminal.card import Part, labelled, paragraph


def kept(kept: Kept, *, today: date) -> list[Part | str]:
    """Return what was done as promised, without a call."""
    lines = [f"Promise kept: {shortened(promise.text, width=60)}" for promise in kept.settled]
    on = "" if kept.day == today else f" on {say_day(kept.day, today=today)}"
    return [
        "",
        labelled("SAVED", *lines),
        "",
        paragraph(f"What you promised to {kept.customer.name} is done{on}. No call was logged."),
    ]


def kept_document(kept: Kept) -> dict[str, object]:
    """Return what was done as promised as a JSON document."""
    return {
        "day": kept.day,
        "customer": {"id": kept.customer.id, "name": kept.customer.name},
        "settled_promises": [promise.id for promise in kept.settled],
    }
