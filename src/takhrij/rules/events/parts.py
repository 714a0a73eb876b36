"""The subject and the object of a verb that tells an event."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.function_words import group as words_of
from takhrij.lexicon.function_words import spelled
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.arguments import at_slots, has_pronoun, joint_parties, owner, town_at
from takhrij.rules.events.asides import over_adjectives, skip
from takhrij.rules.events.closings import is_present
from takhrij.rules.events.objects import (
    behind_apposition,
    behind_aside,
    behind_paper,
    behind_unknown,
    compelled,
    is_after_all_object,
    is_visited,
    place_asked,
    post_behind_name,
    unknown_with,
)
from takhrij.rules.events.own import is_of_speaker
from takhrij.rules.events.resumed import (
    is_object_of_relative,
    is_of_nobody_before,
    is_of_other,
    is_of_other_gender,
    is_resumed,
    is_topic,
)
from takhrij.rules.events.scene import PREPOSED, Scene
from takhrij.rules.events.suffering import is_charged_himself, is_no_subject, is_not_subject, is_suffered
from takhrij.rules.events.two_named import two_named
from takhrij.rules.statements.going_on import Doing, is_object
from takhrij.rules.statements.sheet import Is, Range
from takhrij.rules.statements.subjects import takes_up
from takhrij.rules.statements.tokens import is_accusative
from takhrij.text.fold import fold

_NO_OBJECT = Is.STOP | Is.BREAK | Is.COLON | Is.ADJUNCT | Is.THAT | Is.RELATIVE | Is.NEGATION


_OBLIQUE = "ين"
_ACCUSES = "اتهم"
_PRISON = "السجن"
# مئات قتلوا | أو أصيبوا, as it is folded
_OR = "او"
_BY = "ب"
_JOINED = tuple("وف")


def core(
    scene: Scene, i: int, sense: Sense, before: tuple[Range, ...], stop: int
) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """The subject and the object among the phrases before and behind the verb."""
    frame = sense.frame
    takes_object = "object" in frame.slots
    limit = stop
    j = skip(scene, i + 1, limit)
    # البحرين تؤيد | وموسكو تدعو
    first = 0 if j < limit and scene.joined(j) else party_at(scene, j, limit)
    if is_of_speaker(scene, i):
        return (), joint_parties(scene, j, first) if first and takes_object else _inner(scene, sense, j, limit)
    if sense.person == 1:
        return (), joint_parties(scene, j, first) if first and takes_object else ()
    if first and is_of_other_gender(scene, i, sense, before):
        before = ()
    if before and first and _tells_of_some(scene, i + 1):
        first = 0
        j = limit
    if before:
        return _behind_subject(scene, i, sense, before, (j, first, limit))
    if not first and (whoever := unknown_with(scene, sense, j, limit)):
        return whoever, ()
    if not first and sense.frame.trigger.type in _ASKS and (asked := behind_unknown(scene, sense, j, limit)):
        return ((j, asked[0][0]),), asked
    if not first:
        return (), _object(scene, j, limit) if takes_object and not sense.pronoun and frame.trigger.whom == "" else ()
    return _of_lead(scene, i, sense, joint_parties(scene, j, first), (j, first, limit))


def _of_lead(
    scene: Scene, i: int, sense: Sense, lead: tuple[Range, ...], behind: tuple[int, int, int]
) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """Subject and object where none stands before the verb, from the party `lead` behind it; `behind` as above."""
    frame, (j, first, limit) = sense.frame, behind
    takes_object = "object" in frame.slots
    takes = takes_object and not sense.pronoun
    if takes and (is_after_all_object(scene, i, sense) or is_visited(scene, i, sense, lead)):
        return (), lead
    if is_suffered(sense) or (sense.passive and frame.trigger.passive):
        # قُتلت فتاة
        return (), lead
    if sense.pronoun or not takes_object:
        # حجز هؤلاء | الأعوان سيارة
        these = scene.tokens[j].folded in group("these")
        if frame.trigger.passive and not takes_object and not frame.slots and not scene.is_doer(j + these):
            return (), lead
        return lead, ()
    if lead and (is_not_subject(scene, sense, lead[0][0]) or (takes_up(scene.sheet, i) and accuses(sense))):
        # ونددت المنظمات، ودعت | المجلس الأوروبي والدول الأعضاء; دعوى تتهم فيها | روسيا ومسؤولين
        return (), lead
    k = skip(scene, over_adjectives(scene, lead[-1][1] if lead else first, limit), limit)
    if any(scene.tokens[word].title is not None for word in range(j, k)):
        k = behind_apposition(scene, k, limit)
    done_to = _done_to(scene, sense, lead, k, limit)
    if done_to is None or not done_to[1]:
        far = behind_paper(scene, sense, lead[-1][1] if lead else first) or place_asked(scene, sense, k)
        far = far or behind_aside(scene, sense, lead[-1][1] if lead else first)
        return (lead, far) if far else done_to or _alone(scene, i, sense, lead)
    return done_to


_ASKS = frozenset(["REQUEST", "ACCUSE"])


def _behind_subject(
    scene: Scene, i: int, sense: Sense, before: tuple[Range, ...], behind: tuple[int, int, int]
) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """Subject and object where a party stands before the verb; `behind` are begin, end and limit of the next."""
    j, first, limit = behind
    if is_suffered(sense):
        # إن شخصا أصيب في هجوم بطائرات
        return (), before
    if sense.pronoun and first:
        # مقاتلون طردتهم القوات: the pronoun is whoever stands before.
        return joint_parties(scene, j, first), before if len(before) == 1 else ()
    if first and is_of_other(scene, i, sense, first):
        # الوزير الذي طالبت المعارضة برحيله: whom the pronoun takes up is asked to go.
        return joint_parties(scene, j, first), before if len(before) == 1 else ()
    relative = scene.tokens[i - 1].flags & Is.RELATIVE
    if relative and not first and accuses(sense) and not sense.pronoun and is_charged_himself(scene, i):
        # الوزير الذي اتهم بالتقصير, but not الاحتجاجات ضد الحكومة والتي اتهم خلالها
        return (), () if scene.tokens[i + 1].folded in group("during_it") else before
    if is_of_nobody_before(scene, i, sense):
        # اللجنة التي طلب تشكيلها, الرئيس الذي يتهمونه
        return (joint_parties(scene, j, first), ()) if first else ((), before if sense.pronoun else ())
    if sense.pronoun and not first and is_object_of_relative(scene, i, sense, before[0][0]):
        # روسيا التي دعاها إلى: whoever calls on her is left out.
        return (), before
    if not first and (is_resumed(scene, i, sense) or (sense.passive and has_pronoun(scene, sense.frame, i + 1, limit))):
        # فلان الذي حكم عليه: the pronoun is whoever stands before, and it is done to him.
        return (), before
    if not first and is_topic(scene, i, sense, before):
        return (), before
    takes = "object" in sense.frame.slots and not sense.pronoun
    if takes and sense.passive and sense.shape == "perfect" and not first:
        # ثلاثة مراكز قُصفت
        return (), before
    if sense.frame.trigger.passive and takes and not first and _may_suffer(scene, before):
        # الناشط اعتقل أمس: nothing stands behind it that it could be done to.
        return ((), before) if sense.passive or not _takes_one(scene, i, j, limit) else (before, ())
    if not first and takes and (asked := place_asked(scene, sense, j)):
        return before, asked
    if not first and takes and sense.frame.trigger.type in _STANDS and not (j < limit and scene.joined(j)):
        # الرياض تؤيد | سياسة الرئيس
        return before, _object(scene, j, limit)
    return before, joint_parties(scene, j, first) if first and takes else ()


def _takes_one(scene: Scene, i: int, j: int, limit: int) -> bool:
    """Whether the verb at word `i` has an object no party is named in: قتلوا | رضيعا, but not قتلوا في الهجوم، |."""
    if not _has_object(scene, j, limit):
        return False
    behind = scene.tokens[i + 1]
    left = behind.flags & Is.COMMA or behind.folded in group("before_noun") or behind.folded.startswith(PREPOSED)
    return j == i + 1 or i + 1 in scene.sheet.time_end or not left


def _done_to(
    scene: Scene, sense: Sense, lead: tuple[Range, ...], k: int, limit: int
) -> tuple[tuple[Range, ...], tuple[Range, ...]] | None:
    """The subject, and whom it is done to from word `k` on; None where nobody stands there."""
    trigger = sense.frame.trigger
    # عدة | آليات للحوثيين
    k += k + 1 < limit and scene.tokens[k].folded in group("several") and scene.tokens[k + 1].folded in group("targets")
    whose = owner(scene, k, limit) if k < limit else k
    if whose > k:
        # مواقع للحوثيين
        return lead, joint_parties(scene, whose, scene.phrase(whose, limit))
    second = party_at(scene, k, limit)
    if second and scene.joined(k) and trigger.passive and not scene.is_doer(lead[0][0]):
        return (), lead + joint_parties(scene, k, second)
    if second:
        return lead, joint_parties(scene, k, second)
    if trigger.whom == "place" and k < limit and (scene.is_place(k) or scene.tokens[k].folded in group("settled")):
        return lead, ((k, scene.sheet.name_end[k]),) if scene.is_place(k) else town_at(scene, k, limit)
    if k < limit and scene.tokens[k].folded == _PRISON:
        # أودع الرئيس السابق | السجن: he suffers it
        return None
    if _has_object(scene, k, limit):
        found = _object(scene, k, limit)
        # جرح أربعة جنود إصابة اثنين منهم بالغة
        hurt = trigger.passive and trigger.of == "recipient" and _is_counted(scene, lead)
        if trigger.passive and found and scene.joined(found[0][0]):
            # قتلت امرأة حامل | وطفلتها: both are struck.
            return (), lead + found
        return None if hurt else (lead, found)
    if trigger.needs == "both" and not sense.passive and (post := post_behind_name(scene, lead)):
        return (*lead[:-1], (lead[-1][0], post)), ((post, lead[-1][1]),)
    return two_named(scene, sense, lead)


def _tells_of_some(scene: Scene, j: int) -> bool:
    """Whether a comma at word `j`, behind the verb, leads to some of those before it: أصيبوا، بعضهم بالرصاص."""
    if not scene.tokens[j].flags & Is.COMMA or j + 2 >= len(scene.tokens):
        return False
    return any(token.folded in group("among") for token in scene.tokens[j + 1 : j + 3])


def _is_counted(scene: Scene, lead: tuple[Range, ...]) -> bool:
    """Whether those behind the verb are told by their number, and are none who do such things."""
    if not lead or scene.is_doer(lead[0][0]):
        return False
    token = scene.tokens[lead[0][0]]
    return bool(token.flags & Is.NUMBER) or token.folded in group("about")


def _inner(scene: Scene, sense: Sense, j: int, limit: int) -> tuple[Range, ...]:
    """The party inside the object, where the verb takes one."""
    return _object(scene, j, limit) if "object" in sense.frame.slots and not sense.pronoun else ()


def _may_suffer(scene: Scene, parties: tuple[Range, ...]) -> bool:
    """Whether those before the verb are likelier its victims than its doers."""
    return not any(scene.is_doer(first) for first, _ in parties)


def _alone(scene: Scene, i: int, sense: Sense, lead: tuple[Range, ...]) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """The one party behind the verb: its object where the verb is passive or its subject went before."""
    trigger = sense.frame.trigger
    word = scene.tokens[lead[0][0]] if lead else None
    if trigger.passive and (sense.passive or not lead or not scene.is_doer(lead[0][0])):
        return (), lead
    if lead and is_no_subject(scene, sense, lead[0][0]):
        return (), lead
    if _is_met(scene, i, sense, lead):
        return (), lead
    if word is not None and is_accusative(scene.words[lead[0][0]]) and word.folded in group("parties"):
        # وثائق تدين | أشخاصا
        return (), lead
    if sense.number > 1 and sense.shape == "perfect":
        # وقتلوا عشرات المتظاهرين: the plural verb has its subject in it.
        return (), lead
    if accuses(sense) and lead and _charge_follows(scene, lead[-1][1]):
        # واتهمت السلطات بالتقصير: whoever accuses was named before.
        return (), lead
    if word is not None and _is_oblique(scene, lead[0][0]):
        whose = owner(scene, lead[0][0], scene.sheet.sentence(i)[1])
        # وقصفت مراكز | للحوثيين
        return (), joint_parties(scene, whose, scene.phrase(whose, scene.sheet.sentence(i)[1])) if whose > lead[0][
            0
        ] else lead
    if lead and compelled(scene, sense, lead[-1][1]):
        return (), lead
    if sense.shape == "participle" or (lead and _is_whom(scene, i, sense, lead[0])):
        return (), lead
    return lead, ()


def _is_whom(scene: Scene, i: int, sense: Sense, lead: Range) -> bool:
    """Whether the verb has the subject of one before it, and the party behind it is its object: وطالب | إيران."""
    kind = sense.frame.trigger.type
    if sense.frame.trigger.joint and at_slots(scene, sense.frame, lead[1], scene.clause_end(i)):
        # والتقى وفد كوري | بالزعيم: whom he met stands behind.
        return False
    if kind not in _SAID_TO and not (kind == "SUPPORT" and sense.before.startswith(_JOINED)):
        return False
    verb = sense.frame.trigger.verb
    goes_on = sense.before.startswith(_JOINED) or _is_linked(scene, i)
    asked = goes_on and scene.tokens[lead[0]].folded in words_of("addressed")
    if asked and fold(verb) in group("asking"):
        return True
    if takes_up(scene.sheet, i) and fold(verb) in group("take_whom") and verb not in spelled("judging_whom"):
        # بيانا دعت فيه | عناصرها
        return True
    doing = Doing(verb, sense.gender, sense.number, sense.shape, sense.before.startswith(_JOINED))
    return is_object(scene.sheet, i, doing, lead, scene.is_verb)


_STANDS = frozenset(["SUPPORT", "ACCUSE"])
_SAID_TO = frozenset(["REQUEST", "ACCUSE", "THREATEN", "CONSULT", "SANCTION", "CONCEDE"])


def _is_met(scene: Scene, i: int, sense: Sense, lead: tuple[Range, ...]) -> bool:
    """Whether who stands alone behind a verb that goes on from another is met: زار الوزير القاهرة والتقى الرئيس."""
    trigger = sense.frame.trigger
    if trigger.type != "CONSULT" or not trigger.joint or sense.number != 1:
        return False
    if not (sense.before.startswith(_JOINED) or _is_linked(scene, i)):
        return False
    if len(lead) != 1 or scene.tokens[lead[0][0]].folded.endswith(_NOMINATIVE):
        # والتقى الرجلان, والتقى ترامب وبوتين
        return False
    first, end = lead[0][1], scene.clause_end(i)
    return not at_slots(scene, sense.frame, first, end) and not any(scene.is_party(k) for k in range(first, end))


def _is_linked(scene: Scene, i: int) -> bool:
    """Whether a word before the verb links it to one whose subject it has: حيث التقى, كما التقى, قبل أن يلتقي."""
    if not i:
        return False
    before = scene.tokens[i - 1]
    if before.flags & Is.THAT:
        return i > 1 and scene.tokens[i - 2].bare in group("linking_that")
    return before.bare in group("linking")


_NOMINATIVE = (
    "ان",
    "ون",
)


def accuses(sense: Sense) -> bool:
    """Whether the verb cannot do without somebody who is accused."""
    return sense.frame.trigger.verb == _ACCUSES


def _charge_follows(scene: Scene, k: int) -> bool:
    """Whether what somebody is charged with stands at word `k`: بالتقصير, بأنه."""
    return k < len(scene.tokens) and scene.words[k].startswith(_BY) and not scene.is_party(k)


def _is_oblique(scene: Scene, j: int) -> bool:
    """Whether the noun at word `j` cannot be a subject, by its ending: هاجمت | مسلحين, but not مسلحون."""
    token = scene.tokens[j]
    if token.folded in group("targets") or token.folded in group("addressed"):
        return True
    if j in scene.names or token.flags & Is.NUMBER or not token.folded.endswith(_OBLIQUE):
        return False
    return token.folded in group("parties") or (token.title is not None and token.title.number > 1)


def party_at(scene: Scene, j: int, limit: int) -> int:
    """The end of the party that begins at word `j`, or 0."""
    if j >= limit or not scene.is_party(j):
        return 0
    if scene.tokens[j].flags & _NO_OBJECT and not _is_about(scene, j):
        return 0
    if scene.tokens[j].folded.startswith(PREPOSED) and not scene.tokens[j].flags & Is.DEFINITE and _hangs(scene, j):
        return 0
    end = scene.phrase(j, limit)
    return end if end > j else 0


def _is_about(scene: Scene, j: int) -> bool:
    """Whether the word before a number says only that it is rough: نحو 200 مسلح, not نحو الحدود."""
    after = scene.tokens[j + 1] if j + 1 < len(scene.tokens) else None
    return (
        scene.tokens[j].folded in group("about")
        and after is not None
        and bool(after.flags & Is.NUMBER or after.folded in group("about"))
    )


def _hangs(scene: Scene, j: int) -> bool:
    token = scene.tokens[j]
    if token.title is not None:
        return token.title.proclitics.endswith(PREPOSED)
    if token.head is not None:
        return token.head.proclitics.endswith(PREPOSED)
    # في غارة | لطيران التحالف
    own = token.folded in group("parties") or token.folded[1:] not in group("parties")
    return bool(scene.sheet.name_skip.get(j)) or not own


def _has_object(scene: Scene, k: int, limit: int) -> bool:
    """Whether something stands behind the subject that can be what the verb is done to."""
    if k >= limit:
        return False
    token = scene.tokens[k]
    if token.flags & (_NO_OBJECT | Is.COMMA | Is.MARK) and not token.flags & Is.NUMBER:
        return False
    if scene.tokens[k - 1].flags & Is.COMMA and scene.joined(k):
        # لنبني ما تهدم، ونضمد الجراح
        return False
    if token.folded in group("according") or token.folded == _OR or is_present(scene.sheet, k):
        return False
    return token.folded not in group("before_noun") and not token.folded.startswith(PREPOSED) and not scene.is_verb(k)


def _object(scene: Scene, k: int, limit: int) -> tuple[Range, ...]:
    """The party inside an object that is none itself: دور مصر, تصريحات الوزير."""
    if not _has_object(scene, k, limit) or _is_crime(scene, k):
        return ()
    end = scene.phrase(k, limit)
    found = scene.party_in(k, end) if end > k else None
    return (found,) if found is not None else ()


def _is_crime(scene: Scene, k: int) -> bool:
    """Whether the noun at word `k` tells what was done to somebody, who is not blamed for it: أدان مقتل ثلاثة جنود."""
    senses = scene.senses[k]
    trigger = senses[0].frame.trigger if senses is not None and senses[0].noun else None
    return trigger is not None and trigger.type == "ASSAULT" and trigger.of == "recipient"
