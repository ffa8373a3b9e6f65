"""Strings that try to become more than words: formulas, markup, quotes, and invisible signs."""

import random
from collections.abc import Sequence
from dataclasses import replace

from dailycontact.report.rule.report import Acted, Edition, Note, Report, Tale
from support.reports import MONDAY, acted, awkward_report, said

FRAGMENTS = (
    "=", "+", "-", "@", "=SUM(A1:A9)", '=HYPERLINK("http://x.example","y")', "=cmd|' /C calc'!A0",
    "@SUM(1)", "+1+1", "-2+3", "'", "''", '"', '""', ",", ";", "\t", "\r", "\n", "\r\n", "\n\n",
    "\uff1d1", "\uff0b1", "\uff0d1", "\uff20A", "<f>1</f>", "</t></is></c>", "<![CDATA[", "]]>",
    "&amp;", "&#10;", "_x0041_", "_x000D_", "_x", "[x](javascript:alert(1))", "![i](http://x.example/i)",
    "<script>alert(1)</script>", "<!-- -->", "`", "```", "~~~", "**", "__", "*", "_", "~~", "|",
    "\\", "\\|", "# ", "> ", "- ", "1. ", "---", "===", "[^1]: ", "[r]: http://x.example", "$x$",
    "http://x.example", "www.x.example", "a@b.example", "{{ 7*7 }}", "%s", "\x00", "\x07",
    "\x1b[2J", "\x1b]8;;http://x\x1b\\y", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\u200b",
    "\ufeff", "\ufffe", "\U000e0041", "e\u0301\u0301", "山田", "هل", "👩\u200d🚀", "é",
    "a", " ", "   ", "\u3000", "\xa0",
)  # fmt: skip


def attacks(number: int) -> list[str]:
    """Return so many strings, the same each time; none of them is empty or there twice."""
    chance = random.Random(47)  # noqa: S311 - the same strings each time, and no secret
    made: dict[str, None] = {}
    while len(made) < number:
        made["".join(chance.choices(FRAGMENTS, k=chance.randint(1, 6))) + f"{len(made)}."] = None
    return list(made)


def attacked(texts: Sequence[str]) -> Report:
    """Return a leader's report in which all of the texts are, in every kind of place."""
    words, titles, says, tales, notes = (texts[at::5] for at in range(5))
    return replace(
        awkward_report(Edition.LEADER),
        heard=tuple(said(at, text, who=text) for at, text in enumerate(words, start=1)),
        acted=tuple(
            _acted(at, title, say) for at, (title, say) in enumerate(zip(titles, says, strict=True))
        ),
        stories=tuple(
            Tale(text=text, who=None, missed=True, told_by="Marta", day=MONDAY) for text in tales
        ),
        notes=tuple(Note(customer="Bo", day=MONDAY, text=text) for text in notes),
    )


def _acted(number: int, title: str, say: str) -> Acted:
    return acted(number, title=title, say=say, answers=())
