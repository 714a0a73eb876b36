"""Who arrested whom last, where an arrest is told again without saying so: وتم توقيفه, حيث تم إيقافهم."""

from takhrij.reading.players import Player
from takhrij.reading.pronouns import are_many
from takhrij.rules.events.deed import Deed

_WITHIN = 60
# So many words behind an arrest it may be told again.
_HELD_WITHIN = 150
_COERCES = "COERCE"
_ARREST = "arrest"
_BODIES = frozenset(["organization", "people"])
_HIM = "ه"
_THEM = "هم"


class Arrests:
    """The arrests and seizures of one report, as they are read."""

    def __init__(self) -> None:
        self._forces: tuple[int, list[Player]] = (0, [])
        self._held: tuple[int, list[Player]] = (0, [])

    def by_whom(self, deed: Deed, actor: list[Player]) -> list[Player]:
        """The police or whoever else arrested or seized shortly before, where nobody is told: وتم توقيفه."""
        if deed.unsaid and not actor:
            at, forces = self._forces
            return forces if deed.words[0] - at <= _WITHIN else []
        if deed.trigger.type == _COERCES and deed.actor and all(player.kind in _BODIES for player in actor):
            self._forces = (deed.words[0], actor)
        return actor

    def of_whom(self, deed: Deed, recipient: list[Player]) -> list[Player]:
        """Those of whose arrest was told shortly before, where it is told again of nobody named: حيث تم إيقافهم."""
        if deed.trigger.mode != _ARREST:
            return recipient
        at, held = self._held
        again = deed.unsaid and deed.sense.pronoun in (_HIM, _THEM) and not any(one.named for one in recipient)
        if again and held and deed.words[0] - at <= _HELD_WITHIN and are_many(held) == (deed.sense.pronoun == _THEM):
            return held
        if recipient:
            self._held = (deed.words[0], recipient)
        return recipient
