"""Titles and roles: رئيس، المتحدث، الدكتور، مصادر، شهود.

`words()` is the table: `words()[published]` is a `TitleWord` or None, with article, proclitics and a possessor's
pronoun taken off (للوزير، وزيرها، والناطقون); `titles()` are the entries.
"""

from collections.abc import Iterator
from functools import cache

import msgspec

from takhrij.lexicon.files import load
from takhrij.lexicon.lookup import MOST_WORDS, Cut, apart, cuts
from takhrij.lexicon.title_words import Title, TitleWord
from takhrij.text.fold import fold

__all__ = ["Title", "TitleWord", "forms_of", "titles", "words"]

_PRONOUNS = "ها هم هما نا ه ك"
# The feminine ending, as published and folded, and as it opens before a pronoun: وزيرة, وزيرتها.
_ABOVE = "أ"
_BELOW = "إ"
_MARBUTA = "ة"
_FOLDED = "ه"
_OPEN = "ت"
# No pronoun hangs on these.
_CLOSED = "ة ان ون"
# The accusative of one is written like two before another noun, وزيرا, and no subject has it.
_TWO = "ان ا"
_TWO_OF_HER = "تان تين تا تي"
# Written alike for two and for many: where many are said so, that is the commoner.
_MANY = "ين ي"
_MANY_SUBJECTS = "ون و"


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: tuple[Title, ...]


def forms_of(title: Title) -> Iterator[TitleWord]:
    """Every form of the title, without article and proclitics."""
    never = set(title.never.split())
    for form in _forms(title):
        if form.form not in never:
            yield form


def _forms(title: Title) -> Iterator[TitleWord]:
    word, feminine = title.word, title.gender == "feminine"
    yield TitleWord(title, word, feminine, 1)
    if len(word) > 2 and word[-1] not in "ةىو":
        for ending in (_TWO if title.plural is None else f"{_TWO} {_MANY}").split():
            yield TitleWord(title, word + ending, feminine, 2)
    if title.plural is None:
        for ending in f"{_MANY_SUBJECTS} {_MANY}".split():
            yield TitleWord(title, word + ending, False, 3)
    for plural in (title.plural or "").split():
        yield TitleWord(title, plural, feminine, 3)
    if feminine or title.feminine == "":
        return
    other = title.feminine or word + "ة"
    yield TitleWord(title, other, True, 1)
    if other.endswith("ة"):
        for ending in _TWO_OF_HER.split():
            yield TitleWord(title, other[:-1] + ending, True, 2)
        yield TitleWord(title, other[:-1] + "ات", True, 3)


@cache
def titles() -> tuple[Title, ...]:
    """All titles, as titles.toml lists them."""
    return load("titles.toml", _File).title


class _Words(dict[str, TitleWord | None]):
    def __init__(self) -> None:
        super().__init__()
        self._bare: dict[str, TitleWord] = {}
        for title in titles():
            for form in forms_of(title):
                self._bare.setdefault(fold(form.form), form)
        self._never = {fold(word) for title in titles() for word in title.never.split()}
        self._pronouns = tuple(_PRONOUNS.split())
        self._closed = tuple(_CLOSED.split())

    def __missing__(self, word: str) -> TitleWord | None:
        if len(self) > MOST_WORDS:
            self.clear()
        taken_apart = apart(word)
        folded = taken_apart[0][0]
        found = None if folded in self._never else self._find(taken_apart)
        if found and found.feminine and found.number == 1 and word.endswith(_FOLDED) and found.form.endswith(_MARBUTA):
            # وزيره is "his minister" where the writer tells ه from ة; the fold does not.
            masculine = self._bare.get(folded[len(folded) - len(fold(found.form)) : -1])
            if masculine and masculine.title is found.title and not found.definite:
                found = masculine.owned(found.proclitics)
        if found and word.startswith(_ABOVE) and found.form.startswith(_BELOW):
            # أمام is before, إمام leads the prayer; the fold does not tell them apart.
            found = None
        self[word] = found
        return found

    def _find(self, taken_apart: tuple[Cut, ...]) -> TitleWord | None:
        bare = self._bare
        for rest, proclitics, definite in taken_apart:
            if (form := bare.get(rest)) is not None:
                return form.behind(proclitics, definite)
        folded = taken_apart[0][0]
        if not folded.endswith(self._pronouns):
            return None
        for pronoun in self._pronouns:
            if not folded.endswith(pronoun) or len(folded) < len(pronoun) + 3:
                continue
            stem = folded[: -len(pronoun)]
            for rest, proclitics, definite in cuts(stem):
                if definite:
                    continue
                opened = rest.endswith(_OPEN)
                form = bare.get(rest) or (bare.get(rest[:-1] + _FOLDED) if opened else None)
                if form is not None and (opened or len(rest) > 2 and not form.form.endswith(tuple(_CLOSED.split()))):
                    return form.owned(proclitics)
        return None


@cache
def words() -> dict[str, TitleWord | None]:
    """The title that a published word is, or None; see the module's docstring."""
    return _Words()
