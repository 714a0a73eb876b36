"""A trace for eyes in a terminal: the origin, and under it through whom each report had the claim."""

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from takhrij.linking.names import alike
from takhrij.model.trace import Retelling, Trace
from takhrij.show.plain import isolated, plain

_MOST_WORDINGS = 5


def draw(trace: Trace, console: Console) -> None:
    """Print `trace`: the claim, the tree of its chains from the origin on, its wordings, how many sources it has."""
    console.print(_drawn(trace))


def _drawn(trace: Trace) -> RenderableType:
    if not trace.retellings:
        return Text(
            "No statement of the archive tells this: try fewer of its words, or the number of a statement (ID#0).",
            "yellow",
        )
    parts: list[RenderableType] = [Text(isolated(plain(trace.claim)), "bold"), Text()]
    parts += [_origin(name, some) for name, some in _by_origin(trace.retellings)]
    parts += [Text(), *_wordings(trace), Text(), *_facts(trace)]
    return Group(*parts)


def _by_origin(retellings: Sequence[Retelling]) -> list[tuple[str, list[Retelling]]]:
    """The retellings by whoever spoke, at his fullest name; the earliest origin first."""
    found: list[tuple[str, list[Retelling]]] = []
    for one in retellings:
        speaker = one.chain[-1]
        for n, (name, some) in enumerate(found):
            if one.named == some[0].named and alike(name, speaker):
                some.append(one)
                found[n] = (max(name, speaker, key=len), some)
                break
        else:
            found.append((speaker, [one]))
    return found


def _origin(name: str, some: list[Retelling]) -> Tree:
    mark = "●" if some[0].named else "◌"
    tree = Tree(
        Text.assemble((f"{mark} ", "bold"), (isolated(plain(name)), "bold cyan" if some[0].named else "bold yellow"))
    )
    _grow(tree, [(one, one.chain[-2::-1]) for one in some])
    return tree


def _grow(tree: Tree, some: list[tuple[Retelling, tuple[str, ...]]]) -> None:
    """Put reports under the last one who passed the claim on to them."""
    for relay, group in groupby(sorted(some, key=lambda pair: bool(pair[1])), key=lambda pair: pair[1][:1]):
        members = list(group)
        if not relay:
            for one, _ in members:
                tree.add(_report(one))
            continue
        branch = tree.add(Text(isolated(plain(relay[0])), "green"))
        _grow(branch, [(one, rest[1:]) for one, rest in members])


def _report(one: Retelling) -> Text:
    when = (one.published or "no date")[:16].replace("T", " ")
    line = Text.assemble((f"{when}  ", "dim"), (isolated(plain(one.outlet or "outlet unknown")), "magenta"))
    line.append(f"  {isolated(plain(one.title or one.report))}")
    line.append(f"  [{one.wording + 1}]", "dim")
    if one.copied_from:
        how = "credited" if one.credited else "not credited"
        line.append(f"  copied from {one.copied_from}, {how}", "dim" if one.credited else "red")
    elif one.origin:
        line.append(f"  text of {isolated(plain(one.origin))}", "dim")
    return line


def _wordings(trace: Trace) -> list[Text]:
    lines = []
    for n, wording in enumerate(trace.wordings[:_MOST_WORDINGS], 1):
        lines.append(Text.assemble((f"[{n}] ×{wording.retellings}  ", "dim"), isolated(plain(wording.words))))
    if len(trace.wordings) > _MOST_WORDINGS:
        lines.append(Text(f"… and {len(trace.wordings) - _MOST_WORDINGS} more wordings", "dim"))
    return lines


def _facts(trace: Trace) -> list[Text]:
    sources = trace.independent
    count = f"{sources.low}" if sources.low == sources.high else f"{sources.low} to {sources.high}"
    lines = [Text.assemble("first told by ", (trace.first or "nobody with a date", "bold"))]
    if trace.common_link:
        lines.append(Text.assemble("all chains pass through ", (isolated(plain(trace.common_link)), "bold")))
    lines.append(Text.assemble("independent sources: ", (count, "bold")))
    lines += [Text(f"  {reason}", "dim") for reason in sources.because]
    return lines
