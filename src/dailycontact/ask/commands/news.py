"""What the conversation asks about answers that the customer gave before, and about promises."""

from collections.abc import Sequence
from dataclasses import replace

from dailycontact.ask.commands.questions import Questions
from dailycontact.ask.rule import Help, Told
from dailycontact.ask.view import standing as view
from dailycontact.core.call import Promise
from dailycontact.core.dates import say_day
from dailycontact.core.following import Helped
from dailycontact.core.following import Told as Done
from dailycontact.core.sentences import sentence, shortened
from dailycontact.core.standing import Standing
from dailycontact.core.telling import Owed, Reaction
from dailycontact.loop import FINISHED
from dailycontact.store import answers, calls, following, owed, progress
from dailycontact.store.tellings import may_ask
from dailycontact.terminal.prompts import ENTER

REACTIONS = {"p": Reaction.PLEASED, "o": Reaction.NEUTRAL, "x": Reaction.NOT_SOLVED, "-": None}
HELPED = {"y": Helped.YES, "p": Helped.PARTLY, "x": Helped.NO, ENTER: None}
AT_ONCE = 3
"""How many open answers are asked about; the oldest have waited longest."""
YES, ALL = "y", "a"
"""Keys."""


class News(Questions):
    """The questions about what came of earlier answers, in order."""

    def ask(self) -> None:
        """Ask what was told, whether it has helped, and what was kept."""
        look, today = self.workspace.look, self.workspace.today
        customer_id = self.notebook.customer.id
        waiting = owed.owed(look, today=today, customer_id=customer_id)
        for one in {one.answer_id: one for one in waiting}.values():
            self._told(one)
        for done in {one.answer_id: one for one in following.to_ask(look, customer_id)}.values():
            self._helped(done)
        self._where_it_stands(self._still_open()[:AT_ONCE])
        promises = calls.open_promises(look, customer_id=customer_id)
        self._kept([promise for promise in promises if not promise.is_call_back])

    def asks_again(self) -> bool:
        """Return whether the question is asked: not so soon again of somebody who was told."""
        look, book = self.workspace.look, self.notebook
        if not book.conversation.informed or may_ask(look, book.customer.id, day=book.day):
            return True
        self.head(f"The question can wait: it is early to ask {self.name} again.")
        return self.asker.key({ENTER: "leave it at that", "a": "ask all the same"}) == "a"

    def _still_open(self) -> list[Standing]:
        """Return the wishes of earlier days of which something is still to come, oldest first.

        Without those of which the customer heard today where they stand.
        """
        look, today, day = self.workspace.look, self.workspace.today, self.notebook.day
        stand = [
            one
            for one in answers.standings(look, today=today, customer_id=self.notebook.customer.id)
            if one.answer.is_suggestion and one.answer.day < day and not one.owes
        ]
        heard = progress.last_progress(look, [one.answer.id for one in stand])
        return [
            one
            for one in stand
            if one.stage not in FINISHED and heard.get(one.answer.id, one.answer.day) < day
        ]

    def _told(self, one: Owed) -> None:
        self.head(f"Did you tell {self.name} about “{shortened(one.verbatim, width=40)}”?")
        said = {"p": "told, pleased", "o": "so-so", "x": "not solved", "-": "told, nothing said"}
        pressed = self.asker.key({**said, ENTER: "not mentioned"})
        if pressed == ENTER:
            return
        told = Told(answer_id=one.answer_id, reaction=REACTIONS[pressed])
        self.notebook.note(told=(*self.notebook.conversation.told, told))
        if told.reaction is Reaction.NOT_SOLVED:
            self.head(f"What is missing, in {self.name}'s words", "e editor · Enter not said")
            self.words(self._missing)

    def _missing(self, words: str) -> None:
        """Write down what is missing in what was told last."""
        *before, last = self.notebook.conversation.told
        self.notebook.note(told=(*before, replace(last, better=words)))

    def _helped(self, done: Done) -> None:
        self.head(view.did_it_help(done, today=self.workspace.today))
        pressed = self.asker.key({"y": "yes", "p": "partly", "x": "no", ENTER: "not asked"})
        helped = HELPED[pressed]
        if helped is not None:
            said = Help(answer_id=done.answer_id, helped=helped)
            self.notebook.note(helped=(*self.notebook.conversation.helped, said))

    def _where_it_stands(self, open_ones: Sequence[Standing]) -> None:
        """Ask of which open answers the customer was told where they stand; it closes nothing."""
        if not open_ones:
            return
        only = len(open_ones) == 1
        left = {YES if only else str(at): one for at, one in enumerate(open_ones, start=1)}
        self.head(f"Did you tell {self.name} where {'it stands' if only else 'these stand'}?")
        self.workspace.screen.say(*view.still_open(left, today=self.workspace.today))
        meant = {YES: "yes"} if only else {**dict.fromkeys(left, "told"), ALL: "all of them"}
        while left:
            pressed = self.asker.key({**meant, ENTER: "not mentioned"})
            if pressed == ENTER:
                return
            said = list(left.values()) if pressed == ALL else [left.pop(pressed)]
            numbers = tuple(one.answer.id for one in said)
            self.notebook.note(not_yet=(*self.notebook.conversation.not_yet, *numbers))
            left = {} if pressed == ALL else left
            offered = {*left, ALL} if len(left) > 1 else {*left}
            meant = {key: means for key, means in meant.items() if key in offered}

    def _kept(self, promises: list[Promise]) -> None:
        if not promises:
            return
        for promise in promises:
            due = say_day(promise.due_on, today=self.workspace.today)
            self.head(f"You promised, by {due}: {sentence(shortened(promise.text))}")
        kept = self.asker.key({ENTER: "not yet", "k": "kept"}) == "k"
        self.notebook.note(kept=kept)
