"""Persons of whom nothing is known, between a post and what its holder says: قال وزير العدل، ألان كايتانو، إن."""

from functools import cache

from takhrij.lexicon import actor_words, calendar
from takhrij.lexicon.function_words import group as called
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.lexicon.world import world
from takhrij.reading.found import Found, KnownWords, in_order
from takhrij.reading.listed import is_listed, is_ordinary
from takhrij.reading.posted import is_post
from takhrij.reading.whole import ALI, ALLAH
from takhrij.rules.statements.tokens import Is, Token
from takhrij.text.clitics import segment
from takhrij.text.fold import fold

# A post has so many words at most, and a name so many.
_REACH = 12
_LONGEST = 4
_SHORTEST = 2
_SHORTEST_WORD = 2
_TAGGED = "names.tagged"
_HONORIFIC = "honorific"
_FROM = "عن"
_FOR_THE = "لل"
_TO = "ل"
_ENDS = Is.THAT | Is.COLON | Is.COMMA
_NEVER_IN_POSTS = Is.THAT | Is.STOP | Is.COLON | Is.BREAK | Is.RELATIVE | Is.QUOTE | Is.NEGATION | Is.ACCORDING


def may_close(token: Token) -> bool:
    """Whether a framed name may end before the word: أن, a mark, the preposition of what was said."""
    return bool(token.flags & _ENDS) or token.folded in actor_words.group("lead_to_said")


def with_framed(known: KnownWords, posts: list[int], closing: list[int], found: list[Found]) -> list[Found]:
    """The names, with those that only their place shows: behind the post of who speaks and before أن or a colon.

    The posts of one person stand at the places `posts`, and what may end such a name at the places `closing`.
    """
    words, seen = known
    ends = [i for i in _behind_posts(seen, posts, closing) if _may_end(words, seen, i)] if posts else []
    if not ends:
        return found
    owner = {place: name for name in found for place in range(name.first, name.end)}
    more = [name for place in ends if (name := _framed(words, seen, owner, place)) is not None]
    if not more:
        return found
    taken = {place for name in more for place in range(name.first, name.end)}
    kept = (_before(name, taken) for name in found if name.first not in taken)
    return sorted([*kept, *more], key=in_order)


def _may_end(words: list[str], seen: list[Token], i: int) -> bool:
    """Whether a framed name may end before word `i`: أن, a colon, the comma that closes what another comma opened.

    It may as well where the preposition of what was said follows, or a comma and to whom he speaks, if the last word
    before that is no ordinary one: حذر النائب فلان | من انفجار, ذكر المسؤول القبلي فلان، | لوكالة الأنباء.
    """
    token = seen[i]
    if token.flags & (Is.THAT | Is.COLON):
        return True
    if token.flags & Is.COMMA and any(
        before.flags & Is.COMMA for before in seen[max(0, i - _LONGEST - 1) : i - _SHORTEST]
    ):
        return True
    last = seen[i - 1]
    if last.flags & ~Is.DEFINITE or last.title is not None or last.head is not None or is_ordinary(words[i - 1]):
        return False
    if not token.flags & Is.COMMA:
        return True
    told = seen[i + 1] if i + 1 < len(seen) else token
    return told.head is not None and told.head.proclitics == _TO


def _behind_posts(seen: list[Token], posts: list[int], closing: list[int]) -> list[int]:
    """The words before which a name may end that have a post near enough before it: seldom one has."""
    found, behind = list[int](), 0
    for stop in closing:
        while behind < len(posts) and posts[behind] < stop:
            behind += 1
        if not behind or stop <= _SHORTEST:
            continue
        end, before = _name_end(seen, stop), behind
        while before and posts[before - 1] >= end:
            before -= 1
        if before and posts[before - 1] >= max(end - _LONGEST - _REACH - 1, 1):
            found.append(stop)
    return found


def _name_end(seen: list[Token], stop: int) -> int:
    """Where a name before the أن or the colon at word `stop` ends: before a comma and what else may stand between."""
    end, farthest = stop, max(stop - _REACH, 0)
    while end > farthest and (seen[end - 1].flags & Is.COMMA or seen[end - 1].folded in _behind_names()):
        end -= 1
    return end


def _before(name: Found, taken: set[int]) -> Found:
    """What is left of a name before the words of another: وزارة المرأة | نزيهة العبيدي."""
    end = next((k for k in range(name.first, name.end) if k in taken), name.end)
    return name if end == name.end else name.over(name.first, end)


def _framed(words: list[str], seen: list[Token], owner: dict[int, Found], stop: int) -> Found | None:
    """The name that ends before the أن or the colon at word `stop`; None where none stands there."""
    first = end = _name_end(seen, stop)
    while first and end - first < _LONGEST and _may_be_named(words, seen, owner, first - 1, end):
        first -= 1
    while first < end and _is_no_first(seen[first], words[first]):
        # البيت | الأبيض سارة ساندرز, اللفتنانت | جنرال كينيث ماكنزي
        first += 1
    own, persons = owner.get(first), {owner[i].first for i in range(first, end) if i in owner}
    told = own is not None and own.kind == "person" and own.first == first and own.end == end
    if end - first < _SHORTEST or not first or told or len(persons) > 1 or stop in owner:
        return None
    parted = bool(seen[first - 1].flags & Is.COMMA)
    if seen[stop].flags & Is.COMMA and not parted and seen[stop + 1].head is None:
        return None
    if not _is_name(words, first, end) or not _is_post_of_speaker(seen, owner, first - 1 - parted, parted=parted):
        return None
    if own is not None and own.kind == "organization" and not is_listed(words[first]):
        # شركة الطيران رايان إير
        return None
    if any(world().person_known(" ".join(words[start:end])) is not None for start in persons):
        # مولودو | جاويش أوغلو: whom a desk knows is known by what it knows.
        return None
    return Found(first, end, "person", "names.framed")


@cache
def _days() -> frozenset[str]:
    """What may stand between a verb and the post of who speaks: اليوم, الأربعاء."""
    return calendar.definite_weekdays() | actor_words.group("this_day")


@cache
def _behind_names() -> frozenset[str]:
    """What may stand between the name of who speaks and أن: الجمعة, قوله."""
    return calendar.definite_weekdays() | called("their_words")


def _may_be_named(words: list[str], seen: list[Token], owner: dict[int, Found], i: int, end: int) -> bool:
    """Whether word `i` may be one of those of the name that ends at word `end`."""
    token, name, word = seen[i], owner.get(i), words[i]
    of_two = token.folded == ALLAH or word == ALI
    known = token.flags & ~Is.DEFINITE != 0 or (token.flags != 0 and i < end - 1)
    if name is None and known and not of_two:
        return False
    if token.folded in source_words().on_behalf or (_is_hung(word) and not is_listed(word)):
        return False
    if name is not None and (name.kind == "person" or (name.kind == "other" and name.end <= end)):
        return True
    if name is not None and (name.rule != _TAGGED or name.kind == "outlet"):
        return False
    if of_two:
        return True
    if known or not word.isalpha() or len(word) < _SHORTEST_WORD:
        return False
    if is_listed(word):
        return token.title is None or not token.title.definite
    return not (token.is_finite or token.title is not None or token.head is not None or people()[word] is not None)


def _is_hung(word: str) -> bool:
    """Whether a preposition or و hangs before the word; بو of بوعفيف is "father of"."""
    return bool(segment(word).proclitics) and not (word.startswith(_FATHER) and len(word) > _SHORTEST_OF_FATHER)


_FATHER = "بو"
_SHORTEST_OF_FATHER = 4


def _is_no_first(token: Token, word: str) -> bool:
    """Whether no name begins with the word: it has the article, is a post, or a rank that is no given name."""
    if token.flags & Is.DEFINITE or token.title is None:
        return bool(token.flags & Is.DEFINITE)
    return token.title.title.kind != _HONORIFIC or not is_listed(word)


def _is_name(words: list[str], first: int, end: int) -> bool:
    """Whether nothing else is known of the words than that they may be a name."""
    return not any(is_ordinary(words[i]) for i in range(first, end))


def _is_post_of_speaker(seen: list[Token], owner: dict[int, Found], last: int, *, parted: bool) -> bool:
    """Whether the whole post of who speaks ends with word `last`: أكد | المدعي العام في مانهاتن.

    Behind a verb that has a hearer the name is his where no comma stands: أبلغ الوزير | فلانا.
    """
    if last < 1 or not _is_whole(seen, owner, last):
        return False
    for k in range(last, max(last - _REACH, 0), -1):
        token, name = seen[k], owner.get(k)
        if token.flags & (_NEVER_IN_POSTS | Is.COMMA) or (name is not None and name.kind == "person"):
            return False
        before = seen[k - 1]
        if before.folded in _days() and k > 1:
            before = seen[k - 2] if seen[k - 2].folded not in _days() else seen[max(k - 3, 0)]
        if is_post(token):
            if before.folded == _FROM or before.flags & Is.AUXILIARY:
                return True
            if before.forms and before.is_finite:
                return parted or fold(before.forms[0].verb.lemma) not in source_words().addressed
        if token.is_finite:
            return False
    return False


def _is_whole(seen: list[Token], owner: dict[int, Found], last: int) -> bool:
    """Whether a post may end with the word: it is definite, or ends the name of a place or a body."""
    if seen[last].flags & Is.DEFINITE or seen[last].folded.startswith(_FOR_THE):
        return True
    name = owner.get(last)
    return name is not None and name.end == last + 1 and name.kind in ("place", "organization", "outlet")
