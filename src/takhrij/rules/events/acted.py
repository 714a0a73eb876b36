"""A verb tells it: استقبل الرئيس السفير, الشرطة اعتقلت ناشطا, قتل ثلاثة جنود."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.events import Sense
from takhrij.rules.events.arguments import (
    at_slots,
    beside,
    fits,
    follower,
    hands,
    has_pronoun,
    joint_parties,
    place_of,
    who_fits,
)
from takhrij.rules.events.deed import Deed, Rule
from takhrij.rules.events.scene import PREPOSED, Scene
from takhrij.rules.events.stance import status_of
from takhrij.rules.events.subjects import subject_before
from takhrij.rules.statements.sheet import Is, Range
from takhrij.rules.statements.tokens import is_accusative

_JOINED = tuple("وف")
_FEMININE = (
    "ة",
    "ين",
)
# إياه, إياها
_HIM = "ايا"
# مسلحين, not مسلحون
_OBJECT = "ين"
# "dawn" is written like the verb.
_DAWN = "فجر"
_NEAR = 5
_NO_OBJECT = Is.STOP | Is.BREAK | Is.COLON | Is.ADJUNCT | Is.THAT | Is.RELATIVE | Is.NEGATION


def find_acted(scene: Scene, i: int, sense: Sense) -> Deed | None:
    """The event that the finite verb at word `i` tells."""
    if _is_noun(scene, i, sense):
        return None
    frame, end = sense.frame, scene.clause_end(i)
    if not fits(scene, i, frame, end) or (i + 1 < end and scene.tokens[i + 1].folded in group("figures")):
        return None
    word = -1
    if frame.follows:
        word = follower(scene, i, frame, end)
        if word < 0:
            return None
    before = () if sense.before.startswith(_JOINED) else subject_before(scene, i)
    actor, recipient = _core(scene, i, sense, before, word if word > 0 else end)
    if word > 0 and "object" in frame.slots and not recipient and scene.is_party(word):
        # استدعت الوزارة السفير: the word that must follow is whom it is done to.
        recipient = joint_parties(scene, word, max(word + 1, scene.phrase(word, end)))
    if frame.trigger.whom == "party" and recipient and not scene.is_party(recipient[0][0]):
        recipient = ()
    if not recipient and not sense.pronoun:
        recipient = at_slots(scene, frame, max(word, i) + 1, end)
        if recipient and actor and recipient[0][0] < actor[-1][1]:
            recipient = ()
    if not actor and not sense.pronoun and recipient and frame.trigger.passive:
        actor = hands(scene, i + 1, end)
    return _deed(scene, i, sense, (actor, recipient), end)


def _deed(
    scene: Scene, i: int, sense: Sense, parties: tuple[tuple[Range, ...], tuple[Range, ...]], end: int
) -> Deed | None:
    actor, recipient = parties
    if not who_fits(scene, sense, actor):
        return None
    own = _is_of_speaker(scene, i)
    passive = not actor and not own and bool(recipient) and sense.frame.trigger.passive
    passive = passive and not _is_object(scene, recipient[0][0])
    start = scene.clause_start(i)
    return Deed(
        rule="events.suffered" if passive else "events.acted",
        sense=sense,
        words=(i, i + 1),
        actor=actor,
        recipient=recipient,
        others=beside(scene, i, end),
        place=_place(scene, sense, recipient, (start, i, end)),
        left_out=not actor and not passive,
        whose="recipient" if not recipient and (sense.pronoun or has_pronoun(scene, sense.frame, i + 1, end)) else "",
        status=status_of(scene, i, sense, start),
        verb=i,
        begin=start,
        end=end,
        by_verb=True,
        of_speaker=own,
        told=not _is_by_the_way(scene, i, sense),
    )


def _place(scene: Scene, sense: Sense, recipient: tuple[Range, ...], clause: tuple[int, int, int]) -> Range | None:
    """Where it happened; whoever visits a place is there."""
    trigger = sense.frame.trigger
    if trigger.type in WORDS_ONLY:
        return None
    if trigger.whom == "place" and recipient and scene.is_place(recipient[0][0]):
        return recipient[0]
    return place_of(scene, *clause)


# What is only said has no place worth telling.
WORDS_ONLY = frozenset(["REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN", "AGREE"])


def _is_object(scene: Scene, first: int) -> bool:
    """Whether the noun at word `first` stands in the accusative, so that somebody left out does it: وقتلت مسلحين."""
    token = scene.tokens[first]
    if first in scene.names or token.flags & (Is.NUMBER | Is.DEFINITE) or token.folded in group("about"):
        return False
    return token.folded in group("parties") and (token.folded.endswith(_OBJECT) or is_accusative(scene.words[first]))


def _is_aside(scene: Scene, i: int) -> bool:
    """Whether a relative clause or an occasion tells it by the way: الذين تجمعوا, عندما هاجم."""
    before = [scene.tokens[k] for k in (i - 1, i - 2) if k >= 0]
    if any(token.flags & Is.RELATIVE for token in before):
        return True
    return bool(before) and before[0].folded in group("occasions")


def _is_by_the_way(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the event is told only to say who or when: الذين تجمعوا, الذي يزور مصر حاليا."""
    trigger = sense.frame.trigger
    if trigger.type in VIOLENT:
        return _is_aside(scene, i)
    visits = trigger.whom == "place" and sense.shape == "imperfect"
    return visits and bool(i and scene.tokens[i - 1].flags & Is.RELATIVE)


VIOLENT = frozenset(["ASSAULT", "PROTEST"])


def _is_noun(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a spelling that may also be a noun is one here: behind a preposition, a verb, or a noun it belongs to."""
    if sense.shape != "perfect" or sense.passive:
        return False
    if sense.pronoun:
        return bool(i) and any(other.noun for other in scene.senses[i] or ()) and _follows_verb(scene, i)
    if _DAWN in (scene.tokens[i].bare, scene.tokens[i].folded):
        return _is_dawn(scene, i + 1)
    if sense.before:
        return False
    senses = scene.senses[i]
    if senses is None or all(not other.noun for other in senses):
        return False
    if i == 0:
        return False
    before = scene.tokens[i - 1]
    if before.flags & (Is.MARK | Is.BREAK | Is.RELATIVE | Is.AUXILIARY | Is.DEFINITE) or before.folded in group(
        "openers"
    ):
        return False
    if _leads_noun(scene, i - 1):
        return True
    if i - 1 in scene.names or before.flags or before.title is not None:
        return False
    return not any(scene.sheet.time_end.get(i - k) == i for k in (1, 2, 3, 4))


def _is_dawn(scene: Scene, j: int) -> bool:
    """Whether the word before word `j` is the dawn of a day, and does not blow something up."""
    near = scene.tokens[j] if j < len(scene.tokens) else None
    if near is None or j in scene.sheet.time_end or near.folded in group("days"):
        return True
    if near.folded in group("self") or scene.is_party(j):
        return False
    return bool(near.flags) or near.folded in group("before_noun") or j in scene.names


def _follows_verb(scene: Scene, i: int) -> bool:
    """Whether a word with a pronoun is what a verb shortly before it takes: قررت إسرائيل هدمها."""
    if _leads_noun(scene, i - 1):
        return True
    return i - 1 in scene.names and any(scene.carried(k) is not None for k in range(max(0, i - _NEAR), i - 1))


def _leads_noun(scene: Scene, k: int) -> bool:
    """Whether what follows word `k`, a preposition or a verb, is a noun."""
    token = scene.tokens[k]
    return scene.carried(k) is not None or token.is_finite or token.folded in group("before_noun")


def _core(
    scene: Scene, i: int, sense: Sense, before: tuple[Range, ...], stop: int
) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """The subject and the object among the phrases before and behind the verb."""
    frame = sense.frame
    takes_object = "object" in frame.slots
    limit = stop
    j = scene.skip(i + 1, limit)
    first = _party_at(scene, j, limit)
    if _is_of_speaker(scene, i):
        return (), joint_parties(scene, j, first) if first and takes_object else _inner(scene, sense, j, limit)
    if sense.person == 1:
        return (), joint_parties(scene, j, first) if first and takes_object else ()
    if before and sense.pronoun and first:
        # مقاتلون طردتهم القوات: the pronoun is whoever stands before.
        return joint_parties(scene, j, first), before
    if before:
        if frame.trigger.passive and takes_object and not first and not sense.pronoun and _may_suffer(scene, before):
            # الناشط اعتقل أمس: nothing stands behind it that it could be done to.
            return ((), before) if not _has_object(scene, j, limit) else (before, ())
        return before, joint_parties(scene, j, first) if first and takes_object and not sense.pronoun else ()
    if not first:
        return (), _object(scene, j, limit) if takes_object and not sense.pronoun and frame.trigger.whom == "" else ()
    lead = joint_parties(scene, j, first)
    if takes_object and not sense.pronoun and _is_visited(scene, i, sense, lead):
        return (), lead
    if sense.pronoun or not takes_object:
        if frame.trigger.passive and not takes_object and not frame.slots and not scene.is_doer(j):
            return (), lead
        return lead, ()
    k = scene.skip(lead[-1][1] if lead else first, limit)
    second = _party_at(scene, k, limit)
    if second:
        return lead, joint_parties(scene, k, second)
    if frame.trigger.whom == "place" and scene.is_place(k):
        return lead, ((k, scene.sheet.name_end[k]),)
    if _has_object(scene, k, limit):
        return lead, _object(scene, k, limit)
    return _alone(scene, i, sense, lead)


def _is_visited(scene: Scene, i: int, sense: Sense, lead: tuple[Range, ...]) -> bool:
    """Whether the place behind the verb of a relative clause is visited, and does not visit: الوفد الذي يزور مصر."""
    if sense.frame.trigger.whom != "place" or len(lead) != 1 or not scene.is_place(lead[0][0]):
        return False
    return bool(i and scene.tokens[i - 1].flags & Is.RELATIVE)


def _is_of_speaker(scene: Scene, i: int) -> bool:
    """Whether the speaker tells it of himself or his country, so that no subject follows: إنها تدعم, إن بلاده تدعم."""
    before = scene.tokens[i - 1] if i else None
    if before is None:
        return False
    return before.folded in group("country_of") or bool(before.flags & Is.THAT and before.folded.endswith(OF_SPEAKER))


def _inner(scene: Scene, sense: Sense, j: int, limit: int) -> tuple[Range, ...]:
    """The party inside the object, where the verb takes one."""
    return _object(scene, j, limit) if "object" in sense.frame.slots and not sense.pronoun else ()


# إنه, أنها: the speaker says it of himself.
OF_SPEAKER = (
    "نه",
    "نها",
    "نهم",
    "نهما",
)


def _may_suffer(scene: Scene, parties: tuple[Range, ...]) -> bool:
    """Whether those before the verb are likelier its victims than its doers."""
    return not any(scene.is_doer(first) for first, _ in parties)


def _alone(scene: Scene, i: int, sense: Sense, lead: tuple[Range, ...]) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """The one party behind the verb: its object where the verb is passive or its subject went before."""
    trigger = sense.frame.trigger
    word = scene.tokens[lead[0][0]] if lead else None
    if trigger.passive and (sense.passive or not lead or not scene.is_doer(lead[0][0])):
        return (), lead
    title = word.title if word is not None else None
    if sense.gender == "f" and sense.before and title is not None and title.number == 1 and not title.feminine:
        # ووصفت الزوج: she is left out.
        return (), lead
    if sense.number > 1 and sense.shape == "perfect":
        # وقتلوا عشرات المتظاهرين: the plural verb has its subject in it.
        return (), lead
    if sense.shape == "participle":
        return (), lead
    return lead, ()


def _party_at(scene: Scene, j: int, limit: int) -> int:
    """The end of the party that begins at word `j`, or 0."""
    if j >= limit or not scene.is_party(j):
        return 0
    if scene.tokens[j].flags & _NO_OBJECT and not _is_about(scene, j):
        return 0
    if scene.tokens[j].folded.startswith(PREPOSED) and not scene.tokens[j].flags & Is.DEFINITE and _hangs(scene, j):
        return 0
    end = scene.phrase(j, limit)
    return end if end > j else 0


def _is_about(scene: Scene, j: int) -> bool:
    """Whether the word before a number says only that it is rough: نحو 200 مسلح, not نحو الحدود."""
    after = scene.tokens[j + 1] if j + 1 < len(scene.tokens) else None
    return (
        scene.tokens[j].folded in group("about")
        and after is not None
        and bool(after.flags & Is.NUMBER or after.folded in group("about"))
    )


def _hangs(scene: Scene, j: int) -> bool:
    token = scene.tokens[j]
    if token.title is not None:
        return token.title.proclitics.endswith(PREPOSED)
    if token.head is not None:
        return token.head.proclitics.endswith(PREPOSED)
    return bool(scene.sheet.name_skip.get(j))


def _has_object(scene: Scene, k: int, limit: int) -> bool:
    """Whether something stands behind the subject that can be what the verb is done to."""
    if k >= limit:
        return False
    token = scene.tokens[k]
    if token.flags & (_NO_OBJECT | Is.COMMA | Is.MARK) and not token.flags & Is.NUMBER:
        return False
    return token.folded not in group("before_noun") and not token.folded.startswith(PREPOSED) and not scene.is_verb(k)


def _object(scene: Scene, k: int, limit: int) -> tuple[Range, ...]:
    """The party inside an object that is none itself: دور مصر, تصريحات الوزير."""
    if not _has_object(scene, k, limit):
        return ()
    end = scene.phrase(k, limit)
    found = scene.party_in(k, end) if end > k else None
    return (found,) if found is not None else ()


def find_participle(scene: Scene, i: int, sense: Sense) -> Deed | None:
    """The act of speech that a circumstance tells: داعيا إيران إلى, متهمة إياه ب."""
    if i == 0:
        return None
    before = scene.tokens[i - 1]
    word = scene.words[i]
    marked = is_accusative(word) or word.endswith(_FEMININE)
    if not marked or not (before.flags & (Is.COMMA | Is.QUOTE | Is.DEFINITE) or i - 1 in scene.sheet.name_end):
        return None
    frame, end = sense.frame, scene.clause_end(i)
    if not fits(scene, i, frame, end) or frame.follows and follower(scene, i, frame, end) < 0:
        return None
    recipient: tuple[Range, ...] = ()
    j = scene.skip(i + 1, end)
    if "object" in frame.slots:
        stop = _party_at(scene, j, end)
        recipient = joint_parties(scene, j, stop) if stop else ()
    recipient = recipient or at_slots(scene, frame, i + 1, end)
    own = i + 1 < end and scene.tokens[i + 1].folded.startswith(_HIM)
    return Deed(
        rule="events.circumstance",
        sense=sense,
        words=(i, i + 1),
        recipient=recipient,
        left_out=True,
        whose="recipient" if own else "",
        verb=i,
        begin=i,
        end=end,
    )


RULES = (
    Rule(
        "events.acted",
        "finite",
        "A verb of doing with its subject before or behind it, and whom it is done to.",
        find_acted,
    ),
    # What the finite verbs find where the verb is passive; it is not tried by itself.
    Rule(
        "events.suffered",
        "passive",
        "A passive verb, written without its vowels, and whom it is done to: قتل ثلاثة جنود.",
        find_acted,
    ),
    Rule(
        "events.circumstance",
        "participle",
        "An act of speech told as a circumstance of another: متهمة إياه, داعيا إلى.",
        find_participle,
    ),
)
