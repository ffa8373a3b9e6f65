"""Who carries a message to a recipient: by mail or into a channel, with the secrets it takes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage

from dailycontact.core.book import MailSettings
from dailycontact.core.message import Body, Delivery, Message, Way
from dailycontact.core.program import PROGRAM
from dailycontact.errors import UsageProblem
from dailycontact.report.sending import mail, notify, secrets, smtp


class NoServer(UsageProblem):
    """Mail is to be sent, and nothing is known of a server."""

    def __init__(self) -> None:
        super().__init__(
            "No mail server is known here, or nobody whom the mail is from; say both with:"
            f" {PROGRAM} config --mail-server smtp.example.com --mail-from marta@example.com"
        )


class NotForAServer(UsageProblem):
    """The user or the password has letters that no mail server is sent; which ones is not said."""

    def __init__(self) -> None:
        super().__init__(
            "The user or the password of the mail server has a letter that mail servers do not"
            " take (they take those of English, digits and signs); set another password there."
        )


@dataclass(frozen=True, kw_only=True)
class Courier:
    """The server and the secret addresses of channels; never printed."""

    settings: MailSettings
    server: smtp.Server | None = None
    reply_to: str | None = None
    channels: Mapping[str, str] = field(default_factory=dict, repr=False)

    def post(self, one: Message, to: Delivery, said: Body) -> None:
        """Carry a message to one recipient.

        Raises:
            NobodyCan: it cannot be done at all; nothing left the house.
            NotTaken: this recipient did not get it, or nobody knows whether.

        """
        if to.way is Way.NOTIFY:
            notify.post(
                self.channels[to.recipient],
                title=one.subject,
                markdown=said.markdown or said.text,
            )
        elif self.server is not None:
            self.server.post(self.letter(one, to, said), to.recipient)

    def letter(self, one: Message, to: Delivery, said: Body) -> EmailMessage:
        """Return the mail as it goes to one recipient.

        Raises:
            NotAnAddress: it cannot go there.

        """
        return mail.letter(
            said,
            subject=one.subject,
            from_=mail.sender(self.settings.sender, mend=_mend()),
            to=to.recipient,
            ident=to.ident,
            at=one.recorded_at,
            reply_to=self.reply_to,
        )


def without_secrets(settings: MailSettings, *, reply_to: str | None) -> Courier:
    """Return a courier who can write letters, and send none."""
    return Courier(settings=settings, reply_to=reply_to)


def courier(
    settings: MailSettings, wanted: Collection[tuple[Way, str]], *, reply_to: str | None
) -> Courier:
    """Return who carries messages to these recipients; only the secrets that it takes are read.

    Raises:
        NoServer, NoPassword, NoChannel: something that it takes is not there.
        OtherServer, NotForAServer: the password is for another server, or for none.
        LineIsOpen, UnknownSecurity, NotAnAddress: the settings of the mail do not fit.
        SecretsAreOpen, SecretsUnreadable: the file of secrets cannot be used.

    """
    by_mail = any(way is Way.MAIL for way, _ in wanted)
    return Courier(
        settings=settings,
        server=_server(settings) if by_mail else None,
        reply_to=reply_to,
        channels={name: secrets.channel_address(name) for way, name in wanted if way is Way.NOTIFY},
    )


def check(settings: MailSettings) -> str:
    """Return the domain that mail is from, where the settings fit together.

    Raises:
        NoServer, LineIsOpen, UnknownSecurity, NotAnAddress: they do not.

    """
    if not settings.is_set:
        raise NoServer
    smtp.check_line(settings)
    return mail.sender(settings.sender, mend=_mend())[1].rpartition("@")[2]


def _server(settings: MailSettings) -> smtp.Server:
    check(settings)
    user = settings.user
    password = secrets.mail_password(user, settings.host) if user else None
    if user and not f"{user}{password}".isascii():
        raise NotForAServer
    return smtp.Server(
        mail=settings,
        sender=mail.sender(settings.sender, mend=_mend())[1],
        password=password,
        patience=smtp.PATIENCE,
    )


def _mend() -> str:
    return f"set it with: {PROGRAM} config --mail-from marta@example.com"
