"""A deed as a rule found it: the word that tells it and the phrases that may name those who take part."""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from takhrij.lexicon.events import Trigger
from takhrij.lexicon.senses import Sense
from takhrij.model.event import Status
from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.sheet import Range


class Meaning(msgspec.Struct):
    """Who takes part in a deed as far as its words tell, while more of it is found; see `Deed` for the fields."""

    actor: tuple[Range, ...]
    recipient: tuple[Range, ...]
    whose: str
    left_out: bool
    nation: int
    topic: tuple[Range, ...]
    preceding: tuple[tuple[Range, ...], ...]


class Deed(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """One telling of an event, before anybody asked who is meant. Ranges are of words.

    `words` are the trigger. `left_out` says that the verb's subject is not there and who it is must be looked for,
    `suffers` that whoever is left out suffers it; `whose` that a pronoun stands for the actor ("actor") or the
    recipient ("recipient"). `verb` is the word of the clause's verb, which may be another than the trigger, `by_verb`
    that the actor is its subject, `of_speaker` that the speaker tells it of himself, `of_country` of his country;
    `nation` is an adjective that says whose act it is, or -1, `topic` whom the sentence is about, `preceding` those who
    are named before a pronoun in its sentence, those together that are joined. `begin` and `end` are the clause; `more`
    says that it only tells more of an attack told right before: its toll, what it struck. What is `unsaid` was done by
    whoever did such things before (تم توقيفه). What is not `told` is only spoken of: a noun in the background (ذكرى
    اغتيال) adds to an event told elsewhere and makes none. What is `earlier` went before what the sentence tells (بعد
    إطلاق صواريخ).
    """

    rule: str
    sense: Sense
    words: Range
    actor: tuple[Range, ...] = ()
    recipient: tuple[Range, ...] = ()
    others: tuple[Range, ...] = ()
    place: Range | None = None
    left_out: bool = False
    whose: str = ""
    status: Status = "happened"
    verb: int = -1
    begin: int = 0
    end: int = 0
    told: bool = True
    by_verb: bool = False
    suffers: bool = False
    of_speaker: bool = False
    of_country: bool = False
    more: bool = False
    nation: int = -1
    topic: tuple[Range, ...] = ()
    unsaid: bool = False
    earlier: bool = False
    preceding: tuple[tuple[Range, ...], ...] = ()

    @property
    def meaning(self) -> Meaning:
        """Who takes part, as far as the words tell."""
        return Meaning(self.actor, self.recipient, self.whose, self.left_out, self.nation, self.topic, self.preceding)

    def of(self, meaning: Meaning) -> "Deed":
        """The same with what more is known of who takes part."""
        return Deed(
            rule=self.rule,
            sense=self.sense,
            words=self.words,
            actor=meaning.actor,
            recipient=meaning.recipient,
            others=self.others,
            place=self.place,
            left_out=meaning.left_out,
            whose=meaning.whose,
            status=self.status,
            verb=self.verb,
            begin=self.begin,
            end=self.end,
            told=self.told,
            by_verb=self.by_verb,
            suffers=self.suffers,
            of_speaker=self.of_speaker,
            of_country=self.of_country,
            more=self.more,
            nation=meaning.nation,
            topic=meaning.topic,
            unsaid=self.unsaid,
            earlier=self.earlier,
            preceding=meaning.preceding,
        )

    @property
    def names_again(self) -> bool:
        """Whether a noun with article or a pronoun names what was told before: الهجوم, غاراتها."""
        return self.sense.noun and (self.sense.definite or self.sense.pronoun != "")

    @property
    def trigger(self) -> Trigger:
        """The trigger that tells it."""
        return self.sense.frame.trigger


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of telling an event, which `why` explains; `find` is tried at words that have a sense of its `shape`."""

    name: str
    shape: str
    why: str
    find: Callable[[Scene, int, Sense], Deed | None]
