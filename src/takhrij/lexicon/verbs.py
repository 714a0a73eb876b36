"""Verbs that report what somebody said, in all the forms a report may use."""

from functools import cache
from typing import Literal, NamedTuple

import msgspec

from takhrij.lexicon.files import load
from takhrij.text.fold import fold

Takes = Literal["that", "quote", "noun", "target", "relay", "blame", "charge"]
Shape = Literal["perfect", "imperfect", "participle", "masdar"]


class Verb(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One verb: how it is inflected, and how what was said may follow it (see the data file's head)."""

    lemma: str
    imperfect: str | None = None
    participle: str | None = None
    masdar: str | None = None
    takes: tuple[Takes, ...] = ()
    prepositions: tuple[str, ...] = ()
    act: str
    example: str


class Form(NamedTuple):
    """One inflected form. `gender` is "m", "f" or "" (either), `number` 1, 2 or 3 (three and more), `person` 1 or 3."""

    verb: Verb
    shape: Shape
    gender: str
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
            if form not in known:
                known.append(form)
    return {spelling: tuple(found) for spelling, found in table.items()}


def _inflect(verb: Verb) -> list[tuple[str, Form]]:
    found = [(spelling, Form(verb, "perfect", *rest)) for spelling, *rest in _perfect(verb.lemma)]
    if verb.imperfect:
        found += [(spelling, Form(verb, "imperfect", *rest)) for spelling, *rest in _imperfect(verb.imperfect)]
    if verb.participle:
        found += [(spelling, Form(verb, "participle", *rest)) for spelling, *rest in _participle(verb.participle)]
    if verb.masdar:
        found.append((verb.masdar, Form(verb, "masdar", "", 1)))
        if len(verb.masdar) > 3:
            # دعوات, تحذيرات, اتهامات.
            found.append((verb.masdar.removesuffix("ة") + "ات", Form(verb, "masdar", "", 3)))
    return found


def _perfect(he: str) -> list[tuple[str, str, int, int]]:
    # نفى and دعا lose their weak letter before the endings: نفت، دعوا.
    weak = he[-1] in "ىا"
    stem = he[:-1] if weak else he
    back = "و" if he[-1] == "ا" else "ي"
    return [
        (he, "m", 1, 3),
        (stem + "ت", "f", 1, 3),
        (stem + (back if weak else "") + "ا", "m", 2, 3),
        (stem + "تا", "f", 2, 3),
        (stem + "وا", "m", 3, 3),
        (stem + (back if weak else "") + "نا", "", 3, 1),
    ]


def _imperfect(he: str) -> list[tuple[str, str, int, int]]:
    rest = he[1:]
    stem = rest[:-1] if rest[-1] in "يوى" else rest
    dual = rest[:-1] + "ي" if rest[-1] == "ى" else rest
    return [
        (he, "m", 1, 3),
        ("ت" + rest, "f", 1, 3),
        ("ي" + dual + "ان", "m", 2, 3),
        ("ت" + dual + "ان", "f", 2, 3),
        ("ي" + stem + "ون", "m", 3, 3),
        ("ي" + stem + "وا", "m", 3, 3),
        ("أ" + rest, "", 1, 1),
        ("ن" + rest, "", 3, 1),
    ]


def _participle(he: str) -> list[tuple[str, str, int]]:
    # محذرا and its unmarked spelling محذر; داعيا keeps its ي before ة but loses it before ين.
    stem = he[:-1] if he.endswith("ا") else he
    weak = stem.endswith("ي")
    short = stem[:-1] if weak else stem
    return [
        (he, "m", 1),
        (stem + "ة", "f", 1),
        (short + "ين", "m", 3),
        (stem + "ات", "f", 3),
        (stem + "تين", "f", 2),
    ]
