"""Taking in: articles read, by one process or many, and put into the archive batch by batch."""

import os
import threading
import time
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Any

from sqlalchemy import Engine, Row, func, select

from takhrij import wire
from takhrij.model.article import Article
from takhrij.reading.reader import Reader
from takhrij.store.prepared import Prepared, article_key, digest, prepare
from takhrij.store.rules import rules_version
from takhrij.store.tables import readings, reports
from takhrij.store.writer import Writer, Written

# So many reports are written together: a kill loses at most the batches at work, which were not acknowledged.
_BATCH = 100
# How often a reading process looks whether its program is still there.
_LOOK_S = 0.5


def add(archive: Engine, articles: Iterable[Article], jobs: int) -> Iterator[Written]:
    """Read and write `articles`; yield after each batch, when what it brought is safely written.

    What the archive has already is not read again, whatever rules read it: that is what `reread` is for.
    """
    writer = Writer(archive)
    with _Reading(jobs) as reading:
        yield from _in_turn(writer, _batches(articles), reading)
    writer.finish()


def outdated(archive: Engine) -> int:
    """How many reports were read by other rules than today's."""
    with archive.connect() as connection:
        asked = select(func.count()).select_from(reports).where(reports.c.rules != rules_version())
        return connection.execute(asked).scalar_one()


def reread(archive: Engine, jobs: int) -> Iterator[Written]:
    """Read again what other rules than today's have read; yield after each batch, when it is safely written."""
    writer = Writer(archive)
    waiting: deque[Future[list[tuple[str, Prepared]]]] = deque()
    with _Reading(jobs) as reading:
        for batch in _outdated(archive):
            waiting.append(reading.begin(batch))
            while len(waiting) >= reading.most_waiting:
                yield writer.put(waiting.popleft().result())
        while waiting:
            yield writer.put(waiting.popleft().result())
    writer.finish()


def _outdated(archive: Engine) -> Iterator[list[tuple[str, Article]]]:
    """The articles, by their keys, that other rules have read, a batch at a time and each once."""
    last = 0
    while True:
        asked = (
            select(reports, readings.c.packed)
            .join(readings, readings.c.report == reports.c.report)
            .where(reports.c.rules != rules_version(), reports.c.report > last)
            .order_by(reports.c.report)
            .limit(_BATCH)
        )
        with archive.connect() as connection:
            rows = connection.execute(asked).all()
        if not rows:
            return
        last = rows[-1].report
        yield [(row.key, _article_in(row)) for row in rows]


def _article_in(row: Row[Any]) -> Article:
    """The article as it was given."""
    return Article(
        id=wire.decode(zlib.decompress(row.packed)).id,
        text=row.text,
        title_end=len(row.title or ""),
        outlet=row.given_outlet,
        published=row.given_published,
        url=row.url,
        has_own_id=False,
    )


class _Reading:
    """Reads batches in this process, or in others; at most twice as many wait as processes work."""

    def __init__(self, jobs: int) -> None:
        self._pool = ProcessPoolExecutor(jobs, initializer=_leave_with, initargs=(os.getpid(),)) if jobs > 1 else None
        self.most_waiting = 2 * jobs if jobs > 1 else 1

    def __enter__(self) -> "_Reading":
        return self

    def __exit__(self, *failure: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def begin(self, batch: list[tuple[str, Article]]) -> "Future[list[tuple[str, Prepared]]]":
        if self._pool is not None:
            return self._pool.submit(read_batch, batch)
        done: Future[list[tuple[str, Prepared]]] = Future()
        done.set_result(read_batch(batch))
        return done


def _leave_with(program: int) -> None:
    """Let a reading process end when the program that began it was killed: nobody else would end it."""

    def watch() -> None:
        while os.getppid() == program:
            time.sleep(_LOOK_S)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def read_batch(batch: list[tuple[str, Article]]) -> list[tuple[str, Prepared]]:
    """The rows of articles given with their keys."""
    reader = Reader()
    rules = rules_version()
    return [(key, prepare(article, reader.read(article), rules)) for key, article in batch]


def _batches(articles: Iterable[Article]) -> Iterator[list[tuple[str, Article]]]:
    remaining = iter(articles)
    while batch := [(article_key(article), article) for article in islice(remaining, _BATCH)]:
        yield batch


def _in_turn(writer: Writer, batches: Iterator[list[tuple[str, Article]]], reading: _Reading) -> Iterator[Written]:
    waiting: deque[tuple[int, Future[list[tuple[str, Prepared]]]]] = deque()
    for batch in batches:
        unread = _unread(writer, batch)
        waiting.append((len(batch) - len(unread), reading.begin(unread)))
        while len(waiting) >= reading.most_waiting:
            yield _write(writer, *waiting.popleft())
    while waiting:
        yield _write(writer, *waiting.popleft())


def _unread(writer: Writer, batch: list[tuple[str, Article]]) -> list[tuple[str, Article]]:
    """Those that the archive does not have as they are: nobody reads twice what is there already."""
    known = writer.known([key for key, _ in batch])
    return [(key, article) for key, article in batch if known.get(key) != digest(article)]


def _write(writer: Writer, there: int, read: "Future[list[tuple[str, Prepared]]]") -> Written:
    rows = read.result()
    written = writer.put(rows) if rows else Written()
    written.same += there
    return written
