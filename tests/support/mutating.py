"""Makes bad files out of good ones, the same each time: as cables, editors and mailers do."""

from collections.abc import Callable, Iterator, Sequence
from random import Random

MOST_BYTES = 20_000
"""Of each original: enough to break, and quick to read."""
MIDDLES = 0.1

AWKWARD = (
    *(b"\0", b'"', b"'", b"\\", b"\r", b"\n", b"\r\n", b"\t", b",", b";", b"|", b":", b"="),
    *(b"\xff", b"\x80", b"\xc3", b"\x1a", b"\x1b[31m", b"\xff\xfe", b"\xef\xbb\xbf"),
    *(
        b"\xe2\x80\xa8",
        b"\xed\xa0\x80",
        b"=\r\n",
        b'""',
        b'"\n"',
        b"BEGIN:VCARD\r\n",
        b"PK\x03\x04",
    ),
)
"""What readers stumble over: quotes, ends, marks, halves of letters, the starts of other files."""

Change = Callable[[Random, bytes], bytes]


def mutations(
    seed: int, originals: Sequence[bytes], count: int, *, most: int = MOST_BYTES
) -> Iterator[bytes]:
    """Yield `count` damaged files, each from one of the originals; the same for the same seed.

    Each has one to four faults: a byte flipped, bytes deleted, doubled, put in or cut off, or the
    end of another file sewn on. Of an original with more than `most` bytes, a part is taken.
    """
    luck = Random(seed)  # noqa: S311 - damage, not secrets
    for _ in range(count):
        damaged = _part(luck, luck.choice(originals), most)
        for _ in range(luck.choice((1, 1, 2, 4))):
            damaged = _changed(luck, damaged, originals, most)
        yield damaged


def _part(luck: Random, original: bytes, most: int) -> bytes:
    """Return all of a short file; of a long one mostly the start, else some of the middle."""
    if len(original) <= most:
        return original
    start = luck.randrange(len(original) - most) if luck.random() < MIDDLES else 0
    return original[start : start + most]


def _changed(luck: Random, data: bytes, originals: Sequence[bytes], most: int) -> bytes:
    if luck.randrange(len(_CHANGES) + 1) == 0:
        other = _part(luck, luck.choice(originals), most)
        return data[: _place(luck, data)] + other[_place(luck, other) :]
    return luck.choice(_CHANGES)(luck, data)


def _flip(luck: Random, data: bytes) -> bytes:
    at = _place(luck, data)
    return (
        data[:at]
        + bytes(byte ^ 1 << luck.randrange(8) for byte in data[at : at + 1])
        + data[at + 1 :]
    )


def _delete(luck: Random, data: bytes) -> bytes:
    start, end = _span(luck, data)
    return data[:start] + data[end:]


def _double(luck: Random, data: bytes) -> bytes:
    start, end = _span(luck, data)
    return data[:end] + data[start:end] * luck.choice((1, 1, 1, 50)) + data[end:]


def _insert(luck: Random, data: bytes) -> bytes:
    at = _place(luck, data)
    return data[:at] + luck.choice(AWKWARD) * luck.choice((1, 1, 1, 2, 200)) + data[at:]


def _truncate(luck: Random, data: bytes) -> bytes:
    return data[: _place(luck, data)]


_CHANGES: tuple[Change, ...] = (_flip, _delete, _double, _insert, _insert, _truncate)


def _span(luck: Random, data: bytes) -> tuple[int, int]:
    start = _place(luck, data)
    return start, min(start + luck.choice((1, 2, 4, 16, 200)), len(data))


def _place(luck: Random, data: bytes) -> int:
    return luck.randint(0, len(data))
