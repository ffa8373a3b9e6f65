"""Tellings in writing: prepared here, sent by the leader, and told once the leader says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dailycontact.core.customer import Customer
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, what_became
from dailycontact.core.team import Member
from dailycontact.core.telling import Channel, Owed
from dailycontact.errors import Refused
from dailycontact.store import actions, answers, customers, letters, tellings
from dailycontact.store.letters import Written
from dailycontact.store.looking import Look
from dailycontact.store.owed import owed
from dailycontact.store.settings import book_settings
from dailycontact.tell import rule
from dailycontact.tell.formats.eml import eml
from dailycontact.tell.usecases import telling

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

__all__ = ["Drafted", "Letter", "Written", "draft", "sent", "unsent"]


class NobodyToWriteTo(Refused):
    """Of an action nobody waits to hear, so there is nothing to write."""

    def __init__(self, action_id: int) -> None:
        super().__init__(
            f"Nobody waits to hear about A{action_id}; who waits is shown by: {PROGRAM} tell"
        )


class NothingWritten(Refused):
    """No e-mail was written that could have been sent."""

    def __init__(self, action_id: int) -> None:
        super().__init__(
            f"No e-mail about A{action_id} waits to be sent; write them with: {PROGRAM} tell"
            f" --action A{action_id} --draft"
        )


class NotWritten(Refused):
    """No e-mail about an answer was written that could have been sent."""

    def __init__(self, answer_id: int) -> None:
        super().__init__(
            f"No e-mail about {answer_id} waits to be sent; write it with: {PROGRAM} tell"
            f" {answer_id} --draft, or if you wrote one of your own: {PROGRAM} tell {answer_id}"
            " --by email"
        )


@dataclass(frozen=True, kw_only=True)
class Letter:
    """An e-mail to one customer, about which of their answers, and the file in which it is."""

    customer: Customer
    answer_ids: tuple[int, ...]
    address: str
    subject: str
    words: str
    path: Path
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Drafted:
    """What was written; those `without` an e-mail address still wait to be told otherwise."""

    letters: tuple[Letter, ...]
    without: tuple[Customer, ...]
    folder: Path
    action_id: int | None
    day: date


def draft(
    change: "Change",
    *,
    action_id: int | None,
    answer_id: int | None,
    leader: Member,
    folder: Path,
    today: date,
) -> Drafted:
    """Write an e-mail to each customer who waits to hear about an action, or about one answer.

    The files themselves are for the caller to write. Nobody is told by it.

    Raises:
        NoSuchAction, NoSuchAnswer: there is none of that number.
        NobodyToWriteTo: nobody waits to hear about the action.
        NotDoneYet, OwesNoNews, ToldAlready, DoesNotWantToHear, WasErased: as telling.tell.

    """
    ends = _concerned(change, action_id, answer_id, today=today)
    company = book_settings(change).company
    written: list[Letter] = []
    without: list[Customer] = []
    for customer, theirs in _by_customer(change, ends):
        letter = _letter(
            customer, theirs, leader=leader, company=company, folder=folder, today=today
        )
        if letter is None:
            without.append(customer)
            continue
        letters.write(
            change,
            theirs,
            words=letter.words,
            place=str(letter.path),
            leader_id=leader.id,
            day=today,
        )
        written.append(letter)
    about = f"A{action_id}" if answer_id is None else f"{answer_id}"
    change.summary = f"wrote {count(len(written), 'e-mail')} about {about}; none was sent"
    return Drafted(
        letters=tuple(written),
        without=tuple(without),
        folder=folder,
        action_id=action_id,
        day=today,
    )


def unsent(look: Look, action_id: int) -> tuple[Written, ...]:
    """Return the e-mails about an action that were written, and not said to be sent.

    Raises:
        NoSuchAction: there is none of that number.
        NothingWritten: there is no such e-mail.

    """
    actions.action(look, action_id)
    if not (found := letters.unsent(look, action_id=action_id)):
        raise NothingWritten(action_id)
    return found


def check_written(look: Look, answer_id: int, *, today: date) -> None:
    """Let pass an answer about which an e-mail was written that has not gone yet.

    Raises:
        NoSuchAnswer, NotDoneYet, OwesNoNews, ToldAlready: there is nothing to tell.
        NotWritten: there is no such e-mail.

    """
    tellings.to_tell(look, answer_id, today=today)
    if not letters.unsent(look, answer_id=answer_id):
        raise NotWritten(answer_id)


def sent(
    change: "Change", action_id: int, *, among: Sequence[Written], day: date, today: date
) -> tuple[telling.Told, ...]:
    """Record that those of the e-mails about an action have gone that are still unsent.

    `among` are those that the leader saw; what was told meanwhile is left as it is.
    """
    shown = {(one.customer_id, one.place) for one in among}
    told = [
        telling.tell(
            change,
            one.answer_ids[0],
            taken=telling.Taken(channel=Channel.EMAIL),
            day=day,
            today=today,
        )
        for one in unsent(change, action_id)
        if (one.customer_id, one.place) in shown
    ]
    change.summary = f"told {count(len(told), 'customer')} about A{action_id} by e-mail"
    return tuple(told)


def _concerned(
    look: Look, action_id: int | None, answer_id: int | None, *, today: date
) -> Sequence[Owed]:
    if answer_id is not None:
        answer = answers.standing(look, answer_id, today=today).answer
        if customer := customers.customer(look, answer.customer_id):
            rule.check_wants_to_hear(customer)
        return tellings.owed_for(look, answer_id, today=today)
    if action_id is None:
        raise ValueError("an action or an answer is needed")
    actions.action(look, action_id)
    if not (found := owed(look, today=today, action_id=action_id)):
        raise NobodyToWriteTo(action_id)
    return found


def _by_customer(look: Look, ends: Sequence[Owed]) -> list[tuple[Customer, list[Owed]]]:
    theirs: dict[int, list[Owed]] = {}
    for end in ends:
        theirs.setdefault(end.customer_id, []).append(end)
    found = [(customers.customer(look, number), these) for number, these in theirs.items()]
    return [(one, these) for one, these in found if one is not None and not one.refused]


def _letter(
    customer: Customer,
    ends: Sequence[Owed],
    *,
    leader: Member,
    company: str,
    folder: Path,
    today: date,
) -> Letter | None:
    """Return the e-mail to a customer; None where there is no address to which it could go."""
    words = what_became(ends, leader=leader.name, today=today, in_writing=True)
    when = say_day(ends[0].said_on, today=today)
    subject = f"What you told us on {when}, and what came of it"
    paragraphs = [f"Hello {customer.first_name},", words, f"Kind regards\n{leader.name}"]
    if company:
        paragraphs[-1] += f"\n{company}"
    sender = (leader.name, leader.email) if leader.email else None
    for address in customer.emails:
        content = eml(
            sender=sender, to=(customer.name, address), subject=subject, paragraphs=paragraphs
        )
        if content is not None:
            return Letter(
                customer=customer,
                answer_ids=tuple(dict.fromkeys(end.answer_id for end in ends)),
                address=address,
                subject=subject,
                words=words,
                path=folder / f"answer-{ends[0].answer_id}.eml",
                content=content,
            )
    return None
