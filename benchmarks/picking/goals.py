"""The eighteen goals of the rule, each in its parts, and what was reached of them."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from benchmarks.picking import books, opinions, repeating
from benchmarks.picking.books import Life
from benchmarks.picking.figures import Figures
from benchmarks.picking.runs import RULE, Ran, of


@dataclass(frozen=True, kw_only=True)
class Reached:
    """A part of a goal, with the mean over the seeds and the worst of them.

    Where it speaks of several books, both are those of the worst, which `where` names.
    """

    goal: str
    text: str
    limit: float
    mean: float
    worst: float
    at_least: bool = False
    where: str = ""
    by_mean: bool = False

    @property
    def holds(self) -> bool:
        """Whether the worst seed reaches it; the mean, for what is a matter of the dice alone."""
        reached = self.mean if self.by_mean else self.worst
        return reached >= self.limit if self.at_least else reached <= self.limit


@dataclass(frozen=True, kw_only=True)
class Part:
    """What a figure must reach in some books, all leading one life; `text` does not name them.

    With `than`, the figure is compared with the same seed's in another life.
    """

    goal: str
    text: str
    limit: float
    figure: str
    life: Life
    books: str
    at_least: bool = False
    by_mean: bool = False
    than: Life | None = None

    def values(self, ran: Sequence[Ran], book: str) -> list[float]:
        """Return the figure, seed by seed."""
        mine = [each.figures[self.figure] for each in of(ran, book, self.life)]
        if self.than is None:
            return mine
        other = [each.figures[self.figure] for each in of(ran, book, self.than)]
        return [one / two for one, two in zip(mine, other, strict=True)]

    def reached(self, ran: Sequence[Ran]) -> Reached | None:
        """Return what was reached in the worst of the books; None where none of them was played."""
        worst: Callable[..., float] = min if self.at_least else max
        found = {book: values for book in self.books if (values := self.values(ran, book))}
        if not found:
            return None
        means = {book: fmean(values) for book, values in found.items()}
        where = worst(means, key=means.__getitem__)
        return Reached(
            goal=self.goal,
            text=f"{_listed(found)}, {self.text}",
            limit=self.limit,
            mean=means[str(where)],
            worst=worst(value for values in found.values() for value in values),
            at_least=self.at_least,
            where=str(where) if len(found) > 1 else "",
            by_mean=self.by_mean,
        )


def _part(goal: str, text: str, limit: float, figure: str, life: Life, among: str) -> Part:
    return Part(goal=goal, text=text, limit=limit, figure=figure, life=life, books=among)


def _dice(goal: str, text: str, limit: float, figure: str, life: Life, among: str) -> Part:
    return replace(_part(goal, text, limit, figure, life, among), by_mean=True)


def _least(goal: str, text: str, limit: float, figure: str, life: Life, among: str) -> Part:
    return Part(
        goal=goal, text=text, limit=limit, figure=figure, life=life, books=among, at_least=True
    )


def _calls(goal: str, limit: float, life: Life, among: str) -> Part:
    return Part(
        goal=goal,
        text=f"{life.name}: conversations a day",
        limit=limit,
        figure="conversations",
        life=life,
        books=among,
        at_least=True,
        by_mean=True,
    )


def _kept(limit: float, book: str, life: Life, than: Life) -> Part:
    return Part(
        goal="G10",
        text=f"{life.name}: conversations kept",
        limit=limit,
        figure="conversations",
        life=life,
        than=than,
        books=book,
        at_least=True,
        by_mean=True,
    )


def _listed(among: Collection[str]) -> str:
    first, *_, last = [*among, *among]
    return first if first == last else f"{first}-{last}"


_I, _1, _3 = books.IDEAL, books.ONE_TRY, books.THREE_TRIES
_D1, _D3 = books.DEAD_ONE_TRY, books.DEAD_THREE_TRIES
_O1, _O3 = books.OFFICE_ONE_TRY, books.OFFICE

PARTS: tuple[Part, ...] = (
    _part("G1", "ideal: p99", 1.00, "p99", _I, "M"),
    _part("G1", "ideal: longest", 1.10, "max", _I, "M"),
    _part("G2", "ideal: p99", 1.18, "p99", _I, "F"),
    _part("G2", "ideal: longest", 1.25, "max", _I, "F"),
    _part("G3", "ideal: longest ÷ D", 1.12, "max / density", _I, "O"),
    _part("G3", "ideal: stretch of A ÷ C", 1.05, "A : C", _I, "O"),
    _least("G3", "ideal: stretch of A ÷ C", 0.95, "A : C", _I, "O"),
    _part("G4", "ideal: longest ÷ D", 1.10, "max / density", books.IDEAL_LONG, "X"),
    _part("G4", "ideal: everybody once by 252 D ×", 1.05, "first by", books.IDEAL_LONG, "X"),
    _part("G5", "ideal: longest", 0.85, "max", _I, "S"),
    _least("G5", "ideal: shortest", 0.50, "shortest", _I, "S"),
    _part("G5", "ideal: days without anybody due", 0.20, "idle", _I, "S"),
    _part("G6", "p .4, one try: p99 ÷ load", 1.45, "p99 / load", _1, "M"),
    _part("G6", "p .4, one try: p99 ÷ load", 1.20, "p99 / load", _1, "O"),
    _calls("G7", 0.93, _3, "MFOXZ"),
    _part("G7", "p .4, three tries: p99", 1.45, "p99", _3, "M"),
    _part("G7", "p .4, three tries: p99 ÷ load", 1.20, "p99 / load", _3, "O"),
    _calls("G8", 0.84, _O3, "MFOXZ"),
    _calls("G8", 0.44, _O1, "MFOX"),
    _calls("G8", 0.40, _O1, "Z"),
    _part("G9", "office: p99 ÷ load", 2.5, "p99 / load", _O3, "M"),
    _part("G9", "office: p99 ÷ load", 1.5, "p99 / load", _O3, "O"),
    _part("G9", "office: p99 ÷ load", 1.10, "p99 / load", _O3, "X"),
    _part("G9", "office: longest ÷ load", 5.0, "max / load", _O3, "MFOX"),
    _dice("G9", "office: parked", 0.04, "parked", _O3, "MFOX"),
    _kept(0.90, "M", _D1, _1),
    _kept(0.90, "O", _D1, _1),
    _kept(0.75, "X", _D1, _1),
    _kept(0.95, "M", _D3, _3),
    _kept(0.95, "O", _D3, _3),
    _kept(0.90, "X", _D3, _3),
    replace(
        _least("G12", "office: promises kept in time", 0.96, "promises kept", _O3, "MFOX"),
        by_mean=True,
    ),
    _part("G13", "ideal: segments a month", 1.2, "segments", _I, "MFO"),
    _part("G13", "ideal: segments a month", 1.5, "segments", _I, "X"),
    _part("G13", "ideal: regions a quarter", 1.2, "regions", _I, "MFOX"),
    _part("G14", "ideal: weekday lock", 1.5, "weekdays", _I, "MFOX"),
    _part("G14", "ideal: same successor", 0.15, "same successor", _I, "MFOX"),
    _least("G15", "office: the hard to reach", 0.80, "hard share", _O3, "MFOX"),
)


def reached(ran: Sequence[Ran], parts: Sequence[Part]) -> list[Reached]:
    """Return what was reached of each goal; those about books not played are left out."""
    found = [one for part in parts if (one := part.reached(ran)) is not None]
    return [*found, *_hard_rules(ran), *_sample(ran), *_margin(ran)]


def same_answers(*, years: int | None = None) -> list[Reached]:
    """Return whether the rule answers the same when asked again, and plays the same history."""
    asked, steps = repeating.differences(years=years)
    texts = {"asked again: other answers": asked, "same seed and log: other steps": steps}
    return [
        Reached(goal="G17", text=text, limit=0, mean=count, worst=count)
        for text, count in texts.items()
    ]


def _hard_rules(ran: Sequence[Ran]) -> list[Reached]:
    """Return what must never happen, over every book that the rule played."""
    mine = [each.figures for each in ran if each.run.player == RULE]
    texts = {
        "every book: gaps below half the cadence": "short gaps",
        "every book: paused, closed, before a promise": "wrong calls",
    }
    return [_never(text, figure, mine) for text, figure in texts.items() if mine]


def _never(text: str, figure: str, mine: Sequence[Figures]) -> Reached:
    values = [each[figure] for each in mine]
    return Reached(goal="G11", text=text, limit=0, mean=fmean(values), worst=max(values))


def _sample(ran: Sequence[Ran]) -> list[Reached]:
    heard = of(ran, "opinions", books.OPINIONS)
    if not heard:
        return []
    sample = opinions.pooled(each.sampled for each in heard)
    texts = {
        "opinions a quarter: |bias| in sd": (abs(sample.bias), 0.04),
        "opinions a quarter: design effect": (sample.design_effect, 1.1),
    }
    return [
        Reached(goal="G16", text=text, limit=limit, mean=value, worst=value)
        for text, (value, limit) in texts.items()
    ]


def _margin(ran: Sequence[Ran]) -> list[Reached]:
    """Return how many times longer others let somebody wait, in a book that cannot be kept."""
    mine = [each.figures["max"] for each in of(ran, "O", books.IDEAL)]
    found = []
    for name in ("most overdue (EDF)", "longest since"):
        other = [each.figures["max"] for each in of(ran, "O", books.IDEAL, name)]
        ratios = [theirs / ours for theirs, ours in zip(other, mine, strict=False)]
        if ratios:
            text = f"O, ideal: longest of {name} ÷ ours"
            found.append(
                Reached(
                    goal="G18",
                    text=text,
                    limit=3.0,
                    mean=fmean(ratios),
                    worst=min(ratios),
                    at_least=True,
                )
            )
    return found
