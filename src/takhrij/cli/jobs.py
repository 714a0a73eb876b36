"""Reading with one process or with many, in the order of the input."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice

from takhrij import wire
from takhrij.model.article import Article
from takhrij.model.reading import Reading
from takhrij.reading.reader import Reader

# Enough reports at a time that handing them over costs little beside reading them.
_BATCH = 32


def read_all(articles: Iterable[Article], jobs: int) -> Iterator[tuple[Article, Reading]]:
    """Each article with its reading. Memory holds the batches at work, never all articles."""
    if jobs > 1:
        yield from _with_many(articles, jobs)
        return
    reader = Reader()
    for article in articles:
        yield article, reader.read(article)


def _with_many(articles: Iterable[Article], jobs: int) -> Iterator[tuple[Article, Reading]]:
    from concurrent.futures import Future, ProcessPoolExecutor

    articles = iter(articles)
    waiting: deque[tuple[list[Article], Future[list[bytes]]]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        while True:
            while len(waiting) < 2 * jobs and (batch := list(islice(articles, _BATCH))):
                waiting.append((batch, pool.submit(_read_batch, batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            for article, line in zip(batch, future.result(), strict=True):
                yield article, wire.decode(line)


def _read_batch(batch: list[Article]) -> list[bytes]:
    reader = Reader()
    return [wire.encode(reader.read(article)) for article in batch]
