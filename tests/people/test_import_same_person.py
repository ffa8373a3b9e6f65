"""The same person comes in once, whatever their name is written like; couples come in as two."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from conftest import Founded
from support.imports import brought_in, counted, names, rows, written
from support.running import Run


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ana Duarte", "Dr. Ana Duarte"),
        ('"Duarte, Ana"', "Ana Duarte"),
        ("Ana Duarte", "A. Duarte"),
        ("Ana M. Duarte", "Ana Duarte"),
        ("Jürgen Müller", "Juergen Mueller"),
    ],
)
def test_a_name_written_otherwise_is_the_same_customer(
    founded: Founded, run_in: Run, tmp_path: Path, before: str, after: str
) -> None:
    first = written(tmp_path, f"ID,Name,Email\n1,{before},a@x.example\n", name="shop.csv")
    second = written(tmp_path, f"ID,Name,Email\n77,{after},A@x.example\n", name="fair.csv")

    run_in("import", first)
    came = brought_in(run_in, second)
    again = brought_in(run_in, second)

    assert came["new"] == 0
    assert counted(again) == (0, 0, 1, 0)
    assert rows(founded, "SELECT source, value FROM external_id ORDER BY id") == [
        {"source": "shop", "value": "1"},
        {"source": "fair", "value": "77"},
    ]


def test_the_fuller_form_of_a_name_stays(founded: Founded, run_in: Run, tmp_path: Path) -> None:
    short = written(tmp_path, "ID,Name,Email\n1,A. Duarte,a@x.example\n", name="shop.csv")
    full = written(tmp_path, "ID,Name,Email\n7,Ana Duarte,a@x.example\n", name="fair.csv")

    run_in("import", short)
    grown = brought_in(run_in, full)
    back = brought_in(run_in, short)

    assert (counted(grown), counted(back)) == ((0, 1, 0, 0), (0, 0, 1, 0))
    assert rows(founded, "SELECT name, folded FROM customer") == [
        {"name": "Ana Duarte", "folded": "ana duarte"}
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hans Müller", "Petra Müller"),
        ("Herr Müller", "Frau Müller"),
        ("Anna Smith", "Anne Smith"),
        ("John Smith Sr.", "John Smith Jr."),
    ],
)
def test_couples_share_a_number_and_an_address_and_stay_two(
    founded: Founded, run_in: Run, tmp_path: Path, one: str, other: str
) -> None:
    ways = "+49301234567,home@x.example"
    file = written(tmp_path, f"Name,Phone,Email\n{one},{ways}\n{other},{ways}\n")

    first = brought_in(run_in, file)
    again = brought_in(run_in, file)
    elsewhere = written(tmp_path, f"ID,Name,Phone,Email\n4,{other},{ways}\n", name="b.csv")
    run_in("import", elsewhere)

    assert (counted(first), counted(again)) == ((2, 0, 0, 0), (0, 0, 2, 0))
    assert names(founded) == [one, other]
    assert rows(founded, "SELECT customer_id FROM external_id WHERE value = '4'") == [
        {"customer_id": 2}
    ]


def test_a_switchboard_makes_nobody_the_same(founded: Founded, run_in: Run, tmp_path: Path) -> None:
    people = "".join(f"{name},Acme,+49301234567\n" for name in ("Ana Duarte", "Bo Lind", "Acme"))

    came = brought_in(run_in, written(tmp_path, f"Name,Company,Phone\n{people}"))

    assert counted(came) == (3, 0, 0, 0)
    assert names(founded) == ["Ana Duarte", "Bo Lind", "Acme"]


def test_two_ids_of_one_source_are_two_customers(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    text = "ID,Name,Email\n1,Ana Duarte,a@x.example\n2,A. Duarte,a@x.example\n"
    file = written(tmp_path, text)

    first = brought_in(run_in, file)
    again = brought_in(run_in, file)
    third = brought_in(run_in, written(tmp_path, f"{text}3,Ana Duarte,a@x.example\n"))

    assert (counted(first), counted(again)) == ((2, 0, 0, 0), (0, 0, 2, 0))
    assert counted(third) == (1, 0, 2, 0)
    assert len(names(founded)) == 3


def test_of_several_who_fit_the_exact_name_is_meant(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    text = "ID,Name,Email\n1,Ana M. Duarte,a@x.example\n2,Ana Duarte,a@x.example\n"
    run_in("import", written(tmp_path, text, name="shop.csv"))

    file = written(tmp_path, "ID,Name,Email\n9,Ana Duarte,a@x.example\n", name="fair.csv")
    brought_in(run_in, file)

    assert rows(founded, "SELECT customer_id FROM external_id WHERE source = 'fair'") == [
        {"customer_id": 2}
    ]


@pytest.mark.parametrize("rows_at_once", [1, 5])
def test_rows_without_an_id_that_share_an_address_and_a_name_are_one(
    founded: Founded,
    run_in: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    rows_at_once: int,
) -> None:
    monkeypatch.setattr("dailycontact.people.sources.delimited.ROWS_AT_ONCE", rows_at_once)
    file = written(
        tmp_path,
        "Name,Company,Mobile,Email,Country\n"
        "A. Duarte,,,a@x.example,\n"
        "Ana Duarte,Acme,+4915112345678,A@X.example;b@x.example,\n"
        "Bo Lind,,+4915112345678,,\n"
        "Ana Duarte,,+49301234567,b@x.example,Germany\n",
    )

    first = brought_in(run_in, file)
    again = brought_in(run_in, file)

    assert (counted(first), first["twice"]) == ((2, 0, 2, 0), 2)
    assert (counted(again), again["twice"]) == ((0, 0, 4, 0), 2)
    assert rows(founded, "SELECT name, company, country, zone FROM customer WHERE id = 1") == [
        {"name": "Ana Duarte", "company": "Acme", "country": "DE", "zone": "Europe/Berlin"}
    ]
    ways = "SELECT {} AS way FROM {} WHERE customer_id = 1 ORDER BY position"
    assert [row["way"] for row in rows(founded, ways.format("e164", "phone"))] == [
        "+4915112345678",
        "+49301234567",
    ]
    assert [row["way"] for row in rows(founded, ways.format("address", "email"))] == [
        "a@x.example",
        "b@x.example",
    ]


def test_everybody_who_shares_an_address_with_another_comes_in(
    founded: Founded, run_in: Run, shared_data: Path
) -> None:
    file = shared_data / "customers/sap-sflight/sap.fe.cap.travel-Passenger.csv"
    with file.open(encoding="utf-8", newline="") as opened:
        people = list(csv.DictReader(opened, delimiter=";"))
    addresses = Counter(person["EMailAddress"].lower() for person in people)

    came = brought_in(run_in, str(file))

    assert sum(number > 1 for number in addresses.values()) == 43
    assert counted(came) == (728, 0, 0, 0)
    there = [row["value"] for row in rows(founded, "SELECT value FROM external_id ORDER BY id")]
    assert there == [person["CustomerID"] for person in people]


BOOK = "Name,Phone,Email\nJohn Smith,+441134960111,a@x.example\n"
NAMESAKE = "John Smith,+441134960222,b@x.example\n"


def test_a_namesake_in_another_list_of_the_same_name_is_somebody_new(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, BOOK))
    other = written(tmp_path, f"Name,Phone,Email\n{NAMESAKE}")

    came, again = brought_in(run_in, other), brought_in(run_in, other)

    assert (counted(came), counted(again)) == ((1, 0, 0, 0), (0, 0, 1, 0))
    assert rows(founded, "SELECT customer_id, e164 FROM phone ORDER BY id") == [
        {"customer_id": 1, "e164": "+441134960111"},
        {"customer_id": 2, "e164": "+441134960222"},
    ]


def test_a_number_says_who_is_meant_before_the_name_does(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, BOOK))
    rest = BOOK.partition("\n")[2]
    both = written(tmp_path, f"Name,Phone,Email\nJohn Smith,,\n{NAMESAKE}{rest}")

    came, again = brought_in(run_in, both), brought_in(run_in, both)

    assert (counted(came), counted(again)) == ((2, 0, 1, 0), (0, 0, 3, 0))
    assert rows(founded, "SELECT customer_id, address FROM email ORDER BY id") == [
        {"customer_id": 1, "address": "a@x.example"},
        {"customer_id": 3, "address": "b@x.example"},
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [("Ada Lind,", "Ada Lind,+441134960111"), ("Ada Lind,+441134960111", "Ada Lind,")],
)
def test_a_name_alone_tells_who_is_meant_where_there_is_nothing_else(
    founded: Founded, run_in: Run, tmp_path: Path, before: str, after: str
) -> None:
    run_in("import", written(tmp_path, f"Name,Phone\n{before}\n"))

    brought_in(run_in, written(tmp_path, f"Name,Phone\n{after}\n"))

    assert names(founded) == ["Ada Lind"]
    assert rows(founded, "SELECT e164 FROM phone") == [{"e164": "+441134960111"}]


def test_a_number_that_a_leader_took_away_still_tells_who_is_meant(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    file = written(tmp_path, "Name,Phone\nAda Lind,+441134960111\nBo Lind,12\n")
    run_in("import", file)
    edited = ("--remove-phone", "+441134960111", "--phone", "+441134960222")
    run_in("customers", "edit", "1", *edited)

    again = brought_in(run_in, file)

    assert counted(again) == (0, 0, 2, 0)
    assert len(names(founded)) == 2


def test_namesakes_whose_numbers_are_not_whole_stay_apart_and_come_in_once(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, BOOK))
    text = "".join(f"John Smith,{number},\n" for number in (12, 13, 14))
    file = written(tmp_path, f"Name,Phone,Email\n{text}")

    came, again = brought_in(run_in, file), brought_in(run_in, file)

    assert (counted(came), counted(again)) == ((3, 0, 0, 0), (0, 0, 3, 0))
    assert len(names(founded)) == 4


@pytest.mark.parametrize("number", ["000-000-0000", "555-555-5555", "1234567890"])
def test_a_number_that_nobody_has_makes_nobody_the_same(
    founded: Founded, run_in: Run, tmp_path: Path, number: str
) -> None:
    text = f"Name,Phone\nJohn Smith,{number}\nJ. Smith,{number}\n"
    file = written(tmp_path, text)

    first = brought_in(run_in, file, "--country", "US")
    again = brought_in(run_in, file, "--country", "US")

    assert (counted(first), counted(again)) == ((2, 0, 0, 0), (0, 0, 2, 0))
    assert names(founded) == ["John Smith", "J. Smith"]


def test_a_word_in_the_column_of_addresses_makes_nobody_the_same(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    text = "Name,Email,Company\nAna Duarte,unknown,Green\nA. Duarte,unknown,Blue\n"
    file = written(tmp_path, text)

    first, again = brought_in(run_in, file), brought_in(run_in, file)
    elsewhere = brought_in(run_in, written(tmp_path, text, name="b.csv"))

    assert (counted(first), counted(again)) == ((2, 0, 0, 0), (0, 0, 2, 0))
    assert counted(elsewhere) == (2, 0, 0, 0)
    assert len(names(founded)) == 4


LIST = "ID,Name,Phone\n1,John Smith,+441134960111\n2,Zoe Li,+441134960112\n"
OTHER_LIST = "ID,Name,Phone\n1,Mia Wong,+441134960333\n2,Tom Fox,\n"


def test_another_list_of_the_same_name_overwrites_nobody(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, LIST))

    came = brought_in(run_in, written(tmp_path, OTHER_LIST))
    named = brought_in(run_in, written(tmp_path, OTHER_LIST), "--source", "fair")

    assert (counted(came), counted(named)) == ((0, 0, 0, 2), (2, 0, 0, 0))
    assert came["refused_rows"][0] == {
        "line": 2,
        "column": "ID",
        "value": "1",
        "reason": "this is John Smith in the book, and Mia Wong here: is it another list?"
        " Give it a name with --source",
    }
    assert names(founded) == ["John Smith", "Zoe Li", "Mia Wong", "Tom Fox"]


def test_a_program_may_give_an_id_another_name_and_it_is_said(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, LIST), "--source", "crm")

    file = written(tmp_path, OTHER_LIST)
    dry = brought_in(run_in, file, "--source", "crm", "--dry-run")
    shown = run_in("import", file, "--source", "crm")
    again = brought_in(run_in, file, "--source", "crm")

    assert counted(dry) == (0, 2, 0, 0)
    assert [row["value"] for row in dry["warning_rows"]] == [
        "John Smith → Mia Wong",
        "Zoe Li → Tom Fox",
    ]
    said = " ".join(shown.out.split())
    assert "2 customers have another name than before: line 2 “John Smith → Mia Wong”" in said
    assert (counted(again), again["warnings"]) == ((0, 0, 2, 0), 0)
    assert names(founded) == ["Mia Wong", "Tom Fox"]


@pytest.mark.parametrize(
    "after", ["Ana Pereira,+441134960111", "Jon Smyth,", "John,", "Dr. J. Smith,"]
)
def test_who_marries_or_is_mended_keeps_their_id(
    founded: Founded, run_in: Run, tmp_path: Path, after: str
) -> None:
    run_in("import", written(tmp_path, LIST))

    came = brought_in(run_in, written(tmp_path, f"ID,Name,Phone\n1,{after}\n"))

    assert (came["new"], came["refused"], came["warnings"]) == (0, 0, 0)
    assert len(names(founded)) == 2


def test_a_name_that_a_leader_wrote_is_no_other_list(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    file = written(tmp_path, LIST)
    run_in("import", file)
    run_in("customers", "edit", "1", "--name", "Mia Wong", "--remove-phone", "+441134960111")

    again = brought_in(run_in, file)

    assert counted(again) == (0, 0, 2, 0)
    assert names(founded) == ["Mia Wong", "Zoe Li"]


def test_what_another_source_gave_is_not_replaced_and_nothing_flips(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    headers = "ID,Name,Phone,Email\n"
    shop = written(tmp_path, f"{headers}1,Ada Lind,+441134960123,a@x.example\n", name="shop.csv")
    fair = "7,Ada Lind,+441134960456,a@x.example;g@x.example\n"
    later = written(tmp_path, f"{headers}7,Ada Lind,+441134960789,g2@x.example\n", name="later.csv")
    run_in("import", shop)
    run_in("import", written(tmp_path, f"{headers}{fair}", name="fair.csv"))

    came = brought_in(run_in, later, "--source", "fair")
    again = [brought_in(run_in, shop), brought_in(run_in, later, "--source", "fair")]

    assert (counted(came), *map(counted, again)) == ((0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 1, 0))
    assert [row["e164"] for row in rows(founded, "SELECT e164 FROM phone ORDER BY position")] == [
        *("+441134960123", "+441134960456", "+441134960789"),
    ]
    found = rows(founded, "SELECT address FROM email ORDER BY position")
    assert [row["address"] for row in found] == ["a@x.example", "g@x.example", "g2@x.example"]


@pytest.mark.parametrize("turned", [False, True])
def test_behind_a_switchboard_the_order_of_the_rows_does_not_matter(
    founded: Founded, run_in: Run, tmp_path: Path, *, turned: bool
) -> None:
    lines = [
        "Bo Lind,+441134960123,office@x.example",
        "Ana Duarte,+441134960123,office@x.example",
        "Cy Xu,+441134960123,cy@x.example",
        "Ana Duarte,+441134960123,ana@x.example",
    ]
    ordered = lines[::-1] if turned else lines
    file = written(tmp_path, "\n".join(("Name,Phone,Email", *ordered)))
    other = written(tmp_path, "\n".join(("Name,Phone,Email", *ordered[::-1])), name="other.csv")

    came = [brought_in(run_in, each) for each in (file, file, other)]

    assert [counted(each) for each in came] == [(3, 0, 1, 0), (0, 0, 4, 0), (0, 0, 4, 0)]
    assert sorted(names(founded)) == ["Ana Duarte", "Bo Lind", "Cy Xu"]
