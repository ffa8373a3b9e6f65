"""The conversation that `log` holds in a terminal: a key or a line for each thing, Enter for none.

While the leader types, the changing lane is loaded in the background, so that nobody waits after
the last Enter.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Thread
from zoneinfo import ZoneInfo

from dailycontact.ask.rule import Conversation, Heard, Promised, Told
from dailycontact.ask.usecases import promising
from dailycontact.ask.view import logged as view
from dailycontact.core.answer import Consent, Kind
from dailycontact.core.call import Outcome, Promise
from dailycontact.core.customer import Customer
from dailycontact.core.dates import say_day
from dailycontact.core.sentences import sentence, shortened
from dailycontact.core.telling import Owed, Reaction
from dailycontact.errors import NotFound, UsageProblem
from dailycontact.store import calls, owed
from dailycontact.store.tellings import may_ask
from dailycontact.terminal.card import paragraph, spread
from dailycontact.terminal.prompts import ENTER, Stopped
from dailycontact.terminal.styles import LABEL, NAME
from dailycontact.workspace import Workspace

OUTCOMES = {
    ENTER: Outcome.REACHED,
    "n": Outcome.NO_ANSWER,
    "v": Outcome.VOICEMAIL,
    "l": Outcome.NOT_NOW,
    "w": Outcome.WRONG_NUMBER,
    "r": Outcome.NEVER,
}
IN_VAIN = {"n": "no answer", "v": "voicemail"}
LATER = {"l": "later"}
AMISS = {"w": "wrong number", "r": "rather not"}
"""What the keys are called, here and in the morning."""
REACTIONS = {"p": Reaction.PLEASED, "o": Reaction.NEUTRAL, "x": Reaction.NOT_SOLVED, ENTER: None}
CONSENTS = {ENTER: Consent.WORDS, "n": Consent.NAME, "x": Consent.NO}
EDITOR = "e"
USUAL = "in 1 week"
"""When a promise is due, where the leader names no day."""


@dataclass
class Notebook:
    """What has been typed so far, so that nothing is lost when something goes wrong."""

    customer: Customer
    day: date
    proposed: bool = False
    conversation: Conversation = field(init=False)

    def __post_init__(self) -> None:
        self.conversation = Conversation(
            outcome=Outcome.REACHED,
            day=self.day,
            customer_id=self.customer.id,
            proposed=self.proposed,
        )

    @property
    def typed(self) -> Conversation | None:
        """What there is to be kept: None where nothing but keys was pressed."""
        begun = self.conversation
        said = (begun.heard, begun.told, begun.notes, begun.promise, begun.call_back)
        return begun if any(said) else None

    def note(self, **values: object) -> None:
        """Write down more of the conversation."""
        self.conversation = replace(self.conversation, **values)  # type: ignore[arg-type]  # fields by name

    def hear(self, heard: Heard) -> None:
        """Write down one more thing that the customer said."""
        self.note(heard=(*self.conversation.heard, heard))


def hold(workspace: Workspace, notebook: Notebook, *, outcome: Outcome | None) -> Conversation:
    """Ask how the call went, where `outcome` does not say so yet, and what was said in it."""
    # A daemon, so that whoever stops at once need not wait for what nobody needs any more.
    Thread(target=load_the_changing_lane, daemon=True).start()
    if outcome in (None, Outcome.REACHED):
        when = say_day(notebook.day, today=workspace.today)
        if notebook.day == workspace.today:
            there = workspace.now.astimezone(ZoneInfo(workspace.book_settings.zone))
            when = f"{when}, {there:%H:%M}"
        workspace.screen.say(*view.opening(notebook.customer, now=when))
    talk = Talk(workspace, notebook)
    notebook.note(outcome=talk.outcome() if outcome is None else outcome)
    match notebook.conversation.outcome:
        case Outcome.REACHED:
            talk.reached()
        case Outcome.NOT_NOW:
            talk.not_now()
        case Outcome.NEVER:
            talk.never()
        case Outcome.WRONG_NUMBER:
            talk.wrong_number()
        case _:
            pass
    return notebook.conversation


def load_the_changing_lane() -> None:
    """Import what a change needs; whatever is wrong with it is told when it is used."""
    with suppress(Exception):
        import dailycontact.store.changing
        import dailycontact.store.engine  # noqa: F401 - loaded for later


def with_a_card(workspace: Workspace, back: date) -> date:
    """Return the day of a call back; of a day without work, ask whether the next one is meant."""
    card = promising.card_of(workspace.look, back, leader_id=workspace.leader.id)
    if card == back:
        return back
    today = workspace.today
    workspace.screen.say(paragraph(f"{say_day(back, today=today)} is no working day.", style=NAME))
    keys = {ENTER: f"take {say_day(card, today=today)}", "k": f"keep {say_day(back, today=today)}"}
    return back if workspace.asker.key(keys) == "k" else card


class Talk:
    """The questions, in order."""

    def __init__(self, workspace: Workspace, notebook: Notebook) -> None:
        self.workspace = workspace
        self.asker = workspace.asker
        self.notebook = notebook
        self.name = notebook.customer.first_name

    def outcome(self) -> Outcome:
        """Ask how the call went."""
        pressed = self.asker.key({ENTER: f"{self.name} answered", **IN_VAIN, **LATER, **AMISS})
        return OUTCOMES[pressed]

    def reached(self) -> None:
        """Ask what was told, heard, promised and allowed."""
        look, today = self.workspace.look, self.workspace.today
        customer_id = self.notebook.customer.id
        waiting = owed.owed(look, today=today, customer_id=customer_id)
        for one in {one.answer_id: one for one in waiting}.values():
            self._told(one)
        promises = calls.open_promises(look, customer_id=customer_id)
        self._kept([promise for promise in promises if not promise.is_call_back])
        if self._asks():
            self._one_thing()
        self._note()
        self._promise()
        self._consent()

    def not_now(self) -> None:
        """Ask when to ring back."""
        day = self._day("When do you ring back? (Enter: in a week or so)")
        if day is not None:
            self._echo(day)
            self.notebook.note(call_back=with_a_card(self.workspace, day))

    def never(self) -> None:
        """Ask whether that is so, because it cannot be undone, and why."""
        if not self.asker.confirm(f"Never phone {self.notebook.customer.name} again?"):
            self.notebook.note(outcome=Outcome.NOT_NOW)
            self.not_now()
            return
        self._note("Did they say why?")

    def wrong_number(self) -> None:
        """Ask which number it was, where there are several."""
        phones = [phone for phone in self.notebook.customer.phones if phone.usable]
        if len(phones) > 1:
            shown = [f"{phone.shown}  {phone.label}" for phone in phones]
            place = self.asker.choose("Which number was wrong?", shown, flag="--phone")
            self.notebook.note(phone=str(place + 1))

    def _told(self, one: Owed) -> None:
        self._head(f"Did you tell {self.name} about “{shortened(one.verbatim, width=40)}”?")
        pressed = self.asker.key(
            {"p": "told, pleased", "o": "so-so", "x": "not solved", ENTER: "not mentioned"}
        )
        reaction = REACTIONS[pressed]
        if reaction is not None:
            told = Told(answer_id=one.answer_id, reaction=reaction)
            self.notebook.note(told=(*self.notebook.conversation.told, told))

    def _kept(self, promises: list[Promise]) -> None:
        if not promises:
            return
        for promise in promises:
            due = say_day(promise.due_on, today=self.workspace.today)
            self._head(f"You promised, by {due}: {sentence(shortened(promise.text))}")
        kept = self.asker.key({ENTER: "not yet", "k": "kept"}) == "k"
        self.notebook.note(kept=kept)

    def _asks(self) -> bool:
        """Return whether the question is asked: not so soon again of somebody who was told."""
        look, book = self.workspace.look, self.notebook
        if not book.conversation.told or may_ask(look, book.customer.id, day=book.day):
            return True
        self._head(f"The question can wait: it is early to ask {self.name} again.")
        return self.asker.key({ENTER: "leave it at that", "a": "ask all the same"}) == "a"

    def _one_thing(self) -> None:
        self._head(f"The one thing, in {self.name}'s words", "e editor · Enter nothing")
        if not self._words(self._wish):
            self.notebook.hear(Heard(words="", kind=Kind.NOTHING))
        while (pressed := self._more()) != ENTER:
            if pressed == "!":
                self._mark_urgent()
            elif pressed == "p":
                self._praise()
            else:
                self._words(self._wish)

    def _more(self) -> str:
        """Ask whether there was something else; what cannot be said yet is not offered."""
        last = self._last_wish()
        keys = {"a": "a wish" if last is None else "another wish", "p": "praise"}
        if last is not None and not last.urgent:
            keys["!"] = "the last wish is urgent"
        self._head("One more thing?")
        return self.asker.key({**keys, ENTER: "no"})

    def _last_wish(self) -> Heard | None:
        heard = reversed(self.notebook.conversation.heard)
        return next((one for one in heard if one.kind is Kind.SUGGESTION), None)

    def _mark_urgent(self) -> None:
        """Mark the last wish, and no other; say it back."""
        last = self._last_wish()
        if last is None:
            return
        heard = self.notebook.conversation.heard
        marked = tuple(replace(one, urgent=True) if one is last else one for one in heard)
        self.notebook.note(heard=marked)
        self.workspace.screen.say(paragraph(f"Urgent: “{shortened(last.words, width=60)}”"))

    def _wish(self, words: str) -> None:
        heard = self.notebook.conversation.heard
        others = tuple(one for one in heard if one.kind is not Kind.NOTHING)
        self.notebook.note(heard=(*others, Heard(words=words)))

    def _thank(self, words: str) -> None:
        self.notebook.hear(Heard(words=words, kind=Kind.PRAISE))

    def _praise(self) -> None:
        words = self._words(self._thank)
        praised = self._member("For whom?") if words else None
        if praised is not None:
            *before, _ = self.notebook.conversation.heard
            named = Heard(words=words, kind=Kind.PRAISE, praised=praised)
            self.notebook.note(heard=(*before, named))

    def _note(self, label: str = "A note for next time") -> None:
        self._head(label)
        self._words(lambda words: self.notebook.note(notes=words))

    def _promise(self) -> None:
        self._head("Did you promise anything?")
        usual = self.workspace.read_day(USUAL)
        promised = self._words(
            lambda words: self.notebook.note(promise=Promised(text=words, due_on=usual))
        )
        if promised:
            due_on = self._day("By when? (Enter: in a week)") or usual
            self._echo(due_on)
            self.notebook.note(promise=Promised(text=promised, due_on=due_on))

    def _consent(self) -> None:
        if not any(heard.words for heard in self.notebook.conversation.heard):
            return
        self._head("May we pass it on?")
        pressed = self.asker.key({ENTER: "words only", "n": "with the name", "x": "only me"})
        self.notebook.note(consent=CONSENTS[pressed])

    def _head(self, left: str, right: str = "") -> None:
        self.workspace.screen.say(
            spread((left, NAME), (right, LABEL)) if right else paragraph(left, style=NAME)
        )

    def _words(self, note: Callable[[str], None]) -> str:
        """Return the words that are typed, noted down; so is what Ctrl-C leaves unfinished."""
        try:
            words = self._text()
        except Stopped as stopped:
            if stopped.unfinished:
                note(stopped.unfinished)
            raise
        if words:
            note(words)
        return words

    def _text(self) -> str:
        """Return a line, or what was written in the editor."""
        while True:
            typed = self.asker.line()
            if typed != EDITOR:
                return typed
            try:
                written = self.asker.editor()
            except UsageProblem as problem:
                self.workspace.screen.warn(str(problem))
                continue
            if written:
                self.workspace.screen.say(paragraph(written, indent=4))
            return written or ""

    def _member(self, label: str) -> str | None:
        """Return the name of somebody in the team, asked again until it fits one; None: nobody."""
        while typed := self.asker.line(label):
            try:
                found = self.workspace.somebody(typed)
            except NotFound as problem:
                self.workspace.screen.warn(str(problem))
                continue
            self.workspace.screen.say(spread("", found.name))
            return found.name
        return None

    def _day(self, label: str) -> date | None:
        """Return a day from today on, asked again until it can be read; None for Enter."""
        while typed := self.asker.line(label):
            try:
                day = self.workspace.read_day(typed)
            except UsageProblem as problem:
                self.workspace.screen.warn(str(problem))
                continue
            if day >= self.workspace.today:
                return day
            self.workspace.screen.warn("That day has passed; name a day to come.")
        return None

    def _echo(self, day: date) -> None:
        """Say a day back, so that a slip is seen."""
        self.workspace.screen.say(spread("", say_day(day, today=self.workspace.today)))
