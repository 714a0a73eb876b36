"""What somebody is reported to have said, and through whom it came."""

from typing import Literal

from takhrij.model.record import Record
from takhrij.model.span import Span

Kind = Literal["person", "people", "organization", "outlet", "document", "account", "public"]
Form = Literal["direct", "indirect", "mixed"]


class Veil(Record, frozen=True, kw_only=True):
    """What the text says of a source whom it does not name.

    `words` describe the source ("مسؤول في وزارة الخارجية"), `number` is how many speak (None where the text
    leaves it open), `asked` are the words in which anonymity was asked for, or None.
    """

    words: str
    number: int | None = None
    asked: Span | None = None


class Link(Record, frozen=True, kw_only=True):
    """One who passed the statement on: a link of the chain.

    `span` is where the words stand that put this link into this chain; None for a speaker whom only a
    dropped pronoun or the course of the text names. `rule` says why the link is there.
    """

    name: str
    kind: Kind
    named: bool
    span: Span | None
    rule: str


class Statement(Record, frozen=True, kw_only=True):
    """Content that the text attributes to a source through a reporting device.

    `chain` runs from the transmitter nearest to the reader to the speaker; the publishing outlet itself is
    left out, and its last name always equals `speaker`. `links` are the same, each with its words and rule.
    """

    content: Span
    cue: Span | None
    source: Span | None
    speaker: str
    kind: Kind
    named: bool
    form: Form
    chain: tuple[str, ...]
    links: tuple[Link, ...]
    veil: Veil | None
    rule: str
