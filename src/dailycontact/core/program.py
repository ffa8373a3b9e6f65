"""How this program is called in the commands that its sentences name.

Whoever was told another book must be told commands that act on that one, not on their own.
"""


class Program:
    """The word that a command begins with: "dailycontact", or "dailycontact --book demo".

    A sentence takes it up when it is put together: f"Wrong? {PROGRAM} undo".
    """

    def __init__(self) -> None:
        self._flags = ""

    def on_book(self, named: str | None) -> None:
        """Remember the book that the command line named; None where it named none.

        An address of a database is not repeated: it may hold a password.
        """
        from shlex import quote

        shown = "URL" if named and "://" in named else quote(named or "")
        self._flags = f" --book {shown}" if named else ""

    def __str__(self) -> str:
        return f"dailycontact{self._flags}"


PROGRAM = Program()
"""This program, in this process."""
