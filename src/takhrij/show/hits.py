"""Answers from the archive in a few lines of plain text, Arabic kept in its own direction."""

from takhrij.model.copy import Copy
from takhrij.model.hit import Hit

# First strong isolate and its end: an Arabic name in an English line keeps to itself.
_OPEN = "\u2068"
_CLOSE = "\u2069"


def isolated(words: str) -> str:
    """`words` kept to themselves, whatever stands around them."""
    return f"{_OPEN}{words}{_CLOSE}"


def hit_lines(hit: Hit) -> str:
    """A report that was found: its title, who published it and when, the words around what was looked for."""
    head = "  ".join(filter(None, [isolated(hit.outlet) if hit.outlet else None, hit.published]))
    return (
        "\n".join(filter(None, [isolated(hit.title or hit.report), f"  {head}", f"  {isolated(hit.shown)}", ""])) + "\n"
    )


def copy_lines(copy: Copy) -> str:
    """Two reports with the same words: which came first, what they share, whether the later one says so."""
    first, later = (copy.b, copy.a) if copy.older == copy.b else (copy.a, copy.b)
    arrow = "→" if copy.older else "·"
    credited = "  credited" if copy.credited else ""
    return f"{copy.containment:4.0%}  {isolated(first)} {arrow} {isolated(later)}{credited}\n      {copy.reason}"
