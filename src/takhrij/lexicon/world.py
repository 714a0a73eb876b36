"""What a desk knows by heart: who holds a name, whom he acts for, and in what sector of PLOVER.

`world()` is what the package knows; `own_world(paths)` adds the files of a user. All lookups take words as
published: `world().persons("عبدالفتاح السيسي")`, `world().country_of("الكرملين")`, `world().sector_of("وزير الدفاع")`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec.structs import replace

from takhrij.lexicon import organizations, titles
from takhrij.lexicon.actor_words import group
from takhrij.lexicon.entries import Entries, read_entries
from takhrij.lexicon.lookup import MOST_WORDS, Phrases, apart, pieces
from takhrij.lexicon.name_keys import name_key
from takhrij.lexicon.outlets import Outlet
from takhrij.lexicon.outlets import known as known_outlet
from takhrij.lexicon.persons import Known, Person
from takhrij.lexicon.sectors import abroad, country_named, land_of, place_in, sector_of
from takhrij.lexicon.world_table import Table, keys_of, table, table_of
from takhrij.text.columns import Column
from takhrij.text.fold import fold

# So often a part must begin names of the lexicon to be anybody's given name: محمد, أحمد.
_GIVEN = 3
# آية الله, حجة الإسلام
_OF_GOD = (
    "الله ",
    "الإسلام ",
)
# A body whose name has so many words is one wherever they stand: مراسلون بلا حدود.
_SURE = 3
_ARTICLE = "ال"
# Those who fight against a state, or beside it.
_ARMED = frozenset(["REB", "PRM"])
# What a name of the user's lexicon is.
OwnKind = Literal["person", "organization", "outlet"]


class Told(NamedTuple):
    """What the words of a role, or of a body's name, tell.

    `nation` is whom an adjective says the holder acts for, `home` the country of a body or place in the words.
    """

    nation: str | None = None
    home: str | None = None
    sector: str | None = None


class _Roles(dict[str, Told]):
    """Roles are told alike in report after report: each is read once."""

    def __init__(self, named: Phrases[Known]) -> None:
        super().__init__()
        self._named = named

    def __missing__(self, role: str) -> Told:
        if len(self) > MOST_WORDS:
            self.clear()
        words = pieces(role)
        named = next(iter(self._named.find(words)), None)
        sector = sector_of(words)
        nation = land_of(words)
        home = None
        if named is not None:
            if named.value.sector is not None and (named.first == 0 or sector is None or sector[0]):
                # محامي حماس is no rebel.
                sector = named.first, named.value.sector
            if not named.first or abroad().isdisjoint(rest for rest, _, _ in apart(words[named.first - 1])):
                home = named.value.country
        home = home or (place_in(words) if nation is None else None)
        told = self[role] = Told(nation, home, sector[1] if sector is not None else None)
        return told


# Country, sector and known name of an actor, each None where nobody knows.
Placed = tuple[str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class World:
    """Persons and bodies by the keys of their names.

    Nothing in it changes, but it remembers the roles it has read, and what was found for actors by type, name and role.
    """

    by_name: dict[str, tuple[Person, ...]]
    by_surname: dict[str, tuple[Person, ...]]
    given: frozenset[str]
    bodies: dict[str, Known]
    metonyms: dict[str, Known]
    outlets: dict[str, Outlet]
    roles: _Roles
    own: Phrases[OwnKind]
    placed: dict[tuple[str, str, str | None], Placed] = field(default_factory=dict)

    def persons(self, name: str) -> tuple[Person, ...]:
        """Everybody who is known by this name."""
        return self.by_name.get(name_key(name), ())

    def person_known(self, name: str) -> Person | None:
        """The person of this name, where there is one and no other."""
        found = self.persons(name)
        return found[0] if len(found) == 1 else None

    def namesakes(self, surname: str) -> tuple[Person, ...]:
        """Everybody whose name ends with this one; none where it is a given name as well."""
        key = name_key(surname)
        return () if key in self.given else self.by_surname.get(key, ())

    def is_anybodys(self, name: str) -> bool:
        """Whether the name is made of given names alone, so that many may bear it: محمد إبراهيم."""
        return self.given.issuperset(name_key(name).split())

    def body(self, name: str) -> Known | None:
        """The party, group, mission, office or organisation of this name."""
        return self.bodies.get(name_key(name))

    def country_of(self, words: str) -> str | None:
        """The country that an adjective, a name, a capital or a metonym means: المصري, القاهرة, الكرملين."""
        return self.seat(words) or land_of(pieces(words))

    def seat(self, words: str) -> str | None:
        """The country that speaks where a country, a capital or a metonym does; None for an adjective."""
        known = self.metonyms.get(name_key(words))
        return known.country if known is not None else country_named(pieces(words))

    def sector_of(self, words: str) -> str | None:
        """The sector that a role or the name of a body tells."""
        return self.roles[words].sector

    def outlet(self, name: str) -> Outlet | None:
        """The outlet of this name; the user's before the package's."""
        own = self.outlets.get(name_key(name)) if self.outlets else None
        return own or known_outlet(name)

    def full_names(self) -> frozenset[str]:
        """The keys of all names of persons of two parts or more, for finding names."""
        return frozenset(key for key in self.by_name if " " in key)

    def surnames(self) -> frozenset[str]:
        """The keys of all surnames that are not given names as well."""
        return frozenset(self.by_surname) - self.given

    def with_own(self, own: Entries) -> "World":
        """This world and the user's entries, which are heeded before its own of the same name."""
        other = _world(table_of(own))
        bodies = self.bodies | other.bodies
        return World(
            by_name=self.by_name | other.by_name,
            by_surname={
                key: (*other.by_surname.get(key, ()), *self.by_surname.get(key, ()))
                for key in self.by_surname | other.by_surname
            },
            given=self.given,
            bodies=bodies,
            metonyms=self.metonyms | other.metonyms,
            outlets={key: outlet for outlet in own.outlets for key in map(name_key, outlet.forms())},
            roles=_Roles(_phrases(bodies)),
            own=_own_phrases(own),
        )


def _world(table: Table) -> World:
    by_name: dict[str, tuple[Person, ...]] = {}
    by_surname: dict[str, tuple[Person, ...]] = {}
    begun: dict[str, int] = {}
    for person, keys in zip(table.persons, table.person_keys, strict=True):
        for key in keys:
            by_name[key] = (*by_name.get(key, ()), person)
        first, _, last = keys[0].partition(" ")
        begun[first] = begun.get(first, 0) + 1
        last = last.rpartition(" ")[2]
        if last:
            by_surname[last] = (*by_surname.get(last, ()), person)
    bodies = _by_key(table.bodies, table.body_keys)
    return World(
        by_name=by_name,
        by_surname=by_surname,
        given=frozenset(part for part, times in begun.items() if times >= _GIVEN),
        bodies=bodies,
        metonyms=_by_key(table.metonyms, table.metonym_keys),
        outlets={},
        roles=_Roles(_phrases(bodies)),
        own=Phrases(),
    )


def _phrases(bodies: dict[str, Known]) -> Phrases[Known]:
    found: Phrases[Known] = Phrases()
    for body in {id(body): body for body in bodies.values()}.values():
        for form in body.forms():
            found.add(form, body)
    return found


def _own_phrases(own: Entries) -> Phrases[OwnKind]:
    found: Phrases[OwnKind] = Phrases()
    for entry in own.persons:
        for form in entry.forms():
            found.add(form, "person")
    for body in own.bodies():
        for form in body.forms():
            found.add(form, "organization")
    for outlet in own.outlets:
        for form in outlet.forms():
            found.add(form, "outlet")
    return found


def _by_key(entries: tuple[Known, ...], keys: tuple[tuple[str, ...], ...]) -> dict[str, Known]:
    found: dict[str, Known] = {}
    for entry, own in zip(entries, keys, strict=True):
        for key in own:
            found.setdefault(key, entry)
    return found


@cache
def person_names() -> Phrases[Person]:
    """The full names of persons, to be found in a page's words; a name of one word is anybody's.

    Forms with a title (الملك سلمان, آية الله علي خامنئي) are none: a name goes without it.
    """
    phrases: Phrases[Person] = Phrases()
    for person in table().persons:
        for form in person.forms():
            first, _, rest = form.partition(" ")
            if rest and titles.words()[first] is None and not rest.startswith(_OF_GOD):
                phrases.add(form, person)
    return phrases


@cache
def body_names() -> Phrases[bool]:
    """The names of bodies, to be found in a page's words, and whether these words can hardly mean anything else.

    Where the lexicon of the world alone has a name of one word, it is left out: ديانت, الازدهار.
    """
    phrases: Phrases[bool] = Phrases()
    for organization in organizations.entries().name:
        forms = organization.forms()
        for form in forms:
            words = pieces(form)
            phrases.add(form, len(words) >= _SURE or _is_sure(words, forms))
    for body in table().bodies:
        forms = body.forms()
        for words in filter(_is_long, map(pieces, forms)):
            own = fold(words[0]) not in group("armies")
            phrases.add(" ".join(words), own and (len(words) >= _SURE or _is_sure(words, forms)))
    return phrases


def _is_long(words: list[str]) -> bool:
    return len(words) > 1


def _is_sure(words: list[str], forms: list[str]) -> bool:
    """Whether two words can hardly mean anything but this body; of حركة حماس the second alone is its name."""
    if not _is_long(words) or fold(words[0]) in group("doubtful_bodies") | group("armies"):
        return False
    return words[-1] not in forms or words[-1].startswith(_ARTICLE)


@cache
def armed_names() -> Phrases[str]:
    """The names of armed groups, to be found in a page's words: الحوثيين, هيئة تحرير الشام."""
    phrases: Phrases[str] = Phrases()
    bodies: list[Known | organizations.Organization] = [*organizations.entries().name, *table().bodies]
    for body in bodies:
        if body.sector in _ARMED:
            for form in body.forms():
                phrases.add(form, body.name)
    return phrases


@cache
def armed_column() -> Column[bool]:
    """Whether such a name begins with a word of a page."""
    return Column(armed_names().begins)


@cache
def world() -> World:
    """What the package knows by heart."""
    packed = table()
    named = tuple(
        Known(name=name.name, also=name.also, country=name.country, sector=name.sector)
        for name in organizations.entries().name
        if name.sector is not None
    )
    return _world(
        replace(packed, bodies=packed.bodies + named, body_keys=packed.body_keys + keys_of(named)),
    )


def own_world(paths: Iterable[Path]) -> World:
    """What the package knows and what the user's files add; raises LexiconError where an entry is malformed."""
    return world().with_own(read_entries(paths))
