"""customers merge: who looks alike, one letter for each pair, and what a file brings afterwards."""

from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.people.usecases.merging import (
    ChangedMeanwhile,
    alike_to,
    compare,
    suggestions,
)
from dailycontact.store.customers import COLUMNS, customer, customers_of
from dailycontact.store.refusals import refuse
from dailycontact.terminal.screen import Screen
from support.builders import MONDAY, MORNING, a_call, a_customer, an_answer
from support.running import Run
from support.typing import Typed


@pytest.fixture
def alike(founded: Founded) -> Founded:
    """Return a book with Ana Duarte twice (1 and 2, who is Tom's), and Bo Lind."""
    with founded.book.change("add", leader_id=1, at=MORNING) as change:
        tom = change.add("member", name="Tom Hale")
        a_customer(change, "Ana Duarte", company="Green Door", leader_id=1)
        a_customer(change, "Anna Duarte", company="Green Door Cafés", leader_id=tom)
        a_customer(change, "Bo Lind", phone="+441134960999")
        an_answer(change, 2)
    founded.book.rest()
    return founded


def _typed(monkeypatch: pytest.MonkeyPatch, *keys: str) -> None:
    monkeypatch.setattr("sys.stdin", Typed(*keys))
    monkeypatch.setattr(Screen, "is_terminal", True)


def test_without_a_terminal_the_pairs_are_listed_and_nobody_is_merged(
    alike: Founded, run_in: Run
) -> None:
    ran = run_in("customers", "merge")

    assert "2 Anna Duarte" in ran.out
    assert "the same number, and" in ran.out
    assert "1 pair may be one person." in ran.err
    assert "customers merge 2 1" in ran.err
    document = run_in("customers", "merge", "--json").json
    (pair,) = document["pairs"]
    assert (pair["kept"]["id"], pair["gone"]["id"], pair["score"]) == (2, 1, 95)
    assert document["merged"] is None
    assert len(alike.book.look().rows("SELECT id FROM customer")) == 3


def test_nobody_is_alike(run_in: Run) -> None:
    assert "Nobody in the book looks like somebody else." in run_in("customers", "merge").out


def test_one_letter_merges_a_pair_and_undo_takes_it_apart(
    alike: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _typed(monkeypatch, "y")

    ran = run_in("customers", "merge")

    assert " COMPANY    ≠ Green Door Cafés" in ran.out
    assert " PHONES     = +441134960123" in ran.out
    assert "Two leaders: one is Tom Hale's, the other Marta Silva's." in " ".join(ran.out.split())
    assert "One customer now: 2 Anna Duarte, Green Door Cafés." in ran.err
    assert "1 merged. None is left." in ran.err
    assert customer(alike.book.look(), 1) is None
    alike.book.rest()
    assert "Taken back: merged Ana Duarte, Green Door (1)" in run_in("undo", "--yes").err
    assert customer(alike.book.look(), 1) is not None


def test_another_letter_lets_the_other_stay(
    alike: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _typed(monkeypatch, "o")

    ran = run_in("customers", "merge")

    assert "One customer now: 1 Ana Duarte, Green Door, with 1 call and 1 answer of 2." in ran.err
    assert customer(alike.book.look(), 2) is None


def test_two_people_are_not_suggested_again(
    alike: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _typed(monkeypatch, "n")

    ran = run_in("customers", "merge")

    assert "Remembered: 2 and 1 are two people." in ran.err
    assert run_in("customers", "merge", "--json").json["pairs"] == []
    assert alike_to(alike.book.look(), [1, 2, 3]) == 0
    alike.book.rest()
    run_in("undo", "--yes")
    assert len(run_in("customers", "merge", "--json").json["pairs"]) == 1


@pytest.mark.parametrize("key", ["q", ""])
def test_later_and_stop_change_nothing(
    key: str, alike: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _typed(monkeypatch, key)

    ran = run_in("customers", "merge")

    assert "1 left for later: dailycontact customers merge" in ran.err
    assert len(alike.book.look().rows("SELECT id FROM customer")) == 3


@pytest.mark.parametrize("words", ["maybe", "only if same", "o?", "Yess"])
def test_a_letter_in_a_word_merges_nobody(
    words: str, alike: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _typed(monkeypatch, words, "q")

    ran = run_in("customers", "merge")

    assert "1 left for later: dailycontact customers merge" in ran.err
    assert len(alike.book.look().rows("SELECT id FROM customer")) == 3


@pytest.mark.parametrize("words", ["Y", "yes"])
def test_a_yes_in_full_merges(
    words: str, alike: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _typed(monkeypatch, words)

    run_in("customers", "merge")

    assert customer(alike.book.look(), 1) is None


def test_a_pair_that_fell_together_with_one_before_is_not_asked(
    founded: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with founded.book.change("add", leader_id=1, at=MORNING) as change:
        for name in ("Ana Duarte", "Ana Duarte", "Anna Duarte"):
            a_customer(change, name)
    founded.book.rest()
    _typed(monkeypatch, "y", "y")

    ran = run_in("customers", "merge")

    assert "2 merged. None is left." in ran.err
    assert len(founded.book.look().rows("SELECT id FROM customer")) == 1


@pytest.mark.usefixtures("alike")
def test_two_are_named_asked_about_and_merged(run_in: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _typed(monkeypatch, "y")

    ran = run_in("customers", "merge", "ana duarte", "bo", "--keep", "bo")

    assert "Nothing much says that they are one." in ran.out
    assert "Is Ana Duarte (1) the same person, to be merged into 3? [y/N]" in ran.err
    assert "One customer now: 3 Bo Lind, Green Door, with 1 number of 1." in ran.err


def test_a_no_and_a_dry_run_change_nothing(
    alike: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    dry = run_in("customers", "merge", "1", "2", "--dry-run")
    assert "As one, they are 2 Anna Duarte (more happened with them)" in dry.out
    assert run_in("customers", "merge", "1", "2", "--dry-run", "--json").json["merged"] is None
    assert "2 Anna Duarte" in run_in("customers", "merge", "ana duarte", "--dry-run").out
    _typed(monkeypatch, "n")

    assert "Nothing was changed." in run_in("customers", "merge", "1", "2").err
    assert len(alike.book.look().rows("SELECT id FROM customer")) == 3


def test_yes_asks_nothing_and_the_document_says_what_moved(alike: Founded, run_in: Run) -> None:
    with alike.book.change("refuse", leader_id=1, at=MORNING) as change:
        refuse(change, 1, day=MONDAY, why="asked not to")
    alike.book.rest()

    document = run_in("customers", "merge", "1", "2", "--yes", "--keep", "1", "--json").json

    merged = document["merged"]
    assert merged["customer"]["do_not_contact_why"] == "asked not to"
    assert merged["moved"] == {"calls": 1, "answers": 1, "promises": 0, "phones": 0, "emails": 0}
    assert (merged["gone_id"], merged["gone_name"]) == (2, "Anna Duarte")
    undone = run_in("undo", "--yes")
    assert "Anna Duarte asked not to be contacted, and that stays." in undone.out + undone.err


def test_a_refusal_is_said_before_and_after(alike: Founded, run_in: Run) -> None:
    with alike.book.change("refuse", leader_id=1, at=MORNING) as change:
        change.add(
            "promise", customer_id=2, leader_id=1, kind="thing", text="Send it", due_on=MONDAY,
            recorded_at=MORNING,
        )  # fmt: skip
        refuse(change, 1, day=MONDAY)
    alike.book.rest()

    ran = run_in("customers", "merge", "1", "2", "--yes")

    assert "1 does not want to be contacted. That would hold for both" in ran.out
    assert "They do not want to be contacted; that ended 1 promise." in ran.err


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ([{}, {"left_on": "2026-11-20"}], "they are still a customer of ours. Not so?"),
        (
            [{"left_on": "2026-11-19"}, {"left_on": "2026-11-20"}],
            "Both left: as one, they are no customer of ours since Friday 20 November.",
        ),
        ([{}, {"paused_on": "2026-11-20"}], "2 is paused until you resume them: as one, they both"),
        (
            [{"paused_on": "2026-11-20", "paused_until": "2026-12-01"}, {}],
            "1 is paused until Tuesday 1 December: as one, they both are. Not so?",
        ),
    ],
)
def test_whether_their_turn_comes_is_said_before_and_after(
    columns: list[dict[str, str]], said: str, alike: Founded, run_in: Run
) -> None:
    with alike.book.change("test", leader_id=1, at=MORNING) as change:
        for customer_id, each in enumerate(columns, 1):
            for column, day in each.items():
                change.set("customer", customer_id, **{column: day})
    alike.book.rest()

    ran = run_in("customers", "merge", "1", "2", "--keep", "1", "--yes")

    assert said in " ".join(ran.out.split())
    assert said in ran.err


def test_of_one_whom_nobody_is_like_it_is_said_of_them(alike: Founded, run_in: Run) -> None:
    assert alike.leader_id == 1

    ran = run_in("customers", "merge", "bo")

    assert "Nobody in the book looks like Bo Lind; if you know better, name the other" in ran.out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("1", "1"), 2, "Both names mean Ana Duarte, Green Door (1)"),
        (("1", "2", "--keep", "3"), 2, "--keep names Bo Lind (3), who is neither"),
        (("1", "4"), 7, "Customer 4 was erased"),
        (("--yes",), 2, "--yes needs the two who are one person"),
        (("1", "--keep", "1"), 2, "--keep needs the two who are one person"),
        (("1", "2"), 2, "--yes"),
        (("1", "nobody"), 4, "No customer is called 'nobody'"),
    ],
)
def test_what_cannot_be_merged_says_why(
    words: tuple[str, ...], code: int, said: str, alike: Founded, run_in: Run
) -> None:
    with alike.book.change("erase", leader_id=1, at=MORNING) as change:
        change.set("customer", a_customer(change, "(erased)"), erased=1)
    alike.book.rest()

    ran = run_in("customers", "merge", *words, code=code)

    assert said in ran.err
    assert len(alike.book.look().rows("SELECT id FROM customer")) == 4


def test_who_is_gone_by_now_cannot_be_merged(alike: Founded) -> None:
    with pytest.raises(ChangedMeanwhile, match="Customer 99 is not in the book any more"):
        compare(alike.book.look(), 1, 99)
    with pytest.raises(ChangedMeanwhile):
        compare(alike.book.look(), 1, 2, keep=99)


def test_different_numbers_in_one_source_are_merged_by_name_only(
    alike: Founded, run_in: Run
) -> None:
    with alike.book.change("import", leader_id=1, at=MORNING) as change:
        for number in (1, 2):
            change.add("external_id", customer_id=number, source="HubSpot", value=f"h{number}")
    alike.book.rest()

    assert run_in("customers", "merge", "--json").json["pairs"] == []
    ran = run_in("customers", "merge", "1", "2", "--yes")

    assert "Different numbers in HubSpot: probably two people." in ran.out
    assert "HubSpot h2" in ran.out
    assert "One customer now" in ran.err


def test_who_stays_has_more_history_or_came_first(alike: Founded) -> None:
    with alike.book.change("log", leader_id=1, at=MORNING) as change:
        a_customer(change, "Bo Lind", phone="+441134960999")
        pairs = suggestions(change, most=1)
        assert [pair.kept.customer.id for pair in pairs.pairs] == [3]
        assert pairs.more == 1
        a_call(change, 4)

    found = suggestions(alike.book.look(), of=4)

    assert [(pair.kept.customer.id, pair.gone.customer.id) for pair in found.pairs] == [(4, 3)]


FILE = """Name,Company,Phone,Email,ID
Ana Duarte,Green Door,+44 113 496 0123,ana@example.com,{}
Anna Duarte,Green Door Cafés,+44 113 496 0123,anna@example.com,{}
"""


@pytest.mark.parametrize("ids", [("a1", "a2"), ("", "")])
def test_the_file_with_both_rows_brings_nobody_back(
    ids: tuple[str, str], founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    file = tmp_path / "both.csv"
    file.write_text(FILE.format(*ids), encoding="utf-8")
    run_in("import", str(file), "--yes")
    run_in("customers", "merge", "1", "2", "--yes")
    founded.book.rest()
    before = _people(founded)

    first = run_in("import", str(file), "--yes", "--json").json["files"][0]
    founded.book.rest()
    after_first = _people(founded)
    second = run_in("import", str(file), "--yes", "--json").json["files"][0]

    assert (first["new"], second["new"]) == (0, 0)
    assert second["changed"] == 0
    founded.book.rest()
    assert _people(founded) == after_first
    assert before == after_first


def _people(founded: Founded) -> list[object]:
    look = founded.book.look()
    return list(customers_of(look, look.rows(COLUMNS)))


@pytest.mark.usefixtures("alike")
def test_who_is_added_and_looks_alike_is_said(run_in: Run) -> None:
    ran = run_in("customers", "add", "Bo Lindh")
    same = run_in("customers", "add", "Bo Lind", "--phone", "+44 113 496 0999")
    other = run_in("customers", "add", "Zoe Quill")

    assert "1 pair may be one person: dailycontact customers merge" in ran.err
    assert "One person? dailycontact customers merge 3 5" in same.err
    assert "merge" not in other.err


def test_a_copy_from_before_brings_back_nobody_who_refused_since(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAILYCONTACT_BOOK", str(tmp_path / "book.db"))
    copy = str(tmp_path / "copy.db")
    run("--as", "Marta", "customers", "add", "Bo Lind")
    run("customers", "add", "Ana Duarte", at="2026-11-20T10:00:00Z")
    run("customers", "add", "Anna Duarte", at="2026-11-23T10:00:00Z")
    run("backup", copy)
    run("customers", "merge", "2", "3", "--keep", "3", "--yes")
    run("customers", "do-not-contact", "3")

    run("restore", copy, "--yes")

    listed = run("customers", "list", "--do-not-contact", "--json").json["customers"]
    assert [one["name"] for one in listed] == ["Ana Duarte", "Anna Duarte"]
