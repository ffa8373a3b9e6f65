"""Pages as they are laid out, for tests of the forms in which they are read."""

from typing import Any

from dailycontact.report.rule.page import (
    Chart,
    ChartKind,
    Entry,
    Grid,
    Link,
    Listing,
    Page,
    Paragraph,
    Quote,
    Section,
    Series,
    Tone,
)
from support.reports import ARABIC, HOSTILE, JAPANESE, LONG

WEEKS = tuple(f"W{week}" for week in range(36, 48))
CALLS = (9, 11, 10, 12, 8, 11, 0, 10, 12, 11, 9, 11)
CONVERSATIONS = (4, 5, 6, 5, 4, 6, 0, 5, 7, 6, 4, 5)


def a_page(**changes: Any) -> Page:
    """Return a page with every kind of block in it, as a team would read it."""
    values: dict[str, Any] = {
        "title": "What customers told us: week 47, 16–20 November 2026",
        "subtitle": "Brightside, team edition. Marta made 11 calls and had 5 conversations.",
        "lead": (Paragraph(text="Please don't forward: these are customers' words."),),
        "headline": "4 wishes heard · 3 finished · 3 of 6 customers told about the invoices",
        "sections": (
            _thanks(),
            _looking(),
            a_grid(),
            _heard(),
            a_section("weeks", "How the weeks went", *charts()),
        ),
        "footer": ("Made on 20 November 2026 at 16:00, Europe/London, from the book 5f3a09c1.",),
    }
    return Page(**(values | changes))


def awkward_page() -> Page:
    """Return a page whose every word is what breaks pages."""
    hard = (
        HOSTILE,
        ARABIC,
        JAPANESE,
        LONG,
        "x" * 300,
        "\u202eevil",
        "a\nb\n\nc",
        "\x1b[31mred\x00",
    )
    return a_page(
        title=HOSTILE,
        subtitle=ARABIC,
        banner="LEADER ONLY",
        lead=tuple(Paragraph(text=text, tone=Tone.QUIET) for text in hard),
        headline=HOSTILE,
        sections=(
            a_section("heard", "What we heard", Listing(entries=tuple(map(_everything, hard)))),
            a_section(
                "waiting",
                "Still waiting",
                Grid(
                    caption=HOSTILE,
                    columns=("who", HOSTILE, ARABIC),
                    rows=tuple((text, text, text) for text in hard),
                ),
            ),
            a_section("weeks", "How the weeks went", *charts(name=HOSTILE)),
        ),
        footer=hard,
    )


def a_section(key: str, title: str, *blocks: Any) -> Section:
    """Return a section of so many blocks."""
    return Section(key=key, title=title, blocks=blocks)


def a_grid() -> Section:
    """Return those who have not heard yet."""
    return a_section(
        "waiting",
        "Still waiting to hear from us",
        Grid(
            caption="Who waits, for what, and where it stands",
            columns=("who", "said", "waits", "what", "where it stands"),
            numeric=frozenset({2}),
            rows=(
                ("Bo L., Lind Bakery", "12 Oct", "6 weeks", "44 · “Deliveries before ten, please”",
                 "Tom has it, by 4 Dec"),
                ("customer 4KT7", "16 Nov", "4 days", "51 · “Larger letters on the invoices”",
                 "looking for someone"),
            ),
        ),
    )  # fmt: skip


def charts(*, name: str = "invoices") -> tuple[Chart, ...]:
    """Return a chart of each kind."""
    return (
        Chart(
            kind=ChartKind.GROUPED,
            title="Calls and conversations",
            description="Twelve weeks, about ten calls in each; none in week 42, on leave.",
            labels=WEEKS,
            series=(
                Series(name="calls", values=CALLS),
                Series(name="conversations", values=CONVERSATIONS),
            ),
            unit="calls",
        ),
        Chart(
            kind=ChartKind.FUNNEL,
            title="From asking to telling",
            description="Of 60 customers who were asked, 18 know what became of their wish.",
            labels=("asked", "heard", "shared", "acted on", "told"),
            series=(Series(name="customers", values=(60, 45, 41, 22, 18)),),
            unit="customers",
        ),
        Chart(
            kind=ChartKind.LINES,
            title="Themes by week",
            description="Invoices were named most, and less often since October.",
            labels=WEEKS,
            series=(
                Series(name=name, values=(2, 3, 5, 6, 4, 4, None, 3, 2, 2, 1, 1)),
                Series(name="delivery times", values=(0, 1, 0, 1, 1, 2, None, 2, 3, 2, 3, 4)),
                Series(name="opening hours", values=(1, 0, 0, 1, None, 2, None, 1, 0, 0, 1, None)),
            ),
            unit="answers",
        ),
        Chart(
            kind=ChartKind.BARS,
            title="Time through the stages",
            description="It takes nineteen working days until a customer knows; most is doing it.",
            labels=("until it is shared", "until somebody takes it on", "until it is done",
                    "until the customer knows"),
            series=(Series(name="working days", values=(1, 3.5, 12, 2.5)),),
            unit="working days",
        ),
    )  # fmt: skip


def _thanks() -> Section:
    priya = Entry(
        head="Priya",
        mark="A5",
        strong="Every invoice now carries the café's name.",
        text=("Six customers had asked.",),
        quotes=(Quote(words="At last. Thank you!", by="Jo at Café Nord, when told"),),
    )
    tom = Entry(head="Tom", text=("Drove back at 18:40 with a forgotten key. (story, from Ines)",))
    return a_section("because", "Because of you", Listing(entries=(priya, tom)))


def _looking() -> Section:
    text = "Nobody is assigned. Anyone may spend up to €50 to put a thing right, unasked."
    entry = Entry(
        head="Text us before you arrive",
        mark="A9",
        side="said by 3, first on 2 November",
        quotes=(Quote(words="I wait in the shop all morning.", by="Ana S., Corner Books · 51"),),
        link=Link(text="I'd like to take this", url="mailto:marta@example.com?subject=A9%20%26"),
    )
    return a_section(
        "looking",
        "Looking for someone",
        Paragraph(text=text, tone=Tone.QUIET),
        Listing(entries=(entry,)),
    )


def _heard() -> Section:
    urgent = Entry(
        quotes=(Quote(words=JAPANESE, by="山田, 株式会社みどり · answer 4", urgent=True),)
    )
    arabic = Entry(quotes=(Quote(words=ARABIC, by="customer 7QX2 · answer 5"),))
    acted = Entry(
        head="Open on Sundays",
        mark="A6",
        side="we said no",
        tone=Tone.WARNING,
        strong="We need the rest. We open until eight on Fridays.",
        below=(Entry(head="Sam, Corner Books", mark="12", text=("by phone, so-so",)),
               Entry(head="customer 4KT7", mark="13", text=("by e-mail, pleased",))),
    )  # fmt: skip
    return a_section(
        "heard",
        "What we heard",
        Listing(entries=(urgent, arabic, acted)),
        Paragraph(text="2 customers had nothing to wish for."),
    )


def _everything(text: str) -> Entry:
    return Entry(
        head=text,
        mark=text[:9],
        side=text,
        strong=text,
        text=(text,),
        quotes=(Quote(words=text, by=text, urgent=True),),
        link=Link(text=text, url=f"mailto:a@example.com?subject={text}"),
        tone=Tone.WARNING,
        below=(Entry(head=text, link=Link(text=text, url="javascript:alert(1)")),),
    )
