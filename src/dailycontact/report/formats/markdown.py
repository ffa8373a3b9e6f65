"""The report in Markdown (GitHub's), to be pasted where the team reads."""

from collections.abc import Iterable, Sequence

from dailycontact.core.sentences import sentence, shortened
from dailycontact.report.rule import wording
from dailycontact.report.rule.report import Acted, Report, Said, Thanks, Told, Waiting
from dailycontact.terminal.door import cells, shorten
from dailycontact.terminal.markdown import escaped

MOST_OF_A_NAME = 40
"""Columns of a name in the table; a longer one is cut."""


def render(report: Report) -> bytes:
    """Return the report as a Markdown file in UTF-8."""
    lines = [*_head(report)]
    if wording.is_empty(report):
        lines += [escaped(wording.QUIET)]
    else:
        for title, body in _sections(report):
            lines += [f"## {title}", "", *body, ""]
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _head(report: Report) -> Iterable[str]:
    if report.is_leaders:
        yield from (f"**{wording.LEADER_ONLY}**", "")
    yield from (f"# {escaped(wording.title(report))}", "")
    if wording.is_empty(report):
        yield from (f"*{escaped(wording.opening(report))}*", "")
        return
    yield f"*{escaped(wording.opening(report))}*\\"
    yield from (f"*{escaped(wording.request(report))}*", "")
    if headline := wording.headline(report):
        yield from (f"**{escaped(headline)}**", "")


def _sections(report: Report) -> Iterable[tuple[str, Sequence[str]]]:
    if report.wanted:
        yield wording.wanted(report), [_wanted(one, report) for one in report.wanted]
    if report.thanks:
        yield wording.BECAUSE_OF_YOU, [line for one in report.thanks for line in _thanks(one)]
    heard = [_heard(said, report) for said in wording.listed_in_heard(report)]
    nothing = wording.nothing_wished(report)
    if heard or nothing:
        yield wording.HEARD, [*heard, *([f"- {nothing}"] if nothing else [])]
    acted = [line for one in report.acted for line in _acted(one, report)]
    yield wording.ACTED, acted or [wording.NO_ACTS]
    told = [line for one in report.told for line in _told(one, report)]
    yield wording.TOLD, told or [wording.NO_TELLINGS]
    yield wording.WAITING, list(_waiting(report)) or [wording.NO_WAITING]
    yield from _last_sections(report)


def _last_sections(report: Report) -> Iterable[tuple[str, Sequence[str]]]:
    if report.looking:
        yield wording.LOOKING, [f"*{wording.NOBODY_IS_ASSIGNED}*", "", *_looking(report)]
    if report.stories:
        yield (
            wording.STORIES,
            [
                f"- {escaped(story.text, indent=2)} *({escaped(wording.tale(story, report))})*"
                for story in report.stories
            ],
        )
    if report.promises:
        yield (
            wording.PROMISES,
            [f"- {escaped(wording.promise(given, report))}" for given in report.promises],
        )
    if report.notes:
        yield (
            wording.NOTES,
            [
                f"- **{escaped(note.customer)}**: {escaped(note.text, indent=2)}"
                for note in report.notes
            ],
        )


def _wanted(one: Waiting, report: Report) -> str:
    said = f"{escaped(one.who)} · answer {one.answer_id} · said {wording.said_on(one, report)}"
    said += f" · {escaped(one.where)}" if one.late else ""
    return f"- **“{escaped(shortened(one.words), indent=2)}”**\\\n  {said}"


def _thanks(thanks: Thanks) -> Iterable[str]:
    yield f"- **{escaped(thanks.name)}**"
    for done in thanks.done:
        yield f"  - {escaped(wording.did(done), indent=4)}"
    for said in thanks.praise:
        yield f"  - “{escaped(said.words, indent=4)}” {escaped(said.who)}"


def _heard(said: Said, report: Report) -> str:
    mark = "**Urgent.** " if said.urgent else ""
    return f"- {mark}“{escaped(said.words, indent=2)}”\\\n  {escaped(wording.remark(said, report))}"


def _acted(acted: Acted, report: Report) -> Iterable[str]:
    title, what = wording.heading(acted), wording.act(acted, report)
    did = "" if what == title else f" {escaped(what)}."
    yield f"- {_action(acted.action_id, title)}{did}"
    if words := wording.outcome(acted):
        yield f"  *{escaped(words, indent=2)}*"
    for said in acted.answers:
        yield f"  - “{escaped(shortened(said.words))}” {escaped(said.who)} · {said.answer_id}"


def _told(told: Told, report: Report) -> Iterable[str]:
    yield f"- {_action(told.action_id, told.title)} {wording.know(told)}"
    for person in told.people:
        took = escaped(wording.took(person, report))
        yield f"  - {escaped(person.who)} · {person.answer_id}: {took}"


def _waiting(report: Report) -> Iterable[str]:
    if not report.waiting:
        return ()
    rows = [
        (
            escaped(shorten(one.who, MOST_OF_A_NAME)),
            escaped(wording.said_on(one, report)),
            escaped(wording.how_long(one)),
            f"{one.answer_id} · {escaped(shortened(one.words, width=60))}",
            escaped(one.where),
        )
        for one in report.waiting
    ]
    return _table(("who", "said", "waits", "what", "where it stands"), rows)


def _table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Return a table that can be read as it is, too: the columns stand below each other."""
    columns = list(zip(titles, *rows, strict=True))
    widths = [max(cells(cell) for cell in column) for column in columns]
    yield _row(titles, widths)
    yield f"|{'|'.join('-' * (width + 2) for width in widths)}|"
    yield from (_row(row, widths) for row in rows)


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = [cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True)]
    return f"| {' | '.join(padded)} |"


def _looking(report: Report) -> Iterable[str]:
    for one in report.looking:
        yield f"- {_action(one.action_id, one.title)} {wording.asked_for(one, report)}"
        yield f"  “{escaped(shortened(one.words))}” {escaped(one.who)}"


def _action(number: int, title: str) -> str:
    return f"**A{number} · {escaped(sentence(title))}**"
