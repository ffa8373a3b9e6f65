"""Two working weeks, as a leader lives them: a call a day, and every answer gets somewhere."""

from pathlib import Path
from typing import Any

import pytest

from dailycontact.loop import Stage
from support.running import Ran, Run

CUSTOMERS = """\
Name,Company,Phone,Email,Country
Ana Duarte,Green Door Cafés,0113 496 0123,ana@greendoor.example.com,United Kingdom
Bo Lind,Lind Bakery,0113 496 0145,,United Kingdom
Jo Hansen,Café Nord,0113 496 0131,,United Kingdom
Mei-Ling Chen,Jade Garden,0161 496 0171,,United Kingdom
Kwame Mensah,Golden Coast Foods,020 7946 0107,,United Kingdom
Olga Petrova,Samovar Tea Rooms,0113 496 0111,,United Kingdom
Rajesh Iyer,Spice Route,0161 496 0109,,United Kingdom
Grace Okonkwo,Sunrise Bakery,020 7946 0121,,United Kingdom
Sam Whitaker,Farm Shop,0113 496 0127,,United Kingdom
Émile Laurent,Boulangerie Laurent,01 99 00 13 13,,France
Leila Haddad,Cedar Kitchen,0161 496 0122,,United Kingdom
Yusuf Demir,Bosphorus Deli,020 7946 0124,,United Kingdom
Hannah Goldberg,Rye & Shine,020 7946 0130,,United Kingdom
Dov Levin,Poppy Seed,0161 496 0133,,United Kingdom
"""


class Weeks:
    """A leader at the command line, a day at a time."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.day = "2026-11-23"

    def on(self, day: str) -> None:
        """Let another day begin."""
        self.day = day

    def say(self, *words: str, hour: int = 11) -> Ran:
        """Run one command line, at an hour of that day."""
        return self.run(*words, at=f"{self.day}T{hour:02}:00:00+00:00")

    def call(self, *words: str) -> list[int]:
        """Phone whoever is proposed, log it, and return the numbers of what they said."""
        proposed = self.say("today", "--json", hour=9).json["pick"]["customer"]["name"]
        logged = self.say("log", *words, "--json", hour=9).json
        assert logged["customer"]["name"] == proposed
        return [answer["answer_id"] for answer in logged["answers"]]

    def hear(self, *words: str) -> str:
        """Phone whoever is proposed, log it, and return the number of the one thing they said."""
        return str(self.call(*words)[0])


@pytest.fixture
def weeks(run_in: Run, tmp_path: Path) -> Weeks:
    """Return a leader whose customers are in the book, and whose team is too."""
    file = tmp_path / "customers.csv"
    file.write_text(CUSTOMERS, encoding="utf-8")
    weeks = Weeks(run_in)
    weeks.say("import", str(file), hour=8)
    weeks.say("team", "add", "Priya Nair", hour=8)
    weeks.say("team", "add", "Tom Okafor", hour=8)
    return weeks


def test_two_weeks_leave_no_answer_out_of_sight_and_no_end_untold(weeks: Weeks) -> None:
    _first_week(weeks)
    _second_week(weeks)

    loop = weeks.say("loop", "--all", "--json").json["answers"]
    markdown = weeks.say("report", "--since", "2026-11-23", "--format", "markdown").out
    report = weeks.say("report", "--since", "2026-11-23", "--json").json

    assert {said["stage"] for said in report["heard"]} == set(Stage)
    assert _finished(report) == _with_a_told_customer(report) != set()
    assert {answer["stage"] for answer in loop} == set(Stage)
    assert _ended(loop) == _with_somebody_told(loop) != set()
    assert "Your invoices never say which café they are for." in markdown
    assert "The van was at fourteen degrees." in markdown
    assert "Text me before you arrive." in markdown


def _first_week(weeks: Weeks) -> None:
    invoices = weeks.hear("--better", "Your invoices never say which café they are for.")
    weeks.say("share", "--where", "stand-up")

    weeks.on("2026-11-24")
    weeks.call("no-answer")
    early = weeks.hear("--better", "Come before ten.", "--quote", "name")

    weeks.on("2026-11-25")
    again = weeks.hear("--better", "Which shop is this invoice for?")
    weeks.say("share")
    weeks.say("act", invoices, again, "--do", "Name the café on invoices", "--owner", "Priya")
    weeks.say("act", early, "--do", "Deliver before ten")

    weeks.on("2026-11-26")
    weeks.call("voicemail")
    weeks.call("--nothing")
    weeks.say("take", "A2", "--owner", "Tom")

    weeks.on("2026-11-27")
    weeks.call("--praise", "Tom carried it all down to the cellar.", "--for", "Tom")
    weeks.say("done", "A1", "--say", "Every invoice now carries the café's name")
    weeks.say("tell", invoices, "--reaction", "pleased")
    weeks.say("story", "Drove back with a forgotten key.", "--who", "Tom")


def _second_week(weeks: Weeks) -> None:
    weeks.on("2026-11-30")
    cold = weeks.hear("--better", "The van was at fourteen degrees.", "--urgent")
    weeks.say("act", cold, "--do", "Mend the freezer van", "--owner", "Tom", "--due", "today")

    weeks.on("2026-12-01")
    weeks.say("today", hour=9)
    weeks.say("skip", "--reason", "on a trade fair", hour=9)
    free = weeks.hear("--better", "Deliver small orders free of charge.")
    weeks.say("done", "A3", "--say", "The van has a new thermostat")
    weeks.say("tell", cold, "--reaction", "not-solved", "--better", "Twelve degrees today.")

    weeks.on("2026-12-02")
    also = weeks.hear("--better", "Free delivery, please.", "--promise", "ask Tom", "--due", "3d")
    weeks.say("share")
    weeks.say(
        "decline", free, also, "--reason", "It costs more than it earns us",
        "--instead", "Neighbours may order together",
    )  # fmt: skip
    weeks.say("tell", free, "--reaction", "neutral")

    weeks.on("2026-12-03")
    weeks.call("--better", "Take the empty crates back.")
    weeks.say("share")

    weeks.on("2026-12-04")
    weeks.call("--better", "Text me before you arrive.")


def _finished(report: Any) -> set[int]:
    return {acted["action_id"] for acted in report["acted"] if acted["state"] != "begun"}


def _with_a_told_customer(report: Any) -> set[int]:
    return {told["action_id"] for told in report["told"] if told["people"]}


def _ended(loop: list[Any]) -> set[int]:
    return {action["id"] for answer in loop for action in answer["actions"] if action["outcome"]}


def _with_somebody_told(loop: list[Any]) -> set[int]:
    return {action["id"] for answer in loop for action in answer["actions"] if action["settled_on"]}
