"""A noun that heads the names of bodies, one of its forms in a text, as the rules ask them, and the table of these."""

from typing import Literal

import msgspec

from takhrij.lexicon.lookup import MOST_WORDS, apart

HeadKind = Literal["organization", "outlet", "document", "account"]


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """A noun that heads names of organisations, outlets or documents, in all its forms.

    `proper` tells that what extends it makes it a name: وزارة الصحة, but not شركة النقل.
    """

    forms: str
    kind: HeadKind
    proper: bool = False
    examples: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """The singular."""
        return self.forms.split()[0]


class HeadWord(msgspec.Struct, frozen=True, eq=False):
    """One form of a head, as it stands in a text: whether it is definite, and the proclitics before it.

    `kind` is what a name with this head is.
    """

    head: Head
    form: str
    definite: bool
    proclitics: str
    kind: HeadKind


class HeadTable(dict[str, HeadWord | None]):
    """The head that a published word is, or None; `bare` are the folded forms, each with its head and as it is written.

    Article and proclitics are taken off.
    """

    def __init__(self, bare: dict[str, tuple[Head, str]]) -> None:
        super().__init__()
        self._bare = bare

    def __missing__(self, word: str) -> HeadWord | None:
        """The head that the published `word` is, which was not asked for before."""
        if len(self) > MOST_WORDS:
            self.clear()
        found = None
        for rest, proclitics, definite in apart(word):
            known = self._bare.get(rest)
            if known is not None:
                head, form = known
                found = HeadWord(head, form, definite, proclitics, head.kind)
                break
        self[word] = found
        return found
