"""Where an event's place lies: as its reading tells, else as the lexicon knows it, if no other place is called so."""

from typing import NamedTuple

from takhrij.lexicon.coordinates import whereabouts
from takhrij.model.event import Event


class Site(NamedTuple):
    """A place by its name in the gazetteer, with its ISO 3166 country, and coordinates where it is a city there."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None

    @property
    def is_city(self) -> bool:
        """Whether it is a city rather than a country or a part of one."""
        return self.latitude is not None


def site_of(event: Event) -> Site | None:
    """Where the event happened; None where no place is told, or one that nobody knows."""
    if event.where is not None:
        return Site(event.where.name, event.where.country, event.where.latitude, event.where.longitude)
    found = whereabouts(event.place) if event.place else None
    return Site(*found) if found else None
