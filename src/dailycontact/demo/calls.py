"""The calls of the demonstration: whom Marta phoned, and what they said. All of it is fictional."""

from dailycontact.core.answer import Consent
from dailycontact.core.call import Outcome
from dailycontact.core.following import Helped
from dailycontact.core.telling import Reaction
from dailycontact.demo.events import Call, Skip, nothing, praise, wish

NAME = Consent.NAME
PLEASED = Reaction.PLEASED

INVOICES, HOURS, WAITING = "Invoices", "Delivery times", "Knowing when we come"
PHONE, CHARGE, PACKING = "Reaching us by phone", "Delivery charge", "Packaging"
MISSING, ORDERING, GOODS = "What is missing", "Ordering", "Quality of the goods"

FIRST_CALLS = (
    Call(day=-57, who="Ana Duarte", quote=NAME, notes="Daughter starts school.", said=(
        wish("ana", "Your invoices never say which of our two cafés they are for.", INVOICES),
    ), promise=("an answer about the invoices", 10)),
)  # fmt: skip
"""Twelve weeks ago, when the book was begun."""

WEEK_ONE = (
    Call(day=-30, who="Bo Lind", quote=NAME, said=(
        wish("bo-early", "The flour has to be here before ten, or the afternoon bake is lost.",
             HOURS),
        wish("bo", "I can't tell from the invoice which shop it is for.", INVOICES),
    )),
    Call(day=-29, who="Walter Finch", said=(
        wish("walter", "Deliver small orders free of charge.", CHARGE),
    )),
    Call(day=-28, who="Kwame Mensah", quote=NAME, said=(
        wish("kwame", "Before nine your phone is always engaged.", PHONE),
    )),
    Call(day=-27, who="Jo Hansen", quote=NAME, said=(
        wish("jo", "Which café is the invoice for? I sit over them every month.", INVOICES),
    ), notes="Prefers mornings."),
    Call(day=-26, who="Rajesh Iyer", said=(
        wish("rajesh", "Your website still shows last year's prices.", ORDERING),
    )),
)  # fmt: skip

WEEK_TWO = (
    Call(day=-25, who="Mei-Ling Chen", said=(
        wish("mei", "Please write the branch on the invoice, my accountant asks every time.",
             INVOICES),
    )),
    Call(day=-24, who="Sam Whitaker", said=(
        praise("sam-tom", "Tom carried everything down to the cellar, unasked.", "Tom"),
        wish("sam", "Nobody picks up at eight, when I have time to order.", PHONE),
    )),
    Call(day=-23, who="Olga Petrova", said=(
        wish("olga", "So much plastic around the tea boxes.", PACKING),
    )),
    Call(day=-22, who="Grace Okonkwo", quote=NAME, said=(
        wish("grace", "Two deliveries in a row came without the milk.", MISSING),
    ), urgent=True),
    Call(day=-21, who="Thandiwe Nkosi", said=(
        wish("thandiwe", "The boxes are full of plastic filling that I pay to throw away.",
             PACKING),
    )),
)  # fmt: skip

WEEK_THREE = (
    Call(day=-20, who="Walter Finch", rang_in=True, outcome=Outcome.NEVER,
         notes="Rang to say: please, no more calls."),
    Call(day=-20, at="10:05", who="Sofia Papadopoulos", said=(
        wish("sofia", "One invoice for two shops. Which is which?", INVOICES),
    )),
    Call(day=-19, who="Fatima Al-Rashid", said=(
        wish("fatima", "Free delivery, even when I order little.", CHARGE),
    ), notes="Works alone until spring."),
    Call(day=-18, who="Hannah Goldberg", said=(nothing("hannah"),)),
    Call(day=-17, who="Dov Levin", said=(
        wish("dov", "A call when something is out of stock. Not an empty box.", MISSING),
    )),
    Call(day=-16, who="Priyanka Desai", said=(
        praise("priyanka", "Ines found my lost order in ten minutes.", "Ines"),
    ), quote=NAME),
)  # fmt: skip

WEEK_FOUR = (
    Call(day=-15, who="Ana Sousa", quote=NAME, said=(
        wish("sousa", "I wait in the shop all morning. Text us before you arrive.", WAITING),
    )),
    Call(day=-14, who="Aoife Byrne", said=(
        wish("aoife", "Free delivery below fifty pounds would help us through the winter.", CHARGE),
    )),
    Call(day=-13, who="Café Sol", said=(
        wish("sol", "We have two cafés and get one bill, without names.", INVOICES),
    )),
    Call(day=-12, who="Yusuf Demir", said=(
        wish("yusuf", "Could you take the empty crates back with you?"),
    )),
    Call(day=-11, who="Tomasz Zieliński", said=(
        wish("tomasz", "Come before the lunch crowd, not in it.", HOURS),
    ), promise=("ask whether 10:30 works", -1)),
)  # fmt: skip

WEEK_FIVE = (
    Call(day=-10, who="Siobhán O'Connor", said=(
        wish("siobhan", "I never know wether to wait for the driver or to open the shop.", WAITING),
    )),
    Call(day=-9, who="Nia Griffiths", quote=NAME, said=(
        wish("nia", "Let me order on Sunday night for Tuesday.", ORDERING),
        praise("nia-priya", "Priya rang me back within the hour. Lovely.", "Priya"),
    )),
    Call(day=-8, who="Kwame Mensah", told=(("kwame", PLEASED),), said=(nothing("kwame-2"),)),
    Call(day=-8, at="14:15", who="Hiroshi Tanaka", rang_in=True, said=(
        wish("hiroshi", "Ring the bell twice, please. We don't hear it over the grinder."),
    )),
    Call(day=-7, who="Callum MacLeod", said=(
        wish("callum", "Your driver was short with our apprentice. Please keep that between us."),
    ), quote=Consent.NO, private=True, promise=("tell Callum what came of it", 0)),
    Call(day=-6, who="Beatrice Conti", said=(
        wish("beatrice", "The order form asks for my address every single time.", ORDERING),
    )),
)  # fmt: skip

WEEK_SIX = (
    Call(day=-5, who="Martin Novák", said=(
        wish("martin", "A message half an hour before you come, and I would open the gate.",
             WAITING),
    )),
    Call(day=-4, who="Sam Whitaker", told=(("sam", PLEASED),), said=(
        wish("sam-2", "The driver comes at nine, right in our breakfast rush.", HOURS),
    ), quote=NAME),
    Call(day=-3, who="Diego Morales", outcome=Outcome.NOT_NOW, call_back=1,
         notes="Stocktaking until tomorrow."),
    Call(day=-3, at="10:10", who="Maria da Luz Ferreira-Vasconcelos", quote=NAME, said=(
        praise("maria", "Always friendly, always on time. Thank you all."),
        wish("maria-2", "Smaller sacks of sugar. I can't lift twenty-five kilos any more.",
             PACKING),
    )),
    Call(day=-2, who="Émile Laurent", said=(
        wish("emile", "A delivery note in French would save me an evening a week."),
    )),
    Call(day=-1, who="Grace Okonkwo", said=(
        wish("grace-2", "The freezer van was at fourteen degrees this morning.", GOODS),
    ), urgent=True, quote=NAME, promise=("ring Grace about the freezer van", 2),
       helped=(("grace", Helped.YES),)),
    Call(day=0, at="08:30", who="Leila Haddad", rang_in=True, quote=NAME, said=(
        wish("leila", "Half of the new cups leak.", GOODS),
        praise("leila-jonas", "Jonas changed them the same day, without a word.", "Jonas"),
    )),
)  # fmt: skip

SKIPS = (
    Skip(day=-13, who="Ingrid Svensson", reason="On a trade fair this week."),
    Skip(day=-2, who="Jürgen Krause", reason="Anneliese says: market day."),
)

_UNREACHED = {
    -30: ("Nia Griffiths",),
    -29: ("Ethan Brooks",),
    -28: ("Yusuf Demir", "Diego Morales"),
    -26: ("Beatrice Conti",),
    -25: ("Callum MacLeod",),
    -24: ("Jürgen Krause",),
    -22: ("Diego Morales", "Tevita Fonua"),
    -19: ("Nia Griffiths",),
    -18: ("Beatrice Conti", "Claire Fontaine"),
    -16: ("Callum MacLeod",),
    -15: ("Anneliese Vogt",),
    -14: ("Hiroshi Tanaka", "Martin Novák"),
    -12: ("Olivia Grant",),
    -10: ("Claire Fontaine", "Tevita Fonua"),
    -7: ("Martin Novák",),
    -6: ("Jürgen Krause", "Anneliese Vogt"),
    -5: ("Jack Nguyen",),
    -4: ("Claire Fontaine", "Diego Morales"),
    -3: ("Tevita Fonua",),
    -1: ("Ethan Brooks", "Olivia Grant"),
}
_VOICEMAIL = {"Claire Fontaine", "Nia Griffiths", "Olivia Grant"}

UNREACHED = tuple(
    Call(
        day=day,
        at=f"09:{20 + 5 * place:02}",
        who=who,
        outcome=Outcome.VOICEMAIL if who in _VOICEMAIL else Outcome.NO_ANSWER,
    )
    for day, names in _UNREACHED.items()
    for place, who in enumerate(names)
)

WRONG_NUMBER = Call(day=-9, at="09:20", who="Hiroshi Tanaka", outcome=Outcome.WRONG_NUMBER)

CALLS = (
    *FIRST_CALLS, *WEEK_ONE, *WEEK_TWO, *WEEK_THREE, *WEEK_FOUR, *WEEK_FIVE, *WEEK_SIX,
    *SKIPS, *UNREACHED, WRONG_NUMBER,
)  # fmt: skip
