"""Which of those who took part or were named a pronoun may mean: its letters, their gender and number, how near."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import names as place_names
from takhrij.reading.agreeing import agrees, can_suffer
from takhrij.reading.players import Player
from takhrij.reading.sourced import is_built, is_source_only
from takhrij.rules.events.deed import Deed
from takhrij.rules.statements.sheet import Is, Sheet

# Where somebody took part, and as what.
Part = tuple[int, str, Player]
# Where some are named together, and they.
Named = tuple[int, list[Player]]
_RECENT = 10
_PRONOUN_WITHIN = 6
_FOR = "ل"
_HIM = "ه"
_HER = "ها"
# What is done to people; a thing or a town may be "her" as well.
_TO_PEOPLE = frozenset(["ASSAULT", "COERCE", "CONCEDE", "AID", "COOPERATE"])


def last_first(recent: list[Part], deed: Deed, pronoun: str) -> list[Part]:
    """Who took part, from the last on; who did it before whom it was done to, where whoever does it is meant."""
    last = recent[: -_RECENT - 1 : -1]
    if deed.whose == "actor" and not deed.sense.before.endswith(_FOR):
        # انتقدت إيطاليا مالطا لرفضها: the one that is blamed.
        last.sort(key=lambda one: (-one[0], one[1] != "actor"))
    elif pronoun == _HIM and deed.trigger.type in _TO_PEOPLE:
        last.sort(key=lambda one: one[2].kind != "person")
    return last


def is_subject_of(sheet: Sheet, at: int, deed: Deed) -> bool:
    """Whether whoever acts at word `at` does something about the deed, so he is not "him": أنهى القضاء | توقيفه."""
    i = deed.words[0]
    if i - at > _PRONOUN_WITHIN or not deed.sense.noun or deed.sense.before or deed.trigger.of != "recipient":
        return False
    before = sheet.tokens[i - 1].folded
    if before in group("before_noun") or before in group("occasions_of"):
        # يفجر نفسه أثناء مطاردته
        return False
    return not any(token.flags & (Is.COMMA | Is.THAT | Is.STOP) for token in sheet.tokens[at:i])


def are_many(players: list[Player]) -> bool:
    """Whether the players are more than one person."""
    return len(players) > 1 or any(one.number > 1 or one.kind != "person" for one in players)


def may_be_meant(player: Player, deed: Deed, pronoun: str, taken: list[Player]) -> bool:
    """Whether the pronoun may stand for the player, who is no source and does not do it himself."""
    if player in taken or player.kind == "outlet" or is_source_only(player) or not agrees(player, pronoun):
        return False
    return deed.whose != "recipient" or not (is_built(player) or not can_suffer(player, deed))


def named_last(named: list[Named], deed: Deed, pronoun: str, taken: list[Player]) -> Named:
    """Whoever was named last that the pronoun may mean, and where; nobody where only a thing may be meant.

    `named` are those who stand before the pronoun, by their first words, in their order.
    """
    if deed.trigger.type == _REJECT:
        return _NOBODY
    fit: list[Named] = []
    for at, players in named:
        many = pronoun not in (_HIM, _HER) and len(players) > 1
        if many and all(_is_one_of_them(player, taken) for player in players):
            fit.append((at, players))
        else:
            meant = [player for player in players if _is_fit(player, deed, pronoun, taken)]
            fit += [(at, meant[-1:])] if meant else []
    people = [one for one in fit if one[1][-1].kind == "person"] if pronoun == _HIM else []
    return (people or fit or [_NOBODY])[-1]


def _is_one_of_them(player: Player, taken: list[Player]) -> bool:
    """Whether the player may be one of those who are named together and meant by "them": a person, no source."""
    return player not in taken and player.kind in _PEOPLE and not is_source_only(player)


_PEOPLE = frozenset(["person", "people", "public"])


def _is_fit(player: Player, deed: Deed, pronoun: str, taken: list[Player]) -> bool:
    """Whether the pronoun may stand for one who was only named: nothing is done to "him" or "her" that is a body."""
    if not may_be_meant(player, deed, pronoun, taken) or is_built(player):
        return False
    if deed.whose == "recipient" and pronoun == _HER and player.kind != "person":
        return deed.trigger.type not in _TO_PEOPLE and place_names().whole(player.name.split(" ")) is not None
    return deed.whose != "recipient" or pronoun != _HIM or player.kind == "person"


_NOBODY: Named = (-1, [])
_REJECT = "REJECT"
