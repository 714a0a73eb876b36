"""Who spoke lately and is called by what tells nothing of him: المسؤول ذاته, المسؤول الأول عن القطاع, ضيف البرنامج."""

from collections import deque
from collections.abc import Mapping

from takhrij.lexicon import actor_words
from takhrij.lexicon.source_words import source_words
from takhrij.reading.players import Phrase, Player


def _may_be_so_called(player: Player, phrase: Phrase) -> bool:
    """Whether who spoke may have the post: whose kin somebody is tells of no post, and والدة الرضيع is no الطبيبة."""
    return player.named or player.head == phrase.head or player.head not in actor_words.group("kin")


# Of those whose kind it is so many are looked at, so that time grows with the text alone.
_LATELY = 40


def may_be_anyone(phrase: Phrase) -> bool:
    """Whether the post may be anybody's who was named before: المسؤول, المسؤول الأول عن القطاع, ضيف الحلقة."""
    return phrase.head in source_words().any_post or _tells_nothing(phrase)


def _tells_nothing(phrase: Phrase) -> bool:
    return phrase.definite and phrase.number == 1 and phrase.posts <= actor_words.group("posts_of_anyone")


def _is_official(phrase: Phrase) -> bool:
    """Whether no more is told than what kind of official it is: المسؤول الأمني."""
    kinds = actor_words.group("posts_of_anyone") | actor_words.group("kinds_of_officials")
    return phrase.definite and phrase.number == 1 and phrase.posts <= kinds


def last_person(spoke: deque[Player], phrase: Phrase) -> Player | None:
    """The last who spoke and may have the post that the phrase names."""
    anyone = _tells_nothing(phrase)
    for player in reversed(spoke):
        if player.kind == "person" and (player.gender or "m") == (phrase.gender or "m"):
            if (
                anyone
                or (not player.named and _is_official(phrase))
                or (phrase.posts <= player.posts | {phrase.head} and _may_be_so_called(player, phrase))
            ):
                return player
    return None


def last_body(by_head: Mapping[str, list[Player]], phrase: Phrase) -> Player | None:
    """وكالة مراقبة الأعاصير, and then الوكالة: the body of that kind, where no outlet was named."""
    alike = [p for p in by_head.get(phrase.head, [])[-_LATELY:] if p.kind == "organization" and p.named]
    return alike[-1] if alike and phrase.lone else None


def is_text_described(phrase: Phrase) -> bool:
    """Whether only its kind is told of a text that was given out before: البيان المشترك."""
    more = phrase.parts - {phrase.head}
    return phrase.definite and bool(more) and more <= actor_words.group("describing_texts")


def may_have_issued(maker: Player, phrase: Phrase) -> bool:
    """Whether a text that is told to be of several may be his who gave one out: البيان المشترك."""
    return phrase.parts.isdisjoint(actor_words.group("of_several")) or maker.kind == "people" or maker.number > 1


def is_latter(phrase: Phrase) -> bool:
    """Whether whoever was named last is meant: الأخير, هذا الأخير."""
    return phrase.lone and phrase.definite and phrase.head in actor_words.group("the_latter")


def last_one(spoke: deque[Player]) -> Player | None:
    """The person who spoke last."""
    return next((player for player in reversed(spoke) if player.kind in ("person", "public")), None)
