"""Answers that are alike, on the screen: the likest first, with their themes."""

from collections.abc import Iterable

from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.quoting import typed
from dailycontact.core.sentences import shortened
from dailycontact.core.standing import Standing
from dailycontact.report.usecases.alike import FoundAlike, Like
from dailycontact.terminal.card import Part, paragraph, quoted, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME

WORDS = 200
"""How much of a verbatim is shown, in characters."""
NAMED = 6
"""How many answers are named in the command that puts them in a theme."""

_SAME, _VERY, _ALIKE = 0.99, 0.5, 0.25
"""From which likeness on answers are said to be so."""


def parts(found: FoundAlike) -> list[Part | str]:
    """Return the answers that are alike, top to bottom."""
    shown: list[Part | str] = [""]
    if found.of is not None:
        shown += [*_asked_about(found.of, found), ""]
    if not found.alike:
        return [*shown, paragraph("Nobody has said anything like it so far."), ""]
    shown.append(spread((_title(found), LABEL)))
    for one in found.alike:
        shown += _like(one, found)
    put_in = _next(found)
    if put_in:
        shown += ["", *put_in]
    return [*shown, ""]


def _title(found: FoundAlike) -> str:
    if found.alike[0].likeness < _ALIKE:
        return f"THE NEAREST ({len(found.alike)}), only a little alike"
    return f"ALIKE ({len(found.alike)}), the likest first"


def _asked_about(one: Standing, found: FoundAlike) -> Iterable[Part]:
    right = _with_theme(say_day(one.answer.day, today=found.day), one.theme)
    yield spread(Line(f"{one.answer.id:>4}  ", (one.answer.customer, NAME)), right)
    yield paragraph(quoted(one.answer.verbatim), indent=6)


def _like(one: Like, found: FoundAlike) -> Iterable[Part]:
    answer = one.standing.answer
    where = f"{one.standing.stage} · {say_day(answer.day, today=found.day)}"
    yield spread(Line(f"{answer.id:>4}  ", (answer.customer, NAME)), where)
    yield paragraph(quoted(shortened(answer.verbatim, width=WORDS)), indent=6)
    how = how_alike(one.likeness) if found.alike[0].likeness >= _ALIKE else ""
    remark = " · ".join(filter(None, (how, one.standing.theme)))
    if remark:
        yield paragraph(remark, indent=6, style=LABEL)


def how_alike(likeness: float) -> str:
    """Return how alike two texts are, in words."""
    if likeness >= _SAME:
        return "the same words"
    if likeness >= _VERY:
        return "very alike"
    return "alike" if likeness >= _ALIKE else "a little alike"


def _with_theme(words: str, theme: str | None) -> str:
    return f"{words} · {theme}" if theme else words


def _next(found: FoundAlike) -> list[Part]:
    """Return how they are put in a theme, where there is something alike, and some have none."""
    alike = [one.standing for one in found.alike if one.likeness >= _ALIKE]
    if not alike:
        return []
    every = [*([found.of] if found.of else []), *alike]
    bare = [str(one.answer.id) for one in every if one.theme is None]
    if not bare:
        return []
    read = {one.theme for one in every if one.theme}
    theme = typed(read.pop()) if len(read) == 1 else "THEME"
    command = f"{PROGRAM} theme put {' '.join(bare[:NAMED])} --in {theme}"
    return [paragraph(f"What is about the same gets the same theme: {command}", style=LABEL)]


def document(found: FoundAlike) -> dict[str, object]:
    """Return what is alike as a JSON document."""
    return {
        "like": {"answer_id": found.of.answer.id if found.of else None, "text": found.text},
        "answers": [
            {
                "id": one.standing.answer.id,
                "customer_id": one.standing.answer.customer_id,
                "customer": one.standing.answer.customer,
                "verbatim": one.standing.answer.verbatim,
                "day": one.standing.answer.day,
                "stage": one.standing.stage,
                "theme": one.standing.theme,
                "likeness": round(one.likeness, 3),
            }
            for one in found.alike
        ],
    }
