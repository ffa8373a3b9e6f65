"""What has been typed of a conversation so far, so that nothing of it is lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from dailycontact.ask.rule import Conversation, Heard
from dailycontact.core.answer import Kind
from dailycontact.core.call import Outcome
from dailycontact.core.customer import Customer


@dataclass
class Notebook:
    """The conversation, as far as it has been typed."""

    customer: Customer
    day: date
    proposed: bool = False
    conversation: Conversation = field(init=False)

    def __post_init__(self) -> None:
        self.conversation = Conversation(
            outcome=Outcome.REACHED,
            day=self.day,
            customer_id=self.customer.id,
            proposed=self.proposed,
        )

    @property
    def typed(self) -> Conversation | None:
        """What there is to be kept: None where nothing but keys was pressed."""
        begun = self.conversation
        said = (begun.heard, begun.notes, begun.promise, begun.call_back)
        return begun if begun.informed or any(said) else None

    def note(self, **values: object) -> None:
        """Write down more of the conversation."""
        self.conversation = replace(self.conversation, **values)  # type: ignore[arg-type]  # fields by name

    def hear(self, heard: Heard) -> None:
        """Write down one more thing that the customer said."""
        self.note(heard=(*self.conversation.heard, heard))

    def wish(self, words: str) -> None:
        """Write down a wish, which takes the place of nothing to wish for."""
        heard = self.conversation.heard
        others = tuple(one for one in heard if one.kind is not Kind.NOTHING)
        self.note(heard=(*others, Heard(words=words)))

    @property
    def last_wish(self) -> Heard | None:
        """The last wish that was heard."""
        return next((one for one in reversed(self.conversation.heard) if one.is_wish), None)

    def change_last(self, **values: object) -> None:
        """Write down more of what was heard last."""
        self._change(self.conversation.heard[-1], values)

    def change_last_wish(self, **values: object) -> None:
        """Write down more of the last wish, and of nothing else."""
        if self.last_wish is not None:
            self._change(self.last_wish, values)

    def forget_last(self) -> None:
        """Take out what was written down last."""
        self.note(heard=self.conversation.heard[:-1])

    def _change(self, heard: Heard, values: Mapping[str, object]) -> None:
        changed = replace(heard, **values)  # type: ignore[arg-type]  # the fields by name
        every = self.conversation.heard
        self.note(heard=tuple(changed if one is heard else one for one in every))
