"""A speaker before the headline's colon: ترامب: لن نتراجع."""

from takhrij.rules.statements.content import content_at
from takhrij.rules.statements.device import Device, Rule
from takhrij.rules.statements.phrases import source_phrase
from takhrij.rules.statements.sheet import Is, Sheet

_LONGEST = 12


def find_headline(sheet: Sheet, i: int) -> Device | None:
    """The statement whose speaker stands before the colon at word `i` of a headline or a line of its own."""
    tokens = sheet.tokens
    first = i
    while first > 0 and not tokens[first - 1].flags & (Is.BREAK | Is.STOP | Is.DASH) and i - first < _LONGEST:
        first -= 1
    if first == i or i - first >= _LONGEST or not (first == 0 or tokens[first - 1].flags & (Is.BREAK | Is.STOP | Is.DASH)):
        return None
    if any(token.forms and token.forms[0].shape in ("perfect", "imperfect") and not token.title for token in tokens[first:i]):
        return None
    if not _speaks(sheet, first, i):
        return None
    limit = i + 1
    while limit < len(tokens) and not tokens[limit].flags & Is.BREAK:
        limit += 1
    content = content_at(sheet, i + 1, 0, how="colon", limit=limit)
    if content is None:
        return None
    return Device("statements.headline", "colon", None, (first, i), content)


def _speaks(sheet: Sheet, first: int, end: int) -> bool:
    """Whether the words before a colon can speak: a person, an organisation or an outlet, not a topic or a place."""
    if source_phrase(sheet, first, end) != end:
        return False
    kinds = {sheet.name_kind[k] for k in range(first, end) if k in sheet.name_kind}
    token = sheet.tokens[first]
    if "person" in kinds or "organization" in kinds or "outlet" in kinds:
        return True
    if token.title is not None and token.title.title.kind != "honorific" and not token.title.proclitics:
        return True
    return token.head is not None and not token.head.proclitics


RULES = (
    Rule(
        "statements.headline",
        "colon",
        "A headline or a line that begins with a person, an organisation or an outlet and a colon: they say what follows.",
        find_headline,
    ),
)
