"""Who made the document that speaks: بيان لوزارة العدل, دراسة أجرتها جامعة."""

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.reading.proper import proper_end
from takhrij.reading.wording import roots_of_heads
from takhrij.rules.statements.phrases import source_phrase
from takhrij.rules.statements.proclitics import taken
from takhrij.rules.statements.sheet import Is, Sheet

_PREPOSITION = 2
_RELATION = (
    "ي",
    "يه",
)
_IN = "في"
# Who gives out a document is named within so many words before it.
_GIVEN_WITHIN = 18


def _goes_on(sheet: Sheet, end: int) -> bool:
    """Whether the maker of a document stands right after its phrase: بيان | لوزارة العدل, بيانات أحصتها | الوكالة."""
    before, token = sheet.tokens[end - 1].folded, sheet.tokens[end]
    if end in sheet.quote_at or token.folded.startswith("ل") or token.folded in source_words().issued_forms:
        return True
    if before.startswith(source_words().issued_openings):
        return token.folded == "عن"
    if token.folded == "من" and end + 1 < len(sheet.tokens):
        # بيان من الشرطة
        head = sheet.tokens[end + 1].head
        return head is not None and head.kind == "organization"
    return before.endswith(source_words().pronoun_endings) and (end in sheet.name_end or token.head is not None)


def makes_proper(sheet: Sheet, first: int, stop: int) -> bool:
    """Whether a definite word or a name makes a proper name of what is indefinite by itself: وزارة العدل."""
    tokens = sheet.tokens
    for i in range(first, stop):
        folded = tokens[i].folded
        if tokens[i].flags & (Is.DEFINITE | Is.QUOTE) or i in sheet.name_end or folded.startswith("لل"):
            return True
        if tokens[i].flags or tokens[i].forms or folded.endswith("ي"):
            return False
        if (
            i == first
            and not folded.endswith(source_words().feminine_endings)
            and people()[sheet.page.words[i]] is None
            and len(folded) > 2
        ):
            return not taken(sheet.page.words[i])
    return False


def _is_of_holder(sheet: Sheet, i: int) -> bool:
    """Whether at word `i` stands with ل who holds a post that is told in full: بيان | لرئيس اللجنة, تصريح | للوزير."""
    title = sheet.tokens[i].title
    if title is None or title.proclitics != "ل" or title.number != 1 or title.title.unnamed:
        return False
    return title.title.kind == "role" and title.title.speaks_as == "person" and makes_proper(sheet, i + 1, i + 4)


def _is_of_person(sheet: Sheet, i: int) -> bool:
    """Whether right behind a text the word for a person stands whose it is, be he unnamed: تصريح | مسؤول كبير."""
    title = sheet.tokens[i].title
    if title is None or title.proclitics or title.possessed or title.title.kind == "honorific":
        return False
    if sheet.tokens[i].folded.endswith(_RELATION):
        # تقارير | صحفية, تقرير | برلماني
        return False
    return title.title.speaks_as == "person" and not sheet.tokens[i].flags & Is.DEFINITE


def no_makers() -> frozenset[str]:
    """Bodies in name alone, which make no text."""
    return group("no_makers")


def _is_body(sheet: Sheet, i: int, end: int) -> bool:
    """Whether a body or an outlet that the text means begins at word `i`: وزارة العدل."""
    head = sheet.tokens[i].head
    if sheet.tokens[i].folded in no_makers():
        # استطلاع الخروج من مكاتب الاقتراع
        return False
    if head is None or head.kind not in ("organization", "outlet") or head.proclitics not in ("", "ل"):
        return False
    return head.definite or makes_proper(sheet, i + 1, min(end, i + 4))


def _tells_of(sheet: Sheet, i: int) -> bool:
    """Whether a verb at word `i` has the one named behind it for its object: تغريدة تتهم | فلانا."""
    token = sheet.tokens[i]
    return token.is_finite and not token.pronoun and i + 1 in sheet.name_end


def maker_in(sheet: Sheet, first: int, end: int) -> tuple[int, int] | None:
    """Who made the document that the phrase names: بيان لوزارة العدل, دراسة أجرتها جامعة ..., حصيلة صدرت عن ..."""
    tokens = sheet.tokens
    head = tokens[first].head
    if head is None or roots_of_heads()[head.head.forms] not in source_words().made:
        return None
    if end < len(tokens) and _goes_on(sheet, end):
        end = min(sheet.sentence(first)[1], end + 8)
    for i in range(first + 1, min(end, first + 16)):
        token = tokens[i]
        if token.flags & (Is.THAT | Is.STOP | Is.BREAK | Is.COLON) or token.folded.startswith(source_words().reached):
            return None
        if token.folded in source_words().upon or _tells_of(sheet, i):
            # البيان الذي صدر إثر اجتماع الحكومة
            return None
        if i in sheet.quote_at:
            if i + 1 < len(tokens) and tokens[i + 1].flags & (Is.AUXILIARY | Is.NEGATION | Is.THAT):
                # بحسب الحصيلة "قد يرتفع العدد": a quoted clause is nobody.
                return None
            named = i == first + 1 or tokens[i - 1].head is not None or len(tokens[i - 1].folded) <= _PREPOSITION
            return (i, min(sheet.quote_at[i].end + 1, end)) if named and sheet.quote_at[i].end - i <= 6 else None
        if token.folded in source_words().about and not tokens[i - 1].folded.startswith(source_words().issued_before):
            return None
        if (i == first + 1 and _is_of_person(sheet, i)) or (
            _is_of_holder(sheet, i) and roots_of_heads()[head.head.forms] not in source_words().sent_to
        ):
            # تصريحات مسؤول كبير بوزارة الدفاع, تصريح لوزير الإعلام، فلان
            return i, max(source_phrase(sheet, i, sheet.sentence(first)[1]), i + 1)
        if i in sheet.name_end and sheet.name_kind[i] in ("person", "organization", "outlet"):
            whole = max(sheet.name_end[i], proper_end(sheet, i) if token.head is not None else 0)
            return i, max(i + 1, min(end, whole))
        if _is_body(sheet, i, end):
            return i, proper_end(sheet, i)
        if (
            token.title is not None
            and not token.title.proclitics
            and not token.title.title.unnamed
            and i in sheet.name_end
        ):
            return i, end
    return None


def _may_give(sheet: Sheet, k: int) -> bool:
    """Whether a body, a name or somebody's post begins at word `k`."""
    token = sheet.tokens[k]
    if token.head is not None or k in sheet.name_end:
        return True
    return token.title is not None and not token.title.proclitics and token.title.title.kind == "role"


def before_receipt(sheet: Sheet, first: int, stop: int) -> int:
    """Where the words of a text end before it is told whom it reached: وثيقة | اطلعت عليها الوكالة."""
    openings = source_words().reached
    return next(
        (
            k
            for k in range(first + 1, stop)
            if sheet.tokens[k].folded.startswith(openings) and not sheet.tokens[k].flags
        ),
        stop,
    )


def giver_of(sheet: Sheet, i: int) -> tuple[int, int] | None:
    """Who gave out the document at word `i` before it: أصدرت الوزارة بيانا, أكدت الوزارة في بيان لها."""
    tokens, first = sheet.tokens, sheet.sentence(i)[0]
    after = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    own = after.folded in source_words().of_its_own
    if i and tokens[i - 1].folded == _IN and (after.flags & (Is.THAT | Is.MARK) or i + 1 in sheet.time_end):
        # أكدت الوزارة في بيان أن
        own = True
    for k in range(i - 2, max(first, i - _GIVEN_WITHIN) - 1, -1):
        token = tokens[k]
        if not (token.is_finite if own else token.folded in source_words().giving_out):
            continue
        end = source_phrase(sheet, k + 1, i)
        return (k + 1, end) if end > k + 1 and _may_give(sheet, k + 1) else None
    return None
