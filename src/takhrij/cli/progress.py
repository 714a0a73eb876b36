"""A progress bar for long work, where somebody watches."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import rich.progress

# Short work needs no bar: it would only flicker.
_PATIENCE_S = 1.0


class Progress:
    """Bytes read of all there are; silent where standard error is no terminal."""

    def __init__(self, names: Iterable[str], *, shown: bool) -> None:
        self._total = _size(names) if shown else 0
        self._since = time.monotonic()
        self._passed = 0
        self._shown = shown
        self._bar: rich.progress.Progress | None = None
        self._reports = 0

    def count(self, reports: int) -> None:
        """Show that `reports` more are done, and how many that is a second."""
        self._reports += reports
        if self._bar is not None:
            rate = self._reports / (time.monotonic() - self._since)
            words = f"{self._reports:,} reports, {rate:,.0f}/s"
            self._bar.update(self._bar.task_ids[0], description=words)

    def advance(self, count: int) -> None:
        """Move on by `count` bytes."""
        self._passed += count
        if not self._shown:
            return
        if self._bar is None:
            if time.monotonic() - self._since < _PATIENCE_S:
                return
            self._bar = self._begin()
        self._bar.update(self._bar.task_ids[0], completed=self._passed)

    def make_way(self) -> None:
        """Take the bar away before words are printed; it comes back by itself."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _begin(self) -> "rich.progress.Progress":
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
        bar = Bar(*columns, console=Console(stderr=True), transient=True)
        bar.add_task("reading", total=self._total or None, completed=self._passed)
        bar.start()
        return bar


@contextmanager
def counting(words: str, total: int) -> Iterator[Callable[[int], None]]:
    """A bar of `total` things; what it gives hears how many are done. Silent where nobody sees standard error."""
    if not (total and watched(printing=False)):
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn(words), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=total)
        yield lambda done: bar.update(task, completed=done)


def watched(*, printing: bool = True) -> bool:
    """Whether somebody sees standard error, and standard output, if it is `printing`, does not scroll it away."""
    return sys.stderr.isatty() and not (printing and sys.stdout.isatty())


def _size(names: Iterable[str]) -> int:
    """The bytes of all files, or 0 where they cannot be known."""
    total = 0
    for name in names:
        path = Path(name)
        if path.is_dir():
            total += sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
        elif path.is_file():
            total += path.stat().st_size
        else:
            return 0
    return total
