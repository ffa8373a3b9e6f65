"""What a book knows of itself: its question, its days, its patience. Shared by its leaders."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dailycontact.core.calendar import USUAL_WORK_DAYS
from dailycontact.core.hours import USUAL, Hours
from dailycontact.loop import DEFAULT_QUESTION, REPORT_DAY, STAGE_LIMITS, Stage


@dataclass(frozen=True, kw_only=True)
class BookSettings:
    """The settings of a book.

    `cadence` (working days) holds for customers without their own and without a segment's; None
    means the shortest usual one that one call a day can keep. `stage_limits` are working days;
    where there is none for what was heard, it is to be shared by the next `report_day` (a weekday,
    0 is Monday).
    """

    company: str = ""
    country: str | None = None
    zone: str = "UTC"
    question: str = DEFAULT_QUESTION
    work_days: frozenset[int] = USUAL_WORK_DAYS
    hours: Hours = USUAL
    attempts: int = 3
    cadence: int | None = None
    seed: str = ""
    demo: bool = False
    talks: bool = True
    """Whether the leaders talk with somebody of the team each week."""
    stage_limits: Mapping[Stage, int] = field(default_factory=lambda: dict(STAGE_LIMITS))
    report_day: int = REPORT_DAY
