"""Who the actors of a report are: those who speak, those who act, and the persons of whom it tells something.

One who is not named is an actor only if he speaks, or if a post tells who he is: وزير إيطالي, but not 15 شخصا. Somebody
named by the way (سقوط نظام القذافي) is none, nor is a paper that nobody made.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.lookup import MOST_WORDS
from takhrij.lexicon.organizations import heads
from takhrij.lexicon.outlets import known as known_outlet
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.lexicon.titles import words as title_words
from takhrij.lexicon.world import world
from takhrij.reading.bodies import bodies_told_of
from takhrij.reading.contents import Contents
from takhrij.reading.links import Told
from takhrij.reading.listed import is_listed
from takhrij.reading.persons import is_joined
from takhrij.reading.players import Player, Words
from takhrij.reading.speakers import Cast
from takhrij.reading.whole import KNOWN, PARTICLES
from takhrij.rules.events.closings import behind_each
from takhrij.rules.statements.sheet import Is, Sheet
from takhrij.text.fold import fold

# Somebody named by one word, without a post, is told of only if he is named again.
_TWICE = 2
_PAIR = 2
_PROCLITICS = "وفبلك"
_NEAR = 3
_ARTICLE = "ال"
_SITE = "موقع"
# So many namings of a speaker are looked at to see whether several speak.
_MENTIONS = 3


def partakers(sheet: Sheet, told: Sequence[Told], cast: Cast, beside: Iterable[Player]) -> list[Player]:
    """The players who are actors, in the order in which they are met: `beside` are those of the events."""
    seen: dict[int, Player] = {}
    for speaker in {id(player): player for player in _speakers(told)}.values():
        for player in _one_by_one(sheet, cast, speaker):
            seen.setdefault(id(player), player)
    for player in beside:
        if _is_somebody(sheet, player):
            seen.setdefault(id(player), player)
    contents = Contents([(one.device.content.first, one.device.content.end) for one in told])
    for player in _told_of(sheet, cast, seen.keys(), contents):
        seen[id(player)] = player
    for player in cast.by_key.values():
        if player.kind == "outlet" and player.named and (player.head != _SITE or known_outlet(player.name)):
            # موقع إطلاق الصاروخ is no outlet.
            seen.setdefault(id(player), player)
    for player in bodies_told_of(sheet, cast):
        seen.setdefault(id(player), player)
    return list(seen.values())


def _speakers(told: Iterable[Told]) -> Iterator[Player]:
    for one in told:
        for player, _, _ in one.before:
            yield player
        speaker = one.speaker
        if " " not in speaker.name and fold(speaker.name) in group("everybody"):
            # One word each: no need to fold a long name.
            continue
        if speaker.kind != "document" or _is_heard(speaker):
            yield speaker


def _is_heard(paper: Player) -> bool:
    return paper.head in group("heard_papers") and not paper.name.startswith(_ARTICLE)


def _one_by_one(sheet: Sheet, cast: Cast, player: Player) -> list[Player]:
    """The player, or those of whom it is made where several who are named speak with one voice."""
    if not player.named or player.kind not in ("people", "organization"):
        return [player]
    for words in sorted(player.mentions)[:_MENTIONS]:
        parts = _joined(sheet, words)
        if len(parts) > 1:
            found = [cast.at(part) for part in parts]
            if all(one.named and one is not player for one in found):
                return found
    return [player]


def _joined(sheet: Sheet, words: Words) -> list[Words]:
    """The words of each who is named in a phrase that joins several: البيت الأبيض | ووزارة الخارجية."""
    first, end = words
    first = start = behind_each(sheet, first, end)
    parts = []
    for k in range(first + 1, end):
        token = sheet.tokens[k]
        # كيم | والرئيس الكوري مون جاي-إن
        begins = k in sheet.name_end or token.head is not None or _begins_another(sheet, k, end)
        if begins and is_joined(sheet, k) and not any(sheet.name_end.get(j, 0) > k for j in range(start, k)):
            parts.append((start, k - 1 if sheet.tokens[k - 1].flags & Is.COMMA else k))
            start = k
    return [*parts, (start, end)]


def _begins_another(sheet: Sheet, k: int, end: int) -> bool:
    """Whether what another is begins at word `k`: والرئيس, ورئيس اللجنة فلان, والسوداني، فلان."""
    title = sheet.tokens[k].title
    if title is not None and title.definite:
        return True
    named = any(sheet.name_kind.get(j) == "person" for j in range(k + 1, end))
    return named and (title is not None or people()[sheet.page.words[k]] is not None)


def _is_somebody(sheet: Sheet, player: Player) -> bool:
    """Whether one who takes part in an event is named, or is the holder of a post."""
    if player.kind == "outlet":
        return known_outlet(player.name) is not None
    if player.named and player.kind == "person":
        return _is_like_person(player.name)
    if player.named and player.kind == "organization" and heads()[player.name.partition(" ")[0]] is None:
        # الشيطان and الأفارقة are no bodies, and on Twitter nobody acts but its users.
        found = any(first in sheet.name_end for first, _ in player.mentions) and people()[player.name] is None
        known = found or (" " in player.name and bool(player.nations) and not player.name[0].isdigit())
        return known and fold(player.name) not in source_words().platforms
    if player.named:
        return not _is_vague(player) and not player.name[0].isdigit()
    return player.kind == "person" and player.head not in source_words().any_post and _has_post(player)


def _is_vague(player: Player) -> bool:
    """Whether a body is named by no more than what it is: القوات, الدول الغربية, الجماعات المتطرفة."""
    if player.kind != "organization" or player.nations:
        return False
    kind, _, rest = player.name.partition(" ")
    if fold(kind).removeprefix(_ARTICLE) in group("many_bodies") and world().body(rest) is None:
        return True
    return player.head in group("vague_bodies") and len(player.parts) <= 1


def _has_post(player: Player) -> bool:
    title = title_words()[player.name.partition(" ")[0]]
    if title is None or title.title.kind != "role" or fold(player.name.partition(" ")[0]) in group("describing_posts"):
        # التحالف | العسكري بقيادة السعودية
        return False
    return title.definite or bool(player.nations) or len(player.posts) > 1


def _told_of(sheet: Sheet, cast: Cast, seen: Collection[int], contents: Contents) -> Iterator[Player]:
    """The persons of whom the report tells something though they neither speak nor act in an event."""
    for player in cast.named:
        if id(player) in seen or all(_is_by_the_way(sheet, first) for first, _ in player.mentions):
            continue
        cast.read_posts(player)
        if not _is_like_person(player.name) or not (
            player.head or _is_spoken_of(player, contents) or world().person_known(player.name)
        ):
            continue
        if len(player.parts) > 1 or (people()[player.name] is None and (len(player.mentions) >= _TWICE or player.head)):
            yield player


def _is_spoken_of(player: Player, contents: Contents) -> bool:
    """Whether one without a post is named again, or in somebody's words."""
    if len(player.mentions) >= _TWICE:
        return True
    return any(contents.innermost(first) is not None for first, _ in player.mentions)


class _LikePersons(dict[str, bool]):
    """Whether the words of names are persons', of all that were asked for."""

    def __missing__(self, name: str) -> bool:
        if len(self) >= MOST_WORDS:
            self.clear()
        found = self[name] = _has_persons_words(name)
        return found


_LIKE_PERSONS = _LikePersons()


def _is_like_person(name: str) -> bool:
    """Whether the words are a person's by what is known of them: no تشهد احتجاجات."""
    return _LIKE_PERSONS[name]


def _has_persons_words(name: str) -> bool:
    words = name.replace("-", " ").split()
    if len(words) == _PAIR and people()[words[1]] is not None and not (KNOWN[words[0]] or is_listed(words[0])):
        # مصدر | حكومي يمني
        return False
    return any(KNOWN[word] or word in PARTICLES or is_listed(word) for word in words)


def _is_by_the_way(sheet: Sheet, first: int) -> bool:
    """Whether the name at word `first` only tells when something was, or whose it was."""
    words = group("by_the_way")
    near = sheet.tokens[max(first - _NEAR, 0) : first]
    return any(token.folded in words or token.folded.lstrip(_PROCLITICS) in words for token in near)
