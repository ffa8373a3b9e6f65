"""Where every answer stands, for other programs."""

from dailycontact.core.standing import Doing, Standing
from dailycontact.core.waiting import Held
from dailycontact.report.usecases.loop import Loop
from dailycontact.terminal.promised import promise_document


def document(loop: Loop) -> dict[str, object]:
    """Return the loop as a JSON document."""
    return {
        "day": loop.day,
        "answers": [
            _document(standing) | {"section": listed.section}
            for listed in loop.listed
            for standing in listed.standings
        ],
        "more": loop.more,
        "waiting": [_held(one) for one in loop.held],
        "stuck": None if loop.stuck is None else loop.stuck.held.clock,
        "settled_left_out": loop.settled,
        "promises_due": [promise_document(each, today=loop.day) for each in loop.promises_due],
        "promises_resting": [
            promise_document(one.promise, today=loop.day)
            | {
                "leader": one.whose.leader,
                "deputy": one.whose.deputy,
                "back_on": one.whose.back_on,
            }
            for one in loop.promises_resting
        ],
        "promises_ahead": [promise_document(each, today=loop.day) for each in loop.promises_ahead],
        "looking_for_someone": [
            {
                "id": action.id,
                "title": action.title,
                "due_on": action.due_on,
                "answers": list(action.open_answers),
            }
            for action in loop.looking
        ],
        "revisits_due": list(loop.revisits),
        "customer": None if loop.customer is None else loop.customer.name,
        "story": list(loop.story or ()),
    }


def _held(held: Held) -> dict[str, object]:
    return {
        "clock": held.clock,
        "count": held.count,
        "overdue": held.overdue,
        "oldest": held.oldest,
    }


def _document(standing: Standing) -> dict[str, object]:
    answer, wait = standing.answer, standing.wait
    return {
        "id": answer.id,
        "customer_id": answer.customer_id,
        "customer": answer.customer,
        "company": answer.company,
        "verbatim": answer.verbatim,
        "kind": answer.kind,
        "consent": answer.consent,
        "urgent": answer.urgent,
        "private": answer.private,
        "praised": answer.praised,
        "amended": answer.amended,
        "said_on": answer.day,
        "shared_on": standing.shared_on,
        "theme": standing.theme,
        "stage": standing.stage,
        "clock": wait and wait.clock,
        "waits_since": wait and wait.since,
        "since": standing.since,
        "age": standing.age,
        "limit": standing.limit,
        "overdue": standing.overdue,
        "late_since": standing.late_since,
        "settled": standing.settled,
        "next_command": standing.next_command,
        "owes": standing.owes,
        "actions": [_action(doing) for doing in standing.doings],
    }


def _action(doing: Doing) -> dict[str, object]:
    return {
        "id": doing.action_id,
        "title": doing.title,
        "owner": doing.owner,
        "due_on": doing.due_on,
        "outcome": doing.how,
        "say": doing.say,
        "finished_on": doing.finished_on,
        "settled_on": doing.settled_on,
        "waived": doing.waived,
        "reaction": doing.reaction,
        "owned_on": doing.owned_on,
        "askers": doing.askers,
        "told": doing.told,
    }
