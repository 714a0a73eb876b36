"""Who suffers what a passive verb tells, where nobody stands beside it: وأحيل إلى المحكمة, قال إنه أجبر على الرحيل."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.described import without_pronoun
from takhrij.rules.events.scene import PREPOSED, Scene
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is, Range, Token

_WHOEVER = "من"
_BY = "ب"
_AND = "و"
# Endings of an object, of a woman and of things: مسؤولا, مسؤولين, وزيرة, شركات
_MARKED = (
    "ا",
    "ه",
    "ين",
    "ات",
)
# What begins a verb in the present: يشتبه, تشتبه
_PRESENT = (
    "ي",
    "ت",
)


def suffers_left_out(scene: Scene, i: int, sense: Sense, own: bool) -> bool:
    """Whether who is left out suffers what the verb at word `i` tells, beside which nobody is named.

    `own` says that the speaker tells it of himself.
    """
    trigger = sense.frame.trigger
    passive = trigger.passive and "object" in sense.frame.slots and is_left_open(scene, i + 1)
    if own:
        kept = trigger.passive and _is_kept(scene, i + 1, sense)
        return (passive or kept) and not sense.pronoun and (sense.passive or sense.shape == "perfect")
    if sense.passive:
        # وأحيل إلى المحكمة, but not وأدين اثنان آخران
        return passive and sense.before != ""
    if is_suffered(sense) and i + 1 < len(scene.tokens) and scene.tokens[i + 1].folded in sense.frame.follows:
        # وكان قد لقي مصرعه
        return sense.shape == "perfect"
    alone = sense.shape == "perfect" and sense.number == 1
    # وقتله, ووضعه are nouns as well.
    alone = alone and (sense.pronoun == "" or trigger.verb in _KILLED)
    if trigger.verb == _ACCUSES:
        return alone and sense.gender == "m" and sense.before in ("", _AND) and is_charged_himself(scene, i)
    alone = alone and (trigger.needs == "recipient" or trigger.verb in _KILLED)
    # وأوقفت طلبات العمل: something stands there, whoever does it.
    return alone and (is_left_open(scene, i + 1) or _is_kept(scene, i + 1, sense))


def is_of_his_own(scene: Scene, i: int) -> bool:
    """Whether one whom no list knows stands right before the verb as its subject: قال إن | موكله | أوقف."""
    if i < _BEHIND_THAT or not scene.tokens[i - _BEHIND_THAT].flags & Is.THAT or scene.joined(i):
        return False
    if scene.tokens[i - 1].flags & ~Is.DEFINITE or scene.tokens[i - _BEHIND_THAT].folded.endswith(_HIS):
        return False
    token = scene.tokens[i - 1]
    if token.folded in group("country_of") or token.folded in group("but_he") or token.folded in group("asides"):
        return False
    adverb = token.folded in group("adverbs") or token.folded in group("wontedly") or token.folded in group("days")
    return not (adverb or scene.is_verb(i - 1) or i - 1 in scene.sheet.time_end)


_BEHIND_THAT = 2
_HIS = (
    "ه",
    "ها",
    "هم",
)


def is_charged_himself(scene: Scene, i: int) -> bool:
    """Whether a charge and nobody stands behind "accused": اتهم | بالتقصير, اتهم خلالها | بالتقصير."""
    j = i + 1
    while j < len(scene.tokens) and (
        scene.tokens[j].folded in group("during_it") or scene.tokens[j].flags & Is.QUOTE or j in scene.sheet.time_end
    ):
        j = max(scene.sheet.time_end.get(j, 0), j + 1)
    charge = j < len(scene.words) and scene.words[j][0] == _BY and bears(scene.words[j], _BY)
    return charge and not scene.is_party(j)


_ACCUSES = "اتهم"


def is_suffered(sense: Sense) -> bool:
    """Whether the verb only ever tells what its subject suffers, so that nobody is left out who did it: وأصيب ثالث."""
    return sense.frame.trigger.verb in _SUFFERED


# Nobody does it without somebody to whom he does it: العقيد فلان، قتل في الغارة; وقد وضع قيد الإقامة.
_KILLED = frozenset(
    [
        "قتل",
        "جرح",
        "وضع",
    ]
)
_SUFFERED = frozenset(
    [
        "أصيب",
        "استشهد",
        "لقي",
        "أدين",
        "صدر",
    ]
)


def is_behind_when(scene: Scene, i: int) -> bool:
    """Whether the verb goes on from another behind بعد أن: تعهدت طهران بالرد بعد أن | اتهمت إسرائيل بالقصف."""
    if i < _BEHIND_THAT or not scene.tokens[i - 1].flags & Is.THAT:
        return False
    return scene.tokens[i - _BEHIND_THAT].folded in group("when_that")


def is_accused_himself(scene: Scene, recipient: tuple[Range, ...]) -> bool:
    """Whether a man without article or ending is accused, by nobody who is told: واتهم | وزير سابق | بالفساد."""
    if len(recipient) != 1:
        return False
    first, end = recipient[0]
    head = scene.tokens[first]
    if first in scene.names or head.flags or head.folded.endswith(_MARKED) or end >= len(scene.tokens):
        return False
    return scene.words[end].startswith(_BY) and not any(k in scene.names for k in range(first, end))


def is_not_hers(scene: Scene, sense: Sense, first: int) -> bool:
    """Whether a verb that goes on is hers and men stand behind it, so that she is left out: واستدعت مالك السوق."""
    hers = sense.gender == "f" and sense.number == 1 and sense.before != ""
    return hers and (_is_of_men(scene, first) or _is_his_body(scene, first))


def is_no_subject(scene: Scene, sense: Sense, first: int) -> bool:
    """Whether who stands alone behind the verb is its object: ناشد | رفاقه, دعت | أنصارها, and as above."""
    if is_not_subject(scene, sense, first):
        return True
    spoken = sense.frame.trigger.type in _SPOKEN_TO and sense.number == 1 and not sense.passive
    return spoken and is_of_his(scene.tokens[first])


_SPOKEN_TO = frozenset(["REQUEST", "THREATEN", "CONSULT", "COERCE"])


def is_not_subject(scene: Scene, sense: Sense, first: int) -> bool:
    """Whether the verb does not agree with who stands behind it: واستدعت | مالك السوق, ناشد | وزارة الصحة."""
    return is_not_hers(scene, sense, first) or is_hers_alone(scene, sense, first)


def is_hers_alone(scene: Scene, sense: Sense, first: int) -> bool:
    """Whether a verb of one man has a body right behind it that is feminine, and no subject of his: ناشد | المحكمة."""
    his = sense.gender == "m" and sense.number == 1 and sense.person == _THIRD and sense.shape == "perfect"
    if not his or first in scene.names or not scene.is_verb(first - 1):
        return False
    token = scene.tokens[first]
    body = token.head is not None and token.head.kind == "organization"
    return body and token.flags in (0, Is.DEFINITE) and scene.words[first].endswith(_TIED) and not sense.passive


_THIRD = 3
_TIED = "ة"


def is_of_his(token: Token) -> bool:
    """Whether the word tells of those who follow him for whom the pronoun on it stands: رفاقه, أنصارها."""
    own = without_pronoun(token.folded)
    return own != token.folded and own in group("his_followers")


def _is_his_body(scene: Scene, first: int) -> bool:
    """Whether a body of which a masculine verb is said stands right behind the verb: ودعت | المجلس الأوروبي."""
    return scene.tokens[first].folded in group("his_bodies") and scene.is_verb(first - 1)


def _is_of_men(scene: Scene, first: int) -> bool:
    """Whether a man is named at word `first`, or men are counted: مالك السوق, 845 شخصا, ثلاثة ناشطين."""
    token = scene.tokens[first]
    if token.flags & Is.NUMBER or token.folded in group("counts_men"):
        counted = scene.tokens[first + 1].folded if first + 1 < len(scene.tokens) else ""
        # ثلاثة أشخاص: such a number is of men, be their plural broken.
        of_men = token.folded in group("counts_men") or counted.endswith(_COUNTED)
        return counted in group("parties") and of_men
    title = token.title
    return title is not None and title.number == 1 and not title.feminine and not title.proclitics


# Behind a number: شخصا, ناشطين
_COUNTED = (
    "ا",
    "ين",
)


def is_left_open(scene: Scene, j: int) -> bool:
    """Whether nobody stands at word `j`, right behind a verb: a mark, a preposition, a time."""
    if j >= len(scene.tokens) or j in scene.sheet.time_end:
        return True
    token = scene.tokens[j]
    if token.flags & Is.NUMBER or scene.is_party(j) or _is_whoever(scene, j):
        # اعتقلت | من يشتبه به
        return False
    hung = scene.words[j][0] in PREPOSED and bears(scene.words[j], scene.words[j][0])
    return bool(token.flags & (Is.MARK | Is.ADJUNCT)) or token.folded in group("before_noun") or hung


def _is_kept(scene: Scene, j: int, sense: Sense) -> bool:
    """Whether at word `j` it is told under what somebody is kept: وضع | تحت الرقابة, وضع | قيد الإقامة."""
    return not sense.pronoun and j < len(scene.tokens) and scene.tokens[j].folded in group("kept_under")


def _is_whoever(scene: Scene, j: int) -> bool:
    """Whether من at word `j` is "whoever" and not "from": اعتقلت | من يشتبه به."""
    if scene.tokens[j].folded != _WHOEVER or j + 1 >= len(scene.tokens) or j + 1 in scene.sheet.time_end:
        return False
    plain = j + 1 not in scene.names and not scene.is_party(j + 1)
    return plain and scene.words[j + 1].startswith(_PRESENT)
