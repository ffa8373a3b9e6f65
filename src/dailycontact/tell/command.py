"""tell."""

from __future__ import annotations

from typing import Annotated

from dailycontact.core.program import PROGRAM
from dailycontact.core.references import answer_number
from dailycontact.core.sentences import undo_offer
from dailycontact.core.telling import Channel, Reaction
from dailycontact.errors import Refused, UsageProblem
from dailycontact.tell import usecase, view
from dailycontact.terminal.later import options, typer
from dailycontact.terminal.prompts import ENTER
from dailycontact.workspace import Workspace


class NobodyAnswered(UsageProblem):
    """Nobody was reached, and yet there is a reaction."""

    def __init__(self) -> None:
        super().__init__(
            "--no-answer is a try, and nobody was told; leave out --words, --reaction and --better."
        )


class WhichAnswer(UsageProblem):
    """Something was to be recorded, and nobody said about which answer."""

    def __init__(self) -> None:
        super().__init__(
            f"Name the answer that was told about, like: {PROGRAM} tell 12 --reaction pleased; "
            f"who waits to hear is shown by: {PROGRAM} tell"
        )


def tell(
    workspace: Workspace,
    *,
    number: Annotated[
        str | None, typer.Argument(metavar="[ANSWER]", help="Which answer; all who wait otherwise.")
    ] = None,
    by: Annotated[
        Channel | None, typer.Option("--by", help="How they were told; phone otherwise.")
    ] = None,
    words: Annotated[
        str | None, typer.Option("--words", help="What was said, in a few words.")
    ] = None,
    reaction: Annotated[
        Reaction | None, typer.Option("--reaction", help="How they took it.")
    ] = None,
    better: Annotated[
        str | None, typer.Option("--better", help="What they wish for now, in their words.")
    ] = None,
    no_answer: Annotated[
        bool, typer.Option("--no-answer", help="You tried, and nobody was in.")
    ] = False,
    on: Annotated[str | None, typer.Option("--on", help="The day it happened; today.")] = None,
    json: options.Json = False,
) -> None:
    """Tell customers what became of their answers; alone, it shows who waits to hear.

    With a number in a terminal, it shows what to say, and asks how it was taken.

    For example: dailycontact tell 12 --reaction pleased
    """
    if number is None:
        if words or reaction or better or no_answer or on:
            raise WhichAnswer
        _waiting(workspace, by=by or Channel.PHONE, json=json)
        return
    answer_id = answer_number(number)
    if no_answer and (words or reaction or better):
        raise NobodyAnswered
    if _is_asked(workspace) and not (json or by or words or reaction or better or no_answer or on):
        _page(workspace, answer_id)
        return
    if no_answer:
        _tried(workspace, answer_id, on=on, json=json)
    else:
        taken = usecase.Taken(
            channel=by or Channel.PHONE,
            words=_or_none(words),
            reaction=reaction,
            better=_or_none(better),
        )
        _told(workspace, answer_id, taken, on=on, json=json)
    if not json:
        workspace.screen.hint(undo_offer())


def _told(
    workspace: Workspace, answer_id: int, taken: usecase.Taken, *, on: str | None, json: bool
) -> None:
    day = workspace.read_day(on, past=True) if on else workspace.today
    with workspace.change("tell") as change:
        told = usecase.tell(change, answer_id, taken=taken, day=day, today=workspace.today)
    if json:
        workspace.screen.json(view.told_document(told))
    else:
        workspace.screen.say(*view.told(told, today=workspace.today))


def _tried(workspace: Workspace, answer_id: int, *, on: str | None, json: bool) -> None:
    day = workspace.read_day(on, past=True) if on else workspace.today
    with workspace.change("tell") as change:
        tried = usecase.tried(change, answer_id, day=day, today=workspace.today)
    if json:
        workspace.screen.json(view.tried_document(tried))
    else:
        workspace.screen.say(view.tried(tried))


def _waiting(workspace: Workspace, *, by: Channel, json: bool) -> None:
    news = usecase.waiting(workspace.look, leader=workspace.leader, today=workspace.today)
    if json:
        workspace.screen.json(view.waiting_document(news))
    elif news and _is_asked(workspace):
        _walk(workspace, news, by=by)
    else:
        workspace.screen.show(*view.waiting(news, today=workspace.today))


def _is_asked(workspace: Workspace) -> bool:
    """Return whether somebody sees what is shown, and can press a key."""
    return workspace.asker.can_ask and workspace.screen.is_terminal


def _page(workspace: Workspace, answer_id: int) -> None:
    """Show what to say about one answer, and note how it was taken, if it was told."""
    one = usecase.news_of(workspace.look, answer_id, leader=workspace.leader, today=workspace.today)
    workspace.screen.show(*view.page(one, today=workspace.today))
    key = workspace.asker.key(view.KEYS_OF_ONE)
    if key == ENTER:
        workspace.screen.say(view.not_yet(one))
    elif _noted(workspace, one, key, by=Channel.PHONE):
        workspace.screen.hint(undo_offer())


def _walk(workspace: Workspace, news: tuple[usecase.News, ...], *, by: Channel) -> None:
    """Go through those who wait, one at a time; each telling is saved as soon as it is noted."""
    done: set[int] = set()
    told: set[int] = set()
    for place, one in enumerate(news, start=1):
        if one.owed.answer_id in done:
            continue
        done.add(one.owed.answer_id)
        where = f"{place} of {len(news)}"
        workspace.screen.show(*view.page(one, where=where, today=workspace.today))
        key = workspace.asker.key(view.KEYS)
        if key == view.STOP:
            break
        if key != ENTER and _noted(workspace, one, key, by=by) and key in view.TAKEN:
            told.add(one.owed.answer_id)
    left = len({one.owed.answer_id for one in news} - told)
    workspace.screen.say(view.end_of_walk(told=len(told), left=left))


def _noted(workspace: Workspace, one: usecase.News, key: str, *, by: Channel) -> bool:
    """Save what a key means; what another leader has told meanwhile is said, and left alone."""
    try:
        if key == view.NO_ANSWER:
            _tried(workspace, one.owed.answer_id, on=None, json=False)
            return True
        reaction = view.REACTIONS[key]
        asked = workspace.asker.line(view.missing(one)) if reaction is Reaction.NOT_SOLVED else ""
        taken = usecase.Taken(channel=by, reaction=reaction, better=_or_none(asked))
        _told(workspace, one.owed.answer_id, taken, on=None, json=False)
    except Refused as refused:
        workspace.screen.warn(str(refused))
        return False
    return True


def _or_none(text: str | None) -> str | None:
    return (text or "").strip() or None
