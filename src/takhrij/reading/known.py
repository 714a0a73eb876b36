"""Whom the lexicon knows among the actors: country and sector of each, and the fullest name of those it knows.

The report's own words come first: the nation beside a post says whom its holder acts for, the post in what sector. A
person is known by a full name, or by a surname where the post agrees with what the lexicon tells; where nations
disagree, or where two persons fit, nobody is known.
"""

from msgspec.structs import replace

from takhrij.lexicon.lookup import MOST_WORDS
from takhrij.lexicon.persons import Person
from takhrij.lexicon.sectors import STATELESS
from takhrij.lexicon.titles import words as title_words
from takhrij.lexicon.world import Placed, Told, World
from takhrij.model.actor import Actor
from takhrij.reading.wording import root, same

_PRESS = "JRN"
_STATE = "GOV"
_NOTHING = Told()
# So many words must a role share with a post of the lexicon that it is the same: وزير alone is many people's.
_SHARED = 2


def with_world(actors: tuple[Actor, ...], world: World) -> tuple[Actor, ...]:
    """The actors, each with what is known of it."""
    return tuple([_placed(actor, world) for actor in actors])


def _placed(actor: Actor, world: World) -> Actor:
    # News tells of the same again and again.
    asked = actor.type, actor.name, actor.role
    found = world.placed.get(asked)
    if found is None:
        if len(world.placed) >= MOST_WORDS:
            world.placed.clear()
        found = world.placed[asked] = _known(actor, world)
    country, sector, known = found
    if country is sector is known is None:
        return actor
    return replace(actor, country=country, sector=sector, known=known)


def _known(actor: Actor, world: World) -> Placed:
    """Country, sector and known name of an actor."""
    if actor.type == "person":
        return _person(actor, world)
    if actor.type == "outlet":
        outlet = world.outlet(actor.name)
        return outlet.country if outlet else None, _PRESS, outlet.name if outlet else None
    return _body(actor.name, world)


def _body(name: str, world: World) -> Placed:
    """Country, sector and known name of an organisation, a group, or a country that speaks."""
    body = world.body(name)
    if body is not None:
        return body.country or world.roles[name].nation, body.sector, body.name
    country = world.seat(name)
    if country is not None:
        return country, _STATE, None
    told = world.roles[name]
    return told.nation or told.home, told.sector, None


def _person(actor: Actor, world: World) -> Placed:
    """Country, sector and known name of a person; one who is not named is described by the name: مسؤول في الوزارة."""
    name, role = actor.name, actor.role
    told = world.roles[role] if role else _NOTHING
    person = _who(name, role, told, world)
    if person is not None:
        return told.nation or person.country, told.sector or person.sector, person.name
    if role is None and title_words()[name.partition(" ")[0]] is not None:
        told = world.roles[name]
    return told.nation or told.home, told.sector, None


def _who(name: str, role: str | None, told: Told, world: World) -> Person | None:
    """The one person of the lexicon whom the name means."""
    named = [person for person in world.persons(name) if _of_nation(person, told, world)]
    if named:
        if len(named) == 1 and not world.is_anybodys(name):
            return named[0]
    elif " " not in name:
        named = [person for person in world.namesakes(name) if _of_nation(person, told, world)]
    if not named or role is None:
        return None
    fitting = [person for person in named if _held(person, role, world)]
    return fitting[0] if len(fitting) == 1 else None


def _of_nation(person: Person, told: Told, world: World) -> bool:
    """Whether nothing in the report says that the person is of another nation than the lexicon tells."""
    nation = told.nation
    if nation is None or nation == person.country or person.country in STATELESS or nation in STATELESS:
        return True
    return any(nation == world.roles[role.post].nation for role in person.posts())


def _held(person: Person, role: str, world: World) -> bool:
    """Whether the role is one of the person's posts, or begins like one where the report tells the nation."""
    told = world.roles[role]
    own = _roots(role)
    for post in person.posts():
        shared = own & _roots(post.post)
        if len(shared) >= _SHARED or (shared and told.nation is not None and told.nation == person.country):
            return True
    return False


def _roots(words: str) -> frozenset[str]:
    titles = title_words()
    found = [(word, titles[word]) for word in words.split() if len(word) > 2]
    return frozenset(same(title.title.word) if title is not None else root(word) for word, title in found)
