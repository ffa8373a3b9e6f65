"""The report as tables: which an edition has, what stands in them, and what does not."""

from datetime import date
from typing import Any

import pytest

from dailycontact.core.recorded import Turnout
from dailycontact.report.rule.report import Edition, Report, Wished
from dailycontact.report.rule.table import Cell, Table
from dailycontact.report.rule.tables import NoSuchTable, table_named, tables_of
from support.reports import (
    a_report,
    awkward_report,
    empty_report,
    said,
    some_figures,
    waiting,
    you_said,
)

NUMBERS = ["figures", "weeks", "funnel", "themes", "stages", "groups", "turnout"]
OF_THE_TEAM = ["answers", "actions", "asked", "told", "told_of", "waiting", "looking", "thanks",
               "stories", "wished", "away"]  # fmt: skip
NAMES = {
    Edition.TEAM: ["about", *OF_THE_TEAM, "outcomes", *NUMBERS],
    Edition.LEADER: ["about", *OF_THE_TEAM, "promises", "notes", "numbers", "outcomes", *NUMBERS],
    Edition.COMPANY: ["about", "changes", *NUMBERS],
    Edition.CUSTOMERS: ["about", "you_said"],
}
PERSONS = {"who", "owner", "praised", "told_by", "leader", "customer", "name"}


def rows(report: Report, name: str) -> list[dict[str, Cell]]:
    """Return the rows of a table, each with the names of its columns."""
    table = table_named(report, name)
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def about(report: Report) -> dict[Any, Cell]:
    """Return what a report says of itself."""
    return {row["what"]: row["value"] for row in rows(report, "about")}


@pytest.mark.parametrize("edition", Edition)
def test_an_edition_has_always_the_same_tables(edition: Edition) -> None:
    for report in (awkward_report(edition), empty_report(edition)):
        assert [table.name for table in tables_of(report)] == NAMES[edition]


@pytest.mark.parametrize("edition", Edition)
def test_a_table_has_a_cell_for_each_column_in_every_row(edition: Edition) -> None:
    for table in tables_of(awkward_report(edition)):
        assert {len(row) for row in table.rows} <= {len(table.columns)}


@pytest.mark.parametrize("edition", Edition)
def test_titles_fit_on_the_tab_of_a_sheet(edition: Edition) -> None:
    titles = [table.title for table in tables_of(empty_report(edition))]

    assert len({title.casefold() for title in [*titles, "Summary"]}) == len(titles) + 1
    assert [title for title in titles if len(title) > 31 or set(title) & set("[]:*?/\\'")] == []


@pytest.mark.parametrize("edition", [Edition.COMPANY, Edition.CUSTOMERS])
def test_what_goes_out_of_the_team_has_no_column_for_a_person(edition: Edition) -> None:
    columns = {each.name for table in tables_of(empty_report(edition)) for each in table.columns}

    assert columns & PERSONS == set()


def test_what_changed_is_told_without_who_did_it_or_a_day_or_number_that_leads_to_them() -> None:
    (first, *_) = rows(awkward_report(Edition.COMPANY), "changes")

    assert first == {
        "number": 1,
        "month": "2026-11",
        "state": "done",
        "customers": 2,
        "say": "Every invoice carries the café's name",
        "instead": None,
    }


def test_only_leaders_see_what_stays_with_them() -> None:
    report = a_report(heard=(said(7, "Rude.", private=True),))

    assert "private" not in rows(report, "answers")[0]
    assert rows(awkward_report(Edition.LEADER), "answers")[-1]["private"] == "yes"


def test_customers_read_of_a_month_and_never_of_a_day() -> None:
    report = awkward_report(Edition.CUSTOMERS)

    cells = [cell for table in tables_of(report) for row in table.rows for cell in row]

    assert [cell for cell in cells if isinstance(cell, date)] == []
    assert about(report)["first_month"] == about(report)["last_month"] == "2026-11"
    assert rows(report, "you_said")[2]["month"] == "2026-10"


def test_a_report_says_from_what_it_was_made() -> None:
    made = about(awkward_report())

    assert made["period"] == "week 47, 16–20 November 2026"
    assert (made["first_day"], made["last_day"]) == (date(2026, 11, 16), date(2026, 11, 22))
    assert made["cutoff"] == "2026-11-20T16:00:00+00:00"
    assert (made["undone_since"], made["erased_since"], made["withdrawn_since"]) == (1, 1, 2)


def test_what_was_never_sent_has_no_cutoff() -> None:
    assert about(Report(edition=Edition.TEAM, company="", demo=False, period=a_report().period,
                        as_of=a_report().as_of))["cutoff"] is None  # fmt: skip


def test_somebody_who_waits_is_there_once_and_whoever_is_needed_now_is_marked() -> None:
    report = a_report(wanted=(waiting(1),), waiting=(waiting(1), waiting(2)))

    assert [(row["answer"], row["wanted"]) for row in rows(report, "waiting")] == [
        (1, "yes"),
        (2, "no"),
    ]


def test_thanks_are_for_what_was_done_and_for_what_was_said() -> None:
    done, praise = rows(a_report(), "thanks")

    assert (done["name"], done["what"], done["action"], done["answer"]) == (
        "Priya Nair",
        "done",
        2,
        None,
    )
    assert (praise["what"], praise["action"], praise["answer"]) == ("praise", None, 45)


def test_nobody_finds_out_from_a_number_whose_wish_it_was() -> None:
    report = a_report(wished=(Wished(talk_id=71, wish="Gloves", by=1),))

    assert rows(report, "wished") == [{"wish": "Gloves", "by": 1, "how": None, "say": None}]


def test_figures_stand_beside_those_before_and_those_of_the_first_weeks() -> None:
    report = a_report(before=some_figures(calls=8), first_weeks=some_figures(calls=20))

    (calls, *_) = rows(report, "figures")

    assert (calls["value"], calls["before"], calls["first_weeks"]) == (11, 8, 20)
    assert rows(a_report(), "figures")[0]["before"] is None


def test_what_every_other_form_says_is_in_the_tables_too() -> None:
    report = a_report(absent="leave", back_on=date(2026, 11, 30), nothing=3)

    counts = {row["figure"]: row["value"] for row in rows(report, "figures")}
    said = about(report)

    assert (counts["told_by_phone"], counts["nothing"]) == (1, 3)
    assert (said["absent"], said["back_on"]) == ("leave", date(2026, 11, 30))
    assert (said["figures_since"], said["contact"]) == (date(2026, 8, 31), "marta@example.com")
    assert str(said["permission"]).startswith("Anyone may spend")


def test_who_is_in_a_small_group_is_counted_below_the_others_unless_there_is_none() -> None:
    small = {"group": "in smaller groups", "customers": 6, "wishes": None}

    assert rows(a_report(), "groups")[-1] == small
    assert small["group"] not in [
        row["group"] for row in rows(a_report(figures=some_figures(folded=0)), "groups")
    ]


def test_the_steps_are_called_as_they_are_on_the_page() -> None:
    steps = [(row["step"], row["stage"]) for row in rows(a_report(), "stages")]

    assert steps[0] == ("until shared", "heard")
    assert steps[-1] == ("until told", "done")


def test_a_theme_has_a_row_for_each_week() -> None:
    themes = rows(a_report(), "themes")

    assert len(themes) == 3 * 12
    assert themes[1] == {"theme": "Delivery times", "week_of": date(2026, 9, 7), "count": 1}


def test_the_quarter_says_who_stayed_of_those_who_were_told() -> None:
    report = a_report(turnout=(("told", Turnout(kept=40, left=1, came=3)),))

    assert rows(report, "turnout") == [{"customers": "told", "kept": 40, "left": 1, "came": 3}]


def test_a_customer_who_was_told_is_a_row_with_how_they_took_it() -> None:
    first, second = rows(a_report(), "told")

    assert (first["answer"], first["channel"], first["reaction"]) == (2, "phone", "pleased")
    assert second["reaction"] == "not solved"


def test_a_table_that_an_edition_does_not_have_is_refused_with_those_that_it_has() -> None:
    with pytest.raises(NoSuchTable, match=r"customers edition has no table 'notes'.*you_said"):
        table_named(awkward_report(Edition.CUSTOMERS), "notes")


def test_who_says_so_again_is_counted() -> None:
    report = Report(edition=Edition.CUSTOMERS, company="", demo=False, period=a_report().period,
                    as_of=a_report().as_of, you_said=(you_said(others=3),))  # fmt: skip

    assert rows(report, "you_said")[0]["others"] == 3


def test_a_table_can_go_without_some_of_its_columns() -> None:
    whole: Table = table_named(a_report(), "weeks")

    assert [column.name for column in whole.without("calls").columns] == [
        "week_of",
        "conversations",
    ]
    assert {len(row) for row in whole.without("calls").rows} == {2}
