"""A text laid out for reading: its words, each with the way back to the letters as published."""

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import accumulate

import msgspec

from takhrij.model.span import Span
from takhrij.text.quotes import Quote, find_quotes
from takhrij.text.sentences import find_sentences

# How many words are remembered before starting afresh.
_REMEMBERED = 300_000


@cache
def _words() -> re.Pattern[str]:
    # A number keeps its separators ("13.5", "21,312", "15/9/1445"); a letter word keeps its vowel signs; a line break
    # is a word of its own. Built on first use: importing takhrij does no work.
    marks = (
        "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c\u00ad"
    )
    digit = "0-9\u0660-\u0669\u06f0-\u06f9"
    letters = r"[^\W\d_]"
    # Most words are plain letters before a blank or a mark, and are known at once.
    plain = "[A-Za-z\u0621-\u063a\u0641-\u064a]++(?=[ \n.،,:])"
    return re.compile(
        rf"({plain}|{letters}++(?:[{marks}]++{letters}*+)*+"
        rf"|[{marks}]++(?:{letters}++[{marks}]*+)*+"
        rf"|[{digit}]++(?:[.,٫٬/:\u200f-][{digit}]++)*+|_++|\n\s*+|\.\.++|\S)"
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
    # Every second part is a word; the others are the blanks between.
    parts = _words().split(text)
    reached = list(accumulate(map(len, parts)))
    words, starts, ends = list(map(_spelled().__getitem__, parts[1::2])), reached[:-1:2], reached[1::2]
    sentences, sentence_of = find_sentences(words, starts, ends)
    quotes = find_quotes(words, starts, ends)
    return Page(text, words, starts, ends, sentences, sentence_of, quotes)


class _Spelled(dict[str, str]):
    """Every word seen so far as one and the same string, which the tables then find without comparing letters."""

    def __missing__(self, word: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        # A line break is one however many there are.
        found = self[word] = "\n" if word[0] == "\n" else word
        return found


@cache
def _spelled() -> _Spelled:
    return _Spelled()
