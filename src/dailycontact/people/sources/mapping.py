"""Decides what each column of a file means; what nobody named is left out, and never stored."""

from collections.abc import Mapping as Overrides
from collections.abc import Sequence
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
LEFT_OUT = "-"
_BY_THE_LEADER = -1


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

    def label_column_of(self, phone: Column) -> Column | None:
        """Return the column that labels a phone column: Phone 2 - Label for Phone 2 - Value."""
        wanted = _digits(phone.header)
        labels = (column for column in self.columns if column.field == "phone_label")
        return next((label for label in labels if _digits(label.header) == wanted), None)

    @property
    def left_out(self) -> tuple[Column, ...]:
        """Return the columns that are not read."""
        return tuple(column for column in self.columns if not column.field)

    @property
    def names_somebody(self) -> bool:
        """Say whether any column holds a name or a company."""
        naming = {"name", "first_name", "last_name", "company"}
        return any(column.field in naming for column in self.columns)


def parse_overrides(options: Sequence[str]) -> dict[str, str]:
    """Split each "Header=field" of --map at its last `=`; raises MapProblem."""
    overrides = {}
    for option in options:
        header, equals, field = option.rpartition("=")
        if not (header.strip() and equals and field.strip()):
            raise MapProblem(f'--map {option}: write it as --map "Header=field".')
        overrides[header.strip()] = field.strip()
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
    """Settle the headers that say one thing here and another there: Name and Customer.

    "Name, Vorname" is a last name; the Name of an agency is a company; Customer beside a person's
    name is their company, and else the name.
    """
    fields = {column.field for column in columns}
    meaning = {"customer": "name"}
    if fields & {"name", "first_name", "last_name"}:
        meaning["customer"] = "" if "company" in fields else "company"
    if signature and signature.name_field != "name":
        meaning["name"] = signature.name_field
    elif "first_name" in fields and "last_name" not in fields:
        meaning["name"] = "last_name"
    return [
        replace(column, field=meaning[column.field])
        if column.field in meaning and (column.field == "customer" or _is_plain_name(column))
        else column
        for column in columns
    ]


def _is_plain_name(column: Column) -> bool:
    return normal(column.header) == "name"


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


def _by_the_leader(column: Column, field: str) -> Column:
    name = field.casefold().replace(" ", "_").replace("-", "_")
    if field == LEFT_OUT:
        return replace(column, field="", label="")
    if name not in FIELDS:
        raise MapProblem(_no_such("field", field, FIELDS))
    label = (column.label or column.header.casefold()) if name == "phone" else ""
    return replace(column, field=name, label=label, rank=_BY_THE_LEADER)


def _digits(header: str) -> str:
    return "".join(filter(str.isdigit, header))


def _no_such(what: str, wanted: str, choices: Sequence[str]) -> str:
    near = get_close_matches(wanted, choices, n=1)
    hint = f" Did you mean “{near[0]}”?" if near else ""
    return f"--map: there is no {what} “{wanted}”.{hint} The {what}s are: {', '.join(choices)}."
