"""Sharing with the team, through the command line, on both databases."""

from typing import Any

import pytest

from conftest import Founded
from support.loop import count_rows, with_answers
from support.running import Run


def test_without_numbers_everything_new_is_shared(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")

    first = run_in("share", "--where", "stand-up", "--json").json
    second = run_in("share", "--json").json

    assert [answer["answer_id"] for answer in first["shared"]] == [1, 2]
    assert first["where"] == "stand-up"
    assert second["shared"] == []


def test_what_stays_with_the_leader_is_left_out_and_said(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte")
    with_answers(founded, "Bo Lind", private=1)
    with_answers(founded, "Jo Hansen", consent="no")

    shown = run_in("share")

    assert "a customer" in shown.out
    assert "2 answers stay with leaders: 2 (private) and 3 (not to be passed on)." in shown.err
    assert count_rows(founded, "sharing") == 1


@pytest.mark.parametrize("values", [{"private": 1}, {"consent": "no"}])
def test_naming_what_stays_with_the_leader_is_refused(
    founded: Founded, run_in: Run, values: dict[str, Any]
) -> None:
    with_answers(founded, "Ana Duarte")
    with_answers(founded, "Bo Lind", **values)

    refused = run_in("share", "1", "2", code=7)

    assert "dailycontact amend 2" in refused.err
    assert count_rows(founded, "sharing") == 0


def test_with_their_name_only_where_they_agreed(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", consent="name")
    with_answers(founded, "Bo Lind")

    shown = run_in("share").out

    assert "Ana Duarte" in shown
    assert "Bo Lind" not in shown


def test_sharing_twice_at_the_same_place_adds_nothing_that_day(
    founded: Founded, run_in: Run
) -> None:
    with_answers(founded)
    run_in("share", "1", "--where", "Stand-up")

    again = run_in("share", "1", "--where", "stand-up")

    assert "undo" not in again.err
    assert "1 had been shared there today already." in again.err
    assert count_rows(founded, "sharing") == 1


def test_sharing_again_on_another_day_is_noted_once_more(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    run_in("share", "1")

    again = run_in("share", "1", at="2026-11-24T09:00:00+00:00")

    assert "1 had been shared before; noted once more." in again.err
    assert count_rows(founded, "sharing") == 2


def test_praise_and_nothing_are_shared_too(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", kind="praise")
    with_answers(founded, "Bo Lind", kind="nothing", verbatim="")

    shown = run_in("share")

    assert "Praise" in shown.out
    assert "1 customer had nothing to wish for." in shown.out
    assert "dailycontact act" not in shown.err


def test_the_next_step_is_named(founded: Founded, run_in: Run) -> None:
    with_answers(founded)

    shown = run_in("share")

    assert 'do something about it?  dailycontact act 1 --do "…"' in shown.err
    assert "Wrong? dailycontact undo" in shown.err


def test_only_what_is_read_as_one_theme_is_acted_on_together(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind", "Jo Hansen")
    unlike = run_in("share").err
    run_in("theme", "put", "2", "3", "--in", "Invoices", "--new")

    alike = run_in("share", "1", "2", "3", "--where", "the wall").err

    assert 'do something about one of these?  dailycontact act 1 --do "…"' in unlike
    assert 'do something about one of these?  dailycontact act 2 3 --do "…"' in alike


def test_nothing_new_is_said_and_is_no_mistake(run_in: Run) -> None:
    shown = run_in("share")

    assert shown.out == ""
    assert "There is nothing new to share." in shown.err


def test_an_action_is_not_shared(run_in: Run) -> None:
    refused = run_in("share", "A3", code=2)

    assert "A3 is an action" in refused.err


def test_an_answer_that_is_not_there_is_named(run_in: Run) -> None:
    refused = run_in("share", "12", code=4)

    assert "There is no answer 12" in refused.err


def test_the_team_sees_no_number_and_no_name_without_consent(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", verbatim="Ana here: ring Jo Hansen on 0113 496 0123.")
    with_answers(founded, "Jo Hansen", consent="no")

    (shared,) = run_in("share", "--json").json["shared"]

    assert shared["words"] == "[name] here: ring [name] on [number]."


def test_only_what_the_team_was_shown_counts_as_shared(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", consent="name")

    company = run_in("share", "--to", "company", "--json").json
    new = run_in("share", "--json").json

    assert (company["to"], [one["answer_id"] for one in company["shared"]]) == ("company", [1])
    assert [one["answer_id"] for one in new["shared"]] == [1]
    assert run_in("share", "--to", "company", "--json").json["shared"] == []


def test_customers_are_never_told_who_said_it(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", consent="name", verbatim="Ana wants her bread earlier.")

    shown = run_in("share", "1", "--to", "customers")

    assert "Ana" not in shown.out
    assert "earlier" in shown.out
    assert "shared with customers" in shown.err
    assert "dailycontact act" not in shown.err


def test_outside_the_team_nobody_of_it_is_named_not_by_a_nickname_either(
    founded: Founded, run_in: Run
) -> None:
    run_in("team", "add", "Tom Lind", "--alias", "Knuffel")
    run_in("team", "edit", "Tom", "--name", "Tom Weber")
    with_answers(founded, "Ana Duarte", verbatim="Knuffel and Tom Lind were late.")

    team, company, customers = (
        run_in("share", "--to", to, "1").out for to in ("team", "company", "customers")
    )

    assert "Knuffel and Tom Lind were late" in team
    assert "[colleague] and [colleague] were late" in company
    assert "[colleague] and [colleague] were late" in customers


def test_a_week_marks_every_answer_that_its_report_shows(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind", "Jo Hansen")
    with_answers(founded, "Kit Moss", kind="praise", verbatim="Lovely bread.")
    with_answers(founded, "Lea Winter", private=1)
    run_in("act", "1", "2", "--do", "Print it", "--owner", "Marta Silva")
    run_in("done", "A1", "--say", "It is printed")
    run_in("tell", "1", "--reaction", "pleased")
    with_answers(founded, "Mo Adler", consent="no")
    report = run_in("report", "--json").json

    shared = run_in("share", "--week", "this", "--json").json

    assert [one["answer_id"] for one in shared["shared"]] == sorted(_answers_in(report))
    assert [one["answer_id"] for one in shared["shared"]] == [1, 2, 3, 4]
    assert [one["answer_id"] for one in shared["kept"]] == [5, 6]
    assert shared["week"] == "2026-W48"
    assert "report of week 48" in shared["where"]


def test_a_later_week_shows_what_still_waits_and_what_was_told_in_it(
    founded: Founded, run_in: Run
) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind", "Jo Hansen")
    run_in("decline", "1", "2", "--reason", "It cannot be printed")
    run_in("tell", "1")
    later = "2026-12-02T09:00:00+00:00"
    run_in("tell", "2", at=later)
    report = run_in("report", "--json").json

    shared = run_in("share", "--week", "2026-W49", "--to", "company", "--json").json

    assert [one["answer_id"] for one in shared["shared"]] == sorted(_answers_in(report))
    assert [one["answer_id"] for one in shared["shared"]] == [2, 3]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("1", "--week", "last"), 2, "not both"),
        (("--week", "last", "--to", "customers"), 2, "not for customers"),
        (("--week", "2027-W02"), 7, "nothing has happened in it yet"),
        (("--week", "soon"), 2, "write a week like 2026-W47"),
    ],
)
def test_a_week_that_cannot_be_is_refused(
    run_in: Run, words: tuple[str, ...], code: int, said: str
) -> None:
    assert said in run_in("share", *words, code=code).err


def _answers_in(report: Any) -> set[int]:
    """Return every answer that a report names."""
    if isinstance(report, dict):
        own = {report["answer_id"]} if "answer_id" in report else set()
        return own.union(*map(_answers_in, report.values()))
    return set().union(*map(_answers_in, report)) if isinstance(report, list) else set()
