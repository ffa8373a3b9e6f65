"""The settings of the book and of the person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dailycontact.core.book import BookSettings
from dailycontact.core.calendar import WEEKDAYS
from dailycontact.core.countries import country_name
from dailycontact.core.sentences import listed, say_cadence
from dailycontact.loop import LIMITED_STAGES, Stage
from dailycontact.terminal.card import Part
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL
from dailycontact.upkeep.rule import OFF, WEEKLY, say_weekday, say_work_days
from dailycontact.upkeep.usecases.settings import InForce

GUTTER = 19
"""Columns before the values: the names of the settings are longer than those of a card."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """The personal settings: who, which book, and the file that says so."""

    me: str | None
    book: str
    file: str
    only: str | None = None
    """The book's leader, where it has only one and nobody needs to say so."""


def card(person: Person, settings: InForce | None) -> list[str | Part]:
    """Return every setting, the person's first."""
    lines: list[str | Part] = [
        "",
        _setting("you", person.me or person.only or "(say so with --me)"),
    ]
    lines += [_setting("book", person.book), _setting("settings file", person.file)]
    if settings is not None:
        lines += ["", *(_setting(name, value) for name, value in _of_the_book(settings))]
    return [*lines, ""]


def _of_the_book(settings: InForce) -> Iterable[tuple[str, str]]:
    said = settings.said
    yield "question", said.question
    yield "company", said.company or "(none)"
    yield "country", country_name(said.country) if said.country else "(none)"
    yield "zone", said.zone
    yield "work days", say_work_days(said.work_days)
    yield "hours", f"{said.hours} of the customer's own day"
    yield "attempts a day", str(said.attempts)
    chosen = "" if said.cadence else ", for so many customers"
    yield "cadence", f"{say_cadence(settings.cadence)}{chosen}"
    for segment in settings.segments:
        how_often = say_cadence(segment.cadence) if segment.cadence else "as the book"
        yield "", f"{segment.name}: {how_often}"
    yield "team talks", WEEKLY if said.talks else OFF
    report = say_weekday(said.report_day)
    yield "report day", report
    own = said.stage_limits
    limits = [f"{stage.value} {own[stage]}" for stage in LIMITED_STAGES if stage in own]
    yield "limits", f"{listed(limits, most=len(limits))} working days"
    if Stage.HEARD not in own:
        yield "", f"heard: by the next report ({report})"
    yield from _of_sending(said)


def _of_sending(said: BookSettings) -> Iterable[tuple[str, str]]:
    """Return what is set about sending the report; what is not, is not missed."""
    if said.permission:
        yield "permission", said.permission
    for edition, to in said.recipients.items():
        yield f"{edition} edition", f"to {', '.join(to)}"
    for edition, to in said.notify.items():
        yield f"{edition} edition", f"into {', '.join(to)}"
    mail = said.mail
    if mail.host:
        user = f", as {mail.user}" if mail.user else ""
        line = "not encrypted" if mail.security == "none" else mail.security
        yield "mail server", f"{mail.host}:{mail.port} ({line}){user}"
    if mail.sender:
        yield "mail is from", mail.sender
    if said.kept_words:
        yield "words that stay", ", ".join(sorted(said.kept_words))
    if said.hidden_words:
        yield "words hidden", ", ".join(sorted(said.hidden_words))


def _setting(name: str, value: str) -> Part:
    def lay_out(width: int) -> Iterable[Line]:
        parts = Line(value).folded(width - GUTTER)
        for place, part in enumerate(parts):
            label = name if place == 0 else ""
            yield Line(" ", (label, LABEL), " " * (GUTTER - 1 - len(label)), part)

    return Part(lay_out)


def saved(names: Sequence[str], person: Sequence[str]) -> str:
    """Return what was set, in a sentence."""
    everything = [*names, *person]
    return f"Saved: {listed(everything, most=len(everything))}."


def document(person: Person, settings: InForce | None) -> dict[str, object]:
    """Return the settings as a JSON document; those of the book are missing without a book."""
    mine: dict[str, object] = {
        "me": person.me,
        "book": person.book,
        "settings_file": person.file,
    }
    if settings is None:
        return mine
    said = settings.said
    return mine | {
        "question": said.question,
        "company": said.company,
        "country": said.country,
        "zone": said.zone,
        "work_days": [WEEKDAYS[day] for day in sorted(said.work_days)],
        "hours": str(said.hours),
        "attempts": said.attempts,
        "cadence": said.cadence,
        "cadence_in_use": settings.cadence,
        "segments": [
            {"name": segment.name, "cadence": segment.cadence} for segment in settings.segments
        ],
        "talks": WEEKLY if said.talks else OFF,
        "report_day": WEEKDAYS[said.report_day],
        "stage_limits": {stage.value: said.stage_limits.get(stage) for stage in LIMITED_STAGES},
        "permission": said.permission or None,
        "mail": {
            "server": said.mail.host or None,
            "port": said.mail.port,
            "user": said.mail.user or None,
            "from": said.mail.sender or None,
            "security": said.mail.security,
        },
        "recipients": [
            {"edition": edition, "to": list(to)} for edition, to in said.recipients.items()
        ],
        "notify": [
            {"edition": edition, "channels": list(to)} for edition, to in said.notify.items()
        ],
        "kept_words": sorted(said.kept_words),
        "hidden_words": sorted(said.hidden_words),
    }
