"""Everything that a person is asked; always on stderr, and only when somebody is there to answer.

Ctrl-C and the end of the input leave the same way at every prompt: with Interrupted, exit code 130.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout, suppress

from dailycontact.core.references import typed_number
from dailycontact.errors import DailycontactError, Interrupted, UsageProblem
from dailycontact.terminal.card import MARGIN, spread
from dailycontact.terminal.card import keys as keys_part
from dailycontact.terminal.door import safe
from dailycontact.terminal.keyboard import (
    drop_waiting_keys,
    key_or_words,
    leave_out_words,
    reads_single_keys,
    single_keys,
)
from dailycontact.terminal.line import Line
from dailycontact.terminal.screen import Screen
from dailycontact.terminal.styles import LABEL

ENTER = "Enter"
"""How the key Return is called in the keys that are offered."""
MARK = "\u203a"
NEEDED = "This is needed; Ctrl-C stops."

_WORDS = {"yes": "y", "no": "n"}
_MEANS = {"y": True, "yes": True, "n": False, "no": False}
# What an arrow key leaves behind where the terminal does not edit lines, and other controls.
_STRAY = re.compile("\x1b\\[[0-9;?]*[A-Za-z~]|\x1bO[A-Z]|[\x00-\x08\x0a-\x1f\x7f]")


class MissingValue(UsageProblem):
    """A value was not given, and nobody can be asked for it."""

    def __init__(self, label: str, flag: str) -> None:
        super().__init__(f"{label} is missing, and nobody can be asked here; give it with {flag}.")


class NotConfirmed(UsageProblem):
    """A confirmation is needed, and nobody can be asked for it."""

    def __init__(self, question: str, flag: str) -> None:
        super().__init__(f"“{question}” needs a yes, and nobody can be asked here; add {flag}.")


class Stopped(Interrupted):
    """Ctrl-C, or the end of the input, at a prompt; `unfinished` is the line typed so far."""

    def __init__(self, unfinished: str = "") -> None:
        super().__init__("Stopped.")
        self.unfinished = unfinished


class Asker:
    """Who asks the leader; made with the screen, and with what the command line said of asking."""

    def __init__(
        self,
        screen: Screen,
        *,
        no_input: bool = False,
        yes: bool = False,
        interactive: bool | None = None,
    ) -> None:
        """`interactive` overrides whether stdin is a terminal, for a test or another program."""
        self.screen = screen
        self.yes = yes
        self.can_ask = not no_input and (
            sys.stdin is not None and sys.stdin.isatty() if interactive is None else interactive
        )

    def ask(
        self,
        label: str,
        *,
        flag: str,
        default: str | None = None,
        check: Callable[[str], object] | None = None,
    ) -> str:
        """Return what is typed; asked again when empty, or while `check` raises one of our errors.

        Raises:
            MissingValue: nobody can be asked, and there is no default.
            Stopped: Ctrl-C or Ctrl-D.

        """
        if not self.can_ask and default is None:
            raise MissingValue(label, flag)
        while True:
            typed = self._read(_question(label, default)) if self.can_ask else ""
            answer = typed or default
            if not answer:
                self.screen.hint(NEEDED)
            elif not self.can_ask or self._is_fine(answer, check):
                return answer

    def confirm(self, question: str, *, flag: str = "--yes", default: bool = False) -> bool:
        """Return whether the leader says yes; with `yes`, without asking.

        Raises:
            NotConfirmed: nobody can be asked.
            Stopped: Ctrl-C or Ctrl-D.

        """
        if self.yes:
            return True
        if not self.can_ask:
            raise NotConfirmed(question, flag)
        while True:
            typed = self._read(f"{question} [{'Y/n' if default else 'y/N'}]").lower()
            if typed in _MEANS:
                return _MEANS[typed]
            if not typed:
                return default
            self.screen.hint("Answer y or n.")

    def choose(self, label: str, options: Sequence[str], *, flag: str) -> int:
        """Return the place (from 0) of the option that the leader chooses from a numbered list.

        Raises:
            MissingValue: nobody can be asked.
            Stopped: Ctrl-C or Ctrl-D.

        """
        if not self.can_ask:
            raise MissingValue(label, flag)
        for number, option in enumerate(options, start=1):
            self.screen.say(f"{number:3}  {safe(option)}")
        while True:
            typed = self._read(f"{label} (1-{len(options)}) {MARK}")
            place = typed_number(typed)
            if place is not None and 1 <= place <= len(options):
                return place - 1
            self.screen.hint(f"Type a number from 1 to {len(options)}.")

    def line(self, label: str = "", *, text: str = "") -> str:
        """Return one line as typed, without blanks around it; Enter alone is the empty string.

        `text` stands there to be changed, where the terminal edits lines.
        """
        if not self.can_ask:
            return ""
        with _standing_there(text):
            return self._read(f"{label or ' '} {MARK}")

    def key(
        self, keys: Mapping[str, str], *, fresh: bool = False, with_return: bool = False
    ) -> str:
        """Show the keys with what they mean, and return the one that is pressed.

        ENTER stands for the Return key. Upper case will do. Where single keys cannot be read (a
        dumb terminal, a pipe), a letter and Return. With `fresh`, what was typed before the keys
        are shown is forgotten: it was meant for something else. `with_return`, the key counts with
        Return only, and alone: where a key in a word that somebody types would do too much.

        Raises:
            MissingValue: nobody can be asked.
            Stopped: Ctrl-C or Ctrl-D.

        """
        if not self.can_ask:
            raise MissingValue("A key", "the options of the command")
        if fresh:
            drop_waiting_keys()
        if reads_single_keys() and not with_return:
            return self._pressed(keys)
        while True:
            self.screen.ask(keys_part(keys, mark=MARK))
            typed = self._read("")
            if " " in typed:
                self.screen.hint(_press(keys))
                continue
            pressed = _WORDS.get(typed.lower(), typed) if with_return else typed[:1]
            if found := _matching(pressed or ENTER, keys):
                return found
            self.screen.hint(_press(keys))

    def key_or_line(self, keys: Mapping[str, str]) -> str:
        """Return the key that is pressed, as `key`; or the whole line, where words are typed.

        Raises:
            MissingValue, Stopped: as `key`, and as `line`.

        """
        if not self.can_ask:
            raise MissingValue("A key", "the options of the command")
        while True:
            if reads_single_keys():
                pressed = self._pressed(keys, takes_words=True)
                typed = pressed if pressed in keys else self.line(text=pressed)
            else:
                self.screen.ask(keys_part(keys, mark=MARK))
                typed = self._read("") or ENTER
            if found := _matching(typed, keys):
                return found
            if len(typed) > 1:
                return typed
            self.screen.hint(_press(keys))

    def editor(self, text: str = "") -> str | None:
        """Return what the leader wrote in their editor; None when it is empty or unchanged.

        Raises:
            MissingValue: nobody can be asked.
            NoEditor: none is set, and none of the usual ones is there.

        """
        if not self.can_ask:
            raise MissingValue("The text", "the options of the command")
        from dailycontact.terminal.editing import edited

        return edited(text)

    def _pressed(self, keys: Mapping[str, str], *, takes_words: bool = False) -> str:
        """Return the key that is pressed; words are none, but for who takes their first letters."""
        with _at_a_prompt(), single_keys():
            self.screen.ask(keys_part(keys, mark=MARK))
            pressed = _next(keys, takes_words=takes_words)
            if not pressed:
                self.screen.say(Line(""))
                self.screen.ask(spread((_press(keys), LABEL), MARK))
            # Said once: keys held down, or an arrow, would fill the screen with it.
            while not pressed:
                pressed = _next(keys, takes_words=takes_words)
            self.screen.say(Line(pressed if pressed in keys and pressed != ENTER else ""))
            return pressed

    def _read(self, question: str) -> str:
        try:
            with _at_a_prompt():
                typed = input(f"{' ' * MARGIN}{safe(question)} " if question else "")
        except Stopped:
            raise Stopped(_unfinished()) from None
        words = " ".join(_STRAY.sub("", line) for line in typed.splitlines())
        return words.encode("utf-8", "replace").decode().strip()

    def _is_fine(self, answer: str, check: Callable[[str], object] | None) -> bool:
        try:
            if check:
                check(answer)
        except DailycontactError as problem:
            self.screen.warn(str(problem))
            return False
        return True


@contextmanager
def _standing_there(text: str) -> Iterator[None]:
    """Have the next line that is typed begin with a text, where readline edits it."""
    if not text or not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield
        return
    with suppress(ImportError):
        import readline  # noqa: F401 - found below, where there is one
    editing = sys.modules.get("readline")
    if editing is None:
        yield
        return
    words = " ".join(safe(text).split())
    editing.set_startup_hook(lambda: editing.insert_text(words))
    try:
        yield
    finally:
        editing.set_startup_hook(None)


def _question(label: str, default: str | None) -> str:
    return f"{label} [{default}] {MARK}" if default else f"{label} {MARK}"


def _unfinished() -> str:
    """Return what was typed before Ctrl-C, where the terminal edits lines."""
    readline = sys.modules.get("readline")
    return readline.get_line_buffer().strip() if readline else ""


@contextmanager
def _at_a_prompt() -> Iterator[None]:
    """Keep the prompt off a stdout that is read by somebody else, and leave one way only.

    Typer's own prompt is not used: it hands input() the last character of the question alone, so
    that editing a long line paints over the rest of it, and that character goes to stdout.
    """
    try:
        if sys.stdout.isatty():
            with suppress(ImportError):
                import readline  # noqa: F401 - input() edits lines once it is imported
            yield
        else:
            with redirect_stdout(sys.stderr):
                yield
    except (KeyboardInterrupt, EOFError):
        sys.stderr.write("\n")
        raise Stopped from None


def _press(keys: Mapping[str, str]) -> str:
    """Return which keys there are: "Press p, o, x or Enter."."""
    *others, last = sorted(keys, key=lambda key: key == ENTER)
    return f"Press {', '.join(others)} or {last}." if others else f"Press {last}."


def _next(keys: Mapping[str, str], *, takes_words: bool) -> str:
    """Return the key that is pressed next, or the first letters of words; nothing for any other."""
    pressed, is_words = key_or_words(lambda key: _matching(key, keys) is not None)
    if not is_words:
        return _matching(pressed, keys) or ""
    if not takes_words:
        leave_out_words()
    return pressed if takes_words else ""


def _matching(pressed: str, keys: Mapping[str, str]) -> str | None:
    key = ENTER if pressed in ("\r", "\n") else pressed
    return next((one for one in (key, key.lower()) if one in keys), None)
