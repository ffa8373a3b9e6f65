"""The pages of the team and of a leader: what stands where, in which words, and never twice."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dailycontact.core.answer import Kind
from dailycontact.core.call import Outcome
from dailycontact.core.period import days_between
from dailycontact.loop import Stage
from dailycontact.report.rule.page import Grid, Link, Paragraph, Tone
from dailycontact.report.rule.pages import page_of
from dailycontact.report.rule.pages.cutting import MOST
from dailycontact.report.rule.report import Absence, Done, Edition, Number, Report, State, Thanks
from support.pages import entries, grid, keys, section, shown
from support.reports import (
    CAFE,
    FRIDAY,
    HOSTILE,
    MONDAY,
    a_report,
    a_week,
    acted,
    awkward_report,
    big_report,
    empty_report,
    looking,
    person,
    said,
    told,
    waiting,
)

SPEAKING = [Edition.TEAM, Edition.LEADER]


def a_quiet_week(**changes: Any) -> Report:
    """Return a week of which nothing is known but what is given."""
    usual: dict[str, Any] = {
        "absent": None,
        "back_on": None,
        "away": (),
        "leaders": ("Marta Silva",),
    }
    return empty_report(**(usual | changes))


def opening(report: Report) -> str:
    """Return the first sentences of the report."""
    return page_of(report).lead[0].text


def test_the_sections_stand_in_the_order_in_which_the_team_reads_them() -> None:
    assert keys(page_of(awkward_report())) == [
        "wanted", "because-of-you", "looking", "wished", "waiting", "heard", "acted", "stories",
        "compare", "weeks",
    ]  # fmt: skip


def test_the_leader_has_promises_and_notes_and_is_told_so_first() -> None:
    page = page_of(awkward_report(Edition.LEADER))

    assert page.banner == "LEADER ONLY"
    assert keys(page)[-5:] == ["promises", "notes", "numbers", "compare", "weeks"]
    late, kept = entries(page, "promises")
    assert (late.tone, kept.tone) == (Tone.WARNING, Tone.PLAIN)
    assert late.text == ("Sam O'Neill: Send the new price list · due 19 Nov, late",)
    assert [note.head for note in entries(page, "notes")] == ["Sam O'Neill", "[/nope] <b>Zoë</b>"]
    assert "stays with you" in shown(page, "heard")


def test_the_leader_has_the_numbers_of_who_waits_the_first_of_them() -> None:
    number = Number(customer="Bo, Lind Bakery", phones=("0113 496 0123 (office)", "0770 1"))

    page = page_of(replace(awkward_report(Edition.LEADER), numbers=(number,) * (2 * MOST)))

    listed, rest = section(page, "numbers").blocks
    assert isinstance(listed, Grid)
    together = ("0113 496 0123 (office)", "0770 1")
    number_of = " · ".join(phone.replace(" ", "\N{NO-BREAK SPACE}") for phone in together)
    assert listed.rows == (("Bo, Lind Bakery", number_of),) * MOST
    assert isinstance(rest, Paragraph)
    assert rest.text.startswith("And 20 more")


@pytest.mark.parametrize("edition", SPEAKING)
def test_no_sentence_stands_twice_on_a_page(edition: Edition) -> None:
    lines = shown(page_of(awkward_report(edition))).splitlines()

    long = [line for line in lines if len(line) > 25 and "=SUM" not in line]
    assert [line for line in set(long) if long.count(line) > 1] == []


def test_what_somebody_is_thanked_for_is_told_there_whole_and_nowhere_else() -> None:
    page = page_of(a_report())

    priya, tom = entries(page, "because-of-you")
    praise, done = priya.below

    assert (priya.head, tom.head) == ("Priya Nair", "Tom Weber")
    assert (done.head, done.mark) == (f"{CAFE}.", "A2")
    assert done.text == ("Two customers had asked for it. Told 1 of 2.",)
    assert [quote.by for quote in done.quotes] == [
        "Ana, Green Door Cafés · answer 2 · told by phone, pleased",
        "customer 4KT7 · answer 3 · told by e-mail, not solved for them yet",
    ]
    assert praise.quotes[0].words == "Priya rang me back within the hour. Lovely."
    assert "A2" not in shown(page, "acted", "told", "heard")
    assert shown(page).count("within the hour") == 1


def test_a_story_of_somebody_stands_with_their_thanks_and_a_missed_moment_names_nobody() -> None:
    report = awkward_report()
    missed = replace(report.stories[1], who="Tom Weber")

    page = page_of(replace(report, stories=(report.stories[0], missed)))

    tom = next(one for one in entries(page, "because-of-you") if one.head == "Tom Weber")
    assert tom.below[0].quotes[0].by == "from Inès"
    (story,) = entries(page, "stories")
    assert "Tom" not in shown(page, "stories")
    assert story.quotes[0].by == (
        "where we could have done more · from Marta · on Friday 13 November"
    )


def test_without_thanks_and_told_ones_the_titles_speak_of_no_others() -> None:
    report = a_report(thanks=(), stories=(), told=(told(90, title="Ring first"),))

    page = page_of(report)

    assert section(page, "acted").title == "What the team has acted on"
    assert section(page, "told").title == "Who has been told"
    assert section(page_of(a_report()), "acted").title == "What else the team has acted on"


@pytest.mark.parametrize(
    ("calls", "earlier", "says"),
    [(9, 5, "Marta made 9 calls (5 of them earlier) and had 5 conversations"),
     (5, 5, "Marta made 5 calls (all of them earlier) and had 5 conversations"),
     (5, 0, "Marta made 5 calls and had 5 conversations")],
)  # fmt: skip
def test_calls_that_were_written_down_late_are_not_told_as_this_weeks(
    calls: int, earlier: int, says: str
) -> None:
    page = page_of(a_report(calls=calls, calls_earlier=earlier))

    assert says in page.lead[0].text


def test_who_is_told_of_what_ended_before_is_listed_with_how_they_took_it() -> None:
    page = page_of(a_report(told=(told(), told(90, title="Ring first"))))

    (entry,) = entries(page, "told")

    assert section(page, "told").title == "Who else has been told"
    assert (entry.head, entry.mark) == ("Ring first", "A90")
    assert entry.text == (
        "Told 1 of 2.",
        "Ana, Green Door Cafés (answer 2): by phone, pleased",
        "customer 4KT7 (answer 3): by e-mail, not solved for them yet",
    )


def test_an_action_without_a_title_is_called_by_what_customers_hear() -> None:
    page = page_of(a_report(told=(told(90, title=""),)))

    assert entries(page, "told")[0].head == f"{CAFE}."


def test_that_we_said_no_is_said_kindly_once_and_is_nobodys() -> None:
    page = page_of(awkward_report())

    _, sundays, van = entries(page, "acted")

    assert sundays.strong == "We said no. We need the rest. We open until eight on Fridays."
    assert sundays.text == ("Asked for by Ana, Green Door Cafés (answer 10).",)
    assert (van.head, van.text[0]) == ("We said no", "That was on Friday 13 November.")
    assert van.strong == "We have one van, and a driver who rests on Sundays."


def test_what_is_begun_says_who_has_it_and_until_when() -> None:
    begun = entries(page_of(a_report()), "acted")[0]

    assert (begun.head, begun.strong) == ("Print invoices larger", "")
    assert begun.text == ("Priya Nair has taken it on, to be done by 30 Nov.",)
    assert begun.quotes[0].by == "Ana, Green Door Cafés · answer 31"


def test_what_was_done_earlier_and_by_nobody_in_particular_says_so() -> None:
    late = acted(earlier=True, day=date(2026, 11, 13))
    thanked = page_of(a_report(acted=(late,)))
    nobodys = page_of(a_report(acted=(acted(owner=None),), thanks=(), stories=()))

    assert "Done on Friday 13 November." in shown(thanked, "because-of-you")
    assert entries(nobodys, "acted")[0].text == ("Done. Told 1 of 2.",)


def test_words_stand_once_with_what_was_done_for_them_and_whole_where_they_are_new() -> None:
    now = said(2, "Your invoices never say which café they are for. " * 3, urgent=True)
    begun = acted(4, state=State.BEGUN, say=None, answers=(now,))

    page = page_of(a_report(heard=(now,), acted=(acted(answers=(now,)), begun), told=()))

    (quote,) = entries(page, "because-of-you")[0].below[-1].quotes
    assert (quote.words, quote.urgent) == (now.words, False)
    assert shown(page).count("never say which") == 3
    assert entries(page, "acted")[0].text[-1] == "Asked for by Ana, Green Door Cafés (answer 2)."
    assert section(page, "heard").title == "What else we heard"


def test_new_words_stand_with_what_was_heard_before_they_stand_with_what_is_begun() -> None:
    now = said(31, "I cannot read the small print.")
    begun = acted(4, state=State.BEGUN, say=None, answers=(now,))

    page = page_of(a_report(heard=(now,), acted=(begun,), thanks=(), stories=(), told=()))

    assert entries(page, "acted")[0].quotes == ()
    assert entries(page, "heard")[0].quotes[0].words == now.words
    assert section(page, "heard").title == "What we heard"


def test_whoever_is_still_to_be_told_of_an_end_is_marked_where_it_stands() -> None:
    waits = (waiting(2, stage=Stage.DONE, where="done, not told yet"), waiting(1))

    page = page_of(a_report(waiting=waits, told=(told(people=(person(3, "customer 4KT7"),)),)))

    done = entries(page, "because-of-you")[0].below[-1]
    assert [quote.by for quote in done.quotes] == [
        "Ana, Green Door Cafés · answer 2 · not told yet",
        "customer 4KT7 · answer 3 · told by phone, pleased",
    ]
    assert [row[0] for row in grid(page, "waiting").rows] == ["Bo, Lind Bakery"]


def test_who_was_told_without_having_asked_is_named_with_the_action() -> None:
    page = page_of(a_report(acted=(acted(answers=(said(2, "Which?"),)),)))

    done = entries(page, "because-of-you")[0].below[-1]
    assert done.text[-1] == "customer 4KT7 (answer 3): by e-mail, not solved for them yet"


def test_what_customers_said_when_told_stands_once_with_that_and_before_the_wishes() -> None:
    thanks, wish = said(50, "At last!", kind=Kind.PRAISE), said(51, "And the street.")
    news = told(people=(person(2, said=(thanks,)), person(3, who="customer 4KT7", said=(wish,))))
    waits = (waiting(51, who="customer 4KT7"), waiting(1))

    page = page_of(a_report(told=(news,), heard=(thanks, wish), waiting=waits))

    done = entries(page, "because-of-you")[0].below[-1]
    assert [(one.words, one.by) for one in done.quotes[:2]] == [
        ("At last!", "Ana, Green Door Cafés, when told · answer 50"),
        ("And the street.", "Ana, Green Door Cafés, when told · answer 51"),
    ]
    assert "And the street." not in shown(page, "heard", "waiting")
    assert "And 1 more, under “Because of you”." in shown(page, "waiting")


def test_what_customers_said_to_what_had_ended_before_stands_with_it() -> None:
    thanks = said(50, "At last!", kind=Kind.PRAISE)
    news = told(7, people=(person(9, said=(thanks,)),))

    page = page_of(a_report(acted=(), thanks=(), told=(news,), heard=(thanks,), waiting=()))

    (entry,) = entries(page, "told")
    assert [one.words for one in entry.quotes] == ["At last!"]
    assert "At last!" not in shown(page, "heard")


def test_what_stays_with_the_leader_says_so_beside_its_words() -> None:
    private = said(2, "Fire them.", private=True)

    page = page_of(a_report(edition=Edition.LEADER, acted=(acted(answers=(private,)),)))

    assert "answer 2 · stays with you · told by phone" in shown(page, "because-of-you")


def test_who_told_us_something_this_week_stands_with_it_and_not_among_those_who_wait() -> None:
    new = waiting(44, stage=Stage.ACTING, where="Tom Weber has it, by 4 Dec")
    fresh = waiting(46, stage=Stage.HEARD, where="nobody has taken it on yet")
    heard = (said(44), said(46, "Bigger boxes."))

    page = page_of(a_report(heard=heard, waiting=(waiting(1), new, fresh)))

    assert [row[2][:3] for row in grid(page, "waiting").rows] == ["1 ·"]
    assert "And 2 more, under “What we heard”." in shown(page, "waiting")
    assert [one.quotes[0].by for one in entries(page, "heard")] == [
        "Ana, Green Door Cafés · answer 44 · Tom Weber has it, by 4 Dec",
        "Ana, Green Door Cafés · answer 46",
    ]


def test_where_only_new_ones_wait_there_is_no_list_of_them() -> None:
    page = page_of(a_report(heard=(said(44),), waiting=(waiting(44),)))

    assert "waiting" not in keys(page)
    assert "1 wish still waiting" in page.headline


def test_that_nobody_waits_is_news_where_there_was_something_to_hear() -> None:
    assert "Nobody waits" in shown(page_of(a_report(waiting=())), "waiting")
    assert "waiting" not in keys(page_of(a_quiet_week()))


def test_an_urgent_one_that_waits_in_good_hands_is_marked_in_the_table() -> None:
    page = page_of(a_report(waiting=(waiting(1, urgent=True), waiting(5, urgent=False))))

    assert [row[2] for row in grid(page, "waiting").rows] == [
        "1 · Urgent: Deliveries before ten, please.",
        "5 · Deliveries before ten, please.",
    ]


def test_what_is_urgent_heads_the_page_in_whole_words_and_can_be_taken_on() -> None:
    page = page_of(awkward_report())

    (urgent,) = entries(page, "wanted")

    assert keys(page)[0] == "wanted"
    assert (urgent.quotes[0].urgent, urgent.tone) == (True, Tone.WARNING)
    assert urgent.link == Link(
        text="I'd like to take this", url="mailto:marta@example.com?subject=Answer%204"
    )
    assert "answer 4" not in shown(page, "waiting", "heard", "acted")


def test_what_is_urgent_and_late_says_who_has_it_and_is_offered_to_nobody() -> None:
    late = waiting(1, urgent=True, late=True, where="Tom Weber has it, late since 30 Oct")

    page = page_of(a_report(wanted=(late,), looking=()))

    (urgent,) = entries(page, "wanted")
    assert (urgent.text, urgent.link) == (("Tom Weber has it, late since 30 Oct",), None)
    assert "or it is late" in section(page, "wanted").title
    assert "Anyone may spend" in shown(page, "wanted")


def test_whose_words_stand_with_what_is_looked_for_are_not_in_the_table_again() -> None:
    waits = (waiting(19, who="Ana, Corner Books", words="I wait in the shop all morning."),)

    page = page_of(a_report(waiting=(*waits, waiting(1))))

    assert [row[0] for row in grid(page, "waiting").rows] == ["Bo, Lind Bakery"]
    assert "And 1 more, under “Looking for someone”." in shown(page, "waiting")


def test_where_those_who_wait_stand_in_several_lists_it_says_how_many_in_which() -> None:
    waits = (waiting(2), waiting(44), waiting(46, stage=Stage.HEARD), waiting(1))
    urgent = waiting(47, urgent=True)

    page = page_of(
        a_report(heard=(said(44), said(46, "Bigger.")), waiting=(*waits, urgent), wanted=(urgent,))
    )

    assert shown(page, "waiting").endswith(
        "And 4 more, with what they said: 1 under “Urgent, and nobody has taken it on yet”,"
        " 1 under “Because of you” and 2 under “What we heard”."
    )


def test_words_are_not_cut_for_the_sake_of_one() -> None:
    long = "Your invoices never say which shop they are for, nor for which of our two"
    long += " cafés, which irks us all."

    page = page_of(a_report(looking=(looking(words=long), looking(11, words=f"{long} {long}"))))

    whole, cut = entries(page, "looking")
    assert (whole.quotes[0].words, cut.quotes[0].words[-2:]) == (long, " …")


def test_new_words_that_stand_with_what_is_looked_for_are_told_there_whole_and_once() -> None:
    words = "I wait in the shop all morning. " * 5
    found = looking(words=words, who="Ana, Corner Books")
    new = said(45, words, who="Ana, Corner Books")

    page = page_of(a_report(looking=(found,), heard=(said(44), new)))

    (entry,) = entries(page, "looking")
    assert (entry.quotes[0].words, entry.quotes[0].by) == (words, "Ana, Corner Books · answer 45")
    assert "all morning" not in shown(page, "heard", "waiting")
    assert section(page, "heard").title == "What else we heard"


@pytest.mark.parametrize(
    ("permission", "said_first"),
    [
        ("nobody is assigned. Anyone may spend €50", "nobody is assigned. Anyone may spend €50."),
        ("Anyone may spend €50", "Nobody is assigned: take one on if you would like to. Anyone"),
    ],
)
def test_that_nobody_is_assigned_is_said_once(permission: str, said_first: str) -> None:
    page = page_of(a_report(permission=permission))

    assert said_first in shown(page, "looking")
    assert shown(page).casefold().count("nobody is assigned") == 1


def test_leaders_are_not_asked_to_write_to_themselves() -> None:
    page = page_of(awkward_report(Edition.LEADER))

    found = (*entries(page, "looking"), *entries(page, "wanted"))
    assert [one.link for one in found] == [None] * len(found)
    assert "Nobody has taken these on yet." in shown(page, "looking")


def test_whoever_would_like_to_take_something_on_can_write_to_the_leader() -> None:
    page = page_of(a_report(looking=(looking(title="Ring & text: 10 % earlier?"),)))

    (entry,) = entries(page, "looking")

    assert entry.text == ("Said by 3 customers, first on 2 Nov.",)
    assert entry.link is not None
    assert entry.link.url == (
        "mailto:marta@example.com?subject=A9%20Ring%20%26%20text%3A%2010%20%25%20earlier%3F"
    )
    assert "Nobody is assigned: take one on if you would like to. Anyone may" in shown(page)


def test_nothing_in_a_title_gets_out_of_a_mail_link() -> None:
    page = page_of(a_report(looking=(looking(title=f"{HOSTILE}\r\nBcc: x@y?&body=1"),)))

    link = entries(page, "looking")[0].link

    assert link is not None
    assert set(link.url.removeprefix("mailto:marta@example.com?subject=")).isdisjoint(
        "<>&?\r\n\"' "
    )


def test_without_an_address_one_says_so_and_a_permission_is_nothing_where_none_is_set() -> None:
    page = page_of(a_report(contact=None, permission="  "))

    assert entries(page, "looking")[0].link is None
    assert section(page, "looking").blocks[0].text == (  # type: ignore[union-attr] # a paragraph
        "Nobody is assigned. Say so if you would like to take one on."
    )


def test_what_the_team_asked_of_us_says_what_became_of_it() -> None:
    page = page_of(awkward_report())

    monday, printer, odd, gloves = entries(page, "wished")

    assert (monday.head, monday.side) == ("Later Monday starts", "two of you")
    assert monday.strong == "Done: from 1 December, 08:00."
    assert (printer.strong, printer.side) == ("We are on it.", "one of you")
    assert odd.strong == "We can't: there is no room for it."
    assert gloves.strong == "An answer is still to come."


@pytest.mark.parametrize("edition", SPEAKING)
def test_a_week_with_three_hundred_answers_is_cut_kindly(edition: Edition) -> None:
    page = page_of(big_report(edition))

    assert len(entries(page, "heard")) == 20
    where = "; ask Marta for the whole list" if edition is Edition.TEAM else "; the spreadsheet"
    assert f"And 200 more{where}" in shown(page, "heard")
    assert "And 288 more." in entries(page, "acted")[0].text
    assert len(shown(page).splitlines()) < 300


def test_a_list_is_not_cut_for_the_sake_of_a_few() -> None:
    heard = tuple(said(100 + number, f"Wish {number}") for number in range(25))

    whole, cut = (page_of(a_report(heard=heard[:number], thanks=())) for number in (24, 25))

    assert (len(entries(whole, "heard")), len(entries(cut, "heard"))) == (24, 20)
    assert "And 5 more; ask Marta" in shown(cut, "heard")


def test_somebody_who_did_very_much_is_thanked_for_the_first_of_it_by_name() -> None:
    many = tuple(acted(number, answers=()) for number in range(100, 130))
    done = tuple(Done(action_id=one.action_id, say=CAFE, askers=1) for one in many)

    page = page_of(a_report(acted=many, thanks=(Thanks(name="Priya Nair", done=done),), told=()))

    priya = entries(page, "because-of-you")[0]
    assert (len(priya.below), priya.below[-1].text) == (21, ("And 10 more.",))


def test_long_lists_of_those_who_wait_and_of_those_who_were_told_are_cut_too() -> None:
    report = big_report()
    people = tuple(person(number) for number in range(8))
    before = tuple(replace(one, answer_id=one.answer_id + 5000) for one in report.waiting)

    page = page_of(
        replace(report, waiting=before, leaders=(), told=(told(90, people=people, told=8),))
    )

    assert len(grid(page, "waiting").rows) == 20
    assert "And 280 more; the spreadsheet of this report has them all." in shown(page, "waiting")
    assert entries(page, "told")[0].text[-1] == "And 2 more."


def test_more_than_a_few_earlier_askers_are_cut_too() -> None:
    asked = tuple(said(100 + number, f"Wish {number}") for number in range(9))

    page = page_of(a_report(acted=(acted(askers=9, answers=asked),)))

    done = entries(page, "because-of-you")[0].below[-1]
    assert len(done.quotes) == 6
    assert done.text == ("Nine customers had asked for it. Told 1 of 2.",
                         "Ana, Green Door Cafés (answer 2): by phone, pleased",
                         "customer 4KT7 (answer 3): by e-mail, not solved for them yet",
                         "And 3 more.")  # fmt: skip


def test_an_empty_week_on_leave_is_one_sentence() -> None:
    page = page_of(empty_report())

    assert [paragraph.text for paragraph in page.lead] == [
        "Brightside, team edition. No calls this week: Marta is on leave until Monday 23 November."
    ]
    assert (page.headline, page.sections) == ("", ())


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"absent": "Christmas Day"}, "No calls this week: Christmas Day."),
        ({"absent": "leave"}, "No calls this week, because of leave."),
        ({"back_on": MONDAY}, "No calls this week. The next call is on Monday 16 November."),
        ({"back_on": MONDAY, "never_called": True}, "The first call is on Monday 16 November."),
        ({"back_on": MONDAY, "begins_on": date(2026, 12, 1), "never_called": True},
         "This book begins on Tuesday 1 December."),
        ({"as_of": MONDAY}, "No calls yet this week."),
        ({"as_of": MONDAY, "period": a_week(cut=None)}, "No calls this week."),
        ({"tried": True}, "Nobody picked up when we rang with news. That happens."),
        ({"told_by_phone": 2},
         "No calls this week. Marta told 2 customers by phone what became of their words."),
        ({"absent": "leave", "away": (Absence(leader="Marta Silva", first=MONDAY, last=FRIDAY),
                                      Absence(leader="Inès B", first=MONDAY, last=FRIDAY))},
         "No calls this week: Marta and Inès are on leave."),
        ({"company": "", "demo": True},
         "A demonstration: everybody in it is made up. Team edition. No calls this week."),
        ({"period": days_between(MONDAY, FRIDAY, zone="UTC")}, "No calls in these days."),
    ],
)  # fmt: skip
def test_why_nobody_called_is_said_without_a_word_of_blame(
    changes: dict[str, object], says: str
) -> None:
    assert opening(a_quiet_week(**changes)).endswith(says)


def test_that_nothing_was_written_down_is_said_only_where_nothing_explains_it() -> None:
    unexplained, explained = page_of(a_quiet_week()), page_of(a_quiet_week(absent="Christmas Day"))

    assert unexplained.lead[-1].text == "Nothing was written down this week."
    assert len(explained.lead) == 1
    new = a_quiet_week(never_called=True, back_on=MONDAY)
    assert len(page_of(new).lead) == 1


def test_fifteen_calls_and_nobody_picked_up_happens() -> None:
    missed = ((Outcome.NO_ANSWER, 11), (Outcome.VOICEMAIL, 4))
    week = a_quiet_week(calls=15, outcomes=missed)
    spoken_to = replace(week, outcomes=(*missed, (Outcome.NOT_NOW, 1)))

    assert opening(week).endswith(
        "edition. Marta made 15 calls, and nobody picked up. That happens."
    )
    assert opening(replace(week, edition=Edition.LEADER)).endswith(
        "and nobody picked up (11 no answer, 4 voicemail). That happens."
    )
    assert "none of them became a conversation. That happens." in opening(spoken_to)
    assert len(page_of(week).lead) == 1


def test_a_first_week_with_one_call_is_a_whole_report() -> None:
    week = a_quiet_week(calls=1, conversations=1, heard=(said(1, "Bigger boxes."),),
                        waiting=(waiting(1),))  # fmt: skip

    page = page_of(week)

    assert opening(week).endswith("Marta made 1 call and had 1 conversation.")
    assert page.headline == "1 wish heard · 1 wish still waiting"
    assert keys(page) == ["heard"]


def test_who_was_away_and_when_we_call_again_stand_with_the_calls() -> None:
    away = (Absence(leader="Marta Silva", first=date(2026, 11, 19), last=FRIDAY),)
    report = a_report(away=away, absent="leave", back_on=date(2026, 11, 30))

    assert opening(report).endswith(
        "Marta made 11 calls and had 5 conversations, and told 1 customer by phone. Marta was"
        " away on 19–20 November 2026. The next call is on Monday 30 November."
    )
    assert "The next call" not in opening(replace(report, absent=None))


def test_that_leave_comes_next_is_said_where_the_team_looks_for_it() -> None:
    report = a_report(absent=None, away=(), after_leave=date(2026, 11, 30))
    away = (Absence(leader="Marta Silva", first=date(2026, 11, 23), last=date(2026, 11, 27)),)

    assert opening(report).endswith("Then there is leave: the next call is on Monday 30 November.")
    assert opening(replace(report, away=away)).endswith(
        "Marta is away on 23–27 November 2026. The next call is on Monday 30 November."
    )


def test_the_last_week_of_a_long_year_has_its_number_and_the_years_of_its_days() -> None:
    week = a_week(date(2026, 12, 30), cut=None)

    page = page_of(a_report(period=week, as_of=date(2027, 1, 1)))

    assert page.subtitle == "week 53, 28 December 2026 – 1 January 2027"
    assert grid(page, "waiting").rows[0][1] == "6 weeks, since 12 Oct 2026"


def test_somebody_who_was_only_praised_is_thanked() -> None:
    praise = said(8, "Tom is a treasure.", praised="Tom Weber")

    page = page_of(a_report(thanks=(Thanks(name="Tom Weber", praise=(praise,)),), stories=()))

    (tom,) = entries(page, "because-of-you")
    assert tom.below[0].quotes[0].by == "Ana, Green Door Cafés · answer 8"


def test_leave_before_the_first_call_is_said_all_the_same() -> None:
    said = [
        page_of(empty_report(edition, never_called=True)).lead[0].text
        for edition in (Edition.TEAM, Edition.COMPANY)
    ]

    assert said[0].endswith("No calls this week: Marta is on leave until Monday 23 November.")
    assert said[1].endswith("because of leave. The next call is on Monday 23 November.")
