"""What stands before a verb and is not its subject: بعثت برسالة إلى المنظمة | تنتقد فيها, فلان، وهو المرشح، | طالب."""

from takhrij.lexicon.actor_words import group
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is, Token

_TOWARDS = "الي"
# So far before the verb he begins to whom the text goes.
_WITHIN = 12


def is_sent_with_text(sheet: Sheet, i: int, first: int) -> bool:
    """Whether it goes to the one right before the verb what the text says: رسالة إلى المنظمة | تنتقد فيها."""
    for k in range(i - 2, max(first, i - _WITHIN), -1):
        if sheet.tokens[k].folded == _TOWARDS:
            return noun_phrase(sheet, k + 1, i) == i
    return False


def ends_before(sheet: Sheet, i: int, last: Token) -> bool:
    """Whether nobody's name or post ends with the word `last` right before the verb at word `i`."""
    return bool(sheet.tokens[i - 1].flags & Is.COMMA) or not last.flags & (Is.DEFINITE | Is.RELATIVE)


def before_who_he_is(sheet: Sheet, j: int, first: int) -> int:
    """The word before the aside that ends with the comma at word `j`: فلان، وهو المرشح الوحيد، قد طالب; else `j`."""
    if j <= first or not sheet.tokens[j].flags & Is.COMMA:
        return j
    for k in range(j - 1, max(first, j - _WITHIN), -1):
        token = sheet.tokens[k]
        if token.flags & (Is.COMMA | Is.STOP | Is.BREAK) or token.is_finite:
            return j
        if token.folded in group("who_is") and sheet.tokens[k - 1].flags & Is.COMMA:
            return k - 2
    return j
