"""A report as it was read: the text marked, chains beside it, and whose words it carries."""

from collections.abc import Iterable
from dataclasses import dataclass

from takhrij.model.actor import Actor
from takhrij.model.article import Article
from takhrij.model.copy import Copy
from takhrij.model.listed import Listed
from takhrij.model.reading import Reading
from takhrij.model.story import Story
from takhrij.store.view import View
from takhrij.web.marked import Line, lines, parts_of
from takhrij.web.page import Asked, Context, NotHere, Page
from takhrij.web.told import Told, told_of

_MOST_COPIES = 50
_MOST_ACTORS = 60


class Question(Asked, frozen=True, kw_only=True):
    """A report by its id, and which part of it, if it is long."""

    id: str
    part: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """A report that shares words with this one; `is_older` tells whether it came first, None where nothing does."""

    listed: Listed
    copy: Copy
    is_older: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Context):
    """A report, one part of its lines, and what it is to others. `article` is what was read; a pasted one has no id."""

    article: Article
    reading: Reading
    title: str
    lines: tuple[Line, ...]
    part: int
    parts: int
    actors: tuple[Actor, ...]
    events: tuple[Told, ...]
    kin: tuple[Kin, ...] = ()
    story: Story | None = None


def show(view: View, asked: Question) -> Report:
    """The report, with its copies and its story."""
    article, reading = _found(view, asked.id)
    story = view.story_of(asked.id)
    return read(
        article,
        reading,
        part=asked.part,
        kin=tuple(_kin(view, asked.id)),
        story=story if story and len(story.reports) > 1 else None,
    )


def read(
    article: Article, reading: Reading, *, part: int = 1, kin: tuple[Kin, ...] = (), story: Story | None = None
) -> Report:
    """What is shown of a report, whether it is of an archive or not."""
    parts = parts_of(article.text)
    part = max(1, min(part, parts))
    title = title_of(article, reading)
    actors = sorted(reading.actors, key=lambda actor: -len(actor.mentions))
    return Report(
        subject=title,
        article=article,
        reading=reading,
        title=title,
        lines=tuple(lines(article, reading, part)),
        part=part,
        parts=parts,
        actors=tuple(actors[:_MOST_ACTORS]),
        events=tuple(told_of(article.text, reading)),
        kin=kin,
        story=story,
    )


def title_of(article: Article, reading: Reading) -> str:
    """The headline; without one the first words."""
    headline = reading.heading.headline
    found = headline.of(article.text) if headline else article.text.strip().partition("\n")[0][:120]
    return found.strip() or article.id


def _found(view: View, key: str) -> tuple[Article, Reading]:
    found = view.report(key)
    if found is None:
        raise NotHere(f"report {key!r}")
    return found


def _kin(view: View, key: str) -> Iterable[Kin]:
    copies = view.copies_with(key)[:_MOST_COPIES]
    others = {copy.b if copy.a == key else copy.a: copy for copy in copies}
    for listed in view.listed(list(others)):
        copy = others[listed.report]
        yield Kin(listed=listed, copy=copy, is_older=None if copy.older is None else copy.older == listed.report)


def answers(view: View, asked: Question) -> Iterable[Reading]:
    """The reading, as `takhrij read` writes it."""
    return [_found(view, asked.id)[1]]


PAGE = Page("report", Question, show, answers, is_listed=False)
