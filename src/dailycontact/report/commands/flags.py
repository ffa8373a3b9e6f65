"""The options of report, one a line: what they are called and what the help says of them."""

from typing import Annotated

import typer


def _option(flag: str, metavar: str | None, text: str) -> object:
    return typer.Option(flag, metavar=metavar, help=text)


When = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WHEN]", help="W47, November, 2026-11, Q4, 2026, last week … (usual: this week)."
    ),
]
Week = Annotated[str | None, _option("--week", "WEEK", "A week, like 2026-W47.")]
Last = Annotated[
    bool, typer.Option("--last", help="Last week; or the month, quarter, year before.")
]
Month = Annotated[bool, typer.Option("--month", help="This month.")]
Quarter = Annotated[bool, typer.Option("--quarter", help="This quarter, and what it was for.")]
Year = Annotated[bool, typer.Option("--year", help="This year.")]
Since = Annotated[str | None, _option("--since", "DATE", "From this day on.")]
Until = Annotated[str | None, _option("--until", "DATE", "Up to this day (usual: today).")]
Compare = Annotated[bool, typer.Option("--compare", help="Beside the week (or month …) before.")]
Edition = Annotated[
    str | None,
    _option("--edition", "WHO", "team, company, customers, or leader: leaders only (usual: team)."),
]
Format = Annotated[
    str | None,
    _option("--format", "FORM", "terminal, markdown, html, csv, xlsx or json (usual: as FILE)."),
]
Table = Annotated[str | None, _option("--table", "NAME", "Only this table of --format csv.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")]
Preview = Annotated[
    bool, typer.Option("--preview", help="Which names are hidden in the words, and which are not.")
]
Send = Annotated[str | None, _option("--send", "WHO", "Send this edition to its recipients.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", "-n", help="With --send: show every byte; send nothing.")
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="With --send: without asking.")]
