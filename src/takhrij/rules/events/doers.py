"""Who around a verbal noun may have done what it names: اعتقال الشرطة ناشطا, ارتكاب الحركة جرائم; a source has not."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.function_words import spelled
from takhrij.lexicon.places import names as place_names
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.arguments import at_slots
from takhrij.rules.events.described import without_pronoun
from takhrij.rules.events.governors import Governor
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.traits import IN
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is, Range

_PAPERS = frozenset(["outlet", "document"])
_BETWEEN_BOTH = frozenset(["SANCTION", "REJECT", "RETREAT"])
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


def visitor_end(scene: Scene, sense: Sense, start: int, stop: int) -> int:
    """Where who visits ends, before the place he visits: زيارة الرئيس الفرنسي | لتونس; not زيارة السفير لدى تونس."""
    if sense.frame.trigger.whom != _PLACE or _FOR not in sense.frame.slots:
        return stop
    hung = (k for k in range(start + 1, stop) if scene.is_place(k) and scene.sheet.name_skip.get(k))
    place = next((k for k in hung if scene.words[k].startswith(_FOR)), stop)
    # زيارة المبعوث الأممي لليبيا | إلى طرابلس
    return stop if at_slots(scene, sense.frame, stop, scene.clause_end(start)) else place


_PLACE = "place"
_FOR = "ل"


def for_whom(scene: Scene, sense: Sense, actor: tuple[Range, ...]) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """Who does it, without whom he does it for, and those: سمحت | السعودية | للمسؤولين الأتراك."""
    if len(actor) != 1 or sense.frame.trigger.whom != _PARTY or sense.frame.slots != _ALLOWED:
        return actor, ()
    first, end = actor[0]
    for k in range(first + 1, end):
        if scene.words[k].startswith(_FOR) and bears(scene.words[k], _FOR):
            return ((first, k),), at_slots(scene, sense.frame, k, scene.clause_end(first))
    return actor, ()


_PARTY = "party"
_ALLOWED = frozenset([_FOR])


def may_do(scene: Scene, sense: Sense, first: int) -> bool:
    """Whether who stands right behind the noun may be its doer: مقتل | طفل في انفجار is told of him who suffers."""
    if sense.frame.trigger.type != "ASSAULT" or first in scene.names or scene.is_doer(first):
        return True
    return bool(scene.tokens[first].flags & Is.DEFINITE) or scene.tokens[first].folded.endswith(_THEIRS)


def is_charged(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a charge follows the noun at word `i`, so that the pronoun on it is the accused: اتهامه | بالفساد."""
    return sense.frame.trigger.type == "ACCUSE" and i + 1 < len(scene.words) and bool(scene.traits[i + 1] & IN)


def is_convicted(scene: Scene, sense: Sense, first: int, after: int) -> bool:
    """Whether a crime stands at word `after`, behind him who is convicted of it: إدانة رجل | بالقتل."""
    if sense.frame.trigger.verb != _CONVICTS or scene.is_doer(first):
        return False
    charge = next((k for k in range(after, min(after + _WHERE, len(scene.words))) if scene.traits[k] & IN), -1)
    return charge >= 0 and scene.tokens[charge].folded not in group("asides")


_CONVICTS = "أدان"
# إدانة رجل في أستراليا | بالقتل
_WHERE = 3


def is_struck(scene: Scene, sense: Sense, first: int) -> bool:
    """Whether what stands right behind an attack is built, or a land, and suffers it: قصف | القنصلية, غزو | العراق."""
    trigger = sense.frame.trigger
    invaded = trigger.verb == _INVADES and scene.is_place(first)
    return invaded or (trigger.type == "ASSAULT" and scene.tokens[first].folded in group("struck_buildings"))


_INVADES = "غزا"


def is_struck_town(scene: Scene, sense: Sense, first: int, stop: int) -> bool:
    """Whether a town stands right behind an attack, which is where it was: اعتداءات | باريس, هجمات | بروكسل."""
    if sense.frame.trigger.type != "ASSAULT" or sense.frame.trigger.of != "actor" or not scene.is_place(first):
        return False
    found = place_names().at(scene.words, first)
    return found is not None and found.value.kind != _COUNTRY and scene.sheet.name_end[first] == stop


_COUNTRY = "country"


def only_tells(scene: Scene, first: int) -> bool:
    """Whether who is named at word `first` only passes on what others did: أفادت مصادر باعتقال, ذكرت تقارير."""
    title, head = scene.tokens[first].title, scene.tokens[first].head
    return title is not None and title.title.kind == "source" or head is not None and head.kind in _PAPERS


def _takes_place(scene: Scene, i: int) -> bool:
    """Whether the noun at word `i` is only said to take place: أفادت الشرطة بوقوع | هجوم."""
    before = scene.tokens[i - 1].folded if i else ""
    return before in group("taking_place") or (before[:1] == _BY and before[1:] in group("taking_place"))


_BY = "ب"


def who_fits(scene: Scene, sense: Sense, actors: tuple[Range, ...]) -> bool:
    """Whether the actor is one of those who do this: fighters withdraw, a train does not."""
    who = sense.frame.trigger.who
    if not who or (sense.passive and not actors):
        return True
    words = group(who)
    return any(
        scene.tokens[k].bare in words or without_pronoun(scene.tokens[k].folded) in words
        for a, b in actors
        for k in range(a, b)
    )


# Acts that who announces them does himself, unless it is said who does.
OFFICIAL = frozenset(["COERCE", "SANCTION", "MOBILIZE", "CONCEDE", "AID", "AGREE", "RETREAT", "SUPPORT", "REJECT"])


def is_deed_of(scene: Scene, i: int, sense: Sense, governor: Governor) -> bool:
    """Whether who announces it does it: the ministry that announces an arrest, the army an attack, not a death."""
    trigger = sense.frame.trigger
    if governor.part != "tells" or _takes_place(scene, i):
        return False
    if governor.at >= 0 and any(form.verb.lemma in spelled("judging") for form in scene.tokens[governor.at].forms):
        # اعتبرت إيران إقالة الوزير إشارة
        return False
    if trigger.type != "CONSULT" and any(only_tells(scene, first) for first, _ in governor.subject):
        return False
    if trigger.type in OFFICIAL or trigger.type == "CONSULT":
        return True
    return trigger.of != "recipient" and any(scene.tokens[a].folded in group("forces") for a, _ in governor.subject)


def is_military(sense: Sense) -> bool:
    """Whether soldiers take or lose it, and no police: استعادة المدينة."""
    return _MILITARY in sense.frame.trigger.contexts


_MILITARY = "military"
