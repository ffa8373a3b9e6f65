"""What a preview says of the names that a report hides."""

from dailycontact.report.rule.report import Replaced
from dailycontact.report.view.hidden import hidden
from dailycontact.terminal.card import Part
from support.reports import a_report


def _said(*replaced: Replaced) -> str:
    shown = hidden(a_report(replaced=replaced))
    lines = [line.plain for part in shown if isinstance(part, Part) for line in part.lines(80)]
    return " ".join(" ".join(lines).split())


def test_a_name_is_offered_as_one_to_be_kept_and_no_number() -> None:
    number = Replaced(found="0113 496 0123", instead="[number]", where="answer 1")
    name = Replaced(found="Rose", instead="[name]", where="answer 2")

    both, alone = _said(number, name), _said(number)

    assert "--keep-word Rose" in both
    assert "--keep-word" not in alone
