"""Who is struck sets two attacks apart: the soldiers of the attacker's own nation, the attacker himself."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import names as place_names
from takhrij.lexicon.places import people
from takhrij.reading.players import Player
from takhrij.text.fold import fold


def strikes_own(attackers: list[Player], struck: list[Player]) -> bool:
    """Whether those struck are soldiers of the attackers' nation, so that somebody else has struck them."""
    if not attackers or not struck or not all(_is_soldiers(player) for player in struck):
        return False
    return not _nations(attackers).isdisjoint(_nations(struck))


def _is_soldiers(player: Player) -> bool:
    return any(fold(word) in group("in_uniform") for word in player.name.split())


def _nations(players: list[Player]) -> set[str]:
    """The nations that their names tell: الجيش الإسرائيلي, إسرائيل."""
    found = set()
    for word in {word for player in players for word in player.name.split()}:
        man, place = people()[word], place_names().whole([word])
        if man is not None:
            found.add(man.place.name)
        elif place is not None:
            found.add(place.name)
    return found


def are_craft(attackers: list[Player]) -> bool:
    """Whether it is only told with what somebody struck: غارة شنتها طائرة من دون طيار."""
    return all(not player.named and _is_craft(fold(player.name).split(" ")) for player in attackers)


def _is_craft(words: list[str]) -> bool:
    """Whether the words name an aeroplane or a gun, and nobody whose it is: طائرة مسيرة, not طائرات روسية."""
    return words[0] in group("craft") and all(word in group("of_craft") for word in words[1:])


def are_places(struck: list[Player]) -> bool:
    """Whether it is only told where they struck: أطلقت صواريخ على سوريا."""
    return all(place_names().whole(player.name.split(" ")) is not None for player in struck)


def are_one_site(struck: list[Player], again: list[Player]) -> bool:
    """Whether a headline and its body may tell of one airport or camp: مطار المدينة, مطار الحديدة اليمنية."""
    if len(struck) != 1 or len(again) != 1:
        return False
    first, other = (fold(player.name.split(" ")[0]) for player in (struck[0], again[0]))
    return first == other and first in group("sites")


def is_on_attacker(struck: list[Player]) -> bool:
    """Whether it is the one who attacked who is shot then: هاجم المتجر. وأطلقوا النار على المسلح."""
    return bool(struck) and all(player.name in _ATTACKERS for player in struck)


_ATTACKERS = frozenset(
    [
        "المسلح",
        "المهاجم",
        "المنفذ",
        "منفذ الهجوم",
        "القاتل",
    ]
)
