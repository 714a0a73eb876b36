"""Where a noun phrase that names a source begins and ends: المتحدث باسم الجيش العميد فلان الذي ..."""

from takhrij.lexicon.outlets import names as outlet_names
from takhrij.rules.statements.proclitics import taken
from takhrij.rules.statements.sheet import Is, Sheet

# A name in quotation marks has few words: صحيفة "الشرق الأوسط"; a longer quotation is somebody's words.
LONGEST_NAME = 5
_PARENTHESIS = 14
_RELATIVE = 40
# Words that hold a post or a source together with what follows: المتحدث باسم الجيش, عدد من النواب.
_JOINTS = frozenset(["باسم", "بأسم", "باسمه", "من", "لدي", "لشءون", "لشوون"])
_SOURCE_HEADS = frozenset(["عدد", "احد", "احدي", "بعض", "مجموعه", "كل", "عده", "جميع", "اكثر", "غالبيه", "معظم"])
_HARD = Is.COLON | Is.STOP | Is.BREAK | Is.THAT | Is.RELATIVE | Is.COMMA | Is.CLOSE | Is.DASH


def close_bracket(sheet: Sheet, i: int, limit: int) -> int:
    """Where the bracket that opens at word `i` ends, or `i + 1` where it does not end soon."""
    for j in range(i + 1, min(i + _PARENTHESIS, limit)):
        if sheet.tokens[j].flags & Is.CLOSE:
            return j + 1
    return i + 1


def is_name_quote(sheet: Sheet, i: int) -> bool:
    """Whether the quotation that opens at word `i` is a name: few words, and no verb of saying or clause in it."""
    quote = sheet.quote_at.get(i)
    return quote is not None and quote.closed and quote.end - quote.first <= LONGEST_NAME


_ADJECTIVES = frozenset(
    "كبير كبيره كبار بارز بارزه بارزين سابق سابقه سابقين رفيع رفيعه رفيعي مسءول مطلع مطلعه مقرب مقربه خاص خاصه محلي محليه موثوق موثوقه اخر اخري اخرين مسءوله عليم قريب قريبه رسمي".split()
)


def _nisba(folded: str) -> bool:
    if folded in _ADJECTIVES:
        return True
    return len(folded) > 4 and folded.endswith(("يه", "ي", "يين", "يون", "يتين", "يان", "يات"))


def noun_phrase(sheet: Sheet, i: int, limit: int) -> int:
    """The end of the noun phrase that begins at word `i`; `i` itself where none begins.

    An indefinite head goes on until a definite word or a name closes it ("مدير مكتب إعلام المفوضية"), a definite one takes its definite
    adjectives; then a name may follow, and what a post needs: باسم, في, لدى, للأمم المتحدة.
    """
    tokens = sheet.tokens
    j, closed, person, post = i, False, False, False
    while j < limit:
        token = tokens[j]
        flags = token.flags
        if j in sheet.name_end:
            kind = sheet.name_kind[j]
            if j > i and token.folded[0] == "ل" and sheet.name_skip.get(j) and _is_outlet(sheet, j, kind):
                break
            if person and not token.folded.startswith("و"):
                break
            before = sheet.tokens[j - 1] if j > i else None
            if closed and before is not None and kind != "person" and before.flags & Is.DEFINITE and token.folded[0] not in "ول":
                break
            person = kind == "person"
            j, closed = max(sheet.name_end[j], j + 1), True
            continue
        if token.folded in ("#", "_"):
            j += 1
            continue
        if person and token.title is not None and not token.title.proclitics and token.title.title.kind == "role":
            # فلان حاكم المنطقة: a post may follow the name without a comma.
            person, closed, post = False, token.title.definite or token.title.possessed, True
            j += 1
            continue
        if flags & _HARD or (j in sheet.time_end and j > i):
            break
        if person and token.title is not None and token.title.proclitics == "و":
            # كيم والرئيس الكوري: another speaker joins the first.
            person, closed, post = False, token.title.definite, True
            j += 1
            continue
        if flags & Is.OPEN:
            if j == i:
                break
            j = close_bracket(sheet, j, limit)
            continue
        if flags & Is.QUOTE:
            if not is_name_quote(sheet, j) or person:
                break
            before = sheet.tokens[j - 1].head if j > i else None
            if before is not None and before.kind == "document":
                break
            j, closed = sheet.quote_at[j].end + 1, True
            continue
        step = _step(sheet, i, j, closed, person, post)
        if step is None:
            break
        closed, opened = step
        post = post or opened or token.title is not None or token.head is not None
        j += 1
    return j


def _is_outlet(sheet: Sheet, j: int, kind: str) -> bool:
    """Whether لـ before the name at word `j` tells an outlet that was spoken to."""
    if kind == "outlet":
        return True
    found = outlet_names().at(sheet.page.words, j)
    return found is not None and found.proclitics == "ل"


def _step(sheet: Sheet, i: int, j: int, closed: bool, person: bool, post: bool) -> tuple[bool, bool] | None:
    """Whether word `j` goes on the phrase that began at `i`: (closed after it, a post's complement opens), or None."""
    token = sheet.tokens[j]
    folded = token.folded
    if j == i and folded in ("في", "من", "ان", "ما", "لا", "لم", "هذا", "هناك", "ب", "ل"):
        return None
    if token.flags & Is.AGAIN:
        return True, False
    if folded in _JOINTS and j > i:
        if folded == "من" and j + 1 < len(sheet.tokens) and sheet.tokens[j + 1].folded == "دون":
            return None
        if folded == "من" and sheet.tokens[j - 1].folded not in _SOURCE_HEADS and not post:
            return None
        return None if person else (False, True)
    if folded == "في" and post and not person and j + 1 < len(sheet.tokens):
        following = sheet.tokens[j + 1]
        return None if following.flags & Is.OCCASION or j + 1 in sheet.time_end else (False, True)
    if token.flags & Is.ADJUNCT and j > i:
        return None
    if token.flags & (Is.NEGATION | Is.AUXILIARY | Is.OWN_VOICE | Is.MARK | Is.NUMBER) and not token.flags & Is.NUMBER:
        return None
    of_a_body = token.head is not None and token.head.proclitics == "ل" and token.head.kind == "organization"
    if of_a_body or (token.title is not None and token.title.proclitics == "ل" and j > i):
        definite = token.head.definite if token.head is not None else token.title is not None and token.title.definite
        return (definite, True) if j > i and not person and (closed or post) else None
    if folded.startswith("لل") and len(folded) > 3:
        return (True, False) if j > i and not person and (closed or post) else None
    if token.flags & Is.DEFINITE or folded.startswith(("وال", "بال")):
        if person:
            return None
        if folded.startswith("بال") and not post:
            return None
        return True, False
    if token.head is not None and token.head.proclitics == "و" and closed and not person:
        return token.head.definite, True
    if token.title is not None and not token.title.proclitics.strip("و"):
        if token.title.title.kind == "honorific" or not closed or token.title.proclitics == "و":
            return token.title.definite or token.title.possessed, True
        return None
    if j > i and folded[0] in "بلك" and not token.title and taken(sheet.page.words[j]):
        return None
    if closed and not person and folded in _ADJECTIVES and j > i and not sheet.tokens[j - 1].flags & Is.DEFINITE:
        return True, False
    if closed or person:
        return None
    if any(form.shape in ("perfect", "imperfect") for form in token.forms) and j > i and token.joined:
        return None
    if j > i and _nisba(folded) and sheet.tokens[j - 1].flags & Is.DEFINITE == 0:
        following = sheet.tokens[j + 1] if j + 1 < len(sheet.tokens) else None
        # مصادر أمنية ليبية: several adjectives may follow one another.
        return (not (following and _nisba(following.folded))), False
    return _possessed(folded) and j > i, False


def _possessed(folded: str) -> bool:
    """A noun with a possessor's pronoun closes a phrase as the article does: مدير مكتبه."""
    return len(folded) > 4 and folded.endswith(("ها", "هم"))


def can_tell(sheet: Sheet, first: int, end: int) -> bool:
    """Whether the noun after وفق or حسب is a source: not a plan, a law or a need."""
    token = sheet.tokens[first]
    if token.title is not None or token.head is not None or token.folded in ("نفس", "لنفس", "ذات", "ل"):
        return True
    if any(k in sheet.name_end for k in range(first, min(end, first + 2))) or first in sheet.quote_at:
        return True
    return token.folded.endswith(("ين", "ون")) and not token.flags & Is.NUMBER


def source_phrase(sheet: Sheet, i: int, limit: int) -> int:
    """The end of the phrase that names a source, its apposition and relative clause included."""
    end = noun_phrase(sheet, i, limit)
    if end == i:
        return i
    tokens = sheet.tokens
    while end < limit:
        flags = tokens[end].flags
        if flags & Is.OPEN:
            end = close_bracket(sheet, end, limit)
            continue
        after = end + 1
        if after < limit and tokens[end].folded == "في" and sheet.name_kind.get(after) == "place" and not _personal(sheet, i, end):
            end = noun_phrase(sheet, after, limit)
            continue
        if after < limit and tokens[end].folded == "غير" and tokens[after].flags & Is.DEFINITE:
            end = after + 2 if after + 1 < limit and tokens[after + 1].flags & Is.PRONOUN else after + 1
            continue
        if flags & Is.COMMA and after < limit:
            if tokens[after].flags & Is.RELATIVE:
                end = _relative(sheet, after, limit)
                continue
            title = tokens[after].title
            is_name = after in sheet.name_end and sheet.name_kind[after] == "person"
            is_title = title is not None and not title.proclitics
            if (is_name or is_title or _quoted_name(sheet, after)) and not _is_list(sheet, end, limit):
                further = noun_phrase(sheet, after, limit)
                if further > after:
                    end = further
                    continue
            return end
        if flags & Is.RELATIVE:
            end = _relative(sheet, end, limit)
            continue
        break
    return end


def _personal(sheet: Sheet, first: int, end: int) -> bool:
    return any(sheet.name_kind.get(k) == "person" for k in range(first, end))


def _quoted_name(sheet: Sheet, i: int) -> bool:
    return i in sheet.quote_at and is_name_quote(sheet, i)


def _is_list(sheet: Sheet, comma: int, limit: int) -> bool:
    return False


def _relative(sheet: Sheet, i: int, limit: int) -> int:
    """The end of the relative clause that begins at word `i`: before a comma, colon, quotation or reported clause."""
    tokens = sheet.tokens
    for j in range(i + 1, min(limit, i + _RELATIVE)):
        flags = tokens[j].flags
        if flags & (Is.COMMA | Is.COLON | Is.STOP | Is.BREAK | Is.DASH):
            return j
        if flags & Is.QUOTE and j in sheet.quote_at and not is_name_quote(sheet, j):
            return j
        if flags & Is.THAT and not tokens[j].joined and not _clause_inside(sheet, i, j):
            return j
    return min(limit, i + _RELATIVE)


def _clause_inside(sheet: Sheet, i: int, j: int) -> bool:
    """Whether the أن at word `j` belongs to a verb of the relative clause itself: الذي قال إن."""
    if sheet.tokens[j - 1].flags & Is.FORBIDS_THAT:
        return True
    return any(form.shape in ("perfect", "imperfect") for k in range(i + 1, j) for form in sheet.tokens[k].forms)
