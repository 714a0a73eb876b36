"""Verbs that tell no event by a word beside them: ما يدعو إلى, يبحث عن, توقف المحرك, تحالف دعم الشرعية."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.subjects import subject_before
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is


def is_figure(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the verb is a figure of speech by the word right beside it: ما يدعو إلى, ما يتصل ب, يبحث عن, تتفق مع."""
    verb, words = sense.frame.trigger.verb, scene.words
    if i and (words[i - 1] == _WHAT and sense.frame.trigger.type == "REQUEST"):
        # لا يوجد ما يدعو روسيا إلى التدخل: nobody asks for it.
        return True
    if i and words[i - 1] in _WHATEVER and (verb == _CONNECTS or (words[i - 1] == _WHAT and verb in _BRINGS_ABOUT)):
        # ما يستدعي التدخل, ما يمنع اللقاء
        return sense.shape == "imperfect" or verb == _CONNECTS
    if is_coalition(scene, i, sense) or is_intake(scene, i, sense):
        return True
    if _is_called(scene, i, sense) or _is_raid(scene, i, sense):
        return True
    if verb == _PRAISES and sense.shape == "perfect" and sense.pronoun:
        # سيدفع ثمنها: its price.
        return True
    if i + 2 >= len(words):
        return False
    if verb == _STOPS and scene.tokens[i].folded.endswith(_HE_STOPS):
        return not _stops_somebody(scene, i)
    if _is_search(scene, i, sense) or _is_farewell(scene, i, sense):
        return True
    return verb == _ACCORDS and words[i + 1] == _WITH and sense.shape == "imperfect" and not scene.is_party(i + 2)


def _is_raid(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether what aims at somebody is a raid or a measure, and no attack: مداهمات استهدفت أشخاصا."""
    if sense.frame.trigger.verb != _AIMS or sense.pronoun:
        return False
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - _RAID_WITHIN) : i]
    return any(token.bare in group("raids") for token in near)


_AIMS = "استهدف"
_RAID_WITHIN = 8


def _is_search(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether somebody looks for something, and talks with nobody: يبحث الفريق عن اللقب."""
    if sense.frame.trigger.verb != _SEARCHES:
        return False
    behind = [token.folded for token in scene.tokens[i + 1 : i + _SEARCH_WITHIN]]
    return _ABOUT in behind and _WITH not in behind[: behind.index(_ABOUT)]


_SEARCH_WITHIN = 6


def _is_farewell(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether ودعت is "she bade farewell": who calls on somebody does it to something, إلى or أن."""
    if sense.frame.trigger.verb != _CALLS or sense.before != _AND or scene.tokens[i].folded not in _FAREWELLS:
        return False
    behind = range(i + 1, min(scene.sheet.sentence(i)[1], i + _CALLS_WITHIN))
    return not any(
        scene.tokens[k].flags & Is.THAT or scene.tokens[k].folded == _TO or bears(scene.words[k], _FOR) for k in behind
    )


def _is_called(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether what it is called stands right behind the verb of a relative clause: القضية التي وصفت بفضيحة."""
    if sense.frame.trigger.verb != _DESCRIBES or sense.pronoun or not i or not scene.tokens[i - 1].flags & Is.RELATIVE:
        return False
    k = i + 2 if i + 1 < len(scene.words) and scene.tokens[i + 1].flags & Is.QUOTE else i + 1
    return k < len(scene.words) and scene.words[k].startswith(_BY)


def _stops_somebody(scene: Scene, i: int) -> bool:
    """Whether توقف tells that she arrests somebody, and not that he or it stopped: وتوقف الوزير عند, توقف المحرك."""
    after = scene.tokens[i + 1]
    if after.folded in group("before_noun") or (i and scene.tokens[i - 1].folded in group("before_noun")):
        return False
    title = after.title
    if title is not None:
        return title.feminine
    return scene.is_doer(i + 1) or bool(subject_before(scene, i))


_WHAT = "ما"
_WHATEVER = (
    "ما",
    "فيما",
    "بما",
    "مما",
)
_CONNECTS = "اتصل"
_DESCRIBES = "وصف"
_BY = "ب"
_BRINGS_ABOUT = frozenset(
    [
        "استدعى",
        "منع",
        "حرم",
        "أجبر",
    ]
)
_PRAISES = "ثمن"
_STOPS = "أوقف"
_HE_STOPS = "توقف"
_SEARCHES = "بحث"
_CALLS = "دعا"
# So many words behind the call it is told to what.
_CALLS_WITHIN = 24
_FAREWELLS = frozenset(
    [
        "ودع",
        "ودعت",
        "ودعوا",
    ]
)
_AND = "و"
_FOR = "ل"
_TO = "الي"
_ACCORDS = "اتفق"
_ABOUT = "عن"
_WITH = "مع"


def is_coalition(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the word belongs to what a coalition is called: تحالف دعم الشرعية."""
    return sense.frame.trigger.verb == _BACKS and any(t.folded == _LEGITIMACY for t in scene.tokens[i + 1 : i + 2])


_BACKS = "دعم"
_LEGITIMACY = "الشرعيه"


def is_intake(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a crowd is taken in, or troops are called in, and nobody is met: استقبال اللاجئين, تستدعي الجيش."""
    end = scene.sheet.sentence(i)[1]
    if sense.frame.trigger.verb == _CALLS_IN:
        # استدعى الجيش رئيس الوزراء: the army calls.
        called = i + 1 < end and scene.tokens[i + 1].folded in group("called_in")
        return called and (sense.noun or bool(subject_before(scene, i)))
    if sense.frame.trigger.verb != _RECEIVES:
        return False
    behind = [token.folded for token in scene.tokens[i + 1 : min(end, i + _CROWD_WITHIN)]]
    k = next((k for k, word in enumerate(behind) if word in group("crowds")), -1)
    return k >= 0 and not any(word in group("for_crowds") for word in behind[:k])


_RECEIVES = "استقبل"
_CALLS_IN = "استدعى"
_CROWD_WITHIN = 6
