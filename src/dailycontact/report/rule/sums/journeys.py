"""How far the answers of some weeks have come, and how long that took: numbers, and no person.

Only wishes go the whole way, so only they are counted here: praise, and nothing to wish for, owe
nobody anything, and would look like work left undone.
"""

from collections.abc import Collection, Iterable, Sequence
from statistics import median

from dailycontact.core.recorded import Journey, WeekOfCalls
from dailycontact.report.rule.figures import StageTime, ThemeByWeek

ASKED = "asked"
FUNNEL = ("heard", "shared", "acted on", "told")
"""How far a wish has come, in order."""
STAGES = ("heard", "shared", "taken on", "done")
"""What a wish is for a while, in order, before it goes on."""


def funnel(journeys: Iterable[Journey], *, asked: Collection[int]) -> tuple[tuple[str, int], ...]:
    """Return how many customers were asked, wished for something, and how far that has come.

    It counts customers all the way, each as far as the wish of theirs that has come furthest; those
    with the ids `asked` were reached. Who was told has been acted for, whether or not it is solved
    for them, and a wish that was acted on is known to the team, whether or not somebody wrote down
    that it was shared; whoever wished for something unasked (in a letter, say) has been asked all
    the same. So no number is greater than the one before. Nothing where nobody was asked and nobody
    wished for anything.
    """
    furthest: dict[int, int] = {}
    for one in journeys:
        reached = max(_reached(one), furthest.get(one.customer_id, 0))
        furthest[one.customer_id] = reached
    counts = [sum(reached >= step for reached in furthest.values()) for step in range(len(FUNNEL))]
    first = len({*asked, *furthest})
    return ((ASKED, first), *zip(FUNNEL, counts, strict=True)) if first else ()


def themes(journeys: Iterable[Journey], weeks: Sequence[WeekOfCalls]) -> tuple[ThemeByWeek, ...]:
    """Return how many customers wished for something of each theme, week by week.

    Who said the same twice in a week is one customer. What was said most often comes first, of the
    same number what was said last. A theme that was never said in these weeks is not among them.
    """
    places = {week.monday: place for place, week in enumerate(weeks)}
    said: dict[str, list[set[int]]] = {}
    for one in journeys:
        if one.theme is not None and one.week in places:
            by_week = said.setdefault(one.theme, [set() for _ in weeks])
            by_week[places[one.week]].add(one.customer_id)
    found = [
        ThemeByWeek(name=name, counts=tuple(len(customers) for customers in by_week))
        for name, by_week in said.items()
    ]
    return tuple(sorted(sorted(found, key=lambda one: one.name), key=_often, reverse=True))


def stages(journeys: Iterable[Journey]) -> tuple[StageTime, ...]:
    """Return how long a wish was heard, shared, taken on and done, before it went on.

    The median of working days (0: on the same day) of the wishes that did go on; those that still
    wait are not in it. A wish that skipped a stage, such as one that was declined at once, spent no
    time in it, and is not counted there.
    """
    spent = [time for one in journeys for time in _spent(one)]
    return tuple(_stage_time(name, [days for at, days in spent if at == name]) for name in STAGES)


def typical(journeys: Iterable[Journey]) -> float | None:
    """Return the median of working days from a wish to its customer's knowing what became of it.

    Each customer who knows counts once, with the wish of theirs that took longest: somebody with
    three quick ones is no majority. None where nobody knows.
    """
    took: dict[int, int] = {}
    for one in journeys:
        if one.told_at is not None:
            days = max(0, one.told_at - one.heard_at)
            took[one.customer_id] = max(days, took.get(one.customer_id, 0))
    return float(median(took.values())) if took else None


def _often(theme: ThemeByWeek) -> tuple[int, tuple[int, ...]]:
    return (theme.total, theme.counts[::-1])


def _reached(one: Journey) -> int:
    """Return how far a wish has come, as its place in FUNNEL."""
    if one.told:
        return 3
    if one.taken_at is not None or one.ended_at is not None:
        return 2
    return int(one.shared or one.shared_at is not None)


def _spent(one: Journey) -> Iterable[tuple[str, int]]:
    """Return the stages in which a wish was and is no more, with the working days in each."""
    moved = _first(one.taken_at, one.ended_at)
    rests = (
        (one.heard_at, _first(one.shared_at, moved)),
        (one.shared_at, moved),
        (one.taken_at, one.ended_at),
        (one.ended_at, one.told_at),
    )
    for stage, (since, until) in zip(STAGES, rests, strict=True):
        if since is not None and until is not None and since <= until:
            yield stage, until - since


def _first(*instants: int | None) -> int | None:
    return min((at for at in instants if at is not None), default=None)


def _stage_time(name: str, days: Sequence[int]) -> StageTime:
    return StageTime(name=name, median=float(median(days)) if days else None, of=len(days))
