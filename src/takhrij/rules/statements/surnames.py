"""How surnames are written with what hangs before them (والسيسي, للسيسي), and what is none."""

from functools import cache

from takhrij.lexicon.definites import definite_nouns
from takhrij.lexicon.function_words import letters
from takhrij.lexicon.lookup import MOST_WORDS
from takhrij.text.clitics import segment
from takhrij.text.fold import fold

_ARTICLE = "ال"
_FOR = "ل"
_SHORTEST_MANNER = 4


class _Hung(dict[str, dict[str, int]]):
    """The words that a folded surname makes with what may hang before it, each with how many letters that is."""

    def __missing__(self, surname: str) -> dict[str, int]:
        if len(self) > MOST_WORDS:
            self.clear()
        hung = {letter + surname: 1 for letter in letters("surname_proclitics")}
        if surname.startswith(_ARTICLE):
            # للسيسي: لـ takes the place of the article's alef.
            hung[_FOR + surname[1:]] = 1
        self[surname] = hung
        return hung


@cache
def hung_before() -> _Hung:
    """Such words of the surnames met so far."""
    return _Hung()


def is_owned(word: str) -> bool:
    """Whether the word is a noun with its owner's pronoun, and nobody's surname: كلماته, خطابه."""
    parts = segment(word)
    if not parts.enclitic:
        return False
    return parts.stem.endswith(letters("feminine_endings")) or fold(_ARTICLE + parts.stem) in definite_nouns()


def is_manner(word: str) -> bool:
    """Whether the word before a colon tells how she said it: تقول ماجدة | ضاحكة: ..."""
    return word.endswith(letters("feminine_endings")) and len(word) > _SHORTEST_MANNER
