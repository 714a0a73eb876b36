"""Groups made of decisions, one after another: what is to stay apart never meets in one group, however long the way."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

N = TypeVar("N", bound=Hashable)


class Clusters(Generic[N]):
    """Nodes put together and kept apart. What was decided earlier holds against what comes later."""

    def __init__(self) -> None:
        self._of: dict[N, N] = {}
        self._members: dict[N, list[N]] = {}
        self._apart: dict[N, set[N]] = defaultdict(set)

    def add(self, node: N) -> None:
        """Let `node` be there, alone if it is new."""
        if node not in self._of:
            self._of[node] = node
            self._members[node] = [node]

    def of(self, node: N) -> N:
        """The node that stands for the group of `node`."""
        return self._of[node]

    def members(self, node: N) -> list[N]:
        """All nodes of the group of `node`, in the order in which they came."""
        return self._members[self._of[node]]

    def groups(self) -> Iterable[list[N]]:
        """All groups."""
        return self._members.values()

    def may_meet(self, left: N, right: N) -> bool:
        """Whether nothing keeps the groups of the two apart."""
        theirs = self._of[right]
        return all(self._of[other] != theirs for one in self.members(left) for other in self._apart.get(one, ()))

    def join(self, left: N, right: N) -> bool:
        """Put the groups of the two together; whether they are one group now."""
        one, other = self._of[left], self._of[right]
        if one == other:
            return True
        if not self.may_meet(left, right):
            return False
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        for node in self._members[other]:
            self._of[node] = one
        self._members[one] += self._members.pop(other)
        return True

    def part(self, left: N, right: N) -> bool:
        """Keep the two apart from now on; False where they are in one group already."""
        if self._of[left] == self._of[right]:
            return False
        self._apart[left].add(right)
        self._apart[right].add(left)
        return True
