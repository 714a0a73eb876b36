"""The namings of actors in many reports, put together by whom they can only mean and by what people decided."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from takhrij.linking.clusters import Clusters
from takhrij.linking.names import parts
from takhrij.model.link import Judgement, Named
from takhrij.text.fold import fold


class Naming(NamedTuple):
    """An actor of one report, given by its number and id. `key` is the folded name, `known` the lexicon's for it."""

    report: int
    name: str
    key: str
    type: str
    role: str | None
    aliases: tuple[str, ...]
    country: str | None
    sector: str | None
    known: str | None
    report_id: str = ""


class Identity(NamedTuple):
    """One actor. `ambiguous` are the fuller names that his could stand for; `because` says why namings are one's."""

    namings: list[Naming]
    ambiguous: tuple[str, ...]
    because: tuple[str, ...] = ()


class Node(NamedTuple):
    """What is never taken apart: namings of one type, spelt with the same letters, known by one name.

    With `report`, the naming in that report alone, of which somebody decided.
    """

    type: str
    letters: str
    known: str
    report: str | None


def together(namings: Sequence[Naming], judgements: Sequence[Judgement] = ()) -> list[Identity]:
    """The actors behind `namings`, the one in the most reports first.

    What people decided comes first, the latest of it before all else. Then those whom the lexicon knows by one name are
    one, and those of one type with the same letters. A part of a name goes to the fuller one that it ends, if there is
    only one; else it stays by itself.
    """
    judged = {(letters_of(side.name), side.type, side.report) for one in judgements for side in (one.left, one.right)}
    groups: dict[Node, list[Naming]] = defaultdict(list)
    for naming in namings:
        letters = letters_of(naming.key)
        alone = (letters, naming.type, naming.report_id) in judged
        known = letters_of(naming.known or "")
        groups[Node(naming.type, letters, known, naming.report_id if alone else None)].append(naming)
    making = _Making(groups)
    for judgement in reversed(judgements):
        making.judge(judgement)
    making.by_letters()
    making.by_parts()
    found = making.identities()
    return sorted(found, key=lambda one: (-len({n.report for n in one.namings}), usual_name(one.namings)))


class _Making:
    """Identities while they are made."""

    def __init__(self, groups: dict[Node, list[Naming]]) -> None:
        self._groups = groups
        self._clusters: Clusters[Node] = Clusters()
        self._because: list[tuple[Node, str]] = []
        self._ambiguous: dict[Node, tuple[str, ...]] = {}
        self._nodes: dict[tuple[str, str, str | None], list[Node]] = defaultdict(list)
        for node in groups:
            self._clusters.add(node)
            self._nodes[node.type, node.letters, node.report].append(node)

    def judge(self, judgement: Judgement) -> None:
        """Do as somebody decided, unless what was decided later speaks against it."""
        for one in self._named(judgement.left):
            for other in self._named(judgement.right):
                if judgement.verdict == "different":
                    self._clusters.part(one, other)
                elif self._clusters.join(one, other):
                    on = f"{judgement.by} on {judgement.at[:10]}"
                    why = f"{judgement.left.name} = {judgement.right.name}: judged so by {on}"
                    self._because.append((one, f"{why} ({judgement.why})" if judgement.why else why))

    def _named(self, named: Named) -> list[Node]:
        return self._nodes.get((named.type, letters_of(named.name), named.report), [])

    def by_letters(self) -> None:
        """Put together those whom the lexicon knows by one name, and those with the same letters."""
        first: dict[tuple[str, str], Node] = {}
        for node in sorted(self._groups, key=lambda node: node.report is not None):
            before = first.setdefault((node.type, node.known or node.letters), node)
            if before is node or not self._clusters.join(before, node) or before.letters == node.letters:
                continue
            other = node if node.known else before
            naming = self._groups[other][0]
            self._because.append((other, f"{naming.name}: the lexicon knows {naming.known} by this name"))

    def by_parts(self) -> None:
        """Put a part of a person's name with the fuller name that it ends, if there is only one."""
        heads = {self._clusters.of(node): self._head(node) for node in self._groups}
        fuller: dict[tuple[str, ...], dict[Node, None]] = defaultdict(dict)
        for root, head in heads.items():
            words = parts(head.name)
            for start in range(1, len(words)):
                fuller[words[start:]][root] = None
        for root, head in sorted(heads.items(), key=lambda pair: len(pair[1].key)):
            words = parts(head.name)
            # Of a person any part ends the name; of a body only the lexicon knows what stands for what.
            if words and len(words[-1]) > 2 and head.type == "person" and not head.known:
                self._fit(root, head, [one for one in fuller.get(words, ()) if one.type == "person"])

    def _fit(self, root: Node, head: Naming, fuller: Sequence[Node]) -> None:
        found = {self._clusters.of(one) for one in fuller if self._clusters.may_meet(root, one)}
        found.discard(self._clusters.of(root))
        names = {one: parts(self._head(one).name) for one in found}
        # A name that two fuller ones share stands for itself, unless one of these is part of the other.
        whole = [
            one
            for one, words in names.items()
            if not any(len(words) < len(longer) and longer[-len(words) :] == words for longer in names.values())
        ]
        if len(whole) == 1:
            name = usual_name(self._namings(whole[0]))
            if self._clusters.join(whole[0], root):
                self._because.append((root, f"{head.name}: {name} is the only fuller name that ends so"))
        elif whole:
            self._ambiguous[root] = tuple(sorted(usual_name(self._namings(one)) for one in whole))

    def _head(self, node: Node) -> Naming:
        """The naming that stands for the group: one that the lexicon knows, else one with the longest name."""
        return max(
            (self._groups[member][0] for member in self._clusters.members(node)),
            key=lambda naming: (naming.known is not None, len(naming.key.split()), naming.key),
        )

    def _namings(self, node: Node) -> list[Naming]:
        return [naming for member in self._clusters.members(node) for naming in self._groups[member]]

    def identities(self) -> Iterable[Identity]:
        """All that were made."""
        because: dict[Node, dict[str, None]] = defaultdict(dict)
        for node, why in self._because:
            because[self._clusters.of(node)][why] = None
        ambiguous = {self._clusters.of(node): names for node, names in self._ambiguous.items()}
        for members in self._clusters.groups():
            root = self._clusters.of(members[0])
            yield Identity(self._namings(root), ambiguous.get(root, ()), tuple(because.get(root, ())))


def usual_name(namings: Sequence[Naming]) -> str:
    """The name most often used among the fullest ones."""
    names = Counter(naming.name for naming in namings)
    longest = max(len(name.split()) for name in names)
    # A longer name used once in a hundred reports holds more than the name.
    often = {name: count for name, count in names.items() if count * 20 >= names.total()} or dict(names)
    return max(often, key=lambda name: (min(len(name.split()), longest), often[name], name))


def letters_of(name: str) -> str:
    """عبد الفتاح and عبدالفتاح are written with the same letters."""
    return fold(name).replace(" ", "")
