"""Whether a word of protest tells of a crowd: استقال احتجاجا, خطاب احتجاج and قطع الجيش الطريق tell of none."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.governors import Governor
from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.sheet import Is

_PROTESTS = "احتج"
_PRETENDS = "تظاهر"
_CUTS = "قطع"
# احتجاجا, as it is folded
_IN_PROTEST = "احتجاجا"
_THAT_HE = "بان"
_TO = "الي"
# So many words behind the cutting of a road it may stand who does it.
_WHO_WITHIN = 4
# So many words before it somebody may call for it, whom he calls upon between both.
_CALLED_WITHIN = 20


def is_no_crowd(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a verb of protest is none: يتظاهر بأنه مريض, قطعت الميليشيات الطريق."""
    trigger = sense.frame.trigger
    if trigger.type != "PROTEST":
        return False
    if trigger.verb == _CUTS:
        return _is_in_arms(scene, i)
    after = scene.tokens[i + 1] if i + 1 < len(scene.tokens) else None
    return trigger.verb == _PRETENDS and after is not None and after.folded.startswith(_THAT_HE)


def is_of_crowd(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether protests do it of which the clause tells before the verb: على خلفية احتجاجات تجتاح البلاد | تندد."""
    if sense.gender != "f" or sense.shape != "imperfect" or sense.number != 1 or sense.before not in ("", _AND):
        return False
    for k in range(i - 1, max(scene.clause_start(i), i - _CROWD_WITHIN) - 1, -1):
        token = scene.tokens[k]
        if token.flags & (Is.THAT | Is.QUOTE | Is.COMMA):
            return False
        senses = scene.senses[k]
        if senses is not None and senses[0].noun and senses[0].frame.trigger.type == "PROTEST":
            return not token.flags & Is.DEFINITE and not senses[0].pronoun
    return False


_AND = "و"
_CROWD_WITHIN = 8


def is_no_rally(scene: Scene, i: int, sense: Sense, governor: Governor) -> bool:
    """Whether a noun of protest tells only why something else was done, or of a paper, or what is called for."""
    trigger = sense.frame.trigger
    if trigger.type != "PROTEST":
        return False
    if trigger.verb == _CUTS:
        return _is_in_arms(scene, i)
    if i and scene.tokens[i - 1].folded == _TO and _is_called_for(scene, i):
        return True
    if trigger.verb != _PROTESTS or sense.definite or sense.pronoun or governor.part == "happens":
        return False
    if i and scene.tokens[i - 1].bare in group("notes"):
        return True
    return scene.tokens[i].folded == _IN_PROTEST and governor.at != i - 1 and not _is_crowd_told(scene, i)


def _is_in_arms(scene: Scene, i: int) -> bool:
    """Whether soldiers or fighters cut the road."""
    near = scene.tokens[scene.clause_start(i) : min(i + _WHO_WITHIN, scene.clause_end(i))]
    return any(token.folded in group("in_arms") for token in near)


def _is_crowd_told(scene: Scene, i: int) -> bool:
    """Whether the sentence tells of a crowd or a strike."""
    first, end = scene.sheet.sentence(i)
    crowd = group("crowd")
    return any(token.folded in crowd or token.bare in crowd for token in scene.tokens[first:end])


def _is_called_for(scene: Scene, i: int) -> bool:
    """Whether somebody calls others to it: دعا، في خطابه الأخير، أنصاره إلى | انتفاضة شعبية."""
    for k in range(i - 2, max(scene.sheet.sentence(i)[0], i - _CALLED_WITHIN) - 1, -1):
        if scene.tokens[k].flags & (Is.THAT | Is.STOP | Is.BREAK):
            return False
        senses = scene.senses[k]
        if senses is not None and any(not one.noun and one.frame.trigger.type == "REQUEST" for one in senses):
            return True
    return False
