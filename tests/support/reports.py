"""Reports as they are once everything is added up, for tests of what people read."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dailycontact.core.answer import Kind
from dailycontact.core.call import Outcome
from dailycontact.core.period import Period, week_of
from dailycontact.core.recorded import ChangedSince, WeekOfCalls
from dailycontact.core.telling import Channel, Reaction
from dailycontact.loop import Stage
from dailycontact.report.rule.figures import Figures, Group, StageTime, ThemeByWeek
from dailycontact.report.rule.report import (
    Absence,
    Acted,
    Changed,
    Done,
    Edition,
    Given,
    Looking,
    Note,
    Number,
    Person,
    Report,
    Said,
    Stamp,
    State,
    Tale,
    Thanks,
    Told,
    Waiting,
    Wished,
    YouSaid,
)

MONDAY = date(2026, 11, 16)
FRIDAY = date(2026, 11, 20)
NOVEMBER = date(2026, 11, 1)
NOW = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)
CAFE = "Every invoice carries the café's name"
HOSTILE = "<script>alert(1)</script> =SUM(A1:A9) | *bold* [x](javascript:alert(1)) &amp; `rm`"
LONG = ("Because of the rain, and because nobody rang, " * 44)[:2000].strip()
ARABIC = "هل يمكنكم الاتصال قبل الوصول؟ \u202e123"
JAPANESE = "請求書が読めません。`rm -rf` と *太字* も。"


def a_week(day: date = MONDAY, *, cut: datetime | None = NOW) -> Period:
    """Return the week of a day, cut where it is not over (None: it is)."""
    week = week_of(day, zone="Europe/London")
    return week if cut is None else week.cut_at(cut)


def a_stamp(**changes: Any) -> Stamp:
    """Return what a report was made from."""
    values: dict[str, Any] = {
        "book": "5f3a09c1",
        "zone": "Europe/London",
        "version": "0.1.0",
        "cutoff": NOW,
    }
    return Stamp(**(values | changes))


def said(number: int = 44, words: str = "The driver comes at nine.", **changes: Any) -> Said:
    """Return an answer as an edition shows it."""
    values: dict[str, Any] = {"who": "Ana, Green Door Cafés", "day": MONDAY, "stage": Stage.SHARED}
    return Said(answer_id=number, words=words, **(values | changes))


def acted(number: int = 2, **changes: Any) -> Acted:
    """Return an action that was done in the week for two customers."""
    values: dict[str, Any] = {
        "title": "Put the café's name on invoices",
        "owner": "Priya Nair",
        "state": State.DONE,
        "day": FRIDAY,
        "say": CAFE,
        "askers": 2,
        "answers": (
            said(2, "Your invoices never say which café they are for.", day=date(2026, 9, 3)),
            said(3, "Which of our shops is this for?", who="customer 4KT7", day=date(2026, 9, 9)),
        ),
    }
    return Acted(action_id=number, **(values | changes))


def changed(number: int = 1, **changes: Any) -> Changed:
    """Return what was done in the month for two customers, as the company reads it."""
    values: dict[str, Any] = {"state": State.DONE, "say": CAFE, "askers": 2, "day": NOVEMBER}
    return Changed(number=number, **(values | changes))


def told(number: int = 2, **changes: Any) -> Told:
    """Return who was told of an action: one pleased, one not."""
    values: dict[str, Any] = {
        "title": "Put the café's name on invoices",
        "say": CAFE,
        "people": (
            person(2, "Ana, Green Door Cafés"),
            person(3, "customer 4KT7", reaction=Reaction.NOT_SOLVED, channel=Channel.EMAIL),
        ),
        "told": 1,
        "askers": 2,
    }
    return Told(action_id=number, **(values | changes))


def person(number: int = 2, who: str = "Ana, Green Door Cafés", **changes: Any) -> Person:
    """Return a customer who was told by phone, and was pleased."""
    values: dict[str, Any] = {"channel": Channel.PHONE, "reaction": Reaction.PLEASED, "day": FRIDAY}
    return Person(answer_id=number, who=who, **(values | changes))


def waiting(number: int = 1, **changes: Any) -> Waiting:
    """Return somebody who has waited for six weeks, and whose wish is in hand."""
    values: dict[str, Any] = {
        "who": "Bo, Lind Bakery",
        "words": "Deliveries before ten, please.",
        "said_on": date(2026, 10, 12),
        "days": 39,
        "stage": Stage.ACTING,
        "where": "Tom Weber has it, by 4 Dec",
    }
    return Waiting(answer_id=number, **(values | changes))


def looking(number: int = 9, **changes: Any) -> Looking:
    """Return an action that nobody has taken yet."""
    values: dict[str, Any] = {
        "title": "Text us before you arrive",
        "said_by": 3,
        "first_on": date(2026, 11, 2),
        "words": "I wait in the shop all morning.",
        "who": "Ana, Corner Books",
    }
    return Looking(action_id=number, **(values | changes))


def you_said(number: int = 2, **changes: Any) -> YouSaid:
    """Return what customers said, and were told: done, and two more had said so."""
    values: dict[str, Any] = {
        "words": "Your invoices never say which café they are for.",
        "others": 2,
        "state": State.DONE,
        "say": CAFE,
        "day": FRIDAY,
    }
    return YouSaid(number=number, **(values | changes))


def some_weeks(last: date = MONDAY, number: int = 12) -> tuple[WeekOfCalls, ...]:
    """Return weeks up to that of `last`, each with its calls and conversations."""
    mondays = [last - timedelta(weeks=ago) for ago in reversed(range(number))]
    return tuple(
        WeekOfCalls(monday=monday, calls=5 + place % 4, conversations=2 + place % 3)
        for place, monday in enumerate(mondays)
    )


def some_figures(**changes: Any) -> Figures:
    """Return the figures of a usual week at the end of twelve."""
    values: dict[str, Any] = {
        "calls": 11,
        "conversations": 5,
        "wishes": 4,
        "praise": 1,
        "ended": 3,
        "customers_told": 2,
        "pleased": 1,
        "not_solved": 1,
        "waiting": 6,
        "typical": 18.5,
        "weeks": some_weeks(),
        "funnel": (("asked", 52), ("heard", 44), ("shared", 41), ("acted on", 24), ("told", 15)),
        "themes": (
            ThemeByWeek(name="Delivery times", counts=(0, 1, 2, 1, 0, 3, 1, 2, 0, 1, 2, 3)),
            ThemeByWeek(name="Invoices", counts=(2, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0)),
            ThemeByWeek(name="Opening hours", counts=(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0)),
        ),
        "stages": (
            StageTime(name="heard", median=3, of=41),
            StageTime(name="shared", median=2.5, of=24),
            StageTime(name="taken on", median=11, of=18),
            StageTime(name="done", median=2, of=15),
        ),
        "groups": (
            Group(name="Cafés", customers=21, wishes=14),
            Group(name="Bakeries", customers=9, wishes=7),
        ),
        "folded": 6,
        "since": MONDAY - timedelta(weeks=11),
    }
    return Figures(**(values | changes))


def a_report(**changes: Any) -> Report:
    """Return the team's report of a usual week, everything in it once."""
    values: dict[str, Any] = {
        "edition": Edition.TEAM,
        "company": "Brightside",
        "demo": False,
        "period": a_week(),
        "as_of": FRIDAY,
        "leaders": ("Marta Silva",),
        "calls": 11,
        "conversations": 5,
        "outcomes": ((Outcome.REACHED, 5), (Outcome.NO_ANSWER, 4), (Outcome.VOICEMAIL, 2)),
        "told_by_phone": 1,
        "heard": (
            said(44, "The driver comes at nine, right in our breakfast rush."),
            said(45, "Priya rang me back within the hour. Lovely.", kind=Kind.PRAISE,
                 praised="Priya Nair"),
        ),
        "nothing": 1,
        "acted": (
            acted(),
            acted(4, title="Print invoices larger", state=State.BEGUN, say=None, askers=1,
                  due_on=date(2026, 11, 30), answers=(said(31, "I cannot read the small print."),)),
            acted(5, title="Open on Sundays", owner=None, state=State.DECLINED, askers=1,
                  say="We need the rest", instead="We open until eight on Fridays",
                  answers=(said(10, "Could you open on Sundays?"),)),
        ),
        "told": (told(),),
        "customers_told": 2,
        "waiting": (waiting(), waiting(3, who="customer 4KT7", words="Which shop is this for?",
                                       said_on=date(2026, 11, 13), days=7,
                                       where="not solved yet; Priya Nair has it")),
        "looking": (looking(),),
        "stories": (
            Tale(text="Drove back at 18:40 with a forgotten key.", who="Tom Weber", missed=False,
                 told_by="Inès Moreau", day=FRIDAY),
        ),
        "thanks": (
            Thanks(
                name="Priya Nair",
                done=(Done(action_id=2, say=CAFE, askers=2),),
                praise=(said(45, "Priya rang me back within the hour. Lovely.", kind=Kind.PRAISE,
                             praised="Priya Nair"),),
            ),
        ),
        "wished": (
            Wished(talk_id=1, wish="Later Monday starts", by=2, how="done",
                   say="from 1 December, 08:00"),
            Wished(talk_id=2, wish="A second printer", how="doing"),
        ),
        "figures": some_figures(),
        "contact": "marta@example.com",
        "permission": "Anyone may spend up to €50 to put a thing right, unasked.",
        "stamp": a_stamp(),
    }  # fmt: skip
    return Report(**(values | changes))


def empty_report(edition: Edition = Edition.TEAM, **changes: Any) -> Report:
    """Return a week in which the leader was on leave, and nothing was written down."""
    leader = "" if edition in {Edition.COMPANY, Edition.CUSTOMERS} else "Marta Silva"
    values: dict[str, Any] = {
        "edition": edition,
        "company": "Brightside",
        "demo": False,
        "period": a_week(),
        "as_of": FRIDAY,
        "away": (Absence(leader=leader, first=MONDAY, last=FRIDAY),) if leader else (),
        "back_on": date(2026, 11, 23),
        "absent": "leave",
        "stamp": a_stamp(),
    }
    return Report(**(values | changes))


def big_report(edition: Edition = Edition.TEAM, answers: int = 300) -> Report:
    """Return a week in which so many answers came, and as many wait."""
    report = awkward_report(edition)
    if edition in {Edition.COMPANY, Edition.CUSTOMERS}:
        return replace(report, you_said=_many_said(answers) if report.you_said else ())
    heard = tuple(
        said(1000 + place, f"Wish number {place}: please ring before you come.", who=_who(place))
        for place in range(answers)
    )
    waits = tuple(
        waiting(1000 + place, who=_who(place), words=f"Wish number {place}", said_on=MONDAY, days=4,
                stage=Stage.HEARD, where="nobody has taken it on yet")
        for place in range(answers)
    )  # fmt: skip
    many = acted(800, askers=answers, answers=heard[:100])
    shown = told(800, people=tuple(person(1000 + place, _who(place)) for place in range(answers)),
                 told=answers, askers=answers)  # fmt: skip
    return replace(report, calls=answers, conversations=answers, heard=heard, waiting=waits,
                   acted=(many, *report.acted), told=(shown,))  # fmt: skip


def awkward_report(edition: Edition = Edition.TEAM) -> Report:
    """Return a week that fills every section of an edition with what breaks reports."""
    if edition is Edition.COMPANY:
        return _awkward_company()
    if edition is Edition.CUSTOMERS:
        return _awkward_customers()
    report = _awkward_team()
    return report if edition is Edition.TEAM else _for_leaders(report)


def _awkward_team() -> Report:
    heard = (
        said(4, JAPANESE, who="山田, 株式会社みどり", urgent=True, stage=Stage.ACTING),
        said(5, LONG, who="customer 7QXN"),
        said(45, "Priya rang me back within the hour. Lovely.", kind=Kind.PRAISE,
             praised="Priya Nair"),
        said(8, "Always “friendly”, 'quick' & tidy.", kind=Kind.PRAISE, who="customer 4KT7"),
        said(9, "Text us\n\nbefore you arrive.", who="customer 7QXN", earlier=True,
             day=date(2026, 11, 13)),
        said(10, "Sundays", stage=Stage.DECLINED),
        said(11, ARABIC, who="ليلى, مقهى الباب الأخضر"),
        said(13, HOSTILE, who="[/nope] <b>Zoë</b>, =SUM(A1:A9)"),
    )  # fmt: skip
    return a_report(
        demo=True,
        company="Brightside & <Söhne>",
        leaders=("Marta Silva", "Inès Müller-Lüdenscheidt"),
        away=(Absence(leader="Marta Silva", first=FRIDAY, last=date(2026, 11, 27)),),
        wanted=(
            waiting(4, who="山田, 株式会社みどり", words=JAPANESE, said_on=MONDAY, days=4,
                    stage=Stage.SHARED, where="nobody has taken it on yet", urgent=True),
        ),
        heard=heard,
        acted=(
            *a_report().acted,
            acted(7, title="We have one van, and a driver who rests …", owner=None,
                  state=State.DECLINED, earlier=True, day=date(2026, 11, 13), askers=1,
                  say="We have one van, and a driver who rests on Sundays",
                  answers=(said(13, HOSTILE, who="[/nope] <b>Zoë</b>, =SUM(A1:A9)"),)),
        ),
        waiting=(
            waiting(4, who="山田, 株式会社みどり", words=JAPANESE, said_on=MONDAY, days=4,
                    urgent=True, stage=Stage.SHARED, where="nobody has taken it on yet"),
            *a_report().waiting,
            waiting(12, who="[/nope] <b>Zoë</b>, =SUM(A1:A9)", words=HOSTILE,
                    said_on=date(2025, 12, 30), days=325, where="late since 30 Oct", late=True),
        ),
        looking=(*a_report().looking, looking(3, title=HOSTILE, said_by=1, words=LONG)),
        stories=(
            *a_report().stories,
            Tale(text=f"We could have rung before they rang us. {HOSTILE}", who=None, missed=True,
                 told_by="Marta Silva", day=date(2026, 11, 13), earlier=True),
        ),
        wished=(
            *a_report().wished,
            Wished(talk_id=3, wish=HOSTILE, how="declined", say="there is no room for it"),
            Wished(talk_id=4, wish="Warmer gloves"),
        ),
        figures=some_figures(
            themes=(
                *some_figures().themes,
                ThemeByWeek(name=HOSTILE, counts=(0,) * 11 + (1,)),
            )
        ),
        before=some_figures(calls=8, conversations=6, wishes=5, praise=0, ended=1,
                            customers_told=0, typical=None),
        stamp=a_stamp(
            changed=ChangedSince(undone=1, erased=1, withdrawn=2),
            written_later=3,
        ),
    )  # fmt: skip


def _for_leaders(report: Report) -> Report:
    rude = said(7, "The driver was rude to me, and I know where he lives.", private=True,
                who="Sam O'Neill, Corner Books")  # fmt: skip
    return replace(
        report,
        edition=Edition.LEADER,
        heard=(*report.heard, rude),
        promises=(
            Given(customer="Sam O'Neill", text="Send the new price list",
                  due_on=date(2026, 11, 19), state="open", late=True),
            Given(customer="Bo Lind", text="call back", due_on=FRIDAY, state="kept", late=False),
        ),
        notes=(
            Note(customer="Sam O'Neill", day=MONDAY, text="Away until 7 December"),
            Note(customer="[/nope] <b>Zoë</b>", day=FRIDAY, text=HOSTILE),
        ),
        numbers=(
            Number(customer="Bo Lind, Lind Bakery",
                   phones=("+44 113 496 0123 (office)", "+44 7700 900123 (mobile)")),
            Number(customer="[/nope] <b>Zoë</b>, =SUM(A1:A9)", phones=("=1+1 (<b>office</b>)",)),
        ),
    )  # fmt: skip


def _awkward_company() -> Report:
    return a_report(
        edition=Edition.COMPANY,
        demo=True,
        company="Brightside & <Söhne>",
        leaders=(), outcomes=(), told_by_phone=0, heard=(), nothing=0, told=(), waiting=(),
        looking=(), stories=(), thanks=(), wished=(), contact=None, permission="",
        acted=(),
        changes=(
            changed(),
            changed(2, state=State.DECLINED, askers=1, say="We need the rest",
                    instead="We open until eight on Fridays"),
            changed(3, state=State.DECLINED, askers=1,
                    say="We have one van, and a driver who rests on Sundays"),
        ),
        figures=_awkward_team().figures,
        before=_awkward_team().before,
        stamp=_awkward_team().stamp,
    )  # fmt: skip


def _awkward_customers() -> Report:
    return Report(
        edition=Edition.CUSTOMERS,
        company="Brightside & <Söhne>",
        demo=True,
        period=a_week(),
        as_of=FRIDAY,
        you_said=(
            you_said(),
            you_said(7, words=HOSTILE, others=1, say="We print the orders in bold now"),
            you_said(8, words=LONG, others=0, say="The office rings before the van sets out",
                     day=date(2026, 10, 30)),
            you_said(11, words=ARABIC, others=0, say="We ring before we arrive"),
            you_said(12, words="Sundays", others=0, state=State.DECLINED,
                     say="We need the rest", instead="We open until eight on Fridays"),
        ),
        stamp=a_stamp(),
    )  # fmt: skip


def _many_said(number: int) -> tuple[YouSaid, ...]:
    return tuple(you_said(place, words=f"Wish number {place}") for place in range(number))


def _who(place: int) -> str:
    return f"customer {place:04}" if place % 2 else f"Ana, Café {place}"
