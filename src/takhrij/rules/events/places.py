"""Where an event took place: في تونس, قرب سرت, بمدينة صفاقس."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import common, names, people
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.again import named_before
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.seats import land_of_guest, town_of_talks
from takhrij.rules.events.traits import ANSWER, IN, JOINED, OF_PLACE, TO_PLACE
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.sheet import Is, Range

_IN = "في"
_BETWEEN = "بين"
_BY = "ب"
# على as it is folded.
_ON = "علي"
_PLACE = "place"
_PERSON = "person"
# A building, and what is done to people.
_PRISON = "سجن"
_LONGEST = 4
_HEAD = "رأس"
# في مدينة #دوما
_HASH = "#"
_SHORT = 3
_ADJECTIVE = (
    "ي",
    "يه",
)
_OBJECT = "object"
# So many words between a place and the preposition before it: في منطقة بن قردان.
_HEADS = 5
# So many words behind its trigger a place may still be told, and before it.
_AHEAD = 40
_BACK = 24
# So many words behind its trigger a relative clause tells of the event: الهجوم الجوي الذي وقع في بنغازي.
_OWN = 6
# So many words may stand between those who suffer it and الذين.
_TOGETHER = 2
# So many words a relative clause between commas has.
_SET_OFF = 14
# What is only said has no place worth telling.
WORDS_ONLY = frozenset(["REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN", "AGREE", "SANCTION"])
_TALKS = frozenset(["CONSULT", "COOPERATE"])
_STRUCK = frozenset(["ASSAULT"])


def place_of(scene: Scene, sense: Sense, recipient: tuple[Range, ...], clause: tuple[int, int, int]) -> Range | None:
    """Where it happened; whoever visits a place is there. `clause` is its first word, the trigger and its end."""
    trigger = sense.frame.trigger
    if trigger.type in WORDS_ONLY:
        return None
    if trigger.whom == _PLACE and recipient and scene.is_place(recipient[0][0]):
        return recipient[0]
    first, i, end = clause
    own = _behind_slot(scene, sense, i, end)
    if own is not None:
        return own
    low, high = scene.sheet.sentence(i)
    if not sense.noun and (there := _before_where(scene, i, low)) is not None:
        return there
    if trigger.type in _TALKS and sense.noun and (own := town_of_talks(scene, i)) is not None:
        return own
    struck = trigger.type in _STRUCK
    if struck and sense.noun and scene.is_place(i + 1) and not _is_country(scene, i + 1):
        # اعتداءات باريس
        return i + 1, scene.sheet.name_end[i + 1]
    if trigger.type in _TALKS:
        # Who talks is told with where they do; what stands further off is where another thing happened.
        ahead, back = range(i + 1, end), range(i - 1, first - 1, -1)
    else:
        ahead, back = range(i + 1, min(high, i + _AHEAD)), range(i - 1, max(low, i - _BACK) - 1, -1)
    for some in (ahead, _nearer_back(scene, back)):
        if (found := _first_told(scene, sense, recipient, some)) is not None:
            return found
    if trigger.type in _TALKS:
        return land_of_guest(scene, i, high)
    if struck and recipient and scene.is_place(recipient[0][0]) and not _is_of_targets(scene, recipient[0][0]):
        # الغزو الأميركي للعراق
        return recipient[0]
    return _seen_before(scene, sense, i, low)


def _is_of_targets(scene: Scene, j: int) -> bool:
    """Whether the land at word `j` only owns what is struck: مواقع عسكرية | لإيران."""
    return any(token.folded in group("targets") for token in scene.tokens[max(j - _OWNED, 0) : j])


_OWNED = 3


def _is_country(scene: Scene, j: int) -> bool:
    """Whether the place at word `j` is a country, or a letter hangs on it: هجمات إسرائيل, هجوم لأنقرة."""
    found = names().at(scene.words, j)
    return scene.joined(j) or bool(scene.sheet.name_skip.get(j)) or found is None or found.value.kind == _COUNTRY


_COUNTRY = "country"


def _nearer_back(scene: Scene, back: range) -> range:
    """The words before the trigger, back to a time told by another act: غادر باريس قبل أن | تعتقله الشرطة."""
    for k in back:
        if scene.tokens[k].flags & Is.THAT and scene.tokens[k - 1].folded.removeprefix(_AND) in group("when_that"):
            return range(back.start, k, -1)
    return back


def _first_told(scene: Scene, sense: Sense, recipient: tuple[Range, ...], some: range) -> Range | None:
    """The first place that is told of the event among these words, which lead away from its trigger."""
    i, ahead = some.start - some.step, some.step > 0
    high, talks = scene.sheet.sentence(i)[1], sense.frame.trigger.type in _TALKS
    behind = ahead and sense.noun and _is_occasion(scene, i)
    struck = sense.frame.trigger.type in _STRUCK
    resumes = 0
    for k in some:
        if k < resumes:
            continue
        here, token = scene.traits[k], scene.tokens[k]
        if here & TO_PLACE and talks and _is_topic(scene, k):
            continue
        if ahead and (here & ANSWER or (behind and token.is_finite)):
            # ضربات على مواقع ردا على هجوم | في دوما; وإثر توقيفهما | كشفا عن
            return None
        if not here & TO_PLACE and not token.flags & Is.RELATIVE:
            continue
        if token.flags & Is.RELATIVE and (not i < k <= i + _OWN or _is_of_them(sense, recipient, k)):
            # What stands behind الذي is told of somebody else, if that is not the event itself.
            resumes = _behind_relative(scene, k, high) if ahead else 0
            if not resumes:
                return None
            continue
        if not ahead and talks and _is_seat_of_body(scene, k):
            continue
        if _leads_to_place(scene, k, struck) and (found := _named_from(scene, k, high)) is not None:
            return found
    return None


def _is_seat_of_body(scene: Scene, k: int) -> bool:
    """Whether في at word `k` tells where a body sits that talks of others: السفارة اليمنية | في أمريكا."""
    if scene.tokens[k].folded != _IN or k < _TOPIC:
        return False
    near = (token for token in scene.tokens[k - _TOPIC : k] if not is_one_of(token.folded, "facilities"))
    return any(token.head is not None and token.head.kind == _BODY and not token.head.proclitics for token in near)


_BODY = "organization"


def _is_topic(scene: Scene, k: int) -> bool:
    """Whether في at word `k` tells where that is of which they talk: ناقشا الوضع | في سوريا."""
    if scene.tokens[k].folded != _IN or k < _TOPIC:
        return False
    return any(token.bare in group("topics") for token in scene.tokens[k - _TOPIC : k])


# الأوضاع الأمنية | في ليبيا
_TOPIC = 2


def _is_occasion(scene: Scene, i: int) -> bool:
    """Whether word `i` names the occasion with which its clause begins, behind which verbs tell what came: إثر."""
    if i == 0 or scene.tokens[i - 1].folded.removeprefix(_AND) not in group("after"):
        return False
    return i - 1 <= scene.clause_start(i)


_AND = "و"


def _seen_before(scene: Scene, sense: Sense, i: int, low: int) -> Range | None:
    """The place that is told to see it further before: تشهد ضواحي العاصمة طرابلس، منذ أسبوع، | اشتباكات."""
    if not sense.noun or sense.frame.trigger.type not in _SEEN:
        return None
    for k in range(max(low, i - _BACK), i):
        carried = scene.carried(k)
        if carried is not None and carried.carrier.part == "sees":
            return seen_place(scene, (), k, i)
    return None


_SEEN = frozenset(["ASSAULT", "PROTEST"])


def place_of_act(
    scene: Scene, sense: Sense, parties: tuple[tuple[Range, ...], tuple[Range, ...]], clause: tuple[int, int, int]
) -> Range | None:
    """Where it happened, sooner than where whoever does it is from: اعتقلت الشرطة في فرنسا ثلاثة أشخاص | في ليون."""
    actor, recipient = parties
    start, i, end = clause
    found = place_of(scene, sense, recipient, clause)
    behind = actor[-1][1] - 1 if actor else i
    if found is None or not i < found[0] <= behind or sense.frame.trigger.whom == _PLACE:
        return found
    other = place_of(scene, sense, recipient, (start, behind, end))
    # احتلت | طهران الجزيرة: who does it is not where.
    own = actor and found[0] == actor[0][0]
    return other if other is not None and behind < other[0] < end else (None if own else found)


def _before_where(scene: Scene, i: int, low: int) -> Range | None:
    """The place that stands before حيث with which the verb's clause begins: في بلدة كتر | حيث تظاهر المئات."""
    k = i - 1
    while k > low and scene.tokens[k].flags & Is.AUXILIARY:
        k -= 1
    if k <= low or scene.tokens[k].folded not in group("where"):
        return None
    for j in range(i + 1, min(scene.clause_end(i), i + _OWN)):
        if _leads_to_place(scene, j, struck=False) and _named_from(scene, j, scene.clause_end(i)) is not None:
            # العاصمة بغداد، حيث تجمع المئات في ساحة التحرير
            return None
    end = k - 1 if scene.tokens[k - 1].flags & Is.COMMA else k
    for j in range(end - 1, max(low, end - _HEADS), -1):
        if scene.is_place(j) and scene.sheet.name_end[j] == end:
            return j, end
    return None


def _is_of_them(sense: Sense, recipient: tuple[Range, ...], k: int) -> bool:
    """Whether the relative clause at word `k` tells of those who suffer it: اعتقل الرجال الذين درسوا في."""
    return not sense.noun and any(k - _TOGETHER <= end <= k for _, end in recipient)


def _behind_relative(scene: Scene, k: int, high: int) -> int:
    """Behind the second of the commas that set a relative clause off at word `k`; 0 where they do not."""
    if not scene.tokens[k - 1].flags & Is.COMMA:
        return 0
    return next((j + 1 for j in range(k, min(high, k + _SET_OFF)) if scene.tokens[j].flags & Is.COMMA), 0)


def _behind_slot(scene: Scene, sense: Sense, i: int, end: int) -> Range | None:
    """The place behind one of the prepositions that the trigger has for it: انسحب من, وصل إلى, غادر."""
    slots = sense.frame.place
    for k in range(i, end) if slots else ():
        left = _OBJECT in slots and (k == i or scene.tokens[min(k + 1, end - 1)].folded in group("towns"))
        if left or (k > i and scene.tokens[k].bare in slots):
            found = _named_from(scene, k, end)
            if found is not None:
                return found
    return None


def _leads_to_place(scene: Scene, k: int, struck: bool) -> bool:
    """Whether word `k` is a preposition of place, or has one before it: في, قرب, بطرابلس."""
    token = scene.tokens[k]
    if not scene.traits[k] & TO_PLACE:
        return False
    if token.folded in group("near_to"):
        # لاجئ من شمال أفريقيا: whence he is.
        return not k or scene.tokens[k - 1].folded not in group("whence")
    if token.folded in group("led_by"):
        return False
    return token.bare == _IN or (struck and token.bare == _ON) or bool(scene.traits[k] & IN)


def _named_from(scene: Scene, k: int, end: int) -> Range | None:
    """The place that is named behind word `k`, or in it, words that only say what kind of place it is left out."""
    first = k if scene.traits[k] & IN else k + 1
    for j in range(first, min(end, first + _HEADS)):
        found = (_facility(scene, j, end) if j == first else None) or _name_at(scene, j, end)
        if found is not None:
            return found
        again = named_before(scene, j)
        if again is not None:
            return again
        if j >= first and not _leads_on(scene, j):
            return None
    return None


def _facility(scene: Scene, j: int, end: int) -> Range | None:
    """A building or a square that is named or described, and where it stands: القصر الرئاسي في أنقرة."""
    if not scene.traits[j] & OF_PLACE or not is_one_of(scene.tokens[j].folded, "facilities") or scene.is_place(j):
        return None
    stop = scene.sheet.name_end.get(j) or noun_phrase(scene.sheet, j, min(end, j + _HEADS))
    while stop < end and scene.tokens[stop].flags & Is.DEFINITE and stop in scene.names:
        stop += 1
    if stop < j + 2 or not (scene.tokens[stop - 1].flags & Is.DEFINITE or stop - 1 in scene.names):
        # في سجن إسرائيلي: any one.
        return None
    if scene.tokens[j].folded.endswith(_PRISON) and (scene.tokens[j + 1].title or _is_man(scene, j + 1)):
        # بسجن الناشط: it is done to him.
        return None
    near = stop + 1 if stop < end and scene.tokens[stop].folded == _IN else stop
    if near < end and (near > stop or scene.traits[near] & IN) and scene.is_place(near):
        return j, scene.sheet.name_end[near]
    return j, stop


def _is_man(scene: Scene, j: int) -> bool:
    """Whether somebody's name begins at word `j`."""
    return scene.sheet.name_kind.get(j) == _PERSON


def _name_at(scene: Scene, j: int, end: int) -> Range | None:
    """The name of a place that begins at word `j`: one that was found, one that is known, or one behind مدينة."""
    sheet, words = scene.sheet, scene.words
    if sheet.name_kind.get(j) == _PLACE:
        return j, _whole_name(scene, j, sheet.name_end[j], end)
    if j in scene.names and _is_man(scene, j):
        return None
    word = words[j][1:] if scene.traits[j] & IN else words[j]
    if j + 1 < len(words) and words[j + 1].startswith(_HEAD):
        # مسقط رأسه: where somebody was born.
        return _name_at(scene, j + 2, end) if j + 2 < end else None
    known = names().at([word, *words[j + 1 : j + _LONGEST]], 0)
    if known is not None and known.value.kind != "people" and (known.end > 1 or not common(word)):
        return j, j + known.end
    if _is_behind_town(scene, j) and j not in scene.names and _is_plain(scene, j):
        return j, _whole_name(scene, j, j + 1, end)
    return None


def _is_behind_town(scene: Scene, j: int) -> bool:
    """Whether the word before word `j` says that a town is named there: مدينة | كوي سنجق."""
    return j > 0 and bool(scene.traits[j - 1] & OF_PLACE) and is_one_of(scene.tokens[j - 1].folded, "towns")


def _whole_name(scene: Scene, j: int, stop: int, end: int) -> int:
    """Where the name of a place of which one word was found ends: بن | قردان, مدينة كوي | سنجق."""
    if stop != j + 1 or stop >= end or not _is_plain(scene, stop):
        return stop
    folded = scene.tokens[j].folded
    if is_one_of(folded, "first_of_place"):
        return stop + 1
    if scene.tokens[stop].flags or (len(folded) > _SHORT and folded.endswith(_ADJECTIVE)):
        # بلدة الهري | الواقعة, حي سكني
        return stop
    return stop + 1 if _is_behind_town(scene, j) and names().at(scene.words, j) is None else stop


def _is_plain(scene: Scene, k: int) -> bool:
    """Whether word `k` is none that the rules know, so that it may belong to the name before it."""
    token = scene.tokens[k]
    if token.flags & ~Is.DEFINITE or token.title is not None or token.head is not None or k in scene.sheet.time_end:
        return False
    if scene.traits[k] & (JOINED | IN) or people()[scene.words[k]] is not None or scene.is_verb(k):
        return False
    known = ("near_to", "before_noun", "further", "asides", "later", "circumstances")
    return all(token.folded not in group(name) for name in known)


def is_one_of(folded: str, name: str) -> bool:
    """Whether a folded word, or what stands behind ب in it, is one of the group `name`: مدينة, بمدينة, بلدة."""
    words = group(name)
    return folded in words or (folded.startswith(_BY) and folded[1:] in words)


_LEADING_ON = ("settled", "near_to", "part_of_place")


def _leads_on(scene: Scene, j: int) -> bool:
    """Whether word `j` may stand between a preposition and the name of a place: في مدينة, في ضواحي."""
    token = scene.tokens[j]
    return (
        bool(scene.traits[j] & OF_PLACE and any(is_one_of(token.folded, kind) for kind in _LEADING_ON))
        or bool(token.flags & (Is.DEFINITE | Is.QUOTE | Is.OPEN))
        or token.head is not None
        or token.folded == _HASH
    )


def seen_place(scene: Scene, subject: tuple[Range, ...], at: int, i: int) -> Range | None:
    """The place that sees it, or whose parts do: تشهد ضواحي العاصمة | طرابلس | قتالا; the verb stands at word `at`."""
    named = next(((a, scene.sheet.name_end[a]) for a, _ in subject if scene.is_place(a)), None)
    for k in range(at + 1, min(i, at + _PARTS)) if named is None else ():
        if scene.is_place(k):
            return k, scene.sheet.name_end[k]
        if scene.tokens[k].flags & Is.MARK or k in scene.sheet.time_end or scene.tokens[k].folded == _BETWEEN:
            # تشهد الحدود | بين غزة وإسرائيل
            return None
    return named


_PARTS = 6
