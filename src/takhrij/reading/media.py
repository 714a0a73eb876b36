"""Outlets by their names: صحيفة «الشرق الأوسط» السعودية is الشرق الأوسط, and CNN بالعربية is CNN."""

from functools import cache

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.lookup import MOST_WORDS
from takhrij.lexicon.lookup import Phrase as Found
from takhrij.lexicon.outlets import Outlet, OutletKind, common
from takhrij.lexicon.outlets import names as outlet_names
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.reading.naming import name_text
from takhrij.reading.players import Phrase
from takhrij.reading.wording import content_words, phrase_text, plain, roots_of_heads
from takhrij.rules.statements.sheet import Is, Sheet, Token
from takhrij.text.fold import fold
from takhrij.text.page import lay_out


class _Families(dict[str, str]):
    """For a name the outlet it is an edition of: CNN بالعربية and سي إن إن are one."""

    def __missing__(self, name: str) -> str:
        if len(self) > MOST_WORDS:
            self.clear()
        words = [word for word in lay_out(name).words if word != "."]
        while len(words) > 1 and fold(words[-1]) in source_words().editions:
            words.pop()
        found = _at(words, 0) if words else None
        if found is None and len(words) > 1:
            found = _at(words, 1)
            if found is not None and found.end < len(words) and common(found.value.name):
                found = None
        base = found.value.name if found is not None else " ".join(map(fold, words))
        if base != name and fold(base.split()[-1]) in source_words().editions and len(base.split()) > 1:
            base = self[base]
        self[name] = base
        return base


@cache
def _families() -> _Families:
    return _Families()


def family(name: str) -> str:
    """What tells outlets apart: the same for every spelling and edition of one."""
    return _families()[name]


def _at(words: list[str], i: int) -> Found[Outlet] | None:
    """The outlet at word `i`, also where ل hangs before a short name: لبي بي سي."""
    found = outlet_names().at(words, i)
    if found is None and words[i][:1] in "لبو" and len(words[i]) > 2:
        rest = [words[i][1:].lstrip("ـ"), *words[i + 1 : i + 6]]
        again = outlet_names().at(rest, 0)
        if again is not None:
            return again.over(i, i + again.end)
    return found


def outlet_phrase(sheet: Sheet, first: int, stop: int, *, again: bool) -> Phrase:
    """The outlet that words `first` to `stop` name, its name without the medium and the nation behind it."""
    head = sheet.tokens[first].head
    name, key = ("", "") if head is not None and fold(head.form) in source_words().mass else _name(sheet, first, stop)
    parts, nations = content_words(sheet, first, stop)
    lone = head is not None and len(parts) <= 1 and not nations and not key
    mass = head is not None and (
        fold(head.form) in source_words().mass
        or (not key and not head.definite and not _specific(sheet, first + 1, stop))
    )
    mass = mass or (head is not None and fold(head.form) == "وساءل")
    text = (name or phrase_text(sheet, first, stop)).removeprefix("لـ")
    masculine = head is not None and fold(head.form) in source_words().masculine_media
    return Phrase(
        words=(first, stop),
        name=text,
        kind="outlet",
        named=not mass and (bool(key) or not lone),
        parts=parts,
        nations=nations,
        head=roots_of_heads()[head.head.forms] if head is not None else "",
        key=key,
        gender="m" if masculine else "f" if head is not None else "",
        definite=head is None or head.definite,
        lone=head is not None
        and not key
        and not (nations and (mass or fold(head.form) in group("stations")))
        and (lone or (head.definite and parts <= {roots_of_heads()[head.head.forms]})),
        again=again,
    )


def _specific(sheet: Sheet, first: int, stop: int) -> bool:
    """Whether the words after a medium are a name: a word with the article, a name, Latin letters."""
    tokens = sheet.tokens
    return any(
        tokens[i].flags & (Is.DEFINITE | Is.NUMBER) or i in sheet.name_end or tokens[i].folded.isascii()
        for i in range(first, stop)
    )


def _name(sheet: Sheet, first: int, stop: int) -> tuple[str, str]:
    """The name proper and its key; two empty strings where the phrase names none."""
    words, tokens = sheet.page.words, sheet.tokens
    agency = _agency_at(sheet, first, stop)
    if agency:
        return agency, family(agency)
    whole = outlet_names().at(words, first)
    if whole is not None and whole.end - first > 1 and not common(whole.value.name):
        end = whole.end
        while _of_news(sheet, first) and end < stop and people()[words[end]] is not None:
            end += 1
        text = _as_written(sheet, first, end)
        return text, family(whole.value.name if end == whole.end else text)
    for i in range(first, stop):
        quote = sheet.quote_at.get(i)
        if quote is not None and quote.end - quote.first <= 6:
            text = plain(sheet.page.says(quote.first, quote.end))
            return text, family(text)
    for i in range(first, min(stop, first + 3)):
        found = _at(words, i)
        if found is not None and i > first and not _fits_medium(sheet, first, found.value):
            continue
        if sheet.name_kind.get(i) == "outlet" and not (
            i == first + 1 and (_of_news(sheet, first) or _is_many(sheet, first))
        ):
            text = _without_nation(sheet, i)
            return text, family(text)
        if found is not None and found.end <= stop + 2 and (found.end >= stop - 1 or not common(found.value.name)):
            if tokens[i].head is not None and i == first and found.end - i == 1:
                continue
            return _as_written(sheet, i, found.end), family(found.value.name)
    return _rest(sheet, first, stop)


def _agency_at(sheet: Sheet, first: int, stop: int) -> str:
    """The known name of an agency between وكالة and للأنباء: وكالة | تاس | الرسمية للأنباء; empty without one."""
    head, tokens = sheet.tokens[first].head, sheet.tokens
    if head is None or roots_of_heads()[head.head.forms] not in source_words().agencies or first + 2 >= len(tokens):
        return ""
    found = outlet_names().at(sheet.page.words, first + 1)
    if found is None or found.proclitics or found.value.kind != "agency":
        return ""
    news = next((k for k in range(found.end, stop) if tokens[k].folded in source_words().for_news), -1)
    if news < 0 or any(not tokens[k].flags & Is.DEFINITE for k in range(found.end, news)):
        return ""
    return plain(sheet.page.says(first + 1, found.end))


def _fits_medium(sheet: Sheet, first: int, outlet: Outlet) -> bool:
    """Whether the word before a name fits such an outlet: وكالة العمال للأنباء is not the newspaper العمال."""
    head = sheet.tokens[first].head
    if head is None:
        return not common(outlet.name)
    medium = roots_of_heads()[head.head.forms]
    if medium not in _media_of(outlet.kind):
        # للإذاعة الفرنسية is no agency.
        nation = people()[sheet.page.words[first + 1]] if first + 1 < len(sheet.tokens) else None
        return not common(outlet.name) and medium != "وكاله" and (nation is None or outlet.kind != "agency")
    return not common(outlet.name) or _one_outlet(sheet, first)


def _media_of(kind: OutletKind) -> frozenset[str]:
    known = source_words()
    if kind == "agency":
        return known.agencies
    if kind == "newspaper":
        return known.newspapers
    return known.broadcasters


def _one_outlet(sheet: Sheet, first: int) -> bool:
    """Whether a word for one outlet makes a name of the ordinary word after it: صحيفة البيان, not وكالة الأنباء."""
    head = sheet.tokens[first].head
    if head is None or head.definite or fold(head.form) in source_words().many:
        return False
    return not (fold(head.form) == "وكاله" and _of_news(sheet, first))


def surely(sheet: Sheet, first: int, stop: int) -> bool:
    """Whether the words name an outlet that is known, quoted or tagged, or one spoken to (لصحيفة محلية)."""
    head, words = sheet.tokens[first].head, sheet.page.words
    if sheet.tokens[first - 1].folded == "مع":
        return True
    if head is not None and "ل" in head.proclitics:
        return True
    if (
        head is None
        and stop - first == 1
        and common(words[first])
        and sheet.tokens[first - 1].folded not in source_words().before_addressee
        and not _is_marked_off(sheet, first)
    ):
        # التحالف العربي: an ordinary word, though an outlet is called so.
        return False
    for i in range(first, min(stop, first + 3)):
        if i in sheet.quote_at or sheet.name_kind.get(i) == "outlet" or _at(sheet.page.words, i) is not None:
            return True
    return head is not None and head.definite and stop - first == 1


def _is_marked_off(sheet: Sheet, i: int) -> bool:
    """Whether an agency in short fills a bracket or quotation marks: مراسلة (وات), تصريح لـ"وات"."""
    if i + 1 >= len(sheet.tokens):
        return False
    before, after = sheet.tokens[i - 1].flags, sheet.tokens[i + 1].flags
    if before & Is.OPEN and after & Is.CLOSE:
        return True
    return bool(before & after & Is.QUOTE) and sheet.name_kind.get(i) == "outlet"


def _as_written(sheet: Sheet, first: int, end: int) -> str:
    whole = outlet_names().at(sheet.page.words, first)
    if whole is not None and not whole.proclitics:
        # واس, وام
        return plain(sheet.page.says(first, end))
    text = phrase_text(sheet, first, end)
    if sheet.page.words[first][:1] == text[:1] == "ل" and whole is None:
        text = text[1:].lstrip("ـ")
    return text


def _rest(sheet: Sheet, first: int, stop: int) -> tuple[str, str]:
    """An unknown outlet: what follows the medium, without a nation after it, if that is a name."""
    tokens = sheet.tokens
    head = tokens[first].head
    if head is None:
        text = phrase_text(sheet, first, stop)
        return text, family(text)
    if _of_news(sheet, first) and stop - first > 2:
        text = phrase_text(sheet, first, stop).partition(" (")[0]
        return text, family(text)
    news = next((k for k in range(first + 2, stop) if tokens[k].folded in source_words().for_news), None)
    if news is not None:
        # وكالة العمال الإيرانية للأنباء is the name, whatever is said of it behind.
        text = phrase_text(sheet, first, news + 1)
        return text, family(text)
    begin, end = first + 1, stop
    while end - begin > 1 and _qualifies(sheet, end - 1):
        end -= 1
    if (
        head.definite
        or begin >= end
        or fold(head.form) in source_words().mass
        or _qualifies(sheet, begin)
        or fold(head.form) in source_words().many
        or (end == begin + 1 and _is_medium(tokens[begin]))
    ):
        # محطة تلفزيون يونانية: nothing of it is a name.
        return "", ""
    text = phrase_text(sheet, begin, end)
    return text, family(text)


def _is_medium(token: Token) -> bool:
    return token.head is not None and token.head.kind == "outlet"


def _of_news(sheet: Sheet, first: int) -> bool:
    """Whether the words are وكالة الأنباء, which belongs to the name of an agency."""
    tokens = sheet.tokens
    return first + 1 < len(tokens) and tokens[first + 1].folded in source_words().news


def _is_many(sheet: Sheet, first: int) -> bool:
    head = sheet.tokens[first].head
    return head is not None and fold(head.form) in source_words().many


def _without_nation(sheet: Sheet, i: int) -> str:
    """A known name of an outlet without the nation behind it: يونهاب الكورية is يونهاب."""
    text, end = name_text(sheet, i), sheet.name_end[i]
    known = outlet_names().at(sheet.page.words, i)
    least = known.end if known is not None else i + 1
    while end > least and not _of_news(sheet, i) and people()[sheet.page.words[end - 1]] is not None:
        text, end = text.rpartition(" ")[0], end - 1
    return text


def _qualifies(sheet: Sheet, i: int) -> bool:
    """Whether word `i` only says of what nation or kind an outlet is: السعودية, الخاصة, الرسمية, للأنباء."""
    token = sheet.tokens[i]
    folded = token.folded
    return (
        folded.endswith(source_words().nisba_endings)
        and len(folded) > 4
        and i not in sheet.name_end
        or folded in source_words().qualities
    )
