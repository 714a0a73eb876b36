"""Names behind posts whose phrase broke off: المبعوث الجديد | إلى سوريا، فلان, منسقة السياسة | الخارجية فلانة."""

from takhrij.lexicon.function_words import group
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.reading.persons import is_definite
from takhrij.reading.whole import GIVEN_NAME, KNOWN, PARTICLES, RARE
from takhrij.rules.statements.device import Device
from takhrij.rules.statements.phrase_words import is_spoken_to
from takhrij.rules.statements.proclitics import taken
from takhrij.rules.statements.sheet import Is, Sheet
from takhrij.text.fold import fold

_REACH = 14
_LONGEST = 4
# A rank stands within so many words behind where the post broke off.
_RANK_WITHIN = 4
_NEVER = (
    Is.THAT | Is.COLON | Is.QUOTE | Is.STOP | Is.BREAK | Is.RELATIVE | Is.OCCASION | Is.ADJUNCT | Is.OPEN | Is.ACCORDING
    | Is.NEGATION | Is.AUXILIARY | Is.OWN_VOICE | Is.DASH | Is.CLOSE
)  # fmt: skip
# What may follow a name at once: أن, a mark, where and when.
_AFTER = Is.THAT | Is.COLON | Is.QUOTE | Is.COMMA | Is.OPEN | Is.OCCASION | Is.ADJUNCT
# رئيسا, متحدثة, نشطون: no words of a name that is nowhere else.
_NO_SURNAME = (
    "ا",
    "ه",
    "ون",
    "ين",
    "ات",
)
_TO = "إلى"
_AT = frozenset(
    [
        "في",
        "لدى",
    ]
)


def name_behind(sheet: Sheet, device: Device, first: int, end: int) -> int:
    """Where the name of the one ends whose post the words are, the rest of the post before it; `end` without one."""
    title = sheet.tokens[first].title
    if title is None or not is_definite(sheet, first, end) or (title.number == 3 and end == first + 1):
        # يتهم المعارضون | السالمي: one man is not many.
        return end
    if any(sheet.name_kind.get(k) == "person" for k in range(first, end)):
        return end
    limit = min(device.content.first, end + _REACH)
    i = end
    while i < limit:
        token = sheet.tokens[i]
        if sheet.name_kind.get(i) == "person":
            return sheet.name_end[i] if _is_named(sheet, device, end, i) else end
        if token.flags & Is.COMMA:
            return _behind_comma(sheet, i, limit) or end
        unlisted = unlisted_at(sheet, i, limit) if i > first else i
        if unlisted > i:
            return unlisted if _is_named(sheet, device, end, i) else end
        if not _goes_on(sheet, i) or is_spoken_to(sheet, first, i):
            return _behind_rank(sheet, i, limit) or end
        i = max(i + 1, sheet.name_end.get(i, 0))
    return end


def _behind_rank(sheet: Sheet, i: int, limit: int) -> int:
    """Where the name behind a rank ends: قائد اللواء الأول | حرس حدود العميد فلان; 0 where none stands near."""
    for k in range(i, min(limit, i + _RANK_WITHIN)):
        title = sheet.tokens[k].title
        if title is not None and title.title.kind == "honorific" and title.definite and not title.proclitics:
            return sheet.name_end[k + 1] if sheet.name_kind.get(k + 1) == "person" else 0
        if sheet.tokens[k].flags & _NEVER or sheet.tokens[k].is_finite or k in sheet.name_end:
            return 0
    return 0


def _is_named(sheet: Sheet, device: Device, end: int, i: int) -> bool:
    """Whether the name at word `i` is that of the post, not its owner's nor the verb's object."""
    before = sheet.tokens[i - 1]
    if before.folded in PARTICLES or sheet.name_skip.get(i):
        return False
    if not (
        before.flags & Is.DEFINITE
        or before.title is not None
        or any(sheet.name_end.get(k) == i for k in range(max(0, i - 4), i))
    ):
        return False
    if device.form is None or fold(device.form.verb.lemma) not in source_words().addressed:
        return True
    # ودعا الرئيس الفرنسي المشير فلانا: a second post is the object's.
    return not any(sheet.tokens[k].title is not None or sheet.tokens[k].head is not None for k in range(end, i))


def _behind_comma(sheet: Sheet, comma: int, limit: int) -> int:
    """Where the name ends that stands behind a comma, an honorific before it or not; 0 without one."""
    i = comma + 1
    while i < limit and sheet.tokens[i].title is not None and sheet.name_kind.get(i) != "person":
        title = sheet.tokens[i].title
        if title is None or title.proclitics or title.title.kind == "source":
            return 0
        i += 1
        while i < limit and sheet.tokens[i].flags & Is.DEFINITE and sheet.name_kind.get(i) != "person":
            i += 1
    if i >= limit or sheet.name_skip.get(i):
        return 0
    if sheet.name_kind.get(i) == "person":
        return sheet.name_end[i]
    end = unlisted_at(sheet, i, limit)
    return end if end > i else _rare_pair(sheet, i, limit)


def _rare_pair(sheet: Sheet, i: int, limit: int) -> int:
    """Where a name of two words ends of which the first is nothing else, right behind the comma: نافتالي بنيت; or 0."""
    words, tokens = sheet.page.words, sheet.tokens
    if i + 2 >= min(limit + 1, len(tokens)) or KNOWN[words[i]] != RARE or i in sheet.time_end:
        return 0
    if sheet.name_kind.get(i + 1) == "person" and not sheet.name_skip.get(i + 1):
        # شفقت | مالك
        return sheet.name_end[i + 1] if not (tokens[i].flags or tokens[i].folded.endswith(_NO_SURNAME)) else 0
    second, after = tokens[i + 1], tokens[i + 2]
    if second.flags or second.title or second.head or second.joined or second.folded.endswith(_NO_SURNAME):
        return 0
    if tokens[i].flags or tokens[i].folded.endswith(_NO_SURNAME):
        return 0
    return i + 2 if after.flags & (_AFTER | Is.DEFINITE) or i + 2 in sheet.time_end else 0


def unlisted_at(sheet: Sheet, first: int, limit: int) -> int:
    """Where a name ends that no list knows and the names stage missed; `first` where none begins."""
    words, tokens = sheet.page.words, sheet.tokens
    if KNOWN[words[first]] != GIVEN_NAME and words[first] not in PARTICLES:
        return first
    if taken(words[first]) or first in sheet.time_end or first in sheet.name_end or tokens[first].title:
        return first
    end = first + 1
    while end < min(limit, first + _LONGEST) and (KNOWN[words[end]] or words[end] in PARTICLES):
        end += 1
    follows = end < len(tokens) and (tokens[end].flags & _AFTER or end in sheet.time_end or end >= limit)
    return end if end - first > 1 and follows else first


def _goes_on(sheet: Sheet, i: int) -> bool:
    """Whether the post goes on with word `i`: الدائم, لدى الأمم المتحدة, إلى سوريا, بولاية تونس."""
    token, before = sheet.tokens[i], sheet.tokens[i - 1]
    if sheet.page.words[i] == _TO:
        return sheet.name_kind.get(i + 1) == "place"
    if token.folded in _AT:
        return not sheet.tokens[i + 1].flags & Is.OCCASION and i + 1 not in sheet.time_end
    if token.folded in group("post_joints"):
        return True
    if token.flags & _NEVER or token.is_finite or i in sheet.time_end:
        return False
    if token.flags & Is.DEFINITE:
        return True
    if i in sheet.name_end and sheet.name_kind[i] != "person":
        return True
    if token.folded[0] in "بلو" and len(token.folded) > 3:
        return True
    return before.folded[:1] in "بل" or not before.flags & Is.DEFINITE or people()[sheet.page.words[i]] is not None
