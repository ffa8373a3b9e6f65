"""Because of you: what each of the team did, what customers said of them, what is told of them."""

from dailycontact.core.sentences import first_name
from dailycontact.report.rule import wording
from dailycontact.report.rule.page import Block, Entry, Listing, Quote
from dailycontact.report.rule.pages.acting import done_for
from dailycontact.report.rule.pages.cutting import cut, listing
from dailycontact.report.rule.pages.places import Places
from dailycontact.report.rule.report import Acted, Report, Said, Tale, Thanks


def because_of_you(places: Places) -> tuple[Block, ...]:
    """Return who is thanked, in the order of their names, and what they are thanked for.

    Nobody is left out for the sake of a shorter list.
    """
    report = places.report
    thanks = {one.name: one for one in report.thanks}
    shining = {tale.who for tale in report.stories if tale.who and _shines(tale)}
    acted = {one.action_id: one for one in report.acted}
    entries = tuple(
        _thanks(thanks.get(name) or Thanks(name=name), acted, places)
        for name in sorted({*thanks, *shining})
    )
    return (Listing(entries=entries),) if entries else ()


def other_stories(report: Report) -> tuple[Block, ...]:
    """Return the stories of nobody in particular, and of where we could have; those name nobody."""
    told = [tale for tale in report.stories if not _shines(tale)]
    return listing(told, lambda tale: _tale(tale, report), report)


def _thanks(thanks: Thanks, acted: dict[int, Acted], places: Places) -> Entry:
    """Return what is said of somebody, and below it what they did, with the words that it answers.

    In the other order, praise would look like one more of those who had asked.
    """
    tales = [tale for tale in places.report.stories if _shines(tale) and tale.who == thanks.name]
    shown = cut(thanks.done)
    below = [_praise(said) for said in thanks.praise]
    below += [_tale(tale, places.report) for tale in tales]
    below += [done_for(acted[one.action_id], places) for one in shown]
    rest = len(thanks.done) - len(shown)
    more = (Entry(text=(f"And {rest} more.",)),) if rest else ()
    return Entry(head=thanks.name, below=(*below, *more))


def _praise(said: Said) -> Entry:
    return Entry(
        quotes=(
            Quote(
                words=said.words, by=f"{said.who} · answer {said.answer_id}", answer=said.answer_id
            ),
        )
    )


def _tale(tale: Tale, report: Report) -> Entry:
    missed = "where we could have done more" if tale.missed else ""
    day = wording.earlier(tale.day, report) if tale.earlier else ""
    by = (missed, f"from {first_name(tale.told_by)}", day)
    return Entry(quotes=(Quote(words=tale.text, by=" · ".join(words for words in by if words)),))


def _shines(tale: Tale) -> bool:
    """Return whether it is a story of somebody of the team, and a good one."""
    return bool(tale.who) and not tale.missed
