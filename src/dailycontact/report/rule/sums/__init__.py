"""The sums of a report: which facts stand where, in which order, and what is left out for whom."""

from collections.abc import Callable
from dataclasses import replace

from dailycontact.core.answer import Kind
from dailycontact.report.rule.facts import Facts
from dailycontact.report.rule.figures import Figures
from dailycontact.report.rule.readers import Readers, readers_of
from dailycontact.report.rule.report import Edition, Report
from dailycontact.report.rule.sums import acting, calling, customers, figuring, hearing, wishing
from dailycontact.report.rule.sums.stamping import stamp_of


def report_of(facts: Facts, edition: Edition) -> Report:
    """Return the report of these facts for the readers of an edition.

    The company's has no person in it, nor anybody's words; the customers' only what customers said
    and were told. What an edition does not have is not in its report at all, so that no form can
    let it out.
    """
    readers = readers_of(facts, edition)
    report = replace(_EDITIONS[edition](readers), replaced=readers.replaced)
    return replace(report, stamp=stamp_of(readers, report))


def _bare(readers: Readers) -> Report:
    """Return what every edition begins with: whose it is, and of which days."""
    facts = readers.facts
    return Report(
        edition=readers.edition,
        company=facts.company,
        demo=facts.demo,
        period=facts.period,
        as_of=facts.as_of,
    )


def _for_customers(readers: Readers) -> Report:
    return replace(_bare(readers), you_said=customers.you_said(readers))


def _counted(readers: Readers) -> Report:
    """Return a report with everything in it that is a number."""
    facts = readers.facts
    figures = figuring.figures_of(readers)
    return replace(
        _bare(readers),
        calls=figures.calls,
        calls_earlier=sum(call.day < facts.period.first for call in facts.calls),
        conversations=figures.conversations,
        told_by_phone=calling.told_by_phone(readers),
        tried=calling.tried(readers),
        nothing=figuring.nothing(readers),
        customers_told=figures.customers_told,
        figures=figures,
        before=_figures_beside(facts.before, readers),
        turnout=figuring.turnout_of(facts, readers.edition),
        first_weeks=_figures_beside(facts.first_weeks, readers),
        begins_on=facts.begins_on,
        never_called=facts.never_called,
        back_on=facts.back_on,
        after_leave=facts.after_leave,
        absent=facts.absent,
    )


def _figures_beside(facts: Facts | None, readers: Readers) -> Figures | None:
    """Return the figures of another stretch of days, as the same readers may see them."""
    return figuring.figures_of(replace(readers, facts=facts)) if facts else None


def _for_the_company(readers: Readers) -> Report:
    return replace(_counted(readers), changes=acting.changes(readers))


def _for_the_team(readers: Readers) -> Report:
    facts = readers.facts
    heard = hearing.heard(readers)
    acted = acting.acted(readers)
    return replace(
        _counted(readers),
        leaders=calling.leaders(readers),
        outcomes=calling.outcomes(facts.calls),
        away=calling.absences(facts),
        wanted=hearing.wanted(readers),
        heard=tuple(said for said in heard if said.kind is not Kind.NOTHING),
        acted=acted,
        told=hearing.told(readers),
        waiting=hearing.waiting(readers),
        looking=acting.looking(readers),
        stories=tuple(hearing.tale(story, readers) for story in facts.stories),
        thanks=acting.thanks(acted, heard),
        wished=wishing.wished(readers),
        contact=facts.contact,
        permission=facts.permission,
    )


def _for_leaders(readers: Readers) -> Report:
    facts = readers.facts
    return replace(
        _for_the_team(readers),
        promises=calling.promises(facts),
        notes=calling.notes(facts.calls),
        numbers=calling.numbers(readers),
    )


_EDITIONS: dict[Edition, Callable[[Readers], Report]] = {
    Edition.TEAM: _for_the_team,
    Edition.LEADER: _for_leaders,
    Edition.COMPANY: _for_the_company,
    Edition.CUSTOMERS: _for_customers,
}
