"""Whether two players of a report, named by different words, may be one: خفر السواحل and قوات خفر السواحل الليبية."""

from functools import cache

from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import country_name, people
from takhrij.lexicon.places import names as place_names
from takhrij.reading.players import Player
from takhrij.reading.wording import roots
from takhrij.text.fold import fold

_SHORTEST = 3
_BODY = "organization"
_PERSON = "person"
_REMEMBERED = 20_000
_OF_TWO = 2


def alike(one: Player, other: Player) -> bool:
    """Whether both may be one: the same words, a state and its authorities, or one described twice."""
    if one is other:
        return True
    if one.kind == _PERSON and other.kind == _PERSON and one.named and other.named:
        return False
    left, right = _words(one.name), _words(other.name)
    if one.named and other.named:
        if left <= right or right <= left or _is_state_of(one, other) or _is_state_of(other, one):
            return True
        return one.kind == other.kind == _BODY and _by_states(one.name) == _by_states(other.name)
    common = left & right
    if not common or one.named or other.named:
        return bool(common)
    # الدبلوماسي الإيراني, رجل من أصل إيراني: of one nation, and not yet one man.
    nations = _nations()[one.name]
    return not common <= nations or left <= nations or right <= nations


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


class _Nations(dict[str, frozenset[str]]):
    """Under a name the roots of those of its words that say of which nation somebody is."""

    def __missing__(self, name: str) -> frozenset[str]:
        if len(self) > _REMEMBERED:
            self.clear()
        words = " ".join(word for word in name.split() if people()[word] is not None)
        found = self[name] = _words(words)
        return found


@cache
def _nations() -> _Nations:
    return _Nations()


@cache
def _names() -> _Names:
    return _Names()


def _words(name: str) -> frozenset[str]:
    """The roots of a name's words, numbers left out."""
    return _names()[name]


def _is_state_of(state: Player, body: Player) -> bool:
    """Whether the body is that state's, or names it otherwise: تونس and السلطات التونسية, قطر and الدوحة."""
    land = _lands()[state.name]
    if not land:
        return False
    if _lands()[body.name] == land:
        return True
    demonyms = (people()[word] for word in body.name.split())
    return any(demonym is not None and demonym.place.country == land for demonym in demonyms)


def acts_for(person: Player, state: Player) -> bool:
    """Whether the person holds a post with the state, so that both do what it does: ترامب, الولايات المتحدة."""
    land = _lands()[state.name] if person.kind == _PERSON and state.kind != _PERSON else ""
    return bool(land) and country_name(land) in person.nations


class _Lands(dict[str, str]):
    """Under a name the country that it means, "" for none: قطر, الدوحة, السلطات القطرية."""

    def __missing__(self, name: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        place = place_names().whole(name.split(" "))
        if place is not None and (place.kind == "country" or place.rules):
            land = place.country
        else:
            land = _land_of_government(name.split())
        found = self[name] = land or ""
        return found


@cache
def _lands() -> _Lands:
    return _Lands()


def is_government(player: Player) -> bool:
    """Whether the government of a country is named as a whole: السلطات الأمريكية."""
    return _land_of_government(player.name.split()) is not None


def _land_of_government(words: list[str]) -> str | None:
    """The country whose government as a whole is named: السلطات الأمريكية, الحكومة المصرية."""
    if len(words) != _OF_TWO or fold(words[0]) not in group("governments"):
        return None
    demonym = people()[words[1]]
    return demonym.place.country if demonym is not None else None
