"""Light verbs as they stand in a text: `carriers()[published]` is the one that a word may be, or None.

The table remembers each spelling.
"""

from functools import cache

import msgspec

from takhrij.lexicon.events import Carrier, light_verbs
from takhrij.lexicon.lookup import MOST_WORDS, apart
from takhrij.lexicon.verbs import Agreement, Gender, Shape, inflections
from takhrij.text.columns import Column
from takhrij.text.fold import fold

_JOINED = "وف"
_AND = "و"
# "It came", and not "and he answered".
_CAME = "ورد"
_HUNG = "بل"
_WILL = "س"
_MARBUTA = "ة"
_YA = "ي"
_ALEF = "ا"
_PRONOUNS = (
    "ها",
    "هم",
    "ه",
)
_TWO_MEN = Agreement("m", 2)


class Carried(msgspec.Struct, frozen=True, eq=False):
    """A light verb as it stands in a text."""

    carrier: Carrier
    shape: Shape
    gender: Gender
    pronoun: str
    joined: str


class _Carried(dict[str, Carried | None]):
    def __init__(self) -> None:
        super().__init__()
        self._forms: dict[str, tuple[Carrier, Shape, Gender]] = {}
        for carrier in light_verbs():
            for verb in carrier.perfect.split():
                for spelling, shape, form in inflections(verb, None, None):
                    if form == _TWO_MEN and spelling.endswith(_ALEF):
                        # ردا على is "in answer to", not "they two answered".
                        continue
                    self._forms.setdefault(fold(spelling), (carrier, shape, form.gender))
            for verb in carrier.imperfect.split():
                for spelling, shape, form in inflections("-", verb, None):
                    if shape == "imperfect" and form.person == 3:
                        self._forms.setdefault(fold(spelling), (carrier, shape, form.gender))

    def __missing__(self, word: str) -> Carried | None:
        if len(self) > MOST_WORDS:
            self.clear()
        folded = apart(word)[0][0]
        found = None
        for taken in (0, 1):
            short = len(folded) < 4 and (folded[:1] != _AND or folded == _CAME)
            if taken and (folded[:1] not in tuple(_JOINED + _WILL + _HUNG) or short or len(folded) < 3):
                break
            rest, joined = folded[taken:], folded[:taken]
            found = self._find(rest, joined)
            if found is not None and found.pronoun and word[-1] == _MARBUTA:
                # فرقة is a squad, not "he dispersed it".
                found = None
            if found is not None and joined in tuple(_HUNG) and found.carrier.part != "suffers":
                # بتعرض الموقع لهجوم: of these nouns alone the subject suffers.
                found = None
            if found is not None:
                break
        self[word] = found
        return found

    def _find(self, rest: str, joined: str) -> Carried | None:
        if rest in self._forms:
            return self._carried(rest, "", joined)
        for pronoun in _PRONOUNS:
            if rest.endswith(pronoun) and len(rest) - len(pronoun) > 1:
                stem = rest[: -len(pronoun)]
                for spelling in (stem, stem[:-1] + _YA if stem[-1] == _ALEF else stem):
                    if spelling in self._forms:
                        return self._carried(spelling, pronoun, joined)
        return None

    def _carried(self, form: str, pronoun: str, joined: str) -> Carried:
        carrier, shape, gender = self._forms[form]
        return Carried(carrier, shape, gender, pronoun, joined)


@cache
def carriers() -> dict[str, Carried | None]:
    """The light verb that a published word is, or None."""
    return _Carried()


@cache
def carrier_column() -> Column[Carried | None]:
    """The same for the words of pages; only a few of them are asked for."""
    return Column(carriers().__getitem__)
