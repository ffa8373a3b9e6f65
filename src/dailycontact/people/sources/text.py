"""Bytes become text here, once and strictly: a wrong letter in a name is worse than a refusal."""

import codecs
import io
import re
from dataclasses import dataclass, field
from pathlib import Path

from dailycontact.core.contact import shortened
from dailycontact.errors import BadInput, UsageProblem
from dailycontact.people.sources.letters import Letters, letters_of, pieces

MOST_BYTES = 50_000_000
LARGE_BYTES = 1_000_000_000
"""What is read of one file with --large."""
START = 4_096
"""Bytes by which other kinds of file give themselves away."""

_OTHER_FILES = (
    (b"PK\x03\x04", "an Excel workbook or another archive"),
    (b"PK\x05\x06", "an empty archive"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
_OTHER_TEXTS = (
    (re.compile(rb"\s*<(!doctype|html|head|body|table|meta)\b", re.IGNORECASE), "a web page"),
    (re.compile(rb"\s*<\?xml\b", re.IGNORECASE), "XML"),
    (re.compile(rb"\s*\{\\rtf"), "a document"),
    (re.compile(rb"\s*begin:vcard", re.IGNORECASE), "a set of address cards (.vcf)"),
    (re.compile(rb'\s*(\{\s*"|\[\s*\{)'), "JSON"),
)
_END_OF_FILE = b"\x1a"
"""As DOS ended texts, and some of its heirs still do."""
_CONTROLS = bytes({*range(1, 32)} - set(b"\t\n\v\f\r\x1a\x1b"))
_MOST_CONTROLS = 1 / 20
_OF_PROGRAMS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape"})
"""What Python calls encodings, and no file of names is written in."""
LINE_BREAK = re.compile(r"\r\n|\r|\n")


class FileUnreadable(BadInput):
    """The file is missing, a folder, locked, empty, too large, or no text at all."""


class Undecodable(BadInput):
    """The bytes are not text in the encoding that was given or found."""


class NulCharacter(BadInput):
    """The text holds NULs, which no text file does, everywhere or among its headers."""


class UnknownEncoding(UsageProblem):
    """The value of --encoding names nothing that Python can decode."""


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """A text as UTF-8 without its mark; `guessed` when nothing proves the encoding."""

    content: bytes = field(repr=False)
    encoding: str
    guessed: bool


def load(path: Path, *, large: bool = False) -> bytes:
    """Return the bytes of a file, one more than 50 MB (`large`: 1 GB) at the most.

    Raises FileUnreadable.
    """
    try:
        with path.open("rb") as file:
            return file.read((LARGE_BYTES if large else MOST_BYTES) + 1)
    except IsADirectoryError:
        raise FileUnreadable(f"{path} is a folder: name the file in it to import.") from None
    except FileNotFoundError:
        raise FileUnreadable(f"There is no file {path}: check the name and the folder.") from None
    except PermissionError:
        raise FileUnreadable(f"You may not read {path}: check its permissions.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FileUnreadable(f"{path} cannot be read ({reason}).") from error


def decode(data: bytes, *, file: str, encoding: str | None = None, large: bool = False) -> Decoded:
    """Turn bytes into UTF-8: as told, by their mark, as strict UTF-8, by their zeros, or guessed.

    A few NULs stay in it, for whoever reads the rows to refuse. At most 50 MB, or 1 GB if `large`.
    Raises FileUnreadable, Undecodable, NulCharacter, or UnknownEncoding.
    """
    _require_text(data, file, large=large)
    letters = letters_of(data) if encoding is None else Letters(_known(encoding))
    content = data if letters.proven else _as_utf8(data, letters.encoding, file)
    content = content.removesuffix(_END_OF_FILE)
    if not content or content.isspace():
        raise FileUnreadable(f"{file} is empty: export it again, or choose another file.")
    start = content[:START]
    for sign, what in _OTHER_TEXTS:
        if sign.match(start):
            raise _no_table(file, what)
    _refuse_many_nuls(content, file)
    return Decoded(content=content, encoding=letters.encoding, guessed=letters.guessed)


def line_breaks(text: str) -> int:
    r"""Count the line breaks in a text; \r\n is one."""
    return len(LINE_BREAK.findall(text))


def nul_at(file: str, line: int) -> NulCharacter:
    """Return the error for a NUL in a line without which the file cannot be read."""
    return NulCharacter(
        f"{file}, line {line}: there is a NUL character, so this is no text that can be read; "
        "save it as CSV (UTF-8) and import that."
    )


def _require_text(data: bytes, file: str, *, large: bool) -> None:
    if len(data) > LARGE_BYTES:
        raise FileUnreadable(f"{file} is larger than 1 GB: split it and import the parts.")
    if len(data) > MOST_BYTES and not large:
        raise FileUnreadable(
            f"{file} is larger than 50 MB: split it and import the parts, or add --large."
        )
    for magic, what in _OTHER_FILES:
        if data.startswith(magic):
            raise _no_table(file, what)
    start = data[:START]
    if len(start.translate(None, _CONTROLS)) < len(start) * (1 - _MOST_CONTROLS):
        raise FileUnreadable(f"{file} is no text that can be read: save it as CSV (UTF-8) first.")


def _no_table(file: str, what: str) -> FileUnreadable:
    return FileUnreadable(f"{file} is {what}, not a CSV: save it as CSV (UTF-8) first.")


def _known(encoding: str) -> str:
    """Return an encoding in which letters are written, and no program or packing; or raise."""
    choices = "utf-8, utf-16, cp1252, iso-8859-1"
    try:
        name = codecs.lookup(encoding).name.replace("_", "-")
        "".encode(encoding)
    except (LookupError, ValueError):
        name = ""
    if not name or name in _OF_PROGRAMS:
        raise UnknownEncoding(
            f"--encoding “{shortened(encoding)}” is not known: try one of {choices}."
        )
    return encoding


def _as_utf8(data: bytes, encoding: str, file: str) -> bytes:
    """Return the text as UTF-8 without its mark, nor those of files that were put together."""
    content = _transcoded(data, encoding) or _utf8(_strictly(data, encoding, file), file)
    return content.replace(codecs.BOM_UTF8, b"")


def _transcoded(data: bytes, encoding: str) -> bytes:
    """Return the text as UTF-8, a piece at a time; nothing where that cannot be done."""
    content = io.BytesIO()
    try:
        decoder = codecs.getincrementaldecoder(encoding)("strict")
        for piece in pieces(data):
            content.write(decoder.decode(piece).encode())
        content.write(decoder.decode(b"", final=True).encode())
    except (LookupError, ValueError, TypeError, AttributeError):
        return b""
    return content.getvalue()


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error, encoding, file) from None
    except UnicodeError as error:
        raise Undecodable(f"{file} is not {encoding} ({error}): try another --encoding.") from None


def _undecodable(data: bytes, error: UnicodeDecodeError, encoding: str, file: str) -> Undecodable:
    before = data[: error.start].decode(encoding, "replace")
    line = line_breaks(before) + 1
    column = len(LINE_BREAK.split(before)[-1]) + 1
    value = data[error.start : max(error.end, error.start + 1)][:4].hex(" ").upper()
    return Undecodable(
        f"{file}, line {line}, column {column}: the bytes {value} are not {encoding}; "
        "say what the file is with --encoding (cp1252, for example), or save it as UTF-8."
    )


def _refuse_many_nuls(content: bytes, file: str) -> None:
    """Refuse what has NULs in half of its lines: it is no text, or of another encoding."""
    if b"\0" not in content:
        return
    with_nul = sum(b"\0" in line for line in io.BytesIO(content))
    if with_nul * 2 >= sum(not line.isspace() for line in io.BytesIO(content)):
        before = content[: content.index(b"\0")].decode()
        raise nul_at(file, line_breaks(before) + 1)


def _utf8(text: str, file: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        line = line_breaks(text[: error.start]) + 1
        raise Undecodable(
            f"{file}, line {line}: half a character; save the file as UTF-8."
        ) from None
