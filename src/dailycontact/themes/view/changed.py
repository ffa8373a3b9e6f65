"""What was changed about the themes, and what comes next."""

from collections.abc import Iterable
from datetime import date

from dailycontact.core.program import PROGRAM
from dailycontact.core.quoting import typed as written
from dailycontact.core.sentences import count, listed
from dailycontact.core.theme import Rule, Theme
from dailycontact.core.theme_tally import CountedTheme
from dailycontact.terminal.card import GAP, MARGIN, Part, paragraph, quoted, spread
from dailycontact.terminal.door import cells, shorten
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME
from dailycontact.themes.usecases.joining import Merged, Merging, Split
from dailycontact.themes.usecases.naming import Added, Renamed
from dailycontact.themes.usecases.reading import Put, Said
from dailycontact.themes.usecases.wording import Words, meaning
from dailycontact.themes.view.showing import read_as

MOST = 12
"""How many answers are shown that were put in a theme."""

Parts = list[Part | str]


def added(one: Added) -> list[str]:
    """Return that a theme is there, and what is nearly called so, a sentence a line."""
    name = one.theme.name
    if one.became:
        part = f"{PROGRAM} theme split {written(name)} ANSWER --into {written(one.typed)}"
        return [f"{one.typed!r} became part of {name}, and leads there. To part them: {part}"]
    if not one.is_new:
        return [f"There is a theme called {name} already; nothing was changed."]
    put_in = f"{PROGRAM} theme put ANSWER --in {written(name)}"
    said = [f"{name} is a theme now. Put answers in it: {put_in}"]
    if one.near:
        merge = f"{PROGRAM} theme merge {written(one.near[0].name)} {written(name)}"
        names = listed([theme.name for theme in one.near])
        said.append(f"Nearly called so: {names}. If they are one: {merge}")
    return said


def renamed(one: Renamed) -> str:
    """Return what a theme is called now."""
    if one.unchanged:
        return f"{one.theme.name} is called so already; nothing was changed."
    return f"{one.before.name} is called {one.theme.name} now."


def merging(one: Merging) -> str:
    """Return which name stays, before it does."""
    gone = listed([_sized(each) for each in one.goes], most=6)
    verb = "becomes" if len(one.goes) == 1 else "become"
    return f"{gone} {verb} part of {_sized(one.stays)}, which stays."


def not_merged(one: Merging) -> str:
    """Return that nothing was done, and how it goes the other way round."""
    if len(one.goes) > 1:
        return "Nothing was changed. The theme that stays is the one named first."
    names = f"{written(one.goes[0].theme.name)} {written(one.stays.theme.name)}"
    return f"Nothing was changed. The other way round: {PROGRAM} theme merge {names}"


def _sized(tally: CountedTheme) -> str:
    return f"{tally.theme.name} ({count(tally.said, 'answer')})"


def merged(one: Merged) -> str:
    """Return what is one theme now, and what came with it."""
    names = listed([theme.name for theme in one.gone], most=6)
    verb = "is" if len(one.gone) == 1 else "are"
    came = [
        count(one.answers, "answer") if one.answers else "",
        count(one.words, "rule of words", "rules of words") if one.words else "",
    ]
    came = [word for word in came if word]
    with_it = f" {listed(came)} came with {'it' if len(one.gone) == 1 else 'them'}." if came else ""
    leads = "the name leads" if len(one.gone) == 1 else "the names lead"
    return f"{names} {verb} part of {one.theme.name} now; {leads} there.{with_it}"


def split(one: Split) -> list[str]:
    """Return which answers have a theme of their own now, and how many stay, a sentence a line."""
    new = "the new theme " if one.is_new else ""
    moved = count(len(one.answers), "answer")
    verb = "is" if len(one.answers) == 1 else "are"
    stays = f"{count(one.left, 'answer')} {'stays' if one.left == 1 else 'stay'}"
    left = f"{stays} in {one.theme.name}" if one.left else f"none is left in {one.theme.name}"
    return [f"{moved} {verb} in {new}{one.into.name} now; {left}."]


def put(one: Put, *, today: date) -> Parts:
    """Return how answers are read now, each to be recognised by its words."""
    parts: Parts = [""]
    if one.theme is not None:
        parts.append(spread((one.theme.name, NAME)))
    parts += [_said(said, one.theme) for said in one.said[:MOST]]
    if len(one.said) > MOST:
        parts.append(paragraph(f"and {len(one.said) - MOST} more", indent=6, style=LABEL))
    read = {read_as(said.reading, today=today) for said in one.said if said.reading}
    parts += [paragraph(words, indent=6, style=LABEL) for words in sorted(read) if words]
    return [*parts, ""]


def _said(said: Said, theme: Theme | None) -> Part:
    """Return an answer on one line, to be recognised, and what its theme was or is."""
    answer = said.answer
    words = quoted(answer.verbatim) if answer.verbatim else "nothing"
    return one_line(f"{answer.id:>4}  {answer.customer}: {words}", _was(said, theme))


def _was(said: Said, theme: Theme | None) -> str:
    now = said.reading.theme if said.reading else None
    if not said.is_new:
        return "as before"
    if said.before and said.before != now:
        return f"was in {said.before.name}"
    return f"in {now.name}" if now and theme is None else ""


def one_line(left: str, right: str) -> Part:
    """Return a line that is cut where it has no room, with a quiet remark at its right."""

    def lay_out(width: int) -> list[Line]:
        room = width - MARGIN - (cells(right) + GAP if right else 0)
        words = shorten(left, room)
        gap = " " * (width - MARGIN - cells(words) - cells(right)) if right else ""
        return [Line(" " * MARGIN, words, gap, (right, LABEL))]

    return Part(lay_out)


def after_putting(one: Put) -> str:
    """Return what was done, in a sentence."""
    if one.unchanged:
        return "That is how it is read already; nothing was changed."
    if one.taken_out:
        which = "It has" if len(one.said) == 1 else "They have"
        return f"{which} no theme any more; what was read before stays in the story."
    if one.theme is None:
        return "Noted, with your name and today's date; the words of the customer stay as they are."
    return f"The whole theme: {PROGRAM} theme show {written(one.theme.name)}"


def words(rules: Iterable[Rule]) -> Parts:
    """Return the words that stand for themes, praise and nothing."""
    found: dict[str, list[str]] = {}
    for rule in rules:
        found.setdefault(meaning(rule), []).append(rule.words)
    if not found:
        return ["", paragraph(_no_words()), ""]
    parts: Parts = ["", spread(("WORDS, by which a theme is proposed", LABEL)), ""]
    for label, listed_words in found.items():
        parts.append(spread((label, NAME)))
        parts.append(paragraph(", ".join(listed_words), indent=2))
    return [
        *parts,
        "",
        paragraph("Whole words count, in any case. Take some out with:", style=LABEL),
        paragraph(f'{PROGRAM} theme words --remove "…"', style=LABEL),
        "",
    ]


def _no_words() -> str:
    return (
        "No words stand for a theme yet; alike answers are enough for a proposal. To set some"
        f' down: {PROGRAM} theme words --add "invoice" --theme invoices'
    )


def changed_words(one: Words) -> list[str]:
    """Return which words stand for what now, a sentence a line."""
    said = []
    if one.added:
        stands = "stands" if len(one.added) == 1 else "stand"
        said.append(f"{_listed(one.added)} {stands} for {meaning(one.added[0])} now.")
    if one.already:
        did = "did" if one.added else "does" if len(one.already) == 1 else "do"
        said.append(f"{_listed(one.already)} {did} so already.")
    if one.removed:
        stands = "stands" if len(one.removed) == 1 else "stand"
        said.append(f"{_listed(one.removed)} {stands} for nothing any more.")
    return said


def _listed(rules: Iterable[Rule]) -> str:
    return listed([f"“{rule.words}”" for rule in rules], most=6)
