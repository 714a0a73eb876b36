"""Whom the archive knows under a name: an actor's reports, roles, statements and meetings put together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from takhrij.linking.identities import Identity, Naming, together, usual_name
from takhrij.model.dossier import Dossier, Meeting, ReportedBy, RoleHeld, Said
from takhrij.store.forms import key
from takhrij.store.prepared import ARROW, BAR
from takhrij.store.tables import actors, events, reports, statements

_AT_ONCE = 500
_LATEST = 10
_MOST_MEETINGS = 50
_MANY = 20
_MET = "CONSULT"


class _Report(NamedTuple):
    key: str
    outlet: str | None
    published: str | None
    day: str | None


def dossiers(connection: Connection, name: str, most: int) -> list[Dossier]:
    """The actors that `name` can mean, the one in the most reports first, `most` at the most."""
    wanted = key(name).split()
    asked = select(actors).where(actors.c.spellings.contains(" ".join(wanted), autoescape=True))
    namings = [
        Naming(
            report=row.report,
            name=row.name,
            key=row.key,
            type=row.type,
            role=row.role,
            aliases=tuple(row.aliases.split(BAR)) if row.aliases else (),
            country=row.country,
            sector=row.sector,
            known=row.known,
        )
        for row in connection.execute(asked.order_by(actors.c.report, actors.c.number))
        if wanted and _names(row.spellings, wanted)
    ]
    return [_dossier(connection, one) for one in together(namings)[:most]]


def _names(spellings: str, wanted: Sequence[str]) -> bool:
    """Whether whole words of one of the names are those wanted: علي is no part of العلي."""
    width = len(wanted)
    for one in spellings.split("|"):
        words = one.split()
        if any(words[i : i + width] == wanted for i in range(len(words) - width + 1)):
            return True
    return False


def _dossier(connection: Connection, identity: Identity) -> Dossier:
    namings = identity.namings
    told = _reports(connection, {naming.report for naming in namings})
    said = list(_said(connection, namings, told))
    kinds, meetings = _events(connection, namings, told)
    days = sorted(one.day for one in told.values() if one.day)
    return Dossier(
        name=usual_name(namings),
        type=namings[0].type,
        country=_usual(naming.country for naming in namings),
        sector=_usual(naming.sector for naming in namings),
        known=_usual(naming.known for naming in namings),
        aliases=_aliases(namings),
        ambiguous=identity.ambiguous,
        reports=len(told),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        roles=_roles(namings, told),
        statements=len(said),
        months=dict(sorted(Counter(one.published[:7] for one in said if one.published).items())),
        reported_by=_reported_by(told, said),
        meetings=meetings,
        events=kinds,
        latest=tuple(said[: -_LATEST - 1 : -1]),
    )


def _aliases(namings: Sequence[Naming]) -> tuple[str, ...]:
    """What reports call the actor, the most usual first; where many name him, what only one calls him is left out."""
    count = Counter(alias for naming in namings for alias in dict.fromkeys((naming.name, *naming.aliases)))
    least = 2 if len(namings) >= _MANY else 1
    return tuple(alias for alias, number in count.most_common() if number >= least)


def _usual(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else None


def _parts(numbers: Iterable[int]) -> Iterator[list[int]]:
    ordered = sorted(numbers)
    for start in range(0, len(ordered), _AT_ONCE):
        yield ordered[start : start + _AT_ONCE]


def _reports(connection: Connection, numbers: set[int]) -> dict[int, _Report]:
    columns = (reports.c.report, reports.c.key, reports.c.outlet, reports.c.published, reports.c.day)
    found = {}
    for some in _parts(numbers):
        for row in connection.execute(select(*columns).where(reports.c.report.in_(some))):
            found[row.report] = _Report(row.key, row.outlet, row.published, row.day)
    return found


def _said(connection: Connection, namings: Sequence[Naming], told: dict[int, _Report]) -> Iterator[Said]:
    """What the actor said, the earliest first."""
    speakers = {(naming.report, naming.key) for naming in namings}
    rows = []
    for some in _parts(told):
        asked = select(statements).where(statements.c.report.in_(some))
        rows += [row for row in connection.execute(asked) if (row.report, row.speaker_key) in speakers]
    for row in sorted(rows, key=lambda row: (told[row.report].published or "", row.report, row.number)):
        report = told[row.report]
        yield Said(
            report=report.key,
            statement=row.number,
            outlet=report.outlet,
            published=report.published,
            words=row.words,
            chain=tuple(row.chain.split(ARROW)),
        )


def _roles(namings: Sequence[Naming], told: dict[int, _Report]) -> tuple[RoleHeld, ...]:
    """Roles by the day of their first report."""
    days: dict[str, dict[int, str]] = defaultdict(dict)
    for naming in namings:
        if naming.role:
            days[naming.role][naming.report] = told[naming.report].day or ""
    found = []
    for role, reported in days.items():
        known = sorted(day for day in reported.values() if day)
        first, last = (known[0], known[-1]) if known else (None, None)
        found.append(RoleHeld(role=role, first=first, last=last, reports=len(reported)))
    return tuple(sorted(found, key=lambda held: (held.first or "", held.role)))


def _reported_by(told: dict[int, _Report], said: Sequence[Said]) -> tuple[ReportedBy, ...]:
    count = Counter(report.outlet for report in told.values())
    statements_of = Counter(one.outlet for one in said)
    return tuple(
        ReportedBy(outlet=outlet, reports=number, statements=statements_of[outlet])
        for outlet, number in sorted(count.items(), key=lambda pair: (-pair[1], pair[0] or ""))
    )


def _events(
    connection: Connection, namings: Sequence[Naming], told: dict[int, _Report]
) -> tuple[dict[str, int], tuple[Meeting, ...]]:
    """How many events of each type the actor takes part in, and whom he met."""
    own = {(naming.report, naming.key) for naming in namings}
    kinds: Counter[str] = Counter()
    met: dict[str, list[str]] = defaultdict(list)
    for some in _parts(told):
        for row in connection.execute(select(events).where(events.c.report.in_(some))):
            taking_part = [name for part in (row.actor, row.recipient) for name in part.split(BAR) if name]
            others = [name for name in taking_part if (row.report, key(name)) not in own]
            if len(others) == len(taking_part):
                continue
            kinds[row.type] += 1
            if row.type == _MET and row.status in ("happened", "ongoing"):
                for name in others:
                    met[name].append(row.day or told[row.report].day or "")
    meetings = [Meeting(other=name, told=len(days), last=max(days) or None) for name, days in met.items()]
    meetings.sort(key=lambda meeting: (-meeting.told, meeting.other))
    return dict(kinds.most_common()), tuple(meetings[:_MOST_MEETINGS])
