"""Where the clause that tells an event begins and ends."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.traits import OPENING
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is

_CLAUSE = Is.STOP | Is.BREAK | Is.COLON
_BEGINS = _CLAUSE | Is.THAT | Is.DASH
_ENDS = _CLAUSE | Is.THAT | Is.QUOTE
# A quotation of so many words is a term, not somebody's words.
_TERM = 6
_AND = "و"

Senses = list[tuple[Sense, ...] | None]


def clause_end(sheet: Sheet, traits: list[int], senses: Senses, i: int, limit: int) -> int:
    """Where the clause of the trigger at word `i` ends: before the next clause, or at word `limit`."""
    tokens, breaks = sheet.tokens, group("breaks")
    for k in range(i + 1, limit):
        token = tokens[k]
        flags = token.flags
        if not (flags & _ENDS or traits[k] & OPENING):
            continue
        folded = token.folded
        if flags & Is.THAT and tokens[k - 1].folded in group("without"):
            # دون أن يسميه: an aside
            continue
        if flags & _ENDS:
            if flags & _CLAUSE or (flags & Is.THAT and k > i + 1):
                return k
            if flags & Is.QUOTE and k in sheet.quote_at:
                quote = sheet.quote_at[k]
                if quote.end - quote.first > _TERM:
                    return k
        elif folded in breaks or (folded.startswith(_AND) and len(folded) > 3 and _opens(sheet, senses, k)):
            return k
    return limit


def _opens(sheet: Sheet, senses: Senses, k: int) -> bool:
    """Whether a verb with و at word `k` opens another clause."""
    token, found = sheet.tokens[k], senses[k]
    if token.is_finite and token.joined:
        return True
    return found is not None and found[0].before == _AND and not found[0].noun and found[0].shape == "perfect"


def clause_start(sheet: Sheet, traits: list[int], i: int, first: int) -> int:
    """Where the clause that word `i` stands in begins, from word `first` on."""
    tokens, breaks = sheet.tokens, group("breaks")
    for k in range(i - 1, first - 1, -1):
        token = tokens[k]
        if not (token.flags & (_BEGINS | Is.QUOTE) or traits[k] & OPENING):
            continue
        if token.flags & _BEGINS or token.folded in breaks or token.folded.startswith(".."):
            return k + 1
        if token.flags & Is.QUOTE and k in sheet.quote_at and sheet.quote_at[k].end >= i:
            return k + 1
    return first
