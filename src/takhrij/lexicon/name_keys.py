"""What two spellings of one name share: its key."""

import re

from takhrij.lexicon.lookup import MOST_WORDS
from takhrij.text.fold import fold

# With the word after these one part of a name is made: عبد الله, أبو الغيط, بن سلمان.
_BOUND = frozenset(
    [
        "عبد",
        "ابو",
        "ابي",
        "ابا",
        "ام",
        "بن",
        "ابن",
        "بنت",
        "ال",
        "ذو",
        "ذي",
    ]
)
_LETTERS = re.compile(r"[^\W_]+")
_ARTICLE = "ال"


# The names of the news come again.
_KEYS: dict[str, str] = {}


def name_key(name: str) -> str:
    """What the spellings of one name share: عبد الفتاح السيسي and عبدالفتاح السيسى."""
    key = _KEYS.get(name)
    if key is None:
        if len(_KEYS) > MOST_WORDS:
            _KEYS.clear()
        key = _KEYS[name] = _key(name)
    return key


def _key(name: str) -> str:
    parts: list[str] = []
    for word in _LETTERS.findall(fold(name)):
        if parts and parts[-1] in _BOUND:
            parts[-1] += word
        else:
            parts.append(word)
    return " ".join([part[2:] if part.startswith(_ARTICLE) and len(part) > 4 else part for part in parts])
