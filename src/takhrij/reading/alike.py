"""Whether two players of a report, named by different words, may be one: خفر السواحل and قوات خفر السواحل الليبية."""

from functools import cache

from takhrij.lexicon.places import names as place_names
from takhrij.lexicon.places import people
from takhrij.reading.players import Player
from takhrij.reading.wording import roots

_SHORTEST = 3
_BODY = "organization"
_REMEMBERED = 20_000


def alike(one: Player, other: Player) -> bool:
    """Whether both may be one: the same words, a state and its authorities, or one described twice."""
    if one is other:
        return True
    if one.kind == "person" and other.kind == "person" and one.named and other.named:
        return False
    left, right = _words(one.name), _words(other.name)
    if one.named and other.named:
        if left <= right or right <= left or _is_state_of(one, other) or _is_state_of(other, one):
            return True
        return one.kind == other.kind == _BODY and _by_states(one.name) == _by_states(other.name)
    return bool(left & right)


def _by_states(name: str) -> frozenset[str]:
    """The roots of a body's words with the state for its adjective: استخبارات مصر and الاستخبارات المصرية are one."""
    found = []
    for word in name.split():
        demonym = people()[word]
        found.append(word if demonym is None else demonym.place.name)
    return _words(" ".join(found))


class _Names(dict[str, frozenset[str]]):
    def __missing__(self, name: str) -> frozenset[str]:
        if len(self) > _REMEMBERED:
            self.clear()
        table = roots()
        found = self[name] = frozenset(
            stem for stem, _ in map(table.__getitem__, name.split()) if len(stem) >= _SHORTEST and not stem.isdigit()
        )
        return found


@cache
def _names() -> _Names:
    return _Names()


def _words(name: str) -> frozenset[str]:
    """The roots of a name's words, numbers left out."""
    return _names()[name]


def _is_state_of(state: Player, body: Player) -> bool:
    """Whether the body is that state's: تونس and السلطات التونسية."""
    place = place_names().whole(state.name.split(" "))
    if place is None or place.kind != "country":
        return False
    demonyms = (people()[word] for word in body.name.split())
    return any(demonym is not None and demonym.place.name == place.name for demonym in demonyms)
