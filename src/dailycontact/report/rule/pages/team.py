"""The team's page, and the leader's, which has what is only for them as well."""

from dailycontact.report.rule import wording
from dailycontact.report.rule.page import Block, Entry, Page, Section, Tone
from dailycontact.report.rule.pages import acting, asking, charts, hearing, thanking
from dailycontact.report.rule.pages.cutting import listing
from dailycontact.report.rule.pages.footer import footer
from dailycontact.report.rule.pages.head import TITLE, banner, headline, lead
from dailycontact.report.rule.report import Report


def page(report: Report) -> Page:
    """Return the page of a report for the team, or for a leader."""
    told = sections(
        ("wanted", wording.wanted(report), _wanted(report)),
        ("because-of-you", wording.BECAUSE_OF_YOU, thanking.because_of_you(report)),
        ("looking", wording.LOOKING, asking.looking(report)),
        ("wished", "What you asked of us", asking.wished(report)),
        ("waiting", wording.WAITING, _waiting(report)),
        ("heard", wording.HEARD, hearing.heard(report)),
        ("acted", _else(wording.ACTED, report), acting.rest_of_acted(report)),
        ("told", _who_else(report), acting.rest_of_told(report)),
        ("stories", wording.STORIES, thanking.other_stories(report)),
        ("promises", wording.PROMISES, _promises(report)),
        ("notes", wording.NOTES, _notes(report)),
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


def _waiting(report: Report) -> tuple[Block, ...]:
    """Return who waits; that nobody does is news only where there was something to hear."""
    news = report.waiting or report.heard or report.nothing or report.acted or report.told
    return hearing.waiting(report) if news else ()


def _wanted(report: Report) -> tuple[Block, ...]:
    """Return what is urgent, below what anybody may do about it, where that stands nowhere else."""
    urgent = hearing.wanted(report)
    allowed = () if report.looking or not urgent else asking.permission(report)
    return (*allowed, *urgent)


def _else(title: str, report: Report) -> str:
    return title.replace("What", "What else", 1) if acting.thanked(report) else title


def _who_else(report: Report) -> str:
    shown = {one.action_id for one in report.acted}
    above = any(one.action_id in shown for one in report.told)
    return wording.TOLD.replace("Who", "Who else", 1) if above else wording.TOLD


def _promises(report: Report) -> tuple[Block, ...]:
    return listing(
        [
            Entry(
                text=(wording.promise(given, report),),
                tone=Tone.WARNING if given.late else Tone.PLAIN,
            )
            for given in report.promises
        ],
        report,
    )


def _notes(report: Report) -> tuple[Block, ...]:
    return listing([Entry(head=note.customer, text=(note.text,)) for note in report.notes], report)
