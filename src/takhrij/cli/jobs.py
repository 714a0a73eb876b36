"""Reading with one process or with many, in the order of the input."""

from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from takhrij import wire
from takhrij.lexicon.world import own_world
from takhrij.model.article import Article
from takhrij.model.reading import Reading
from takhrij.reading.reader import Reader

# Enough reports at a time that handing them over costs little beside reading them.
_BATCH = 32


def read_all(
    articles: Iterable[Article], jobs: int, lexicon: tuple[Path, ...] = ()
) -> Iterator[tuple[Article, Reading]]:
    """Each article with its reading. Memory holds the batches at work, never all articles.

    `lexicon` are the user's files; a malformed one is raised before anything is read.
    """
    reader = _reader(lexicon)
    if jobs > 1:
        yield from _with_many(articles, jobs, lexicon)
        return
    for article in articles:
        yield article, reader.read(article)


@cache
def _reader(lexicon: tuple[Path, ...]) -> Reader:
    return Reader(lexicon=own_world(lexicon)) if lexicon else Reader()


def _with_many(articles: Iterable[Article], jobs: int, lexicon: tuple[Path, ...]) -> Iterator[tuple[Article, Reading]]:
    from concurrent.futures import Future, ProcessPoolExecutor

    articles = iter(articles)
    waiting: deque[tuple[list[Article], Future[list[bytes]]]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        while True:
            while len(waiting) < 2 * jobs and (batch := list(islice(articles, _BATCH))):
                waiting.append((batch, pool.submit(_read_batch, batch, lexicon)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            for article, line in zip(batch, future.result(), strict=True):
                yield article, wire.decode(line)


def _read_batch(batch: list[Article], lexicon: tuple[Path, ...]) -> list[bytes]:
    reader = _reader(lexicon)
    return [wire.encode(reader.read(article)) for article in batch]
