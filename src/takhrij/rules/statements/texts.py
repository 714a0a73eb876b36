"""A text is the source: وجاء في البيان أن, ورد في الرسالة: "..."."""

from takhrij.rules.statements.content import content_at
from takhrij.rules.statements.device import Device, Rule
from takhrij.rules.statements.phrases import source_phrase
from takhrij.rules.statements.sheet import Is, Sheet

_TEXTS = frozenset(
    ["نص", "تعزيه", "كلمه", "كلمته", "كلمتها", "خطابه", "خطابها", "حديثه", "حديثها", "تغريدته", "تغريدتها", "رسالته", "تدوينته", "تدوينه", "منشوره", "برقيته", "مقاله", "مقدمه"]
)


def find_came_in(sheet: Sheet, i: int) -> Device | None:
    """وجاء في البيان أن, ورد في الرسالة: "...": a text says it."""
    tokens = sheet.tokens
    _, limit = sheet.sentence(i)
    j = i + 1
    if j >= limit or tokens[j].folded not in ("في", "ب", "علي"):
        return None
    end = source_phrase(sheet, j + 1, limit)
    if end == j + 1 or not (tokens[j + 1].head or tokens[j + 1].folded in _TEXTS):
        return None
    for k in range(end, min(limit, end + 14)):
        token = tokens[k]
        if (token.flags & Is.THAT and not token.joined) or token.flags & Is.COLON:
            content = content_at(sheet, k + 1, 0, how="that", limit=limit)
            return content and Device("statements.came_in", "verb", (i, j + 1), (j + 1, end), content)
        if token.flags & Is.QUOTE and k in sheet.quote_at:
            content = content_at(sheet, k, 0, how="quote", limit=limit)
            return content and Device("statements.came_in", "verb", (i, j + 1), (j + 1, end), content)
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
