"""Whether a definite word goes on a noun phrase or begins another: الشرطة السعودية, but الشرطة المتظاهرين."""

import re
from functools import cache

from takhrij.lexicon import actor_words
from takhrij.lexicon.function_words import group, letters
from takhrij.rules.statements.may import May
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is
from takhrij.text.fold import fold

# الصين is no plural, المدنيين is.
_SHORTEST_PLURAL = 6


def ends_described(sheet: Sheet, first: int, j: int) -> bool:
    """Whether an adjective without the article closes a phrase without it before word `j`: مسؤول بارز | إسرائيل."""
    if j - 2 < first or any(token.flags & Is.DEFINITE for token in sheet.tokens[first:j]):
        return False
    title, adjective = sheet.tokens[first].title, sheet.tokens[j - 1].folded
    if title is None or (sheet.tokens[j].folded[:1] in "بلفك" and sheet.name_skip.get(j)):
        return False
    if sheet.tokens[j - 1].head is not None:
        # وزيرة خارجية | كندا
        return False
    if adjective.endswith(letters("feminine_endings")) and not title.feminine:
        # شابان أصيلا ولاية | القصرين
        return False
    return sheet.tokens[j - 1].may & May.QUALIFY != 0


def ends_phrase(sheet: Sheet, j: int) -> bool:
    """Whether what follows في is not of a phrase: أن, an occasion, a time."""
    return j >= len(sheet.tokens) or bool(sheet.tokens[j].flags & (Is.THAT | Is.OCCASION)) or j in sheet.time_end


def is_deed(sheet: Sheet, j: int) -> bool:
    """Whether with ب a deed is told, not where a post is held: اعترف المستشار | بالكذب, but المستشار بالمجلس."""
    return sheet.tokens[j].folded[1:] in group("deeds") and bool(sheet.tokens[j - 1].flags & Is.DEFINITE)


def may_be_described(sheet: Sheet, j: int) -> bool:
    """Whether what looks like a post behind the word at `j` is its adjective: مسؤول إعلامي, قنوات إعلامية."""
    token = sheet.tokens[j]
    return token.title is not None or (token.head is not None and token.head.kind == "outlet")


def is_ruling(sheet: Sheet, j: int) -> bool:
    """Whether المنظمة at word `j` tells what a body rules and is no body: الهيئة | المنظمة للإعلام."""
    if sheet.tokens[j].folded not in group("ruling_bodies") or not 0 < j < len(sheet.tokens) - 1:
        return False
    before, after = sheet.tokens[j - 1], sheet.tokens[j + 1]
    return before.head is not None and before.head.definite and after.folded.startswith("ل")


def past_not(sheet: Sheet, first: int, j: int, limit: int) -> int:
    """Past غير and its adjective at word `j` behind an indefinite noun: منظمات | غير حكومية; 0 without one."""
    if j == first or j + 1 >= limit or sheet.tokens[j].folded != _NOT:
        return 0
    adjective, title = sheet.tokens[j + 1], sheet.tokens[first].title
    if title is not None and title.number == 1 and sheet.tokens[first].head is None:
        # مساعدة مالية غير قانونية: a deed, not somebody who helps.
        return 0
    return j + 2 if adjective.may & May.QUALIFY and not adjective.flags & Is.DEFINITE else 0


def only_describes(sheet: Sheet, j: int) -> bool:
    """Whether the post without the article at word `j` is an adjective of the noun before it: لقطات | مصورة."""
    title, before = sheet.tokens[j].title, sheet.tokens[j - 1] if j else None
    if title is None or title.number != 1 or title.proclitics or before is None or j - 1 in sheet.name_end:
        return False
    if before.flags or before.forms or before.joined or not before.folded.isalpha():
        return False
    folded = sheet.tokens[j].folded
    feminine = before.folded.endswith(letters("feminine_endings"))
    if before.title is not None or feminine != title.feminine:
        return False
    if feminine:
        return folded.endswith(letters("nisba_endings")) or folded in actor_words.group("shown")
    return before.head is None and folded.endswith(_YA)


def is_blamed(sheet: Sheet, first: int, at: int, *, titled: bool) -> bool:
    """Whether a person named at word `at` behind a whole body is another: اتهمت المعارضة | السالمي."""
    last = sheet.tokens[at - 1].title
    if last is not None and last.definite and last.number == 3 and last.form.endswith(letters("nominative_plural")):
        # يتهم المعارضون | السالمي
        return True
    head = sheet.tokens[first].head
    if head is None or head.kind != "organization" or titled or sheet.tokens[first].title is not None:
        return False
    return bool(sheet.tokens[at - 1].flags & Is.DEFINITE)


def is_body_behind(sheet: Sheet, j: int) -> bool:
    """Whether a body with the article begins at word `j` behind where somebody is: منسق الحركة بالجامعة | الاتحاد."""
    head = sheet.tokens[j].head
    if head is None or not head.definite or head.proclitics or head.kind != "organization":
        return False
    # عضو مكلف بالعلاقات الخارجية
    return sheet.tokens[j - 1].folded.startswith("بال") and not sheet.tokens[j].may & May.QUALIFY


def turns(sheet: Sheet, first: int, j: int) -> bool:
    """Whether the definite word `j` behind another begins a new phrase, whatever the one from `first` on is."""
    token = sheet.tokens[j]
    if not token.flags & Is.DEFINITE:
        return False
    return (
        token.may & May.TURN != 0
        or _is_noun(sheet, j)
        or _disagrees(sheet, first, j)
        or _is_of_a_man(sheet, first, j)
        or _is_of_things(sheet, first, j)
        or _is_object(sheet, j)
    )


_YA = "ي"
_NOT = "غير"
# The plural that only a subject has.
_THEY = "ون"


def _is_object(sheet: Sheet, j: int) -> bool:
    """Whether one by his title stands behind a plural in the nominative, which he cannot be: المحققون | الوزير."""
    title = sheet.tokens[j].title
    return title is not None and title.number == 1 and sheet.tokens[j - 1].folded.endswith(_THEY)


def _is_noun(sheet: Sheet, j: int) -> bool:
    """Whether the definite word at `j` is never an adjective and stands behind another that is definite."""
    token = sheet.tokens[j]
    if token.title is not None or not token.may & May.NEVER_DESCRIBE:
        return False
    # والدا الطفل begins like a definite word.
    return not sheet.tokens[j - 1].folded.startswith(letters("parents"))


def _is_of_things(sheet: Sheet, first: int, j: int) -> bool:
    """Whether the definite plural in ات at word `j` is no adjective of the phrase: الخارجية السودانية | الانتهاكات."""
    folded, tokens = sheet.tokens[j].folded, sheet.tokens
    plural = letters("feminine_endings")[1]
    if len(folded) <= _SHORTEST_PLURAL or not folded.startswith("ال") or not folded.endswith(plural):
        return False
    return tokens[j - 1].may & May.QUALIFY != 0 and not any(t.folded.endswith(plural) for t in tokens[first:j])


def _disagrees(sheet: Sheet, first: int, j: int) -> bool:
    """Whether the definite word `j` cannot be an adjective of the phrase: المعهد المستهلكين, أحد الناشطين الحملة."""
    tokens = sheet.tokens
    folded, before = tokens[j].folded, tokens[j - 1].folded
    plural = letters("human_plural_endings")
    if len(folded) > _SHORTEST_PLURAL and folded.endswith(plural) and tokens[first].flags & Is.DEFINITE:
        # A definite head is the subject itself, and its adjectives stand in the nominative.
        if before.endswith(plural) or not folded.endswith(plural[0]):
            return False
        return all(tokens[k].flags & Is.DEFINITE for k in range(first, j))
    if (
        not folded.endswith(letters("feminine_endings")[0])
        or len(before) <= _SHORTEST_PLURAL
        or not before.endswith(plural)
    ):
        return False
    return not any(token.folded.endswith(letters("feminine_endings")) or token.head for token in tokens[first:j])


def _is_of_a_man(sheet: Sheet, first: int, j: int) -> bool:
    """Whether a man's post at word `j` cannot describe the body from `first`: الشرطة | القيادي, السلطات | الصحفي."""
    head, title = sheet.tokens[first].head, sheet.tokens[j].title
    if head is None or head.kind != "organization" or title is None or title.feminine:
        return False
    if title.number != 1 and not sheet.tokens[j].folded.endswith(_YA):
        # المحامي may be of two by its form.
        return False
    if title.title.kind != "role" or not title.definite or title.proclitics:
        return False
    endings = letters("feminine_endings")
    return all(token.flags & Is.DEFINITE and token.folded.endswith(endings) for token in sheet.tokens[first:j])


@cache
def _verbal_noun() -> re.Pattern[str]:
    """Definite verbal nouns by their shape: الانخراط, التنسيق, التعاون, المشاركة."""
    return re.compile("ال(?:ا.{2,4}ا.|ت.{1,2}ي.|ت.ا.{2}|م.ا.{2}ه)$")


def past_post(sheet: Sheet, i: int, j: int) -> bool:
    """Whether the definite word `j` behind a definite post is no adjective of it: ثمن الوزير الانخراط."""
    before = sheet.tokens[j - 1] if j > i else None
    if before is None or before.title is None or not before.title.definite or before.title.number == 3:
        return False
    if j - 1 > i and not sheet.tokens[j - 2].flags & Is.DEFINITE and sheet.tokens[j - 2].title is not None:
        return False
    return sheet.tokens[j].title is None and _verbal_noun().match(sheet.tokens[j].folded) is not None


def is_of_another(sheet: Sheet, first: int, j: int) -> bool:
    """Whether the definite post at word `j` behind the whole name of a body is another's: وزارة الخارجية | السفير."""
    head, token = sheet.tokens[first].head, sheet.tokens[j]
    if head is None or head.kind != "organization" or token.title is None or token.head is not None:
        return False
    # الحاكم and الإعلامي are adjectives as often as posts.
    return token.title.definite and fold(token.title.title.word) in group("posts_alone")


def past_adjective(sheet: Sheet, first: int, j: int) -> bool:
    """Whether the definite word `j` stands behind an indefinite noun and its adjective: مصادر محلية | التقارير."""
    tokens = sheet.tokens
    if _past_quote(sheet, j):
        return True
    if j - first < 2 or tokens[j - 1].title is not None or tokens[j - 1].head is not None or j - 1 in sheet.name_end:
        return False
    noun = tokens[j - 2]
    if tokens[j - 1].folded in group("nouns_like_adjectives"):
        return False
    if noun.flags or noun.folded in group("post_joints") or not tokens[j - 1].may & May.QUALIFY:
        return False
    return noun.title is not None or noun.head is not None or noun.may & May.QUALIFY != 0


def _past_quote(sheet: Sheet, j: int) -> bool:
    """Whether a body or people with the article at word `j` stand behind a quoted name: منظمة "أمل" | السلطات."""
    token = sheet.tokens[j]
    if not sheet.tokens[j - 1].flags & Is.QUOTE:
        return False
    if token.title is not None and token.title.definite and token.title.number == 3:
        return True
    # صحيفة "الجزيرة" اليومية
    body = token.head is not None and token.head.definite and token.head.kind != "outlet"
    return body or token.folded in group("parties")
