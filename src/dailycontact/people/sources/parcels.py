"""What a leader hands over to be read: each file is a parcel of bytes with a name and a kind."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dailycontact.people.sources import text


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """One thing to read.

    `name` is what to call it, `kind` the ending that says how to read it (".csv"), `beside` the
    file beside which its refused rows are handed back (None: in the folder one is in).
    """

    name: str
    kind: str
    beside: Path | None
    data: bytes = field(repr=False)


def parcels_of(files: Sequence[Path]) -> tuple[Parcel, ...]:
    """Return what is to be read, in the order in which it was named.

    Raises:
        FileUnreadable: a file is missing, locked, empty, or too large.

    """
    return tuple(
        Parcel(name=file.name, kind=file.suffix.lower(), beside=file, data=text.load(file))
        for file in files
    )
