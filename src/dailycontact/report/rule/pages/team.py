"""The team's page, and the leader's, which has what is only for them as well."""

from dailycontact.report.rule import wording
from dailycontact.report.rule.page import Block, Entry, Grid, Page, Section, Tone
from dailycontact.report.rule.pages import acting, asking, charts, hearing, thanking
from dailycontact.report.rule.pages.cutting import cut, listing, more
from dailycontact.report.rule.pages.footer import footer
from dailycontact.report.rule.pages.head import TITLE, banner, headline, lead
from dailycontact.report.rule.pages.places import Places, places_of
from dailycontact.report.rule.report import Given, Note, Report


def page(report: Report) -> Page:
    """Return the page of a report for the team, or for a leader."""
    places = places_of(report)
    told = sections(
        ("wanted", wording.wanted(report), _wanted(report)),
        ("because-of-you", wording.BECAUSE_OF_YOU, thanking.because_of_you(places)),
        ("looking", wording.LOOKING, asking.looking(places)),
        ("wished", "What you asked of us", asking.wished(report)),
        ("waiting", wording.WAITING, _waiting(places)),
        ("heard", places.heard_title, hearing.heard(places)),
        ("acted", places.acted_title, acting.rest_of_acted(places)),
        ("told", places.told_title, acting.rest_of_told(places)),
        ("stories", wording.STORIES, thanking.other_stories(report)),
        ("promises", wording.PROMISES, _promises(report)),
        ("notes", wording.NOTES, listing(report.notes, _note, report)),
        ("numbers", wording.NUMBERS, _numbers(report)),
    )
    return Page(
        title=TITLE,
        subtitle=report.period.title,
        banner=banner(report),
        lead=lead(report, told=bool(told)),
        headline=headline(report),
        sections=(*told, *sections(*charts.looking_back(report))),
        footer=footer(report),
    )


def sections(*parts: tuple[str, str, tuple[Block, ...]]) -> tuple[Section, ...]:
    """Return those of the parts (key, title, blocks) that have something to say."""
    return tuple(
        Section(key=key, title=title, blocks=blocks) for key, title, blocks in parts if blocks
    )


def _wanted(report: Report) -> tuple[Block, ...]:
    """Return what is urgent, below what anybody may do about it, where that stands nowhere else."""
    urgent = hearing.wanted(report)
    allowed = () if report.looking or not urgent else asking.permission(report)
    return (*allowed, *urgent)


def _waiting(places: Places) -> tuple[Block, ...]:
    """Return who waits; that nobody does is news only where there was something to hear."""
    report = places.report
    news = report.waiting or report.heard or report.nothing or report.acted or report.told
    return hearing.waiting(places) if news else ()


def _promises(report: Report) -> tuple[Block, ...]:
    return listing(report.promises, lambda given: _promise(given, report), report)


def _promise(given: Given, report: Report) -> Entry:
    tone = Tone.WARNING if given.late else Tone.PLAIN
    return Entry(text=(wording.promise(given, report),), tone=tone)


def _note(note: Note) -> Entry:
    return Entry(head=note.customer, text=(note.text,))


def _numbers(report: Report) -> tuple[Block, ...]:
    """Return where those are reached who wait, for whoever rings with the report in hand."""
    rows = tuple((one.customer, " · ".join(map(_unbroken, one.phones))) for one in report.numbers)
    if not rows:
        return ()
    shown = cut(rows)
    caption = "Who waits for news or a promise"
    grid = Grid(caption=caption, columns=("who", "number"), rows=tuple(shown))
    return (grid, *more(len(rows) - len(shown), report))


def _unbroken(phone: str) -> str:
    """Return a number that is never cut at the end of a line, where half of it would be dialled."""
    return phone.replace(" ", "\N{NO-BREAK SPACE}")
