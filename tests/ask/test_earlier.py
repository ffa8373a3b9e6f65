"""What a call says of earlier answers, and how a new one is read, on both databases."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from conftest import Founded
from dailycontact.ask.rule import Conversation, Heard, Help, Told
from dailycontact.ask.usecases.informing import NothingToAskAbout, NotTheirAnswer
from dailycontact.ask.usecases.log import Logged, log
from dailycontact.core.call import Outcome
from dailycontact.core.following import Helped
from dailycontact.errors import NotFound, Refused
from dailycontact.loop import Stage
from dailycontact.store import answers
from dailycontact.store.actions import NoSuchAction
from dailycontact.store.progress import FinishedMeanwhile
from support.builders import (
    MONDAY,
    MORNING,
    a_call,
    a_customer,
    a_finish,
    a_telling,
    a_theme,
    an_action,
    an_answer,
)
from support.running import Run

EARLIER = date(2026, 11, 16)
LATER = MORNING + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _book(founded: Founded) -> None:
    """Put two customers into the book: Ana's answers are 1 to 3, of which 2 is done, 3 is told."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        ana = a_customer(change, "Ana Duarte", joined_on=EARLIER)
        bo = a_customer(change, "Bo Lind", joined_on=EARLIER)
        call = a_call(change, ana, day=EARLIER)
        first, second, third = (
            an_answer(change, ana, words, day=EARLIER, call_id=call)
            for words in ("Deliver before ten", "Longer hours", "A bell at the door")
        )
        theirs = an_answer(change, bo, "The driver came too late", day=EARLIER)
        an_action(change, first, theirs, title="Deliver before ten")
        a_finish(change, an_action(change, second), second)
        told = a_finish(change, an_action(change, third), third)
        a_telling(change, told, third)
        a_theme(change, "delivery times", first, theirs)
        a_theme(change, "bells", third)
    founded.book.rest()


def logged(founded: Founded, customer_id: int = 1, **values: Any) -> Logged:
    usual: dict[str, Any] = {"outcome": Outcome.REACHED, "day": MONDAY}
    conversation = Conversation(customer_id=customer_id, **(usual | values))
    with founded.book.change("log", leader_id=founded.leader_id, at=LATER) as change:
        return log(change, conversation, leader_id=founded.leader_id, today=MONDAY)


def rows(founded: Founded, sql: str) -> Sequence[tuple[Any, ...]]:
    return [tuple(row) for row in founded.book.look().tuples(sql)]


def test_a_wish_is_read_as_a_theme_which_is_made_when_it_is_new(founded: Founded) -> None:
    heard = (Heard(words="Chairs", about="Furniture"), Heard(words="Desks", about="furniture"))

    new, known = logged(founded, heard=heard).answers

    assert new.about is not None
    assert known.about is not None
    assert (new.about.is_new, known.about.is_new) == (True, False)
    assert new.about.theme == known.about.theme
    stands = answers.standing(founded.book.look(), new.id, today=MONDAY)
    assert (stands.theme, stands.answer.verbatim) == ("Furniture", "Chairs")


def test_a_wish_about_an_action_is_served_by_it_and_read_as_its_answers_are(
    founded: Founded,
) -> None:
    (wish,) = logged(founded, heard=(Heard(words="Earlier, please", about="a1"),)).answers

    stands = answers.standing(founded.book.look(), wish.id, today=MONDAY)
    assert stands.stage is Stage.ACTING
    assert [doing.action_id for doing in stands.doings] == [1]
    assert stands.theme == "delivery times"


def test_an_action_that_is_not_there_serves_nobody(founded: Founded) -> None:
    with pytest.raises(NoSuchAction):
        logged(founded, heard=(Heard(words="Chairs", about="A99"),))

    assert rows(founded, "SELECT COUNT(*) FROM answer") == [(4,)]


def test_an_action_without_a_theme_gives_none(founded: Founded) -> None:
    (wish,) = logged(founded, heard=(Heard(words="Open on Sundays", about="A2"),)).answers

    assert wish.about is not None
    assert wish.about.theme is None
    assert rows(founded, f"SELECT COUNT(*) FROM reading WHERE answer_id = {wish.id}") == [(0,)]  # noqa: S608 - a number


def test_told_where_it_stands_closes_nothing_and_moves_no_turn(founded: Founded) -> None:
    written = logged(founded, not_yet=(1,), customer_id=1)

    assert written.only_told
    assert answers.standing(founded.book.look(), 1, today=MONDAY).stage is Stage.ACTING
    assert rows(founded, "SELECT answer_id, call_id, channel FROM progress") == [
        (1, written.call_id, "phone")
    ]


def test_whether_it_has_helped_is_kept_with_the_telling(founded: Founded) -> None:
    written = logged(founded, helped=(Help(answer_id=3, helped=Helped.PARTLY),))

    assert rows(founded, "SELECT telling_id, helped, call_id FROM follow_up") == [
        (1, "partly", written.call_id)
    ]


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"not_yet": (2,)}, FinishedMeanwhile),
        ({"not_yet": (4,)}, NotTheirAnswer),
        ({"not_yet": (99,)}, NotFound),
        ({"helped": (Help(answer_id=1, helped=Helped.YES),)}, NothingToAskAbout),
        (
            {"told": (Told(answer_id=2),), "helped": (Help(answer_id=2, helped=Helped.YES),)},
            NothingToAskAbout,
        ),
        ({"helped": (Help(answer_id=4, helped=Helped.YES),)}, NotTheirAnswer),
    ],
)
def test_what_cannot_have_been_said_is_refused_and_nothing_is_written(
    founded: Founded, values: dict[str, Any], problem: type[Refused]
) -> None:
    with pytest.raises(problem):
        logged(founded, heard=(Heard(words="Chairs", about="furniture"),), **values)

    assert rows(founded, "SELECT COUNT(*) FROM theme") == [(2,)]
    assert rows(founded, "SELECT COUNT(*) FROM answer") == [(4,)]


def test_all_of_it_is_said_back_and_taken_back_at_once(founded: Founded, run_in: Run) -> None:
    shown = run_in(
        *("log", "--better", "Come at eight", "--about", "A1", "--better", "More chairs"),
        *("--about", "furniture", "--fine", "The rest is fine", "--not-yet", "1"),
        *("--helped", "3=no", "--customer", "Ana"),
        code=2,
    )  # fmt: skip
    assert "do not go together" in " ".join(shown.err.split())

    shown = run_in(
        *("log", "--better", "Come at eight", "--about", "A1", "--better", "More chairs"),
        *("--about", "furniture", "--not-yet", "1", "--helped", "3=no", "--customer", "Ana"),
    )  # fmt: skip
    run_in("undo", "--yes")

    said = " ".join(shown.out.split())
    assert "5 delivery times → A1, looking for someone: “Come at eight”" in said
    assert "6 furniture (a new theme): “More chairs”" in said
    assert "1 told where it stands 3 has not helped" in said
    assert "3 has not helped; begin again: dailycontact act 3" in said
    for table in ("progress", "follow_up"):
        assert rows(founded, f"SELECT COUNT(*) FROM {table}") == [(0,)]  # noqa: S608 - our own names
    assert rows(founded, "SELECT name FROM theme ORDER BY id") == [("delivery times",), ("bells",)]


def test_the_document_says_what_was_stored(run_in: Run) -> None:
    wish, other, fine = run_in(
        *("log", "--better", "At eight", "--about", "A1", "--praise", "Quick", "--customer", "Bo"),
        "--json",
    ).json["answers"] + run_in(
        "log", "--fine", "All good", "--customer", "Ana", "--json"
    ).json["answers"]  # fmt: skip

    assert (wish["theme"], wish["theme_is_new"], wish["action_id"]) == ("delivery times", False, 1)
    assert (other["theme"], other["action_id"]) == (None, None)
    assert (fine["kind"], fine["verbatim"]) == ("nothing", "All good")
