"""A verbal noun tells it: لقاء الوزير مع السفير, مقتل ثلاثة جنود, and the light verb that carries it: شن هجوما."""

from typing import NamedTuple

from takhrij.lexicon.event_words import group
from takhrij.lexicon.events import Sense
from takhrij.model.event import Status
from takhrij.rules.events.arguments import at_slots, beside, fits, follower, hands, joint_parties, place_of, who_fits
from takhrij.rules.events.deed import Deed, Rule
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.stance import is_denied, status_of
from takhrij.rules.events.subjects import subject_before
from takhrij.rules.statements.sheet import Is, Range

_BACK = 16

Parties = tuple[Range, ...]


class _Governor(NamedTuple):
    """The light verb that carries the noun: its word, its subject, and what that is to the event."""

    at: int = -1
    subject: Parties = ()
    part: str = ""
    status: Status | None = None


def find_named(scene: Scene, i: int, sense: Sense) -> Deed | None:
    """The event that the verbal noun at word `i` names."""
    if is_denied(scene, i) or scene.is_sport(i) or i in scene.names:
        return None
    frame, end = sense.frame, scene.clause_end(i)
    if not fits(scene, i, frame, end):
        return None
    start = i + 1
    if frame.follows:
        word = follower(scene, i, frame, min(end, i + 5))
        if word < 0:
            return None
        start = word + 1
    governor = _governor(scene, i, sense)
    actor, recipient = _genitive(scene, i, sense, start, end)
    after = max([start, *(b for _, b in actor + recipient)])
    if sense.definite and not governor.subject and not recipient and not actor:
        near = at_slots(scene, frame, start, min(end, start + 6))
        if not near:
            return None
    if governor.part == "does" and not actor:
        actor = governor.subject
    elif governor.part == "suffers" and not recipient:
        recipient = governor.subject
    if not recipient or (frame.trigger.joint and not actor):
        found = at_slots(scene, frame, after, end)
        if found and not actor and len(found) > 1 and frame.trigger.joint:
            actor, recipient = found[:1], found[1:]
        elif not recipient:
            recipient = tuple(part for part in found if part not in actor)
    if not actor:
        actor = hands(scene, after, end)
    return _deed(scene, i, sense, (actor, recipient), governor, )


def _deed(
    scene: Scene, i: int, sense: Sense, parties: tuple[Parties, Parties], governor: _Governor
) -> Deed | None:
    actor, recipient = parties
    if not who_fits(scene, sense, actor or recipient):
        return None
    begin, end = scene.clause_start(i), scene.clause_end(i)
    place = place_of(scene, begin, i, end)
    if governor.part == "sees" and place is None:
        place = _first_place(scene, governor.subject)
    own = sense.pronoun and not (actor if sense.frame.trigger.of != "recipient" else recipient)
    whose = ("recipient" if sense.frame.trigger.of == "recipient" else "actor") if own else ""
    return Deed(
        rule="events.carried" if governor.at >= 0 and governor.part != "happens" else "events.named",
        sense=sense,
        words=(i, i + 1),
        actor=actor,
        recipient=recipient,
        others=beside(scene, i, end),
        place=place,
        left_out=governor.at >= 0 and governor.part == "does" and not actor and not whose,
        whose=whose,
        status=governor.status or status_of(scene, i, sense, begin),
        verb=governor.at,
        end=end,
    )


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
    if token.folded[:1] in ("ب", "ل") and not scene.is_party(start):
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
    if k < end and scene.is_party(k) and not scene.joined(k) and scene.words[k][0] not in "بل":
        # اعتقال الشرطة ناشطا: the first does it to the second.
        second = scene.phrase(k, end)
        if second > k:
            return found, joint_parties(scene, k, second)
    if of == "either" and scene.tokens[found[0][0]].folded in group("forces"):
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
        if carried is None:
            if token.is_finite and token.joined:
                return _Governor()
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


def _carries(scene: Scene, after: int, i: int) -> bool:
    """Whether the noun at word `i` is what the light verb's clause goes on with behind its subject, at word `after`."""
    between = scene.tokens[after:i]
    if len(between) > _BETWEEN:
        return False
    return all(token.folded not in _CIRCUMSTANCE and not token.flags & Is.COMMA for token in between)


_BETWEEN = 3
_CIRCUMSTANCE = frozenset("بسبب بعد قبل خلال منذ هامش عقب اثر جراء رغم ضد حول بشان وسط اثناء لدى".split())


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
)
