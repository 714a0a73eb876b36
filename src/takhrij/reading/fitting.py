"""Whether somebody who was named fits a later naming: the holder of a post, the subject of a verb."""

from collections.abc import Iterable, Mapping, MutableMapping

from takhrij.lexicon import actor_words
from takhrij.lexicon.places import names as place_names
from takhrij.lexicon.places import people
from takhrij.lexicon.sectors import STATELESS
from takhrij.lexicon.source_words import source_words
from takhrij.lexicon.verbs import Form
from takhrij.lexicon.world import world
from takhrij.reading.players import Phrase, Player
from takhrij.rules.statements.sheet import Sheet

# Of those whose post it is so many are looked at, so that time grows with the text alone.
_LATELY = 8
_ARTICLE = "ال"


def holds(player: Player, phrase: Phrase, *, short: bool = False) -> bool:
    """Whether the player holds the post that the phrase names; what nation it is may be left unsaid."""
    if not short and not _one_post(phrase.posts) <= _one_post(player.posts):
        return False
    if (player.number > 1) != (phrase.number > 1):
        return False
    if player.kind != phrase.kind:
        return False
    if phrase.gender == "f" and player.gender == "m" or (phrase.gender == "m" and player.gender == "f"):
        return False
    return is_of_nation(player, phrase)


def is_of_nation(player: Player, phrase: Phrase) -> bool:
    """Whether nothing tells that the player is of another nation than the phrase says."""
    if phrase.nations and not player.nations:
        return not _is_of_another(player, phrase.nations)
    if not phrase.nations:
        return True
    sides, others = _sides(phrase.nations), _sides(player.nations)
    return bool(phrase.nations & player.nations) and (not sides or not others or sides == others)


def _sides(nations: frozenset[str]) -> set[str]:
    """Those of the nations of which two bear one name: كوريا الشمالية beside كوريا."""
    return {nation for nation in nations if nation.partition(" ")[0] in nations and " " in nation}


def is_former(player: Player, phrase: Phrase) -> bool:
    """Whether the player held the post once and the phrase means who holds it: الرئيس المصري, الرئيس المصري الأسبق."""
    return bool(phrase.nations) and not source_words().former.isdisjoint(player.posts - phrase.posts)


def _is_of_another(player: Player, nations: frozenset[str]) -> bool:
    """Whether a desk knows that the player is of another nation: الرئيس الأسبق محمد مرسي is no رئيس تونسي."""
    known = world().person_known(player.name) if player.named and player.kind == "person" else None
    if known is None or known.country is None or known.country in STATELESS:
        return False
    places = [place_names().whole(nation.split(" ")) for nation in nations]
    return bool(places) and all(
        place is not None and place.country is not None and place.country != known.country for place in places
    )


def holder_of(holders: list[Player], phrase: Phrase) -> Player | None:
    """Of those who hold the post that the phrase names the likeliest: of its nation, named, the last who spoke."""
    fitting = [p for p in holders if holds(p, phrase)]
    former = source_words().former
    deputies = source_words().deputies
    anybody = phrase.head in source_words().any_post
    present = [p for p in fitting if former.isdisjoint(p.posts - phrase.posts)]
    if phrase.nations and not present:
        return None
    return max(
        present or fitting,
        key=lambda p: (
            p.head == phrase.head or deputies.isdisjoint(p.posts - phrase.posts),
            phrase.gender != "f" or p.gender == "f",
            phrase.nations <= p.nations,
            anybody or p.named or p.posts <= phrase.posts,
            p.last,
            p.seen < phrase.words[0],
            p.head == phrase.head,
            p.seen,
        ),
        default=None,
    )


def named_late(
    by_head: Mapping[str, list[Player]], by_part: MutableMapping[str, list[Player]], phrase: Phrase
) -> Player | None:
    """نقلت الوكالة عن السفير. وقال السفير الهولندي، فلان: who was told of by his post alone, now under his name."""
    for player in reversed(by_head.get(phrase.head, [])[-_LATELY:] if phrase.head else []):
        alone = player.name.startswith(_ARTICLE) and not player.named and player.kind == "person"
        alone = alone and player.posts <= phrase.posts and player.nations <= phrase.nations and not player.aliases
        if alone and (source_words().former | source_words().deputies).isdisjoint(phrase.posts - player.posts):
            player.aliases.append(player.name)
            player.name, player.named, player.parts = phrase.name, True, phrase.parts
            for part in sorted(phrase.parts):
                by_part.setdefault(part, []).append(player)
            return player
    return None


def told_of_before(spoke: Iterable[Player], phrase: Phrase, holder: Player) -> Player | None:
    """قال ناطق عسكري. وقال الناطق: who spoke last without a name, not the holder who is named only later."""
    if not phrase.lone or not holder.named:
        return None
    told_later = holder.mentions and all(first >= phrase.words[0] for first, _ in holder.mentions)
    silent = holder.last < 0 and phrase.head in source_words().any_post
    if not (told_later or silent):
        return None
    last = next((player for player in reversed(list(spoke)) if player.kind == "person"), None)
    if last is None or last.named:
        return None
    # أكد ضابط كبير. وتوقع المسؤول: not an official who was only told of
    return last if last.head == phrase.head or (silent and last.head in source_words().any_post) else None


def holder_in_short(holders: list[Player], phrase: Phrase) -> Player | None:
    """مدير المرصد السوري لحقوق الإنسان: the only one whom the report calls مدير المرصد فلان."""
    short = [p for p in holders if p.named and p.kind == "person" and p.posts < phrase.posts and _heads_body(p)]
    return short[0] if len(short) == 1 and holds(short[0], phrase, short=True) else None


def _heads_body(player: Player) -> bool:
    """Whether a post of the player is at an organisation that the report calls by its kind: مدير المرصد."""
    return any(
        word in source_words().generic_body or word + "ه" in source_words().generic_body for word in player.posts
    )


def _one_post(posts: frozenset[str]) -> frozenset[str]:
    """رئيس الحكومة is رئيس الوزراء."""
    posts = posts - actor_words.group("slight_in_posts") or posts
    government = source_words().head_of_government
    return posts | government if len(posts & government) > 1 else posts


def is_one_description(player: Player, phrase: Phrase) -> bool:
    """Whether two descriptions of one who is not named may mean the same: they are alike word for word."""
    return not player.named and player.name == phrase.name and phrase.parts.isdisjoint(source_words().another)


def agrees(player: Player, form: Form) -> bool:
    """Whether the verb form may have this player as its subject."""
    if form.person == 1 or not form.gender:
        return True
    if form.number == 1:
        if player.kind in ("people", "public") and player.gender != "f":
            return False
        if player.kind == "person":
            return (player.gender or "m") == form.gender
        return not player.gender or player.gender == form.gender
    if form.number == 2:
        return player.number == 2 or player.count == 2
    return player.kind in ("people", "public") or player.number > 1


def is_so_called(player: Player, phrase: Phrase) -> bool:
    """Whether who spoke last has the post that the phrase words otherwise: مقررة الأمم المتحدة, المقررة الأممية."""
    if not player.named or not phrase.head or phrase.head != player.head or phrase.number > 1:
        return False
    if not is_of_nation(player, phrase) or is_former(player, phrase):
        return False
    return not phrase.gender or not player.gender or phrase.gender == player.gender


def of_form(form: Form | None) -> str:
    """The gender of the person that a verb form of the past has for its subject; "" where it tells none."""
    return form.gender if form is not None and (form.number, form.shape) == (1, "perfect") else ""


def is_woman(form: Form | None) -> bool:
    """Whether the verb form tells that a woman speaks: قالت, where its subject is a person."""
    return form is not None and (form.gender, form.number, form.shape) == ("f", 1, "perfect")


def of_woman(phrase: Phrase, form: Form | None) -> Phrase | None:
    """The phrase of a post that a woman bears in the masculine: قالت | المدير العام."""
    if phrase.gender != "m" or phrase.kind != "person" or not is_woman(form):
        return None
    return phrase.hers()


def bearer_of(players: list[Player], parts: frozenset[str]) -> Player | None:
    """Of these players the person whose name holds these words: the one seen last, the shortest of these."""
    bearer: Player | None = None
    for player in players:
        if player.kind != "person" or not player.named or not parts <= player.parts:
            continue
        if len(player.parts) > len(parts) and _is_son_of(player.parts - parts):
            continue
        if bearer is None or (player.seen, -len(player.parts)) > (bearer.seen, -len(bearer.parts)):
            bearer = player
    return bearer


def _is_son_of(more: frozenset[str]) -> bool:
    """Whether what a fuller name has more shows that it is the son's: ترامب is not ترامب جونيور."""
    return not more.isdisjoint(actor_words.group("juniors"))


def is_nation(sheet: Sheet, first: int) -> bool:
    """Whether the definite word at `first` tells of what nation somebody is: المصري."""
    nation = people()[sheet.page.words[first]]
    return nation is not None and nation.definite


def is_body(player: Player) -> bool:
    """Whether المنظمة may mean the player: أوكسفام, but not a country or a capital."""
    if player.kind != "organization" or player.head:
        return False
    return place_names().at(player.name.split(), 0) is None


def is_only_described(sheet: Sheet, phrase: Phrase) -> bool:
    """Whether a body's kind and an adjective that is of no name are all that is said of it: المنظمة | الحقوقية."""
    first, end = phrase.words
    return end - first == 2 and sheet.tokens[end - 1].folded in actor_words.group("describing_bodies")


def is_state(sheet: Sheet, full: Phrase, phrase: Phrase) -> bool:
    """Whether a country's fuller name is its own: دولة قطر, الولايات المتحدة الأمريكية; not السفارة في قطر."""
    first = sheet.tokens[full.words[0]].folded
    return full.name.startswith(phrase.name) or first in actor_words.group("states")


def may_be_state(sheet: Sheet, player: Player, phrase: Phrase) -> bool:
    """Whether a body may be one named without its head: دولة قطر is قطر, السفارة في قطر is not."""
    if place_names().at(player.name.split(), 0) is None:
        return True
    return sheet.tokens[phrase.words[0]].folded in actor_words.group("states")
