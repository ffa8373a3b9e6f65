"""The settings of a book, as rows."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dailycontact.core.book import BookSettings, MailSettings
from dailycontact.core.hours import stored_hours
from dailycontact.loop import LIMITED_STAGES, STAGE_LIMITS
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


def book_settings(look: Look) -> BookSettings:
    """Return what the book says of itself, with the defaults for what it does not say."""
    said = {row["key"]: row["value"] for row in look.rows("SELECT key, value FROM setting")}
    usual = BookSettings()
    return BookSettings(
        company=said.get("company", ""),
        country=said.get("country") or None,
        zone=said.get("zone", usual.zone),
        question=said.get("question", usual.question),
        work_days=_work_days(said.get("work_days")) or usual.work_days,
        hours=stored_hours(said.get("hours")) or usual.hours,
        attempts=int(said.get("attempts", usual.attempts)),
        cadence=int(said["cadence"]) if said.get("cadence") else None,
        seed=said.get("seed", ""),
        demo=said.get("demo") == "1",
        talks=said.get("talks") != "off",
        stage_limits=STAGE_LIMITS
        | {
            stage: int(said[f"limit.{stage.value}"])
            for stage in LIMITED_STAGES
            if said.get(f"limit.{stage.value}")
        },
        report_day=int(said.get("report_day", usual.report_day)),
        permission=said.get("permission", ""),
        mail=_mail(said),
        recipients=_by_edition(said, "recipients."),
        notify=_by_edition(said, "notify."),
        kept_words=frozenset(lines(said.get("kept_words"))),
        hidden_words=frozenset(lines(said.get("hidden_words"))),
    )


def _mail(said: Mapping[str, str]) -> MailSettings:
    usual = MailSettings()
    return MailSettings(
        host=said.get("mail.host", ""),
        port=int(said.get("mail.port", usual.port)),
        user=said.get("mail.user", ""),
        sender=said.get("mail.sender", ""),
        security=said.get("mail.security", usual.security),
    )


def _by_edition(said: Mapping[str, str], prefix: str) -> dict[str, tuple[str, ...]]:
    return {
        key.removeprefix(prefix): lines(value)
        for key, value in said.items()
        if key.startswith(prefix)
    }


def lines(text: str | None) -> tuple[str, ...]:
    """Return what stands in a setting line by line."""
    return tuple(line for line in (text or "").split("\n") if line)


def write_setting(change: "Change", key: str, value: str) -> None:
    """Store one setting; an empty value brings back the default."""
    row = change.row("SELECT id, value FROM setting WHERE key = :key", key=key)
    if row is None:
        if value:
            change.add("setting", key=key, value=value)
    elif not value:
        change.remove("setting", row["id"])
    else:
        change.set("setting", row["id"], value=value)


def _work_days(text: str | None) -> frozenset[int]:
    return frozenset(int(day) for day in (text or "").split(",") if day)
