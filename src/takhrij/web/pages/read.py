"""A box to paste any report into: it is read at once, and not kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from takhrij.model.article import Article
from takhrij.model.reading import Reading
from takhrij.reading.reader import Reader
from takhrij.store.view import View
from takhrij.web.page import Asked, Context, Page
from takhrij.web.pages.report import Report
from takhrij.web.pages.report import read as as_read

MOST_LETTERS = 100_000


class Question(Asked, frozen=True, kw_only=True):
    """A report as it was pasted."""

    text: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Context):
    """What was pasted, and what it says; None before anything was."""

    asked: Question
    report: Report | None
    most_letters: int = MOST_LETTERS


def show(view: View, asked: Question) -> Read:
    """The report read."""
    if not asked.text:
        return Read(asked=asked, report=None)
    article, reading = _read(asked)
    return Read(subject=None, asked=asked, report=as_read(article, reading))


@cache
def _reader() -> Reader:
    return Reader()


def _read(asked: Question) -> tuple[Article, Reading]:
    title = " ".join(asked.title.split())
    article = Article(
        id="",
        text=f"{title}\n{asked.text}" if title else asked.text,
        title_end=len(title),
        outlet=asked.outlet or None,
        published=asked.published or None,
    )
    return article, _reader().read(article)


def answers(view: View, asked: Question) -> Iterable[Reading]:
    """What the report says, as `takhrij read` writes it."""
    return [_read(asked)[1]] if asked.text else []


# `takhrij read` reads any number.
PAGE = Page("read", Question, show, answers, takes_posts=True, most_letters=MOST_LETTERS)
