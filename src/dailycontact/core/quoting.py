"""How a name is written in a command that is shown to be typed."""

from shlex import quote

_SPECIAL = frozenset('"\\$`!')


def typed(text: str) -> str:
    """Return the name as one types it: as it is, or in double quotes, which hold an apostrophe.

    What a shell would read in double quotes is quoted as the shell's own rules have it.
    """
    if quote(text) == text:
        return text
    return quote(text) if _SPECIAL & set(text) else f'"{text}"'
