"""A claim's chains drawn: its origins in one column, those who passed it on in the next, the reports in the last."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from takhrij.linking.names import alike
from takhrij.model.trace import Retelling, Trace

Kind = Literal["origin", "veiled", "relay", "report"]

_ROW = 58
_BOX = 42
_WIDE = 218
_GAP = 96
_MARGIN = 26
# Room beside the reports for the arcs that show who copied whom.
_ARCS = 84
# So many reports can still be told apart in a picture; the list below it has them all.
MOST = 60


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the picture: who, where it stands, and the report it leads to, if it is one."""

    x: float
    y: float
    label: str
    note: str | None
    kind: Kind
    report: str | None
    is_common: bool
    is_first: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A way that the claim went, as an SVG path; `kind` tells a stated chain from an observed copy."""

    path: str
    kind: Literal["told", "credited", "uncredited"]


@dataclass(frozen=True, slots=True)
class Isnad:
    """The picture: its size, its boxes of `wide` by `high`, and its lines. `left_out` reports are not in it."""

    width: float
    height: float
    wide: float
    high: float
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    left_out: int


@dataclass(slots=True)
class _Spot:
    name: str
    column: int
    kind: Kind
    rows: list[float]
    retelling: Retelling | None = None
    y: float = 0.0


def isnad(trace: Trace, *, mirrored: bool) -> Isnad:
    """The picture of a trace; `mirrored` for readers from right to left, whose first column stands at the right."""
    shown = _ordered(trace.retellings[:MOST])
    last = max((len(one.chain) for one in shown), default=0)
    spots, links = _spots(shown, last)
    _settle(spots)
    width = (last + 1) * _WIDE + last * _GAP + 2 * _MARGIN + _ARCS
    height = max((spot.y for spot in spots), default=0.0) + _BOX + _MARGIN

    def across(x: float) -> float:
        return round(width - x if mirrored else x, 1)

    nodes = tuple(_node(spot, trace, across(_left(spot.column) + (_WIDE if mirrored else 0))) for spot in spots)
    lines = [_way(a, b, across) for a, b in links]
    reports = {spot.retelling.report: spot for spot in spots if spot.retelling}
    lines += [
        _arc(reports[one.copied_from], spot, across, is_credited=one.credited)
        for spot in reports.values()
        if (one := spot.retelling) and one.copied_from in reports and one.copied_from != one.report
    ]
    return Isnad(width, height, _WIDE, _BOX, nodes, tuple(lines), len(trace.retellings) - len(shown))


def _ordered(retellings: Sequence[Retelling]) -> list[Retelling]:
    """Those of one origin together, and among them those through one relay, each by its first."""
    first: dict[tuple[str, ...], int] = {}
    ways = [tuple(_canonical(retellings, one.chain[::-1])) for one in retellings]
    for n, way in enumerate(ways):
        for length in range(len(way) + 1):
            first.setdefault(way[:length], n)
    order = sorted(
        range(len(ways)), key=lambda n: ([first[ways[n][:length]] for length in range(1, len(ways[n]) + 1)], n)
    )
    return [retellings[n] for n in order]


def _canonical(retellings: Sequence[Retelling], names: Sequence[str]) -> list[str]:
    """Each name as whoever bears it was first named."""
    known = [name for one in retellings for name in one.chain]
    return [next((other for other in known if alike(other, name)), name) for name in names]


def _spots(shown: Sequence[Retelling], last: int) -> tuple[list[_Spot], list[tuple[_Spot, _Spot]]]:
    """The boxes, and which leads to which."""
    found: dict[tuple[int, str], _Spot] = {}
    links: dict[tuple[int, int], tuple[_Spot, _Spot]] = {}
    reports = []
    for row, one in enumerate(shown):
        before: _Spot | None = None
        for column, name in enumerate(_canonical(shown, one.chain[::-1])):
            kind: Kind = "relay" if column else "origin" if one.named else "veiled"
            spot = found.setdefault((column, name), _Spot(name, column, kind, []))
            spot.rows.append(row)
            if before is not None:
                links[id(before), id(spot)] = before, spot
            before = spot
        report = _Spot(one.outlet or one.report, last, "report", [row], one)
        reports.append(report)
        if before is not None:
            links[id(before), id(report)] = before, report
    return [*found.values(), *reports], list(links.values())


def _settle(spots: Sequence[_Spot]) -> None:
    """Each box in the middle of its reports, and none over another."""
    columns: dict[int, list[_Spot]] = defaultdict(list)
    for spot in spots:
        spot.y = _MARGIN + _ROW * sum(spot.rows) / len(spot.rows)
        columns[spot.column].append(spot)
    for column in columns.values():
        column.sort(key=lambda spot: spot.y)
        reached = 0.0
        for spot in column:
            spot.y = round(max(spot.y, reached), 1)
            reached = spot.y + _ROW


def _left(column: int) -> float:
    return _MARGIN + column * (_WIDE + _GAP)


def _node(spot: _Spot, trace: Trace, x: float) -> Node:
    one = spot.retelling
    return Node(
        x=x,
        y=spot.y,
        label=spot.name,
        note=(one.published or "")[:10] or None if one else None,
        kind=spot.kind,
        report=one.report if one else None,
        is_common=one is None and trace.common_link is not None and alike(spot.name, trace.common_link),
        is_first=one is not None and one.report == trace.first,
    )


def _way(a: _Spot, b: _Spot, across: Callable[[float], float]) -> Line:
    start, end = _left(a.column) + _WIDE, _left(b.column)
    middle = end - _GAP / 2
    y, z = a.y + _BOX / 2, b.y + _BOX / 2
    return Line(
        f"M{across(start)} {y}H{across(middle - _GAP / 2)}C{across(middle)} {y} {across(middle)} {z} {across(end)} {z}",
        "told",
    )


def _arc(a: _Spot, b: _Spot, across: Callable[[float], float], *, is_credited: bool) -> Line:
    x = _left(a.column) + _WIDE
    y, z = a.y + _BOX / 2, b.y + _BOX / 2
    out = across(x + min(_ARCS, 24 + abs(z - y) / 5))
    return Line(f"M{across(x)} {y}C{out} {y} {out} {z} {across(x)} {z}", "credited" if is_credited else "uncredited")
