"""An attack that a noun with the article takes up, to tell where or when it was: الضربة التي نفذت يوم الأربعاء."""

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
