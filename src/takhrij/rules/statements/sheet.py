"""A page made ready for the rules of statements: what each word may be, and where times, names and quotations stand."""

from collections.abc import Sequence

import msgspec

from takhrij.lexicon.function_words import group
from takhrij.lexicon.places import names as places
from takhrij.model.heading import Heading
from takhrij.model.name import Name
from takhrij.model.time import Time
from takhrij.rules.statements.given_names import Names, complete_names
from takhrij.rules.statements.no_names import drop_no_names
from takhrij.rules.statements.tokens import Is, Token, token_column
from takhrij.text.page import Page
from takhrij.text.quotes import Quote

__all__ = ["Begins", "Is", "Range", "Sheet", "Token", "lay_sheet"]

# Half-open, of words.
Range = tuple[int, int]


class Begins:
    """What begins at a word, as flags of one integer: most words are asked, and a list answers sooner than a table."""

    NAME = 1 << 0
    PERSON = 1 << 1
    PLACE = 1 << 2
    OUTLET = 1 << 3
    TIME = 1 << 4


class Sheet(msgspec.Struct, frozen=True):
    """The page and what the earlier stages found, indexed by word.

    `time_end[i]` is where a time that begins at word i ends, `name_end[i]` likewise with `name_kind[i]` and
    `name_skip[i]`, the letters of proclitics before it; `quote_at[i]` is the quotation whose opening mark is word i,
    `inside[i]` the outer quotation that word i stands in; `closing` are the marks that close one; `dateline` is the
    first word behind the dateline, or 0. `begins[i]` tells, as flags of `Begins`, which of them stand at word i.
    `name_texts` and `phrase_texts` are how names and phrases are given out, as far as that was asked.
    """

    page: Page
    tokens: list[Token]
    time_end: dict[int, int]
    name_end: dict[int, int]
    name_kind: dict[int, str]
    name_skip: dict[int, int]
    quote_at: dict[int, Quote]
    inside: dict[int, Quote]
    heading: Heading
    begins: list[int]
    closing: frozenset[int] = frozenset()
    dateline: int = 0
    name_texts: dict[int, str] = {}
    phrase_texts: dict[int, str] = {}

    def sentence(self, word: int) -> Range:
        """The sentence that `word` stands in, as a range of words, without the dateline before it."""
        first, end = self.page.sentences[self.page.sentence_of[word]]
        return (self.dateline if first < self.dateline <= word else first), end


def lay_sheet(page: Page, heading: Heading, times: Sequence[Time], names: Sequence[Name]) -> Sheet:
    """Bring together what the earlier stages found, by word."""
    found = token_column().of(page.spellings, page.numbers)
    _join_letters(page, found)
    time_end = {first: end for first, end in page.words_in_each([time.span for time in times]) if first < end}
    known = _by_word(page, names, found)
    drop_no_names(known, page.words, found, time_end)
    complete_names(known, page.words, found, time_end)
    inside: dict[int, Quote] = {}
    for quote in page.quotes:
        if quote.depth == 0:
            inside.update(dict.fromkeys(range(quote.first, quote.end), quote))
    return Sheet(
        page=page,
        tokens=found,
        time_end=time_end,
        name_end=known.end,
        name_kind=known.kind,
        name_skip=known.skip,
        quote_at={quote.first - 1: quote for quote in page.quotes},
        inside=inside,
        heading=heading,
        begins=_beginnings(len(found), known, time_end),
        closing=frozenset(quote.end for quote in page.quotes if quote.closed),
        dateline=_behind_dateline(page, heading),
    )


_OF_KIND = {"person": Begins.PERSON, "place": Begins.PLACE, "outlet": Begins.OUTLET}


def _beginnings(count: int, known: Names, time_end: dict[int, int]) -> list[int]:
    """What begins at each of so many words."""
    begins = [0] * count
    for first, kind in known.kind.items():
        begins[first] = Begins.NAME | _OF_KIND.get(kind, 0)
    for first in time_end:
        begins[first] |= Begins.TIME
    return begins


_HEADED = "names.headed"
_LISTED = "names.lexicon"
# A verb of saying stands so near before its subject, and its clause begins so soon behind it.
_VERB = 8
_CLAUSE = 20
# An outlet of more words, each so long at most, is spelled in letters that may have a meaning of their own: سي إن إن.
_PAIR = 2
_LETTER = 3
# The preposition, which is spelled apart from the name علي.
_ON = "على"
_AND = "و"
_NO_NAME = Is.THAT | Is.ADJUNCT | Is.NEGATION | Is.AUXILIARY | Is.RELATIVE


def _is_no_name(found: list[Token], first: int, end: int) -> bool:
    """Whether a word that holds a sentence together stands in what was taken for a name: على, أن."""
    if end - first == 1:
        return bool(found[first].flags & _NO_NAME)
    # مون جاي-إن: behind a hyphen it is no أن.
    return any(found[i].flags & Is.THAT and not found[i - 1].flags & Is.DASH for i in range(first, end))


def _opens_clause(found: list[Token], first: int, end: int) -> bool:
    """Whether the إن that ends a name tells what he said: it stands behind a verb, and no other follows."""
    if found[end - 2].flags & Is.DASH or not any(token.is_finite for token in found[max(first - _VERB, 0) : first]):
        return False
    behind = next((k for k in range(end, len(found)) if found[k].flags & (Is.STOP | Is.BREAK)), len(found))
    return not any(token.flags & (Is.THAT | Is.QUOTE | Is.COLON) for token in found[end : min(behind, end + _CLAUSE)])


def _is_channel(found: list[Token], first: int, end: int, kind: str) -> bool:
    """Whether a verb elsewhere is an outlet behind the word for its medium (قناة كان), or letters are (سي إن إن)."""
    if kind != "outlet":
        return False
    letters = end - first > _PAIR and all(len(found[i].folded) <= _LETTER for i in range(first, end))
    return letters or (first > 0 and found[first - 1].folded in group("media"))


def _by_word(page: Page, names: Sequence[Name], found: list[Token]) -> Names:
    known = Names({}, {}, {})
    for name, (first, end) in zip(names, page.words_in_each([name.span for name in names]), strict=True):
        rule, kind = name.rule, name.kind
        if rule == _HEADED:
            # The rules divide the words behind a head themselves, by what is said of it.
            continue
        if end - first > 1 and found[end - 1].is_finite and found[end - 1].forms[0].shape == "imperfect":
            # ماكرون وفلان | يدعوان: the verb is not of the name.
            end -= 1
        if first >= end:
            continue
        # مون جاي إن is a name that a desk knows.
        listed = rule == _LISTED and kind == "person"
        if listed and end - first > 1 and found[end - 1].flags & Is.THAT and _opens_clause(found, first, end):
            # وقال مون جاي | إن الزعيم متخوف
            end -= 1
        if not listed and _is_no_name(found, first, end) and not _is_channel(found, first, end, kind):
            continue
        skip = max(0, name.span.start - page.starts[first])
        if page.words[first][skip:] == _AND:
            # بو الزرد: the letter before و is of the name.
            skip = 0
        if kind == "person":
            first, end, skip = _trimmed(page, found, (first, end, skip))
        elif end - first == 2 and kind != "outlet" and _are_two(page, found, first):
            known.end[first + 1], known.kind[first + 1], known.skip[first + 1] = end, "place", 0
            end -= 1
        known.end[first] = max(end, known.end.get(first, 0))
        known.kind[first] = kind
        known.skip[first] = skip
    return known


def _trimmed(page: Page, found: list[Token], name: tuple[int, int, int]) -> tuple[int, int, int]:
    """A person's name without what was taken in with it: والي | القصرين حسن الخديمي, قوجيل | على أن."""
    first, end, skip = name
    before = found[first - 1].title if first else None
    if end - first > 2 and before is not None and before.title.kind == "role" and found[first].flags & Is.DEFINITE:
        if not before.definite and not before.possessed and not before.proclitics.strip(_AND):
            first, skip = first + 1, 0
    while end - first > 1 and page.words[end - 1] == _ON:
        end -= 1
    if end - first > 1 and page.words[first] == _ON:
        first, skip = first + 1, 0
    return first, end, skip


def _are_two(page: Page, found: list[Token], first: int) -> bool:
    """Whether two words taken for one name are two: واشنطن موسكو, الأكراد دمشق."""
    listed, words = places(), page.words
    if found[first + 1].flags & Is.DEFINITE or listed.at(words[first + 1 : first + 2], 0) is None:
        return False
    whole = listed.at(words[first : first + 2], 0)
    if whole is not None and whole.end - whole.first == 2:
        return False
    return bool(found[first].flags & Is.DEFINITE) or listed.at(words[first : first + 1], 0) is not None


def _behind_dateline(page: Page, heading: Heading) -> int:
    """The first word behind the dateline and the marks that close it; 0 where there is none."""
    first = page.words_in(heading.dateline)[1] if heading.dateline else 0
    while 0 < first < len(page.words) and page.words[first] in "-–—:.)":
        first += 1
    return first


def _join_letters(page: Page, found: list[Token]) -> None:
    """Take a letter written apart, or the mark behind one, for what it is of.

    Some desks write و apart: "و أضاف" is read as وأضاف. The full stop of an abbreviated title is of the title, as
    nothing ends there: "د. سامي", "أ.د. سامي".
    """
    words = page.words
    last = len(words) - 1
    for i, word in enumerate(words):
        if len(word) > 1 or i == last:
            continue
        if word == _AND:
            if not found[i + 1].joined:
                found[i + 1] = found[i + 1].behind(_AND)
        elif word == "." and i and len(words[i - 1]) == 1 and words[i + 1] != "\n":
            title = found[i - 1].title
            if title is not None and title.title.kind == "honorific" and page.starts[i] == page.ends[i - 1]:
                found[i] = found[i - 1]


def words_in_names(sheet: Sheet) -> frozenset[int]:
    """The words that stand in names."""
    return frozenset([place for first, end in sheet.name_end.items() for place in range(first, end)])
