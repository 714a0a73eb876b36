"""Whether a word begins with a preposition or only with its letter: بدور, but not بيان."""

from takhrij.text.clitics import segment


def bears(word: str, letter: str) -> bool:
    """Whether the published `word` begins with the preposition `letter`, not with a root letter."""
    found = segment(word).proclitics
    return bool(found) and found[0] == letter


def taken(word: str) -> bool:
    """Whether any preposition hangs before the published `word`."""
    return any(letter[0] in "بلك" for letter in segment(word).proclitics)


def is_told(word: str) -> bool:
    """Whether the word is لـ before a name in Latin letters: لـCNN."""
    return word.startswith("لـ") and word[-1].isascii()
