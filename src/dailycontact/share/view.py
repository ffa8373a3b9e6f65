"""What was shared, in the customers' words, ready to be pasted."""

from collections.abc import Iterable, Sequence

from dailycontact.core.answer import Answer, Kind
from dailycontact.core.dates import say_day
from dailycontact.core.passing import PassedOn
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, listed
from dailycontact.share.rule import AUDIENCES, Audience
from dailycontact.share.usecase import Shared
from dailycontact.terminal.card import Part, paragraph

MOST = 6
"""How many numbers are put into a command that is offered."""
FOOT = "Please don't forward: these are customers' words."


def to_be_pasted(shared: Shared, *, company: str) -> list[str]:
    """Return the text for whoever is shown the answers, line by line, unfolded."""
    both = tuple(zip(shared.answers, shared.passed, strict=True))
    by_kind = {kind: [one for one in both if one[0].kind is kind] for kind in Kind}
    lines = [f"What our customers told us{f' · {company}' if company else ''}", ""]
    lines += _said(by_kind[Kind.SUGGESTION])
    if by_kind[Kind.PRAISE]:
        lines += ["Praise", "", *_said(by_kind[Kind.PRAISE])]
    if content := by_kind[Kind.NOTHING]:
        lines += [f"{count(len(content), 'customer')} had nothing to wish for.", ""]
    return lines[:-1] if shared.audience is Audience.CUSTOMERS else [*lines, FOOT]


def on_a_screen(lines: Sequence[str]) -> list[Part]:
    """Return the same text folded to the width of a screen."""
    return [paragraph(line.lstrip(), indent=len(line) - len(line.lstrip())) for line in lines]


def _said(answers: Iterable[tuple[Answer, PassedOn]]) -> Iterable[str]:
    for answer, passed in answers:
        yield f"“{passed.words.strip()}”"
        yield f"   {_by(answer, passed)}"
        yield ""


def _by(answer: Answer, passed: PassedOn) -> str:
    who = passed.said_by or "a customer"
    thanked = f" · for {answer.praised}" if answer.praised else ""
    urgent = " · urgent" if answer.urgent else ""
    return f"{answer.id} · {who}{thanked}{urgent}"


def confirmation(shared: Shared) -> list[str]:
    """Return what happened, and what comes next, a sentence a line."""
    lines = []
    if shared.fresh:
        where = f" ({shared.place})" if shared.place else ""
        lines.append(
            f"Saved: {count(len(shared.fresh), 'answer')} shared with"
            f" {AUDIENCES[shared.audience]}{where} on {say_day(shared.day, today=shared.day)}."
        )
    if shared.again:
        lines.append(f"{_numbers(shared.again)} had been shared before; noted once more.")
    if shared.today_already:
        there = "there " if shared.place else ""
        lines.append(f"{_numbers(shared.today_already)} had been shared {there}today already.")
    if not shared.answers:
        what = "nothing in the report of that week" if shared.week else "nothing new"
        lines.append(f"There is {what} to share.")
    return lines + _left_out(shared)


def _left_out(shared: Shared) -> list[str]:
    if not shared.kept:
        return []
    whys = {why: [k.answer for k in shared.kept if k.why == why] for why in _reasons(shared)}
    said = listed([f"{_numbers(answers)} ({why})" for why, answers in whys.items()])
    verb = "stays" if len(shared.kept) == 1 else "stay"
    return [f"{count(len(shared.kept), 'answer')} {verb} with leaders: {said}."]


def _reasons(shared: Shared) -> list[str]:
    return list(dict.fromkeys(kept.why for kept in shared.kept))


def _numbers(answers: Sequence[Answer]) -> str:
    return listed([str(answer.id) for answer in answers], most=6)


def next_step(shared: Shared) -> str | None:
    """Return what to do next, ready to be typed."""
    if not shared.open_ids or shared.audience is Audience.CUSTOMERS:
        return None
    numbers = " ".join(str(number) for number in shared.alike_ids[:MOST])
    what = "it" if shared.alike_ids == shared.open_ids else "one of these"
    return f'Somebody wants to do something about {what}?  {PROGRAM} act {numbers} --do "…"'


def document(shared: Shared) -> dict[str, object]:
    """Return the sharing as a JSON document, with the words as they may be passed on."""
    return {
        "day": shared.day,
        "to": shared.audience,
        "where": shared.place,
        "week": shared.week.week if shared.week else None,
        "shared": [
            _answer_document(answer, passed)
            for answer, passed in zip(shared.answers, shared.passed, strict=True)
        ],
        "shared_before": [answer.id for answer in shared.again],
        "already_shared_today": [answer.id for answer in shared.today_already],
        "kept": [{"answer_id": kept.answer.id, "why": kept.why} for kept in shared.kept],
    }


def _answer_document(answer: Answer, passed: PassedOn) -> dict[str, object]:
    return {
        "answer_id": answer.id,
        "kind": answer.kind,
        "words": passed.words,
        "said_by": passed.said_by,
        "said_on": answer.day,
        "praised": answer.praised,
        "urgent": answer.urgent,
    }
