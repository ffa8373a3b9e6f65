"""What the team is asked, and what it asked of us: things to take on, and its own wishes."""

from urllib.parse import quote

from dailycontact.core.sentences import sentence, shortened, spoken
from dailycontact.report.rule import wording
from dailycontact.report.rule.page import Block, Entry, Link, Paragraph, Quote, Tone
from dailycontact.report.rule.pages.counting import in_words
from dailycontact.report.rule.pages.cutting import briefly, listing
from dailycontact.report.rule.pages.places import Places
from dailycontact.report.rule.report import Looking, Report, Wished

TAKE = "I'd like to take this"
NOBODY_IS_ASSIGNED = "Nobody is assigned: take one on if you would like to."
SAY_SO = "Nobody is assigned. Say so if you would like to take one on."
NOT_TAKEN = "Nobody has taken these on yet."
_SAID_FIRST = "nobody is assigned"
"""What a leader may begin the sentence with that stands behind ours."""

_SUBJECT = 70
_BECAME = {"done": "Done", "doing": "We are on it", "declined": "We can't"}
STILL_TO_COME = "An answer is still to come."


def link(subject: str, report: Report) -> Link | None:
    """Return how a reader says that they would like to do it; None where nobody is written to.

    Leaders do not write to themselves.
    """
    if not report.contact or report.is_leaders:
        return None
    to = quote(report.contact, safe="@")
    about = quote(shortened(subject, width=_SUBJECT), safe="")
    return Link(text=TAKE, url=f"mailto:{to}?subject={about}")


def permission(report: Report) -> tuple[Paragraph, ...]:
    """Return what anybody may do unasked, in the leader's words; nothing where none are set."""
    text = report.permission.strip()
    return (Paragraph(text=sentence(text), tone=Tone.QUIET),) if text else ()


def looking(places: Places) -> tuple[Block, ...]:
    """Return what nobody has taken on yet, and how to."""
    report = places.report
    if not report.looking:
        return ()
    first = Paragraph(text=_nobodys(report), tone=Tone.QUIET)
    return (first, *listing(report.looking, lambda one: _looks(one, places), report))


def _nobodys(report: Report) -> str:
    """Return that nobody has it, how one takes it on, and what anybody may do unasked."""
    unasked = sentence(report.permission) if report.permission.strip() else ""
    if report.is_leaders:
        return f"{NOT_TAKEN} {unasked}".strip()
    if unasked.casefold().startswith(_SAID_FIRST):
        return unasked
    return f"{NOBODY_IS_ASSIGNED if report.contact else SAY_SO} {unasked}".strip()


def wished(report: Report) -> tuple[Block, ...]:
    """Return what the team asked of us, and what became of it."""
    return listing(report.wished, _wish, report)


def _looks(one: Looking, places: Places) -> Entry:
    """Return what is looked for, with words that stand whole where they are new."""
    report, new = places.report, places.looked.get(one.action_id)
    words = briefly(one.words) if new is None else one.words
    by = one.who if new is None else f"{one.who} · answer {new}"
    return Entry(
        head=one.title,
        mark=f"A{one.action_id}",
        text=(wording.asked_for(one, report),),
        quotes=(Quote(words=words, by=by),),
        link=link(f"A{one.action_id} {one.title}", report),
    )


def _wish(one: Wished) -> Entry:
    became = _BECAME.get(one.how or "")
    said = STILL_TO_COME if became is None else sentence(": ".join(filter(None, (became, one.say))))
    side = f"{in_words(one.by)} of you".lower()
    return Entry(head=spoken(one.wish).removesuffix("."), side=side, strong=said)
