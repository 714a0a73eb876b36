"""What was taken for a name and is none: two people of a nation, a country and a day behind it."""

from takhrij.lexicon.places import names as places
from takhrij.lexicon.places import people
from takhrij.rules.statements.given_names import Names
from takhrij.rules.statements.tokens import Token

_TODAY = "اليوم"
_PAIR = 2


def drop_no_names(names: Names, words: list[str], found: list[Token], times: dict[int, int]) -> None:
    """Take out of `names` what the words beside it show to be none."""
    for first in list(names.end):
        end, kind = names.end[first], names.kind[first]
        if kind == "outlet" and end - first == _PAIR and words[end - 1] == _TODAY and times.get(end - 1, 0) > end:
            # هددت إسرائيل | اليوم الاثنين
            _without_today(names, words, first)
        elif kind == "place" and end - first > _PAIR and _are_two_places(words, first, end):
            # تطالب فلسطين | المملكة المتحدة
            names.end[first] = first + 1
            names.end[first + 1], names.kind[first + 1], names.skip[first + 1] = end, "place", 0
        elif kind == "person" and end == first + 1 and _are_of_nation(words, found, first):
            # مسؤولان | إيرانيان
            del names.end[first], names.kind[first], names.skip[first]


def _without_today(names: Names, words: list[str], first: int) -> None:
    """Let the country speak alone; without one nothing is named."""
    word = words[first][names.skip[first] :]
    if places().at([word], 0) is None:
        return
    names.end[first], names.kind[first] = first + 1, "place"


def _are_two_places(words: list[str], first: int, end: int) -> bool:
    """Whether the first word and the others are places of their own, and no place is called so as a whole."""
    listed = places()
    if listed.whole(words[first:end]) is not None or listed.whole(words[first : first + 1]) is None:
        return False
    return listed.whole(words[first + 1 : end]) is not None


def _are_of_nation(words: list[str], found: list[Token], first: int) -> bool:
    """Whether the word behind a post in the dual tells of what nation the two are."""
    nation = people()[words[first]]
    if nation is None or nation.number != _PAIR or not first:
        return False
    title = found[first - 1].title
    return title is not None and title.number == _PAIR
