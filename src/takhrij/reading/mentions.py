"""Where the page names organisations and documents, read only when a source calls for it."""

from takhrij.reading.apart import maker_in
from takhrij.reading.players import Phrase
from takhrij.reading.wording import content_words, root
from takhrij.lexicon.places import people
from takhrij.rules.statements.sheet import Is, Sheet

_MOST = 60
_LONGEST = 12


class Mentions:
    """The words of a page that head names of organisations and documents, by their roots."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._at: dict[str, list[int]] | None = None
        self._names: dict[str, list[tuple[int, int, frozenset[str], frozenset[str]]]] = {}
        self._makers: dict[str, list[tuple[int, tuple[int, int]]]] = {}

    def _heads(self, head: str) -> list[int]:
        if self._at is None:
            self._at = {}
            for i, token in enumerate(self._sheet.tokens):
                if token.head is not None:
                    self._at.setdefault(root(token.head.head.word), []).append(i)
        return self._at.get(head, [])[:_MOST]

    def fuller(self, phrase: Phrase) -> tuple[int, int] | None:
        """The fullest naming of the organisation that `phrase` names in short: the nearest before it, else after it."""
        if phrase.head not in self._names:
            self._names[phrase.head] = [self._name(i) for i in self._heads(phrase.head)]
        fitting = [
            (first, end, parts, nations)
            for first, end, parts, nations in self._names[phrase.head]
            if parts >= phrase.parts and nations >= phrase.nations and (len(parts) > len(phrase.parts) or len(nations) > len(phrase.nations))
        ]
        if not fitting:
            return None
        before = [name for name in fitting if name[0] < phrase.words[0]]
        first, end, parts, nations = self._first_of_sentence(before) if before else fitting[0]
        if phrase.lone and not before and len({(p, n) for _, _, p, n in fitting}) > 1:
            return None
        return first, end

    def _first_of_sentence(self, names: list[tuple[int, int, frozenset[str], frozenset[str]]]) -> tuple[int, int, frozenset[str], frozenset[str]]:
        """Of the last ones before a word the first of its sentence, which is likelier its subject."""
        sentence = self._sheet.page.sentence_of
        last = sentence[names[-1][0]]
        return next(name for name in names if sentence[name[0]] == last)

    def _name(self, i: int) -> tuple[int, int, frozenset[str], frozenset[str]]:
        sheet = self._sheet
        end = _proper_end(sheet, i)
        parts, nations = content_words(sheet, i, end)
        return i, end, parts, nations

    def maker(self, head: str, here: int) -> tuple[int, int] | None:
        """Who is named beside a document of this kind: the nearest before word `here`, else the first after it."""
        if head not in self._makers:
            found = []
            for i in self._heads(head):
                end = self._sheet.sentence(i)[1]
                maker = maker_in(self._sheet, i, min(end, i + _LONGEST))
                if maker is not None:
                    found.append((i, maker))
            self._makers[head] = found
        known = self._makers[head]
        before = [maker for i, maker in known if i < here]
        return before[-1] if before else None


def _proper_end(sheet: Sheet, i: int) -> int:
    """Where the proper name that begins with the head at word `i` ends; `i + 1` where nothing makes it one."""
    tokens, words = sheet.tokens, sheet.page.words
    end, closed, bare = i + 1, tokens[i].flags & Is.DEFINITE != 0 or tokens[i].folded.startswith("لل"), 0
    for k in range(i + 1, min(i + _LONGEST, len(tokens))):
        if k < end:
            continue
        token = tokens[k]
        if k in sheet.name_end and sheet.name_kind[k] != "person" and not sheet.name_skip.get(k):
            end, closed = max(sheet.name_end[k], k + 1), True
        elif token.flags & Is.DEFINITE or people()[words[k]] is not None and (closed or bare < 2):
            end, closed = k + 1, True
        elif token.folded.startswith(("لل", "وال")) and len(token.folded) > 4 and closed and bare == 0 and end == k and k > i + 1:
            end = k + 1
        elif not closed and bare < 2 and not token.flags & ~Is.NUMBER and not (token.forms and token.joined) and len(token.folded) > 2:
            bare += 1
        else:
            break
    return end if closed else i + 1
