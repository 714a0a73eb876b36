"""Where sentences begin and end."""

_ENDS = frozenset(".!?؟")
_BREAKING = _ENDS | {"\n"}
_CLOSERS = frozenset("\"”»“’')]}›")
# العربية.نت and the like: a name of a site, not the end of a sentence.
_SITE_ENDINGS = frozenset(
    [
        "نت",
        "كوم",
        "أورغ",
        "تي",
    ]
)

# أن opens no sentence: the full stop before it is a slip of the pen.
_NEVER_FIRST = frozenset(
    [
        "أن",
        "أنّ",
        "أنه",
        "أنها",
        "التي",
        "الذي",
    ]
)

# Reading a sentence may look at all its words from each of its cues, so a text without full stops is cut.
LONGEST = 400


def find_sentences(
    words: list[str], starts: list[int], ends: list[int]
) -> tuple[tuple[tuple[int, int], ...], list[int]]:
    """The sentences as half-open ranges of words, and for each word the index of its sentence.

    A line break always ends a sentence and belongs to none: its index is that of the sentence before it, or 0.
    """
    sentences: list[tuple[int, int]] = []
    first, count = 0, len(words)
    for i in [i for i, word in enumerate(words) if len(word) == 1 and word in _BREAKING]:
        if i < first:
            # A mark that the sentence before took in with its closing marks.
            continue
        if words[i] == "\n":
            _add(sentences, first, i)
            first = i + 1
        elif _ends_here(words, starts, ends, i):
            end = _over_closing_marks(words, starts, ends, i + 1)
            _add(sentences, first, end)
            first = end
    _add(sentences, first, count)
    return tuple(sentences), _index(sentences, count)


def _add(sentences: list[tuple[int, int]], first: int, end: int) -> None:
    """Add the sentence of words `first` to `end`, cut where it is longer than any sentence is."""
    while end - first > LONGEST:
        sentences.append((first, first + LONGEST))
        first += LONGEST
    if first < end:
        sentences.append((first, end))


def _over_closing_marks(words: list[str], starts: list[int], ends: list[int], i: int) -> int:
    """Over the closing marks that touch the full stop before word `i`: they belong to the sentence they close."""
    count = len(words)
    while i < count and words[i] in _CLOSERS and starts[i] == ends[i - 1]:
        if words[i] == '"' and i + 1 < count and starts[i + 1] == ends[i] and words[i + 1] not in _ENDS:
            if words[i + 1] not in "،,؛:;)":
                # It touches the next word: it opens.
                break
        i += 1
    while i < count and words[i] in _ENDS:
        i += 1
    return i


def _ends_here(words: list[str], starts: list[int], ends: list[int], i: int) -> bool:
    """Whether the mark at word `i` ends a sentence: "د. محمد", "أ.ف.ب" and "العربية.نت" do not."""
    if words[i] != ".":
        return True
    if i == 0 or i + 1 == len(words) or words[i + 1] == "\n":
        return True
    before, after = words[i - 1], words[i + 1]
    if after in _NEVER_FIRST:
        return False
    if len(before) == 1 and before.isalpha() and starts[i] == ends[i - 1]:
        return False
    if starts[i + 1] == ends[i]:
        if _is_abbreviation(words, starts, ends, i):
            return False
        if after in _SITE_ENDINGS or after.isascii():
            return after in _CLOSERS
        if len(after) == 1 and after.isalpha():
            return False
    return True


def _is_abbreviation(words: list[str], starts: list[int], ends: list[int], i: int) -> bool:
    """Whether the full stop at word `i`, which touches the next word, is one of those in إن.بي.سي."""
    if starts[i] != ends[i - 1] or len(words[i - 1]) > 3 or len(words[i + 1]) > 3:
        return False
    before = i > 1 and words[i - 2] == "." and starts[i - 1] == ends[i - 2]
    return before or (i + 2 < len(words) and words[i + 2] == "." and starts[i + 2] == ends[i + 1])


def _index(sentences: list[tuple[int, int]], count: int) -> list[int]:
    beginnings = [first for first, _ in sentences]
    if not beginnings:
        return [0] * count
    index: list[int] = [0] * beginnings[0]
    for number, first in enumerate(beginnings):
        following = beginnings[number + 1] if number + 1 < len(beginnings) else count
        index += [number] * (following - first)
    return index
