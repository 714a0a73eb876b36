"""Answers from the archive in a few lines of plain text, Arabic kept in its own direction."""

from collections.abc import Mapping
from urllib.parse import unquote

from takhrij.model.copy import Copy
from takhrij.model.hit import Hit
from takhrij.model.listed import Listed
from takhrij.show.plain import END_OF_ISOLATE, FIRST_STRONG, plain


def isolated(words: str) -> str:
    """`words` kept to themselves, whatever stands around them: an Arabic name in an English line."""
    return f"{FIRST_STRONG}{words}{END_OF_ISOLATE}"


def hit_lines(hit: Hit) -> str:
    """A report that was found: its title, who published it and when, the words around what was looked for."""
    head = "  ".join(filter(None, [isolated(hit.outlet) if hit.outlet else None, hit.published]))
    return (
        "\n".join(filter(None, [isolated(hit.title or hit.report), f"  {head}", f"  {isolated(hit.shown)}", ""])) + "\n"
    )


def copy_lines(copy: Copy, named: Mapping[str, Listed]) -> str:
    """Two reports with the same words, the older first: what they share, and whether the later one says so.

    `named` tells of the reports by their ids.
    """
    first, later = (copy.b, copy.a) if copy.older == copy.b else (copy.a, copy.b)
    arrow = "→" if copy.older else "·"
    credited = "credited, " if copy.credited else ""
    lines = [
        f"{copy.containment:4.0%}  {_named(first, named)}",
        f"   {arrow}  {_named(later, named)}",
        f"      {credited}{plain(copy.reason)}",
        f"      {isolated(_shown(first))} {arrow} {isolated(_shown(later))}",
    ]
    return "\n".join(lines) + "\n"


def _named(report: str, named: Mapping[str, Listed]) -> str:
    one = named.get(report)
    if one is None:
        return isolated(_shown(report))
    when = (one.published or "no date")[:16].replace("T", " ")
    return "  ".join([when, isolated(plain(one.outlet or "outlet unknown")), isolated(plain(one.title or report))])


def _shown(report: str) -> str:
    """An id as people read it: an address without its percent signs."""
    return plain(unquote(report))
