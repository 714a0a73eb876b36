"""A noun that heads the names of bodies, and one of its forms in a text, as the rules ask them."""

from typing import Literal

import msgspec

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
