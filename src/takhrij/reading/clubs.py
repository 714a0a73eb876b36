"""Sports clubs whose names are ordinary words or places, behind a word for a club: فريق | الوحدة, لاعب | روما."""

from collections.abc import Iterator
from functools import cache

from takhrij.lexicon.actor_words import group
from takhrij.reading.found import Found
from takhrij.rules.statements.tokens import Token

# What may hang before such a word: وفريق, بفريق, للاعب.
_HANGING = (
    "",
    "و",
    "ف",
    "ب",
    "ل",
    "وب",
    "ول",
)
_AND = "و"


def is_before_club(token: Token) -> bool:
    """Whether the word is one for a club or who plays in one."""
    return token.folded in _telling()


def clubs(seen: list[Token], places: list[int]) -> Iterator[Found]:
    """The clubs named by such words, which stand at these places; `seen` is what each word of the page may be."""
    last = len(seen) - 1
    for place in places:
        at = place + 1
        if place < last and seen[at].folded in group("clubs_like_words"):
            yield Found(at, at + 1, "organization", "names.headed")
            if at < last and _is_joined(seen[at + 1].folded):
                # فريقا الهلال | والنصر
                yield Found(at + 1, at + 2, "organization", "names.headed")


@cache
def _telling() -> frozenset[str]:
    return frozenset(hanging + word for hanging in _HANGING for word in group("before_clubs"))


def _is_joined(folded: str) -> bool:
    return folded[0] == _AND and folded[1:] in group("clubs_like_words")
