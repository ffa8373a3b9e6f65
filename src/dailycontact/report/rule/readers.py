"""What the readers of an edition may see of an answer: whether at all, by whom, in which words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from dailycontact.core.answer import Answer, Consent
from dailycontact.core.contacts import Ways
from dailycontact.core.known import Known
from dailycontact.core.masking import Hidden, Masker, mask_for
from dailycontact.core.passing import stays_with_leader
from dailycontact.core.sentences import first_name
from dailycontact.core.spelling import squeezed
from dailycontact.core.standing import Standing
from dailycontact.report.rule.facts import Facts
from dailycontact.report.rule.labels import labels_for
from dailycontact.report.rule.report import Edition, Replaced, Said

SOMEBODY = "a customer"
OURS = "a text of ours"


@dataclass(frozen=True, kw_only=True)
class Readers:
    """Those for whom an edition is made."""

    facts: Facts
    edition: Edition
    masker: Masker | None = None
    """None for leaders, who may see everything."""
    earlier: "Earlier | None" = None
    """What was hidden already at the cutoff, where anything came into the book since."""
    labels: Mapping[int, str] = field(default_factory=dict)
    """What those are called who did not agree to be named, by customer (id)."""
    _replaced: dict[Replaced, None] = field(default_factory=dict)
    _since: set[str] = field(default_factory=set)
    _masks: dict[object, tuple[str, tuple[Hidden, ...]]] = field(default_factory=dict)
    """What was masked already: an answer stands in a report more than once."""

    @property
    def replaced(self) -> tuple[Replaced, ...]:
        """What was hidden so far, or left as a word, each once in each text; for a preview."""
        return tuple(self._replaced)

    @property
    def hidden_since(self) -> int:
        """How many names, numbers and addresses that came since the cutoff hid something so far."""
        return len(self._since)

    def may_read(self, answer: Answer) -> bool:
        """Return whether the answer is in this edition."""
        return self.edition is Edition.LEADER or stays_with_leader(answer) is None

    def who(self, answer: Answer) -> str:
        """Return who said it, as far as these readers may know."""
        company = "" if answer.company == answer.customer else answer.company
        if self.edition is Edition.LEADER:
            return f"{answer.customer}, {company}" if company else answer.customer
        if not self.edition.names_customers or answer.consent is not Consent.NAME:
            return self.labels.get(answer.customer_id, SOMEBODY)
        if answer.company == answer.customer:
            return answer.customer
        return (
            f"{first_name(answer.customer)}, {company}" if company else first_name(answer.customer)
        )

    def words(self, answer: Answer) -> str:
        """Return the words of an answer, without what these readers may not see."""
        who = (answer.customer, answer.company)
        named = self.edition.names_customers and answer.consent is Consent.NAME
        return self._masked(
            answer.verbatim,
            () if named else (who,),
            speaker=who if named and who in self.facts.named else None,
            where=f"answer {answer.id}",
        )

    def about(self, text: str, answer_ids: tuple[int, ...], *, where: str = "") -> str:
        """Return a text of the team's own about these answers, such as the title of an action.

        In it, parts of the names of those who gave them are masked, too: who agreed to be named is
        named beside their own words. `where` is what the text is called in a preview.
        """
        found = [self.facts.standing(answer_id) for answer_id in answer_ids]
        askers = dict.fromkeys(
            (one.answer.customer, one.answer.company) for one in found if one is not None
        )
        return self._masked(text, askers, where=where or _about(answer_ids))

    def mask(self, text: str, *, where: str = OURS) -> str:
        """Return a text that is about nobody's answer, without what these readers may not see."""
        return self._masked(text, (), where=where)

    def _masked(
        self,
        text: str,
        askers: Iterable[tuple[str, str]],
        *,
        where: str,
        speaker: tuple[str, str] | None = None,
    ) -> str:
        if self.masker is None:
            return text
        asked = (text, tuple(askers), speaker)
        if asked not in self._masks:
            looked = self.masker.look(text, askers=asked[1], speaker=speaker)
            self._masks[asked] = looked
            if self.earlier:
                self._since.update(self.earlier.not_yet(looked[1], *asked))
        masked, found = self._masks[asked]
        for one in found:
            self._replaced[Replaced(found=one.found, instead=one.instead, where=where)] = None
        return masked

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


def _about(answer_ids: tuple[int, ...]) -> str:
    """Return what a text is called that is about these answers."""
    listed = ", ".join(map(str, answer_ids))
    return f"what was done about {listed}" if listed else OURS


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """What would have been hidden by what the book knew at the cutoff."""

    facts: Facts
    edition: Edition

    def not_yet(
        self,
        found: Iterable[Hidden],
        text: str,
        askers: tuple[tuple[str, str], ...],
        speaker: tuple[str, str] | None,
    ) -> Iterable[str]:
        """Return what was found in a text and would not have been, as names are compared."""
        gone = {one.found for one in found if one.instead is not None}
        if not gone or not self._may_have_changed(text):
            return ()
        _, before = self._masker.look(text, askers=askers, speaker=speaker)
        there = {one.found for one in before if one.instead is not None}
        return {squeezed(each) for each in gone - there}

    def _may_have_changed(self, text: str) -> bool:
        """Return, quickly, whether anything that came since stands in a text."""
        facts = self.facts
        if facts.team_since or facts.kept_before or facts.hidden_since:
            return True
        return self._news(text) != self._looks(text)

    @cached_property
    def _masker(self) -> Masker:
        facts = self.facts
        then = replace(
            facts,
            team_since=(),
            kept_words=facts.kept_words | facts.kept_before,
            hidden_words=facts.hidden_words - facts.hidden_since,
        )
        return _masker(then, facts.known.without(facts.since), self.edition)

    @cached_property
    def _news(self) -> Masker:
        return _masker(self.facts, self.facts.since, self.edition)

    @cached_property
    def _looks(self) -> Masker:
        return _masker(self.facts, Known(), self.edition)


def _masker(facts: Facts, known: Known, edition: Edition) -> Masker:
    hide_team = not edition.names_customers
    return mask_for(
        known.people,
        team=(*facts.team, *facts.team_since) if hide_team else facts.team,
        hide_team=hide_team,
        kept_words=facts.kept_words,
        hidden_words=facts.hidden_words,
        ways=Ways(numbers=known.numbers, addresses=known.addresses),
        remembered=facts.remembered,
    )


def readers_of(facts: Facts, edition: Edition) -> Readers:
    """Return the readers of an edition of these facts."""
    if edition is Edition.LEADER:
        return Readers(facts=facts, edition=edition)
    masker = _masker(facts, facts.known, edition)
    since = (facts.since.anybody, facts.team_since, facts.kept_before, facts.hidden_since)
    earlier = Earlier(facts=facts, edition=edition) if any(since) else None
    labels = labels_for(
        (one.answer.customer_id for one in facts.standings),
        seed=facts.seed,
        period=facts.period,
        edition=edition,
    )
    return Readers(facts=facts, edition=edition, masker=masker, labels=labels, earlier=earlier)
