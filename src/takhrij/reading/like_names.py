"""Words that may be a person's name although no list knows them: رينيه جونز-بوس, جورجيفا."""

from takhrij.lexicon.function_words import group
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.reading.listed import is_ordinary
from takhrij.reading.strangers import is_stranger
from takhrij.rules.statements.sheet import Is, Sheet
from takhrij.text.clitics import never_definite, segment

_MARBUTA = "ة"
_HIS = "ه"
_OF_FAMILY = "ي"
# ال and a word.
_SHORTEST = 6


def is_like_name(sheet: Sheet, first: int, stop: int) -> bool:
    """Whether the words may be a person's name: two to four of which nothing else is known."""
    opening = sheet.tokens[first].folded
    hyphens = sum(is_hyphen(sheet, k) for k in range(first + 1, stop - 1))
    words = stop - first - 2 * hyphens
    if not 2 <= words <= 4 - hyphens or opening in group("sides_of_places") or opening in group("prepositions"):
        return False
    for i in range(first, stop):
        token = sheet.tokens[i]
        if hyphens and is_hyphen(sheet, i):
            continue
        if (
            token.flags & ~Is.DEFINITE
            or token.title
            or token.head
            or i in sheet.time_end
            or people()[sheet.page.words[i]]
            or is_stranger(sheet.page.words[i])
        ):
            return False
    word = sheet.page.words[first]
    # رينيه is a name, تصريحه and رسالة are none.
    closed = word.endswith(_MARBUTA) or (word.endswith(_HIS) and bool(segment(word).enclitic))
    return not sheet.tokens[first].flags & Is.DEFINITE and not closed


def is_like_surname(sheet: Sheet, i: int) -> bool:
    """Whether word `i` alone may be a person's name: nothing else is known of it, and it never takes the article."""
    token, word = sheet.tokens[i], sheet.page.words[i]
    if token.flags or token.forms or token.title or token.head or i in sheet.time_end or people()[word]:
        return False
    folded = token.folded
    if len(folded) < 4 or not folded.isalpha() or folded.endswith(source_words().not_of_surnames):
        return False
    return not segment(word).proclitics and not segment(word).enclitic and never_definite(word)


def is_family_name(sheet: Sheet, first: int, stop: int) -> bool:
    """Whether the one definite word is a surname by its ending, and news has it nowhere but in names: الجربي."""
    token, word = sheet.tokens[first], sheet.page.words[first]
    if stop != first + 1 or token.flags != Is.DEFINITE or not word.endswith(_OF_FAMILY) or len(word) < _SHORTEST:
        return False
    if token.forms or token.title or token.head or first in sheet.time_end or people()[word] is not None:
        return False
    if stop < len(sheet.tokens):
        following = sheet.tokens[stop]
        if not (following.flags or following.forms or segment(sheet.page.words[stop]).proclitics):
            # الاشتراكي | أوليفيه فور
            return False
    return not is_ordinary(word)


def is_hyphen(sheet: Sheet, k: int) -> bool:
    """Whether the dash at word `k` joins the words beside it: جونز-بوس."""
    starts, ends = sheet.page.starts, sheet.page.ends
    if not sheet.tokens[k].flags & Is.DASH or k + 1 >= len(starts) or not k:
        return False
    return ends[k - 1] == starts[k] and ends[k] == starts[k + 1]
