"""Where the places of events lie: in what country, and at what coordinates. Of namesakes the report tells which.

The words behind a name say it best (طرابلس اللبنانية, طرابلس في لبنان). Else it is the one whose country the report
tells of, where it tells of no other's; what stays open is not guessed.
"""

from functools import cache

from takhrij.lexicon.coordinates import Found, Site, sites_at
from takhrij.lexicon.places import names, people
from takhrij.model.event import Where
from takhrij.rules.events.places import is_one_of
from takhrij.rules.statements.sheet import Range, Sheet
from takhrij.text.columns import Column

# So many words behind a name its country may be told, and before it how far off it is.
_BEHIND = 4
_BEFORE = 2
_PLACE = "place"
_IN = "في"
_ARTICLE = "ال"
_SHORTEST = 4


@cache
def _nations() -> Column[str | None]:
    """The country of an adjective or a people: اللبنانية, and السورية, which is a name as well."""
    return Column(_country_of)


def _country_of(word: str) -> str | None:
    demonym = people()[word]
    if demonym is not None:
        return demonym.place.country
    state = names().whole([word[len(_ARTICLE) :]]) if word.startswith(_ARTICLE) and len(word) > _SHORTEST else None
    return state.country if state is not None and state.kind == "country" else None


class Sites:
    """The places of one report."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._countries: frozenset[str] | None = None
        self._known: dict[Range, Where | None] = {}

    def of(self, words: Range) -> Where | None:
        """Where the place that these words name lies."""
        if words not in self._known:
            self._known[words] = self._of(words)
        return self._known[words]

    def _of(self, words: Range) -> Where | None:
        for first in self._openings(*words):
            found = sites_at(self._sheet.page.words, first)
            if found is not None:
                site = self._meant(found, first)
                return self._where(site, first) if site is not None else None
        return self._round(words[1])

    def _round(self, end: int) -> Where | None:
        """What lies round a place that nobody knows: a village في, or جنوب, a city that is told right behind it."""
        sheet = self._sheet
        for k in range(end, min(end + _BEHIND, sheet.sentence(end - 1)[1])):
            folded = sheet.tokens[k].folded
            if sheet.name_kind.get(k) == _PLACE:
                found = sites_at(sheet.page.words, k)
                site = self._meant(found, k) if found is not None else None
                return self._where(site, k, outside=True) if site is not None else None
            if folded != _IN and not any(is_one_of(folded, name) for name in ("near_to", "towns", "settled")):
                return None
        return None

    def _nation(self, k: int) -> str | None:
        page = self._sheet.page
        return _nations().at(page.spellings, page.numbers[k])

    def _openings(self, first: int, end: int) -> list[int]:
        """The words at which the name may begin: behind في, where a building is told with where it stands."""
        tokens = self._sheet.tokens
        for k in range(first + 1, end - 1):
            if tokens[k].folded == _IN:
                return list(range(k + 1, end))
        if is_one_of(tokens[first].folded, "facilities"):
            # السفارة الأميركية lies in no America.
            return [k for k in range(first + 1, end) if self._nation(k) is None]
        return [k for k in range(first, end) if not is_one_of(tokens[k].folded, "towns")]

    def _meant(self, found: Found, first: int) -> Site | None:
        """The one place that is meant, or None."""
        sites = found.sites
        if found.listed and len(sites) == 1:
            return sites[0]
        told = self._told_behind(found.end)
        if told is not None:
            return next((site for site in sites if site.country == told), None)
        if sites[0].sure:
            return sites[0]
        fit: list[Site] = []
        for countries in (self._countries_in(*self._sheet.sentence(first)), self._told_of()):
            fit = [site for site in sites if site.country in countries]
            if len(fit) == 1:
                return fit[0]
        return sites[0] if not fit and sites[0].usual else None

    def _told_behind(self, end: int) -> str | None:
        """The country that is told right behind a name: اللبنانية, في لبنان, شمال لبنان."""
        words = self._sheet.page.words
        for k in range(end, min(end + _BEHIND, self._sheet.sentence(end - 1)[1])):
            nation = self._nation(k)
            if nation is not None:
                return nation if k == end and words[k].startswith(_ARTICLE) else None
            place = names().at(words, k)
            if place is not None:
                return place.value.country if place.value.kind == "country" else None
        return None

    def _told_of(self) -> frozenset[str]:
        """The countries of which the report tells."""
        if self._countries is None:
            self._countries = self._countries_in(0, len(self._sheet.page.words))
        return self._countries

    def _countries_in(self, first: int, end: int) -> frozenset[str]:
        """The countries that words tell: by name, by that of a city that has no namesake, by an adjective."""
        words, kinds = self._sheet.page.words, self._sheet.name_kind
        found: set[str | None] = set()
        for k in range(first, end):
            if kinds.get(k) == _PLACE:
                sites = sites_at(words, k)
                if sites is not None and sites.listed and sites.sites[0].sure:
                    found.add(sites.sites[0].country)
            else:
                found.add(self._nation(k))
        return frozenset(country for country in found if country is not None)

    def _where(self, site: Site, first: int, *, outside: bool = False) -> Where:
        tokens = self._sheet.tokens
        around = any(is_one_of(tokens[k].folded, "near_to") for k in range(max(first - _BEFORE, 0), first))
        near = site.kind == "city" and (around or outside)
        return Where(
            name=site.name,
            country=site.country,
            latitude=site.latitude,
            longitude=site.longitude,
            precision="near" if near else site.kind,
        )


def are_far(one: Where | None, other: Where | None) -> bool:
    """Whether both are towns, or places near one, that lie farther apart than a town and what is round it."""
    if one is None or other is None or one.name == other.name:
        return False
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return False
    north = float(one.latitude or 0) - float(other.latitude or 0)
    east = float(one.longitude or 0) - float(other.longitude or 0)
    return north * north + east * east > _ROUND * _ROUND


# A third of a degree is some 35 kilometres.
_ROUND = 0.33


def are_apart_by_name(one: str, other: str) -> bool:
    """Whether no word of one place's name stands in the other's: حي جوبر, القابون."""
    return set(one.split()).isdisjoint(other.split())
