"""A deputy's morning: the customers of a leader who is away come up in it, on both databases."""

import pytest

from conftest import Founded
from support.builders import MORNING, a_customer, a_finish, an_action, an_answer
from support.running import Run

TUESDAY, FRIDAY = "2026-11-24T09:12:00+00:00", "2026-11-27T09:12:00+00:00"


@pytest.fixture
def away(founded: Founded, run_in: Run) -> Run:
    """Return what runs a command as Priya, who stands in for Marta from Tuesday to Thursday."""
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        change.add("member", name="Priya Nair", leads=1)
        a_customer(change, "Ana Duarte", leader_id=1)
    founded.book.rest()
    run_in("--as", "marta", "leave", "2026-11-24..2026-11-26", "--deputy", "priya")
    return lambda *words, **options: run_in("--as", "priya", *words, **options)


def _promise(founded: Founded, kind: str) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        change.add(
            "promise", customer_id=1, leader_id=1, kind=kind, text="send the list",
            due_on="2026-11-24", recorded_at=change.at,
        )  # fmt: skip
        change.run(
            "UPDATE customer SET promised_on = '2026-11-24' WHERE :kind = 'call-back'", kind=kind
        )
    founded.book.rest()


def test_whoever_is_away_gives_no_pick_and_their_deputy_phones(away: Run) -> None:
    deputy = away("today", "--json", at=TUESDAY).json
    marta = away("--as", "marta", "today", "--json", at=TUESDAY).json

    assert deputy["pick"]["customer"]["name"] == "Ana Duarte"
    assert (marta["pick"], marta["state"]) == (None, "day off")


def test_after_the_leave_they_are_their_leaders_alone_again(away: Run) -> None:
    deputy = away("today", "--json", at=FRIDAY).json
    marta = away("--as", "marta", "today", "--json", at=FRIDAY).json

    assert deputy["pick"] is None
    assert marta["pick"]["customer"]["name"] == "Ana Duarte"


def test_a_deputy_reads_who_promised_to_call_back(founded: Founded, away: Run) -> None:
    _promise(founded, "call-back")

    shown = away("today", at=TUESDAY).out

    assert "Marta promised to call back today." in shown


def test_a_deputy_sees_what_was_promised_besides(founded: Founded, away: Run) -> None:
    _promise(founded, "thing")

    document = away("today", "--json", at=TUESDAY).json
    after = away("today", "--json", at=FRIDAY).json

    assert [one["text"] for one in document["pick"]["promises"]] == ["send the list"]
    assert after["promises_due"] == []


def test_news_that_the_leader_owes_is_told_by_the_deputy(founded: Founded, away: Run) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        answer = an_answer(change, 1)
        a_finish(change, an_action(change, answer), answer)
    founded.book.rest()

    pick = away("today", "--json", at=TUESDAY).json["pick"]

    shown = away("today", at=TUESDAY).out

    assert (pick["reason"], pick["customer"]["name"]) == ("news", "Ana Duarte")
    assert "Yesterday you told Marta:" in " ".join(shown.split())


def test_nothing_is_late_for_whoever_is_away(founded: Founded, away: Run) -> None:
    _promise(founded, "thing")

    document = away("--as", "marta", "today", "--json", at=TUESDAY).json

    assert document["promises_due"] == []


def test_whoever_was_proposed_before_the_leave_was_noted_goes_to_the_deputy(away: Run) -> None:
    friday = away("--as", "marta", "today", "--json", at=FRIDAY).json
    away("--as", "marta", "leave", "2026-11-27", "--deputy", "priya", at=FRIDAY)

    deputy = away("today", "--json", at=FRIDAY).json

    assert friday["pick"]["customer"]["name"] == "Ana Duarte"
    assert deputy["pick"]["customer"]["name"] == "Ana Duarte"


@pytest.mark.parametrize("of_nobody", [True, False])
def test_a_call_back_that_a_deputy_promised_is_asked_of_one_leader_afterwards(
    founded: Founded, away: Run, of_nobody: bool
) -> None:
    with founded.book.change("test", leader_id=2, at=MORNING) as change:
        a_customer(change, "Bo Lind", leader_id=2)
        if of_nobody:
            change.run("UPDATE customer SET leader_id = NULL WHERE id = 1")
    founded.book.rest()
    away("log", "not-now", "--call-back", "2026-11-27", "--customer", "Ana Duarte", at=TUESDAY)

    marta = away("--as", "marta", "today", "--json", at=FRIDAY).json
    deputy = away("today", "--json", at=FRIDAY).json

    assert marta["pick"]["customer"]["name"] == "Ana Duarte"
    assert deputy["pick"]["customer"]["name"] == "Bo Lind"
    assert deputy["promises_due"] == []


def test_a_call_back_that_nobody_else_asks_for_stays_beside_the_card(
    founded: Founded, away: Run
) -> None:
    with founded.book.change("test", leader_id=2, at=MORNING) as change:
        a_customer(change, "Bo Lind", leader_id=2)
        change.run("UPDATE customer SET leader_id = NULL WHERE id = 1")
    founded.book.rest()
    away("log", "not-now", "--call-back", "2026-11-27", "--customer", "Bo Lind", at=TUESDAY)
    away("log", "not-now", "--call-back", "2026-11-27", "--customer", "Ana Duarte", at=TUESDAY)

    document = away("today", "--json", at=FRIDAY).json

    assert document["pick"]["customer"]["name"] == "Ana Duarte"
    assert [one["customer"] for one in document["promises_due"]] == ["Bo Lind"]
