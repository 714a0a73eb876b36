"""Two reports side by side: what stands in both, and what is each one's own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from takhrij.linking.grams import grams_of
from takhrij.linking.passages import containment, shared_passages
from takhrij.model.article import Article
from takhrij.model.copy import Copy
from takhrij.model.listed import Listed
from takhrij.model.span import Span
from takhrij.store.view import View
from takhrij.web.page import Asked, Context, NotHere, Page

# Beyond that a browser would be filled with what nobody reads.
_MOST = 60_000


class Question(Asked, frozen=True, kw_only=True):
    """Two reports by their ids, the earlier one first."""

    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one side; `passage` numbers those that stand in the other as well, None for its own."""

    words: str
    passage: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two reports."""

    listed: Listed
    stretches: tuple[Stretch, ...]
    is_cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare(Context):
    """Both reports, the share of the shorter one that stands in the other, and the copy as the archive has it."""

    sides: tuple[Side, Side]
    share: float
    copy: Copy | None


def show(view: View, asked: Question) -> Compare:
    """Both reports, compared word by word whether or not the archive takes them for copies."""
    left, right = _article(view, asked.a), _article(view, asked.b)
    copy = next((one for one in view.copies_with(asked.a) if asked.b in (one.a, one.b)), None)
    mine, theirs = grams_of(left.text, left.title_end), grams_of(right.text, right.title_end)
    passages = shared_passages(mine, theirs)
    listed = {one.report: one for one in view.listed([asked.a, asked.b])}
    return Compare(
        subject=listed[asked.b].title or asked.b,
        sides=(
            _side(left, listed[asked.a], [passage.left for passage in passages]),
            _side(right, listed[asked.b], [passage.right for passage in passages]),
        ),
        share=containment(mine, theirs),
        copy=copy,
    )


def _article(view: View, key: str) -> Article:
    found = view.report(key)
    if found is None:
        raise NotHere(f"report {key!r}")
    return found[0]


def _side(article: Article, listed: Listed, passages: list[Span]) -> Side:
    shown = article.text[:_MOST]
    return Side(listed=listed, stretches=tuple(_stretches(shown, passages)), is_cut=len(article.text) > _MOST)


def _stretches(text: str, passages: list[Span]) -> Iterator[Stretch]:
    """The text cut where passages begin and end; where two lie over each other, the first has it."""
    numbered = sorted((span, number) for number, span in enumerate(passages))
    edges = [(0, None), *((span.start, number) for span, number in numbered), (len(text), None)]
    for (start, number), (until, _) in pairwise(edges):
        end = min(until, len(text))
        if number is not None:
            shared = min(passages[number].end, end)
            if start < shared:
                yield Stretch(text[start:shared], number)
            start = max(start, shared)
        if start < end:
            yield Stretch(text[start:end], None)


def answers(view: View, asked: Question) -> Iterable[Copy]:
    """The copy, if the archive takes them for one."""
    return [one for one in view.copies_with(asked.a) if asked.b in (one.a, one.b)]


PAGE = Page("compare", Question, show, answers, is_listed=False)
