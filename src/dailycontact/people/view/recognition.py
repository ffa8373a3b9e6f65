"""What an import shows of a file before anything comes in: who wrote it, what its columns mean."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from dailycontact.core.contact import LONGEST_VALUE_SHOWN, shortened
from dailycontact.core.sentences import count, listed, say_cadence
from dailycontact.people.usecases.import_guessing import Proposal
from dailycontact.people.usecases.import_reading import Recognised
from dailycontact.terminal.card import Part, labelled, paragraph, quoted, spread
from dailycontact.terminal.door import cells
from dailycontact.terminal.styles import LABEL, NAME, WARNING

if TYPE_CHECKING:
    from rich.table import Table

SHORTEST = 12
"""Characters of a sample that are shown at the least."""
HEADER = 20
"""Characters of a header that are shown in the table."""
BETWEEN = 2
"""Columns of the screen that are kept free between two columns."""
LABELLED = 10
"""Characters of a header that stand beside its samples."""
ASKED_FOR = (
    *("name", "first_name", "last_name", "company", "phone", "email", "country", "segment"),
    *("leader", "external_id", "do_not_contact"),
)
"""The fields that are offered where nothing says what the columns are."""
NAMED = 12
"""Columns left out that are named; the others are counted."""

_FIELDS = {
    "external_id": "their id",
    "leader": "whose customer",
    "do_not_contact": "do not contact",
}


def opening(recognised: Recognised, *, people: int, files: int = 1) -> Part:
    """Return the line that says what was recognised: "Northwind customers, 93 people"."""
    program = recognised.program
    what = f"{program}, {_people(people)}" if program else _people(people)
    part = recognised.part
    what += f" in the first of {files} files" if files > 1 else ""
    said = [recognised.name, f"sheet {part}" if part else ""]
    said.append(f"read as {recognised.sheet.encoding.upper()}" if recognised.sheet.guessed else "")
    return spread((what, NAME), (" · ".join(filter(None, said)), LABEL))


def _people(rows: int) -> str:
    return f"{rows:,} {'person' if rows == 1 else 'people'}"


def columns(
    recognised: Recognised, *, filled: Collection[int], width: int
) -> list["Part | Table | str"]:
    """Return the columns, what each becomes, and the first rows in them, on `width` columns.

    `filled` are the numbers of those that hold anything; of the others there is only one word.
    """
    from dailycontact.terminal.table import table

    kept = [column for column in recognised.mapping.columns if column.field]
    said = [
        (column.number - 1, _cut(column.header, HEADER), _becomes(column.field, column.label))
        for column in kept
        if column.number in filled
    ]
    widths = [(cells(header), cells(becomes)) for _, header, becomes in said]
    beside = sum(map(max, zip(*widths, strict=True))) if widths else 0
    samples = recognised.samples
    left = width - beside - BETWEEN * (len(samples) + 2)
    room = _room([[row[at].strip() for at, _, _ in said] for row in samples], left)
    rows = [
        [header, becomes, *(_cut(row[at].strip(), room) for row in samples)]
        for at, header, becomes in said
    ]
    empty = count(len(kept) - len(rows), "column is empty", "columns are empty")
    numbers = [f"row {number}" for number in range(1, len(recognised.samples) + 1)]
    return [
        "",
        table(["column", "becomes", *numbers], rows),
        *([paragraph(f"{empty}.", style=LABEL)] if len(rows) < len(kept) else []),
        *left_out(recognised),
    ]


def doubts(recognised: Recognised) -> list[Part | str]:
    """Return what may be wrong with how the file was understood."""
    return [paragraph(doubt, style=WARNING) for doubt in (*guess(recognised), *recognised.doubts)]


def guess(recognised: Recognised) -> tuple[str, ...]:
    """Return the sentence that says that the letters were guessed; nothing where they were not."""
    if not recognised.sheet.guessed:
        return ()
    said = (
        f"The letters were read as {recognised.sheet.encoding}, which is a guess; "
        "if names look wrong, name it with --encoding."
    )
    return (said,)


def left_out(recognised: Recognised) -> list[Part | str]:
    """Return which columns are not stored."""
    names = [shortened(column.header) for column in recognised.mapping.left_out]
    if not names:
        return []
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ["", labelled("LEFT OUT", f"{', '.join(names[:NAMED])}{more}: not stored.")]


def _becomes(field: str, label: str) -> str:
    name = _FIELDS.get(field, field.replace("_", " "))
    return f"{name} ({label})" if label else name


def _room(samples: Sequence[Sequence[str]], left: int) -> int:
    """Return how wide a cell may be for all samples, row by row, to fit beside each other."""
    widest = [max(map(cells, row), default=0) for row in samples]
    for room in range(LONGEST_VALUE_SHOWN, SHORTEST, -1):
        if sum(min(room, each) for each in widest) <= left:
            return room
    return SHORTEST


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1]}…"


def letters(recognised: Recognised, lines: Sequence[tuple[int, str]]) -> list[Part | str]:
    """Return the lines whose letters were guessed, so that somebody can see if they are right."""
    name = recognised.sheet.encoding.upper()
    return [
        "",
        paragraph(f"Nothing in the file says how its letters are written. Read as {name}:"),
        "",
        *(labelled(f"line {number}", shortened(text)) for number, text in lines),
        "",
    ]


def country_question(number: int, example: str) -> list[Part | str]:
    """Return why it is asked where the numbers are."""
    has = "1 number has" if number == 1 else f"{number:,} numbers have"
    return ["", paragraph(f"{has} no country code, like {quoted(shortened(example))}."), ""]


def segment_question(name: str, people: int) -> str:
    """Return the question how often the people of a segment are phoned."""
    return f"{shortened(name)}, {_people(people)} (month, quarter, year; Enter: like all)"


def asks_for(calls_a_day: float) -> Part:
    """Return what the rhythms that were wished ask for, before anybody comes in."""
    if calls_a_day <= 1:
        days = round(1 / calls_a_day) if calls_a_day else 0
        often = "a call a day" if days <= 1 else f"one call in {days} days"
        return paragraph(f"Together that is about {often}: one a day is enough.")
    return paragraph(
        f"Together that is about {calls_a_day:.1f} calls a day. With one a day, turns come about"
        f" {calls_a_day:.1f} times as late as you wish."
    )


def not_read(names: Sequence[str]) -> str:
    """Return which files of a folder or an archive were passed over."""
    shown = listed([shortened(name) for name in names], most=5)
    return f"Not read: {shown}."


def unknown_columns(recognised: Recognised) -> list[Part | str]:
    """Return why it is asked what the columns are."""
    said = f"Nothing in {recognised.name} says who the people are. What are its columns?"
    fields = ", ".join(field.replace("_", " ") for field in ASKED_FOR)
    return ["", paragraph(said), paragraph(f"They can be: {fields}; - leaves one out."), ""]


def column_samples(proposal: Proposal) -> Part:
    """Return a column as it was found, with a few of its cells."""
    some = ", ".join(quoted(shortened(sample)) for sample in proposal.samples)
    return labelled(_cut(proposal.header, LABELLED), some)


def column_question(usual: str) -> str:
    """Return the question what a column is, with what it looks like; "" for nothing."""
    return f"is (Enter: {usual.replace('_', ' ') if usual else 'leave it out'})"


def taken_already(field: str) -> str:
    """Return what to say of a field that another column is already."""
    return f"Another column is the {field.replace('_', ' ')} already; - leaves this one out."


def about_nobody(recognised: Recognised) -> str:
    """Return what to say of a file in which no column is a name or a company."""
    return f"{recognised.name} is left out: nothing in it says who anybody is."


def bring_them_in(files: int) -> str:
    """Return the question whether they come in."""
    return "Bring them in?" if files == 1 else f"Bring in the people of all {files} files?"


ANOTHER = "none of these"


def spelling(encoding: str, text: str) -> str:
    """Return a line as it reads in an encoding, to choose from."""
    return f"{shortened(text)}   ({encoding})"


def cadence_taken(days: int) -> str:
    """Return a rhythm as it was understood."""
    return f"{say_cadence(days)}."


def no_such_field(typed: str) -> str:
    """Return what to say of a word that is no field."""
    fields = ", ".join(field.replace("_", " ") for field in ASKED_FOR)
    return f"{typed!r} is none of them: {fields}; - leaves the column out."


def dry_run(files: int) -> str:
    """Return what a dry run ends with."""
    said = "Nothing was changed: this was a dry run."
    if files <= 1:
        return said
    return f"{said} Each file was looked at by itself: who stands in two of them counts twice."
