"""How the room of the themes answers to mistakes, to very many themes, and to none."""

import sys

import pytest

from conftest import Founded
from support.builders import MORNING, a_theme
from support.loop import with_answers
from support.running import Run
from support.typing import Typed


@pytest.fixture
def founded(sqlite_book: Founded) -> Founded:
    """Return a book in a file: what is written is tried on both databases elsewhere."""
    return sqlite_book


@pytest.fixture
def _three(founded: Founded) -> None:
    """Give the book three answers; 1 and 2 are about invoices, 3 about bills."""
    with_answers(founded, "Ana Duarte", "Bo Lind", "Jo Hansen")
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        a_theme(change, "invoices", 1, 2)
        a_theme(change, "bills", 3)
        a_theme(change, "late deliveries")
    founded.book.rest()


@pytest.mark.usefixtures("_three")
def test_of_very_many_themes_the_first_are_shown_and_the_rest_counted(run_in: Run) -> None:
    first = run_in("theme", "list", "--limit", "1")

    assert "invoices" in first.out
    assert "bills" not in first.out
    assert "2 more" in first.out
    assert run_in("theme", "list", "--all", "--json").json["more"] == 0
    assert "a number from 1" in run_in("theme", "list", "--limit", "0", code=2).err


def test_without_themes_the_first_step_is_named(founded: Founded, run_in: Run) -> None:
    nothing = run_in("theme", "list").out
    with_answers(founded)

    assert "no answers that could have one" in nothing
    assert 'dailycontact theme add "delivery times"' in run_in("theme", "list").out


@pytest.mark.usefixtures("_three")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("show", "invioces"), 4, "the nearest: invoices"),
        (("show", "parking"), 4, "dailycontact theme add parking"),
        (("rename", "bills", "Invoices"), 7, "theme merge invoices bills"),
        (("rename", "bills", "12"), 2, "no name for a theme"),
        (("rename", "bills", "A 5"), 2, "no name for a theme"),
        (("rename", "bills", "bills", "and", "such"), 2, 'theme rename bills "bills and such"'),
        (("put", "1", "--in", "foo", "bar"), 2, 'theme put 1 --in "foo bar"'),
        (("put", "1", "bills"), 2, "theme put 1 --in bills"),
        (("put", "one"), 2, "theme put ANSWER --in one"),
        (("split", "invoices", "1", "--into", "two", "sites"), 2, '1 --into "two sites"'),
        (("merge", "bills", "late", "deliveries"), 2, 'theme merge bills "late deliveries"'),
        (("list", "--limit", "2", "--all"), 2, "one of the two"),
        (("merge", "bills", "bills"), 2, "the one that stays"),
        (("split", "invoices", "3", "--into", "x"), 7, "it is in 'bills'"),
        (("split", "invoices", "1", "--into", "Invoices"), 2, "--into NEW"),
        (("split", "invoices", "1"), 2, "--into NEW"),
        (("put", "99", "--in", "bills"), 4, "no answer 99"),
        (("put", "A1", "--in", "bills"), 4, "no action A1"),
        (("put", "1", "--in", "invioces"), 4, "the nearest: invoices"),
        (("put", "1", "--in", "bills", "--none"), 2, "one of the two"),
        (("put", "1"), 2, "--in THEME"),
        (("put",), 2, "theme put 12 31 --in invoices"),
        (("put", "--in", "bills"), 2, "theme put 12 31 --in invoices"),
        (("words", "--add", "x"), 2, "one of the three"),
        (("words", "--add", "x", "--praise", "--nothing"), 2, "one of the three"),
        (("words", "--theme", "bills"), 2, "--add"),
        (("words", "--add", "x", "--remove", "y"), 2, "one at a time"),
        (("words", "--add", "?!", "--praise"), 2, "no words in '?!'"),
        (("words", "--remove", "x"), 4, "theme words"),
    ],
)
def test_a_mistake_is_answered_with_what_to_do(
    run_in: Run, words: tuple[str, ...], code: int, said: str
) -> None:
    assert said in run_in("theme", *words, code=code).err


@pytest.mark.usefixtures("_three")
def test_an_action_instead_of_its_answers_is_helped_along(run_in: Run) -> None:
    run_in("act", "1", "3", "--do", "One bill for each shop")

    refused = run_in("theme", "put", "A1", "--in", "bills", code=2)

    assert "dailycontact theme put 1 3 --in THEME" in refused.err


def test_praise_has_a_theme_without_wishes_and_nothing_has_none(
    founded: Founded, run_in: Run
) -> None:
    with_answers(founded, "Ana Duarte", kind="praise", verbatim="Tom carried it all in, unasked")
    with_answers(founded, "Bo Lind", kind="nothing", verbatim="")

    run_in("theme", "put", "1", "--in", "kind people", "--new")
    refused = run_in("theme", "put", "2", "--in", "kind people", code=7)

    assert "nothing open in it" in run_in("theme", "list").out
    assert "Bo Lind had nothing to wish for" in refused.err


@pytest.mark.usefixtures("_three")
def test_words_stand_for_one_thing_and_can_be_taken_out(run_in: Run) -> None:
    set_down = run_in("theme", "words", "--add", "Bill", "--add", "the bills", "--theme", "bills")
    again = run_in("theme", "words", "--add", "BILL", "--theme", "bills")
    other = run_in("theme", "words", "--add", "bill", "--praise", code=7)
    run_in("theme", "words", "--add", "lovely", "--praise")
    run_in("theme", "words", "--add", "all fine", "--nothing")
    shown = run_in("theme", "words").out
    removed = run_in("theme", "words", "--remove", "bill", "--json").json

    assert "“Bill” and “the bills” stand for bills now." in set_down.err
    assert "“Bill” does so already." in again.err
    assert "theme words --remove Bill" in other.err
    assert [line.strip() for line in shown.splitlines() if line.startswith("   ")] == [
        "Bill, the bills",
        "lovely",
        "all fine",
    ]
    assert [rule["words"] for rule in removed["removed"]] == ["Bill"]


@pytest.mark.usefixtures("_three")
def test_a_theme_nearly_of_that_name_is_pointed_at(run_in: Run) -> None:
    added = run_in("theme", "add", "invoice")
    same = run_in("theme", "add", "INVOICE")
    unchanged = run_in("theme", "rename", "invoice", "invoice", "--json").json

    assert "theme merge invoices invoice" in added.err
    assert "There is a theme called invoice already" in same.err
    assert unchanged["changed"] is False


def test_many_answers_are_put_and_split_at_once_and_only_some_are_shown(
    founded: Founded, run_in: Run
) -> None:
    every = [str(number) for number in with_answers(founded, *[f"Ana {n}" for n in range(15)])]

    put = run_in("theme", "put", *every, "--in", "invoices", "--new")
    some = run_in("theme", "show", "invoices", "--limit", "2")
    split = run_in("theme", "split", "invoices", *every[1:], "--into", "two shops")
    rest = run_in("theme", "split", "invoices", every[0], "--into", "two shops")

    assert "and 3 more" in put.out
    assert "and 13 more" in some.out
    assert "dailycontact theme show invoices --all" in some.out
    assert "14 answers are in the new theme two shops now; 1 answer stays in invoices." in split.err
    assert "1 answer is in two shops now; none is left in invoices." in rest.err
    assert "put answers in it" in run_in("theme", "show", "invoices").out


@pytest.mark.usefixtures("_three")
def test_a_name_in_another_script_is_a_name(run_in: Run) -> None:
    """In Persian words are written with a joiner that is not seen."""
    name = "\u062a\u062d\u0648\u06cc\u0644\u200c\u0647\u0627"

    assert run_in("theme", "add", name, "--json").json["theme"]["name"] == name


@pytest.mark.usefixtures("_three")
@pytest.mark.parametrize(
    ("typed", "names", "themes"),
    [
        ("", ("invoices", "bills"), {"invoices", "late deliveries"}),
        ("n", ("invoices", "bills"), {"invoices", "bills", "late deliveries"}),
        ("", ("bills", "invoices"), {"invoices", "bills", "late deliveries"}),
        ("y", ("bills", "invoices"), {"bills", "late deliveries"}),
    ],
)
def test_which_name_stays_is_said_before_two_themes_are_one(
    founded: Founded,
    run_in: Run,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    names: tuple[str, str],
    themes: set[str],
) -> None:
    """Return is a yes only where the one that stays is the greater one."""
    monkeypatch.setattr(sys, "stdin", Typed(typed))
    sizes = {"invoices": "2 answers", "bills": "1 answer"}
    stays, goes = names

    ran = run_in("theme", "merge", stays, goes)

    question = f"{goes} ({sizes[goes]}) becomes part of {stays} ({sizes[stays]}), which stays."
    assert question in " ".join((ran.out + ran.err).split())
    left = founded.book.look().tuples("SELECT name FROM theme WHERE into_id IS NULL")
    assert {name for (name,) in left} == themes
    if len(themes) > len(sizes):
        assert f"The other way round: dailycontact theme merge {goes} {stays}" in ran.err


@pytest.mark.usefixtures("_three")
def test_whoever_need_not_be_told_does_not_count_as_told(run_in: Run) -> None:
    run_in("act", "1", "2", "3", "--do", "One bill for each shop")
    run_in("done", "A1", "--say", "You get a bill for each shop")
    run_in("tell", "1")
    run_in("customers", "do-not-contact", "Bo Lind", "--yes")
    run_in("customers", "do-not-contact", "Jo Hansen", "--yes")

    invoices, bills, _ = run_in("theme", "list", "--json").json["themes"]
    shown = run_in("theme", "list").out

    assert (invoices["told"], invoices["to_tell"]) == (1, 0)
    assert (bills["told"], bills["to_tell"]) == (0, 0)
    assert "nothing open in it" in shown
    assert run_in("check").code == 0
