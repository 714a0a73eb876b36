"""The prepositions that verbs of saying govern, written apart (إلى) or joined to a word (ب)."""

from functools import cache

from takhrij.lexicon.function_words import spelled
from takhrij.rules.statements.sheet import Sheet, Token
from takhrij.text.clitics import segment
from takhrij.text.fold import fold

# بينه and وبين stand within so many words of each other.
_SECOND_WITHIN = 8
_THROUGH = "عبر"


@cache
def _governed() -> dict[str, str]:
    return {fold(preposition): preposition for preposition in spelled("prepositions")}


def as_governed(folded: str) -> str:
    """The preposition that the folded word is, spelled as verbs_of_saying.toml spells it; "" where it is none."""
    return _governed().get(folded, "")


def is_second(sheet: Sheet, i: int) -> bool:
    """Whether the preposition at word `i` goes on with one before it: يربط الناخبون بينه | وبين دعوات العنصرية."""
    preposition = sheet.tokens[i].bare
    first = max(i - _SECOND_WITHIN, sheet.sentence(i)[0])
    return any(token.bare.startswith(preposition) for token in sheet.tokens[first:i])


def is_preposition(token: Token, preposition: str) -> bool:
    """Whether the word is that preposition, written apart."""
    return token.folded == preposition or as_governed(token.folded) == preposition


def is_through(sheet: Sheet, i: int) -> bool:
    """Whether عبر at word `i` is "through" and not "he expressed": عبر | إخفائها, عبر | حسابه."""
    if sheet.tokens[i].folded != _THROUGH or i + 1 >= len(sheet.tokens):
        return False
    token = sheet.tokens[i + 1]
    return not (token.flags or token.title or token.head) and bool(segment(sheet.page.words[i + 1]).enclitic)
