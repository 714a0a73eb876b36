"""Who was told of before he is called by his post alone: التقى مسؤولا أمميا ... وقال | المسؤول."""

from takhrij.reading.players import Phrase, Words
from takhrij.reading.wording import same
from takhrij.rules.statements.phrases import source_phrase
from takhrij.rules.statements.sheet import Is, Sheet

# So far back somebody is still remembered who has not spoken yet.
_REACH = 60
_DUAL = 2
_ACCUSATIVE = "ا"


def introduced(sheet: Sheet, phrase: Phrase, after: int) -> Words | None:
    """The words behind word `after` that introduce who has the post of `phrase`, without his name, or None."""
    here = phrase.words[0]
    for k in range(here - 1, max(after, here - _REACH), -1):
        title = sheet.tokens[k].title
        if title is None or same(title.title.word) != phrase.head or not _is_one(sheet, k):
            continue
        if title.definite or title.possessed or title.feminine != (phrase.gender == "f"):
            return None
        end = max(source_phrase(sheet, k, sheet.sentence(k)[1]), k + 1)
        end = next((m for m in range(k + 1, end) if sheet.tokens[m].is_finite), end)
        named = any(sheet.name_kind.get(m) == "person" for m in range(k, min(end + 2, here)))
        return None if named or sheet.tokens[k].flags & Is.DEFINITE else (k, end)
    return None


def _is_one(sheet: Sheet, k: int) -> bool:
    """Whether the title at word `k` is of one, who may be the object: التقى | مسؤولا أمميا."""
    title = sheet.tokens[k].title
    if title is None or title.number == 1:
        return title is not None
    accusative = title.number == _DUAL and title.form.endswith(_ACCUSATIVE)
    return accusative and k + 1 < len(sheet.tokens) and not sheet.tokens[k + 1].flags & Is.DEFINITE
