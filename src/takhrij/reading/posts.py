"""The posts beside the names of a page: وزير العدل فلان, فلان، وزير العدل."""

from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.lexicon.titles import TitleWord
from takhrij.reading.naming import name_text
from takhrij.reading.players import Phrase
from takhrij.reading.wording import parts_of, phrase_text, post_words, same
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.sheet import Is, Sheet

_REACH = 14


def named_persons(sheet: Sheet) -> list[tuple[frozenset[str], int, str]]:
    """Every naming of a person on the page, the longest names first: its parts, its first word, the name."""
    found = []
    for i, kind in sheet.name_kind.items():
        if kind == "person":
            name = name_text(sheet, i)
            found.append((parts_of(name), i, name))
    found.sort(key=lambda naming: (-len(naming[0]), naming[1]))
    return found


def with_post(sheet: Sheet, i: int, name: str, parts: frozenset[str]) -> Phrase | None:
    """The person `name` of word `i` with the post before or after it; None where none stands there."""
    end = sheet.name_end[i]
    first = post_before(sheet, i)
    low, high = (first, i) if first < i else (end, post_after(sheet, end))
    if first < i and not has_post(sheet, low, high) and has_post(sheet, end, post_after(sheet, end)):
        # الفريق فلان، رئيس الأركان: the rank before him is no post.
        low, high = end, post_after(sheet, end)
    while low < high and sheet.tokens[low].flags & Is.MARK:
        low += 1
    while high > low and sheet.tokens[high - 1].flags & Is.MARK:
        high -= 1
    title = (
        next((sheet.tokens[k].title for k in range(low, high) if sheet.tokens[k].title), None) if low < high else None
    )
    if title is None:
        return None
    posts, nations = post_words(sheet, low, high)
    real = title.title.kind != "honorific"
    return Phrase(
        words=(i, end),
        name=name,
        kind="person",
        named=True,
        parts=parts,
        posts=posts,
        nations=nations,
        head=same(title.title.word) if real else "",
        gender="f" if title.feminine else "",
        role=phrase_text(sheet, low, high) if real else None,
        mention=(i, end),
    )


def has_post(sheet: Sheet, low: int, high: int) -> bool:
    """Whether a post stands in these words, not only a rank."""
    return any(
        title is not None and title.title.kind != "honorific"
        for title in (token.title for token in sheet.tokens[low:high])
    )


def post_before(sheet: Sheet, i: int) -> int:
    """Where the post before the name at word `i` begins; `i` itself where none stands there."""
    tokens = sheet.tokens
    lowest = max(sheet.sentence(i)[0], i - _REACH)
    if sheet.name_skip.get(i):
        return i
    for start in range(lowest, i):
        title = tokens[start].title
        if title is None or title.proclitics.strip("ولب") or start in sheet.name_end:
            continue
        if title.number > 1 and not title.definite:
            # معارضو الرئيس فلان: he is none of them.
            continue
        if any(_begins_another(tokens[k].title) for k in range(start + 1, i)):
            continue
        melted = tokens[start].folded.startswith(source_words().melted)
        end = noun_phrase(sheet, start, i) if not melted else _adjectives(sheet, start + 1, i)
        if end >= i or (end == i - 1 and tokens[end].flags & Is.COMMA):
            return i if tokens[start].folded in source_words().somebodys and end >= i else start
    return i


def _begins_another(title: TitleWord | None) -> bool:
    """زعيم كوريا والرئيس فلان: a second post with the article is the next one's."""
    return title is not None and title.proclitics == "و" and title.definite


def _adjectives(sheet: Sheet, i: int, end: int) -> int:
    """Over the definite words after للرئيس."""
    while i < end and sheet.tokens[i].flags & Is.DEFINITE:
        i += 1
    return i


def post_after(sheet: Sheet, end: int) -> int:
    """Where the post after a name that ends at word `end` ends: فلان، وزير العدل."""
    tokens = sheet.tokens
    if end + 1 >= len(tokens):
        return end
    first = end + 1 if tokens[end].flags & (Is.COMMA | Is.OPEN | Is.DASH) else end
    title = tokens[first].title
    if title is None or title.proclitics or title.title.kind == "honorific" or (first == end and not title.definite):
        return end
    stop = noun_phrase(sheet, first, min(end + _REACH, len(tokens)))
    if any(sheet.name_kind.get(k) == "person" for k in range(first, stop + 1)):
        # فلان، وزير العدل علان: the post is the next one's.
        return end
    return stop


def ends_of_post(sheet: Sheet, first: int, stop: int) -> list[int]:
    """Where the known post at word `first` may end before what belongs to the verb: الوزير الفرنسي | بقوله."""
    tokens, words = sheet.tokens, sheet.page.words
    ends = []
    closed = bool(tokens[first].flags & Is.DEFINITE)
    for i in range(first + 1, stop):
        folded = tokens[i].folded
        after_nation = people()[words[i - 1]] is not None and tokens[i - 1].flags & Is.DEFINITE
        if closed and (
            folded in source_words().where_or_when
            or (folded.startswith("ب") and len(folded) > 3 and folded not in source_words().on_behalf)
            or (tokens[i].flags & Is.DEFINITE and (after_nation or folded.endswith(source_words().plural_endings)))
        ):
            ends.append(i)
        closed = closed or bool(tokens[i].flags & Is.DEFINITE)
    return ends
