"""Which names a report hides in what was written, and which not: looked at before it goes."""

from collections.abc import Iterable, Sequence

from dailycontact.core.masking import NAMES
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import listed
from dailycontact.report.rule.report import Replaced, Report
from dailycontact.terminal.card import Part, header, paragraph, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME

MOST_PLACES = 4
"""How many of the places are named in which something was found, "3 more" being one."""

Shown = Line | Part | str


def hidden(report: Report) -> list[Shown]:
    """Return what was hidden and what was left, each once, and how to have it otherwise."""
    gone = [one for one in report.replaced if one.instead is not None]
    left = [one for one in report.replaced if one.instead is None]
    title = f"{report.edition} edition, {report.period.title}"
    lines: list[Shown] = ["", header(Line(("Names in the words", NAME)), title), ""]
    if not report.replaced:
        return [*lines, paragraph("Nobody is named in them, and nothing was hidden."), ""]
    if gone:
        lines += [Line(" ", ("HIDDEN", LABEL)), *_entries(gone), ""]
    if left:
        lines += [Line(" ", ("LEFT, as words or as who is speaking", LABEL)), *_entries(left), ""]
    if left:
        lines.append(_offer("Must one of these be hidden?", "--hide-word", left[0]))
    if named := [one for one in gone if one.instead in NAMES]:
        lines.append(_offer("Need one not be hidden?", "--keep-word", named[0]))
    return [*lines, ""]


def _entries(those: Sequence[Replaced]) -> Iterable[Part]:
    places: dict[tuple[str, str | None], list[str]] = {}
    for one in those:
        places.setdefault((one.found, one.instead), []).append(one.where)
    for (found, instead), where in places.items():
        said = f"“{found}”" if instead is None else f"“{found}” becomes {instead}"
        yield spread(said, (listed(list(dict.fromkeys(where)), most=MOST_PLACES), LABEL), indent=2)


def _offer(asked: str, flag: str, example: Replaced) -> Part:
    from shlex import quote

    return paragraph(f"{asked} {PROGRAM} config {flag} {quote(example.found)}", style=LABEL)


def document(report: Report) -> dict[str, object]:
    """Return each place where a name was hidden, or left, as a JSON document."""
    return {"edition": report.edition, "replaced": report.replaced}
