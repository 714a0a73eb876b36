"""Whether what is told happened, goes on, is planned, called for, supposed or denied."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.model.event import Status
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.traits import ASKING, HOPING, NEGATED, STATUS
from takhrij.rules.statements.sheet import Is, Token

_NEAR = 4
_BEHIND = 4
# So many words before a noun the verb may stand that makes it only a hope: يأمل الرئيس الأميركي في عقد قمة.
_HOPES = 8
_LONGEST_TITLE = 14
# A decision of one of these is the act itself: قررت المحكمة منع سفره.
_DECIDED = frozenset(["COERCE", "SANCTION", "CONCEDE"])
# Whoever hopes for a meeting or a deal has it in view.
_MEET = frozenset(["CONSULT", "AGREE", "COOPERATE"])
# Calling is done with the words that tell it, whatever their tense: ندعو, يطالب.
_CALLS = frozenset(["REQUEST"])
# Praise and welcome are done with the words too; backing goes on.
LASTING = frozenset(
    [
        "دعم",
        "ساند",
    ]
)


def is_denied(scene: Scene, i: int) -> bool:
    """Whether a negation stands right before the trigger."""
    k = i - 1
    while k > 0 and scene.tokens[k].flags & Is.QUOTE:
        k -= 1
    before = scene.tokens[k] if k >= 0 else None
    if before is None:
        return False
    # وألا ينسحب, but not إلا
    return bool(before.flags & Is.NEGATION or scene.traits[k] & NEGATED)


def is_refusal(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the negation before the verb is somebody's no: لم توافق, لا نقبل, but not ما لم توافق, لا يستجيب."""
    if i < 2 or scene.tokens[i - 2].folded == _UNLESS:
        return False
    return sense.frame.trigger.type != "REJECT" or sense.person == 1 or scene.tokens[i - 1].folded != _NOT


_UNLESS = "ما"
_IF = "اذا"
_NOT = "لا"


def is_doubtful(scene: Scene, i: int) -> bool:
    """Whether a question asks for it: هل اختطفوه."""
    if not scene.near(i) & ASKING:
        return False
    first = scene.sheet.sentence(i)[0]
    if any(token.folded in group("asks") for token in scene.tokens[max(first, i - _ASKED) : i]):
        return True
    # ولم يتضح ما إذا كان الانفجار أسفر عن قتلى
    return any(scene.tokens[k].folded == _IF and _is_whether(scene, k) for k in range(max(first + 1, i - _HOPES), i))


def _is_whether(scene: Scene, k: int) -> bool:
    """Whether إذا asks: ما إذا, عما إذا; not إذا ما."""
    return scene.tokens[k - 1].folded in group("whether")


def is_habit(scene: Scene, i: int) -> bool:
    """Whether it is done again and again: يدعو دائما."""
    first, end = scene.sheet.sentence(i)
    return any(token.folded in group("habits") for token in scene.tokens[max(first, i - 2) : min(end, i + _BEHIND)])


_ASKED = 6


def status_of(scene: Scene, i: int, sense: Sense, start: int) -> Status:
    """The status of an event told at word `i`, whose clause begins at word `start`."""
    if sense.future:
        return "planned"
    tokens = scene.tokens
    folded = _said_before(scene, i, start)
    if _is_denied_that(scene, i):
        return "denied"
    if i and tokens[i - 1].folded == _PERHAPS and sense.shape == "perfect":
        return "conditional"
    if i and tokens[i - 1].bare in group("subjunctive") and sense.shape == "imperfect":
        return _subjunctive(scene, i, sense)
    if sense.shape == "imperfect" and sense.before == _AND and _goes_on_future(scene, i):
        return "planned"
    if sense.shape == "imperfect" and i and tokens[i - 1].bare in group("may"):
        # قد تعترف, but وكان المحامي قد تقدم
        had = any(token.folded in group("had") for token in tokens[start:i])
        return "happened" if had else "conditional"
    if folded and (told := _told_before(scene, i, sense, folded)) is not None:
        return told
    if sense.noun:
        return _of_noun(scene, i, sense, folded)
    if not folded.isdisjoint(group("ongoing")):
        return "ongoing"
    if sense.shape == "imperfect" and not tells_past(scene, i, sense) and not _was(scene, i, start):
        return "ongoing"
    return "happened"


def _told_before(scene: Scene, i: int, sense: Sense, before: set[str]) -> Status | None:
    """The status that the words before the trigger give it: قرر, من المقرر, إذا."""
    if not before.isdisjoint(group("decides")):
        if not before.isdisjoint(group("if")):
            return "conditional"
        return "happened" if sense.frame.trigger.type in _DECIDED or _is_left(scene, i, sense) else "planned"
    if not before.isdisjoint(group("planned")):
        return "planned"
    return "conditional" if not before.isdisjoint(group("if")) else None


def _said_before(scene: Scene, i: int, start: int) -> set[str]:
    """Those words shortly before word `i`, whole and without a letter, that may give its event a status."""
    found = set()
    for k in range(max(start, i - _NEAR), i):
        if scene.traits[k] & STATUS:
            found.add(scene.tokens[k].folded)
            found.add(scene.tokens[k].bare)
    return found


def _was(scene: Scene, i: int, start: int) -> bool:
    """Whether "was" stands before the verb and its subject: كانت الشرطة | تطارده, كان أول وزير | يزور تركيا."""
    for k in range(i - 1, max(start, i - _WAS_WITHIN) - 1, -1):
        token = scene.tokens[k]
        if token.folded.removeprefix(_AND) in group("had"):
            return True
        if token.flags & (Is.COMMA | Is.STOP | Is.THAT | Is.QUOTE | Is.RELATIVE) or scene.is_verb(k):
            return False
    return False


# So many words before a verb "was" may stand.
_WAS_WITHIN = 8


def _is_denied_that(scene: Scene, i: int) -> bool:
    """Whether somebody denies that the verb's subject did it: نفت الوزارة أنها | احتجزت أحدا."""
    low = scene.sheet.sentence(i)[0]
    that = i - 1
    for _ in range(_THAT_WITHIN):
        if that < low or scene.tokens[that].flags & Is.THAT:
            break
        if scene.is_verb(that):
            return False
        that -= 1
    if that < max(low, i - _THAT_WITHIN):
        return False
    for k in range(that - 1, max(low, that - _HOPES) - 1, -1):
        if scene.tokens[k].folded.removeprefix(_AND) in group("denied"):
            return True
        if scene.tokens[k].flags & (Is.COMMA | Is.STOP | Is.THAT | Is.QUOTE) or scene.tokens[k].forms:
            # نفى كل ما قيل مؤكدا أنه
            return False
    return False


def _is_wished(tokens: list[Token]) -> bool:
    """Whether one of the words wishes for what follows: ونأمل أن, تقترح."""
    return any(token.folded.removeprefix(_AND) in group("wishes") for token in tokens)


# So many words before it the wish may stand.
_WISHED = 6
# So many words behind أن the verb of what is denied may stand.
_THAT_WITHIN = 4
_PERHAPS = "ربما"
_BEFORE = "قبل"


def _is_left(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a treaty is left, which the decision does: قرار الرئيس | الانسحاب من الاتفاق النووي."""
    if sense.frame.trigger.type != "RETREAT" or not sense.noun:
        return False
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - _HOPES) : i]
    if any(token.folded.removeprefix(_AND) in group("about_decision") for token in near):
        return False
    behind = scene.tokens[i + 1 : min(i + 1 + _BEHIND, scene.sheet.sentence(i)[1])]
    return any(token.folded in group("treaties") for token in behind)


def _of_noun(scene: Scene, i: int, sense: Sense, before: set[str]) -> Status:
    """The status that the words around a verbal noun give it: قمة مقررة, يأمل في لقاء, محادثات مستمرة."""
    tokens = scene.tokens
    end = min(i + 1 + _BEHIND, scene.sheet.sentence(i)[1])
    behind = {token.folded for token in tokens[i + 1 : end]}
    if not behind.isdisjoint(group("made")):
        # احتمال الانسحاب من الاتفاق المبرم
        return "happened"
    hopes = tokens[max(scene.sheet.sentence(i)[0], i - _HOPES) : i] if scene.near(i) & HOPING else []
    known = sense.definite and sense.frame.trigger.type == "AGREE" and tokens[i - 1].folded not in group("hoped")
    if sense.frame.trigger.type not in _MEET and _is_wished(hopes):
        return "called_for"
    hoped = not known and any(token.folded in group("hoped") for token in hopes)
    if hoped or not behind.isdisjoint(group("to_come")):
        return "planned"
    for k in range(i + 1, end):
        senses = scene.senses[k]
        told = senses is not None and senses[0].future
        if tokens[k - 1].flags & Is.RELATIVE and (told or _is_future(scene, k)):
            # اللقاءات التي سيجريها, العقوبات التي ستفرضها
            return "planned"
        if senses is not None and senses[0].noun:
            break
    if _may_come(scene, i):
        return "conditional"
    if not before.isdisjoint(group("ongoing")) or not behind.isdisjoint(group("going_on")):
        return "ongoing"
    return "happened"


def _may_come(scene: Scene, i: int) -> bool:
    """Whether a verb before the noun says that it may come about: قد يمهد السبيل أمام عزل الرئيس."""
    for k in range(max(scene.clause_start(i), i - _HOPES), i - 1):
        if scene.tokens[k].folded not in group("may"):
            continue
        carried = scene.carried(k + 1)
        if scene.words[k + 1].startswith(_PRESENT) or (carried is not None and carried.shape == "imperfect"):
            # قد يمهد, but not قد تم
            return True
    return False


# يمهد
_PRESENT = "ي"


def _is_future(scene: Scene, k: int) -> bool:
    """Whether the verb at word `k` tells of what is to come: سيجريها."""
    carried = scene.carried(k)
    return carried is not None and _WILL in carried.joined and carried.shape == "imperfect"


_WILL = "س"


def carried_status(scene: Scene, k: int, sense: Sense) -> Status | None:
    """What the tense of the light verb at word `k` makes of the event: سيعقدان محادثات, تشن القوات هجوما."""
    carried = scene.carried(k)
    if carried is None:
        return None
    if k and scene.tokens[k - 1].folded in group("if"):
        # في حال | قررت واشنطن الانسحاب
        return "conditional"
    if k and scene.tokens[k - 1].folded in group("may") and (carried.shape == "imperfect" or _is_perhaps(scene, k)):
        return "planned" if sense.frame.trigger.type == "CONSULT" else "conditional"
    if k and scene.tokens[k - 1].folded in group("so_that") and carried.shape == "imperfect":
        # كي تواصل قصف المنطقة
        return "planned"
    if carried.carrier.status is not None:
        return carried.carrier.status
    if _is_future(scene, k) or (k and scene.tokens[k - 1].folded in group("will")):
        return "planned"
    if k and scene.tokens[k - 1].folded in group("subjunctive"):
        if k > 1 and scene.tokens[k - 2].bare == _BEFORE and scene.tokens[k].folded in group("able"):
            # قبل أن تتمكن السلطات من | اعتقاله: she has not.
            return "conditional"
        if _is_wished(scene.tokens[max(scene.sheet.sentence(k)[0], k - _WISHED) : k - 1]):
            # يرجو الوزير أن يتم | التوصل إلى اتفاق
            return "called_for"
        return "planned" if _is_due(scene, k) else None
    if carried.shape == "imperfect" and sense.frame.trigger.type in _LASTS and not tells_past(scene, k, sense):
        return "ongoing"
    return None


_LASTS = frozenset(["ASSAULT", "PROTEST", "CONSULT", "RETREAT", "MOBILIZE", "COERCE"])


def _is_perhaps(scene: Scene, k: int) -> bool:
    return scene.tokens[k - 1].folded == _PERHAPS


def _is_due(scene: Scene, k: int) -> bool:
    """Whether it is expected that the verb at word `k` comes about: من المتوقع اليوم أن | تندلع."""
    return any(token.folded in group("due") for token in scene.tokens[max(0, k - _DUE_WITHIN) : k - 1])


# So many words before the verb it is told that it is expected.
_DUE_WITHIN = 5


def tells_past(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the present tense at word `i` tells what happened: in a headline, in a call, behind كان."""
    trigger = sense.frame.trigger
    if trigger.type in _CALLS or sense.person == 1:
        return True
    if trigger.type == "SUPPORT" and trigger.verb not in LASTING:
        return True
    return _is_headline(scene, i)


def _is_headline(scene: Scene, i: int) -> bool:
    """Whether word `i` stands in the headline or a line like it, which tells what happened in the present tense."""
    headline = scene.sheet.heading.headline
    if headline is not None and scene.sheet.page.starts[i] < headline.end:
        return True
    first, end = scene.sheet.sentence(i)
    tokens = scene.tokens
    if end - first > _LONGEST_TITLE or tokens[end - 1].flags & Is.STOP or scene.sheet.inside.get(i) is not None:
        return False
    alone = (not first or tokens[first - 1].flags & Is.BREAK) and (end >= len(tokens) or tokens[end].flags & Is.BREAK)
    return bool(alone) and not scene.joined(first)


def _goes_on_future(scene: Scene, i: int) -> bool:
    """Whether the verb that it goes on from tells of what is to come: ستغلق السفارة | وتطرد السفير."""
    for k in range(i - 1, max(scene.sheet.sentence(i)[0], i - _GOES_ON) - 1, -1):
        if scene.tokens[k].flags & (Is.THAT | Is.RELATIVE | Is.COLON | Is.QUOTE):
            return False
        senses = scene.senses[k]
        if senses is not None and not senses[0].noun and senses[0].shape != "participle":
            return senses[0].future
        if _is_future(scene, k):
            return True
        if scene.is_verb(k):
            return False
    return False


_AND = "و"
_GOES_ON = 10


def _subjunctive(scene: Scene, i: int, sense: Sense) -> Status:
    """من المقرر أن يلتقي is planned, دعا إلى أن is called for, قبل أن happened."""
    first = next(
        (k + 1 for k in range(i - 2, max(0, i - 6) - 1, -1) if scene.tokens[k].flags & Is.COMMA), max(0, i - 6)
    )
    # للمرة الأولى منذ 2009، ومن المتوقع أن: what stands before a comma is another clause's.
    words = {token.folded.removeprefix(_AND) for token in scene.tokens[first : i - 1]}
    if not words.isdisjoint(group("past_of")):
        return "happened"
    if not words.isdisjoint(group("called_for")):
        return "called_for"
    if sense.frame.trigger.type not in _MEET and _is_wished(scene.tokens[max(0, i - _WISHED) : i - 1]):
        return "called_for"
    if not words.isdisjoint(group("decides")) and sense.frame.trigger.type in _DECIDED:
        return "happened"
    if not words.isdisjoint(group("conditional")):
        return "conditional"
    return "planned"
