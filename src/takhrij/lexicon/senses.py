"""What a word may be to the events of a text: `triggers()[published]` are its senses, or None.

The table remembers each spelling.
"""

from functools import cache

import msgspec

from takhrij.lexicon.events import Trigger, entries
from takhrij.lexicon.function_words import letters
from takhrij.lexicon.lookup import MOST_WORDS, apart
from takhrij.lexicon.passives import passive_forms
from takhrij.lexicon.verbs import Agreement, Gender, Shape, inflections
from takhrij.text.columns import Column
from takhrij.text.fold import fold

_DAMMA = "\u064f"
_JOINED = "وف"
_TANWEEN = (
    "\u0627\u064b",
    "\u064b\u0627",
)
_HAMZA_BELOW = "إ"
_WILL = "س"
_TO = "ل"
_MARBUTA = "ة"
_FOLDED = "ه"
_OPEN = "ت"
_YA = "ي"
_ALEF = "ا"
_TWO_MEN = Agreement("m", 2)
# The third person.
_OTHERS = 3
_NONE = "-"
# Whom one of these is done to stands behind على, or there is nobody: استقالته is "his resignation".
_OVER_HIM = frozenset(
    [
        "سيطر",
        "حكم",
        "استقال",
    ]
)


class Frame(msgspec.Struct, frozen=True, eq=False):
    """A trigger with its lists of words folded and divided."""

    trigger: Trigger
    slots: frozenset[str]
    follows: frozenset[str]
    after: frozenset[str]
    place: frozenset[str]
    unless: frozenset[str]


class Sense(msgspec.Struct, frozen=True, eq=False):
    """What a word may be: a form of a trigger, with the letters hung before and the pronoun behind it.

    `frame` is its trigger made ready for the rules; `before` are و ف and prepositions, `future` tells of س.
    """

    frame: Frame
    noun: bool
    shape: Shape
    gender: Gender
    number: int
    person: int
    before: str = ""
    definite: bool = False
    pronoun: str = ""
    future: bool = False
    passive: bool = False

    def hung(self, before: str, definite: bool = False, pronoun: str = "") -> "Sense":
        """The same form of a word that carries these letters before it and this pronoun behind it."""
        return Sense(
            self.frame,
            self.noun,
            self.shape,
            self.gender,
            self.number,
            self.person,
            before,
            definite,
            pronoun,
            self.future,
            self.passive,
        )

    def told(self, future: bool = False, passive: bool = False) -> "Sense":
        """The same of what is still to come, or told without who did it."""
        return Sense(
            self.frame,
            self.noun,
            self.shape,
            self.gender,
            self.number,
            self.person,
            self.before,
            self.definite,
            self.pronoun,
            future or self.future,
            passive or self.passive,
        )


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(words).split())


def _frame(trigger: Trigger) -> Frame:
    slots = frozenset(trigger.recipient.split())
    return Frame(
        trigger,
        frozenset(slot if slot == "object" else fold(slot) for slot in slots),
        _folded(trigger.follows),
        frozenset(slot if slot == "object" else fold(slot) for slot in trigger.after.split()),
        frozenset(slot if slot == "object" else fold(slot) for slot in trigger.place.split()),
        _folded(trigger.unless),
    )


def _verb(frame: Frame, shape: Shape, form: Agreement) -> Sense:
    return Sense(frame, False, shape, form.gender, form.number, form.person)


# What two do together is told of them, and no adverb is written so: التقيا, اتفقا.
_OF_TWO = frozenset(["CONSULT", "AGREE"])
# What two suffer is told only behind them: جنديين قتلا.
_SUFFERED = frozenset(["ASSAULT", "COERCE"])
_BY_TWO = frozenset(
    [
        "قتل",
        "جرح",
        "أصيب",
        "استشهد",
        "لقي",
        "خطف",
        "اختطف",
        "اعتقل",
        "أوقف",
        "احتجز",
    ]
)
# صادقا: "sincere".
_NOUNS_TOO = frozenset(
    [
        "صادق",
        "بحث",
    ]
)
# What she did to him is no noun with its pronoun: وصفته, طردتهم; but ضربته is "his blow".
_NEVER_NOUNS = frozenset(
    [
        "وصف",
        "طرد",
        "قتل",
        "خطف",
        "سجن",
        "منع",
        "رفض",
        "دعم",
        "قصف",
        "هدد",
        "حبس",
        "دع",
        "حمل",
    ]
)
_SPEECH = frozenset(["REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN"])


class _Senses(dict[str, tuple[Sense, ...] | None]):
    def __init__(self) -> None:
        super().__init__()
        self._verbs: dict[str, list[Sense]] = {}
        self._nouns: dict[str, list[Sense]] = {}
        for trigger in entries():
            frame = _frame(trigger)
            if trigger.verb:
                # "-" stands for a perfect that means something else: قبل, سمح.
                for spelling, shape, form in inflections(trigger.verb, trigger.imperfect, trigger.participle):
                    if form != _TWO_MEN or _may_be_of_two(trigger):
                        # لاحقا is "later", فجرا "at dawn" before they are "they two did".
                        _add(self._verbs, spelling, _verb(frame, shape, form))
            if trigger.passive:
                self._add_passives(frame)
            for noun in trigger.nouns.split():
                many = 3 if noun.endswith("ات") and len(noun) > 4 else 1
                _add(self._nouns, noun, Sense(frame, True, "masdar", "", many, 3))

    def _add_passives(self, frame: Frame) -> None:
        """The forms of a passive that is written otherwise than the active, before others that are written so."""
        perfect, imperfect = passive_forms(frame.trigger.verb, frame.trigger.imperfect)
        for spelling, shape, form in inflections(perfect or _NONE, imperfect, None):
            wanted = perfect if shape == "perfect" else imperfect
            if wanted is not None and form != _TWO_MEN and form.person == _OTHERS:
                self._verbs.setdefault(fold(spelling), []).insert(0, _verb(frame, shape, form).told(passive=True))

    def __missing__(self, word: str) -> tuple[Sense, ...] | None:
        if len(self) > MOST_WORDS:
            self.clear()
        folded = apart(word)[0][0]
        found = [*self._as_verb(word, folded), *self._as_noun(word)] if len(folded) > 1 else []
        # A word that must have another beside it is surer of its sense than one that stands alone.
        if len(found) > 1:
            found.sort(key=lambda sense: (not sense.frame.follows, not sense.frame.trigger.near))
        senses = self[word] = tuple(found) or None
        return senses

    def _as_verb(self, word: str, folded: str) -> list[Sense]:
        if word.lstrip(_JOINED).startswith(_HAMZA_BELOW) or word.endswith(_TANWEEN):
            return []
        for taken in (0, 1):
            if taken and (folded[0] not in _JOINED or len(folded) < 3):
                break
            rest, joined = folded[taken:], folded[:taken]
            found = self._form(rest, joined, word)
            if not found and rest[0] == _WILL and len(rest) > 4:
                found = [s.told(future=True) for s in self._form(rest[1:], joined, word) if s.shape == "imperfect"]
            if not found and rest[0] == _TO and len(rest) > 4:
                found = [s for s in self._form(rest[1:], joined + _TO, word) if s.shape == "imperfect"]
            if found:
                passive = word[taken : taken + 3][1:2] == _DAMMA
                ours = word[taken : taken + 1] in "أن"
                told = [s for s in found if s.person == _OTHERS or (ours and _speaks(s))]
                return [s.told(passive=True) for s in told] if passive else told
        return []

    def _form(self, rest: str, joined: str, word: str) -> list[Sense]:
        found = self._verbs.get(rest)
        if found is not None:
            return [sense.hung(joined) for sense in found] if joined else found
        if not rest.endswith(letters("object_pronouns")):
            return []
        for pronoun in letters("object_pronouns"):
            if not rest.endswith(pronoun) or len(rest) - len(pronoun) < 3 or word[-1] == _MARBUTA:
                continue
            stem = rest[: -len(pronoun)]
            if stem[-1] == _OPEN and len(stem) < 5 and stem[:-1] not in _NEVER_NOUNS:
                # رحلته is "his journey", not "she deported him".
                continue
            for spelling in (stem, stem[:-1] + _YA if stem[-1] == _ALEF else stem + _ALEF):
                found = [s for s in self._verbs.get(spelling, ()) if s.shape != "participle" and _takes_him(s.frame)]
                if found:
                    return [sense.hung(joined, pronoun=pronoun) for sense in found]
        return []

    def _as_noun(self, word: str) -> list[Sense]:
        if word[1:2] == _DAMMA:
            return []
        cuts = apart(word)
        for rest, before, definite in cuts:
            for spelling in (rest, rest[:-1] if rest.endswith(_ALEF) and len(rest) > 3 else ""):
                if spelling.endswith(_FOLDED) and not word.endswith(_MARBUTA):
                    # مظاهره, مصادرها: "its aspects", "her sources".
                    continue
                nouns = self._nouns.get(spelling)
                if nouns:
                    return [sense.hung(before, definite) for sense in nouns]
        if not cuts[0][0].endswith(letters("object_pronouns")):
            return []
        for rest, before, definite in cuts:
            if definite:
                continue
            for pronoun in letters("object_pronouns"):
                if rest.endswith(pronoun) and len(rest) - len(pronoun) >= 3 and word[-1] != _MARBUTA:
                    stem = rest[: -len(pronoun)]
                    nouns = self._nouns.get(stem) or self._nouns.get(
                        stem[:-1] + _FOLDED if stem[-1] == _OPEN else "", []
                    )
                    if nouns:
                        return [sense.hung(before, pronoun=pronoun) for sense in nouns]
        return []


def _takes_him(frame: Frame) -> bool:
    """Whether a pronoun may be the verb's object: اعتقلته; but سيطرته is "his control", حكمه "his rule"."""
    return frame.trigger.verb not in _OVER_HIM


def _may_be_of_two(trigger: Trigger) -> bool:
    """Whether two men may be told to have done or suffered it, in a form that is no adverb."""
    if trigger.type in _SUFFERED:
        return trigger.passive and trigger.verb in _BY_TWO
    return trigger.type in _OF_TWO and trigger.verb not in _NOUNS_TOO


def _speaks(sense: Sense) -> bool:
    """Whether somebody's own words may be the act: ندعو, نطالب, أدعو."""
    return sense.shape == "imperfect" and sense.frame.trigger.type in _SPEECH


def _add(table: dict[str, list[Sense]], spelling: str, sense: Sense) -> None:
    known = table.setdefault(fold(spelling), [])
    if all(sense.frame is not other.frame or sense.shape != other.shape for other in known):
        known.append(sense)


@cache
def triggers() -> dict[str, tuple[Sense, ...] | None]:
    """The senses of a published word; see the module's docstring."""
    return _Senses()


@cache
def sense_column() -> Column[tuple[Sense, ...] | None]:
    """The same for the words of pages."""
    return Column(triggers().__getitem__)
