"""The options of tell, one a line: what they are called and what the help says of them."""

from pathlib import Path
from typing import Annotated

import typer

from dailycontact.core.telling import Channel, Reaction

Number = Annotated[
    str | None,
    typer.Argument(
        metavar="[ANSWER]", help="Which answer, or a customer's name; all who wait otherwise."
    ),
]
Action = Annotated[
    str | None, typer.Option("--action", metavar="A3", help="Only who asked for this action.")
]
By = Annotated[Channel | None, typer.Option("--by", help="How they were told; phone otherwise.")]
Words = Annotated[str | None, typer.Option("--words", help="What was said, in a few words.")]
Took = Annotated[
    Reaction | None,
    typer.Option("--reaction", help="How they took it; later, too, to an e-mail."),
]
Better = Annotated[
    str | None, typer.Option("--better", help="What they wish for now, in their words.")
]
Thanks = Annotated[
    str | None, typer.Option("--thanks", help="Their praise for it, in their words.")
]
NoAnswer = Annotated[bool, typer.Option("--no-answer", help="You tried, and nobody was in.")]
NotYet = Annotated[
    bool, typer.Option("--not-yet", help="You told them where it stands; it stays open.")
]
Unreachable = Annotated[
    bool, typer.Option("--unreachable", help="After three tries: nobody could reach them.")
]
Draft = Annotated[
    bool, typer.Option("--draft", help="Write an e-mail for each as a file; send nothing.")
]
Folder = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FOLDER", help="Where the e-mails go.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace files that exist.")]
Sent = Annotated[bool, typer.Option("--sent", help="The e-mails that were written have gone.")]
On = Annotated[str | None, typer.Option("--on", help="The day it happened; today.")]
All = Annotated[bool, typer.Option("--all", help="List everybody who waits.")]
