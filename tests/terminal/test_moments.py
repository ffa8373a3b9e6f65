"""What happened with a customer, in words."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from dailycontact.core.history import Moment, What, in_order
from dailycontact.terminal.card import Part
from dailycontact.terminal.moments import days

DAY = date(2026, 11, 2)
AT = datetime(2026, 11, 2, 9, tzinfo=UTC)


def _moment(what: What, **values: Any) -> Moment:
    usual: dict[str, Any] = {"day": DAY, "recorded_at": AT, "what": what, "who": "Marta Silva"}
    return Moment(**usual | values)


def _said(*moments: Moment) -> str:
    parts = days(moments, (), today=DAY)
    lines = [line.plain for part in parts if isinstance(part, Part) for line in part.lines(100)]
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (_moment(What.LETTER, answer_id=1), "A message about 1 was written, and not sent yet."),
        (_moment(What.LETTER, answer_id=1, how="sent"), "A message about 1 was written."),
        (
            _moment(What.TOLD, answer_id=1, how="email", reaction="neutral"),
            "Told about 1 by e-mail, so-so.",
        ),
        (
            _moment(What.REACTED, answer_id=1, reaction="not-solved"),
            "Heard what they say now to what they were told about 1: not solved.",
        ),
        (
            _moment(What.WAIVED, answer_id=1, note="unreachable"),
            "Could not be reached about 1, and is not tried any more.",
        ),
        (_moment(What.ANSWER, answer_id=1, words="Later, please"), "Said: “Later, please”."),
        (
            _moment(What.CORRECTED, answer_id=1, how="verbatim", words="Ealier"),
            "1 was amended; before, it said “Ealier”",
        ),
        (
            _moment(What.CORRECTED, answer_id=1, how="consent", words="no", note="name"),
            "1 was amended: consent, no before, is name now.",
        ),
        (_moment(What.READ, answer_id=1), "1 belongs to no theme any more, as Marta reads it."),
        (_moment(What.SHARED, answer_id=1, how="company"), "Shared 1 with the company."),
        (_moment(What.TOLD, answer_id=1, how="phone", in_call=True), "Told about 1."),
        (_moment(What.WAIVED, answer_id=1), "Need not be told about 1 any more."),
        (_moment(What.NOTE, action_id=3, place="inv.pdf"), "A3, Marta notes: See: inv.pdf"),
        (_moment(What.REVISITED, action_id=3), "A3 was looked at again; it stays declined."),
        (_moment(What.RESTED, how="skip", note="on a train"), "Passed over: on a train."),
        (_moment(What.RESTED, how="skip"), "Passed over."),
        (_moment(What.RESTED, how="checked"), "Number looked at; tried again from here."),
        (_moment(What.RESTED, how="pause", note="paused Ana"), "Paused Ana."),
    ],
)
def test_each_moment_is_a_sentence(moment: Moment, words: str) -> None:
    assert words in _said(moment)


def test_moments_are_told_by_their_day_and_then_as_they_were_written_down() -> None:
    late = _moment(What.SHARED, answer_id=1, recorded_at=AT + timedelta(hours=1))
    answer = _moment(What.ANSWER, answer_id=1, words="Later")
    call = _moment(What.CALL, how="reached")
    early = _moment(What.RESTED, day=DAY - timedelta(days=1), recorded_at=AT + timedelta(days=3))

    assert in_order([late, answer, call, early]) == (early, call, answer, late)


def test_what_was_tried_and_written_comes_before_what_was_told_at_the_same_time() -> None:
    told = _moment(What.TOLD, answer_id=1, how="email")
    letter = _moment(What.LETTER, answer_id=1)
    tried = _moment(What.TRIED, answer_id=1)

    assert in_order([told, letter, tried]) == (tried, letter, told)


def test_without_any_it_says_so() -> None:
    assert _said() == "Nothing has happened yet."
