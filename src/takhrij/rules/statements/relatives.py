"""Where a relative clause that describes a source ends: المتحدث الذي | قال."""

from takhrij.rules.statements.name_quotes import is_name_quote
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is

# A relative clause that does not end within so many words was never meant to end there.
_RELATIVE = 40


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
