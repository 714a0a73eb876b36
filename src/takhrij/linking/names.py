"""Whether two names, written in two reports, can be one person, office or outlet."""

from functools import lru_cache

from takhrij.lexicon import outlets
from takhrij.text.fold import fold

_ARTICLE = "ال"


@lru_cache(maxsize=100_000)
def alike(one: str, other: str) -> bool:
    """Whether one name is the other, or a part of it that ends it: حفتر and خليفة حفتر, رويترز and وكالة رويترز."""
    left, right = parts(one), parts(other)
    if not left or not right:
        return False
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    if len(short) < len(long) and long[-len(short) :] == short and len(short[-1]) > 2:
        return True
    return outlets.known(one) is not None and outlets.same(one, other)


@lru_cache(maxsize=100_000)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name, folded; the article of a family name is no part of it: الحكيم and حكيم."""
    return tuple(word.removeprefix(_ARTICLE) if len(word) > 4 else word for word in fold(name).split())
