"""The conversation that `log` holds in a terminal: a key or a line for each thing, Enter for none.

While the leader types, the changing lane is loaded in the background, so that nobody waits after
the last Enter.
"""

from contextlib import suppress
from datetime import date
from threading import Thread
from zoneinfo import ZoneInfo

from dailycontact.ask.commands.news import News
from dailycontact.ask.commands.notebook import Notebook
from dailycontact.ask.commands.questions import Questions
from dailycontact.ask.commands.wishes import Wishes
from dailycontact.ask.rule import Conversation, Promised
from dailycontact.ask.usecases import promising
from dailycontact.ask.view import logged as view
from dailycontact.core.answer import Consent, Kind
from dailycontact.core.call import Outcome
from dailycontact.core.dates import say_day
from dailycontact.terminal.card import paragraph
from dailycontact.terminal.prompts import ENTER
from dailycontact.terminal.styles import NAME
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
CONSENTS = {ENTER: Consent.WORDS, "n": Consent.NAME, "x": Consent.NO}
USUAL = "in 1 week"
"""When a promise is due, where the leader names no day."""


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
    while not talk.held(talk.outcome() if outcome is None else outcome):
        outcome = None
    return notebook.conversation


def load_the_changing_lane() -> None:
    """Import what a proposal and a change need; what is wrong with it is told when it is used."""
    with suppress(Exception):
        import dailycontact.store.changing
        import dailycontact.store.engine
        import dailycontact.store.suggesting  # noqa: F401 - loaded for later


def with_a_card(workspace: Workspace, back: date) -> date:
    """Return the day of a call back; of a day without work, ask whether the next one is meant."""
    card = promising.card_of(workspace.look, back, leader_id=workspace.leader.id)
    if card == back:
        return back
    today = workspace.today
    workspace.screen.say(paragraph(f"{say_day(back, today=today)} is no working day.", style=NAME))
    keys = {ENTER: f"take {say_day(card, today=today)}", "k": f"keep {say_day(back, today=today)}"}
    return back if workspace.asker.key(keys) == "k" else card


class Talk(Questions):
    """The questions, in order."""

    def outcome(self) -> Outcome:
        """Ask how the call went."""
        pressed = self.asker.key({ENTER: f"{self.name} answered", **IN_VAIN, **LATER, **AMISS})
        return OUTCOMES[pressed]

    def held(self, outcome: Outcome) -> bool:
        """Ask what belongs to the outcome; return whether it was that."""
        if outcome is Outcome.NEVER and not self._is_never():
            return False
        if outcome is Outcome.WRONG_NUMBER and not self._is_wrong_number():
            return False
        self.notebook.note(outcome=outcome)
        match outcome:
            case Outcome.REACHED:
                self.reached()
            case Outcome.NOT_NOW:
                self.not_now()
            case Outcome.NEVER:
                self._note("Did they say why?")
            case _:
                pass
        return True

    def reached(self) -> None:
        """Ask what was told, heard, promised and allowed."""
        news = News(self.workspace, self.notebook)
        news.ask()
        if news.asks_again():
            Wishes(self.workspace, self.notebook).ask()
        self._note()
        self._promise()
        self._consent()

    def not_now(self) -> None:
        """Ask when to ring back."""
        day = self.day("When do you ring back? (Enter: in a week or so)")
        if day is not None:
            self.echo(day)
            self.notebook.note(call_back=with_a_card(self.workspace, day))

    def _is_never(self) -> bool:
        """Ask whether that is so, because it cannot be undone."""
        return self.asker.confirm(f"Never phone {self.notebook.customer.name} again?")

    def _is_wrong_number(self) -> bool:
        """Ask which number it was, where there are several; the only one is not lost unasked."""
        phones = [phone for phone in self.notebook.customer.phones if phone.usable]
        if len(phones) == 1:
            return self.asker.confirm(f"Was {phones[0].shown} really a wrong number?")
        if phones:
            shown = [f"{phone.shown}  {phone.label}" for phone in phones]
            place = self.asker.choose("Which number was wrong?", shown, flag="--phone")
            self.notebook.note(phone=str(place + 1))
        return True

    def _note(self, label: str = "A note for next time") -> None:
        self.head(label)
        self.words(lambda words: self.notebook.note(notes=words))

    def _promise(self) -> None:
        self.head("Did you promise anything?")
        usual = self.workspace.read_day(USUAL)
        promised = self.words(
            lambda words: self.notebook.note(promise=Promised(text=words, due_on=usual))
        )
        if promised:
            due_on = self.day("By when? (Enter: in a week)") or usual
            self.echo(due_on)
            self.notebook.note(promise=Promised(text=promised, due_on=due_on))

    def _consent(self) -> None:
        if all(heard.kind is Kind.NOTHING for heard in self.notebook.conversation.heard):
            return
        self.head("May we pass it on?")
        pressed = self.asker.key({ENTER: "words only", "n": "with the name", "x": "leaders only"})
        self.notebook.note(consent=CONSENTS[pressed])
