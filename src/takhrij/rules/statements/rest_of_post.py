"""A post that goes on behind what is read of it, up to the name of its holder.

وزير خارجية البحرين | الشيخ فلان, النائب | بمجلس النواب عن الجبهة فلان, المتحدث باسم دوستم | بشير أحمد تايانج
"""

import msgspec

from takhrij.lexicon.actor_words import group as styles
from takhrij.lexicon.function_words import group, letters
from takhrij.lexicon.places import people
from takhrij.rules.statements.holders import is_of_rank
from takhrij.rules.statements.may import May
from takhrij.rules.statements.sheet import Begins, Sheet
from takhrij.rules.statements.tokens import Is, Token

# What is left of a post has so many words, and a full name as many.
_LONGEST = 9
_FULL = 2
_HASH = "#_"
_AND = "و"
_FOR = "ل"
_BY_THE = "بال"
_FOR_THE = "لل"
_IN_NAME_OF = "باسم"
_BREAKS = Is.THAT | Is.RELATIVE | Is.STOP | Is.BREAK | Is.COLON | Is.QUOTE | Is.OPEN | Is.CLOSE | Is.DASH
_CLOSES = Is.THAT | Is.RELATIVE | Is.COMMA | Is.COLON | Is.ADJUNCT | Is.QUOTE | Is.OPEN


def past_rest(sheet: Sheet, first: int, end: int, limit: int) -> int:
    """The end of the holder's name behind the rest of the post that was read from `first` to `end`; 0 without one."""
    title = sheet.tokens[first].title
    if title is None or title.number != 1 or title.title.kind != "role" or title.title.unnamed:
        return 0
    named = next((k for k in range(end - 1, first, -1) if sheet.begins[k] & Begins.PERSON), 0)
    if named and sheet.name_end[named] == end and _is_served(sheet, first, named):
        return _holder(sheet, end) or _walked(sheet, first, end, limit)
    if named or first in sheet.name_end or not _is_known(sheet, first, end):
        return 0
    return _walked(sheet, first, end, limit)


def _is_served(sheet: Sheet, first: int, named: int) -> bool:
    """Whether the one named is he whom the holder serves: متحدث باسم فلان, مستشار لفلان, مستشار فلان."""
    if sheet.tokens[named - 1].folded == _IN_NAME_OF or (
        sheet.name_skip.get(named) and sheet.tokens[named].folded[0] == _FOR
    ):
        return True
    title = sheet.tokens[first].title
    return named == first + 1 and title is not None and not (title.definite or title.possessed)


def _is_known(sheet: Sheet, first: int, end: int) -> bool:
    """Whether the post is one man's: الوزير, وزير العدل, not وزير."""
    title = sheet.tokens[first].title
    if title is not None and (title.definite or title.possessed):
        return True
    return any(sheet.tokens[k].flags & Is.DEFINITE or k in sheet.name_end for k in range(first + 1, end))


def _holder(sheet: Sheet, k: int) -> int:
    """The end of a full name at word `k` with which the phrase ends; 0 where none stands there."""
    if sheet.name_kind.get(k) != "person" or sheet.name_skip.get(k) or sheet.name_end[k] - k < _FULL:
        return 0
    behind = sheet.name_end[k]
    if behind >= len(sheet.tokens):
        return 0
    token = sheet.tokens[behind]
    ends = token.flags & _CLOSES or behind in sheet.time_end or token.folded in group("in_of")
    return behind if ends or token.folded[0] in "بل" else 0


class _Walk(msgspec.Struct):
    """The rest of a post as far as it was read: `asks` where its last word asks for another, as في and a comma do.

    `ranked` where a rank was read, `second` where another post was: then only إن tells that the name is no object.
    """

    at: int
    asks: bool = False
    ranked: bool = False
    second: bool = False


def _walked(sheet: Sheet, first: int, end: int, limit: int) -> int:
    """The end of the holder's name behind the words of a post from `end` on; 0 where something else stands there."""
    walk, last = _Walk(end), min(end + _LONGEST, limit)
    while walk.at < last:
        k = walk.at
        if sheet.name_kind.get(k) == "person":
            free = not walk.asks or walk.ranked or bool(sheet.tokens[k - 1].flags & Is.COMMA)
            behind = _holder(sheet, k) if free else 0
            return 0 if behind and walk.second and not sheet.tokens[behind].flags & Is.THAT else behind
        if not _takes(sheet, walk, first, begin=end):
            return 0
    return 0


def _takes(sheet: Sheet, walk: _Walk, first: int, *, begin: int) -> bool:
    """Whether the next word is of the post or of its holder's rank; it is then taken."""
    k = walk.at
    token = sheet.tokens[k]
    if k in sheet.time_end or token.flags & _BREAKS:
        return False
    walk.at = k + 1
    if token.flags & Is.COMMA:
        walk.asks = True
        return not sheet.tokens[k - 1].flags & Is.COMMA
    if k in sheet.name_end:
        may = walk.asks or bool(sheet.name_skip.get(k))
        walk.at, walk.asks = sheet.name_end[k], False
        return may
    if _is_rank(sheet, k):
        walk.asks, walk.ranked = False, True
        return True
    if token.folded in _HASH:
        return True
    if token.folded == _AND:
        walk.asks = True
        return sheet.tokens[k + 1].title is not None
    if token.title is not None:
        walk.asks = not token.title.definite
        walk.second = walk.second or (k == begin and not token.title.proclitics)
        return _is_further_post(sheet, k, begin)
    if token.is_finite or token.joined:
        return False
    if _asks(sheet, k):
        walk.asks = not token.folded.startswith((_BY_THE, _FOR_THE))
        return True
    if walk.asks and not token.flags and not sheet.tokens[k - 1].flags & Is.COMMA and not token.folded.startswith(_AND):
        # رئيس | لجنة المهرجان
        return True
    if not token.flags & Is.DEFINITE:
        return False
    asked, walk.asks = walk.asks, False
    described = bool(token.flags & Is.AGAIN) or _is_adjective(token) or people()[sheet.page.words[k]] is not None
    return asked or (described and (k > begin or _agrees(sheet, first, k)))


def _is_further_post(sheet: Sheet, k: int, begin: int) -> bool:
    """Whether another post of the same man begins at word `k`: ، ووزير الخارجية، فلان, مدير العلاقات | رئيس اللجنة."""
    title, before = sheet.tokens[k].title, sheet.tokens[k - 1]
    if title is None or title.title.kind != "role" or title.number != 1:
        return False
    if title.proclitics == _AND or before.folded == _AND:
        return bool(before.flags & Is.COMMA) or before.folded == _AND
    if k > begin and before.title is not None and not title.proclitics and title.definite == before.title.definite:
        # المحلل | السياسي, عضو | ممثل عن الهياكل
        return True
    return k == begin and not (title.proclitics or title.definite) and bool(before.flags & Is.DEFINITE)


def _is_rank(sheet: Sheet, k: int) -> bool:
    token = sheet.tokens[k]
    if is_of_rank(sheet, k) or token.folded in styles("also_ranks"):
        return True
    return token.title is not None and token.title.title.kind == "honorific" and not token.title.proclitics


def _asks(sheet: Sheet, k: int) -> bool:
    """Whether a preposition stands at word `k`, by itself or with the article: في, عن, بالمجلس, للأمن."""
    token = sheet.tokens[k]
    if token.folded in group("in_of") or token.folded in group("post_joints"):
        return True
    if token.folded in styles("further_of_post"):
        return True
    return token.folded.startswith((_BY_THE, _FOR_THE)) and not token.forms


def _is_adjective(token: Token) -> bool:
    if token.may & May.QUALIFY:
        return True
    return token.folded in styles("of_posts") or token.folded.endswith(letters("nisba_endings"))


def _agrees(sheet: Sheet, first: int, k: int) -> bool:
    """Whether an adjective may be of the post: النائبة | المستقلة, but not الوزير | العسكرية."""
    title = sheet.tokens[first].title
    hers = sheet.tokens[k].folded.endswith(letters("feminine_endings"))
    return not hers or (title is not None and title.feminine) or k > first + 1
