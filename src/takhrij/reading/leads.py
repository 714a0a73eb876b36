"""The headline's event and the first sentence, which tells it with other words: تركيا تحذر, حذر نائب رئيس الوزراء."""

from takhrij.lexicon.places import names as place_names
from takhrij.reading.alike import acts_for, alike
from takhrij.reading.gist import SAID, is_one_content
from takhrij.reading.happening import Happening, are_apart
from takhrij.reading.players import Player
from takhrij.rules.statements.sheet import Is, Sheet

_PERSON = "person"
_COUNTRY = "country"
_PLANNED = "planned"


def first_sentence_end(sheet: Sheet) -> int:
    """The word behind the first sentence under the headline."""
    headline = sheet.heading.headline
    first = max(sheet.page.words_in(headline)[1] if headline is not None else 0, sheet.dateline)
    while first < len(sheet.tokens) and sheet.tokens[first].flags & (Is.BREAK | Is.STOP):
        first += 1
    return sheet.sentence(first)[1] if first < len(sheet.tokens) else first


def is_retold(headline: Happening, body: Happening, end: int) -> bool:
    """Whether the body's event, if told before word `end`, is the headline's by another name of who did it.

    A state does what its ministers do, and a body what its head does; two states or two persons are two.
    """
    if body.in_headline or body.deeds[0].words[0] >= end or not body.is_told or not _is_one_act(headline, body):
        return False
    if are_apart(headline.date, body.date) or any(one.deed.trigger.joint for one in (headline, body)):
        return False
    if (headline.deed.status == _PLANNED) != (body.deed.status == _PLANNED):
        return False
    return _may_be_one(headline.actor, body.actor) and _may_suffer(headline.recipient, body.recipient)


def is_by_own_head(headline: Happening, body: Happening) -> bool:
    """Whether the body's event is the headline's, said by one who holds a post with the body or state named there.

    منظمة الرعاية تدعو لمقاطعة الحفل, and far below طالب أمين عام منظمة الرعاية بمقاطعة الحفل.
    """
    if body.in_headline or not body.is_told or headline.deed.trigger.type != body.deed.trigger.type:
        return False
    if are_apart(headline.date, body.date) or len(headline.actor) != 1 or len(body.actor) != 1:
        return False
    if headline.deed.trigger.type not in SAID or not _may_suffer(headline.recipient, body.recipient):
        return False
    if headline.deed.trigger is not body.deed.trigger and not is_one_content(headline.gist, body.gist):
        return False
    return _is_of(body.actor[0], headline.actor[0])


def _is_of(person: Player, whole: Player) -> bool:
    """Whether the person's post is with that body or state: أمين عام منظمة الرعاية, وزير الخارجية الروسي."""
    if person.kind != _PERSON or whole.kind == _PERSON or not whole.named:
        return False
    if person.role and all(word in person.role.split() for word in whole.name.split()):
        return True
    return acts_for(person, whole)


def _is_one_act(one: Happening, other: Happening) -> bool:
    """Whether both are told with one verb and its noun, or with words for one way of doing it: اعتقال, أوقفت."""
    first, second = one.deed.trigger, other.deed.trigger
    return first is second or (first.type == second.type and first.mode == second.mode != "")


def _may_be_one(left: list[Player], right: list[Player]) -> bool:
    if not left or not right or any(alike(p, q) for p in left for q in right):
        return True
    if len(left) > 1 or len(right) > 1:
        return False
    one, other = left[0], right[0]
    if not (one.named and other.named):
        return True
    return (one.kind == _PERSON) != (other.kind == _PERSON) or _is_state(one) != _is_state(other)


def _is_state(player: Player) -> bool:
    place = place_names().whole(player.name.split(" "))
    return place is not None and (place.kind == _COUNTRY or bool(place.rules))


def _may_suffer(left: list[Player], right: list[Player]) -> bool:
    if not left or not right or any(alike(p, q) for p in left for q in right):
        return True
    return not all(player.named for player in (*left, *right))
