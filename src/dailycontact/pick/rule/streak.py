"""The habit: on how many working days in a row a leader tried, whatever came of it."""

from collections.abc import Collection, Sequence


def streak(tried: Sequence[int], *, today: int, forgiven: Collection[int] = ()) -> int:
    """Return on how many working days in a row the leader tried, up to today or the last one.

    `tried` are the numbers of the working days with a try, newest first. Neither today, while it
    has none yet, nor the `forgiven` days break the row: those on which nobody was due, and those
    of the leader's own leave. They do not count either.
    """
    days = set(tried)
    row = 0
    for number in range(today, min(days, default=today + 1) - 1, -1):
        if number in days:
            row += 1
        elif number != today and number not in forgiven:
            break
    return row
