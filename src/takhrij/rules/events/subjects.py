"""The subject of a verb that stands before it: الشرطة اعتقلت, المسلحون الذين اقتحموا."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.function_words import group as words_of
from takhrij.lexicon.function_words import letters
from takhrij.lexicon.senses import Sense
from takhrij.rules.events.arguments import joint_parties
from takhrij.rules.events.described import over_description
from takhrij.rules.events.estimates import over_estimate
from takhrij.rules.events.scene import PREPOSED, Scene
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.sheet import Is, Range

_LONGEST_TIME = 5
_ANTECEDENT = 10
# So many words before a verb with و the first verb may stand.
_FIRST = 12


def subject_before(scene: Scene, i: int) -> tuple[Range, ...]:
    """Who stands before the verb at word `i` as its subject."""
    tokens = scene.tokens
    start = scene.clause_start(i)
    j = i - 1
    while j >= start and tokens[j].flags & (Is.AUXILIARY | Is.NEGATION):
        j -= 1
    while j > start and tokens[j].folded in group("wontedly"):
        # المعارضة التي | عادة ما تصفها دمشق
        j -= 1
    if start < j < i - 1 and tokens[j - 1].flags & Is.COMMA and not tokens[j].flags:
        # الرئيس فلان، <كان> قد استقبل: one misspelt word between the comma and قد.
        j -= 1
    j = _over_time(scene, _over_dashes(scene, j, start), start)
    if j < start:
        return _before_that(scene, start)
    if (paper := _paper(scene, i, j, start)) >= 0:
        return ((paper, paper + 1),)
    if tokens[j].flags & Is.RELATIVE:
        return antecedent(scene, j, start)
    if tokens[j].flags & Is.COMMA:
        j -= 1
    return _phrase_to(scene, start, j + 1)


def _paper(scene: Scene, i: int, j: int, start: int) -> int:
    """A text without an article right before the verb, which tells what it does: قرارا غير ملزم | يدين; or -1."""
    if not any(not one.noun and one.shape == "imperfect" for one in scene.senses[i] or ()):
        return -1
    for k in range(j, max(start, j - _PAPER_WITHIN) - 1, -1):
        token = scene.tokens[k]
        if token.flags or k in scene.names:
            return -1
        if token.head is not None:
            return k if token.head.kind == "document" and not token.head.proclitics.endswith(_HUNG) else -1
        if token.title is not None or scene.is_verb(k):
            return -1
    return -1


_PAPER_WITHIN = 2
_HUNG = tuple("بلك")


def subject_of_first(scene: Scene, i: int, sense: Sense) -> tuple[Range, ...]:
    """Who stands before the verb that the one at word `i` goes on from: باريس ترد | وتتهم لندن."""
    if sense.shape == "perfect" and not sense.pronoun:
        return _of_told_clause(scene, i, sense)
    if sense.shape != "imperfect" or sense.pronoun:
        return ()
    for k in range(i - 1, max(scene.sheet.sentence(i)[0], i - _FIRST) - 1, -1):
        token = scene.tokens[k]
        if token.flags & (Is.THAT | Is.COLON | Is.STOP | Is.BREAK | Is.RELATIVE):
            # قال إن الحركة "تحمي" المسلحين | وترفض تسليمهم
            return _before_unknown(scene, i, k + 1) if token.flags & Is.THAT else ()
        if scene.is_verb(k) and not scene.joined(k):
            # Both verbs begin alike, where they have one subject.
            alike = scene.words[k][0] == scene.words[i][1:2]
            first = scene.sheet.sentence(i)[0]
            return (subject_before(scene, k) or _before_unknown(scene, i, first)) if alike else ()
    return _before_unknown(scene, i, scene.sheet.sentence(i)[0])


def _of_told_clause(scene: Scene, i: int, sense: Sense) -> tuple[Range, ...]:
    """Whose verb goes on where nobody stands behind it: ذكر أن الكويت قدمت المشروع | وطالبت بحماية المدنيين."""
    if sense.number != 1 or sense.gender != "f" or scene.is_party(i + 1) or sense.frame.trigger.type not in _SAID:
        return ()
    for k in range(i - 1, max(scene.sheet.sentence(i)[0], i - _FIRST) - 1, -1):
        token = scene.tokens[k]
        if token.flags & (Is.COLON | Is.STOP | Is.BREAK | Is.RELATIVE | Is.QUOTE):
            return ()
        if not token.flags & Is.THAT:
            continue
        end = scene.phrase(k + 1, i) if scene.is_party(k + 1) else k + 1
        if end == k + 1 or end >= i or not scene.is_verb(end) or not scene.words[end].endswith(_HERS):
            return ()
        return joint_parties(scene, k + 1, end)
    return ()


_HERS = "ت"
# Else whoever tells of her would be taken for who says it.
_SAID = frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"])


def _before_unknown(scene: Scene, i: int, first: int) -> tuple[Range, ...]:
    """The party at word `first`, if what follows may be a verb like the one at word `i`: باريس | ترد."""
    end = scene.phrase(first, i) if scene.is_party(first) else first
    # دمشق | "ترد"
    while end < i and scene.tokens[end].flags & Is.QUOTE:
        end += 1
    if not first < end < i or i - end > _FIRST or end in scene.names:
        return ()
    alike = scene.words[end][0] == scene.words[i][1:2] and not scene.tokens[end].flags
    return joint_parties(scene, first, scene.phrase(first, i)) if alike else ()


def _before_that(scene: Scene, start: int) -> tuple[Range, ...]:
    """Who stands before a quotation that begins with the verb: إن الزعيمين "اتفقا; behind أن nobody does."""
    at = start - 1
    if at > 0 and scene.tokens[at].flags & Is.THAT and scene.tokens[at - 1].folded in group("raising"):
        # القوات التي سبق أن | اعتقلت
        return subject_before(scene, at - 1)
    if at < 1 or not scene.tokens[at].flags & Is.QUOTE:
        return ()
    return _phrase_to(scene, scene.clause_start(at), at)


def _over_dashes(scene: Scene, j: int, start: int) -> int:
    """Back over an aside between dashes: الأدميرال فلان -الضابط السابق- | حذر."""
    if j <= start or not scene.tokens[j].flags & Is.DASH:
        return j
    return next((k - 1 for k in range(j - 2, max(start, j - _ASIDE), -1) if scene.tokens[k].flags & Is.DASH), j)


_ASIDE = 14


def _over_time(scene: Scene, j: int, start: int) -> int:
    """Back over a time and the commas around it: الوزير، يوم أمس، التقى."""
    if j < start:
        return j
    k = j - 1 if scene.tokens[j].flags & Is.COMMA else j
    for first in range(max(start, k - _LONGEST_TIME), k + 1):
        if scene.sheet.time_end.get(first) == k + 1:
            back = first - 1
            if back >= start and scene.tokens[back].flags & Is.COMMA:
                back -= 1
            return back
    return j


def _phrase_to(scene: Scene, start: int, end: int) -> tuple[Range, ...]:
    """The party whose phrase fills the clause up to word `end`."""
    tokens = scene.tokens
    while start < end and (
        tokens[start].folded in group("starts") or tokens[start].flags & (Is.COMMA | Is.AUXILIARY | Is.DASH)
    ):
        start += 1
    start = over_estimate(scene, start, end)
    for first in _openings(scene, start, end):
        if not scene.is_party(first):
            continue
        if _is_set_off(scene, first, end) or _is_described(scene, first, end):
            return joint_parties(scene, first, scene.phrase(first, end))
        if _fills(scene, first, end):
            return _from_first_state(scene, start, first, end)
    # الطبقة السياسية تنتقد الرئيس والبرلمان | يفتح تحقيقا
    for k in range(end - 1, max(start, end - _JOINED_WITHIN), -1):
        if scene.joined(k) and scene.is_party(k) and scene.phrase(k, end) == end:
            return _from_first_state(scene, start, k, end)
    return ()


def _from_first_state(scene: Scene, start: int, first: int, end: int) -> tuple[Range, ...]:
    """The parties up to word `end` of which the phrase at word `first` is the last, if they are near enough."""
    first = _first_state(scene, start, first)
    return joint_parties(scene, first, scene.phrase(first, end)) if end - first < _LONGEST_SUBJECT else ()


_JOINED_WITHIN = 5
_LONGEST_SUBJECT = 30


def _fills(scene: Scene, first: int, end: int) -> bool:
    """Whether a party's phrase, with what describes it, fills the words `first` to `end`."""
    at = scene.phrase(first, end)
    for _ in range(_DESCRIPTIONS):
        if at >= end or at == first:
            break
        token = scene.tokens[at]
        if token.flags & Is.COMMA and at == end - 1:
            return True
        if (behind := over_description(scene.sheet, at + bool(token.flags & Is.COMMA), end)) > at + 1:
            at = behind
            continue
        if token.flags & Is.COMMA and scene.tokens[at + 1].folded in group("among"):
            at += 1
            token = scene.tokens[at]
        elif scene.joined(at) and scene.is_party(at):
            at = max(scene.phrase(at, end), at + 1)
            continue
        if token.folded not in group("further") and not token.folded.startswith(PREPOSED):
            break
        hangs = token.folded.startswith(PREPOSED) and token.folded not in group("further")
        step = at if hangs else at + 1
        at = max(noun_phrase(scene.sheet, step, end), at + 1)
    return at == end


# How many phrases may describe a subject: القوات المدعومة من تركيا في الشمال.
_DESCRIPTIONS = 3


def _first_state(scene: Scene, start: int, first: int) -> int:
    """The first of the states with the last of which the phrase was found: قرار | بريطانيا وفرنسا | شن ضربات."""
    names = scene.sheet.name_end
    while scene.joined(first) and scene.is_place(first):
        before = next((k for k in range(first - 1, max(start, first - _STATE) - 1, -1) if names.get(k) == first), -1)
        hung = before < 0 or scene.sheet.name_skip.get(before) and not scene.joined(before)
        if hung or not scene.is_place(before) or not scene.is_state(before):
            # رحلة للبحرين | والدوحة تنفي
            break
        first = before
    return first


_STATE = 4


def _is_set_off(scene: Scene, first: int, end: int) -> bool:
    """Whether commas set a relative clause off behind the party at word `first`: لندن، التي تتهم موسكو، | أعلنت."""
    at = scene.phrase(first, end)
    if at + 1 >= end or not scene.tokens[at].flags & Is.COMMA or not scene.tokens[at + 1].flags & Is.RELATIVE:
        return False
    inner = scene.tokens[at + 1 : end]
    return bool(scene.tokens[end].flags & Is.COMMA) and not any(token.flags & Is.COMMA for token in inner)


def _is_described(scene: Scene, first: int, end: int) -> bool:
    """Whether a relative clause without commas stands behind the party at word `first`: القوات التي تقاتل | قتلت."""
    at = scene.phrase(first, end)
    if at + _SHORTEST_CLAUSE > end or not scene.tokens[at].flags & Is.RELATIVE or scene.joined(end):
        return False
    inner = scene.tokens[at + 1 : end]
    closed = any(token.flags & (Is.COMMA | Is.THAT | Is.QUOTE | Is.RELATIVE) for token in inner)
    # The last word of the clause leads to nothing.
    last = inner[-1]
    leads = last.folded in group("before_noun") or bool(last.flags & (Is.AUXILIARY | Is.NEGATION))
    return not (closed or leads or any(scene.is_verb(k) for k in range(at + 2, end)))


# الذي قاد البلاد | استقال
_SHORTEST_CLAUSE = 3


def _openings(scene: Scene, start: int, end: int) -> list[int]:
    """Where the subject may begin: with the clause, or behind its commas."""
    found = [start] if start < end else []
    found += [k + 1 for k in range(start, end - 1) if scene.tokens[k].flags & (Is.COMMA | Is.QUOTE)]
    return found[:4]


def antecedent(scene: Scene, j: int, start: int) -> tuple[Range, ...]:
    """Whom a relative pronoun at word `j` takes up."""
    end = j - 1 if j - 1 > start and scene.tokens[j - 1].flags & Is.COMMA else j
    for first in range(max(start, end - _ANTECEDENT), end):
        if scene.is_party(first) and (scene.phrase(first, end) == end or _is_led(scene, first, end)):
            own = _last_named(scene, first, end, scene.tokens[j].bare)
            return joint_parties(scene, own if own >= 0 else first, end)
    return ()


def _last_named(scene: Scene, first: int, end: int, relative: str) -> int:
    """The name with which a phrase ends, where the relative pronoun behind it is of that one alone; or -1.

    فرنسا و | غينيا التي, أنصار | فلان الذي, ولاية | فلان الذي
    """
    names = scene.sheet.name_end
    last = next((k for k in range(end - 1, max(first, end - _NAME), -1) if names.get(k) == end), -1)
    if last < 0 or relative not in words_of("relative_of_one"):
        return -1
    if scene.joined(last):
        return last
    head = scene.tokens[first]
    many = head.title is not None and head.title.number > 1
    many = many or head.folded in group("members") or head.folded in group("his_followers")
    his = scene.sheet.name_kind[last] == _PERSON and relative == letters("taken_up")[0]
    return last if his and (many or scene.words[first].endswith(_TIED)) else -1


_NAME = 6
_PERSON = "person"
_TIED = "ة"


def _is_led(scene: Scene, first: int, end: int) -> bool:
    """Whether a body is told with who leads or backs it: التحالف العسكري | بقيادة السعودية."""
    stop = scene.phrase(first, end)
    return first < stop < end and scene.tokens[stop].folded in group("led_by") and _fills(scene, first, end)
