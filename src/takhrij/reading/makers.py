"""Who made the document that speaks: بيان لوزارة العدل, دراسة أجرتها جامعة."""

from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.reading.proper import proper_end
from takhrij.reading.wording import roots_of_heads
from takhrij.rules.statements.proclitics import taken
from takhrij.rules.statements.sheet import Is, Sheet

_PREPOSITION = 2


def _goes_on(sheet: Sheet, end: int) -> bool:
    """Whether the maker of a document stands right after its phrase: بيان | لوزارة العدل, بيانات أحصتها | الوكالة."""
    before, token = sheet.tokens[end - 1].folded, sheet.tokens[end]
    if end in sheet.quote_at or token.folded.startswith("ل") or token.folded in source_words().issued_forms:
        return True
    if before.startswith(source_words().issued_openings):
        return token.folded == "عن"
    if token.folded == "من" and end + 1 < len(sheet.tokens):
        # بيان من الشرطة
        head = sheet.tokens[end + 1].head
        return head is not None and head.kind == "organization"
    return before.endswith(source_words().pronoun_endings) and (end in sheet.name_end or token.head is not None)


def makes_proper(sheet: Sheet, first: int, stop: int) -> bool:
    """Whether a definite word or a name makes a proper name of what is indefinite by itself: وزارة العدل."""
    tokens = sheet.tokens
    for i in range(first, stop):
        folded = tokens[i].folded
        if tokens[i].flags & (Is.DEFINITE | Is.QUOTE) or i in sheet.name_end or folded.startswith("لل"):
            return True
        if tokens[i].flags or tokens[i].forms or folded.endswith("ي"):
            return False
        if (
            i == first
            and not folded.endswith(source_words().feminine_endings)
            and people()[sheet.page.words[i]] is None
            and len(folded) > 2
        ):
            return not taken(sheet.page.words[i])
    return False


def maker_in(sheet: Sheet, first: int, end: int) -> tuple[int, int] | None:
    """Who made the document that the phrase names: بيان لوزارة العدل, دراسة أجرتها جامعة ..., حصيلة صدرت عن ..."""
    tokens = sheet.tokens
    head = tokens[first].head
    if head is None or roots_of_heads()[head.head.forms] not in source_words().made:
        return None
    if end < len(tokens) and _goes_on(sheet, end):
        end = min(sheet.sentence(first)[1], end + 8)
    for i in range(first + 1, min(end, first + 16)):
        token = tokens[i]
        if token.flags & (Is.THAT | Is.STOP | Is.BREAK | Is.COLON) or token.folded.startswith(source_words().reached):
            return None
        if i in sheet.quote_at:
            if i + 1 < len(tokens) and tokens[i + 1].flags & (Is.AUXILIARY | Is.NEGATION | Is.THAT):
                # بحسب الحصيلة "قد يرتفع العدد": a quoted clause is nobody.
                return None
            named = i == first + 1 or tokens[i - 1].head is not None or len(tokens[i - 1].folded) <= _PREPOSITION
            return (i, min(sheet.quote_at[i].end + 1, end)) if named and sheet.quote_at[i].end - i <= 6 else None
        if token.folded in source_words().about and not tokens[i - 1].folded.startswith(source_words().issued_before):
            return None
        if i in sheet.name_end and sheet.name_kind[i] in ("person", "organization", "outlet"):
            whole = max(sheet.name_end[i], proper_end(sheet, i) if token.head is not None else 0)
            return i, max(i + 1, min(end, whole))
        if (
            token.head is not None
            and token.head.kind in ("organization", "outlet")
            and token.head.proclitics in ("", "ل")
            and (token.head.definite or makes_proper(sheet, i + 1, min(end, i + 4)))
        ):
            return i, proper_end(sheet, i)
        if (
            token.title is not None
            and not token.title.proclitics
            and not token.title.title.unnamed
            and i in sheet.name_end
        ):
            return i, end
    return None
