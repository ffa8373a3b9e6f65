"""Days on which a leader does not call, and what falls due meanwhile."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dailycontact.core.call import Promise
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count
from dailycontact.core.team import Member
from dailycontact.core.telling import Owed
from dailycontact.errors import NotFound, UsageProblem
from dailycontact.people.rule import Span, without
from dailycontact.people.usecases import meanwhile
from dailycontact.store import absences, calendar, derived, promises, team
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

LONGEST = timedelta(days=400)


class TooLong(UsageProblem):
    """More than a year of leave is a slip of the finger, or a goodbye."""

    def __init__(self) -> None:
        super().__init__(
            "More than a year of leave at once cannot be noted; for a goodbye:"
            f" {PROGRAM} team left NAME --to NAME"
        )


class NotAway(NotFound):
    """There is no leave on those days."""

    def __init__(self, first: date, last: date, *, today: date) -> None:
        days = say_day(first, today=today)
        if last != first:
            days += f" to {say_day(last, today=today)}"
        super().__init__(f"No leave of yours is noted for {days}; see what is: {PROGRAM} leave")


class OwnDeputy(UsageProblem):
    """Nobody stands in for themselves."""

    def __init__(self) -> None:
        super().__init__("Somebody else has to stand in; name another leader with --deputy.")


class MakesNoCalls(UsageProblem):
    """Whoever is to stand in has no mornings in which anything could come up."""

    def __init__(self, deputy: Member) -> None:
        super().__init__(
            f"{deputy.name} makes no calls and cannot stand in; let them with:"
            f" {PROGRAM} team edit {deputy.name!r} --leads"
        )


@dataclass(frozen=True, kw_only=True)
class Absence:
    """A leader's days away; `working` counts those on which calls would have been made."""

    first_on: date
    last_on: date
    working: int
    deputy: Member | None
    back_on: date
    due: tuple[Promise, ...]
    """The leader's promises and call backs that fall due inside."""
    tellings: tuple[Owed, ...] = ()
    """The leader's customers who wait for news, and should not have to wait so long."""
    moved_to: date | None = None
    """The day to which the promises were moved just now."""
    again: bool = False
    """Whether all of it was noted before."""
    others: bool = False
    """Whether anybody else makes calls, and could stand in."""
    deputy_away: bool = False
    """Whether who stands in is away on some of these days, too."""

    @property
    def waits(self) -> bool:
        """Whether anybody waits for something meanwhile."""
        return bool(self.due or self.tellings)


def list_leave(look: Look, *, leader_id: int, today: date) -> tuple[Absence, ...]:
    """Return the leader's leave that is not over yet, in order."""
    return tuple(
        _absence(look, span, leader_id=leader_id, today=today)
        for span in _spans(look, leader_id)
        if span.last_on >= today
    )


def last_leave(look: Look, *, leader_id: int, today: date) -> tuple[date, date] | None:
    """Return the first and the last day of the leader's last leave that is over, if there is one.

    It can still be taken back, where the days count after all.
    """
    over = [one for one in _spans(look, leader_id) if one.last_on < today]
    return (over[-1].first_on, over[-1].last_on) if over else None


def plan(
    look: Look, *, leader_id: int, first: date, last: date, deputy: Member | None, today: date
) -> Absence:
    """Return the days away as they would be noted, with all that falls inside.

    Days that were noted before keep who stands in, where nobody is named.

    Raises:
        TooLong, OwnDeputy, MakesNoCalls: what cannot be meant.

    """
    if last - first > LONGEST:
        raise TooLong
    if deputy is not None and deputy.id == leader_id:
        raise OwnDeputy
    if deputy is not None and not deputy.leads:
        raise MakesNoCalls(deputy)
    span = Span(first_on=first, last_on=last, deputy_id=deputy.id if deputy else None)
    noted = [one for one in _spans(look, leader_id) if _covers(one, span)]
    if noted:
        span = replace(span, deputy_id=noted[0].deputy_id)
    return _absence(look, span, leader_id=leader_id, today=today, again=bool(noted))


def take(
    change: "Change",
    *,
    leader_id: int,
    first: date,
    last: date,
    deputy: Member | None,
    today: date,
    move: bool = False,
) -> Absence:
    """Note days away, first and last included, in place of what was noted for them before.

    With `move`, what was promised for these days is put off until the first day back.

    Raises:
        TooLong, OwnDeputy, MakesNoCalls: what cannot be meant.

    """
    away = plan(change, leader_id=leader_id, first=first, last=last, deputy=deputy, today=today)
    if not away.again:
        span = Span(first_on=first, last_on=last, deputy_id=deputy.id if deputy else None)
        left = without(_spans(change, leader_id), first, last)
        _rewrite(change, leader_id, [*left, span], first=first, today=today)
    if away.due and move:
        away = replace(away, moved_to=max(away.back_on, today))
        promises.put_off(change, away.due, to=away.moved_to or today, today=today)
    said = _said(first, last, today=today)
    moved = f", {count(len(away.due), 'promise')} put off" if away.moved_to else ""
    change.summary = f"away {said}{moved}"
    return away


def cancel(
    change: "Change", *, leader_id: int, first: date, last: date, today: date
) -> tuple[Absence, ...]:
    """Take days out of the leader's leave; return what is left of it.

    Raises:
        NotAway: there is no leave on any of them.

    """
    spans = _spans(change, leader_id)
    left = without(spans, first, last)
    if left == spans:
        raise NotAway(first, last, today=today)
    _rewrite(change, leader_id, left, first=first, today=today)
    change.summary = f"not away {_said(first, last, today=today)}"
    return list_leave(change, leader_id=leader_id, today=today)


def _rewrite(
    change: "Change", leader_id: int, spans: list[Span], *, first: date, today: date
) -> None:
    """Store the leader's leave, and count the days anew from the first that may have changed."""
    absences.rewrite(
        change, leader_id, [(one.first_on, one.last_on, one.deputy_id) for one in spans]
    )
    derived.renumber(change, since=first, today=today)


def _covers(noted: Span, span: Span) -> bool:
    same = span.deputy_id in (None, noted.deputy_id)
    return same and noted.first_on <= span.first_on and span.last_on <= noted.last_on


def _spans(look: Look, leader_id: int) -> list[Span]:
    return [
        Span(first_on=first, last_on=last, deputy_id=deputy_id)
        for first, last, deputy_id in absences.of_leader(look, leader_id)
    ]


def _absence(
    look: Look, span: Span, *, leader_id: int, today: date, again: bool = False
) -> Absence:
    deputy = None if span.deputy_id is None else team.member(look, span.deputy_id)
    return Absence(
        first_on=span.first_on,
        last_on=span.last_on,
        working=_working(look, span),
        deputy=deputy,
        back_on=calendar.next_call_day(look, leader_id, span.last_on),
        due=meanwhile.promises(look, span, leader_id=leader_id),
        tellings=meanwhile.tellings(look, span, leader_id=leader_id, today=today),
        again=again,
        others=len(team.leaders(look)) > 1,
        deputy_away=deputy is not None
        and any(
            first <= span.last_on and last >= span.first_on
            for first, last, _ in absences.of_leader(look, deputy.id)
        ),
    )


def _working(look: Look, span: Span) -> int:
    """Return on how many days a call would have been made, but for the leave."""
    days = (span.last_on - span.first_on).days + 1
    each = (span.first_on + timedelta(days=offset) for offset in range(days))
    return sum(calendar.workday(look, day).why_not in (None, calendar.LEAVE) for day in each)


def _said(first: date, last: date, *, today: date) -> str:
    if first == last:
        return f"on {say_day(first, today=today)}"
    return f"from {say_day(first, today=today)} to {say_day(last, today=today)}"
