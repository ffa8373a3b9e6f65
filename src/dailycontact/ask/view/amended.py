"""An answer before and after it was corrected."""

from collections.abc import Iterable

from dailycontact.ask.usecases.amend import Amended
from dailycontact.core.answer import Answer, Consent
from dailycontact.terminal.card import Part, header, labelled, quoted

CONSENTS = {
    Consent.NAME: "may be passed on with the name",
    Consent.WORDS: "the words may be passed on",
    Consent.NO: "not to be passed on",
}


def amended(amended: Amended) -> list[Part | str]:
    """Return an answer before and after it was amended."""
    before, after = amended.before, amended.after
    return [
        "",
        header(f"Answer {after.id} · {after.customer}", "amended"),
        "",
        labelled("WAS", *_amended_lines(before, amended.fields)),
        labelled("IS", *_amended_lines(after, amended.fields)),
        "",
    ]


def _amended_lines(answer: Answer, fields: Iterable[str]) -> Iterable[str]:
    said = {
        "verbatim": quoted(answer.verbatim) if answer.verbatim else "no words",
        "kind": str(answer.kind),
        "consent": CONSENTS[answer.consent],
        "urgent": "urgent" if answer.urgent else "not urgent",
        "private": "private" if answer.private else "not private",
    }
    return (said[field] for field in fields)


def amended_document(amended: Amended) -> dict[str, object]:
    """Return an amended answer as a JSON document."""
    before, after = amended.before, amended.after
    return {
        "answer_id": after.id,
        "amended": [
            {"field": field, "before": getattr(before, field), "after": getattr(after, field)}
            for field in amended.fields
        ],
    }
