"""The clause that an account is put into: الذي أودى | بحسب مسعفين | بحياة أربعين شخصا."""

from takhrij.lexicon.function_words import group
from takhrij.lexicon.senses import triggers
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is

# So few words stand between a relative pronoun and an account that breaks off its clause, and fewer where a comma
# sets the account off, which often closes the clause.
_BROKEN_OFF = 4
_BROKEN_AT_ONCE = 2
_ENDS = Is.MARK | Is.THAT | Is.RELATIVE | Is.ACCORDING | Is.AS_SAID | Is.NEGATION | Is.AUXILIARY | Is.OWN_VOICE
_AND = "و"
# A clause has so many words before its first comma, and a verb so many letters.
_SAYS_SOMETHING = 4
_SHORT = 3
_FARTHEST = 40
_SHE = "ت"
_PLURAL = "ات"
_THIRD_PERSON = "يت"
_OF_NOUNS = "ةتاىين"


def begins_clause(sheet: Sheet, k: int, limit: int) -> bool:
    """Whether at word `k`, right behind an account that opens its sentence, the clause begins without a comma.

    وبحسب المصدر | تمكنت القوات من السيطرة على القرية، وقتل خمسة مسلحين.
    """
    token, word = sheet.tokens[k], sheet.page.words[k]
    if token.flags or token.head or token.title or k in sheet.name_end or k in sheet.time_end or len(word) < _SHORT:
        return False
    pause = next((m for m in range(k, min(limit, k + _FARTHEST)) if sheet.tokens[m].flags & Is.MARK), limit)
    if pause - k < _SAYS_SOMETHING:
        return False
    senses = triggers()[word]
    if token.is_finite or (senses is not None and any(not sense.noun for sense in senses)):
        return True
    hers = word.endswith(_SHE) and not word.endswith(_PLURAL)
    return hers or (word[0] in _THIRD_PERSON and word[-1] not in _OF_NOUNS)


def broken_clause(sheet: Sheet, i: int, end: int, limit: int) -> int | None:
    """The first word of the clause into which the account from word `i` to `end` is put; None where none goes on."""
    tokens = sheet.tokens
    before = bool(tokens[i - 1].flags & (Is.COMMA | Is.DASH))
    opening = _opening(sheet, i - 1 if before else i)
    if opening is None:
        return None
    behind = end < limit and bool(tokens[end].flags & (Is.COMMA | Is.DASH))
    if before and not behind:
        return None
    if behind and (i - before) - opening > _BROKEN_AT_ONCE:
        return None
    k = end + 1 if behind else end
    return opening if k < limit and _goes_on(sheet, k, set_off=before) else None


def _opening(sheet: Sheet, end: int) -> int | None:
    """The word behind the relative pronoun that stands soon before word `end`; None where none does."""
    tokens = sheet.tokens
    for k in range(end - 2, max(0, end - _BROKEN_OFF - 1) - 1, -1):
        if tokens[k].flags & Is.RELATIVE:
            return k + 1
        if tokens[k].flags & (Is.STOP | Is.BREAK | Is.COMMA):
            return None
    return None


def _goes_on(sheet: Sheet, k: int, *, set_off: bool) -> bool:
    """Whether word `k` goes on with a clause that an account broke off."""
    token = sheet.tokens[k]
    if k in sheet.quote_at:
        return True
    if token.flags & _ENDS or token.joined or token.folded in group("clause_breaks"):
        return False
    if token.folded.startswith(_AND) and not token.forms and k not in sheet.name_end:
        return False
    if any(form.shape in ("perfect", "participle") for form in token.forms) and token.title is None:
        return False
    return set_off or k not in sheet.time_end
