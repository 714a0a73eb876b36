"""A text laid out for reading: its words, each with the way back to the letters as published."""

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import accumulate

import msgspec

from takhrij.model.span import Span
from takhrij.text.quotes import Quote, find_quotes
from takhrij.text.sentences import find_sentences

# How many words, alone and with their marks, are remembered before starting afresh.
_REMEMBERED = 300_000
# A longer run of letters and marks without a blank is not met again.
_LONGEST_KEPT = 40


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
    Blanks are no words. `sentences` are half-open ranges of words, `sentence_of[i]` is the sentence of word i; `quotes`
    stand in the order of their opening marks.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: tuple[tuple[int, int], ...]
    sentence_of: list[int]
    quotes: tuple[Quote, ...]

    def span(self, first: int, end: int) -> Span:
        """Where the words `first` up to, not including, `end` stand."""
        return Span(self.starts[first], self.ends[end - 1])

    def words_in(self, span: Span) -> tuple[int, int]:
        """The range of words that touch `span`."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def says(self, first: int, end: int) -> str:
        """The published letters of the words `first` up to, not including, `end`."""
        return self.text[self.starts[first] : self.ends[end - 1]] if first < end else ""


def lay_out(text: str) -> Page:
    """Lay `text` out. Time and memory grow with its length alone."""
    words, starts, ends = list[str](), list[int](), list[int]()
    at = 0
    for number, line in enumerate(text.split("\n")):
        body = line.lstrip()
        behind = at + len(line) - len(body)
        if number and words and words[-1] == "\n" and ends[-1] == at - 1:
            # A line break is one however many there are.
            ends[-1] = behind
        elif number:
            words.append("\n")
            starts.append(at - 1)
            ends.append(behind)
        if body:
            _divide(body, behind, words, starts, ends)
        at += len(line) + 1
    sentences, sentence_of = find_sentences(words, starts, ends)
    quotes = find_quotes(words, starts, ends)
    return Page(text, words, starts, ends, sentences, sentence_of, quotes)


class _Run(msgspec.Struct, frozen=True):
    """What stands between two blanks, where it is not one word: its words, and where each begins and ends."""

    words: list[str]
    starts: list[int]
    ends: list[int]


# Each word seen so far as one and the same string, which the tables then find without comparing letters.
_SPELLED: dict[str, str] = {}
# News repeats what stands between two blanks: a word, which is found here, or a word with its marks, found there.
_ALONE: dict[str, str] = {}
_RUNS: dict[str, _Run] = {}


def _divide(line: str, at: int, words: list[str], starts: list[int], ends: list[int]) -> None:
    """Add the words of a line that begins at letter `at`."""
    for letters in line.split(" "):
        word = _ALONE.get(letters)
        if word is not None:
            words.append(word)
            starts.append(at)
            ends.append(at + len(letters))
        else:
            run = _RUNS.get(letters)
            if run is None:
                run = _run(letters)
            words += run.words
            for place, start in enumerate(run.starts):
                starts.append(at + start)
                ends.append(at + run.ends[place])
        at += len(letters) + 1


def _run(letters: str) -> _Run:
    """What is met for the first time, kept for the next."""
    if len(_ALONE) + len(_RUNS) >= _REMEMBERED:
        for kept in (_SPELLED, _ALONE, _RUNS):
            kept.clear()
    # Every second part is a word; the others are the blanks between.
    parts = _words().split(letters)
    reached = list(accumulate(map(len, parts)))
    words = [_SPELLED.setdefault(word, word) for word in parts[1::2]]
    run = _Run(words, reached[:-1:2], reached[1::2])
    if words == [letters]:
        _ALONE[letters] = words[0]
    elif len(letters) <= _LONGEST_KEPT:
        _RUNS[letters] = run
    return run
