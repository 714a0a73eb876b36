"""How far the description of somebody who is not named goes: مسلحون | في البلدة, مسؤولين في إدارة الرئيس."""

from collections.abc import Callable, Collection

from takhrij.lexicon import actor_words
from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import people
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.closings import before_verb_of_his, is_where
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is, Range, Sheet, Token

_AND = "و"
_FROM = "من"
# من أجل
_SAKE = "اجل"
# عبر تويتر
_THROUGH = "عبر"
_IN = "في"
_WHAT = "ما"
_NOT = "لا"
_BY = "ب"
_IN_THE = "بال"
# ألمان has no article.
_HAMZA = "أ"
# بقوة, as it is folded
_BY_FORCE = "بقوه"
_PERSON = "person"
_BODY = "organization"
_SHORTEST = 3
_PREPOSED = tuple("بل")
_HIS = (
    "ها",
    "هم",
    "ه",
)
# ة, ى, اء and the ي of الكبري, as they are folded
_OF_FEMININE = (
    "ه",
    "ي",
    "ا",
    "ت",
)
_ADJECTIVES = (
    "ين",
    "ون",
    "يه",
    "ي",
)
# A noun with one of these endings belongs to nothing behind it: مسلحون, not مسلحو.
WHOLE = (
    "ون",
    "ين",
)


def _tells_of_body(token: Token) -> bool:
    """Whether the word is a verb that tells what a body is: مجموعة | ضمت عشرين شخصا."""
    return token.folded in group("of_bodies")


def core_end(sheet: Sheet, names: Collection[int], is_verb: Callable[[int], bool], first: int, end: int) -> int:
    """Where the description of nobody named ends: 90 مهاجرا | حاولوا عبور البحر, مسلحون | من القبيلة."""
    tokens, words = sheet.tokens, sheet.page.words
    token = tokens[first]
    if first not in names:
        end = before_verb_of_his(sheet, first, end)
    if first in names or (token.title is not None and token.title.number == 1 and not token.flags & Is.NUMBER):
        post = token.title is not None and token.title.title.kind == "role" and token.folded not in group("parties")
        if first in names or token.flags & Is.DEFINITE or post:
            return end
        # انتحاري | في العاصمة
        return next((k for k in range(first + 1, end) if is_where(sheet, k)), end)
    if not token.flags and (verb := next((k for k in range(first + 1, end) if _tells_of_body(tokens[k])), 0)):
        return verb
    # دورية | في سرت: a patrol, not a periodical.
    crowd = is_crowd(token) if token.head is None else token.folded in group("members")
    if not crowd and (token.head is not None or not token.flags & Is.NUMBER):
        return end
    for k in range(first + 1, end):
        folded = tokens[k].folded
        if k in names:  # علي is folded like على
            continue
        if folded in group("further") and not (folded == _FROM and _tells_who(token, k - first)):
            if folded == _IN and _is_staff(sheet, range(first, end), k):
                continue
            return k
        if words[k][0] == _BY and len(words[k]) > _SHORTEST and bears(words[k], _BY):
            head = tokens[k].head
            if head is None or head.kind != "organization" or token.title is None:
                # الطلاب | بالدراسة, but قاضيا بالمحكمة العليا
                return k
        if tokens[k].flags & Is.DEFINITE and words[k][0] != _HAMZA and _is_cut_off(token, k - first, folded):
            # طرد المحتجين | من الساحة
            return k - 1 if tokens[k - 1].folded == _FROM else k
        if k > first + 1 and (is_verb(k) or folded in group("toll_goes_on")):
            return k
    return end


def _is_cut_off(head: Token, behind: int, folded: str) -> bool:
    """Whether a definite word is no more of the description: المتظاهرين | العودة, متظاهرون | القنصلية."""
    if head.flags & Is.DEFINITE:
        return not folded.endswith(_ADJECTIVES)
    return behind == 1 and head.folded.endswith(WHOLE) and head.folded in group("parties")


def _is_staff(sheet: Sheet, phrase: range, k: int) -> bool:
    """Whether في at word `k` tells whose men they are: مسؤولين في إدارة المنظمة, not مسلحين في المدينة."""
    tokens, kinds = sheet.tokens, sheet.name_kind
    title = tokens[phrase.start].title
    head = tokens[k + 1].head if k + 1 < phrase.stop else None
    if title is None or title.title.kind != "role" or head is None or head.kind != "organization":
        return False
    # Who is named there is not they: في إدارة الرئيس فلان.
    where = tokens[k + 1].folded
    if where in group("towns") or where in group("place_again"):
        return False
    named = [j for j in range(k + 1, phrase.stop) if j in kinds and kinds[j] != _BODY]
    # في إدارة الرئيس فلان: it is his.
    his = len(named) == 1 and kinds[named[0]] == _PERSON and sheet.name_end[named[0]] == phrase.stop
    return not named or (his and where in group("administrations"))


def over_field(sheet: Sheet, first: int, end: int, limit: int) -> int:
    """Behind the field of the body that word `end` goes on with: الدائرة المختصة | في قضايا الفساد; else `end`."""
    head = sheet.tokens[first].head
    if first + 1 == end < limit and sheet.tokens[first].folded.endswith(WHOLE) and _are_of_broken(sheet, end):
        # مواطنون | ألمان
        return end + 1
    if first + 2 < end < limit and sheet.tokens[first + 1].folded == _FROM and _are_of_nation(sheet, end):
        # أربعة من البحارة | الإماراتيين
        return end + 1
    if end <= first or end + 1 >= limit or head is None or head.kind != _BODY:
        return end
    token, last = sheet.tokens[end], sheet.tokens[end - 1].folded
    if last in group("of_field") and token.folded in group("in_field"):
        return max(noun_phrase(sheet, end + 1, limit), end)
    return end


def _are_of_broken(sheet: Sheet, end: int) -> bool:
    """Whether a broken plural without an object's ending tells of what nation they are: مسلحون | أكراد, not أكرادا."""
    demonym, word = people()[sheet.page.words[end]], sheet.page.words[end]
    if demonym is None or demonym.definite or demonym.number < _MANY or end in sheet.name_end:
        return False
    return not (sheet.tokens[end].joined or word.endswith(_ACCUSATIVE) or sheet.tokens[end].folded.endswith(WHOLE))


_ACCUSATIVE = (
    "ا",
    "اً",
    "ًا",
)


def _are_of_nation(sheet: Sheet, end: int) -> bool:
    """Whether word `end` tells what nation those before it are of: البحارة | الإماراتيين."""
    demonym = people()[sheet.page.words[end]]
    if demonym is None or not demonym.definite or demonym.number < _MANY or sheet.tokens[end].joined:
        return False
    return bool(sheet.tokens[end - 1].flags & Is.DEFINITE) and end - 1 not in sheet.name_end


_MANY = 2


def _tells_who(head: Token, behind: int) -> bool:
    """Whether من tells who many are: عشرة من المسؤولين, but السائحين | من زيارة المسجد."""
    own = without_pronoun(head.folded)
    if own != head.folded and own in group("his_followers"):
        # مواطنيه | من العمل
        return False
    if behind == 1:
        if head.folded.removeprefix(_AND) in group("many_of"):
            return True
        return not head.flags & Is.DEFINITE or head.folded in group("protesters")
    return head.folded in group("of_many")


def goes_on(tokens: list[Token], senses: tuple[Sense, ...] | None, k: int) -> bool:
    """Whether word `k` tells no more who somebody is.

    It opens another clause (برلمان منتخب | ويدعمه الجيش), or tells why (متهم | من أجل) or where (حارس متجر | كائن ب).
    """
    folded = tokens[k].folded
    if senses is not None and senses[0].before == _AND and senses[0].shape == "imperfect":
        return True
    return (
        folded in group("located")
        or folded == _THROUGH
        or (folded == _FROM and k + 1 < len(tokens) and tokens[k + 1].folded == _SAKE)
    )


def tells_more(sheet: Sheet, k: int) -> bool:
    """Whether word `k` goes on with a description: أشخاص | بينهم, القوات | المدعومة من."""
    folded = sheet.tokens[k].folded
    if folded == _WHAT and k + 1 < len(sheet.tokens):
        # قتل مسلحون | ما لا يقل عن عشرة
        return sheet.tokens[k + 1].folded == _NOT or sheet.tokens[k + 1].folded in group("estimates")
    return folded in group("among") or over_description(sheet, k, len(sheet.tokens)) > k


def over_description(sheet: Sheet, k: int, limit: int) -> int:
    """Behind what describes a body from word `k` on: المدعومة من تركيا, المعترف بها دوليا; `k` where nothing does."""
    if k + 1 >= limit or sheet.tokens[k].folded not in actor_words.group("described"):
        return k
    after = sheet.tokens[k + 1].folded
    if after in group("with_pronoun") and k + 1 not in sheet.name_end:
        end = k + 2
    elif after in group("further"):
        end = max(noun_phrase(sheet, k + 2, limit), k + 3)
    elif after.startswith(_PREPOSED):
        end = max(noun_phrase(sheet, k + 1, limit), k + 2)
    else:
        return k
    while end < limit and sheet.tokens[end].folded in group("worldwide"):
        end += 1
    return min(end, limit)


def is_crowd(token: Token) -> bool:
    """Whether a word tells of people, or of a number of them."""
    if token.title is not None and token.title.number > 1:
        return True
    # Asked of most words: a union of the two groups made each time would cost more than all that is asked.
    parties, about = group("parties"), group("about")
    folded, bare = token.folded, token.bare
    if folded in parties or folded in about or bare in parties or bare in about:
        return True
    return folded[0] == _AND and (folded[1:] in parties or folded[1:] in about)


def may_be_no_party(word: str, token: Token) -> bool:
    """Whether a word is one of which `is_no_party` may be true, wherever it stands; a number is another."""
    folded, title = token.folded, token.title
    if folded in _ENDING or folded in (_CALLING, _BY_FORCE) or is_strong(word, folded):
        return True
    if folded in group("about") or folded in group("like_rapporteurs"):
        return True
    return title is not None and folded.removeprefix(title.proclitics) in group("deeds_like_posts")


def is_no_party(sheet: Sheet, j: int) -> bool:
    """Whether the word only looks like a party: داعية | إلى وقف القتال, تحذيرات | قوية, احتجزت | 73 يوما."""
    tokens, words = sheet.tokens, sheet.page.words
    if j + 1 < len(tokens):
        after = tokens[j + 1].folded
        if tokens[j].folded in _ENDING and after == _ON:
            # تستهدف | القضاء على الجماعات
            return True
        if tokens[j].folded == _CALLING and after == _TO:
            return True
        if after in group("durations") and (tokens[j].flags & Is.NUMBER or tokens[j].folded in group("about")):
            return True
    return is_strong(words[j], tokens[j].folded) or _is_deed(sheet, j) or _is_planned(sheet, j) or _is_how(sheet, j)


def _is_planned(sheet: Sheet, j: int) -> bool:
    """Whether what may be a rapporteur is "planned": قمة | مقررة في الصيف; not مقررة أممية."""
    if sheet.tokens[j].folded not in group("like_rapporteurs") or j + 1 >= len(sheet.tokens):
        return False
    after = sheet.tokens[j + 1]
    return after.folded in group("further") or after.folded in group("days") or j + 1 in sheet.time_end


def _is_how(sheet: Sheet, j: int) -> bool:
    """Whether "by force" tells how it is done: يندد | بقوة بالهجوم; not بقوة الشرطة."""
    if sheet.tokens[j].folded != _BY_FORCE or j + 1 >= len(sheet.tokens):
        return False
    return not sheet.tokens[j + 1].flags & Is.DEFINITE and j + 1 not in sheet.name_end


def _is_deed(sheet: Sheet, j: int) -> bool:
    """Whether what may be a woman's post is a deed: رفضت | مساعدة سفينة, بتهمة | مقاومة الاعتقال."""
    title = sheet.tokens[j].title
    if title is None or not title.feminine or title.number != 1:
        return False
    folded = sheet.tokens[j].folded.removeprefix(title.proclitics)
    if folded not in group("deeds_like_posts") or j + 1 >= len(sheet.tokens):
        return False
    after = sheet.tokens[j + 1]
    named = sheet.name_kind.get(j + 1) == _PERSON and (sheet.name_skip.get(j + 1) or title.definite)
    return not named and after.title is None and people()[sheet.page.words[j + 1]] is None


def is_strong(word: str, folded: str) -> bool:
    """Whether the word is "strong" and no "powers", which it is when it is folded: تحذيرات قوية, but not قوى غربية."""
    return folded.removeprefix(_AND) in _STRONG and _POWERS not in word


# As they are folded.
_STRONG = frozenset(
    [
        "قوي",
        "قويه",
    ]
)
_POWERS = "ى"
_CALLING = "داعيه"
# As they are folded.
_ENDING = frozenset(
    [
        "القضاء",
        "للقضاء",
    ]
)
_ON = "علي"
_TO = "الي"


def whose_members(tokens: list[Token], names: Collection[int], first: int, end: int) -> Range | None:
    """The body whose members are named: مقاتلين من حركة المسار, مسلحو الحركة, أهداف لحركة المسار."""
    if tokens[first].folded.removeprefix(_AND) not in group("members") or first in names:
        return None
    k = first + 2 if first + 2 < end and tokens[first + 1].folded == _FROM else first + 1
    while k < end and tokens[k].flags & Is.QUOTE:
        # مقاتلي "جيش الإسلام"
        k += 1
    if k >= end or tokens[k].folded.startswith(_IN_THE):
        # أعضاء بالكونغرس: they are no Congress.
        return None
    head = tokens[k].head
    named = k in names or (head is not None and head.kind == "organization")
    # مقاتلين من الحركة | في بلدة
    where = (j for j in range(k + 1, end - 1) if tokens[j].folded == _IN)
    there = (j for j in where if j + 1 in names or _is_town(tokens[j + 1].folded))
    return (k, next(there, end)) if named else None


def _is_town(folded: str) -> bool:
    return folded in group("towns") or folded in group("settled")


def is_masculine(token: Token) -> bool:
    """Whether a definite word cannot be said of a feminine noun before it: it has no ending for that."""
    return not token.folded.endswith(_OF_FEMININE) and token.title is None and token.head is None


def without_pronoun(folded: str) -> str:
    """A word without the pronoun that hangs on it: مقاتليها, جنوده."""
    for his in _HIS:
        if folded.endswith(his):
            return folded[: -len(his)]
    return folded


def is_whole(token: Token) -> bool:
    """Whether a word names a party that is whole, so that a number behind it counts others: الجيش, قواتها."""
    own = without_pronoun(token.folded)
    return bool(token.flags & Is.DEFINITE) or (own != token.folded and own in group("forces"))
