"""Which theme is meant by what was typed: its name, a part of it, or a slip of the keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from dailycontact.core.naming import best_matches, fold
from dailycontact.core.theme import Theme

CLOSE = 80
"""How alike two names are that may be meant for each other, of 100 (rapidfuzz's ratio)."""


@dataclass(frozen=True, kw_only=True)
class Fitting:
    """The themes that fit what was typed: at most one has just this name."""

    same: Theme | None = None
    holding: tuple[Theme, ...] = ()
    """Those whose name holds what was typed."""
    close: tuple[Theme, ...] = ()
    """Those whose name is nearly that, the nearest first; only where no name holds it."""

    @property
    def nearest(self) -> Theme | None:
        """The theme that may have been meant, where none has just this name."""
        return next(iter((*self.holding, *self.close)), None)


def fitting(typed: str, themes: Sequence[Theme]) -> Fitting:
    """Return the themes that fit what was typed, comparing as names are compared."""
    wanted = fold(typed)
    same = next((theme for theme in themes if fold(theme.name) == wanted), None)
    if same is not None or not wanted:
        return Fitting(same=same)
    holding = tuple(best_matches(typed, themes, names=lambda theme: [theme.name]))
    return Fitting(holding=holding) if holding else Fitting(close=_close(wanted, themes))


def _close(wanted: str, themes: Sequence[Theme]) -> tuple[Theme, ...]:
    from rapidfuzz.fuzz import ratio

    likeness = {theme.id: ratio(wanted, fold(theme.name)) for theme in themes}
    near = [theme for theme in themes if likeness[theme.id] >= CLOSE]
    return tuple(sorted(near, key=lambda theme: -likeness[theme.id]))
