"""What the rules of events ask of words again and again, as flags of one integer for each spelling.

A group of words is a set, and to look a word up in many of them costs more than all else that is asked of it; the flags
of a page's words lie in a list. They say only what the spelling says, and most spellings have none.
"""

from functools import cache

from takhrij.lexicon import actor_words
from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import people
from takhrij.lexicon.world import armed_names
from takhrij.rules.events.described import may_be_no_party, without_pronoun
from takhrij.rules.statements.proclitics import bears, without_hung
from takhrij.rules.statements.tokens import Token, tokens
from takhrij.text.columns import Column

# It begins with و for "and".
JOINED = 1 << 0
# ب for "in" hangs on it.
IN = 1 << 1
# It may name a party, alone or with the words behind it; the flags up to THEIRS say by what.
PARTY = 1 << 2
EACH = 1 << 3
MANY = 1 << 4
THESE = 1 << 5
THEIRS = 1 << 6
ARMED = 1 << 7
ABOUT = 1 << 8
OF_PEOPLE = 1 << 9
# It names none, or only looks as if it did.
NO_PARTY = 1 << 10
DOUBTFUL_PARTY = 1 << 11
# It may end a party's phrase before it.
ADVERB = 1 << 12
# مواطنيه, أنصارها
HIS_FOLLOWERS = 1 << 13
CLOSING = 1 << 14
# It may tell more of a party.
DESCRIBING = 1 << 15
FELLOW = 1 << 16
# A place may stand behind it, or in it.
TO_PLACE = 1 << 17
ANSWER = 1 << 18
# Behind it those stand who are present.
BESIDE = 1 << 19
# Its sentence tells of sport, for sure or with another such word.
SPORT = 1 << 20
SPORT_IN_COMPANY = 1 << 21

MAY_BE_PARTY = PARTY | EACH | MANY | THESE | THEIRS | ARMED | ABOUT | OF_PEOPLE

_AND = "و"
_BY = "ب"
_WHAT = "ما"
_PRESENCE = "حضور"
_PREPOSED = tuple("بل")
_AND_FOR_THE = "ولل"
_PLACE_BEHIND = (
    "في",
    # على as it is folded
    "علي",
)


def is_in(word: str) -> bool:
    """Whether ب for "in" hangs on the word: بطرابلس."""
    return word.startswith(_BY) and len(word) > 2 and bears(word, _BY)


def traits_of(word: str) -> int:
    """The flags of a published word."""
    token, joined = tokens()[word], word.startswith(_AND) and (word == _AND or bears(word, _AND))
    return (
        (JOINED if joined else 0) | (IN if is_in(word) else 0) | _of_party(word, token, joined) | _around(word, token)
    )


def _of_party(word: str, token: Token, joined: bool) -> int:
    folded, bare = token.folded, token.bare
    parties, behind = group("parties"), folded[1:]
    own = without_pronoun(behind if joined else bare)
    hung = behind in parties and (joined or folded.startswith(_PREPOSED))
    about = (behind if joined else folded) in group("about") or bare in group("about")
    asked = (
        (PARTY, hung or folded in parties or bare in parties),
        (EACH, folded in group("each") or bare in group("each")),
        (MANY, bare in group("many_of") or behind in group("many_of")),
        (THESE, folded in group("these")),
        (THEIRS, own in parties),
        (ARMED, armed_names().begins(word)),
        (ABOUT, about),
        (OF_PEOPLE, people()[word] is not None),
        (NO_PARTY, folded in group("no_party")),
        (DOUBTFUL_PARTY, may_be_no_party(word, token)),
    )
    return sum(flag for flag, has in asked if has)


def _around(word: str, token: Token) -> int:
    folded, bare = token.folded, token.bare
    own, forms = without_pronoun(folded), (folded, without_hung(word))
    described = folded in actor_words.group("described") or folded in group("among")
    asked = (
        (ADVERB, folded in group("adverbs")),
        (HIS_FOLLOWERS, own != folded and own in group("his_followers")),
        (CLOSING, folded in group("sentences") or folded.startswith(_AND_FOR_THE)),
        (DESCRIBING, described or folded == _WHAT),
        (FELLOW, folded in group("fellow")),
        (TO_PLACE, folded in group("near_to") or bare in _PLACE_BEHIND or is_in(word)),
        (ANSWER, folded in group("answers")),
        (BESIDE, folded in group("beside") or folded == _PRESENCE),
        (SPORT, not group("sports").isdisjoint(forms)),
        (SPORT_IN_COMPANY, not group("sports_in_company").isdisjoint(forms)),
    )
    return sum(flag for flag, has in asked if has)


@cache
def trait_column() -> Column[int]:
    """The same for the words of pages."""
    return Column(traits_of)
