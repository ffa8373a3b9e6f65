"""What a leader types for a setting, read; and a setting, said."""

from collections.abc import Iterable

from dailycontact.core import hours
from dailycontact.core.calendar import WEEKDAYS
from dailycontact.core.countries import country_code
from dailycontact.core.references import typed_number
from dailycontact.core.sentences import listed
from dailycontact.errors import UsageProblem
from dailycontact.loop import CADENCES, LIMITED_STAGES, Stage

MOST_ATTEMPTS = 9
LONGEST_CADENCE = 2600
"""Working days, ten years: beyond that it is a slip of the finger."""
LONGEST_LIMIT = 260
AUTO = "auto"
WEEKLY, OFF = "weekly", "off"
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class SettingUnreadable(UsageProblem):
    """A value does not fit its setting."""

    def __init__(self, flag: str, typed: str, wanted: str) -> None:
        super().__init__(f"{flag} {typed!r} cannot be used; write {wanted}.")


def read_question(typed: str) -> str:
    """Return the question; it cannot be empty.

    Raises:
        SettingUnreadable: it is.

    """
    words = " ".join(typed.split())
    if not words:
        raise SettingUnreadable("--question", typed, "what you ask, in one sentence")
    return words


def read_country(typed: str) -> str:
    """Return the ISO 3166 code of a country, or nothing for "none".

    Raises:
        SettingUnreadable: no country is called that.

    """
    if typed.strip().casefold() in ("", "none"):
        return ""
    code = country_code(typed)
    if code is None:
        raise SettingUnreadable("--country", typed, "a country like Germany or DE, or none")
    return code


def read_company(typed: str) -> str:
    """Return the company's name on one line; it may be empty."""
    return " ".join(typed.split())


def read_work_days(typed: str) -> str:
    """Return weekdays (mon-fri; sun-thu; mon,wed,fri) as they are stored: "0,1,2,3,4".

    Raises:
        SettingUnreadable: they are no weekdays.

    """
    days: set[int] = set()
    for part in typed.casefold().replace(" ", "").split(","):
        first, dash, last = part.partition("-")
        start, end = _work_day(first, typed), _work_day(last if dash else first, typed)
        days |= {(start + step) % 7 for step in range((end - start) % 7 + 1)}
    return ",".join(map(str, sorted(days)))


def _work_day(word: str, typed: str) -> int:
    day = _weekday(word)
    if day is None:
        raise SettingUnreadable("--work-days", typed, "days like mon-fri, or mon,tue,thu")
    return day


def _weekday(word: str) -> int | None:
    return WEEKDAYS.index(word[:3]) if word[:3] in WEEKDAYS else None


def read_report_day(typed: str) -> str:
    """Return the weekday of the team's report as it is stored: "4" for Friday.

    Raises:
        SettingUnreadable: it is no weekday.

    """
    day = _weekday(typed.strip().casefold())
    if day is None:
        raise SettingUnreadable("--report-day", typed, "a weekday, like friday")
    return str(day)


def read_hours(typed: str) -> str:
    """Return the hours at which customers are phoned as they are stored: "09:00-17:00".

    Raises:
        HoursUnreadable, HoursEndEarly, HoursTooEarlyOrLate: they cannot be meant.

    """
    return str(hours.read_hours(typed)[0])


def cut_hours(typed: str | None) -> str:
    """Return the sentence that hours were cut to those at which one may ring; "" where not."""
    return "" if typed is None else hours.read_hours(typed)[1]


def read_attempts(typed: int) -> str:
    """Return how many customers are proposed a day, until somebody answers.

    Raises:
        SettingUnreadable: fewer than one, or too many for a morning.

    """
    if not 1 <= typed <= MOST_ATTEMPTS:
        raise SettingUnreadable("--attempts", str(typed), f"a number from 1 to {MOST_ATTEMPTS}")
    return str(typed)


def read_cadence(typed: str, *, flag: str = "--cadence") -> str:
    """Return a cadence in working days as text; nothing for "auto".

    Raises:
        SettingUnreadable: it is none.

    """
    word = typed.strip().casefold()
    if word == AUTO:
        return ""
    if word in CADENCES:
        return str(CADENCES[word])
    every = typed_number(word)
    if every is not None and 1 <= every <= LONGEST_CADENCE:
        return str(every)
    wanted = "month, quarter, year, a number of working days, or auto"
    raise SettingUnreadable(flag, typed, wanted)


def read_talks(typed: str) -> str:
    """Return whether there are talks with the team, as it is stored: nothing for "weekly".

    Raises:
        SettingUnreadable: it is neither weekly nor off.

    """
    word = typed.strip().casefold()
    if word not in (WEEKLY, OFF):
        raise SettingUnreadable("--talks", typed, f"{WEEKLY} or {OFF}")
    return "" if word == WEEKLY else word


def read_limits(typed: Iterable[str]) -> dict[Stage, str]:
    """Return how long answers may wait in a stage, in working days, from "heard=5".

    Nothing for "heard=auto": as it was before anybody said otherwise.

    Raises:
        SettingUnreadable: no such stage, or no such number.

    """
    return dict(_limit(one) for one in typed)


def _limit(typed: str) -> tuple[Stage, str]:
    stage, sign, said = typed.casefold().replace(" ", "").partition("=")
    days = typed_number(said)
    known = {limited.value: limited for limited in LIMITED_STAGES}
    if stage in known and sign and said in ("", AUTO):
        return known[stage], ""
    if stage not in known or days is None or not 1 <= days <= LONGEST_LIMIT:
        stages = listed(list(known), most=len(known))
        wanted = f"heard=5 (working days) or heard=auto; the stages are {stages}"
        raise SettingUnreadable("--limit", typed, wanted)
    return known[stage], str(days)


def read_segment_cadences(typed: Iterable[str]) -> dict[str, str]:
    """Return the cadence of each segment that is named, from "Key accounts=month".

    Raises:
        SettingUnreadable: there is no =, or no cadence behind it.

    """
    found = {}
    for one in typed:
        name, sign, cadence = one.rpartition("=")
        if not sign or not name.strip():
            wanted = 'the segment and how often, like "Key accounts=month"'
            raise SettingUnreadable("--segment-cadence", one, wanted)
        found[name.strip()] = read_cadence(cadence, flag="--segment-cadence")
    return found


def say_weekday(day: int) -> str:
    """Return a weekday by its name: 4 is Friday."""
    return _NAMES[day]


def say_work_days(days: Iterable[int]) -> str:
    """Return weekdays as one says them: "mon-fri", "mon, wed and fri"."""
    ordered = sorted(days)
    if len(ordered) > 1 and ordered == list(range(ordered[0], ordered[-1] + 1)):
        return f"{WEEKDAYS[ordered[0]]}-{WEEKDAYS[ordered[-1]]}"
    return listed([WEEKDAYS[day] for day in ordered], most=7)
