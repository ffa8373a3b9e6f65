"""What the team is asked, and what it asked of us: things to take on, and its own wishes."""

from urllib.parse import quote

from dailycontact.core.sentences import sentence, shortened, spoken
from dailycontact.report.rule import wording
from dailycontact.report.rule.page import Block, Entry, Link, Paragraph, Quote, Tone
from dailycontact.report.rule.pages.counting import in_words
from dailycontact.report.rule.pages.cutting import briefly, listing
from dailycontact.report.rule.report import Looking, Report, Wished

TAKE = "I'd like to take this"
NOBODY_IS_ASSIGNED = "Nobody is assigned: take one on if you would like to."
SAY_SO = "Nobody is assigned. Say so if you would like to take one on."

_SUBJECT = 70
_BECAME = {"done": "Done", "doing": "We are on it", "declined": "We can't"}
STILL_TO_COME = "An answer is still to come."


def link(subject: str, report: Report) -> Link | None:
    """Return how a reader says that they would like to do it; None where nobody is written to."""
    if not report.contact:
        return None
    to = quote(report.contact, safe="@")
    about = quote(shortened(subject, width=_SUBJECT), safe="")
    return Link(text=TAKE, url=f"mailto:{to}?subject={about}")


def permission(report: Report) -> tuple[Paragraph, ...]:
    """Return what anybody may do unasked, in the leader's words; nothing where none are set."""
    text = report.permission.strip()
    return (Paragraph(text=sentence(text), tone=Tone.QUIET),) if text else ()


def looking(report: Report) -> tuple[Block, ...]:
    """Return what nobody has taken on yet, and how to."""
    if not report.looking:
        return ()
    nobody = NOBODY_IS_ASSIGNED if report.contact else SAY_SO
    unasked = f" {sentence(report.permission)}" if report.permission.strip() else ""
    first = Paragraph(text=f"{nobody}{unasked}", tone=Tone.QUIET)
    return (first, *listing(report.looking, lambda one: _looks(one, report), report))


def wished(report: Report) -> tuple[Block, ...]:
    """Return what the team asked of us, and what became of it."""
    return listing(report.wished, _wish, report)


def _looks(one: Looking, report: Report) -> Entry:
    return Entry(
        head=one.title,
        mark=f"A{one.action_id}",
        text=(wording.asked_for(one, report),),
        quotes=(Quote(words=briefly(one.words), by=one.who),),
        link=link(f"A{one.action_id} {one.title}", report),
    )


def _wish(one: Wished) -> Entry:
    became = _BECAME.get(one.how or "")
    said = STILL_TO_COME if became is None else sentence(": ".join(filter(None, (became, one.say))))
    side = f"{in_words(one.by)} of you".lower()
    return Entry(head=spoken(one.wish).removesuffix("."), side=side, strong=said)
