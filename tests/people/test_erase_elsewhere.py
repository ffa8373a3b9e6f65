"""What an erasure says of those who may be the same, of what remains, and of files elsewhere."""

from pathlib import Path

import pytest

from conftest import Founded
from support.builders import MORNING, a_customer, an_answer
from support.running import Run

ANA = "Ana Duarte"


@pytest.fixture(autouse=True)
def ana(run_in: Run) -> None:
    """Put Ana Duarte into the book."""
    run_in(
        "customers", "add", ANA, "--company", "Green Door Cafés", "--phone", "+441134960123",
        "--email", "ana@duarte.example",
    )  # fmt: skip


def _erase(run_in: Run, *more: str) -> str:
    ran = run_in("customers", "erase", "1", "--name", ANA, *more)
    return " ".join(f"{ran.out} {ran.err}".split())


def _add(founded: Founded, name: str, **values: str | None) -> int:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        customer_id = a_customer(change, name, **values)
    founded.book.rest()
    return customer_id


def test_whoever_may_be_the_same_is_named_before_and_after(run_in: Run, founded: Founded) -> None:
    _add(founded, "Ana D.", phone="+441134960123", company="Green Door Cafés")

    before = run_in("customers", "erase", "1", "--dry-run")
    document = run_in("customers", "erase", "1", "--dry-run", "--json").json
    after = _erase(run_in)

    assert "2 Ana D., Green Door Cafés" in before.out
    assert "Merge first, or erase them too: dailycontact customers merge 1 2" in " ".join(
        before.out.split()
    )
    assert [one["id"] for one in document["perhaps_same"]] == [2]
    assert document["shared"] == ["number", "company"]
    assert "What others in the book have too stays with them: a number and the company." in after
    assert "Perhaps the same, and still in the book: 2 Ana D., Green Door Cafés." in after
    assert "as theirs: a phone number and a company" in after
    if not founded.book.is_shared:
        assert "no full name, number or address of theirs alone is left" in after


def test_nobody_is_perhaps_the_same_where_nothing_is_alike(run_in: Run, founded: Founded) -> None:
    _add(founded, "Bo Lind", phone="+441134960777")

    document = run_in("customers", "erase", "1", "--dry-run", "--json").json
    after = _erase(run_in)

    assert document["perhaps_same"] == []
    assert document["shared"] == []
    assert "What others" not in after
    assert "somebody else in our list" not in after


def test_who_goes_by_a_name_that_they_had_before_may_be_the_same(
    run_in: Run, founded: Founded
) -> None:
    run_in("customers", "edit", "1", "--name", "Cleo Lopes")
    _add(founded, ANA, phone=None)
    _add(founded, "Zoe Fix", phone="+441134960123")
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.add("different", one_id=1, other_id=3)
    founded.book.rest()

    document = run_in("customers", "erase", "1", "--dry-run", "--json").json

    assert [(one["id"], one["why"]) for one in document["perhaps_same"]] == [(2, "the same name")]
    assert document["shared"] == ["number", "name"]


def test_all_the_words_that_remain_are_shown(run_in: Run, founded: Founded) -> None:
    bo = _add(founded, "Bo Lind", phone=None)
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        for number in range(32):
            an_answer(
                change, bo, f"{'A long story of things. ' * 9}Number {number} is for Ana now."
            )
    founded.book.rest()

    before = run_in("customers", "erase", "1", "--dry-run").out
    after = _erase(run_in)

    assert "Number 0 is for Ana" in before
    assert "Number 29 is for Ana" in after
    assert "Number 30 is for Ana" not in after
    assert "and 2 more: --json has them all" in after


def test_only_files_that_can_hold_them_are_counted(run_in: Run, tmp_path: Path) -> None:
    run_in("customers", "add", "Bo Lind", "--phone", "+441134960777")
    run_in("customers", "add", "Jo Hansen", "--phone", "+441134960778")
    for form in ("bo.vcf", "bo.csv"):
        file = tmp_path / form
        run_in("customers", "export", "2", "--output", str(file))
        file.unlink()
    run_in("customers", "erase", "2", "--name", "Bo Lind")
    run_in("customers", "export", "--output", "-", "--format", "csv")

    document = run_in("customers", "erase", "3", "--dry-run", "--json").json
    letter = run_in("customers", "erase", "3", "--name", "Jo Hansen").out

    assert document["exports_gone"] == 0
    assert document["exports_unnamed"] == 0
    assert document["exports_piped"] is True
    assert "went elsewhere" not in letter
    assert "a list that we handed on to another program" in letter


def test_a_file_of_which_the_name_was_erased_is_said_to_be_that(
    run_in: Run, tmp_path: Path
) -> None:
    run_in("customers", "add", "Bo Lind", "--phone", "+441134960777")
    file = tmp_path / "Ana Duarte and others.csv"
    run_in("customers", "export", "--output", str(file))
    file.unlink()
    _erase(run_in)

    shown = run_in("customers", "erase", "2", "--dry-run").out
    letter = run_in("customers", "erase", "2", "--name", "Bo Lind").out

    assert "1 exported file, the name of which was erased with somebody." in shown
    assert "the name of which we have erased" in " ".join(letter.split())


def test_a_file_with_their_name_is_not_named_in_the_history(run_in: Run, tmp_path: Path) -> None:
    run_in("customers", "export", "1", "--output", str(tmp_path / "duarte.vcf"))

    _erase(run_in)

    assert "duarte" not in run_in("history", "--all").out


def test_the_letter_promises_only_what_is_so(run_in: Run, founded: Founded) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        for _ in range(3):
            answer_id = an_answer(change, 1, "All is well.")
            change.add(
                "sharing", answer_id=answer_id, leader_id=1, day="2026-11-20", place="team room",
                recorded_at=change.at,
            )  # fmt: skip
    founded.book.rest()
    if not founded.book.is_shared:
        run_in("backup")

    letter = run_in("customers", "erase", "1", "--name", ANA).out

    assert letter.count("shown to our team (team room)") == 1
    assert ("brought back" in letter) == (not founded.book.is_shared)


def test_the_files_to_delete_by_hand_are_named_once_it_is_done(run_in: Run, tmp_path: Path) -> None:
    file = tmp_path / "all.csv"
    run_in("customers", "export", "--output", str(file))

    shown = run_in("customers", "erase", "1", "--name", ANA)

    done = shown.err.partition("was erased.")[2]
    assert str(file) in done.replace("\n", "").replace(" ", "")


def test_a_letter_without_a_company_is_told_of_before(run_in: Run, founded: Founded) -> None:
    said = "The letter to them will name no company"
    before = run_in("customers", "erase", "1", code=None)
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.run("UPDATE setting SET value = '' WHERE key = 'company'")
    founded.book.rest()

    without = run_in("customers", "erase", "1", code=None)

    assert said not in before.err
    assert said in " ".join(without.err.split())
    assert "To erase Ana Duarte, their full name is missing" in " ".join(without.err.split())


def test_a_name_in_small_letters_goes_from_themes_words_and_files(
    run_in: Run, founded: Founded
) -> None:
    run_in("customers", "add", "Bo Lind", "--phone", "+441134960124")
    run_in("log", "reached", "--customer", "Bo", "--better", "Late", "--about", "Duarte cafes")
    run_in("theme", "words", "--add", "duarte invoice", "--theme", "Duarte cafes")
    run_in("act", "1", "--do", "A list")
    run_in("note", "A1", "--evidence", "duarte.pdf")
    run_in("done", "A1", "--say", "Here it is", "--evidence", "duarte2.pdf")

    found = run_in("customers", "erase", "1", "--dry-run", "--json").json["single_names"]
    run_in("customers", "erase", "1", "--name", ANA, "--single-names")

    rows = founded.book.look().rows(
        "SELECT COALESCE(before, '') || COALESCE(after, '') AS said FROM event_row"
        " UNION ALL SELECT summary FROM event UNION ALL SELECT name || folded FROM theme"
        " UNION ALL SELECT words || folded FROM theme_rule"
        " UNION ALL SELECT evidence FROM action_note UNION ALL SELECT evidence FROM finish"
    )
    left = [row["said"] for row in rows if "duarte" in row["said"].lower()]
    founded.book.rest()
    assert {"Duarte cafes", "duarte invoice", "duarte.pdf", "duarte2.pdf"} <= {
        one["text"] for one in found
    }
    assert left == []


def test_a_small_letter_elsewhere_is_a_word_like_any_other(run_in: Run) -> None:
    run_in("customers", "add", "Rose Bill", "--phone", "+441134960124")
    run_in("log", "reached", "--customer", "Bill", "--better", "The bill and the rose came late")

    found = run_in("customers", "erase", "2", "--dry-run", "--json").json["single_names"]

    assert found == []
