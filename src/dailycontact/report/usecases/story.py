"""Keeping a story for the week's report."""

from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.recorded import Story
from dailycontact.core.sentences import shortened
from dailycontact.core.team import Member
from dailycontact.errors import UsageProblem
from dailycontact.store.team import find_member

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class NoWords(UsageProblem):
    """The story is empty."""

    def __init__(self) -> None:
        super().__init__("A story needs a few words; write them between quotes after: story")


def keep_story(
    change: "Change", text: str, *, leader: Member, who: str | None, missed: bool, day: date
) -> Story:
    """Keep a story of that day, told by a leader; `who` is the name of somebody in the team.

    Raises:
        NoWords: the story is empty.
        NobodyByThatName, SeveralByThatName: none in the team, or more than one, is called so.

    """
    text = text.strip()
    if not text:
        raise NoWords
    whose = find_member(change, who) if who else None
    story_id = change.add(
        "story",
        text=text,
        who_id=whose.id if whose else None,
        missed=missed,
        leader_id=leader.id,
        day=day,
        recorded_at=change.at,
    )
    change.summary = f"kept a story: “{shortened(text, width=50)}”"
    return Story(
        id=story_id,
        text=text,
        who=whose.name if whose else None,
        missed=missed,
        leader=leader.name,
        day=day,
    )
