"""Groups of customers, the small ones folded together, so that nobody can be found in one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dailycontact.core.answer import Kind
from dailycontact.core.recorded import Journey
from dailycontact.report.rule.figures import FEWEST, Group

UNGROUPED = "in no group"
"""What customers without a segment are called."""


@dataclass(frozen=True, kw_only=True)
class Folded:
    """The groups that may be shown, and how many customers are in the others."""

    shown: tuple[Group, ...] = ()
    customers: int = 0


def groups_of(journeys: Iterable[Journey]) -> tuple[Group, ...]:
    """Return of each segment how many customers were heard and what they wished for.

    The largest first. Customers without a segment are a group like any other; where nobody has a
    segment there are no groups.
    """
    heard: dict[str | None, list[Journey]] = {}
    for one in journeys:
        heard.setdefault(one.segment, []).append(one)
    if not heard.keys() - {None}:
        return ()
    found = [_group(name or UNGROUPED, said) for name, said in heard.items()]
    return tuple(sorted(found, key=lambda group: (-group.customers, group.name)))


def fold_small(groups: Sequence[Group]) -> Folded:
    """Return the groups without those of fewer than FEWEST customers, which are folded together.

    One that would be folded alone takes the next smallest with it, because what is missing in a sum
    can be worked out. Where those folded are too few even together, or nothing is left beside them,
    there is no breakdown at all.
    """
    by_size = sorted(groups, key=lambda group: group.customers)
    small = [group for group in by_size if group.customers < FEWEST]
    if not small:
        return Folded(shown=tuple(groups))
    folded = by_size[: max(2, len(small))]
    customers = sum(group.customers for group in folded)
    if customers < FEWEST or len(folded) >= len(groups):
        return Folded()
    return Folded(shown=tuple(one for one in groups if one not in folded), customers=customers)


def _group(name: str, said: Sequence[Journey]) -> Group:
    return Group(
        name=name,
        customers=len({one.customer_id for one in said}),
        wishes=sum(one.kind is Kind.SUGGESTION for one in said),
    )
