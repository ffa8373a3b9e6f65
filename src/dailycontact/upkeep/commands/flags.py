"""The options of config, one a line: what they are called and what the help says of them."""

from typing import Annotated

import typer


def _option(flag: str, metavar: str | None, text: str) -> object:
    return typer.Option(flag, metavar=metavar, help=text)


Question = Annotated[str | None, _option("--question", None, "What you ask.")]
Company = Annotated[str | None, _option("--company", None, "Whose customers.")]
Country = Annotated[
    str | None, _option("--country", None, "Its holidays, its way to write numbers.")
]
Zone = Annotated[str | None, _option("--zone", None, "Like Europe/Berlin.")]
WorkDays = Annotated[str | None, _option("--work-days", "mon-fri", "The days that count.")]
Hours = Annotated[
    str | None, _option("--hours", "9-17", "When customers are phoned, in their day.")
]
Attempts = Annotated[int | None, _option("--attempts", "N", "Tries a day, at most.")]
Cadence = Annotated[
    str | None,
    _option("--cadence", "HOW OFTEN", "month, quarter, year, working days, or auto."),
]
SegmentCadence = Annotated[
    list[str] | None, _option("--segment-cadence", "NAME=HOW OFTEN", "For one segment.")
]
Talks = Annotated[str | None, _option("--talks", "weekly|off", "Talks with the team, one a week.")]
ReportDay = Annotated[
    str | None, _option("--report-day", "friday", "When the team's report comes.")
]
Limit = Annotated[
    list[str] | None,
    _option("--limit", "STAGE=DAYS", "How long an answer may wait, or auto."),
]
Permission = Annotated[
    str | None,
    _option("--permission", "SENTENCE", "What anybody of the team may do unasked, or none."),
]
Recipients = Annotated[
    list[str] | None,
    _option("--recipients", "WHO=ADDRESSES", "Who is sent an edition, like team=team,jo@x.com."),
]
Notify = Annotated[
    list[str] | None,
    _option("--notify", "WHO=NAME", "The channel an edition goes into, like team=slack."),
]
MailServer = Annotated[
    str | None, _option("--mail-server", "HOST[:PORT]", "What takes your mail, or none.")
]
MailUser = Annotated[str | None, _option("--mail-user", "NAME", "Who you are there, or none.")]
MailFrom = Annotated[str | None, _option("--mail-from", "ADDRESS", "Whom the mail is from.")]
MailSecurity = Annotated[
    str | None, _option("--mail-security", "starttls|tls|none", "How its line is made private.")
]
KeepWord = Annotated[
    list[str] | None,
    _option("--keep-word", "WORD", "Never hidden in a report, though a name; none forgets all."),
]
HideWord = Annotated[
    list[str] | None, _option("--hide-word", "WORD", "Always hidden in a report; none forgets all.")
]
Me = Annotated[str | None, _option("--me", "NAME", "Who you are.")]
Book = Annotated[str | None, _option("--book", "PATH|URL", "Which book is yours.")]
