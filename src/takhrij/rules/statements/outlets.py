"""Outlets in a sentence: لوكالة فرانس برس, صحيفة «الشرق الأوسط», CNN."""

from functools import cache

from takhrij.lexicon.actor_words import group as actor_group
from takhrij.lexicon.function_words import group, letters
from takhrij.lexicon.outlets import common
from takhrij.lexicon.outlets import names as outlet_names
from takhrij.rules.statements.phrase_words import LONGEST_NAME, is_on_air, is_station
from takhrij.rules.statements.phrases import noun_phrase, source_phrase
from takhrij.rules.statements.sheet import Begins, Range, Sheet
from takhrij.rules.statements.tokens import Is
from takhrij.text.columns import Column
from takhrij.text.fold import fold

# The farthest that the name of an outlet without quotation marks reaches behind the word for its medium.
_LONGEST = 8
_FOR = "ل"
_FOR_THE = "لل"
_ARTICLE = "ال"


def outlet_at(sheet: Sheet, i: int) -> Range | None:
    """The outlet whose naming begins at word `i` (a proclitic may hang on it), as a range of words."""
    tokens, page = sheet.tokens, sheet.page
    named = sheet.begins[i] & Begins.OUTLET != 0
    if not named and not _openings().at(page.spellings, page.numbers[i]):
        return None
    folded = tokens[i].folded
    if folded in group("to_with") and i + 1 < len(tokens):
        return None
    if is_office(sheet, i):
        return None
    if named:
        return i, sheet.name_end[i]
    if folded not in _media():
        return _listed(sheet, i)
    if is_station(sheet, i) and not is_on_air(sheet, i):
        return None
    quote = sheet.quote_at.get(i + 1)
    if quote is not None:
        return (i, quote.end + 1) if quote.closed and quote.end - quote.first <= LONGEST_NAME else None
    whole = min(i + _LONGEST, len(tokens))
    end = past_adjectives(sheet, i + 1, whole) if folded.startswith(_FOR_THE) else noun_phrase(sheet, i, whole)
    return i, max(end, i + 1)


def past_adjectives(sheet: Sheet, k: int, limit: int) -> int:
    """Past what says which station or paper it is: للتلفزيون | الإيراني الرسمي, للإذاعة | الوطنية."""
    while k < limit:
        token = sheet.tokens[k]
        if not token.flags & Is.DEFINITE or token.title or token.head or k in sheet.time_end:
            break
        k += 1
    return k


def told_in_marks(sheet: Sheet, i: int) -> Range | None:
    """The outlet in the bracket or quotation that opens at word `i` behind لـ or مع: في تصريح لـ(وات)."""
    told = i > 0 and i + 1 < len(sheet.tokens) and sheet.tokens[i - 1].folded in group("to_with")
    return outlet_at(sheet, i + 1) if told else None


def carrier_at(sheet: Sheet, i: int) -> Range | None:
    """The outlet at word `i` that carried the text before it: في تصريحات صحفية نقلتها | وكالة الأنباء."""
    verb = sheet.tokens[i - 1]
    if not verb.pronoun or not verb.is_finite or verb.joined or verb.forms[0].shape != "perfect":
        return None
    texts = sheet.tokens[max(0, i - 3) : i - 1]
    if not any((t.head is not None and t.head.kind == "document") or t.folded in group("texts_said") for t in texts):
        return None
    outlet = outlet_at(sheet, i)
    whole = min(len(sheet.tokens), i + _LONGEST)
    return None if outlet is None else (i, max(outlet[1], source_phrase(sheet, i, whole)))


def past_account_verb(sheet: Sheet, i: int, limit: int) -> int:
    """Where it is told whose account begins at word `i`, behind its verb: وفقا ل, بحسب ما نقلت عنه | الوكالة."""
    first, told = i + 1, bool(sheet.tokens[i].flags & Is.AS_SAID)
    if first < limit and sheet.tokens[first].folded in group("account_joints"):
        first, told = first + 1, True
    while first < limit and (sheet.tokens[first].flags & Is.PRONOUN or (told and sheet.tokens[first].forms)):
        first += 1
    return first + 1 if first < limit and sheet.tokens[first].folded in group("resumptive") else first


def is_office(sheet: Sheet, i: int) -> bool:
    """Whether the agency at word `i` is a shop and no news agency: وكالات | الأسفار."""
    return i + 1 < len(sheet.tokens) and sheet.tokens[i + 1].folded in actor_group("office_fields")


def _may_open(word: str) -> bool:
    """Whether a published word may begin the naming of an outlet: few do, and nearly every word is asked."""
    return fold(word) in _media() or outlet_names().begins(word)


@cache
def _openings() -> Column[bool]:
    return Column(_may_open)


@cache
def _media() -> frozenset[str]:
    """The words for media with every proclitic that may hang on them."""
    media = group("media")
    # للتلفزيون: لـ takes the place of the article's alef.
    told = (_FOR + medium[1:] for medium in media if medium.startswith(_ARTICLE))
    return frozenset(
        [*told, *(proclitic + medium for proclitic in ("", *letters("outlet_proclitics")) for medium in media)]
    )


def _listed(sheet: Sheet, i: int) -> Range | None:
    """The outlet that the list of outlets knows by the words from `i` on, unless they are common words as well."""
    words = sheet.page.words
    found = outlet_names().at(words, i)
    if found is None or (found.proclitics and found.proclitics not in group("outlet_proclitics")):
        return None
    if common(found.value.name) or common(" ".join(words[found.first : found.end])):
        return None
    return found.first, found.end
