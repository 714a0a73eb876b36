"""Names of the archive that may be one actor's: what only a person can decide."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, select

from takhrij.linking.identities import letters_of
from takhrij.linking.names import parts
from takhrij.model.actor import ActorType
from takhrij.model.link import Candidate, Judgement, Seen
from takhrij.store.judgements import judged
from takhrij.store.tables import actors, reports

_TYPES: tuple[ActorType, ...] = ("person", "organization")
# A name of one report tells too little to decide on.
_LEAST_REPORTS = 2
_LEAST_LETTERS = 4
_SHOWN = 4
_AT_ONCE = 5_000
# How likely two names are one's before more is known: a part of a fuller name, and a letter's difference.
_PART, _LETTER = 0.4, 0.5
_COUNTRY, _SECTOR, _ROLE, _TOGETHER = 0.1, 0.1, 0.25, -0.4


@dataclass
class _Name:
    """What the archive tells of one spelling of one type."""

    type: ActorType
    names: Counter[str]
    known: Counter[str]
    reports: set[int]
    roles: Counter[str]
    countries: Counter[str]
    sectors: Counter[str]

    @cached_property
    def name(self) -> str:
        return self.names.most_common(1)[0][0]


def candidates(connection: Connection, most: int) -> list[Candidate]:
    """The pairs of names to decide on, those that touch the most reports first, `most` at the most."""
    settled = _settled(judged(connection))
    found: list[tuple[float, float, str, _Name, _Name]] = []
    for kind in _TYPES:
        names = _names(connection, kind)
        for left, right, likely, why in (*_parts_of(names, kind), *_letters_apart(names)):
            if _pair(left, right) in settled or _known_apart(left, right):
                continue
            score, because = _scored(left, right, likely, why)
            weight = score * min(len(left.reports), len(right.reports))
            found.append((weight, score, because, left, right))
    found.sort(key=lambda one: (-one[0], one[3].name, one[4].name))
    return [
        Candidate(left=_seen(connection, left), right=_seen(connection, right), score=round(score, 2), why=why)
        for _, score, why, left, right in found[:most]
    ]


def _settled(made: Iterable[Judgement]) -> set[tuple[str, str, str]]:
    """The pairs on which somebody has decided."""
    return {
        (one.left.type, *sorted((letters_of(one.left.name), letters_of(one.right.name))))  # type: ignore[misc]
        for one in made
        if one.left.report is None and one.right.report is None
    }


def _pair(left: _Name, right: _Name) -> tuple[str, str, str]:
    one, other = sorted((letters_of(left.name), letters_of(right.name)))
    return left.type, one, other


def _known_apart(left: _Name, right: _Name) -> bool:
    """Whether the lexicon knows both, as one or as two, or one by the other's name."""
    known = {letters_of(name) for one in (left, right) for name in one.known}
    return bool(left.known and right.known) or not known.isdisjoint(map(letters_of, (left.name, right.name)))


def _names(connection: Connection, kind: ActorType) -> list[_Name]:
    """The names of one type that several reports have."""
    columns = (actors.c.report, actors.c.name, actors.c.known, actors.c.role, actors.c.country, actors.c.sector)
    letters: dict[str, str] = {}
    namings: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    # There are a hundred thousand, and most names are of one report: only the others are counted out.
    for some in connection.execute(select(*columns).where(actors.c.type == kind)).partitions(_AT_ONCE):
        for one in map(tuple, some):
            name = one[1]
            if name not in letters:
                letters[name] = letters_of(name)
            namings[letters[name]].append(one)
    return [_name(kind, some) for some in namings.values() if len({one[0] for one in some}) >= _LEAST_REPORTS]


def _name(kind: ActorType, namings: Sequence[tuple[Any, ...]]) -> _Name:
    reports_of, names, *others = zip(*namings, strict=True)
    known, roles, countries, sectors = (Counter(filter(None, values)) for values in others)
    return _Name(kind, Counter(names), known, set(reports_of), roles, countries, sectors)


def _parts_of(names: Sequence[_Name], kind: str) -> Iterator[tuple[_Name, _Name, float, str]]:
    """A part of a person's name with each of the several fuller ones that it ends."""
    if kind != "person":
        return
    fuller: dict[tuple[str, ...], list[_Name]] = defaultdict(list)
    for one in names:
        words = parts(one.name)
        for start in range(1, len(words)):
            fuller[words[start:]].append(one)
    for one in names:
        whole = fuller.get(parts(one.name), ())
        if one.known or len(whole) < 2 or len(parts(one.name)[-1]) < 3:
            continue
        total = sum(len(other.reports) for other in whole)
        for other in whole:
            share = len(other.reports) / total
            yield one, other, _PART * (0.5 + share), f"{share:.0%} of the reports on people whose name ends so"


def _letters_apart(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name, float, str]]:
    """Names of two words at least of which one word differs by one letter."""
    holders: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(names):
        words = parts(one.name)
        for place, word in enumerate(words):
            if len(words) < 2 or len(word) < _LEAST_LETTERS:
                continue
            rest = (*words[:place], place, *words[place + 1 :])
            for shorter in {word, *(word[:letter] + word[letter + 1 :] for letter in range(len(word)))}:
                holders[*rest, shorter].append(number)
    pairs = {pair for some in holders.values() for pair in combinations(some, 2)}
    for left, right in sorted(pairs):
        if letters_of(names[left].name) != letters_of(names[right].name):
            yield names[left], names[right], _LETTER, "one letter's difference"


def _scored(left: _Name, right: _Name, likely: float, why: str) -> tuple[float, str]:
    """How likely the two are one, from what else is told of them, and why."""
    reasons = [why]
    for share, words, some, others in (
        (_COUNTRY, "of one country", left.countries, right.countries),
        (_SECTOR, "of one sector", left.sectors, right.sectors),
    ):
        if some and others:
            alike = some.most_common(1)[0][0] == others.most_common(1)[0][0]
            likely += share if alike else -share
            reasons.append(words if alike else f"not {words}")
    roles = [role for role in left.roles if role in right.roles]
    if roles:
        likely += _ROLE
        reasons.append(f"both are called {max(roles, key=lambda role: left.roles[role])}")
    both = len(left.reports & right.reports)
    if both:
        likely += _TOGETHER
        reasons.append(f"{both} reports name both")
    return min(1.0, max(0.0, likely)), "; ".join(reasons)


def _seen(connection: Connection, one: _Name) -> Seen:
    numbers = sorted(one.reports)[:5000]
    rows = connection.execute(select(reports.c.day, reports.c.outlet).where(reports.c.report.in_(numbers))).all()
    days = sorted(row.day for row in rows if row.day)
    outlets = Counter(row.outlet for row in rows if row.outlet)
    return Seen(
        type=one.type,
        name=one.name,
        reports=len(one.reports),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        country=next((value for value, _ in one.countries.most_common(1)), None),
        sector=next((value for value, _ in one.sectors.most_common(1)), None),
        roles=tuple(role for role, _ in one.roles.most_common(_SHOWN)),
        outlets=tuple(outlet for outlet, _ in outlets.most_common(_SHOWN)),
    )
