"""What few files say of a customer: read, or said why not; and our own documents, damaged."""

import json

import pytest

from dailycontact.people.sources import json as ours
from dailycontact.people.sources.text import FileUnreadable
from dailycontact.people.usecases.import_more import NO_DAY, NO_HOURS, NO_PAUSE, read_more


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("joined_on", "23.11.2026", NO_DAY),
        ("left_on", "2026-02-30", NO_DAY),
        ("refused_on", "yes", NO_DAY),
        ("phone_wrong_on 2", "soon", NO_DAY),
        ("hours", "always", NO_HOURS),
        ("hours", "22-23", NO_HOURS),
        ("paused_until", "2026-12-24", NO_PAUSE),
    ],
)
def test_what_is_not_understood_is_a_warning_and_left_out(
    field: str, text: str, reason: str
) -> None:
    warnings: list[tuple[str, str, str]] = []

    more = read_more(((field, text),), lambda *said: warnings.append(said))

    assert [said[1:] for said in warnings] == [(text, reason)]
    assert not more.columns
    assert more.refused_on is None


def test_a_day_that_a_spreadsheet_made_an_instant_is_a_day() -> None:
    more = read_more((("renewed_on", "2026-05-01 00:00:00"),), lambda *_: None)

    assert more.columns == {"renewed_on": "2026-05-01"}


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"customers": {}}', '{"customers": []}', "[" * 100_000, '"x"', "\xff"],
)
def test_what_is_no_export_of_ours_is_a_sentence(text: str) -> None:
    with pytest.raises(FileUnreadable, match=r"x\.json"):
        ours.read(text.encode("latin-1"), file="x.json")


@pytest.mark.parametrize(
    ("customer", "reason"),
    [
        (7, "no customer"),
        ({}, "no name"),
        ({"name": 7}, "name is no text"),
        ({"name": "x" * 10_001}, "10,001 characters"),
        ({"name": "x", "customer_id": "7"}, "customer_id is no number"),
        ({"name": "x", "cadence": True}, "cadence is no number"),
        ({"name": "x", "phones": {}}, "phones is no list"),
        ({"name": "x", "emails": ["a"]}, "emails is no list"),
    ],
)
def test_one_damaged_customer_is_refused_and_the_others_come_in(
    customer: object, reason: str
) -> None:
    data = json.dumps({"book": "b", "customers": [customer, {"name": "Ana"}]}).encode()

    sheet = ours.read(data, file="x.json")

    (block,) = sheet.blocks()
    assert [(one.line, reason in one.reason) for one in block.problems] == [(2, True)]
    assert len(block.rows) == 1


def test_a_refusal_without_a_day_is_a_refusal() -> None:
    data = b'{"book": "b", "customers": [{"name": "Ana", "do_not_contact": true}]}'

    sheet = ours.read(data, file="x.json")

    (block,) = sheet.blocks()
    assert "Do Not Contact" in sheet.headers
    assert "yes" in block.rows[0]
