"""What erasing a customer takes and leaves, before and after, on the screen and as JSON."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, listed, shortened
from dailycontact.people.usecases.erasing import Erased, Plan
from dailycontact.store.copies import KEPT
from dailycontact.store.holders import Holder, Passed
from dailycontact.store.traces import Place
from dailycontact.terminal.card import Part, header, labelled, paragraph, quoted
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME, WARNING

MOST = 5
"""How many files of one kind are named; the others are counted."""
MOST_PLACES = 30
"""How many texts with a name alone are shown; the others are counted, and in --json."""
_WIDTH = 60
_BEFORE = 20
"""So many letters before a name are shown of a long text."""
_SHARED = {
    "number": "a number",
    "address": "an e-mail address",
    "name": "the name",
    "company": "the company",
}
_WHERE = {
    "answer": "answer {id}",
    "amendment": "a correction of an answer",
    "sharing": "where an answer was shared",
    "action": "A{id}",
    "action_note": "a note of an action",
    "finish": "how an action ended",
    "telling": "how somebody was told",
    "letter": "a letter to somebody",
    "progress": "how far somebody was told",
    "theme": "the name of a theme",
    "theme_rule": "the words of a theme",
    "reading": "how an answer was read",
    "story": "story {id}",
    "talk": "a talk with the team",
    "talk_reply": "a reply to the team",
    "message": "the subject of a report",
    "call": "notes of call {id}",
    "promise": "a promise to somebody else",
    "skip": "why somebody was passed over",
    "customer": "the entry of customer {id}",
    "event": "the history",
}


_STANDING = {
    **dict.fromkeys(("customer", "phone", "email"), "the entries of others"),
    "member": "the team",
    "segment": "the name of a segment",
    "external_id": "the name of a list that was imported",
    **dict.fromkeys(("event", "event_row"), "the history of others"),
}
"""Where such words stand by right: in rows of others, or because a leader called something so."""


def plan(planned: Plan, *, today: date, asks: bool, everywhere: bool) -> list[Part | str]:
    """Return what will go and what will stay, before anybody is asked.

    `asks`: texts with a name alone are asked about later; else they are listed here. `everywhere`:
    the name goes from all of them.
    """
    return [
        "",
        header(Line((f"Erase {planned.customer.full_name}?", NAME)), "cannot be undone"),
        "",
        labelled("Will go", *_going(planned)),
        labelled("Will stay", *_staying(planned)),
        *_lines("The same?", _perhaps_the_same(planned)),
        *_lines("Shared", _passed(planned.passed, today=today)),
        *_lines("Still in", _held(planned)),
        *_doubtful(planned.places, asks=asks, everywhere=everywhere),
        "",
    ]


def _going(planned: Plan) -> list[str]:
    said = planned.counts
    numbers = [count(said.phones, "number")] if said.phones else []
    numbers += [count(said.emails, "e-mail address", "e-mail addresses")] if said.emails else []
    notes = [f"notes of {count(said.notes, 'call')}"] if said.notes else []
    notes += [f"the words of {count(said.promises, 'promise')}"] if said.promises else []
    lines = [f"{listed(['The name and the company', *numbers, *notes], most=6)}."]
    if planned.texts:
        lines.append(f"The full name, wherever it stands ({count(planned.texts, 'text')}).")
    if planned.drafts:
        unsaved = count(len(planned.drafts), "conversation")
        lines.append(f"{unsaved} with them, typed and never saved.")
    lines.append("The same in the history, so that no undo brings it back.")
    return lines


def _staying(planned: Plan) -> list[str]:
    said = planned.counts
    reached = f" ({said.reached} reached)" if said.reached else ""
    calls, answers = count(said.calls, "call"), count(said.answers, "answer")
    lines = [
        (
            f"The counts: {calls}{reached} and {answers}; the answers keep their words, without the"
            " person."
        )
    ]
    if planned.known.shared:
        lines.append(f"What others in the book have too: {_shared(planned)}.")
    lines.append("A mark that nobody can read, so that the next import does not bring them back.")
    return lines


def _shared(planned: Plan) -> str:
    return listed([_SHARED[kind] for kind in planned.known.shared])


def _perhaps_the_same(planned: Plan) -> list[str]:
    """Return who may be the same person, and what to do about it."""
    if not planned.alike:
        return []
    shown = [f"{one.id} {one.name} ({one.why})" for one in planned.alike[:MOST]]
    if len(planned.alike) > MOST:
        shown.append(f"and {len(planned.alike) - MOST} more")
    first = f"{PROGRAM} customers merge {planned.customer.id} {planned.alike[0].id}"
    return [*shown, f"They stay. Merge first, or erase them too: {first}"]


def _passed(passed: Sequence[Passed], *, today: date) -> list[str]:
    shown = [
        f"answer {one.answer_id} {_how(one)} on {say_day(one.day, today=today)}" for one in passed
    ]
    return [f"{listed(shown, most=MOST)}."] if shown else []


def _how(one: Passed) -> str:
    told = {"email": "answered by e-mail", "letter": "answered by letter"}
    return told.get(one.how, f"with the team{f', {one.place},' if one.place else ''}")


def _held(planned: Plan) -> list[str]:
    lines = [_file(holder) for holder in (*planned.copies, *planned.exports)]
    if len(lines) > MOST:
        lines = [*lines[: MOST - 1], f"and {len(lines) - MOST + 1} more files"]
    if any(holder.kind == "automatic" for holder in planned.copies):
        lines.append(f"Automatic copies go by themselves after {KEPT} newer ones.")
    if planned.elsewhere.lost:
        lines.append(f"{count(planned.elsewhere.lost, 'exported file')} went elsewhere since.")
    if planned.elsewhere.unnamed:
        files = count(planned.elsewhere.unnamed, "exported file")
        lines.append(f"{files}, the name of which was erased with somebody.")
    if planned.elsewhere.piped:
        lines.append("A list that was handed on to another program.")
    if planned.shared_book:
        lines.append("Copies of the database: whoever looks after the server knows them.")
    return lines


def _file(holder: Holder) -> str:
    kinds = {"export": "exported", "draft": "a draft"}
    kind = kinds.get(holder.kind, f"{holder.kind} copy".strip())
    return f"{Path(holder.path).name} ({kind}{', cannot be read' if holder.unread else ''})"


def _lines(label: str, lines: Sequence[str]) -> list[Part]:
    return [labelled(label, *lines)] if lines else []


def _doubtful(places: Sequence[Place], *, asks: bool, everywhere: bool) -> list[Part | str]:
    if not places:
        return []
    texts = count(len(places), "text has", "texts have")
    if asks:
        words = f"{texts} one of their names alone; those are asked about one by one."
        return [labelled("Perhaps", words)]
    what = (
        "it goes from there, too" if everywhere else "without --single-names it stays in a script"
    )
    words = f"{texts} one of their names alone; {what}:"
    return [labelled("Perhaps", words, *_listed(places))]


def _listed(places: Sequence[Place]) -> list[str]:
    lines = [f"{_where(one)}: {quoted(_around(one))}" for one in places[:MOST_PLACES]]
    if len(places) > MOST_PLACES:
        lines.append(f"and {len(places) - MOST_PLACES} more: --json has them all")
    return lines


def _around(place: Place) -> str:
    """Return the part of a text in which the first name stands, on one line."""
    before, behind = place.text[: place.at], place.text[place.at :]
    gap = " " if before[-1:].isspace() else ""
    before, behind = " ".join(before.split()), " ".join(behind.split())
    if len(before) > _WIDTH - _BEFORE:
        before = f"… {before[-_BEFORE:].partition(' ')[2]}"
    return shortened(f"{before}{gap}{behind}", width=_WIDTH)


def question(place: Place) -> list[Part | str]:
    """Return a text in which a name stands alone, to be looked at before it is changed."""
    where = _where(place)
    title = f"{where[0].upper()}{where[1:]}:"
    return ["", paragraph(title, style=LABEL), paragraph(quoted(place.text), indent=2)]


def done(erased: Erased) -> list[str]:
    """Return what was done, a sentence a line. The name is not said any more."""
    lines = [f"Customer {erased.plan.customer.id} was erased."]
    ended = []
    if erased.cleaned.waived:
        ended.append(f"{count(erased.cleaned.waived, 'piece')} of news need not be told any more")
    if erased.cleaned.dropped:
        ended.append(f"{count(erased.cleaned.dropped, 'promise was', 'promises were')} dropped")
    if ended:
        lines.append(f"{listed(ended)}.")
    return [*lines, *_search(erased), *_others(erased)]


def _search(erased: Erased) -> list[str]:
    found = erased.searched
    if found is None:
        return [
            (
                "The rows are empty. What the database server keeps beside them (its log, its"
                " copies, rows not yet vacuumed) is for whoever looks after it."
            )
        ]
    if found.found:
        return [
            (
                "The file of the book was searched, and something of them is still in bytes that"
                " no row uses; close every other dailycontact, make room on the disk, and write"
                " the file anew with: sqlite3 BOOK VACUUM"
            )
        ]
    anew = " after it was written anew" if found.anew else ""
    if found.standing:
        kinds = {_STANDING.get(table, "longer words or numbers") for table, _ in found.standing}
        where = listed(sorted(kinds), most=len(kinds))
        return [
            (
                f"The file of the book was searched{anew}: what is written like a name, number or"
                f" address of theirs stands in {where} only."
            )
        ]
    what = "full name, number or address" if erased.plan.known.person.names else "number or address"
    alone = " alone" if erased.plan.known.shared else ""
    return [
        (
            f"The file of the book was searched, byte by byte{anew}: no {what} of theirs{alone} is"
            " left."
        )
    ]


def _others(erased: Erased) -> list[str]:
    """Return what stays, because somebody else has it, too, or may be the same person."""
    lines = []
    if erased.plan.known.shared:
        lines.append(f"What others in the book have too stays with them: {_shared(erased.plan)}.")
    if erased.plan.alike:
        who = listed([f"{one.id} {one.name}" for one in erased.plan.alike], most=MOST)
        lines.append(f"Perhaps the same, and still in the book: {who}.")
    return lines


def remaining(erased: Erased) -> list[Part | str]:
    """Return the texts in which a name of theirs alone still stands, and the files to delete."""
    parts: list[Part | str] = []
    if erased.remaining:
        parts += [labelled("Remaining", *_listed(erased.remaining), style=WARNING)]
    copies = [one for one in erased.plan.copies if one.kind != "automatic"]
    files = [one.path for one in (*copies, *erased.plan.exports)]
    if files:
        more = len(files) - MOST_PLACES
        shown = [*files[:MOST_PLACES], *([f"and {more} more"] if more > 0 else [])]
        parts += [labelled("Delete", *shown, style=WARNING)]
    return parts


def _where(place: Place) -> str:
    return _WHERE[place.table].format(id=place.id)


def plan_document(planned: Plan) -> dict[str, object]:
    """Return what would be erased as a JSON document."""
    said = planned.counts
    return {
        "customer": {"id": planned.customer.id, "name": planned.customer.name},
        "calls": said.calls,
        "reached": said.reached,
        "answers": said.answers,
        "phones": said.phones,
        "emails": said.emails,
        "texts": planned.texts,
        "passed_on": [
            {"answer": one.answer_id, "day": one.day, "how": one.how or "shared"}
            for one in planned.passed
        ],
        "copies": _files(planned.copies),
        "exports": _files(planned.exports),
        "drafts": list(planned.drafts),
        "exports_gone": planned.elsewhere.lost,
        "exports_piped": planned.elsewhere.piped,
        "exports_unnamed": planned.elsewhere.unnamed,
        "perhaps_same": _same(planned),
        "shared": list(planned.known.shared),
        "single_names": _places(planned.places),
    }


def erased_document(erased: Erased, letter: str) -> dict[str, object]:
    """Return what was erased as a JSON document; the letter alone says whom."""
    found = erased.searched
    return {
        "customer": {"id": erased.plan.customer.id},
        "day": erased.day,
        "texts": erased.cleaned.texts,
        "waived": erased.cleaned.waived,
        "dropped_promises": erased.cleaned.dropped,
        "searched": None
        if found is None
        else {"bytes": found.size, "found": found.found, "written_anew": found.anew},
        "copies": _files(erased.plan.copies),
        "exports": _files(erased.plan.exports),
        "drafts": list(erased.plan.drafts),
        "remaining": _places(erased.remaining),
        "perhaps_same": _same(erased.plan),
        "shared": list(erased.plan.known.shared),
        "letter": letter,
    }


def _same(planned: Plan) -> list[dict[str, object]]:
    return [{"id": one.id, "name": one.name, "why": one.why} for one in planned.alike]


def _files(holders: Iterable[Holder]) -> list[dict[str, object]]:
    return [{"file": one.path, "kind": one.kind or "asked for"} for one in holders]


def _places(places: Iterable[Place]) -> list[dict[str, object]]:
    return [
        {"table": one.table, "id": one.id, "column": one.column, "text": one.text} for one in places
    ]
