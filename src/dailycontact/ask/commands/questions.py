"""How the conversation asks: a line, words that are never lost, a day, a name of the team."""

from collections.abc import Callable
from datetime import date

from dailycontact.ask.commands.notebook import Notebook
from dailycontact.core.dates import say_day
from dailycontact.errors import NotFound, UsageProblem
from dailycontact.terminal.card import paragraph, spread
from dailycontact.terminal.prompts import Stopped
from dailycontact.terminal.styles import LABEL, NAME
from dailycontact.workspace import Workspace

EDITOR = "e"


class Questions:
    """What every part of the conversation asks with."""

    def __init__(self, workspace: Workspace, notebook: Notebook) -> None:
        self.workspace = workspace
        self.asker = workspace.asker
        self.notebook = notebook
        self.name = notebook.customer.first_name

    def head(self, left: str, right: str = "") -> None:
        """Say what is asked for, and quietly at the right how."""
        self.workspace.screen.say(
            spread((left, NAME), (right, LABEL)) if right else paragraph(left, style=NAME)
        )

    def words(self, note: Callable[[str], None]) -> str:
        """Return the words that are typed, noted down; so is what Ctrl-C leaves unfinished."""
        words = self.lines_kept(self._text, note)
        if words:
            note(words)
        return words

    def lines_kept(self, ask: Callable[[], str], note: Callable[[str], None]) -> str:
        """Return what is answered; what Ctrl-C leaves unfinished is noted down."""
        try:
            return ask()
        except Stopped as stopped:
            if stopped.unfinished:
                note(stopped.unfinished)
            raise

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

    def member(self, label: str) -> str | None:
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

    def day(self, label: str) -> date | None:
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

    def echo(self, day: date) -> None:
        """Say a day back, so that a slip is seen."""
        self.workspace.screen.say(spread("", say_day(day, today=self.workspace.today)))
