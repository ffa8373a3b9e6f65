"""By what customers are found in words, so that it can be hidden."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Known:
    """Names with companies, numbers (E.164, or as they were given) and e-mail addresses."""

    people: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    numbers: tuple[str, ...] = field(default=(), repr=False)
    addresses: tuple[str, ...] = field(default=(), repr=False)

    @property
    def anybody(self) -> bool:
        """Whether there is anything to find."""
        return bool(self.people or self.numbers or self.addresses)

    def without(self, other: "Known") -> "Known":
        """Return what is not in another."""
        return Known(
            people=tuple(_rest(self.people, other.people)),
            numbers=tuple(_rest(self.numbers, other.numbers)),
            addresses=tuple(_rest(self.addresses, other.addresses)),
        )


def _rest(those: Iterable[T], other: Iterable[T]) -> Iterable[T]:
    taken = set(other)
    return (each for each in those if each not in taken)
