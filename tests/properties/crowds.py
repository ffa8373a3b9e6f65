"""Little books of odd cases: who is in them, thought up by Hypothesis, and how they come in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from dailycontact.store import rhythms
from support.builders import MONDAY, MORNING

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

MARTA, TOM = 1, 2
"""The leaders."""

Place = tuple[str | None, str | None]

PLACES: tuple[Place, ...] = (
    (None, None),
    ("DE", "Europe/Berlin"),
    ("JP", "Asia/Tokyo"),
    ("US", "America/Los_Angeles"),
    ("NZ", "Pacific/Auckland"),
)
"""Countries and zones; where nothing is known, it is the book's. In Japan, the day is a holiday."""

CALLS = {"conversation": "reached", "miss": "no-answer", "later": "not-now", "told": "reached"}

Fact = tuple[str, int, int]
"""What happened, how many days ago, and for how many working days they are left alone since."""


@dataclass(frozen=True, kw_only=True)
class Somebody:
    """A customer; `seat` is whom they are, wherever in the book they stand."""

    seat: int
    cadence: int
    luck: float
    leader: int | None = None
    place: Place = PLACES[0]
    hours: str | None = None
    state: str = ""
    past: tuple[Fact, ...] = ()
    promised: int | None = None
    owed: bool = False
    today: str = ""

    @property
    def name(self) -> str:
        """How they are called."""
        return f"Customer {self.seat}"


facts = st.tuples(
    st.sampled_from(("conversation", "conversation", "miss", "skip", "later", "told")),
    st.integers(1, 300),
    st.integers(1, 30),
)


@st.composite
def somebody(draw: st.DrawFn, /, **fixed: Any) -> Somebody:
    """Draw a customer without a seat yet."""
    past = draw(st.lists(facts, max_size=4, unique_by=lambda fact: fact[1]))
    drawn = {
        "cadence": draw(st.sampled_from((10, 21, 63, 252))),
        "luck": draw(st.floats(0, 1, exclude_max=True)),
        "leader": draw(st.sampled_from((None, None, MARTA, TOM))),
        "place": draw(st.sampled_from((*PLACES[:1] * 5, *PLACES))),
        "hours": draw(st.sampled_from((None, None, None, "13:00-15:00"))),
        "state": draw(st.sampled_from(("",) * 12 + BARRED)),
        "past": tuple(sorted(past, key=lambda fact: -fact[1])),
        "promised": draw(st.none() | st.none() | st.integers(-9, 3)),
        "owed": draw(st.sampled_from((False, False, False, True))),
        "today": draw(st.sampled_from(("",) * 8 + ("called", "held"))),
    }
    return Somebody(seat=0, **drawn | fixed)


BARRED = ("refused", "left", "paused", "pausing", "no phone", "wrong")
"""Why somebody cannot be phoned, whatever else is so."""


def seated(people: Sequence[Somebody], *, first: int = 1) -> list[Somebody]:
    """Give everybody a seat, and a little luck of their own: no two are equally far along."""
    return [
        Somebody(**vars(one) | {"seat": seat, "luck": (one.luck + seat / 1_000) % 1})
        for seat, one in enumerate(people, start=first)
    ]


crowds = st.lists(somebody(), min_size=1, max_size=7).map(seated)


def come_in(change: "Change", people: Sequence[Somebody], ids: Sequence[int] | None = None) -> None:
    """Bring people into the book in this order, with these ids (their seats' where none are said).

    All that is drawn by the id otherwise, as luck, is said; so that the id says nothing.
    """
    for one, number in zip(people, ids or [one.seat for one in people], strict=True):
        _add(change, one, number)
        calls = [_happened(change, one, number, at, fact) for at, fact in enumerate(one.past, 1)]
        _today(change, one, number)
        _owed(change, one, number, calls)
    rhythms.refresh(change, ids or [one.seat for one in people])


def _add(change: "Change", one: Somebody, number: int) -> None:
    country, zone = one.place
    columns: dict[str, Any] = {
        "refused": {"do_not_contact_on": MONDAY},
        "left": {"left_on": MONDAY},
        "paused": {"paused_on": MONDAY},
        "pausing": {"paused_on": MONDAY, "paused_until": MONDAY + timedelta(days=3)},
    }.get(one.state, {})
    change.add(
        "customer", id=number, name=one.name, company="", folded=one.name, country=country,
        zone=zone, hours=one.hours, leader_id=one.leader, cadence=one.cadence, beat=one.cadence,
        joined_on=MONDAY - timedelta(days=301), head_start=one.luck * one.cadence, clock=0.0,
        eligible_from=0, **columns,
    )  # fmt: skip
    if one.state != "no phone":
        phone = "+441134960123" if country is None else "12"
        change.add(
            "phone", customer_id=number, position=1, label="office", raw=phone,
            e164=phone if country is None else None, shown=phone,
            wrong_on=MONDAY if one.state == "wrong" else None,
        )  # fmt: skip
    if one.promised is not None:
        # By the seat, so that no two promises are for the same day: the order of ids would decide.
        due = MONDAY + timedelta(days=one.promised * 8 + one.seat % 8)
        change.add(
            "promise", customer_id=number, leader_id=MARTA, kind="call-back", text="to ring",
            due_on=due, recorded_at=MORNING,
        )  # fmt: skip


def _happened(change: "Change", one: Somebody, number: int, at: int, fact: Fact) -> int | None:
    what, ago, waits = fact
    day = MONDAY - timedelta(days=ago)
    change.add(
        "rhythm_fact", customer_id=number, number=at, day=day, what=what, cadence=one.cadence,
        luck=(one.luck + at / 7) % 1, waits=0 if what == "conversation" else waits,
    )  # fmt: skip
    return _call(change, number, day, CALLS[what]) if what in CALLS else None


def _call(change: "Change", number: int, day: date, outcome: str, leader: int = MARTA) -> int:
    return change.add(
        "call", customer_id=number, leader_id=leader, day=day, outcome=outcome,
        recorded_at=MORNING - (MONDAY - day),
    )  # fmt: skip


def _today(change: "Change", one: Somebody, number: int) -> None:
    """Let the other leader have phoned them today, or hold them."""
    if one.today == "called":
        _call(change, number, MONDAY, "voicemail", leader=3)
    elif one.today == "held":
        change.add(
            "pick", leader_id=3, day=MONDAY, slot=number, customer_id=number, reason="turn",
            reserved_at=MORNING, released=False,
        )  # fmt: skip


def _owed(change: "Change", one: Somebody, number: int, calls: Sequence[int | None]) -> None:
    """Let them have wished for something, and let it be done: nobody has told them."""
    spoken = [call for call, (what, *_) in zip(calls, one.past, strict=True) if what in NEWS_AFTER]
    if not one.owed or not spoken:
        return
    day = MONDAY - timedelta(days=2 * one.seat)
    said = {"leader_id": MARTA, "day": day, "recorded_at": MORNING}
    answer_id = change.add(
        "answer", customer_id=number, call_id=spoken[0], verbatim="Earlier", kind="suggestion",
        consent="words", **said,
    )  # fmt: skip
    action_id = change.add("action", title="Do it", **said)
    change.add("action_answer", action_id=action_id, answer_id=answer_id, recorded_at=MORNING)
    finish_id = change.add(
        "finish", action_id=action_id, number=1, how="done", say="It is so now", **said
    )
    change.add("finish_answer", finish_id=finish_id, answer_id=answer_id)


NEWS_AFTER = frozenset({"conversation"})
"""After what somebody can have wished for something."""
