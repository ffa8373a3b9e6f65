"""The reference of recognised headers, made from the table that the import uses."""

from pathlib import Path

from house.source import PACKAGE, ROOT

PAGE = ROOT / "docs" / "reference" / "headers.md"
ALIASES = PACKAGE / "people" / "sources" / "aliases.tsv"
SIGNATURES = PACKAGE / "people" / "sources" / "signatures.tsv"

HEAD = """# Recognised headers

Which columns of a file are brought in without being asked for. Capitals, accents, spaces, hyphens
and underscores do not matter. Everything else is left out and not stored, unless you say what it
means: `--map "Header=field"`, or by its number where a file has no headers: `--map 2=name`. This
page is made by `make docs`.

- Phones and e-mails may be numbered: `Phone 2 - Value`, `Business Phone 2`. All of them are kept;
  the first is the one that is dialled. A `Primary …` column comes first, and so does what Google
  marks with a star (`* Mobile`). Fax, pager and telex are no phones.
- Several values in a cell are parted at ` ::: `, `;`, a line break, and at commas and slashes where
  what stands on both sides is a whole number.
- A name on show beats first, middle and last name; titles and suffixes are left out. "Duarte, Ana"
  stays as it is written, unless the parts of the name prove that it is Ana Duarte.
- An owner is a leader of the team, by name, alias or e-mail. The ids of owners name nobody.
- Whatever stands in an opt-out column and is not plainly a no (empty, `0`, `false`, `no`, `nein` …)
  is a refusal: nobody who opted out, be it of e-mail, is phoned. `--map "Email Opt Out=-"` leaves
  such a column out. Mailchimp's *cleaned* members have not refused anything.
- Rows that are marked as deleted, and the footers of reports, are skipped.

| field | headers |
|---|---|
"""

MEANWHILE = {
    "customer": "`name`, or `company` beside a name",
    "deleted": "(skipped)",
    "phone_label": "label of that phone",
    "phone_raw": "that phone as written, in our own exports",
    "phone_wrong_on": "since when that phone is wrong, in our own exports",
    "email_label": "label of that e-mail",
}
"""What is no field for --map, in words."""

MIDDLE = """
## Exports that are recognised as a whole

A file is taken for one of a program where it has all the headers of a line. Some headers mean
something in it that they mean nowhere else.

| program | by these headers | and there |
|---|---|---|
"""


def reference() -> str:
    """Return the page."""
    return HEAD + "".join(_fields()) + MIDDLE + "".join(_programs())


def _fields() -> list[str]:
    rows = []
    for field, label, headers in _table(ALIASES):
        name = MEANWHILE.get(field, f"`{field}`") + (f" ({label})" if label else "")
        rows.append(f"| {name} | {headers.replace(' | ', ', ')} |\n")
    return rows


def _programs() -> list[str]:
    rows = []
    for program, meanings, headers in _table(SIGNATURES):
        there = "; ".join(map(_meaning, filter(None, meanings.split(" | "))))
        rows.append(f"| {program} | {headers.replace(' | ', ', ')} | {there} |\n")
    return rows


def _meaning(text: str) -> str:
    header, _, meaning = text.rpartition("=")
    if meaning == "-":
        return f"{header} is left out"
    field, _, label = meaning.partition(" ")
    return f"{header} is `{field}`{f' ({label})' if label else ''}"


def _table(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
