"""Files of fictional customers, as large as one likes, the same each time."""

import csv
import random
from pathlib import Path

HEADERS = ("CustomerID", "Name", "Company", "Email", "Country")
FIRST = [
    "Anna",
    "Bela",
    "Carl",
    "Dora",
    "Emil",
    "Frida",
    "Günter",
    "Hanna",
    "Igor",
    "Jana",
    "Karl",
    "Lena",
]
LAST = ["Müller", "Schmidt", "Smith", "Jones", "Dvořák", "Rossi", "García", "Lee", "Wang", "Novak"]
PHONES = {
    "Germany": ("+4930{:08d}", "030 {:08d}", 10_000_000),
    "Italy": ("+3906{:08d}", "06 {:08d}", 10_000_000),
    "Spain": ("+3491{:07d}", "91 {:07d}", 1_000_000),
    "France": ("+331{:08d}", "01{:08d}", 40_000_000),
    "USA": ("+1212{:07d}", "(212) {:07d}", 2_000_000),
}


def generated(file: Path, kind: str, *, rows: int) -> Path:
    """Write so many rows of six columns: no phones, E.164 phones, or local phones."""
    luck = random.Random(7)  # noqa: S311 - data for a measurement
    last = "City" if kind == "no phones" else "Phone"
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow((*HEADERS, last))
        for number in range(rows):
            first, family = luck.choice(FIRST), luck.choice(LAST)
            country = luck.choice(tuple(PHONES))
            company = f"{family} & Söhne {number % 5000} GmbH"
            email = f"{first}.{family}{number}@firma{number % 600}.example".lower()
            sixth = "Leeds" if kind == "no phones" else _phone(luck, country, kind)
            writer.writerow((f"C{number:06}", f"{first} {family}", company, email, country, sixth))
    return file


def _phone(luck: random.Random, country: str, kind: str) -> str:
    whole, local, least = PHONES[country]
    return (whole if kind.startswith("E.164") else local).format(luck.randrange(least, 2 * least))
