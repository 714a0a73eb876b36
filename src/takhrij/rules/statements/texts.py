"""A text is the source: وجاء في البيان أن, ورد في الرسالة: "...", بيان جاء فيه أن."""

from takhrij.lexicon.function_words import group
from takhrij.rules.statements.content import Content, content_at
from takhrij.rules.statements.device import Device, Rule
from takhrij.rules.statements.phrases import source_phrase
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is

# أن, a colon or the quotation stands within so many words of the text's name.
_WITHIN = 14
_AT_ONCE = 6
_ON = "علي"


def find_came_in(sheet: Sheet, i: int) -> Device | None:
    """The statement of the text that جاء في or ورد في at word `i` names."""
    tokens = sheet.tokens
    _, limit = sheet.sentence(i)
    j = i + 1
    if j < limit and tokens[j].folded in group("in_which"):
        return _in_which(sheet, i, limit)
    if j >= limit or tokens[j].folded not in group("in_by_on"):
        return None
    if tokens[i].folded in group("answers_on") and tokens[j].folded == _ON:
        # يرد على التقارير
        return None
    end = source_phrase(sheet, j + 1, limit)
    if end == j + 1 or not (tokens[j + 1].head or tokens[j + 1].folded in group("texts")):
        return None
    content = _said_in(sheet, end, limit)
    if content is None:
        return None
    return Device("statements.came_in", "verb", (i, j + 1), (j + 1, end), content)


def _in_which(sheet: Sheet, i: int, limit: int) -> Device | None:
    """نشرت الشرطة تغريدة جاء فيها: whoever gave the text out says what stands in it."""
    before = sheet.tokens[i - 1] if i else None
    if before is None or before.folded in group("what_told"):
        # رفض ما جاء فيه
        return None
    content = _said_in(sheet, i + 2, min(limit, i + _AT_ONCE))
    if content is None:
        return None
    content = _said_in(sheet, i + 2, limit)
    return None if content is None else Device("statements.came_in", "verb", (i, i + 2), None, content)


def _said_in(sheet: Sheet, end: int, limit: int) -> Content | None:
    for k in range(end, min(limit, end + _WITHIN)):
        token = sheet.tokens[k]
        if (token.flags & Is.THAT and not token.joined) or token.flags & Is.COLON:
            return content_at(sheet, k + 1, 0, how="that", limit=limit)
        if token.flags & Is.QUOTE and k in sheet.quote_at:
            return content_at(sheet, k, 0, how="quote", limit=limit)
        if token.flags & Is.STOP:
            return None
    return None


RULES = (
    Rule(
        "statements.came_in",
        "came",
        "A statement, report or letter is the source: وجاء في البيان أن.",
        find_came_in,
    ),
)
