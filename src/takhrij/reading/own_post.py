"""Which of two posts before a name is his own: علان، مستشار | الرئيس الليبي فلان, المتحدث باسم | رئيس الوزراء فلان."""

from takhrij.lexicon.world import world
from takhrij.reading.naming import person_ends
from takhrij.reading.standing import is_no_post, rules_place, without_ranks
from takhrij.reading.wording import root
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.sheet import Is, Sheet

_FOR = "ل"
_AND = "و"
_IN_NAME_OF = "باسم"


def own_post(sheet: Sheet, low: int, high: int, name: str) -> int:
    """Where the post begins that is the name's own by what a desk knows: مستشار الرئيس الأميركي | دونالد ترامب."""
    high = without_ranks(sheet, low, high)
    before = low - bool(low and sheet.tokens[low - 1].flags & Is.COMMA)
    first = sheet.tokens[low].title if low < high else None
    behind_name = (first is None or first.proclitics != _AND) and person_ends(sheet, before)
    spoken_for = False
    for k in range(low + 1, high):
        title = sheet.tokens[k].title
        # علان، المتحدث باسم | رئيس الوزراء فلان; علان، شقيق | أمير قطر، فلان
        spoken_for = spoken_for or sheet.tokens[k].folded == _IN_NAME_OF or rules_place(sheet, k)
        if title is None or title.proclitics not in ("", _FOR) or title.number != 1 or is_no_post(sheet, k):
            continue
        if title.definite and adjectives_end(sheet, k + 1, high) < high:
            continue
        if not title.definite and not (spoken_for and noun_phrase(sheet, k, high) >= high):
            continue
        if is_known_post(sheet, low, name):
            # نائب الرئيس الأميركي مايك بنس
            return low
        # علان، مستشار الرئيس الأميركي، | فلان: the first post is the other's.
        if behind_name or is_known_post(sheet, k, name):
            return k
    return low


def is_known_post(sheet: Sheet, first: int, name: str) -> bool:
    """Whether the post at word `first` is known to be that of `name`: التقى جونسون | نائب الرئيس الأميركي مايك بنس."""
    title, known = sheet.tokens[first].title, world().person_known(name)
    if title is None or known is None:
        return False
    return root(title.form) in {root(post.post.partition(" ")[0]) for post in known.posts()}


def adjectives_end(sheet: Sheet, i: int, end: int) -> int:
    """Over the definite words after للرئيس."""
    return next((k for k in range(i, end) if not sheet.tokens[k].flags & Is.DEFINITE), max(i, end))
