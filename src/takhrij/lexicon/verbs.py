"""Verbs that report what somebody said, in all the forms a report may use."""

from functools import cache
from typing import NamedTuple

import msgspec

from takhrij.lexicon.files import load
from takhrij.lexicon.verb_forms import Form, Gender, Shape, Takes, Verb
from takhrij.text.fold import fold

__all__ = ["Agreement", "Form", "Gender", "Shape", "Takes", "Verb", "forms", "inflections", "verbs"]


class Agreement(NamedTuple):
    """What an ending tells: `gender` "" where it may be either, `number` 3 for three and more, `person` 1 or 3."""

    gender: Gender
    number: int
    person: int = 3


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    verb: tuple[Verb, ...]


@cache
def verbs() -> tuple[Verb, ...]:
    """Every verb of the lexicon, in the order of the file."""
    return load("verbs_of_saying.toml", _File).verb


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Folded form, without proclitics and pronouns, to what it may be."""
    table: dict[str, list[Form]] = {}
    for verb in verbs():
        for spelling, form in _inflect(verb):
            known = table.setdefault(fold(spelling), [])
            if not any(map(form.is_like, known)):
                known.append(form)
    return {spelling: tuple(found) for spelling, found in table.items()}


def _inflect(verb: Verb) -> list[tuple[str, Form]]:
    found = inflections(verb.lemma, verb.imperfect, verb.participle)
    if verb.masdar:
        found += [(spelling, "masdar", agreement) for spelling, agreement in _masdar(verb.masdar)]
    return [(spelling, Form(verb, shape, *agreement)) for spelling, shape, agreement in found]


def inflections(perfect: str, imperfect: str | None, participle: str | None) -> list[tuple[str, Shape, Agreement]]:
    """Every spelling of a verb, given as قال, يقول, قائلا, with what the spelling is."""
    endings: list[tuple[Shape, list[tuple[str, Agreement]]]] = [("perfect", _perfect(perfect))]
    if imperfect:
        endings.append(("imperfect", _imperfect(imperfect)))
    if participle:
        endings.append(("participle", _participle(participle)))
    return [(spelling, shape, agreement) for shape, found in endings for spelling, agreement in found]


_HE = Agreement("m", 1)
_SHE = Agreement("f", 1)
_TWO_MEN = Agreement("m", 2)
_TWO_WOMEN = Agreement("f", 2)
_MEN = Agreement("m", 3)
_WOMEN = Agreement("f", 3)
_I = Agreement("", 1, 1)
_WE = Agreement("", 3, 1)


def _perfect(he: str) -> list[tuple[str, Agreement]]:
    # نفى and دعا lose their weak letter before the endings: نفت، دعوا.
    weak = he[-1] in "ىا"
    stem = he[:-1] if weak else he
    long = stem + _root_letter(he) if weak else stem
    return [
        (he, _HE),
        (stem + "ت", _SHE),
        (long + "ا", _TWO_MEN),
        (stem + "تا", _TWO_WOMEN),
        (stem + "وا", _MEN),
        (long + "نا", _WE),
    ]


def _root_letter(he: str) -> str:
    """The weak letter of the root: و where the verb ends in ا, ي where it ends in ى."""
    if he.endswith("ا"):
        return "و"
    return "ي"


def _imperfect(he: str) -> list[tuple[str, Agreement]]:
    rest = he[1:]
    stem = rest[:-1] if rest[-1] in "يوى" else rest
    # يُرى keeps its root letter before an ending: يريان.
    dual = rest.translate({0x0649: 0x064A})
    return [
        (he, _HE),
        (f"ت{rest}", _SHE),
        (f"ي{dual}ان", _TWO_MEN),
        (f"ت{dual}ان", _TWO_WOMEN),
        (f"ي{stem}ون", _MEN),
        (f"ي{stem}وا", _MEN),
        (f"أ{rest}", _I),
        (f"ن{rest}", _WE),
    ]


def _participle(he: str) -> list[tuple[str, Agreement]]:
    # محذرا and its unmarked spelling محذر; داعيا keeps its ي before ة but loses it before ين.
    stem = he.removesuffix("ا")
    short = stem.removesuffix("ي")
    return [
        (he, _HE),
        (stem + "ة", _SHE),
        (short + "ين", _MEN),
        (stem + "ات", _WOMEN),
        (stem + "تين", _TWO_WOMEN),
    ]


def _masdar(one: str) -> list[tuple[str, Agreement]]:
    # دعوات, تحذيرات, اتهامات; a noun of three letters has another plural.
    stem = one.removesuffix("ة")
    plural = stem + "ات"
    return [(one, Agreement("", 1)), *([(plural, Agreement("", 3))] if len(one) > 3 else [])]
