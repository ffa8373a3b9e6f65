"""Names of several words, typed without quotes: what was meant is shown, and nothing guessed."""

from collections.abc import Sequence

from dailycontact.core.naming import fold
from dailycontact.core.program import PROGRAM
from dailycontact.core.quoting import typed
from dailycontact.core.theme import Theme
from dailycontact.errors import UsageProblem


class InQuotes(UsageProblem):
    """A name of several words was typed as several names, or beside the answers."""

    def __init__(self, command: str) -> None:
        super().__init__(f"A name of several words is typed in quotes, like: {PROGRAM} {command}")


class ThemeAsAnAnswer(UsageProblem):
    """The name of a theme was typed where the answers are."""

    def __init__(self, command: str) -> None:
        super().__init__(f"Answers are numbers; the theme is named like: {PROGRAM} {command}")


def check_numbers(texts: Sequence[str], *, named: str | None, option: str, command: str) -> None:
    """Raise the sentence that shows where the words among the numbers of answers belong.

    `named` is the theme that was given with `option`, of which they may be the rest.

    Raises:
        InQuotes, ThemeAsAnAnswer: there are words, with a theme and without.

    """
    words = [text for text in texts if not any(letter.isdigit() for letter in text)]
    if not words:
        return
    numbers = " ".join(text for text in texts if text not in words) or "ANSWER"
    name = typed(" ".join([named, *words] if named else words))
    problem = InQuotes if named else ThemeAsAnAnswer
    raise problem(f"{command} {numbers} {option} {name}")


def check_one_name(words: Sequence[str], *, command: str) -> str:
    """Return the one name that was typed.

    Raises:
        InQuotes: it was typed as several words.

    """
    if len(words) > 1:
        raise InQuotes(f"{command} {typed(' '.join(words))}")
    return words[0]


def check_apart(words: Sequence[str], themes: Sequence[Theme], *, command: str) -> None:
    """Raise where words that stand one after the other are together the name of one theme.

    Raises:
        InQuotes: they are.

    """
    names = {fold(theme.name) for theme in themes}
    for start in range(len(words)):
        for end in range(start + 2, len(words) + 1):
            name = " ".join(words[start:end])
            if fold(name) in names:
                parts = [*words[:start], name, *words[end:]]
                raise InQuotes(f"{command} {' '.join(typed(part) for part in parts)}")
