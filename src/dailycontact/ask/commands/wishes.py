"""The one thing, and what else is said: each wish sorted by one key, praise told apart."""

from dailycontact.ask.commands.naming import theme_meant, theme_named
from dailycontact.ask.commands.questions import Questions
from dailycontact.ask.rule import Heard
from dailycontact.ask.usecases.sorting import names_an_action
from dailycontact.ask.view import proposed as view
from dailycontact.core.answer import Kind
from dailycontact.core.references import action_number
from dailycontact.core.sentences import shortened
from dailycontact.core.theme import Alike, Proposal
from dailycontact.errors import NotFound, UsageProblem
from dailycontact.store import action_themes, actions, themes
from dailycontact.terminal.card import paragraph, spread
from dailycontact.terminal.prompts import ENTER

WISH, PRAISE, THEME, NEW, URGENT, NONE = "a", "p", "t", "n", "!", "-"
"""The keys."""
OTHER = {Kind.PRAISE: "p", Kind.NOTHING: "0"}
"""The keys of what is no wish."""


class Wishes(Questions):
    """The questions about what the customer says now."""

    def ask(self) -> None:
        """Ask for the one thing, then for more until there is none."""
        self.head(f"The one thing, in {self.name}'s words", "e editor · Enter nothing")
        missing = any(told.better for told in self.notebook.conversation.told)
        if not self._wish() and not missing:
            self.notebook.hear(Heard(words="", kind=Kind.NOTHING))
        while (pressed := self._more()) != ENTER:
            match pressed:
                case "!":
                    self._mark_urgent()
                case "p":
                    self._praise()
                case "t":
                    self._name_a_theme()
                case "a":
                    self._wish()
                case words:
                    self.notebook.wish(words)
                    self._sort(words)

    def _more(self) -> str:
        """Ask whether there was something else; what cannot be said yet is not offered.

        Words that are typed at once are returned as they are.
        """
        last = self.notebook.last_wish
        keys = {WISH: "wish" if last is None else "another wish", PRAISE: "praise"}
        if last is not None and last.about is None and not self._themes:
            keys[THEME] = "its theme"
        if last is not None and not last.urgent:
            keys[URGENT] = "it is urgent"
        self.head("One more thing?")
        return self.lines_kept(
            lambda: self.asker.key_or_line({**keys, ENTER: "no"}), self.notebook.wish
        )

    def _wish(self) -> str:
        """Return the words of a wish, written down and sorted."""
        words = self.words(self.notebook.wish)
        if words:
            self._sort(words)
        return words

    def _sort(self, words: str) -> None:
        """Propose what the words are, and what they are about; silent where nothing is known."""
        from dailycontact.store.suggesting import suggest  # loaded in the background until then

        look, today = self.workspace.look, self.workspace.today
        seems = suggest(look, words, today=today, leader_id=self.workspace.leader.id)
        if seems.kind is not Kind.SUGGESTION and self._is_no_wish(seems.kind):
            return
        if seems.proposals:
            self._propose(seems.proposals, seems.unread)
        elif self._themes or seems.unread:
            self._nothing_read(seems.unread)

    @property
    def _themes(self) -> bool:
        """Whether the book has any theme."""
        return bool(themes.themes(self.workspace.look))

    def _is_no_wish(self, kind: Kind) -> bool:
        """Ask whether it is praise, or nothing to wish for; write it down so if it is."""
        self.workspace.screen.say(view.sounds_like(kind))
        other = Kind.PRAISE if kind is Kind.NOTHING else Kind.NOTHING
        kinds = {ENTER: kind, OTHER[other]: other}
        keys = {key: view.KINDS[one] for key, one in kinds.items()}
        pressed = self.asker.key({**keys, "w": "a wish all the same"})
        if pressed == "w":
            return False
        kind = kinds[pressed]
        others = any(one.is_wish for one in self.notebook.conversation.heard[:-1])
        if kind is Kind.NOTHING and others:
            self.notebook.forget_last()
            return True
        self.notebook.change_last(kind=kind)
        if kind is Kind.PRAISE:
            self._for_whom()
        return True

    def _propose(self, proposals: tuple[Proposal, ...], unread: tuple[Alike, ...]) -> None:
        """Ask for one key that says what the wish is about; Enter takes only what is likely."""
        first, *others = proposals
        told = view.unread(unread) if unread and not first.is_likely else None
        self.workspace.screen.say(*(told or view.proposed(first, today=self.workspace.today)))
        key = ENTER if first.is_likely else "1"
        offered = {key: first, **{str(at): one for at, one in enumerate(others, start=2)}}
        keys = {ENTER: view.taken(first) if first.is_likely else "no theme"}
        keys |= {key: view.named(one) for key, one in offered.items() if key != ENTER}
        keys |= {THEME: "another" if others else "another theme", NEW: "something new"}
        keys |= {URGENT: "urgent"} | ({NONE: "no theme"} if first.is_likely else {})
        pressed = self._pressed(keys)
        if pressed in offered:
            self.notebook.change_last_wish(about=_about(offered[pressed]))
        else:
            self._other_than_proposed(pressed)

    def _nothing_read(self, unread: tuple[Alike, ...]) -> None:
        """Say that nothing like it has a theme, and let it have one all the same."""
        nothing = paragraph("Nothing like it so far.", indent=2)
        self.workspace.screen.say(*(view.unread(unread) if unread else [nothing]))
        keys = {ENTER: "no theme"} | ({THEME: "a theme"} if self._themes else {})
        keys |= {NEW: "something new", URGENT: "urgent"}
        self._other_than_proposed(self._pressed(keys))

    def _pressed(self, keys: dict[str, str]) -> str:
        """Return the key that says what it is about; urgent only marks it, and is asked once."""
        pressed = self.asker.key(keys)
        if pressed != URGENT:
            return pressed
        self._mark_urgent()
        return self.asker.key({key: said for key, said in keys.items() if key != URGENT})

    def _other_than_proposed(self, pressed: str) -> None:
        if pressed == THEME:
            self._name_a_theme()
        elif pressed == NEW:
            self._name_a_theme(new=True)

    def _name_a_theme(self, *, new: bool = False) -> None:
        """Ask for the theme of the last wish until it can be one; Enter: none."""
        label = "What would you call it? (Enter: no name yet)" if new else "Which theme?"
        which = theme_named if new else theme_meant
        while typed := self.asker.line(label):
            try:
                name = which(self.workspace, typed, asks=True)
                called = self._called(name)
            except (UsageProblem, NotFound) as problem:
                self.workspace.screen.warn(str(problem))
                continue
            self.workspace.screen.say(spread("", called))
            self.notebook.change_last_wish(about=self._or_at_work(name))
            return

    def _or_at_work(self, name: str) -> str:
        """Return the action for a theme, where there is one and the wish is added to it."""
        look = self.workspace.look
        theme = themes.theme_named(look, name)
        at_work = action_themes.at_work(look, theme.id) if theme else None
        if at_work is None:
            return name
        self.workspace.screen.say(view.works_on_it(at_work, today=self.workspace.today))
        pressed = self.asker.key({ENTER: view.added(at_work), NONE: "only the theme"})
        return name if pressed == NONE else f"A{at_work.action_id}"

    def _called(self, name: str) -> str:
        """Return a theme, or the action that was typed instead, as it is said back."""
        look = self.workspace.look
        if names_an_action(name):
            action = actions.action(look, action_number(name))
            return f"{action.reference} {action.title}"
        return name if themes.theme_named(look, name) else f"{name} (new)"

    def _mark_urgent(self) -> None:
        """Mark the last wish, and no other; say it back."""
        last = self.notebook.last_wish
        if last is not None:
            self.notebook.change_last_wish(urgent=True)
            said = paragraph(f"Urgent: “{shortened(last.words, width=60)}”")
            self.workspace.screen.say(said)

    def _praise(self) -> None:
        if self.words(lambda words: self.notebook.hear(Heard(words=words, kind=Kind.PRAISE))):
            self._for_whom()

    def _for_whom(self) -> None:
        """Ask whom the praise is for that was heard last."""
        praised = self.member("For whom?")
        if praised is not None:
            self.notebook.change_last(praised=praised)


def _about(proposal: Proposal) -> str:
    """Return what is written down of a proposal: the action that serves it, else the theme."""
    return f"A{proposal.at_work.action_id}" if proposal.at_work else proposal.theme.name
