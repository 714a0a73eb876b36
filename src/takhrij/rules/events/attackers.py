"""Whose attack killed those of whom a death is told: قتل ثلاثة في غارة | أميركية, مقتل طفل في قصف | للجيش."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import names as place_names
from takhrij.lexicon.places import people
from takhrij.rules.events.arguments import behind_all, is_for, joint_parties
from takhrij.rules.events.deed import Deed
from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is, Range

_BY = "ب"
# So many words behind the victims the attack may stand, and behind it whose it is.
_WITHIN = 16
_ADJECTIVES = 4
_ENDS = Is.STOP | Is.BREAK | Is.COLON | Is.THAT


def attacker(scene: Scene, deed: Deed) -> tuple[tuple[Range, ...], int]:
    """Who made the attack of which somebody died, by phrase or by a nation's adjective; (), -1 where it is untold."""
    if deed.trigger.type != "ASSAULT" or deed.actor or deed.nation >= 0 or not deed.recipient or deed.left_out:
        return (), -1
    if deed.more or not (deed.sense.passive or deed.trigger.passive or deed.trigger.of == "recipient"):
        return (), -1
    first = behind_all(deed.words[1], deed.recipient)
    for k in range(first, min(first + _WITHIN, scene.sheet.sentence(deed.words[0])[1])):
        if scene.tokens[k].flags & _ENDS:
            break
        if _is_attack(scene, k):
            return _whose(scene, k)
        if scene.is_verb(k) and scene.tokens[k].folded not in group("before_noun"):
            break
    return (), -1


def _is_attack(scene: Scene, k: int) -> bool:
    """Whether an attack is named at word `k`, in or by which somebody dies: في غارة, جراء قصف, بقصف."""
    senses = scene.senses[k]
    noun = next((one for one in senses or () if one.noun), None)
    if noun is None or noun.frame.trigger.type != "ASSAULT" or noun.frame.trigger.of == "recipient" or noun.pronoun:
        return False
    hung = scene.words[k].startswith(_BY) and bears(scene.words[k], _BY)
    return hung or scene.tokens[k - 1].folded in group("dies_in")


def _whose(scene: Scene, k: int) -> tuple[tuple[Range, ...], int]:
    """Whose the attack at word `k` is: its nation, behind ل, right behind it, or who claims it."""
    high = scene.sheet.sentence(k)[1]
    definite = bool(scene.tokens[k].flags & Is.DEFINITE)
    for j in range(k + 1, min(k + 1 + _ADJECTIVES, high)):
        if scene.tokens[j].folded in group("of_attacks"):
            continue
        demonym = people()[scene.words[j]] if j not in scene.names else None
        if demonym is not None and demonym.number == 1 and not demonym.proclitics:
            return (), j
        if is_for(scene, j) or (j == k + 1 and not definite and _is_maker(scene, j)):
            return joint_parties(scene, j, scene.phrase(j, high)), -1
        if scene.tokens[j].folded in group("claimed_by") and j + 1 < high and scene.is_party(j + 1):
            return joint_parties(scene, j + 1, scene.phrase(j + 1, high)), -1
        token = scene.tokens[j]
        if token.flags & Is.MARK or token.folded in group("before_noun") or scene.is_verb(j) or scene.is_party(j):
            break
    return (), -1


def _is_maker(scene: Scene, j: int) -> bool:
    """Whether who stands right behind an attack makes it: قصف | الجيش, but not اعتداء | برشلونة."""
    return scene.is_party(j) and scene.is_doer(j) and place_names().at(scene.words, j) is None
