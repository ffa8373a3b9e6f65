"""The list of customers as it is laid out, and when a next turn is said to come."""

from datetime import date, timedelta

import pytest

from dailycontact.core.customer import Customer, Phone
from dailycontact.people.usecases.roster import Listed, Roster
from dailycontact.people.view.roster import near, roster
from dailycontact.people.view.stories import rhythm, when
from dailycontact.terminal.card import Part
from dailycontact.terminal.door import cells
from support.builders import MONDAY

NUMBER = Phone(raw="+441134960123", e164="+441134960123", shown="+44 113 496 0123")


def _listed(name: str, company: str = "", **values: object) -> Listed:
    known: dict[str, object] = {"id": 1, "beat": 63, "joined_on": MONDAY, "phones": (NUMBER,)}
    customer = Customer(name=name, company=company, **(known | values))  # type: ignore[arg-type]  # a builder
    return Listed(customer=customer, turn_on=MONDAY + timedelta(days=30))


def _lines(*listed: Listed, width: int, whole: bool = False) -> list[str]:
    parts = roster(Roster(listed=listed, total=len(listed)), today=MONDAY, whole=whole)
    return [line.plain for part in parts if isinstance(part, Part) for line in part.lines(width)]


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize(
    ("name", "company"),
    [
        ("Ana Duarte", "Green Door Cafés"),
        ("A" * 300, "B" * 300),
        ("株式会社グリーンドア代表取締役社長山田太郎" * 3, "C"),
        ("Bo", "株式会社グリーンドア" * 9),
        ("\x1b[2J[/nope]\u202e", "=cmd()"),
    ],
)
def test_a_line_is_never_wider_than_the_screen(name: str, company: str, width: int) -> None:
    lines = _lines(_listed(name, company), _listed("Bo Lind", id=100_000), width=width)

    assert max(cells(line) for line in lines) < width
    assert "\x1b" not in "".join(lines)
    assert "\u202e" not in "".join(lines)


def test_another_program_gets_every_name_whole() -> None:
    lines = _lines(_listed("A" * 90, "B" * 90), width=80, whole=True)

    assert "A" * 90 in lines[1]
    assert "B" * 90 in lines[1]


def test_name_and_company_share_what_the_others_leave() -> None:
    lines = _lines(_listed("Ana Duarte", "B" * 90), width=80)

    assert "Ana Duarte  BBBBBBBBBB" in lines[1]


def test_a_company_without_a_person_is_named_once() -> None:
    lines = _lines(_listed("Green Door", "Green Door"), width=80)

    assert lines[1].count("Green Door") == 1


def test_who_is_due_is_due_now() -> None:
    due = Listed(customer=_listed("Ana").customer, turn_on=MONDAY)

    assert _lines(due, width=80)[1].split()[-1] == "now"


@pytest.mark.parametrize(
    ("days", "said"), [(-20, "3 Nov"), (30, "23 Dec"), (400, "Dec 2027"), (-400, "Oct 2025")]
)
def test_a_day_is_said_in_a_few_letters(days: int, said: str) -> None:
    assert near(MONDAY + timedelta(days=days), today=MONDAY) == said


@pytest.mark.parametrize(
    ("turn_on", "said"),
    [
        (None, "no turn comes"),
        (MONDAY, "a turn is due"),
        (date(2026, 11, 27), "next turn within a week"),
        (date(2026, 12, 8), "next turn in about 2 weeks"),
        (date(2027, 2, 8), "next turn about February 2027"),
    ],
)
def test_when_a_turn_comes_is_never_said_to_the_day(turn_on: date | None, said: str) -> None:
    assert when(turn_on, today=MONDAY) == said


def test_a_rhythm_of_their_own_is_said_to_be() -> None:
    own = _listed("Ana", cadence=63).customer

    assert rhythm(own, None, today=MONDAY).startswith("once a quarter (their own rhythm);")
