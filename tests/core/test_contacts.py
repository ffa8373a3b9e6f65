"""The numbers and addresses of a book, however they are written."""

import pytest

from dailycontact.core.contacts import Ways
from dailycontact.core.masking import mask_for

WAYS = Ways(
    numbers=("+441134960123", "555-0198 77"),
    addresses=("pk77@zzmail.example", "Ana.Duarte@green-door.example"),
)


@pytest.mark.parametrize(
    "number",
    [
        "0113, 496, 0123",
        "0113:496:0123",
        "0113'496'0123",
        "0113 – – 496 – – 0123",
        "0113|496|0123",
        "0113\N{MINUS SIGN}496\N{MINUS SIGN}0123",
        "0113=496=0123",
        "0113;496;0123",
        "0113…496…0123",
        "0113•496•0123",
        "0113 dash 496 dash 0123",
        "0113&nbsp;496&nbsp;0123",
        "01 13 (49) [60] 123",
        "0113>496>0123",
        "+44+113+496+0123",
        "496|01|23",
        "٠١١٣،٤٩٦،٠١٢٣",
        "5550|198|77",
    ],
)
def test_a_number_of_the_book_is_found_whatever_parts_it(number: str) -> None:
    assert mask_for(ways=WAYS)(f"We rang {number} today") == "We rang [number] today"


@pytest.mark.parametrize(
    "address",
    [
        "pk77 at zzmail.example",
        "pk77 AT zzmail dot example",
        "PK77%40zzmail.example",
        "pk77&#64;zzmail.example",
        "pk77&commat;zzmail.example",
        "pk77﹫zzmail.example",
        "pk77[@]zzmail[.]example",
        "pk77(a)zzmail.example",
        "pk77-at-zzmail.example",
        "p k 7 7 @ z z m a i l . e x a m p l e",
        "ana dot duarte at green-door.example",
        "ana . duarte\n at greendoor . example",
    ],
)
def test_an_address_of_the_book_is_found_however_its_at_is_written(address: str) -> None:
    assert mask_for(ways=WAYS)(f"Text {address}, please") == "Text [e-mail], please"


@pytest.mark.parametrize(
    "words",
    [
        "On 2026-11-23, 16 boxes",
        "We look at zzmail.example and at 12, 30, 45, 60 and 123 pallets",
        "113 customers; 496 orders. 0124 is not it",
        "496 boxes came on 0123",
        "113 or 496 boxes, 0123 pallets",
    ],
)
def test_what_is_not_theirs_stays(words: str) -> None:
    assert mask_for(ways=WAYS)(words) == words


def test_what_is_not_in_the_book_is_masked_by_its_look() -> None:
    words = "x1﹫a.example, x2[@]a[.]example, x3%40a.example, 0113\N{MINUS SIGN}496•0199"

    assert mask_for()(words) == "[e-mail], [e-mail], [e-mail], [number]"


def test_a_book_of_many_is_looked_up_and_not_gone_through() -> None:
    ways = Ways(
        numbers=[f"+44{number:010}" for number in range(100_000)],
        addresses=[f"p{number}@mail{number % 1000}.example" for number in range(100_000)],
    )

    masked = mask_for(ways=ways)("p77 at mail77 dot example and p78 at mail77.example. " * 200)

    assert masked == "[e-mail] and p78 at mail77.example. " * 200
