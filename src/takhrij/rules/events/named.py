"""A verbal noun tells it: لقاء الوزير مع السفير, مقتل ثلاثة جنود, and the light verb that carries it: شن هجوما."""

from typing import NamedTuple

from takhrij.lexicon.event_words import group
from takhrij.lexicon.events import Sense
from takhrij.model.event import Status
from takhrij.rules.events.arguments import at_slots, beside, fits, follower, hands, joint_parties, place_of, who_fits
from takhrij.rules.events.deed import Deed, Rule
from takhrij.rules.events.scene import PREPOSED, Scene
from takhrij.rules.events.stance import status_of
from takhrij.rules.events.subjects import subject_before
from takhrij.rules.statements.sheet import Is, Range

_BACK = 16

Parties = tuple[Range, ...]


_NEAR = 5
_AND = "و"


def _is_backdrop(scene: Scene, i: int) -> bool:
    """Whether words shortly before the noun make it what is charged, feared or remembered: بتهمة قتل."""
    near = scene.tokens[max(scene.sheet.sentence(i)[0], i - _NEAR) : i]
    return any(token.folded in group("backdrop") for token in near)


class _Governor(NamedTuple):
    """The light verb that carries the noun: its word, its subject, and what that is to the event."""

    at: int = -1
    subject: Parties = ()
    part: str = ""
    status: Status | None = None


def _is_told(scene: Scene, i: int, sense: Sense, governor: _Governor, both: bool = False) -> bool:
    """Whether the noun tells that something happened, and does not only speak of it: ذكرى اغتيال, قضية اختطاف."""
    violent = sense.frame.trigger.type in _VIOLENT
    if violent and governor.part != "suffers" and _is_backdrop(scene, i):
        # نجا من محاولة اغتيال: whoever survives it was attacked.
        return False
    if governor.at >= 0 or (both and not violent):
        return True
    first = scene.sheet.sentence(i)[0]
    k = i - 1
    while k >= first and (scene.tokens[k].bare in group("generic") or scene.tokens[k].flags & Is.QUOTE):
        k -= 1
    if k < first:
        return not sense.definite
    if governor.part == "said":
        return False
    before = scene.tokens[k]
    near = scene.tokens[max(first, i - _NEAR) : i]
    if before.flags & (Is.THAT | Is.COLON) or any(token.folded in group("decisions") for token in near):
        return True
    if before.bare in group("after") or before.bare in group("during"):
        return not violent
    return before.folded == "." and not sense.definite


_SPEECH = frozenset(["REQUEST", "THREATEN", "REJECT", "ACCUSE"])
_VIOLENT = frozenset(["ASSAULT", "PROTEST"])


def find_named(scene: Scene, i: int, sense: Sense) -> Deed | None:
    """The event that the verbal noun at word `i` names."""
    if sense.definite and sense.before.startswith(_AND) and i and scene.tokens[i - 1].flags & Is.DEFINITE:
        # مؤسسة الحج والزيارة
        return None
    frame, end = sense.frame, scene.clause_end(i)
    if not fits(scene, i, frame, end):
        return None
    start = i + 1
    if frame.follows:
        start = follower(scene, i, frame, min(end, i + 5)) + 1
        if not start:
            return None
    governor = _governor(scene, i, sense)
    if frame.trigger.type in _VIOLENT and not _is_told(scene, i, sense, governor):
        return None
    parties = _parties(scene, i, sense, governor, start)
    return _deed(scene, i, sense, parties, governor) if parties is not None else None


def _parties(scene: Scene, i: int, sense: Sense, governor: _Governor, start: int) -> tuple[Parties, Parties] | None:
    """Who does it and to whom, from the words behind the noun and the verb that carries it; None where nobody can."""
    frame, end = sense.frame, scene.clause_end(i)
    actor, recipient = _genitive(scene, i, sense, start, end)
    actor = actor or hands(scene, max([start, *(b for _, b in recipient)]), end)
    after = max([start, *(b for _, b in actor + recipient)])
    if sense.definite and not governor.subject and not recipient and not actor:
        if not at_slots(scene, frame, start, min(end, start + 6)):
            return None
    if not actor and (governor.part == "does" or governor.part == "tells" and _is_deed_of(scene, sense, governor)):
        actor = governor.subject
    elif governor.part == "suffers" and not recipient:
        recipient = governor.subject
    if (
        sense.definite
        and not recipient
        and not actor
        and frame.trigger.type in _BARE
        and not frame.slots & _PREPOSITIONS
    ):
        # السجن, الإنقاذ: nobody's in particular.
        return None
    if not recipient or (frame.trigger.joint and not actor):
        found = at_slots(scene, frame, after, end)
        if len(found) == 1 and not actor and frame.trigger.joint and _is_many(scene, found[0]):
            # قمة بين الكوريتين
            found = found * 2
        if found and not actor and len(found) > 1 and frame.trigger.joint:
            actor, recipient = found[:1], found[1:]
        elif not recipient:
            recipient = tuple(part for part in found if part not in actor)
    return actor, recipient


def _is_many(scene: Scene, words: Range) -> bool:
    """Whether one phrase names both sides: بين الجانبين, بين البلدين."""
    return scene.tokens[words[0] - 1].bare == "بين"


def _deed(scene: Scene, i: int, sense: Sense, parties: tuple[Parties, Parties], governor: _Governor) -> Deed | None:
    actor, recipient = parties
    told = _is_told(scene, i, sense, governor, bool(actor and recipient))
    if not told or not who_fits(scene, sense, actor or recipient):
        return None
    begin, end = scene.clause_start(i), scene.clause_end(i)
    place = None if sense.frame.trigger.type in _WORDS_ONLY else place_of(scene, begin, i, end)
    if sense.frame.trigger.whom == "place" and recipient and scene.is_place(recipient[0][0]):
        place = recipient[0]
    if governor.part == "sees" and place is None:
        place = _first_place(scene, governor.subject)
    own = sense.pronoun and not (actor if sense.frame.trigger.of != "recipient" else recipient)
    whose = ("recipient" if sense.frame.trigger.of == "recipient" else "actor") if own else ""
    return Deed(
        rule="events.carried" if governor.part in _CARRIES else "events.named",
        sense=sense,
        words=(i, i + 1),
        actor=actor,
        recipient=recipient,
        others=beside(scene, i, end),
        place=place,
        left_out=governor.part in ("does", "tells")
        and not actor
        and not whose
        and sense.frame.trigger.type in _OFFICIAL
        or bool((sense.frame.trigger.joint or sense.frame.trigger.whom == "place") and recipient and not actor)
        or bool(not actor and i and scene.tokens[i - 1].folded in group("decisions")),
        whose=whose,
        status=governor.status or status_of(scene, i, sense, begin),
        verb=governor.at,
        begin=i if governor.part == "tells" else begin,
        by_verb=bool(actor) and actor == governor.subject,
        end=end,
    )


_BARE = frozenset(["COERCE", "AID", "ASSAULT", "SANCTION", "ACCUSE"])
_PREPOSITIONS = frozenset(["على"])
# What is only said has no place worth telling.
_WORDS_ONLY = frozenset(["REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN", "AGREE"])
# Acts that who announces them does himself, unless it is said who does.
_OFFICIAL = frozenset(["COERCE", "SANCTION", "MOBILIZE", "CONCEDE", "AID", "AGREE", "RETREAT", "SUPPORT", "REJECT"])


def _is_deed_of(scene: Scene, sense: Sense, governor: _Governor) -> bool:
    """Whether who announces it does it: the ministry that announces an arrest, the army an attack, not a death."""
    trigger = sense.frame.trigger
    if trigger.type in _OFFICIAL or trigger.type == "CONSULT":
        return True
    return trigger.of != "recipient" and any(scene.tokens[a].folded in group("forces") for a, _ in governor.subject)


_CARRIES = frozenset(["does", "suffers", "sees"])


def _first_place(scene: Scene, parties: Parties) -> Range | None:
    return next(((a, scene.sheet.name_end[a]) for a, _ in parties if scene.is_place(a)), None)


def _genitive(scene: Scene, i: int, sense: Sense, start: int, end: int) -> tuple[Parties, Parties]:
    """The party right behind the noun, as its actor or recipient; both of two that are joined."""
    trigger = sense.frame.trigger
    if not trigger.of or sense.pronoun or sense.definite or start >= end:
        return (), ()
    token = scene.tokens[start]
    if token.flags & (Is.MARK | Is.ADJUNCT) and not token.flags & (Is.QUOTE | Is.NUMBER):
        return (), ()
    if (token.folded.startswith(PREPOSED) and not scene.is_party(start)) or token.folded in group("no_party"):
        return (), ()
    stop = scene.phrase(start, end)
    if stop <= start:
        return (), ()
    if trigger.whom == "place" and trigger.of == "recipient" and scene.is_place(start):
        return (), ((start, scene.sheet.name_end[start]),)
    if not scene.is_party(start):
        return (), ()
    found = joint_parties(scene, start, stop)
    return _parts(scene, sense, found, end)


def _parts(scene: Scene, sense: Sense, found: Parties, end: int) -> tuple[Parties, Parties]:
    of = sense.frame.trigger.of
    if not found:
        return (), ()
    if of == "both" and len(found) > 1:
        return found[:1], found[1:]
    if of in ("actor", "both"):
        return found, ()
    after = found[-1][1]
    k = scene.skip(after, end)
    if k < end and scene.is_party(k) and not scene.joined(k) and not scene.words[k].startswith(PREPOSED):
        # اعتقال الشرطة ناشطا: the first does it to the second.
        second = scene.phrase(k, end)
        if second > k:
            return found, joint_parties(scene, k, second)
    if of == "either" and scene.is_doer(found[0][0]):
        return found, ()
    if of == "either" and at_slots(scene, sense.frame, after, end):
        return found, ()
    return (), found


def _governor(scene: Scene, i: int, sense: Sense) -> _Governor:
    """The light verb before the noun in its clause, and that verb's subject."""
    tokens = scene.tokens
    first = max(scene.sheet.sentence(i)[0], i - _BACK)
    for k in range(i - 1, first - 1, -1):
        token = tokens[k]
        if token.flags & (Is.STOP | Is.BREAK | Is.COLON) or token.flags & Is.THAT:
            return _Governor()
        carried = scene.carried(k)
        senses = scene.senses[k]
        if senses is not None and _speaks(senses[0]):
            # هدد بالانسحاب: it has not happened.
            return _Governor(part="said")
        if carried is None:
            if token.is_finite:
                return _announced(scene, k, i)
            continue
        if carried.carrier.part == "happens":
            return _Governor(k, (), "happens")
        if carried.pronoun:
            continue
        subject, after = _subject(scene, k, i)
        if not _carries(scene, after, i):
            return _Governor()
        return _Governor(k, subject, carried.carrier.part, carried.carrier.status)
    return _Governor()


def _speaks(sense: Sense) -> bool:
    return not sense.noun and not sense.frame.follows and sense.frame.trigger.type in _SPEECH


def _announced(scene: Scene, k: int, i: int) -> _Governor:
    """The verb of saying at word `k`, if the noun is what it tells of: أعلن الجيش مقتل ثلاثة جنود."""
    subject, after = _subject(scene, k, i)
    return _Governor(k, subject, "tells") if _carries(scene, after, i) else _Governor()


def _carries(scene: Scene, after: int, i: int) -> bool:
    """Whether the noun at word `i` is what the light verb's clause goes on with behind its subject, at word `after`."""
    between = scene.tokens[after:i]
    if len(between) > _BETWEEN:
        return False
    return all(token.folded not in group("circumstance") and not token.flags & Is.COMMA for token in between)


_BETWEEN = 3


def _subject(scene: Scene, k: int, i: int) -> tuple[Parties, int]:
    """The subject of the light verb at word `k` that carries the noun at word `i`, and what goes on behind both."""
    j = scene.skip(k + 1, i)
    if j < i and (scene.is_party(j) or scene.is_place(j)):
        stop = scene.phrase(j, i)
        if stop > j:
            parties = joint_parties(scene, j, stop) or ((j, stop),)
            return parties, scene.skip(max(stop, parties[-1][1]), i)
    if scene.words[k][0] == "و":
        return (), j
    return subject_before(scene, k), j


RULES = (
    Rule(
        "events.named",
        "noun",
        "A verbal noun names the event, and the words behind it who takes part: مقتل ثلاثة جنود.",
        find_named,
    ),
    # What the nouns find where a light verb carries them; it is not tried by itself.
    Rule(
        "events.carried",
        "carried",
        "A light verb carries the noun, and its subject takes part: شن الجيش هجوما, تعرض المقر لهجوم.",
        find_named,
    ),
)
