"""Options that many commands share, so that each is spelt and explained the same everywhere."""

from pathlib import Path
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking.")]
NoInput = Annotated[
    bool, typer.Option("--no-input", help="Never ask; a missing value is an error that names it.")
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", "-n", help="Show what would happen; change nothing.")
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file; - is stdout."),
]
