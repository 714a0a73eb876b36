"""Whether a word for a post is one where it stands, and what ranks stand beside it: طالب الوزير, الائتلاف الحاكم."""

from functools import cache

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.function_words import group as ranks
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.lexicon.titles import titles
from takhrij.rules.statements.brackets import close_bracket
from takhrij.rules.statements.holders import is_of_rank
from takhrij.rules.statements.may import May
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.sheet import Is, Sheet, Token
from takhrij.text.clitics import segment
from takhrij.text.fold import fold

_AND = "و"
_FOR = "ل"
_BY = "ب"
_MANY = 3
_SHORTEST_NOUN = 4
_ARTICLE = "ال"
_TOLD_AT_LEAST = 2
_LONGEST_TOLD = 14
# So begin imperfects: وهو يبكي.
_VERBAL = "يتنا"
# A style is one noun and so many adjectives.
_ADJECTIVES = 2
_MAN = "رجل"
_IN_NAME_OF = "باسم"
_SIGN = "ايه"
_FOLDED = "ه"
_GOD = "الله"
_OF = "من"
_STUDENT = "طالب"


def is_no_post(sheet: Sheet, start: int) -> bool:
    """Whether the word at `start` is a verb or an adjective, though it may be a post: طالب وزير, الائتلاف الحاكم."""
    token = sheet.tokens[start]
    folded = token.folded
    if is_team(sheet, start):
        return True
    if token.title is not None and token.title.proclitics in (_FOR, _BY) and _is_deed(sheet, start):
        # لمساعدة فلان في الحرب, بمشاركة السفير
        return True
    if start and folded.endswith(_FOLDED) and _is_adjective_of(sheet.tokens[start - 1], folded):
        return True
    if not token.may & May.BE_NO_POST:
        return False
    if is_doubtful(sheet, start) or is_composed(sheet, start):
        return True
    if start == 0:
        return False
    if _is_of_meeting(sheet.tokens[start - 1], folded):
        return True
    return folded in group("describing_posts") and _is_described(sheet, start - 1)


def is_composed(sheet: Sheet, k: int) -> bool:
    """Whether at word `k` it is told of what something is made: الكتلة | المؤلفة من فصائل."""
    token = sheet.tokens[k]
    if not token.may & May.BE_NO_POST or token.folded.removeprefix(_AND) not in group("composed"):
        return False
    if k + 1 >= len(sheet.tokens):
        return False
    return sheet.tokens[k + 1].folded == _OF


def _is_deed(sheet: Sheet, start: int) -> bool:
    """Whether the word names what somebody does: اختير | لمنافسة الرئيس, but هزم | لمنافسه."""
    return sheet.tokens[start].folded[1:] in group("deeds_too") and not sheet.page.words[start].endswith(_FOLDED)


def _is_adjective_of(before: Token, folded: str) -> bool:
    """Whether an adjective that may be a woman's post is of the word before it: مصادر | دبلوماسية, قضايا | سياسية."""
    if before.title is not None:
        return before.title.title.kind == "source"
    plain = not (before.flags or before.is_finite) and len(before.folded) >= _SHORTEST_NOUN
    return plain and _ARTICLE + folded in group("describing_posts")


def _is_of_meeting(before: Token, folded: str) -> bool:
    """Whether the word is of a meeting: مؤتمر | صحفي مع فلان."""
    return folded in group("journalistic") and before.folded.lstrip("وبلف") in group("press_meetings")


def is_doubtful(sheet: Sheet, k: int) -> bool:
    """Whether the word at `k` looks like a post and is a verb there: طالب | رئيس الوزراء, but not طالب | الطب."""
    token = sheet.tokens[k]
    if not token.may & May.BE_NO_POST or token.folded.removeprefix(_AND) not in group("doubtful_posts"):
        return False
    return not _is_headed(sheet, k + 1)


def is_team(sheet: Sheet, k: int) -> bool:
    """Whether the word at `k` is a body that sounds like a rank: الفريق القانوني, but الفريق أول ركن, الفريق فلان."""
    token = sheet.tokens[k]
    if token.title is None or token.head is None or token.title.title.kind != "honorific" or k + 1 >= len(sheet.tokens):
        return False
    following = sheet.tokens[k + 1]
    if following.folded in group("led_by"):
        return True
    if following.title is not None or k + 1 in sheet.name_end or is_of_rank(sheet, k + 1):
        return False
    return bool(following.flags & Is.DEFINITE)


def _is_headed(sheet: Sheet, k: int) -> bool:
    """Whether a doubtful post goes on with the word at `k`: كبير | المفاوضين, كبير | مستشاري الرئيس."""
    if k >= len(sheet.tokens):
        return False
    token = sheet.tokens[k]
    if token.title is not None:
        # طالب | رؤساء الكنائس
        return token.title.number == _MANY and sheet.tokens[k - 1].folded != _STUDENT
    return bool(token.flags & Is.DEFINITE)


def _is_described(sheet: Sheet, k: int) -> bool:
    """Whether the word at `k` is a definite noun that is nobody's title, so that an adjective may follow."""
    token = sheet.tokens[k]
    if token.title is not None or k in sheet.time_end or token.joined:
        return False
    return bool(token.flags & Is.DEFINITE) and people()[sheet.page.words[k]] is None


def only_ranks(sheet: Sheet, first: int, i: int) -> bool:
    """Whether only ranks stand from word `first` up to the name at word `i`: رئيس الجمعية، | الدكتور | فلان."""
    return all(is_address(sheet, k) for k in range(first, i))


def ranks_are_left(sheet: Sheet, start: int, end: int, i: int) -> bool:
    """Whether behind a post only ranks stand before the name: رئيس الجمعية، | الدكتور, رئيس حزب الكتائب | النائب."""
    tokens = sheet.tokens
    if tokens[end].flags & Is.COMMA:
        return only_ranks(sheet, end + 1, i)
    if not any(sheet.name_end.get(k) == end and sheet.name_kind[k] == "organization" for k in range(start + 1, end)):
        return False
    return all(is_address(sheet, k) or tokens[k].folded in group("ranks_behind_bodies") for k in range(end, i))


def is_address(sheet: Sheet, k: int) -> bool:
    """Whether the word at `k` only says how somebody is addressed: الشيخ, الدكتور, آية الله, صاحب السمو."""
    token = sheet.tokens[k]
    if token.title is not None and not token.title.proclitics and token.title.title.kind == "honorific":
        return True
    if token.may & May.RANK:
        # آية | الله
        if is_of_rank(sheet, k) or token.folded == _SIGN:
            return True
        if token.folded == _GOD and k and sheet.tokens[k - 1].folded == _SIGN:
            return True
    return is_style(sheet, k)


def leads_troops(sheet: Sheet, low: int, end: int) -> bool:
    """Whether an officer's command stands right behind his full name: اللواء سالم الدرسي | قائد القوات البرية."""
    rank = sheet.tokens[low].folded.removeprefix(_AND).removeprefix("ال")
    if rank not in ranks("ranks") or end - low <= _MANY - 1 or end >= len(sheet.tokens):
        return False
    return sheet.tokens[end].folded in group("commands")


def is_one_of_many(sheet: Sheet, k: int) -> bool:
    """Whether at word `k` somebody is told to be one of many: أحد المعتصمين, إحدى مستشارات الرئيس, أحد كبار القادة."""
    if k + 2 >= len(sheet.tokens) or sheet.tokens[k].folded not in source_words().one_of:
        return False
    following = sheet.tokens[k + 1]
    if following.title is not None and following.title.number == _MANY:
        return True
    if following.flags & Is.DEFINITE:
        return following.head is None and k + 1 not in sheet.time_end
    # كبار | المديرين
    return not following.flags and bool(sheet.tokens[k + 2].flags & Is.DEFINITE) and following.head is None


def is_style(sheet: Sheet, k: int) -> bool:
    """Whether the word at `k` is of a style, which is no post: صاحب السمو الملكي, صاحبة الجلالة."""
    tokens = sheet.tokens
    if tokens[k].may & (May.OWN | May.STYLE) == May.OWN:
        return k + 1 < len(tokens) and tokens[k + 1].may & May.STYLE != 0
    for first in range(k, max(k - _ADJECTIVES, 1) - 1, -1):
        token = tokens[first]
        if token.may & May.STYLE:
            return tokens[first - 1].may & May.OWN != 0
        if not token.flags & Is.DEFINITE or token.title is not None:
            return False
    return False


def rules_place(sheet: Sheet, k: int) -> bool:
    """Whether the rank at word `k` is the post of who rules a place: أمير | قطر, أمير | منطقة مكة, ملك | الأردن."""
    title = sheet.tokens[k].title
    if title is None or title.definite or title.possessed or k + 1 >= len(sheet.tokens):
        return False
    if sheet.tokens[k].folded.removeprefix(_AND) not in group("ruling"):
        return False
    if k + 1 in sheet.name_end:
        return sheet.name_kind[k + 1] == "place"
    return sheet.tokens[k + 1].folded in group("regions") and k + 2 in sheet.name_end


def _heads_guild(sheet: Sheet, k: int) -> bool:
    """Whether the rank at word `k` is the post of who heads those behind it: نقيب | الصحفيين, عميد | المحامين."""
    if sheet.tokens[k].folded.removeprefix(_AND) not in group("guild_heads") or k + 1 >= len(sheet.tokens):
        return False
    title = sheet.tokens[k + 1].title
    return title is not None and title.definite and title.number > 1


def who_is(sheet: Sheet, first: int, at: int) -> int:
    """Where هو, هي or المعروف باسم stands between a description and the name at word `at`; `at` where none does."""
    known = at - 2
    if known > first and sheet.tokens[known].folded in group("known_by") and sheet.tokens[at - 1].folded == _IN_NAME_OF:
        return known
    return next((k for k in range(first + 1, at) if sheet.tokens[k].folded in group("is_who")), at)


def without_ranks(sheet: Sheet, low: int, high: int) -> int:
    """Where the words of a post end without the rank behind them: قائد الجيش | الفريق أول, الأمين العام، | الدكتور."""
    end = next((k for k in range(low + 1, high) if _speaks_for(sheet, k)), high)
    first = sheet.tokens[low].title
    bare = first is not None and first.title.kind == "role" and not (first.definite or first.possessed)
    # محامي القس: it says whose he is.
    while end - 1 > low + bare:
        last = end - 1
        if sheet.tokens[last].folded in group("also_ranks") and any(is_role(sheet, k) for k in range(low, last)):
            # معالي الوزير | الأستاذ
            end = last
            continue
        nation = last - 1 > low and is_address(sheet, last - 1) and people()[sheet.page.words[last]] is not None
        body = sheet.tokens[last - nation - 1]
        held = body.head is not None and body.head.kind == "organization" and not body.flags & Is.DEFINITE
        if held and not is_of_rank(sheet, last):
            # زعيم الأقلية في مجلس الشيوخ الأمريكي
            break
        if not (nation or is_address(sheet, last) or sheet.tokens[last].flags & (Is.COMMA | Is.OPEN)):
            break
        end = last
    return end


def _speaks_for(sheet: Sheet, k: int) -> bool:
    """Whether at the comma at word `k` it is told for whom somebody speaks: شقيقة فلان | ، متحدثة نيابة عن الأسرة."""
    if not sheet.tokens[k].flags & Is.COMMA or k + 2 >= len(sheet.tokens):
        return False
    return sheet.tokens[k + 2].folded in group("on_behalf")


def past_ranks(sheet: Sheet, low: int, high: int) -> int:
    """Where a post begins behind the ranks before it: معالي | الوزير, السيد | رئيس الجمهورية."""
    start = low
    first = sheet.tokens[low].title
    if first is not None and first.title.kind == "honorific" and first.proclitics == _AND and start < high - 1:
        # ومعالي | وزير العدل
        start += 1
    while start < high - 1 and is_address(sheet, start):
        if rules_place(sheet, start) or _heads_guild(sheet, start):
            break
        start += 1
    return start if start < high and is_role(sheet, start) else low


def goes_on_in_clause(sheet: Sheet, start: int, i: int) -> bool:
    """Whether a clause stands between the post at word `start` and the name at word `i`.

    وزير الخارجية الذي تولى مهامه مؤخرا، | فلان
    """
    tokens = sheet.tokens
    if not tokens[i - 1].flags & Is.COMMA or any(tokens[k].flags & Is.COMMA for k in range(start, i - 1)):
        return False
    end = noun_phrase(sheet, start, i)
    return end < i - 1 and bool(tokens[end].flags & Is.RELATIVE)


def ends_post(sheet: Sheet, k: int, high: int) -> bool:
    """Whether at word `k` a clause begins, or behind a comma nothing more of the post: الوزير | ، مولودو جاويش."""
    if k == high - 1 and sheet.tokens[k].folded in ranks("prepositions"):
        # مراسل القناة | في: the place was taken for a part of the name.
        return True
    if not sheet.tokens[k].flags & Is.COMMA:
        return bool(sheet.tokens[k].flags & Is.RELATIVE)
    return all(token.title is None and not token.flags & Is.DEFINITE for token in sheet.tokens[k + 1 : high])


def is_of_her(folded: str) -> bool:
    """Whether the definite word may be an adjective of a feminine noun: المحكمة | الدولية, المحكمة | العليا."""
    return folded.endswith(_FOLDED) or folded in group("elatives_of_her")


def is_of_next(sheet: Sheet, first: int) -> bool:
    """Whether the post with the article right behind a name is of the plain word behind it: اتهم فلان | السفير رسول."""
    if first + 1 >= len(sheet.tokens):
        return False
    if sheet.name_kind.get(first + 1) == "person":
        return not sheet.name_skip.get(first + 1)
    token = sheet.tokens[first + 1]
    if token.folded in ranks("post_joints"):
        # المتحدث | باسم
        return False
    plain = not (token.flags or token.title or token.head or token.forms) and first + 1 not in sheet.time_end
    return plain and len(token.folded) > _MANY and not segment(sheet.page.words[first + 1]).proclitics


def is_role(sheet: Sheet, k: int) -> bool:
    """Whether the title at word `k` says what somebody is, not only how he is addressed or what befell him."""
    title = sheet.tokens[k].title
    if title is None or title.title.kind == "honorific" or title.title.word in _no_roles():
        return False
    if title.title.word == _MAN and not (k + 1 < len(sheet.tokens) and sheet.tokens[k + 1].folded in group("men_of")):
        # فلان، رجل ضخم البنية
        return False
    # العقيد | الطيار
    return not (is_style(sheet, k) or is_of_rank(sheet, k))


@cache
def _no_roles() -> frozenset[str]:
    return frozenset(title.word for title in titles() if fold(title.word) in group("no_roles"))


def past_brackets(sheet: Sheet, end: int) -> int:
    """Past the age in brackets behind a name that ends at word `end`: فلانة (28 عاما) | وهي; `end` where none stands.

    Brackets in which a post stands are no such aside: فلان (وزير العدل).
    """
    tokens = sheet.tokens
    if end + 2 >= len(tokens) or not tokens[end].flags & Is.OPEN or tokens[end + 1].title is not None:
        return end
    past = close_bracket(sheet, end, len(tokens))
    if past + 1 >= len(tokens) or past == end + 1:
        return end
    if tokens[past].flags & Is.COMMA or tokens[past].folded in group("who_is"):
        return past
    # فلانة (53 عاما) | عضو المكتب
    title = tokens[past].title if tokens[end + 1].flags & Is.NUMBER else None
    return past if title is not None and title.number == 1 and not title.proclitics and is_role(sheet, past) else end


def told_of(sheet: Sheet, first: int) -> int:
    """Where the words end that tell who somebody is, between وهي and a comma: وهي | معدة تحقيقات في القناة،; or 0."""
    tokens = sheet.tokens
    end = noun_phrase(sheet, first, min(first + _LONGEST_TOLD, len(tokens)))
    token = tokens[first]
    if end - first < _TOLD_AT_LEAST or end >= len(tokens) or token.flags or token.head or token.forms:
        return 0
    if not tokens[end].flags & Is.COMMA or token.folded[:1] in _VERBAL:
        return 0
    return end


def with_body(sheet: Sheet, stop: int) -> int:
    """Where a post behind a name ends with the body that has it: القيادي | بحركة النهضة, المستشار | بالديوان الملكي."""
    token = sheet.tokens[stop] if stop < len(sheet.tokens) else None
    if token is None or not sheet.name_skip.get(stop) or token.folded[0] != _BY:
        return stop
    held = sheet.name_kind[stop] == "organization" and sheet.tokens[stop - 1].flags & Is.DEFINITE
    return sheet.name_end[stop] if held else stop


def past_description(sheet: Sheet, start: int, limit: int) -> int:
    """The comma that ends what is told of a body: رئيس المجلس السياسي | التابع للجماعة |، فلان; `start` without any."""
    if sheet.tokens[start].folded not in group("described"):
        return start
    return next((k for k in range(start, limit) if sheet.tokens[k].flags & Is.COMMA), start)
