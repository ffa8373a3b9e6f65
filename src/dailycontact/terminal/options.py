"""Options that many commands share, so that each is spelt and explained the same everywhere."""

from pathlib import Path
from typing import Annotated

import typer

from dailycontact.errors import UsageProblem


class NoFileNamed(UsageProblem):
    """-o with nothing behind it is a slip, often of an empty variable; Path() would be a folder."""

    def __init__(self) -> None:
        super().__init__("-o needs the name of a file; - is standard output.")


def _file(typed: str) -> Path:
    """Return a file to write, by its name.

    Raises:
        NoFileNamed: the name is empty.

    """
    if not typed:
        raise NoFileNamed
    return Path(typed)


Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", "-n", help="Show what would happen; change nothing.")
]
Customer = Annotated[
    list[str], typer.Argument(metavar="NAME", help="Part of a name or company, or an id.")
]
Hours = Annotated[
    str | None, typer.Option("--hours", metavar="9-17", help="When they like to be phoned.")
]
HowOften = Annotated[
    str | None,
    typer.Option("--cadence", metavar="HOW OFTEN", help="month, quarter, year, or days."),
]
HowOftenAll = Annotated[
    str | None, typer.Option("--segment-cadence", help="How often all of their segment.")
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file; - is stdout.",
        parser=_file,
    ),
]
