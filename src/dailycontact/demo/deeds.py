"""What the team made of the answers in the demonstration: shared, done, declined, told."""

from dailycontact.core.telling import Channel, Reaction
from dailycontact.demo.calls import INVOICES, PACKING
from dailycontact.demo.events import (
    Act,
    Amend,
    Decline,
    Done,
    Join,
    Kept,
    Leave,
    Note,
    NotYet,
    Pause,
    Read,
    Share,
    Story,
    Take,
    Tell,
    Try,
    Words,
    wish,
)

PLEASED, NEUTRAL, NOT_SOLVED = Reaction.PLEASED, Reaction.NEUTRAL, Reaction.NOT_SOLVED

MEETINGS = (-56, -26, -21, -16, -11, -6, -3)
SHARES = (
    *(Share(day=day) for day in MEETINGS),
    Share(day=-22, at="10:05", place="chat"),
)

ACTIONS = (
    Act(day=-25, key="phones", answers=("kwame",), owner="Ines", due=-12,
        title="Answer the phone from half past seven"),
    Join(day=-21, action="phones", answers=("sam",)),
    Act(day=-24, key="prices", answers=("rajesh",), owner="Jonas", due=-8,
        title="Put the new prices on the website"),
    Act(day=-22, at="10:30", key="milk", answers=("grace",), owner="Ines", due=-21,
        title="Find out where the milk stays"),
    Act(day=-20, key="invoices", answers=("ana", "bo", "jo", "mei"),
        title="Put the café's name on every invoice"),
    Take(day=-19, action="invoices", owner="Priya"),
    Act(day=-20, at="11:45", key="plastic", answers=("olga", "thandiwe"), owner="Tom", due=-9,
        title="Pack without plastic"),
    Act(day=-15, key="early", answers=("bo-early",), owner="Tom", due=9,
        title="Deliver before ten"),
    Join(day=-15, action="invoices", answers=("sofia",)),
    Act(day=-14, key="stock", answers=("dov",), owner="Priya", due=5,
        title="Ring before something is missing"),
    Join(day=-10, action="invoices", answers=("sol",)),
    Join(day=-10, at="11:50", action="early", answers=("tomasz",)),
    Act(day=-10, at="12:00", key="text", answers=("sousa",), title="Text before we arrive"),
    Join(day=-5, action="text", answers=("siobhan",)),
    Act(day=-5, at="12:00", key="sunday", answers=("nia",), owner="Jonas", due=15,
        title="Take orders on Sundays"),
    Join(day=-2, action="text", answers=("martin",)),
    Join(day=-2, at="11:45", action="early", answers=("sam-2",)),
    Act(day=-2, at="12:00", key="bell", answers=("hiroshi",), owner="Tom", due=0,
        title="Ring twice at Tanaka Coffee"),
    Act(day=-1, at="10:15", key="freezer", answers=("grace-2",), owner="Ines", due=0,
        title="Have the freezer van looked at"),
    Act(day=0, at="08:40", key="crates", answers=("yusuf",), owner="Tom", due=10,
        title="Take the empty crates back"),
)  # fmt: skip

ENDS = (
    Done(day=-21, action="milk",
         say="The milk now travels on a shelf of its own, and is ticked off at the door"),
    Done(day=-13, action="phones", say="Two of us answer the phone from half past seven"),
    Done(day=-10, action="plastic", say="The boxes are closed with paper tape"),
    Done(day=-2, action="invoices", say="Every invoice now carries the café's name"),
    Done(day=0, at="08:35", action="bell", say="It stands on the driver's list: ring twice"),
    Decline(day=-9, answers=("fatima", "aoife", "walter"), revisit=40,
            reason="Small rounds cost us more than we earn on them",
            instead="Neighbours may order together, and then delivery is free"),
)  # fmt: skip

TOLD = (
    Tell(day=-20, answer="grace", reaction=PLEASED, words="That was quick. Thank you."),
    Tell(day=-9, answer="olga", by=Channel.EMAIL, reaction=PLEASED),
    Tell(day=-8, answer="thandiwe", reaction=NOT_SOLVED,
         better=wish("thandiwe-2", "The tape is nice, but the filling is still plastic.")),
    NotYet(day=-6, answer="bo-early", words="Tom is trying another round, and knows by next week."),
    NotYet(day=-4, answer="sousa", by=Channel.PHONE,
           words="We are looking for somebody to send the texts."),
    Tell(day=-7, answer="fatima", reaction=NEUTRAL),
    Try(day=-7, answer="aoife"),
    Try(day=-1, answer="aoife"),
    Tell(day=-2, answer="jo", reaction=PLEASED, words="At last. Thank you!"),
    Tell(day=-2, at="16:25", answer="mei", by=Channel.EMAIL, reaction=PLEASED,
         words="My accountant sends regards."),
    Tell(day=-1, answer="sofia", reaction=NEUTRAL),
    Tell(day=0, at="08:50", answer="hiroshi", by=Channel.IN_PERSON, reaction=PLEASED,
         words="I heard it, over two grinders."),
)  # fmt: skip

NOTES = (
    Note(day=-12, action="early", text="Tom rode along: two streets are the trouble, not the van."),
    Note(day=-5, action="early", text="The other way round, Lind Bakery comes first, at nine.",
         evidence="https://brightside.example.com/rounds/thursday"),
    Note(day=-4, action="stock", text="Priya gets the list at four now, and not at six."),
    Kept(day=-1, who="Tomasz Zieliński"),
)  # fmt: skip
READINGS = (
    Words(day=-27, words=("invoice", "bill"), theme=INVOICES),
    Read(day=-16, answers=("dov",), cause="The list of what is short comes too late"),
    Read(day=-7, answers=("thandiwe-2",), theme=PACKING),
)

STORIES = (
    Story(day=-24, who="Tom", text="Carried four crates down to the cellar at Whitaker's."),
    Story(day=-17, who="Ines",
          text="Found a lost order in ten minutes, and brought it round after work."),
    Story(day=-6, missed=True,
          text="Chai Corner opened again after the flood, and nobody of us sent a card."),
    Story(day=-3, who="Tom",
          text="Drove back to Café Nord at 18:40, with a key that was forgotten."),
    Story(day=0, at="08:45", who="Priya", text="Stayed until nine to print the new invoices."),
)  # fmt: skip

UPKEEP = (
    Amend(day=-10, answer="siobhan",
          words="I never know whether to wait for the driver or to open the shop."),
    Pause(day=-12, who="Camille Dubois", until=30, reason="closed for repairs"),
    Leave(day=-6, first=14, last=18),
)  # fmt: skip

DEEDS = (*SHARES, *ACTIONS, *ENDS, *TOLD, *NOTES, *READINGS, *STORIES, *UPKEEP)
