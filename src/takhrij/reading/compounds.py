"""Places of several words: البحر الأحمر; and those whose names begin like a person's: بن قردان, سيدي بوزيد."""

from collections.abc import Iterator

from takhrij.lexicon import places
from takhrij.reading.found import Found
from takhrij.reading.listed import is_listed
from takhrij.reading.whole import KNOWN
from takhrij.rules.statements.tokens import tokens
from takhrij.text.clitics import segment

_OPENINGS = frozenset(
    [
        "بن",
        "أبو",
        "ابو",
        "أبي",
        "أم",
        "ود",
        "سيدي",
        "بني",
        "خان",
        "ولد",
        "عين",
    ]
)


def begins_compound(word: str) -> bool:
    """Whether a published word may begin such a name, a preposition on it or not: ببن | قردان."""
    return _opens(word) or places.long_names().begins(word)


def goes_on_compound(word: str) -> bool:
    """Whether a published word may be the second of a place's name."""
    return places.names().goes_on(word) or places.long_names().goes_on(word)


def _opens(word: str) -> bool:
    return word in _OPENINGS or (word[0] in "بلو" and segment(word).noun in _OPENINGS)


def compound_places(words: list[str], begin: list[int]) -> Iterator[Found]:
    """The places that begin at these words, but not where a person's name goes on: محمد | بن عروس."""
    table, sure = places.names(), places.long_names()
    for first in begin:
        opens = _opens(words[first])
        phrase = table.at(words, first) if opens else sure.at(words, first)
        if phrase is None or phrase.end - phrase.first == 1 or phrase.value.kind == "people":
            continue
        if not opens or (not places.common(" ".join(words[first : phrase.end])) and not _goes_on(words, first)):
            yield Found(first, phrase.end, "place", "names.lexicon")


def _goes_on(words: list[str], first: int) -> bool:
    """Whether the word before is of a person's name, or says that one follows: السيد | بن عروس."""
    if not first:
        return False
    before = words[first - 1]
    title = tokens()[before].title
    return bool(KNOWN[before]) or is_listed(before) or (title is not None and title.title.kind == "honorific")
