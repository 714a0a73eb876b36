"""A device as a rule found it: cue, source and reported words, before anybody asked who the speaker is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.content import Content
from takhrij.rules.statements.sheet import Sheet

Sort = Literal["verb", "participle", "closing", "opening", "colon", "quote", "relay", "noun"]


@dataclass(frozen=True, slots=True)
class Device:
    """One reporting device. Ranges are of words; `form` is the verb's, for agreement with a subject left out.

    `via` is the outlet the words were said to or through, `relay` the one who passed them on where the source is
    somebody else's ("نقلت رويترز عن مسؤول"): a range, or None where the relay itself is left out ("ونقلت عن").
    `spoken` tells that a verb of saying stands inside the expression ("وفق ما ذكرت").
    """

    rule: str
    sort: Sort
    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    content: Content
    form: Form | None = None
    via: tuple[int, int] | None = None
    relay: tuple[int, int] | None = None
    relayed: bool = False
    antecedent: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of reporting. `trigger` are the flags or shapes of the words at which `find` is tried; `why` says it to a reader."""

    name: str
    trigger: str
    why: str
    find: Callable[[Sheet, int], Device | None]
