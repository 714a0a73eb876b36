"""A device as a rule found it: cue, source and reported words, before anybody asked who the speaker is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import msgspec

from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.content import Content
from takhrij.rules.statements.sheet import Range, Sheet

Sort = Literal["verb", "participle", "closing", "opening", "colon", "relay", "noun"]


class Device(msgspec.Struct, frozen=True):
    """One reporting device, found by the rule named `rule`. Ranges are of words.

    `cue` are the words that report, None where only a colon does; `source` the phrase that names who says it, None
    where it is left out; `content` what was said; `form` the verb's form, for agreement with a subject left out; `via`
    the outlet the words were said to or through. Where somebody passes on what the source said (`relayed`), `relay`
    names who does, or is None where that is left out ("ونقلت عن").
    """

    rule: str
    sort: Sort
    cue: Range | None
    source: Range | None
    content: Content
    form: Form | None = None
    via: Range | None = None
    relay: Range | None = None
    relayed: bool = False

    def passed_on(self, source: Range) -> "Device":
        """The same words, which the source of this device only passes on and `source` said."""
        return Device(
            rule=self.rule,
            sort=self.sort,
            cue=self.cue,
            source=source,
            content=self.content,
            form=self.form,
            via=self.via,
            relay=self.source,
            relayed=True,
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of reporting, which `why` tells a reader; `find` is tried at the words that bear the `trigger`."""

    name: str
    trigger: str
    why: str
    find: Callable[[Sheet, int], Device | None]
