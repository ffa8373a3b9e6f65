"""To whom an edition goes: only whom the book names, and never somebody it is not for."""

from dataclasses import dataclass

from dailycontact.core.book import BookSettings
from dailycontact.core.message import Way
from dailycontact.core.program import PROGRAM
from dailycontact.core.team import Member
from dailycontact.errors import Refused
from dailycontact.report.rule.report import Edition
from dailycontact.report.sending import mail
from dailycontact.store import messages, team
from dailycontact.store.looking import Look

EVERYBODY = "team"
"""What stands among the recipients for everybody of the team who has an address."""


class NobodyToSendTo(Refused):
    """The book does not say to whom an edition goes."""

    def __init__(self, edition: Edition) -> None:
        whom = "ADDRESS" if _is_public(edition) else EVERYBODY
        super().__init__(
            f"Nobody is set to be sent the {edition} edition; say who with:"
            f" {PROGRAM} config --recipients {edition}={whom}"
        )


class NobodyHasAnAddress(Refused):
    """It goes to the team, and nobody in it has an address."""

    def __init__(self, edition: Edition) -> None:
        who = "leader" if edition is Edition.LEADER else "one in the team"
        super().__init__(
            f"The {edition} edition goes to the team, but no {who} has an e-mail address; give"
            f" them one with: {PROGRAM} team edit NAME --email ADDRESS"
        )


class ForLeadersOnly(Refused):
    """The leader's edition would go to somebody who is not known to be a leader."""

    def __init__(self, whom: str) -> None:
        super().__init__(
            f"The leader edition has everything in it and goes to leaders only, but {whom} is no"
            f" leader's e-mail address in this book; mend with: {PROGRAM} config --recipients"
            " leader=team"
        )


class IsACustomers(Refused):
    """What customers said would go to a customer."""

    def __init__(self, edition: Edition, address: str, customer_id: int) -> None:
        super().__init__(
            f"{address} is the address of a customer ({customer_id}), and the {edition} edition is"
            f" not for customers; take it out with: {PROGRAM} config --recipients {edition}=…"
        )


class HasLeft(Refused):
    """What customers said would go to somebody who has left the team."""

    def __init__(self, edition: Edition, address: str, name: str) -> None:
        super().__init__(
            f"{address} is the address of {name}, who has left the team; take it out with:"
            f" {PROGRAM} config --recipients {edition}=…"
        )


@dataclass(frozen=True, kw_only=True)
class Recipients:
    """Addresses and names of channels, each once."""

    mails: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()

    @property
    def ways(self) -> tuple[tuple[Way, str], ...]:
        """Each of them with the way there."""
        return (
            *((Way.MAIL, one) for one in self.mails),
            *((Way.NOTIFY, one) for one in self.channels),
        )


def recipients(look: Look, settings: BookSettings, edition: Edition) -> Recipients:
    """Return to whom an edition goes.

    Raises:
        NobodyToSendTo, NobodyHasAnAddress: there is nobody.
        NotAnAddress: mail cannot go to one of them.
        ForLeadersOnly, IsACustomers, HasLeft: it is not for one of them.

    """
    named = settings.recipients.get(edition, ())
    channels = tuple(dict.fromkeys(settings.notify.get(edition, ())))
    if not named and not channels:
        raise NobodyToSendTo(edition)
    everybody = team.members(look)
    mails = _addresses(named, everybody, edition)
    if not mails and not channels:
        raise NobodyHasAnAddress(edition)
    _check(look, mails, channels, everybody, edition)
    return Recipients(mails=mails, channels=channels)


def unreached(look: Look, settings: BookSettings, edition: Edition) -> tuple[str, ...]:
    """Return who is of the team that an edition goes to, and has no address."""
    if EVERYBODY not in map(str.casefold, settings.recipients.get(edition, ())):
        return ()
    ours = (one for one in team.members(look) if one.leads or edition is not Edition.LEADER)
    return tuple(one.name for one in ours if not one.email)


def _addresses(
    named: tuple[str, ...], everybody: tuple[Member, ...], edition: Edition
) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for one in named:
        if one.casefold() == EVERYBODY:
            for member in everybody:
                if member.email and (member.leads or edition is not Edition.LEADER):
                    plain = address_of(member)
                    found.setdefault(plain.casefold(), plain)
        else:
            plain = mail.address(
                one.strip(),
                whose=f"One of the recipients of the {edition} edition",
                mend=f"set them with: {PROGRAM} config --recipients {edition}=ADDRESS,ADDRESS",
            )
            found.setdefault(plain.casefold(), plain)
    return tuple(found.values())


def address_of(member: Member) -> str:
    """Return the address of somebody of the team.

    Raises:
        NotAnAddress: mail cannot go there.

    """
    return mail.address(
        (member.email or "").strip(),
        whose=f"What is written down as the e-mail of {member.name}",
        mend=f"mend it with: {PROGRAM} team edit {member.name!r} --email ADDRESS",
    )


def _check(
    look: Look,
    mails: tuple[str, ...],
    channels: tuple[str, ...],
    everybody: tuple[Member, ...],
    edition: Edition,
) -> None:
    leaders = {(m.email or "").strip().casefold() for m in everybody if m.leads}
    ours = {(m.email or "").strip().casefold() for m in everybody}
    if edition is Edition.LEADER:
        for whom in (*channels, *(one for one in mails if one.casefold() not in leaders)):
            raise ForLeadersOnly(whom)
    if _is_public(edition):
        return
    theirs = messages.customers_at(look, [one.casefold() for one in mails])
    left = {(m.email or "").strip().casefold(): m.name for m in team.members(look, with_left=True)}
    for one in mails:
        if one.casefold() in ours:
            continue
        if one.casefold() in theirs:
            raise IsACustomers(edition, one, theirs[one.casefold()])
        if one.casefold() in left:
            raise HasLeft(edition, one, left[one.casefold()])


def _is_public(edition: Edition) -> bool:
    """Whether nobody can be known from it, so that anybody may have it."""
    return edition in {Edition.COMPANY, Edition.CUSTOMERS}
