"""Whom a verb is told of further off: the object behind an aside, or behind a body that nothing tells to be one."""

from takhrij.lexicon import actor_words
from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import people
from takhrij.lexicon.senses import Frame, Sense
from takhrij.rules.events.arguments import joint_parties, owner
from takhrij.rules.events.asides import skip
from takhrij.rules.events.described import without_pronoun
from takhrij.rules.events.scene import PREPOSED, Scene
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is, Range, Token
from takhrij.text.fold import fold

_TIED = "ة"
_HERS = "ها"
_PERSON = "person"
_OWNS = "اعترف"
_BY = "ب"
_AND = "و"
# So many words a name has at most.
_NAME = 5
_ENDS = Is.STOP | Is.BREAK | Is.COLON
# So many words an aside between commas has, and so many asides stand one behind the other.
_ASIDE = 26
_ASIDES = 3
# So many words behind what somebody refuses it is told with whom it would be: رفض إجراء محادثات مباشرة | مع.
_TALKS_WITHIN = 5
_WITH = frozenset(
    [
        "مع",
    ]
)


def _leads(pairs: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Each verb with the words it may go on with, folded."""
    found: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        verb, lead = pair.split(" ")
        found[verb] = (*found.get(verb, ()), fold(lead))
    return found


# What verbs that take somebody for their object go on with behind him: دعا فلانا | إلى, طالب فلانا | ب.
_GOES_ON = _leads(
    (
        "دعا إلى",
        "دعا ل",
        "طالب ب",
        "حث على",
        "حض على",
        "ناشد ب",
        "ناشد ل",
        "ناشد أن",
        "ناشد على",
        "اتهم ب",
        "حذر من",
        "وصف ب",
    )
)


def behind_unknown(scene: Scene, sense: Sense, j: int, limit: int) -> tuple[Range, ...]:
    """Whom a body asks or accuses that nothing tells to be one: طالبت العصبة | وزارة التربية بالتسوية."""
    if j + 1 >= limit or sense.pronoun or scene.tokens[j].flags != Is.DEFINITE or sense.gender != "f":
        return ()
    if not scene.words[j].endswith(_TIED):
        return ()
    k = j + 1
    while k < limit and scene.tokens[k].flags == Is.DEFINITE and scene.words[k].endswith(_TIED):
        k += 1
    end = scene.phrase(k, limit) if k < limit and _is_object(scene, k) else k
    return joint_parties(scene, k, end) if end > k else ()


def behind_aside(scene: Scene, sense: Sense, k: int) -> tuple[Range, ...]:
    """Whom somebody asks or accuses, behind what commas set off: دعا الوزير، في خطاب بثته القناة، | الأطراف إلى."""
    leads = _GOES_ON.get(sense.frame.trigger.verb)
    if leads is None or sense.pronoun or k >= len(scene.tokens) or not scene.tokens[k].flags & Is.COMMA:
        return ()
    high = min(scene.sheet.sentence(k)[1], k + _ASIDE)
    asides = 0
    for j in range(k + 1, high):
        token = scene.tokens[j]
        if token.flags & (_ENDS | Is.THAT):
            return ()
        if not token.flags & Is.COMMA:
            continue
        found = _led(scene, leads, j + 1)
        if found:
            return found
        asides += 1
        if asides == _ASIDES or _goes_on(scene, leads, j + 1):
            return ()
    return ()


def unknown_with(scene: Scene, sense: Sense, j: int, limit: int) -> tuple[Range, ...]:
    """Whoever stands between a verb of meeting and "with", though no list knows him: يلتقي | فلان | مع الرئيس."""
    if not sense.frame.trigger.joint or sense.pronoun or sense.person != _OTHERS or j + 2 >= limit:
        return ()
    token = scene.tokens[j]
    plain = not token.flags and token.title is None and token.head is None and j not in scene.sheet.time_end
    if not plain or token.folded in group("before_noun") or token.folded in group("asides") or scene.is_verb(j):
        return ()
    if scene.tokens[j + 1].folded not in _WITH or not scene.is_party(j + 2) or len(scene.words[j]) < _SHORT:
        return ()
    return ((j, j + 1),)


_OTHERS = 3
_SHORT = 4


def behind_paper(scene: Scene, sense: Sense, k: int) -> tuple[Range, ...]:
    """Whom somebody asks or accuses right behind the paper in which he does: طالبت الحكومة في بيان | الحزب بإخلاء."""
    leads = _GOES_ON.get(sense.frame.trigger.verb)
    if leads is None or sense.pronoun or k + 2 >= len(scene.tokens) or scene.tokens[k].folded != _IN:
        return ()
    paper = scene.tokens[k + 1].head
    if paper is None or paper.kind != "document" or scene.tokens[k + 1].flags & Is.DEFINITE:
        return ()
    return _led(scene, leads, k + 2)


_IN = "في"


def behind_apposition(scene: Scene, k: int, limit: int) -> int:
    """Behind what commas set off from a post, if another party follows: مستشار الرئيس، فلان، القيادي في الحزب، | ..."""
    at = k
    for _ in range(_ASIDES):
        if at < limit and scene.tokens[at].folded in actor_words.group("known_as"):
            # قُتل القيادي، فلان، | المكنى "أبو فلان": how he is called is nobody else.
            return limit
        if at >= limit or not scene.tokens[at - 1].flags & Is.COMMA or scene.joined(at):
            return k
        end = scene.sheet.name_end[at] if scene.sheet.name_kind.get(at) == _PERSON else scene.phrase(at, limit)
        if end <= at and not (end := _unlisted(scene, at, limit)):
            return k
        if end >= limit or not scene.tokens[end].flags & Is.COMMA:
            return at if at > k and scene.is_party(at) else k
        at = skip(scene, end, limit)
    return k


def _unlisted(scene: Scene, at: int, limit: int) -> int:
    """Where a name that nobody found ends, before the comma behind it: آلدار خليل | ،; or 0."""
    for end in range(at + 1, min(limit, at + _NAME)):
        token = scene.tokens[end]
        if token.flags & Is.COMMA:
            return end
        if token.flags or token.title is not None or token.head is not None or scene.is_verb(end):
            return 0
    return 0


def _led(scene: Scene, leads: tuple[str, ...], j: int) -> tuple[Range, ...]:
    """The party at word `j`, if what the verb goes on with stands behind it."""
    if j < len(scene.tokens) and are_people(scene, j) and _goes_on(scene, leads, j + 1):
        return ((j, j + 1),)
    if j >= len(scene.tokens) or not (_is_object(scene, j) or scene.is_place(j)):
        return ()
    high = scene.sheet.sentence(j)[1]
    end = scene.phrase(j, high) if scene.is_party(j) else scene.sheet.name_end.get(j, j)
    parties = joint_parties(scene, j, end) if scene.is_party(j) and end > j else ((j, end),)
    end = parties[-1][1] if parties else j
    return parties if parties and _goes_on(scene, leads, end) else ()


def goes_on_with(scene: Scene, sense: Sense, k: int) -> bool:
    """Whether word `k` leads to what the verb asks for or charges somebody with: دعا فلانا | إلى."""
    leads = _GOES_ON.get(sense.frame.trigger.verb)
    return leads is not None and _goes_on(scene, leads, k)


def _goes_on(scene: Scene, leads: tuple[str, ...], k: int) -> bool:
    """Whether the verb goes on at word `k` with what it asks for or charges somebody with."""
    while k < len(scene.tokens) and scene.tokens[k].flags & (Is.COMMA | Is.QUOTE):
        k += 1
    if k >= len(scene.tokens) or k in scene.names:
        return False
    folded, word = scene.tokens[k].folded, scene.words[k]
    return any(folded == lead or (len(lead) == 1 and word[0] == lead and bears(word, lead)) for lead in leads)


def _is_object(scene: Scene, j: int) -> bool:
    """Whether a party stands at word `j` that nothing is hung before."""
    if not scene.is_party(j) or scene.joined(j):
        return False
    word = scene.words[j]
    return not (word[0] in PREPOSED and bears(word, word[0])) and not scene.sheet.name_skip.get(j)


def place_asked(scene: Scene, sense: Sense, k: int) -> tuple[Range, ...]:
    """The town right behind the subject that is asked or accused as those who rule it: تدعو المنظمة | دبي إلى."""
    leads = _GOES_ON.get(sense.frame.trigger.verb)
    if leads is None or sense.pronoun or k >= len(scene.tokens) or scene.joined(k) or scene.sheet.name_skip.get(k):
        return ()
    end = scene.sheet.name_end[k] if scene.is_place(k) else k + are_people(scene, k)
    return ((k, end),) if end > k and _goes_on(scene, leads, end) else ()


def are_people(scene: Scene, k: int) -> bool:
    """Whether word `k` by its form may tell of many people as an object: حذرت الشرطة | المتزلجين | من."""
    token = scene.tokens[k]
    plain = token.flags == Is.DEFINITE and k not in scene.names and token.title is None and token.head is None
    before = scene.tokens[k - 1]
    # الأعوان | العموميين: an adjective
    alone = before.flags & Is.COMMA or k - 1 in scene.names or scene.words[k - 1].endswith(_TIED)
    return plain and bool(alone) and token.folded.endswith(_PEOPLE) and len(token.folded) > _SHORT + 1


_PEOPLE = "ين"


_REFUSES = frozenset(
    [
        "رفض",
        "امتنع",
    ]
)


def is_struck_by(scene: Scene, i: int) -> bool:
    """Whether an attack stands right behind the verb at word `i` as its subject: استهدفت | الغارة مقر الحركة."""
    senses = scene.senses[i + 1] if i + 1 < len(scene.senses) else None
    if senses is None or not senses[0].noun or senses[0].before or senses[0].pronoun:
        return False
    return senses[0].definite and senses[0].frame.trigger.type == "ASSAULT" and not scene.is_party(i + 1)


def struck_behind(scene: Scene, i: int, end: int) -> tuple[Range, ...]:
    """Whom the attack right behind the verb at word `i` strikes: استهدفت الضربات الجوية، وفق الوكالة، | مركز البحوث."""
    k = i + 2
    while k < end and scene.tokens[k].flags & Is.DEFINITE:
        if scene.is_party(k) and people()[scene.words[k]] is None:
            break
        k += 1
    high = scene.sheet.sentence(i)[1]
    if k < high and scene.tokens[k].flags & Is.COMMA:
        k = next((j + 1 for j in range(k + 1, min(high, k + _ASIDE)) if scene.tokens[j].flags & Is.COMMA), high)
    k = skip(scene, k, high)
    whose = owner(scene, k, high) if k < high else k
    if k >= high or (whose == k and not _is_object(scene, k)):
        return ()
    return joint_parties(scene, whose, scene.phrase(whose, high))


def keeps_from(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether a pronoun tells whose going or coming the verb at word `i` forbids: منع | وصولهم إلى القرية."""
    if sense.frame.trigger.verb not in _KEEPS or i + 1 >= len(scene.tokens):
        return False
    folded = scene.tokens[i + 1].folded
    own = without_pronoun(folded)
    # منع وصولها is sooner told of goods.
    return own != folded and not folded.endswith(_HERS) and own in group("movements")


_KEEPS = frozenset(
    [
        "منع",
        "حظر",
    ]
)


def compelled(scene: Scene, sense: Sense, k: int) -> bool:
    """Whether what somebody is kept from or forced into stands at word `k`: تمنع القوات | من دخول المدينة."""
    leads = _COMPELS.get(sense.frame.trigger.verb, ())
    if k + 1 >= len(scene.tokens) or scene.tokens[k].folded not in leads:
        return False
    after = scene.tokens[k + 1]
    return not scene.is_party(k + 1) and after.folded not in group("side") and after.folded not in group("on_her_part")


_COMPELS = _leads(
    (
        "منع من",
        "أجبر على",
        "أرغم على",
        "طرد من",
    )
)


def refused_talks(scene: Scene, sense: Sense, first: int, end: int) -> tuple[Range, ...]:
    """With whom somebody refuses to talk: رفض إجراء محادثات مباشرة | مع كابول, رفض التعاون | مع المحققين."""
    if sense.frame.trigger.verb not in _REFUSES or sense.pronoun:
        return ()
    talks = group("refused_talks")
    for k in range(first, min(end, first + _TALKS_WITHIN)):
        if scene.tokens[k].folded in group("places_before"):
            # رفض في مقابلة مع الصحيفة: not what he refuses
            return ()
        if scene.tokens[k].bare in talks or scene.tokens[k].folded in talks:
            for j in range(k + 1, min(end, k + _TALKS_WITHIN)):
                if scene.tokens[j].folded in _WITH and j + 1 < end and scene.is_party(j + 1):
                    return joint_parties(scene, j + 1, scene.phrase(j + 1, scene.sheet.sentence(j)[1]))
            return ()
    return ()


def post_behind_name(scene: Scene, lead: tuple[Range, ...]) -> int:
    """The post that stands right behind the name of somebody told with his own: الوزير فلان | سفير إيطاليا; or 0."""
    first, end = lead[-1] if lead else (0, 0)
    own = scene.tokens[first].title
    if first == end or own is None or own.title.kind != "role":
        return 0
    for k in range(first + 1, end):
        title = scene.tokens[k].title
        if title is not None and title.title.kind == "role" and not title.proclitics:
            if any(scene.sheet.name_end.get(j) == k and scene.sheet.name_kind[j] == "person" for j in range(first, k)):
                return k
    return 0


def into_quotation(scene: Scene, frame: Frame, end: int) -> int:
    """How far the parties of a verb may go that ends at word `end`: حث فلان | "الأطراف | على وقف القتال"."""
    if "object" not in frame.slots or end not in scene.sheet.quote_at or not scene.is_party(end + 1):
        return end
    return scene.phrase(end + 1, scene.sheet.sentence(end)[1])


def is_confession(scene: Scene, frame: Frame, recipient: tuple[Range, ...]) -> bool:
    """Whether no party itself stands behind ب, so that nobody is recognised: اعترف بوجود قواته, but not بالقدس."""
    if frame.trigger.verb != _OWNS or frame.trigger.type != "SUPPORT":
        return False
    return not recipient or not scene.words[recipient[0][0]].startswith(_BY)


def is_town(token: Token) -> bool:
    """Whether the word is "town" and not "she condemns": بين صعدة | ومدينة حرض."""
    return token.bare in group("towns") or token.folded.removeprefix(_AND) in group("towns")


def is_after_all_object(scene: Scene, i: int, sense: Sense) -> bool:
    """Whether the party behind the verb is its object: a verb before its subject is singular, وتطالبان المنظمة."""
    if sense.shape == "imperfect":
        return sense.number > 1
    return sense.shape == "perfect" and not sense.before and _is_done(scene, i)


def is_visited(scene: Scene, i: int, sense: Sense, lead: tuple[Range, ...]) -> bool:
    """Whether what stands behind the verb is visited, and does not visit: الوفد الذي يزور | مصر, زار | المتحف."""
    if sense.frame.trigger.whom != _PLACE or len(lead) != 1:
        return False
    first = lead[0][0]
    if scene.tokens[first].folded.removeprefix(_ARTICLE) in group("visited"):
        return True
    return scene.is_place(first) and bool(i and scene.tokens[i - 1].flags & Is.RELATIVE)


_PLACE = "place"
_ARTICLE = "ال"


def _is_done(scene: Scene, i: int) -> bool:
    """Whether a verb shortly before it says that it is done, so that the word is a noun: تم يوم أمس | ضبط أجنبي."""
    for k in range(i - 1, max(scene.clause_start(i), i - _DONE_WITHIN) - 1, -1):
        carried = scene.carried(k)
        if carried is not None:
            return carried.carrier.part == "happens"
        if scene.tokens[k].flags & Is.COMMA:
            return False
    return False


_DONE_WITHIN = 6


def without_for(frame: Frame) -> Frame:
    """The frame of a verb that takes its object right behind it, whose nouns have ل: رفض الطلب, but رفض للطلب."""
    slots = frame.slots
    if "object" not in slots or "ل" not in slots or frame.trigger.type not in _SPOKEN_TO:
        return frame
    return Frame(frame.trigger, slots - _FOR_WHOM, frame.follows, frame.after, frame.place, frame.unless)


_SPOKEN_TO = frozenset(["REQUEST", "ACCUSE", "THREATEN"])


_FOR_WHOM = frozenset("ل")
