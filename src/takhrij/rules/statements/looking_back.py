"""Whether كما قال looks back on what was told, or only adds what somebody said besides."""

from takhrij.lexicon import actor_words
from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.prepositions import as_governed
from takhrij.rules.statements.reach import is_proclitic
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is

_PAUSE = Is.STOP | Is.BREAK | Is.COMMA
# A closing كما قال is followed to its comma so far.
_CLOSES_WITHIN = 8


def tells_on(sheet: Sheet, k: int, limit: int) -> bool:
    """Whether behind an aside to the source what it said follows: كما قال المتحدث، التابع للرئاسة، إن."""
    if not sheet.tokens[k].flags & Is.COMMA or not sheet.tokens[min(k + 1, limit - 1)].flags & Is.DEFINITE:
        return False
    that = next((m for m in range(k, min(limit, k + _CLOSES_WITHIN)) if sheet.tokens[m].flags & Is.THAT), k)
    return that > k and not any(token.is_finite for token in sheet.tokens[k:that])


def governs_behind(sheet: Sheet, k: int, form: Form) -> bool:
    """Whether at word `k` what the verb reports begins: كما دعا المتظاهرون | إلى كذا, كما رحب الوزير | بالقرار."""
    folded = sheet.tokens[k].folded
    for preposition in form.verb.prepositions:
        if as_governed(folded) == preposition or (len(preposition) == 1 and is_proclitic(sheet, k, preposition)):
            return True
    return False


def closes(sheet: Sheet, j: int, limit: int) -> bool:
    """Whether what follows word `j` shows that كما قال looked back: the sentence ends, or pauses soon."""
    if j >= limit or sheet.tokens[j].flags & _PAUSE:
        return True
    for k in range(j, min(j + _CLOSES_WITHIN, limit)):
        if sheet.tokens[k].flags & Is.THAT:
            return False
        if sheet.tokens[k].flags & _PAUSE:
            return True
    return j + _CLOSES_WITHIN >= limit


def tells_only(sheet: Sheet, first: int) -> bool:
    """Whether the words from `first` on only lead to what follows: جاء ذلك."""
    return sheet.tokens[first].folded in actor_words.group("took_place")
