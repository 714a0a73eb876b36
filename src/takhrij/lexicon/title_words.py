"""A title as the lexicon keeps it, and one of its forms in a text, as the rules ask them."""

from typing import Literal

import msgspec

TitleKind = Literal["honorific", "role", "source"]


class Title(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A title as the lexicon keeps it; titles.toml says what each field means."""

    word: str
    kind: TitleKind
    gender: Literal["masculine", "feminine"] = "masculine"
    feminine: str | None = None
    plural: str | None = None
    never: str = ""
    speaks_as: Literal["person", "public"] = "person"
    unnamed: bool = False
    after: bool = False
    examples: tuple[str, ...] = ()


class TitleWord(msgspec.Struct, frozen=True, eq=False):
    """One form of a title. `number` is 1, 2, or 3 for a plural; `possessed` says that a pronoun hangs on it."""

    title: Title
    form: str
    feminine: bool
    number: int
    definite: bool = False
    possessed: bool = False
    proclitics: str = ""

    def behind(self, proclitics: str, definite: bool) -> "TitleWord":
        """The same form behind these proclitics, with or without the article."""
        return TitleWord(self.title, self.form, self.feminine, self.number, definite, self.possessed, proclitics)

    def owned(self, proclitics: str) -> "TitleWord":
        """The same form behind these proclitics with a pronoun hung on it."""
        return TitleWord(self.title, self.form, self.feminine, self.number, self.definite, True, proclitics)
