"""Unpacks ZIP archives within limits: a small file may hold more than any memory does."""

import io
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dailycontact.errors import BadInput

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MOST_MEMBERS = 10_000
MOST_TIMES = 100
"""How many times larger than packed the whole may be."""
NEVER_TOO_LARGE = 1_000_000
"""Bytes that may be unpacked however small the archive is: an empty form packs well."""
CHUNK = 1 << 20

_ENTRY = b"PK\x01\x02"
_UTF8 = 0x800
_ENCRYPTED = 0x1
_DEFECTS = (
    *(zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError),
    *(IndexError, KeyError, OverflowError, MemoryError),
)
"""What the standard library raises on archives that are damaged, or packed in ways it knows not."""


class UnpacksTooLarge(BadInput):
    """The archive holds more, or more files, than may be unpacked."""


class Damaged(BadInput):
    """The archive cannot be unpacked."""


class Locked(BadInput):
    """A password protects the archive."""


def opened(data: bytes) -> "ZipFile | None":
    """Return the archive that the bytes are; None where they are none, or not a whole one."""
    import struct
    from zipfile import BadZipFile, ZipFile

    if data.count(_ENTRY) > MOST_MEMBERS:
        return None
    try:
        return ZipFile(io.BytesIO(data))
    except (BadZipFile, struct.error, *_DEFECTS):
        return None


def whole(data: bytes, *, file: str) -> "ZipFile":
    """Return the archive that the bytes are; raises UnpacksTooLarge, Damaged or Locked."""
    if data.count(_ENTRY) > MOST_MEMBERS:
        raise UnpacksTooLarge(
            f"{file} holds more than {MOST_MEMBERS:,} files: unpack it and import what you need."
        )
    archive = opened(data)
    if archive is None:
        raise Damaged(f"{file} is damaged, or only a part of a file: get it again.")
    if any(info.flag_bits & _ENCRYPTED for info in archive.infolist()):
        raise Locked(
            f"{file} is protected by a password: unpack it with the password, and import that."
        )
    return archive


class Allowance:
    """How many bytes may still be unpacked out of an archive, over all of its members."""

    def __init__(self, *, file: str, packed: int, most: int) -> None:
        self._file = file
        self._most = most
        self._left = min(most, max(MOST_TIMES * packed, NEVER_TOO_LARGE))

    def chunks(self, archive: "ZipFile", member: "ZipInfo") -> Iterator[bytes]:
        """Yield what a member holds; raises UnpacksTooLarge, Damaged."""
        import struct
        from zipfile import BadZipFile

        try:
            with archive.open(member) as stream:
                while chunk := stream.read(CHUNK):
                    self._take(len(chunk))
                    yield chunk
        except (BadZipFile, struct.error, *_DEFECTS):
            raise Damaged(
                f"{self._file} is damaged, or only a part of a file: get it again."
            ) from None

    def _take(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise UnpacksTooLarge(
                f"{self._file} unpacks to more than {MOST_TIMES} times its size, or more than "
                f"{self._most // 1_000_000} MB: split it, or save the table as CSV."
            )


def name_of(member: "ZipInfo") -> str:
    """Return a member's name with `/` between folders; many packers forget to say it is UTF-8."""
    name = member.filename
    if not member.flag_bits & _UTF8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = member.filename
    return name.replace("\\", "/")


def read_member(archive: "ZipFile", name: str, *, most: int) -> bytes | None:
    """Return the first `most` bytes of a member; None where it cannot be read."""
    import struct
    from zipfile import BadZipFile

    try:
        with archive.open(name) as stream:
            return stream.read(most)
    except (BadZipFile, struct.error, *_DEFECTS):
        return None
