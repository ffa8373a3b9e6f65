"""Making a copy of the book, and bringing one back."""

from datetime import datetime
from pathlib import Path

from dailycontact.core.program import PROGRAM
from dailycontact.errors import NotFound, Refused, StorageProblem
from dailycontact.store import copies, restoring
from dailycontact.store.book import Book
from dailycontact.store.copies import Copy, Proof
from dailycontact.store.restoring import Restored


class ServerKeepsCopies(Refused):
    """The book lies in a database server, which has tools of its own."""

    def __init__(self, place: str, tool: str) -> None:
        super().__init__(
            f"The book lies in a database server ({place}), whose own tools copy it best; "
            f"use {tool}, or ask who looks after it."
        )


class NoSuchFolder(StorageProblem):
    """A copy is to lie in a folder that is not there; perhaps its name was mistyped."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"There is no folder {folder}; make it first, or name another place for the copy."
        )


class NoSuchCopy(NotFound):
    """No copy goes by that name."""

    def __init__(self, name: str, folder: Path) -> None:
        super().__init__(
            f"There is no copy {name!r}, neither here nor in {folder}; see which there are with: "
            f"{PROGRAM} restore"
        )


class NoCopyYet(NotFound):
    """No copy was made yet."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"There is no copy in {folder} yet; if you keep one elsewhere, name it with: "
            f"{PROGRAM} restore FILE"
        )


def back_up(book: Book, named: str | None, *, local: datetime) -> Proof:
    """Copy the book to a file, a folder, or its usual place; `local` is now in the book's zone.

    Raises:
        ServerKeepsCopies: it is no file.
        NoSuchFolder: the file is to lie in a folder that is not there.
        CopyThere, StorageProblem: as copies.make_copy.

    """
    if book.is_shared:
        raise ServerKeepsCopies(book.place, "pg_dump")
    place = Path(book.address)
    target = copies.usual_name(place, local) if named is None else Path(named).expanduser()
    if target.is_dir():
        target = target / copies.usual_name(place, local).name
    elif named is not None and not target.parent.is_dir():
        raise NoSuchFolder(target.parent)
    return copies.make_copy(place, target.absolute())


def known_copies(book: Book) -> list[Copy]:
    """Return the copies in the usual place, the newest first.

    Raises:
        ServerKeepsCopies: the book is no file.

    """
    if book.is_shared:
        raise ServerKeepsCopies(book.place, "pg_restore")
    return copies.copies_of(Path(book.address))


def choose(book: Book, named: str | None) -> Proof:
    """Return the copy that was named, or the last one, proved to be whole.

    Raises:
        ServerKeepsCopies, NoSuchCopy, NoCopyYet: there is none.
        CopyDamaged: it is not whole.

    """
    known = known_copies(book)
    folder = copies.folder_of(Path(book.address))
    if named is None:
        last = next((copy for copy in known if copy.kind != "damaged"), None)
        if last is None:
            raise NoCopyYet(folder)
        return copies.prove(last.path)
    for path in (Path(named).expanduser(), folder / named):
        if path.is_file():
            return copies.prove(path)
    raise NoSuchCopy(named, folder)


def bring_back(book: Book, proof: Proof, *, at: datetime, local: datetime) -> Restored:
    """Put a copy in the place of the book, keeping what was there and today's refusals.

    Raises:
        CopyDamaged, Busy, StorageProblem: as restoring.restore; nothing was changed.

    """
    book.rest()
    return restoring.restore(Path(book.address), proof.path, at=at, local=local)
