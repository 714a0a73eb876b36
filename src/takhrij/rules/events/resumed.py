"""Pronouns that take up whom a relative clause is told of: الذي حكم عليه, الذي طالبت المعارضة برحيله."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.function_words import letters
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.arguments import has_pronoun, joint_parties
from takhrij.rules.events.asides import skip
from takhrij.rules.events.scene import PREPOSED, Scene
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is, Range

_NOMINATIVE = (
    "ان",
    "ون",
)
_HER = "ها"
_THEM = "هم"


def is_of_other(scene: Scene, i: int, sense: Sense, end: int) -> bool:
    """Whether the verb of a relative clause has the party behind it, which ends at word `end`, for its subject.

    It agrees with that and not with the relative pronoun, which one behind it takes up: الذي طالبت المعارضة برحيله.
    """
    relative = scene.tokens[i - 1]
    pairs = zip(letters("taken_up"), letters("taking_up"), strict=True)
    pronoun = next((his for that, his in pairs if that == relative.bare), "")
    if not pronoun or sense.number != 1:
        return False
    trigger = sense.frame.trigger
    if pronoun == _THEM and trigger.type != "CONSULT" and (sense.gender == "f" or not trigger.passive):
        # الذين فرضت الولايات المتحدة عقوبات عليهم: no verb of theirs is of one woman or one man.
        return True
    behind = scene.tokens[i + 1].folded
    if behind in group("with_pronoun") and behind.endswith(pronoun) and has_pronoun(scene, sense.frame, i + 1, i + 2):
        # فلانة التي أفرجت عنها | السلطات
        return True
    taken_up = end < len(scene.tokens) and scene.tokens[end].folded.endswith(pronoun) and _hung_or_with(scene, end)
    if not taken_up:
        return False
    first = skip(scene, i + 1, end)
    apart = bool(sense.gender) and (sense.gender == "f") != (pronoun == _HER)
    return (
        apart or scene.tokens[end - 1].folded.endswith(_NOMINATIVE) or scene.tokens[first].folded.endswith(_NOMINATIVE)
    )


def _hung_or_with(scene: Scene, k: int) -> bool:
    """Whether a preposition hangs on word `k` or it is one with a pronoun: برحيله, إليه."""
    word = scene.words[k]
    return scene.tokens[k].folded in group("with_pronoun") or (word[0] in PREPOSED and bears(word, word[0]))


def struck_by_his(scene: Scene, i: int, sense: Sense, end: int) -> tuple[Range, ...]:
    """Whom he strikes for whom the pronoun on the noun stands: ردا على قصفها | السفارة الإيرانية."""
    j = i + 1
    if not sense.pronoun or sense.frame.trigger.type != "ASSAULT" or sense.frame.follows or j >= end:
        return ()
    if scene.joined(j) or not scene.is_party(j) or _hung_or_with(scene, j):
        return ()
    if scene.tokens[j].flags & (Is.MARK | Is.NUMBER | Is.RELATIVE):
        return ()
    stop = scene.phrase(j, end)
    return joint_parties(scene, j, stop) if stop > j else ()


def is_done_to_him(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the verb is passive, since a pronoun that tells whom stands right behind it: فرضت عليه الإقامة."""
    # وحكم عليه: a court's own verb with و is of nobody who was named before.
    alone = not sense.before or (sense.before == _AND and sense.frame.trigger.verb == _JUDGES)
    alone = alone and sense.shape == "perfect" and sense.frame.trigger.type in _PASSIVE
    return alone and i + 1 < len(scene.tokens) and scene.tokens[i + 1].folded in group("with_pronoun")


def is_topic(scene: Scene, i: int, sense: Sense, before: tuple[Range, ...]) -> bool:
    """Whether whoever stands before the verb suffers it: الرجل | قبض عليه, 30 سجينا | أفرج عنهم.

    The verb is of one man and has nobody behind it but the pronoun on its preposition, which takes up who stands there.
    """
    alone = sense.shape == "perfect" and sense.gender != "f" and sense.number == 1 and sense.before == ""
    if not alone or sense.frame.trigger.type not in _TAKEN or len(before) != 1 or i + 1 >= len(scene.tokens):
        return False
    pronoun = scene.tokens[i + 1].folded
    if pronoun not in group("with_pronoun") or not has_pronoun(scene, sense.frame, i + 1, i + 2):
        return False
    first = before[0][0]
    if pronoun.endswith(_THEM):
        head = scene.tokens[first]
        return bool(head.flags & Is.NUMBER) or head.folded.endswith(_OF_MANY) or head.folded in group("amounts")
    title = scene.tokens[first].title
    return not scene.is_doer(first) and (title is None or title.title.unnamed or sense.frame.trigger.type == "COERCE")


_TAKEN = frozenset(["COERCE", "CONCEDE"])
_OF_MANY = (
    "ين",
    "ون",
    "ان",
    "ات",
)
_AND = "و"
_JUDGES = "حكم"
_PASSIVE = frozenset(["COERCE", "CONCEDE", "SANCTION", "ACCUSE"])


def is_resumed(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a relative clause takes up whom it is told of by a pronoun on a preposition: الذي حكم عليه."""
    if not scene.tokens[i - 1].flags & Is.RELATIVE or sense.frame.trigger.type not in _PASSIVE:
        return False
    return i + 1 < len(scene.tokens) and has_pronoun(scene, sense.frame, i + 1, i + 2)


def is_object_of_relative(scene: Scene, i: int, sense: Sense, first: int) -> bool:
    """Whether the pronoun on the verb is whom the relative clause is told of: روسيا التي دعاها, الوزير الذي أقاله."""
    relative = scene.tokens[i - 1] if i else None
    if relative is None or not relative.flags & Is.RELATIVE or sense.number != 1:
        return False
    if first and first not in scene.names and scene.tokens[first - 1].flags & Is.DEFINITE:
        # السياسات | الإيرانية التي وصفها
        return False
    pairs = zip(letters("taken_up"), letters("taking_up"), strict=True)
    return any(relative.bare == that and sense.pronoun == his for that, his in pairs)


def is_of_nobody_before(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the verb of a relative clause agrees with no relative pronoun, so that another does it.

    اللجنة التي طلب تشكيلها, الرئيس الذي اتهموه: whoever the clause describes is not its subject.
    """
    relative = scene.tokens[i - 1] if i else None
    if relative is None or not relative.flags & Is.RELATIVE or sense.noun or sense.person != _OTHERS or sense.passive:
        return False
    him, her, them = letters("taken_up")
    if relative.bare in (him, her) and sense.number > 1:
        return sense.pronoun != ""
    if relative.bare == them or relative.bare in group("taken_up_women"):
        return sense.number == 1
    return sense.gender == ("f" if relative.bare == him else "m") and relative.bare in (him, her)


_OTHERS = 3


def is_of_other_gender(scene: Scene, i: int, sense: Sense, before: tuple[Range, ...]) -> bool:
    """Whether the post of whoever stands before the verb is a man's and the verb a woman's, or the other way round.

    على سرقتها قبلة من الأمير فلان، ولي العهد، | تلتقي سيدة
    """
    if len(before) != 1 or sense.number != 1 or sense.person != _OTHERS or scene.tokens[i - 1].flags & Is.RELATIVE:
        return False
    title = scene.tokens[before[0][0]].title
    if title is None or title.number != 1 or title.title.kind != "role":
        return False
    return sense.gender == ("m" if title.feminine else "f")


def takes_up_described(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the pronoun that tells whom it is done to is what the relative clause describes: الخطوة التي نددت بها."""
    relative = scene.tokens[i - 1] if i else None
    if relative is None or not relative.flags & Is.RELATIVE or relative.joined:
        return False
    hung = scene.tokens[i + 1].folded if i + 1 < len(scene.tokens) else ""
    pronoun = sense.pronoun or (hung if hung in group("with_pronoun") else "")
    pairs = zip(letters("taken_up"), letters("taking_up"), strict=True)
    return any(relative.bare == that and pronoun.endswith(his) for that, his in pairs)


def named_before_relative(scene: Scene, i: int) -> tuple[Range, ...]:
    """The party named right before the relative clause of the verb at word `i`: الداعية فلان الذي | اتهمته أنقرة."""
    end = i - 2 if scene.tokens[i - 2].flags & Is.COMMA else i - 1
    for first in range(end - 1, max(end - _NAME, -1), -1):
        if scene.sheet.name_end.get(first) == end and scene.is_party(first):
            return ((first, end),)
    return ()


_NAME = 6


def describes(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the verb takes up the noun right before it, which has no article: فصيل تدعمه إيران."""
    before = scene.tokens[i - 1] if i else None
    if before is None or not sense.pronoun or sense.before or before.flags or before.is_finite:
        return False
    if before.folded in group("before_noun") or before.folded in group("openers"):
        return False
    return i - 1 not in scene.names
