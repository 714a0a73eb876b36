"""Whether a player can be whom a verb or a pronoun means, by number and gender: قتلوا is of no one man."""

from takhrij.reading.players import Player
from takhrij.rules.events.deed import Deed

_CIRCUMSTANCE = "events.circumstance"
_TWO = 2
_OTHERS = 3
_HIM = "ه"
_HER = "ها"


def can_be_subject(player: Player, deed: Deed) -> bool:
    """Whether the verb, whose subject is left out, agrees with the player: قتلوا is not of one man."""
    sense = deed.sense
    if sense.number == _TWO and not sense.noun and sense.person == _OTHERS:
        # اتفقا is of no agency.
        return player.number > 1
    if sense.shape == "participle" and deed.rule == _CIRCUMSTANCE and player.kind == "person" and player.number == 1:
        # محذرين من التصعيد, متهمة إياه بالتحرش: nobody who is one man
        return sense.number == 1 and {sense.gender, player.gender} != {"m", "f"}
    if sense.noun or sense.shape == "participle" or sense.person != _OTHERS:
        return True
    if player.kind != "person":
        # مشروع قرار تقدمت به المنظمة ويدعو: not of her; but قرار الحركة الانسحاب وفرض may be a noun.
        noun = sense.frame.trigger.verb in sense.frame.trigger.nouns.split()
        his = sense.gender == "m" and sense.number == 1 and not noun
        return deed.of_speaker or not (his and player.gender == "f")
    if deed.of_speaker:
        # لكنها تندد is not of a man.
        return not (sense.gender == "f" and player.gender == "m" and sense.number == 1)
    if sense.number > 1:
        return player.number > 1
    return not (sense.gender == "f" and player.gender == "m") and not (sense.gender == "m" and player.gender == "f")


def disagrees(player: Player, pronoun: str) -> bool:
    """Whether a pronoun cannot stand for the player, as far as his gender is known."""
    if pronoun == _HIM:
        return player.gender == "f" and player.kind == "organization"
    return pronoun == _HER and player.gender == "m" and player.kind == "person"


def agrees(player: Player, pronoun: str) -> bool:
    """Whether a pronoun may stand for the player."""
    if pronoun == _HIM:
        return player.gender != "f" and player.number == 1
    if pronoun == _HER:
        return player.gender == "f" or player.kind in ("organization", "outlet")
    return player.number > 1 or player.kind in ("people", "public")


def can_suffer(player: Player, deed: Deed) -> bool:
    """Whether the player can suffer what is done: no court or ministry is arrested."""
    return deed.trigger.mode != _ARREST or player.kind != "organization"


_ARREST = "arrest"
