"""Relative clauses that tell more of what their noun tells: الضربة التي نفذت يوم الأربعاء, العقوبات التي تفرضها."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.background import is_timed
from takhrij.rules.events.deed import Deed
from takhrij.rules.events.places import place_of
from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.sheet import Is

# So many words behind the noun the relative pronoun may stand.
_WITHIN = 3
_FROM_IT = 14


def taken_up(scene: Scene, i: int, sense: Sense) -> Deed | None:
    """The attack told before, with the day and the place that a relative clause gives it; it makes no event itself."""
    trigger = sense.frame.trigger
    if trigger.type != "ASSAULT" or not trigger.lone or not sense.definite or sense.before.strip("و"):
        return None
    if i and (scene.tokens[i - 1].folded in group("before_noun") or scene.tokens[i - 1].bare in group("generic")):
        # منذ الهجوم الذي: another, longer ago.
        return None
    end = min(scene.clause_end(i), i + _FROM_IT)
    if not any(token.flags & Is.RELATIVE for token in scene.tokens[i + 1 : min(end, i + 1 + _WITHIN)]):
        return None
    place = place_of(scene, sense, (), (i, i, end))
    if not is_timed(scene, i) and place is None:
        return None
    return Deed(rule="events.named", sense=sense, words=(i, i + 1), place=place, begin=i, end=end, told=False)


def tells_its_noun(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the verb's object is the noun that its relative clause describes: العقوبات التي | تفرضها واشنطن.

    The noun is one of those that must follow the verb, or tells the event itself: الاتفاق النووي الذي | أبرمته إيران.
    """
    if sense.pronoun == "" or i < _WITHIN - 1 or not scene.tokens[i - 1].flags & Is.RELATIVE:
        return False
    if sense.frame.follows:
        return True
    for k in range(i - 2, max(i - 2 - _WITHIN, scene.sheet.sentence(i)[0] - 1), -1):
        senses = scene.senses[k]
        if senses is not None and senses[0].noun:
            return senses[0].frame.trigger.type == sense.frame.trigger.type
        if not scene.tokens[k].flags & Is.DEFINITE:
            return False
    return False
