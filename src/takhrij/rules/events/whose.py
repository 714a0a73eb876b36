"""Whose deed a verbal noun names where no party behind it tells: لقاؤه, الهجوم الإسرائيلي, بعد زيارة إلى تونس."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import people
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.arguments import joint_parties
from takhrij.rules.events.governors import Parties
from takhrij.rules.events.resumed import struck_by_his
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.traits import IN, OF_PEOPLE
from takhrij.rules.statements.sheet import Is

DONE_BY_WORDS = frozenset(["REQUEST", "THREATEN", "ACCUSE"])
# So many words behind the noun the adjective may stand.
_ADJECTIVES = 3


def pronoun_of(scene: Scene, i: int, sense: Sense, parties: tuple[Parties, Parties], part: str = "") -> str:
    """For whom the pronoun on the noun stands: لقاؤه, اعتقاله, إدانته بالفساد; `part` is what carries the noun."""
    suffers = sense.frame.trigger.of == "recipient"
    # تم تحذيره: it is done to him.
    suffers = suffers or (part == "happens" and sense.frame.trigger.type in DONE_BY_WORDS)
    if sense.frame.trigger.type == "ACCUSE" and i + 1 < len(scene.tokens):
        suffers = suffers or bool(scene.traits[i + 1] & IN)
    if struck_by_his(scene, i, sense, scene.clause_end(i)):
        return "actor"
    if not sense.pronoun or parties[suffers]:
        return ""
    return "recipient" if suffers else "actor"


def topic_of(scene: Scene, i: int) -> Parties:
    """Whom the sentence is about: the first who can act, before the noun at word `i`."""
    for k in range(scene.sheet.sentence(i)[0], i):
        if scene.is_party(k):
            end = scene.phrase(k, i)
            cut = next((j for j in range(k + 1, end) if scene.tokens[j].folded in group("further")), end)
            return joint_parties(scene, k, cut)
    return ()


def nation_of(scene: Scene, i: int, sense: Sense) -> int:
    """The adjective that says whose act it is: الهجوم الإسرائيلي على دمشق; -1 where there is none."""
    if sense.frame.trigger.of == "recipient" or sense.pronoun:
        return -1
    for k in range(i + 1, min(i + 1 + _ADJECTIVES, scene.sheet.sentence(i)[1])):
        demonym = people()[scene.words[k]] if scene.traits[k] & OF_PEOPLE else None
        if demonym is not None and demonym.number == 1 and not demonym.proclitics:
            return k if demonym.definite == sense.definite and k not in scene.names else -1
        if bool(scene.tokens[k].flags & Is.DEFINITE) != sense.definite or scene.is_party(k):
            return -1
    return -1


def is_circumstance(scene: Scene, i: int) -> bool:
    """Whether the word, which may be a participle, is one: أصدروا بيانا، | مطالبة موسكو بأن تكشف."""
    if not i or not scene.tokens[i - 1].flags & Is.COMMA or scene.joined(i):
        return False
    if all(sense.shape != "participle" for sense in scene.senses[i] or ()):
        return False
    k = scene.phrase(i + 1, scene.sheet.sentence(i)[1]) if scene.is_party(i + 1) else i + 1
    return k > i + 1 and k < len(scene.tokens) and bool(scene.traits[k] & IN)
