"""Names whose parts a hyphen joins: تشوي سون-هوي, أنجيلا غودفري-غولدشتاين."""

from takhrij.reading.edges import WHERE
from takhrij.reading.found import Found
from takhrij.reading.listed import is_in_persons
from takhrij.text.page import Page

_HYPHENS = "-‐–"


def hyphenated(page: Page, where: list[int], found: list[Found]) -> list[Found]:
    """The names, those of persons with what a hyphen without blanks joins to them."""
    if not any(hyphen in page.text for hyphen in _HYPHENS):
        return found
    where = where or list(range(len(page.words)))
    joined: list[Found] = []
    for name in found:
        end = _end(page, where, name) if name.kind == "person" and not _is_pair(page, where, name) else name.end
        before = joined[-1] if joined else None
        if before is not None and name.first < before.end:
            if end > before.end:
                joined[-1] = before.over(before.first, end)
            continue
        first = name.first
        while name.kind == "person" and first > 1 and _joins(page, where[first - 1]):
            # جان-إيف لودريان
            first -= 2
        if before is not None and before.end > first:
            first = name.first
        if first < name.first and page.words[where[first - 1]] in WHERE:
            # في | غارج-لي-غونيس
            name = name.of_kind("place")
        joined.append(name if (first, end) == (name.first, name.end) else name.over(first, end))
    return joined


def _is_pair(page: Page, where: list[int], name: Found) -> bool:
    """Whether two persons stand side by side: قمة كيم-ترمب."""
    behind = name.end + 1
    return (
        name.end == name.first + 1
        and behind < len(where)
        and is_in_persons(page.words[where[name.first]])
        and is_in_persons(page.words[where[behind]])
    )


def _end(page: Page, where: list[int], name: Found) -> int:
    """Where the name ends with the words behind its hyphens."""
    end = name.end
    while end + 1 < len(where) and _joins(page, where[end]) and where[end + 1] == where[end] + 1:
        end += 2
    return end


def _joins(page: Page, place: int) -> bool:
    """Whether a hyphen stands at this word of the page, with letters on both sides and no blanks."""
    return (
        page.words[place] in _HYPHENS
        and 0 < place < len(page.words) - 1
        and page.ends[place - 1] == page.starts[place]
        and page.ends[place] == page.starts[place + 1]
        and page.words[place - 1][0].isalpha()
        and page.words[place + 1][0].isalpha()
    )
