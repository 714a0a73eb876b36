"""What players can be no party of a deed, though a word may mean them: sources, buildings, who tells of another."""

from takhrij.lexicon.event_words import group
from takhrij.reading.links import Told
from takhrij.reading.players import Player
from takhrij.rules.events.deed import Deed
from takhrij.rules.statements.sheet import Is, Range, Sheet
from takhrij.rules.statements.tokens import tokens
from takhrij.text.fold import fold

# What is done with no words.
_DONE = frozenset(["ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "AID"])
_ARTICLE = "ال"


def is_source_only(player: Player) -> bool:
    """Whether no more is known than that it is a source, or a text: مصادر أمنية, تقارير."""
    title = tokens()[player.name.split()[0]].title if player.name and not player.named else None
    return player.kind == "document" or (title is not None and title.title.kind == "source")


def is_of_source(told: Told, deed: Deed) -> bool:
    """Whether the verb's subject is whom the statement has for its source; not where it goes on from a verb before."""
    if told.source is None or deed.trigger.type in _DONE:
        # هاجمت القوات المسلحين is told like هاجم الوزير القرار.
        return False
    if any(first < told.source[1] and told.source[0] < end for first, end in deed.recipient):
        # المعارض، الذي احتجز السبت، دعا | منتقدي الحكومة إلى: whom he calls upon is no caller.
        return False
    if told.source[0] < deed.actor[0][0] and deed.actor[-1][1] <= deed.words[0]:
        # بين تونس | وإيطاليا التي تتهم روسيا: the last alone
        return False
    if deed.actor[0][0] < deed.words[0] <= told.source[0] and deed.actor[-1][1] == deed.words[0]:
        # وظل الرئيس ينتقد | الاتفاق: who stands before the verb is its subject.
        return False
    return not (deed.sense.before and deed.actor[0][0] < deed.words[0])


def is_built(player: Player) -> bool:
    """Whether the player is a building or a base, which no pronoun of a person means: وصل إلى المطار حيث اعتقلته."""
    return fold(player.name.partition(" ")[0]).removeprefix(_ARTICLE) in group("facilities")


def is_of_man_told_of(sheet: Sheet, words: Range) -> bool:
    """Whether the words say no more than that it is a man or a woman: الرجل, المهاجم."""
    return words[1] == words[0] + 1 and sheet.tokens[words[0]].folded in group("told_of")


def is_killed(deed: Deed) -> bool:
    """Whether the deed tells that somebody was killed, who tells nothing any more."""
    suffers = deed.suffers or deed.whose == "recipient"
    return suffers and deed.trigger.verb in _KILLED


_KILLED = frozenset(
    [
        "قتل",
        "لقي",
        "استشهد",
        "اغتال",
        "أعدم",
        "ذبح",
    ]
)


def tells_of_another(sheet: Sheet, deed: Deed) -> bool:
    """Whether what somebody says tells it of another than him: no "he", no "after he had", no noun."""
    finite = not deed.sense.noun and deed.sense.shape != "participle"
    if not finite or deed.sense.person != _OTHERS or deed.of_speaker:
        return False
    i = deed.words[0]
    when = deed.trigger.type in _SAID and deed.sense.shape == "perfect"
    when = when and i > 1 and bool(sheet.tokens[i - 1].flags & Is.THAT)
    when = when and sheet.tokens[i - 2].folded in group("when_that")
    # تعهدت طهران بالرد بعد أن | اتهمت إسرائيل بالقصف: she has.
    return not when


_OTHERS = 3
_SAID = frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"])


def teller(inner: Told | None, deed: Deed, recipient: list[Player]) -> list[Player]:
    """Who tells of talks of his own, where nobody else is named: قالت بيونغ يانغ إنها قد تعيد النظر في قمة مع."""
    if inner is None or not (deed.trigger.joint and deed.sense.noun and recipient):
        return []
    return [] if inner.speaker.kind == "outlet" or is_source_only(inner.speaker) else [inner.speaker]


def post_before_occasion(sheet: Sheet, deed: Deed) -> Range | None:
    """The post right before the occasion on which its holder did it: رافقت الزعيم الكوري خلال | زيارته للصين."""
    i = deed.words[0]
    if deed.trigger.type != "CONSULT" or not deed.sense.noun or deed.whose != "actor" or deed.sense.pronoun != _HIM:
        return None
    if i < _POST or sheet.tokens[i - 1].folded not in group("occasions_of"):
        return None
    for k in range(i - 2, max(i - 2 - _POST, sheet.sentence(i)[0] - 1), -1):
        title = sheet.tokens[k].title
        if title is not None and title.definite and title.number == 1 and not title.proclitics:
            return (k, i - 1) if title.title.kind == "role" and not title.feminine else None
        if sheet.tokens[k].flags != Is.DEFINITE:
            return None
    return None


_HIM = "ه"
_POST = 4


def may_mean_teller(inner: Told, deed: Deed) -> bool:
    """Whether "his" soon behind what a man begins to say may be himself: قال إن | اجتماعه, إن الرئيس طلب منه."""
    if inner.device.cue is None or inner.speaker.kind != "person" or not inner.speaker.named:
        return False
    # قال المتحدث إن المتهم تم ضبطه: not him
    told = deed.whose == "actor" or deed.trigger.type == _ASKS
    return told and deed.words[0] - inner.device.content.first <= _SOON


_ASKS = "REQUEST"
# So many words behind the beginning of what somebody says.
_SOON = 4
