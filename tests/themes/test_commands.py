"""Themes through the command line, on both databases: made, joined, parted, read, and listed."""

import pytest

from conftest import Founded
from support.builders import MONDAY, MORNING, a_finish, a_theme, an_action
from support.loop import count_rows, with_answers
from support.running import Run

LATER = "2026-12-02T09:00:00+00:00"


@pytest.fixture
def _three(founded: Founded) -> None:
    """Give the book three answers; 1 and 2 are about invoices, 3 about bills."""
    with_answers(founded, "Ana Duarte", "Bo Lind", "Jo Hansen")
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        a_theme(change, "invoices", 1, 2)
        a_theme(change, "bills", 3)
    founded.book.rest()


@pytest.mark.usefixtures("_three")
def test_the_list_says_how_often_and_where_it_stands(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        tom = change.add("member", name="Tom Bell")
        a_finish(change, an_action(change, 1), 1)
        an_action(change, 2, owner_id=tom, owned_on=MONDAY)
    founded.book.rest()

    shown = run_in("theme", "list").out
    invoices, bills = run_in("theme", "list", "--json").json["themes"]

    assert "1 acting (A2, Tom) · 1 to tell" in shown
    assert "▁▁▁▁▁▁▁▁▁▁▁▅" in shown
    assert (invoices["said"], invoices["first_on"], invoices["weeks"][-1]) == (2, "2026-11-23", 2)
    assert (invoices["since_the_fix"], invoices["at_work"]["owner"]) == (0, "Tom Bell")
    assert (bills["name"], bills["open"], bills["since_the_fix"]) == ("bills", 1, None)


@pytest.mark.usefixtures("_three")
def test_what_is_raised_after_the_fix_is_said_on_the_list_and_the_page(
    founded: Founded, run_in: Run
) -> None:
    run_in("act", "3", "--do", "One bill for each shop")
    run_in("done", "A1", "--say", "You get a bill for each shop")
    run_in(
        *("log", "reached", "--better", "Two bills again", "--customer", "bo", "--about", "bills"),
        at=LATER,
    )

    assert "raised once since the fix" in run_in("theme", "list").out
    page = run_in("theme", "show", "bills")

    assert "raised once since the fix" in page.out
    assert "done 23 Nov · told 0 of 1" in page.out
    assert "“Two bills again”" in page.out
    assert founded.book.look().value("SELECT raised AS value FROM theme_tally WHERE theme_id = 2")


@pytest.mark.usefixtures("_three")
def test_merging_lets_readings_and_the_name_follow_and_undo_parts_them(
    founded: Founded, run_in: Run
) -> None:
    run_in("theme", "words", "--add", "bill", "--theme", "bills")

    merged = run_in("theme", "merge", "invoices", "bills", "--json", at=LATER).json
    page = run_in("theme", "show", "bills", "--json").json
    read = [row["day"] for row in founded.book.look().rows("SELECT day FROM reading ORDER BY id")]
    founded.book.rest()
    run_in("undo")

    assert (merged["answers"], merged["words"]) == (1, 1)
    assert (page["theme"]["name"], page["theme"]["said"]) == ("invoices", 3)
    assert (page["words"], page["merged"]) == (["bill"], ["bills"])
    assert read == ["2026-11-23"] * 3 + ["2026-12-02"]
    assert run_in("theme", "show", "bills", "--json").json["theme"]["said"] == 1
    assert run_in("theme", "words", "--json").json[0]["theme"] == "bills"
    assert run_in("check").code == 0


@pytest.mark.usefixtures("_three")
def test_a_name_that_became_part_of_another_leads_there_and_can_be_its_own_again(
    run_in: Run,
) -> None:
    run_in("theme", "merge", "invoices", "bills")

    added = run_in("theme", "add", "Bills")
    renamed = run_in("theme", "rename", "invoices", "bills")
    both = run_in("theme", "show", "invoices", "--json").json["theme"]["name"]
    parted = run_in("theme", "split", "bills", "3", "--into", "invoices", "--json").json

    assert "theme split invoices ANSWER --into Bills" in added.err
    assert "invoices is called bills now." in renamed.err
    assert both == "bills"
    assert (parted["into"]["name"], parted["new"], parted["left"]) == ("invoices", True, 2)
    assert run_in("theme", "show", "invoices", "--json").json["theme"]["said"] == 1


@pytest.mark.usefixtures("_three")
def test_three_themes_that_become_one_after_the_other_all_lead_to_the_last(run_in: Run) -> None:
    run_in("theme", "add", "money")
    run_in("theme", "merge", "invoices", "bills")
    run_in("theme", "merge", "money", "invoices")

    page = run_in("theme", "show", "bills", "--json").json

    assert page["theme"]["name"] == "money"
    assert page["merged"] == ["invoices", "bills"]
    assert page["theme"]["said"] == 3


@pytest.mark.usefixtures("_three")
def test_a_reading_is_signed_and_the_words_stay(founded: Founded, run_in: Run) -> None:
    put = run_in("theme", "put", "1", "3", "--in", "bill", "--cause", "one template", at=LATER)
    again = run_in("theme", "put", "1", "--in", "bills", "--cause", "one template")
    noted = run_in("theme", "put", "1", "--note", "Tom knows the template")
    out = run_in("theme", "put", "3", "--none", "--json").json["answers"][0]
    page = run_in("theme", "show", "bills")

    assert "was in invoices" in put.out
    assert "Cause: one template. (Marta, Wednesday 2 December)" in put.out
    assert "nothing was changed" in again.err
    assert "in bills" in noted.out
    assert (out["theme_before"], out["reading"]["theme"]) == ("bills", None)
    assert out["reading"]["cause"] == "one template"
    assert "one template. (Marta, Wednesday 2 December)" in page.out
    assert "Tom knows the template." in page.out
    assert count_rows(founded, "amendment") == 0


@pytest.mark.usefixtures("_three")
def test_what_came_later_and_stands_on_a_theme_keeps_it(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        change.add("member", name="Ines Roth", leads=1)
    founded.book.rest()
    marta, ines = ("--as", "Marta"), ("--as", "Ines")
    run_in(*marta, "theme", "add", "money")
    run_in(*ines, "theme", "put", "3", "--in", "money")
    read = run_in(*marta, "undo", "--yes", code=7).err
    run_in(*ines, "undo", "--yes")
    run_in(*ines, "theme", "words", "--add", "cash", "--theme", "money")
    run_in(*ines, "theme", "merge", "money", "bills")
    standing = run_in(*marta, "undo", "--yes", code=7).err

    assert "answer 3 was read anew since" in read
    assert "the words cash stand for it since" in standing
    assert "the theme bills became part of it since" in standing


@pytest.mark.usefixtures("_three")
def test_an_erasure_takes_the_person_out_of_themes_and_leaves_other_words_alone(
    run_in: Run,
) -> None:
    run_in("theme", "rename", "bills", "Jo Hansen's bills")
    run_in("theme", "put", "3", "--cause", "Jo Hansen has two shops")
    for said in ("e-mail, please", "Jo Hansen's shop"):
        run_in("theme", "words", "--add", said, "--theme", "invoices")

    run_in("customers", "erase", "hansen", "--name", "Jo Hansen")

    assert [rule["words"] for rule in run_in("theme", "words", "--json").json] == ["e-mail, please"]
    assert "Hansen" not in run_in("theme", "list", "--all").out
    assert "two shops" in run_in("theme", "show", "'s bills").out
    assert run_in("check").code == 0
