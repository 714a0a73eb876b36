"""A title as the lexicon keeps it, one of its forms in a text, as the rules ask them, and the table of the forms."""

from typing import Literal

import msgspec

from takhrij.lexicon.lookup import MOST_WORDS, Cut, apart, cuts
from takhrij.text.fold import fold

_PRONOUNS = "ها هم هما نا ه ك"
# The feminine ending, as published and folded, and as it opens before a pronoun: وزيرة, وزيرتها.
_ABOVE = "أ"
_BELOW = "إ"
_MARBUTA = "ة"
_FOLDED = "ه"
_OPEN = "ت"
# No pronoun hangs on these.
_CLOSED = "ة ان ون"
# A noun that a pronoun hangs on has more letters.
_SHORTEST_OWNED = 3

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


class TitleTable(dict[str, TitleWord | None]):
    """The title that a published word is, or None, with article, proclitics and a possessor's pronoun taken off.

    `bare` are the forms without these, folded, `never` the folded words that are no title.
    """

    def __init__(self, bare: dict[str, TitleWord], never: frozenset[str]) -> None:
        super().__init__()
        self._bare = bare
        self._never = never
        self._pronouns = tuple(_PRONOUNS.split())
        self._closed = tuple(_CLOSED.split())

    def __missing__(self, word: str) -> TitleWord | None:
        """The title that the published `word` is, which was not asked for before."""
        if len(self) > MOST_WORDS:
            self.clear()
        taken_apart = apart(word)
        folded = taken_apart[0][0]
        found = None if folded in self._never else self._find(taken_apart)
        if found and found.feminine and found.number == 1 and word.endswith(_FOLDED) and found.form.endswith(_MARBUTA):
            # وزيره is "his minister" where the writer tells ه from ة; the fold does not.
            masculine = self._bare.get(folded[len(folded) - len(fold(found.form)) : -1])
            if masculine and masculine.title is found.title and not found.definite:
                found = masculine.owned(found.proclitics)
        if found and word.startswith(_ABOVE) and found.form.startswith(_BELOW):
            # أمام is before, إمام leads the prayer; the fold does not tell them apart.
            found = None
        self[word] = found
        return found

    def _find(self, taken_apart: tuple[Cut, ...]) -> TitleWord | None:
        bare = self._bare
        for rest, proclitics, definite in taken_apart:
            form = bare.get(rest)
            if form is not None:
                return form.behind(proclitics, definite)
        folded = taken_apart[0][0]
        if not folded.endswith(self._pronouns):
            return None
        for pronoun in self._pronouns:
            if folded.endswith(pronoun) and len(folded) >= len(pronoun) + _SHORTEST_OWNED:
                owned = self._owned(folded[: -len(pronoun)])
                if owned is not None:
                    return owned
        return None

    def _owned(self, stem: str) -> TitleWord | None:
        """The title that is left of a folded word when a pronoun is taken off."""
        bare = self._bare
        for rest, proclitics, definite in cuts(stem):
            if definite:
                continue
            opened = rest.endswith(_OPEN)
            form = bare.get(rest) or (bare.get(rest[:-1] + _FOLDED) if opened else None)
            if form is not None and (opened or (len(rest) > 2 and not form.form.endswith(self._closed))):
                return form.owned(proclitics)
        return None
