"""The card, of mornings as values: what each part says, and what gives way on a small screen."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dailycontact.core.action import How
from dailycontact.core.answer import Answer, Consent, Kind
from dailycontact.core.call import Call, Outcome, Promise, PromiseKind
from dailycontact.core.following import Told
from dailycontact.core.reach import Access, Window
from dailycontact.core.standing import Doing, Standing
from dailycontact.core.talk import TalkDue
from dailycontact.core.team import Member
from dailycontact.core.telling import Reaction
from dailycontact.core.turn import Reason
from dailycontact.loop import Stage
from dailycontact.pick.rule.reason import why
from dailycontact.pick.usecases.beside import Beside
from dailycontact.pick.usecases.closed import Closed
from dailycontact.pick.usecases.proposed import Again, Ahead, LastTime, Reaching
from dailycontact.pick.usecases.today import State, Today
from dailycontact.pick.view.card import card
from dailycontact.store.mornings import Note
from dailycontact.store.urgency import Urgent
from dailycontact.terminal.card import Part
from support.builders import MONDAY, MORNING
from support.mornings import (
    SUMMER,
    a_morning,
    grounds,
    news_for,
    phones,
    somebody,
    without_a_call,
)
from terminal.hostile import HOSTILE

SOON = datetime(2026, 11, 23, 13, tzinfo=UTC)
PRIYA = Member(id=2, name="Priya Nair")


def lines(today: Today, width: int = 80) -> list[str]:
    """Return the card as a screen shows it."""
    shown: list[str] = []
    for part in card(today):
        found: Iterable[Any] = part.lines(width) if isinstance(part, Part) else ("",)
        shown += [line if isinstance(line, str) else line.plain.rstrip() for line in found]
    return shown


def text(today: Today) -> str:
    return " ".join(" ".join(lines(today)).split())


def a_promise(
    words: str = "send the list",
    *,
    name: str = "Ana Duarte",
    whom: int = 12,
    due: date = MONDAY,
) -> Promise:
    return Promise(
        id=1, customer_id=whom, customer=name, kind=PromiseKind.THING, text=words, due_on=due
    )


def helped(words: str = "every invoice now carries the café's name") -> Told:
    """Return something of which Ana was told on 2 October."""
    return Told(
        telling_id=1, answer_id=1, action_id=1, verbatim=words, said_on=SUMMER, say=words,
        owner=PRIYA.name, finished_on=date(2026, 10, 1), told_on=date(2026, 10, 2),
    )  # fmt: skip


def _crying(words: str, *doings: Doing) -> Standing:
    """Return an urgent answer without an owner."""
    answer = replace(_answer(words, 40), customer=words, urgent=True)
    return Standing(answer=answer, doings=doings, stage=Stage.HEARD, since=SUMMER)


def spoken(words: str, *, notes: str | None = None, answers: int = 1) -> LastTime:
    """Return a last conversation whose first answer was acted on."""
    call = Call(
        id=1, customer_id=12, leader_id=1, day=SUMMER, recorded_at=MORNING,
        outcome=Outcome.REACHED, notes=notes,
    )  # fmt: skip
    done = Doing(
        action_id=1, title=words, owner=PRIYA.name, day=SUMMER, finish_id=1, how=How.DONE,
        say=words, finished_on=date(2026, 11, 12),
    )  # fmt: skip
    return LastTime(
        call=call,
        standings=tuple(
            Standing(answer=_answer(words, place), doings=(done,), stage=Stage.DONE, since=SUMMER)
            for place in range(answers)
        ),
    )


def _answer(words: str, place: int) -> Answer:
    return Answer(
        id=place, customer_id=12, customer="Ana Duarte", verbatim=words,
        kind=Kind.SUGGESTION, consent=Consent.WORDS, recorded_at=MORNING, day=SUMMER,
    )  # fmt: skip


def everything(
    words: str, *, skips: int = 0, due: bool = True, access: Access = Access.NOW
) -> Today:
    """Return a morning on which everything comes together, each of it in these words."""
    owed = news_for(words, verbatim=words, say=words, owner=words, finish_id=1)
    reaching = Reaching(
        zones=("Europe/London", "Europe/Dublin"), phone=phones(4)[1],
        usual="usually picks up between 14 and 16", skips=skips, due=due,
        window=Window(access=access, at=MORNING),
        ahead=(Ahead(customer_id=3, name=words, reason=Reason.TURN, at=MORNING),),
    )  # fmt: skip
    shown = a_morning(
        somebody(words, company=words, phones=phones(4)),
        reason=Reason.NEWS,
        reaching=reaching,
        last=spoken(words, notes=words, answers=3),
        promises=(a_promise(words),),
        broken=(a_promise(words),),
        note=Note(text=words, day=SUMMER, outcome=Outcome.NOT_NOW),
        owed_here=(owed, replace(owed, finish_id=2)),
        to_ask=(helped(words),),
        again=(Again(theme=words, times=1_000),),
        beside=Beside(
            urgent=Urgent(first=(_crying(words),), number=21),
            owed=(replace(owed, customer_id=4), replace(owed, customer="Bo", customer_id=5)),
            waiting=2,
            ahead=(a_promise(words, name=words, whom=6),),
            promises=(a_promise(words, name=words, whom=5),),
            talk=TalkDue(member=Member(id=2, name=words), last_on=SUMMER),
            silent=1001,
            without_phone=1001,
        ),
        streak=14,
    )
    because = grounds(
        Reason.NEWS, name=words, owed=shown.owed_here, skips=skips, due=due,
        turn_on=date(2027, 3, 4),
    )  # fmt: skip
    settings_ = replace(shown.settings, question=words, company=words, demo=True)
    return replace(shown, why=why(because), settings=settings_)


@pytest.mark.parametrize("access", Access)
@pytest.mark.parametrize(("skips", "due"), [(0, True), (3, True), (3, False), (0, False)])
@pytest.mark.parametrize(
    "words",
    ["The driver comes at nine, right in our breakfast rush. " * 5, "名" * 200, "A" * 300, "x"],
    ids=["long words", "wide characters", "no spaces", "short"],
)
def test_whatever_comes_together_it_fits_on_a_small_screen(
    words: str, skips: int, due: bool, access: Access
) -> None:
    shown = lines(everything(words, skips=skips, due=due, access=access))

    assert len(shown) <= 23
    assert any("WHY" in line for line in shown)
    assert any("+44 113 496 0122" in line for line in shown)
    assert any("URGENT" in line for line in shown)
    assert any("dailycontact act 40" in line for line in shown)
    assert any("Two minutes each" in line for line in shown)


@given(
    words=st.one_of(st.sampled_from(sorted(HOSTILE)), st.text(min_size=1, max_size=400)),
    skips=st.integers(0, 4),
    due=st.booleans(),
    access=st.sampled_from(Access),
    width=st.integers(80, 120),
)
@settings(max_examples=60, deadline=None)
def test_no_words_make_it_longer_than_a_small_screen(
    words: str, skips: int, due: bool, access: Access, width: int
) -> None:
    shown = lines(everything(words, skips=skips, due=due, access=access), width)

    assert len(shown) <= 23


def test_who_is_only_told_is_not_asked() -> None:
    told = a_morning(
        reason=Reason.NEWS, owed_here=(news_for(),), reaching=Reaching(due=False, zones=())
    )
    due = replace(told, reaching=Reaching(zones=()))

    assert "OPEN" in text(told)
    assert "ASK" not in text(told)
    assert "CLOSE" not in text(told)
    assert "ASK" in text(due)


@pytest.mark.parametrize(
    ("window", "said"),
    [
        (
            Window(access=Access.LATER, at=datetime(2026, 11, 23, 15, tzinfo=UTC), lawful=True),
            "WHEN Better from 15:00 your time (it is 09:12); one may ring now, too.",
        ),
        (
            Window(access=Access.LATER, at=datetime(2026, 11, 23, 15, tzinfo=UTC), lawful=False),
            "WHEN From 15:00 your time (it is 09:12). Somebody else: dailycontact today --next",
        ),
        (
            Window(access=Access.LATE),
            "WHEN Outside Ana's preferred hours, and not too late to ring.",
        ),
    ],
)
def test_it_says_when_they_can_be_phoned(window: Window, said: str) -> None:
    shown = a_morning(reaching=Reaching(zones=("Europe/London",), window=window))

    assert said in text(shown)
    assert "WHEN" not in text(a_morning())


def test_it_says_who_comes_before_and_when() -> None:
    ahead = tuple(
        Ahead(customer_id=place, name=name, reason=Reason.TURN, at=MORNING.replace(hour=hour))
        for place, (name, hour) in enumerate((("Bo Lind", 15), ("Jo Hansen", 17), ("Sol", 18)))
    )

    one = a_morning(reaching=Reaching(zones=(), ahead=ahead[:1]))
    three = a_morning(reaching=Reaching(zones=(), ahead=ahead))

    assert "Bo Lind comes first, best after 15:12 your time" in text(one)
    assert "Bo Lind and 2 more come first, best after 15:12 your time" in text(three)


def test_the_number_to_try_stands_first_with_when_they_usually_pick_up() -> None:
    numbers = phones(2)
    shown = a_morning(
        somebody(phones=numbers, zone="Europe/Madrid"),
        reaching=Reaching(
            zones=("Europe/Madrid",), phone=numbers[1], usual="usually picks up by 11"
        ),
    )

    first, second = lines(shown)[3:5]

    assert first.startswith("   +44 113 496 0122  mobile 2")
    assert first.endswith("it is 10:12 there · usually picks up by 11")
    assert second.startswith("   +44 113 496 0121  office")


def test_the_hour_there_is_said_only_where_it_is_another_place() -> None:
    here, there = Reaching(zones=("Europe/London",)), Reaching(zones=("America/New_York",))
    guess = Reaching(zones=("America/New_York", "America/Chicago"))

    same = a_morning(somebody(zone="Europe/Lisbon"), reaching=Reaching(zones=("Europe/Lisbon",)))

    assert "there" not in text(a_morning(reaching=here))
    assert "there" not in text(same)
    assert "it is 04:12 there" in text(a_morning(reaching=there))
    assert "it is" not in text(a_morning(reaching=guess))


def test_where_nobody_knows_the_zone_it_says_how_to_say_it() -> None:
    shown = a_morning(reaching=Reaching(zones=("America/New_York", "America/Chicago")))

    assert "Where is Ana? The hour is a guess" in text(shown)
    assert "dailycontact customers edit 12 --zone ZONE" in text(shown)


def test_whoever_is_skipped_again_and_again_can_be_paused_or_called_less_often() -> None:
    shown = text(a_morning(reaching=Reaching(zones=(), skips=3)))

    assert "dailycontact customers pause 12 --until 3mo" in shown
    assert "dailycontact customers edit 12 --cadence 252" in shown
    assert "pause" not in text(a_morning(reaching=Reaching(zones=(), skips=2)))


def test_what_waits_beside_the_call_is_said_in_its_order() -> None:
    shown = lines(
        a_morning(
            beside=Beside(
                owed=(news_for("Bo Lind", customer_id=5), news_for("Café Sol", customer_id=6)),
                waiting=2,
                promises=(a_promise(name="Jo Hansen", whom=7),),
                talk=TalkDue(member=PRIYA, last_on=date(2026, 10, 12)),
                silent=2,
                without_phone=1,
            ),
        )
    )

    assert [line.split("  ")[0].strip() for line in shown[-5:]] == [
        "Promised to Jo, due today: send the list",
        "Two minutes each: Bo Lind and Café Sol wait to hear",
        "2 numbers seem dead",
        "This week's talk: Priya Nair (last 6 weeks ago)",
        "1 customer has no number",
    ]


@pytest.mark.parametrize(
    ("silent", "said"),
    [
        (1, "1 number seems dead"),
        (2, "2 numbers seem dead"),
        (1000, "1000 numbers seem dead"),
        (1001, "More than 1,000 numbers seem dead"),
    ],
)
def test_numbers_that_seem_dead_are_counted_as_far_as_a_sentence_goes(
    silent: int, said: str
) -> None:
    shown = text(a_morning(beside=Beside(silent=silent)))

    assert f"{said} dailycontact customers list --check-number" in shown


def test_the_first_talk_with_somebody_is_said_to_be_the_first() -> None:
    shown = text(a_morning(beside=Beside(talk=TalkDue(member=PRIYA))))

    assert "This week's talk: Priya Nair (the first) dailycontact team talk" in shown


@pytest.mark.parametrize(
    ("closed", "said"),
    [
        (None, "It is too late to ring anybody today. Next: Tuesday 24 November, tomorrow."),
        (
            Closed(name="Ken", why_not="Labour Thanksgiving Day", country="JP"),
            "Ken has a day off (Labour Thanksgiving Day in Japan). Next: Tuesday 24 November,",
        ),
        (
            Closed(name="Ken", why_not="St Andrew's Day", others=True),
            "Ken has a day off (St Andrew's Day), and nobody else can be phoned any more.",
        ),
        (Closed(name="Ken", why_not="weekend"), "It is the weekend where Ken is."),
        (
            Closed(name="Ken", why_not="time zone not clear"),
            "There is no fit hour today wherever Ken could be.",
        ),
    ],
)
def test_when_nobody_can_be_phoned_any_more_it_says_so(closed: Closed | None, said: str) -> None:
    tomorrow = date(2026, 11, 24)
    shown = text(without_a_call(State.TOO_LATE, closed=closed, next_on=tomorrow))

    assert said in shown
    assert "--anyway" not in shown


@pytest.mark.parametrize(("streak", "said"), [(0, ""), (1, ""), (14, "14 days in a row")])
def test_the_row_is_shown_and_a_break_is_not(streak: int, said: str) -> None:
    top = lines(a_morning(streak=streak))[0]

    assert top.split("November")[1].strip() == said


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (without_a_call(State.EMPTY), "There is nobody in the book yet."),
        (
            without_a_call(State.NOBODY),
            "everybody is left alone, or has no number",
        ),
        (
            without_a_call(State.NOBODY, next_on=date(2026, 11, 26)),
            "Nobody is due today. Next: Thursday 26 November, in 3 days.",
        ),
        (
            without_a_call(State.MADE, attempts=(Outcome.REACHED,)),
            "Today's call is made. Thank you. Next: when somebody is due.",
        ),
    ],
)
def test_a_day_without_a_call_says_why(shown: Today, said: str) -> None:
    assert said in text(shown)


def test_after_the_call_everything_that_waits_is_listed() -> None:
    shown = lines(
        without_a_call(
            State.MADE,
            beside=Beside(
                owed=(news_for("Bo Lind", finished_on=date(2026, 11, 19)),),
                waiting=1,
                talk=TalkDue(member=PRIYA),
                silent=1,
                without_phone=2,
            ),
        )
    )

    assert [line.split("  ")[0].strip() for line in shown[-4:]] == [
        "Two minutes: Bo Lind waits to hear (4 days)",
        "1 number seems dead",
        "This week's talk: Priya Nair (the first)",
        "2 customers have no number",
    ]


@pytest.mark.parametrize(
    ("tries", "hour", "window", "said"),
    [
        (1, 9, Window(access=Access.NOW), ""),
        (2, 9, Window(access=Access.NOW), "Better from 13:00 your time: nobody was in at this"),
        (3, 14, Window(access=Access.NOW), "Better on another morning: nobody was in at this hour"),
        (
            1,
            9,
            Window(access=Access.LATER, at=SOON, why_not="missed at this hour"),
            "Better from 13:00 your time: nobody was in at this hour.",
        ),
        (
            1,
            14,
            Window(access=Access.LATE, why_not="missed at this hour"),
            "Better on another morning: nobody was in at this hour.",
        ),
    ],
)
def test_whoever_is_not_in_at_this_hour_is_better_rung_at_another(
    tries: int, hour: int, window: Window, said: str
) -> None:
    reaching = Reaching(
        zones=(), window=window, misses_here=tries, other_half=SOON if hour < SOON.hour else None
    )
    shown = text(a_morning(now=MORNING.replace(hour=hour), reaching=reaching))

    assert (f"WHEN {said}" if said else "") in shown
    assert ("WHEN" in shown) is bool(said)


def test_a_note_stays_however_much_comes_together() -> None:
    shown = everything("The driver comes at nine, right in our breakfast rush. " * 5)
    note = Note(day=SUMMER, text="Daughter starts school", outcome=Outcome.REACHED)

    assert "Daughter starts school." in text(replace(shown, note=note))


@pytest.mark.parametrize(
    ("stage", "owner", "said"),
    [
        (Stage.SHARED, None, "The team knows, and nobody has taken it on yet;"),
        (Stage.ACTING, None, "We are looking for somebody to see to it;"),
        (Stage.ACTING, "Marta Silva", "I am seeing to it, by Friday 4 December;"),
        (Stage.ACTING, "Priya Nair", "Priya is seeing to it, by Friday 4 December;"),
    ],
)
def test_where_a_wish_stands_can_be_read_out(stage: Stage, owner: str | None, said: str) -> None:
    doing = Doing(
        action_id=1, title="Have it looked at", owner=owner, day=SUMMER, due_on=date(2026, 12, 4)
    )
    wish = Standing(answer=_answer("Too late.", 1), doings=(doing,), stage=stage, since=SUMMER)
    last = replace(spoken("Too late."), standings=(wish,), open=wish)

    shown = text(a_morning(last=last))

    assert (
        f"“In September you told us: ‘Too late.’ {said} I'll ring you when I know more.”" in shown
    )
    assert shown.count("Too late.") == 1
    assert "Have it looked at" not in shown.split("OPEN")[1]


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (None, "Priya is seeing to it; I'll ring you"),
        (SUMMER, "Priya is seeing to it, and it takes longer than we thought; I'll ring you"),
    ],
)
def test_a_day_that_has_gone_by_is_no_promise_any_more(due: date | None, said: str) -> None:
    doing = Doing(action_id=1, title="Have it looked at", owner=PRIYA.name, day=SUMMER, due_on=due)
    wish = Standing(
        answer=_answer("Too late.", 1), doings=(doing,), stage=Stage.ACTING, since=SUMMER
    )

    shown = text(a_morning(last=replace(spoken("Too late."), standings=(wish,), open=wish)))

    assert said in shown


def test_when_they_were_last_told_where_it_stands_is_said_with_what_became_of_it() -> None:
    doing = Doing(action_id=5, title="Come by ten", owner=PRIYA.name, day=SUMMER)
    wish = Standing(
        answer=_answer("Too late.", 1), doings=(doing,), stage=Stage.ACTING, since=SUMMER
    )
    last = replace(spoken("Too late."), standings=(wish,), open=wish, told_on=date(2026, 11, 13))
    earlier = replace(last, standings=())

    known = "SINCE Priya has it: Come by ten (A5). Told where it stands on Friday 13 November."

    assert known in text(a_morning(last=last))
    assert known in text(a_morning(last=earlier))


def test_what_they_were_told_of_is_asked_about_when_it_is_their_turn() -> None:
    told = a_morning(to_ask=(helped(),))
    not_due = a_morning(to_ask=(helped(),), reason=Reason.NEWS, reaching=Reaching(due=False))

    asked = (
        "OPEN “In October we told you: ‘Every invoice now carries the café's name.’ Did it help?”"
    )

    assert asked in text(told)
    assert "ASK" in text(told)
    assert "Did it help?" not in text(not_due)
    assert "Did it help?" not in text(replace(told, owed_here=(news_for(),)))


def test_beside_it_stands_honestly_where_another_wish_is_as_far_as_there_is_room() -> None:
    wish = Standing(
        answer=_answer("Come before ten.", 1), doings=(), stage=Stage.SHARED, since=SUMMER
    )
    last = replace(spoken("Come before ten."), standings=(wish,), open=wish)

    shown = text(a_morning(to_ask=(helped(),), last=last))

    assert "Did it help? In September you told us: ‘Come before ten.’ The team knows" in shown


@pytest.mark.parametrize(("times", "said"), [(1, "raised once"), (2, "raised 2 times")])
def test_a_theme_that_is_raised_again_says_so(times: int, said: str) -> None:
    shown = text(a_morning(again=(Again(theme="Invoices", times=times),)))

    assert f"SINCE Invoices: {said} since the fix." in shown


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "Nobody has it yet; wanted the same day"),
        (3, "Nobody has it, nor 2 more"),
        (21, "Nobody has it, nor 20+ more"),
    ],
)
@pytest.mark.parametrize("made", [False, True])
def test_what_is_urgent_and_has_no_owner_heads_the_card(number: int, said: str, made: bool) -> None:
    urgent = Urgent(first=(_crying("Grace Okonkwo"),), number=number)
    beside = Beside(urgent=urgent)
    shown = without_a_call(State.MADE, beside=beside) if made else a_morning(beside=beside)

    first = lines(shown)[2:5]

    assert " ".join(" ".join(first).split()) == (
        f"URGENT Grace Okonkwo, in September: “Grace Okonkwo” {said} dailycontact act 40"
    )


def test_an_urgent_one_that_looks_for_someone_is_taken() -> None:
    looking = Doing(action_id=7, title="Have the van looked at", day=MONDAY)
    beside = Beside(urgent=Urgent(first=(_crying("Grace", looking),), number=1))

    assert "wanted the same day dailycontact take A7" in text(a_morning(beside=beside))


@pytest.mark.parametrize(
    ("waiting", "said"),
    [
        (1, "Two minutes: Bo Lind waits to hear"),
        (4, "Two minutes each: Bo Lind and 3 more wait to hear"),
        (101, "Bo Lind and more than 100 more wait to hear"),
    ],
)
def test_those_who_wait_to_hear_are_counted_and_one_is_named(waiting: int, said: str) -> None:
    some = tuple(news_for(name, customer_id=place) for place, name in enumerate(("Bo Lind", "Jo")))

    shown = text(a_morning(beside=Beside(owed=some[:waiting], waiting=waiting)))

    assert f"{said} " in shown


def test_a_promise_that_is_late_is_said_kindly_and_can_be_ticked_off() -> None:
    late = a_promise(name="Jo Hansen", whom=7, due=date(2026, 11, 20))

    shown = text(a_morning(beside=Beside(promises=(late,))))

    assert ("Promised to Jo for 20 November: send the list dailycontact promise P1 --kept") in shown


@pytest.mark.parametrize(
    ("number", "said"), [(1, "yet; wanted today"), (2, "1 more; wanted today")]
)
def test_what_is_urgent_and_was_said_today_is_wanted_today(number: int, said: str) -> None:
    new = _crying("Grace")
    new = replace(new, answer=replace(new.answer, day=MONDAY))

    shown = text(a_morning(beside=Beside(urgent=Urgent(first=(new,), number=number))))

    assert f"{said} dailycontact act 40" in shown


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Sol",), "Promised to Sol, by Friday 4 December dailycontact promise"),
        (("Sol", "Jo"), "Promised to Sol and Jo, the first by Friday 4 December dailycontact"),
    ],
)
def test_what_is_promised_for_later_is_named_where_nothing_is_due(
    names: tuple[str, ...], said: str
) -> None:
    ahead = tuple(a_promise(name=name, whom=6, due=date(2026, 12, 4)) for name in names)

    assert said in text(a_morning(beside=Beside(ahead=ahead)))
    assert said not in text(a_morning(beside=Beside(ahead=ahead, promises=(a_promise(whom=7),))))


def test_a_promise_that_was_not_kept_is_mentioned_before_what_is_promised_now() -> None:
    open_one = replace(a_promise("send the list"), due_on=date(2026, 12, 4))

    shown = lines(a_morning(broken=(a_promise("ring about the offer"),), promises=(open_one,)))

    at = next(place for place, line in enumerate(shown) if line.startswith(" NOTE"))
    assert " ".join(" ".join(shown[at : at + 3]).split()).startswith(
        "NOTE Promised by Monday 23 November, and not kept: ring about the offer."
        " A word may mend it. You promised, by Friday 4 December: send the list."
    )


def test_whoever_found_it_so_so_is_not_asked_as_if_they_had_said_nothing() -> None:
    said = replace(helped(), reaction=Reaction.NEUTRAL)
    pleased = replace(helped(), reaction=Reaction.PLEASED)

    assert "You found it so-so. Does it help by now?" in text(a_morning(to_ask=(said,)))
    assert "name.’ Did it help?" in text(a_morning(to_ask=(pleased,)))


def test_what_was_said_to_them_is_cut_short_and_not_whether_they_heard_it() -> None:
    last = spoken("We come before ten, and ring when we are late. " * 5)
    (one,) = last.standings
    told = replace(one.doings[0], settled_on=date(2026, 11, 16), reaction=Reaction.PLEASED)
    known = replace(last, standings=(replace(one, doings=(told,), stage=Stage.TOLD),))

    shown = text(a_morning(last=known))

    assert "… Told on Monday 16 November, pleased." in shown
