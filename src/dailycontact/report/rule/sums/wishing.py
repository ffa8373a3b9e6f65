"""What the team asked of us, what several of them asked put together, and what became of it."""

from collections.abc import Iterable

from dailycontact.core.naming import fold
from dailycontact.core.period import Period
from dailycontact.core.recorded import TeamWish
from dailycontact.report.rule.readers import Readers
from dailycontact.report.rule.report import Wished

_OPEN = frozenset({None, "doing"})
_SIGNS = str.maketrans("", "", ".,;:!?…“”\"'’")

_WHERE = "a wish of the team"

_Key = tuple[str | None, str, str]


def wished(readers: Readers) -> tuple[Wished, ...]:
    """Return the team's wishes: those with news first, then those that are still open.

    Wishes are one where they say the same, or were given one reply together, as long as they came
    to the same; it is said in the words of whoever wished for it first, and by how many of the team
    it was wished for.
    """
    period = readers.facts.period
    shown = [one for one in readers.facts.wishes if _is_shown(one, period)]
    together = _together(shown)
    in_order = sorted(together, key=lambda wishes: not any(_is_news(w, period) for w in wishes))
    return tuple(_wished(wishes, readers) for wishes in in_order)


def _is_shown(wish: TeamWish, period: Period) -> bool:
    is_new = wish.recorded_at >= period.start
    return wish.how in _OPEN or is_new or _is_news(wish, period)


def _is_news(wish: TeamWish, period: Period) -> bool:
    return wish.replied_at is not None and wish.replied_at >= period.start


def _together(wishes: Iterable[TeamWish]) -> list[list[TeamWish]]:
    first: dict[object, _Key] = {}
    found: dict[_Key, list[TeamWish]] = {}
    for wish in sorted(wishes, key=lambda one: (one.recorded_at, one.talk_id)):
        key = (wish.how, fold(wish.say or ""), fold(wish.wish.translate(_SIGNS)))
        if wish.replied_at is not None:
            key = first.setdefault((wish.replied_at, *key[:2]), key)
        found.setdefault(key, []).append(wish)
    return list(found.values())


def _wished(wishes: list[TeamWish], readers: Readers) -> Wished:
    one = wishes[0]
    return Wished(
        talk_id=one.talk_id,
        wish=readers.mask(one.wish, where=_WHERE),
        by=len({wish.member_id or -wish.talk_id for wish in wishes}),
        how=one.how,
        say=readers.mask(one.say, where=_WHERE) if one.say else None,
    )
