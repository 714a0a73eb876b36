"""The words of a naming, reduced to what two namings of one source share: أميركي and الأمريكية, وزيرة and الوزير."""

from functools import cache

import msgspec

from takhrij.lexicon.function_words import letters
from takhrij.lexicon.lookup import MOST_WORDS
from takhrij.lexicon.places import names as place_names
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.rules.statements.sheet import Is, Sheet
from takhrij.rules.statements.tokens import tokens
from takhrij.text.clitics import segment
from takhrij.text.columns import Column
from takhrij.text.fold import fold, translating
from takhrij.text.page import Page

_FOR_REFUGEES = "للاجئ"
_LAM = "ل"
_FATHER = "ابو"
_FATHERS = (
    "ابي",
    "ابا",
)
_ARTICLE = "ال"
_MARBUTA = "ة"
_OF_RELATION = "ية"
# Zero-width and direction marks that pages carry round a name: they would make another string of it.
_UNSEEN = translating(
    dict.fromkeys((0xAD, 0x61C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF))
)
_STRIP = " \u200f\u200e«»“”\"'،,.:)#-–"
# Two words of one meaning: the desk writes now this one, now that.
_SAME = dict(
    pair.split()
    for pair in (
        "ناطق متحدث",
        "متكلم متحدث",
        "مسءول مسوول",
        "مسءوله مسوول",
        "خزينه خزانه",
        "مدراء مدير",
    )
)


class _Heads(dict[str, str]):
    """Under the forms of a head the folded first of them."""

    def __missing__(self, forms: str) -> str:
        found = self[forms] = fold(forms.split()[0])
        return found


@cache
def roots_of_heads() -> dict[str, str]:
    """Under the forms of a word that heads names (وزارة وزارات) the folded word by which its names are found."""
    return _Heads()


class _Same(dict[str, str]):
    """Under a title the folded title, or the commoner one of the same meaning."""

    def __missing__(self, word: str) -> str:
        if len(self) > MOST_WORDS:
            self.clear()
        folded = fold(word)
        found = self[word] = _SAME.get(folded, folded)
        return found


@cache
def _sames() -> _Same:
    return _Same()


class _Parts(dict[str, frozenset[str]]):
    """The folded words of a name: the persons of the news come again."""

    def __missing__(self, name: str) -> frozenset[str]:
        if len(self) > MOST_WORDS:
            self.clear()
        words = fold(name).replace("-", " ").split()
        joined: list[str] = []
        for word in words:
            if word in _FATHERS and word is not words[-1]:
                # أبي زيد and أبا زيد are أبو زيد.
                word = _FATHER
            if joined and joined[-1] in source_words().bound:
                joined[-1] += word
            else:
                joined.append(word)
        parts: set[str] = set()
        for word in joined:
            bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
            # منصور المنصور has two parts, as سالم المنصور has.
            parts.add(word if bare in parts else bare)
        found = self[name] = frozenset(parts)
        return found


@cache
def _parts() -> _Parts:
    return _Parts()


class _Roots(dict[str, tuple[str, str]]):
    """For a published word what it shares with its other forms, and the country it is a people's word of, if any."""

    def __missing__(self, word: str) -> tuple[str, str]:
        if len(self) > MOST_WORDS:
            self.clear()
        nation = people()[word]
        parts = segment(word)
        stem = fold(parts.stem or word)
        if stem.endswith("يه") and len(stem) > 4:
            stem = stem[:-1]
        found = self[word] = (_SAME.get(stem, stem), nation.place.name if nation else "")
        return found


@cache
def roots() -> _Roots:
    """The one table of words of this process."""
    return _Roots()


def root(word: str) -> str:
    """What `word` shares with its other forms."""
    return roots()[word][0]


def same(word: str) -> str:
    """The folded title `word`, or the commoner one of the same meaning."""
    return _sames()[word]


class _Meaning(msgspec.Struct, frozen=True):
    """What a word that carries meaning tells: its `root`, the country it is a people's word of, and what it counts as,
    which for a title is that title; and whether the name of a place begins with it."""

    root: str
    nation: str
    counted: str
    place: bool


def _meaning(word: str) -> _Meaning | None:
    """What the published `word` tells; None of a small word or a mark."""
    token = tokens()[word]
    if len(token.folded) < 2 or token.folded in source_words().small:
        return None
    # السابق is said of المصدر and of a former minister alike.
    if token.flags & (Is.MARK | Is.AGAIN) and token.folded != "السابق":
        return None
    stem, nation = roots()[word]
    counted = stem if token.title is None else same(token.title.title.word)
    return _Meaning(stem, nation, counted, place_names().begins(word))


@cache
def _meanings() -> Column[_Meaning | None]:
    return Column(_meaning)


_NO_WORDS: frozenset[str] = frozenset()


def content_words(sheet: Sheet, first: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
    """The roots of the words that carry meaning, and the countries whose people's words stand among them."""
    found: set[str] = set()
    nations: set[str] = set()
    last = ""
    meanings, spellings, numbers = _meanings(), sheet.page.spellings, sheet.page.numbers
    for i in range(first, end):
        meaning = meanings.at(spellings, numbers[i])
        if meaning is None:
            continue
        if meaning.nation:
            last = meaning.nation
            nations.add(last)
        elif last and meaning.root in source_words().sides:
            # الكوري الشمالي is of North Korea, not of the other.
            nations.add(f"{last} {_ARTICLE}{meaning.root}{_MARBUTA}")
        else:
            found.add(meaning.counted)
    return frozenset(found), frozenset(nations) if nations else _NO_WORDS


def post_words(sheet: Sheet, first: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
    """The same of a post: وزير دفاع إسرائيل is of the nation that وزير الدفاع الإسرائيلي is of."""
    posts, nations = content_words(sheet, first, end)
    words, meanings = sheet.page.words, _meanings()
    for i in range(first + 1, end):
        meaning = meanings.at(sheet.page.spellings, sheet.page.numbers[i])
        if (meaning is not None and not meaning.place) or sheet.tokens[i].title is not None:
            continue
        found = place_names().at(words, i)
        if found is not None and found.value.kind == "country" and found.end <= end:
            posts -= {root(word) for word in words[i : found.end]}
            # كوريا الجنوبية is of the nation that الكوري الجنوبي is of.
            sided = found.end > i + 1 and root(words[found.end - 1]) in source_words().sides
            nations |= {found.value.name, found.value.name.split()[0]} if sided else {found.value.name}
    return posts, nations


def parts_of(name: str) -> frozenset[str]:
    """The folded words of a person's name: عبد الفتاح and عبدالفتاح have one."""
    return _parts()[name]


def plain(text: str) -> str:
    """A name as it is given out: without marks at its edges, hash signs, line breaks and letters nobody sees."""
    if text.isalpha() or ("  " not in text and text.replace(" ", "").isalpha()):
        return text
    text = text.translate(_UNSEEN)
    name = " ".join(text.replace("#", "").replace("_", " ").replace("\n", " ").split()).strip(_STRIP)
    for opening, closing in ("«»", "“”", '""'):
        if (opening in name) != (closing in name) or (opening == closing and name.count(opening) % 2):
            name = name.replace(opening, "").replace(closing, "").strip()
    return name + ")" if "(" in name and ")" not in name else name


def in_brackets(sheet: Sheet, i: int) -> bool:
    """Whether a bracket opens right before word `i`, so that no proclitic hangs on it: (وام), (وات)."""
    return i > 0 and bool(sheet.tokens[i - 1].flags & Is.OPEN)


def _as_written(page: Page, first: int, end: int) -> str:
    """The words `first` to `end` as a name; one that is a word is not looked for again in the text."""
    word = page.words[first]
    return word if end == first + 1 and word.isalpha() else plain(page.says(first, end))


def phrase_text(sheet: Sheet, first: int, end: int) -> str:
    """The words `first` to `end` as a name, without the proclitics of the first: للوزارة gives الوزارة."""
    # One number for both.
    words = first * (len(sheet.tokens) + 1) + end
    text = sheet.phrase_texts.get(words)
    if text is None:
        text = sheet.phrase_texts[words] = _phrase_text(sheet, first, end)
    return text


def _phrase_text(sheet: Sheet, first: int, end: int) -> str:
    page, token = sheet.page, sheet.tokens[first]
    if token.folded.startswith(letters("parents")):
        return _as_written(page, first, end)
    if token.folded[:1] not in "ولبفك" or token.flags & (Is.MARK | Is.DEFINITE) or in_brackets(sheet, first):
        # والولايات المتحدة without its و, but و السفير has it apart
        joined = len(token.joined) if token.folded.startswith(token.joined) else 0
        if not joined:
            return _as_written(page, first, end)
        return plain(page.text[page.starts[first] + joined : page.ends[end - 1]])
    if (token.title and not token.title.proclitics) or (token.head and not token.head.proclitics):
        return _as_written(page, first, end)
    if first in sheet.name_end:
        skip = sheet.name_skip.get(first, 0)
        if skip and len(segment(page.words[first]).article) == 1:
            # للولايات without its preposition is الولايات.
            return plain("ال" + page.text[page.starts[first] + skip + 1 : page.ends[end - 1]])
        return plain(page.text[page.starts[first] + skip : page.ends[end - 1]])
    if token.head is not None and token.head.form[0] == token.folded[1:2] == _LAM:
        # للجنة is ل before لجنة, and where nothing or an adjective follows ل before اللجنة.
        text = page.text[page.starts[first] + 1 : page.ends[end - 1]]
        described = end > first + 1 and sheet.page.words[first + 1].endswith(_OF_RELATION)
        return plain("ال" + text if end == first + 1 or described else text)
    if page.words[first].startswith(_FOR_REFUGEES):
        # للاجئين سوريين is ل before لاجئين, للاجئين السوريين before اللاجئين.
        text = page.text[page.starts[first] + 1 : page.ends[end - 1]]
        return plain(text if end > first + 1 and not sheet.tokens[first + 1].flags & Is.DEFINITE else "ال" + text)
    if token.folded.startswith("لل") and len(token.folded) > 4:
        return plain("ال" + page.text[page.starts[first] + 2 : page.ends[end - 1]])
    parts = segment(page.words[first])
    rest = page.text[page.starts[first] + parts.taken : page.ends[end - 1]]
    return plain(rest)
