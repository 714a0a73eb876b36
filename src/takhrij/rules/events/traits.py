"""What the rules of events ask of words again and again, as flags of one integer for each spelling.

A group of words is a set, and to look a word up in many of them costs more than all else that is asked of it; the flags
of a page's words lie in a list. They say only what the spelling says, and most spellings have none or few.

Some are the whole answer, such as JOINED or NO_PARTY; others only say that a closer look is worth it, and what looks
closer asks the groups themselves: a group that it comes to ask for besides must be entered here as well.
"""

from functools import cache

from takhrij.lexicon import actor_words
from takhrij.lexicon.carried import carriers
from takhrij.lexicon.event_words import group
from takhrij.lexicon.events import entries
from takhrij.lexicon.places import people
from takhrij.lexicon.senses import triggers
from takhrij.lexicon.world import armed_names
from takhrij.rules.events.described import may_be_no_party, without_pronoun
from takhrij.rules.statements.proclitics import bears, without_hung
from takhrij.rules.statements.tokens import Token, tokens
from takhrij.text.columns import Column
from takhrij.text.fold import fold

# It begins with و for "and".
JOINED = 1 << 0
# ب for "in" hangs on it.
IN = 1 << 1
# It is likely a finite verb; or a light verb, be it finite or not.
VERB = 1 << 2
CARRIER = 1 << 3
# It may name a party, alone or with the words behind it: what says so.
PARTY = 1 << 4
EACH = 1 << 5
MANY = 1 << 6
THESE = 1 << 7
THEIRS = 1 << 8
ARMED = 1 << 9
ABOUT = 1 << 10
OF_PEOPLE = 1 << 11
MAY_BE_PARTY = PARTY | EACH | MANY | THESE | THEIRS | ARMED | ABOUT | OF_PEOPLE
# It names none, or may only look as if it did.
NO_PARTY = 1 << 12
DOUBTFUL_PARTY = 1 << 13
# A party's phrase may end before it, or before what follows one's own: مواطنيه, أنصارها.
ADVERB = 1 << 14
HIS_FOLLOWERS = 1 << 15
CLOSING = 1 << 16
FELLOW = 1 << 17
# It may tell more of a party.
DESCRIBING = 1 << 18
# A place may stand behind it, or in it.
TO_PLACE = 1 << 19
ANSWER = 1 << 20
# Behind it those may stand who are present, or who did it.
BESIDE = 1 << 21
HAND = 1 << 22
# Its sentence tells of sport, for sure or with another such word.
SPORT = 1 << 23
SPORT_IN_COMPANY = 1 << 24
# A clause may begin with it.
OPENING = 1 << 25
# Words before a trigger that may make it no event, or none that happened.
ASKING = 1 << 26
ABSTRACT = 1 << 27
CHARGE = 1 << 28
BACKDROP = 1 << 29
REFRAINING = 1 << 30
RESULT = 1 << 31
LAW = 1 << 32
STATUS = 1 << 33
HOPING = 1 << 34
NEGATED = 1 << 35
DECISION = 1 << 36
DECIDING = 1 << 37
ATTEMPT = 1 << 38
# A trigger of its sentence may need it, or be another thing because of it.
SOUGHT = 1 << 39
# إليها, منه
WITH_PRONOUN = 1 << 40
# It may say what kind of place one is, or where: مدينة, بالقرب, شمال.
OF_PLACE = 1 << 41
# ما, لا: an estimate may begin with it.
ESTIMATE = 1 << 42
# It may stand between a verb and its parties, or open what does.
ASIDE = 1 << 43
# Those whom it names are members of the body behind it.
MEMBERS = 1 << 44

_AND = "و"
_BY = "ب"
_PREPOSED = tuple("بل")
_AND_FOR_THE = "ولل"
_ADVERB = "يا"
_DOTS = ".."
_PARTICIPLE = "participle"
_SHORTEST = 3
# These are given by what a preposition hangs on, too.
_ALSO_HUNG = ABSTRACT | CHARGE | BACKDROP | OF_PLACE

# Which groups give a flag to a word as it is folded, to what is left of it without و ف ل, without its first letter, and
# without و.
_FOLDED = "folded"
_BARE = "bare"
_BEHIND = "behind"
_BEHIND_AND = "behind_and"
_GROUPS = {
    _FOLDED: {
        PARTY: "parties",
        EACH: "each",
        THESE: "these",
        NO_PARTY: "no_party",
        ADVERB: "adverbs",
        CLOSING: "sentences done_things asked_bodies",
        FELLOW: "fellow",
        DESCRIBING: "among",
        TO_PLACE: "near_to",
        ANSWER: "answers",
        BESIDE: "beside",
        HAND: "later weapons",
        OPENING: "breaks",
        ASKING: "asks",
        ABSTRACT: "refusals abstract modal any_one",
        CHARGE: "charges charged_with",
        BACKDROP: "backdrop",
        LAW: "laws drafts",
        STATUS: "decides if planned ongoing",
        HOPING: "hoped",
        NEGATED: "negation",
        DECISION: "decisions",
        ATTEMPT: "attempts threats",
        SOUGHT: "violence accidents disasters factories explosions punishes",
        WITH_PRONOUN: "with_pronoun",
        OF_PLACE: "settled near_to part_of_place towns facilities first_of_place",
        ASIDE: "asides circumstances led_by without",
    },
    _BARE: {
        PARTY: "parties",
        EACH: "each",
        MANY: "many_of",
        ABOUT: "about",
        BACKDROP: "backdrop",
        RESULT: "results",
        LAW: "laws",
        STATUS: "decides if planned ongoing",
        NEGATED: "that_not",
        DECIDING: "deciding",
    },
    _BEHIND: {MANY: "many_of", ATTEMPT: "attempts threats"},
    _BEHIND_AND: {REFRAINING: "refrains provides", HOPING: "wishes", MEMBERS: "members"},
}
# Single words, as they are folded.
_WORDS = {
    "في": TO_PLACE,
    "علي": TO_PLACE | HAND,
    "من": HAND | ASIDE,
    "مع": ASIDE,
    "#": ASIDE,
    "ما": DESCRIBING | ESTIMATE,
    "لا": ESTIMATE,
    "حضور": BESIDE,
    "اذا": ASKING,
}


@cache
def _known(part: str) -> dict[str, int]:
    """The flags that groups of words give to that part of a word."""
    known: dict[str, int] = {}
    for flag, names in _GROUPS[part].items():
        for name in names.split():
            for word in group(name):
                known[word] = known.get(word, 0) | flag
    return known


@cache
def _sought() -> frozenset[str]:
    """The words of which triggers need one in their sentence."""
    found = set()
    for trigger in entries():
        found.update(fold(trigger.follows).split())
        found.update(group(trigger.near) if trigger.near else ())
    return frozenset(found)


def is_in(word: str) -> bool:
    """Whether ب for "in" hangs on the word: بطرابلس."""
    return word.startswith(_BY) and len(word) > 2 and bears(word, _BY)


def traits_of(word: str) -> int:
    """The flags of a published word."""
    token = tokens()[word]
    folded, bare = token.folded, token.bare
    joined = word.startswith(_AND) and (word == _AND or bears(word, _AND))
    found = _known(_FOLDED).get(folded, 0) | _known(_BARE).get(bare, 0) | _known(_BEHIND).get(folded[1:], 0)
    found |= _known(_BEHIND_AND).get(folded.removeprefix(_AND), 0) | _WORDS.get(folded, 0) | _WORDS.get(bare, 0)
    return found | _hung(word, folded, joined) | _of_party(word, token, joined) | _of_verb(word, token)


def _hung(word: str, folded: str, joined: bool) -> int:
    """The flags that the letter before a word gives it, and what is behind that letter."""
    behind_hung = without_hung(word)
    asked = (
        (JOINED, joined),
        (IN | TO_PLACE, is_in(word)),
        (SOUGHT, folded in _sought() or behind_hung in _sought() or _known(_FOLDED).get(behind_hung, 0) & SOUGHT),
        (ASIDE, folded.startswith(_BY) or folded.endswith(_ADVERB)),
        (CLOSING, folded.startswith(_AND_FOR_THE)),
        (OPENING, folded.startswith(_DOTS) or (folded.startswith(_AND) and len(folded) > _SHORTEST)),
        (SPORT, folded in group("sports") or behind_hung in group("sports")),
        (SPORT_IN_COMPANY, folded in group("sports_in_company") or behind_hung in group("sports_in_company")),
    )
    behind = _known(_FOLDED).get(folded[1:], 0) & _ALSO_HUNG if folded.startswith(_PREPOSED) else 0
    return behind | sum(flag for flag, has in asked if has)


def _of_party(word: str, token: Token, joined: bool) -> int:
    folded, bare, parties = token.folded, token.bare, group("parties")
    own = without_pronoun(folded)
    asked = (
        (PARTY, folded[1:] in parties and (joined or folded.startswith(_PREPOSED))),
        (THEIRS, without_pronoun(folded[1:] if joined else bare) in parties),
        (ARMED, armed_names().begins(word)),
        (ABOUT, (folded[1:] if joined else folded) in group("about")),
        (OF_PEOPLE, people()[word] is not None),
        (DOUBTFUL_PARTY, may_be_no_party(word, token)),
        (HIS_FOLLOWERS, own != folded and own in group("his_followers")),
        (DESCRIBING | ASIDE, folded in actor_words.group("described")),
    )
    return sum(flag for flag, has in asked if has)


def _of_verb(word: str, token: Token) -> int:
    if carriers()[word] is not None:
        return VERB | CARRIER
    senses = triggers()[word]
    told = senses is not None and not senses[0].noun and senses[0].shape != _PARTICIPLE
    return VERB if told or token.is_finite else 0


@cache
def trait_column() -> Column[int]:
    """The same for the words of pages."""
    return Column(traits_of)
