"""A sheet as the rules of events see it: what words may tell, and where phrases that name parties end."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.events import Carried, Sense, carriers, triggers
from takhrij.lexicon.places import names as place_names
from takhrij.lexicon.places import people
from takhrij.rules.statements.phrases import noun_phrase, source_phrase
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is, Range, Sheet

_CLAUSE = Is.STOP | Is.BREAK | Is.COLON
_BREAKS = frozenset("فيما بينما حين حيث لكن غير الا".split())
_ASIDES = frozenset("امس اليوم مساء صباح فجر ظهر ليل ليله مجددا ايضا بدوره بدورها رسميا موخرا لاحقا حاليا".split())
# No clause is looked at further than this from its trigger.
REACH = 32
_BACK = 24
_NUMBER_BEFORE = frozenset("نحو حوالي اكثر زهاء قرابه".split())
# Behind one of these a description goes on that is no part of who is meant.
_FURTHER = frozenset("من في الى على مع بين منذ عن خلال ضد نحو قرب باتجاه بعد قبل تابعين".split())
_IN = frozenset(["في", "خلال", "عقب", "منذ", "بعد", "قبل"])


class Scene:
    """A page's words with their senses; what was found once is remembered."""

    __slots__ = ("sheet", "names", "senses", "tokens", "words", "_phrases", "_parties", "_sports")

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.tokens = sheet.tokens
        self.words = sheet.page.words
        self.senses: list[tuple[Sense, ...] | None] = list(map(triggers().__getitem__, self.words))
        self.names = _inside(sheet)
        self._phrases: dict[int, int] = {}
        self._parties: dict[int, bool] = {}
        self._sports: dict[int, bool] = {}

    def carried(self, i: int) -> Carried | None:
        """The light verb at word `i`."""
        return carriers()[self.words[i]]

    def is_verb(self, k: int) -> bool:
        """Whether word `k` is likely a finite verb."""
        if self.tokens[k].is_finite:
            return True
        senses = self.senses[k]
        if senses is not None and not senses[0].noun and senses[0].shape != "participle":
            return True
        return self.carried(k) is not None

    def clause_end(self, i: int) -> int:
        """Where the clause of the trigger at word `i` ends: before the next clause, or with the sentence."""
        tokens = self.tokens
        limit = min(self.sheet.sentence(i)[1], i + REACH)
        for k in range(i + 1, limit):
            token = tokens[k]
            if token.flags & _CLAUSE or token.folded in _BREAKS:
                return k
            if token.flags & Is.THAT and k > i + 1:
                return k
            if token.flags & Is.QUOTE and k in self.sheet.quote_at:
                quote = self.sheet.quote_at[k]
                if quote.end - quote.first > 6:
                    return k
            if token.folded[:1] == "و" and len(token.folded) > 3 and self._opens(k):
                return k
        return limit

    def _opens(self, k: int) -> bool:
        """Whether a verb with و at word `k` opens another clause."""
        if self.tokens[k].is_finite and self.tokens[k].joined:
            return True
        senses = self.senses[k]
        return senses is not None and senses[0].before == "و" and not senses[0].noun and senses[0].shape == "perfect"

    def clause_start(self, i: int) -> int:
        """Where the clause that word `i` stands in begins."""
        first = max(self.sheet.sentence(i)[0], i - _BACK)
        tokens = self.tokens
        for k in range(i - 1, first - 1, -1):
            token = tokens[k]
            if token.flags & (_CLAUSE | Is.THAT | Is.DASH) or token.folded in _BREAKS:
                return k + 1
            if token.flags & Is.QUOTE and k in self.sheet.quote_at and self.sheet.quote_at[k].end >= i:
                return k + 1
        return first

    def phrase(self, j: int, limit: int) -> int:
        """Where the phrase that names a party from word `j` on ends; `j` where none begins."""
        end = self._phrases.get(j)
        if end is None:
            end = self._phrases[j] = self._cut(j, self._phrase(j, self.sheet.sentence(j)[1]))
        return min(end, limit)

    def _phrase(self, j: int, limit: int) -> int:
        token = self.tokens[j]
        if token.flags & Is.NUMBER and j + 1 < limit:
            return max(j + 1, noun_phrase(self.sheet, j + 1, limit))
        return source_phrase(self.sheet, j, limit)

    def _cut(self, first: int, end: int) -> int:
        """The end of the first party, where the phrase runs on into another that nothing joins to it."""
        sheet = self.sheet
        person = -1
        for k in range(first, end):
            token = sheet.tokens[k]
            if k in sheet.name_end and sheet.name_kind[k] == "person":
                if person >= 0 and k >= person and not self.joined(k) and not token.flags & Is.COMMA:
                    title = self._title_before(k, person)
                    if title > person or k == person:
                        return title
                person = sheet.name_end[k]
            elif token.flags & Is.RELATIVE:
                return k - 1 if k - 1 > first and sheet.tokens[k - 1].flags & Is.COMMA else k
        return end

    def _title_before(self, k: int, low: int) -> int:
        """The first word of the post before the name at word `k`, behind word `low`."""
        tokens = self.tokens
        at = k
        for j in range(k - 1, low - 1, -1):
            if tokens[j].flags & (Is.COMMA | Is.MARK):
                return low
            if tokens[j].title is not None:
                at = j
        return at

    def joined(self, k: int) -> bool:
        """Whether word `k` begins with و for "and"."""
        return self.words[k][0] == "و" and (bears(self.words[k], "و") or self.words[k] == "و")

    def skip(self, j: int, limit: int) -> int:
        """Over commas, times, adverbs and short asides (في ...) before the next party."""
        while j < limit:
            token = self.tokens[j]
            if j in self.sheet.time_end:
                j = max(j + 1, self.sheet.time_end[j])
            elif token.flags & Is.COMMA or token.folded in _ASIDES:
                j += 1
            elif token.folded in _IN and j + 1 < limit:
                j = self._over(j, limit)
            else:
                return j
        return j

    def _over(self, j: int, limit: int) -> int:
        """Over a preposition and its phrase."""
        if j + 1 in self.sheet.time_end:
            return self.sheet.time_end[j + 1]
        end = noun_phrase(self.sheet, j + 1, min(limit, j + 6))
        return max(end, j + 2)

    def is_party(self, j: int) -> bool:
        """Whether a phrase that begins at word `j` names somebody who can act or suffer."""
        found = self._parties.get(j)
        if found is None:
            found = self._parties[j] = self._is_party(j)
        return found

    def _is_party(self, j: int) -> bool:
        if j >= len(self.tokens):
            return False
        token = self.tokens[j]
        if token.flags & (Is.MARK & ~Is.QUOTE) and not token.flags & Is.NUMBER:
            return False
        if token.title is not None or (token.head is not None and token.head.kind in ("organization", "outlet")):
            return token.head is None or token.head.kind != "document"
        if j in self.sheet.name_end:
            return self.sheet.name_kind[j] != "place" or self.is_state(j)
        if token.folded in group("parties") or token.bare in group("parties"):
            return True
        if token.folded[1:] in group("parties") and token.folded[:1] in ("ب", "ل"):
            return True
        if token.flags & Is.NUMBER or token.folded in _NUMBER_BEFORE:
            return any(self.is_party(k) for k in range(j + 1, min(j + 4, len(self.tokens))) if not self._is_time(k))
        demonym = people()[self.words[j]]
        return demonym is not None and (demonym.number > 1 or demonym.definite)

    def _is_time(self, k: int) -> bool:
        return k in self.sheet.time_end

    def is_state(self, j: int) -> bool:
        """Whether the place at word `j` can act: a country, or a city where a government sits."""
        found = place_names().at(self.words, j)
        return found is not None and (found.value.kind == "country" or found.value.rules)

    def is_place(self, j: int) -> bool:
        """Whether word `j` begins the name of a place."""
        return self.sheet.name_kind.get(j) == "place"

    def party_in(self, first: int, end: int) -> Range | None:
        """The party that a phrase names: itself, or the one inside it to whom it belongs (دور مصر)."""
        while first < end and self.tokens[first].flags & Is.QUOTE:
            first += 1
        if first >= end:
            return None
        if self.is_party(first):
            return first, self._core(first, end)
        for k in range(first + 1, min(end, first + 9)):
            if k in self.sheet.name_end and self.is_party(k):
                return k, min(end, self.phrase(k, end))
            token = self.tokens[k]
            if token.title is not None or token.head is not None:
                return (k, end) if self.is_party(k) else None
        return None

    def _core(self, first: int, end: int) -> int:
        """Where the description of nobody named ends: 90 مهاجرا | حاولوا عبور البحر, مسلحون | من القبيلة."""
        token = self.tokens[first]
        if first in self.names or (token.title is not None and token.title.number == 1 and not token.flags & Is.NUMBER):
            return end
        if token.head is not None or not (token.flags & Is.NUMBER or self._is_crowd(first)):
            return end
        for k in range(first + 1, end):
            folded = self.tokens[k].folded
            if folded in _FURTHER and not (folded == "من" and k == first + 1):
                return k
            if k > first + 1 and self.is_verb(k):
                return k
        return end

    def _is_crowd(self, j: int) -> bool:
        token = self.tokens[j]
        return token.folded in group("parties") or (token.title is not None and token.title.number > 1)

    def is_sport(self, i: int) -> bool:
        """Whether the sentence of word `i` tells of sport."""
        number = self.sheet.page.sentence_of[i]
        found = self._sports.get(number)
        if found is None:
            first, end = self.sheet.page.sentences[number]
            found = self._sports[number] = not group("sports").isdisjoint(t.folded for t in self.tokens[first:end])
        return found

    def says(self, i: int, words: frozenset[str]) -> bool:
        """Whether the sentence of word `i` has one of these words."""
        first, end = self.sheet.sentence(i)
        return not words.isdisjoint(token.folded for token in self.tokens[first:end])


def _inside(sheet: Sheet) -> frozenset[int]:
    """The words that stand in names."""
    return frozenset(k for first, end in sheet.name_end.items() for k in range(first, end))
