"""Who takes part: the phrases around a trigger that its frame makes actor, recipient and those present."""

from takhrij.lexicon import actor_words
from takhrij.lexicon.event_words import group
from takhrij.lexicon.function_words import spelled
from takhrij.lexicon.places import people
from takhrij.lexicon.senses import Frame
from takhrij.rules.events.closings import behind_each
from takhrij.rules.events.described import WHOLE
from takhrij.rules.events.estimates import over_estimate
from takhrij.rules.events.joint_places import places_from
from takhrij.rules.events.neighbours import is_second_name, is_with
from takhrij.rules.events.scene import Scene
from takhrij.rules.events.traits import ANSWER, CARRIER, HAND, JOINED, OF_PEOPLE, WITH_PRONOUN
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is, Range

_LETTERS = frozenset("بل")
_FOR_IT = "ل"
_FOR = frozenset("ل")
# So many words behind targets it may be told whose they are.
_ADJECTIVES = 5
_BETWEEN = "بين"
_FROM = "من"
_WITH = "مع"
_HASH = "#"
_BY = "ب"
_PRESENCE = "حضور"
# على as it is folded.
_ON = "علي"
_SHORTEST = 3
_PRONOUN_WITHIN = 6
_HANDS_WITHIN = 9
_CALLED = 5
_TOWN = 4


def joint_parties(scene: Scene, first: int, end: int) -> tuple[Range, ...]:
    """The parties of a phrase that names several: فلان وفلان; none where it names nobody."""
    tokens, parts = scene.tokens, []
    first = start = behind_each(scene.sheet, first, end)
    for k in range(first + 1, end):
        if not scene.traits[k] & JOINED or not scene.is_party(k) or _inside(scene, start, k) or _share(scene, start, k):
            continue
        if _without_nation(scene, k, end)[0] > k or not _of_two_posts(scene, start) or is_second_name(scene.sheet, k):
            parts.append((start, k))
            start = k
    parts.append((start, end))
    after = end
    while after + 1 < len(tokens) and tokens[after].flags & Is.COMMA and scene.joined(after + 1):
        # إيطاليا، وألمانيا، وبولندا
        if not (after + 1 in scene.names and first in scene.names):
            break
        after += 1
        further = scene.phrase(after, scene.sheet.sentence(after)[1])
        if further <= after:
            break
        parts.append((after, further))
        after = further
    while after < len(tokens) and scene.joined(after) and scene.is_party(after) and not scene.is_verb(after):
        named = _without_nation(scene, after, after)[0]
        further = scene.sheet.name_end[named] if named > after else scene.phrase(after, scene.sheet.sentence(after)[1])
        if further <= after:
            break
        parts.append((after, further))
        after = further
    found = []
    for start, after in parts:
        begin, stop = _without_nation(scene, start, after)
        party = scene.party_in(begin, stop)
        if party is not None:
            found.append(party)
    return tuple(found)


def behind_all(at: int, parties: tuple[Range, ...]) -> int:
    """The word behind all these parties, or `at` if that is further on."""
    for _, end in parties:
        at = max(at, end)
    return at


def _without_nation(scene: Scene, start: int, end: int) -> Range:
    """The second of two holders of one post by the name alone: الرئيسين الروسي فلان و | الأميركي | فلان."""
    if not scene.traits[start] & OF_PEOPLE or start in scene.names:
        return start, end
    demonym = people()[scene.words[start]]
    if demonym is not None and demonym.definite and scene.sheet.name_kind.get(start + 1) == "person":
        return start + 1, end
    return start, end


def _of_two_posts(scene: Scene, start: int) -> bool:
    """Whether one word names two posts: وزيري الداخلية والعدل."""
    title = scene.tokens[start].title
    return title is not None and title.number == 2


def _share(scene: Scene, start: int, k: int) -> bool:
    """Whether the bare nouns on both sides of و have one owner: مواقع | وتعزيزات الحوثيين."""
    token = scene.tokens[start]
    if k != start + 1 or k in scene.names or start in scene.names:
        return False
    if (token.title is not None and token.title.number == 1) or scene.tokens[k].head is not None:
        return False
    if token.folded.endswith(WHOLE):
        # متظاهرين | وقوات الأمن
        return False
    after = scene.tokens[k + 1] if k + 1 < len(scene.tokens) else token
    return not (token.flags or scene.tokens[k].flags) and bool(after.flags & Is.DEFINITE or k + 1 in scene.names)


def _inside(scene: Scene, start: int, k: int) -> bool:
    """Whether و at word `k` joins two parts of one name: وزير العدل والداخلية."""
    sheet = scene.sheet
    return any(sheet.name_end.get(j, 0) > k for j in range(start, k))


def at_slots(scene: Scene, frame: Frame, first: int, end: int) -> tuple[Range, ...]:
    """The recipient behind one of the frame's prepositions between words `first` and `end`."""
    slots = frame.slots
    letters = slots & _LETTERS
    for k in range(first, end):
        token = scene.tokens[k]
        if k > first and (scene.traits[k] & ANSWER or token.flags & Is.ACCORDING):
            # هدد بالرد | ردا على هجوم, ضربات | بحسب ما قاله لشبكة
            return ()
        if scene.senses[k] is not None and _takes_it(scene, k, slots) and (k > first or scene.words[k].startswith(_BY)):
            # فتحت تحقيقا | بتنسيق مع الوزارة
            # التقى، خلال زيارته لموسكو، | بالرئيس
            k = _behind_comma(scene, k, end) if frame.trigger.joint and _BY in letters else end
            return _party_at(scene, frame, k, end) if k < end else ()
        if token.flags & Is.RELATIVE:
            letters = _before_relative(scene, k, first, letters)
        bare = token.bare if token.joined else token.folded
        j = k
        if bare in slots:
            j = k + 2 if k + 2 < end and scene.tokens[k + 1].folded == _HASH else k + 1
            if j < end and (scene.tokens[j].folded in group("side") or scene.tokens[j].folded in group("no_slot")):
                # من قبل: by whom, not from whom; على خلفية: why
                continue
            if bare == _BETWEEN:
                found = _between(scene, j, end)
                if found:
                    return found
                continue
        elif not letters or not _hangs(scene, k, letters) or not _leads_to_recipient(scene, k):
            continue
        if j >= end:
            break
        found = _party_at(scene, frame, j, end)
        if found:
            return found
    return ()


def _before_relative(scene: Scene, k: int, first: int, letters: frozenset[str]) -> frozenset[str]:
    """The letters that may hang on a recipient behind the relative pronoun at word `k`: none, where they are its own.

    وافقت على هدنة منذ الغزو الذي | قادته واشنطن لأفغانستان
    """
    return frozenset() if k > first and not scene.tokens[k - 1].flags & Is.COMMA else letters


def _behind_comma(scene: Scene, k: int, end: int) -> int:
    """The post with ب behind the comma that closes what noun `k` tells: خلال زيارته لموسكو، | بالرئيس; or `end`."""
    comma = next((j for j in range(k + 1, end) if scene.tokens[j].flags & Is.COMMA), end)
    return comma + 1 if comma + 1 < end and is_with(scene.tokens[comma + 1]) else end


def _leads_to_recipient(scene: Scene, k: int) -> bool:
    """Whether ب or ل at word `k` may name one: not اجتمع | بقصر الحكومة, اجتمعوا | بسبب الأزمة."""
    folded = scene.tokens[k].folded
    if folded[1:] in group("facilities") or folded in group("before_noun"):
        return False
    if folded in group("led_by") or folded in group("beside"):
        return False
    before = scene.tokens[k - 1].folded
    if before in group("beside") or before == _PRESENCE:
        # مرفوقا | بوزير الخارجية
        return False
    # بدعوة من النقابة التابعة | للاتحاد
    return folded[0] != _FOR_IT or before not in actor_words.group("described")


def _takes_it(scene: Scene, k: int, slots: frozenset[str]) -> bool:
    """Whether a nearer noun has the preposition for itself: يستمر القتال رغم المفاوضات | مع روسيا."""
    senses = scene.senses[k]
    return senses is not None and senses[0].noun and not _SHARED.isdisjoint(slots & senses[0].frame.slots)


_SHARED = frozenset(
    [
        "مع",
        "بين",
    ]
)


def _hangs(scene: Scene, k: int, letters: frozenset[str]) -> bool:
    word = scene.words[k]
    return word[0] in letters and len(word) > _SHORTEST and bears(word, word[0])


def is_for(scene: Scene, k: int) -> bool:
    """Whether word `k` names a party behind ل: للحوثيين, لثلاثة صحفيين."""
    if not _hangs(scene, k, _FOR) or scene.tokens[k].folded in group("purposes"):
        return False
    # لنحو | 60 مدنيا
    counted = scene.tokens[k].folded[1:] in group("about") and scene.is_party(k + 1)
    return scene.is_party(k) or counted


def _party_at(scene: Scene, frame: Frame, j: int, end: int) -> tuple[Range, ...]:
    limit = scene.sheet.sentence(j)[1]
    j = over_estimate(scene, j, limit)
    whose = owner(scene, j, limit)
    if whose > j:
        # غارات على أهداف لحركة حماس
        return joint_parties(scene, whose, scene.phrase(whose, limit))
    if frame.trigger.whom == "place":
        if town := town_at(scene, j, limit):
            return town
        if scene.is_place(j):
            return places_from(scene, j, limit)
        if scene.tokens[j].flags & Is.NUMBER or scene.tokens[j].folded in group("about"):
            return ()
    if frame.trigger.whom == "party" and not scene.is_party(j):
        return ()
    stop = scene.phrase(j, limit)
    return joint_parties(scene, j, stop) if stop > j else ()


def town_at(scene: Scene, j: int, limit: int) -> tuple[Range, ...]:
    """The town that is named behind what it is at word `j`: زار العاصمة الفرنسية | باريس."""
    if j >= limit or scene.tokens[j].folded not in group("settled"):
        return ()
    k = j + 1
    while k < min(j + _TOWN, limit) and scene.tokens[k].flags == Is.DEFINITE and not scene.is_place(k):
        k += 1
    return ((k, scene.sheet.name_end[k]),) if k < limit and scene.is_place(k) else ()


def owner(scene: Scene, j: int, limit: int) -> int:
    """The word behind ل that tells whose the targets at word `j` are: أهداف عسكرية | لحركة حماس; or `j`."""
    if scene.tokens[j].folded not in group("targets"):
        return j
    k = j + 2 if j + 2 < limit and scene.tokens[j + 1].folded == _HASH else j + 1
    if k < limit and scene.is_party(k) and (scene.tokens[k].flags & Is.DEFINITE or _is_body(scene, k)):
        # مواقع المسلحين, مواقع ميليشيات الحركة
        return k
    if j + 2 < limit and _share(scene, j, j + 1) and scene.joined(j + 1) and scene.is_party(j + 2):
        # مواقع وتحصينات المسلحين
        return j + 2
    for k in range(j + 1, min(j + _ADJECTIVES, limit)):
        if _hangs(scene, k, _FOR) and scene.is_party(k):
            return k
        if scene.joined(k) and scene.tokens[k].folded[1:] in group("targets"):
            # مواقع وتجمعات | للحوثيين
            continue
        if scene.tokens[k].flags & Is.MARK or scene.is_party(k):
            return j
    return j


def _is_body(scene: Scene, k: int) -> bool:
    """Whether an armed body or a state is named at word `k`."""
    head = scene.tokens[k].head
    return k in scene.names or (head is not None and head.kind == "organization")


def _between(scene: Scene, j: int, end: int) -> tuple[Range, ...]:
    stop = scene.phrase(j, end)
    parties = joint_parties(scene, j, stop) if stop > j else ()
    if len(parties) != 1:
        return parties
    k = stop
    while k < end and scene.tokens[k].flags & Is.COMMA:
        k += 1
    if k < end and scene.tokens[k].folded == _WITH and scene.is_party(k + 1):
        # بين عدد من الوزراء | مع رئيس الحكومة
        return parties + joint_parties(scene, k + 1, scene.phrase(k + 1, scene.sheet.sentence(k)[1]))
    if k >= end or not (scene.joined(k) or scene.tokens[k].bare == _BETWEEN):
        k = _other_side(scene, j, stop)
    k += k < len(scene.tokens) and scene.tokens[k].bare == _BETWEEN
    second = scene.phrase(k, scene.sheet.sentence(j)[1]) if k > j else k
    return parties + joint_parties(scene, k, second) if second > k else parties


def _other_side(scene: Scene, j: int, stop: int) -> int:
    """The second of two between whom it is, behind what is told of the first; 0 where there is none.

    بين مقاتلين من الحركة، التي يقودها فلان، | ومقاتلين من اللواء
    """
    for k in range(stop, min(scene.sheet.sentence(j)[1], stop + _OTHER_WITHIN)):
        token = scene.tokens[k]
        if token.flags & (Is.THAT | Is.QUOTE):
            return 0
        if token.bare == _BETWEEN and scene.joined(k):
            return k
        if not scene.joined(k) or not scene.is_party(k):
            continue
        if k not in scene.names or scene.tokens[k - 1].flags & Is.COMMA:
            # not بين الجيش في حمص وحماة
            return k
    return 0


_OTHER_WITHIN = 20


def hands(scene: Scene, first: int, end: int, armed: bool = True) -> tuple[Range, ...]:
    """Who did it, behind من قبل, على يد or a light verb with a pronoun (شنه المسلحون)."""
    for k in range(first, min(end - 1, first + _HANDS_WITHIN)):
        if not (scene.traits[k] & (HAND | CARRIER) or (k > first and scene.tokens[k - 1].flags & Is.RELATIVE)):
            continue
        folded = scene.tokens[k].folded
        if folded in group("later"):
            return ()
        j = 0
        after = scene.tokens[k + 1].folded
        if after in group("side" if folded == _FROM else "hands") and folded in (_FROM, _ON):
            j = k + 2
        elif armed and folded in group("weapons"):
            j = k + 1
        elif len(folded) >= _SHORTEST:
            carried = scene.carried(k)
            if carried is not None and carried.carrier.part == "does" and scene.tokens[k + 1].folded in group("by_it"):
                # زيارة قام بها الرئيس
                j = k + 2
            if carried is not None and carried.pronoun and carried.carrier.part == "does" and not carried.joined:
                # حادث وصفه الوزير: who judges it has not done it.
                j = 0 if any(form.verb.lemma in spelled("judging_whom") for form in scene.tokens[k].forms) else k + 1
            if not j and k > first and scene.tokens[k - 1].flags & Is.RELATIVE and _takes_up(scene, k):
                j = k + 1
        if j and j < end and scene.tokens[j].flags & Is.COMMA:
            # الذي حضره، فلان
            j += 1
        if j and j < end and scene.is_party(j):
            return joint_parties(scene, j, scene.phrase(j, scene.sheet.sentence(j)[1]))
    return ()


def _takes_up(scene: Scene, k: int) -> bool:
    """Whether the verb of a relative clause has a pronoun for its object: الحصار الذي | فرضته السعودية."""
    senses = scene.senses[k] or ()
    return any(not sense.noun and sense.pronoun and not sense.before for sense in senses)


def fits(scene: Scene, i: int, frame: Frame, end: int) -> bool:
    """Whether the prepositions that the trigger must have behind it are there, and no word that makes it none."""
    if frame.unless:
        tokens = scene.tokens
        # وصفه | بأنه صديق: what he is called stands behind the clause.
        further = end + _CALLED if end < len(tokens) and tokens[end].flags & Is.THAT else end
        for token in tokens[i + 1 : further]:
            if token.folded in frame.unless:
                return False
    if frame.trigger.type in _ASKED and any(token.flags & Is.ANONYMITY for token in scene.tokens[i + 1 : end]):
        # طلب عدم ذكر اسمه tells of a source, and nothing that happened.
        return False
    return not frame.after or _has_after(scene, i, frame, end)


_ASKED = frozenset(["REQUEST", "REJECT"])


def _has_after(scene: Scene, i: int, frame: Frame, end: int) -> bool:
    if "object" in frame.after and i + 1 < end and not scene.tokens[i + 1].flags & (Is.COMMA | Is.STOP | Is.BREAK):
        return scene.tokens[i + 1].folded not in group("before_noun") or len(frame.after) > 1
    letters = frame.after & _LETTERS
    for k in range(i + 1, min(end + 1, len(scene.tokens))):
        token = scene.tokens[k]
        if (
            (token.folded in frame.after and k not in scene.names)
            or (letters and _hangs(scene, k, letters))
            or (scene.traits[k] & WITH_PRONOUN and _begins_after(token.folded, frame))
        ):
            return True
    return False


def _begins_after(folded: str, frame: Frame) -> bool:
    """Whether it is a preposition that the trigger needs which stands there with a pronoun: إليها, منه."""
    return folded.startswith(tuple([word[:2] for word in frame.after]))


def has_pronoun(scene: Scene, frame: Frame, first: int, end: int) -> bool:
    """Whether a pronoun hangs on one of the recipient's prepositions soon behind the trigger: طلبت منه."""
    slots = tuple([slot[:2] for slot in frame.slots if slot != "object"])
    if not slots:
        return False
    for k in range(first, min(end, first + _PRONOUN_WITHIN)):
        if scene.traits[k] & WITH_PRONOUN and scene.tokens[k].folded.startswith(slots):
            return True
        if scene.is_verb(k):
            # ليعترفوا بما قاموا به: it is the other verb's.
            return False
    return False
