"""The words in which a source asked not to be named: طلب عدم الكشف عن هويته, دون أن تسميه."""

from takhrij.lexicon.source_words import source_words
from takhrij.model.span import Span
from takhrij.rules.statements.sheet import Is, Sheet

_REACH = 40


def find_veil(sheet: Sheet, source: tuple[int, int]) -> Span | None:
    """Where near the source's words anonymity is asked for or kept."""
    tokens = sheet.tokens
    end = min(len(tokens), source[1] + _REACH, sheet.sentence(source[0])[1])
    for i in range(source[0], end):
        if not tokens[i].flags & Is.ANONYMITY:
            continue
        for k in range(i - 1, max(source[0] - 1, i - 9), -1):
            if tokens[k].bare in source_words().asks or tokens[k].folded in source_words().asks:
                return sheet.page.span(k, i + 1)
    return None
