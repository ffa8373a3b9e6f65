"""How wishes are sorted by one key in the conversation, and what is asked of earlier answers."""

import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from conftest import Founded
from dailycontact.core.quoting import typed
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
from support.running import Ran, Run
from support.typing import Typed

WEEKS_AGO = MONDAY - timedelta(weeks=12)
NO_MORE = [""] * 4
"""Nothing else, no note, no promise, the usual consent."""
TO_ANA = ("log", "reached", "--customer", "Ana")
LATE = "The driver comes at nine, right in our breakfast rush"
LATE_TOO = "Your driver comes right in our breakfast rush"


@pytest.fixture
def founded(sqlite_book: Founded) -> Founded:
    """Return a book in a file: what is written is tried on both databases elsewhere."""
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        a_customer(change, "Ana Duarte", joined_on=WEEKS_AGO)
        a_customer(change, "Bo Lind", joined_on=WEEKS_AGO, do_not_contact_on=WEEKS_AGO)
        change.add("member", name="Tom Berg")
    sqlite_book.book.rest()
    return sqlite_book


@pytest.fixture
def talked(run_in: Run, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what holds the conversation with Ana, with what is typed in it."""

    def talk(*lines: str, code: int = 0) -> Ran:
        monkeypatch.setattr(sys, "stdin", Typed("", *lines))
        return run_in("log", "--customer", "Ana", code=code)

    return talk


@pytest.fixture
def _themes(founded: Founded) -> None:
    """Put a theme on which Tom works into the book, and another that was done."""
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        late = an_answer(change, 2, LATE, day=WEEKS_AGO)
        bill = an_answer(change, 2, "I never know for which shop the invoice is", day=WEEKS_AGO)
        an_action(change, late, title="Deliver before ten", owner_id=2, due_on="2026-12-04",
                  owned_on=WEEKS_AGO)  # fmt: skip
        a_finish(change, an_action(change, bill), bill, day=WEEKS_AGO + timedelta(weeks=1))
        a_theme(change, "delivery times", late)
        a_theme(change, "invoices", bill)
        a_theme(change, "opening times")
    founded.book.rest()


def newest(founded: Founded) -> tuple[Any, ...]:
    """Return the last answer: its words, kind, theme, action and whether it is urgent."""
    row = founded.book.look().row(
        "SELECT verbatim, kind, theme.name AS theme, action_id, urgent FROM answer"
        " LEFT JOIN theme ON theme.id = theme_id"
        " LEFT JOIN action_answer ON answer_id = answer.id ORDER BY answer.id DESC LIMIT 1"
    )
    assert row is not None
    return tuple(row[name] for name in ("verbatim", "kind", "theme", "action_id", "urgent"))


def words(shown: Ran) -> str:
    return " ".join(shown.err.split())


def test_without_themes_nothing_more_is_asked(talked: Any, founded: Founded) -> None:
    shown = talked(LATE, *NO_MORE)

    assert newest(founded) == (LATE, "suggestion", None, None, 0)
    assert "Sounds like" not in shown.err


def test_the_first_theme_is_named_with_a_key(talked: Any, founded: Founded) -> None:
    shown = talked(LATE, "t", "A5", "99", "Delivery times", *NO_MORE)

    assert newest(founded)[2] == "Delivery times"
    assert "There is no action A5" in words(shown)
    assert "'99' is no name for a theme" in words(shown)
    assert "Delivery times (new)" in shown.err


@pytest.mark.usefixtures("_themes")
def test_enter_adds_to_what_is_done_about_alike_answers(talked: Any, founded: Founded) -> None:
    shown = talked(LATE_TOO, "", *NO_MORE)

    assert newest(founded) == (LATE_TOO, "suggestion", "delivery times", 1, 0)
    said = "Sounds like delivery times. Bo (1) said so; Tom has it (A1, 4 Dec)."
    assert said in words(shown)
    assert f"1 “{LATE}”" in words(shown)
    assert "delivery times → A1, with Tom" in " ".join(shown.out.split())


@pytest.mark.usefixtures("_themes")
@pytest.mark.parametrize(
    ("keys", "theme", "urgent"),
    [
        (["t", "invoi"], "invoices", 0),
        (["t", "Invoces", "y"], "invoices", 0),
        (["t", "times", "2"], "opening times", 0),
        (["t", "times", "3"], "times", 0),
        (["t", "Invoces", "n"], "Invoces", 0),
        (["n", "Breakfast"], "Breakfast", 0),
        (["n", ""], None, 0),
        (["n", "INVOICES"], "invoices", 0),
        (["!", "n", "Breakfast"], "Breakfast", 1),
        (["-"], None, 0),
    ],
)
def test_another_theme_is_a_key_and_a_word(
    talked: Any, founded: Founded, keys: list[str], theme: str | None, urgent: int
) -> None:
    talked(LATE_TOO, *keys, *NO_MORE)

    assert newest(founded) == (LATE_TOO, "suggestion", theme, None, urgent)


def test_what_was_said_like_it_is_shown_before_there_is_any_theme(
    talked: Any, founded: Founded
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        an_answer(change, 2, LATE, day=WEEKS_AGO)
    founded.book.rest()

    shown = talked(LATE_TOO, "n", "delivery times", *NO_MORE)

    assert "Bo (1) said something like it, without a theme so far." in words(shown)
    assert f"1 “{LATE}”" in words(shown)
    assert newest(founded)[2] == "delivery times"


@pytest.mark.usefixtures("_themes")
def test_an_action_can_be_typed_where_a_theme_is_asked_for(talked: Any, founded: Founded) -> None:
    shown = talked("Something altogether different", "t", "a1", *NO_MORE)

    assert newest(founded)[2:4] == ("delivery times", 1)
    assert "A1 Deliver before ten" in shown.err


@pytest.mark.usefixtures("_themes")
@pytest.mark.parametrize(
    ("keys", "theme"), [([""], None), (["1"], "delivery times"), (["t", "invoices"], "invoices")]
)
def test_enter_never_takes_what_is_hardly_alike(
    talked: Any, founded: Founded, keys: list[str], theme: str | None
) -> None:
    shown = talked("Our breakfast guests would like a different kind of music", *keys, *NO_MORE)

    assert newest(founded)[2] == theme
    assert "Nothing is much like it so far." in words(shown)
    assert "Sounds like" not in shown.err


@pytest.mark.usefixtures("_themes")
@pytest.mark.parametrize(("key", "action"), [("", 1), ("-", None)])
def test_what_is_done_about_a_theme_that_is_typed_is_offered(
    talked: Any, founded: Founded, key: str, action: int | None
) -> None:
    shown = talked("Something altogether different", "t", "delivery", key, *NO_MORE)

    assert newest(founded)[2:4] == ("delivery times", action)
    assert "Tom has it (A1, 4 Dec)." in words(shown)


@pytest.mark.usefixtures("_themes")
def test_what_is_raised_after_its_fix_is_said_so(talked: Any, founded: Founded) -> None:
    first = talked("For which shop is the invoice? I never know", "", *NO_MORE)
    second = talked("I never know for which of my shops the invoice is", "", *NO_MORE)

    assert newest(founded)[2:4] == ("invoices", None)
    assert "Nobody has raised it since the fix." in words(first)
    assert "Raised once since the fix." in words(second)
    assert "invoices (raised 2 times since the fix)" in " ".join(second.out.split())


def test_praise_is_proposed_as_such(talked: Any, founded: Founded) -> None:
    thanks = "Thank you so much, everybody is so friendly and helpful"

    shown = talked(thanks, "", "Tom", *NO_MORE)

    assert newest(founded)[:2] == (thanks, "praise")
    assert "Sounds like praise." in shown.err
    assert "praise for Tom Berg" in shown.out


def test_the_words_of_the_leader_say_what_is_praise(talked: Any, founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        change.add("theme_rule", words="top drawer", folded="top drawer", kind="praise",
                   leader_id=1, day=MONDAY, recorded_at=change.at)  # fmt: skip
    founded.book.rest()

    talked("It was top drawer", "", "", *NO_MORE)

    assert newest(founded)[:2] == ("It was top drawer", "praise")


def test_what_sounds_like_praise_can_be_a_wish_all_the_same(talked: Any, founded: Founded) -> None:
    thanks = "Thank you so much, everybody is so friendly and helpful"

    talked(thanks, "w", *NO_MORE)

    assert newest(founded)[:2] == (thanks, "suggestion")


def test_nothing_keeps_its_words_and_owes_nobody_a_consent(talked: Any, founded: Founded) -> None:
    shown = talked("No, nothing at all", "", "", "", "")

    assert newest(founded)[:2] == ("No, nothing at all", "nothing")
    assert "nothing to wish for: “No, nothing at all”" in " ".join(shown.out.split())
    assert "share" not in shown.err


def test_nothing_else_after_a_wish_is_no_answer(talked: Any, founded: Founded) -> None:
    talked(LATE, "a", "No, nothing else", "", *NO_MORE)

    assert newest(founded)[:2] == (LATE, "suggestion")


@pytest.mark.usefixtures("_themes")
def test_what_was_sorted_before_it_was_stopped_is_kept(talked: Any, tmp_path: Path) -> None:
    talked(LATE_TOO, "", code=130)

    (draft,) = sorted((tmp_path / "home").rglob("log-*.txt"))
    assert f"--better '{LATE_TOO}' --about A1" in draft.read_text(encoding="utf-8")


def an_open_answer(founded: Founded, *texts: str) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        call = a_call(change, 1, day=WEEKS_AGO)
        for text in texts:
            an_answer(change, 1, text, day=WEEKS_AGO, call_id=call)
    founded.book.rest()


def told(founded: Founded) -> list[int]:
    return [row["answer_id"] for row in founded.book.look().rows("SELECT * FROM progress")]


def test_one_key_notes_that_they_were_told_where_it_stands(talked: Any, founded: Founded) -> None:
    an_open_answer(founded, "Longer hours")

    shown = talked("y", LATE, *NO_MORE)

    talked("Late again", *NO_MORE)

    assert told(founded) == [1], "told today, and not asked about again"
    assert "“Longer hours” Not shared with the team yet." in words(shown)
    assert "1 told where it stands" in shown.out


@pytest.mark.parametrize(
    ("keys", "noted"), [([""], []), (["2", ""], [2]), (["a"], [1, 2]), (["1", "2"], [1, 2])]
)
def test_of_several_open_answers_each_has_its_key(
    talked: Any, founded: Founded, keys: list[str], noted: list[int]
) -> None:
    an_open_answer(founded, "Longer hours", "A bell at the door")

    talked(*keys, LATE, *NO_MORE)

    assert told(founded) == noted


@pytest.mark.parametrize(
    ("key", "helped"), [("y", "yes"), ("p", "partly"), ("x", "no"), ("", None)]
)
def test_who_was_told_is_asked_whether_it_has_helped(
    talked: Any, founded: Founded, key: str, helped: str | None
) -> None:
    an_open_answer(founded, "Longer hours")
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        finish = a_finish(change, an_action(change, 1), 1, say="we open until six")
        a_telling(change, finish, 1, day=MONDAY - timedelta(days=7))
    founded.book.rest()

    shown = talked(key, LATE, *NO_MORE)

    row = founded.book.look().row("SELECT helped FROM follow_up")
    assert (row and row["helped"]) == helped
    assert "Told on Monday 16 November: We open until six. Did it help?" in words(shown)


@pytest.mark.usefixtures("_themes")
def test_an_action_that_has_ended_says_so_when_it_gets_a_wish(run_in: Run) -> None:
    ended = run_in(*TO_ANA, "--better", LATE_TOO, "--about", "A2")
    going_on = run_in(*TO_ANA, "--better", LATE_TOO, "--about", "A1")

    said = " ".join(ended.out.split())
    assert "A2 was done before; once it holds for Ana, too: dailycontact done A2" in said
    assert "before; once" not in going_on.out


@pytest.mark.usefixtures("_themes")
@pytest.mark.parametrize("about", ["delivry times", "delivery"])
def test_a_slip_in_a_theme_begins_none_where_nobody_can_be_asked(
    run_in: Run, founded: Founded, about: str
) -> None:
    shown = run_in(*TO_ANA, "--better", LATE_TOO, "--about", about, code=4)

    assert f"No theme is called '{about}'; the nearest: delivery times." in words(shown)
    assert f"dailycontact theme add {typed(about)}" in words(shown)
    assert newest(founded)[0] != LATE_TOO


@pytest.mark.usefixtures("_themes")
def test_a_theme_like_no_other_is_begun_in_a_script(run_in: Run, founded: Founded) -> None:
    run_in(*TO_ANA, "--better", LATE_TOO, "--about", "breakfast")

    assert newest(founded)[2] == "breakfast"
