"""A text laid out for reading: its words, each with the way back to the letters as published."""

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import accumulate

import msgspec

from takhrij.model.span import Span
from takhrij.text.columns import MOST_SPELLINGS, Spellings
from takhrij.text.quotes import Quote, find_quotes
from takhrij.text.sentences import find_sentences

# A longer run of letters and marks without a blank is not met again.
_LONGEST_KEPT = 40
# A word divided from what stands before and behind it.
_ONE_WORD = 3


@cache
def _words() -> re.Pattern[str]:
    # A number keeps its separators ("13.5", "21,312", "15/9/1445"); a letter word keeps its vowel signs. Built on first
    # use: importing takhrij does no work.
    marks = (
        "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c\u00ad"
    )
    digit = "0-9\u0660-\u0669\u06f0-\u06f9"
    letters = r"[^\W\d_]"
    return re.compile(
        rf"({letters}++(?:[{marks}]++{letters}*+)*+"
        rf"|[{marks}]++(?:{letters}++[{marks}]*+)*+"
        rf"|[{digit}]++(?:[.,٫٬/:\u200f-][{digit}]++)*+|_++|\.\.++|\S)"
    )


class Page(msgspec.Struct, frozen=True):
    """A report's text as words.

    `words[i]` is `text[starts[i]:ends[i]]`: a run of letters with its vowel signs, a number, a mark, or a line break.
    Blanks are no words, and a line break is one however many there are. `numbers[i]` is the number of the spelling
    among `spellings`, by which a `Column` is asked; `breaks` are the words that are line breaks. `sentences` are
    half-open ranges of words, `sentence_of[i]` is the sentence of word i; `quotes` stand in the order of their opening
    marks.
    """

    text: str
    words: list[str]
    spellings: Spellings
    numbers: list[int]
    starts: list[int]
    ends: list[int]
    breaks: list[int]
    sentences: tuple[tuple[int, int], ...]
    sentence_of: list[int]
    quotes: tuple[Quote, ...]

    def span(self, first: int, end: int) -> Span:
        """Where the words `first` up to, not including, `end` stand."""
        return Span(self.starts[first], self.ends[end - 1])

    def words_in(self, span: Span) -> tuple[int, int]:
        """The range of words that touch `span`."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def words_in_each(self, spans: list[Span]) -> list[tuple[int, int]]:
        """The same for many spans, quickest where they stand in the order of the text."""
        starts, ends, count = self.starts, self.ends, len(self.words)
        found: list[tuple[int, int]] = []
        first = 0
        for span in spans:
            begin, stop = span.start, span.end
            if first and begin < ends[first - 1]:
                first = bisect_right(ends, begin)
            while first < count and ends[first] <= begin:
                first += 1
            end = first
            while end < count and starts[end] < stop:
                end += 1
            found.append((first, end))
        return found

    def says(self, first: int, end: int) -> str:
        """The published letters of the words `first` up to, not including, `end`."""
        return self.text[self.starts[first] : self.ends[end - 1]] if first < end else ""


def lay_out(text: str) -> Page:
    """Lay `text` out. Time and memory grow with its length alone."""
    met = _met()
    numbers, starts, ends, breaks = list[int](), list[int](), list[int](), list[int]()
    line_break = met.spellings.number("\n")
    at = 0
    for number, line in enumerate(text.split("\n")):
        body = line.lstrip()
        behind = at + len(line) - len(body)
        if number and numbers and numbers[-1] == line_break and ends[-1] == at - 1:
            ends[-1] = behind
        elif number:
            breaks.append(len(numbers))
            numbers.append(line_break)
            starts.append(at - 1)
            ends.append(behind)
        if body:
            met.divide(body, behind, (numbers, starts, ends))
        at += len(line) + 1
    spelled = met.spellings.table
    words: list[str] = [spelled[number] for number in numbers]
    sentences, sentence_of = find_sentences(words, starts, ends)
    quotes = find_quotes(words, starts, ends)
    return Page(text, words, met.spellings, numbers, starts, ends, breaks, sentences, sentence_of, quotes)


# What stands between two blanks: the number of a word, or number, beginning and end of each of its words in turn.
_Divided = int | tuple[int, ...]


class _Met:
    """What stood between two blanks on the pages so far, for news repeats it: words alone, and words with marks."""

    def __init__(self) -> None:
        self.spellings = Spellings()
        self._divided: dict[str, _Divided] = {}

    def is_full(self) -> bool:
        """Whether it is time to start afresh."""
        return len(self.spellings) >= MOST_SPELLINGS or len(self._divided) >= 2 * MOST_SPELLINGS

    def divide(self, line: str, at: int, found: tuple[list[int], list[int], list[int]]) -> None:
        """Add the numbers, beginnings and ends of the words of a line that begins at letter `at`."""
        numbers, starts, ends = found
        divided = self._divided
        for letters in line.split(" "):
            run = divided.get(letters)
            if run is None:
                run = self._run(letters)
            if isinstance(run, int):
                numbers.append(run)
                starts.append(at)
                ends.append(at + len(letters))
            else:
                for word in range(0, len(run), 3):
                    numbers.append(run[word])
                    starts.append(at + run[word + 1])
                    ends.append(at + run[word + 2])
            at += len(letters) + 1

    def _run(self, letters: str) -> _Divided:
        """What is met for the first time, kept for the next."""
        # Most of it is letters alone, which need no looking at one by one.
        if letters.isalpha():
            return self._one(letters)
        # Every second part is a word; the others are the blanks between.
        parts = _words().split(letters)
        if len(parts) == _ONE_WORD and parts[1] == letters:
            return self._one(letters)
        reached = list(accumulate(map(len, parts)))
        places = zip(parts[1::2], reached[:-1:2], reached[1::2], strict=True)
        run = tuple([part for word, start, end in places for part in (self.spellings.number(word), start, end)])
        if len(letters) <= _LONGEST_KEPT:
            self._divided[letters] = run
        return run

    def _one(self, word: str) -> int:
        """The number of a word that stood alone, kept for the next time."""
        number = self.spellings.number(word)
        # Kept under the very string that pages hold: found by what it is, and one string less to be brought.
        self._divided[self.spellings.table[number]] = number
        return number


_MET: list[_Met] = []


def _met() -> _Met:
    if not _MET or _MET[-1].is_full():
        _MET[:] = [_Met()]
    return _MET[0]
