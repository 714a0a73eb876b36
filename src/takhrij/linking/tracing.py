"""From all statements that tell one claim to its trace: first, wordings, common link, independent sources."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from takhrij.lexicon import outlets
from takhrij.linking.moments import moment_of
from takhrij.linking.names import alike
from takhrij.linking.wordings import changes
from takhrij.model.trace import Independent, Retelling, Trace
from takhrij.model.wording import Wording


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement of the archive that tells the claim; `copied` are the reports whose words it is in, `wire` the
    agency of whose text it is; each with whether that is credited."""

    report: str
    statement: int
    outlet: str | None
    published: str | None
    title: str | None
    chain: tuple[str, ...]
    named: bool
    words: str
    forms: tuple[str, ...]
    copied: tuple[tuple[str, bool], ...] = ()
    wire: tuple[str, bool] | None = None


def trace_of(claim: str, tellings: Iterable[Telling]) -> Trace:
    """The trace of `claim`, which all `tellings` tell."""
    ordered = sorted(tellings, key=lambda one: (moment_of(one.published), one.report, one.statement))
    wordings = list(dict.fromkeys(one.forms for one in ordered))
    counts = Counter(one.forms for one in ordered)
    words = {one.forms: one.words for one in reversed(ordered)}
    retellings = tuple(_retelling(one, wordings.index(one.forms)) for one in ordered)
    return Trace(
        claim=claim,
        first=next((one.report for one in ordered if one.published), None),
        retellings=retellings,
        wordings=tuple(
            Wording(words=words[one], retellings=counts[one], changes=changes(words[wordings[0]], words[one]))
            for one in wordings
        ),
        common_link=common_link([one.chain for one in retellings]),
        independent=independent(retellings),
    )


def _retelling(one: Telling, wording: int) -> Retelling:
    source, credited = one.wire or (one.copied[0] if one.copied else ("", False))
    return Retelling(
        report=one.report,
        statement=one.statement,
        outlet=one.outlet,
        published=one.published,
        title=one.title,
        chain=one.chain,
        named=one.named,
        wording=wording,
        copied_from=source if source and not one.wire else None,
        origin=source if one.wire else None,
        credited=credited,
    )


def common_link(chains: Sequence[tuple[str, ...]]) -> str | None:
    """The name nearest to the reader that stands in every chain, at its fullest; None where chains part ways."""
    if not chains:
        return None
    for name in chains[0]:
        met = [next((link for link in chain if alike(link, name)), None) for chain in chains]
        if all(met):
            return max((link for link in met if link), key=len)
    return None


@dataclass
class _Groups:
    """Retellings put together step by step (union-find), with the reason for each step."""

    of: list[int]
    because: dict[str, None]

    def find(self, i: int) -> int:
        while self.of[i] != i:
            self.of[i] = self.of[self.of[i]]
            i = self.of[i]
        return i

    def join(self, i: int, j: int, reason: str) -> None:
        left, right = self.find(i), self.find(j)
        if left != right:
            self.of[max(left, right)] = min(left, right)
            self.because[reason] = None

    @property
    def count(self) -> int:
        return sum(self.find(i) == i for i in range(len(self.of)))


def independent(retellings: Sequence[Retelling]) -> Independent:
    """The range of independent sources behind `retellings`."""
    groups = _Groups(list(range(len(retellings))), {})
    _join_copies(retellings, groups)
    _join_origins(retellings, groups)
    _join_houses(retellings, groups)
    reasons = tuple(reason for reason in groups.because if reason)
    return Independent(low=groups.count, high=_outlets(retellings), because=reasons)


def _join_copies(retellings: Sequence[Retelling], groups: _Groups) -> None:
    """A copy is no source of its own, nor is another report of an agency's text."""
    place = {one.report: i for i, one in reversed(list(enumerate(retellings)))}
    wires: dict[str, int] = {}
    for i, one in enumerate(retellings):
        groups.join(place[one.report], i, "")
        if one.copied_from in place:
            groups.join(place[one.copied_from], i, _copying(one, retellings[place[one.copied_from]]))
        elif one.origin:
            j = wires.setdefault(one.origin, i)
            groups.join(j, i, f"{_who(retellings[j])} and {_who(one)} carry text of {one.origin}")


def _copying(one: Retelling, older: Retelling) -> str:
    if one.outlet and one.outlet == older.outlet:
        return f"{one.outlet} repeats its own report"
    return f"{_who(one)} copies {_who(older)} {'with credit' if one.credited else 'without saying so'}"


def _join_origins(retellings: Sequence[Retelling], groups: _Groups) -> None:
    """Whoever rests on the same named origin, or on the same relay of an unnamed one, is one source."""
    for i, one in enumerate(retellings):
        for j in range(i):
            other = retellings[j]
            if one.named and other.named and alike(one.chain[-1], other.chain[-1]):
                groups.join(j, i, f"both rest on the word of {max(one.chain[-1], other.chain[-1], key=len)}")
            elif len(one.chain) > 1 and len(other.chain) > 1 and alike(one.chain[-2], other.chain[-2]):
                groups.join(j, i, f"both had it through {one.chain[-2]}")
            elif len(one.chain) > 1 and other.outlet and alike(one.chain[0], other.outlet):
                groups.join(j, i, f"{_who(one)} had it from {other.outlet}")
            elif len(other.chain) > 1 and one.outlet and alike(other.chain[0], one.outlet):
                groups.join(j, i, f"{_who(other)} had it from {one.outlet}")


def _join_houses(retellings: Sequence[Retelling], groups: _Groups) -> None:
    for i, one in enumerate(retellings):
        for j in range(i):
            other = retellings[j]
            if one.outlet and other.outlet and outlets.same(one.outlet, other.outlet):
                groups.join(j, i, f"{_who(one)} and {_who(other)} are one house" if one.outlet != other.outlet else "")


def _outlets(retellings: Sequence[Retelling]) -> int:
    """How many outlets tell it; a report of unknown outlet stands for itself."""
    return len({one.outlet or one.report for one in retellings})


def _who(one: Retelling) -> str:
    return one.outlet or one.report
