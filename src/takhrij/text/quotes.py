"""Quotation marks of every kind, paired even where the writer forgot one."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

_OPENERS = frozenset("«“„‹‘❝〝")
_CLOSERS = frozenset("»”›’❞〞")
_EITHER = frozenset("\"'＂‟`´")
MARKS = _OPENERS | _CLOSERS | _EITHER
_TELLING = MARKS | frozenset("\n.؟!")
_SINGLE = frozenset("'‘’`´")
# A proclitic may stand before an opening mark: لـ«الشرق الأوسط», ب"الفساد".
_PROCLITICS = frozenset(
    [
        "و",
        "ف",
        "ب",
        "ل",
        "ك",
        "بـ",
        "لـ",
        "كـ",
        "وب",
        "ول",
        "وبـ",
        "ولـ",
        "فـ",
        "وـ",
        "لل",
        "ال",
        "الـ",
        "بال",
    ]
)
_BEFORE_OPENING = frozenset("\n([{:،,.؛-–—؟!")

# A mark that stands free on both sides after one of these opens: ان " الوحي نور".
_SAYS_NEXT = frozenset(
    [
        "أن",
        "ان",
        "إن",
        "بأن",
        "بان",
        ":",
        "قائلا",
        "قائلة",
        "ب",
    ]
)

# How many line breaks an unclosed quotation may run over before its mark is taken for forgotten.
_PARAGRAPHS = 4
_DEEPEST = 3
# How far a mark that closes a quotation twice over is looked for: the bound keeps the time linear.
_AHEAD = 120


class Quote(msgspec.Struct, frozen=True):
    """Words `first` up to, not including, `end` stand in quotation marks; the opening mark is word `first - 1`.

    `closed` tells whether word `end` is the closing mark, or was forgotten. `depth` is 0 for an outer quotation.
    """

    first: int
    end: int
    closed: bool
    depth: int


class _Open(msgspec.Struct):
    """A mark that opened a quotation, at word `at` in a paragraph, and is not closed yet."""

    at: int
    mark: str
    paragraph: int


@dataclass(slots=True)
class _Walk:
    """The quotations found so far, those still open, and what is needed to end one whose mark was forgotten."""

    found: list[Quote] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    paragraph: int = 0
    paragraph_ends: list[int] = field(default_factory=list)
    last_full_stop: int = -1

    def end_paragraph(self, i: int) -> None:
        """A line break at word `i`: inner quotations end, an outer one that has run over too many."""
        self.paragraph += 1
        self.paragraph_ends.append(i)
        while self.stack and (len(self.stack) > 1 or self.paragraph - self.stack[0].paragraph > _PARAGRAPHS):
            self.forget()

    def open(self, i: int, mark: str, *, again: bool) -> None:
        """Open a quotation at word `i`; `again` where the same mark is open that cannot nest."""
        if self.stack and (again or self.stack[0].paragraph != self.paragraph):
            # A second opening of the same undirected mark, or in a later paragraph: the first was never closed.
            while self.stack:
                here = self.stack[-1].paragraph == self.paragraph
                end = self.last_full_stop + 1 if self.last_full_stop > self.stack[-1].at else i
                self.forget(end if here else None)
        if len(self.stack) < _DEEPEST:
            self.stack.append(_Open(i, mark, self.paragraph))

    def close(self, i: int) -> None:
        """Close the innermost quotation at word `i`."""
        top = self.stack.pop()
        if i > top.at + 1:
            self.found.append(Quote(top.at + 1, i, True, len(self.stack)))

    def forget(self, end: int | None = None) -> None:
        """End the innermost quotation where its paragraph ends, or at `end`: its closing mark was forgotten."""
        top = self.stack.pop()
        if end is None:
            end = self.paragraph_ends[top.paragraph]
        if end > top.at + 1:
            self.found.append(Quote(top.at + 1, end, False, len(self.stack)))


def find_quotes(words: list[str], starts: list[int], ends: list[int]) -> tuple[Quote, ...]:
    """The quotations of a text, by their opening marks. One pass: time grows with the text alone."""
    walk = _Walk()
    for i in [i for i, word in enumerate(words) if len(word) == 1 and word in _TELLING]:
        word = words[i]
        if word == "\n":
            walk.end_paragraph(i)
        elif word in ".؟!":
            walk.last_full_stop = i
        elif word in MARKS:
            opening = _opens(words, starts, ends, i, walk.stack)
            if opening:
                top = walk.stack[-1].mark if walk.stack else ""
                again = top == word and word in _EITHER and not _nests(words, starts, ends, i)
                walk.open(i, word, again=again)
            elif opening is False and walk.stack:
                walk.close(i)
    walk.paragraph_ends.append(len(words))
    while walk.stack:
        walk.forget()
    return tuple(sorted(walk.found, key=lambda quote: (quote.first, -quote.end)))


def _nests(words: list[str], starts: list[int], ends: list[int], i: int) -> bool:
    """Whether the opening mark at `i` is closed twice over, so that it stands inside a quotation: "أن "تيس" بدأ"."""
    closings = 0
    for k in range(i + 1, min(len(words), i + _AHEAD)):
        if words[k] == "\n":
            return False
        if words[k] != words[i]:
            continue
        left = starts[k] == ends[k - 1]
        right = k + 1 < len(words) and starts[k + 1] == ends[k] and words[k + 1] != "\n"
        if right and not left:
            return False
        closings += 1
        if closings == 2:
            return True
    return False


def _opens(words: list[str], starts: list[int], ends: list[int], i: int, stack: Sequence[_Open]) -> bool | None:
    """Whether the mark at `i` opens a quotation (True), closes one (False), or is an apostrophe (None)."""
    mark = words[i]
    touches_left = i > 0 and starts[i] == ends[i - 1] and words[i - 1] != "\n"
    touches_right = i + 1 < len(words) and starts[i + 1] == ends[i] and words[i + 1] != "\n"
    if mark in _SINGLE:
        if touches_left and touches_right and words[i - 1].isalnum() and words[i + 1].isalnum():
            return None
        if not touches_left and not touches_right:
            return None
    before = words[i - 1] if i else "\n"
    free_left = not touches_left or before in _BEFORE_OPENING or before in _PROCLITICS or before in MARKS
    if mark in _OPENERS and (free_left or not stack):
        return True
    if mark in _CLOSERS and (stack or not (free_left and touches_right)):
        return False
    if before in _PROCLITICS and touches_left and touches_right:
        return True
    if touches_right and not touches_left:
        after = words[i + 1]
        return not (stack and after in "،,.؛:)؟!")
    if touches_left and not touches_right:
        return not stack and before == ":"
    if touches_left and touches_right and before.isalnum() and not stack and words[i + 1] in "،,.؛)؟!":
        # السنة الماضية". وكان: a closing mark whose opening one was forgotten.
        return False
    if not stack or (not touches_left and not touches_right and before in _SAYS_NEXT):
        return True
    if touches_left and touches_right:
        # :"نص" and "نص"، and ("نص") touch on both sides.
        return before in ":([{" and words[i + 1] not in "،,.؛:)؟!"
    return False
