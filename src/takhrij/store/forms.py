"""The forms in which words are looked up: folded, without what is stuck to them."""

import re
from collections.abc import Iterable

from takhrij.linking.grams import words_of
from takhrij.text.clitics import segment
from takhrij.text.fold import fold

_MOST_WORDS = 100_000
# Without its ending a word of fewer letters would meet too many others.
_LEAST_STEM = 3
_SOUND_ENDINGS = frozenset(re.findall("..", "اتينونان"))


class _Forms(dict[str, str]):
    """A word as published to the form it is found by: وبالوزراء and وزراء meet, وزير and زير do not."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        stem = fold(segment(word).stem) or fold(word) or word
        # رئيسا and رئيس: the accusative's alef is no letter of the noun. اجتماعات and اجتماع meet as well.
        if len(stem) > _LEAST_STEM and stem[-1] == "ا":
            stem = stem[:-1]
        elif stem[-2:] in _SOUND_ENDINGS and len(stem) > _LEAST_STEM + 1:
            stem = stem[:-2]
        elif stem[-1] == "ه" and len(stem) > _LEAST_STEM:
            stem = stem[:-1]
        self[word] = stem
        return stem


_forms = _Forms()


def forms(text: str) -> list[str]:
    """The forms of all words of `text`, in order."""
    return forms_of(words_of(text))


def forms_of(words: Iterable[str]) -> list[str]:
    """The forms of words as published."""
    return list(map(_forms.__getitem__, words))


def key(name: str) -> str:
    """The spelling by which names meet: folded, words apart by one blank."""
    return " ".join(fold(name).split())
