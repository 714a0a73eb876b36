"""What single words do in a noun phrase: a plural that ends it, an outlet spoken to, a channel's number."""

from takhrij.lexicon import actor_words
from takhrij.lexicon.function_words import group, letters, spelled
from takhrij.lexicon.outlets import common
from takhrij.lexicon.outlets import names as outlet_names
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is, Token
from takhrij.rules.statements.verbal_nouns import is_verbal_noun
from takhrij.text.fold import fold

# A name in quotation marks has few words: صحيفة "الشرق الأوسط"; a longer quotation is somebody's words.
LONGEST_NAME = 5
# A name stands so soon behind its post.
_NAME_WITHIN = 6
# The members stand so soon behind their union.
_UNION_WITHIN = 3
# سنبني is a clause, ستاد a name.
_SHORTEST_FUTURE = 4
_STATION = fold("محطة")
_FOR = "ل"
# الـ before a number in figures is a word by itself.
_ARTICLE = "ال"


def posts(sheet: Sheet, i: int) -> bool:
    """Whether the word at `i` is for people who write on the net: مغردون, نشطاء."""
    title = sheet.tokens[i].title
    return sheet.tokens[i].folded in group("who_post") or (
        title is not None and title.title.word in spelled("who_posts")
    )


def oversees(sheet: Sheet, first: int, j: int) -> bool:
    """Whether على at word `j` goes on with a post: المشرف | على المركز, المشرف العام | على المركز."""
    before = sheet.tokens[j - 1].folded
    if before in group("before_on"):
        return True
    return (
        before in actor_words.group("general") and j - 2 >= first and sheet.tokens[j - 2].folded in group("before_on")
    )


def leads_to_name(sheet: Sheet, j: int) -> bool:
    """Whether the post at word `j` behind another title ends in a person's name: القاضي | رئيس المحكمة فلان."""
    for k in range(j + 1, min(j + _NAME_WITHIN, len(sheet.tokens))):
        if sheet.name_kind.get(k) == "person":
            return not sheet.name_skip.get(k)
        token = sheet.tokens[k]
        if token.flags & ~Is.DEFINITE or token.is_finite:
            return False
    return False


def complete(sheet: Sheet, i: int) -> bool:
    """Whether the word is a plural that no noun can follow in its phrase: مواطنون, not مواطنو."""
    token = sheet.tokens[i]
    return token.folded.endswith("ون") and token.title is not None and token.title.number == 3


def begins_own_clause(token: Token) -> bool:
    """Whether behind a noun the verb begins a clause and is no noun: لجنة | وقالت, قوانين | تنص على."""
    return token.is_finite and (bool(token.joined) or token.forms[0].verb.lemma in spelled("laid_down"))


def past_many(sheet: Sheet, j: int) -> bool:
    """Whether word `j` behind مسؤولون or محللين is none of their adjectives: لقطات, افتقار; not سابقون, كبار."""
    folded = sheet.tokens[j].folded
    if _is_expressed(sheet, j):
        return True
    if not (folded.endswith(letters("feminine_endings")) or is_verbal_noun(sheet.page.words[j], folded)):
        return False
    before = sheet.tokens[j - 1]
    many = before.folded.endswith("ين") and before.title is not None and before.title.number == 3 and not before.flags
    return many or complete(sheet, j - 1)


def _is_expressed(sheet: Sheet, j: int) -> bool:
    """Whether word `j` behind several is what they feel or refuse: نواب | قلقهم, نواب | طلب الحكومة."""
    before = sheet.tokens[j - 1]
    if before.title is None or before.title.number != 3 or before.title.definite:
        return False
    folded = sheet.tokens[j].folded
    for ending in letters("their_endings"):
        if folded.endswith(ending):
            return folded.removesuffix(ending) in group("expressed")
    return folded in group("nouns_of_texts")


def is_outlet(sheet: Sheet, j: int, kind: str) -> bool:
    """Whether لـ before the name at word `j` tells an outlet that was spoken to."""
    if kind == "outlet":
        return True
    found = outlet_names().at(sheet.page.words, j)
    return found is not None and found.proclitics == "ل" and not common(found.value.name)


def is_station(sheet: Sheet, j: int) -> bool:
    """Whether the word at `j` is محطة, be it of trains or of news."""
    return sheet.tokens[j].folded.endswith(_STATION)


def is_on_air(sheet: Sheet, j: int) -> bool:
    """Whether the station at word `j` broadcasts: محطة تلفزيونية, محطة "النور", but not محطة القطارات."""
    if not is_station(sheet, j) or j + 1 >= len(sheet.tokens):
        return False
    following = sheet.tokens[j + 1]
    if following.flags & (Is.QUOTE | Is.OPEN) or following.folded.isascii():
        return not following.flags & (Is.STOP | Is.COMMA)
    if _is_initial(sheet, j + 1):
        # محطة إن.بي.سي
        return True
    if following.folded in actor_words.group("on_air") or sheet.name_kind.get(j + 1) == "outlet":
        return True
    found = outlet_names().at(sheet.page.words, j + 1)
    return found is not None and not found.proclitics and not common(found.value.name)


def _is_initial(sheet: Sheet, k: int) -> bool:
    """Whether a letter's name is spelt at word `k`, a full stop and the next right behind it: إن.بي.سي."""
    starts, ends = sheet.page.starts, sheet.page.ends
    if k + 2 >= len(sheet.tokens) or sheet.tokens[k + 1].folded != ".":
        return False
    return starts[k + 1] == ends[k] and starts[k + 2] == ends[k + 1]


def is_channel(sheet: Sheet, j: int) -> bool:
    """Whether the number at word `j` is a channel's: القناة 11, قناة كان 11."""
    return any(sheet.tokens[k].folded in group("media") for k in range(max(0, j - 2), j))


def past_number_or_aim(sheet: Sheet, first: int, j: int, limit: int) -> int:
    """Past a channel's number or a body's quoted purpose at word `j` of the phrase from `first`; 0 without one."""
    return _past_number(sheet, j, limit) or _past_purpose(sheet, first, j, limit)


def _past_number(sheet: Sheet, j: int, limit: int) -> int:
    """Past the number of a channel whose article is a word by itself: القناة | الـ12; 0 where none stands there."""
    if sheet.tokens[j].folded != _ARTICLE or j + 1 >= limit or not is_channel(sheet, j):
        return 0
    return j + 2 if sheet.tokens[j + 1].folded.isdigit() else 0


def _past_purpose(sheet: Sheet, first: int, j: int, limit: int) -> int:
    """Past the quoted purpose of a body: التحالف العربي | لـ"دعم الشرعية"; 0 where none stands there."""
    if j == first or j + 2 >= limit or sheet.tokens[j].folded != _FOR or j + 1 not in sheet.quote_at:
        return 0
    quote = sheet.quote_at[j + 1]
    purpose = sheet.tokens[quote.first].folded in actor_words.group("aims")
    return quote.end + 1 if purpose and quote.end - quote.first <= LONGEST_NAME and quote.end < limit else 0


def is_of_members(sheet: Sheet, j: int) -> bool:
    """Whether word `j` tells of whom a union is: الاتحاد الدولي | للصحفيين, not whom somebody told something."""
    token = sheet.tokens[j]
    if token.title is None or not token.folded.startswith("لل"):
        return False
    heads = (sheet.tokens[k].head for k in range(max(0, j - _UNION_WITHIN), j))
    return any(head is not None and fold(head.form) in actor_words.group("unions") for head in heads)


def is_spoken_to(sheet: Sheet, first: int, j: int) -> bool:
    """Whether the one for whom لـ stands at word `j` was told: وزير الخارجية | للرئيس فلان.

    A ruler is nobody's: the advisers and envoys of another are (المستشار الخاص للرئيس).
    """
    title = sheet.tokens[j].title
    if title is None or title.proclitics != _FOR or title.number != 1 or sheet.tokens[j].head is not None:
        return False
    titles = ((k, sheet.tokens[k].title) for k in range(j - 1, first - 1, -1))
    nearest = next((k for k, post in titles if post is not None and post.number == 1), -1)
    return nearest >= 0 and rules(sheet, nearest)


def rules(sheet: Sheet, k: int) -> bool:
    """Whether the post at word `k` is a ruler's or a minister's: الزعيم, وزير, رئيس الحكومة; not رئيس الفريق."""
    title = sheet.tokens[k].title
    if title is None or fold(title.title.word) not in actor_words.group("rulers"):
        return False
    if title.definite or title.possessed or fold(title.title.word) not in actor_words.group("presidents"):
        return True
    return sheet.tokens[k + 1].folded in actor_words.group("presided") or sheet.name_kind.get(k + 1) == "place"


def is_numbered(sheet: Sheet, j: int) -> bool:
    """Whether the number at word `j` is a unit's: قائد اللواء | 22."""
    return sheet.tokens[j - 1].folded.lstrip("ولب") in group("units") if j else False


def withholds(sheet: Sheet, j: int) -> bool:
    """Whether the word is the verb with which a source asks not to be named: مصدر أمني رفض الإفصاح عن اسمه."""
    if not sheet.tokens[j].is_finite or j + 1 >= len(sheet.tokens):
        return False
    return sheet.tokens[j + 1].folded in group("withholding")


def can_tell(sheet: Sheet, first: int, end: int) -> bool:
    """Whether the noun after وفق or حسب is a source: not a plan, a law or a need."""
    token = sheet.tokens[first]
    if token.title is not None or token.head is not None or token.folded in group("same_one"):
        return True
    if token.folded in group("delegations") or is_outlet(sheet, first, ""):
        return True
    if token.folded.lstrip("ل") in group("may_speak") and first + 1 < len(sheet.tokens):
        # وفقا لبعض المصادر
        return can_tell(sheet, first + 1, end + 1)
    if first in sheet.name_end or first in sheet.quote_at:
        return True
    if first + 1 < end and first + 1 in sheet.name_end and sheet.name_kind[first + 1] != "place":
        # حسب توقيت السعودية tells nobody's words.
        return True
    return token.folded.endswith(letters("plural_endings")) and not token.flags & Is.NUMBER


def is_sent_to(sheet: Sheet, first: int, j: int) -> bool:
    """Whether إلى at word `j` tells where an envoy is, whose name follows: السفير الروسي | إلى بريطانيا، فلان."""
    title = sheet.tokens[first].title
    if title is None or fold(title.title.word) not in group("envoys") or j + 1 not in sheet.name_end:
        return False
    behind = sheet.name_end[j + 1]
    if behind < len(sheet.tokens) and sheet.tokens[behind].flags & Is.COMMA:
        behind += 1
    return sheet.name_kind.get(behind) == "person" and not sheet.name_skip.get(behind)


def past_kind_of_place(sheet: Sheet, k: int) -> int:
    """Past what a place is, to its name: السلطات في مدينة | بوخوم, شهود في بلدة #دوما."""
    named = sheet.tokens[k].folded in actor_words.group("kinds_of_places") and k + 1 < len(sheet.tokens)
    return past_hash(sheet, k + 1 if named else k)


def past_hash(sheet: Sheet, k: int) -> int:
    """Past the hash sign before a name: ، #فلان."""
    return k + 1 if sheet.tokens[k].folded == "#" and k + 1 < len(sheet.tokens) else k


def opens_clause(folded: str) -> bool:
    """Whether the word is a verb of what will be."""
    return len(folded) > _SHORTEST_FUTURE and folded.startswith(letters("clause_openings"))


def is_about(sheet: Sheet, first: int, j: int) -> bool:
    """Whether عن at word `j` goes on with a post: المسؤولة عن الملف, النائب الجمهوري | عن كولورادو."""
    before = sheet.tokens[j - 1].folded
    if before in group("before_about"):
        return True
    if j - 2 < first or j + 1 >= len(sheet.tokens) or sheet.tokens[j - 2].folded not in group("before_about"):
        return False
    return before in group("first_of_post") or sheet.name_kind.get(j + 1) == "place"
