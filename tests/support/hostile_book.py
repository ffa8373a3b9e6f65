"""A book in which every text that came from outside attacks whoever prints it."""

from pathlib import Path
from typing import TYPE_CHECKING

from dailycontact.core.event import SENT
from dailycontact.core.naming import fold
from dailycontact.store.book import Book
from dailycontact.store.founding import found
from dailycontact.store.settings import write_setting
from support.builders import (
    MONDAY,
    MORNING,
    a_call,
    a_customer,
    a_finish,
    a_telling,
    an_action,
    an_answer,
)

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

WORDS = (
    "[/nope] [link=file:///etc/passwd]y[/link] [bold",
    "\x1b[2J\x1b[1A\x1b[2K\x9b31m\x1b]8;;http://x\x07red\x1b]0;t\x1b\\",
    "bell\x07 back\x08\x08 over\rwritten \x85\x0b\x7f\x1b",
    "\u202egnp.exe\u2066 zero\u200bwidth\ufeff\u00ad \U000e0041\ue000",
    "=cmd()|' /C calc'!A0 {braces} %s %(x)s \\",
    "two\nlines\u2028and\u2029more\r\nand ALL OK",
    "long " + "n" * 300,
    "山田" * 30 + " Z" + "\u0301" * 40 + "\u0301 👨‍👩‍👧‍👦 می‌خواهم",
)
"""What each text of the book is one of, each of them in another place for each customer."""
MANY = len(WORDS)
HARD = "".join(words[:60] for words in WORDS)
"""All of them at once, for what is typed."""
PAUSED = "Paused"
"""The first word of the name of somebody who is left alone."""
TWIN = "Twins"
"""What several names have in common."""


def word(number: int) -> str:
    """Return one of WORDS, round and round."""
    return WORDS[number % MANY]


def make(path: Path) -> None:
    """Make the book. Customer, answer and call n belong together, from 1 to MANY."""
    book = Book(str(path))
    found(
        book,
        leader=word(0),
        company=word(1),
        country="GB",
        zone="Europe/London",
        at=MORNING,
        today=MONDAY,
        seed="tests",
    )
    with book.change(SENT, leader_id=1, at=MORNING) as change:
        for number in range(1, MANY + 1):
            _message(change, number)
    with book.change(word(5), leader_id=1, at=MORNING) as change:
        _fill(change)
        change.summary = HARD
    book.rest()


def _fill(change: "Change") -> None:
    write_setting(change, "question", word(5))
    members = [_member(change, number) for number in range(1, MANY)]
    for number in range(1, MANY + 1):
        _customer(change, number, praised=members[number % len(members)])
    a_customer(change, f"{PAUSED} {word(2)}", paused_on=MONDAY)
    for number in range(1, MANY):
        _action(change, number, owner=members[number % len(members)])
    for number in range(1, MANY + 1):
        _theme(change, number)
    change.add("leave", leader_id=1, first_on="2026-12-21", last_on="2026-12-22",
               deputy_id=members[0])  # fmt: skip
    change.add("talk", member_id=members[0], leader_id=1, day=MONDAY, recorded_at=change.at,
               wish=word(5), notes=HARD)  # fmt: skip
    change.add("talk", member_id=members[0], leader_id=1, day=MONDAY, recorded_at=change.at,
               wish=HARD, pass_on=True)  # fmt: skip


def _member(change: "Change", number: int) -> int:
    alias = word(number + 1).replace("\\", "\\\\").replace('"', '\\"')
    aliases = '["' + "".join(c if c >= " " else f"\\u{ord(c):04x}" for c in alias) + '"]'
    name = f"{word(number)} {TWIN}"
    return change.add("member", name=name, aliases=aliases, email=word(number + 2))


def _customer(change: "Change", number: int, *, praised: int) -> None:
    segment = change.add("segment", name=word(number), cadence=63)
    name, company = word(number), f"{word(number + 1)} {TWIN}"
    customer = a_customer(
        change,
        name,
        phone=None,
        company=company,
        folded=fold(f"{name} {company}"),
        segment_id=segment,
        referred_by=word(number + 2),
        do_not_contact_why=word(number + 3),
    )
    for position in (1, 2):
        raw = word(number + position)
        change.add(
            "phone",
            customer_id=customer,
            position=position,
            label=word(number + 4),
            raw=raw,
            shown=raw,
            e164="+441134960123",
            extension=word(number + 5),
        )
    change.add("email", customer_id=customer, position=1, address=word(number + 6))
    change.add("external_id", customer_id=customer, source=word(number), value=word(number + 7))
    call = a_call(change, customer, notes=word(number + 3), day=MONDAY.replace(day=16))
    praise = number in (4, MANY)
    an_answer(
        change,
        customer,
        word(number + 2),
        call_id=call,
        day=MONDAY.replace(day=16),
        kind="praise" if praise else "suggestion",
        praised_id=praised if praise else None,
        consent="name",
    )
    for kind in ("thing", "call-back"):
        change.add("promise", customer_id=customer, call_id=call, leader_id=1, kind=kind,
                   text=word(number + 4), due_on=MONDAY, recorded_at=change.at)  # fmt: skip
    change.add("sharing", answer_id=number, edition="team", place=word(number + 5), leader_id=1,
               day=MONDAY, recorded_at=change.at) if number % 2 else None  # fmt: skip
    change.add("story", text=word(number), who_id=praised, leader_id=1, day=MONDAY,
               recorded_at=change.at)  # fmt: skip


def _message(change: "Change", number: int) -> None:
    message = change.add("message", edition="customers", since_at=MORNING, until_at=MORNING,
                         subject=word(number), digest="", leader_id=1, day=MONDAY,
                         recorded_at=change.at)  # fmt: skip
    change.add("delivery", message_id=message, channel="mail", recipient=word(number + 1),
               ident=f"<{number}>", state="failed", trouble=word(number + 2), tries=number,
               tried_at=change.at)  # fmt: skip


def _theme(change: "Change", number: int) -> None:
    """Add theme n, in which answer n is, with words that stand for it."""
    said = {"leader_id": 1, "day": MONDAY, "recorded_at": change.at}
    name = word(number)
    theme = change.add("theme", name=name, folded=fold(name), **said)
    change.add("theme_rule", words=word(number + 1), folded=fold(word(number + 1)), theme_id=theme,
               **said)  # fmt: skip
    change.add("reading", answer_id=number, theme_id=theme, cause=word(number + 3),
               note=word(number + 4), **said)  # fmt: skip


def _action(change: "Change", number: int, *, owner: int) -> None:
    """Add action n for answer n: looking for someone, owned, done, declined, told."""
    owned = number % 5 != 0
    action = an_action(
        change, number, title=word(number + 3), owner_id=owner if owned else None, due_on=MONDAY
    )
    change.add("action_note", action_id=action, text=word(number), evidence=word(number + 1),
               leader_id=1, day=MONDAY, recorded_at=change.at)  # fmt: skip
    if number % 5 in (0, 1):
        return
    how = "declined" if number % 5 == 3 else "done"
    finish = a_finish(change, action, number, how=how, say=word(number + 4),
                      instead=word(number + 5) if how == "declined" else None,
                      evidence=word(number + 6))  # fmt: skip
    if number % 5 == 4:
        a_telling(change, finish, number, words=word(number + 5))
