"""Spellings that are a verb only where a clause may begin, and a noun elsewhere: طلب, ثمن, نقل, عرض."""

import re

from takhrij.lexicon.function_words import group
from takhrij.rules.statements.prepositions import as_governed, is_second, is_through
from takhrij.rules.statements.sheet import Range, Sheet, Token
from takhrij.rules.statements.subjects import BOUNDARY, subject_before, takes_up
from takhrij.rules.statements.tokens import Is

_SAKE = "اجل"
# A time that ends right before a verb has at most so many words.
_LONGEST_TIME = 4
# A verb or a participle of several: يدفعون, سيدفعون, متجاهلين.
_DOERS = re.compile("[سو]{0,2}[يت].{2,6}ون|مت.{3,5}ين")


def is_noun_here(sheet: Sheet, i: int, before: Token) -> bool:
    """Whether a spelling that is a verb only where a clause may begin is a noun or a preposition behind `before`."""
    if before.folded == _SAKE or before.folded in group("each_of"):
        return True  # من أجل كشف الحقيقة, كل طلب, بأي ثمن
    if _goes_on(sheet, i) or _DOERS.fullmatch(before.folded):
        return True  # يدفعون | ثمن ذلك, متجاهلين | طلب الرئيس
    if sheet.tokens[i].bare in group("homographs_of_prepositions") and (
        not before.flags & BOUNDARY or is_second(sheet, i) or is_through(sheet, i)
    ):
        return True
    if before.flags & Is.QUOTE and i > 1 and as_governed(sheet.tokens[i - 2].folded):
        return True  # دعا إلى "كشف الحقيقة"
    if sheet.tokens[i].bare in group("adjectives_too") and not before.flags & (BOUNDARY | Is.DEFINITE):
        # وزراء جدد
        return True
    if before.head is not None and before.head.kind == "document" and sheet.tokens[i].bare in group("nouns_of_texts"):
        # قرار رفض الطلب
        return not before.flags & Is.DEFINITE
    if before.bare in group("nouns_of_texts") and sheet.tokens[i].bare in group("nouns_of_texts"):
        # رفض طلب التأشيرة
        return True
    if takes_up(sheet, i):
        # نشر بيانا وصف فيه الحادث
        return False
    if before.flags & Is.THAT:
        return i < 2 or sheet.tokens[i - 2].bare not in group("time_of_event")
    if before.flags & (BOUNDARY | Is.AUXILIARY | Is.RELATIVE | Is.AS_SAID) or before.joined:
        return False
    if before.folded in group("own_side"):
        # من جهته علق
        return False
    if before.folded in group("clause_links") or before.folded in group("clause_breaks"):
        return False
    if any(sheet.time_end.get(i - k) == i for k in range(1, _LONGEST_TIME + 1)):
        return False
    subject = subject_before(sheet, i, sheet.sentence(i)[0])
    return not subject or _has_verb(sheet, subject)


def _goes_on(sheet: Sheet, i: int) -> bool:
    """Whether what follows makes a noun of the word at `i`: ثمن | النهائي."""
    return i + 1 < len(sheet.tokens) and sheet.tokens[i + 1].folded in group("of_rounds")


def _has_verb(sheet: Sheet, subject: Range) -> bool:
    """Whether a verb of its own stands before the subject: رفضت | لجنة برلمانية | طلب محاميها."""
    return subject[0] > 0 and sheet.tokens[subject[0] - 1].is_finite
