"""One actor under all its names, where the course of the report left two: أمير قطر and تميم بن حمد.

Those who speak are known by what was read before them. Only at the end of the report is it seen that وزير إيطالي of
the headline is the one whom the text names, that جماعة جيش الإسلام is جيش الإسلام, and who holds a post by what a
desk knows.
Where two fit, nobody is meant.
"""

import re
from collections.abc import Iterator
from functools import cache

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.lookup import MOST_WORDS
from takhrij.lexicon.name_keys import name_key
from takhrij.lexicon.persons import Person, Role
from takhrij.lexicon.source_words import source_words
from takhrij.lexicon.titles import words as title_words
from takhrij.lexicon.world import World
from takhrij.reading.listed import is_listed
from takhrij.reading.players import Player
from takhrij.reading.whole import KNOWN, PARTICLES
from takhrij.reading.wording import parts_of, root, same
from takhrij.rules.statements.sheet import Is, Sheet
from takhrij.text.fold import fold

_CANDIDATES = 40
# Letters that one writer has and another has not in a name from abroad: ترامب, ترمب; ووتش, وواتش.
_VOWELS = str.maketrans("", "", "اويى ء")
_SHORTEST_SKELETON = 5
# A post of so many words is one person's though its nation is not told: رئيس إقليم كردستان.
_SPECIFIC = 3
# A short name in brackets, or one of two words or more in quotation marks.
_INSIDE = re.compile(r"[(]([^()]{3,30})[)]|[\"«“]([^\"«»“”]+ [^\"«»“”]+)[\"»”]")
# What it begins with.
_OPENING = '("«“'
_PAIR = 2
_PEER = "نظير"
_MINISTRY = fold("وزارة")
_THE = "ال"
_BODIES = ("organization", "outlet")


def as_one(sheet: Sheet, players: list[Player], world: World) -> list[Player]:
    """The players, each once: one who was taken for two bears the fullest of both names from now on."""
    index = _Index(players, world, sheet.heading.published)
    for player in players:
        other = _other(player, index, world) if player.one is None else None
        if other is not None:
            _join(player, other)
    for player in players:
        bearer = _bearer(player, index) if player.kind == "person" and player.named and player.one is None else None
        if bearer is not None:
            # زيارة موغيريني: the ordinary word is no part of the name.
            bearer.mentions = bearer.mentions | player.mentions
            player.one = bearer
    for short, full in _abbreviations(sheet, index):
        _join(short, full)
    for player in players:
        if player.one is not None:
            meant = _root(player)
            player.name, player.kind, player.named = meant.name, meant.kind, meant.named
            player.count, player.asked = meant.count, meant.asked or player.asked
    whole = [player for player in players if player.one is None]
    for player in whole:
        if player.role is None and player.named and player.kind == "person":
            player.role = _post_called(player)
        elif player.role is not None and " " not in player.role:
            player.role = _fuller_post(player)
    return whole


def _post_called(player: Player) -> str | None:
    """The post by which the report calls one beside whose name none stands: قال فلان ... وأضاف مدير المرصد."""
    posts = [
        name
        for name in player.aliases
        if (title := title_words()[name.partition(" ")[0]]) is not None
        and title.title.kind == "role"
        and (not title.title.unnamed or " " in name)
        and name not in player.name
        and not title.possessed
        and title.number == 1
    ]
    return max(posts, key=len, default=None)


def _fuller_post(player: Player) -> str:
    """The post of one who is called المتحدث beside his name and متحدث باسم الحرس الثوري elsewhere."""
    role = str(player.role)
    title = title_words()[role]
    if title is None:
        return role
    longer = [
        name
        for name in player.aliases
        if (other := title_words()[name.partition(" ")[0]]) is not None and other.title is title.title and " " in name
    ]
    return max(longer, key=len, default=role)


class _Index:
    """The players by their words, their heads and the keys of their names."""

    def __init__(self, players: list[Player], world: World, published: str | None) -> None:
        self.players = players
        self.published = published
        self.by_part: dict[str, list[Player]] = {}
        self.by_head: dict[str, list[Player]] = {}
        self.by_key: dict[str, list[Player]] = {}
        self.keys: dict[int, tuple[str, ...]] = {}
        self.by_surname: dict[str, list[Player]] = {}
        self.persons = [player for player in players if player.named and player.kind == "person"]
        for player in players:
            for part in player.parts:
                self.by_part.setdefault(part, []).append(player)
            if player.head:
                self.by_head.setdefault(player.head, []).append(player)
            if player.named:
                keys = self.keys[id(player)] = _keys_of(player, world)
                for key in keys:
                    self.by_key.setdefault(key, []).append(player)
                if player.kind == "person" and " " in player.name:
                    surname = _keys()[player.name.rpartition(" ")[2]][-1]
                    self.by_surname.setdefault(surname, []).append(player)

    def with_parts(self, player: Player) -> list[Player]:
        """The others whose names have every word of this one's."""
        parts, shortest = player.parts, list[Player]()
        for part in parts:
            players = self.by_part[part]
            if not shortest or len(players) < len(shortest):
                shortest = players
        return [other for other in shortest[:_CANDIDATES] if other is not player and parts <= other.parts]


class _Keys(dict[str, tuple[str, ...]]):
    """What the spellings of a name share: its key, and what is left of it without long vowels."""

    def __missing__(self, name: str) -> tuple[str, ...]:
        if len(self) > MOST_WORDS:
            self.clear()
        key = name_key(name)
        skeleton = key.translate(_VOWELS)
        found = self[name] = (key, skeleton) if len(skeleton) >= _SHORTEST_SKELETON else (key,)
        return found


@cache
def _keys() -> _Keys:
    return _Keys()


def _keys_of(player: Player, world: World) -> tuple[str, ...]:
    """What the spellings of the player's name share, and for a body the fullest name that the lexicon has for it."""
    keys = _keys()[player.name]
    if player.kind != "organization":
        return keys
    body = world.bodies.get(keys[0])
    if body is None and player.head in group("before_names"):
        # ميليشيات الحوثي are الحوثيون.
        body = world.bodies.get(keys[0].partition(" ")[2])
    short = _INSIDE.search(player.name) if any(mark in player.name for mark in _OPENING) else None
    if short is not None:
        # منظمة الأمم المتحدة للطفولة (يونيسيف), مركز "سمال آرمز" للدراسات
        keys = (*keys, *_keys()[short[1] or short[2]])
        body = body or world.bodies.get(_keys()[short[1] or short[2]][0])
    return keys if body is None else (*keys, body.name)


def _other(player: Player, index: _Index, world: World) -> Player | None:
    """The one other player who is the same; None where nobody or more than one is."""
    if player.named:
        # Whoever bears one name is one, however many spellings there are.
        found = _spelt_alike(player, index)
        if player.kind in _BODIES and not found:
            found = list(_bodies(player, index))
        elif player.kind == "person" and not found and " " not in player.name:
            # ريكاردو إيفانغليستا, إيفانغيليستا
            keys = index.keys[id(player)]
            found = list(index.by_surname.get(keys[1], ())) if len(keys) > 1 else []
    elif player.kind == "person" and (player.nations or len(player.posts) > 1):
        found = list(_holders(player, index, world))
    else:
        found = []
    if not player.named:
        found = found or list(_described(player, index))
    if not found:
        return None
    found = list({id(one): one for one in map(_root, found) if one is not _root(player)}.values())
    return found[0] if len(found) == 1 else None


def _root(player: Player) -> Player:
    while player.one is not None:
        player = player.one
    return player


def _spelt_alike(player: Player, index: _Index) -> list[Player]:
    """Another of the same name, if there is one."""
    for key in index.keys[id(player)]:
        for other in index.by_key[key][:_CANDIDATES]:
            if other is not player and (
                other.kind == player.kind or (other.kind in _BODIES and player.kind in _BODIES)
            ):
                return [other]
    return []


def _bodies(player: Player, index: _Index) -> Iterator[Player]:
    """جيش الإسلام under its fuller name جماعة جيش الإسلام, المجلس الرئاسي under المجلس الرئاسي لحكومة الوفاق."""
    if len(player.parts) <= 1 and player.head and not _is_named_by(player):
        yield from _ministries(player, index)
        return
    for other in index.with_parts(player):
        if other.kind != player.kind or not other.named or not player.nations <= other.nations:
            continue
        more = other.parts - player.parts
        with_head = player.nations == other.nations and more == {other.head} and other.head in group("before_names")
        in_short = len(player.parts) > 1 and player.head == other.head and (more or player.nations < other.nations)
        if with_head or in_short:
            yield other


def _ministries(player: Player, index: _Index) -> Iterator[Player]:
    """The ministry that is called by its field alone: الصحة of وزارة الصحة, if no other has that field."""
    if not player.name.startswith(_THE) or " " in player.name:
        return
    fitting = [
        other
        for other in index.with_parts(player)
        if other.kind == player.kind and other.named and other.head == _MINISTRY
    ]
    if len({id(_root(other)) for other in fitting}) == 1:
        yield fitting[0]


def _is_named_by(player: Player) -> bool:
    """الخارجية الروسية: what a ministry is called by without the word."""
    return bool(player.nations)


def _holders(player: Player, index: _Index, world: World) -> Iterator[Player]:
    """Who is named in the report and holds the post, by what the report or the lexicon says."""
    if player.head == _PEER and player.nations:
        # نظيره الأردني: the only one of that nation who is named.
        yield from _of_nation(player, index)
        return
    former = not source_words().former.isdisjoint(player.posts)
    on = None if former else index.published
    wanted = _Post(player.posts - player.nations - source_words().former, player, on)
    for person in index.persons:
        if person is not player and wanted.is_held_by(person, world):
            yield person


def _of_nation(player: Player, index: _Index) -> Iterator[Player]:
    for person in index.persons:
        if person is not player and player.nations <= person.nations:
            yield person


class _Post:
    """A post by the roots of its words."""

    def __init__(self, posts: frozenset[str], player: Player, on: str | None) -> None:
        self.posts = posts
        self.player = player
        self.on = on
        # Whoever may be called so holds no post that a desk knows.
        self.is_anybodys = player.head in source_words().any_post

    def is_held_by(self, person: Player, world: World) -> bool:
        player = self.player
        if "f" in (player.gender, person.gender) and "m" in (player.gender, person.gender):
            return False
        if player.posts <= person.posts and player.nations <= person.nations and player.posts:
            return True
        known = None if self.is_anybodys else world.person_known(person.name)
        if known is None:
            return False
        told = world.roles[player.name]
        nation = told.nation or told.home
        if nation != known.country and (nation is not None or len(self.posts) < _SPECIFIC):
            return False
        # الوزير is no رئيس وزراء.
        return any(self.posts <= post and player.head in ("", head) for head, post in _posts(known, self.on))


def _posts(person: Person, on: str | None) -> Iterator[tuple[str, frozenset[str]]]:
    """The first root and all roots of the words of each post of a person held on the day `on`, where it is known."""
    titles = title_words()
    for post in person.posts():
        if on is not None and not _is_held(post, on):
            continue
        words = [(word, titles[word]) for word in post.post.split()]
        roots = [root(word) if title is None else same(title.title.word) for word, title in words]
        yield roots[0], frozenset(roots)


def _is_held(post: Role, on: str) -> bool:
    """Whether nothing tells that the post was not held on that day: a term is told in years or months."""
    began = post.since is None or post.since <= on[: len(post.since)]
    return began and (post.until is None or on[: len(post.until)] <= post.until)


def _bearer(player: Player, index: _Index) -> Player | None:
    """The one other person whose surname is left of two words where the other is an ordinary one: ذهب خاشقجي."""
    words = player.name.split(" ")
    if len(words) != _PAIR:
        return None
    for word, rest in (words, words[::-1]):
        if KNOWN[word] or is_listed(word) or word in PARTICLES:
            continue
        surname = parts_of(rest)
        shared = [index.by_part.get(part, []) for part in surname]
        found = {
            id(_root(other)): _root(other)
            for other in min(shared, key=len, default=[])[:_CANDIDATES]
            if other is not player
            and other.kind == "person"
            and other.named
            and surname <= other.parts
            and player.parts.isdisjoint(other.parts - surname)
        }
        found.pop(id(player), None)
        if len(found) == 1:
            return next(iter(found.values()))
    return None


def _described(player: Player, index: _Index) -> Iterator[Player]:
    """Who is described alike with more words: المحققون, محققو مكافحة الإرهاب."""
    if not player.parts.isdisjoint(source_words().another) or not player.parts or player.head in source_words().source:
        return
    for other in index.by_head.get(player.head, ())[:_CANDIDATES]:
        if (
            other is not player
            and not other.named
            and other.kind == player.kind
            and (other.number > 1) == (player.number > 1)
            and player.parts < other.parts
            and player.nations <= other.nations
        ):
            yield other


def _join(short: Player, full: Player) -> None:
    """Let `short` be `full` from now on, under the fuller of both names."""
    if full.one is not None or short is full:
        return
    if not short.named and full.named and full.role is None and _is_post(short.name):
        full.role = short.name
    if short.named and full.named and len(short.name) > len(full.name) and short.kind == full.kind:
        short.name, full.name = full.name, short.name
        short.aliases, full.aliases = full.aliases, short.aliases
    full.aliases = list(dict.fromkeys([*full.aliases, short.name, *short.aliases]))
    full.mentions = full.mentions | short.mentions
    full.role = full.role or short.role
    short.one = full


def _is_post(name: str) -> bool:
    title = title_words()[name.partition(" ")[0]]
    return title is not None and title.title.kind == "role"


def _abbreviations(sheet: Sheet, index: _Index) -> Iterator[tuple[Player, Player]]:
    """Whoever has another name in brackets behind his own: حركة المقاومة الإسلامية (حماس), محمود عباس (أبو مازن)."""
    tokens, last = sheet.tokens, len(sheet.tokens) - 2
    at = dict[int, Player]()
    for full in index.players:
        if not full.named:
            continue
        opened = [words for words in full.mentions if words[1] < last and tokens[words[1]].flags & Is.OPEN]
        if not opened:
            continue
        at = at or {first: player for player in index.players if player.named for first, _ in player.mentions}
        for _, end in sorted(opened):
            short = at.get(end + 1)
            if short is None:
                continue
            if short.kind == full.kind == "person" or (short.kind in _BODIES and full.kind in _BODIES):
                yield short, full
