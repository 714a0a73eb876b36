"""Verbs and nouns that are written alike: whether a spelling that may be both is a noun where it stands."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import people
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.attempts import is_attempted, is_decided
from takhrij.rules.events.leading import goes_on_modal
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.subjects import subject_before
from takhrij.rules.statements.sheet import Is
from takhrij.rules.statements.tokens import is_accusative

# "dawn" is written like the verb.
_DAWN = "فجر"
# "he demanded" or "a student"
_STUDENT = "طالب"
_AND = "و"
# سبع سنوات ونصف: "a half", and not "we describe".
_HALF = "نصف"
_SEARCH = "بحث"
# سجن الحديدة: a state is no man in Arabic, so that no place imprisons in this form.
_PRISON = "سجن"
_FEMININE = "ة"
_FIRM = "قاطع"
_ISSUED = "صادر"
_BY = "ب"
# So many words before what somebody may or must do.
_MODAL_WITHIN = 3
_HERE = "هنا"
_TWO = 2
# من قتل is "who killed", حتى قتل "until he killed".
_BEFORE_VERBS = frozenset(
    [
        "من",
        "حتي",
        "حتى",
    ]
)
_SUFFERED = frozenset(["ASSAULT", "COERCE"])
_ON_HIM = "عليه"
_PEACE = "وسلم"
_REMOVES = "عزل"
_CAPTURES = "أسر"
# أسر, as it is folded
_FAMILIES = "اسر"
_ACQUITS = "برأ"
_DEPRIVES = "حرم"
_TARGETS = "استهدف"
# So many words behind the verb it is told what something is for.
_AIM_WITHIN = 3
_HAMZAS = "أئؤء"
_INSIDE = frozenset(
    [
        "من",
        "في",
        "داخل",
        "خارج",
    ]
)
_NEAR = 5


def is_noun(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a spelling that may also be a noun is one here: behind a preposition, a verb, or a noun it belongs to."""
    if sense.shape == "imperfect" and sense.pronoun and i and scene.tokens[i - 1].folded in group("later"):
        # بعد تبرؤها
        return True
    if scene.tokens[i].folded.removeprefix(_AND) == _HALF:
        return True
    if sense.shape != "perfect" or sense.passive:
        return False
    if sense.number == _TWO and sense.frame.trigger.type in _SUFFERED and not subject_before(scene, i):
        # قتلا is "killing" too, سجنا "prison".
        return True
    if i and scene.tokens[i - 1].folded in group("likely"):
        # المواقع المحتمل | توجه المتظاهرين إليها
        return True
    if _is_other_word(scene, i, sense) or _is_only_letters(scene, i, sense):
        return True
    if sense.pronoun:
        return _is_his(scene, i, sense)
    if _DAWN in (scene.tokens[i].bare, scene.tokens[i].folded):
        return _is_dawn(scene, i + 1)
    if sense.before:
        noun = any(other.noun for other in scene.senses[i] or ())
        return _is_listed(scene, i) or (noun and sense.before == _AND and goes_on_modal(scene, i))
    if i and scene.tokens[i - 1].folded in group("before_noun") and scene.tokens[i - 1].folded not in _BEFORE_VERBS:
        # احتجاجا على حكم: no perfect stands behind a preposition.
        return True
    senses = scene.senses[i]
    if i == 0 or senses is None or all(not other.noun for other in senses):
        return False
    return _is_object(scene, i, sense) or _stands_behind_noun(scene, i)


def names_attack(scene: Scene, k: int) -> bool:
    """Whether word `k` is a noun that names an attack, though a verb may be spelled so: في | قصف استهدف موقعا."""
    senses = scene.senses[k]
    if senses is None or all(not sense.noun or sense.frame.trigger.type != _ASSAULT for sense in senses):
        return False
    return senses[0].noun or is_noun(scene, k, senses[0])


def opens_with_attack(scene: Scene, i: int) -> bool:
    """Whether an attack opens what is told, so that it is the subject of the verb: أن | هجمات حصلت أمس استهدفت."""
    first = max(scene.clause_start(i), i - _OPENED)
    if first >= i or scene.joined(i) or not scene.tokens[first - 1].flags & Is.THAT or not names_attack(scene, first):
        return False
    return not any(scene.tokens[k].flags & Is.COMMA or scene.joined(k) for k in range(first, i))


# So many words behind the attack that opens it the verb may stand.
_OPENED = 14
_ASSAULT = "ASSAULT"
_TIME = "وقت"


def _stands_behind_noun(scene: Scene, i: int) -> bool:
    """Whether the word before one that may be a noun leads a noun, or is one that it belongs to."""
    before = scene.tokens[i - 1]
    if before.flags & (Is.MARK | Is.BREAK | Is.RELATIVE | Is.AUXILIARY | Is.DEFINITE) or before.folded in group(
        "openers"
    ):
        return False
    if _leads_noun(scene, i - 1):
        return True
    if i - 1 in scene.names or before.flags or before.title is not None:
        return False
    if is_accusative(scene.words[i - 1]) and people()[scene.words[i - 1]] is not None:
        # إن جنديا عراقيا | قتل
        return False
    if i > 1 and scene.tokens[i - 2].folded == _TIME:
        # في وقت سابق | قتل
        return False
    return not any(scene.sheet.time_end.get(i - k) == i for k in (1, 2, 3, 4))


def _is_object(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether it is what a verb or a decision takes, or what is only meant or attempted."""
    if _is_verbs_object(scene, i) or _is_only_meant(scene, i, sense):
        return True
    return is_attempted(scene, i, sense) or is_decided(scene, i)


def _is_his(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a word with a pronoun is a noun: قررت إسرائيل هدمها, متأكدة من خطفه | وقتله."""
    if not i or all(not other.noun for other in scene.senses[i] or ()):
        return False
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - _MODAL_WITHIN) : i]
    if any(token.folded in group("modal") for token in near):
        # لا يحق لنا هدمه
        return True
    lead = scene.tokens[i - 1].folded
    if lead in group("occasions_of") and lead not in _BEFORE_VERBS:
        # أثناء استعادته مواقع: no perfect stands behind a preposition.
        return True
    return _follows_verb(scene, i) or (bool(sense.before) and _is_listed(scene, i))


_CONDEMNED = "ادين"


def _is_other_word(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the word is one of those that are verbs by their letters alone: وسلم, وهو طالب, بحثها, سجن الحديدة."""
    folded = scene.tokens[i].folded
    if folded == _CONDEMNED and sense.person == 1 and scene.sheet.inside.get(i) is None:
        # رجل أدين بالقتل, but not "أدين الهجوم"
        return True
    if i and folded == _PEACE and scene.tokens[i - 1].folded == _ON_HIM:
        return True
    if i and folded.removeprefix(_AND) == _STUDENT and _is_student(scene, i):
        # وهو طالب: a student.
        return True
    if folded == _ISSUED and _is_issued(scene, i):
        return True
    if i and folded == _FIRM and scene.tokens[i - 1].folded in group("manner"):
        # بشكل قاطع
        return True
    if scene.words[i].removeprefix(_AND) == _HERE:
        # هنا صنعاء: "here", and not هنأ.
        return True
    return _is_search(scene, i, sense) or (folded == _PRISON and scene.is_place(i + 1))


def is_other_noun(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a noun is another that is written alike: المدنيين العزل, استهدفت | تعزيزات عسكرية, هرب من سجنه."""
    trigger, before = sense.frame.trigger, scene.tokens[i - 1] if i else None
    if before is None:
        return False
    if trigger.verb == _CAPTURES and scene.words[i] in _ENTIRE and before.bare not in group("comes_about"):
        # القيادة بأسرها: the whole of it
        return True
    if trigger.verb == _CAPTURES:
        # تم أسرهم, but not في بيوت أسرهم
        theirs = sense.pronoun == _THEM and before.bare not in group("comes_about")
        return theirs or (not sense.pronoun and (sense.definite or _is_families(scene, i)))
    if trigger.verb == _REMOVES and sense.definite and not sense.before:
        return bool(before.flags & Is.DEFINITE)
    if trigger.verb == _PRISON and sense.pronoun and not sense.before:
        return before.folded in _INSIDE
    return trigger.type == "MOBILIZE" and not trigger.verb and _is_struck(scene, i)


def _is_families(scene: Scene, i: int) -> bool:
    """Whether أسر is "families": أسر الضحايا, أسر بعض المعتقلين; not أسر الجيش عشرة, أسر ثلاثة جنود."""
    after = scene.tokens[i + 1] if i + 1 < len(scene.tokens) else None
    if after is None or i + 1 in scene.names or (after.title is not None and after.title.number == 1):
        return False
    if after.folded in group("each"):
        return True
    doer = after.folded in group("forces") or after.folded in group("troops") or after.folded.endswith(_WHO)
    return scene.words[i + 1].startswith(_THE) and not doer


_ENTIRE = frozenset(
    [
        "بأسره",
        "بأسرها",
        "بأسرهم",
        "باسره",
        "باسرها",
    ]
)
_YASSER = "ياسر"
_THE = "ال"
_THEM = "هم"
# المسلحون
_WHO = "ون"


def _is_struck(scene: Scene, i: int) -> bool:
    """Whether an attack is told right before the noun, whose target it names: قصفت الطائرات | تعزيزات عسكرية."""
    for k in range(i - 1, max(scene.clause_start(i), i - _NEAR) - 1, -1):
        senses = scene.senses[k]
        if senses is not None and any(sense.frame.trigger.type == "ASSAULT" for sense in senses):
            return True
    return False


def _is_only_letters(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether only its letters are those of the verb: برات بلا همزة, حرم الجامعة, استهدفت الخطة تحسين الخدمات."""
    verb = sense.frame.trigger.verb
    if verb == _ACQUITS:
        # برات: a man's name.
        return all(letter not in scene.words[i] for letter in _HAMZAS)
    if verb == _CAPTURES and scene.words[i].removeprefix(_AND) == _YASSER:
        # ياسر بلا همزة: a man's name.
        return True
    if verb == _CAPTURES:
        bare = scene.tokens[i].folded.removeprefix(_AND) == _FAMILIES
        return sense.pronoun == _THEM or (bare and _is_families(scene, i))
    if verb == _DEPRIVES:
        return i + 1 < len(scene.tokens) and scene.tokens[i + 1].folded in group("precincts")
    return False


def is_aimed_at(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the verb tells only what something is for: مناورة استهدفت تعزيز التنسيق."""
    if sense.frame.trigger.verb != _TARGETS:
        return False
    near = scene.tokens[i + 1 : min(i + 1 + _AIM_WITHIN, scene.clause_end(i))]
    return any(token.folded in group("aims") for token in near)


def _is_issued(scene: Scene, i: int) -> bool:
    """Whether صادر is "issued", and not "he confiscated": بيان صادر عن الوزارة, صادر بتاريخ."""
    after = scene.tokens[i + 1] if i + 1 < len(scene.tokens) else None
    if after is None or i + 1 in scene.sheet.time_end or after.folded in group("before_noun"):
        return True
    return after.folded.startswith(_BY) and not scene.is_party(i + 1)


def _is_search(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether بحث is a search and no talk: وسعت الشرطة بحثها."""
    if sense.frame.trigger.verb != _SEARCH:
        return False
    carried = [scene.carried(k) for k in range(max(0, i - _NEAR), i)]
    if any(verb is not None and verb.carrier.part == "happens" for verb in carried):
        # جرى خلال اللقاء بحث الملف
        return True
    return bool(sense.pronoun) and not (i and scene.tokens[i - 1].flags & Is.RELATIVE)


def _is_student(scene: Scene, i: int) -> bool:
    """Whether طالب is who studies or seeks, and not "he demanded": وهو طالب, طالب لجوء."""
    after = scene.tokens[i + 1].folded if i + 1 < len(scene.tokens) else ""
    if after and people()[scene.words[i + 1]] is not None and not scene.tokens[i + 1].flags & Is.DEFINITE:
        # طالب جزائري
        return True
    return scene.tokens[i - 1].folded in group("he") or after in group("asylum")


def _is_verbs_object(scene: Scene, i: int) -> bool:
    """Whether a verb and its subject stand before it, so that it is what the verb takes: أدان الرئيس | قتل الصحفي."""
    for k in range(i - 1, max(scene.clause_start(i), i - _SUBJECT) - 1, -1):
        token = scene.tokens[k]
        if token.flags & (Is.COMMA | Is.THAT | Is.RELATIVE | Is.QUOTE) or (k < i and scene.joined(k + 1)):
            return False
        refrains = token.folded.removeprefix(_AND) in group("refrains")
        known = refrains or token.is_finite or (scene.senses[k] is not None and scene.is_verb(k))
        carried = scene.carried(k)
        if known or (carried is not None and carried.carrier.part != "happens"):
            # قررت موسكو أمس طرد
            return not scene.joined(i)
    return False


_SUBJECT = 9
_MEANT = 5


def _is_only_meant(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether words shortly before show that killing is only wanted or feared: يجب خطف جنود, عزم التنظيم قتل."""
    if sense.frame.trigger.type != "ASSAULT":
        return False
    near = scene.tokens[max(scene.clause_start(i), i - _MEANT) : i]
    return any(token.folded in group("meant") for token in near)


def _is_listed(scene: Scene, i: int) -> bool:
    """Whether what may be a verb is one more of several nouns: اضطهاد وتعذيب وقتل."""
    senses = scene.senses[i] or ()
    if not i or not any(other.noun for other in senses):
        return False
    k = i - 1
    if k and scene.senses[k] is None and scene.words[k].endswith(_FEMININE) and not scene.tokens[k].flags:
        # توجيه ضربات جوية | وقصف
        k -= 1
    before = scene.senses[k]
    hung = k > 0 and scene.tokens[k - 1].folded in group("before_noun")
    if scene.is_party(i + 1) and not (hung and not senses[0].pronoun):
        # إثر اغتصاب وقتل طفلة, but not وقعت اشتباكات وقتل جندي
        return False
    return before is not None and before[0].noun and bool(before[0].pronoun) == bool(senses[0].pronoun)


def _is_dawn(scene: Scene, j: int) -> bool:
    """Whether the word before word `j` is the dawn of a day, and does not blow something up."""
    near = scene.tokens[j] if j < len(scene.tokens) else None
    if near is None or j in scene.sheet.time_end or near.folded in group("days"):
        return True
    if near.folded in group("self") or scene.is_party(j):
        return False
    return bool(near.flags) or near.folded in group("before_noun") or j in scene.names


def _follows_verb(scene: Scene, i: int) -> bool:
    """Whether a word with a pronoun is what a verb shortly before it takes: قررت إسرائيل هدمها."""
    if _leads_noun(scene, i - 1):
        return True
    for k in range(max(0, i - _NEAR), i - 1):
        if scene.carried(k) is not None and (i - 1 in scene.names or scene.phrase(k + 1, i) == i):
            return True
    return False


def _leads_noun(scene: Scene, k: int) -> bool:
    """Whether what follows word `k`, a preposition or a verb, is a noun."""
    token = scene.tokens[k]
    return scene.carried(k) is not None or token.is_finite or token.folded in group("before_noun")
