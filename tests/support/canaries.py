"""Books of people who must not be found in what others read, and everything they may hide behind.

Names are made of syllables that no report has, so that whatever is found was leaked. They are
planted in every text in which somebody may have written them, as people write: in capitals, in one
word, letter by letter, last name first.
"""

import base64
import hashlib
import html
import quopri
import random
import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote

from dailycontact.core.action import How
from dailycontact.core.answer import Consent, Kind
from dailycontact.core.call import Promise, PromiseKind
from dailycontact.core.known import Known
from dailycontact.core.recorded import Story
from dailycontact.loop import Stage
from dailycontact.report.rule.facts import Facts
from support.builders import a_call as a_call_of
from support.builders import a_customer, a_theme
from support.builders import a_finish as a_finish_of
from support.builders import a_telling as a_telling_of
from support.builders import an_action as an_action_of
from support.builders import an_answer as an_answer_of
from support.facts import (
    FRIDAY,
    WEDNESDAY,
    a_call,
    a_doing,
    a_journey,
    a_standing,
    a_telling,
    a_wish,
    an_action,
    an_answer,
    an_ended,
    an_ending,
    some_facts,
)

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_FIRST = ["Zo", "Qua", "Vyx", "Gwe", "Kzi", "Yul", "Xae", "Jho", "Brü", "Ñul", "Tzé", "Øvi"]
_LATER = ["zqar", "vexo", "quib", "jynd", "wozk", "gruv", "hixt", "kyph", "zulm", "fyxe"]
_HALF, _FEW = 0.5, 0.2
_DIGITS = "0123456789"


@dataclass(frozen=True, kw_only=True)
class Canary:
    """One customer, with everything about them that is nobody's business."""

    id: int
    first: str
    last: str
    company: str
    phone: str
    email: str
    secret: str
    """What the leader noted of them, and what they said in private."""
    consent: Consent

    @property
    def name(self) -> str:
        """Their full name."""
        return f"{self.first} {self.last}"


class Words:
    """Words that no text has; none of them is a part of another."""

    def __init__(self, luck: random.Random) -> None:
        self.luck = luck
        self._given: list[str] = []

    def next(self) -> str:
        """Return another word."""
        while True:
            later = self.luck.choices(_LATER, k=self.luck.choice((1, 2)))
            word = self.luck.choice(_FIRST) + "".join(later)
            low = word.lower()
            if not any(low in other or other in low for other in self._given):
                self._given.append(low)
                return word


def a_canary(words: Words, number: int) -> Canary:
    """Return a customer of that number with names that no text has."""
    luck = words.luck
    last, brand = words.next(), words.next()
    return Canary(
        id=number,
        first=words.next(),
        last=last,
        company=f"{brand} {words.next()}{luck.choice(('', ' Ltd', ' GmbH'))}",
        phone="+44" + "".join(luck.choices(_DIGITS[1:], k=10)),
        email=f"{last}.{number}@{brand}.example".lower(),
        secret=f"{words.next()} {words.next()}",
        consent=luck.choice(tuple(Consent)),
    )


def written(luck: random.Random, one: Canary, *, own: bool = False) -> str:
    """Return how somebody may have written who they are, or how they are reached."""
    name, company = one.name, one.company
    ways = [
        name, name.upper(), name.lower(), " ".join(name.replace(" ", "")), name.replace(" ", ""),
        name.lower().replace(" ", ""), name.replace(" ", "-"), name.replace(" ", "  "),
        f"{one.last}, {one.first}", f"{one.last} {one.first}".upper(), f"{name}'s", f"_{name}_",
        name.replace(" ", "\n"), name.replace(" ", "_"), name.replace(" ", "\u200b "),
        f"{one.first} M. {one.last}", f"{one.last.lower()}, {one.first.lower()}",
        one.first, one.last, f"{one.last}'s", f"Mr {one.last}", one.first.upper(),
        company, company.upper(), company.lower(), company.replace(" ", ""),
        company.replace(" ", "-"), f"“{company}”",
        one.phone, f"0{one.phone[3:7]} {one.phone[7:10]} {one.phone[10:]}",
        f"({one.phone[:5]}) {one.phone[5:9]}-{one.phone[9:]}", f"tel:{one.phone}",
        " ".join(one.phone), one.email, one.email.upper(), one.email.replace("@", " (at) "),
        f"<{one.email}>", f"mailto:{one.email}",
        f"0{one.phone[3:7]}, {one.phone[7:10]}|{one.phone[10:]}", " · ".join(one.phone[3:]),
        one.email.replace("@", " at ").replace(".", " dot "), one.email.replace("@", " AT "),
        one.email.replace("@", "&#64;"), one.email.replace("@", "(a)"),
    ]  # fmt: skip
    if own:
        ways += [one.first.lower(), one.last.lower(), company.split()[0]]
    return luck.choice(ways)


def some_people(words: Words, *, most: int = 6) -> list[Canary]:
    """Return a few customers, no two of whom share a name."""
    return [a_canary(words, number) for number in range(1, words.luck.randint(3, most) + 1)]


def sentence(luck: random.Random, about: list[Canary], *, by: Canary | None = None) -> str:
    """Return a text in which some of them are named."""
    own = [written(luck, by, own=True)] if by else []
    named = own + [written(luck, luck.choice(about)) for _ in range(luck.randint(1, 2))]
    return f"please see {' and then '.join(named)} before ten"


def a_book(luck: random.Random, people: list[Canary], team: tuple[str, ...]) -> Facts:
    """Return the facts of a week in which all of them are concerned, wherever a report tells it."""
    answers = [
        replace(
            an_answer(one.id, company=one.company, consent=one.consent),
            customer=one.name,
            verbatim=one.secret if _stays(one) else sentence(luck, people, by=one),
            private=_stays(one) and luck.random() < _HALF,
            kind=luck.choice((Kind.SUGGESTION, Kind.SUGGESTION, Kind.PRAISE)),
            urgent=luck.random() < _FEW,
            praised=luck.choice(team),
        )
        for one in people
    ]
    ids = tuple(one.id for one in people)
    half = len(ids) // 2
    say, instead = sentence(luck, people), sentence(luck, people)
    title = sentence(luck, people)
    ended = an_ended(1, say=say, owner=team[0], title=title)
    return some_facts(
        standings=tuple(
            a_standing(
                answer,
                ended if answer.id in ids[:half] else a_doing(2, owner=team[-1], title=title),
                stage=Stage.TOLD if answer.id in ids[:half] else Stage.ACTING,
            )
            for answer in answers
        ),
        actions=(
            an_action(1, *ids[:half], open_answers=(), owner=team[0], title=title),
            an_action(2, *ids[half:], owner=team[-1], title=sentence(luck, people)),
            an_action(3, *ids, owner=None, owner_id=None, title=sentence(luck, people)),
        ),
        begun=frozenset({2}),
        endings=(
            an_ending(
                1,
                *ids[:half],
                how=luck.choice((How.DONE, How.DECLINED)),
                say=say,
                instead=instead,
            ),
        ),
        tellings=tuple(a_telling(number) for number in ids[:half]),
        calls=tuple(
            a_call(one.id, customer=one.name, company=one.company, notes=one.secret, leader=team[0])
            for one in people
        ),
        stories=(
            Story(id=1, text=sentence(luck, people), who=team[-1], leader=team[0], day=WEDNESDAY),
        ),
        promises=tuple(_promise(one) for one in people),
        journeys=tuple(
            a_journey(one.id, theme=sentence(luck, people), segment=sentence(luck, people))
            for one in people
        ),
        wishes=(a_wish(1, wish=sentence(luck, people), how="done", say=sentence(luck, people)),),
        known=Known(
            people=tuple((one.name, one.company) for one in people),
            numbers=tuple(one.phone for one in people),
            addresses=tuple(one.email for one in people),
        ),
        team=team,
        seed=str(luck.random()),
    )


def _stays(one: Canary) -> bool:
    return one.consent is Consent.NO


def _promise(one: Canary) -> Promise:
    return Promise(id=one.id, customer_id=one.id, customer=one.name, kind=PromiseKind.THING,
                   text=one.secret, due_on=FRIDAY)  # fmt: skip


def hidden_from_team(one: Canary) -> list[str]:
    """Return what the team's edition must not hold of a customer."""
    always = [one.phone, one.email, one.secret, *one.secret.split()]
    if one.consent is Consent.NAME:
        return always
    return [*always, one.name, one.first, one.last, _bare(one.company), one.company.split()[0]]


def hidden_from_all(one: Canary) -> list[str]:
    """Return what nobody else may read of a customer."""
    return [*hidden_from_team(replace(one, consent=Consent.WORDS))]


def _bare(company: str) -> str:
    return company.removesuffix(" Ltd").removesuffix(" GmbH")


@dataclass(frozen=True)
class Haystack:
    """What somebody else reads, in every way in which one may look through it."""

    raw: bytes

    @cached_property
    def folded(self) -> bytes:
        """Return it in small letters, and with what stands for a letter as that letter."""
        text = self.raw.decode("utf-8", "replace")
        return f"{text}\n{html.unescape(text)}\n{_unescaped(text)}".casefold().encode()

    @cached_property
    def letters(self) -> bytes:
        """Return nothing but its letters and digits: whatever is parted in it is found."""
        return re.sub(rb"[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+", b"", self.folded)

    def holds(self, text: str) -> list[str]:
        """Return the disguises in which a text stands in it."""
        return [
            name for name, (where, form) in disguises(text).items() if form in getattr(self, where)
        ]


def _unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)


def disguises(text: str) -> dict[str, tuple[str, bytes]]:
    """Return a text in everything that it may hide behind, and where to look for it."""
    plain, encoded = text.casefold(), text.encode()
    bare = re.sub(r"[\W_]+", "", plain)
    found = {
        "small letters": ("folded", plain.encode()),
        "no spaces": ("letters", bare.encode()),
        "base64": ("raw", base64.b64encode(encoded).rstrip(b"=")[:-1]),
        "hexadecimal": ("folded", encoded.hex().encode()),
        "per cent": ("folded", quote(text).casefold().encode()),
        "HTML": ("raw", "".join(f"&#{ord(sign)};" for sign in text).encode()),
        "quoted-printable": ("folded", quopri.encodestring(encoded).lower()),
        "\\u": ("raw", "".join(f"\\u{ord(sign):04x}" for sign in text).encode()),
        "UTF-16": ("raw", text.encode("utf-16-le")),
        "backwards": ("letters", bare[::-1].encode()),
        "slug": ("folded", plain.replace(" ", "-").encode()),
        "MD5": ("folded", hashlib.md5(encoded).hexdigest().encode()),  # noqa: S324 - looked for
        "SHA-256": ("folded", hashlib.sha256(encoded).hexdigest().encode()),
    }
    if text.startswith("+"):
        found["last seven digits"] = ("letters", text[-7:].encode())
    return found


def a_team(words: Words) -> tuple[str, ...]:
    """Return the names of those who work there."""
    return tuple(f"{words.next()} {words.next()}" for _ in range(2))


def fill(change: "Change", words: Words, people: list[Canary], team: tuple[str, ...]) -> None:
    """Write a week into a book in which all of them are concerned, with all that one can note."""
    luck, secret = words.luck, people[0].secret
    members = [
        change.add("member", name=name, email=f"m{n}@us.example") for n, name in enumerate(team)
    ]
    answers = [_customer(change, luck, one, people, praised=luck.choice(members)) for one in people]
    half = len(answers) // 2
    done = an_action_of(change, *answers[:half], title=sentence(luck, people), owner_id=members[0],
                        day=WEDNESDAY)  # fmt: skip
    end = a_finish_of(change, done, *answers[:half], say=sentence(luck, people), day=WEDNESDAY,
                      evidence=f"{secret} https://{secret.split()[0]}.example")  # fmt: skip
    for answer in answers[:half]:
        a_telling_of(change, end, answer, day=WEDNESDAY)
    an_action_of(change, *answers[half:], title=sentence(luck, people), day=WEDNESDAY)
    change.add("action_note", action_id=done, text=secret, evidence=secret, leader_id=1,
               day=WEDNESDAY, recorded_at=change.at)  # fmt: skip
    change.add("story", text=sentence(luck, people), who_id=members[-1], leader_id=1, day=WEDNESDAY,
               recorded_at=change.at)  # fmt: skip
    for wish, pass_on in ((secret, False), (sentence(luck, people), True)):
        change.add("talk", member_id=members[0], leader_id=1, day=WEDNESDAY, recorded_at=change.at,
                   wish=wish, notes=secret, pass_on=pass_on)  # fmt: skip
    a_theme(change, f"the wish of {luck.choice(people).name}", *answers)


def _customer(
    change: "Change", luck: random.Random, one: Canary, people: list[Canary], *, praised: int
) -> int:
    """Add a customer with all that may be noted of them, and what they said; return its id."""
    customer = a_customer(change, one.name, company=one.company, phone=one.phone,
                          do_not_contact_why=one.secret,
                          referred_by=luck.choice(people).name)  # fmt: skip
    change.add("email", customer_id=customer, position=1, address=one.email)
    change.add("external_id", customer_id=customer, source="crm", value=one.secret)
    call = a_call_of(change, customer, day=WEDNESDAY, notes=f"{one.secret} {one.phone}")
    change.add("promise", customer_id=customer, kind="thing", text=one.secret, due_on=FRIDAY,
               leader_id=1, recorded_at=change.at, call_id=call)  # fmt: skip
    return an_answer_of(
        change,
        customer,
        one.secret if _stays(one) else sentence(luck, people, by=one),
        call_id=call,
        day=WEDNESDAY,
        consent=one.consent.value,
        praised_id=praised if luck.random() < _HALF else None,
    )
