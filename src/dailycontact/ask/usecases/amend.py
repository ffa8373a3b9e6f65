"""A visible correction of an answer: it says what it says now, and what it said before."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.answer import Answer, Consent, Kind
from dailycontact.core.program import PROGRAM
from dailycontact.errors import Refused, UsageProblem
from dailycontact.store import answers

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class NothingToAmend(Refused):
    """The answer says all of that already."""

    def __init__(self, answer_id: int) -> None:
        super().__init__(f"Answer {answer_id} says so already; nothing was changed.")


class WordsNeeded(UsageProblem):
    """A wish or praise without words."""

    def __init__(self, answer_id: int) -> None:
        super().__init__(f"Answer {answer_id} needs words to be a wish or praise; add --words.")


class WorkedOn(Refused):
    """Somebody acts on the answer, so it is a wish; whoever made it waits to hear."""

    def __init__(self, answer_id: int, action_id: int) -> None:
        super().__init__(
            f"Answer {answer_id} has an action, A{action_id}, so it stays a suggestion; "
            f"end that first with: {PROGRAM} decline {answer_id}"
        )


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What an answer should say instead; None leaves it as it is."""

    words: str | None = None
    kind: Kind | None = None
    consent: Consent | None = None
    urgent: bool | None = None
    private: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Amended:
    """An answer before and after, and the fields that changed."""

    before: Answer
    after: Answer
    fields: tuple[str, ...]


def amend(change: "Change", answer_id: int, correction: Correction, *, day: date) -> Amended:
    """Correct an answer, keeping what it said before beside it.

    Words make a suggestion of an answer that was nothing.

    Raises:
        NoSuchAnswer: no answer has that number.
        NothingToAmend: it says so already.
        WorkedOn: it has actions, and would be no suggestion any more.
        WordsNeeded: it would be a wish or praise without words.

    """
    standing = answers.standing(change, answer_id, today=day)
    before = standing.answer
    spoke = correction.words is not None and before.kind is Kind.NOTHING
    wanted = {
        "verbatim": correction.words,
        "kind": correction.kind or (Kind.SUGGESTION if spoke else None),
        "consent": correction.consent,
        "urgent": correction.urgent,
        "private": correction.private,
    }
    new = {
        field: value
        for field, value in wanted.items()
        if value is not None and value != getattr(before, field)
    }
    if not new:
        raise NothingToAmend(answer_id)
    if standing.doings and new.get("kind", Kind.SUGGESTION) is not Kind.SUGGESTION:
        raise WorkedOn(answer_id, standing.doings[0].action_id)
    after = replace(before, **new, amended=True)  # type: ignore[arg-type]  # the fields by name
    if not after.verbatim and after.kind is not Kind.NOTHING:
        raise WordsNeeded(answer_id)
    for field, value in new.items():
        change.add(
            "amendment",
            answer_id=answer_id,
            leader_id=change.leader_id,
            field=field,
            before=_text(getattr(before, field)),
            after=_text(value),
            day=day,
            recorded_at=change.at,
        )
    change.set("answer", answer_id, **new)
    change.summary = f"amended answer {answer_id} of {before.customer}"
    return Amended(before=before, after=after, fields=tuple(new))


def _text(value: object) -> str:
    """Return a value as an amendment keeps it; yes and no as they are read."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
