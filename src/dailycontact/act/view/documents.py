"""What was begun, noted or ended, and the page of an action, as JSON documents."""

from dailycontact.act.usecases.begin import Acted, Taken
from dailycontact.act.usecases.end import Ended
from dailycontact.act.usecases.looking import Page
from dailycontact.act.usecases.noting import Noted
from dailycontact.act.usecases.revisiting import Looked
from dailycontact.core.action import Action, Finish, Note
from dailycontact.core.standing import Standing
from dailycontact.core.tally import Tally
from dailycontact.core.telling import Owed

Document = dict[str, object]


def acted(acted: Acted) -> Document:
    """Return an action with the answers that were added."""
    return {
        "action": _action(acted.action, acted.tally),
        "new": acted.is_new,
        "added": [answer.id for answer in acted.added],
        "already": [answer.id for answer in acted.already],
    }


def taken(taken: Taken) -> Document:
    """Return an action with its new owner or day."""
    return {
        "action": _action(taken.action, taken.tally),
        "owner_before": taken.before,
        "due_before": taken.due_before,
        "changed": not taken.unchanged,
    }


def noted(noted: Noted) -> Document:
    """Return a note, and the action of which it was made."""
    return {"action_id": noted.action.id, "note": _note(noted.note), "notes": noted.count}


def ended(ended: Ended) -> Document:
    """Return an action that ended, and who is owed news."""
    ending = ended.ending
    return {
        "action": _action(ended.action, ended.tally),
        "how": ending.how,
        "say": ending.say,
        "instead": ending.instead,
        "revisit_on": ending.revisit_on,
        "evidence": ending.evidence,
        "day": ended.day,
        "added": [answer.id for answer in ended.also.added] if ended.also else [],
        "owed": [_owed(one) for one in ended.waiting],
        "waived": [_owed(one) for one in ended.waived],
    }


def looked(looked: Looked) -> Document:
    """Return an end that was looked at again and stays: nobody is owed anything new."""
    finish = looked.finish
    return {
        "action": _action(looked.action, looked.tally),
        "how": finish.how,
        "say": finish.say,
        "instead": finish.instead,
        "revisit_on": looked.next_on,
        "evidence": finish.evidence,
        "day": finish.day,
        "added": [],
        "owed": [],
        "waived": [],
    }


def page(page: Page) -> Document:
    """Return all there is about an action."""
    action = page.action
    return {
        "action": _action(action, page.tally),
        "begun_on": action.day,
        "owned_on": action.owned_on,
        "asked_by": [_asker(page, asker) for asker in page.askers],
        "notes": [_note(note) for note in page.notes],
        "ends": [_end(finish) for finish in page.ends],
        "revisit_on": page.revisit.due_on if page.revisit else None,
    }


def _asker(page: Page, asker: Standing) -> Document:
    doing = page.doing_of(asker)
    return {
        "answer_id": asker.answer.id,
        "customer_id": asker.answer.customer_id,
        "customer": asker.answer.customer,
        "company": asker.answer.company,
        "verbatim": asker.answer.verbatim,
        "said_on": asker.answer.day,
        "stage": asker.stage,
        "open": doing.open,
        "settled_on": doing.settled_on,
        "waived": doing.waived,
        "reaction": doing.reaction,
    }


def _note(note: Note) -> Document:
    return {
        "id": note.id,
        "text": note.text,
        "evidence": note.evidence,
        "by": note.by,
        "day": note.day,
    }


def _end(finish: Finish) -> Document:
    return {
        "how": finish.how,
        "say": finish.say,
        "instead": finish.instead,
        "evidence": finish.evidence,
        "day": finish.day,
    }


def _action(action: Action, tally: Tally) -> Document:
    return {
        "id": action.id,
        "reference": action.reference,
        "title": action.title,
        "state": action.state,
        "owner": action.owner,
        "due_on": action.due_on,
        "answers": list(action.answers),
        "open_answers": list(action.open_answers),
        "told": tally.told,
        "waived": tally.waived,
    }


def _owed(one: Owed) -> Document:
    return {
        "answer_id": one.answer_id,
        "customer_id": one.customer_id,
        "customer": one.customer,
        "verbatim": one.verbatim,
    }
