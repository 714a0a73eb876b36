"""Outlets in a sentence: لوكالة فرانس برس, صحيفة «الشرق الأوسط», CNN."""

from takhrij.lexicon.outlets import common
from takhrij.lexicon.outlets import names as outlet_names
from takhrij.rules.statements.sheet import Is, Sheet
from takhrij.text.fold import fold

MEDIA = frozenset(
    fold(w)
    for w in ["صحيفة", "الصحيفة", "جريدة", "الجريدة", "وكالة", "الوكالة", "قناة", "القناة", "قناتي", "شبكة", "الشبكة", "موقع", "الموقع", "إذاعة", "الإذاعة", "مجلة", "المجلة", "تلفزيون", "التلفزيون", "راديو", "محطة", "صحيفتي", "وكالتي", "وكالات"]
)


def outlet_at(sheet: Sheet, i: int) -> tuple[int, int] | None:
    """The outlet whose naming begins at word `i` (a proclitic may hang on it), as a range of words."""
    tokens = sheet.tokens
    folded = tokens[i].folded
    if folded in ("ل", "لـ", "مع") and i + 1 < len(tokens):
        return None
    if sheet.name_kind.get(i) == "outlet":
        return i, sheet.name_end[i]
    bare = folded
    for proclitic in ("ول", "ل", "و", "ب", ""):
        if folded.startswith(proclitic) and folded[len(proclitic) :] in MEDIA:
            bare = folded[len(proclitic) :]
            break
    if bare not in MEDIA:
        found = outlet_names().at(sheet.page.words, i)
        if found is None or (found.proclitics and found.proclitics not in ("ل", "و", "ول", "ب")):
            return None
        return (
            None
            if common(found.value.name) or common(" ".join(sheet.page.words[found.first : found.end]))
            else (found.first, found.end)
        )
    j = i + 1
    if j < len(tokens) and tokens[j].flags & Is.QUOTE and j in sheet.quote_at:
        quote = sheet.quote_at[j]
        if quote.closed and quote.end - quote.first <= 5:
            end = quote.end + 1
            return i, end
        return None
    from takhrij.rules.statements.phrases import noun_phrase

    end = noun_phrase(sheet, i, min(i + 8, len(tokens)))
    return (i, max(end, i + 1))
