"""What was found wrong with a book, or that nothing was."""

from collections.abc import Sequence

from dailycontact.core.sentences import count
from dailycontact.terminal.card import Part, labelled, paragraph
from dailycontact.upkeep.usecases.health import Finding

LOOKED_AT = ("structure", "files", "rules", "rhythms")


def lines(found: Sequence[Finding]) -> list[str | Part]:
    """Return the findings under what they are about."""
    if not found:
        return [paragraph("The book is whole: its structure, files, rules and rhythms.")]
    by_subject = {
        about: [finding.words for finding in found if finding.about == about] for about in LOOKED_AT
    }
    cards = [labelled(about, *words) for about, words in by_subject.items() if words]
    return ["", *cards, "", paragraph(f"{count(len(found), 'thing')} to look at.")]


def document(found: Sequence[Finding]) -> dict[str, object]:
    """Return the findings as a JSON document."""
    return {"whole": not found, "findings": list(found)}
