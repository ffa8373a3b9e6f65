"""Where the words of an answer stand on a page: in one place, with what became of them."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from dailycontact.loop import OWED
from dailycontact.report.rule import wording
from dailycontact.report.rule.pages.cutting import cut
from dailycontact.report.rule.report import Acted, Report, Said, Told


@dataclass(frozen=True, kw_only=True)
class Places:
    """A report, and which answers stand at the top, with which action, and in what was heard."""

    report: Report
    top: AbstractSet[int]
    """What is urgent, and nobody has taken on yet or is late."""
    acted: dict[int, int]
    """By answer, the action that it stands with: asked for it, or said to its news."""
    looked: dict[int, int]
    """By action that is looked for, the new answer whose words stand with it."""
    heard: tuple[Said, ...]
    """What stands nowhere else, and not with the thanks either."""

    @cached_property
    def answers(self) -> AbstractSet[int]:
        """Every answer whose words stand somewhere."""
        return self.top | self.acted.keys() | {said.answer_id for said in self.heard}

    @cached_property
    def new(self) -> AbstractSet[int]:
        """The answers that were heard in the period."""
        return {said.answer_id for said in self.report.heard}

    @cached_property
    def told(self) -> dict[int, Told]:
        """By action, who was told of it."""
        return {one.action_id: one for one in self.report.told}

    @cached_property
    def owed(self) -> AbstractSet[int]:
        """The answers for which something has ended, and the customer does not know."""
        return {one.answer_id for one in self.report.waiting if one.stage in OWED}

    @cached_property
    def thanked(self) -> AbstractSet[int]:
        """The actions that somebody is thanked for."""
        return set(_thanked(self.report))

    @property
    def heard_title(self) -> str:
        """How what was heard is called: some of it may stand with what became of it."""
        some = len(self.heard) < len(self.report.heard)
        return wording.some_of(wording.HEARD, some=some)

    @property
    def acted_title(self) -> str:
        """How what was done is called, where somebody is thanked for some of it."""
        return wording.some_of(wording.ACTED, some=bool(self.thanked))

    @cached_property
    def told_before(self) -> tuple[Told, ...]:
        """What was told that had ended before the period: the rest stands with its end."""
        shown = {one.action_id for one in self.report.acted}
        return tuple(one for one in self.report.told if one.action_id not in shown)

    @property
    def told_title(self) -> str:
        """How it is called who was told, where some of them stand with an end."""
        some = len(self.told_before) < len(self.report.told)
        return wording.some_of(wording.TOLD, some=some)

    def title_of(self, answer_id: int) -> str:
        """Return under which title the words of an answer stand; the rest is looked for."""
        if answer_id in self.top:
            return wording.wanted(self.report)
        action_id = self.acted.get(answer_id)
        if action_id in self.thanked:
            return wording.BECAUSE_OF_YOU
        if action_id is not None:
            before = any(one.action_id == action_id for one in self.told_before)
            return self.told_title if before else self.acted_title
        return self.heard_title if answer_id in self.answers else wording.LOOKING


def places_of(report: Report) -> Places:
    """Return where the words of each answer stand.

    At the top before all; what customers said to our news, with that; then with what somebody is
    thanked for; then in the list of what was heard, as far as that is shown; and what was said
    earlier, or is cut from that list, with what has been begun or declined.
    """
    top = {one.answer_id for one in report.wanted}
    thanked = _thanked(report)
    acted = {one.action_id: one for one in report.acted}
    homes = _said_to_it(report, elsewhere=top)
    homes |= _homes((acted[number] for number in thanked), elsewhere=top | homes.keys())
    praise = {said.answer_id for thanks in report.thanks for said in thanks.praise}
    looked = _looked(report, elsewhere=top | homes.keys())
    shown = top | praise | homes.keys() | set(looked.values())
    free = [said for said in report.heard if said.answer_id not in shown]
    listed = {said.answer_id for said in cut(free)}
    others = (one for one in report.acted if one.action_id not in thanked)
    homes |= _homes(others, elsewhere=shown | homes.keys() | listed)
    heard = tuple(said for said in free if said.answer_id not in homes)
    return Places(report=report, top=top, acted=homes, looked=looked, heard=heard)


def _looked(report: Report, *, elsewhere: AbstractSet[int]) -> dict[int, int]:
    """Return by what is looked for the answer that was heard in the period in the same words."""
    new = {
        (said.who, said.words): said.answer_id
        for said in report.heard
        if said.answer_id not in elsewhere
    }
    found = {one.action_id: new.get((one.who, one.words)) for one in cut(report.looking)}
    return {action_id: number for action_id, number in found.items() if number is not None}


def _thanked(report: Report) -> dict[int, None]:
    """Return the actions that somebody is thanked for, in the order of the thanks."""
    return dict.fromkeys(done.action_id for thanks in report.thanks for done in thanks.done)


def _said_to_it(report: Report, *, elsewhere: AbstractSet[int]) -> dict[int, int]:
    """Return with which action stands what customers said when they were told of it."""
    return {
        said.answer_id: told.action_id
        for told in report.told
        for person in told.people
        for said in person.said
        if said.answer_id not in elsewhere
    }


def _homes(acted: Iterable[Acted], *, elsewhere: AbstractSet[int]) -> dict[int, int]:
    """Return with which action, the first of several, each answer stands."""
    homes: dict[int, int] = {}
    for one in acted:
        for said in one.answers:
            if said.answer_id not in elsewhere:
                homes.setdefault(said.answer_id, one.action_id)
    return homes
