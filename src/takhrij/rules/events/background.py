"""Whether an attack or a protest is only spoken of: أنه هجوم, هذا ثالث هجوم, هجمات 11 سبتمبر, أي اعتداء."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.figures import is_coalition, is_intake
from takhrij.rules.events.governors import Governor, Parties
from takhrij.rules.events.own import OF_SPEAKER
from takhrij.rules.events.scene import PREPOSED, Scene
from takhrij.rules.events.traits import LAW, RESULT
from takhrij.rules.statements.sheet import Is

_BRINGS = frozenset(["does", "suffers", "happens", "sees", "tells"])
# Behind these nouns stands who did it, or what they are called by; behind others whom it struck.
_DOERS = frozenset(["", "actor"])
_RANKED_WITHIN = 3


def is_referred_to(scene: Scene, i: int, sense: Sense, governor: Governor) -> bool:
    """Whether the noun at word `i` says what something is or was, or takes up an attack that everybody knows."""
    if is_predicate(scene, i) or _is_any(scene, i) or _is_taken_up(scene, i, sense):
        return True
    return sense.frame.trigger.of in _DOERS and governor.part not in _BRINGS and _is_called_so(scene, i, sense)


def is_predicate(scene: Scene, i: int) -> bool:
    """Whether it only says what something else is: وصفه بأنه هجوم, وهذا ثالث هجوم, كان أكثر الهجمات دموية."""
    first = scene.sheet.sentence(i)[0]
    if i > first and scene.tokens[i - 1].flags & Is.THAT:
        return scene.tokens[i - 1].folded.endswith(OF_SPEAKER)
    ranked = False
    for k in range(i - 1, max(first, i - _RANKED_WITHIN) - 1, -1):
        bare = scene.tokens[k].folded.removeprefix("و")
        if bare in group("ranks"):
            ranked = True
        elif bare in group("is_one"):
            return ranked or k == i - 1
        else:
            return False
    return False


def _is_taken_up(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a preposition takes up a known attack that a relative clause describes: بعد الهجوم الذي أسفر عن مقتل."""
    at = i if sense.definite else _antecedent(scene, i)
    if at < 0 or at + 1 >= len(scene.tokens) or not _has_relative(scene, at):
        return False
    if scene.tokens[at].folded.startswith(PREPOSED):
        return True
    k = at - 1
    while k > 0 and scene.tokens[k].bare in group("generic"):
        k -= 1
    return k >= scene.sheet.sentence(at)[0] and scene.tokens[k].folded in group("before_noun")


def _has_relative(scene: Scene, at: int) -> bool:
    """Whether a relative pronoun stands behind the noun at word `at` and its adjectives: الهجوم الانتحاري الذي."""
    for k in range(at + 1, min(at + _RELATIVE_WITHIN, scene.sheet.sentence(at)[1])):
        if scene.tokens[k].flags & Is.RELATIVE:
            return True
        if not scene.tokens[k].flags & (Is.DEFINITE | Is.COMMA):
            return False
    return False


def _antecedent(scene: Scene, i: int) -> int:
    """The known attack in whose relative clause word `i` stands; -1 where there is none."""
    first = scene.sheet.sentence(i)[0]
    for k in range(i - 1, max(first, i - _CLAUSE_WITHIN) - 1, -1):
        if scene.tokens[k].flags & (Is.STOP | Is.BREAK | Is.THAT):
            return -1
        senses = scene.senses[k]
        attack = senses is not None and senses[0].noun and senses[0].frame.trigger.type == "ASSAULT"
        if attack and senses is not None and not is_toll(scene, k, senses[0]):
            return k if senses[0].definite else -1
    return -1


_RELATIVE_WITHIN = 4
_CLAUSE_WITHIN = 20


def _is_any(scene: Scene, i: int) -> bool:
    """Whether it is any of its kind: أي هجوم, كل عملية انتحارية."""
    return bool(i) and scene.tokens[i - 1].bare.removeprefix("ب") in group("any")


def _is_called_so(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether what stands behind it is its name, so that all know it: هجمات 2015, اعتداءات مومباي, تفجير الفندق."""
    j = i + 1
    if sense.definite or sense.pronoun or j >= scene.sheet.sentence(i)[1]:
        return False
    token = scene.tokens[j]
    if token.flags & Is.NUMBER or j in scene.sheet.time_end:
        return True
    if token.folded.startswith(PREPOSED) and not scene.is_place(j):
        return False
    if sense.frame.trigger.of and scene.is_party(j):
        return False
    return scene.is_place(j) or bool(token.flags & Is.DEFINITE)


def is_known_bond(scene: Scene, i: int, sense: Sense, governor: Governor) -> bool:
    """Whether who works with whom, or who holds what, is only spoken of: تكثيف التعاون, تحرير البلدة من سيطرة."""
    trigger = sense.frame.trigger
    if is_coalition(scene, i, sense) or is_intake(scene, i, sense):
        return True
    if trigger.type == "CONCEDE" and i and scene.tokens[i - 1].folded in group("bodies"):
        # منظمة العفو
        return True
    if trigger.type == "COOPERATE" and trigger.joint and trigger.verb and sense.definite:
        return not sense.before and governor.part != "happens"
    if trigger.verb == _PRISON and scene.is_place(i + 1) and not sense.pronoun:
        # بسجن المهدية: where
        return True
    if trigger.verb == _PRISON and scene.tokens[i - 1].folded in group("before_noun"):
        # في سجن أبو غريب
        return not sense.pronoun and governor.part != "does"
    held = trigger.verb == _HOLD and not sense.before and governor.part != "does"
    return held and scene.tokens[i - 1].folded in group("out_of")


_HOLD = "سيطر"
_PRISON = "سجن"


def is_habitual(scene: Scene, i: int, governor: Governor) -> bool:
    """Whether the verb tells that it comes about again and again: تتعرض باستمرار لقصف."""
    at = governor.at
    carried = scene.carried(at) if at >= 0 else None
    if carried is None or carried.shape != "imperfect":
        return False
    return any(token.folded in group("habits") for token in scene.tokens[at + 1 : i])


def is_accident(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the dead and hurt are those of an earthquake or a crash, and nobody's victims."""
    trigger = sense.frame.trigger
    if trigger.type != "ASSAULT" or trigger.of != "recipient" or not trigger.passive:
        return False
    said = scene.said(i)
    if not group("violence").isdisjoint(said):
        return _is_blast(said)
    if not group("accidents").isdisjoint(said):
        return True
    # The toll of the earthquake that the headline tells of.
    headline = scene.sheet.heading.headline
    told = scene.said(scene.sheet.page.words_in(headline)[0]) if headline is not None else set()
    return not group("disasters").isdisjoint(told) and group("violence").isdisjoint(told)


def _is_blast(said: set[str]) -> bool:
    """Whether what exploded is a factory or a store, and nothing else is told of violence: انفجار في مخازن شركة."""
    if group("factories").isdisjoint(said):
        return False
    return all(word in group("explosions") for word in said if word in group("violence"))


def is_statistic(scene: Scene, sense: Sense, recipient: Parties) -> bool:
    """Whether thousands are dead or hurt, which is the toll of years and of no one act: قتل نحو عشرة آلاف يمني."""
    trigger = sense.frame.trigger
    if trigger.type != "ASSAULT" or trigger.of != "recipient" or not recipient:
        return False
    first, end = recipient[0]
    for k in range(max(first - 1, 0), min(end, first + _COUNTED_WITHIN)):
        if k > first and scene.joined(k):
            return False
        if scene.tokens[k].folded in group("thousands") or _is_huge(scene, k):
            return True
    return False


def _is_huge(scene: Scene, k: int) -> bool:
    """Whether word `k` is a number of ten thousand or more, in figures: 63880 شخصا."""
    return bool(scene.tokens[k].flags & Is.NUMBER) and scene.words[k].isdecimal() and len(scene.words[k]) >= _HUGE


_HUGE = 5
_COUNTED_WITHIN = 5


def is_ruling(scene: Scene, i: int, sense: Sense, word: int) -> bool:
    """Whether a court only gives its ruling in a case, and punishes nobody: أصدرت المحكمة حكمها في الدعوى."""
    rules = sense.frame.trigger.verb == _ISSUES and word > 0 and _RULING in scene.tokens[word].folded
    return rules and group("punishes").isdisjoint(scene.said(i))


_ISSUES = "أصدر"
# حكما, أحكاما
_RULING = "حك"


def is_measure(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether it is a number that arrives somewhere: وصل عدد القتلى إلى اثنين."""
    trigger = sense.frame.trigger
    if trigger.type != "CONSULT" or trigger.whom != "place":
        return False
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - _MEASURE_WITHIN) : i + 3]
    return any(token.folded in group("measures") for token in near)


def is_law(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a law forbids or allows it, which nobody does on a day: القانون الذي يحظر تسليم المواطنين."""
    if sense.shape != "imperfect" or sense.future or sense.frame.trigger.type not in _BY_LAW:
        return False
    if not scene.near(i) & LAW:
        return False
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - _LAW_WITHIN) : i]
    return any(token.bare in group("laws") or token.folded in group("laws") for token in near)


_BY_LAW = frozenset(["COERCE", "SANCTION", "CONCEDE"])
_LAW_WITHIN = 6


def is_draft(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a draft says it that nobody has passed: مشروع قرار يدين."""
    if sense.shape != "imperfect" or not scene.near(i) & LAW:
        return False
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - _DRAFT_WITHIN) : i]
    return any(token.folded in group("drafts") for token in near)


_DRAFT_WITHIN = 4


def is_of_thing(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the verb takes up things right before it, which do nothing to anybody: إجراءات تعرقل, فتوى تدين."""
    if sense.shape != "imperfect" or sense.gender != "f" or sense.before or sense.future or i == 0:
        return False
    before = scene.tokens[i - 1]
    if before.flags or before.title is not None or before.head is not None or i - 1 in scene.names:
        return False
    if not before.folded.endswith(_OF_THINGS) or scene.is_verb(i - 1) or before.folded in group("before_noun"):
        return False
    timed = any(scene.sheet.time_end.get(k) == i for k in range(max(0, i - _LAW_WITHIN), i))
    first = scene.clause_start(i)
    return not timed and not any(scene.is_party(k) for k in range(max(first, i - _THING_WITHIN), i))


# إجراءات, عريضة, as they are folded
_OF_THINGS = (
    "ات",
    "يه",
    "ضه",
    "له",
    "مه",
    "وي",
)
_THING_WITHIN = 4


def is_mild(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether nothing bad is said where the verb accuses only by what it says: وصفه بالقائد."""
    if sense.frame.trigger.near != _INSULTS:
        return False
    near = scene.tokens[i + 1 : min(i + _CALLED_WITHIN, scene.sheet.sentence(i)[1])]
    return all(token.folded not in group(_INSULTS) for token in near)


_INSULTS = "insults"
_CALLED_WITHIN = 28
_MEASURE_WITHIN = 5


def is_toll(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the noun is what an attack brought about: أسفر عن مقتل, ما أدى إلى إصابة."""
    trigger = sense.frame.trigger
    if trigger.type != "ASSAULT" or trigger.of != "recipient" or not sense.noun:
        return False
    if not scene.near(i) & RESULT:
        return False
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - _RANKED_WITHIN) : i]
    return any(token.bare in group("results") for token in near)


def is_known_victim(scene: Scene, sense: Sense, recipient: Parties) -> bool:
    """Whether the victim is called by name or with an article, so that his fate may be known: الرئيس رفيق, الصحفي."""
    first, end = recipient[0]
    if sense.frame.trigger.of != "recipient":
        return first in scene.names
    head = scene.tokens[first]
    if head.flags & Is.NUMBER or head.folded in group("about") or head.folded in group("kin"):
        # اغتيال أبناء رئيس المكتب: of his kin nobody has heard.
        return False
    return bool(head.flags & Is.DEFINITE) or any(k in scene.names for k in range(first, end))


def is_timed(scene: Scene, i: int) -> bool:
    """Whether the clause names a time that is more than a year: أمس, الثلاثاء, في مارس, but not عام 2005."""
    for k in range(scene.clause_start(i), scene.clause_end(i)):
        end = scene.sheet.time_end.get(k)
        if end is not None and not _is_year(scene, k, end):
            return True
    return False


def _is_year(scene: Scene, first: int, end: int) -> bool:
    year = scene.tokens[end - 1]
    if not year.flags & Is.NUMBER or len(year.folded) != _DIGITS:
        return False
    return end == first + 1 or (end == first + 2 and scene.tokens[first].folded in group("years"))


_DIGITS = 4
