"""Whom the archive knows under a name: an actor's reports, roles, statements and meetings put together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Connection, FromClause, Row, Select, or_, select

from takhrij.linking.identities import Identity, Naming, letters_of, together, usual_name
from takhrij.model.dossier import Dossier, Meeting, ReportedBy, RoleHeld, Said
from takhrij.model.link import Judgement, Named
from takhrij.store.forms import key
from takhrij.store.judgements import judged, linked_names
from takhrij.store.prepared import ARROW, BAR
from takhrij.store.tables import actors, events, name_words, reports, statements

_AT_ONCE = 500
_LATEST = 10
_MOST_MEETINGS = 50
_MANY = 20
_MET = "CONSULT"
_MOST_NAMES = 20

K = TypeVar("K", int, str)


class _Report(NamedTuple):
    key: str
    outlet: str | None
    published: str | None
    day: str | None


def dossiers(connection: Connection, name: str, most: int) -> list[Dossier]:
    """The actors that `name` can mean, the one in the most reports first, `most` at the most."""
    made = judged(connection)
    return [_dossier(connection, one) for one in together(_namings(connection, name, made), made)[:most]]


def names_with(connection: Connection, named: Named) -> list[Named]:
    """The other names that reports use for the actor whom `named` means today."""
    made = judged(connection)
    letters = letters_of(named.name)
    for identity in together(_namings(connection, named.name, made), made):
        names = {letters_of(one.name): one.name for one in identity.namings if one.type == named.type}
        if letters in names:
            return [Named(type=named.type, name=name) for mine, name in sorted(names.items()) if mine != letters]
    return []


def _namings(connection: Connection, name: str, made: Sequence[Judgement]) -> list[Naming]:
    """The namings by `name`, and by what somebody judged to be the same actor's name."""
    wanted = key(name).split()
    if not wanted:
        return []
    others = {(kind, key(other)) for kind, other in linked_names(made, name)}
    asked = select(actors, reports.c.key.label("report_id")).join(reports, reports.c.report == actors.c.report)
    # The longest word is the rarest, as a rule.
    first, *more = sorted(set(wanted), key=len, reverse=True)
    spelt = asked.join(name_words, _of_actor(name_words)).where(name_words.c.word == first)
    for word in more:
        also = name_words.alias()
        spelt = spelt.join(also, _of_actor(also)).where(also.c.word == word)
    rows = {(row.report, row.number): row for row in connection.execute(spelt) if _names(row.spellings, wanted)}
    for some in _parts({other for _, other in others}):
        found = connection.execute(asked.where(actors.c.key.in_(some)))
        rows |= {(row.report, row.number): row for row in found if (row.type, row.key) in others}
    return [_naming(row) for _, row in sorted(rows.items())]


def _of_actor(words: FromClause) -> ColumnElement[bool]:
    return (words.c.report == actors.c.report) & (words.c.number == actors.c.number)


def _naming(row: Row[Any]) -> Naming:
    return Naming(
        report=row.report,
        name=row.name,
        key=row.key,
        type=row.type,
        role=row.role,
        aliases=tuple(row.aliases.split(BAR)) if row.aliases else (),
        country=row.country,
        sector=row.sector,
        known=row.known,
        report_id=row.report_id,
    )


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
    said = _said(connection, namings, told)
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
        because=identity.because,
        reports=len(told),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        roles=_roles(namings, told),
        statements=len(said),
        months=dict(sorted(Counter(one.published[:7] for one in said if one.published).items())),
        reported_by=_reported_by(told, said),
        meetings=meetings,
        events=kinds,
        latest=tuple(_latest(connection, said, told)),
    )


def _aliases(namings: Sequence[Naming]) -> tuple[str, ...]:
    """What reports call the actor, the most usual first; where many name him, what only one calls him is left out."""
    count = Counter(alias for naming in namings for alias in dict.fromkeys((naming.name, *naming.aliases)))
    least = 2 if len(namings) >= _MANY else 1
    return tuple(alias for alias, number in count.most_common() if number >= least)


def _usual(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else None


def _parts(keys: Iterable[K]) -> Iterator[list[K]]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), _AT_ONCE):
        yield ordered[start : start + _AT_ONCE]


def _reports(connection: Connection, numbers: set[int]) -> dict[int, _Report]:
    columns = (reports.c.report, reports.c.key, reports.c.outlet, reports.c.published, reports.c.day)
    found = {}
    for some in _parts(numbers):
        for row in connection.execute(select(*columns).where(reports.c.report.in_(some))):
            found[row.report] = _Report(row.key, row.outlet, row.published, row.day)
    return found


class _Place(NamedTuple):
    """A statement of the actor's: when its report was published, which report, which statement of it."""

    published: str
    report: int
    number: int


def _said(connection: Connection, namings: Sequence[Naming], told: dict[int, _Report]) -> list[_Place]:
    """Where the actor says something, the earliest first."""
    speakers = {(naming.report, naming.key) for naming in namings}
    found = []
    columns = (statements.c.report, statements.c.number, statements.c.speaker_key)
    for some in _parts({naming.key for naming in namings}):
        for row in connection.execute(select(*columns).where(statements.c.speaker_key.in_(some))):
            if (row.report, row.speaker_key) in speakers:
                found.append(_Place(told[row.report].published or "", row.report, row.number))
    return sorted(found)


def _latest(connection: Connection, said: Sequence[_Place], told: dict[int, _Report]) -> Iterator[Said]:
    """The last statements, the last one first."""
    last = said[: -_LATEST - 1 : -1]
    asked = select(statements).where(statements.c.report.in_({place.report for place in last}))
    rows = {(row.report, row.number): row for row in connection.execute(asked)}
    for place in last:
        row, report = rows[place.report, place.number], told[place.report]
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


def _reported_by(told: dict[int, _Report], said: Sequence[_Place]) -> tuple[ReportedBy, ...]:
    count = Counter(report.outlet for report in told.values())
    statements_of = Counter(told[one.report].outlet for one in said)
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
        for row in connection.execute(_with_any(own).where(events.c.report.in_(some))):
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


def _with_any(own: set[tuple[int, str]]) -> Select[Any]:
    """The events in which one of the names takes part; all of them where the names are many."""
    columns = (events.c.report, events.c.type, events.c.status, events.c.day, events.c.actor, events.c.recipient)
    names = {name for _, name in own}
    if len(names) > _MOST_NAMES:
        return select(*columns)
    return select(*columns).where(or_(*(events.c.spellings.contains(f"|{name}|", autoescape=True) for name in names)))
