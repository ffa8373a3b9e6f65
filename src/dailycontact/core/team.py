"""The team: the people who own actions, are thanked, and may be leaders."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody of the team; one who `leads` makes calls."""

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    email: str | None = None
    leads: bool = False
    left_on: date | None = None

    @property
    def first_name(self) -> str:
        """The name by which one thanks them."""
        return self.name.split()[0] if self.name.split() else self.name
