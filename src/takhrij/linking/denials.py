"""Denials: what one report's headline denies (روسيا تنفي شن غارات في إدلب) and another's of the story tells."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from takhrij.model.story import Contradiction, Version
from takhrij.text.fold import fold

Forms = Callable[[str], Sequence[str]]

# So large a share of the telling words of what is denied stands in the headline that tells it, and so many at least.
_LEAST_SHARE = 2 / 3
_LEAST_SHARED = 2
_LEAST_LETTERS = 3


class Headline(NamedTuple):
    """The headline of a report."""

    report: str
    outlet: str | None
    published: str | None
    title: str


@cache
def _denying() -> re.Pattern[str]:
    verbs = "[يت]?نفي|نفت|نفوا|[يت]?كذبت?|لا صحه"
    return re.compile(rf"(?:^|(?<=\s))[وف]?(?:{verbs})(?=\s)")


@cache
def _ends() -> re.Pattern[str]:
    """Where what is denied ends: at a mark, or where the headline goes on with something else (وتتهم، وأكد)."""
    return re.compile(r"\.\.|[:؛.؟!،,]|\s(?=و[يت]\w)")


# What stands before the matter itself: a report, a rumour, that it is so.
_BEFORE = "نبا انبا خبر اخبار تقرير تقارير شاءع شاءعات وجود حصول مجدد مجددا"
# Who denies that he did it, knew of it or meant it, or denies somebody's words, leaves open whether it happened.
_OTHER = "ضلوع تورط مسءول علم معرف ني صل علاق اتهام ادعاء تصريح رواي شبه"
_LITTLE = "ان انه انها اي من في علي الي عن قد ما كان يكون بعد قبل"
# Longer words before the verb are a sentence of their own, and not who denies.
_LONGEST_NAME = 5
_MARKS = " .:؛؟!،,"


@cache
def _words(of: str) -> tuple[str, ...]:
    return tuple(of.split())


def denials(headlines: Sequence[Headline], forms: Forms) -> Iterator[Contradiction]:
    """What is denied in one headline of a story, with each of the others that tells it; in the order of publishing."""
    denied = [(one, told) for one in headlines if (told := _denied(one.title)) is not None]
    denying = {one.report for one, _ in denied}
    for one, (denier, matter) in denied:
        wanted = _telling(matter, forms)
        if len(wanted) < _LEAST_SHARED:
            continue
        telling = [
            other
            for other in headlines
            if other.report not in denying and _tells(wanted, frozenset(forms(other.title)))
        ]
        if telling:
            chain = (denier,) if denier else ()
            some = [_version(one, "denied", chain), *(_version(other, "happened", ()) for other in telling)]
            places = {headline.report: n for n, headline in enumerate(headlines)}
            yield Contradiction(
                kind="denial", about=matter, versions=tuple(sorted(some, key=lambda version: places[version.report]))
            )


def _denied(title: str) -> tuple[str, str] | None:
    """Who denies and what, where a headline denies something."""
    words = title.split()
    folded = [fold(word) for word in words]
    line = " ".join(folded)
    found = _denying().search(line)
    if found is None:
        return None
    end = _ends().search(line, found.end())
    # Folding leaves the number of words as it is, and so a place in one leads to the same word of the other.
    first = line[: found.end()].count(" ") + 1
    last = line[: end.start()].count(" ") + 1 if end else len(words)
    before = " ".join(words[: line[: found.start()].count(" ")]).rpartition(":")[2].split()
    return " ".join(before) if len(before) <= _LONGEST_NAME else "", " ".join(words[first:last]).rstrip(_MARKS)


def _telling(matter: str, forms: Forms) -> frozenset[str]:
    """The words that tell what is denied; none where what is denied is not that it happened."""
    found = [form for form in forms(matter) if form not in _words(_LITTLE)]
    while found and found[0] in _words(_BEFORE):
        del found[0]
    if not found or found[0].startswith(_words(_OTHER)):
        return frozenset()
    return frozenset(form for form in found if len(form) >= _LEAST_LETTERS)


def _tells(wanted: frozenset[str], said: frozenset[str]) -> bool:
    shared = len(wanted & said)
    return shared >= _LEAST_SHARED and shared >= _LEAST_SHARE * len(wanted)


def _version(one: Headline, says: str, chain: tuple[str, ...]) -> Version:
    return Version(
        says=says, report=one.report, outlet=one.outlet, published=one.published, words=one.title, chain=chain
    )
