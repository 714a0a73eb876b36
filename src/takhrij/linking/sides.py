"""A report as it is compared with another: its words, where it comes from, whom it names as its source."""

from dataclasses import dataclass
from functools import cached_property

from takhrij.lexicon import outlets
from takhrij.linking.grams import Grams, grams_of, hashes_of
from takhrij.model.span import Span

_SENTENCE_WORDS = 8


@dataclass(frozen=True)
class Side:
    """A report to compare. `credits` are the outlets and agencies it names as where something comes from.

    `wires` are those of them that its heading credits, so that the whole text may be theirs; `quotes` where it quotes.
    """

    id: str
    text: str
    body: int
    outlet: str | None
    published: str | None
    credits: tuple[str, ...]
    quotes: tuple[Span, ...] = ()
    wires: tuple[str, ...] = ()

    @cached_property
    def grams(self) -> Grams:
        """The word 5-grams of the body."""
        return grams_of(self.text, self.body)

    @cached_property
    def opening(self) -> frozenset[int]:
        """The word 5-grams of the first line of the body that is a sentence."""
        lines = (line for line in self.text[self.body :].split("\n") if len(line.split()) >= _SENTENCE_WORDS)
        return frozenset(hashes_of(next(lines, "")).tolist())

    def names(self, outlet: str) -> bool:
        """Whether it names `outlet` as where something comes from."""
        return any(outlets.same(one, outlet) for one in self.credits)

    def is_of(self, outlet: str) -> bool:
        """Whether `outlet`, or another of its house, publishes it."""
        return self.outlet is not None and outlets.same(self.outlet, outlet)


def one_house(a: Side, b: Side) -> bool:
    """Whether one outlet, or one house, publishes both."""
    return b.outlet is not None and a.is_of(b.outlet)
