"""Decides what each column of a file means; what nobody named is left out, and never stored."""

import re
from collections.abc import Collection, Sequence
from collections.abc import Mapping as Overrides
from dataclasses import dataclass, replace
from difflib import get_close_matches

from dailycontact.core.references import typed_number
from dailycontact.errors import UsageProblem
from dailycontact.people.sources.aliases import Signature, alias_of, normal, signatures

MORE = (
    *("hours", "referred_by", "renewed_on", "left_on", "joined_on", "paused_on", "paused_until"),
    *("refused_on", "refused_why", "other_ids"),
)
"""Fields that few files have: our own exports above all."""

OWN_NUMBERED = ("phone_raw", "phone_wrong_on")
"""What only our own exports say of each phone: as written, and since when it is wrong."""

REPORT = "Salesforce report"
"""The source whose files end with lines about the report."""

OWN = "dailycontact"
"""The source of our own exports: what they say comes in as it stands."""

FIELDS = (
    "name",
    "first_name",
    "middle_name",
    "last_name",
    "company",
    "phone",
    "email",
    "country",
    "zone",
    "segment",
    "cadence",
    "leader",
    "external_id",
    "do_not_contact",
    *MORE,
)
NAMING = frozenset({"name", "first_name", "last_name", "company"})
"""Fields of which a file needs one."""

NO_HEADER = re.compile(r"Column \d+")
LEFT_OUT = "-"
_BY_THE_LEADER = -1
_PLAIN_NAMES = frozenset({"name", "nom", "naam"})
_PERSONS = frozenset(
    {"contactname", "contactperson", "ansprechpartner", "ansprechpartnerin", "kontaktperson"}
)
_TWIN = ".id"


class MapProblem(UsageProblem):
    """A --map names a column or a field that there is not."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: its number from 1, its header, the field that it fills ("": left out), its label.

    `rank` says which of two columns for the same field is asked first.
    """

    number: int
    header: str
    field: str = ""
    label: str = ""
    rank: int = 0


@dataclass(frozen=True, kw_only=True)
class Mapping:
    """What every column of a file means, and which program seems to have written it."""

    source: str
    columns: tuple[Column, ...]

    def columns_for(self, field: str) -> tuple[Column, ...]:
        """Return the columns that fill a field, the strongest first."""
        filling = (column for column in self.columns if column.field == field)
        return tuple(sorted(filling, key=lambda column: column.rank))

    def label_column_of(self, column: Column) -> Column | None:
        """Return the column that labels another: Phone 2 - Label for Phone 2 - Value."""
        wanted = number_in(column.header)
        labels = self.columns_for(f"{column.field}_label")
        return next((label for label in labels if number_in(label.header) == wanted), None)

    @property
    def is_own(self) -> bool:
        """Say whether the file is an export of ours."""
        return self.source == OWN

    @property
    def left_out(self) -> tuple[Column, ...]:
        """Return the columns that are not read."""
        return tuple(column for column in self.columns if not column.field)

    @property
    def names_somebody(self) -> bool:
        """Say whether any column holds a name or a company."""
        return any(column.field in NAMING for column in self.columns)


def parse_overrides(options: Sequence[str]) -> dict[str, str]:
    """Split each "Header=field" of --map at its last `=`; raises MapProblem."""
    overrides: dict[str, str] = {}
    for option in options:
        header, equals, field = option.rpartition("=")
        if not (header.strip() and equals and field.strip()):
            raise MapProblem(f'--map {option}: write it as --map "Header=field".')
        before = overrides.setdefault(header.strip(), field.strip())
        if before != field.strip():
            raise MapProblem(
                f"--map {option}: “{header.strip()}” is {before} already; say one of the two."
            )
    return overrides


def recognise(headers: Sequence[str], *, overrides: Overrides[str, str]) -> Mapping:
    """Say what each column means: by `overrides` (header or number to field), else by its alias.

    Raises MapProblem for a column or a field that there is not.
    """
    signature = _signature_of(headers)
    columns = [_by_alias(number, header) for number, header in enumerate(headers, start=1)]
    columns = _settled(columns, signature)
    for wanted, field in overrides.items():
        at = _column_at(wanted, headers)
        columns[at] = _by_the_leader(columns[at], field)
    return Mapping(source=signature.source if signature else "CSV", columns=tuple(columns))


def _signature_of(headers: Sequence[str]) -> Signature | None:
    forms = frozenset(map(normal, headers))
    return next((known for known in signatures() if known.headers <= forms), None)


def _by_alias(number: int, header: str) -> Column:
    alias = alias_of(header)
    if alias is None:
        return Column(number=number, header=header)
    return Column(
        number=number, header=header, field=alias.field, label=alias.label, rank=alias.rank
    )


def _settled(columns: Sequence[Column], signature: Signature | None) -> list[Column]:
    """Settle the headers that say one thing here and another there: Name, Customer, Account.

    What a program is known to mean comes first. "Name, Vorname" is a last name, "Name,
    Ansprechpartner" a company; Customer beside a person's name is their company, and else the name;
    Contact beside one may be anything, a phone even; Owner.id beside Owner is an id.
    """
    headers = {column.header.casefold() for column in columns}
    columns = [_without_twin(_as_known(column, signature), headers) for column in columns]
    fields = {column.field for column in columns}
    customer = "name"
    if fields & {"name", "first_name", "last_name"}:
        customer = "" if "company" in fields else "company"
    plain = "last_name" if "first_name" in fields and "last_name" not in fields else "name"
    forms = {normal(column.header) for column in columns}
    if forms & _PERSONS and "company" not in fields:
        plain = "company"
    meaning = dict.fromkeys(_PLAIN_NAMES, plain)
    if forms & _PLAIN_NAMES or fields & {"first_name", "last_name"}:
        meaning |= {"contact": ""}
    return [
        replace(column, field=customer)
        if column.field == "customer"
        else replace(column, field=meaning.get(normal(column.header), "name"))
        if column.field == "name"
        else column
        for column in columns
    ]


def _as_known(column: Column, signature: Signature | None) -> Column:
    known = signature.meanings.get(normal(column.header)) if signature else None
    return replace(column, field=known[0], label=known[1]) if known else column


def _without_twin(column: Column, headers: Collection[str]) -> Column:
    """Leave out the id that stands beside what it is the id of: Account Name.id, Account Name."""
    header = column.header.casefold()
    is_twin = header.endswith(_TWIN) and header.removesuffix(_TWIN) in headers
    return replace(column, field="", label="") if is_twin else column


def _column_at(wanted: str, headers: Sequence[str]) -> int:
    """Return the index of a column that is named by its header, or by its number from 1."""
    if wanted in headers:
        return headers.index(wanted)
    forms = [normal(header) for header in headers]
    if normal(wanted) in forms:
        return forms.index(normal(wanted))
    place = typed_number(wanted)
    if place is not None and 0 < place <= len(headers):
        return place - 1
    raise MapProblem(_no_such("column", wanted, headers))


def field_named(text: str) -> str | None:
    """Return the field that a leader's word means, - for none of them; None: there is no such.

    "First name" and "phone" are words of theirs, and so are headers that stand for a field.
    """
    if text.strip() == LEFT_OUT:
        return LEFT_OUT
    name = text.strip().casefold().replace(" ", "_").replace("-", "_")
    if name in FIELDS:
        return name
    alias = alias_of(text)
    return alias.field if alias and alias.field in FIELDS else None


def _by_the_leader(column: Column, text: str) -> Column:
    name = field_named(text)
    if name is None:
        raise MapProblem(_no_such("field", text, FIELDS))
    if name == LEFT_OUT:
        return replace(column, field="", label="")
    return replace(column, field=name, label=_label_of(column, name, text), rank=_BY_THE_LEADER)


def _label_of(column: Column, field: str, text: str) -> str:
    """Return the label of a leader's column: their word (mobile), or else what its header says."""
    alias = alias_of(text)
    if alias and alias.field == field and alias.label:
        return alias.label
    if column.field == field:
        return column.label
    return (
        "" if field != "phone" or NO_HEADER.fullmatch(column.header) else column.header.casefold()
    )


def number_in(header: str) -> str:
    """Return the digits of a header: 2 of Phone 2 - Value, and "" of Phone."""
    return "".join(filter(str.isdigit, header))


def _no_such(what: str, wanted: str, choices: Sequence[str]) -> str:
    near = get_close_matches(wanted, choices, n=1)
    hint = f" Did you mean “{near[0]}”?" if near else ""
    return f"--map: there is no {what} “{wanted}”.{hint} The {what}s are: {', '.join(choices)}."
