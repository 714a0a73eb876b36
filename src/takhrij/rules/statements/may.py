"""What a word may do where somebody speaks, by its letters alone: asked once of each spelling, not at each place."""

from functools import cache

from takhrij.lexicon import actor_words
from takhrij.lexicon.definites import definite_nouns
from takhrij.lexicon.function_words import group, letters
from takhrij.lexicon.source_words import source_words

_OPENS_MARK = (
    "#",
    "_",
    "ال",
    "ل",
    "غير",
)
_RANK_OF_GOD = (
    "ايه",
    "الله",
)
_JOINTS = (
    "علي",
    "الي",
    "عن",
    "في",
)
_GOES_ON_BEHIND = (
    "عن",
    "في",
    "غير",
)
_AND = "و"
_OWNER = "صاحب"
_TO = "ل"
_HUNG = (
    "ب",
    "ل",
    "ك",
)
_ARTICLE = "ال"


class May:
    """What a word may do, as flags of one integer: where one is not set, no rule need ask."""

    # A sign, a number's article or غير: the phrase steps over it.
    STEP_OVER = 1 << 0
    RANK = 1 << 1
    # A preposition, or what looks like one.
    JOIN = 1 << 2
    # وال, بال
    OPEN = 1 << 3
    QUALIFY = 1 << 4
    # Behind another definite word it begins a phrase of its own, whatever that is.
    TURN = 1 << 5
    NEVER_DESCRIBE = 1 << 6
    # ل before it, or any preposition of one letter.
    TELL_TO_WHOM = 1 << 7
    HANG = 1 << 8
    BE_OWNED = 1 << 9
    # The phrase of a source goes on with it behind its noun phrase.
    GO_ON = 1 << 10
    # It tells who leads a body, or where its seat is.
    LEAD = 1 << 11
    # صاحب, السمو: the parts of a style.
    OWN = 1 << 12
    STYLE = 1 << 13
    # It begins to tell of a copy that was received, of a question, or on what was spoken.
    RECEIVE = 1 << 14
    ASK = 1 << 15
    BE_HEARD_ON = 1 << 16
    # Though it may be a post, it may be a verb, an adjective or what something is made of.
    BE_NO_POST = 1 << 17
    # Behind a post it tells an age or how somebody is called.
    END_POST = 1 << 18
    # هذا, نفس: it stands before whoever is meant again.
    POINT = 1 << 19
    # Another device may begin at it.
    PAUSE = 1 << 20
    # What stands aside from a saying begins with it.
    STAND_ASIDE = 1 << 21


def _is_qualifying(folded: str) -> bool:
    """Whether the word is an adjective that goes with sources, or looks like one of relation: سوري, أمنية."""
    return folded in group("source_adjectives") or (len(folded) > 4 and folded.endswith(letters("nisba_endings")))


def _possessed(folded: str) -> bool:
    """A noun with a possessor's pronoun closes a phrase as the article does: مدير مكتبه."""
    return len(folded) > 4 and folded.endswith(letters("possessor_endings"))


def _with_and(name: str) -> list[str]:
    """Words about actors as they are, and behind و."""
    return [before + word for before in ("", _AND) for word in actor_words.group(name)]


@cache
def _small_words() -> dict[str, int]:
    known: dict[str, int] = {}
    for words, flag in (
        (_OPENS_MARK, May.STEP_OVER),
        ([*group("of_rank"), *_RANK_OF_GOD], May.RANK),
        ([*group("post_joints"), *group("in_of"), *_JOINTS], May.JOIN),
        ([*group("parties"), *group("nisba_nouns"), *group("never_adjectives")], May.TURN),
        ([*group("on_and_through"), *group("called"), *group("back_then"), *_GOES_ON_BEHIND], May.GO_ON),
        ([*actor_words.group("seated"), *actor_words.group("led_by")], May.GO_ON | May.LEAD),
        (actor_words.group("styles_of_owners"), May.STYLE),
        (actor_words.group("heard_on"), May.BE_HEARD_ON),
        (source_words().copies, May.RECEIVE),
        (source_words().questions, May.ASK),
        (group("pauses"), May.PAUSE),
        (group("asides"), May.STAND_ASIDE),
        ([*source_words().pointing, *source_words().letters_alone], May.POINT),
        ([*_with_and("composed"), *_with_and("doubtful_posts")], May.BE_NO_POST),
        ([*actor_words.group("journalistic"), *actor_words.group("describing_posts")], May.BE_NO_POST),
        ([*group("called"), *group("back_then")], May.END_POST),
        ([*actor_words.group("ages_told"), *actor_words.group("known_as")], May.END_POST),
    ):
        for word in words:
            known[word] = known.get(word, 0) | flag
    return known


def may(folded: str) -> int:
    """What the folded word may do, as flags of `May`."""
    found = _small_words().get(folded, 0)
    qualifying = _is_qualifying(folded)
    if qualifying:
        found |= May.QUALIFY
    if folded.startswith(letters("definite_openings")):
        found |= May.OPEN
    if folded.startswith(_ARTICLE) and not qualifying and folded in definite_nouns():
        found |= May.NEVER_DESCRIBE
    if folded[1:] in source_words().same_again:
        found |= May.POINT
    if folded.startswith(source_words().received_openings):
        found |= May.RECEIVE
    if folded.removeprefix(_AND).startswith(_OWNER):
        found |= May.OWN
    if folded.startswith(_HUNG):
        found |= May.HANG | (May.TELL_TO_WHOM if folded.startswith(_TO) else 0)
    return found | May.BE_OWNED if _possessed(folded) else found
