"""What a quarter's conversations say of everybody's opinion, and how far off that is.

Each opinion is weighted by its customer's cadence where the way of choosing follows cadences. The
design effect is the mean square error ÷ that of independent draws with the same weights: 1 is a
random sample, below 1 is better than that.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from benchmarks.picking.books import QUARTER, Customer
from benchmarks.picking.playing import Played


@dataclass(frozen=True, kw_only=True)
class Sampled:
    """The errors of a book's quarters, and the square error that independent draws would have."""

    errors: tuple[float, ...]
    independent: tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class Sample:
    """How far off a way of choosing is, in standard deviations of the customers' opinions."""

    bias: float
    error: float
    design_effect: float


def sampled(played: Played, *, weighted: bool) -> Sampled:
    """Return the errors of each quarter's estimate; the truth is 0 by construction."""
    customers = {each.id: each for each in played.book.customers}
    quarters: dict[int, list[Customer]] = defaultdict(list)
    for day, customer_id in played.order:
        quarters[day // QUARTER].append(customers[customer_id])
    draw = _variance(played.book.customers, weighted=weighted)
    return Sampled(
        errors=tuple(_estimate(each, weighted=weighted) for each in quarters.values()),
        independent=tuple(draw / len(each) for each in quarters.values()),
    )


def pooled(samples: Iterable[Sampled | None]) -> Sample:
    """Return bias, root mean square error and design effect over all quarters of all books."""
    taken = tuple(each for each in samples if each is not None)
    errors = [error for each in taken for error in each.errors]
    square = fmean(error**2 for error in errors)
    independent = fmean(one for each in taken for one in each.independent)
    return Sample(bias=fmean(errors), error=float(square**0.5), design_effect=square / independent)


def _estimate(heard: Iterable[Customer], *, weighted: bool) -> float:
    weights = [(each.cadence if weighted else 1, each.opinion) for each in heard]
    return sum(weight * opinion for weight, opinion in weights) / sum(one for one, _ in weights)


def _variance(customers: Iterable[Customer], *, weighted: bool) -> float:
    """Return the square error of one independent draw of a customer (by 1 ÷ cadence, or evenly)."""
    drawn = [(1 / each.cadence if weighted else 1.0, each) for each in customers]
    total = sum(chance for chance, _ in drawn)
    weight = {each.id: each.cadence if weighted else 1 for _, each in drawn}
    mean = sum(chance * weight[each.id] for chance, each in drawn) / total
    square = sum(chance * (weight[each.id] * each.opinion) ** 2 for chance, each in drawn) / total
    return float(square / mean**2)
