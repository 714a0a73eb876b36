"""The words that name a source, put right where a rule took too few of them or none."""

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.function_words import spelled
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.lexicon.verbs import Form
from takhrij.reading.behind import name_behind
from takhrij.reading.like_names import is_like_name
from takhrij.reading.naming import is_outlet
from takhrij.reading.players import Phrase
from takhrij.reading.standing import only_ranks
from takhrij.rules.statements.device import Device
from takhrij.rules.statements.no_speakers import is_kin
from takhrij.rules.statements.phrase_words import is_spoken_to
from takhrij.rules.statements.phrases import noun_phrase, source_phrase
from takhrij.rules.statements.proclitics import taken
from takhrij.rules.statements.sheet import Is, Sheet
from takhrij.text.fold import fold

_REACH = 14
_DATE_WITHIN = 8
_OBJECTS = "ين"
_PRONOUNS = (
    "ه",
    "ها",
    "هم",
    "هما",
)
_HARD = (
    Is.THAT | Is.COLON | Is.QUOTE | Is.STOP | Is.BREAK | Is.RELATIVE | Is.OCCASION | Is.ADJUNCT | Is.OPEN | Is.ACCORDING
)


def words_of_source(sheet: Sheet, device: Device) -> tuple[int, int] | None:
    """The source's words with a number before them and what it knows of after them; None where they name none."""
    if device.source is None:
        return None
    if not is_source(sheet, device.source[0], device.source[1]) or is_addressee(sheet, device):
        return _after_verb(sheet, device)
    first, end = device.source
    tokens = sheet.tokens
    if first > 1 and tokens[first].folded in source_words().issued and tokens[first - 1].head is not None:
        first -= 1
    if first > 1 and tokens[first - 1].folded == "من" and tokens[first - 2].folded in source_words().counted:
        first -= 2
    elif first and (
        tokens[first - 1].folded in source_words().counted
        or (tokens[first - 1].flags & Is.NUMBER and not _is_of_time(sheet, first - 1))
    ):
        first -= 1
    if device.cue is not None and device.cue[1] <= first and device.sort in ("verb", "relay"):
        further = end if _judges(device) else _further(sheet, first, end, device.content.first)
        end = name_behind(sheet, device, first, further)
    while end < device.content.first and _is_nation(sheet, end) and end not in sheet.time_end:
        end += 1
    end = _who_it_is(sheet, end, device.content.first)
    if (
        tokens[end - 1].folded in source_words().knowing
        and end + 1 < len(tokens)
        and tokens[end].folded in source_words().knowing_of
    ):
        end = max(end, noun_phrase(sheet, end + 1, min(end + 9, sheet.sentence(first)[1])))
    return first, end


def _is_of_time(sheet: Sheet, k: int) -> bool:
    """Whether the number at word `k` ends a date: الاثنين 22 فيفري | 2016."""
    return k in sheet.time_end or any(sheet.time_end.get(m) == k + 1 for m in range(max(0, k - _DATE_WITHIN), k))


def _judges(device: Device) -> bool:
    """Whether the verb needs one whom it describes, who may stand right behind its subject: وصف الوزير | الخطة."""
    return device.form is not None and device.form.verb.lemma in spelled("need_object")


def _who_it_is(sheet: Sheet, end: int, limit: int) -> int:
    """Where the name ends that says who was described: متحدثة أخرى | هي الرائد فلانة; `end` without one."""
    if end + 1 >= limit or sheet.tokens[end].folded not in group("is_who"):
        return end
    for k in range(end + 1, min(end + 5, limit)):
        if sheet.name_kind.get(k) == "person":
            return sheet.name_end[k] if only_ranks(sheet, end + 1, k) else end
    return end


def is_addressee(sheet: Sheet, device: Device) -> bool:
    """Whether the words taken for the source are the outlet to which was spoken: وأوضحت لوكالة ..."""
    if device.source is None or device.sort != "verb":
        return False
    first = device.source[0]
    token, head = sheet.tokens[first], sheet.tokens[first].head
    if head is None and first not in sheet.name_end and token.folded[:1] == "ل" and len(token.folded) > 2:
        # وقال لـCNN إن: the one who spoke is not named again.
        return is_outlet(sheet, first)
    return head is not None and head.kind == "outlet" and "ل" in head.proclitics


def _further(sheet: Sheet, first: int, end: int, limit: int) -> int:
    """Where a post goes on after its phrase was cut short: زعيم كتلة | بمجلس النواب، فلان."""
    tokens = sheet.tokens
    token = tokens[first]
    if (
        token.title is None
        or (token.title.number == 3 and end == first + 1)
        or any(sheet.name_kind.get(k) == "person" for k in range(first, end))
    ):
        return end
    i = end
    while i < min(limit, end + _REACH):
        token = tokens[i]
        if is_spoken_to(sheet, first, i):
            return i
        if sheet.name_kind.get(i) == "person":
            return sheet.name_end[i]
        if token.flags & Is.COMMA and _like_name_until(sheet, i + 1, limit):
            return _like_name_until(sheet, i + 1, limit)
        if token.flags & Is.COMMA:
            return (
                sheet.name_end[i + 1]
                if sheet.name_kind.get(i + 1) == "person" and not sheet.name_skip.get(i + 1)
                else i
            )
        if token.flags & _HARD or i in sheet.time_end or token.forms or (i == end and not _attaches(sheet, i)):
            return i if i > end and token.flags & (Is.THAT | Is.QUOTE | Is.COLON) else end
        i = max(i + 1, sheet.name_end.get(i, 0))
    return end


def _is_nation(sheet: Sheet, i: int) -> bool:
    """Whether word `i` is an adjective of a nation with the article: الشرطة | السعودية."""
    nation, before = people()[sheet.page.words[i]], sheet.tokens[i - 1]
    if nation is None or nation.proclitics:
        return False
    if nation.definite:
        return bool(before.flags & Is.DEFINITE)
    return before.folded.endswith(source_words().nisba_endings_of_one) and not before.flags & Is.DEFINITE


def _like_name_until(sheet: Sheet, first: int, limit: int) -> int:
    """Where an unlisted name that begins at word `first` ends, before a comma, a mark or أن; 0 where none does."""
    for k in range(first, min(limit + 1, first + 6, len(sheet.tokens))):
        if sheet.tokens[k].flags & (Is.COMMA | Is.THAT | Is.COLON | Is.QUOTE) or k in sheet.time_end:
            return k if is_like_name(sheet, first, k) else 0
    return 0


def _attaches(sheet: Sheet, i: int) -> bool:
    """Whether word `i` may go on with a post: بمجلس, لحزب, للشؤون; not بأن or ببيان."""
    token = sheet.tokens[i]
    before = sheet.tokens[i - 1].title
    if token.flags & Is.DEFINITE and before is not None and before.definite:
        return True
    if sheet.name_kind.get(i) == "person" or (token.title is not None and token.title.title.kind == "honorific"):
        return True
    return (
        len(token.folded) > 3
        and token.folded[0] in "بل"
        and taken(sheet.page.words[i])
        and not token.flags & (Is.OCCASION | Is.THAT)
    )


def _after_verb(sheet: Sheet, device: Device) -> tuple[int, int] | None:
    """The name right after the verb, where something that is no source was taken from before it: والثلاثاء أكد فلان."""
    if device.cue is None or device.sort != "verb":
        return None
    first = device.cue[1]
    if first >= device.content.first or first not in sheet.name_end:
        return None
    return first, source_phrase(sheet, first, device.content.first)


def is_source(sheet: Sheet, first: int, end: int) -> bool:
    """Whether the words can name a source at all: no time, no masdar of the report, no adverb stands in its place."""
    token = sheet.tokens[first]
    if _is_adverbial(sheet, first):
        return False
    if first in sheet.name_end or token.title is not None or token.head is not None or first in sheet.quote_at:
        return True
    if first in sheet.time_end or token.folded in source_words().placing:
        return False
    if (
        token.forms
        and not token.flags & Is.DEFINITE
        and any(form.shape in ("masdar", "participle") for form in token.forms)
    ):
        return False
    word = sheet.page.words[first]
    if "\u064b" in word[-2:]:
        return False
    if is_kin(sheet, first):
        # طالبت | أمها بمحاكمته
        return True
    # A surname may end as an adverb does: جورجيفا is one where what was said follows at once.
    follows = sheet.tokens[end].flags & (Is.THAT | Is.QUOTE | Is.COLON) if end < len(sheet.tokens) else 0
    if first + 2 < end and sheet.tokens[first + 1].flags & Is.COMMA and sheet.tokens[first + 2].flags & Is.RELATIVE:
        # وقالت هيلينا، التي شاهدت الحادث، إن
        return True
    return not token.folded.endswith("ا") or bool(token.flags & Is.DEFINITE) or (end - first == 1 and bool(follows))


def _is_adverbial(sheet: Sheet, first: int) -> bool:
    """Whether the word only says where or before whom something was said: أوضح على حسابه, شدد أمامهم على."""
    folded = sheet.tokens[first].folded
    if folded in group("often") and any(token.folded in group("times") for token in sheet.tokens[first : first + 3]):
        # وطالبت أكثر من مرة المجتمع الدولي
        return True
    if folded in group("before_places"):
        return first not in sheet.name_end
    if not folded.endswith(_PRONOUNS):
        return False
    return any(folded.removesuffix(ending) in group("before_places") for ending in _PRONOUNS if folded.endswith(ending))


def is_addressed(sheet: Sheet, device: Device, phrase: Phrase) -> bool:
    """Whether what stands after the verb is its object: ووصفت الزوج, whose verb does not agree with it."""
    form = device.form
    if (
        form is None
        or device.cue is None
        or phrase.words[0] < device.cue[1]
        or fold(form.verb.lemma) not in source_words().addressed
    ):
        return False
    if phrase.kind == "people" and not phrase.named and _is_object(sheet, phrase.words[0]):
        # طالب السعوديين: those who speak are السعوديون.
        return True
    return not _agree(form, phrase)


def _is_object(sheet: Sheet, first: int) -> bool:
    """Whether the plural at word `first` stands in the accusative: السعوديين; اليمين is none."""
    folded = sheet.tokens[first].folded
    return folded.endswith(_OBJECTS) and folded not in group("no_plurals")


def _agree(form: Form, phrase: Phrase) -> bool:
    if not form.gender or form.number != 1 or not phrase.gender:
        return True
    return form.gender == phrase.gender
