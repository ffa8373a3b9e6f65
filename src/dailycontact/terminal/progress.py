"""A bar on stderr while something takes its time, where a person sees it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from dailycontact.terminal.screen import Screen


@contextmanager
def progress(
    screen: Screen, doing: str, *, total: int, after: float = 0.0
) -> Iterator[Callable[[int], None]]:
    """Yield what is told how much of `total` is done; it says nothing into a file or a pipe.

    The bar is shown once it has taken `after` seconds.
    """
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
    task = bar.add_task(doing, total=total)
    shown_from = monotonic() + after

    def show(done: int) -> None:
        bar.update(task, completed=min(done, total))
        if monotonic() >= shown_from:
            bar.start()

    try:
        show(0)
        yield show
    finally:
        if bar.live.is_started:
            bar.stop()
