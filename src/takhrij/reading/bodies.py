"""The bodies of which a report tells something though they neither speak nor act in an event: armed groups, armies.

An armed group is told of wherever it is named (مواقع الحوثيين), a body where a sentence begins with it (أن القوات
الأميركية وجهت ضربة), and one that the lexicon knows where it is named again and again.
"""

from collections import Counter
from collections.abc import Iterator

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.world import armed_column, armed_names, world
from takhrij.reading.players import Phrase, Player, Words
from takhrij.reading.proper import proper_end
from takhrij.reading.speakers import Cast
from takhrij.reading.wording import content_words, phrase_text, roots_of_heads
from takhrij.rules.statements.sheet import Is, Sheet
from takhrij.rules.statements.tokens import Token

_AGAIN = 2
_POST_BEFORE = 3
_AND = "و"
_SHE = "ت"
_PLURAL = "ات"
_SHORTEST_VERB = 4
_TRADE = "BUS"


def bodies_told_of(sheet: Sheet, cast: Cast) -> Iterator[Player]:
    """The bodies, each perhaps more than once."""
    for words in _armed(sheet):
        yield cast.who(_phrase(sheet, words))
    for i in _behind_that(sheet, cast.mentions.heads()):
        end = proper_end(sheet, i)
        if end > i + 1 or sheet.tokens[i].flags & Is.DEFINITE:
            yield cast.at((i, end))
    yield from _known(sheet, cast)


def _armed(sheet: Sheet) -> Iterator[Words]:
    """Where armed groups are named, with the word for what they are: ميليشيات الحوثي."""
    page = sheet.page
    begin = armed_column().where(page.spellings, page.numbers)
    found = armed_names().among(page.words, begin) if begin else []
    if not found:
        return
    times = Counter([phrase.value for phrase in found])
    for phrase in found:
        first, end, body, proclitics = phrase.first, phrase.end, phrase.value, phrase.proclitics
        ordinary = end == first + 1 and sheet.tokens[first].folded in group("ordinary_names")
        if ordinary and (first not in sheet.name_end or times[body] < _AGAIN):
            continue
        hangs = proclitics.strip(_AND) and times[body] < _AGAIN
        if hangs or _is_in_post(sheet, first):
            # مرتبطة بتنظيم القاعدة, زعيم حركة طالبان
            continue
        head = sheet.tokens[first - 1].head if first and not proclitics else None
        whole = (
            head is not None
            and head.kind == "organization"
            and roots_of_heads()[head.head.forms] in group("before_names")
        )
        yield (first - 1 if whole else first), end


def _phrase(sheet: Sheet, words: Words) -> Phrase:
    first, end = words
    parts, nations = content_words(sheet, first, end)
    head = sheet.tokens[first].head
    return Phrase(
        words=words,
        name=phrase_text(sheet, first, end),
        kind="organization",
        named=True,
        parts=parts | (nations if not parts else frozenset()),
        nations=nations if parts else frozenset(),
        head=roots_of_heads()[head.head.forms] if head is not None else "",
    )


def _behind_that(sheet: Sheet, heads: list[int]) -> Iterator[int]:
    """Those of the `heads` of bodies' names that stand right behind أن, quotation marks left out."""
    tokens, words, opening = sheet.tokens, group("acting_bodies"), group("openings_of_clauses")
    for i in heads:
        head = tokens[i].head
        if head is None or head.kind != "organization" or head.proclitics or i == 0:
            continue
        before = tokens[i - 2] if tokens[i - 1].flags & Is.QUOTE and i > 1 else tokens[i - 1]
        if (before.folded in opening or _is_her_verb(before)) and roots_of_heads()[head.head.forms] in words:
            yield i


def _is_her_verb(token: Token) -> bool:
    """Whether the word is likely a verb of her: قدمت الحكومة الروسية, عززت قوات النظام."""
    folded = token.folded
    plain = not (token.flags or token.title or token.head)
    return plain and len(folded) >= _SHORTEST_VERB and folded.endswith(_SHE) and not folded.endswith(_PLURAL)


def _known(sheet: Sheet, cast: Cast) -> Iterator[Player]:
    """The bodies that the lexicon knows and the report names again, not only in somebody's post."""
    named = [
        i
        for i, kind in sheet.name_kind.items()
        if kind == "organization" and not _is_in_post(sheet, i) and not _is_quoted_behind_head(sheet, i)
    ]
    if len(named) < _AGAIN:
        return
    texts = {i: phrase_text(sheet, i, sheet.name_end[i]) for i in named}
    times = Counter(texts.values())
    for i, text in texts.items():
        body = world().body(text) if times[text] >= _AGAIN else None
        if body is not None and body.sector != _TRADE:
            yield cast.at((i, sheet.name_end[i]))


def _is_in_post(sheet: Sheet, i: int) -> bool:
    """الأمين العام للأمم المتحدة, بعثة الأمم المتحدة"""
    if i and sheet.tokens[i - 1].head is not None:
        return True
    return any(token.title is not None for token in sheet.tokens[max(i - _POST_BEFORE, 0) : i])


def _is_quoted_behind_head(sheet: Sheet, i: int) -> bool:
    """تنظيم «الدولة الإسلامية»: the body is called with the word before its mark."""
    return i > 1 and bool(sheet.tokens[i - 1].flags & Is.QUOTE) and sheet.tokens[i - 2].head is not None
