"""How many of those who asked for an action know how it ended: "Told 4 of 6"."""

from collections.abc import Iterable
from dataclasses import dataclass

from dailycontact.core.standing import Standing


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Of all who asked for an action: how many were told, and how many need not be (`waived`).

    Whoever was told and says that it is not solved waits again, and counts apart (`reopened`). Of
    those who need not be told, nobody could reach some (`unreachable`).
    """

    told: int
    askers: int
    waived: int = 0
    unreachable: int = 0
    reopened: int = 0

    def __str__(self) -> str:
        """Return it as it is said beside the action: "Told 4 of 6; 1 need not be told.".

        There, told is told: "Told 1 of 2; not solved for 1.".
        """
        unsolved = f"; not solved for {self.reopened}" if self.reopened else ""
        need_not = self.waived - self.unreachable
        spared = f"; {need_not} need not be told" if need_not else ""
        missed = f"; {self.unreachable} could not be reached" if self.unreachable else ""
        return f"Told {self.told + self.reopened} of {self.askers}{unsolved}{spared}{missed}."


def tally(standings: Iterable[Standing], *, action_id: int) -> Tally:
    """Return how many of these answers' customers know how the action ended for them."""
    doings = [doing for each in standings for doing in each.doings if doing.action_id == action_id]
    return Tally(
        told=sum(
            doing.settled_on is not None and not doing.waived and not doing.reopened
            for doing in doings
        ),
        askers=len(doings),
        waived=sum(doing.waived for doing in doings),
        unreachable=sum(doing.unreachable for doing in doings),
        reopened=sum(doing.reopened for doing in doings),
    )
