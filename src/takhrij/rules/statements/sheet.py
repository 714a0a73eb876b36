"""A page made ready for the rules of statements: what each word may be, and where times, names and quotations stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from takhrij.lexicon.function_words import group
from takhrij.lexicon.lookup import MOST_WORDS
from takhrij.lexicon.organizations import HeadWord
from takhrij.lexicon.organizations import heads as head_words
from takhrij.lexicon.titles import TitleWord
from takhrij.lexicon.titles import words as title_words
from takhrij.lexicon.verbs import Form, forms
from takhrij.model.heading import Heading
from takhrij.model.name import Name
from takhrij.model.time import Time
from takhrij.text.fold import fold
from takhrij.text.page import Page
from takhrij.text.quotes import MARKS, Quote


class Is:
    """What a word may be, as far as the rules of statements care: flags of one integer.

    Plain integers, since the flags of `enum` are ten times slower to ask and are asked of every word.
    """

    THAT = 1
    COMMA = 2
    STOP = 4
    COLON = 8
    QUOTE = 16
    RELATIVE = 32
    ACCORDING = 64
    NEGATION = 128
    AUXILIARY = 256
    ADJUNCT = 512
    OCCASION = 1024
    DEFINITE = 2048
    FORBIDS_THAT = 4096
    AGAIN = 8192
    OWN_VOICE = 16384
    OPEN = 32768
    CLOSE = 65536
    NUMBER = 131072
    BREAK = 262144
    MARK = 524288
    TO = 1 << 20
    BY = 1 << 21
    AS_SAID = 1 << 22
    ANONYMITY = 1 << 23
    DASH = 1 << 24
    PRONOUN = 1 << 25
    CAME = 1 << 26


@dataclass(frozen=True, slots=True)
class Token:
    """One spelling as the rules of statements see it.

    `folded` is the whole word; `bare` is without a joined و or ف if it has one (`joined`); `forms` are the forms of
    reporting verbs it may be; `pronoun` is the object that hangs on such a form ("وصفته"); `title` is the title it is.
    """

    folded: str
    bare: str
    joined: str
    flags: int
    forms: tuple[Form, ...]
    pronoun: str
    title: TitleWord | None
    head: HeadWord | None
    triggers: tuple[str, ...]


_FLAG_TRIGGERS = (
    (Is.ACCORDING, "according"),
    (Is.AS_SAID, "as_said"),
    (Is.COLON, "colon"),
)


def _triggers(flags: int, forms: tuple[Form, ...]) -> tuple[str, ...]:
    shapes = {form.shape for form in forms}
    found = ["came"] if flags & Is.CAME else []
    if shapes & {"perfect", "imperfect"}:
        found.append("finite")
    found += [shape for shape in ("participle", "masdar") if shape in shapes]
    return (*found, *(trigger for flag, trigger in _FLAG_TRIGGERS if flags & flag))


_MARK_FLAGS = {
    "،": Is.COMMA,
    ",": Is.COMMA,
    "؛": Is.COMMA,
    ";": Is.COMMA,
    ":": Is.COLON,
    ".": Is.STOP,
    "؟": Is.STOP,
    "?": Is.STOP,
    "!": Is.STOP,
    "(": Is.OPEN,
    "[": Is.OPEN,
    ")": Is.CLOSE,
    "]": Is.CLOSE,
    "-": Is.DASH,
    "–": Is.DASH,
    "—": Is.DASH,
}

_OBJECTS = ("هما", "ها", "هم", "هن", "نا", "ني", "ه")
# Verbs whose object pronoun is common in reports: وصفته, تتهمه, أبلغتني.
_NO_OBJECT = frozenset(["أشار", "رد", "عد", "بين", "ظن", "رأى", "وجد", "رحب", "أمل", "أقر"])
# The verbs that report with a pronoun for the one they speak of; of the others a pronoun is what was said (ما قاله).
DESCRIBING = frozenset(
    ["وصف", "اتهم", "طالب", "دعا", "نفى", "رفض", "أبلغ", "أخبر", "اعتبر", "طلب", "ناشد", "حث", "وعد", "هدد", "نصح", "انتقد", "أدان", "عد", "قدر", "حذر", "سأل"]
)


class Tokens(dict[str, Token]):
    """What published words may be; each spelling is analysed once."""

    def __missing__(self, word: str) -> Token:
        """The analysis of the published `word`."""
        if len(self) > MOST_WORDS:
            self.clear()
        token = self[word] = _analyse(word)
        return token


@cache
def tokens() -> Tokens:
    """The one table of words of this process."""
    return Tokens()


def _mark(word: str, flags: int) -> Token:
    return Token(word, word, "", flags, (), "", None, None, _triggers(flags, ()))


def _analyse(word: str) -> Token:
    if word == "\n":
        return _mark("\n", Is.BREAK)
    if word in MARKS:
        return _mark(word, Is.QUOTE | Is.MARK)
    if word in _MARK_FLAGS:
        return _mark(word, _MARK_FLAGS[word] | Is.MARK)
    folded = fold(word)
    if not folded[:1].isalpha():
        flags = Is.NUMBER if folded[:1].isdigit() else Is.MARK
        return _mark(folded, flags)
    joined, bare = "", folded
    found, pronoun = _forms(folded)
    if not found and folded[0] in "وف" and len(folded) > 2:
        found, pronoun = _forms(folded[1:])
        if found:
            joined, bare = folded[0], folded[1:]
    if not found and folded[0] == "ل" and len(folded) > 4:
        # ليعلن, ليضيف: and then he said.
        found, pronoun = _forms(folded[1:])
        found = tuple(form for form in found if form.shape == "imperfect")
        if found:
            joined, bare = "ل", folded[1:]
    found = _as_written(word, found)
    flags = _flags(folded)
    if not found and folded[0] in "وف" and len(folded) > 2 and not flags & ~Is.DEFINITE:
        under = _flags(folded[1:])
        if under & ~Is.NUMBER:
            joined, bare, flags = folded[0], folded[1:], under
    return Token(
        folded, bare, joined, flags, found, pronoun, title_words()[word], head_words()[word], _triggers(flags, found)
    )


# هنا is "here", not هنأ; نادي a club, عدت "I returned".
_NEVER = frozenset(["هنا", "وهنا", "فهنا", "عدت", "عدنا", "أقرا", "رأس"])


def _as_written(word: str, found: tuple[Form, ...]) -> tuple[Form, ...]:
    """Without the forms that the published hamza forbids: إعلان is no verb, and nobody says of himself أعلن in a report."""
    if word in _NEVER:
        return ()
    letters = word.lstrip("وف")
    if letters[1:2] == "ُ" or word.endswith(("اً", "ًا")):
        # عُرف is passive: nobody is named who says it; طلباً is a noun.
        found = tuple(form for form in found if form.shape in ("masdar", "participle"))
    if letters.startswith("إ"):
        found = tuple(form for form in found if form.shape == "masdar")
    elif letters.startswith("أ"):
        found = tuple(form for form in found if form.shape != "masdar")
    return tuple(form for form in found if form.person == 3)


def _forms(folded: str) -> tuple[tuple[Form, ...], str]:
    """The reporting forms that a folded word may be, and the object pronoun taken off it."""
    table = forms()
    if folded in table:
        return table[folded], ""
    for pronoun in _OBJECTS:
        if not folded.endswith(pronoun) or len(folded) - len(pronoun) < 3:
            continue
        stem = folded[: -len(pronoun)]
        # نفاه is نفى with a pronoun, وصفوها is وصفوا, معتبره is معتبرة.
        for rest in (stem, stem[:-1] + "ي" if stem[-1] == "ا" else "", stem + "ا" if stem[-1] == "و" else ""):
            if rest in table:
                found = tuple(f for f in table[rest] if _bears_object(f))
                if found:
                    return found, pronoun
    return (), ""


def _bears_object(form: Form) -> bool:
    return form.shape == "masdar" or form.verb.lemma not in _NO_OBJECT


_GROUPS = (
    ("that", Is.THAT),
    ("not_before_that", Is.FORBIDS_THAT),
    ("relative", Is.RELATIVE),
    ("negation", Is.NEGATION),
    ("auxiliary", Is.AUXILIARY),
    ("adjunct", Is.ADJUNCT),
    ("occasion", Is.OCCASION),
    ("according", Is.ACCORDING),
    ("as_said", Is.AS_SAID),
    ("pronouns", Is.PRONOUN),
    ("came", Is.CAME),
    ("own_voice", Is.OWN_VOICE),
    ("again", Is.AGAIN),
    ("anonymity", Is.ANONYMITY),
)


@cache
def _known() -> dict[str, int]:
    known: dict[str, int] = {}
    for name, flag in _GROUPS:
        for word in group(name):
            known[word] = known.get(word, 0) | flag
    return known


def _flags(folded: str) -> int:
    flags = _known().get(folded, 0)
    if folded.startswith("ال") and len(folded) > 3:
        flags |= Is.DEFINITE
    return flags


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page and what the earlier stages found, indexed by word.

    `time_end[i]` is where a time that begins at word i ends, `name_end[i]` likewise with `name_kind[i]` and
    `name_skip[i]`, the letters of proclitics before it; `quote_at[i]` is the quotation
    whose opening mark is word i, `inside[i]` the outer quotation that word i stands in. `headline` is a range of words.
    """

    page: Page
    tokens: Sequence[Token]
    time_end: dict[int, int]
    name_end: dict[int, int]
    name_kind: dict[int, str]
    name_skip: dict[int, int]
    quote_at: dict[int, Quote]
    inside: dict[int, Quote]
    heading: Heading
    headline: tuple[int, int] | None
    dateline: int = 0

    def sentence(self, word: int) -> tuple[int, int]:
        """The sentence that `word` stands in, as a range of words, without the dateline before it."""
        first, end = self.page.sentences[self.page.sentence_of[word]]
        return (self.dateline if first < self.dateline <= word else first), end


def _join_and(page: Page, found: list[Token]) -> None:
    """Some desks write و apart: "و أضاف" is read as وأضاف."""
    if "و" not in page.words:
        return
    for i, word in enumerate(page.words[:-1]):
        if word == "و" and not found[i + 1].joined:
            found[i + 1] = replace(found[i + 1], joined="و")


def _carry_surnames(
    page: Page, found: list[Token], end: dict[int, int], kind: dict[int, str], skip: dict[int, int]
) -> None:
    """A surname that stands alone, as in a headline, is the person whose full name stands elsewhere."""
    surnames = set()
    covered = set()
    for first, last in end.items():
        covered.update(range(first, last))
        if kind[first] == "person" and last - first > 1 and len(found[last - 1].folded) > 3:
            surnames.add(found[last - 1].folded)
    if not surnames:
        return
    forms = dict.fromkeys(surnames, 0)
    forms |= {letter + surname: 1 for surname in surnames for letter in "ولب"}
    forms |= {"ل" + surname[1:]: 1 for surname in surnames if surname.startswith("ال")}
    for i, token in enumerate(found):
        if token.folded in forms and i not in covered and token.title is None:
            end[i], kind[i], skip[i] = i + 1, "person", forms[token.folded]


_OPENS_CLAUSE = Is.THAT | Is.COMMA | Is.COLON | Is.QUOTE | Is.OPEN


def _complete_names(found: list[Token], end: dict[int, int], kind: dict[int, str]) -> None:
    """An unknown word between a person's name and أن, a comma or a colon is the rest of the name: كريستالينا جورجيفا أن."""
    for first in [first for first, what in kind.items() if what == "person"]:
        last = end[first]
        for more in (1, 2):
            k = last + more
            if k >= len(found) or not _plain(found[k - 1]) or k - 1 in end:
                break
            if found[k].flags & _OPENS_CLAUSE:
                end[first] = k
                break


def _not_a_title(found: list[Token], end: dict[int, int], kind: dict[int, str]) -> None:
    """A title that stands right before a person's name is no name of its own: الشاهد فلان."""
    for first in [first for first, what in kind.items() if what == "person" and end[first] == first + 1]:
        title = found[first].title
        if title is not None and title.definite and kind.get(first + 1) == "person":
            del end[first], kind[first]


_SAYS_WITHIN, _POST_WITHIN, _LONGEST_RUN = 18, 14, 4


def _names_after_posts(
    found: list[Token], times: dict[int, int], end: dict[int, int], kind: dict[int, str], skip: dict[int, int]
) -> None:
    """Unknown words between a speaker's post and أن or a comma are his name: قال وزير التعليم يؤاف كيش إن."""
    for i, token in enumerate(found):
        if not any(form.shape in ("perfect", "imperfect") for form in token.forms):
            continue
        limit = min(len(found), i + _SAYS_WITHIN)
        post = next(
            (k for k in range(i + 1, min(limit, i + 4)) if found[k].title and not found[k].title.proclitics), None
        )
        if post is None:
            continue
        for b in range(post + 1, limit):
            if found[b].flags & (_OPENS_CLAUSE | Is.STOP | Is.BREAK | Is.ADJUNCT) or b in times or b in end:
                run = b
                while run > post + 1 and b - run < _LONGEST_RUN and _plain(found[run - 1]) and run - 1 not in end:
                    run -= 1
                if _is_run(found, post, run, b) and not any(run <= first < b for first in end):
                    end[run], kind[run], skip[run] = b, "person", 0
                break


def _is_run(found: list[Token], post: int, run: int, b: int) -> bool:
    """Whether the unknown words `run` to `b` can be a name: one behind a title itself, two behind its complement."""
    if run == b or not found[b].flags & _OPENS_CLAUSE:
        return False
    before = found[run - 1]
    if run - 1 == post:
        title = before.title
        return title is not None and (b - run > 1 or title.title.kind == "honorific" or title.definite)
    return b - run > 1 and bool(before.flags & Is.DEFINITE)


def _plain(token: Token) -> bool:
    """A word of which nothing is known."""
    if token.flags or token.forms or token.title or token.head or token.joined:
        return False
    return token.folded.isalpha() and len(token.folded) > 2 and not token.folded.startswith(("ل", "ب", "وال"))


def lay_sheet(page: Page, heading: Heading, times: Sequence[Time], names: Sequence[Name]) -> Sheet:
    """Bring together what the earlier stages found, by word."""
    table = tokens()
    time_end: dict[int, int] = {}
    for time in times:
        first, end = page.words_in(time.span)
        if first < end:
            time_end[first] = end
    name_end: dict[int, int] = {}
    name_kind: dict[int, str] = {}
    name_skip: dict[int, int] = {}
    for name in names:
        first, end = page.words_in(name.span)
        if first < end:
            name_end[first] = max(end, name_end.get(first, 0))
            name_kind[first] = name.kind
            name_skip[first] = max(0, name.span.start - page.starts[first])
    quote_at = {quote.first - 1: quote for quote in page.quotes}
    inside: dict[int, Quote] = {}
    for quote in page.quotes:
        if quote.depth == 0:
            inside.update(dict.fromkeys(range(quote.first, quote.end), quote))
    headline = page.words_in(heading.headline) if heading.headline else None
    dateline = page.words_in(heading.dateline)[1] if heading.dateline else 0
    while 0 < dateline < len(page.words) and page.words[dateline] in "-–—:.)":
        dateline += 1
    found = list(map(table.__getitem__, page.words))
    _join_and(page, found)
    _not_a_title(found, name_end, name_kind)
    _names_after_posts(found, time_end, name_end, name_kind, name_skip)
    _complete_names(found, name_end, name_kind)
    _carry_surnames(page, found, name_end, name_kind, name_skip)
    return Sheet(page, found, time_end, name_end, name_kind, name_skip, quote_at, inside, heading, headline, dateline)
