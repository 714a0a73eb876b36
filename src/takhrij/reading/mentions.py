"""Where the page names organisations and documents, read only when a source calls for it."""

from bisect import bisect_left

from takhrij.reading.makers import giver_of, maker_in
from takhrij.reading.media import outlet_phrase, surely
from takhrij.reading.players import Phrase
from takhrij.reading.proper import proper_end
from takhrij.reading.wording import content_words, roots_of_heads
from takhrij.rules.statements.outlets import past_adjectives
from takhrij.rules.statements.sheet import Is, Sheet

_MOST = 60
_LONGEST = 12
_NEAR = 8
_ACCUSATIVE = "ا"


class Mentions:
    """The words of a page that head names of organisations and documents, by their roots."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._at: dict[str, list[int]] | None = None
        self._headed: list[int] | None = None
        self._names: dict[str, list[tuple[int, int, frozenset[str], frozenset[str], bool]]] = {}
        self._makers: dict[str, list[tuple[int, tuple[int, int]]]] = {}

    def heads(self) -> list[int]:
        """All those words."""
        if self._headed is None:
            self._headed = [i for i, token in enumerate(self._sheet.tokens) if token.head is not None]
        return self._headed

    def _heads(self, head: str) -> list[int]:
        if self._at is None:
            self._at = {}
            tokens, table = self._sheet.tokens, roots_of_heads()
            for i in self.heads():
                found = tokens[i].head
                if found is not None:
                    self._at.setdefault(table[found.head.forms], []).append(i)
        return self._at.get(head, [])[:_MOST]

    def fuller(self, phrase: Phrase) -> tuple[int, int] | None:
        """The fullest naming of the organisation that `phrase` names in short: the nearest before it, else after it."""
        if phrase.head not in self._names:
            self._names[phrase.head] = [self._name(i) for i in self._heads(phrase.head)]
        fitting = [
            (first, end, parts, nations, definite)
            for first, end, parts, nations, definite in self._names[phrase.head]
            if (phrase.lone or definite == phrase.definite)
            and parts >= phrase.parts
            and nations >= phrase.nations
            and (len(parts) > len(phrase.parts) or len(nations) > len(phrase.nations))
        ]
        if not fitting:
            return None
        before = [name for name in fitting if name[0] < phrase.words[0]]
        first, end, *_ = self._first_of_sentence(before) if before else fitting[0]
        if phrase.lone and not before and len({(p, n) for _, _, p, n, _ in fitting}) > 1:
            return None
        return first, end

    def _first_of_sentence(
        self, names: list[tuple[int, int, frozenset[str], frozenset[str], bool]]
    ) -> tuple[int, int, frozenset[str], frozenset[str], bool]:
        """Of the last ones before a word the first of its sentence, which is likelier its subject."""
        sentence = self._sheet.page.sentence_of
        last = sentence[names[-1][0]]
        return next(name for name in names if sentence[name[0]] == last)

    def _name(self, i: int) -> tuple[int, int, frozenset[str], frozenset[str], bool]:
        sheet = self._sheet
        end = proper_end(sheet, i)
        parts, nations = content_words(sheet, i, end)
        head = sheet.tokens[i].head
        return i, end, parts, nations, head is not None and head.definite

    def outlet(self, head: str, here: int, after: int) -> Phrase | None:
        """The outlet with this word for its medium that is named last before word `here` and behind word `after`."""
        places = self._heads(head)
        for i in reversed(places[: bisect_left(places, here)][-_NEAR:]):
            if i <= after:
                return None
            phrase = outlet_phrase(self._sheet, i, self._outlet_end(i), again=False)
            if phrase.key and phrase.named and surely(self._sheet, phrase.words[0], phrase.words[1]):
                return phrase
        return None

    def _outlet_end(self, i: int) -> int:
        """Where the naming of the outlet at word `i` ends, with a name in brackets or marks behind it."""
        sheet = self._sheet
        end = past_adjectives(sheet, proper_end(sheet, i), min(len(sheet.tokens), i + _LONGEST))
        if end == len(sheet.tokens):
            return end
        # الوكالة الرسمية | بأنها
        named = end == i + 1 or end in sheet.name_end or sheet.tokens[end].flags & (Is.QUOTE | Is.OPEN)
        return end + 1 if named else end

    def maker(self, head: str, here: int) -> tuple[int, int] | None:
        """Who is named beside a document of this kind: the nearest before word `here`, else the first after it."""
        if head not in self._makers:
            found = []
            # أصدرت الوزارة بيانا
            objects = [i for i, token in enumerate(self._sheet.tokens) if token.folded == head + _ACCUSATIVE]
            for i in sorted({*self._heads(head), *objects[:_MOST]}):
                end = self._sheet.sentence(i)[1]
                maker = maker_in(self._sheet, i, min(end, i + _LONGEST)) or giver_of(self._sheet, i)
                if maker is not None:
                    found.append((i, maker))
            self._makers[head] = found
        known = self._makers[head]
        before = [maker for i, maker in known if i < here]
        return before[-1] if before else None
