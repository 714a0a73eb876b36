"""What a single word may be for the rules of statements: a form of a verb of saying, a title, a mark, a small word."""

from functools import cache

import msgspec

from takhrij.lexicon.function_words import group, letters, spelled
from takhrij.lexicon.lookup import MOST_WORDS
from takhrij.lexicon.organizations import HeadWord
from takhrij.lexicon.organizations import heads as head_words
from takhrij.lexicon.titles import TitleWord
from takhrij.lexicon.titles import words as title_words
from takhrij.lexicon.verbs import Form, forms
from takhrij.rules.statements.may import may
from takhrij.text.columns import Column
from takhrij.text.fold import fold
from takhrij.text.quotes import MARKS

_TANWEEN = "\u064b"
_DAMMA = "\u064f"


class Is:
    """What a word may be, as far as the rules of statements care: flags of one integer.

    Plain integers, since the flags of `enum` are ten times slower to ask and are asked of every word.
    """

    THAT = 1 << 0
    COMMA = 1 << 1
    STOP = 1 << 2
    COLON = 1 << 3
    QUOTE = 1 << 4
    RELATIVE = 1 << 5
    ACCORDING = 1 << 6
    NEGATION = 1 << 7
    AUXILIARY = 1 << 8
    ADJUNCT = 1 << 9
    OCCASION = 1 << 10
    DEFINITE = 1 << 11
    FORBIDS_THAT = 1 << 12
    AGAIN = 1 << 13
    OWN_VOICE = 1 << 14
    OPEN = 1 << 15
    CLOSE = 1 << 16
    NUMBER = 1 << 17
    BREAK = 1 << 18
    MARK = 1 << 19
    AS_SAID = 1 << 20
    ANONYMITY = 1 << 21
    DASH = 1 << 22
    PRONOUN = 1 << 23
    CAME = 1 << 24
    SAYING = 1 << 25


class Token(msgspec.Struct, frozen=True):
    """One spelling as the rules of statements see it.

    `folded` is the whole word; `bare` is without a joined و, ف or ل if it has one (`joined`); `flags` are those of
    `Is`; `forms` are the forms of reporting verbs it may be, and `is_finite` tells that one of them is no participle
    and no verbal noun; `pronoun` is the object that hangs on such a form ("وصفته"); `title` is the title it is, `head`
    the noun that heads names of organisations or documents; `triggers` are the rules to try where it stands; `may` is
    what it may do where somebody speaks, as flags of `May`.
    """

    folded: str
    bare: str
    joined: str
    flags: int
    forms: tuple[Form, ...]
    is_finite: bool
    pronoun: str
    title: TitleWord | None
    head: HeadWord | None
    triggers: tuple[str, ...]
    may: int

    def behind(self, joined: str) -> "Token":
        """The word with `joined`, written apart before it, as its own."""
        return Token(
            folded=self.folded,
            bare=self.bare,
            joined=joined,
            flags=self.flags,
            forms=self.forms,
            is_finite=self.is_finite,
            pronoun=self.pronoun,
            title=self.title,
            head=self.head,
            triggers=self.triggers,
            may=self.may,
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


@cache
def token_column() -> Column[Token]:
    """The same for the words of pages."""
    return Column(tokens().__getitem__)


def is_accusative(word: str) -> bool:
    """Whether the published `word` is spelled as an accusative: محتجزا, طلباً."""
    return word.rstrip(_TANWEEN).endswith("ا")


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


def _analyse(word: str) -> Token:
    if word == "\n":
        return _mark("\n", Is.BREAK)
    if word in MARKS:
        return _mark(word, Is.QUOTE | Is.MARK)
    if word in _MARK_FLAGS:
        return _mark(word, _MARK_FLAGS[word] | Is.MARK)
    folded = fold(word)
    if not folded[:1].isalpha():
        # A word of nothing but silent signs, such as a lone tatweel, stays what it is.
        return _mark(folded or word, Is.NUMBER if folded[:1].isdigit() else Is.MARK)
    joined, found, pronoun = _verb(folded)
    found = _as_written(word, found)
    flags = _flags(folded, word)
    title = title_words()[word]
    whole = title is not None and not title.proclitics and word.endswith("ي")
    # والي is a governor, والى "and to".
    if not found and not whole and folded[0] in "وف" and len(folded) > 2 and not flags & ~Is.DEFINITE:
        under = _flags(folded[1:], word[1:])
        if under & ~Is.NUMBER:
            joined, flags = folded[0], under
    return Token(
        folded=folded,
        bare=folded[len(joined) :],
        joined=joined,
        flags=flags,
        forms=found,
        is_finite=any(form.is_finite for form in found),
        pronoun=pronoun,
        title=title,
        head=head_words()[word],
        triggers=_triggers(flags, found),
        may=may(folded),
    )


def _mark(word: str, flags: int) -> Token:
    return Token(word, word, "", flags, (), False, "", None, None, _triggers(flags, ()), may(word))


_FLAG_TRIGGERS = (
    (Is.ACCORDING, "according"),
    (Is.AS_SAID, "as_said"),
    (Is.COLON, "colon"),
    (Is.SAYING, "saying"),
)


_TRIGGERING = Is.CAME | Is.ACCORDING | Is.AS_SAID | Is.COLON | Is.SAYING


def _triggers(flags: int, found: tuple[Form, ...]) -> tuple[str, ...]:
    if not found and not flags & _TRIGGERING:
        return ()
    shapes = {form.shape for form in found}
    named = ["came"] if flags & Is.CAME else []
    if any(form.is_finite for form in found):
        named.append("finite")
    named += [shape for shape in ("participle", "masdar") if shape in shapes]
    return (*named, *(trigger for flag, trigger in _FLAG_TRIGGERS if flags & flag))


def _verb(folded: str) -> tuple[str, tuple[Form, ...], str]:
    """The letter joined before a reporting form, the forms that the folded word may be, and their object pronoun."""
    found, pronoun = _forms(folded)
    if found:
        return "", found, pronoun
    if folded[0] in "وف" and len(folded) > 2:
        found, pronoun = _forms(folded[1:])
        if found:
            return folded[0], found, pronoun
    if folded[0] == "ل" and len(folded) > 4:
        # ليعلن, ليضيف: and then he said.
        found, pronoun = _forms(folded[1:])
        found = tuple(form for form in found if form.shape == "imperfect")
        if found:
            return "ل", found, pronoun
    return "", (), pronoun


def _as_written(word: str, found: tuple[Form, ...]) -> tuple[Form, ...]:
    """Without the forms that the published hamza forbids: إعلان is no verb, nobody says of himself أعلن in a report."""
    if not found or word in spelled("never_verbs"):
        return ()
    stem = word.lstrip("وف")
    if stem[1:2] == _DAMMA or (word.endswith(("\u0627\u064b", "\u064b\u0627"))):
        # عُرف is passive: nobody is named who says it; طلباً is a noun.
        found = tuple(form for form in found if not form.is_finite)
    if stem.startswith(_LONG):
        # آمل, آخذ: the first person.
        return ()
    if stem.startswith("إ"):
        found = tuple(form for form in found if form.shape == "masdar")
    elif stem.startswith("أ"):
        found = tuple(form for form in found if form.shape != "masdar")
        # أعتقد, أعتبر: the first person of what would be spelled اعتقد.
        found = tuple(form for form in found if form.shape != "perfect" or not form.verb.lemma.startswith("ا"))
    return tuple(form for form in found if form.person == 3)


def _forms(folded: str) -> tuple[tuple[Form, ...], str]:
    """The reporting forms that a folded word may be, and the object pronoun taken off it."""
    table = forms()
    if folded in table:
        return table[folded], ""
    if not folded.endswith(letters("object_pronouns")):
        return (), ""
    for pronoun in letters("object_pronouns"):
        if not folded.endswith(pronoun) or len(folded) - len(pronoun) < 3:
            continue
        for rest in _before_pronoun(folded[: -len(pronoun)]):
            if rest in table:
                found = tuple(form for form in table[rest] if _bears_object(form))
                if found:
                    return found, pronoun
    return (), ""


def _before_pronoun(stem: str) -> tuple[str, ...]:
    """The spellings that a form may have without its pronoun: نفاه is نفى, وصفوها is وصفوا."""
    if stem[-1] == "ا":
        return stem, stem[:-1] + "ي"
    if stem[-1] == "و":
        return stem, stem + "ا"
    return (stem,)


def _bears_object(form: Form) -> bool:
    return form.shape == "masdar" or form.verb.lemma not in spelled("no_object_verbs")


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
    ("saying", Is.SAYING),
)


@cache
def _known() -> dict[str, int]:
    known: dict[str, int] = {}
    for name, flag in _GROUPS:
        for word in group(name):
            known[word] = known.get(word, 0) | flag
    return known


# آلاف begins like a definite word once it is folded.
_LONG = "آ"


def _flags(folded: str, word: str) -> int:
    flags = _known().get(folded, 0)
    if folded.startswith("ال") and len(folded) > 3 and not word.startswith(_LONG):
        flags |= Is.DEFINITE
    # آن is a woman's name.
    return flags & ~Is.THAT if word.startswith(_LONG) else flags
