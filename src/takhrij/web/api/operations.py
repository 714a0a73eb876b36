"""What can be asked of the API: each with its address, its question, its answer, and how the archive is asked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

import msgspec

from takhrij.model.article import Article
from takhrij.model.copy import Copy
from takhrij.model.dossier import Dossier
from takhrij.model.family import Family
from takhrij.model.happening import Happening
from takhrij.model.hit import Hit
from takhrij.model.link import Candidate, Judgement
from takhrij.model.listed import Listed
from takhrij.model.reading import Reading
from takhrij.model.story import Story
from takhrij.model.summary import Summary
from takhrij.model.trace import Trace
from takhrij.model.transparency import Transparency
from takhrij.store.chronicle import Wanted
from takhrij.store.edition import Chosen
from takhrij.store.view import View
from takhrij.web.api import records as r
from takhrij.web.page import NotHere

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A question that can be asked at /api/`path`.

    `asked` are its parameters, or its body for one that is posted; `answer` looks it up. One that is `listed` answers
    one more than was asked for, which tells that there is a next part; `furthest` is how many can be passed over. One
    that needs a `token` is `closed` where nobody writes.
    """

    path: str
    about: str
    asked: type[msgspec.Struct]
    answers: Any
    answer: Callable[[View, Any], object]
    listed: bool = False
    furthest: int = 1_000_000
    posted: bool = False
    token: bool = False
    closed: bool = False


def _search(view: View, asked: r.Looked) -> Iterable[Hit]:
    return view.search(asked.q, asked.skip + asked.most + 1)[asked.skip :]


def _reports(view: View, asked: r.Chosen) -> Iterable[Listed]:
    return view.some_reports(Chosen(asked.since, asked.until, asked.outlet), asked.skip, asked.most + 1)


def _report(view: View, asked: r.One) -> r.Whole:
    article, _ = _found(view, asked.id)
    [listed] = view.listed([asked.id])
    story = view.story_of(asked.id)
    return r.Whole(
        id=asked.id,
        outlet=listed.outlet,
        published=listed.published,
        url=article.url,
        title=article.text[: article.title_end] or None,
        text=article.text,
        story=story.story if story else None,
        copies=tuple(view.copies_with(asked.id)),
    )


def _found(view: View, key: str) -> tuple[Article, Reading]:
    found = view.report(key)
    if found is None:
        raise NotHere(f"no report has the id {key!r}")
    return found


def _events(view: View, asked: r.Happened) -> Iterable[Happening]:
    wanted = Wanted(
        type=asked.type,
        who=asked.who,
        place=asked.place,
        since=asked.since,
        until=asked.until,
        status=asked.status,
    )
    return view.some_events(wanted, asked.skip, asked.most + 1)


def _part(found: Iterable[T], asked: r.Listing) -> Iterable[T]:
    return islice(found, asked.skip, asked.skip + asked.most + 1)


def _stories(view: View, asked: r.Retold) -> Iterable[Story]:
    found = view.stories(asked.least)
    return _part((story for story in found if story.contradictions or not asked.contradicted), asked)


def _copies(view: View, asked: r.Shared) -> Iterable[Copy]:
    found = view.copies() if asked.report is None else iter(view.copies_with(asked.report))
    return _part((copy for copy in found if copy.containment >= asked.least), asked)


OPERATIONS: tuple[Operation, ...] = (
    Operation(
        path="",
        about="The archive in numbers",
        asked=r.Nothing,
        answers=Summary,
        answer=lambda view, _: view.summary(),
    ),
    Operation(
        path="/search",
        about="Reports that hold all words, the best first",
        asked=r.Looked,
        answers=Hit,
        answer=_search,
        listed=True,
        furthest=1_000,
    ),
    Operation(
        path="/reports",
        about="Reports by day, the latest first",
        asked=r.Chosen,
        answers=Listed,
        answer=_reports,
        listed=True,
    ),
    Operation(path="/report", about="A report as it was published", asked=r.One, answers=r.Whole, answer=_report),
    Operation(
        path="/reading",
        about="All that a report says, as takhrij read writes it",
        asked=r.One,
        answers=Reading,
        answer=lambda view, asked: _found(view, asked.id)[1],
    ),
    Operation(
        path="/trace",
        about="A claim followed to whoever told it first",
        asked=r.Claimed,
        answers=Trace,
        answer=lambda view, asked: view.trace(asked.claim),
    ),
    Operation(
        path="/who",
        about="What the archive knows of the actors that a name can mean",
        asked=r.Called,
        answers=r.Part[Dossier],
        answer=lambda view, asked: r.Part(items=tuple(view.who(asked.name, asked.most)), next=None),
    ),
    Operation(
        path="/events",
        about="Events by day, on whose word",
        asked=r.Happened,
        answers=Happening,
        answer=_events,
        listed=True,
    ),
    Operation(
        path="/stories",
        about="Reports on one event, and where they contradict each other; the latest first",
        asked=r.Retold,
        answers=Story,
        answer=_stories,
        listed=True,
    ),
    Operation(
        path="/quotes",
        about="Quotations of one utterance in all their wordings, the latest first",
        asked=r.Quoted,
        answers=Family,
        answer=lambda view, asked: _part(view.families(asked.least, asked.speaker), asked),
        listed=True,
    ),
    Operation(
        path="/copies",
        about="Pairs of reports of which one has the other's words",
        asked=r.Shared,
        answers=Copy,
        answer=_copies,
        listed=True,
    ),
    Operation(
        path="/sources",
        about="How open each outlet is about where its news comes from",
        asked=r.Listing,
        answers=Transparency,
        answer=lambda view, asked: _part(view.sources(), asked),
        listed=True,
    ),
    Operation(
        path="/candidates",
        about="Pairs of names that may be one actor's, for a person to decide",
        asked=r.Pairs,
        answers=r.Part[Candidate],
        answer=lambda view, asked: r.Part(items=tuple(view.candidates(asked.most)), next=None),
    ),
    Operation(
        path="/decisions",
        about="What people decided on who is who, the earliest first",
        asked=r.Listing,
        answers=Judgement,
        answer=lambda view, asked: _part(view.judgements(), asked),
        listed=True,
    ),
)
