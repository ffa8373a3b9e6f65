"""The team says what answers are about, and has another mind about it later."""

# ruff: noqa: D102 - the name of a rule is its sentence

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from dailycontact.core.answer import Kind
from dailycontact.store import themes
from dailycontact.store.changing import Change
from dailycontact.themes.usecases import joining, naming, reading, wording
from properties.ground import Ground, places, several

NAMES = ("Delivery times", "Invoices", "Parking")
names = st.sampled_from(NAMES)


class Readings(Ground):
    """The rules about themes."""

    @precondition(lambda self: self.rows["answer"])
    @rule(some=several, name=st.none() | names, note=st.sampled_from((None, None, "Mondays")))
    def puts(self, some: list[int], name: str | None, note: str | None) -> None:
        numbers = [self.answer(place) for place in some]
        before = len(self.rows["reading"])

        def put(change: Change) -> None:
            theme = themes.theme_for(change, name, day=self.today)[0] if name else None
            reading.put(
                change, numbers, theme=theme, taken_out=theme is None, note=note, day=self.today
            )

        self.do("theme put", put)
        read = {row["answer_id"] for row in self.rows["reading"][before:]}
        assert read <= set(numbers), "another answer was read"

    @precondition(lambda self: self.rows["theme"])
    @rule(one=places, other=places)
    def merges_themes(self, one: int, other: int) -> None:
        whole, part = self.theme(one), self.theme(other)
        self.do("theme merge", lambda change: joining.merge(change, whole, [part], day=self.today))

    @precondition(lambda self: self.rows["reading"])
    @rule(place=places, into=names | st.just("Bicycles"))
    def splits_themes(self, place: int, into: str) -> None:
        in_one = [row["id"] for row in self.rows["answer"] if row["theme_id"] is not None]
        numbers = [self.among(in_one, place)]
        of = {row["id"]: row["theme_id"] for row in self.rows["answer"]}.get(numbers[0])
        name = next((row["name"] for row in self.rows["theme"] if row["id"] == of), NAMES[0])
        self.do(
            "theme split",
            lambda change: joining.split(change, name, numbers, into=into, day=self.today),
        )

    @precondition(lambda self: self.rows["theme"])
    @rule(place=places, new=names | st.sampled_from(("Bicycles", "Bikes")))
    def renames_themes(self, place: int, new: str) -> None:
        name = self.theme(place)
        self.do("theme rename", lambda change: naming.rename(change, name, new))

    @rule(name=names, word=st.sampled_from(("late", "bill")), praise=st.booleans())
    def sets_words_down(self, name: str, word: str, praise: bool) -> None:
        def add(change: Change) -> None:
            theme = None if praise else themes.theme_for(change, name, day=self.today)[0]
            kind = Kind.PRAISE if praise else None
            wording.add(change, [word], theme=theme, kind=kind, day=self.today)

        self.do("theme words", add)

    def theme(self, place: int) -> str:
        """Return the name of a theme that is there, as a rule."""
        there = sorted(row["name"] for row in self.rows["theme"])
        return there[place % len(there)] if there and place % 8 else NAMES[place % len(NAMES)]
