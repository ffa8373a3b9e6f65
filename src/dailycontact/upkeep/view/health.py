"""What was found wrong with a book, or that nothing was."""

from collections.abc import Sequence

from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count
from dailycontact.terminal.card import Part, labelled, paragraph, spread
from dailycontact.upkeep.usecases.health import OUTBOX, RHYTHMS, Finding

LOOKED_AT = ("structure", "files", "rules", OUTBOX, RHYTHMS)


def lines(found: Sequence[Finding], *, put_right: int | None = None) -> list[str | Part]:
    """Return the findings under what they are about, and how many rhythms were put right."""
    said: list[str | Part] = [] if put_right is None else [paragraph(_put_right(put_right))]
    if not found:
        return [*said, paragraph("The book is whole: its structure, files, rules and rhythms.")]
    by_subject = {
        about: [finding.words for finding in found if finding.about == about] for about in LOOKED_AT
    }
    cards = [labelled(about, *words) for about, words in by_subject.items() if words]
    last = [paragraph(f"{count(len(found), 'thing')} to look at.")]
    if by_subject[RHYTHMS]:
        last = [
            paragraph("Nothing is lost: when to ring somebody is worked out from what happened."),
            spread("Put right with:", f"{PROGRAM} check --rebuild"),
        ]
    return [*said, "", *cards, "", *last]


def document(found: Sequence[Finding], *, put_right: int | None = None) -> dict[str, object]:
    """Return the findings as a JSON document; `put_right` is null where nothing was rebuilt."""
    return {"whole": not found, "findings": list(found), "put_right": put_right}


def _put_right(number: int) -> str:
    if not number:
        return "Every rhythm was what happened; nothing had to be put right."
    return f"{count(number, 'rhythm')} put right."
