"""Who stands before a pronoun, or before a verb without a subject, and may be meant: الناشط الذي تم | اعتقاله."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.function_words import letters
from takhrij.rules.events.arguments import behind_all, joint_parties
from takhrij.rules.events.attackers import attacker
from takhrij.rules.events.background import is_statistic
from takhrij.rules.events.deed import Deed, Meaning
from takhrij.rules.events.described import without_pronoun
from takhrij.rules.events.left_out import subject_gone_on
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.subjects import antecedent
from takhrij.rules.events.suffering import is_left_open
from takhrij.rules.events.traits import IN
from takhrij.rules.statements.sheet import Is, Range, Sheet

_CIRCUMSTANCE = "events.circumstance"
_HIS = (
    "ها",
    "هم",
    "ه",
    "هما",
)
_BOTH = "هما"
_OTHERS = 3
_PROTEST = "PROTEST"
_ATTACK = "ASSAULT"
# إياه, إياها
_OBJECT = "ايا"
_PRONOUN_WITHIN = 6
# So many words before it in its sentence whoever is meant may stand.
_BACK = 60
_STOPS = Is.STOP | Is.BREAK | Is.COLON


def with_antecedents(scene: Scene, deed: Deed) -> Deed:
    """The deed with whom its pronoun takes up in a relative clause, else with those who stand before it."""
    if deed.rule == _CIRCUMSTANCE or not (deed.left_out or deed.whose or deed.trigger.type == _ATTACK):
        return deed
    meaning = deed.meaning
    _go_on(scene, deed, meaning)
    actor, nation = attacker(scene, deed)
    if actor or nation >= 0:
        meaning.actor, meaning.nation = actor, nation
    if meaning.whose == "recipient" and not meaning.recipient:
        described = _described(scene, deed)
        if described is not None:
            meaning.recipient, meaning.whose = described, ""
    if meaning.whose:
        meaning.preceding = _preceding(scene, deed.words[0])
    return deed.of(meaning)


def _go_on(scene: Scene, deed: Deed, meaning: Meaning) -> None:
    """Enter the subject of the verb before it, where the deed's verb names none."""
    if not deed.left_out or deed.sense.noun or deed.sense.person != _OTHERS or deed.of_speaker:
        return
    if dead := _described_dead(scene, deed):
        meaning.recipient, meaning.left_out = dead, False
        return
    topic = subject_gone_on(scene, deed.words[0], deed.sense)
    if topic and deed.trigger.type == _PROTEST and scene.is_doer(topic[0][0]):
        # القوات اتخذت تدابير وقطعت الطريق
        return
    if not topic or not _suffers(scene, deed) or scene.is_doer(topic[0][0]):
        meaning.topic = topic or meaning.topic
        return
    # وقال إن 90 شخصا من المصابين | جرحوا
    if is_left_open(scene, deed.words[1]) and not is_statistic(scene, deed.sense, topic):
        meaning.recipient, meaning.left_out = topic, False


def _described_dead(scene: Scene, deed: Deed) -> tuple[Range, ...]:
    """Those right before a verb of many, beside which nobody stands, that tells what they suffered: 11 شخصا | قتلوا."""
    i = deed.words[0]
    if not _suffers(scene, deed) or deed.sense.number == 1 or deed.sense.before or not i:
        return ()
    if not _is_plain(scene, i - 1) or not is_left_open(scene, i + 1):
        return ()
    found = antecedent(scene, i, scene.sheet.sentence(i)[0])
    counted = len(found) == 1 and bool(scene.tokens[found[0][0]].flags & Is.NUMBER)
    return found if counted and not is_statistic(scene, deed.sense, found) else ()


def _suffers(scene: Scene, deed: Deed) -> bool:
    """Whether the verb, beside which nobody stands, may be passive: جرحوا, أوقف."""
    if deed.recipient or deed.whose or deed.sense.pronoun or deed.suffers:
        return False
    return deed.trigger.passive and "object" in deed.sense.frame.slots


def _described(scene: Scene, deed: Deed) -> tuple[Range, ...] | None:
    """Whom the clause of the deed's verb describes, if its pronoun takes him up; None where it describes nobody.

    الناشط الذي تم | اعتقاله, جنديين يونانيين تم | اعتقالهما
    """
    v = deed.verb if deed.sense.noun else deed.words[0]
    low = scene.sheet.sentence(deed.words[0])[0]
    if v < 0 or (deed.sense.noun and scene.carried(v) is None):
        return None
    j = v - 1
    while j > low and scene.tokens[j].flags & (Is.AUXILIARY | Is.NEGATION):
        j -= 1
    if j <= low or scene.joined(v):
        return None
    pronoun = deed.sense.pronoun or hung(scene.sheet, deed)
    token = scene.tokens[j]
    if token.flags & Is.RELATIVE:
        if scene.joined(j) or not _takes_up(token.bare, pronoun):
            return None
        return antecedent(scene, j, low)[-1:]
    if deed.sense.before or not _is_plain(scene, j) or (deed.left_out and not deed.sense.noun):
        # مجموعة | تدعمها: she does it.
        return None
    found = antecedent(scene, j + 1, low)
    plain = len(found) == 1 and found[0][0] not in scene.names and not scene.tokens[found[0][0]].flags & Is.DEFINITE
    if not plain and scene.tokens[j].folded in group("steps") and deed.trigger.type in _JUDGED:
        return _main_subject(scene, deed.words[0])
    # مطعم | زاره الوزير: a thing
    return found if plain else ()


def _main_subject(scene: Scene, i: int) -> tuple[Range, ...]:
    """Who is named first in the sentence, whose step is judged: وضمت روسيا القرم في خطوة | انتقدتها الدول."""
    named = _preceding(scene, i)
    return named[0][:1] if named else ()


_JUDGED = frozenset(["ACCUSE", "SUPPORT"])


def _takes_up(relative: str, pronoun: str) -> bool:
    """Whether the pronoun agrees with the relative pronoun: الذي with ه, اللذين with هما."""
    if relative in group("taken_up_two"):
        return pronoun == _BOTH
    pairs = zip(letters("taken_up"), letters("taking_up"), strict=True)
    return any(relative == that and pronoun == his for that, his in pairs)


def _is_plain(scene: Scene, j: int) -> bool:
    """Whether word `j` may be a noun that a clause without a relative pronoun describes: قضية | أدانها, not أيضا."""
    token = scene.tokens[j]
    if token.flags or token.is_finite or j in scene.names or scene.is_verb(j) or j in _last_of_times(scene, j):
        return False
    return not any(token.folded in group(words) for words in _NO_NOUNS)


_NO_NOUNS = (
    "before_noun",
    "openers",
    "particles",
    "adverbs",
    "days",
    "wontedly",
    "asides",
)


def _last_of_times(scene: Scene, j: int) -> set[int]:
    """The last words of the times that are told shortly before word `j`."""
    ends = (scene.sheet.time_end.get(k, 0) for k in range(max(j - _TIME, 0), j + 1))
    return {end - 1 for end in ends}


_TIME = 5


def hung(sheet: Sheet, deed: Deed) -> str:
    """The pronoun on the preposition that tells whom it was done to: وطلبت منه, فرضت عليها."""
    i = deed.words[1]
    for token in sheet.tokens[i : min(max(deed.end, i), i + _PRONOUN_WITHIN)]:
        folded = token.folded
        if folded in group("with_pronoun") or folded in group("free_of_him") or folded.startswith(_OBJECT):
            return next((his for his in _HIS if token.folded.endswith(his)), "")
        if deed.sense.frame.follows and without_pronoun(folded) in deed.sense.frame.follows:
            # قضت بسجنه
            return next((his for his in _HIS if folded.endswith(his)), "")
    first = sheet.tokens[i].folded if i < len(sheet.tokens) else ""
    return next((his for his in _HIS if first.endswith(his) and without_pronoun(first) in group("movements")), "")


def _preceding(scene: Scene, i: int) -> tuple[tuple[Range, ...], ...]:
    """The parties that are named before word `i` in its sentence, those together that are joined."""
    first = max(scene.sheet.sentence(i)[0], i - _BACK)
    found, k = [], first
    while k < i:
        stop = scene.phrase(k, i) if _may_be_party(scene, k) else k
        if stop > k and not scene.tokens[stop - 1].flags & Is.NUMBER:
            parties = joint_parties(scene, k, stop)
            found.append(parties)
            stop = behind_all(stop, parties)
        k = max(stop, scene.sheet.time_end.get(k, 0), k + 1)
    return tuple(found)


def _may_be_party(scene: Scene, k: int) -> bool:
    """Whether a party is named from word `k` on, which is no verb, no adjective and not where something happens."""
    if not scene.is_party(k) or scene.is_verb(k) or k in scene.sheet.time_end:
        return False
    token, before = scene.tokens[k], scene.tokens[k - 1] if k else scene.tokens[k]
    if k in scene.names:
        return not scene.is_place(k) or not (scene.traits[k] & IN or before.folded in group("places_before"))
    if token.flags & Is.NUMBER and before.folded in group("years"):
        return False
    # الملياردير | الأميركي, فلانة | الحائزة, مجموعة إرهابية | مسلحة
    adjective = token.flags & Is.DEFINITE and (before.flags & Is.DEFINITE or k - 1 in scene.names)
    adjective = adjective or (scene.words[k].endswith(_TIED) and k > 0 and scene.words[k - 1].endswith(_TIED))
    return not adjective or token.folded.endswith(_OF_MANY)


_TIED = "ة"
_OF_MANY = (
    "ين",
    "ون",
)
