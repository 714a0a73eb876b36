"""A verb tells it: استقبل الرئيس السفير, الشرطة اعتقلت ناشطا, قتل ثلاثة جنود."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.events import Frame, Sense
from takhrij.rules.events.arguments import (
    at_slots,
    beside,
    fits,
    follower,
    hands,
    has_pronoun,
    joint_parties,
    who_fits,
)
from takhrij.rules.events.asides import skip
from takhrij.rules.events.background import is_accident, is_measure, is_mild, is_statistic
from takhrij.rules.events.deed import Deed, Rule
from takhrij.rules.events.parts import before_verb, core, is_done_to_him, is_of_speaker, party_at
from takhrij.rules.events.places import place_of
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.stance import is_doubtful, is_habit, is_refusal, status_of, tells_past
from takhrij.rules.events.subjects import subject_before, subject_of_first
from takhrij.rules.statements.sheet import Is, Range, Token
from takhrij.rules.statements.tokens import is_accusative

_JOINED = tuple("وف")
_FEMININE = (
    "ة",
    "ين",
)
# إياه, إياها
_HIM = "ايا"
# مسلحين, not مسلحون
_OBJECT = "ين"
# "dawn" is written like the verb.
_DAWN = "فجر"
_NEAR = 5
# So far before it the attack may stand of which a verb with و tells more: هجوم وقع أمس، واستهدف.
_FAR = 16
_WHAT = "ما"
# "he demanded" or "a student"
_STUDENT = "طالب"


def find_acted(scene: Scene, i: int, sense: Sense) -> Deed | None:
    """The event that the finite verb at word `i` tells."""
    if _is_noun(scene, i, sense):
        return None
    frame, end = sense.frame, scene.clause_end(i)
    if i and scene.words[i - 1] == _WHAT and frame.trigger.type == "REQUEST":
        # لا يوجد ما يدعو روسيا إلى التدخل: nobody asks for it.
        return None
    if not fits(scene, i, frame, end) or (i + 1 < end and scene.tokens[i + 1].folded in group("figures")):
        return None
    if is_accident(scene, i, sense) or (frame.trigger.denied and not is_refusal(scene, i, sense)):
        return None
    if is_measure(scene, i, sense) or is_mild(scene, i, sense):
        return None
    word = -1
    if frame.follows:
        word = follower(scene, i, frame, end)
        if word < 0:
            return None
    attack = frame.trigger.type == "ASSAULT" and _tells_of_attack(scene, i)
    before = () if attack else _before(scene, i, sense)
    actor, recipient = core(scene, i, sense, before, word if word > 0 else end)
    if attack and actor and not recipient and "object" in frame.slots:
        # هجوم استهدف المقر: the attack is the subject.
        recipient = actor
        actor = ()
    if word > 0 and "object" in frame.slots and not recipient and scene.is_party(word):
        # استدعت الوزارة السفير: the word that must follow is whom it is done to.
        recipient = joint_parties(scene, word, max(word + 1, scene.phrase(word, end)))
    if frame.trigger.whom == "party" and recipient and not scene.is_party(recipient[0][0]):
        recipient = ()
    if not recipient and not sense.pronoun:
        recipient = at_slots(scene, frame, max(word, i) + 1, end)
        if recipient and actor and recipient[0][0] < actor[-1][1]:
            recipient = ()
    if not actor and not sense.pronoun and recipient and frame.trigger.passive:
        actor = hands(scene, i + 1, end)
    if is_statistic(scene, sense, recipient) or _is_confession(scene, frame, recipient):
        return None
    return _deed(scene, i, sense, (actor, recipient), end)


def _before(scene: Scene, i: int, sense: Sense) -> tuple[Range, ...]:
    """The subject before the verb, or before the one that it goes on from."""
    joined = sense.before.startswith(_JOINED)
    return subject_of_first(scene, i, sense) if joined else subject_before(scene, i)


_OWNS = "اعترف"
_BY = "ب"


def _is_confession(scene: Scene, frame: Frame, recipient: tuple[Range, ...]) -> bool:
    """Whether no party itself stands behind ب, so that nobody is recognised: اعترف بوجود قواته, but not بالقدس."""
    if frame.trigger.verb != _OWNS or frame.trigger.type != "SUPPORT":
        return False
    return not recipient or not scene.words[recipient[0][0]].startswith(_BY)


def _tells_of_attack(scene: Scene, i: int) -> bool:
    """Whether the verb's subject is an attack that stands before it: هجوم انتحاري استهدف المقر."""
    if scene.tokens[i].folded not in group("strikes"):
        return False
    goes_on = scene.joined(i)
    for k in range(i - 1, max(scene.sheet.sentence(i)[0], i - (_FAR if goes_on else _NEAR)) - 1, -1):
        senses = scene.senses[k]
        if senses is not None and senses[0].noun and senses[0].frame.trigger.type == "ASSAULT":
            return True
        if not goes_on and (scene.is_verb(k) or scene.tokens[k].flags & Is.COMMA):
            return False
        if goes_on and scene.is_party(k) and scene.is_verb(k - 1):
            # وقع هجوم، ثم رد الجيش واستهدف
            return False
    return False


def _deed(
    scene: Scene, i: int, sense: Sense, parties: tuple[tuple[Range, ...], tuple[Range, ...]], end: int
) -> Deed | None:
    frame = sense.frame
    actor, recipient = parties
    if not who_fits(scene, sense, actor):
        return None
    own = is_of_speaker(scene, i)
    passive = not actor and not own and bool(recipient) and sense.frame.trigger.passive
    passive = passive and not _is_object(scene, recipient[0][0])
    start = scene.clause_start(i)
    return Deed(
        rule="events.suffered" if passive else "events.acted",
        sense=sense,
        words=(i, i + 1),
        actor=actor,
        recipient=recipient,
        others=beside(scene, i, end),
        place=place_of(scene, sense, recipient, (start, i, end)),
        left_out=not (actor or passive or _tells_of_attack(scene, i) or is_done_to_him(scene, i, sense)),
        suffers=_suffers(sense, parties, own),
        whose="recipient" if not recipient and (sense.pronoun or has_pronoun(scene, sense.frame, i + 1, end)) else "",
        status=status_of(scene, i, sense, start),
        verb=i,
        begin=start,
        end=end,
        by_verb=True,
        of_speaker=own,
        of_country=own and before_verb(scene, i).folded in group("country_of"),
        told=not _is_by_the_way(scene, i, sense),
        more=frame.trigger.type == "ASSAULT" and not actor and _tells_of_attack(scene, i),
    )


def _suffers(sense: Sense, parties: tuple[tuple[Range, ...], tuple[Range, ...]], own: bool) -> bool:
    """Whether who is left out suffers it: وفر إلى ليبيا حيث سجن."""
    told = sense.shape == "perfect" and sense.number == 1 and not own
    return told and not any(parties) and sense.frame.trigger.needs == "recipient"


def _is_object(scene: Scene, first: int) -> bool:
    """Whether the noun at word `first` stands in the accusative, so that somebody left out does it: وقتلت مسلحين."""
    token = scene.tokens[first]
    if first in scene.names or token.flags & (Is.NUMBER | Is.DEFINITE) or token.folded in group("about"):
        return False
    return token.folded in group("parties") and (token.folded.endswith(_OBJECT) or is_accusative(scene.words[first]))


def _is_aside(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a relative clause or an occasion tells it by the way: الذين تجمعوا, عندما هاجم."""
    before = [scene.tokens[k] for k in (i - 1, i - 2) if k >= 0]
    if any(token.flags & Is.RELATIVE for token in before) or (
        before and before[0].folded == _WHOEVER and not _is_he(before[1:])
    ):
        return True
    if not before or before[0].folded not in group("occasions"):
        return False
    if sense.frame.trigger.type != "PROTEST":
        return True
    # عندما احتشد متظاهرون: whom nobody has heard of makes it news.
    j = i + 1
    heard_of = j in scene.names or j >= len(scene.tokens) or scene.tokens[j].flags & Is.DEFINITE
    return bool(heard_of) or not scene.is_party(j)


def _is_by_the_way(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the event is told only to say who or when: الذين تجمعوا, الذي يزور مصر حاليا."""
    trigger = sense.frame.trigger
    if is_doubtful(scene, i) or (sense.passive and i and scene.tokens[i - 1].flags & Is.RELATIVE):
        return True
    if trigger.type in VIOLENT:
        return _is_aside(scene, i, sense) or _is_wont(scene, i, sense)
    if trigger.type in _SPOKEN and sense.shape == "perfect" and sense.number == 3 and i:
        # من انتقدوا الخطاب
        return scene.tokens[i - 1].folded == _WHOEVER
    if trigger.type in _SPOKEN and sense.shape == "imperfect":
        # الجبهة التي تدعمها تركيا, فصيل تدعمه إيران, وتندد أنقرة دائما
        return bool(i and scene.tokens[i - 1].flags & Is.RELATIVE) or is_habit(scene, i) or _describes(scene, i, sense)
    visits = trigger.whom == "place" and sense.shape == "imperfect"
    return visits and bool(i and scene.tokens[i - 1].flags & Is.RELATIVE)


def _describes(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the verb takes up the noun right before it, which has no article: فصيل تدعمه إيران."""
    before = scene.tokens[i - 1] if i else None
    if before is None or not sense.pronoun or sense.before or before.flags or before.is_finite:
        return False
    if before.folded in group("before_noun") or before.folded in group("openers"):
        return False
    return i - 1 not in scene.names


def _is_wont(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the present tense tells what is done in general: يقتل الأبرياء; a time or a number makes it one act."""
    if sense.shape != "imperfect" or tells_past(scene, i, sense) or sense.before.endswith(_TO):
        return False
    end = scene.clause_end(i)
    timed = any(k in scene.sheet.time_end for k in range(scene.clause_start(i), end))
    return not timed and not any(token.flags & Is.NUMBER for token in scene.tokens[i + 1 : end])


_TO = "ل"
_SPOKEN = frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AID"])


def _is_he(before: list[Token]) -> bool:
    """Whether a pronoun stands there, so that who did it is told: هم من أطلقوا النار."""
    return bool(before) and bool(before[0].flags & Is.PRONOUN)


_WHOEVER = "من"
_ON_HIM = "عليه"
_PEACE = "وسلم"
VIOLENT = frozenset(["ASSAULT", "PROTEST"])


def _is_noun(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a spelling that may also be a noun is one here: behind a preposition, a verb, or a noun it belongs to."""
    if sense.shape == "imperfect" and sense.pronoun and i and scene.tokens[i - 1].folded in group("later"):
        # بعد تبرؤها
        return True
    if sense.shape != "perfect" or sense.passive:
        return False
    if i and scene.tokens[i].folded == _PEACE and scene.tokens[i - 1].folded == _ON_HIM:
        return True
    if i and scene.tokens[i].folded == _STUDENT and _is_student(scene, i):
        # وهو طالب: a student.
        return True
    if sense.pronoun:
        return bool(i) and any(other.noun for other in scene.senses[i] or ()) and _follows_verb(scene, i)
    if _DAWN in (scene.tokens[i].bare, scene.tokens[i].folded):
        return _is_dawn(scene, i + 1)
    if sense.before:
        return _is_listed(scene, i)
    senses = scene.senses[i]
    if senses is None or all(not other.noun for other in senses):
        return False
    if i == 0:
        return False
    if _is_verbs_object(scene, i) or _is_only_meant(scene, i, sense):
        return True
    before = scene.tokens[i - 1]
    if before.flags & (Is.MARK | Is.BREAK | Is.RELATIVE | Is.AUXILIARY | Is.DEFINITE) or before.folded in group(
        "openers"
    ):
        return False
    if _leads_noun(scene, i - 1):
        return True
    if i - 1 in scene.names or before.flags or before.title is not None:
        return False
    return not any(scene.sheet.time_end.get(i - k) == i for k in (1, 2, 3, 4))


def _is_student(scene: Scene, i: int) -> bool:
    """Whether طالب is who studies or seeks, and not "he demanded": وهو طالب, طالب لجوء."""
    after = scene.tokens[i + 1].folded if i + 1 < len(scene.tokens) else ""
    return scene.tokens[i - 1].folded in group("he") or after in group("asylum")


def _is_verbs_object(scene: Scene, i: int) -> bool:
    """Whether a verb and its subject stand before it, so that it is what the verb takes: أدان الرئيس | قتل الصحفي."""
    for k in range(i - 1, max(scene.clause_start(i), i - _SUBJECT) - 1, -1):
        token = scene.tokens[k]
        if token.flags & (Is.COMMA | Is.THAT | Is.RELATIVE | Is.QUOTE) or (k < i and scene.joined(k + 1)):
            return False
        known = token.is_finite or (scene.senses[k] is not None and scene.is_verb(k))
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
    if not i or not any(other.noun for other in senses) or scene.is_party(i + 1):
        return False
    before = scene.senses[i - 1]
    return before is not None and before[0].noun and not before[0].pronoun


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
    return i - 1 in scene.names and any(scene.carried(k) is not None for k in range(max(0, i - _NEAR), i - 1))


def _leads_noun(scene: Scene, k: int) -> bool:
    """Whether what follows word `k`, a preposition or a verb, is a noun."""
    token = scene.tokens[k]
    return scene.carried(k) is not None or token.is_finite or token.folded in group("before_noun")


def find_participle(scene: Scene, i: int, sense: Sense) -> Deed | None:
    """The act of speech that a circumstance tells: داعيا إيران إلى, متهمة إياه ب."""
    if i == 0:
        return None
    before = scene.tokens[i - 1]
    word = scene.words[i]
    marked = is_accusative(word) or word.endswith(_FEMININE)
    closed = before.flags & (Is.COMMA | Is.QUOTE | Is.DEFINITE) or i - 1 in scene.sheet.name_end
    if not marked or not closed or scene.tokens[i].folded in group("towns"):
        return None
    frame, end = sense.frame, scene.clause_end(i)
    if not fits(scene, i, frame, end) or frame.follows and follower(scene, i, frame, end) < 0:
        return None
    recipient: tuple[Range, ...] = ()
    j = skip(scene, i + 1, end)
    if "object" in frame.slots:
        stop = party_at(scene, j, end)
        recipient = joint_parties(scene, j, stop) if stop else ()
    recipient = recipient or at_slots(scene, frame, i + 1, end)
    own = i + 1 < end and scene.tokens[i + 1].folded.startswith(_HIM)
    return Deed(
        rule="events.circumstance",
        sense=sense,
        words=(i, i + 1),
        recipient=recipient,
        left_out=True,
        whose="recipient" if own else "",
        verb=i,
        begin=i,
        end=end,
    )


RULES = (
    Rule(
        "events.acted",
        "finite",
        "A verb of doing with its subject before or behind it, and whom it is done to.",
        find_acted,
    ),
    # What the finite verbs find where the verb is passive; it is not tried by itself.
    Rule(
        "events.suffered",
        "passive",
        "A passive verb, written without its vowels, and whom it is done to: قتل ثلاثة جنود.",
        find_acted,
    ),
    Rule(
        "events.circumstance",
        "participle",
        "An act of speech told as a circumstance of another: متهمة إياه, داعيا إلى.",
        find_participle,
    ),
)
