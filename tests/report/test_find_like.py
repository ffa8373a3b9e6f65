"""Answers that are like one of them, or like words, the likest first."""

import pytest

from conftest import Founded
from support.builders import MORNING, a_customer, a_theme, an_answer
from support.running import Run

SAID = (
    "The boxes are full of plastic filling",
    "So much plastic filling in your boxes",
    "Deliver before ten, please",
    "Your plastic boxes are full",
)


@pytest.fixture
def founded(sqlite_book: Founded) -> Founded:
    """Return a book in a file with four answers, one of them in confidence, and one of no words."""
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        ana = a_customer(change)
        answers = [an_answer(change, ana, said) for said in SAID]
        change.add("member", name="Tom Bell", leads=1)
        change.set("answer", answers[3], private=1)
        a_theme(change, "packaging", answers[1])
        an_answer(change, ana, "", kind="nothing")
    sqlite_book.book.rest()
    return sqlite_book


@pytest.mark.usefixtures("founded")
def test_answers_like_one_are_found_with_their_themes(run_in: Run) -> None:
    found = run_in("--as", "Marta", "find", "--like", "1", "--json").json
    shown = run_in("--as", "Marta", "find", "--like", "1").out

    assert found["like"] == {"answer_id": 1, "text": SAID[0]}
    assert [(one["id"], one["theme"]) for one in found["answers"]] == [(4, None), (2, "packaging")]
    assert "alike · packaging" in shown
    assert "dailycontact --as Marta theme put 1 4 --in packaging" in " ".join(shown.split())


@pytest.mark.usefixtures("founded")
def test_what_was_said_to_another_leader_in_confidence_is_left_out(run_in: Run) -> None:
    found = run_in("--as", "Tom", "find", "--like", "plastic filling", "--json").json

    assert sorted(one["id"] for one in found["answers"]) == [1, 2]
    assert found["like"] == {"answer_id": None, "text": "plastic filling"}


@pytest.mark.usefixtures("founded")
def test_where_nothing_is_like_it_that_is_said(run_in: Run) -> None:
    assert "Nobody has said anything like it" in run_in("find", "--like", "zebra").out
    assert "only a little alike" in run_in("find", "--like", "ten people came by").out


@pytest.mark.usefixtures("founded")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--like", "5"), 7, "has no words"),
        (("--like", "99"), 4, "no answer 99"),
        (("--like", "A1"), 2, "A1 is an action"),
        (("--like", " "), 2, "find --like 31"),
        (("plastic", "--like", "1"), 2, "one of the two"),
        ((), 2, "one of the two"),
    ],
)
def test_a_mistake_is_answered_with_what_to_do(
    run_in: Run, words: tuple[str, ...], code: int, said: str
) -> None:
    assert said in run_in("find", *words, code=code).err


def test_a_faint_likeness_counts_only_beside_the_same_theme(founded: Founded, run_in: Run) -> None:
    said = (
        "Your invoices never say which of our two cafés they are for.",
        "Which café is the invoice for? I sit over them every month.",
        "We have two cafés and get one bill, without names.",
        "I never know whether to wait for the driver or to open the shop.",
    )
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        bo = a_customer(change, "Bo Lind")
        first, likely, faint, _ = [an_answer(change, bo, words) for words in said]
        a_theme(change, "invoices", first, likely, faint)
    founded.book.rest()

    found = run_in("--as", "Marta", "find", "--like", str(first), "--json").json["answers"]

    assert [one["id"] for one in found] == [likely, faint]
    assert found[1]["likeness"] < 0.2


def test_where_nothing_is_alike_nothing_is_proposed(run_in: Run) -> None:
    shown = run_in("find", "--like", "ten people came by").out

    assert "theme put" not in shown
