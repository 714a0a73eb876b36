"""Titles and roles: رئيس، المتحدث، الدكتور، مصادر، شهود.

`words()` is the table: `words()[published]` is a `TitleWord` or None, with article, proclitics and a possessor's
pronoun taken off (للوزير، وزيرها، والناطقون); `titles()` are the entries.
"""

from collections.abc import Iterator
from functools import cache

import msgspec

from takhrij.lexicon.files import load
from takhrij.lexicon.title_words import Title, TitleTable, TitleWord
from takhrij.text.fold import fold

__all__ = ["Title", "TitleWord", "forms_of", "titles", "words"]

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


@cache
def words() -> dict[str, TitleWord | None]:
    """The title that a published word is, or None; see the module's docstring."""
    bare: dict[str, TitleWord] = {}
    for title in titles():
        for form in forms_of(title):
            bare.setdefault(fold(form.form), form)
    return TitleTable(bare, frozenset(fold(word) for title in titles() for word in title.never.split()))
