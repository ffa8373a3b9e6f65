"""Who does not get any more what waits for them: whom the book would not send it to now."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.book import BookSettings
from dailycontact.core.message import Delivery, Message, Way
from dailycontact.report.rule.report import Edition
from dailycontact.report.usecases import addressing, delivering
from dailycontact.store import messages, team

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


def not_for_them(
    change: "Change", waiting: Sequence[Message], *, settings: BookSettings, day: date
) -> tuple[Delivery, ...]:
    """Give up what waits for whoever has left, or is not among the recipients now; return that.

    Raises:
        IsACustomers and the others of addressing.recipients that are about who is named now.

    """
    gone: list[Delivery] = []
    for found in waiting:
        one = messages.message(change, found.id)
        if one is None or not one.is_open:
            continue
        allowed = _allowed(change, one, settings)
        left = [
            each for each in one.waiting if (each.way, each.recipient.casefold()) not in allowed
        ]
        if left:
            delivering.give_up(change, one, day=day, only=[each.id for each in left])
            gone += left
    return tuple(gone)


def _allowed(change: "Change", one: Message, settings: BookSettings) -> frozenset[tuple[Way, str]]:
    if one.member_id is not None:
        ours = {
            (m.email or "").strip().casefold()
            for m in team.members(change)
            if m.id == one.member_id
        }
        return frozenset((Way.MAIL, each) for each in ours)
    try:
        now = addressing.recipients(change, settings, Edition(one.edition))
    except (addressing.NobodyToSendTo, addressing.NobodyHasAnAddress):
        return frozenset()
    return frozenset((way, each.casefold()) for way, each in now.ways)
