"""How often a theme was said, and where it stands: what a list of the themes shows of each."""

from dataclasses import dataclass
from datetime import date

from dailycontact.core.theme import AtWork, Theme


@dataclass(frozen=True, kw_only=True)
class CountedTheme:
    """A theme with its answers, counted.

    `open` wishes have no action yet, `acting` ones have, `to_tell` ended and their customers do not
    know, `told` ones know. `fixed_on` is when something was last done about it, and `raised` how
    many wishes were said since. `weeks` are how often it was said in the last weeks, the oldest
    first. `at_work` is the action that most of the acting ones wait for, of so many `actions`.
    """

    theme: Theme
    said: int = 0
    open: int = 0
    acting: int = 0
    to_tell: int = 0
    told: int = 0
    first_on: date | None = None
    last_on: date | None = None
    fixed_on: date | None = None
    raised: int = 0
    weeks: tuple[int, ...] = ()
    at_work: AtWork | None = None
    actions: int = 0

    @property
    def is_wished(self) -> bool:
        """Whether anybody wished for something, and it is not praise alone."""
        return bool(self.open or self.acting or self.to_tell or self.told)


def raised_again(times: int) -> str:
    """Return that a theme was raised after it was fixed: "raised 2 times since the fix"."""
    return f"raised {'once' if times == 1 else f'{times} times'} since the fix"
