"""What the tagger knows of a word: its features, in groups that many words share.

A feature is a letter and what it says: "wكتاب" is the whole word. `features` lists them all, for training; a reader
needs only the sum of what they weigh, and most groups have been summed for another word before.
"""

from collections.abc import Mapping

from takhrij.lexicon import organizations, titles
from takhrij.text.clitics import Segments, segment
from takhrij.text.fold import fold

# These matter only in the places next to the word that is judged.
_NEAR = frozenset("rpqstulce")
_NO_LIST = "g-"
_ARTICLE = "ال"


# A letter that tells what a group is, and what its words share: "x" the word lists' groups of similar words, "g" the
# letters of lists, "j" what a first tagger took the word for, "p" the first and "s" the last three letters of the word,
# and "l" its build, of which the features are written out.
Group = str


def base_of(word: str) -> str:
    """The folded word without its proclitics, its article written in full."""
    return _base(fold(word), segment(word))


def _base(plain: str, parts: Segments) -> str:
    """The same of a word folded and taken apart. To fold is to fold letter by letter: what is left of it is a part."""
    if not parts.proclitics:
        return plain
    hung = "".join(parts.proclitics)
    if not plain.startswith(hung):
        return fold(parts.noun + parts.enclitic) or plain
    # للحكومة: behind ل the article is a ل by itself.
    return _ARTICLE + plain[len(hung) + 1 :] if len(parts.article) == 1 else plain[len(hung) :] or plain


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
    base = _base(plain, parts)
    definite = base[:2] == _ARTICLE and len(base) > 3
    bare = base[2:] if definite else base
    groups, _, letters = lists.get(base, "").partition(":")
    letters, _, shares = letters.partition(":")
    own = ["w" + plain, "b" + base, "r" + bare]
    if (title := titles.words()[word]) is not None:
        own.append("k" + title.title.kind + ("+" if title.possessed else ""))
    if (head := organizations.heads()[word]) is not None:
        own.append("k" + head.kind)
    return own, [
        "x" + groups,
        "g" + letters,
        "j" + shares,
        "p" + bare[:3],
        "s" + bare[-3:],
        _build(min(len(bare), 8), parts, definite),
    ]


def _build(length: int, parts: Segments, definite: bool) -> str:
    """How long a word is, what hangs before it, whether it bears the article, and the pronoun behind it."""
    clitics = "".join([letter[0] for letter in parts.proclitics]) if parts.proclitics else ""
    return f"l{length} c{clitics}{'A' if definite else ''} e{parts.enclitic}"


def of_group(group: Group) -> list[str]:
    """The features of a group."""
    kind, key = group[0], group[1:]
    if kind == "l":
        return group.split(" ")
    if kind == "x":
        return ["x" + key[:2], "y" + key[2:4], "z" + key[4:]] if key else ["x-"]
    if kind == "g":
        return ["g" + letter for letter in key] or [_NO_LIST]
    if kind == "j":
        return ["j" + key[at : at + 2] for at in range(0, len(key), 2)] or ["j-"]
    if kind == "p":
        return ["p" + key[:2], "q" + key]
    return ["s" + key[-2:], "t" + key, "u" + key[-1:]]


def features(word: str, lists: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """What is known of a published word: features that matter in all five places, and those that matter near by."""
    own, groups = traits(word, lists)
    found = own + [feature for group in groups for feature in of_group(group)]
    near = [feature for feature in found if feature[0] in _NEAR or feature == _NO_LIST]
    return [feature for feature in found if feature not in near], near
