"""Bodies called by their owner's pronoun: وزارته, حزبها, حكومتهم. Whose they are the report told before."""

from takhrij.lexicon.function_words import letters
from takhrij.lexicon.organizations import HeadWord, heads
from takhrij.lexicon.places import people
from takhrij.reading.players import Phrase
from takhrij.reading.proper import proper_end
from takhrij.reading.wording import content_words, phrase_text, roots_of_heads
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.sheet import Is, Sheet
from takhrij.text.clitics import segment
from takhrij.text.fold import fold

# The post of an owner stands so near before his body.
_REACH = 60
_OPEN = "ت"
_FOR = "ل"
_MARBUTA = "ة"
_MINISTRY = "وزارة"
_MINISTER = "وزير"


def owner_of_account(sheet: Sheet, first: int, stop: int) -> int:
    """Where the body or person begins whose account word `first` is: حساب | وزارة الخارجية; 0 without one."""
    head = sheet.tokens[first].head
    if head is None or head.kind != "account" or segment(sheet.page.words[first]).enclitic:
        return 0
    for k in range(first + 1, stop):
        token = sheet.tokens[k]
        body = token.head is not None and token.head.kind == "organization" and token.head.proclitics in ("", _FOR)
        if body or sheet.name_kind.get(k) in ("person", "organization"):
            return k
        if not token.flags & Is.DEFINITE or token.title is not None:
            return 0
    return 0


def owned_body(sheet: Sheet, first: int, *, again: bool) -> Phrase | None:
    """The body that the word at `first` names by a pronoun, under its own name where the report told it."""
    head = _owned_head(sheet.page.words[first])
    if head is None:
        return None
    text, found = _told_before(sheet, first, head)
    parts, nations = content_words(sheet, *found) if found else (frozenset[str](), frozenset[str]())
    kind = roots_of_heads()[head.head.forms]
    return Phrase(
        words=(first, first + 1),
        name=text or phrase_text(sheet, first, first + 1),
        kind="organization",
        named=bool(text),
        parts=parts | {kind},
        nations=nations,
        head=kind,
        gender="f" if fold(head.form).endswith("ه") else "m",
        definite=True,
        lone=not text,
        again=again,
    )


def _owned_head(word: str) -> HeadWord | None:
    """The word for a body on which a pronoun hangs: وزارة in وزارته."""
    parts = segment(word)
    if parts.enclitic not in letters("object_pronouns") or parts.proclitics or parts.article:
        return None
    noun = parts.stem
    head = heads()[noun[:-1] + _MARBUTA if noun.endswith(_OPEN) else noun]
    return head if head is not None and head.kind == "organization" and not head.definite else None


def _told_before(sheet: Sheet, first: int, head: HeadWord) -> tuple[str, tuple[int, int] | None]:
    """The full name of the body before word `first`, with its words: حزب الأمل, وزارة العدل of a وزير العدل."""
    kind = roots_of_heads()[head.head.forms]
    for k in range(first - 1, max(first - _REACH, 0) - 1, -1):
        token = sheet.tokens[k]
        if token.head is not None and not token.head.definite and roots_of_heads()[token.head.head.forms] == kind:
            end = proper_end(sheet, k)
            return (phrase_text(sheet, k, end), (k, end)) if end > k + 1 else ("", None)
        title = token.title
        if head.form == _MINISTRY and title is not None and title.title.word == _MINISTER and title.number == 1:
            end = _complement_end(sheet, k, first)
            if end > k + 1 and not title.definite:
                return f"{_MINISTRY} {phrase_text(sheet, k + 1, end)}", (k + 1, end)
    return "", None


def _complement_end(sheet: Sheet, k: int, limit: int) -> int:
    """Where the words end that tell of what the post at word `k` is, before its nation and the name of its holder."""
    end = noun_phrase(sheet, k, limit)
    words = sheet.page.words
    stop = next((m for m in range(k + 1, end) if m in sheet.name_end and sheet.name_kind[m] == "person"), end)
    return next((m for m in range(k + 2, stop) if people()[words[m]] is not None), stop)
