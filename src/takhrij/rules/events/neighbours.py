"""Two who stand side by side without a word between them: استقبل الرئيس التونسي قيس سعيد | وزير الخارجية الفرنسي."""

from collections.abc import Sequence

from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import people
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.closings import goes_on_with_verb
from takhrij.rules.events.described import WHOLE, without_pronoun
from takhrij.rules.events.traits import ADVERB, CLOSING, HIS_FOLLOWERS
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is, Sheet, Token
from takhrij.rules.statements.tokens import is_accusative

# A post with whose it is has so many words.
_REACH = 6
_PLACE = "place"
_PERSON = "person"
# A name has so many words at most.
_NAME = 6
_THEIR = (
    "ها",
    "هم",
)
_AND = "و"
_BY = "ب"
_BY_THE = "بال"
_DOCUMENT = "document"
_PRESENCE = "حضور"
_ONES = "ون"
_NISBA = "ي"
_SHORT = 5
_IN = "في"
_FOR = "ل"
# Marks of a noun that nothing belongs to: قاضٍ, رجلٌ
_TANWEEN = "\u064c\u064d"
# A quotation of more words is no name.
_TERM = 4
# الانتخابات, الاتفاقية, as they are folded
_OF_THINGS = (
    "ات",
    "ه",
)
_HIS = (
    "ها",
    "ه",
    "هم",
)
# ة, as it is folded
_FEMININE = "ه"
# تابعة is no "followed it".
_TIED = "ة"
# Adjectives of men: الغربيين, الأوروبية
_OF_MEN = (
    "ين",
    "ون",
    "ي",
    "يه",
)


def is_another(sheet: Sheet, first: int, k: int) -> bool:
    """Whether the post right behind a person's name at word `k` is another's, where his own stood before his name.

    A post with the article is (السفير), since nobody bears one on each side; any other where it serves another nation.
    """
    title, own = sheet.tokens[k].title, sheet.tokens[first].title
    if title is not None and own is None and title.definite and not title.proclitics and title.number == 1:
        # اتهم روبيو | السفير فلان
        bare = sheet.name_end.get(first) == k and sheet.name_kind[first] == _PERSON
        return bare and title.title.kind == "role" and sheet.name_kind.get(k + 1) == _PERSON
    if title is None or title.proclitics or own is None or {own.title.kind, title.title.kind} != {"role"}:
        return False
    if title.definite:
        return title.number == 1
    theirs = _nations(sheet, k, min(k + _REACH, sheet.sentence(k)[1]))
    ours = _nations(sheet, first, k)
    return bool(theirs) and bool(ours) and theirs.isdisjoint(ours)


def ends_before(sheet: Sheet, traits: list[int], senses: tuple[Sense, ...] | None, first: int, k: int) -> bool:
    """Whether the phrase of the party at word `first` ends before word `k`, which has these senses."""
    if _is_over(sheet, traits, first, k):
        return True
    token = sheet.tokens[k]
    may_be_verbs = traits[k] & CLOSING or token.title is not None or (k == first + 1 and token.flags & Is.DEFINITE)
    if (may_be_verbs or sheet.name_skip.get(k)) and goes_on_with_verb(sheet, first, k):
        return True
    return _is_closed(sheet, senses, first, k)


def _is_closed(sheet: Sheet, senses: tuple[Sense, ...] | None, first: int, k: int) -> bool:
    """Whether a party is closed before word `k`: ستة أشخاص | وإيقاف شخصين, دمشق | "ترد", مسلحون | شقيق الوزير."""
    token, head = sheet.tokens[k], sheet.tokens[first]
    if (
        k == first + 1
        and first not in sheet.name_end
        and (_is_owned_or_alone(sheet, first, k) or _is_what_he_judges(sheet, first, k))
    ):
        return True
    if token.pronoun and token.is_finite and not token.joined and sheet.page.words[k][-1] != _TIED:
        # رجلا | وصفه الوزير
        return True
    if senses is not None and head.title is not None and is_accusative(sheet.page.words[first]):
        # إن جنديا عراقيا | قتل: nothing stands in the genitive behind an accusative with its ا.
        if not head.flags and any(not one.noun and one.shape == "perfect" for one in senses):
            return True
    if token.flags & Is.QUOTE:
        return sheet.name_end.get(first) == k and sheet.name_kind[first] == _PLACE
    if token.flags & Is.NUMBER:
        # أربعة متهمين | 15 يوما, but أكثر من 15
        before = sheet.tokens[k - 1]
        if k == first + 1 and first not in sheet.name_end and before.folded.endswith(_THEIR):
            # قتلت قواتها | 30 مسلحا
            return True
        return bool(head.flags & Is.NUMBER or head.folded in group("about")) and before.folded in group("parties")
    if sheet.name_kind.get(k) == _PLACE and not token.joined and not sheet.name_skip.get(k):
        # مبعوثون جنوبيون | واشنطن
        if k > first + 1 and k - 1 not in sheet.name_end and sheet.tokens[k - 1].folded.endswith(WHOLE):
            return True
    if k == first + 1 and not head.flags and head.folded.endswith(WHOLE) and head.folded in group("parties"):
        post = token.title is not None and not token.title.proclitics and not token.folded.endswith(WHOLE)
        return post or k in sheet.name_end
    if token.folded[1:] in group("targets"):
        # مواقع وتعزيزات المسلحين
        return False
    return senses is not None and senses[0].noun and not senses[0].definite and senses[0].before == _AND


def _is_over(sheet: Sheet, traits: list[int], first: int, k: int) -> bool:
    """Whether a party's phrase is over before word `k`, though a phrase of a source would go on.

    معارضو بوتين | الانتخابات, وزير خارجيته | خصوصا, دول المقاطعة | "احترام التزاماتها الدولية", قاضٍ | فلان
    """
    token, before = sheet.tokens[k], sheet.tokens[k - 1]
    if (
        traits[k] & ADVERB
        or (token.title is not None and is_with(token))
        or ((traits[k] | traits[k - 1]) & HIS_FOLLOWERS and _is_beside_his(sheet, traits, first, k))
        or _is_behind_state(sheet, first, k)
    ):
        return True
    if token.folded == _IN:
        # الرئيسان | في حضور مساعديهما
        return k + 1 < len(sheet.tokens) and sheet.tokens[k + 1].folded == _PRESENCE
    if token.flags & Is.QUOTE:
        quote = sheet.quote_at.get(k)
        closed = before.flags & Is.DEFINITE or k - 1 in sheet.name_end
        return bool(closed) and quote is not None and quote.first == k + 1 and quote.end - quote.first > _TERM
    if k == first + 1 and sheet.page.words[first][-1] in _TANWEEN:
        return sheet.name_kind.get(k) == _PERSON
    if not token.flags & Is.DEFINITE or token.title is not None or token.head is not None or k in sheet.name_end:
        return False
    if before.flags & Is.DEFINITE or token.joined or people()[sheet.page.words[k]] is not None:
        return False
    # فلان | الاتفاق, but not فلان السابق
    named = any(sheet.name_end.get(j) == k and sheet.name_kind[j] == _PERSON for j in range(max(first, k - _NAME), k))
    return named and token.folded.endswith(_OF_THINGS)


def _is_beside_his(sheet: Sheet, traits: list[int], first: int, k: int) -> bool:
    """Whether no adjective stands behind those who are somebody's own: عدد من زملائه | الحكومة, رفاقه | العودة."""
    token = sheet.tokens[k]
    if not token.flags:
        # الرئيس فلان | مواطنيه
        alone = bool(traits[k] & HIS_FOLLOWERS) and not token.joined
        return alone and (k - 1 in sheet.name_end or any(sheet.name_end.get(j) == k for j in range(first, k)))
    if not token.flags & Is.DEFINITE or token.folded.endswith(_OF_MEN):
        return False
    return bool(traits[k - 1] & HIS_FOLLOWERS)


def _is_behind_state(sheet: Sheet, first: int, k: int) -> bool:
    """Whether a man is named right behind a state: اتهمت لندن | فلانا."""
    state = sheet.name_kind.get(first) == _PLACE and sheet.name_end[first] == k
    return state and sheet.name_kind.get(k) == _PERSON and not sheet.tokens[k].joined


def is_with(token: Token) -> bool:
    """Whether ب stands before a person's post, so that somebody does something with him: التقى الوزير | بالرئيس."""
    title = token.title
    if title is None or title.title.kind != "role" or not title.proclitics.endswith(_BY):
        return False
    # بمدرسة is at a school.
    return title.definite or not title.feminine


def past_post_with(sheet: Sheet, j: int, limit: int) -> int:
    """Where a post behind ب with the article ends, with the name of its holder: التقى | بالرئيس الروسي فلان."""
    if not is_with(sheet.tokens[j]):
        return j
    k = j + 1
    while k < limit and sheet.tokens[k].flags == Is.DEFINITE and k not in sheet.name_end:
        k += 1
    if k < limit and sheet.tokens[k].folded[:1] == _FOR and bears(sheet.page.words[k], _FOR) and k > j + 1:
        # بالأمين العام | لحزب الأمل
        k = max(noun_phrase(sheet, k, limit), k)
    at = k + 1 if k + 1 < limit and sheet.tokens[k].flags & Is.COMMA else k
    return sheet.name_end[at] if at < limit and sheet.name_kind.get(at) == _PERSON else k


def _is_what_he_judges(sheet: Sheet, first: int, k: int) -> bool:
    """Whether ب with the article leads to a paper or a thing behind a post that is whole: رحب الوزير | بالقرار."""
    title, token = sheet.tokens[first].title, sheet.tokens[k]
    if title is None or not title.definite or title.number != 1 or not sheet.page.words[k].startswith(_BY_THE):
        return False
    return token.title is None and k not in sheet.name_end and (token.head is None or token.head.kind == _DOCUMENT)


def _is_owned_or_alone(sheet: Sheet, first: int, k: int) -> bool:
    """Whether the word right behind a party's is none of its: انتحاري | نفسه, حلفاؤها | المنطقة, حليفها | هجوما."""
    token, head = sheet.tokens[k], sheet.tokens[first]
    if token.folded in group("self"):
        return not head.flags & Is.DEFINITE
    plain = not (head.flags or head.head is not None) and token.flags in (0, Is.DEFINITE)
    if plain and head.folded.endswith(_ONES) and len(head.folded) > _SHORT:
        return _is_object_of_theirs(sheet, k)
    if not head.folded.endswith(_HIS) or head.title is not None or head.head is not None or head.flags:
        return False
    if without_pronoun(head.folded.removeprefix(_AND)) not in group("owned_parties"):
        return False
    if token.title is not None or token.head is not None or k in sheet.name_end or token.flags & Is.MARK:
        return False
    # حليفه السابق, حلفاؤها الغربيون
    return not token.flags & Is.DEFINITE or token.folded.endswith(_FEMININE)


def _is_object_of_theirs(sheet: Sheet, k: int) -> bool:
    """Whether word `k` behind a plural that nothing belongs to is none of its: جهاديون | مقرات, not جهاديون متطرفون."""
    token = sheet.tokens[k]
    if token.title is not None or token.head is not None or people()[sheet.page.words[k]] is not None:
        return False
    if token.flags:
        # ناشطون | الخطوة
        return True
    return not token.folded.endswith((_ONES, _NISBA)) and token.folded not in group("further")


def names_body(tokens: Sequence[Token], first: int, k: int) -> bool:
    """Whether the words `first` to `k` name a body by itself, so that a person's name behind them is another's."""
    if not tokens[first].flags & tokens[k - 1].flags & Is.DEFINITE:
        return False
    return all(token.title is None for token in tokens[first:k])


def first_of_post(tokens: Sequence[Token], k: int, low: int) -> int:
    """The first word of the post before the name at word `k`, behind word `low`."""
    at = k
    for j in range(k - 1, low - 1, -1):
        if tokens[j].flags & (Is.COMMA | Is.MARK):
            return low
        if tokens[j].title is not None:
            at = j
    return at


def is_second_name(sheet: Sheet, k: int) -> bool:
    """Whether the names of two stand on both sides of و at word `k`: الوزيران فلان | وفلان."""
    kinds, ends = sheet.name_kind, sheet.name_end
    if kinds.get(k) != _PERSON:
        return False
    return any(ends.get(j) == k and kinds[j] == _PERSON for j in range(max(k - _NAME, 0), k))


def _nations(sheet: Sheet, first: int, end: int) -> set[str]:
    """The nations that adjectives of the words tell, up to the first mark."""
    found = set()
    for k in range(first, end):
        if sheet.tokens[k].flags & (Is.MARK | Is.ADJUNCT | Is.THAT) and not sheet.tokens[k].flags & Is.QUOTE:
            break
        demonym = people()[sheet.page.words[k]]
        if demonym is not None:
            found.add(demonym.place.name)
    return found


def is_one_of_people(tokens: Sequence[Token], senses: Sequence[tuple[Sense, ...] | None], k: int) -> bool:
    """Whether an adjective of a people is one man of it: مقتل | فلسطيني, 19 | عراقيا; not قصف | إسرائيلي."""
    if not k or tokens[k].flags & Is.DEFINITE:
        return False
    if tokens[k - 1].flags & Is.NUMBER:
        return True
    before = senses[k - 1]
    if before is None:
        return False
    trigger = before[0].frame.trigger
    return trigger.of == _SUFFERS and (before[0].noun or trigger.passive) and not before[0].pronoun


_SUFFERS = "recipient"
