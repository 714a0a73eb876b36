"""What stands between a verb and its parties: commas, times, adverbs, and where it was."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import people
from takhrij.rules.events.described import over_description
from takhrij.rules.events.estimates import over_estimate
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.traits import ASIDE, ESTIMATE
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is
from takhrij.rules.statements.tokens import is_accusative

_FROM = "من"
_WITH = "مع"
_PRESENCE = "حضور"
_BY = "ب"
_BY_THE = "بال"
# احترازيا, رسميا
_ADVERB = "يا"
# طردت #بريطانيا
_HASH = "#"


# Marks and pronouns stand between a verb and its parties.
_BETWEEN = Is.COMMA | Is.PRONOUN | Is.QUOTE


def skip(scene: Scene, j: int, limit: int) -> int:
    """Over commas, times, adverbs and short asides (في ...) before the next party."""
    while j < limit:
        token = scene.tokens[j]
        if not (scene.traits[j] & (ASIDE | ESTIMATE) or token.flags & _BETWEEN or j in scene.sheet.time_end):
            return j
        if j in scene.sheet.time_end:
            j = max(j + 1, scene.sheet.time_end[j])
        elif _is_between(scene, j):
            j += 1
        elif (end := _over_without(scene, j, limit)) > j or (end := over_description(scene.sheet, j, limit)) > j:
            j = end
        elif (end := over_estimate(scene, j, limit)) > j:
            # قتل | ما لا يقل عن | عشرة
            return end
        elif token.folded in group("circumstances") and j + 1 < limit:
            if scene.tokens[j + 1].folded == _PRESENCE:
                # في حضور | الوزير: who is present is no object.
                return j
            j = _over_published(scene, _over(scene, j, limit), limit)
        elif token.folded == _WITH and j + 1 < limit and scene.tokens[j + 1].folded in group("allies"):
            j = _over(scene, j, limit)
        elif token.folded in group("led_by") and scene.is_party(j + 1):
            # استهدف التحالف | بقيادة السعودية | المعسكر
            j = max(scene.phrase(j + 1, limit), j + 1)
        elif token.folded[:1] == _BY and token.folded[1:] in group("instruments"):
            # قصفوا بقذائف الهاون | الجنود
            j = max(noun_phrase(scene.sheet, j + 1, min(limit, j + 4)), j + 1)
        elif _tells_where(scene, j) and (end := _behind_place(scene, j, limit)) > j:
            j = end
        else:
            return j
    return j


def over_adjectives(scene: Scene, j: int, limit: int) -> int:
    """Behind adjectives that go on with a body in the feminine: منعت القوى الأمنية | المنتشرة | المحتجين من الوصول."""
    while (
        0 < j < limit
        and over_description(scene.sheet, j, limit) == j
        and scene.tokens[j].flags == scene.tokens[j - 1].flags == Is.DEFINITE
        and _is_hers(scene, j)
    ):
        j += 1
    return j


def _is_hers(scene: Scene, j: int) -> bool:
    """Whether word `j` may be an adjective of the feminine word before it, and names nobody."""
    if not (scene.words[j].endswith(_TIED) and scene.words[j - 1].endswith(_TIED)):
        return False
    token = scene.tokens[j]
    return token.head is None and token.title is None and j not in scene.names and not scene.is_party(j)


_TIED = "ة"


def _over_published(scene: Scene, j: int, limit: int) -> int:
    """Behind who published it: في رسالة | نشرتها صحيفة المساء; `j` where nobody did."""
    if j + 1 < limit and scene.tokens[j].folded in group("published") and scene.is_party(j + 1):
        return scene.phrase(j + 1, limit)
    return j


def _over_without(scene: Scene, j: int, limit: int) -> int:
    """Behind من دون أن يسميه at word `j`; `j` where it does not stand there."""
    k = j + 1 if scene.tokens[j].folded == _FROM else j
    if k + 2 < limit and scene.tokens[k].folded in group("without") and scene.tokens[k + 1].flags & Is.THAT:
        return k + 3
    return j


def _is_between(scene: Scene, j: int) -> bool:
    """Whether word `j` is a mark or an adverb that stands between a verb and its parties."""
    token = scene.tokens[j]
    if token.flags & (Is.COMMA | Is.PRONOUN) or token.folded == _HASH or token.folded in group("asides"):
        return True
    if token.folded.endswith(_ADVERB) and not token.flags and people()[scene.words[j]] is None:
        # أوقفت الشرطة | احترازيا | الوزير
        return j not in scene.names and not scene.is_party(j) and is_accusative(scene.words[j])
    return bool(token.flags & Is.QUOTE) and j in scene.sheet.quote_at


def _tells_where(scene: Scene, j: int) -> bool:
    """Whether word `j` begins an aside of place: بالقصر الرئاسي, بمدينة النخيل."""
    word = scene.words[j]
    if word[0] != _BY or not bears(word, _BY):
        return False
    where = scene.tokens[j].folded[1:]
    return word.startswith(_BY_THE) or where in group("settled") or where in group("facilities")


def _behind_place(scene: Scene, j: int, limit: int) -> int:
    """Behind an aside of place at word `j` if a mark or another aside closes it; else `j`."""
    end = max(noun_phrase(scene.sheet, j + 1, min(limit, j + 6)), j + 1)
    while end < limit and scene.tokens[end].flags & Is.DEFINITE:
        # بمدينة مصر | الجديدة
        end += 1
    if end >= limit or not (scene.tokens[end].flags & (Is.COMMA | Is.QUOTE) or _tells_where(scene, end)):
        return j
    return end


def _over(scene: Scene, j: int, limit: int) -> int:
    """Over a preposition and its phrase."""
    if j + 1 in scene.sheet.time_end:
        return scene.sheet.time_end[j + 1]
    end = noun_phrase(scene.sheet, j + 1, min(limit, j + 6))
    if end < limit and scene.tokens[end - 1].folded in group("settled") and scene.is_place(end):
        # في العاصمة | دمشق
        end = scene.sheet.name_end[end]
    # في غارات | نفذتها القوات: whoever did it is no part of where it was.
    did = (k for k in range(j + 2, end) if (carried := scene.carried(k)) is not None and carried.pronoun)
    # في غداء | في حضور مساعديه: who is present is none of where it was.
    present = (k - 1 for k in range(j + 2, end) if scene.tokens[k].folded == _PRESENCE)
    return max(min(next(did, end), next(present, end)), j + 2)
