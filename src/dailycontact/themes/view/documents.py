"""Themes as JSON documents."""

from collections.abc import Iterable

from dailycontact.core.action import Action
from dailycontact.core.theme import Reading, Rule, Theme
from dailycontact.core.theme_tally import CountedTheme
from dailycontact.core.trend import first_week
from dailycontact.themes.usecases.joining import Merged, Split
from dailycontact.themes.usecases.listing import Heard, Listed, Shown
from dailycontact.themes.usecases.naming import Added, Renamed
from dailycontact.themes.usecases.reading import Put
from dailycontact.themes.usecases.wording import Words

Document = dict[str, object]


def themes(listed: Listed) -> Document:
    """Return the list of themes."""
    return {
        "day": listed.day,
        "weeks_from": first_week(listed.day),
        "total": listed.total,
        "more": listed.more,
        "without_theme": listed.unread,
        "themes": [_tally(tally) for tally in listed.tallies],
    }


def shown(one: Shown) -> Document:
    """Return one theme with its answers."""
    return {
        "day": one.day,
        "weeks_from": first_week(one.day),
        "theme": _tally(one.tally),
        "merged": list(one.names),
        "words": [rule.words for rule in one.rules],
        "actions": [_action(action, one) for action in one.actions],
        "more": one.more,
        "answers": [_heard(heard) for heard in one.heard],
    }


def added(one: Added) -> Document:
    """Return a theme that is there now."""
    return {"theme": _theme(one.theme), "new": one.is_new, "near": [t.name for t in one.near]}


def renamed(one: Renamed) -> Document:
    """Return a theme with its new name."""
    return {
        "theme": _theme(one.theme),
        "name_before": one.before.name,
        "changed": not one.unchanged,
    }


def merged(one: Merged) -> Document:
    """Return a theme with those that became part of it."""
    return {
        "theme": _theme(one.theme),
        "merged": [_theme(gone) for gone in one.gone],
        "answers": one.answers,
        "words": one.words,
    }


def split(one: Split) -> Document:
    """Return two themes, and the answers that the second has now."""
    return {
        "theme": _theme(one.theme),
        "into": _theme(one.into),
        "new": one.is_new,
        "answers": [answer.id for answer in one.answers],
        "left": one.left,
    }


def put(one: Put) -> Document:
    """Return how answers are read now."""
    return {
        "changed": not one.unchanged,
        "answers": [
            {
                "id": said.answer.id,
                "theme_before": said.before.name if said.before else None,
                "changed": said.is_new,
                "reading": reading(said.reading),
            }
            for said in one.said
        ],
    }


def changed_words(words: Words) -> Document:
    """Return words that were set down, were there, or were taken out."""
    return {
        "added": rules(words.added),
        "already": rules(words.already),
        "removed": rules(words.removed),
    }


def rules(every: Iterable[Rule]) -> list[Document]:
    """Return the words, each with what it stands for."""
    return [
        {
            "words": rule.words,
            "theme": rule.theme.name if rule.theme else None,
            "kind": rule.kind,
        }
        for rule in every
    ]


def reading(one: Reading | None) -> Document | None:
    """Return how an answer is read, by whom, since when."""
    if one is None:
        return None
    return {
        "theme": one.theme.name if one.theme else None,
        "cause": one.cause,
        "note": one.note,
        "leader": one.leader,
        "day": one.day,
    }


def _theme(theme: Theme) -> Document:
    return {"id": theme.id, "name": theme.name}


def _tally(tally: CountedTheme) -> Document:
    at_work = tally.at_work
    return {
        "id": tally.theme.id,
        "name": tally.theme.name,
        "said": tally.said,
        "first_on": tally.first_on,
        "last_on": tally.last_on,
        "weeks": list(tally.weeks),
        "open": tally.open,
        "acting": tally.acting,
        "to_tell": tally.to_tell,
        "told": tally.told,
        "fixed_on": tally.fixed_on,
        "since_the_fix": tally.raised if tally.fixed_on else None,
        "actions": tally.actions,
        "at_work": at_work
        and {
            "action_id": at_work.action_id,
            "reference": f"A{at_work.action_id}",
            "title": at_work.title,
            "owner": at_work.owner,
            "due_on": at_work.due_on,
        },
    }


def _action(action: Action, shown: Shown) -> Document:
    ended, known = action.finish, shown.known.get(action.id)
    return {
        "id": action.id,
        "reference": action.reference,
        "title": action.title,
        "state": action.state,
        "owner": action.owner,
        "due_on": action.due_on,
        "ended_on": ended.day if ended else None,
        "say": ended.say if ended else None,
        "told": known.told if known else None,
        "askers": known.askers if known else None,
    }


def _heard(one: Heard) -> Document:
    standing, answer = one.standing, one.standing.answer
    return {
        "id": answer.id,
        "customer_id": answer.customer_id,
        "customer": answer.customer,
        "company": answer.company,
        "day": answer.day,
        "kind": answer.kind,
        "verbatim": answer.verbatim,
        "urgent": answer.urgent,
        "private": answer.private,
        "stage": standing.stage,
        "since": standing.since,
        "reading": reading(one.reading),
    }
