"""What those are called who are not named."""

import re
from datetime import UTC, datetime

from dailycontact.core.period import since_sent, week_of
from dailycontact.report.rule.labels import labels_for
from support.facts import FRIDAY, MONDAY

WEEK = week_of(MONDAY, zone="UTC")
MANY = 3000
NEXT = week_of(FRIDAY.replace(day=27), zone="UTC")


def test_a_label_is_the_same_in_one_report_and_says_no_word() -> None:
    one = labels_for([1, 2, 3], seed="seed", period=WEEK, edition="team")

    assert one == labels_for([3, 2, 1, 1], seed="seed", period=WEEK, edition="team")
    assert all(re.fullmatch(r"customer [2-9B-DF-HJ-NP-RTV-Z]{4}", label) for label in one.values())


def test_another_week_edition_or_book_has_other_labels() -> None:
    ids = range(1, 50)
    first = labels_for(ids, seed="seed", period=WEEK, edition="team")
    others = [
        labels_for(ids, seed="seed", period=NEXT, edition="team"),
        labels_for(ids, seed="seed", period=WEEK, edition="company"),
        labels_for(ids, seed="other", period=WEEK, edition="team"),
    ]

    assert all(first[number] != other[number] for other in others for number in ids)


def test_what_is_sent_twice_on_one_day_has_other_labels() -> None:
    noon, evening = (datetime(2026, 11, 20, hour, tzinfo=UTC) for hour in (12, 20))
    first, second = (
        labels_for([7], seed="seed", period=period, edition="team")
        for period in (
            since_sent(noon.replace(hour=9), now=noon, zone="UTC"),
            since_sent(noon, now=evening, zone="UTC"),
        )
    )

    assert first != second


def test_no_two_customers_share_a_label() -> None:
    labels = labels_for(range(MANY), seed="seed", period=WEEK, edition="team")

    assert len(set(labels.values())) == MANY
    assert not any(label.removeprefix("customer ").isdecimal() for label in labels.values())


def test_a_label_hangs_on_nobody_else_but_in_a_rare_clash() -> None:
    alone = labels_for([7], seed="seed", period=WEEK, edition="team")

    beside = labels_for([6, 7, 8], seed="seed", period=WEEK, edition="team")

    assert alone[7] == beside[7]
