"""Ranges of ids, first and last included, in order and apart: how the journal names many rows."""

from bisect import bisect_right
from collections.abc import Iterable

Spans = list[tuple[int, int]]


def spans_of(ids: Iterable[tuple[int, int]]) -> Spans:
    """Return ranges of ids in order, those that touch put together."""
    spans: Spans = []
    for first, last in sorted(ids):
        if spans and first <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
        else:
            spans.append((first, last))
    return spans


def holds(spans: Spans, row_id: int) -> bool:
    """Return whether an id lies in one of the ranges."""
    place = bisect_right(spans, (row_id, float("inf"))) - 1
    return place >= 0 and spans[place][1] >= row_id


def number_in(spans: Spans) -> int:
    """Return how many ids the ranges hold."""
    return sum(last - first + 1 for first, last in spans)
