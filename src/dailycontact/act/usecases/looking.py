"""One action, whole: who has it, who asked, what was noted, how it ended, and who knows."""

from dataclasses import dataclass
from datetime import date

from dailycontact.act.usecases.finding import find_action
from dailycontact.core.action import Action, Finish, Note, Revisit
from dailycontact.core.standing import Doing, Standing
from dailycontact.core.tally import Tally, tally
from dailycontact.store import actions, answers, notes, revisits
from dailycontact.store.looking import Look


@dataclass(frozen=True, kw_only=True)
class Page:
    """An action with the answers that it serves, its notes and its ends, each in order."""

    action: Action
    askers: tuple[Standing, ...]
    notes: tuple[Note, ...]
    ends: tuple[Finish, ...]
    tally: Tally
    revisit: Revisit | None = None

    def doing_of(self, asker: Standing) -> Doing:
        """Return what became of this action for one who asked for it."""
        return next(doing for doing in asker.doings if doing.action_id == self.action.id)


def page(look: Look, action_id: int, *, today: date) -> Page:
    """Return all there is about an action.

    Raises:
        NoSuchAction, AnswerNotAction: no action has that number.

    """
    action = find_action(look, action_id, today=today)
    askers = tuple(answers.standings(look, today=today, answer_ids=action.answers))
    return Page(
        action=action,
        askers=askers,
        notes=notes.notes(look, action.id),
        ends=actions.ends(look, action.id),
        tally=tally(askers, action_id=action.id),
        revisit=revisits.last(look, action.finish.id) if action.finish else None,
    )
