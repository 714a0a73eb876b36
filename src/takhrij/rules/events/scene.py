"""A sheet as the rules of events see it: what words may tell, and where phrases that name parties end."""

from takhrij.lexicon.carried import Carried, carrier_column
from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import names as place_names
from takhrij.lexicon.places import people
from takhrij.lexicon.senses import Frame, sense_column
from takhrij.lexicon.world import armed_names
from takhrij.rules.events.clauses import clause_end, clause_start
from takhrij.rules.events.described import (
    core_end,
    goes_on,
    is_crowd,
    is_masculine,
    is_no_party,
    is_whole,
    over_field,
    tells_more,
    whose_members,
)
from takhrij.rules.events.neighbours import (
    ends_before,
    first_of_post,
    is_another,
    is_one_of_people,
    names_body,
    past_post_with,
)
from takhrij.rules.events.sport import tells_of_sport
from takhrij.rules.events.traits import (
    ABOUT,
    ARMED,
    CARRIER,
    DESCRIBING,
    DOUBTFUL_PARTY,
    EACH,
    FELLOW,
    JOINED,
    MANY,
    MAY_BE_PARTY,
    MEMBERS,
    NO_PARTY,
    OF_PEOPLE,
    PARTY,
    SOUGHT,
    THEIRS,
    THESE,
    VERB,
    trait_column,
)
from takhrij.rules.statements.phrases import noun_phrase, source_phrase
from takhrij.rules.statements.proclitics import bears, without_hung
from takhrij.rules.statements.sheet import Is, Range, Sheet, words_in_names

# No clause goes on further than this from its trigger.
REACH = 32
_BACK = 24
# The windows of most that is asked of the words before a trigger are no longer.
_SHORTLY = 10
_ADJECTIVES = (
    "ين",
    "ون",
    "يه",
    "ي",
)
# ب and ل before a word, and و.
PREPOSED = tuple("بل")
_AND = "و"
_FOR = "ل"
_FEMININE = "ه"
_NISBA = "ي"
_FROM = "من"
_ARTICLE = "ال"
# المرشحون, المرشحين
_MANY = (
    "ون",
    "ين",
)


class Scene:
    """A page's words with their senses; what was found once is remembered."""

    __slots__ = (
        "sheet",
        "names",
        "senses",
        "tokens",
        "traits",
        "words",
        "_armed",
        "_carriers",
        "_ends",
        "_near",
        "_starts",
        "_phrases",
        "_parties",
        "_said",
        "_sports",
    )

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.tokens = sheet.tokens
        self.words = sheet.page.words
        self.traits = trait_column().of(sheet.page.spellings, sheet.page.numbers)
        self.senses = sense_column().of(sheet.page.spellings, sheet.page.numbers)
        self.names = words_in_names(sheet)
        self._carriers = carrier_column()
        # الحوثيين, where no tagger found them.
        self._armed = armed_names()
        # By word, -1 where nobody asked: whether a party begins there, where its phrase ends, where the clause lies.
        self._parties, self._phrases = [-1] * len(self.tokens), [-1] * len(self.tokens)
        self._starts, self._ends = [-1] * len(self.tokens), [-1] * len(self.tokens)
        self._near = (-1, 0)
        self._said: dict[int, set[str]] = {}
        self._sports: dict[int, bool] = {}

    def carried(self, i: int) -> Carried | None:
        """The light verb at word `i`."""
        if not self.traits[i] & CARRIER:
            return None
        return self._carriers.at(self.sheet.page.spellings, self.sheet.page.numbers[i])

    def is_verb(self, k: int) -> bool:
        """Whether word `k` is likely a finite verb."""
        return bool(self.traits[k] & VERB)

    def near(self, i: int) -> int:
        """What the words shortly before word `i`, be they of its sentence or not, have of traits together."""
        if i != self._near[0]:
            found = 0
            for k in range(max(0, i - _SHORTLY), i):
                found |= self.traits[k]
            self._near = (i, found)
        return self._near[1]

    def clause_end(self, i: int) -> int:
        """Where the clause of the trigger at word `i` ends: before the next clause, or with the sentence."""
        found = self._ends[i]
        if found < 0:
            limit = min(self.sheet.sentence(i)[1], i + REACH)
            found = self._ends[i] = clause_end(self.sheet, self.traits, self.senses, i, limit)
        return found

    def clause_start(self, i: int) -> int:
        """Where the clause that word `i` stands in begins."""
        found = self._starts[i]
        if found < 0:
            low = max(self.sheet.sentence(i)[0], i - _BACK)
            found = self._starts[i] = clause_start(self.sheet, self.traits, i, low)
        return found

    def phrase(self, j: int, limit: int) -> int:
        """Where the phrase that names a party from word `j` on ends; `j` where none begins."""
        if j >= len(self.tokens):
            return j
        end = self._phrases[j]
        if end < 0:
            end = self._phrases[j] = self._cut(j, self._phrase(j, self.sheet.sentence(j)[1]))
        return min(end, limit)

    def _phrase(self, j: int, limit: int) -> int:
        if self.tokens[j].flags & Is.NUMBER and j + 1 < limit:
            end = max(j + 1, noun_phrase(self.sheet, j + 1, limit))
        else:
            end = source_phrase(self.sheet, j, limit)
            end = end if end > j else past_post_with(self.sheet, j, limit)
        counted = end == j + 1 and (is_crowd(self.tokens[j]) or self.tokens[j].flags & Is.NUMBER)
        if j < end < limit - 1 and self.tokens[end].folded == _FROM and (counted or self._are_of_many(j, end)):
            # جماعات من المعارضة, عشرات الآلاف من المتظاهرين
            further = noun_phrase(self.sheet, end + 1, limit)
            end = further if further > end + 1 else end
        # عشرات الدبلوماسيين | من نحو 20 دولة
        return (
            end - 1 if end > j + 1 and self.tokens[end - 1].folded == _FROM else over_field(self.sheet, j, end, limit)
        )

    def _are_of_many(self, j: int, end: int) -> bool:
        """Whether the words are only those of an amount: عشرات, مجموعة كبيرة."""
        for token in self.tokens[j:end]:
            word = token.folded.removeprefix(_AND)
            if word not in group("amounts") and word not in group("sizes"):
                return False
        return True

    def _cut(self, first: int, end: int) -> int:
        """The end of the first party, where the phrase runs on into another that nothing joins to it."""
        sheet, traits = self.sheet, self.traits
        person = -1
        for k in range(first, end):
            token = sheet.tokens[k]
            if k > first and ends_before(sheet, traits, self.senses[k], first, k):
                return k
            if k in sheet.name_end and sheet.name_kind[k] == "person":
                if person < 0 and k > first and not self.joined(k) and names_body(self.tokens, first, k):
                    return k
                if person >= 0 and k >= person and not self.joined(k) and not token.flags & Is.COMMA:
                    title = first_of_post(self.tokens, k, person)
                    if title > person or k == person:
                        return title
                person = sheet.name_end[k]
            elif token.flags & Is.COMMA and first in self.names and person < 0 and self.sheet.name_kind.get(k + 1):
                # إسرائيل، لارا القاصم
                return k
            elif k > first and (self._is_behind(first, k) or (k == person and is_another(sheet, first, k))):
                return k
            elif (k > first and traits[k] & DESCRIBING and tells_more(sheet, k)) or token.flags & Is.RELATIVE:
                # ثمانية أشخاص بينهم ثلاثة أجانب
                return k - 1 if k - 1 > first and sheet.tokens[k - 1].flags & Is.COMMA else k
            elif k > first and (self._is_next_state(k) if k in self.names else self._begins_another(k, person)):
                return k
        return end

    def _is_behind(self, first: int, k: int) -> bool:
        """Whether word `k` is no part of who is meant: المهاجمين | للسيطرة, المملكة | السماح."""
        if k in self.names:
            return False
        if self.tokens[k].folded in group("purposes") or goes_on(self.tokens, self.senses[k], k):
            return True
        if self.tokens[k].flags & Is.NUMBER and is_whole(self.tokens[first]) and not self.tokens[k - 1].flags & Is.MARK:
            # قتلت قواتها | 30 فلسطينيا
            return self.is_party(k)
        if first in self.names or self.tokens[first].folded in group("parties"):
            plain = self.tokens[k].title is None and self.tokens[k].head is None
            if plain and self.words[k][0] == _FOR and bears(self.words[k], _FOR):
                # للسيطرة, but not لوزارة
                return True
        head = self.tokens[first]
        feminine = head.flags & Is.DEFINITE and head.folded.endswith(_FEMININE) and k == first + 1
        return bool(feminine and self.tokens[k].flags & Is.DEFINITE) and is_masculine(self.tokens[k])

    def _begins_another(self, k: int, person: int) -> bool:
        """Whether the phrase before word `k` is closed and another party begins there: الرئيس الفرنسي | أمير قطر."""
        before, token = self.tokens[k - 1], self.tokens[k]
        if self.traits[k] & FELLOW:
            return True
        if not (before.flags & Is.DEFINITE or k - 1 in self.names) or self.traits[k] & JOINED:
            return False
        if token.folded == _FROM:
            return (
                before.folded.removeprefix(_AND) not in group("amounts")
                and person < 0
                and not before.folded.endswith(_ADJECTIVES)
            )
        # رئيس المكتب السياسي, التحالف العسكري: adjectives
        title, nisba = token.title, token.folded.endswith(_NISBA)
        if title is not None and not title.proclitics:
            adjective = nisba and title.definite and before.head is not None
            named = self.sheet.name_kind.get(k + 1) == "person"
            return not adjective and person < 0 and not named and k - 1 not in self.names
        if token.head is not None and not token.head.proclitics and token.head.kind == "organization":
            return True
        return bool(token.flags & Is.DEFINITE) and not nisba and token.folded in group("parties")

    def _is_next_state(self, k: int) -> bool:
        """Whether a state is named right behind another name, or behind a body of a people: إثيوبيا | القاهرة."""
        if k not in self.sheet.name_end or self.sheet.name_kind[k] != "place" or self.joined(k):
            return False
        behind = k - 1 in self.names or people()[self.words[k - 1]] is not None
        return behind and not self.sheet.name_skip.get(k) and self.is_state(k)

    def joined(self, k: int) -> bool:
        """Whether word `k` begins with و for "and"."""
        return bool(self.traits[k] & JOINED)

    def is_party(self, j: int) -> bool:
        """Whether a phrase that begins at word `j` names somebody who can act or suffer."""
        if j >= len(self._parties):
            return False
        found = self._parties[j]
        if found < 0:
            found = self._parties[j] = int(self._is_party(j))
        return found > 0

    def _is_party(self, j: int) -> bool:
        token, traits = self.tokens[j], self.traits[j]
        number = token.flags & Is.NUMBER
        if traits & NO_PARTY or (token.flags & (Is.MARK & ~Is.QUOTE) and not number):
            return False
        if (number or traits & DOUBTFUL_PARTY) and is_no_party(self.sheet, j):
            return False
        if token.title is not None or (token.head is not None and token.head.kind in ("organization", "outlet")):
            return token.head is None or token.head.kind != "document"
        if j in self.sheet.name_end:
            return self.sheet.name_kind[j] != "place" or self.is_state(j)
        return bool(number or traits & MAY_BE_PARTY) and self._is_party_by_word(j, traits)

    def _is_party_by_word(self, j: int, traits: int) -> bool:
        """The same for a word that is no post, no head of a body and begins no name."""
        if traits & EACH:
            return self._is_each_of_them(j + 1)
        if traits & PARTY:
            return True
        if traits & MANY:
            return j + 2 < len(self.tokens) and self.tokens[j + 1].folded == _FROM and self.is_party(j + 2)
        if traits & THESE:
            return j + 1 < len(self.tokens) and bool(self.tokens[j + 1].flags & Is.DEFINITE) and self.is_party(j + 1)
        if traits & THEIRS or (traits & ARMED and self._armed.at(self.words, j) is not None):
            return True
        if self.tokens[j].flags & Is.NUMBER or traits & ABOUT:
            near = range(j + 1, min(j + 4, len(self.tokens)))
            return any(
                self.is_party(k) or self.tokens[k].folded == "اخرين" for k in near if k not in self.sheet.time_end
            )
        man = people()[self.words[j]] if traits & OF_PEOPLE else None
        return man is not None and (man.number > 1 or man.definite or is_one_of_people(self.tokens, self.senses, j))

    def _is_each_of_them(self, k: int) -> bool:
        """Whether word `k` behind كل tells of people: كل | من الطرفين, بعض | النواب, but not كل التفاصيل."""
        if k >= len(self.tokens):
            return False
        folded = self.tokens[k].folded
        return folded == _FROM or (folded.endswith(_MANY) and folded[:2] == _ARTICLE) or self.is_party(k)

    def is_doer(self, j: int) -> bool:
        """Whether the party at word `j` is likelier to do than to suffer: the police, a court, an army."""
        token = self.tokens[j]
        if j in self.sheet.name_end:
            return self.sheet.name_kind[j] in ("place", "organization")
        return token.folded in group("forces") or (token.head is not None and token.head.kind == "organization")

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
            of_body = self.traits[first] & MEMBERS
            body = whose_members(self.tokens, self.names, first, end) if of_body else None
            return body if body is not None and self.is_party(body[0]) else (first, self._core(first, end))
        for k in range(first + 1, min(end, first + 9)):
            if k in self.sheet.name_end and self.is_party(k):
                return k, min(end, self.phrase(k, end))
            token = self.tokens[k]
            if token.title is not None or token.head is not None:
                return (k, end) if self.is_party(k) else None
            if token.flags & Is.NUMBER or token.folded in group("about"):
                return (k, self._core(k, end)) if self.is_party(k) else None
        return None

    def _core(self, first: int, end: int) -> int:
        return core_end(self.sheet, self.names, self.is_verb, first, end)

    def said(self, i: int) -> set[str]:
        """The folded words of the sentence of word `i` that are sought, with and without a letter hung before them."""
        number = self.sheet.page.sentence_of[i]
        found = self._said.get(number)
        if found is None:
            found = self._said[number] = set()
            first, end = self.sheet.page.sentences[number]
            for k in range(first, end):
                if self.traits[k] & SOUGHT:
                    found.add(self.tokens[k].folded)
                    found.add(without_hung(self.words[k]))
        return found

    def is_sport(self, i: int) -> bool:
        """Whether the sentence of word `i` tells of sport."""
        number = self.sheet.page.sentence_of[i]
        found = self._sports.get(number)
        if found is None:
            first, end = self.sheet.page.sentences[number]
            found = self._sports[number] = tells_of_sport(self.words, self.traits, first, end)
        return found

    def may_tell(self, i: int, frame: Frame) -> bool:
        """Whether the sentence of word `i` has the words that the trigger there cannot do without."""
        trigger = frame.trigger
        if not frame.follows and not trigger.near:
            return True
        said = self.said(i)
        if frame.follows and frame.follows.isdisjoint(said):
            return False
        return not trigger.near or not group(trigger.near).isdisjoint(said)
