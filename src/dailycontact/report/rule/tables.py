"""The report as tables for a spreadsheet: the same facts, each in a row, for whoever counts on."""

from collections.abc import Callable

from dailycontact.errors import UsageProblem
from dailycontact.report.rule import counted, outside
from dailycontact.report.rule.report import Edition, Report, Waiting
from dailycontact.report.rule.table import Cell, Table, table, yes


class NoSuchTable(UsageProblem):
    """The edition has no table of that name."""

    def __init__(self, name: str, edition: Edition, known: list[str]) -> None:
        super().__init__(
            f"The {edition} edition has no table {name!r}; choose from: {', '.join(known)}."
        )


def tables_of(report: Report) -> tuple[Table, ...]:
    """Return the tables of a report, those without a row too, so that a file has always the same.

    What an edition does not show is in none of its tables.
    """
    return tuple(made(report) for made in _EDITIONS[report.edition])


def table_named(report: Report, name: str) -> Table:
    """Return one table of a report.

    Raises:
        NoSuchTable: its edition has none of that name.

    """
    found = {each.name: each for each in tables_of(report)}
    if name not in found:
        raise NoSuchTable(name, report.edition, list(found))
    return found[name]


def _answers(report: Report) -> Table:
    return table(
        "answers",
        "Answers",
        {
            "answer": "Answer",
            "day": "Said on",
            "who": "Who",
            "kind": "Kind",
            "words": "Words",
            "urgent": "Urgent",
            "praised": "Praised",
            "stage": "Stage",
            "earlier": "Said earlier",
            "private": "Stays with leaders",
        },
        [
            (said.answer_id, said.day, said.who, said.kind.value, said.words, yes(said.urgent),
             said.praised, said.stage.value, yes(said.earlier), yes(said.private))
            for said in report.heard
        ],
    )  # fmt: skip


def _team_answers(report: Report) -> Table:
    """Return the answers without the column that says the same of each of them."""
    return _answers(report).without("private")


def _actions(report: Report) -> Table:
    return table(
        "actions",
        "Actions",
        {
            "action": "Action",
            "title": "Title",
            "owner": "Owner",
            "state": "State",
            "day": "Day",
            "due_on": "Due on",
            "customers": "Customers who asked",
            "say": "What customers hear",
            "instead": "Instead",
        },
        [
            (acted.action_id, acted.title, acted.owner, acted.state.value, acted.day, acted.due_on,
             acted.askers, acted.say, acted.instead)
            for acted in report.acted
        ],
    )  # fmt: skip


def _asked(report: Report) -> Table:
    return table(
        "asked",
        "Who asked for it",
        {"action": "Action", "answer": "Answer", "day": "Said on", "who": "Who", "words": "Words"},
        [
            (acted.action_id, said.answer_id, said.day, said.who, said.words)
            for acted in report.acted
            for said in acted.answers
        ],
    )


def _told(report: Report) -> Table:
    return table(
        "told",
        "Who was told",
        {
            "action": "Action",
            "title": "Title",
            "answer": "Answer",
            "who": "Who",
            "day": "Told on",
            "channel": "How",
            "reaction": "Took it",
        },
        [
            (told.action_id, told.title, one.answer_id, one.who, one.day, one.channel.value,
             one.reaction.said if one.reaction else None)
            for told in report.told
            for one in told.people
        ],
    )  # fmt: skip


def _told_of(report: Report) -> Table:
    return table(
        "told_of",
        "How many know",
        {
            "action": "Action",
            "title": "Title",
            "say": "What they heard",
            "told": "Told",
            "reopened": "Of them, not solved",
            "asked": "Of answers",
            "waived": "Need not be told",
            "unreachable": "Not reached",
        },
        [
            (told.action_id, told.title, told.say, told.told + told.reopened, told.reopened,
             told.askers, told.waived,
             told.unreachable)
            for told in report.told
        ],
    )  # fmt: skip


def _waiting(report: Report) -> Table:
    waits = {one.answer_id: one for one in (*report.wanted, *report.waiting)}
    wanted = {one.answer_id for one in report.wanted}
    return table(
        "waiting",
        "Still waiting",
        {
            "answer": "Answer",
            "who": "Who",
            "words": "Words",
            "said_on": "Said on",
            "days": "Days",
            "stage": "Stage",
            "where": "Where it stands",
            "urgent": "Urgent",
            "late": "Late",
            "wanted": "Needs somebody now",
        },
        [(*_waits(one), yes(one.answer_id in wanted)) for one in waits.values()],
    )


def _waits(one: Waiting) -> tuple[Cell, ...]:
    return (one.answer_id, one.who, one.words, one.said_on, one.days, one.stage.value, one.where,
            yes(one.urgent), yes(one.late))  # fmt: skip


def _looking(report: Report) -> Table:
    return table(
        "looking",
        "Looking for someone",
        {
            "action": "Action",
            "title": "Title",
            "customers": "Customers who asked",
            "first_on": "First said on",
            "words": "Words",
            "who": "Who",
        },
        [
            (one.action_id, one.title, one.said_by, one.first_on, one.words, one.who)
            for one in report.looking
        ],
    )


def _thanks(report: Report) -> Table:
    done = [
        (one.name, "done", did.action_id, None, did.say, did.askers, None)
        for one in report.thanks
        for did in one.done
    ]
    praise = [
        (one.name, "praise", None, said.answer_id, said.words, None, said.who)
        for one in report.thanks
        for said in one.praise
    ]
    return table(
        "thanks",
        "Because of you",
        {
            "name": "Name",
            "what": "What",
            "action": "Action",
            "answer": "Answer",
            "words": "Words",
            "customers": "Customers who asked",
            "who": "Who said so",
        },
        sorted([*done, *praise], key=lambda row: (row[0], row[1])),
    )


def _stories(report: Report) -> Table:
    return table(
        "stories",
        "Stories",
        {"day": "Day", "text": "Story", "who": "Who", "missed": "We could have", "told_by": "By"},
        [(one.day, one.text, one.who, yes(one.missed), one.told_by) for one in report.stories],
    )


def _wished(report: Report) -> Table:
    """Return what the team asked for; not in which talk, which says by whom."""
    return table(
        "wished",
        "What you asked of us",
        {"wish": "Wish", "by": "Of how many", "how": "What became of it", "say": "What we say"},
        [(one.wish, one.by, one.how, one.say) for one in report.wished],
    )


def _away(report: Report) -> Table:
    return table(
        "away",
        "Days away",
        {"leader": "Leader", "first_on": "First day", "last_on": "Last day"},
        [(one.leader, one.first, one.last) for one in report.away],
    )


def _promises(report: Report) -> Table:
    return table(
        "promises",
        "Promises",
        {"customer": "Customer", "text": "Promise", "due_on": "Due on", "state": "State",
         "late": "Late"},
        [
            (one.customer, one.text, one.due_on, one.state, yes(one.late))
            for one in report.promises
        ],
    )  # fmt: skip


def _notes(report: Report) -> Table:
    return table(
        "notes",
        "Notes",
        {"customer": "Customer", "day": "Day", "text": "Note"},
        [(one.customer, one.day, one.text) for one in report.notes],
    )


def _numbers(report: Report) -> Table:
    return table(
        "numbers",
        "Numbers to ring",
        {"customer": "Customer", "phone": "Number"},
        [(one.customer, phone) for one in report.numbers for phone in one.phones],
    )


_NUMBERS = (
    counted.figures,
    counted.weeks,
    counted.funnel,
    counted.themes,
    counted.stages,
    counted.groups,
    counted.turnout,
)
_OF_THE_TEAM = (
    _actions,
    _asked,
    _told,
    _told_of,
    _waiting,
    _looking,
    _thanks,
    _stories,
    _wished,
    _away,
)
_EDITIONS: dict[Edition, tuple[Callable[[Report], Table], ...]] = {
    Edition.TEAM: (counted.about, _team_answers, *_OF_THE_TEAM, counted.outcomes, *_NUMBERS),
    Edition.LEADER: (
        counted.about,
        _answers,
        *_OF_THE_TEAM,
        _promises,
        _notes,
        _numbers,
        counted.outcomes,
        *_NUMBERS,
    ),
    Edition.COMPANY: (counted.about, outside.changes, *_NUMBERS),
    Edition.CUSTOMERS: (counted.about, outside.you_said),
}
