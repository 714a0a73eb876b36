"""Where a relative clause that describes a source ends, and whom it describes: المتحدث الذي | قال."""

from takhrij.lexicon.function_words import group, letters
from takhrij.rules.statements.name_quotes import is_name_quote
from takhrij.rules.statements.sheet import Range, Sheet
from takhrij.rules.statements.tokens import Is

# A relative clause that does not end within so many words was never meant to end there.
_RELATIVE = 40
_AND = "و"
_FOR = "ل"


def relative_end(sheet: Sheet, i: int, limit: int) -> int:
    """The end of the relative clause that begins at word `i`: before a comma, colon, quotation or reported clause."""
    tokens = sheet.tokens
    for j in range(i + 1, min(limit, i + _RELATIVE)):
        flags = tokens[j].flags
        if flags & (Is.COMMA | Is.COLON | Is.STOP | Is.BREAK | Is.DASH):
            return j
        if flags & Is.QUOTE and j in sheet.quote_at and not is_name_quote(sheet, j):
            return j
        if flags & Is.THAT and not tokens[j].joined and not _clause_inside(sheet, i, j):
            return j
    return min(limit, i + _RELATIVE)


def _clause_inside(sheet: Sheet, i: int, j: int) -> bool:
    """Whether the أن at word `j` belongs to a verb of the relative clause itself: الذي قال إن."""
    if sheet.tokens[j - 1].flags & Is.FORBIDS_THAT:
        return True
    return any(sheet.tokens[k].is_finite for k in range(i + 1, j))


def last_of_two(sheet: Sheet, start: int, end: int, relative: str) -> int:
    """Where he begins whom a relative pronoun of one man takes up: بين مصر | والسودان الذي يطالب."""
    for k in range(start + 1, end):
        title = sheet.tokens[k].title
        if title is not None and title.proclitics == _FOR and sheet.name_kind.get(k + 1) == "person":
            # يستمع القضاء للممثلة | فلانة التي
            return k + 1
    last = next((k for k in range(start + 1, end) if sheet.name_end.get(k) == end and sheet.name_skip.get(k)), start)
    joined = last > start and sheet.tokens[last].folded.startswith(_AND) and sheet.name_end.get(start) == last
    return last if joined and relative == letters("taken_up")[0] else start


def holds_two(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the phrase is a person and another with his post: التقت الوزيرة هانسن | الرئيس فلان الذي رحب."""
    behind = sheet.name_end.get(start, end)
    if sheet.name_kind.get(start) != "person" or behind >= end or sheet.tokens[behind].title is None:
        return False
    return any(sheet.name_kind.get(k) == "person" for k in range(behind + 1, end))


def is_no_antecedent(sheet: Sheet, start: int, j: int) -> bool:
    """Whether the relative pronoun at word `j` cannot mean the noun at word `start`: رسالة بعثها الزعيم | الذي رحب.

    Behind a comma it means no town in which somebody is: فلانة، 19 سنة من ويليامزتاون في نيوجيرسي، | التي قالت.
    """
    token = sheet.tokens[start]
    paused = bool(sheet.tokens[j - 1].flags & Is.COMMA)
    if sheet.name_kind.get(start) == "place":
        return paused and start > 0 and sheet.tokens[start - 1].folded in group("in_of")
    hers = token.head is not None and token.title is None and token.folded.endswith(letters("feminine_endings"))
    return hers and start not in sheet.name_end and sheet.tokens[j].bare == letters("taken_up")[0]


def named_before_aside(sheet: Sheet, j: int, low: int) -> Range | None:
    """The person's name before an aside that ends at the relative pronoun at word `j`: فلانة، 19 سنة من ...، | التي."""
    if not sheet.tokens[j - 1].flags & Is.COMMA:
        return None
    for k in range(j - 2, low, -1):
        if sheet.tokens[k].flags & (Is.STOP | Is.BREAK | Is.THAT) or sheet.tokens[k].is_finite:
            return None
        if sheet.name_kind.get(k) == "person" and not sheet.name_skip.get(k):
            end = sheet.name_end[k]
            return (k, end) if sheet.tokens[end].flags & Is.COMMA else None
    return None
