"""A verb tells it: استقبل الرئيس السفير, الشرطة اعتقلت ناشطا, قتل ثلاثة جنود."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.arguments import (
    at_slots,
    behind_all,
    fits,
    hands,
    has_pronoun,
    joint_parties,
)
from takhrij.rules.events.asides import skip
from takhrij.rules.events.authors import author_of
from takhrij.rules.events.background import (
    is_accident,
    is_draft,
    is_law,
    is_measure,
    is_mild,
    is_of_thing,
    is_ruling,
    is_statistic,
)
from takhrij.rules.events.company import beside
from takhrij.rules.events.crowds import is_no_crowd, is_of_crowd
from takhrij.rules.events.deed import Deed, Rule
from takhrij.rules.events.doers import for_whom, who_fits
from takhrij.rules.events.figures import is_figure
from takhrij.rules.events.followers import done_to_follower, follower, is_of_him, limit_at
from takhrij.rules.events.homographs import is_aimed_at, is_noun, names_attack, opens_with_attack
from takhrij.rules.events.objects import (
    are_people,
    into_quotation,
    is_confession,
    is_struck_by,
    is_town,
    keeps_from,
    refused_talks,
    struck_behind,
    without_for,
)
from takhrij.rules.events.only_named import is_obliged
from takhrij.rules.events.own import before_verb, is_of_speaker
from takhrij.rules.events.parts import accuses, core, party_at
from takhrij.rules.events.passing import is_by_the_way
from takhrij.rules.events.places import place_of_act
from takhrij.rules.events.resumed import is_done_to_him, named_before_relative, takes_up_described
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.stance import is_refusal, status_of
from takhrij.rules.events.subjects import subject_before, subject_of_first
from takhrij.rules.events.suffering import (
    is_accused_himself,
    is_behind_when,
    is_not_hers,
    is_of_his_own,
    is_suffered,
    suffers_left_out,
)
from takhrij.rules.events.taken_up import tells_its_noun
from takhrij.rules.statements.going_on import Doing, goes_on
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is, Range
from takhrij.rules.statements.subjects import takes_up
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
_NEAR = 5
# So far before it the attack may stand of which a verb with و tells more: هجوم وقع أمس، واستهدف.
_FAR = 16


def find_acted(scene: Scene, i: int, sense: Sense) -> Deed | None:
    """The event that the finite verb at word `i` tells."""
    if is_noun(scene, i, sense) or is_aimed_at(scene, i, sense) or is_no_crowd(scene, i, sense):
        return None
    frame, end = sense.frame, scene.clause_end(i)
    if is_figure(scene, i, sense) or is_draft(scene, i, sense) or is_of_thing(scene, i, sense):
        return None
    if not fits(scene, i, frame, end) or (i + 1 < end and scene.tokens[i + 1].folded in group("figures")):
        return None
    if is_accident(scene, i, sense) or (frame.trigger.denied and not is_refusal(scene, i, sense)):
        return None
    if is_measure(scene, i, sense) or is_mild(scene, i, sense) or is_law(scene, i, sense):
        return None
    if tells_its_noun(scene, i, sense):
        return None
    word = -1
    if frame.follows:
        word = follower(scene, i, frame, end)
        if word < 0:
            return None
    actor, recipient = _parties(scene, i, sense, word)
    if is_statistic(scene, sense, recipient) or is_confession(scene, frame, recipient):
        return None
    if not recipient and is_ruling(scene, i, sense, word):
        return None
    return _deed(scene, i, sense, (actor, recipient), end)


def _parties(scene: Scene, i: int, sense: Sense, word: int) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """Who does it and to whom; `word` is the one that must follow the verb, or -1."""
    frame, end = sense.frame, scene.clause_end(i)
    attack = frame.trigger.type == "ASSAULT" and _tells_of_attack(scene, i)
    before = () if attack else _before(scene, i, sense)
    limit = limit_at(scene, word, end) if word > 0 else into_quotation(scene, frame, end)
    actor, recipient = core(scene, i, sense, before, limit)
    if attack and actor and "object" in frame.slots:
        # هجوم استهدف المقر: the attack is the subject.
        recipient = actor
        actor = ()
    if attack and not recipient and is_struck_by(scene, i):
        recipient = struck_behind(scene, i, end)
    if word > 0 and "object" in frame.slots and not recipient and scene.is_party(word):
        # استدعت الوزارة السفير: the word that must follow is whom it is done to.
        recipient = joint_parties(scene, word, max(word + 1, scene.phrase(word, end)))
    if frame.trigger.whom == "party" and recipient and not _may_be_whom(scene, recipient[0][0]):
        recipient = ()
    if word > 0 and not actor and frame.trigger.who and not frame.slots and scene.is_party(word):
        # وصلت | تعزيزات: the word that must follow is who does it.
        actor = joint_parties(scene, word, max(word + 1, scene.phrase(word, end)))
    if word > 0 and not recipient:
        recipient = done_to_follower(scene, word, end)
    if not recipient:
        actor, recipient = _further(scene, i, sense, word, actor)
    refused = frame.trigger.type == "REJECT" and sense.before != ""
    if not actor and not sense.pronoun and ((recipient and frame.trigger.passive) or refused):
        # وقتل ثلاثة على يد مسلحين, عدم الاستماع ورفض المقترحات من قبل الرئيس
        actor = hands(scene, i + 1, end)
    return actor, recipient


def _may_be_whom(scene: Scene, j: int) -> bool:
    """Whether a party stands at word `j`, or people whom no list knows: حذرت الشرطة | المتزلجين من."""
    return scene.is_party(j) or are_people(scene, j)


def _further(
    scene: Scene, i: int, sense: Sense, word: int, actor: tuple[Range, ...]
) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """Who does it, and to whom behind a preposition or by whose making; `word` is the one that must follow, or -1."""
    frame, end = sense.frame, scene.clause_end(i)
    recipient: tuple[Range, ...] = ()
    if not sense.pronoun:
        frame = without_for(frame)
        recipient = at_slots(scene, frame, max(word, i) + 1, end)
        if not recipient and word > i + 1 and (frame.trigger.joint or frame.trigger.type in _BETWEEN):
            # توصلت روسيا | مع الفصائل | إلى اتفاق, سيقدم | لمصر | مساعدات
            recipient = at_slots(scene, frame, i + 1, word)
        if recipient and actor and recipient[0][0] < actor[-1][1]:
            recipient = ()
        if not recipient:
            actor, recipient = for_whom(scene, sense, actor)
    if not recipient:
        recipient = refused_talks(scene, sense, max(word, i) + 1, end)
    if not recipient:
        recipient = author_of(scene, i, sense, behind_all(i + 1, actor))
    return actor, recipient


# What is given or done to somebody stands behind him: سيقدم | لمصر | مساعدات, وجه | إلى فلان | تهمة, فرض | على.
_BETWEEN = frozenset(["AID", "ACCUSE", "SANCTION"])


def _before(scene: Scene, i: int, sense: Sense) -> tuple[Range, ...]:
    """The subject before the verb, or before the one that it goes on from."""
    joined = sense.before.startswith(_JOINED)
    return subject_of_first(scene, i, sense) if joined else subject_before(scene, i)


_RIGHT_BEFORE = 2
_FOR = "ل"
_BY = "ب"


def _tells_of_attack(scene: Scene, i: int) -> bool:
    """Whether the verb's subject is an attack that stands before it: هجوم انتحاري استهدف المقر."""
    if scene.tokens[i].folded not in group("strikes"):
        return False
    if is_struck_by(scene, i) or opens_with_attack(scene, i):
        return True
    goes_on = scene.joined(i)
    for k in range(i - 1, max(scene.sheet.sentence(i)[0], i - (_FAR if goes_on else _NEAR)) - 1, -1):
        if names_attack(scene, k):
            return True
        if k >= i - _RIGHT_BEFORE and scene.tokens[k].bare.removeprefix(_FOR) in group("missiles"):
            # صاروخ كان يستهدف المطار
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
    # واتهمت السلطات بالتقصير: somebody named before accuses.
    accused = accuses(sense) and (sense.before != "" or takes_up(scene.sheet, i) or is_behind_when(scene, i))
    accused = accused and not is_accused_himself(scene, recipient)
    passive = not (actor or own or accused) and bool(recipient) and sense.frame.trigger.passive
    described = not recipient and takes_up_described(scene, i, sense)
    recipient = named_before_relative(scene, i) if described else recipient
    passive = passive and (
        (recipient[0][0] < i and not sense.pronoun) or not _is_object(scene, i, sense, recipient[0][0])
    )
    attack = _tells_of_attack(scene, i)
    suffers = not (any(parties) or is_of_his_own(scene, i)) and suffers_left_out(scene, i, sense, own)
    start = scene.clause_start(i)
    return Deed(
        rule="events.suffered" if passive else "events.acted",
        sense=sense,
        words=(i, i + 1),
        actor=actor,
        recipient=recipient,
        others=beside(scene, i, end),
        place=place_of_act(scene, sense, parties, (start, i, end)),
        left_out=not (actor or passive or attack or _is_by_another(scene, i, sense, own, suffers)),
        suffers=suffers,
        whose="recipient" if not recipient and not described and _is_done_to_him(scene, i, sense, end) else "",
        status=status_of(scene, i, sense, start),
        verb=i,
        begin=start,
        end=end,
        by_verb=True,
        of_speaker=own,
        of_country=own and before_verb(scene.sheet, i).folded in group("country_of"),
        told=not is_by_the_way(scene, i, sense),
        more=frame.trigger.type == "ASSAULT" and not actor and attack,
    )


def _is_by_another(scene: Scene, i: int, sense: Sense, own: bool, suffers: bool) -> bool:
    """Whether nobody who was named before did it, though nobody stands beside the verb at word `i`."""
    if is_suffered(sense) or sense.passive or (suffers and (own or accuses(sense))):
        return True
    return is_done_to_him(scene, i, sense) or is_of_crowd(scene, i, sense) or is_of_his_own(scene, i)


def _is_done_to_him(scene: Scene, i: int, sense: Sense, end: int) -> bool:
    """Whether a pronoun tells whom it is done to: اعتقلته, حكمت عليه, قضت بسجنه."""
    asked = sense.frame.trigger.type == "REQUEST" and "object" not in sense.frame.slots
    # طلبها: what is asked for, not whom
    if (sense.pronoun and not asked) or has_pronoun(scene, sense.frame, i + 1, end) or keeps_from(scene, i, sense):
        return True
    return bool(sense.frame.follows) and is_of_him(scene, follower(scene, i, sense.frame, end))


def _is_object(scene: Scene, i: int, sense: Sense, first: int) -> bool:
    """Whether the noun at word `first` stands in the accusative, so that somebody left out does it: وقتلت مسلحين."""
    token = scene.tokens[first]
    if is_not_hers(scene, sense, first):
        return True
    if sense.gender == "f" and sense.number == 1 and sense.before.startswith(_JOINED):
        # أغلقت الشرطة الميدان ومنعت دخول المحتجين
        doing = Doing(sense.frame.trigger.verb, sense.gender, 1, sense.shape, joined=True)
        if goes_on(scene.sheet, i, doing, (first, first + 1), scene.is_verb):
            return True
    if first in scene.names or token.flags & (Is.NUMBER | Is.DEFINITE) or token.folded in group("about"):
        return False
    return token.folded in group("parties") and (token.folded.endswith(_OBJECT) or is_accusative(scene.words[first]))


def find_participle(scene: Scene, i: int, sense: Sense) -> Deed | None:
    """The act of speech that a circumstance tells: داعيا إيران إلى, متهمة إياه ب."""
    if i == 0:
        return None
    before = scene.tokens[i - 1]
    word = scene.words[i]
    marked = is_accusative(word) or word.endswith(_FEMININE)
    closed = before.flags & (Is.COMMA | Is.QUOTE | Is.DEFINITE) or i - 1 in scene.sheet.name_end
    if not marked or not closed or is_town(scene.tokens[i]) or is_obliged(scene, i):
        return None
    frame, end = sense.frame, scene.clause_end(i)
    if not fits(scene, i, frame, end) or frame.follows and follower(scene, i, frame, end) < 0:
        return None
    if frame.trigger.type == "SUPPORT" and i + 1 < end and bears(scene.words[i + 1], _FOR):
        # جماعات مؤيدة للاستقلال: what they are
        return None
    recipient: tuple[Range, ...] = ()
    j = skip(scene, i + 1, end)
    if "object" in frame.slots:
        stop = party_at(scene, j, end)
        recipient = joint_parties(scene, j, stop) if stop else ()
    recipient = recipient or at_slots(scene, without_for(frame), i + 1, end)
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
