"""Bytes become text here, once and strictly: a wrong letter in a name is worse than a refusal."""

import codecs
import re
from dataclasses import dataclass, field
from pathlib import Path

from dailycontact.errors import BadInput, UsageProblem

MOST_BYTES = 50_000_000
SAMPLE = 16_384

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FILES = (
    (b"PK\x03\x04", "an Excel workbook or another archive"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
    (b"%PDF", "a PDF"),
)
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
# What Western names never do: three accented letters in a row (Greek and Cyrillic read as cp1252),
# a capital or a sign after a small letter (Mac Roman, or the Polish and Czech letters of cp1250).
_NOT_WESTERN = re.compile(
    r"[À-ÖØ-öø-ÿŠŽšžŒœŸ]{3,}|(?<=[a-z])[À-ÖØ-ÞŠŽŒŸ]|(?<=[A-Za-z])[¡-¦¨©¬¯±-\u00b4µ¶¹¼-¿]"
)


class FileUnreadable(BadInput):
    """The file is missing, a folder, locked, empty, too large, or no text at all."""


class Undecodable(BadInput):
    """The bytes are not text in the encoding that was given or found."""


class NulCharacter(BadInput):
    """The text holds a NUL, which no text file does."""


class UnknownEncoding(UsageProblem):
    """The value of --encoding names nothing that Python can decode."""


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """A text as UTF-8 without its mark; `guessed` when nothing proves the encoding."""

    content: bytes = field(repr=False)
    encoding: str
    guessed: bool


def load(path: Path) -> bytes:
    """Return the bytes of a file of at most 50 MB; raises FileUnreadable."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except IsADirectoryError:
        raise FileUnreadable(f"{path} is a folder: name the file in it to import.") from None
    except FileNotFoundError:
        raise FileUnreadable(f"There is no file {path}: check the name and the folder.") from None
    except PermissionError:
        raise FileUnreadable(f"You may not read {path}: check its permissions.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FileUnreadable(f"{path} cannot be read ({reason}).") from error
    return data


def decode(data: bytes, *, file: str, encoding: str | None = None) -> Decoded:
    """Turn bytes into UTF-8: as told, by their mark, as strict UTF-8, by their zeros, or guessed.

    Raises FileUnreadable, Undecodable, NulCharacter, or UnknownEncoding.
    """
    _require_text(data, file)
    found, guessed = (encoding, False) if encoding else _encoding_of(data, file)
    text = _strictly(data, found, file).lstrip("\ufeff")
    if not text.strip():
        raise FileUnreadable(f"{file} is empty: export it again, or choose another file.")
    _refuse_nul(text, file)
    same = found == "utf-8" and not data.startswith(codecs.BOM_UTF8)
    return Decoded(content=data if same else _utf8(text, file), encoding=found, guessed=guessed)


def line_breaks(text: str) -> int:
    r"""Count the line breaks in a text; \r\n is one."""
    return len(_LINE_BREAK.findall(text))


def _require_text(data: bytes, file: str) -> None:
    if len(data) > MOST_BYTES:
        raise FileUnreadable(f"{file} is larger than 50 MB: split it and import the parts.")
    for magic, what in _OTHER_FILES:
        if data.startswith(magic):
            raise FileUnreadable(f"{file} is {what}, not a CSV: save it as CSV (UTF-8) first.")


def _encoding_of(data: bytes, file: str) -> tuple[str, bool]:
    """Return the encoding, and whether it is only a guess."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, False
    if b"\0" in data:
        return _wide_encoding_of(data, file), True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        _refuse_damaged_utf8(data, file)
        return _guess(data), True
    return "utf-8", False


def _wide_encoding_of(data: bytes, file: str) -> str:
    """Return which half of each UTF-16 character is zero in mostly Latin text."""
    sample = data[:SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 == 0 and max(even, odd) > len(sample) // 6:
        if odd > 3 * even:
            return "utf-16-le"
        if even > 3 * odd:
            return "utf-16-be"
    raise _nul(file, line_breaks(data[: data.index(0)].decode("latin-1")) + 1)


def _refuse_damaged_utf8(data: bytes, file: str) -> None:
    """Refuse what is UTF-8 but for a few bytes: a guess would spoil all the other names."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for character in text if character > "\x7f") - bad
    if good > bad:
        _strictly(data, "utf-8", file)


def _guess(data: bytes) -> str:
    """Guess an encoding from the lines that need one: cp1252 where that reads as Western text."""
    lines = (line for line in data.splitlines(keepends=True) if not line.isascii())
    sample = b"".join(lines)[:SAMPLE]
    if _reads_as_western(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def _reads_as_western(sample: bytes) -> bool:
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    high = sum(1 for character in text if character > "\x7f")
    odd = sum(len(run) for run in _NOT_WESTERN.findall(text))
    return odd * 5 <= high


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error, encoding, file) from None
    except UnicodeError as error:
        raise Undecodable(f"{file} is not {encoding} ({error}): try another --encoding.") from None
    except (LookupError, ValueError):
        choices = "utf-8, utf-16, cp1252, iso-8859-1"
        raise UnknownEncoding(
            f"--encoding {encoding} is not known: try one of {choices}."
        ) from None


def _undecodable(data: bytes, error: UnicodeDecodeError, encoding: str, file: str) -> Undecodable:
    before = data[: error.start].decode(encoding, "replace")
    line = line_breaks(before) + 1
    column = len(_LINE_BREAK.split(before)[-1]) + 1
    value = data[error.start : max(error.end, error.start + 1)][:4].hex(" ").upper()
    return Undecodable(
        f"{file}, line {line}, column {column}: the bytes {value} are not {encoding}; "
        "say what the file is with --encoding (cp1252, for example), or save it as UTF-8."
    )


def _refuse_nul(text: str, file: str) -> None:
    at = text.find("\0")
    if at >= 0:
        raise _nul(file, line_breaks(text[:at]) + 1)


def _nul(file: str, line: int) -> NulCharacter:
    return NulCharacter(
        f"{file}, line {line}: there is a NUL character, so this is no text that can be read; "
        "save it as CSV (UTF-8) and import that."
    )


def _utf8(text: str, file: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        line = line_breaks(text[: error.start]) + 1
        raise Undecodable(
            f"{file}, line {line}: half a character; save the file as UTF-8."
        ) from None
