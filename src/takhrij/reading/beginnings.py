"""Which words of a page may begin a name that the lexicon knows, or show one beside them: one look at a word."""

from functools import cache

import msgspec

from takhrij.lexicon import outlets, world
from takhrij.lexicon.lookup import FIRST, WHOLE
from takhrij.reading.clubs import is_before_club
from takhrij.reading.compounds import begins_compound, goes_on_compound
from takhrij.reading.framed import may_close
from takhrij.reading.headed import may_head
from takhrij.reading.posted import has_bu, is_post
from takhrij.reading.spoken import is_woman
from takhrij.rules.statements.tokens import tokens
from takhrij.text.clitics import segment
from takhrij.text.columns import Column

# Where in an integer it stands what a word may be in the names of each table, and whether it begins a place or has بو.
_PERSONS = 0
_ORGANIZATIONS = 3
_OUTLETS = 6
_PLACES = 9
_MAGHREB = 10
# Behind them, as flags, what the word may be beside a name that none of the tables has.
_POST = 1 << 11
_HEAD = 1 << 12
_VERB = 1 << 13
_WOMAN = 1 << 14
_CLUB = 1 << 15
_CLOSE = 1 << 16
_HUNG = 1 << 17
_GOES_ON = 1 << 18
_SHOWING = _POST | _HEAD | _VERB | _WOMAN | _CLUB | _CLOSE
_WHOLES = WHOLE << _PERSONS | WHOLE << _ORGANIZATIONS | WHOLE << _OUTLETS
_FIRSTS = FIRST << _PERSONS | FIRST << _ORGANIZATIONS | FIRST << _OUTLETS
# What may begin a name by itself: the whole of one, a place, بو.
_ALONE = _WHOLES | 1 << _PLACES | 1 << _MAGHREB
_OF_PERSONS = (WHOLE | FIRST) << _PERSONS
_OF_ORGANIZATIONS = (WHOLE | FIRST) << _ORGANIZATIONS
_OF_OUTLETS = (WHOLE | FIRST) << _OUTLETS


class Openings(msgspec.Struct, frozen=True):
    """The words with which a name may begin, by themselves or with what stands behind them, and those with بو.

    And those that may show a name: posts of one person, words that head the names of bodies, finite verbs of saying,
    given names of women that are words too, words before those of clubs, what may close the name of who speaks.
    """

    persons: list[int]
    organizations: list[int]
    outlets: list[int]
    places: list[int]
    maghreb: list[int]
    posts: list[int]
    heads: list[int]
    verbs: list[int]
    women: list[int]
    clubs: list[int]
    closing: list[int]
    # What each word of the page may be.
    parts: list[int]

    def is_hung(self, place: int) -> bool:
        """Whether proclitics stand before the word."""
        return self.parts[place] & _HUNG != 0

    def goes_on(self, place: int) -> bool:
        """Whether the word, if there is one, may be the second of a place's name."""
        return place < len(self.parts) and self.parts[place] & _GOES_ON != 0


@cache
def beginnings() -> Column[int]:
    """What each word of a page may be in the names of the tables."""
    return Column(_part_of)


def openings(parts: list[int]) -> Openings:
    """The words that may begin a name, of what each word of the page may be."""
    found = Openings([], [], [], [], [], [], [], [], [], [], [], parts)
    last = len(parts) - 1
    for place, part in enumerate(parts):
        if not part:
            continue
        if part & _SHOWING:
            _note(found, place, part)
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
        if begins >> _PLACES & 1 and found.goes_on(place + 1):
            found.places.append(place)
        if begins >> _MAGHREB & 1:
            found.maghreb.append(place)
    return found


def _note(found: Openings, place: int, part: int) -> None:
    """Add a word to those that may show a name."""
    if part & _CLOSE:
        found.closing.append(place)
    if part & _POST:
        found.posts.append(place)
    if part & _HEAD:
        found.heads.append(place)
    if part & _VERB:
        found.verbs.append(place)
    if part & _WOMAN:
        found.women.append(place)
    if part & _CLUB:
        found.clubs.append(place)


def _part_of(word: str) -> int:
    """What a published word may be in the names of the tables: one look at a word, as most are in none."""
    person = world.person_names().part(word) << _PERSONS
    organization = world.body_names().part(word) << _ORGANIZATIONS
    outlet = outlets.names().part(word) << _OUTLETS
    return person | organization | outlet | begins_compound(word) << _PLACES | has_bu(word) << _MAGHREB | _shows(word)


def _shows(word: str) -> int:
    """What a published word may be beside a name."""
    token = tokens()[word]
    found = _CLOSE if may_close(token) else 0
    if is_post(token):
        found |= _POST
    if may_head(token):
        found |= _HEAD
    if token.is_finite:
        found |= _VERB
    if is_woman(token):
        found |= _WOMAN
    if is_before_club(token):
        found |= _CLUB
    if segment(word).proclitics:
        found |= _HUNG
    if goes_on_compound(word):
        found |= _GOES_ON
    return found
