"""An edition as an e-mail to one recipient: its addresses, its headers and its two forms."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr

from dailycontact.core.mail_address import is_mail_address
from dailycontact.core.message import Body
from dailycontact.errors import UsageProblem


class NotAnAddress(UsageProblem):
    """Nothing can be sent to what stands for an address."""

    def __init__(self, typed: str, whose: str, mend: str) -> None:
        shown = " ".join(typed.split())[:60]
        super().__init__(f"{whose} ({shown!r}) is no address that mail can go to; {mend}")


def address(text: str, *, whose: str, mend: str) -> str:
    """Return a plain address (name@example.com) as it is written.

    Raises:
        NotAnAddress: it is none, or would become a line of its own among the headers.

    """
    if not is_mail_address(text):
        raise NotAnAddress(text, whose, mend)
    return text


def sender(text: str, *, mend: str) -> tuple[str, str]:
    """Return the name (or none) and the address in "Marta Silva <marta@example.com>".

    Raises:
        NotAnAddress: there is no address in it.

    """
    whose = "The address that the report is sent from"
    if any(not each.isprintable() for each in text):
        raise NotAnAddress(text, whose, mend)
    name, plain = parseaddr(text)
    return name, address(plain, whose=whose, mend=mend)


def letter(
    said: Body,
    *,
    subject: str,
    from_: tuple[str, str],
    to: str,
    ident: str,
    at: datetime,
    reply_to: str | None = None,
) -> EmailMessage:
    """Return the mail to one recipient, the same bytes each time.

    It says of itself that a program made it (RFC 3834), so that nobody's absence answers it.
    """
    name, plain = from_
    user, _, domain = plain.rpartition("@")
    made = EmailMessage(policy=SMTP)
    made["From"] = Address(display_name=name, username=user, domain=domain)
    made["To"] = to
    made["Subject"] = _line(subject)
    made["Date"] = at
    made["Message-ID"] = ident
    if reply_to:
        made["Reply-To"] = reply_to
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(said.text, cte="quoted-printable")
    if said.html:
        made.add_alternative(said.html, subtype="html", cte="quoted-printable")
        made.set_boundary(f"={ident.strip('<>').partition('@')[0]}=")
    return made


def _line(text: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
