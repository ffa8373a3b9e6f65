"""How this program is called in the commands that its sentences name.

Whoever named another book, or said who they are, must be told commands that do so, too.
"""


class Program:
    """The words that a command begins with: "dailycontact", or "dailycontact --book demo".

    A sentence takes it up when it is put together: f"Wrong? {PROGRAM} undo".
    """

    def __init__(self) -> None:
        self._book = self._me = ""

    def called_with(self, *, book: str | None = None, me: str | None = None) -> None:
        """Remember the book and the leader that the command line named; None where it named none.

        An address of a database is not repeated: it may hold a password.
        """
        from shlex import quote

        shown = "URL" if book and "://" in book else quote(book or "")
        self._book = f" --book {shown}" if book else ""
        self._me = f" --as {quote(me)}" if me else ""

    def as_called_by(self, leader: str) -> str:
        """Return how a leader calls this program, in the same book."""
        from shlex import quote

        return f"dailycontact{self._book} --as {quote(leader)}"

    def __str__(self) -> str:
        return f"dailycontact{self._book}{self._me}"


PROGRAM = Program()
"""This program, in this process."""
