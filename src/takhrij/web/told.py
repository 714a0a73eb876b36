"""Events of one report in the words of its text."""

from collections.abc import Iterator
from dataclasses import dataclass

from takhrij.model.event import Event
from takhrij.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Told:
    """An event, the words that tell it, and on whose word: the names of its statement's chain."""

    event: Event
    words: str
    chain: tuple[str, ...]


def told_of(text: str, reading: Reading) -> Iterator[Told]:
    """The events of a reading in the order of the text."""
    for event in reading.events:
        chain = () if event.statement is None else reading.statements[event.statement].chain
        yield Told(event, event.trigger.of(text), chain)
