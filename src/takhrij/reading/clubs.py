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


def clubs(seen: list[Token]) -> Iterator[Found]:
    """The clubs named by such a word; `seen` is what each word of the page may be."""
    telling, last = _telling(), len(seen) - 1
    for place in [i for i, token in enumerate(seen) if token.folded in telling]:
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
