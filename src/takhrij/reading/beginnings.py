"""Which words of a page may begin a name that the lexicon knows: all tables are asked by one look at a word."""

from functools import cache

import msgspec

from takhrij.lexicon import outlets, world
from takhrij.lexicon.lookup import FIRST, WHOLE
from takhrij.reading.compounds import begins_compound
from takhrij.reading.posted import has_bu
from takhrij.text.columns import Column

# Where in an integer it stands what a word may be in the names of each table, and whether it begins a place or has بو.
_PERSONS = 0
_ORGANIZATIONS = 3
_OUTLETS = 6
_PLACES = 9
_MAGHREB = 10
_WHOLES = WHOLE << _PERSONS | WHOLE << _ORGANIZATIONS | WHOLE << _OUTLETS
_FIRSTS = FIRST << _PERSONS | FIRST << _ORGANIZATIONS | FIRST << _OUTLETS
# What may begin a name by itself: the whole of one, a place, بو.
_ALONE = _WHOLES | 1 << _PLACES | 1 << _MAGHREB
_OF_PERSONS = (WHOLE | FIRST) << _PERSONS
_OF_ORGANIZATIONS = (WHOLE | FIRST) << _ORGANIZATIONS
_OF_OUTLETS = (WHOLE | FIRST) << _OUTLETS


class Openings(msgspec.Struct, frozen=True):
    """The words with which a name may begin, by themselves or with what stands behind them, and those with بو."""

    persons: list[int]
    organizations: list[int]
    outlets: list[int]
    places: list[int]
    maghreb: list[int]


@cache
def beginnings() -> Column[int]:
    """What each word of a page may be in the names of the tables."""
    return Column(_part_of)


def openings(parts: list[int]) -> Openings:
    """The words that may begin a name, of what each word of the page may be."""
    found = Openings([], [], [], [], [])
    last = len(parts) - 1
    for place, part in enumerate(parts):
        if not part:
            continue
        # The bit of a second word is the one above that of a first.
        begins = part & _ALONE | part & _FIRSTS & (parts[place + 1] >> 1 if place < last else 0)
        if not begins:
            continue
        if begins & _OF_PERSONS:
            found.persons.append(place)
        if begins & _OF_ORGANIZATIONS:
            found.organizations.append(place)
        if begins & _OF_OUTLETS:
            found.outlets.append(place)
        if begins >> _PLACES & 1:
            found.places.append(place)
        if begins >> _MAGHREB & 1:
            found.maghreb.append(place)
    return found


def _part_of(word: str) -> int:
    """What a published word may be in the names of the tables: one look at a word, as most are in none."""
    person = world.person_names().part(word) << _PERSONS
    organization = world.body_names().part(word) << _ORGANIZATIONS
    outlet = outlets.names().part(word) << _OUTLETS
    return person | organization | outlet | begins_compound(word) << _PLACES | has_bu(word) << _MAGHREB
