"""Themes and readings, kept: one by each name, found as one says it, every reading dated."""

from datetime import date

import pytest

from dailycontact.core.theme import Theme
from dailycontact.store import health, tallies, themes
from dailycontact.store.book import Book
from support.builders import MONDAY, MORNING, a_customer, a_finish, a_telling, an_action, an_answer

TUESDAY = date(2026, 11, 24)


def test_a_theme_is_found_by_its_name_in_any_case_and_made_where_there_is_none(
    book: Book,
) -> None:
    with book.change(command="test", leader_id=1, at=MORNING) as change:
        cafe, new = themes.theme_for(change, "Café  names", day=MONDAY)
        again, newer = themes.theme_for(change, "cafe NAMES", day=TUESDAY)

        found = themes.themes(change)

    assert (new, newer, again) == (True, False, cafe)
    assert found == [Theme(id=cafe.id, name="Café names")]


@pytest.mark.parametrize("name", ["", "  ", "12", "A5", "?!", "x" * 61])
def test_what_would_be_taken_for_something_else_is_no_name(book: Book, name: str) -> None:
    with (
        pytest.raises(themes.NoNameForATheme, match="a word or two"),
        book.change(command="test", leader_id=1, at=MORNING) as change,
    ):
        themes.theme_for(change, name, day=MONDAY)


def test_a_part_of_a_name_is_enough_where_it_fits_only_one(book: Book) -> None:
    with book.change(command="test", leader_id=1, at=MORNING) as change:
        for name in ("invoices", "delivery times", "delivery notes"):
            themes.theme_for(change, name, day=MONDAY)

    look = book.look()
    assert themes.find_theme(look, "times").name == "delivery times"
    with pytest.raises(themes.SeveralThemes, match="delivery notes; delivery times"):
        themes.find_theme(look, "delivery")
    with pytest.raises(themes.NoSuchTheme, match="the nearest: invoices"):
        themes.find_theme(look, "invioces")
    with pytest.raises(themes.NoSuchTheme, match="theme add"):
        themes.find_theme(look, "parking")


def test_a_reading_holds_until_another_and_what_is_not_said_anew_stays(book: Book) -> None:
    with book.change(command="test", leader_id=1, at=MORNING) as change:
        answer = an_answer(change, a_customer(change))
        invoices, _ = themes.theme_for(change, "invoices", day=MONDAY)
        said = [
            themes.read(
                change, answer, theme=invoices, cause="two sites, one template", day=MONDAY
            ),
            themes.read(change, answer, theme=invoices, day=TUESDAY),
            themes.read(change, answer, theme=invoices, note="ask Tom", day=TUESDAY),
            themes.read(change, answer, theme=None, cause="", day=TUESDAY),
        ]

    look = book.look()
    read = themes.readings(look, answer)
    stored = look.value("SELECT theme_id AS value FROM answer")

    assert said == [True, False, True, True]
    assert [(one.theme, one.cause, one.note, one.day) for one in read] == [
        (invoices, "two sites, one template", None, MONDAY),
        (invoices, "two sites, one template", "ask Tom", TUESDAY),
        (None, None, "ask Tom", TUESDAY),
    ]
    assert {one.leader for one in read} == {"Marta Silva"}
    assert stored is None


def test_what_was_said_after_the_fix_was_raised_again(book: Book) -> None:
    with book.change(command="test", leader_id=1, at=MORNING) as change:
        customer = a_customer(change)
        invoices, _ = themes.theme_for(change, "invoices", day=MONDAY)
        parking, _ = themes.theme_for(change, "parking", day=MONDAY)
        fixed = an_answer(change, customer)
        a_finish(change, an_action(change, fixed), fixed)
        same_day = "2026-11-23T23:00:00.000000Z"
        others = [
            an_answer(change, customer, kind="praise", day=TUESDAY),
            an_answer(change, customer, day=TUESDAY),
            an_answer(change, customer, recorded_at=same_day),
        ]
        for answer in (fixed, *others):
            themes.read(change, answer, theme=invoices, day=TUESDAY)
        themes.read(change, an_answer(change, customer), theme=parking, day=MONDAY)

    look = book.look()
    raised = themes.since_the_fix(look, [invoices.id, parking.id])

    assert raised == {invoices.id: 2}


def test_the_tally_of_a_theme_follows_its_answers(book: Book) -> None:
    with book.change(command="test", leader_id=1, at=MORNING) as change:
        customer = a_customer(change)
        invoices, _ = themes.theme_for(change, "invoices", day=MONDAY)
        acting, told, praise, taken_out = (
            an_answer(change, customer, kind=kind, day=day)
            for kind, day in (
                ("suggestion", MONDAY),
                ("suggestion", MONDAY),
                ("praise", TUESDAY),
                ("suggestion", TUESDAY),
            )
        )
        action = an_action(change, acting)
        a_telling(change, a_finish(change, an_action(change, told), told), told)
        for answer in (acting, told, praise, taken_out):
            themes.read(change, answer, theme=invoices, day=TUESDAY)
    with book.change(command="test", leader_id=1, at=MORNING) as change:
        themes.read(change, taken_out, theme=None, day=TUESDAY)

    look = book.look()
    tally = look.row("SELECT * FROM theme_tally")
    right = list(health.drifted_answers(look))
    with book.change(command="test", leader_id=1, at=MORNING) as change:
        change.run("UPDATE theme_tally SET said = 7")
    wrong = list(health.drifted_answers(book.look()))

    assert tally is not None
    assert {name: tally[name] for name in tallies.COLUMNS} == {
        "said": 3,
        "open": 0,
        "acting": 1,
        "to_tell": 0,
        "told": 1,
        "first_on": "2026-11-23",
        "last_on": "2026-11-24",
        "fixed_on": "2026-11-23",
        "raised": 0,
        "action_id": action,
        "actions": 1,
    }
    assert right == []
    assert [drift.words for drift in wrong] == ["How often invoices was said does not add up."]
