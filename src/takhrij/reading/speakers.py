"""Who is meant by a source's words: الصحيفة, المصدر ذاته, a surname, a post, or a pronoun left out."""

from collections import deque

from takhrij.lexicon.source_words import source_words
from takhrij.lexicon.verbs import Form
from takhrij.reading import lately
from takhrij.reading.apart import take_apart
from takhrij.reading.fitting import (
    bearer_of,
    holder_in_short,
    holder_of,
    holds,
    is_body,
    is_nation,
    is_one_description,
    is_only_described,
    is_so_called,
    is_state,
    may_be_state,
    named_late,
    of_form,
    of_woman,
    told_of_before,
)
from takhrij.reading.introduced import introduced
from takhrij.reading.mentions import Mentions
from takhrij.reading.own_post import tells_more
from takhrij.reading.players import Phrase, Player
from takhrij.reading.posts import ends_of_post, named_persons, with_post
from takhrij.reading.wording import parts_of
from takhrij.rules.statements.sheet import Sheet
from takhrij.text.fold import fold

# How many of those who fit are looked at, so that time grows with the text alone.
_RECENT = 12
_CANDIDATES = 40


class Cast:
    """The players of one report, found by their words."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.mentions = Mentions(sheet)
        self.by_part: dict[str, list[Player]] = {}
        self.by_head: dict[str, list[Player]] = {}
        self.by_key: dict[str, Player] = {}
        self.spoke: deque[Player] = deque(maxlen=_RECENT)
        self.outlets: deque[Player] = deque(maxlen=8)
        self._unread: list[Player] = []
        self.named: list[Player] = []
        for parts, first, name in named_persons(sheet):
            self._name(parts, first, name)

    def _name(self, parts: frozenset[str], first: int, name: str) -> None:
        """Take in a naming of a person; the post beside it is read when somebody is called by a post."""
        player = self._bearer(parts)
        if player is None:
            player = Player(name, "person", True, parts)
            for part in sorted(parts):
                self.by_part.setdefault(part, []).append(player)
            self._unread.append(player)
            self.named.append(player)
        elif name != player.name and name not in player.aliases and len(player.aliases) < _CANDIDATES:
            player.aliases.append(name)
        player.mentions.add((first, self.sheet.name_end[first]))
        player.unread.append((first, name, parts))

    def read_posts(self, player: Player) -> None:
        """Learn what posts the page gives to this person."""
        if player.unread:
            for first, name, parts in player.unread:
                phrase = with_post(self.sheet, first, name, parts)
                if phrase is not None:
                    player.head = player.head or phrase.head
                    self._learn(player, phrase)
            player.unread.clear()

    def _holders(self, head: str) -> list[Player]:
        """The players of whose posts or names this is a word."""
        for player in self._unread:
            self.read_posts(player)
        self._unread.clear()
        return self.by_head.get(head, [])[-_CANDIDATES:]

    def add(self, phrase: Phrase) -> Player:
        """Take a new player in."""
        player = Player(
            phrase.name,
            phrase.kind,
            phrase.named,
            phrase.parts,
            phrase.posts,
            phrase.nations,
            phrase.head,
            phrase.key,
            phrase.gender,
            phrase.number,
            phrase.count,
        )
        for part in phrase.parts:
            self.by_part.setdefault(part, []).append(player)
        if phrase.key:
            self.by_key[phrase.key] = player
        return player

    def heard(self, player: Player, word: int) -> None:
        """`player` speaks at `word`: pronouns left out after it may mean it."""
        player.last = player.seen = word
        self.spoke.append(player)
        if player.kind == "outlet":
            self.passed_on(player)

    def passed_on(self, player: Player) -> None:
        """`player` is an outlet through which something came: الصحيفة after it may mean it."""
        self.outlets.append(player)

    def at(self, words: tuple[int, int], form: Form | None = None) -> Player:
        """The player that the source phrase of these words means."""
        return self.who(take_apart(self.sheet, words[0], words[1]), form)

    def who(self, phrase: Phrase, form: Form | None = None) -> Player:
        """The player that a source phrase means, taken in if it is new."""
        phrase = of_woman(phrase, form) or phrase
        if phrase.kind == "person" and phrase.named:
            player = self._named(phrase)
        else:
            known = self._known(phrase)
            if known is None and form is not None and fold(form.verb.lemma) in source_words().goes_on:
                known = self._same_person(phrase)
            player, phrase = (known, phrase) if known is not None else self._before_object(phrase)
            self._learn(player, phrase)
        player.seen = max(player.seen, phrase.words[0])
        if phrase.kind == player.kind == "person":
            player.gender = player.gender or of_form(form)
        return player

    def _before_object(self, phrase: Phrase) -> tuple[Player, Phrase]:
        """الوزير الفرنسي بقوله: the named holder of the post, what belongs to the verb left out."""
        if phrase.kind == "person" and not phrase.named and phrase.definite:
            for end in ends_of_post(self.sheet, phrase.words[0], phrase.words[1]):
                shorter = take_apart(self.sheet, phrase.words[0], end)
                holder = holder_of(self._holders(shorter.head), shorter) if shorter.definite else None
                if holder is not None and holder.named and (not shorter.lone or holder.posts <= phrase.posts):
                    return holder, shorter
        return self.add(phrase), phrase

    def _learn(self, player: Player, phrase: Phrase) -> None:
        player.mentions.add(phrase.mention or phrase.words)
        if phrase.name != player.name and phrase.name not in player.aliases and len(player.aliases) < _CANDIDATES:
            player.aliases.append(phrase.name)
        if phrase.kind == player.kind and phrase.named == player.named and player.kind != "document":
            if phrase.role and tells_more(phrase.role, player.role, player.name):
                player.role = phrase.role
            if phrase.named and player.kind == "person":
                player.posts |= phrase.posts
                player.nations |= phrase.nations
            if (
                player.kind == "outlet"
                and len(phrase.name) > len(player.name)
                and not phrase.lone
                and phrase.key == player.key
            ):
                player.name = phrase.name
            elif player.kind == "organization" and phrase.head and phrase.parts > player.parts and not phrase.again:
                player.name, player.parts = phrase.name, phrase.parts
            player.gender = player.gender or phrase.gender
        if phrase.head:
            self._call(player, phrase.head)
        if phrase.kind == "person" and phrase.named:
            for post in phrase.posts:
                self._call(player, post)

    def _call(self, player: Player, head: str) -> None:
        """Let the player be found under this word."""
        known = self.by_head.get(head)
        if known is None:
            self.by_head[head] = [player]
        elif player not in known[-_CANDIDATES:]:
            known.append(player)

    def _rarest(self, parts: frozenset[str]) -> list[Player]:
        """The players that share the rarest of these words."""
        rarest: list[Player] | None = None
        for part in sorted(parts) if len(parts) > 1 else parts:
            known = self.by_part.get(part)
            if known is None:
                return []
            if rarest is None or len(known) < len(rarest):
                rarest = known
        return rarest[-_CANDIDATES:] if rarest is not None else []

    def _named(self, phrase: Phrase) -> Player:
        """The person of this name: the one whose name holds all its words."""
        player = self._bearer(phrase.parts) or named_late(self.by_head, self.by_part, phrase) or self.add(phrase)
        self.read_posts(player)
        self._learn(player, phrase)
        return player

    def _bearer(self, parts: frozenset[str]) -> Player | None:
        """The person whose name holds these words: the one seen last, the shortest of these."""
        return bearer_of(self._rarest(parts), parts)

    def _known(self, phrase: Phrase) -> Player | None:
        """The player that a post, an organisation, an outlet or المصدر means."""
        surname = self._surname(phrase) if phrase.lone and phrase.kind in ("person", "people", "organization") else None
        if surname is not None or lately.is_latter(phrase):
            return surname or lately.last_one(self.spoke)
        if phrase.kind == "outlet":
            return self._outlet(phrase)
        if phrase.kind == "document":
            return self._maker(phrase)
        if phrase.head in source_words().source or phrase.kind in ("person", "people", "public"):
            return self._by_post(phrase)
        return self._organization(phrase)

    def _surname(self, phrase: Phrase) -> Player | None:
        """The person whose name ends so: a surname may be a word of the language (الشاهد, عمر)."""
        parts = parts_of(phrase.name)
        fitting = [
            p for p in self._rarest(parts) if p.kind == "person" and p.named and parts <= p.parts and len(p.parts) > 1
        ]
        return next(
            (
                p
                for p in reversed(fitting)
                if p.name.split()[-1].removeprefix("ال") in parts or p.name.endswith(phrase.name)
            ),
            None,
        )

    def _outlet(self, phrase: Phrase) -> Player | None:
        if phrase.key:
            return self.by_key.get(phrase.key)
        if not phrase.definite:
            return None
        if phrase.lone or phrase.again:
            alike = next((p for p in reversed(self.outlets) if p.head == phrase.head), None)
            last = alike or next(reversed(self.outlets), None)
            nearer = self.mentions.outlet(phrase.head, phrase.words[0], last.seen if last is not None else -1)
            return self.who(nearer) if nearer is not None else last or lately.last_body(self.by_head, phrase)
        same = next(
            (p for p in reversed(self.outlets) if p.head == phrase.head and (not p.named or p.parts == phrase.parts)),
            None,
        )
        if same is None and not phrase.nations:
            # الصحيفة الصادرة في لندن: the one named before.
            return next((p for p in reversed(self.outlets) if p.head == phrase.head), None)
        return same

    def _maker(self, phrase: Phrase) -> Player | None:
        """Who made البيان or التقرير: the one named beside it here or elsewhere, else the last who spoke."""
        if phrase.maker is not None:
            return self.at(phrase.maker)
        owner = self._owner(phrase)
        if owner is not None:
            return owner
        issued = self.mentions.maker(phrase.head, phrase.words[0]) if lately.is_text_described(phrase) else None
        if issued is not None and lately.may_have_issued(maker := self.at(issued), phrase):
            return maker
        if not (phrase.definite and (phrase.lone or phrase.again)) or (phrase.number > 1 and not phrase.again):
            return next((p for p in self.by_head.get(phrase.head, [])[-_CANDIDATES:] if p.parts == phrase.parts), None)
        if phrase.head not in source_words().made:
            return next(
                (p for p in reversed(self.by_head.get(phrase.head, [])[-_CANDIDATES:]) if p.kind == "document"), None
            )
        elsewhere = self.mentions.maker(phrase.head, phrase.words[0])
        if elsewhere is not None:
            return self.at(elsewhere)
        same = self._holders(phrase.head)
        last = next((p for p in reversed(self.spoke) if p.kind != "public"), None)
        return max(same, key=lambda p: p.last, default=None) or last

    def _owner(self, phrase: Phrase) -> Player | None:
        """بيان درعي: the person of the report whose surname stands after the document."""
        first, end = phrase.words
        if end - first != 2 or phrase.head not in source_words().made:
            return None
        parts = parts_of(self.sheet.page.words[end - 1])
        return next(
            (
                p
                for p in self._rarest(parts)
                if p.kind == "person" and p.named and len(p.parts) > 1 and parts <= p.parts
            ),
            None,
        )

    def _by_post(self, phrase: Phrase) -> Player | None:
        if phrase.head in source_words().source:
            return self._source(phrase)
        if not phrase.definite:
            known = self.by_head.get(phrase.head, [])[-_CANDIDATES:]
            return next((p for p in reversed(known) if is_one_description(p, phrase) and holds(p, phrase)), None)
        holders = self._holders(phrase.head)
        holder = holder_of(holders, phrase) or holder_in_short(holders, phrase)
        if holder is not None:
            return told_of_before(self.spoke, phrase, holder) or holder
        if phrase.kind == "person" and not phrase.named and phrase.head == "" or phrase.kind == "public":
            return None
        last = next(reversed(self.spoke), None)
        if phrase.kind == "person" and not phrase.nations and (phrase.again or lately.may_be_anyone(phrase)):
            met = introduced(self.sheet, phrase, last.last if last is not None else -1)
            return self.at(met) if met is not None else lately.last_person(self.spoke, phrase)
        if phrase.kind == "person" and last is not None and last.kind == "person" and is_so_called(last, phrase):
            return last
        if phrase.kind == "person" and len(phrase.parts) == 1:
            return next((p for p in self._rarest(phrase.parts) if p.kind == "person" and p.named), None)
        return None

    def _same_person(self, phrase: Phrase) -> Player | None:
        """وأضاف الناشط الحقوقي: who goes on under a post that nobody holds is the one who spoke last."""
        called = phrase.kind == "person" and bool(phrase.head)
        nation = not phrase.head and phrase.words[1] - phrase.words[0] == 1 and is_nation(self.sheet, phrase.words[0])
        if phrase.named and not nation or not phrase.definite or not (called or nation):
            return None
        last = next(reversed(self.spoke), None)
        if last is None or last.kind != "person" or (last.gender or phrase.gender) != phrase.gender:
            return None
        return last if last.named and (nation or not last.posts) else None

    def _source(self, phrase: Phrase) -> Player | None:
        """المصدر, المصادر ذاتها: the unnamed one that spoke last, else, with ذاته, whoever did."""
        if not phrase.definite:
            fitting = self.by_head.get(phrase.head, [])[-_CANDIDATES:]
            return next(
                (p for p in reversed(fitting) if p.number == phrase.number and is_one_description(p, phrase)), None
            )
        recent = list(reversed(self.spoke))
        if len(phrase.posts) > 1 or phrase.nations:
            same = [
                p for p in recent if p.head == phrase.head and phrase.posts <= p.posts and phrase.nations <= p.nations
            ]
            if same or not phrase.again:
                return same[0] if same else None
        many = phrase.number > 1
        unnamed = [p for p in recent if not p.named and p.kind in ("person", "people", "public")]
        agreeing = [p for p in unnamed if (p.number > 1) == many]
        if agreeing or (unnamed and not phrase.again):
            return (agreeing or unnamed)[0]
        return recent[0] if recent and (phrase.again or not many) else None

    def _organization(self, phrase: Phrase) -> Player | None:
        core = phrase.parts - {phrase.head}
        if phrase.lone and phrase.head:
            return self._lone(phrase)
        for player in reversed(self._rarest(core or phrase.parts)):
            if player.kind != "organization":
                continue
            if player.parts - {player.head} == core and (
                player.nations == phrase.nations or not player.nations or not phrase.nations
            ):
                headless = not player.head and (not phrase.head or may_be_state(self.sheet, player, phrase))
                if player.head == phrase.head or headless or (not phrase.head and not self._is_place(phrase)):
                    return player
        return self._in_full(phrase) or self._of_its_kind(phrase)

    def _of_its_kind(self, phrase: Phrase) -> Player | None:
        """المنظمة الحقوقية: the one of that kind that was named before, whom the adjective only describes."""
        if not phrase.definite or not is_only_described(self.sheet, phrase):
            return None
        alike = [p for p in self.by_head.get(phrase.head, [])[-_CANDIDATES:] if p.kind == phrase.kind and p.named]
        return max(alike, key=lambda p: p.seen, default=None)

    def _is_place(self, phrase: Phrase) -> bool:
        """Whether a country or a town speaks: لندن is not السفارة في لندن."""
        return self.sheet.name_kind.get(phrase.words[0]) == "place"

    def _in_full(self, phrase: Phrase) -> Player | None:
        """The organisation of this name under the fullest name that the report gives it."""
        words = self.mentions.fuller(phrase)
        if words is None:
            return None
        full = take_apart(self.sheet, words[0], words[1])
        if full.kind != phrase.kind or full.lone or (self._is_place(phrase) and not is_state(self.sheet, full, phrase)):
            return None
        alike = self._rarest(full.parts)
        player = next((p for p in reversed(alike) if p.kind == full.kind and p.parts == full.parts), None) or self.add(
            full
        )
        self._learn(player, full)
        return player

    def _lone(self, phrase: Phrase) -> Player | None:
        """الوزارة, الحزب: the one of that kind that was named before."""
        spoke = [p for p in self.by_head.get(phrase.head, [])[-_CANDIDATES:] if p.kind == phrase.kind]
        if spoke:
            return max(spoke, key=lambda p: p.seen)
        full = self._in_full(phrase) if phrase.definite else None
        if full is not None:
            return full
        if phrase.definite and phrase.head in source_words().generic_body:
            return next((p for p in reversed(self.spoke) if is_body(p)), None)
        return None
