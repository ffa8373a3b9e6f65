"""Reads the lines of one address card as bytes, because folds cut letters and charsets differ.

vCard 2.1 gives each property a charset and an encoding of its own, 3.0 and 4.0 fold lines after
75 bytes, if need be inside a letter; so lines are joined first, and become text one by one.
"""

import binascii
import codecs
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from dailycontact.core.contact import shortened
from dailycontact.people.sources.sheet import LONGEST_CELL

_CHARSET_NAME = re.compile(r"[\w.:-]{1,40}", re.ASCII)
_TEXT_CHARSET = re.compile(
    r"utf-(?:8(?:-sig)?|(?:16|32)(?:-[lb]e)?)|ascii|iso(?:8859|2022)[\w-]+|cp\d+|koi8-\w|mac-roman|"
    r"shift_jis\w*|euc_\w+|gb\w+|big5\w*"
)
_WESTERN = re.compile(r"iso8859|cp125|ascii|mac-roman")
# Whoever turned a whole file into UTF-8 left the names of the charsets standing. Western text is
# never UTF-8 by chance, nor are East Asian letters from this byte on, which begins three in UTF-8.
_THREE_BYTES = 0xE0
_JOINED = re.compile(rb"\n[ \t]|=\n")
_SHORT = 100
"""Bytes of a head that may be remembered: all the cards of a file have the same few."""
_QUOTED_PRINTABLE = b"QUOTED-PRINTABLE"
_BETWEEN_PARAMETERS = re.compile(r'((?:[^";]|"[^"]*+"|")++)')
_HEAD = re.compile(rb'(?:[^":]|"[^"]*+")*+(?=:)')
_ESCAPE = re.compile(r'\\([\\,;:"nN])')
_CARETS = {"^^": "^", "^n": "\n", "^'": '"'}
_CARET = re.compile(r"\^[n^']")
_PARTS = re.compile(r"(?:[^;\\]|\\.|\\$)*+", re.DOTALL)

# What makes a line of a card a loss where its colon is missing; anything else is no property.
_CUT_SHORT = re.compile(rb"(?:[\w-]+\.)?(?:FN|N|TEL|EMAIL)(?:;[^:]*)?[ =]", re.IGNORECASE)


class Unreadable(ValueError):
    """A property that matters cannot be read; the text says why, and never leaves this package."""


class Head(NamedTuple):
    """What stands before the colon: `types` in upper case, the bare ones of 2.1 included."""

    group: str
    name: str
    types: tuple[str, ...]
    parameters: Mapping[str, str]


class Property(NamedTuple):
    """One property of a card, not yet decoded."""

    head: Head
    value: bytes


def properties_of(card: bytes) -> Iterator[Property]:
    """Yield the properties of a card whose lines end with a line feed, in their order.

    Comments, and lines that are none, are passed over, so that a broken note costs nobody; raises
    Unreadable for a name, a phone or an e-mail without its colon.
    """
    for line in unfolded(card):
        if line.startswith(b"#"):
            continue
        head, colon, value = line.partition(b":")
        if b'"' in head and (found := _HEAD.match(line)):
            head, value = found[0], line[found.end() + 1 :]
        if colon:
            yield Property((_known_head if len(head) <= _SHORT else _head)(head), value)
        elif _CUT_SHORT.match(line):
            said = shortened(line.decode("ascii", "replace"))
            raise Unreadable(f"the line “{said}” has no colon")


def unfolded(card: bytes) -> Iterator[bytes]:
    """Yield the lines with what is folded below them, and with soft line breaks joined."""
    if not _JOINED.search(card):
        yield from filter(bytes.strip, card.split(b"\n"))
        return
    open_parts: list[bytes] = []
    soft = False
    for line in card.split(b"\n"):
        if open_parts and soft and open_parts[-1].endswith(b"="):
            open_parts[-1] = open_parts[-1][:-1]
            open_parts.append(line)
        elif open_parts and line[:1] in (b" ", b"\t"):
            open_parts.append(line[1:])
        else:
            if open_parts:
                yield b"".join(open_parts)
            open_parts = [line] if line.strip() else []
            soft = _QUOTED_PRINTABLE in line.partition(b":")[0].upper()
    if open_parts:
        yield b"".join(open_parts)


def text_of(this: Property, encoding: str) -> str:
    """Return the value as text, escapes and all; `encoding` is for a property that names none.

    Raises Unreadable where the bytes are not what they are said to be, or are too many.
    """
    value = _decoded(this, encoding)
    if "\0" in value:
        raise Unreadable(f"{this.head.name} holds a NUL character, so this is no text")
    if len(value) > LONGEST_CELL:
        raise Unreadable(
            f"{this.head.name} has {len(value):,} characters, {LONGEST_CELL:,} are the most"
        )
    return value


@lru_cache(maxsize=64)
def known_charset(charset: str) -> str | None:
    """Return Python's name of a charset that is safe to decode, or None."""
    if not _CHARSET_NAME.fullmatch(charset):
        return None
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    return name if _TEXT_CHARSET.fullmatch(name) else None


def unescaped(text: str) -> str:
    r"""Return a text without its escapes: `\n`, `\,`, `\;`, `\\`."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def parts(text: str) -> tuple[str, ...]:
    """Return what stands between the semicolons of an address or a name, without escapes."""
    if "\\" not in text:
        return tuple(text.split(";"))
    found = []
    at = 0
    while at <= len(text):
        part = _PARTS.match(text, at)
        cut = part.end() if part else len(text)
        found.append(unescaped(text[at:cut]))
        at = cut + 1
    return tuple(found)


def _head(head: bytes) -> Head:
    before = head.decode("utf-8", "replace")
    pieces = _BETWEEN_PARAMETERS.findall(before) if '"' in before else before.split(";")
    group, _, name = (pieces[0] if pieces else "").strip().rpartition(".")
    types: list[str] = []
    parameters: dict[str, str] = {}
    for piece in pieces[1:]:
        key, equals, said = piece.partition("=")
        key = key.strip().upper()
        if not equals:
            types.append(key)
        elif key == "TYPE":
            types += (one.strip().upper() for one in said.replace('"', "").split(","))
        else:
            parameters.setdefault(key, _CARET.sub(_uncaret, said.strip().strip('"')))
    return Head(group.casefold(), name.upper(), tuple(types), parameters)


_known_head = lru_cache(maxsize=1024)(_head)


def _uncaret(found: re.Match[str]) -> str:
    """Return what a caret stands for in a parameter (RFC 6868)."""
    return _CARETS[found[0]]


def _decoded(this: Property, encoding: str) -> str:
    how = this.head.parameters.get("ENCODING", "").upper()
    value, charset = this.value, this.head.parameters.get("CHARSET", "")
    if how == "QUOTED-PRINTABLE" or "QUOTED-PRINTABLE" in this.head.types:
        value = binascii.a2b_qp(value)
    elif how in {"B", "BASE64"} or "BASE64" in this.head.types:
        value = _from_base64(this)
    if value.isascii() and not charset.upper().startswith(("UTF-16", "ISO-2022")):
        return value.decode("ascii")
    return _strictly(this, value, _codec(this, charset, value, encoding))


def _from_base64(this: Property) -> bytes:
    try:
        return binascii.a2b_base64(this.value)
    except binascii.Error:
        raise Unreadable(f"{this.head.name} is damaged: its base64 does not fit") from None


def _codec(this: Property, charset: str, value: bytes, encoding: str) -> str:
    codec = known_charset(charset) if charset else encoding
    if codec is None:
        raise Unreadable(
            f"nobody here knows the CHARSET “{shortened(charset)}” of {this.head.name}"
        )
    if (
        charset
        and _is_utf8(value)
        and (_WESTERN.match(codec) or max(value, default=0) >= _THREE_BYTES)
    ):
        return "utf-8"
    return encoding if codec == "ascii" else codec


def _is_utf8(value: bytes) -> bool:
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _strictly(this: Property, value: bytes, encoding: str) -> str:
    try:
        return value.decode(encoding)
    except UnicodeError as error:
        at = getattr(error, "start", 0)
        wrong = value[at : at + 4].hex(" ").upper()
        raise Unreadable(f"the bytes {wrong} of {this.head.name} are not {encoding}") from None
