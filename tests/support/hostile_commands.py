"""Every command with hostile arguments, to be run in the hostile book, and what runs them all."""

import os
import shutil
import sqlite3
import sys
from dataclasses import dataclass
from pathlib import Path

from dailycontact.__main__ import main
from support.hostile_book import HARD, MANY, PAUSED, TWIN, word

WRONG = (HARD, "9" * 30, "9" * 5000, "\udcff\ud800", "%_!")
"""What is the name, the number or the day of nobody and nothing."""
FILE = f"{HARD[:40].replace('/', '|')}.csv"
NEW = f"New {word(2)}{word(3)}"


@dataclass(frozen=True, kw_only=True)
class Case:
    """One command line, its exit code, and the texts that its document holds as they were put in.

    `first` is the customer who is proposed.
    """

    words: tuple[str, ...]
    code: int = 0
    holds: tuple[str, ...] = ()
    first: int = 1


def each(*words: str, holds: tuple[int, ...] = (), first: bool = False) -> list[Case]:
    """Return a command line for each customer, with {n} as their number in the words.

    `holds` says which words of the book stand in the document, counted from theirs.
    """
    return [
        Case(
            words=tuple(text.replace("{n}", str(number)) for text in words),
            holds=tuple(word(number + place) for place in holds),
            first=number if first else 1,
        )
        for number in range(1, MANY + 1)
    ]


def one(*words: str, code: int = 0, holds: tuple[str, ...] = (), first: int = 1) -> list[Case]:
    """Return one command line."""
    return [Case(words=words, code=code, holds=holds, first=first)]


def wrong(*words: str, code: int, among: tuple[str, ...] = WRONG) -> list[Case]:
    """Return the command line once with each hostile word at its end, and how it ends."""
    return [Case(words=(*words, text), code=code) for text in among]


FLAT = " ".join(HARD.split())
"""What is left of HARD where it stands on one line."""
ALL = tuple(word(number) for number in range(MANY))
MEMBER = f"{word(3)} {TWIN}"
LOGGED = (
    *("log", "reached", "--better", HARD, "--praise", HARD, "--for", MEMBER, "--notes", HARD),
    *("--promise", HARD, "--due", "friday", "--quote", "name", "--urgent"),
)

COMMANDS: dict[str, list[Case]] = {
    "today": [
        *each("today", holds=(0, 2, 3, 4, 6), first=True),
        *one("today", "--qr"),
        *each("today", "--why", holds=(0, 2, 3, 4, 6), first=True),
        *one("--as", HARD, "today", code=4),
    ],
    "skip": each("skip", "--reason", HARD, holds=(0,), first=True),
    "log": [
        *[Case(words=(*LOGGED, "--customer", str(n)), holds=(HARD, word(n))) for n in range(1, 9)],
        *each("log", "no-answer", holds=(0,), first=True),
        *one("log", "reached", "--nothing", "--told", "2", "--customer", "2"),
        *[
            Case(
                words=("log", "--better", HARD, "--about", word(n), "--customer", str(n)),
                holds=(word(n),),
            )
            for n in (1, 4, 8)
        ],
        *one("log", "--better", "x", "--about", "a5", "--customer", "5", holds=(word(5),)),
        *one("log", "--fine", HARD, "--customer", "6", holds=(HARD,)),
        *one("log", "--not-yet", "5", "--helped", "4=yes", "--customer", "5", code=7),
        *one("log", "--not-yet", "5", "--customer", "5", holds=(word(5),)),
        *one("log", "--helped", "4=partly", "--customer", "4", holds=(word(4),)),
        *wrong("log", "--better", "x", "--customer", "1", "--about", code=2),
        *wrong("log", "--customer", "1", "--not-yet", code=2),
        *wrong("log", "--customer", "1", "--helped", code=2),
        *one("log", "never", "--notes", HARD, "--customer", "3", holds=(word(3),)),
        *one("log", "wrong-number", "--phone", HARD, code=4),
        *one("log", "reached", "--better", "x", "--customer", TWIN, code=4),
        *one("log", "reached", "--praise", "x", "--for", TWIN, code=4),
        *wrong("log", code=2),
        *wrong("log", "reached", "--told", code=2),
        *wrong("log", "not-now", "--call-back", code=2),
        *wrong("log", "not-now", "--on", code=2),
        *wrong("log", "reached", "--better", "x", "--customer", code=4),
    ],
    "promise": [
        *one("promise", holds=ALL),
        *one("promise", "--customer", "2", holds=(word(2), word(6))),
        *one("promise", "P3", holds=(word(2), word(6))),
        *one("promise", "P3", "--kept", holds=(word(2), word(6))),
        *one("promise", "P3", "--move-to", "fri", holds=(word(2), word(6))),
        *one("promise", "P3", "--broken", "--why", HARD, holds=(FLAT,)),
        *one("promise", "--customer", "2", "--text", HARD, "--due", "fri", holds=(FLAT, word(2))),
        *one("promise", "P4", "--kept", code=7),
        *one("promise", "--customer", TWIN, code=4),
        *wrong("promise", code=2),
        *wrong("promise", "P3", "--move-to", code=2),
        *wrong("promise", "--customer", code=4),
        *wrong("promise", "--customer", "2", "--text", "x", "--due", code=2),
    ],
    "share": [
        *one("share", "--where", HARD, holds=(FLAT, word(4))),
        *one("share", "2", "--where", HARD, holds=(FLAT,)),
        *one("share", "--to", "customers", "--where", HARD, holds=(FLAT,)),
        *one("share", "--week", "this", "--where", HARD, holds=(FLAT,)),
        *wrong("share", "--week", code=2),
        *wrong("share", code=2),
    ],
    "act": [
        *[
            Case(words=("act", str(n), "--do", HARD, "--owner", MEMBER), holds=(FLAT, MEMBER))
            for n in (1, 2, 5, 6, 7)
        ],
        *one("act", "3", "--do", HARD, code=7),
        *one("act", "1", "--add-to", "A5", holds=(word(8),)),
        *[
            Case(words=("act", f"A{n}"), holds=(word(n), word(n + 1), word(n + 2), word(n + 3)))
            for n in (1, 2, 5, 6, 7)
        ],
        *one("act", "A3", holds=(word(7), word(8))),
        *one("act", "A1", "--do", HARD, code=2),
        *one("act", "1", "--do", "x", "--owner", TWIN, code=4),
        *wrong("act", "1", "--do", "x", "--owner", code=4),
        *wrong("act", "1", "--do", "x", "--due", code=2),
        *wrong("act", "--do", "x", code=2),
        *wrong("act", "1", "--add-to", code=2),
    ],
    "take": [
        *one("take", "A5", "--owner", MEMBER, holds=(MEMBER, word(8))),
        *one("take", "A5", "--due", "fri", holds=(word(8),)),
        *wrong("take", "A5", "--owner", code=4),
        *wrong("take", "A5", "--due", code=2),
        *wrong("take", code=2),
    ],
    "note": [
        *one("note", "A5", HARD, "--evidence", HARD, holds=(HARD,)),
        *one("note", "A2", "--evidence", HARD, holds=(HARD,)),
        *one("note", "A5", " ", code=2),
        *wrong("note", code=2),
    ],
    "done": [
        *one("done", "A1", "--say", HARD, "--evidence", HARD, holds=(HARD, word(4))),
        *one("done", "A5", "--say", HARD, holds=(FLAT, word(8))),
        *one("done", "A2", "--say", HARD, code=7),
        *one("done", "A2", "--also", "1", "--say", HARD, holds=(FLAT,)),
        *one("done", "A5", "--say", "…", code=2),
        *wrong("done", "A5", "--say", "x", "--also", code=2),
        *wrong("done", "--say", "x", code=2),
    ],
    "decline": [
        *one("decline", "A1", "--reason", HARD, "--instead", HARD, holds=(HARD,)),
        *one("decline", "8", "--reason", HARD, "--revisit", "2mo", code=7),
        *one("decline", "A3", "--revisit", "2mo", holds=(word(6),)),
        *one("decline", "A3", "--settled", holds=(word(6),)),
        *one("decline", "A2", "--settled", code=7),
        *one("decline", "2", "--settled", code=2),
        *wrong("decline", "1", "--reason", "x", "--revisit", code=2),
        *wrong("decline", "--reason", "x", code=2),
    ],
    "tell": [
        *one("tell", holds=(word(2), word(4), word(6), word(7))),
        *one("tell", "2", "--words", HARD, "--reaction", "not-solved", "--better", HARD),
        *one("tell", "3", "--no-answer", holds=(word(3),)),
        *one("tell", "5", "--not-yet", "--words", HARD),
        *one("tell", "--action", "A2", "--draft"),
        *one("tell", "2", "--draft", "-o", FILE, "--force"),
        *one("tell", "3", "--unreachable", code=7),
        *one("tell", "--action", "A2", "--sent", "--yes", code=7),
        *wrong("tell", "--action", code=2),
        *one("tell", "1", code=7),
        *wrong("tell", code=2),
    ],
    "story": [
        *one("story", HARD, "--who", MEMBER, holds=(HARD, MEMBER)),
        *one("story", HARD, "--missed", holds=(HARD,)),
        *wrong("story", "x", "--who", code=4),
        *one("story", "x", "--who", TWIN, code=4),
    ],
    "loop": [
        *one("loop", holds=ALL),
        *one("loop", "--all", holds=ALL),
        *one("loop", "--overdue"),
        *one("loop", "--customer", "2", holds=(word(2), word(4))),
        *one("loop", "--customer", TWIN, code=4),
        *wrong("loop", "--customer", code=4),
        *wrong("loop", "--leader", code=4),
        *wrong("loop", "--stage", code=2),
        *wrong("loop", "--theme", code=4),
        *wrong("loop", "--limit", code=2),
    ],
    "report": [
        *one("report", holds=(word(0), word(1), MEMBER)),
        *one("report", "--edition", "leader", holds=ALL),
        *one("report", "--last"),
        *one("report", "--format", "markdown"),
        *one("report", "--edition", "leader", "--format", "markdown", "-o", "-"),
        *one("report", "--format", "json", holds=ALL),
        *one("report", "-o", f"{HARD[:40].replace('/', '|')}.md"),
        *wrong("report", "-o", code=6, among=("no/such/" + HARD[:40],)),
        *wrong("report", "--week", code=2),
        *wrong("report", code=2),
        *wrong("report", "--table", code=2),
        *wrong("report", "--send", code=2),
        *one("report", "--preview"),
        *one("report", "last", "--compare"),
        *one("report", "--edition", "customers", "--quarter"),
        *wrong("report", "--edition", code=2),
        *wrong("report", "--format", code=2),
        *wrong("report", "--since", code=2),
    ],
    "outbox": [
        *one("outbox", holds=ALL),
        *each("outbox", "{n}", holds=(0, 1, 2)),
        *wrong("outbox", code=2, among=WRONG[:4]),
        *wrong("outbox", "--drop", code=2, among=WRONG[:4]),
        *wrong("outbox", "--drop", "1", "--to", code=4),
        *one("outbox", "--drop", "1", "--to", word(2)),
        *one("outbox", "--drop", "2"),
        *one("outbox", "--retry"),
    ],
    "plan": [
        *each("plan", holds=(0,), first=True),
        *one("plan", "--simulate", "1y", holds=(word(6),)),
        *wrong("plan", "--simulate", code=2),
    ],
    "theme list": [
        *one("theme", "list", holds=ALL),
        *one("theme", "list", "--limit", "1"),
        *one("theme", "list", "--all", holds=ALL),
        *one("theme", "list", "--limit", "0", code=2),
    ],
    "theme show": [
        *[
            Case(words=("theme", "show", word(n)), holds=tuple(word(n + at) for at in (0, 2, 3, 4)))
            for n in range(1, MANY + 1)
        ],
        *wrong("theme", "show", code=4),
    ],
    "theme add": [
        *one("theme", "add", *FLAT[:50].split(), holds=(FLAT[:50],)),
        *one("theme", "add", word(1)),
        *wrong("theme", "add", code=2),
    ],
    "theme rename": [
        *one("theme", "rename", word(2), FLAT[:50], holds=(word(2), FLAT[:50])),
        *one("theme", "rename", word(2), word(4), code=7),
        *wrong("theme", "rename", "x", code=4),
    ],
    "theme merge": [
        *one("theme", "merge", word(1), word(2), word(4), holds=(word(1), word(2), word(4))),
        *one("theme", "merge", word(1), word(1), code=2),
        *wrong("theme", "merge", word(1), code=4),
    ],
    "theme split": [
        *one("theme", "split", word(1), "1", "--into", FLAT[:50], holds=(word(1), FLAT[:50])),
        *one("theme", "split", word(1), "2", "--into", "x", code=7),
        *wrong("theme", "split", word(1), "--into", "x", code=2),
        *wrong("theme", "split", "--into", "x", "1", code=2),
    ],
    "theme put": [
        *one(
            "theme",
            "put",
            "1",
            "2",
            "--in",
            word(4),
            "--cause",
            HARD,
            "--note",
            HARD,
            holds=(word(4), HARD),
        ),
        *one("theme", "put", "1", "--in", FLAT[:50], "--new", holds=(FLAT[:50],)),
        *one("theme", "put", "1", "--none", holds=(word(1),)),
        *one("theme", "put", "1", "--cause", "", "--note", ""),
        *one("theme", "put", "A1", "--in", word(4), code=2),
        *wrong("theme", "put", "1", "--in", code=4),
        *wrong("theme", "put", "--in", word(4), code=2),
    ],
    "theme words": [
        *one("theme", "words", holds=ALL),
        *one("theme", "words", "--add", FLAT[:50], "--theme", word(2)),
        *one("theme", "words", "--add", "x", "--praise"),
        *one("theme", "words", "--add", "x", "--nothing"),
        *one("theme", "words", "--add", "x", "--theme", "no such theme", code=4),
        *wrong("theme", "words", "--remove", code=4),
    ],
    "find": [
        *one("find", "--like", "7", holds=()),
        *one("find", "--like", HARD),
        *one("find", "ALL OK", holds=(word(5),)),
        *one("find", "cmd()|"),
        *one("find", "nn"),
        *one("find", "\x1b[2J"),
        *one("find", "山田"),
        *one("find", HARD),
    ],
    "import": [
        *one("import", FILE, "--yes", holds=(FILE,)),
        *one("import", FILE, "--dry-run", holds=(FILE,)),
        *one("import", FILE, "--dry-run", "--country", HARD, code=2),
        *one("import", FILE, "--dry-run", "--map", f"{HARD}=name"),
        *one("import", FILE, "--dry-run", "--map", f"name={HARD}", code=2),
        *one("import", FILE, "--yes", "--segment", HARD, "--source", HARD),
        *wrong("import", FILE, "--encoding", code=2),
        *wrong("import", FILE, "--cadence", code=2),
        *one("import", ".", "--dry-run", holds=(FILE,)),
        *wrong("import", code=3, among=(HARD, "\udcff")),
    ],
    "customers export": [
        *one("customers", "export", "--json", holds=ALL),
        *each("customers", "export", "{n}", "--everything", holds=(0, 1, 2, 3, 4, 6)),
        *one("customers", "export", "-o", f"{HARD[:40].replace('/', '|')}.xlsx"),
        *one("customers", "export", "-o", FILE, code=7),
        *one("customers", "export", "-o", FILE, "--force"),
        *one("customers", "export", "--format", "vcard", "-o", "out"),
        *one("customers", "export", TWIN, code=4),
        *wrong("customers", "export", "--format", code=2),
        *wrong("customers", "export", "-o", code=6, among=("no/such/" + HARD[:40],)),
        *wrong("customers", "export", "--segment", code=4),
        *wrong("customers", "export", code=4),
    ],
    "customers list": [
        *one("customers", "list", holds=ALL),
        *one("customers", "list", "--all", holds=ALL),
        *one("customers", "list", "--check-number"),
        *one("customers", "list", "--no-zone"),
        *one("customers", "list", TWIN, holds=ALL),
        *one("customers", "list", "--segment", word(3), holds=(word(3),)),
        *one("customers", "list", "--segment", HARD, code=4),
        *one("customers", "list", HARD),
        *one("customers", "list", "9" * 5000),
    ],
    "customers show": [
        *each("customers", "show", "{n}", holds=(0, 1, 2, 3, 4, 5, 6)),
        *[Case(words=("customers", "show", word(n)), holds=(word(n),)) for n in (1, 2, 3, 4, 6)],
        *one("customers", "show", TWIN, code=4),
        *wrong("customers", "show", code=4),
    ],
    "customers add": [
        *one("customers", "add", NEW, "--company", HARD, "--phone", f"{HARD[:30]}=+441134960199"),
        *one("customers", "add", NEW, "--segment", HARD, "--referral", HARD, "--email", HARD),
        *one("customers", "add", f"{word(1)} {TWIN}", "--phone", HARD),
        *wrong("customers", "add", "x", "--country", code=2),
        *wrong("customers", "add", "x", "--zone", code=2),
        *wrong("customers", "add", "x", "--hours", code=2),
        *wrong("customers", "add", "x", "--leader", code=4),
        *wrong("customers", "add", "x", "--cadence", code=2),
    ],
    "customers edit": [
        *one("customers", "edit", "3", "--name", HARD, "--company", HARD),
        *each("customers", "edit", "{n}", "--cadence", "month", holds=(0, 6)),
        *one("customers", "edit", TWIN, "--cadence", "month", code=4),
        *one("customers", "edit", "3", "--number-checked"),
        *wrong("customers", "edit", "3", "--hours", code=2),
        *wrong("customers", "edit", "3", "--remove-phone", code=4),
        *wrong("customers", "edit", "3", "--remove-email", code=4),
        *wrong("customers", "edit", "3", "--renewed", code=2),
        *wrong("customers", "edit", "--name", "x", code=4),
    ],
    "customers pause": [
        *each("customers", "pause", "{n}", "--reason", HARD, "--until", "2mo", holds=(0,)),
        *one("customers", "pause", TWIN, code=4),
        *wrong("customers", "pause", "3", "--until", code=2),
        *wrong("customers", "pause", code=4),
    ],
    "customers resume": [
        *one("customers", "resume", PAUSED, holds=(f"{PAUSED} {word(2)}",)),
        *one("customers", "resume", "3", code=7),
        *one("customers", "resume", TWIN, code=4),
        *wrong("customers", "resume", code=4),
    ],
    "customers do-not-contact": [
        *each("customers", "do-not-contact", "{n}", "--reason", HARD, holds=(0,)),
        *one("customers", "do-not-contact", "3", "--lift", "--yes", "--reason", HARD, code=7),
        *one("customers", "do-not-contact", "3", "--lift", "--reason", HARD, code=2),
        *wrong("customers", "do-not-contact", code=4),
    ],
    "customers merge": [
        *one("customers", "merge"),
        *one("customers", "merge", "3", "--dry-run"),
        *[
            Case(words=("customers", "merge", str(n), str(n + 1), "--yes"), holds=(word(n),))
            for n in range(1, 8)
        ],
        *one("customers", "merge", "3", "4", "--keep", "4", "--dry-run", holds=(word(3), word(4))),
        *one("customers", "merge", "3", TWIN, code=4),
        *one("customers", "merge", "3", "3", code=2),
        *one("customers", "merge", "3", "4", "--keep", "5", "--yes", code=2),
        *wrong("customers", "merge", code=4),
        *wrong("customers", "merge", "3", code=4),
    ],
    "customers erase": [
        *each("customers", "erase", "{n}", "--dry-run", holds=(0,)),
        *[Case(words=("customers", "erase", str(n), "--name", word(n))) for n in range(1, 8)],
        *one("customers", "erase", "3", "--name", word(3), "--single-names"),
        *one("customers", "erase", "3", "--name", HARD, code=2),
        *one("customers", "erase", "3", code=2),
        *one("customers", "erase", TWIN, code=4),
        *wrong("customers", "erase", code=4),
    ],
    "team list": one("team", "list", "--all", holds=(*ALL[:1], MEMBER)),
    "team add": [
        *one("team", "add", NEW, "--alias", HARD, "--email", "new@example.com"),
        *wrong("team", "add", NEW, "--email", code=2),
        *one("team", "add", MEMBER, code=7),
    ],
    "team edit": [
        *one("team", "edit", MEMBER, "--name", HARD, "--alias", HARD, "--leads"),
        *one("team", "edit", TWIN, "--leads", code=4),
        *wrong("team", "edit", "--leads", code=4),
        *wrong("team", "edit", MEMBER, "--remove-alias", code=4),
    ],
    "team talk": [
        *one(
            "team",
            "talk",
            MEMBER,
            "--wish",
            HARD,
            "--notes",
            HARD,
            "--pass-on",
            holds=(HARD, MEMBER),
        ),
        *one("team", "talk", TWIN, "--wish", HARD, code=4),
        *wrong("team", "talk", code=4),
        *wrong("team", "talk", MEMBER, "--on", code=2),
    ],
    "team wish": [
        *one("team", "wish", holds=(HARD,)),
        *one("team", "wish", "2", "--done", HARD, holds=(HARD,)),
        *wrong("team", "wish", "--done", "x", code=4),
        *wrong("team", "wish", "1", "--decline", code=4),
    ],
    "team left": [
        *one("team", "left", MEMBER, holds=(MEMBER,)),
        *one("team", "left", f"{word(1)} {TWIN}", "--to", MEMBER, holds=(MEMBER,)),
        *one("team", "left", TWIN, code=4),
        *wrong("team", "left", code=4),
        *wrong("team", "left", MEMBER, "--to", code=4),
    ],
    "leave": [
        *one("leave", holds=(f"{word(1)} {TWIN}",)),
        *one("leave", "2026-12-28", "--move"),
        *one("leave", "2026-12-28", "--deputy", MEMBER, code=2),
        *wrong("leave", "2026-12-28", "--deputy", code=4),
        *wrong("leave", code=2),
    ],
    "history": [
        *one("history", "--all", holds=(HARD, word(0), word(5))),
        *one("history", "--customer", "3", holds=(HARD,)),
        *one("history", "--customer", TWIN, code=4),
        *wrong("history", "--customer", code=4),
    ],
    "undo": one("undo", "--yes", holds=(HARD, word(5))),
    "amend": [
        *one("amend", "1", "--words", HARD, holds=(HARD, word(3))),
        *one("amend", "4", "--kind", "suggestion"),
        *wrong("amend", "--words", "x", code=2),
    ],
    "backup": [
        *one("backup"),
        *one("backup", f"{HARD[:40].replace('/', '|')}.db"),
    ],
    "restore": [
        *one("restore"),
        *one("restore", "--last", code=4),
        *wrong("restore", code=4, among=(HARD, "\udcff")),
    ],
    "check": [
        *one("check", code=1, holds=()),
        *one("check", "--rebuild", code=1, holds=()),
    ],
    "config": [
        *one("config", holds=(word(0), word(1), word(5))),
        *one("config", "--question", HARD, "--company", HARD),
        *one("config", "--me", word(0), code=4),
        *one("config", "--book", HARD),
        *wrong("config", "--country", code=2),
        *wrong("config", "--zone", code=2),
        *wrong("config", "--hours", code=2),
        *wrong("config", "--work-days", code=2),
        *wrong("config", "--attempts", code=2),
        *wrong("config", "--limit", code=2),
        *wrong("config", "--report-day", code=2),
        *wrong("config", "--segment-cadence", code=2),
        *one("config", "--permission", HARD[:200], "--keep-word", HARD, "--hide-word", "%_!"),
        *one("config", "--recipients", "team=team,%_!@example.com", "--notify", "team=slack"),
        *wrong("config", "--recipients", code=2),
        *wrong("config", "--notify", code=2),
        *wrong("config", "--mail-security", code=2),
        *wrong("config", "--mail-from", code=2),
        *one("config", "--mail-server", HARD, code=2),
        *wrong("config", "--me", code=4),
    ],
    "schedule": [
        *one("schedule", "--with", "cron"),
        *one("schedule", "--with", "systemd", "--morning", "off"),
        *one("schedule", "--calendar", "-o", f"{HARD[:40].replace('/', '|')}.ics"),
        *wrong("schedule", "--morning", code=2),
        *wrong("schedule", "--report", code=2),
        *wrong("schedule", "--with", code=2),
        *wrong("schedule", "--send", code=2),
        *one("schedule", HARD, code=2),
    ],
    "demo": [*one("demo", "--remove"), *wrong("demo", code=2)],
    "": [*one(holds=()), *wrong(code=2)],
}
"""Every command by its words; the empty words are the bare program."""
CASES = [(name, case) for name, cases in COMMANDS.items() for case in cases]

ASKED: tuple[tuple[str, ...], ...] = (
    (),
    ("log",),
    ("log", "never", "--customer", "5"),
    ("tell",),
    ("import", FILE),
    ("undo",),
    ("theme", "put"),
    *(("log", "--customer", str(number)) for number in range(1, MANY + 1)),
)
"""What asks in a terminal; Return is the answer to everything."""


def with_document(name: str) -> list[Case]:
    """Return the cases of a command that print a document when --json is added."""
    return [case for case in COMMANDS[name] if not {"-o", "--format"} & set(case.words)]


BEGIN, END = "@@@ {} begins", "@@@ {} ended with {}"


def set_up(book: Path, case: Case) -> None:
    """Go to a folder of a hostile name with a book of its own for one command line."""
    here = book.parent / f"{book.stem}{HARD[:60].replace('/', '|')}"
    shutil.rmtree(here, ignore_errors=True)
    here.mkdir()
    os.chdir(here)
    shutil.copyfile(book, here / "book.db")
    os.environ["DAILYCONTACT_BOOK"] = str(here / "book.db")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        os.environ[name] = str(here)
    (here / FILE).write_text(_customers(), encoding="utf-8")
    with sqlite3.connect(here / "book.db") as connection:
        connection.execute(
            "INSERT INTO pick (leader_id, day, slot, customer_id, reason, reserved_at)"
            " VALUES (1, '2026-11-23', 1, ?, 'turn', '2026-11-23T09:00:00.000000Z')",
            (case.first,),
        )
    connection.close()


def play(book: str, *, asked: bool) -> None:
    """Run every case, one after the other, with a line before and after each."""
    os.dup2(1, 2)
    cases = [Case(words=words) for words in ASKED] if asked else [case for _, case in CASES]
    for number, case in enumerate(cases):
        set_up(Path(book), case)
        sys.stdout.write(BEGIN.format(number) + "\n")
        sys.stdout.flush()
        words = case.words if asked else ("--no-input", *case.words)
        code = main(words)
        sys.stdout.write(END.format(number, code) + "\n")
        sys.stdout.flush()


def _customers() -> str:
    """Return a file of customers in which every cell, and a header, is hostile."""
    header = f'Name,Company,Phone,"{_cell(HARD)}",Email,Segment,"{_cell(word(1))}"\n'
    rows = [
        ",".join(f'"{_cell(word(number + place))}"' for place in range(7))
        for number in range(MANY)
    ]  # fmt: skip
    good = f'Fine {word(1)}{word(3)},"{_cell(word(2))}",+44 113 496 0177,x,a@example.com,s,y\n'
    return header + "\n".join(rows) + "\n" + good


def _cell(text: str) -> str:
    return text.replace('"', '""')
