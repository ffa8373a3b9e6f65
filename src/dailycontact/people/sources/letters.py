"""Finds out how the letters of a text are written, where nobody said it."""

import codecs
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

SAMPLE = 16_384
PIECE = 1_000_000
AROUND = 400
"""Bytes before and behind a foreign letter that are looked at with it, within its line."""

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Which bytes of each four are zero in mostly Latin text.
_ZEROS: Mapping[tuple[bool, ...], str] = {
    (False, True, True, True): "utf-32-le",
    (True, True, True, False): "utf-32-be",
    (False, True, False, True): "utf-16-le",
    (True, False, True, False): "utf-16-be",
}
# What programs write in without saying so, all of which keep the English letters where they are.
_USUAL = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874"),
    *("iso8859_2", "iso8859_7", "koi8_r", "mac_roman", "cp850"),
    *("cp932", "gb18030", "big5", "cp949"),
)
_FOREIGN = re.compile(rb"[\x80-\xff]")
_LINE_END = re.compile(rb"[\r\n]")
_AFTER = re.compile(rb"[^\r\n]{0,%d}[\r\n]*" % AROUND)
# What Western names never do: three foreign letters in a row (Greek and Cyrillic read as cp1252),
# a capital or a sign after a small letter (Mac Roman, or the Polish and Czech letters of cp1250).
_NOT_WESTERN = re.compile(
    r"[^\x00-\x7f\u00a0]{3,}|(?<=[a-z])[À-ÖØ-ÞŠŽŒŸ]|(?<=[A-Za-z])[¡-¦¨©¬¯±-\u00b4µ¶¹¼-¿]"
)


class Letters(NamedTuple):
    """How letters are written; only `guessed`, or `proven` by every byte of the text."""

    encoding: str
    guessed: bool = False
    proven: bool = False


def letters_of(data: bytes) -> Letters:
    """Return the encoding of a text.

    By its mark; else by its zeros; else UTF-8 where every byte of it is; else by its letters.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return Letters(encoding)
    wide = _wide_encoding_of(data)
    if wide:
        return Letters(wide, guessed=True)
    if _is_utf8(data):
        return Letters("utf-8", proven=True)
    return Letters("utf-8") if _is_damaged_utf8(data) else Letters(_guess(data), guessed=True)


def pieces(data: bytes) -> Iterator[bytes]:
    """Yield a million bytes at a time."""
    return (data[at : at + PIECE] for at in range(0, len(data), PIECE))


def _is_utf8(data: bytes) -> bool:
    """Say whether every byte is UTF-8, without keeping four times the memory."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for piece in pieces(data):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _wide_encoding_of(data: bytes) -> str | None:
    """Return the encoding in which each letter has two or four bytes, by which of them are zero."""
    sample = data[:SAMPLE]
    if b"\0" not in sample:
        return None
    places = [sample[at::4] for at in range(4)]
    zeros = tuple(place.count(0) * 3 > len(place) > 0 for place in places)
    return _ZEROS.get(zeros)


def _is_damaged_utf8(data: bytes) -> bool:
    """Say whether it is UTF-8 but for a few bytes: a guess would spoil all the other names."""
    good = bad = 0
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    for piece in pieces(data):
        text = decoder.decode(piece)
        damaged = text.count("\ufffd")
        bad += damaged
        good += len(text) - damaged - len(text.encode("ascii", "ignore"))
    return good > bad


def _guess(data: bytes) -> str:
    """Guess an encoding from the lines that need one: cp1252 where that reads as Western text."""
    sample = _foreign_lines(data)
    if _reads_as_western(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_USUAL)).best()
    return best.encoding if best else "cp1252"


def _foreign_lines(data: bytes) -> bytes:
    """Return the first lines, or what is around, that hold other letters than English ones."""
    sample = bytearray()
    end = 0
    while len(sample) < SAMPLE and (foreign := _FOREIGN.search(data, end)):
        before = data[max(end, foreign.start() - AROUND) : foreign.start()]
        sample += _LINE_END.split(before)[-1]
        behind = _AFTER.match(data, foreign.start())
        sample += behind[0] if behind else b""
        end = foreign.end() if behind is None else behind.end()
    return bytes(sample[:SAMPLE])


def _reads_as_western(sample: bytes) -> bool:
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    high = sum(1 for character in text if character > "\x7f")
    odd = sum(len(run) for run in _NOT_WESTERN.findall(text))
    return odd * 5 <= high
