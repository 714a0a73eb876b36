"""Whether a word begins with a preposition or only with its letter: بدور, but not بيان."""

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.titles import words as titles
from takhrij.rules.statements.tokens import tokens
from takhrij.text.clitics import segment

_HUNG = "وبلف"
_BY = "ب"


def bears(word: str, letter: str) -> bool:
    """Whether the published `word` begins with the preposition `letter`, not with a root letter."""
    if letter == _BY and word in group("by_short_deeds"):
        # هددت الحركة بشن هجوم
        return True
    found = segment(word).proclitics
    if not found or found[0] != letter:
        return False
    title = titles()[word]
    # ولي is the heir's title, though it may be "and for me".
    return title is None or bool(title.proclitics)


def taken(word: str) -> bool:
    """Whether any preposition hangs before the published `word`."""
    return any(letter[0] in "بلك" for letter in segment(word).proclitics)


def is_told(word: str) -> bool:
    """Whether the word is لـ before a name in Latin letters: لـCNN."""
    return word.startswith("لـ") and word[-1].isascii()


def without_hung(word: str) -> str:
    """The folded word without a letter that may hang before it; a word before which none hangs as it is."""
    folded = tokens()[word].folded
    return folded[1:] if folded[0] in _HUNG else folded
