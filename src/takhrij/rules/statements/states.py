"""A state before a headline's colon, which speaks or is only where something happened: روسيا: العقوبات الأميركية جائرة.

Of ten such headlines six tell what happened there (مصر: إحالة ستة إلى المحكمة). A state speaks where the report's first
sentence lets it or its people speak, and the headline tells of another country.
"""

from takhrij.lexicon import places
from takhrij.rules.statements.phrases import source_phrase
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is

# The first sentence's verb of saying stands among so many words, and who says it ends within so many behind it.
_VERB_WITHIN = 3
_SOURCE_WITHIN = 12


def state_speaks(sheet: Sheet, first: int, colon: int, limit: int) -> bool:
    """Whether the state that is the headline's word `first`, before its colon, says what follows up to `limit`."""
    if first != 0 or colon != sheet.name_end.get(first, 0) or sheet.name_kind[first] != "place":
        return False
    country = _country(sheet, first, colon)
    if country is None or not _tells_of_another(sheet, colon + 1, limit, country):
        return False
    speaker = source_phrase(sheet, colon + 1, limit)
    if colon + 1 < speaker < limit and sheet.tokens[speaker].is_finite:
        # أفغانستان: وزارة الدفاع تعلن
        return False
    verb = _verb(sheet, max(limit + 1, sheet.dateline))
    if verb == 0:
        return False
    end = source_phrase(sheet, verb + 1, min(verb + _SOURCE_WITHIN, len(sheet.tokens)))
    return any(country == code for k in range(verb + 1, end) for code in _told(sheet, k))


def _country(sheet: Sheet, first: int, end: int) -> str | None:
    """The country that the words name, by itself or by its capital."""
    place = places.names().whole(list(sheet.page.words[first:end]))
    if place is None or place.country is None:
        return None
    return place.country if place.kind == "country" or place.rules else None


def _tells_of_another(sheet: Sheet, first: int, limit: int, country: str) -> bool:
    """Whether another country, or somebody or something of it, is told of there."""
    return any(code != country for k in range(first, limit) for code in _told(sheet, k))


def _told(sheet: Sheet, k: int) -> list[str]:
    """The country of which the word at `k` tells, if it does."""
    nation = places.people()[sheet.page.words[k]]
    if nation is not None and nation.place.country is not None:
        return [nation.place.country]
    if sheet.name_kind.get(k) != "place":
        return []
    word = sheet.page.words[k][sheet.name_skip.get(k, 0) :]
    place = places.names().whole([word, *sheet.page.words[k + 1 : sheet.name_end[k]]])
    return [place.country] if place is not None and place.country is not None else []


def _verb(sheet: Sheet, first: int) -> int:
    """The verb of saying that opens the first sentence; 0 where none does."""
    for k in range(first, min(first + _VERB_WITHIN, len(sheet.tokens))):
        token = sheet.tokens[k]
        if token.is_finite and not token.pronoun:
            return k
        if token.flags & ~(Is.DEFINITE | Is.MARK | Is.BREAK | Is.DASH | Is.CLOSE):
            return 0
    return 0
