"""What the readers of an edition may see of an answer: whether at all, by whom, in which words."""

from dataclasses import dataclass

from dailycontact.core.answer import Answer, Consent
from dailycontact.core.masking import Mask, mask_askers, mask_for, mask_own, unmasked
from dailycontact.core.passing import stays_with_leader
from dailycontact.core.sentences import first_name
from dailycontact.core.standing import Standing
from dailycontact.report.rule.facts import Facts
from dailycontact.report.rule.report import Edition, Said

SOMEBODY = "a customer"


@dataclass(frozen=True, kw_only=True)
class Readers:
    """Those for whom an edition is made."""

    facts: Facts
    edition: Edition
    mask: Mask

    def may_read(self, answer: Answer) -> bool:
        """Return whether the answer is in this edition."""
        return self.edition is Edition.LEADER or stays_with_leader(answer) is None

    def who(self, answer: Answer) -> str:
        """Return who said it, as far as these readers may know."""
        company = "" if answer.company == answer.customer else answer.company
        if self.edition is Edition.LEADER:
            return f"{answer.customer}, {company}" if company else answer.customer
        if answer.consent is not Consent.NAME:
            return SOMEBODY
        if answer.company == answer.customer:
            return answer.customer
        return (
            f"{first_name(answer.customer)}, {company}" if company else first_name(answer.customer)
        )

    def words(self, answer: Answer) -> str:
        """Return the words of an answer, without what these readers may not see."""
        if self.edition is Edition.LEADER:
            return answer.verbatim
        if answer.consent is Consent.NAME:
            return self.mask(answer.verbatim)
        return mask_own(answer.verbatim, answer.customer, answer.company, mask=self.mask)

    def about(self, text: str, answer_ids: tuple[int, ...]) -> str:
        """Return a text of the team's own about these answers, such as the title of an action.

        In it, parts of the names of those who did not agree to be named are masked, too.
        """
        if self.edition is Edition.LEADER:
            return text
        found = [self.facts.standing(answer_id) for answer_id in answer_ids]
        askers = dict.fromkeys(
            (one.answer.customer, one.answer.company) for one in found if one is not None
        )
        hidden = [asker for asker in askers if asker not in self.facts.named]
        return mask_askers(text, hidden, mask=self.mask)

    def said(self, standing: Standing) -> Said:
        """Return an answer as it is shown to these readers."""
        answer = standing.answer
        return Said(
            answer_id=answer.id,
            words=self.words(answer),
            who=self.who(answer),
            day=answer.day,
            earlier=answer.day < self.facts.period.first,
            kind=answer.kind,
            urgent=answer.urgent,
            private=stays_with_leader(answer) is not None,
            praised=answer.praised,
            stage=standing.stage,
        )

    def readable(self, answer_ids: tuple[int, ...]) -> list[Standing]:
        """Return those of the answers that are in this edition, as they stood at the end."""
        found = [self.facts.standing(answer_id) for answer_id in answer_ids]
        return [one for one in found if one is not None and self.may_read(one.answer)]


def readers_of(facts: Facts, edition: Edition) -> Readers:
    """Return the readers of an edition of these facts."""
    if edition is Edition.LEADER:
        return Readers(facts=facts, edition=edition, mask=unmasked)
    mask = mask_for(facts.texts(), facts.people, named=facts.named, team=facts.team)
    return Readers(facts=facts, edition=edition, mask=mask)
