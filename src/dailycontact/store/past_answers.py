"""Answers as they were at an instant: their words, where they stood, and how they were read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from dailycontact.core.answer import Answer, Consent, Kind
from dailycontact.core.standing import Doing, Standing, since, stage_of, wait_of
from dailycontact.store.forms import day_of, instant_of
from dailycontact.store.looking import Row
from dailycontact.store.past_doings import PastDoings
from dailycontact.store.past_team import PastTeam
from dailycontact.store.then import Then
from dailycontact.store.touched import in_blocks

_FROM_NARROW = (Consent.NO, Consent.WORDS, Consent.NAME)

_ANSWERS = (
    "SELECT answer.id, answer.customer_id, customer.name AS customer, customer.company, verbatim,"
    " kind, consent, urgent, private, praised_id, answer.day, answer.recorded_at,"
    " (SELECT MIN(day) FROM sharing WHERE sharing.answer_id = answer.id"
    "  AND edition = 'team' AND sharing.recorded_at < :until) AS shared_on,"
    " (SELECT COUNT(*) FROM amendment WHERE amendment.answer_id = answer.id"
    "  AND amendment.recorded_at < :until) AS amended"
    " FROM answer JOIN customer ON customer.id = answer.customer_id"
    " WHERE answer.recorded_at < :until AND answer.id IN ({}) ORDER BY answer.id"
)
_THEMES = (
    "SELECT answer_id, theme_id FROM reading WHERE id IN (SELECT MAX(id) FROM reading"
    " WHERE recorded_at < :until AND answer_id IN ({}) GROUP BY answer_id)"
)


class PastAnswers:
    """Reads answers as of an instant; the names of the team and the themes are read once."""

    def __init__(self, then: Then, team: PastTeam) -> None:
        self._then = then
        self.doings = PastDoings(then, team)
        self._themes = {
            row["id"]: str(then.as_it_was("theme", row, row_id=row["id"])["name"])
            for row in then.look.rows("SELECT id, name FROM theme")
        }

    def standings(self, answer_ids: Iterable[int], *, today: date) -> Iterator[Standing]:
        """Yield these answers, each as it stood then, oldest first; `today` is that day.

        How long they have rested, by the book's patience of today, is not told.
        """
        for block in in_blocks(answer_ids):
            doings = self.doings.of_answers(block)
            themes = self.themes(block)
            for row in self._then.look.among(_ANSWERS, block, until=self._then.until):
                number = row["id"]
                yield self._standing(row, doings.get(number, ()), themes.get(number), today)

    def themes(self, answer_ids: Sequence[int]) -> dict[int, str]:
        """Return, by answer, how it was read then, where it was."""
        rows = self._then.look.among(_THEMES, answer_ids, until=self._then.until)
        return {
            row["answer_id"]: self._themes[row["theme_id"]]
            for row in rows
            if row["theme_id"] in self._themes
        }

    def _standing(
        self, row: Row, doings: tuple[Doing, ...], theme: str | None, today: date
    ) -> Standing:
        answer = self._answer(row)
        shared_on = None if row["shared_on"] is None else day_of(row["shared_on"])
        stage = stage_of(answer.kind, shared=shared_on is not None, doings=doings)
        began = since(answer, stage=stage, shared_on=shared_on, doings=doings)
        so_far = Standing(
            answer=answer,
            shared_on=shared_on,
            doings=doings,
            stage=stage,
            since=began,
            theme=theme,
            day=today,
        )
        wait = wait_of(
            stage,
            since=began,
            shared_on=shared_on,
            settled=so_far.settled,
            doings=doings,
            stays=answer.is_suggestion and answer.stays,
        )
        return so_far if wait is None else replace(so_far, wait=wait)

    def _answer(self, row: Row) -> Answer:
        was = self._then.as_it_was("answer", row, row_id=row["id"])
        customer = self._then.row("customer", was["customer_id"]) or {
            "name": row["customer"],
            "company": row["company"],
        }
        return Answer(
            id=row["id"],
            customer_id=was["customer_id"],
            customer=customer["name"],
            company=customer["company"],
            verbatim=was["verbatim"],
            kind=Kind(was["kind"]),
            consent=narrower(Consent(row["consent"]), Consent(was["consent"])),
            urgent=bool(was["urgent"]),
            private=bool(row["private"] or was["private"]),
            praised=self.doings.name(was["praised_id"]),
            day=day_of(was["day"]),
            recorded_at=instant_of(row["recorded_at"]),
            amended=bool(row["amended"]),
        )


def narrower(one: Consent, other: Consent) -> Consent:
    """Return the consent that allows less."""
    return min((one, other), key=_FROM_NARROW.index)
