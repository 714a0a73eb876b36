"""What is sent to the API: a report to be read and forgotten, and, with a token, reports to be kept and decisions."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from takhrij.ingest.published import iso_published
from takhrij.model.article import Article
from takhrij.model.link import Judgement
from takhrij.model.reading import Reading
from takhrij.reading.reader import Reader
from takhrij.store.prepared import article_key
from takhrij.store.view import View
from takhrij.store.writer import Written
from takhrij.web.api import records as r
from takhrij.web.api.operations import Operation
from takhrij.web.writing import Decide

# Keeps reports, all of them or none. The desk itself has no way to write.
Keep = Callable[[Sequence[Article]], Written]


class Hands(NamedTuple):
    """Those who write for the API; without them it only reads."""

    keep: Keep | None = None
    decide: Decide | None = None


@cache
def _reader() -> Reader:
    return Reader()


def _article(given: r.Given) -> Article:
    title = " ".join(given.title.split())
    brought = given if isinstance(given, r.Brought) else None
    return Article(
        id=(brought.id if brought else None) or "",
        text=f"{title}\n{given.text}" if title else given.text,
        title_end=len(title),
        outlet=given.outlet,
        published=iso_published(given.published) if given.published else None,
        url=brought.url if brought else None,
        has_own_id=bool(brought and brought.id),
    )


def _read(_: View, given: r.Given) -> Reading:
    return _reader().read(_article(given))


def _kept(keep: Keep, batch: r.Batch) -> r.Taken:
    articles = [_article(one) for one in batch.reports]
    written = keep(articles)
    keys = tuple(map(article_key, articles))
    told = zip(keys, batch.reports, articles, strict=True)
    undated = tuple(key for key, given, article in told if given.published and not article.published)
    return r.Taken(new=written.new, changed=written.changed, same=written.same, ids=keys, undated=undated)


def _decided(decide: Decide, decision: r.Decision) -> r.Part[Judgement]:
    return r.Part(items=tuple(decide(decision.by, *decision.names(), decision.verdict)), next=None)


def writing(hands: Hands) -> tuple[Operation, ...]:
    """The operations that take something."""
    keep, decide = hands
    return (
        Operation(
            path="/read",
            about="Read a report at once; nothing is kept",
            asked=r.Given,
            answers=Reading,
            answer=_read,
            posted=True,
        ),
        Operation(
            path="/add",
            about="Take reports into the archive: needs a token",
            asked=r.Batch,
            answers=r.Taken,
            answer=lambda _, batch: _kept(keep, batch) if keep else None,
            posted=True,
            token=True,
            closed=keep is None,
        ),
        Operation(
            path="/review",
            about="Decide whether two names are one actor's: needs a token",
            asked=r.Decision,
            answers=r.Part[Judgement],
            answer=lambda _, decision: _decided(decide, decision) if decide else None,
            posted=True,
            token=True,
            closed=decide is None,
        ),
    )
