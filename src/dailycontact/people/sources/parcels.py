"""What a leader hands over to be read: each file is a parcel of bytes with a name and a kind."""

import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from dailycontact.people.sources import text
from dailycontact.people.sources.kinds import KNOWN, ZIP, kind_of
from dailycontact.people.sources.mended import REFUSED, first_name_of
from dailycontact.people.sources.unpacking import Allowance, UnpacksTooLarge, name_of, whole

if TYPE_CHECKING:
    from os import stat_result

STANDARD_INPUT = "-"
STDIN = "stdin"
WITHIN = " \u203a "
"""Stands between an archive and what is in it: audience.zip › subscribed.csv."""
LONGEST_NAME = 100

_APPLE = "__MACOSX"
_NO_PLACE = frozenset({"/", ".", ".."})
_RESERVED = frozenset('<>:"/\\|?*')


class NothingToRead(text.FileUnreadable):
    """A folder or an archive holds no file of a kind that can be read."""


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """One thing to read.

    `name` is what to call it, `kind` the ending that says how to read it (".csv"), `beside` the
    file beside which its refused rows are handed back (a file's own place; for a member of an
    archive the archive's folder; for standard input the folder one is in).
    """

    name: str
    kind: str
    beside: Path | None
    data: bytes = field(repr=False)

    @property
    def first_name(self) -> str:
        """What it was called before rows of it were refused, without ending or archive."""
        return first_name_of(self.name.rpartition(WITHIN)[2])


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """All that is to be read, and the names of what lay in a folder or archive but is not read."""

    parcels: tuple[Parcel, ...]
    left_out: tuple[str, ...]

    def __iter__(self) -> Iterator[Parcel]:
        """Iterate over the parcels."""
        return iter(self.parcels)


def parcels_of(
    files: Sequence[Path], *, stdin: Callable[[], bytes] = bytes, large: bool = False
) -> Delivery:
    """Return what is to be read, in the order in which it was named; what is named twice, once.

    A folder stands for its files (not for folders in it), a ZIP for what is packed in it, and `-`
    for standard input, which `stdin` reads; `large` allows more than 50 MB a file.

    Raises:
        BadInput: something is missing, locked, empty, damaged, too large, or holds no table.

    """
    counter = _Counter(large=large)
    for file in files:
        if str(file) == STANDARD_INPUT:
            counter.take_stdin(stdin)
        else:
            counter.take(file)
    return Delivery(parcels=tuple(counter.parcels), left_out=tuple(counter.left_out))


class _Counter:
    """Where everything is handed over, and opened once."""

    def __init__(self, *, large: bool) -> None:
        self._large = large
        self.parcels: list[Parcel] = []
        self.left_out: list[str] = []
        self._seen: set[tuple[int, int] | str] = set()

    def take_stdin(self, stdin: Callable[[], bytes]) -> None:
        if STDIN not in self._seen:
            self._seen.add(STDIN)
            data = stdin()
            if _is_blank(data):
                raise text.FileUnreadable("Nothing came in on standard input: pipe a file into it.")
            self._open(data, STDIN, Path(STDIN))

    def take(self, file: Path) -> None:
        for each in self._files_of(file):
            status = _status_of(each)
            if (status.st_dev, status.st_ino) not in self._seen:
                self._seen.add((status.st_dev, status.st_ino))
                self._open(text.load(each, large=self._large), each.name, each)

    def _files_of(self, file: Path) -> list[Path]:
        """Return a file, or of a folder the files by name that are of a known kind."""
        try:
            if not file.is_dir():
                return [file]
            every = sorted(each for each in file.iterdir() if not _is_hidden(PurePath(each.name)))
            wanted = [each for each in every if _is_wanted(each.name) and each.is_file()]
        except OSError as error:
            raise text.FileUnreadable(f"{file} cannot be opened ({error.strerror}).") from error
        if not wanted:
            raise NothingToRead(
                f"{file} is a folder without a CSV, Excel or vCard file: name a file."
            )
        taken = set(wanted)
        self.left_out += [each.name for each in every if each not in taken]
        return wanted

    def _open(self, data: bytes, name: str, beside: Path) -> None:
        """Take a file as it is, or, of an archive, what is in it."""
        if _is_blank(data):
            raise text.FileUnreadable(f"{name} is empty: export it again, or choose another file.")
        kind = kind_of(data, file=name)
        if kind == ZIP:
            self._unpack(data, name, beside)
        else:
            self.parcels.append(Parcel(name=name, kind=kind, beside=beside, data=data))

    def _unpack(self, data: bytes, name: str, beside: Path) -> None:
        """Take the members of an archive that are of a known kind; a ZIP in it stays closed."""
        most = text.LARGE_BYTES if self._large else text.MOST_BYTES
        if len(data) > most:
            raise UnpacksTooLarge(f"{name} is larger than {most // 1_000_000} MB: unpack it first.")
        archive = whole(data, file=name)
        allowance = Allowance(file=name, packed=len(data), most=most)
        before = len(self.parcels)
        for member in archive.infolist():
            inside = PurePath(name_of(member))
            if member.is_dir() or _is_hidden(inside):
                continue
            called = WITHIN.join([name, *(part for part in inside.parts if part not in _NO_PLACE)])
            wanted = _is_wanted(inside.name) and inside.suffix.lower() != ZIP
            content = b"".join(allowance.chunks(archive, member)) if wanted else b""
            kind = kind_of(content, file=inside.name)
            if kind == ZIP or _is_blank(content):
                self.left_out.append(called)
                continue
            place = beside.with_name(_safe(inside.name))
            self.parcels.append(Parcel(name=called, kind=kind, beside=place, data=content))
        if len(self.parcels) == before:
            raise NothingToRead(f"{name} holds no CSV, Excel or vCard file: choose another file.")


def _is_blank(data: bytes) -> bool:
    return not data or data.isspace()


def _is_wanted(name: str) -> bool:
    """Say whether a file that lies somewhere is meant: of a known kind, not handed back by us."""
    path = PurePath(name)
    return path.suffix.lower() in KNOWN and REFUSED not in path.suffixes[:-1]


def _status_of(file: Path) -> "stat_result":
    """Return what the system knows of a file, before it is opened: a pipe may never end."""
    try:
        status = file.stat()
    except FileNotFoundError:
        hint = "check the name and the folder."
        raise text.FileUnreadable(f"There is no file {file}: {hint}") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise text.FileUnreadable(f"{file} cannot be read ({reason}).") from error
    if not stat.S_ISREG(status.st_mode):
        raise text.FileUnreadable(f"{file} is no file: pipe it in, and name it - instead.")
    return status


def _is_hidden(inside: PurePath) -> bool:
    parts = inside.parts
    return _APPLE in parts or inside.name.startswith((".", "~$"))


def _safe(name: str) -> str:
    """Return a name under which a file can be made in any folder."""
    tame = "".join(c if c.isprintable() and c not in _RESERVED else "_" for c in name)
    path = PurePath(tame.lstrip(". ") or "file")
    return path.stem[:LONGEST_NAME] + path.suffix[:LONGEST_NAME]
