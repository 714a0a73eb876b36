"""Reports that stand in no archive, put into one that is gone afterwards: copies among them are found as ever."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from takhrij import wire
from takhrij.cli.progress import Progress, watched
from takhrij.cli.tally import Tally
from takhrij.errors import ArticleError, InputError
from takhrij.ingest.articles import Defaults, read_articles
from takhrij.ingest.streams import open_stream
from takhrij.model.article import Article
from takhrij.model.reading import Reading

if TYPE_CHECKING:
    from sqlalchemy import Engine

_BATCH = 100


class Loose(NamedTuple):
    """An archive for as long as it is worked on, and who heard of what could not be read."""

    archive: "Engine"
    tally: Tally


@contextmanager
def loose(inputs: list[str], readings: str | None) -> Iterator[Loose]:
    """The reports of `inputs`, with the `readings` of them where these are given, else read anew."""
    from takhrij.store.adding import add
    from takhrij.store.opening import open_archive

    tally = Tally(Progress([*inputs, *([readings] if readings else [])], shown=watched(printing=False)))
    with tempfile.TemporaryDirectory(prefix="takhrij-export-") as folder:
        archive = open_archive(str(Path(folder) / "archive.db"), create=True)
        try:
            articles = tally.accepted(read_articles(inputs, Defaults(), tally)) if inputs else None
            if readings is not None:
                _put(archive, _paired(_read(readings, tally), articles), tally)
            elif articles is not None:
                for written in add(archive, map(_with_id, articles), 1):
                    tally.counted(written.all())
            tally.close()
            yield Loose(archive, tally)
        finally:
            tally.close()
            archive.dispose()


def _with_id(article: Article) -> Article:
    """What the input calls a report is its id, as in what `takhrij read` writes."""
    return msgspec.structs.replace(article, has_own_id=True)


def _read(name: str, tally: Tally) -> Iterator[tuple[str, Reading]]:
    """The readings that a file holds, one a line, each with its place; a line that is none is told."""
    try:
        stream = open_stream(name, tally)
    except OSError as error:
        raise InputError(f"{name}: {error.strerror}") from error
    with stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            where = f"{name}:{number}"
            try:
                reading = wire.decode(line)
            except (msgspec.DecodeError, UnicodeError) as error:
                tally.refuse(ArticleError(where, f"no reading: {error}"))
                continue
            tally.accept()
            yield where, reading


def _paired(
    readings: Iterable[tuple[str, Reading]], articles: Iterator[Article] | None
) -> Iterator[tuple[Article, Reading]]:
    """Each reading with its report; without reports, with one that has no text."""
    for where, reading in readings:
        if articles is None:
            report = reading.report
            yield Article(id=reading.id, text="", outlet=report.outlet, published=report.published), reading
            continue
        article = next(articles, None)
        if article is None or article.id != reading.id:
            found = f"the report in its place is {article.id!r}" if article else "no report is left"
            raise InputError(f"{where}: a reading of {reading.id!r}, but {found}; give the reports that were read")
        yield article, reading


def _put(archive: "Engine", pairs: Iterator[tuple[Article, Reading]], tally: Tally) -> None:
    from takhrij.store.prepared import prepare
    from takhrij.store.writer import Writer

    writer = Writer(archive)
    while batch := [(reading.id, prepare(article, reading, "given")) for article, reading in islice(pairs, _BATCH)]:
        tally.counted(writer.put(batch).all())
    writer.finish()
