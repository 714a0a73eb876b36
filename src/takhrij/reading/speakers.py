"""Who is meant by a source's words: الصحيفة, المصدر ذاته, a surname, a post, or a pronoun left out."""

from dataclasses import dataclass, field

from takhrij.lexicon.verbs import Form
from takhrij.reading.cast import Phrase, Player, take_apart
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.sheet import Sheet
from takhrij.text.fold import fold

_RECENT = 12


@dataclass(slots=True)
class Cast:
    """The players met so far, the last to speak first among equals.

    `people` are the persons that the report names, found before the first statement is read, so that a surname in the headline leads to the
    full name in the body.
    """

    sheet: Sheet
    players: list[Player] = field(default_factory=list)
    by_part: dict[str, list[Player]] = field(default_factory=dict)
    by_head: dict[str, list[Player]] = field(default_factory=dict)
    spoke: list[Player] = field(default_factory=list)

    def add(self, player: Player) -> Player:
        """Take a new player in."""
        self.players.append(player)
        for part in player.parts:
            self.by_part.setdefault(part, []).append(player)
        if player.head:
            self.by_head.setdefault(player.head, []).append(player)
        return player

    def heard(self, player: Player, word: int) -> None:
        """`player` speaks at `word`: pronouns left out after it may mean it."""
        player.last = word
        self.spoke.append(player)

    def who(self, phrase: Phrase, form: Form | None) -> Player:
        """The player that a source phrase means, taken in if it is new."""
        if form is not None and form.shape == "perfect" and not phrase.gender and phrase.kind == "person":
            pass
        if phrase.kind == "person" and phrase.named:
            player = self._named(phrase)
        else:
            player = self._known(phrase)
        if player is None:
            player = self.add(
                Player(
                    phrase.name, phrase.kind, phrase.named, phrase.parts, phrase.roles, phrase.head, phrase.gender, phrase.number, phrase.role
                )
            )
        self._learn(player, phrase)
        return player

    def _learn(self, player: Player, phrase: Phrase) -> None:
        span = self.sheet.page.span(*phrase.words)
        if span not in player.mentions:
            player.mentions.append(span)
        if phrase.name != player.name and phrase.name not in player.aliases:
            player.aliases.append(phrase.name)
        if phrase.role and (player.role is None or len(phrase.role) > len(player.role)) and player.kind == "person":
            player.role = phrase.role
        player.roles |= phrase.roles if player.kind == "person" else frozenset()
        player.gender = player.gender or phrase.gender
        if phrase.head and player not in self.by_head.setdefault(phrase.head, []):
            self.by_head[phrase.head].append(player)

    def _named(self, phrase: Phrase) -> Player | None:
        """The person of this name: one whose name holds all its parts."""
        candidates = self.by_part.get(min(phrase.parts, key=lambda part: len(self.by_part.get(part, ())), default=""), [])
        fitting = [p for p in candidates if p.kind == "person" and p.named and (phrase.parts <= p.parts or p.parts <= phrase.parts)]
        return max(fitting, key=lambda p: (len(p.parts), p.last), default=None)

    def _known(self, phrase: Phrase) -> Player | None:
        """The player that a post, an organisation or المصدر means."""
        same = self.by_head.get(phrase.head, []) if phrase.head else []
        if phrase.kind in ("person", "people", "public"):
            return self._by_post(phrase, same)
        for player in reversed(self.by_part.get(min(phrase.parts, key=lambda part: len(self.by_part.get(part, ())), default=""), [])):
            if player.kind == phrase.kind and (player.parts == phrase.parts or (player.head == phrase.head and phrase.parts <= player.parts)):
                return player
        if phrase.definite and len(phrase.parts) == 1 and same:
            return max(same, key=lambda p: p.last)
        if phrase.kind == "document" and phrase.definite:
            return self._maker(phrase)
        if phrase.kind == "outlet" and phrase.definite and len(phrase.parts) == 1:
            return next((p for p in reversed(self.spoke) if p.kind == "outlet"), None)
        return None

    def _by_post(self, phrase: Phrase, same: list[Player]) -> Player | None:
        fitting = [p for p in same if p.number == phrase.number or not p.number]
        if not phrase.definite and not phrase.again and not (phrase.roles - {phrase.head}):
            return None
        best: Player | None = None
        for player in sorted(fitting, key=lambda p: p.last):
            if phrase.roles <= player.roles | player.parts and (phrase.definite or player.roles == phrase.roles or player.named):
                best = player
        if best is None and phrase.again and phrase.definite:
            best = next((p for p in reversed(self.spoke) if p.kind in ("person", "people")), None)
        return best

    def _maker(self, phrase: Phrase) -> Player | None:
        """Who made البيان or التقرير: the document of that head, else the last organisation that spoke."""
        return next((p for p in reversed(self.spoke[-_RECENT:]) if p.kind in ("organization", "person", "document")), None)

    def left_out(self, form: Form | None, *, nested: Player | None = None) -> Player | None:
        """The last speaker that a verb without a subject agrees with."""
        recent = self.spoke[-_RECENT:]
        for player in reversed(recent):
            if player is nested:
                continue
            if form is None or agrees(player, form):
                return player
        return recent[-1] if recent else None


def agrees(player: Player, form: Form) -> bool:
    """Whether the verb form may have this player as its subject."""
    if form.person == 1 or not form.gender:
        return True
    if form.number == 1:
        if player.kind in ("people", "public") and player.gender != "f":
            return False
        if player.gender:
            return player.gender == form.gender
        return form.gender == ("m" if player.kind == "person" else player.gender or form.gender)
    return player.kind in ("people", "public") or player.number > 1


def meet_people(sheet: Sheet) -> Cast:
    """The cast before the first statement: every person the page names, with the post that stands before or after the name."""
    cast = Cast(sheet)
    found: list[Phrase] = []
    for i, kind in sorted(sheet.name_kind.items()):
        if kind != "person":
            continue
        first = _post_before(sheet, i)
        end = sheet.name_end[i]
        after = _post_after(sheet, end)
        found.append(take_apart(sheet, first, max(end, after)))
    for phrase in sorted(found, key=lambda p: (-len(p.parts), p.words)):
        if phrase.kind != "person":
            continue
        player = cast._named(phrase)
        if player is None:
            player = cast.add(Player(phrase.name, "person", True, phrase.parts))
        cast._learn(player, phrase)
        player.roles |= {phrase.head} if phrase.head else frozenset()
    return cast


def _post_before(sheet: Sheet, i: int) -> int:
    """Where the post before the name at word `i` begins: وزير الخارجية السعودي، عادل ..."""
    lowest = max(sheet.sentence(i)[0], i - 14)
    for start in range(lowest, i):
        title = sheet.tokens[start].title
        if title is None or title.proclitics.strip("ولب"):
            continue
        end = noun_phrase(sheet, start, i)
        if end == i or (end == i - 1 and sheet.tokens[end].folded in ("،", ",")):
            return start
        if end > i:
            return start
    return i


def _post_after(sheet: Sheet, end: int) -> int:
    """Where the post after a name ends: فلان، وزير العدل."""
    tokens = sheet.tokens
    if end + 1 >= len(tokens) or tokens[end].folded not in ("،", ","):
        return end
    title = tokens[end + 1].title
    if title is None or title.proclitics or title.title.kind == "honorific":
        return end
    stop = noun_phrase(sheet, end + 1, min(end + 14, len(tokens)))
    if any(k in sheet.name_kind and sheet.name_kind[k] == "person" for k in range(end + 1, stop)):
        return end
    return stop


def folded_name(name: str) -> str:
    """A name for comparing."""
    return fold(name)
