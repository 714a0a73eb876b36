"""Who around a verbal noun may have done what it names: اعتقال الشرطة ناشطا, ارتكاب الحركة جرائم; a source has not."""

from takhrij.lexicon.senses import Sense
from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.sheet import Is

_PAPERS = frozenset(["outlet", "document"])
_BETWEEN_BOTH = frozenset(["SANCTION", "REJECT"])
# قتل مسلحيها | 19 شرطيا
_THEIRS = (
    "ها",
    "هم",
)


def stands_between(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether who does it stands between the noun and the word that must follow it: ارتكاب | الحركة | جرائم."""
    trigger = sense.frame.trigger
    if trigger.of != "actor":
        return False
    return trigger.type in _BETWEEN_BOTH or (trigger.type == "ASSAULT" and scene.is_party(i + 1))


def may_do(scene: Scene, sense: Sense, first: int) -> bool:
    """Whether who stands right behind the noun may be its doer: مقتل | طفل في انفجار is told of him who suffers."""
    if sense.frame.trigger.type != "ASSAULT" or first in scene.names or scene.is_doer(first):
        return True
    return bool(scene.tokens[first].flags & Is.DEFINITE) or scene.tokens[first].folded.endswith(_THEIRS)


def only_tells(scene: Scene, first: int) -> bool:
    """Whether who is named at word `first` only passes on what others did: أفادت مصادر باعتقال, ذكرت تقارير."""
    title, head = scene.tokens[first].title, scene.tokens[first].head
    return title is not None and title.title.kind == "source" or head is not None and head.kind in _PAPERS
