"""Posts told by another's: نظيره الأمريكي beside a minister is a minister too, والتركي فلان behind وزيرا الخارجية."""

from typing import NamedTuple

from takhrij.lexicon.places import names as place_names
from takhrij.lexicon.places import people
from takhrij.lexicon.titles import TitleWord
from takhrij.reading.standing import is_no_post
from takhrij.reading.wording import phrase_text, post_words, same
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.sheet import Is, Sheet

_COUNTERPART = "نظير"
_ARTICLE = "ال"
_MARBUTA = "ة"
_AND_THE = "وال"
# The other's post stands so near before: in the same sentence, within so many words.
_REACH = 40
_PAIR_WITHIN = 16
_TWO = 2
_NAME = 6
# الكوري الشمالي
_LONGEST_NATION = 2


class Told(NamedTuple):
    """A post made of another's words: its text, the words of the other's post, and those of its own nation."""

    text: str
    post: tuple[int, int]
    nation: tuple[int, int]


def counterpart(sheet: Sheet, low: int, high: int) -> Told | None:
    """The post that نظيره at word `low` means, with what stands behind it up to word `high`; None where none is told.

    التقى وزير الخارجية السعودي فلان | نظيره الأمريكي: the foreign minister of America.
    """
    title = sheet.tokens[low].title
    if title is None or title.title.word != _COUNTERPART or title.number > _TWO:
        return None
    if high > low + 1 and not _is_nation(sheet, low + 1):
        # نظيره في حزب الأمل
        return None
    meant = _meant(sheet, low, feminine=title.feminine)
    if meant is None:
        return None
    behind = phrase_text(sheet, low + 1, high) if high > low + 1 else ""
    return Told(f"{meant[0]} {behind}".strip(), meant[1], (low + 1, high))


def _meant(sheet: Sheet, low: int, *, feminine: bool) -> tuple[str, tuple[int, int]] | None:
    """The post of the other behind whom نظيره stands at word `low`: its text for a man or a woman, and its words."""
    first = max(sheet.sentence(low)[0], low - _REACH)
    for k in range(low - 1, first - 1, -1):
        other = sheet.tokens[k].title
        if other is None or other.title.kind != "role" or other.number != 1 or other.possessed:
            continue
        if k in sheet.name_end or is_no_post(sheet, k):
            continue
        before = sheet.tokens[k - 1].title if k else None
        named = any(
            sheet.name_end.get(m, 0) >= k and sheet.name_kind[m] == "person" for m in range(max(k - _NAME, 0), k)
        )
        if named or (before is not None and before.title.kind == "role"):
            # عبد الفتاح | السياسي is no post, and of نائب | رئيس الوزراء the first word is the post.
            continue
        end = _post_end(sheet, k, low)
        return _of_gender(_without_place(sheet, k, end, other), other, feminine=feminine), (k, end)
    return None


def second_of_two(sheet: Sheet, i: int) -> Told | None:
    """The post of the second of two before whose name only his nation stands: وزيرا الخارجية الأمريكي فلان | والتركي.

    `i` is the first word of his name.
    """
    begin = _nation_before(sheet, i)
    if begin is None:
        return None
    nation = sheet.page.says(begin, i)[1:]
    first = max(sheet.sentence(i)[0], begin - _PAIR_WITHIN)
    for k in range(begin - 1, first - 1, -1):
        title = sheet.tokens[k].title
        if title is None or title.number != _TWO or title.title.kind != "role":
            continue
        end = next((m for m in range(k + 1, begin) if _is_nation(sheet, m)), begin)
        if end == begin:
            return None
        if title.title.word == _COUNTERPART:
            # ونظيراه الإيراني فلان | والتركي فلان
            meant = _meant(sheet, k, feminine=False)
            return Told(f"{meant[0]} {nation}", meant[1], (begin, i)) if meant is not None else None
        one = title.title.word if not title.feminine else title.title.feminine or title.title.word + _MARBUTA
        rest = phrase_text(sheet, k + 1, end) if end > k + 1 else ""
        text = f"{_ARTICLE if title.definite else ''}{one} {rest}".strip()
        return Told(f"{text} {nation}", (k, end), (begin, i))
    return None


def words_of_post(sheet: Sheet, told: Told) -> tuple[frozenset[str], frozenset[str], str]:
    """The roots of the post's words, its nations and its head, by which he is called later: الوزير الأميركي."""
    posts, _ = post_words(sheet, told.post[0], told.post[1])
    own, nations = post_words(sheet, told.nation[0], told.nation[1])
    title = sheet.tokens[told.post[0]].title
    return posts | own, nations, same(title.title.word) if title is not None else ""


def words_of_role(
    sheet: Sheet, low: int, high: int, title: TitleWord | None
) -> tuple[frozenset[str], frozenset[str], str]:
    """The roots of a post's words, its nations and its head; of نظيره those of the post that it means."""
    told = counterpart(sheet, low, high) if low < high else None
    if told is not None:
        return words_of_post(sheet, told)
    posts, nations = post_words(sheet, low, high)
    return posts, nations, same(title.title.word) if title is not None else ""


def _nation_before(sheet: Sheet, i: int) -> int | None:
    """Where the nation begins, joined by و, that stands right before the name at word `i`: والكوري الشمالي | كيم."""
    for k in range(i - 1, max(i - 1 - _LONGEST_NATION, 0), -1):
        if sheet.page.words[k].startswith(_AND_THE):
            return k if _is_nation(sheet, k) and k not in sheet.name_end else None
        if not sheet.tokens[k].flags & Is.DEFINITE:
            return None
    return None


def _is_nation(sheet: Sheet, k: int) -> bool:
    found = people()[sheet.page.words[k]]
    return found is not None and found.definite


def _post_end(sheet: Sheet, k: int, limit: int) -> int:
    """Where the words of the post at word `k` end that another nation's may have as well."""
    end = noun_phrase(sheet, k, limit)
    named = next((m for m in range(k + 1, end) if sheet.name_kind.get(m) == "person"), end)
    return next((m for m in range(k + 1, named) if _is_nation(sheet, m) or sheet.tokens[m].flags & Is.MARK), named)


def _without_place(sheet: Sheet, k: int, end: int, title: TitleWord) -> str:
    """The post without its country: رئيس كوريا الجنوبية is الرئيس, وزير خارجية اليابان is وزير الخارجية."""
    words = sheet.page.words
    for m in range(k + 1, end):
        place = place_names().at(words, m)
        if place is None or place.value.kind == "people" or place.proclitics:
            continue
        if m == k + 1:
            return _ARTICLE + title.form
        last = words[m - 1]
        return f"{phrase_text(sheet, k, m - 1)} {last if last.startswith(_ARTICLE) else _ARTICLE + last}"
    return phrase_text(sheet, k, end)


def _of_gender(text: str, title: TitleWord, *, feminine: bool) -> str:
    """The post's text for a man or a woman: وزيرة الخارجية of وزير الخارجية."""
    if title.feminine == feminine:
        return text
    head, _, rest = text.partition(" ")
    article = _ARTICLE if head.startswith(_ARTICLE) else ""
    one = title.title.word if not feminine else title.title.feminine or title.title.word + _MARBUTA
    return f"{article}{one} {rest}".strip()
