"""What is said of a theme that is proposed: who said so, who works on it, and of its fix."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dailycontact.ask.view import proposed as view
from dailycontact.core.theme import Alike, AtWork, Ground, Proposal, Theme
from support.builders import MONDAY

BOTH = Proposal(
    theme=Theme(id=1, name="delivery times"),
    ground=Ground.ALIKE,
    score=1,
    said=2,
    alike=tuple(
        Alike(answer_id=number, customer="Bo", verbatim="Late", day=MONDAY, likeness=0.5)
        for number in (31, 8)
    ),
)
FREE = AtWork(action_id=5, title="Deliver before ten", owner=None, due_on=None)
TOM = replace(FREE, owner="Tom Berg", due_on=date(2027, 1, 4))


def said(proposal: Proposal) -> str:
    first = view.proposed(proposal, today=MONDAY)[0]
    assert not isinstance(first, str)
    return " ".join(" ".join(line.plain for line in first.lines(200)).split())


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "Bo (8) and Bo (31) said so."),
        ({"said": 9}, "Bo (8), Bo (31) and 7 others said so."),
        ({"alike": (), "said": 1, "ground": Ground.RULE}, "1 answer said so."),
        ({"alike": (), "said": 0, "ground": Ground.RULE}, ""),
        ({"at_work": FREE}, "Bo (8) and Bo (31) said so; A5 is looking for someone."),
        ({"at_work": TOM}, "Bo (8) and Bo (31) said so; Tom has it (A5, 4 Jan 2027)."),
        ({"since_the_fix": 0}, "Bo (8) and Bo (31) said so. Nobody has raised it since the fix."),
        ({"since_the_fix": 2}, "Bo (8) and Bo (31) said so. Raised 2 times since the fix."),
    ],
)
def test_a_proposal_says_what_is_known_of_it(values: dict[str, Any], sentence: str) -> None:
    assert said(replace(BOTH, **values)) == f"Sounds like delivery times. {sentence}".strip()


def test_a_key_says_what_it_does() -> None:
    assert (view.taken(BOTH), view.taken(replace(BOTH, at_work=TOM))) == ("yes", "add to A5")
    assert view.named(replace(BOTH, at_work=TOM)) == "delivery times (A5)"
