"""Praise reaches the person it was for: in the edition they are sent, or in a note of its own."""

from dataclasses import dataclass

from dailycontact.core.sentences import count
from dailycontact.core.team import Member
from dailycontact.report.rule.report import Edition, Report, Said
from dailycontact.report.usecases import addressing
from dailycontact.report.usecases.addressing import Recipients
from dailycontact.store import messages, team
from dailycontact.store.looking import Look


@dataclass(frozen=True, kw_only=True)
class Note:
    """What customers said in praise of somebody who does not get the edition itself."""

    member: Member
    address: str
    text: str
    answers: tuple[int, ...]


def notes(
    look: Look, report: Report, to: Recipients, *, leader: Member, by_mail: bool
) -> tuple[tuple[Note, ...], tuple[str, ...]]:
    """Return the notes of thanks to those who do not get the edition, and who cannot be written to.

    The words are those of the team's edition: what may not be passed on is in none.
    """
    if report.edition is not Edition.TEAM:
        return (), ()
    by_name = {member.name: member for member in team.members(look)}
    reached = {one.casefold() for one in to.mails}
    found: list[Note] = []
    in_person: list[str] = []
    for thanks in report.thanks:
        member = by_name.get(thanks.name)
        if member is None or (member.email or "").strip().casefold() in reached:
            continue
        sent = messages.praise_sent(look, member.id)
        new = tuple(p for p in thanks.praise if not p.private and p.answer_id not in sent)
        if new and member.email and by_mail:
            found.append(_note(member, new, leader))
        elif new:
            in_person.append(member.name)
    return tuple(found), tuple(in_person)


def subject(report: Report) -> str:
    """Return what such a note is headed."""
    return f"{'DEMONSTRATION: ' if report.demo else ''}What customers said of you"


def _note(member: Member, praise: tuple[Said, ...], leader: Member) -> Note:
    quotes = [f"  “{' '.join(said.words.split())}”\n  {said.who}" for said in praise]
    what = "this" if len(praise) == 1 else f"these {count(len(praise), 'thing')}"
    text = "\n\n".join(
        (f"{member.first_name},", f"customers said {what} of you:", *quotes, "Thank you.")
    )
    return Note(
        member=member,
        address=addressing.address_of(member),
        text=f"{text}\n\n{leader.name}\n",
        answers=tuple(said.answer_id for said in praise),
    )
