"""The report as text for a screen: calm, folded to its width."""

from collections.abc import Iterable

from dailycontact.core.sentences import shortened
from dailycontact.report.rule import wording
from dailycontact.report.rule.report import Acted, Report, Said, Thanks, Told, Waiting
from dailycontact.terminal.card import Part, header, paragraph, quoted, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME, PLAIN, WARNING

WIDTH = 80
"""Columns of a report in a file."""
INSIDE = 2
DEEPER = 6

Parts = Iterable[Part | str]


def render(report: Report) -> bytes:
    """Return the report as plain text in UTF-8, 80 columns wide."""
    lines = [line for part in parts(report) for line in _lines(part)]
    return "".join(line.rstrip(" ") + "\n" for line in lines).encode()


def parts(report: Report) -> list[Part | str]:
    """Return the report as it is shown on a screen, top to bottom."""
    shown = ["", *_head(report)]
    if wording.is_empty(report):
        return [*shown, paragraph(wording.QUIET), ""]
    for title, body in _sections(report):
        shown += [spread((title.upper(), LABEL)), *body, ""]
    return shown


def _lines(part: Part | str) -> Iterable[str]:
    return (line.plain for line in part.lines(WIDTH)) if isinstance(part, Part) else (part,)


def _head(report: Report) -> Parts:
    if report.is_leaders:
        yield paragraph(wording.LEADER_ONLY, style=WARNING)
    yield header(Line(("What customers told us", NAME)), report.period.title)
    yield paragraph(wording.opening(report))
    if not wording.is_empty(report):
        yield paragraph(wording.request(report), style=LABEL)
    yield ""
    if headline := wording.headline(report):
        yield from (paragraph(headline, style=NAME), "")


def _sections(report: Report) -> Iterable[tuple[str, list[Part | str]]]:
    if report.wanted:
        yield (
            wording.wanted(report),
            [part for one in report.wanted for part in _wanted(one, report)],
        )
    if report.thanks:
        yield wording.BECAUSE_OF_YOU, [p for one in report.thanks for p in _thanks(one)]
    heard = [p for said in wording.listed_in_heard(report) for p in _heard(said, report)]
    if nothing := wording.nothing_wished(report):
        heard.append(_inside(nothing))
    if heard:
        yield wording.HEARD, heard
    acted = [p for one in report.acted for p in _acted(one, report)]
    yield wording.ACTED, acted or [_quiet(wording.NO_ACTS)]
    told = [p for one in report.told for p in _told(one, report)]
    yield wording.TOLD, told or [_quiet(wording.NO_TELLINGS)]
    waiting = [p for one in report.waiting for p in _waits(one, report)]
    yield wording.WAITING, waiting or [_quiet(wording.NO_WAITING)]
    yield from _last_sections(report)


def _last_sections(report: Report) -> Iterable[tuple[str, list[Part | str]]]:
    if report.looking:
        yield wording.LOOKING, [_quiet(wording.NOBODY_IS_ASSIGNED), *_looking(report)]
    if report.stories:
        yield (
            wording.STORIES,
            [
                part
                for story in report.stories
                for part in (_inside(story.text), _below(wording.tale(story, report)))
            ],
        )
    if report.promises:
        yield (
            wording.PROMISES,
            [
                _inside(wording.promise(given, report), style=WARNING if given.late else PLAIN)
                for given in report.promises
            ],
        )
    if report.notes:
        yield wording.NOTES, [_inside(f"{note.customer}: {note.text}") for note in report.notes]


def _wanted(one: Waiting, report: Report) -> Parts:
    yield spread(Line((one.who, NAME), f" ({one.answer_id})"), _since(one, report), indent=INSIDE)
    yield paragraph(quoted(shortened(one.words)), indent=DEEPER)
    if one.late:
        yield _below(one.where)


def _thanks(thanks: Thanks) -> Parts:
    yield _inside(thanks.name, style=NAME)
    for done in thanks.done:
        yield paragraph(wording.did(done), indent=DEEPER)
    for said in thanks.praise:
        yield paragraph(f"{quoted(said.words)} {said.who}", indent=DEEPER)


def _heard(said: Said, report: Report) -> Parts:
    mark = "Urgent: " if said.urgent else ""
    yield _inside(f"{mark}{quoted(said.words)}", style=WARNING if said.urgent else PLAIN)
    yield _below(wording.remark(said, report))


def _acted(acted: Acted, report: Report) -> Parts:
    title = wording.heading(acted)
    yield spread(Line((title, NAME)), (f"A{acted.action_id}", LABEL), indent=INSIDE)
    if (what := wording.act(acted, report)) != title:
        yield paragraph(f"{what}.", indent=DEEPER)
    if words := wording.outcome(acted):
        yield paragraph(quoted(words), indent=DEEPER)
    for said in acted.answers:
        yield _below(f"{said.who} ({said.answer_id}): {quoted(shortened(said.words))}")


def _told(told: Told, report: Report) -> Parts:
    yield spread(Line((told.title, NAME)), (f"A{told.action_id}", LABEL), indent=INSIDE)
    yield paragraph(wording.know(told), indent=DEEPER)
    for person in told.people:
        yield paragraph(
            f"{person.who} ({person.answer_id}): {wording.took(person, report)}", indent=DEEPER
        )


def _waits(one: Waiting, report: Report) -> Parts:
    mark = " · urgent" if one.urgent else ""
    who = Line((one.who, NAME), (f" ({one.answer_id}){mark}", PLAIN))
    yield spread(who, _since(one, report), indent=INSIDE)
    yield paragraph(quoted(shortened(one.words)), indent=DEEPER)
    yield _below(one.where)


def _since(one: Waiting, report: Report) -> str:
    return f"{wording.how_long(one)} · said {wording.said_on(one, report)}"


def _looking(report: Report) -> Parts:
    for one in report.looking:
        yield spread(Line((one.title, NAME)), (f"A{one.action_id}", LABEL), indent=INSIDE)
        yield paragraph(wording.asked_for(one, report), indent=DEEPER)
        yield _below(f"{quoted(shortened(one.words))} {one.who}")


def _inside(text: str, *, style: str = PLAIN) -> Part:
    return paragraph(text, indent=INSIDE, style=style)


def _below(text: str) -> Part:
    return paragraph(text, indent=DEEPER, style=LABEL)


def _quiet(text: str) -> Part:
    return _inside(text, style=LABEL)
