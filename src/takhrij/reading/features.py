"""What the tagger knows of a word: its features, in groups that many words share.

A feature is a letter and what it says: "wكتاب" is the whole word. `features` lists them all, for training; a reader
needs only the sum of what they weigh, and most groups have been summed for another word before.
"""

from collections.abc import Mapping
from typing import NamedTuple

from takhrij.lexicon import organizations, titles
from takhrij.text.clitics import segment
from takhrij.text.fold import fold

# These matter only in the places next to the word that is judged.
_NEAR = frozenset("rpqstulce")
_NO_LIST = "g-"


class Build(NamedTuple):
    """The length of a word, its clitics, and whether it bears the article."""

    length: int
    proclitics: tuple[str, ...]
    definite: bool
    enclitic: str


# The word lists' groups of similar words (one string), the letters of lists, what a first tagger took the word for;
# then the first and the last three letters and the build.
Group = tuple[str, str] | tuple[str, Build]


def traits(word: str, lists: Mapping[str, str]) -> tuple[list[str], list[Group]]:
    """The features of a published word that are its own, and the groups of features that it shares with others."""
    plain = fold(word)
    if not plain[:1].isalpha():
        shape = "9" if plain[:1].isdigit() else "newline" if word == "\n" else plain
        return ["w" + shape], []
    if plain.isascii():
        shape = "A" if plain.isupper() else "Aa" if plain[0].isupper() else "a"
        return ["w" + plain.lower(), "h" + shape, "l" + str(min(len(plain), 5))], []
    parts = segment(word)
    # As base_of, with the parts and the folded word that are at hand.
    base = fold(parts.noun + parts.enclitic) or plain if parts.proclitics or parts.article else plain
    definite = base[:2] == "ال" and len(base) > 3
    bare = base[2:] if definite else base
    groups, _, letters = lists.get(base, "").partition(":")
    letters, _, shares = letters.partition(":")
    own = ["w" + plain, "b" + base, "r" + bare]
    if (title := titles.words()[word]) is not None:
        own.append("k" + title.title.kind + ("+" if title.possessed else ""))
    if (head := organizations.heads()[word]) is not None:
        own.append("k" + head.kind)
    return own, [
        ("groups", groups),
        ("lists", letters),
        ("shares", shares),
        ("opening", bare[:3]),
        ("ending", bare[-3:]),
        ("build", Build(min(len(bare), 8), parts.proclitics, definite, parts.enclitic)),
    ]


def of_group(group: Group) -> list[str]:
    """The features of a group."""
    name, key = group
    if isinstance(key, Build):
        clitics = "".join([letter[0] for letter in key.proclitics])
        return ["l" + str(key.length), "c" + clitics + ("A" if key.definite else ""), "e" + key.enclitic]
    if name == "groups":
        return ["x" + key[:2], "y" + key[2:4], "z" + key[4:]] if key else ["x-"]
    if name == "lists":
        return ["g" + letter for letter in key] or [_NO_LIST]
    if name == "shares":
        return ["j" + key[at : at + 2] for at in range(0, len(key), 2)] or ["j-"]
    if name == "opening":
        return ["p" + key[:2], "q" + key]
    return ["s" + key[-2:], "t" + key, "u" + key[-1:]]


def features(word: str, lists: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """What is known of a published word: features that matter in all five places, and those that matter near by."""
    own, groups = traits(word, lists)
    found = own + [feature for group in groups for feature in of_group(group)]
    near = [feature for feature in found if feature[0] in _NEAR or feature == _NO_LIST]
    return [feature for feature in found if feature not in near], near
