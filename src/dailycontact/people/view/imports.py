"""What an import shows of what came of a file, and its JSON document."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dailycontact.core.contact import Problem, shortened
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, listed
from dailycontact.people.usecases.import_judging import (
    NO_ADDRESS,
    NO_CADENCE,
    NO_CALLS,
    NO_COUNTRY,
    NO_MEMBER,
    NO_ZONE,
)
from dailycontact.people.usecases.import_reading import Recognised
from dailycontact.people.usecases.import_renaming import ANOTHER_NAME
from dailycontact.people.usecases.import_warnings import Kind
from dailycontact.people.usecases.imports import Imported
from dailycontact.people.view import recognition
from dailycontact.terminal.card import GUTTER, Part, labelled, paragraph, quoted, spread
from dailycontact.terminal.door import cells, safe
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME

FILES_NAMED = 3
"""Files that the history names; more of them are counted."""
SHOWN = 10
"""Refused rows that are shown; the others are counted."""

_HOMELESS = "no country, so no international form"
_NOT_WHOLE = {
    "no area code, so not a full number": "without an area code",
    "not a valid number": "not in use in their country",
    "too short for a number": "too short",
    "too long for a number": "too long",
    "not as long as a number": "of an odd length",
    _HOMELESS: "without a country (--country names it)",
    "no such calling code": "with an unknown calling code",
    "too short for a phone number": "far too short",
    "too long for a phone number": "far too long",
    "not a phone number": "not made like a number",
}
"""What is said of some numbers, by the phrase of core/phone.py without its country."""
_NOT_UNDERSTOOD = {
    NO_ADDRESS: (
        "address without an @, kept as written",
        "addresses without an @, kept as written",
    ),
    NO_COUNTRY: ("unknown country", "unknown countries"),
    NO_ZONE: ("unknown time zone", "unknown time zones"),
    NO_CADENCE: ("unknown rhythm", "unknown rhythms"),
    NO_MEMBER: ("owner not in the team, so anybody's", "owners not in the team, so anybody's"),
    ANOTHER_NAME: (
        "customer has another name than before",
        "customers have another name than before",
    ),
    NO_CALLS: ("owner who makes no calls, so anybody's", "owners who make no calls, so anybody's"),
}
_MORE = " …"


def summary(imported: Imported, *, refused_file: str | None, dry_run: bool) -> list["Part | str"]:
    """Return what came of a file."""
    counts = (_counts(imported), NAME)
    parts: list[Part | str] = ["", spread(counts, ("dry run" if dry_run else "", LABEL))]
    parts += [paragraph(line) for line in _remarks(imported)]
    parts += _refused(imported, refused_file)
    parts += _warnings(imported)
    return parts


def together(
    done: Sequence[Imported], refused_files: Sequence[str], *, dry_run: bool
) -> list["Part | str"]:
    """Return what came of many files, as one sum."""
    files = (f"{len(done):,} files, {sum(one.people for one in done):,} people", NAME)
    parts: list[Part | str] = ["", spread(files, ("dry run" if dry_run else "", LABEL)), ""]
    parts.append(spread((_counts(*done), NAME)))
    parts += [paragraph(line) for line in (*_asked_for_nothing(*done), *_skipped_and_kept(*done))]
    refused = [problem for one in done for problem in one.refused]
    if refused:
        lines = [f"{shortened(problem.file)}, {_line(problem)}" for problem in refused[:SHOWN]]
        lines += _and_more(len(refused))
        if refused_files:
            lines.append(f"To mend and bring in: {listed(list(refused_files))}")
        parts += ["", labelled("REFUSED", *lines)]
    if any(one.warnings.count for one in done):
        number = sum(one.warnings.count for one in done)
        said = f"{count(number, 'value')} not understood; line by line: --dry-run --json."
        parts += ["", labelled("LOOK AT", said)]
    return parts


def _counts(*done: Imported) -> str:
    new, changed, unchanged, refused = (
        sum(each)
        for each in zip(
            *((one.new, one.changed, one.unchanged, len(one.refused)) for one in done), strict=True
        )
    )
    return f"{new:,} new · {changed:,} changed · {unchanged:,} unchanged · {refused:,} refused"


def _asked_for_nothing(*done: Imported) -> Iterator[str]:
    """Return how many the files mark as not to be contacted."""
    number = sum(one.refusals for one in done)
    if number:
        who = "1 customer is" if number == 1 else f"{number:,} customers are"
        yield (
            f"{who} marked as not to be contacted, and will never be proposed:"
            f" {PROGRAM} customers list --do-not-contact"
        )


def _skipped_and_kept(*done: Imported) -> Iterator[str]:
    """Return which rows are nobody to phone, and what stayed as the leader has it."""
    skipped: Counter[str] = Counter()
    for one in done:
        skipped.update(one.skipped)
    for reason, number in skipped.items():
        yield f"{count(number, 'row is', 'rows are')} left out: {reason}."
    kept = sum(one.kept for one in done)
    if kept:
        yield (
            f"{count(kept, 'detail stays', 'details stay')} as you wrote"
            f" {'it' if kept == 1 else 'them'} by hand; --overwrite takes the file's."
        )


def _remarks(imported: Imported) -> Iterable[str]:
    if not imported.rows:
        yield "There are no rows below its headers."
    if imported.twice:
        yield (
            "1 row is about somebody of a row before: they are one customer."
            if imported.twice == 1
            else f"{imported.twice:,} rows are about somebody of a row before: one customer each."
        )
    yield from _asked_for_nothing(imported)
    if imported.still_refuse:
        asked = count(imported.still_refuse, "customer", "customers")
        yield f"{asked} in the file asked not to be called; that stays."
    yield from _skipped_and_kept(imported)


def _refused(imported: Imported, refused_file: str | None) -> list[Part | str]:
    if not imported.refused:
        return []
    lines = [_line(problem) for problem in imported.refused[:SHOWN]]
    lines += _and_more(len(imported.refused))
    if refused_file:
        lines.append(f"To mend and bring in: {refused_file}")
    return ["", labelled("REFUSED", *lines)]


def _warnings(imported: Imported) -> list[Part | str]:
    """Return what was not understood of whoever is new or changed: a line a kind, with examples."""
    kinds = imported.warnings.kinds
    if not kinds:
        return []

    def lay_out(width: int) -> Iterable[Line]:
        return labelled("LOOK AT", *_by_kind(kinds, width - GUTTER)).lines(width)

    return ["", Part(lay_out)]


def _by_kind(kinds: Sequence[Kind], room: int) -> Iterator[str]:
    phones = [kind for kind in kinds if kind.about == "phone"]
    if phones:
        odd = all(kind.why != _HOMELESS for kind in phones)
        yield _kept_as_written(sum(kind.number for kind in phones), odd=odd)
    lines = [_with_examples(_said_of(kind), kind, room) for kind in phones]
    for kind in kinds:
        if kind.about != "phone":
            singular, plural = _NOT_UNDERSTOOD.get(kind.why, ("thing", "things"))
            lines.append(_with_examples(count(kind.number, singular, plural), kind, room))
    yield from (line for line, _ in lines)
    if any(kind.why in (NO_MEMBER, NO_CALLS) for kind in kinds):
        yield f"To give them theirs: {PROGRAM} team add NAME --leads, then import again."
    if not all(whole for _, whole in lines):
        yield "All of them, line by line: the same command with --dry-run --json."


def _kept_as_written(number: int, *, odd: bool) -> str:
    it, look = ("it", "it does") if number == 1 else ("them", "they do")
    kept = f"{number:,} {'number is' if number == 1 else 'numbers are'} kept as written"
    why = f", because {look} not look whole" if odd else ""
    return f"{kept}{why}. You can phone {it} all the same."


def _said_of(kind: Kind) -> str:
    return f"{kind.number:,} {_NOT_WHOLE.get(kind.why, kind.why)}"


def _with_examples(text: str, kind: Kind, room: int) -> tuple[str, bool]:
    """Return a line with as many examples as it has room for, and whether they are all."""
    line, shown = f"{text}:", 0
    for problem in kind.examples:
        example = safe(f"line {problem.line} {quoted(shortened(problem.value))}")
        longer = f"{line}{',' if shown else ''} {example}"
        if cells(longer) + len(_MORE) > room and shown:
            break
        line, shown = longer, shown + 1
    whole = shown == kind.number
    return line if whole else f"{line}{_MORE}", whole


def _line(problem: Problem) -> str:
    """Say it in a line; the file's name stands above."""
    value = f" {quoted(shortened(problem.value))}" if problem.value else ""
    column = f", {shortened(problem.column)}" if problem.column else ""
    return f"line {problem.line}{column}{value}: {problem.reason}"


def _and_more(every: int) -> list[str]:
    return [f"… and {every - SHOWN:,} more"] if every > SHOWN else []


def past(done: Sequence[Imported]) -> str:
    """Return the phrase for the history: "brought in 93 customers from customers.csv"."""
    new, changed = sum(one.new for one in done), sum(one.changed for one in done)
    names = [shortened(one.recognised.name) for one in done]
    files = listed(names) if len(names) <= FILES_NAMED else f"{len(names)} files"
    if changed and not new:
        return f"changed {count(changed, 'customer')} from {files}"
    also = f", changed {changed:,}" if changed else ""
    return f"brought in {count(new, 'customer')}{also} from {files}"


def not_handed_back(imported: Imported, reason: str | None) -> str:
    """Return what to say where the refused rows could not be written."""
    return (
        f"The refused rows could not be written beside {imported.recognised.name} "
        f"({reason or 'unknown reason'}); the others are in."
    )


def document(imported: Imported, *, refused_file: str | None) -> dict[str, object]:
    """Return what came of a file as a JSON document."""
    recognised = imported.recognised
    return {
        "file": str(recognised.parcel.beside or recognised.name),
        "source": recognised.source,
        "program": recognised.program,
        "encoding": recognised.sheet.encoding,
        "encoding_guessed": recognised.sheet.guessed,
        "delimiter": recognised.sheet.delimiter,
        "rows": imported.rows,
        "new": imported.new,
        "changed": imported.changed,
        "unchanged": imported.unchanged,
        "twice": imported.twice,
        "skipped": sum(imported.skipped.values()),
        "skipped_because": [
            {"reason": reason, "rows": rows} for reason, rows in imported.skipped.items()
        ],
        "kept": imported.kept,
        "refusals": imported.refusals,
        "refused": len(imported.refused),
        "refused_file": refused_file,
        "refused_rows": [_problem(problem) for problem in imported.refused],
        "warnings": imported.warnings.count,
        "warning_rows": [_problem(problem) for problem in imported.warnings.rows],
        "mapping": [
            {"column": column.header, "field": column.field, "label": column.label}
            for column in recognised.mapping.columns
            if column.field
        ],
        "left_out": [column.header for column in recognised.mapping.left_out],
        "samples": [_sample(recognised, row) for row in recognised.samples],
        "doubts": [*recognition.guess(recognised), *recognised.doubts],
    }


def _sample(recognised: Recognised, row: Sequence[str]) -> dict[str, str]:
    kept = (column for column in recognised.mapping.columns if column.field)
    return {column.header: row[column.number - 1] for column in kept}


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "line": problem.line,
        "column": problem.column or None,
        "value": problem.value or None,
        "reason": problem.reason,
    }
