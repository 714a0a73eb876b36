"""Persons whose given name is a word as well, behind a verb of saying or a woman's post: قالت سعيدة بركات أن."""

from takhrij.lexicon.actor_words import group
from takhrij.reading.edges import NEVER_NAMES
from takhrij.reading.found import Found, KnownWords, in_order
from takhrij.reading.listed import is_listed
from takhrij.rules.statements.tokens import Is, Token
from takhrij.text.clitics import segment
from takhrij.text.fold import fold

_ENDS = Is.COMMA | Is.THAT | Is.COLON | Is.STOP | Is.BREAK | Is.CLOSE
_THE = "ال"
_OF_FAMILY = "ي"
_SHORTEST = 4
_POST_WITHIN = 6
_HER = "f"


def is_woman(token: Token) -> bool:
    """Whether the word is a woman's name, though more often a word."""
    return token.folded in group("women_called_like_words")


def with_spoken(known: KnownWords, verbs: list[int], women: list[int], found: list[Found]) -> list[Found]:
    """The names, with the given names that a verb shows to be such; surnames of which the tagger knew nothing too.

    Of the words it takes what they are and what each may be, where finite verbs stand and such names of women.
    """
    words, seen = known
    last = len(words) - 2
    places = [i + 1 for i in verbs if i + 1 < last and _may_be_given(words, seen, i + 1)]
    places += [i for i in women if i < last and _is_behind_her_post(seen, i)]
    if not places:
        return found
    begun = {name.first: name for name in found}
    inside = {place for name in found for place in range(name.first + 1, name.end)}
    more: dict[int, Found] = {}
    for first in places:
        own = begun.get(first)
        if first in inside or segment(words[first]).proclitics or (own is not None and own.end > first + 1):
            continue
        surname = begun.get(first + 1)
        if surname is not None:
            if surname.kind == "person" and not segment(words[first + 1]).proclitics:
                more[first] = Found(first, surname.end, "person", "names.spoken")
        elif _is_surname(words[first + 1], seen[first + 1]) and seen[first + 2].flags & _ENDS:
            more[first] = Found(first, first + 2, "person", "names.spoken")
    if not more:
        return found
    taken = {place for name in more.values() for place in range(name.first, name.end)}
    return sorted([*(name for name in found if name.first not in taken), *more.values()], key=in_order)


def _may_be_given(words: list[str], seen: list[Token], first: int) -> bool:
    """Whether the word behind a verb may be the given name of who speaks: a woman's, if it is more often a word."""
    token = seen[first]
    known = token.flags or token.forms or token.joined or token.title is not None or token.head is not None
    if not known and is_listed(words[first]) and words[first] not in NEVER_NAMES:
        return True
    return is_woman(token) and any(form.gender == _HER for form in seen[first - 1].forms)


def _is_behind_her_post(seen: list[Token], place: int) -> bool:
    """Whether a woman's post ends right before the word: وزيرة المرأة | نزيهة العبيدي, النائبة | راضية التومي."""
    for k in range(place - 1, max(place - _POST_WITHIN, -1), -1):
        token = seen[k]
        if token.title is not None and fold(token.title.title.word) not in group("no_roles"):
            # A word with the article closes her post: وزيرة المرأة, but not مديرة | نور.
            closed = token.title.definite or bool(seen[place - 1].flags & Is.DEFINITE)
            return token.title.feminine and token.title.number == 1 and closed
        if token.flags & ~Is.DEFINITE or token.is_finite:
            return False
    return False


def _is_surname(word: str, token: Token) -> bool:
    """A word of which nothing is known that a surname is not: العلوي."""
    if token.flags & ~Is.DEFINITE or token.forms or token.title or token.head or len(word) < _SHORTEST:
        return False
    return word.startswith(_THE) and word.endswith(_OF_FAMILY)
