"""Which answers are praise, or say that there is nothing: told by the words that people use."""

import re

from dailycontact.core.answer import Kind
from dailycontact.core.likeness import words_of

_NOTHING = re.compile(
    r"(no|none|nope|nothing|n a|na|not really"
    r"|nothing (really )?(at all|comes to mind|to add|for now)"
    r"|(i )?(can ?not|can't|cant|couldn't) think of anything( at all)?|all (is )?(fine|good|well)"
    r"|(everything('s| is| was)?) (fine|ok|okay)|don't know|no idea)( thank you| thanks)?"
)


def kind_of(text: str) -> Kind | None:
    """Return praise or nothing where the words say so, or None where they say neither."""
    said = " ".join(words_of(text))
    return Kind.NOTHING if _NOTHING.fullmatch(said) else None
