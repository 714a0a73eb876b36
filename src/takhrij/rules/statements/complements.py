"""What may stand where a verb's complement is looked for: behind its preposition, in quotation marks."""

from takhrij.lexicon.function_words import group
from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.outlets import outlet_at
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is

# What is reported behind these may be an occasion itself.
_SAYING = "القول"
_ABOUT = "عن"
_TOLD_BEHIND = 8
_OF_OCCASIONS = frozenset(
    [
        "إلى",
        "عن",
    ]
)
# What was said on a station begins within so many words behind its name.
_TOLD_WITHIN = 14
# Words that describe stand within so many words of one that seemed to.
_DESCRIBED_WITHIN = 20


def is_title_quote(sheet: Sheet, i: int) -> bool:
    """Whether the quotation at word `i` is the title of something: محاضرة بعنوان "...", الموسومة ب "..."."""
    before = sheet.tokens[i - 1].folded
    return before in group("entitled") or (before == "ب" and i > 1 and sheet.tokens[i - 2].folded in group("entitled"))


def described_later(sheet: Sheet, i: int) -> bool:
    """Whether behind word `i` the words come in which something is described: الاتفاق الذي يربطه بالدول، بـ"السيئ"."""
    for k in range(i + 1, min(len(sheet.tokens) - 1, i + _DESCRIBED_WITHIN)):
        token = sheet.tokens[k]
        if token.flags & (Is.STOP | Is.BREAK):
            return False
        if token.folded.startswith("بان") and token.flags & Is.THAT:
            return True
        if token.folded == "ب" and k + 1 in sheet.quote_at:
            return True
    return False


def governs(sheet: Sheet, i: int, preposition: str) -> bool:
    """Whether what was said may begin at word `i` behind its preposition: not an occasion, not أن, not من جهته."""
    token = sheet.tokens[i]
    if token.flags & Is.STOP or (token.flags & Is.THAT and not token.joined):
        return False
    if token.flags & Is.OCCASION and preposition not in _OF_OCCASIONS:
        # Nobody speaks إلى an occasion: أشارت الصحيفة إلى تصريحات الجيش; كشف عن اجتماع.
        return False
    if preposition == _ABOUT and token.title is not None and _tells_behind(sheet, i):
        # أفادت الوكالة عن مصدر أمني أن
        return False
    if token.folded == _SAYING and i + 1 < len(sheet.tokens) and sheet.tokens[i + 1].flags & Is.THAT:
        # شدد على القول | إن
        return False
    if preposition == "على" and token.folded in group("levels"):
        # أكد المجلس في اجتماعه على مستوى الوزراء دعم الخطة
        return False
    return token.folded not in group("own_side")


def _tells_behind(sheet: Sheet, i: int) -> bool:
    """Whether the clause that was said begins soon behind whoever stands at word `i`."""
    for token in sheet.tokens[i + 1 : i + _TOLD_BEHIND]:
        if token.flags & (Is.STOP | Is.BREAK | Is.COMMA):
            return False
        if token.flags & Is.THAT and not token.joined:
            return True
    return False


def is_broadcast(sheet: Sheet, i: int) -> bool:
    """Whether the preposition at word `i` tells where something was said: في مداخلة له | على إذاعة الوادي."""
    if not any(token.flags & Is.OCCASION for token in sheet.tokens[max(i - 2, 0) : i]):
        return False
    if outlet_at(sheet, i + 1) is not None:
        return True
    # A station that no list has is followed by what was said on it.
    told = any(token.flags & Is.THAT for token in sheet.tokens[i + 2 : i + _TOLD_WITHIN])
    return told and sheet.name_kind.get(i + 1) == "organization"


def turns_against(sheet: Sheet, comma: int, form: Form) -> bool:
    """Whether behind the comma a clause begins against which a participle says nothing: مهددة القضاة، لكن المحكمة."""
    if form.shape != "participle" or comma + 1 >= len(sheet.tokens):
        return False
    return sheet.tokens[comma + 1].folded in group("turns_before_account")
