"""Where every answer stands: what is wanted today, then what is overdue, then all the rest."""

from dataclasses import dataclass
from datetime import date

from dailycontact.core.action import Action, Revisit
from dailycontact.core.call import Promise
from dailycontact.core.customer import Customer
from dailycontact.core.history import Moment
from dailycontact.core.standing import Standing
from dailycontact.core.waiting import Held, Section, Stuck, stuck_at
from dailycontact.errors import UsageProblem
from dailycontact.loop import Stage
from dailycontact.store import loops, revisits
from dailycontact.store.absences import Resting, resting
from dailycontact.store.calls import open_promises
from dailycontact.store.looking import Look
from dailycontact.store.loops import Only

MOST = 1_000_000
"""How many answers can be asked for with a number."""


class NoSuchStage(UsageProblem):
    """The word is no stage of the loop."""

    def __init__(self, typed: str) -> None:
        super().__init__(f"--stage {typed!r} is not known; choose from: {', '.join(Stage)}.")


class NoSuchLimit(UsageProblem):
    """So many answers cannot be listed."""

    def __init__(self) -> None:
        super().__init__(
            f"--limit says how many answers are listed; give it a number from 1 to {MOST:,}."
        )


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked for, as it was typed; `everything` brings in what is settled, too."""

    stage: str | None = None
    theme: str | None = None
    customer: str | None = None
    leader: str | None = None
    overdue: bool = False
    everything: bool = False

    @property
    def typed(self) -> tuple[str, ...]:
        """How it was typed that only some are asked for; empty for all."""
        named = {
            "stage": self.stage,
            "theme": self.theme,
            "customer": self.customer,
            "leader": self.leader,
        }
        words = [word for name, said in named.items() if said for word in (f"--{name}", said)]
        return (*words, "--overdue") if self.overdue else tuple(words)

    @property
    def is_about_promises(self) -> bool:
        """Whether promises belong to it: no promise is about a theme, or in a stage."""
        return not (self.stage or self.theme)

    @property
    def is_about_answers(self) -> bool:
        """Whether some answers are asked for by where they stand, and nothing else."""
        return bool(self.stage or self.theme or self.overdue)


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A part of the loop: how many answers are in it, and those of them that are shown."""

    section: Section
    count: int
    standings: tuple[Standing, ...]


@dataclass(frozen=True, kw_only=True)
class Rests:
    """A promise that is due, of a leader who is away: somebody stands in, or it waits for them."""

    promise: Promise
    whose: Resting


@dataclass(frozen=True, kw_only=True)
class Loop:
    """The answers that were asked for, and what else waits.

    `settled` counts those that were left out because nothing more is to come; `asked` is how it
    was typed that only some were asked for, empty for all. With a customer, `story` is all that
    happened with them and `told` where each of their answers stands; not where only some of the
    answers were asked for.
    """

    day: date
    listed: tuple[Listed, ...] = ()
    held: tuple[Held, ...] = ()
    settled: int = 0
    asked: tuple[str, ...] = ()
    customer: Customer | None = None
    story: tuple[Moment, ...] | None = None
    told: tuple[Standing, ...] = ()
    promises_due: tuple[Promise, ...] = ()
    promises_resting: tuple[Rests, ...] = ()
    promises_ahead: tuple[Promise, ...] = ()
    revisits: tuple[Revisit, ...] = ()
    looking: tuple[Action, ...] = ()

    @property
    def standings(self) -> tuple[Standing, ...]:
        """The answers that are shown, in order."""
        return tuple(one for listed in self.listed for one in listed.standings)

    @property
    def count(self) -> int:
        """How many answers there are to show."""
        return sum(listed.count for listed in self.listed)

    @property
    def more(self) -> int:
        """How many answers are not shown because only so many were asked for."""
        return self.count - len(self.standings)

    @property
    def stuck(self) -> Stuck | None:
        """Where answers get stuck, of all that are asked for; None where there are few."""
        return stuck_at(self.held)


def loop(look: Look, *, day: date, asked: Asked, limit: int | None = None) -> Loop:
    """Return where the answers stand, seen from `day`; at most `limit` of them.

    A stage that is named brings in those that are settled, too.

    Raises:
        NoSuchStage, NoSuchLimit: see there.
        NobodyByThatName, SeveralByThatName: no customer or leader, or more than one, fits.
        NoSuchTheme, SeveralThemes: no theme, or more than one, fits.

    """
    if limit is not None and not 0 < limit <= MOST:
        raise NoSuchLimit
    customer = _customer(look, asked.customer)
    only = _only(look, asked, customer)
    groups = loops.groups(look, today=day, only=only)
    leave_out = asked.overdue or not (asked.everything or asked.stage)
    settled = 0 if asked.overdue else loops.settled(look, groups, only=only)
    listed = _listed(look, groups, only, day=day, limit=limit, overdue=asked.overdue)
    if settled and not leave_out:
        shown = sum(len(one.standings) for one in listed)
        left = None if limit is None else limit - shown
        listed = (*listed, _settled(look, only, settled, day=day, most=left))
    found = Loop(
        day=day,
        listed=listed,
        held=loops.held(groups),
        settled=settled if leave_out else 0,
        asked=asked.typed,
        customer=customer,
    )
    return _with_the_rest(look, found, asked, only, limit)


def _listed(
    look: Look,
    groups: list[loops.Group],
    only: Only,
    *,
    day: date,
    limit: int | None,
    overdue: bool,
) -> tuple[Listed, ...]:
    parts = loops.parts(groups, overdue_only=overdue)
    found: list[tuple[loops.Part, list[int]]] = []
    left = limit
    for part in parts:
        ids = [] if left == 0 else loops.ids(look, part, only=only, most=left)
        left = None if left is None else left - len(ids)
        found.append((part, ids))
    stands = loops.standing_of(look, [one for _, ids in found for one in ids], today=day)
    return tuple(
        Listed(
            section=part.section,
            count=part.count,
            standings=tuple(stands[one] for one in ids),
        )
        for part, ids in found
    )


def _settled(look: Look, only: Only, count: int, *, day: date, most: int | None) -> Listed:
    ids = loops.settled_ids(look, only=only, most=most)
    stands = loops.standing_of(look, ids, today=day)
    shown = tuple(stands[one] for one in ids)
    return Listed(section=Section.SETTLED, count=count, standings=shown)


def _with_the_rest(look: Look, found: Loop, asked: Asked, only: Only, limit: int | None) -> Loop:
    """Return the loop with what else waits: promises, revisits, who is looked for, the story."""
    from dataclasses import replace

    promises = (
        open_promises(look, customer_id=only.customer_id, leader_id=only.leader_id)
        if asked.is_about_promises
        else ()
    )
    due = [promise for promise in promises if promise.due_on <= found.day]
    away = resting(look, day=found.day) if due else {}
    found = replace(
        found,
        promises_due=tuple(one for one in due if one.leader_id not in away),
        promises_resting=tuple(
            Rests(promise=one, whose=away[one.leader_id]) for one in due if one.leader_id in away
        ),
    )
    if asked.is_about_answers:
        return found
    return replace(
        found,
        promises_ahead=tuple(promise for promise in promises if promise.due_on > found.day),
        revisits=_revisits(look, found, only),
        looking=loops.looking(look, only=only, most=limit),
        story=_story(look, found.customer),
        told=_told(look, found),
    )


def _revisits(look: Look, found: Loop, only: Only) -> tuple[Revisit, ...]:
    due = revisits.due(look, found.day)
    if not due or (only.customer_id is None and only.leader_id is None):
        return due
    theirs = loops.among(look, [one for each in due for one in each.answers], only=only)
    return tuple(each for each in due if theirs.intersection(each.answers))


def _story(look: Look, customer: Customer | None) -> tuple[Moment, ...] | None:
    if customer is None:
        return None
    from dailycontact.store.moments import moments

    return moments(look, customer.id)


def _told(look: Look, found: Loop) -> tuple[Standing, ...]:
    if found.customer is None:
        return ()
    from dailycontact.store.answers import standings

    return tuple(standings(look, today=found.day, customer_id=found.customer.id))


def _only(look: Look, asked: Asked, customer: Customer | None) -> Only:
    return Only(
        stage=_stage(asked.stage),
        customer_id=None if customer is None else customer.id,
        leader_id=_leader_id(look, asked.leader),
        theme_id=_theme_id(look, asked.theme),
    )


def _stage(typed: str | None) -> Stage | None:
    if typed is None:
        return None
    try:
        return Stage(typed.strip().lower())
    except ValueError:
        raise NoSuchStage(typed) from None


def _customer(look: Look, typed: str | None) -> Customer | None:
    if typed is None:
        return None
    from dailycontact.store.customers import find_customer

    return find_customer(look, typed)


def _leader_id(look: Look, typed: str | None) -> int | None:
    if typed is None:
        return None
    from dailycontact.store.team import find_member

    return find_member(look, typed).id


def _theme_id(look: Look, typed: str | None) -> int | None:
    if typed is None:
        return None
    from dailycontact.store.themes import find_theme

    return find_theme(look, typed).id
