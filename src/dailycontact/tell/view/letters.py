"""E-mails that were written, for the leader to send, and those that have gone."""

from collections.abc import Sequence
from datetime import date

from dailycontact.core.dates import say_ago
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, listed
from dailycontact.tell.usecases.letters import Drafted, Written
from dailycontact.tell.usecases.telling import Told
from dailycontact.terminal.card import Part, paragraph, spread
from dailycontact.terminal.styles import LABEL

MIND = "They hold customers' names and words: delete the files when they have been sent."


def drafted(drafted: Drafted) -> list[str]:
    """Return where the e-mails are, who gets none, and what to say when they have gone."""
    lines = []
    if drafted.letters:
        lines += [
            f"{letter.path.name}  {letter.customer.full_name} <{letter.address}>"
            for letter in drafted.letters
        ]
        lines.append(
            f"Written: {count(len(drafted.letters), 'e-mail')} in {drafted.folder}. Nothing was"
            " sent; open them in your mail program."
        )
    if drafted.without:
        names = listed([one.first_name for one in drafted.without], most=6)
        verb = "has" if len(drafted.without) == 1 else "have"
        lines.append(f"{names} {verb} no e-mail address, and still to be told otherwise.")
    return lines


def next_step(drafted: Drafted) -> str | None:
    """Return what to type when the e-mails have gone."""
    if not drafted.letters:
        return None
    if drafted.action_id is None:
        return f"Sent?  {PROGRAM} tell {drafted.letters[0].answer_ids[0]} --by email"
    return f"Sent?  {PROGRAM} tell --action A{drafted.action_id} --sent"


def unsent(written: Sequence[Written], *, today: date) -> list[Part | str]:
    """Return the e-mails that would count as sent."""
    lines = [
        spread(
            f"{', '.join(str(number) for number in one.answer_ids):>4}  {one.customer}",
            (f"written {say_ago(one.day, today=today)}", LABEL),
        )
        for one in written
    ]
    return ["", paragraph("These e-mails were written:"), *lines, ""]


def question(written: Sequence[Written]) -> str:
    """Return the question whether all of them have gone."""
    return "Has it been sent?" if len(written) == 1 else "Have all of them been sent?"


def sent(told: Sequence[Told], action_id: int) -> str:
    """Return what was noted."""
    if not told:
        return f"Nobody waits for an e-mail about A{action_id} any more."
    return f"{count(len(told), 'customer')} told about A{action_id} by e-mail."


def drafted_document(drafted: Drafted) -> dict[str, object]:
    """Return what was written as a JSON document."""
    return {
        "action_id": drafted.action_id,
        "day": drafted.day,
        "written": [
            {
                "customer_id": letter.customer.id,
                "customer": letter.customer.name,
                "answer_ids": list(letter.answer_ids),
                "address": letter.address,
                "subject": letter.subject,
                "words": letter.words,
                "file": str(letter.path),
            }
            for letter in drafted.letters
        ],
        "without_email": [{"customer_id": one.id, "customer": one.name} for one in drafted.without],
    }
