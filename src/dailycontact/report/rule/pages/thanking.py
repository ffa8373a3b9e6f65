"""Because of you: what each of the team did, what customers said of them, what is told of them."""

from dailycontact.core.sentences import first_name
from dailycontact.report.rule import wording
from dailycontact.report.rule.page import Block, Entry, Listing, Quote
from dailycontact.report.rule.pages.acting import done_for
from dailycontact.report.rule.pages.cutting import listing
from dailycontact.report.rule.report import Report, Tale, Thanks


def because_of_you(report: Report) -> tuple[Block, ...]:
    """Return who is thanked, in the order of their names, and all that they are thanked for.

    Nobody is forgotten for the sake of a shorter list.
    """
    thanks = {one.name: one for one in report.thanks}
    names = sorted({*thanks, *(tale.who for tale in report.stories if tale.who and _shines(tale))})
    entries = [_thanks(thanks.get(name) or Thanks(name=name), report) for name in names]
    return (Listing(entries=tuple(entries)),) if entries else ()


def other_stories(report: Report) -> tuple[Block, ...]:
    """Return the stories of nobody in particular, and of where we could have; those name nobody."""
    told = [tale for tale in report.stories if not _shines(tale)]
    return listing([_tale(tale, report) for tale in told], report)


def _thanks(thanks: Thanks, report: Report) -> Entry:
    """Return what is said of somebody, and below it what they did, with the words that it answers.

    In the other order, praise would look like one more of those who had asked.
    """
    acted = {one.action_id: one for one in report.acted}
    done = [done_for(acted[one.action_id], report) for one in thanks.done]
    praise = [
        Entry(quotes=(Quote(words=said.words, by=_praise(said.who, said.answer_id)),))
        for said in thanks.praise
    ]
    tales = [tale for tale in report.stories if _shines(tale) and tale.who == thanks.name]
    told = [_tale(tale, report) for tale in tales]
    return Entry(head=thanks.name, below=(*praise, *told, *done))


def _praise(who: str, answer_id: int) -> str:
    return f"{who} · answer {answer_id}"


def _tale(tale: Tale, report: Report) -> Entry:
    missed = "where we could have done more" if tale.missed else ""
    day = wording.earlier(tale.day, report) if tale.earlier else ""
    by = (missed, f"told by {first_name(tale.told_by)}", day)
    return Entry(quotes=(Quote(words=tale.text, by=" · ".join(words for words in by if words)),))


def _shines(tale: Tale) -> bool:
    """Return whether it is a story of somebody of the team, and a good one."""
    return bool(tale.who) and not tale.missed
