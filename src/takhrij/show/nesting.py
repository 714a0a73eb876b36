"""Which statement stands inside which."""

from collections.abc import Sequence
from dataclasses import dataclass

from takhrij.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement in its place: its number in the reading, and how many others stand around it."""

    index: int
    depth: int
    statement: Statement


def nest(statements: Sequence[Statement]) -> list[Placed]:
    """The statements in the order of the text, each right after the one that contains it.

    Two statements of the very same words (one content, told on two chains) stand side by side.
    """
    order = sorted(range(len(statements)), key=lambda i: (statements[i].content.start, -statements[i].content.end, i))
    around: list[Statement] = []
    placed = []
    for index in order:
        content = statements[index].content
        while around and (around[-1].content.end < content.end or around[-1].content == content):
            around.pop()
        placed.append(Placed(index, len(around), statements[index]))
        around.append(statements[index])
    return placed
