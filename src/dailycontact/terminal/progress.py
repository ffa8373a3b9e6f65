"""A bar on stderr while something takes its time, where a person sees it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from dailycontact.terminal.screen import Screen


@contextmanager
def progress(screen: Screen, doing: str, *, total: int) -> Iterator[Callable[[int], None]]:
    """Yield what is told how much of `total` is done; it says nothing into a file or a pipe."""
    if not screen.err.is_terminal:
        yield lambda _: None
        return
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    bar = Progress(
        TextColumn(f" {doing}"),
        BarColumn(),
        TaskProgressColumn(),
        console=screen.err,
        transient=True,
    )
    with bar:
        task = bar.add_task(doing, total=total)
        yield lambda done: bar.update(task, completed=min(done, total))
