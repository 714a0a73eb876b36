"""و ف ب ل ك س before a word, the article, and the pronoun after it: وبكتابهم is و + ب + كتاب + هم.

What a letter at the edge of a word is cannot be told from its letters alone: والي is a governor, والد a father, والدول
"and the states". The tables beside this file tell how often news writes each remainder by itself, with the article and
behind other proclitics, and how much each of these counts; `training/train_segmenter.py` makes them.
"""

import json
import zlib
from functools import cache
from importlib import resources
from typing import NamedTuple

import msgspec

from takhrij.text.fold import SILENT, translating

_CONJUNCTIONS = frozenset("وف")
_PREPOSITIONS = frozenset("بلكس")
_IMPERFECT = frozenset("يتنا")
# The longest first, so that ها is seen before the ا of a plain noun would be.
ENCLITICS = (
    "هما",
    "كما",
    "ها",
    "هم",
    "هن",
    "نا",
    "ني",
    "كم",
    "ه",
    "ك",
    "ي",
)
_PRONOUNS = frozenset(ENCLITICS) - {"ني"}
# The pronouns by their last letter, so that most words are seen to have none at once.
_PRONOUNS_BY_LAST = {end[-1]: tuple(other for other in ENCLITICS if other[-1] == end[-1]) for end in ENCLITICS}
# ولهما: no longer word is but a preposition and its pronoun.
_LONGEST_WITHOUT_STEM = 5
_WITH_PRONOUN = frozenset("بل")
_CONJUNCTIONS_OR_NONE = frozenset(["", *_CONJUNCTIONS])
# Words whose ال is no article.
_NO_ARTICLE = frozenset(
    [
        "الله",
        "الا",
        "الى",
        "الي",
        "الف",
        "الم",
        "القى",
        "الغى",
        "التقى",
        "الذى",
    ]
)
_ALEF = "ا"
_KEYS = translating(dict.fromkeys(map(ord, SILENT)) | dict.fromkeys(map(ord, "أإآٱ"), _ALEF))
_NUMBERS = {letter: number for number, letter in enumerate("0123456789abcdefghijklmnopqrstuvwxyz")}

# How many word types are remembered before starting afresh.
_REMEMBERED = 100_000

Counts = tuple[int, int, int, int, int]
_UNKNOWN: Counts = (0, 0, 0, 0, 0)


class Segments(msgspec.Struct, frozen=True):
    """A word's parts as published: joined in order they are the word again.

    `proclitics` are single letters (و ف ب ل ك س), each with any tatweel or vowel sign that follows it. `article` is ال,
    or the ل that is left of it after the preposition ل, or empty. The ت of a ta marbuta before a pronoun stays ت.
    The stem of به and لهم is empty.
    """

    proclitics: tuple[str, ...]
    article: str
    stem: str
    enclitic: str

    @property
    def noun(self) -> str:
        """The word without proclitics and pronoun, its article written in full: للحكومة gives الحكومة."""
        return ("ال" if self.article else "") + self.stem

    @property
    def taken(self) -> int:
        """How many characters of the published word the proclitics take."""
        return sum(map(len, self.proclitics))


class Tables(NamedTuple):
    """What was learnt: counts of stems, weights of each feature by clitic, and words whose parts are known."""

    counts: dict[str, Counts]
    before: dict[str, list[float]]
    after: dict[str, list[float]]
    known: dict[str, tuple[int, int]]


def segment(word: str) -> Segments:
    """The clitics of a published word and what they are stuck to."""
    return _segments()[word]


class _Segmented(dict[str, Segments]):
    """The parts of every word type seen so far."""

    def __init__(self, tables: Tables) -> None:
        super().__init__()
        self._tables = tables

    def __missing__(self, word: str) -> Segments:
        if len(self) >= _REMEMBERED:
            self.clear()
        key = key_of(word)
        before, after = split(key, self._tables)
        signed = len(key) != len(word)
        if signed:
            before, after = _published(word, before), _published(word, after)
        proclitics = _signed(word[:before]) if signed else tuple(word[:before])
        found = self[word] = _parts(proclitics, word[before:after], word[after:], self._tables.counts)
        return found


@cache
def _segments() -> _Segmented:
    return _Segmented(load())


def never_definite(word: str) -> bool:
    """Whether news never writes the published `word` with the article: كولينز, but also حينئذ and على."""
    counts = load().counts.get(key_of(word))
    return counts is None or counts[1] == 0


@cache
def load() -> Tables:
    """Read the tables, on first use."""
    folder = resources.files("takhrij.text") / "weights"
    learnt = json.loads((folder / "segmenter.json").read_text("utf-8"))
    counts: dict[str, Counts] = {}
    # Most stems share their counts with many others: on each line counts, and the stems that have them.
    for line in zlib.decompress((folder / "stems.zlib").read_bytes()).decode("iso8859-6").split("\n"):
        counts.update(dict.fromkeys(line[5:].split(" "), _counts(line[:5])))
    known = {word: (before, after) for word, before, after in learnt["known"]}
    return Tables(counts, learnt["before"], learnt["after"], known)


def _counts(digits: str) -> Counts:
    alone, defined, attached, kinds, pronouns = map(_NUMBERS.__getitem__, digits)
    return alone, defined, attached, kinds, pronouns


def key_of(word: str) -> str:
    """`word` without silent signs and with one alef: the spelling in which words are counted."""
    return word.translate(_KEYS)


def split(key: str, tables: Tables) -> tuple[int, int]:
    """How many letters of `key` are proclitics, and at which letter its pronoun begins (its length if it has none)."""
    if key in tables.known:
        return tables.known[key]
    for taken in (1, 2) if len(key) <= _LONGEST_WITHOUT_STEM else ():
        # A preposition with nothing but a pronoun after it: به، لهم، ولنا.
        if (
            key[taken - 1 : taken] in _WITH_PRONOUN
            and key[taken:] in _PRONOUNS
            and key[: taken - 1] in _CONJUNCTIONS_OR_NONE
        ):
            return taken, taken
    before = best_opening(key, openings(key), tables)
    if before and key[0] in _CONJUNCTIONS:
        # What follows a conjunction is split as it would be by itself; a second conjunction cannot follow.
        rest = key[1:]
        if rest in tables.known:
            before, after = tables.known[rest]
            return before + 1, after + 1
        before = 1 + best_opening(rest, [n for n in openings(rest) if not n or rest[0] in _PREPOSITIONS], tables)
    rest = key[before:]
    ends = endings(rest)
    if len(ends) == 1:
        return before, len(key)
    return before, before + best_ending(rest, ends, tables)


def best_opening(key: str, candidates: list[int], tables: Tables) -> int:
    """Which of the `candidates` explains `key` best."""
    if len(candidates) == 1:
        return candidates[0]
    best, highest = candidates[0], opening_score(key, candidates[0], tables)
    for taken in candidates[1:]:
        score = opening_score(key, taken, tables)
        if score > highest:
            best, highest = taken, score
    return best


def best_ending(stem: str, candidates: list[int], tables: Tables) -> int:
    """At which of the `candidates` a pronoun begins in `stem`, its length for none."""
    best, highest = candidates[0], ending_score(stem, candidates[0], tables)
    for at in candidates[1:]:
        score = ending_score(stem, at, tables)
        if score > highest:
            best, highest = at, score
    return best


def openings(key: str) -> list[int]:
    """How many letters of `key` could be proclitics."""
    found = [0]
    if len(key) < 2 or (key[0] not in _CONJUNCTIONS and key[0] not in _PREPOSITIONS):
        return found
    if key[0] in _CONJUNCTIONS:
        found.append(1)
        if key[1] in _PREPOSITIONS and len(key) > 2:
            found.append(2)
    elif key[0] in _PREPOSITIONS:
        found.append(1)
    return [taken for taken in found if not taken or key[taken - 1] != "س" or key[taken] in _IMPERFECT]


def opening_class(key: str, taken: int) -> str:
    """The group of weights that judges this opening."""
    return "0" + key[0] if taken == 0 else key[taken - 1]


def opening_features(key: str, taken: int, counts: dict[str, Counts]) -> list[float]:
    """What is known of the remainder when `taken` letters of `key` are proclitics."""
    stem = key[taken:]
    article = 0.0
    if taken and key[taken - 1] == "ل" and lam_is_article(stem, counts):
        stem = stem[1:]
        article = 1.0
    elif stem[:2] == "ال" and len(stem) > 3:
        stem = stem[2:]
        article = 1.0
    alone, defined, attached, kinds, pronouns = counts.get(stem, _UNKNOWN)
    bare = 0
    if not alone and not defined:
        for at in endings(stem)[1:]:
            bare = max(bare, *counts.get(stem[:at], _UNKNOWN)[:2])
            if stem[at - 1] == "ت":
                bare = max(bare, *counts.get(stem[: at - 1] + "ة", _UNKNOWN)[:2])
    length = len(stem)
    return [
        1.0,
        alone / 10,
        defined / 10,
        attached / 10,
        kinds / 5,
        pronouns / 5,
        bare / 10,
        article,
        article * defined / 10,
        1.0 if not alone and not bare else 0.0,
        1.0 if length <= 1 else 0.0,
        1.0 if length == 2 else 0.0,
        1.0 if length == 3 else 0.0,
        1.0 if length == 4 else 0.0,
        1.0 if stem[:1] in _IMPERFECT else 0.0,
        1.0 if stem[-1:] == "ة" else 0.0,
        1.0 if taken == 2 else 0.0,
        1.0 if not defined else 0.0,
    ]


def lam_is_article(stem: str, counts: dict[str, Counts]) -> bool:
    """Whether the first ل of `stem`, after the preposition ل, is what is left of ال: للرئيس, but not لليبيا."""
    if len(stem) < 3 or stem[0] != "ل":
        return False
    return counts.get(stem[1:], _UNKNOWN)[1] >= counts.get(stem, _UNKNOWN)[0]


def opening_score(key: str, taken: int, tables: Tables) -> float:
    """How well `taken` letters of proclitics explain `key`."""
    weights = tables.before.get(opening_class(key, taken))
    return 0.0 if weights is None else _weighed(weights, opening_features(key, taken, tables.counts))


def endings(stem: str) -> list[int]:
    """At which letters of `stem` a pronoun could begin; its length comes first and means none."""
    length = len(stem)
    pronouns = _PRONOUNS_BY_LAST.get(stem[-1:])
    if pronouns is None:
        return [length]
    return [length] + [length - len(end) for end in pronouns if stem.endswith(end) and length > len(end)]


def ending_class(stem: str, at: int) -> str:
    """The group of weights that judges this ending."""
    return stem[at:] or "0" + stem[-1]


def ending_features(stem: str, at: int, counts: dict[str, Counts]) -> list[float]:
    """What is known of `stem` when a pronoun begins at letter `at`."""
    base = stem[:at]
    article = base[:2] == "ال" and len(base) > 3
    alone, defined, attached, kinds, pronouns = counts.get(base[2:] if article else base, _UNKNOWN)
    feminine = 0
    if base[-1] == "ت" and at < len(stem):
        feminine = max(counts.get(base[:-1] + "ة", _UNKNOWN)[:2])
    length = len(base)
    return [
        1.0,
        alone / 10,
        defined / 10,
        attached / 10,
        kinds / 5,
        pronouns / 5,
        feminine / 10,
        1.0 if article else 0.0,
        1.0 if not alone and not feminine else 0.0,
        1.0 if length <= 2 else 0.0,
        1.0 if length == 3 else 0.0,
        1.0 if base[0] in _IMPERFECT else 0.0,
        1.0 if base[-1] == "ت" else 0.0,
        1.0 if base[-1] == "ا" else 0.0,
        1.0 if base[-1] == "ي" else 0.0,
    ]


def ending_score(stem: str, at: int, tables: Tables) -> float:
    """How well a pronoun at letter `at` explains `stem`."""
    weights = tables.after.get(ending_class(stem, at))
    return 0.0 if weights is None else _weighed(weights, ending_features(stem, at, tables.counts))


def _weighed(weights: list[float], known: list[float]) -> float:
    """The sum of what is known, each by its weight; of most there is nothing."""
    total = 0.0
    for place, value in enumerate(known):
        if value:
            total += weights[place] * value
    return total


def _published(word: str, letters: int) -> int:
    """The place in `word`, silent signs counted, that follows its first `letters` letters and their signs."""
    at = seen = 0
    while at < len(word) and (seen < letters or (seen and word[at] in SILENT)):
        seen += word[at] not in SILENT
        at += 1
    return at


def _signed(letters: str) -> tuple[str, ...]:
    """The letters, each with the silent signs that follow it."""
    found: list[str] = []
    for letter in letters:
        if letter in SILENT and found:
            found[-1] += letter
        else:
            found.append(letter)
    return tuple(found)


def _parts(proclitics: tuple[str, ...], stem: str, enclitic: str, counts: dict[str, Counts]) -> Segments:
    article = ""
    if len(stem) > 3 and stem[:2] == "ال" and stem not in _NO_ARTICLE:
        article = "ال"
    elif proclitics and proclitics[-1][0] == stem[:1] == "ل" and lam_is_article(key_of(stem), counts):
        article = "ل"
    return Segments(proclitics, article, stem[len(article) :], enclitic)
