"""The states that a report tells of: by name, by capital, by adjective, or as the speaker's own country."""

from collections.abc import Sequence

from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import names as place_names
from takhrij.lexicon.places import people
from takhrij.reading.players import Player
from takhrij.reading.speakers import Cast
from takhrij.rules.events.traits import is_in
from takhrij.rules.statements.sheet import Range, Sheet

_PLACE = "place"
_COUNTRY = "country"
# الجانبان الكوري الجنوبي | والأميركي
_SIDE = 3


class States:
    """The states of one report. A state is called as the report calls it, else by its usual name."""

    def __init__(self, sheet: Sheet, cast: Cast) -> None:
        self._sheet = sheet
        self._cast = cast
        self._named: dict[str, Range] | None = None
        self._unnamed: dict[str, Player] = {}

    def _places(self) -> dict[str, Range]:
        """Where each state is first named in the report, by its code."""
        if self._named is None:
            self._named = {}
            sheet = self._sheet
            for first, kind in sorted(sheet.name_kind.items()):
                told = kind == _PLACE and first >= sheet.dateline
                found = place_names().at(sheet.page.words, first) if told else None
                if found is not None and found.value.kind == _COUNTRY and found.value.country:
                    self._named.setdefault(found.value.country, (first, sheet.name_end[first]))
        return self._named

    def _state(self, code: str, name: str) -> Player:
        words = self._places().get(code)
        if words is not None:
            return self._cast.at(words)
        player = self._unnamed.get(code)
        if player is None:
            player = self._unnamed[code] = Player(name, "organization", True)
        return player

    def of_adjective(self, word: int) -> Player | None:
        """The state that an adjective at this word says: الهجوم الإسرائيلي."""
        demonym = people()[self._sheet.page.words[word]]
        if demonym is None or demonym.place.country is None or demonym.place.kind != _COUNTRY:
            return None
        return self._state(demonym.place.country, demonym.place.name)

    def of_speaker(self, speaker: Player) -> Player | None:
        """The state that the speaker acts for: what بلاده means in the mouth of a Saudi minister."""
        if len(speaker.nations) != 1:
            return None
        [nation] = speaker.nations
        place = place_names().whole(nation.split(" "))
        if place is None or place.kind != _COUNTRY or place.country is None:
            return None
        return self._state(place.country, place.name)

    def instead(self, player: Player) -> Player:
        """The state whose capital stands for it, if the report names the state as well: واشنطن."""
        if player.kind != "organization" or not player.named or " " in player.name.strip() and len(player.name) > 20:
            return player
        place = place_names().whole(player.name.split(" "))
        if place is None or not place.rules or place.kind == _COUNTRY or place.country not in self._places():
            return player
        return self._state(place.country, place.name)

    def named_at(self, k: int) -> Player | None:
        """The state that is named at word `k`, by its own name or its capital's, and is not where something happens."""
        sheet = self._sheet
        if sheet.name_kind.get(k) != _PLACE or is_in(sheet.page.words[k]):
            return None
        found = place_names().at(sheet.page.words, k)
        if found is None or not (found.value.kind == _COUNTRY or found.value.rules):
            return None
        if k and sheet.tokens[k - 1].folded in group("places_before"):
            return None
        return self.instead(self._cast.at((k, sheet.name_end[k])))

    def named_before(self, i: int, first: int, but: Sequence[Player] = ()) -> Player | None:
        """The state named nearest before word `i`, from word `first` on, that is none of these.

        Word by word: whoever is asked about has been named there, so those farther off must not be.
        """
        for k in range(i - 1, first - 1, -1):
            state = self.named_at(k)
            if state is not None and state not in but:
                return state
        return None

    def first_in(self, first: int, end: int) -> Player | None:
        """The first state that is named between two words, or whose adjective stands there: بضائع تركية, من تركيا."""
        sheet = self._sheet
        for k in range(first, end):
            if sheet.name_kind.get(k) == _PLACE:
                found = place_names().at(sheet.page.words, k)
                if found is not None and found.value.kind == _COUNTRY and found.value.country:
                    return self._state(found.value.country, found.value.name)
            elif k not in sheet.name_kind and (state := self.of_adjective(k)) is not None:
                return state
        return None

    def fellows(self, words: Range) -> list[Player]:
        """The states of two fellows told by their nations: نظيريه | السوداني | والإثيوبي."""
        tokens, first = self._sheet.tokens, words[0]
        if tokens[first].folded.lstrip("لب") not in group("two_fellows"):
            return []
        states = (self.of_adjective(k) for k in range(first + 1, words[1]))
        return [state for state in states if state is not None]

    def side(self, words: Range) -> Player | None:
        """The state that is one of two sides told by their nations: الجانبان | المصري | والسوداني."""
        tokens, first = self._sheet.tokens, words[0]
        if tokens[first].folded in group("two_sides"):
            return self.of_adjective(first + 1) if first + 1 < words[1] else None
        if not tokens[first].folded.startswith("وال"):
            return None
        behind = range(max(first - _SIDE, 0), first)
        return self.of_adjective(first) if any(tokens[k].folded in group("two_sides") for k in behind) else None
