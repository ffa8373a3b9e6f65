"""The options of log, one a line: what they are called and what the help says of them."""

from typing import Annotated

import typer

from dailycontact.ask.rule import outcome_named
from dailycontact.core.answer import Consent
from dailycontact.core.call import Outcome
from dailycontact.core.telling import Reaction


def _option(flag: str, metavar: str | None, text: str) -> object:
    return typer.Option(flag, metavar=metavar, help=text)


How = Annotated[
    Outcome | None,
    typer.Argument(
        parser=outcome_named,
        metavar="[OUTCOME]",
        help="reached, no-answer, voicemail, wrong-number, not-now or never (do not contact).",
    ),
]
Better = Annotated[
    list[str] | None, _option("--better", "TEXT", "The one thing, in their words. Repeatable.")
]
About = Annotated[
    list[str] | None,
    _option("--about", "THEME|A5", "What the wish is about, in order: a theme, or an action."),
]
Praise = Annotated[
    list[str] | None, _option("--praise", "TEXT", "Praise, in their words. Repeatable.")
]
For = Annotated[list[str] | None, _option("--for", "NAME", "Whom the praise is for, in order.")]
Nothing = Annotated[bool, _option("--nothing", None, "They had nothing to wish for.")]
Fine = Annotated[
    list[str] | None, _option("--fine", "TEXT", "Nothing to wish for, in their words. Repeatable.")
]
Notes = Annotated[str | None, _option("--notes", "TEXT", "For your next call.")]
ToldOf = Annotated[
    list[str] | None, _option("--told", "ANSWER", "You told them what became of it. Repeatable.")
]
Took = Annotated[
    list[Reaction] | None, _option("--reaction", None, "How they took it, if they said; in order.")
]
NotYet = Annotated[
    list[str] | None,
    _option("--not-yet", "ANSWER", "You told them where it stands; it stays open. Repeatable."),
]
Help = Annotated[
    list[str] | None,
    _option("--helped", "ANSWER=yes|partly|no", "Whether what was done has helped. Repeatable."),
]
Promise = Annotated[str | None, _option("--promise", "TEXT", "What you promised them.")]
Due = Annotated[str | None, _option("--due", "DATE", "By when: friday, 2w, end of month.")]
Kept = Annotated[bool, _option("--kept", None, "What you promised is done; alone: without a call.")]
CallBack = Annotated[str | None, _option("--call-back", "DATE", "When you ring back.")]
Quote = Annotated[Consent, _option("--quote", None, "May it be passed on: with name, words, no.")]
Urgent = Annotated[bool, _option("--urgent", None, "It cannot wait.")]
Private = Annotated[bool, _option("--private", None, "For leaders only.")]
Number = Annotated[str | None, _option("--phone", "N|LABEL", "Which number: 2, or mobile.")]
Whom = Annotated[
    str | None, _option("--customer", "NAME", "Somebody else than today's pick: who rang in.")
]
On = Annotated[str | None, _option("--on", "DATE", "On an earlier day: yesterday, 2026-11-20.")]
