"""Something is noted of an action on the way: words, or what there is to see."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.act.usecases.finding import find_action
from dailycontact.core.action import Action, Note
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import shortened
from dailycontact.errors import UsageProblem
from dailycontact.store import notes

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_SAID = 60


class NothingToNote(UsageProblem):
    """A note has neither words nor anything to see."""

    def __init__(self, number: int) -> None:
        super().__init__(
            "There is nothing to note; say what happened, or where it can be seen, with: "
            f'{PROGRAM} note A{number} "…" --evidence LINK'
        )


@dataclass(frozen=True, kw_only=True)
class Noted:
    """An action with the note that was made just now, and how many it has by now."""

    action: Action
    note: Note
    count: int


def note(
    change: "Change", action_id: int, *, text: str = "", evidence: str = "", day: date
) -> Noted:
    """Note something of an action, whether it is still to be done or has ended.

    Raises:
        NoSuchAction, AnswerNotAction: no action has that number.
        NothingToNote: there are neither words nor evidence.

    """
    action = find_action(change, action_id, today=day)
    text, evidence = text.strip(), evidence.strip()
    if not text and not evidence:
        raise NothingToNote(action_id)
    notes.add(change, action.id, text=text, evidence=evidence, day=day)
    change.summary = f"noted of {action.reference}: {shortened(text or evidence, width=_SAID)}"
    so_far = notes.notes(change, action.id)
    return Noted(action=action, note=so_far[-1], count=len(so_far))
