"""An awkward week: every section of a report is filled, and customers write what breaks reports."""

from datetime import UTC, date, datetime, timedelta

from dailycontact.store.book import Book
from support.builders import (
    a_call,
    a_customer,
    a_finish,
    a_telling,
    a_theme,
    an_action,
    an_answer,
)

MONDAY = date(2026, 11, 16)
AT = datetime(2026, 11, 16, 9, 30, tzinfo=UTC)
"""The instant at which the week's first fact is recorded."""
LATER = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
RIGHT_TO_LEFT = "هل يمكنكم الاتصال قبل الوصول؟ \u202e123"
TWO_THOUSAND = ("It rains, and the van is late, and then it rains again; " * 40)[:2000].strip()
LONG = "Because of the rain, and because nobody rang, " * 6 + "and so I went home. "


def awkward_week(book: Book) -> None:
    """Fill a book: what was said in October, and the week of 16 November 2026."""
    _before(book)
    _the_week(book)


def _before(book: Book) -> None:
    early = datetime(2026, 10, 12, 9, 0, tzinfo=UTC)
    with book.change("log", leader_id=1, at=early) as change:
        for name in ("Priya Nair", "Tom Weber", "Inès Müller-Lüdenscheidt"):
            change.add("member", name=name)
        bo = a_customer(change, "Bo Lind", company="Lind Bakery | Söhne")
        ana = a_customer(change, "Ana Duarte", company="Green Door Cafés")
        odd = a_customer(change, "[/nope] <b>Zoë</b>", company="=SUM(A1:A9)")
        said = [
            an_answer(change, bo, "Deliveries before ten, please.", day=early.date(),
                      consent="name"),
            an_answer(change, ana, "I am Ana Duarte of Green Door Cafés: your invoices never say "
                      "which café. Ring +44 113 496 0123 or ana@example.com", day=early.date()),
            an_answer(change, odd, "| a | b |\n# not a title\n1. not a list\n> [x](http://evil.example)",
                      day=early.date(), consent="name"),
        ]  # fmt: skip
        an_action(
            change,
            said[0],
            title="Drive the bakery round first",
            owner_id=3,
            due_on=date(2026, 12, 4),
            day=early.date(),
        )
        an_action(
            change,
            said[1],
            said[2],
            title="Put the café's name on invoices",
            owner_id=2,
            day=early.date(),
        )


def _the_week(book: Book) -> None:
    with book.change("log", leader_id=1, at=AT) as change:
        yuki = a_customer(change, "山田 由紀", company="株式会社みどり")
        long = a_customer(
            change, "Wolfeschlegelsteinhausenbergerdorff " * 3 + "Jr", company="A" * 60
        )
        sam = a_customer(change, "Sam O'Neill", company="Corner Books")
        urgent = an_answer(
            change,
            yuki,
            "請求書が読めません。`rm -rf` と *太字* も。",
            day=MONDAY,
            consent="name",
            urgent=1,
        )
        waits = an_answer(
            change, long, LONG + "=SUM(A1) [link](javascript:alert(1)) &amp; <script>", day=MONDAY
        )
        an_answer(
            change,
            sam,
            "Priya rang me back within the hour. Lovely.",
            kind="praise",
            praised_id=2,
            day=MONDAY,
            consent="name",
        )
        an_answer(
            change,
            sam,
            "The driver was rude to me, and I know where he lives.",
            day=MONDAY,
            private=1,
        )
        an_answer(change, sam, "", kind="nothing", day=MONDAY)
        an_answer(change, long, "Text us\n\nbefore you arrive.", day=date(2026, 11, 13))
        a_call(change, sam, day=MONDAY, outcome="voicemail", notes="Away until 7 December")
        an_action(
            change,
            waits,
            title="Text 0113 496 0999 before arriving at [/nope] <b>Zoë</b>",
            day=MONDAY,
        )
        an_action(
            change,
            urgent,
            title="Print invoices larger",
            owner_id=2,
            due_on=date(2026, 11, 30),
            day=MONDAY,
        )
        finish = a_finish(
            change,
            2,
            2,
            3,
            say="Every invoice carries the café's name; ask ana@example.com",
            day=MONDAY,
        )
        a_telling(change, finish, 2, day=MONDAY)
        a_telling(change, finish, 3, day=MONDAY, reaction="not-solved", channel="email")
        late = an_answer(change, sam, "Could you open on Sundays?", day=MONDAY)
        declined = an_action(change, late, title="Open on Sundays", owner_id=4, day=MONDAY)
        a_finish(
            change,
            declined,
            late,
            how="declined",
            say="We need the rest",
            instead="We open until eight on Fridays",
            day=MONDAY,
        )
        change.add(
            "story",
            text="Drove back at 18:40 with a forgotten key for Bo Lind | <i>really</i>.",
            who_id=3,
            leader_id=1,
            day=MONDAY,
            recorded_at=change.at,
        )
        change.add(
            "story",
            text="We could have rung Corner Books before they rang us.",
            missed=1,
            leader_id=1,
            day=MONDAY - timedelta(days=3),
            recorded_at=change.at,
        )
        change.add(
            "promise",
            customer_id=sam,
            leader_id=1,
            kind="thing",
            text="Send the new price list",
            due_on=date(2026, 11, 19),
            recorded_at=change.at,
        )


def whole_awkward_week(book: Book) -> None:
    """Fill a book with the awkward week, and with what else breaks reports or fills editions."""
    awkward_week(book)
    _more(book)


def _more(book: Book) -> None:
    with book.change("log", leader_id=1, at=AT + timedelta(days=1)) as change:
        tuesday = MONDAY + timedelta(days=1)
        change.add("member", name="Ola Berg", leads=1, email="ola@example.com")
        leyla = a_customer(change, "ليلى حداد", company="مقهى الباب الأخضر")
        nora = a_customer(change, "Nora “Nono” Best", company="Price & Sons")
        said = [
            an_answer(change, leyla, RIGHT_TO_LEFT, day=tuesday, consent="name"),
            an_answer(change, nora, "Sundays", day=tuesday, consent="words"),
            an_answer(change, nora, TWO_THOUSAND, day=tuesday, consent="words"),
            an_answer(change, nora, "Always “friendly”, 'quick' & tidy. Best thing in May!",
                      kind="praise", day=tuesday, consent="words"),
            an_answer(change, nora, "Nobody may hear this.", day=tuesday, consent="no"),
        ]  # fmt: skip
        a_theme(change, "Deliveries | <b>times</b>", 1, 5, 9, said[0])
        a_theme(change, "=Invoices()", 2, 3, 4)
        done = an_action(change, said[0], title="Ring before we come", owner_id=3, day=tuesday)
        finish = a_finish(change, done, said[0], say="We ring before we arrive", day=tuesday)
        a_telling(change, finish, said[0], day=tuesday)
        declined = an_action(change, said[1], title="Open on Sundays, too", day=tuesday)
        finish = a_finish(change, declined, said[1], how="declined", say="We have one van",
                          instead="We come until eight on Fridays", day=tuesday)  # fmt: skip
        a_telling(change, finish, said[1], day=tuesday, reaction="neutral", channel="email")
        for member, wish in ((2, "Later Monday starts"), (3, "Warmer gloves, <i>please</i>")):
            change.add("talk", member_id=member, leader_id=1, day=tuesday, recorded_at=change.at,
                       wish=wish, pass_on=1, notes="Said over coffee")  # fmt: skip
        change.add("talk_reply", talk_id=1, how="done", say="from 1 December, 08:00", leader_id=1,
                   day=tuesday, recorded_at=change.at)  # fmt: skip


def afterwards(book: Book) -> None:
    """Add what happens in the week after, to everything that the report speaks of."""
    with book.change("tell", leader_id=1, at=LATER) as change:
        day = LATER.date()
        finish = a_finish(change, 1, 1, say="The bakery comes first now", day=day)
        a_telling(change, finish, 1, day=day)
        again = a_finish(change, 2, 3, say="And the printer knows it, too", number=2, day=day)
        a_telling(change, again, 3, day=day)
        change.set("action", 3, owner_id=4, due_on=date(2026, 12, 24), title="Text before arriving")
        change.set("promise", 1, settled_on=day, settled_how="kept")
        change.add("sharing", answer_id=5, leader_id=1, day=day, recorded_at=change.at)
        an_answer(change, 1, "Thank you for coming first.", kind="praise", praised_id=3, day=day)
        change.add(
            "story", text="Stayed until ten.", who_id=2, leader_id=1, day=day, recorded_at=change.at
        )
        change.add("leave", leader_id=1, first_on=MONDAY, last_on=MONDAY)
