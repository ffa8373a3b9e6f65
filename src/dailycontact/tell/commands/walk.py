"""Going through those who wait to hear, one customer and one key at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dailycontact.core.references import typed_number
from dailycontact.core.sentences import undo_offer
from dailycontact.core.telling import Channel, Reaction
from dailycontact.errors import Refused
from dailycontact.tell.usecases import telling, untold, waiting
from dailycontact.tell.usecases.waiting import News
from dailycontact.tell.view import page
from dailycontact.tell.view import told as view
from dailycontact.terminal.prompts import ENTER
from dailycontact.workspace import Workspace

BETWEEN = frozenset({"and", "&"})
"""What stands between two numbers that are typed."""
BY_KEY = {page.EMAIL: Channel.EMAIL, page.LETTER: Channel.LETTER}


def is_asked(workspace: Workspace) -> bool:
    """Return whether somebody sees what is shown, and can press a key."""
    return workspace.asker.can_ask and workspace.screen.is_terminal


def page_of(workspace: Workspace, answer_ids: Sequence[int]) -> None:
    """Show what to say about answers of a customer, and note how it was taken, if it was told.

    Raises:
        NoSuchAnswer, NotDoneYet, OwesNoNews, ToldAlready, DoesNotWantToHear, WasErased: there is
            nothing to tell.

    """
    leader, today = workspace.leader, workspace.today
    news = waiting.news_of(workspace.look, answer_ids, leader=leader, today=today)
    if news is None or not answer_ids[1:]:
        news = waiting.of_answer(workspace.look, answer_ids[0], leader=leader, today=today)
    pressed = _shown(workspace, news, where="", walking=False)
    if pressed.key == ENTER:
        workspace.screen.say(view.later(news, changed=pressed.changed))
    elif _noted(workspace, pressed, by=None):
        workspace.screen.hint(undo_offer())


def walk(workspace: Workspace, *, by: Channel | None, action_id: int | None) -> None:
    """Go through those who wait; each telling is saved as soon as it is noted."""
    if action_id is not None:
        waiting.check_action(workspace.look, action_id)
    first = _more(workspace, action_id, but=())
    if not first.news:
        workspace.screen.show(*page.waiting(first, today=workspace.today, action_id=action_id))
        return
    told = not_solved = 0
    for place, seen in enumerate(_all(workspace, first, action_id), start=1):
        where = page.place(place, of=first.customers)
        news = waiting.news_of(
            workspace.look,
            seen.answer_ids,
            leader=workspace.leader,
            today=workspace.today,
            action_id=action_id,
        )
        if news is None:
            workspace.screen.say(view.meanwhile(seen))
            continue
        pressed = _shown(workspace, news, where=where, walking=True)
        if pressed.key == page.STOP:
            break
        if pressed.key == ENTER and pressed.changed:
            workspace.screen.say(view.later(news, changed=True))
        elif pressed.key != ENTER and _noted(workspace, pressed, by=by):
            told += pressed.key in page.TAKEN or pressed.key in BY_KEY
            not_solved += pressed.key == page.NOT_SOLVED
    left = _more(workspace, action_id, but=()).customers
    workspace.screen.say(view.end_of_walk(told=told, left=left, not_solved=not_solved))


@dataclass(frozen=True, kw_only=True)
class _Pressed:
    """The key that was pressed under a page, and what was said, as the leader left it."""

    news: News
    key: str
    words: str

    @property
    def changed(self) -> bool:
        """Whether the leader has changed the words."""
        return self.words != self.news.sentence


def _all(workspace: Workspace, first: waiting.Waiting, action_id: int | None) -> Iterator[News]:
    """Yield those who wait, a screenful after the other, each customer once."""
    seen: set[int] = set()
    found = first
    while found.news:
        for news in found.news:
            seen.add(news.customer.id)
            yield news
        found = _more(workspace, action_id, but=seen)


def _more(
    workspace: Workspace, action_id: int | None, *, but: set[int] | tuple[()]
) -> waiting.Waiting:
    return waiting.waiting(
        workspace.look,
        leader=workspace.leader,
        today=workspace.today,
        action_id=action_id,
        but=but,
    )


def _shown(workspace: Workspace, news: News, *, where: str, walking: bool) -> _Pressed:
    """Show a page, and return the key that is pressed; the words can be changed before."""
    words = news.sentence
    workspace.screen.show(
        *page.page(
            news,
            hour=waiting.hour(workspace.look, news.customer.id, now=workspace.now),
            today=workspace.today,
            where=where,
            rest=waiting.rest(workspace.look, news, today=workspace.today),
        )
    )
    while True:
        key = workspace.asker.key(page.keys(news, walking=walking))
        if key != page.EDIT:
            return _Pressed(news=news, key=key, words=words)
        words = workspace.asker.line("Say", text=words) or words
        workspace.screen.show(*page.say(words), page.BLANK)


def _noted(workspace: Workspace, pressed: _Pressed, *, by: Channel | None) -> bool:
    """Save what a key means; what another leader has told meanwhile is said, and left alone."""
    try:
        workspace.screen.say(*_saved(workspace, pressed, by=by))
    except Refused as refused:
        workspace.screen.warn(str(refused))
        return False
    return True


def _saved(workspace: Workspace, pressed: _Pressed, *, by: Channel | None) -> list[str]:
    news, key, day = pressed.news, pressed.key, workspace.today
    first, *also = news.answer_ids
    if key == page.NO_ANSWER:
        with workspace.change("tell") as change:
            tried = untold.tried(change, first, day=day, today=day, also=also)
        return view.tried(tried)
    if key == page.GIVE_UP:
        with workspace.change("tell") as change:
            given_up = untold.give_up(change, first, day=day, today=day, also=also)
        return [view.given_up(given_up)]
    taken = _taken(workspace, pressed, by=by)
    with workspace.change("tell") as change:
        told = telling.tell(
            change, first, taken=taken, day=day, today=day, also=also, finish_ids=news.finish_ids
        )
    return view.told(told, today=day)


def _taken(workspace: Workspace, pressed: _Pressed, *, by: Channel | None) -> telling.Taken:
    """Return how they were told and took it; an e-mail that was written keeps its own words."""
    if pressed.key in BY_KEY:
        written = any(one.written_on for one in pressed.news.owed)
        return telling.Taken(channel=BY_KEY[pressed.key], words=None if written else pressed.words)
    taken = telling.Taken(channel=by, words=pressed.words, reaction=page.REACTIONS[pressed.key])
    if taken.reaction is not Reaction.NOT_SOLVED:
        return taken
    which = _which(workspace, pressed.news)
    better = workspace.asker.line(view.missing(pressed.news)).strip() or None
    return replace(taken, not_solved=which, better=better)


def _which(workspace: Workspace, news: News) -> tuple[int, ...]:
    """Return which of several answers is not solved; nothing (Enter) for all of them.

    What is none of theirs is asked again: a slip would open the others, too.
    """
    if len(news.answer_ids) == 1:
        return ()
    while True:
        typed = workspace.asker.line(view.which(news)).replace(",", " ").split()
        words = [word.strip(".;:") for word in typed if word.lower() not in BETWEEN]
        numbers = tuple(typed_number(word) for word in words)
        known = tuple(number for number in numbers if number in news.answer_ids)
        if len(known) == len(numbers) and (numbers or not typed):
            return known
        workspace.screen.warn(view.not_among(news))
