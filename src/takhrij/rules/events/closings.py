"""Where a party's phrase is over, since its verb goes on there: الجيش | القبض على, شخص | يشتبه في صلته."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.function_words import group as words_of
from takhrij.lexicon.places import people
from takhrij.rules.statements.sheet import Is, Sheet

_PRESENT = "ي"
_SHORTEST = 4
_NAME = 3
_FEMININE = "ه"
_OF_MANY = (
    "ين",
    "ون",
)
_PERSON = "person"
_BODY = "organization"
_FOR = "ل"
_AND_FOR_THE = "ولل"
_NISBA = "ي"
_PLACE = "place"
_IN = "في"
_FROM = "من"
_EACH = (
    "كل",
    "كلا",
)
_WHAT = "ما"


def goes_on_with_verb(sheet: Sheet, first: int, k: int) -> bool:
    """Whether word `k` belongs to the verb of the party that begins at word `first`, and no more to its name."""
    token = sheet.tokens[k]
    if sheet.name_skip.get(k) and sheet.page.words[k].startswith(_FOR):
        # اتهام روسيا | لترامب, اتهام الحكومة | لروسيا
        return sheet.name_end.get(first) == k or (k == first + 1 and bool(sheet.tokens[first].flags & Is.DEFINITE))
    if token.folded in group("sentences"):
        # رجل أعمال صيني | بالسجن
        return True
    if _is_whom(sheet, first, k) or (token.folded.startswith(_AND_FOR_THE)):
        # تعازيه للضحايا | وللشعب
        return True
    if not token.flags & Is.DEFINITE:
        return False
    before = sheet.tokens[k - 1]
    if token.folded in group("done_things"):
        return bool(before.flags & Is.DEFINITE or k - 1 in sheet.name_end or k - 1 == first)
    if k == first + 1 and before.folded.endswith(_FEMININE) and token.folded.endswith(_OF_MANY):
        # ونصحت الوزارة | الفرنسيين
        single = before.flags & Is.DEFINITE and first not in sheet.name_end
        return bool(single) and people()[sheet.page.words[k]] is not None
    if token.folded not in group("asked_bodies"):
        return False
    # ودعا تشوي | المجتمع الدولي
    return any(sheet.name_end.get(j) == k and sheet.name_kind[j] == _PERSON for j in range(first, k))


def _is_whom(sheet: Sheet, first: int, k: int) -> bool:
    """Whether a post at word `k` is his to whom a body does it: أوقفت الشرطة | الناشط فلان, اعتقال الشرطة | للمرشح."""
    title, head = sheet.tokens[k].title, sheet.tokens[first]
    if title is not None and title.proclitics == _FOR and not head.flags and head.folded in group("forces"):
        # اعتقال سلطات المطار | للناشط, قالت شرطة الجامعة | للصحفيين
        return first + 1 < k <= first + _NAME and bool(sheet.tokens[k - 1].flags & Is.DEFINITE)
    if title is None or title.number != 1 or head.title is not None or first in sheet.name_end:
        return False
    if head.head is None or head.head.kind != _BODY or not head.flags & Is.DEFINITE or k != first + 1:
        return False
    if title.proclitics:
        return title.proclitics == _FOR and head.folded in group("forces")
    if not title.definite or sheet.tokens[k].folded.endswith(_NISBA) or title.feminine:
        return False
    return head.folded.endswith(_FEMININE) or sheet.name_kind.get(k + 1) == _PERSON


def behind_each(sheet: Sheet, first: int, end: int) -> int:
    """Behind كل من at word `first`, which names nobody: كل من | تونس ومصر; `first` where it does not stand there."""
    each = first + 2 < end and sheet.tokens[first + 1].folded == _FROM and sheet.tokens[first].folded.endswith(_EACH)
    return first + 2 if each else first


def before_verb_of_his(sheet: Sheet, first: int, end: int) -> int:
    """Where a relative clause begins that nothing opens, of somebody not named: شخص | يشتبه في صلته; or `end`."""
    for k in range(first + 1, end):
        if not sheet.tokens[k].flags and is_present(sheet, k):
            return k
    return end


def is_present(sheet: Sheet, k: int) -> bool:
    """Whether a verb in the present that no list knows stands behind somebody not named: شخص | يشتبه, رجال | يعملون."""
    token, word = sheet.tokens[k], sheet.page.words[k]
    if len(word) < _SHORTEST or not word.startswith(_PRESENT) or token.flags or k in sheet.time_end:
        return False
    if token.title is not None or token.head is not None or token.folded in group("no_verbs"):
        return False
    if token.folded in words_of("called") or sheet.tokens[k - 1].folded == _WHAT:
        # رجل يدعى فلان, زعيم ما يسمى
        return False
    in_name = any(sheet.name_end.get(j, 0) > k for j in range(max(k - _NAME, 0), k + 1))
    return not in_name and not sheet.tokens[k - 1].flags & Is.DEFINITE and people()[word] is None


def is_where(sheet: Sheet, k: int) -> bool:
    """Whether word `k` tells where one is who has no post, or by whom: انتحاري | في العاصمة, ناشط | من قبل الشرطة."""
    if k + 1 >= len(sheet.tokens):
        return False
    where = sheet.tokens[k + 1].folded
    if sheet.tokens[k].folded == _FROM:
        # ناشط | من قبل الشرطة
        return where in group("side")
    if sheet.tokens[k].folded != _IN:
        return False
    known = any(where in group(name) for name in ("towns", "settled", "explosions", "facilities", "attacks"))
    return known or sheet.name_kind.get(k + 1) == _PLACE
