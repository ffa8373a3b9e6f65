"""The options of import, one a line: what they are called and what the help says of them."""

from pathlib import Path
from typing import Annotated

import typer


def _option(flag: str, metavar: str | None, text: str) -> object:
    return typer.Option(flag, metavar=metavar, help=text)


Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE …", help="CSV, vCard, Excel, ODS, ZIP, a folder; - for stdin."),
]
Mapped = Annotated[
    list[str] | None,
    _option("--map", "HEADER=FIELD", "What a column means; - leaves it out."),
]
Country = Annotated[
    str | None, _option("--country", None, "Where they are, if the file does not say.")
]
Segment = Annotated[
    str | None, _option("--segment", None, "Their segment, if the file does not say.")
]
Cadence = Annotated[
    str | None, _option("--cadence", "HOW OFTEN", "month, quarter, year or working days.")
]
Encoding = Annotated[
    str | None, _option("--encoding", None, "How the letters are written, like cp1252.")
]
Sheet = Annotated[
    str | None, _option("--sheet", None, "The sheet of a workbook, by name or number.")
]
Source = Annotated[
    str | None, _option("--source", None, "Where the file comes from, by your own name.")
]
Overwrite = Annotated[
    bool, _option("--overwrite", None, "The file is right, even where you edited by hand.")
]
Strict = Annotated[bool, _option("--strict", None, "Bring in nobody when a single row is refused.")]
Large = Annotated[bool, _option("--large", None, "Allow more than 200,000 rows or 50 MB.")]
