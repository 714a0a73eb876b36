"""What is told on standard error while reports are read, and the exit code that comes of it."""

import sys
from collections.abc import Iterable, Iterator

from takhrij.cli.progress import Progress
from takhrij.errors import ArticleError
from takhrij.ingest.articles import Unopened
from takhrij.model.article import Article

ALL_READ = 0
COULD_NOT_START = 2
SOME_REFUSED = 3


class Tally:
    """Counts what is read and refused, and says every refusal as it comes."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._read = 0
        self._refused = 0
        self._unopened = 0

    def tell(self, words: str) -> None:
        """Say `words` on standard error."""
        self._progress.make_way()
        sys.stderr.write(f"takhrij: {words}\n")

    def passed(self, count: int) -> None:
        """Move the progress bar by `count` bytes."""
        self._progress.advance(count)

    def counted(self, reports: int) -> None:
        """Show that `reports` more are done."""
        self._progress.count(reports)

    def accepted(self, articles: Iterable[Article | ArticleError]) -> Iterator[Article]:
        """The articles among `articles`; each error is told in its turn."""
        for article in articles:
            if isinstance(article, Article):
                self._read += 1
                yield article
            else:
                self.refuse(article)

    def refuse(self, error: ArticleError) -> None:
        """Count what could not be read, and say why."""
        self._refused += 1
        self._unopened += isinstance(error, Unopened)
        self.tell(str(error))

    def accept(self) -> None:
        """Count something that could be read."""
        self._read += 1

    def close(self) -> None:
        """Take the progress bar away."""
        self._progress.make_way()

    @property
    def refused(self) -> int:
        """How many inputs were refused so far."""
        return self._refused

    @property
    def exit_code(self) -> int:
        """0 all read, 2 nothing could even be opened, 3 some inputs were refused."""
        if not self._refused:
            return ALL_READ
        return COULD_NOT_START if self._refused == self._unopened and not self._read else SOME_REFUSED
