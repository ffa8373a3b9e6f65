"""What is read off a played book: waits, load, and how fair a sample the conversations are.

A gap is counted in working days; its ratio is gap ÷ cadence. The wait for the first conversation
and the one that is open at the end are gaps as well. Customers whose number is dead are left out,
and of the longest wait those who were parked, too: the leader is asked to look at their number.
"""

from cmath import exp, pi
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from math import ceil
from statistics import fmean

from benchmarks.picking.books import CADENCES, MONTH, QUARTER, Customer
from benchmarks.picking.playing import DAYS_A_WEEK, Played

SPOKEN_OFTEN = 5
"""Conversations that a customer must have had for the weekday of their turn to say anything."""

Figures = dict[str, float]


def figures(played: Played) -> Figures:
    """Return every figure of a played book by its name."""
    counted = [each for each in played.book.customers if _counts(each, played)]
    ratios = [ratio for each in counted for ratio in _ratios(each, played)]
    ratios = ratios or [0.0]
    unparked = [each for each in counted if each.id not in played.parked]
    longest = max((ratio for each in unparked for ratio in _ratios(each, played)), default=0.0)
    between = [ratio for each in played.customers.values() for ratio in _between(each, played)]
    conversations = len(played.order) / played.days
    due_days = 1 - played.idle / played.days
    load = _density(each for each in played.book.customers if not each.dead) * due_days
    load /= conversations
    return {
        "p99": _percentile(ratios, 0.99),
        "max": longest,
        "shortest": min(between, default=1.0),
        "short gaps": float(sum(ratio < 0.5 for ratio in between)),
        "wrong calls": float(played.wrong),
        "idle": 1 - due_days,
        "conversations": conversations,
        "load": load,
        "p99 / load": _percentile(ratios, 0.99) / load,
        "max / load": longest / load,
        "max / density": longest / played.book.density,
        "parked": len({each.id for each in counted} & played.parked) / max(1, len(counted)),
        "first by": _everybody_by(counted, played) / (CADENCES[-1] * played.book.density),
        "promises kept": _kept(played),
        "hard share": _hard_share(played),
        **_stretches(played),
        **_sample(played),
    }


def _counts(customer: Customer, played: Played) -> bool:
    return not customer.dead and customer.id not in played.moved


def _between(customer: Customer, played: Played) -> list[float]:
    days = played.spoken[customer.id]
    return [(later - earlier) / customer.cadence for earlier, later in pairwise(days)]


def _ratios(customer: Customer, played: Played) -> list[float]:
    days = [0, *played.spoken[customer.id], played.days]
    return [(later - earlier) / customer.cadence for earlier, later in pairwise(days)]


def _percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[ceil(share * len(values)) - 1]


def _density(customers: Iterable[Customer]) -> float:
    return sum(1 / each.cadence for each in customers)


def _everybody_by(counted: Sequence[Customer], played: Played) -> float:
    """Return the day by which everybody was spoken to; later than the last where somebody waits."""
    firsts = ((played.spoken[each.id] or [2 * played.days])[0] for each in counted)
    return max(firsts, default=0)


def _kept(played: Played) -> float:
    """Return the share of the promises that were tried on their day or the next working day."""
    due = [each for each in played.promises if each.due + 1 < played.days]
    kept = sum(each.tried_on is not None and each.tried_on <= each.due + 1 for each in due)
    return kept / len(due) if due else 1.0


def _hard_share(played: Played) -> float:
    """Return how often the hard to reach were spoken to ÷ how often they should have been."""
    alive = [each for each in played.book.customers if not each.dead]
    target = _density(each for each in alive if each.hard) / _density(alive)
    hard = {each.id for each in alive if each.hard}
    spoken = sum(customer_id in hard for _, customer_id in played.order)
    return spoken / len(played.order) / target if target else 1.0


def _stretches(played: Played) -> Figures:
    """Return how many times its cadence each class waits, by how often it was spoken to."""
    found: Figures = {}
    for name, cadence in zip("ABC", CADENCES, strict=True):
        among = [each for each in played.book.customers if each.cadence == cadence]
        spoken = sum(len(played.spoken[each.id]) for each in among)
        found[f"stretch {name}"] = len(among) * played.days / max(1, spoken) / cadence
    found["A : C"] = found["stretch A"] / found["stretch C"]
    return found


def _sample(played: Played) -> Figures:
    customers = {each.id: each for each in played.book.customers}
    known = [(day, customers[one]) for day, one in played.order if one in customers]
    cadences: dict[int, float] = defaultdict(float)
    regions: dict[int, float] = defaultdict(float)
    for each in played.book.customers:
        cadences[each.cadence] += 1 / each.cadence
        regions[each.region] += 1 / each.cadence
    return {
        "segments": _unevenness(known, MONTH, cadences, lambda each: each.cadence),
        "regions": _unevenness(known, QUARTER, regions, lambda each: each.region),
        "weekdays": _weekday_lock(played),
        "same successor": _same_successor([one for _, one in played.order]),
    }


def _unevenness(
    known: Sequence[tuple[int, Customer]],
    period: int,
    weights: Mapping[int, float],
    group: Callable[[Customer], int],
) -> float:
    """Return chi-square ÷ degrees of freedom of the groups in each period; 1 is a fair dice."""
    periods: dict[int, Counter[int]] = defaultdict(Counter)
    for day, customer in known:
        periods[day // period][group(customer)] += 1
    total = sum(weights.values())
    found = []
    for counts in periods.values():
        size = sum(counts.values())
        expected = {key: size * weight / total for key, weight in weights.items()}
        chi = sum((counts[key] - value) ** 2 / value for key, value in expected.items())
        found.append(chi / (len(weights) - 1))
    return fmean(found) if found else 0.0


def _weekday_lock(played: Played) -> float:
    """Return the mean Rayleigh statistic of the weekdays of each customer; 1 is a fair dice."""
    found = []
    for days in played.spoken.values():
        if len(days) >= SPOKEN_OFTEN:
            turned = sum(exp(2j * pi * day / DAYS_A_WEEK) for day in days)
            found.append(abs(turned) ** 2 / len(days))
    return fmean(found) if found else 1.0


def _same_successor(order: Sequence[int]) -> float:
    """Return how often after somebody comes the one who came after them the last time."""
    successor: dict[int, int] = {}
    same = repeated = 0
    for one, after in pairwise(order):
        if one in successor:
            repeated += 1
            same += successor[one] == after
        successor[one] = after
    return same / repeated if repeated else 0.0
