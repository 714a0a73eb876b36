"""A verbal noun tells it: لقاء الوزير مع السفير, مقتل ثلاثة جنود, and the light verb that carries it: شن هجوما."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.model.event import Status
from takhrij.rules.events.arguments import at_slots, behind_all, fits, hands, is_for, joint_parties
from takhrij.rules.events.background import is_accident, is_statistic, is_toll
from takhrij.rules.events.company import beside
from takhrij.rules.events.crowds import is_no_rally
from takhrij.rules.events.decisions import from_whom, of_decision, of_forces
from takhrij.rules.events.deed import Deed, Rule
from takhrij.rules.events.doers import (
    OFFICIAL,
    is_charged,
    is_convicted,
    is_deed_of,
    is_military,
    is_struck,
    is_struck_town,
    may_do,
    stands_between,
    visitor_end,
    who_fits,
)
from takhrij.rules.events.estimates import is_counted, over_estimate
from takhrij.rules.events.followers import follower, is_far_off
from takhrij.rules.events.governors import Governor, Parties, find_governor
from takhrij.rules.events.homographs import is_other_noun
from takhrij.rules.events.leading import is_affirmed
from takhrij.rules.events.only_named import is_achievement, is_appeal, is_only_named, is_seeking
from takhrij.rules.events.own import before_verb, is_of_speaker
from takhrij.rules.events.places import place_of, seen_place
from takhrij.rules.events.resumed import struck_by_his
from takhrij.rules.events.scene import PREPOSED, Scene
from takhrij.rules.events.seats import town_of_talks
from takhrij.rules.events.stance import carried_status, is_denied, is_doubtful, status_of
from takhrij.rules.events.strengthened import doer_end, done_to, visitor_behind
from takhrij.rules.events.taken_up import taken_up
from takhrij.rules.events.telling import (
    is_abstract,
    is_aim,
    is_charge,
    is_purpose,
    is_told,
    needs_actor,
)
from takhrij.rules.events.whose import DONE_BY_WORDS, is_circumstance, nation_of, pronoun_of, topic_of
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is, Range

_AND = "و"
_STATE = "دوله"
_BY = "ب"
_WITH = "مع"
_FORCES = "forces"
_BETWEEN = "بين"
_CEASEFIRE = "ceasefire"


def find_named(scene: Scene, i: int, sense: Sense) -> Deed | None:
    """The event that the verbal noun at word `i` names."""
    if sense.definite and sense.before.startswith(_AND) and i and scene.tokens[i - 1].flags & Is.DEFINITE:
        # مؤسسة الحج والزيارة
        return None
    if is_circumstance(scene, i) or is_other_noun(scene, i, sense) or is_only_named(scene, i, sense):
        return None
    frame, end = sense.frame, scene.clause_end(i)
    if not fits(scene, i, frame, end):
        return None
    start = i + 1
    if frame.follows:
        start = follower(scene, i, frame, min(end, i + _FOLLOWS)) + 1
        if not start or (frame.trigger.mode == _CEASEFIRE and is_far_off(scene, i, start - 1)):
            return None
    if is_doubtful(scene, i) or is_charge(scene, i) or is_abstract(scene, i, sense) or is_aim(scene, i, sense):
        return None
    if is_accident(scene, i, sense) or is_achievement(scene, i, sense):
        return None
    governor = find_governor(scene, i, sense)
    if is_purpose(scene, i, sense, governor) or is_no_rally(scene, i, sense, governor):
        return None
    denied = governor.at >= 0 and is_denied(scene, governor.at)
    if denied or is_seeking(scene, i, governor) or is_appeal(scene, sense, governor):
        return None
    parties = _parties(scene, i, sense, governor, start)
    if parties is not None and is_statistic(scene, sense, parties[1]):
        return None
    if parties is not None and governor.part == "happens" and frame.trigger.type in DONE_BY_WORDS and not parties[1]:
        # تم تحذير فلان: he has not warned.
        parties = ((), parties[0]) if parties[0] and parties[0][0][0] == i + 1 else parties
    found = _deed(scene, i, sense, parties, governor) if parties is not None else None
    return found or taken_up(scene, i, sense)


def _parties(scene: Scene, i: int, sense: Sense, governor: Governor, start: int) -> tuple[Parties, Parties] | None:
    """Who does it and to whom, from the words behind the noun and the verb that carries it; None where nobody can."""
    frame, end = sense.frame, scene.clause_end(i)
    actor, recipient = _right_behind(scene, i, sense, over_estimate(scene, start, end), end)
    recipient = recipient or struck_by_his(scene, i, sense, end)
    if frame.trigger.joint and not (actor or recipient) and (sides := _sides(scene, sense, start, end)):
        return sides[:1], sides[1:]
    actor = actor or hands(scene, behind_all(start, recipient), end, frame.trigger.type == "ASSAULT")
    actor = actor or from_whom(scene, i, sense) or of_decision(scene, i, sense) or of_forces(scene, i, sense, end)
    if not actor and needs_actor(scene, i, sense, governor):
        return None
    after = behind_all(behind_all(start, actor), recipient)
    if sense.definite and not governor.subject and not recipient and not actor and not _took_place(sense, governor):
        if not at_slots(scene, frame, start, min(end, start + 6)):
            return None
    # أجرى اتصالا, أنهى اتصالا
    does = governor.part == "does" or (governor.part == "ends" and frame.trigger.type == "CONSULT")
    if not actor and (does or is_deed_of(scene, i, sense, governor)):
        actor = governor.subject
    elif governor.part == "suffers" and frame.trigger.joint and not actor:
        # تلقى الوزير مكالمة من نظيره: the grammatical subject first.
        actor = governor.subject
    elif governor.part == "suffers" and not recipient:
        recipient = governor.subject
    bare = sense.definite and not recipient and not actor and frame.trigger.type in _BARE
    if bare and not at_slots(scene, frame, start, end):
        # السجن, الإنقاذ: nobody's in particular.
        return None
    invites = frame.trigger.joint or (frame.trigger.type == "REQUEST" and not sense.before)
    joins = invites and governor.part == "does" and governor.subject not in ((), actor)
    if joins and actor and not recipient:
        # شارك الرئيس في اجتماع المجلس, تعتزم الأمم المتحدة دعوة الحكومة
        actor, recipient = governor.subject, actor
    if sense.pronoun and not recipient and is_charged(scene, i, sense):
        # اتهامه بالإساءة إلى الوزير
        return actor, ()
    if recipient and (actor or not frame.trigger.joint):
        return actor, recipient
    return _with_slots(scene, sense, (actor, recipient), range(after, end))


def _with_slots(scene: Scene, sense: Sense, parties: tuple[Parties, Parties], behind: range) -> tuple[Parties, Parties]:
    """The parties, with whom the noun's prepositions name among the words behind it."""
    actor, recipient = parties
    joint = sense.frame.trigger.joint
    found = at_slots(scene, sense.frame, behind.start, behind.stop)
    if len(found) == 1 and not actor and joint and _is_many(scene, found[0]):
        # قمة بين الكوريتين
        found = found * 2
    if len(found) > 1 and not actor and joint and _is_many(scene, found[0]):
        return found[:1], found[1:]
    return actor, recipient or tuple(part for part in found if part not in actor)


def _took_place(sense: Sense, governor: Governor) -> bool:
    """Whether a verb says that what is named with an article took place: ووقع الهجوم فجر أمس, تم التوصل إلى اتفاق."""
    trigger = sense.frame.trigger
    return governor.part == "happens" and (trigger.type == "ASSAULT" or (trigger.type == "AGREE" and trigger.lone))


def _is_many(scene: Scene, words: Range) -> bool:
    """Whether both sides are named where these words are: بين الجانبين, بين مقاتلين من الحركة."""
    return any(scene.tokens[k].bare == _BETWEEN for k in range(max(0, words[0] - _MEMBERS), words[0]))


def _sides(scene: Scene, sense: Sense, start: int, end: int) -> Parties:
    """Both sides that are told behind بين, the more readily the nearer: اشتباكات بين الجيش ومسلحين."""
    sides = at_slots(scene, sense.frame, start, end)
    if len(sides) < 2 or not _is_many(scene, sides[0]) or not _is_its_own(scene, sense, start, sides[0][0]):
        return ()
    return sides


def _is_its_own(scene: Scene, sense: Sense, start: int, first: int) -> bool:
    """Whether those named at word `first` are the sides of a noun with the article: القمة التي عقدت أمس بين."""
    near = any(token.flags & Is.RELATIVE for token in scene.tokens[start : start + _RELATIVE])
    return not sense.definite or first - start < (_NEAR + _NEAR if near else _NEAR)


def _deed(scene: Scene, i: int, sense: Sense, parties: tuple[Parties, Parties], governor: Governor) -> Deed | None:
    actor, recipient = parties
    nation = -1 if actor else nation_of(scene, i, sense)
    told = is_told(scene, i, sense, governor, (((nation, nation + 1),) if nation >= 0 else actor, recipient))
    blamed = governor.part == "said" and sense.frame.trigger.type == "ASSAULT" and (bool(actor) or nation >= 0)
    if not (told or blamed) or not who_fits(scene, sense, actor or recipient):
        return None
    begin, end = scene.clause_start(i), scene.clause_end(i)
    place = place_of(scene, sense, recipient, (begin, i, end))
    if governor.part == "sees" and (place is None or not i < place[0] < i + _THERE):
        place = seen_place(scene, governor.subject, governor.at, i) or place
    whose = pronoun_of(scene, i, sense, parties, governor.part)
    own = _is_own(scene, parties, governor)
    left_out = own or (_is_left_out(scene, i, sense, parties, governor) and not whose)
    return Deed(
        rule="events.carried" if governor.part in _CARRIES else "events.named",
        sense=sense,
        words=(i, i + 1),
        actor=actor,
        recipient=recipient,
        others=beside(scene, i, end),
        place=place,
        left_out=left_out,
        whose=whose,
        status=_status(scene, i, sense, governor, begin),
        verb=governor.at,
        nation=nation,
        topic=topic_of(scene, i) if left_out else (),
        begin=i if governor.part == "tells" and (not actor or actor != governor.subject) else begin,
        by_verb=bool(actor) and actor == governor.subject,
        of_speaker=own,
        of_country=own and before_verb(scene.sheet, governor.at).folded in group("country_of"),
        end=end,
        # أدان الضربات الإسرائيلية: who is blamed is known by them.
        told=told,
        more=is_toll(scene, i, sense),
        # تمت استعادة المدينة: not by those who took it.
        unsaid=sense.frame.trigger.type == "COERCE" and not is_military(sense) and governor.part == "happens",
        earlier=bool(i) and not sense.definite and scene.tokens[i - 1].bare in group("after"),
    )


def _is_own(scene: Scene, parties: tuple[Parties, Parties], governor: Governor) -> bool:
    """Whether the speaker tells it of himself: قال الجيش إنه شن غارات, أعلنت أنها نجحت في الإفراج عن."""
    alone = governor.part == "does" and not governor.subject and not parties[0]
    return alone and is_of_speaker(scene, governor.at)


def _status(scene: Scene, i: int, sense: Sense, governor: Governor, begin: int) -> Status:
    """What the light verb makes of the event, else what the words around the noun do."""
    by_verb = carried_status(scene, governor.at, sense) if governor.at >= 0 and governor.part != "tells" else None
    if by_verb == "planned" and _decides(scene, sense, governor):
        # قررت موسكو طرد دبلوماسيين: her decision does it.
        return "happened"
    return by_verb or status_of(scene, i, sense, begin)


def _decides(scene: Scene, sense: Sense, governor: Governor) -> bool:
    """Whether the decision is the act itself: that of a state on its guests, that of a court on anybody."""
    if scene.tokens[governor.at].folded.removeprefix(_AND) not in group("decides"):
        return False
    court = any(scene.tokens[first].head is not None for first, _ in governor.subject)
    return sense.frame.trigger.type in _DECIDED or (court and sense.frame.trigger.type == "COERCE")


def _is_left_out(scene: Scene, i: int, sense: Sense, parties: tuple[Parties, Parties], governor: Governor) -> bool:
    """Whether whoever does it is not there and must be looked for: أعلنت الوزارة توقيف, بعد زيارة إلى تونس."""
    actor, recipient = parties
    if actor:
        return False
    trigger = sense.frame.trigger
    if (governor.part in ("does", "tells") and trigger.type in OFFICIAL) or is_affirmed(scene, i, sense):
        return True
    if recipient and (trigger.joint or trigger.whom == "place"):
        # الانسحاب من الاتفاق مع طهران: an old one, and nobody's in the sentence.
        return trigger.type != "AGREE" or not sense.definite
    decision = scene.tokens[i - 1].folded if i else ""
    # قراره إقالة, but not قرار مصادرة
    return decision in group("decisions") and decision.endswith(_HIS)


# So many words behind a noun with the article it is told between whom it was.
_NEAR = 9
_RELATIVE = 4
# So many words behind it the town is told in the land that saw it: شهدت تونس احتجاجات | في سوسة.
_THERE = 8
# So many words may stand between بين and the body whose members are named.
_MEMBERS = 3
# So many words behind a noun the word may stand that makes its sense: إعفاء وزير الداخلية من منصبه.
_FOLLOWS = 10
# A decision of these is the act itself.
_DECIDED = frozenset(["SANCTION", "CONCEDE"])
_BARE = frozenset(["COERCE", "AID", "ASSAULT", "SANCTION", "ACCUSE"])
_CARRIES = frozenset(["does", "suffers", "sees"])


def _right_behind(scene: Scene, i: int, sense: Sense, start: int, end: int) -> tuple[Parties, Parties]:
    """The party behind the noun and the word that must follow it, or that word's own: طرد عشرات الدبلوماسيين."""
    suffers = sense.frame.trigger.of == "recipient"
    if start > i + 1 and scene.is_party(start - 1) and (suffers or sense.frame.trigger.who == _FORCES):
        # طرد | دبلوماسيين, وصول | قوات تركية: the word that must follow is itself who it is.
        return _genitive(scene, i, sense, i + 1, end)
    if start > i + 1 and stands_between(scene, i, sense):
        # فرض الولايات المتحدة عقوبات, إلغاء الرئيس زيارته: who does it stands between both.
        return _genitive(scene, i, sense, i + 1, start - 1)
    found = _genitive(scene, i, sense, start, end)
    if not any(found) and start > i + 1 and suffers:
        return _genitive(scene, i, sense, i + 1, end)
    return found


def _genitive(scene: Scene, i: int, sense: Sense, start: int, end: int) -> tuple[Parties, Parties]:
    """The party right behind the noun, as its actor or recipient; both of two that are joined."""
    trigger = sense.frame.trigger
    if not trigger.of or sense.pronoun or sense.definite or start >= end:
        return visitor_behind(scene, sense, start, end), ()
    token = scene.tokens[start]
    if token.flags & (Is.MARK | Is.ADJUNCT) and not (token.flags & Is.QUOTE or is_counted(scene, start)):
        # مقتل | نحو مئة, but not انسحاب | نحو الحدود
        return (), ()
    with_it = scene.words[start][0] == _BY and bears(scene.words[start], _BY)
    if (
        with_it
        or (token.folded.startswith(PREPOSED) and not scene.is_party(start))
        or token.folded in group("no_party")
    ):
        # ضربات بطائرات: with what
        return (), ()
    if token.folded in group("before_noun") or (trigger.whom == "place" and token.folded == _STATE):
        # مواجهات بين, زيارة دولة
        return (), ()
    meets = trigger.type == "CONSULT" and scene.tokens[i].bare in group("meetings")
    if meets and town_of_talks(scene, i) is not None and at_slots(scene, sense.frame, start + 1, end):
        # قمة هلسنكي مع الرئيس الروسي: where, not who.
        return (), ()
    if _is_hung(scene, sense, start) or (trigger.whom != "place" and not scene.is_party(start)):
        return (), ()
    stop = doer_end(scene, sense, start, visitor_end(scene, sense, start, scene.phrase(start, end)))
    if stop <= start:
        return visitor_behind(scene, sense, start, end), ()
    if (
        trigger.whom == "place"
        and trigger.type != "RETREAT"
        and scene.is_place(start)
        and not at_slots(scene, sense.frame, stop, end)
    ):
        # زيارة بيروت, but not زيارة بيروت إلى
        return (), ((start, scene.sheet.name_end[start]),)
    if not scene.is_party(start) or is_struck_town(scene, sense, start, stop):
        return (), ()
    found = joint_parties(scene, start, stop)
    return _parts(scene, sense, found, end)


def _is_hung(scene: Scene, sense: Sense, k: int) -> bool:
    """Whether a preposition hangs on word `k` that makes it no genitive: زيارة | لقبرص, ضربات | بطائرات."""
    letter = scene.words[k][0]
    return (letter == _BY or letter in sense.frame.slots) and bears(scene.words[k], letter)


def _describes(scene: Scene, words: Range, k: int) -> bool:
    """Whether what stands behind a party tells who he is: اعتقال الرجال | المسلمين, أبناء رئيس المكتب | فلان."""
    first, end = words
    if scene.sheet.name_kind.get(k) == "person" and any(token.title for token in scene.tokens[first:end]):
        return True
    both = scene.tokens[first].flags & scene.tokens[k].flags & Is.DEFINITE
    return bool(both) and first not in scene.names and scene.tokens[k].folded.endswith(_OF_MANY)


_HIS = (
    "ه",
    "ها",
)
_OF_MANY = (
    "ين",
    "ون",
)


def _parts(scene: Scene, sense: Sense, found: Parties, end: int) -> tuple[Parties, Parties]:
    of = sense.frame.trigger.of
    if not found:
        return (), ()
    if of == "both" and len(found) > 1 and scene.tokens[min(found[-1][1], end - 1)].folded != _WITH:
        return found[:1], found[1:]
    after = found[-1][1]
    if of == "actor" and after < end and is_convicted(scene, sense, found[0][0], after):
        # إدانة رجل | بالقتل
        return (), found
    whom = done_to(scene, sense, found, end)
    if whom is not None or of in ("actor", "both"):
        return found, whom or ()
    k = over_estimate(scene, after, end)
    another = k < end and scene.is_party(k) and not scene.joined(k) and not scene.words[k].startswith(PREPOSED)
    if another and not _describes(scene, found[0], k) and may_do(scene, sense, found[0][0]):
        # اعتقال الشرطة ناشطا: the first does it to the second; but not اعتقال الرجال المسلمين.
        second = scene.phrase(k, end)
        if second > k:
            return found, joint_parties(scene, k, second)
    judged = sense.frame.trigger.type != "ASSAULT" or scene.is_doer(found[0][0])
    if k < end and of == "recipient" and judged and is_for(scene, k):
        # تسليح إيران | للحوثيين
        return found, joint_parties(scene, k, scene.phrase(k, end))
    if of == "either" and scene.is_doer(found[0][0]) and not is_struck(scene, sense, found[0][0]):
        return found, ()
    if of == "either" and (behind := at_slots(scene, sense.frame, after, end)):
        # قصف 60 وكرا | للمسلحين: what is counted is struck.
        return ((), behind) if scene.tokens[found[0][0]].flags & Is.NUMBER else (found, ())
    return (), found


RULES = (
    Rule(
        "events.named",
        "noun",
        "A verbal noun names the event, and the words behind it who takes part: مقتل ثلاثة جنود.",
        find_named,
    ),
    # What the nouns find where a light verb carries them; it is not tried by itself.
    Rule(
        "events.carried",
        "carried",
        "A light verb carries the noun, and its subject takes part: شن الجيش هجوما, تعرض المقر لهجوم.",
        find_named,
    ),
)
