"""Organisations named by a word for their kind and what extends it: وزارة الداخلية، المرصد السوري لحقوق الإنسان."""

from collections.abc import Iterator

from takhrij.lexicon import calendar
from takhrij.lexicon.actor_words import group
from takhrij.lexicon.function_words import letters
from takhrij.lexicon.places import people
from takhrij.reading.found import Found
from takhrij.rules.statements.tokens import Is, Token, tokens
from takhrij.text.fold import fold

# A ministry's fields are many; nobody's name has more.
_LONGEST = 9
# Between a head and what makes it definite: وزارة شؤون الأسرى, مجلس نواب الشعب.
_MOST_BARE = 1
_SHORTEST = 3
_MANY = 3


def may_head(token: Token) -> bool:
    """Whether the word is one for a kind of organisations, without proclitics."""
    head = token.head
    return head is not None and head.head.proper and head.form == head.head.word


def headed(words: list[str], seen: list[Token], places: list[int], found: list[Found]) -> Iterator[Found]:
    """The organisations whose names begin with a word for their kind, by the names that were found so far.

    `seen` is what each of the words may be, and such words stand at these places.
    """
    known = {name.first for name in found if name.rule == "names.lexicon"}
    ends = {name.first: name for name in found if name.kind in ("place", "organization")}
    reached = 0
    for first in places:
        head = seen[first].head
        if head is None or first < reached or first in known:
            continue
        extension = _Extension(words, ends)
        end = extension.of_definite(first) if head.definite else extension.of_bare(first)
        if end > first + 1 and fold(words[first + 1]) in group("of_any_body") and not _is_national(words, first + 2):
            # رئيس مجلس الإدارة, أقر مجلس الوزراء | الميزانية
            continue
        if end > first + 1:
            reached = end
            yield Found(first, end, "organization", "names.headed")


class _Extension:
    """Where the words end that extend a head."""

    def __init__(self, words: list[str], names: dict[int, Found]) -> None:
        self._words = words
        self._names = names

    def of_bare(self, first: int) -> int:
        """After وزارة: what it is the ministry of, then its adjectives, then further fields; `first` if nothing."""
        at, last = first + 1, min(len(self._words), first + _LONGEST)
        bare = 0
        while at < last:
            if at in self._names:
                return self._names[at].end
            token = self._token(at)
            if _is_definite(token) or (not bare and _is_field(token)):
                break
            if bare == _MOST_BARE or not is_plain(token) or people()[self._words[at]] is not None:
                return first
            bare += 1
            at += 1
        else:
            return first
        return self._behind(at + 1, last)

    def of_definite(self, first: int) -> int:
        """After الهيئة: an adjective, and what it is for; `first` if either is missing."""
        at, last = first + 1, min(len(self._words), first + _LONGEST)
        while at < last and _is_definite(self._token(at)):
            at += 1
        if at == first + 1 or (at >= last and not self._is_bank(first, at)):
            return first
        if self._is_bank(first, at):
            return at
        if self._is_of_members(first, at):
            return self._behind(at + 1, last)
        end = self._purpose(at, last)
        return end if end > at else first

    def _is_bank(self, first: int, at: int) -> bool:
        """Whether the adjectives from the head to word `at` are those of a bank's name: البنك | الإسلامي الدولي."""
        head = self._token(first).head
        if head is None or fold(head.form) not in group("banks"):
            return False
        called = group("banks_called")
        return all(
            self._token(k).folded in called or people()[self._words[k]] is not None for k in range(first + 1, at)
        )

    def _is_of_members(self, first: int, at: int) -> bool:
        """Whether word `at` tells of whom a union is: الاتحاد الدولي | للصحفيين, not whom a body told something."""
        token = self._token(at)
        if token.title is None or token.title.number != _MANY or not token.folded.startswith("لل"):
            return False
        head = self._token(first).head
        return head is not None and fold(head.form) in group("unions")

    def _behind(self, at: int, last: int) -> int:
        """Over adjectives and joined fields from word `at` on."""
        while at < last:
            token = self._token(at)
            folded = token.folded
            joined = folded.startswith("وال") and is_plain(token) and people()[self._words[at]] is None
            if joined or _is_adjective(self._words[at], token):
                at += 1
                continue
            break
        return at

    def _purpose(self, at: int, last: int) -> int:
        """Over للانتخابات, لحقوق الإنسان, للاستيراد والتصدير; `at` if there is no such thing."""
        token = self._token(at)
        if not is_plain(token):
            return at
        if token.folded.startswith("لل") and len(token.folded) > _SHORTEST + 2:
            return self._behind(at + 1, last)
        if token.folded[0] == "ل" and at + 1 < last and _is_definite(self._token(at + 1)):
            return self._behind(at + 2, last)
        if token.folded[0] == "ل" and at + 2 < last and self._is_joined(at + 1) and _is_definite(self._token(at + 2)):
            # لاستغلال | وتوزيع المياه
            return self._behind(at + 3, last)
        return at

    def _is_joined(self, at: int) -> bool:
        token = self._token(at)
        return is_plain(token) and token.folded[0] == "و" and not token.flags & Is.DEFINITE

    def _token(self, at: int) -> Token:
        return tokens()[self._words[at]]


def _is_national(words: list[str], at: int) -> bool:
    """مجلس الوزراء | السعودي"""
    return at < len(words) and people()[words[at]] is not None


def _is_definite(token: Token) -> bool:
    return (
        bool(token.flags & Is.DEFINITE)
        and is_plain(token)
        and token.folded.startswith("ال")
        and token.folded not in calendar.definite_weekdays()
    )


def _is_field(token: Token) -> bool:
    """What a body may be for though the word heads names or is a title itself: وزارة الداخلية, نقابة الصحفيين."""
    if token.title is not None:
        return token.title.definite and token.title.number == 3 and not token.title.proclitics
    return token.head is not None and token.head.definite and not token.head.proclitics and not token.is_finite


def is_plain(token: Token) -> bool:
    """Whether the word is a noun or adjective, as far as can be told."""
    return not (
        token.flags & ~Is.DEFINITE or token.title or token.head or token.is_finite or len(token.folded) < _SHORTEST
    )


def _is_adjective(word: str, token: Token) -> bool:
    if not token.folded.startswith("ال") or token.title is not None or token.flags & ~Is.DEFINITE:
        return False
    return people()[word] is not None or token.folded.endswith(letters("nisba_endings"))
