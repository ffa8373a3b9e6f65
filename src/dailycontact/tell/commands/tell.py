"""tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dailycontact.core.program import PROGRAM
from dailycontact.core.references import action_number, answer_number
from dailycontact.core.sentences import undo_offer
from dailycontact.core.telling import Channel, Reaction
from dailycontact.errors import UsageProblem
from dailycontact.tell import rule
from dailycontact.tell.commands import flags, letters, walk
from dailycontact.tell.usecases import telling, untold, waiting
from dailycontact.tell.view import documents, page
from dailycontact.tell.view import told as view
from dailycontact.terminal.later import options
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class NobodyAnswered(UsageProblem):
    """Nobody was reached, and yet there is a reaction."""

    def __init__(self, flag: str) -> None:
        super().__init__(
            f"With {flag} nobody was told, so leave out --words, --reaction, --better and --thanks."
        )


class OneThing(UsageProblem):
    """Two things were to be recorded that exclude each other."""

    def __init__(self, flags: list[str]) -> None:
        super().__init__(f"{' and '.join(flags)} do not go together; give one of them.")


class WhichAnswer(UsageProblem):
    """Something was to be recorded, and nobody said about which answer."""

    def __init__(self) -> None:
        super().__init__(
            f"Name the answer that was told about, like: {PROGRAM} tell 12 --reaction pleased; "
            f"who waits to hear is shown by: {PROGRAM} tell"
        )


class AnswerOrAction(UsageProblem):
    """An answer and an action were named."""

    def __init__(self) -> None:
        super().__init__("Name an answer, or an action with --action; not both.")


class NothingToWrite(UsageProblem):
    """E-mails are wanted, or a folder for them, and nobody said about what."""

    def __init__(self) -> None:
        super().__init__(
            f"Say what to write about, like: {PROGRAM} tell --action A3 --draft, or {PROGRAM} tell"
            " 12 --draft"
        )


@dataclass(frozen=True, kw_only=True)
class _Wish:
    """What is to be recorded, as it was typed."""

    by: Channel | None = None
    words: str | None = None
    reaction: Reaction | None = None
    better: str | None = None
    thanks: str | None = None
    on: str | None = None
    no_answer: bool = False
    not_yet: bool = False
    unreachable: bool = False

    @property
    def new_words(self) -> bool:
        """Whether the customer said something that is an answer of its own."""
        return bool(self.better or self.thanks)

    @property
    def records(self) -> bool:
        """Whether anything is to be recorded, besides how."""
        said = self.words is not None or self.reaction or self.new_words or self.on
        return bool(said or self.no_answer or self.not_yet or self.unreachable)


def tell(
    workspace: Workspace,
    *,
    number: flags.Number = None,
    action: flags.Action = None,
    by: flags.By = None,
    words: flags.Words = None,
    reaction: flags.Took = None,
    better: flags.Better = None,
    thanks: flags.Thanks = None,
    no_answer: flags.NoAnswer = False,
    not_yet: flags.NotYet = False,
    unreachable: flags.Unreachable = False,
    draft: flags.Draft = False,
    output: flags.Folder = None,
    force: flags.Force = False,
    sent: flags.Sent = False,
    on: flags.On = None,
    everybody: flags.All = False,
    yes: options.Yes = False,
    json: options.Json = False,
) -> None:
    """Tell customers what became of their answers; alone, it shows who waits to hear.

    In a terminal it goes through them one at a time, shows what to say, and asks how it was taken.

    For example: dailycontact tell 12 --reaction pleased
    """
    wish = _Wish(
        by=by,
        words=rule.words_or_none(words),
        reaction=reaction,
        better=_or_none(better),
        thanks=_or_none(thanks),
        on=on,
        no_answer=no_answer,
        not_yet=not_yet,
        unreachable=unreachable,
    )
    _check(wish, draft=draft, sent=sent)
    if everybody and number is not None:
        raise OneThing(["--all", "a number"])
    answer_id, also = _named(workspace, number, wish, writes=draft or sent)
    action_id = None if action is None else action_number(action)
    if draft or output is not None or force:
        _draft(workspace, answer_id, action_id, output, draft=draft, force=force, json=json)
    elif answer_id is not None and action_id is not None:
        raise AnswerOrAction
    elif sent and action_id is not None:
        letters.sent(workspace, action_id, on=on, yes=yes, json=json)
    elif answer_id is not None:
        if sent:
            letters.check_written(workspace, answer_id)
        wish = replace(wish, by=Channel.EMAIL) if sent else wish
        _one(workspace, answer_id, wish, also=also, json=json)
    elif wish.records or sent:
        raise WhichAnswer
    else:
        _waiting(workspace, by=by, action_id=action_id, everybody=everybody, json=json)


def _named(
    workspace: Workspace, number: str | None, wish: _Wish, *, writes: bool
) -> tuple[int | None, Sequence[int]]:
    """Return which answer is named, if any; by a customer's name all of which they wait to hear.

    What is written down for one answer needs its number.
    """
    if number is None:
        return None, ()
    if any(one.isdigit() for one in number) or not any(one.isalpha() for one in number):
        return answer_number(number), ()
    if writes or wish.not_yet:
        raise WhichAnswer
    first, *also = waiting.answers_of(workspace.look, number, today=workspace.today)
    return first, also


def _draft(
    workspace: Workspace,
    answer_id: int | None,
    action_id: int | None,
    output: Path | None,
    *,
    draft: bool,
    force: bool,
    json: bool,
) -> None:
    if answer_id is not None and action_id is not None:
        raise AnswerOrAction
    if not draft or (answer_id is None and action_id is None):
        raise NothingToWrite
    letters.draft(workspace, answer_id, action_id, output, force=force, json=json)


def _check(wish: _Wish, *, draft: bool, sent: bool) -> None:
    """Let pass one thing to be recorded, with what goes with it."""
    asked = {
        "--no-answer": wish.no_answer,
        "--not-yet": wish.not_yet,
        "--unreachable": wish.unreachable,
        "--draft": draft,
        "--sent": sent,
    }
    given = [flag for flag, is_given in asked.items() if is_given]
    if len(given) > 1:
        raise OneThing(given)
    if given and given != ["--sent"] and (wish.reaction or wish.new_words):
        raise NobodyAnswered(given[0])
    if given and given not in (["--sent"], ["--not-yet"]) and wish.words is not None:
        raise NobodyAnswered(given[0])
    if sent and wish.by is not None:
        raise OneThing(["--sent", "--by"])
    if wish.better and wish.thanks:
        raise OneThing(["--better", "--thanks"])


def _one(
    workspace: Workspace, answer_id: int, wish: _Wish, *, also: Sequence[int], json: bool
) -> None:
    if walk.is_asked(workspace) and not (json or wish.by or wish.records):
        walk.page_of(workspace, [answer_id, *also])
        return
    day = workspace.read_day(wish.on, past=True) if wish.on else workspace.today
    today = workspace.today
    with workspace.change("tell") as change:
        if wish.no_answer:
            tried = untold.tried(change, answer_id, day=day, today=today, also=also)
            lines, document = view.tried(tried), documents.tried(tried)
        elif wish.unreachable:
            given_up = untold.give_up(change, answer_id, day=day, today=today, also=also)
            lines, document = [view.given_up(given_up)], documents.given_up(given_up)
        elif wish.not_yet:
            noted = untold.not_yet(
                change,
                answer_id,
                channel=wish.by or Channel.PHONE,
                words=wish.words,
                day=day,
                today=today,
            )
            lines, document = [view.not_yet(noted)], documents.not_yet(noted)
        else:
            told = telling.tell(
                change, answer_id, taken=_taken(wish), day=day, today=today, also=also
            )
            lines, document = view.told(told, today=today), documents.told(told)
    if json:
        workspace.screen.json(document)
        return
    workspace.screen.say(*lines)
    workspace.screen.hint(undo_offer())


def _taken(wish: _Wish) -> telling.Taken:
    return telling.Taken(
        channel=wish.by,
        words=wish.words,
        reaction=wish.reaction,
        better=wish.better,
        thanks=wish.thanks,
    )


def _waiting(
    workspace: Workspace,
    *,
    by: Channel | None,
    action_id: int | None,
    everybody: bool,
    json: bool,
) -> None:
    if walk.is_asked(workspace) and not (json or everybody):
        walk.walk(workspace, by=by, action_id=action_id)
        return
    if action_id is not None:
        waiting.check_action(workspace.look, action_id)
    found = waiting.waiting(
        workspace.look,
        leader=workspace.leader,
        today=workspace.today,
        action_id=action_id,
        most=None if json or everybody else waiting.SCREENFUL,
    )
    if json:
        workspace.screen.json(documents.waiting(found.news))
        return
    workspace.screen.show(*page.waiting(found, today=workspace.today, action_id=action_id))


def _or_none(text: str | None) -> str | None:
    return (text or "").strip() or None
