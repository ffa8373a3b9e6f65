"""The base of every error that a leader may see, and the exit codes, documented and frozen.

An expected error is a class beside the function that raises it. Its text is one sentence for the
leader: what is wrong, and what to do next. Anything else is a bug.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the program tells the shell; see docs/reference/exit-codes.md."""

    DONE = 0
    FOUND_SOMETHING = 1
    USAGE = 2
    BAD_INPUT = 3
    NOT_FOUND = 4
    BUSY = 5
    STORAGE = 6
    REFUSED = 7
    DELIVERY = 8
    BUG = 70
    INTERRUPTED = 130


class DailycontactError(Exception):
    """An error that was foreseen; str() of it is the sentence that the leader reads."""

    exit_code = ExitCode.REFUSED


class UsageProblem(DailycontactError):
    """A value is missing or does not fit; the sentence names the flag."""

    exit_code = ExitCode.USAGE


class BadInput(DailycontactError):
    """A file or a value cannot be used; the sentence names file, line, column and value."""

    exit_code = ExitCode.BAD_INPUT


class NotFound(DailycontactError):
    """Nothing, or more than one thing, goes by that name."""

    exit_code = ExitCode.NOT_FOUND


class Busy(DailycontactError):
    """Another dailycontact is writing, and did not finish in time."""

    exit_code = ExitCode.BUSY


class StorageProblem(DailycontactError):
    """The book cannot be read or written: full, read-only, damaged, foreign or newer."""

    exit_code = ExitCode.STORAGE


class Refused(DailycontactError):
    """The loop does not allow it: do not contact, not done yet, told already."""

    exit_code = ExitCode.REFUSED


class DeliveryProblem(DailycontactError):
    """Something that should be sent was not; the sentence names to whom, and why."""

    exit_code = ExitCode.DELIVERY


class Interrupted(DailycontactError):
    """Ctrl-C, in a command or at a prompt."""

    exit_code = ExitCode.INTERRUPTED
