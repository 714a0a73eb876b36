"""The shapes of verbal nouns: التدخل, تعزيز, الانسحاب, مشاركة."""

import re
from functools import cache

# الطرفان is a dual, الاختبار a verbal noun.
_DUAL = "ان"
# أنباء and الأنباء are no verbal nouns: these begin with no hamza.
_HAMZA = re.compile("(?:ال)?[أإآ]")


def is_verbal_noun(word: str, folded: str) -> bool:
    """Whether the published word, folded as well, has the shape of a verbal noun."""
    if folded.endswith(_DUAL) or _HAMZA.match(word):
        return False
    return _shapes().match(folded) is not None


@cache
def _shapes() -> re.Pattern[str]:
    return re.compile("(?:ال)?(?:ا.{2,4}ا.|ت.{2}ي.ه?|ت.ا?.{2}|م.ا.{2}ه)$")
