"""Going through those who wait, one key at a time."""

import io
from collections.abc import Callable

import pytest

from conftest import Founded
from dailycontact.settings import Settings
from dailycontact.tell.commands.tell import tell
from dailycontact.tell.view import page
from dailycontact.terminal.prompts import Asker
from dailycontact.terminal.screen import Screen
from dailycontact.workspace import Workspace
from support.builders import MORNING, a_finish, an_answer
from support.loop import count_rows, with_answers
from support.running import Run

SAY = "Every invoice now carries the café's name"


class _Seen(Screen):
    """A screen that a person sees."""

    is_terminal = True


@pytest.fixture
def seen(
    founded: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, str | None], None]:
    """Return what types these lines after `tell`, with or without a number, in a terminal."""
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("act", "1", "2", "--do", "Put the café's name on invoices")
    run_in("done", "A1", "--say", SAY)

    def typed(lines: str, number: str | None) -> None:
        screen = _Seen()
        workspace = Workspace(
            settings=Settings(book=founded.book.address), screen=screen, now=MORNING
        )
        workspace.__dict__["asker"] = Asker(screen, interactive=True)
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        tell(workspace, number=number)
        workspace.book.rest()

    return typed


@pytest.fixture
def walk(seen: Callable[[str, str | None], None]) -> Callable[[str], None]:
    """Return what types these lines while two customers wait to hear."""
    return lambda lines: seen(lines, None)


def test_each_is_told_with_one_key(
    founded: Founded, walk: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    walk("p\no\n")

    shown = capsys.readouterr().err
    assert "1 told, pleased (1 of 2)." in shown
    assert "2 told, so-so (2 of 2)." in shown
    assert "Nobody waits any more." in shown
    assert count_rows(founded, "telling") == 2


def test_enter_changes_nothing(
    founded: Founded, walk: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    walk("\n\n")

    assert "Nobody was told yet. 2 customers still to tell." in capsys.readouterr().err
    assert count_rows(founded, "telling") == 0


def test_stopping_leaves_the_others_waiting(
    founded: Founded, walk: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    walk("-\nq\n")

    assert "1 customer told. Thank you. 1 customer still to tell." in capsys.readouterr().err
    assert count_rows(founded, "telling") == 1


def test_not_solved_asks_what_is_missing(
    founded: Founded, walk: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    walk("x\nThe colour is wrong\nx\n\n")

    shown = capsys.readouterr().err
    assert "The new words are answer 3;" in shown
    assert count_rows(founded, "answer") == 3


def test_nobody_in_is_a_try(
    founded: Founded, walk: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    walk("n\nq\n")

    assert "Ana was not in" in capsys.readouterr().err
    assert count_rows(founded, "telling_try") == 1


def test_what_another_leader_told_meanwhile_is_left_alone(
    founded: Founded,
    run_in: Run,
    walk: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _meanwhile(monkeypatch, lambda: run_in("tell", "1", "--reaction", "pleased"))

    walk("o\nq\n")

    shown = capsys.readouterr().err
    assert "was told about 1" in shown
    assert "Nobody was told yet. 1 customer still to tell." in shown
    assert count_rows(founded, "telling") == 1


def test_a_number_shows_what_to_say_before_anything_is_noted(
    founded: Founded,
    seen: Callable[[str, str | None], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    seen("\n", "2")

    captured = capsys.readouterr()
    assert "Bo, it's Marta from Brightside." in captured.out
    assert "+441134960123" in captured.out
    assert "Enter later" in captured.err
    assert "Bo still waits to hear about 2." in captured.err
    assert "undo" not in captured.err
    assert count_rows(founded, "telling") == 0


def test_a_number_and_a_key_note_how_it_was_taken(
    founded: Founded,
    seen: Callable[[str, str | None], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    seen("p\n", "2")

    shown = capsys.readouterr().err
    assert "2 told, pleased (1 of 2)." in shown
    assert "Wrong? dailycontact undo" in shown
    assert count_rows(founded, "telling") == 1


def _second(founded: Founded, run_in: Run) -> None:
    """Let Ana wait for something else, too."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        an_answer(change, 1, "The driver comes too early")
    founded.book.rest()
    run_in("decline", "3", "--reason", "The round begins there")


def test_a_page_says_who_said_what_when_and_what_was_done(
    walk: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    walk("q\n")

    shown = " ".join(capsys.readouterr().out.split())
    assert "Ana Duarte 1 of 2 +441134960123 office" in shown
    assert "1 SAID Monday 23 November, to Marta “Your invoices never say" in shown
    assert f"A1 DONE Monday 23 November: {SAY}. Told 0 of 2." in shown
    assert "SAY “Ana, it's Marta from Brightside." in shown


def test_what_was_said_is_kept_as_it_was_said(
    founded: Founded, walk: Callable[[str], None]
) -> None:
    walk("p\ne\nBo, it has the name on it now.\ne\n\no\n")

    kept = [row["words"] for row in founded.book.look().rows("SELECT words FROM telling")]
    founded.book.rest()
    assert kept[0].startswith("Ana, it's Marta from Brightside. Today you told me")
    assert kept[1] == "Bo, it has the name on it now."


def test_a_customer_with_several_answers_is_told_in_one_go(
    founded: Founded,
    run_in: Run,
    walk: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    _second(founded, run_in)

    walk("p\nq\n")

    captured = capsys.readouterr()
    said = " ".join(captured.out.split())
    assert "And today you told me: ‘The driver comes too early.’ We can't do that" in said
    assert "1 and 3 told, pleased." in captured.err
    assert "1 customer told. Thank you. 1 customer still to tell." in captured.err


def test_of_several_answers_only_one_may_be_unsolved(
    founded: Founded,
    run_in: Run,
    walk: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    _second(founded, run_in)

    walk("x\n1\n\nq\n")

    shown = capsys.readouterr().err
    assert "Which is not solved: 1 and 3" in shown
    assert "1 is open again" in shown
    assert "3 is open again" not in shown
    rows = founded.book.look().rows("SELECT reaction FROM telling ORDER BY answer_id")
    assert [row["reaction"] for row in rows] == ["not-solved", None]
    founded.book.rest()


def test_who_is_hard_to_reach_can_be_written_to_or_given_up(
    founded: Founded,
    run_in: Run,
    walk: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    for at in ("2026-11-24T09:00:00+00:00", "2026-11-25T09:00:00+00:00"):
        for number in ("1", "2", "1", "2"):
            run_in("tell", number, "--no-answer", at=at)

    walk("l\nu\n")

    captured = capsys.readouterr()
    assert "Hard to reach." in captured.out
    assert "1 told by letter" in captured.err
    assert "2 is closed: Bo could not be reached" in captured.err
    assert count_rows(founded, "telling") == 2


def _meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """Let something happen once, after the first key was pressed."""
    asked = Asker.key

    def slowly(asker: Asker, keys: dict[str, str]) -> str:
        pressed = asked(asker, keys)
        monkeypatch.setattr(Asker, "key", asked)
        happens()
        return pressed

    monkeypatch.setattr(Asker, "key", slowly)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("customers", "erase", "1", "--name", "Ana Duarte"), "was erased from the book"),
        (("customers", "do-not-contact", "1", "--reason", "no"), "does not want to be contacted"),
        (("undo", "--yes"), "There is nothing to tell Ana about 1 yet"),
    ],
)
def test_what_happened_in_the_middle_is_said_and_nothing_is_noted(
    run_in: Run,
    walk: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    said: str,
) -> None:
    seen: list[str] = []
    _meanwhile(monkeypatch, lambda: seen.append(run_in(*words).err))

    walk("p\nq\n")

    assert said in capsys.readouterr().err


def test_who_was_told_before_their_page_is_passed_over(
    founded: Founded,
    run_in: Run,
    walk: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _meanwhile(monkeypatch, lambda: run_in("tell", "2", "--reaction", "pleased"))

    walk("p\n")

    shown = capsys.readouterr().err
    assert "Bo does not wait any more to hear about 2." in shown
    assert "Nobody waits any more." in shown
    assert count_rows(founded, "telling") == 2


def test_other_news_than_was_shown_is_not_told_with_it(
    founded: Founded,
    walk: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _meanwhile(monkeypatch, lambda: _done_anew(founded))

    walk("p\nq\n")

    assert "There is other news for Ana about 1 meanwhile" in capsys.readouterr().err
    assert count_rows(founded, "telling") == 0


def _done_anew(founded: Founded) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_finish(change, 1, 1, number=2, say="It carries the street as well")
    founded.book.rest()


def test_a_merge_in_the_middle_leaves_the_news_with_whoever_is_kept(
    founded: Founded,
    run_in: Run,
    walk: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _meanwhile(monkeypatch, lambda: run_in("customers", "merge", "1", "2", "--keep", "1", "--yes"))

    walk("p\np\n")

    assert "2 told, pleased (2 of 2)." in capsys.readouterr().err
    assert count_rows(founded, "telling") == 2


@pytest.mark.parametrize(("of", "said"), [(2, "3 of 3"), (12, "3 of 12"), (1_001, "more than")])
def test_a_page_says_which_of_how_many_as_far_as_they_are_counted(of: int, said: str) -> None:
    assert said in page.place(3, of=of)


def test_who_says_that_it_is_not_solved_is_named_to_the_next(
    walk: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    walk("x\nThe street is missing\n\n")

    captured = capsys.readouterr()
    shown = " ".join((captured.out + captured.err).split())
    assert "1 told, not solved (0 of 2; it counts once it is solved)." in shown
    assert "dailycontact act 3 --add-to A1" in shown
    assert "Ana was told this, and said on Monday 23 November that it is not solved" in shown
    assert "“The street is missing”." in shown
    assert "1 customer told, 1 of them not solved. Thank you. 1 customer still to tell." in shown


def test_words_that_were_changed_and_not_said_are_not_dropped_in_silence(
    walk: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    walk("e\nIt is done, Ana\n\nq\n")

    shown = " ".join(capsys.readouterr().err.split())
    assert "The words you changed are kept only once it was told." in shown


@pytest.mark.parametrize("slip", ["99", "2.5", "the 2nd", "1 and 99", "and"])
def test_a_slip_at_which_is_not_solved_reopens_nothing(
    founded: Founded,
    run_in: Run,
    walk: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    slip: str,
) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        an_answer(change, 1, "The driver comes too early")
    founded.book.rest()
    run_in("act", "3", "--do", "Later rounds")
    run_in("done", "A2", "--say", "The driver comes after ten")

    walk(f"x\n{slip}\n1.\n\nq\n")

    shown = capsys.readouterr().err
    assert "That is none of these" in shown
    assert "1 is open again" in shown
    assert "3 is open again" not in shown


def test_a_name_shows_all_that_its_customer_waits_to_hear(
    founded: Founded,
    run_in: Run,
    seen: Callable[[str, str | None], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    _second(founded, run_in)

    seen("p\n", "ana")

    assert "1 and 3 told, pleased." in capsys.readouterr().err
    assert count_rows(founded, "telling") == 2


@pytest.mark.usefixtures("seen")
def test_a_name_tells_all_that_its_customer_waits_to_hear(founded: Founded, run_in: Run) -> None:
    _second(founded, run_in)

    which = run_in("tell", "Ana", "--draft", code=2).err
    told = run_in("tell", "Ana", "--reaction", "pleased").err
    nothing = run_in("tell", "Ana", "--reaction", "pleased", code=7).err
    nobody = run_in("tell", "Zoe", code=4).err

    assert "Name the answer" in which
    assert "1 and 3 told, pleased." in told
    assert "Ana Duarte does not wait to hear anything" in nothing
    assert "No customer is called" in nobody
