"""By whose account: بحسب الوزارة, وفق ما ذكرت رويترز, كما قال الناطق, على حد قوله."""

from takhrij.rules.statements.content import Content, clause_before, content_at
from takhrij.rules.statements.device import Device, Rule
from takhrij.rules.statements.outlets import outlet_at
from takhrij.rules.statements.phrases import can_tell, source_phrase
from takhrij.rules.statements.sheet import Is, Sheet

_WHAT = frozenset(["ما", "لما", "بما"])
_TERMS = frozenset(["اتفاق", "اتفاقية", "قانون", "قرار", "خطة", "دستور", "معاهدة", "عقد", "مذكرة"])
_EDGE = Is.STOP | Is.BREAK


def find_according(sheet: Sheet, i: int) -> Device | None:
    """The statement that وفق, بحسب or نقلا عن at word `i` gives to its source."""
    tokens = sheet.tokens
    if (
        i
        and tokens[i - 1].folded in ("علي", "كل", "ف")
        or (i + 1 < len(tokens) and tokens[i].bare == "نقلا" and tokens[i + 1].folded != "عن")
    ):
        return None
    first, limit = sheet.sentence(i)
    j = i + 1
    if j < limit and tokens[j].folded == "عن":
        j += 1
    verb = None
    if j < limit and tokens[j].folded in _WHAT:
        j += 1
    if j < limit and tokens[j].folded in ("قد", "كان", "كانت"):
        j += 1
    if (
        j < limit
        and any(f.shape in ("perfect", "imperfect") for f in tokens[j].forms)
        and (j > i + 1 or tokens[i].flags & Is.AS_SAID)
    ):
        verb = next(f for f in tokens[j].forms if f.shape in ("perfect", "imperfect"))
        j += 1
        while j < limit and tokens[j].folded in ("به", "عنه", "عنها", "فيه", "بها", "له", "عليه"):
            j += 1
    end_of_cue = j
    while (
        verb is not None
        and j < limit
        and (j in sheet.time_end or (tokens[j].flags & Is.COMMA and j + 1 in sheet.time_end))
    ):
        j = max(j + 1, sheet.time_end.get(j, 0))
        if j < limit and tokens[j].flags & Is.COMMA and sheet.time_end.get(j - 1, j) <= j:
            j += 1
    source = _source(sheet, j, limit)
    if verb is None and i == first:
        source = _figures(sheet, j, limit) or source
    if source is None and verb is None:
        return None
    if verb is None and source is not None and not _is_account(sheet, i, source, first):
        return None
    if verb is None and tokens[j - 1].folded in _WHAT:
        return None
    return _closing_or_opening(sheet, i, end_of_cue, source, verb, (first, limit))


_COUNTS = frozenset(["اخر", "حصيله", "احصاءات", "احصاءيات", "احصاءيه", "ارقام", "معلومات", "معطيات", "بيانات", "تقديرات", "نتاءج", "حسابات", "ما"])


def _figures(sheet: Sheet, j: int, limit: int) -> tuple[int, int] | None:
    """وفق آخر حصيلة صدرت عن الوزارة، ...: figures, as far as the comma, with their maker in them."""
    if j >= limit or sheet.tokens[j].folded not in _COUNTS:
        return None
    for k in range(j + 1, min(limit, j + 12)):
        if sheet.tokens[k].flags & (Is.COMMA | Is.STOP):
            made = any(sheet.tokens[m].head or m in sheet.name_end for m in range(j, k))
            return (j, k) if made else None
    return None


def _is_account(sheet: Sheet, i: int, source: tuple[int, int], first: int) -> bool:
    """Whether the phrase after وفق or حسب tells something; an agreement or a law does so only where it opens the sentence."""
    if sheet.tokens[source[0]].folded in _COUNTS:
        return True
    head = sheet.tokens[source[0]].head
    if head is not None and head.head.word in _TERMS:
        return i == first
    if can_tell(sheet, *source):
        return True
    return i == first and sheet.tokens[i].bare in ("بحسب", "حسب") and bool(sheet.tokens[source[0]].flags & Is.DEFINITE)


def find_as_said(sheet: Sheet, i: int) -> Device | None:
    """The statement that كما قال, مثلما أكد or حسبما ذكرت at word `i` closes."""
    tokens = sheet.tokens
    first, limit = sheet.sentence(i)
    if i + 1 >= limit or i == first or tokens[i].joined:
        return None
    j = i + 1
    form = next((f for f in tokens[j].forms if f.shape in ("perfect", "imperfect")), None)
    if form is None or form.verb.act in ("judged", "showed", "promised", "demanded"):
        return None
    j += 1
    while j < limit and tokens[j].folded in ("به", "عنه", "عنها", "فيه", "بها", "له", "عليه"):
        j += 1
    source = _source(sheet, j, limit)
    after = source[1] if source else j
    if after < limit and (
        tokens[after].flags & Is.THAT or tokens[i].bare == "كما" and not _closes(sheet, after, limit)
    ):
        return None
    return _closing_or_opening(sheet, i, j, source, form, (first, limit))


def _closes(sheet: Sheet, j: int, limit: int) -> bool:
    """Whether what follows word `j` shows that كما قال looked back: the sentence ends, or pauses soon."""
    if j >= limit or sheet.tokens[j].flags & (_EDGE | Is.COMMA):
        return True
    for k in range(j, min(j + 8, limit)):
        if sheet.tokens[k].flags & Is.THAT:
            return False
        if sheet.tokens[k].flags & (_EDGE | Is.COMMA):
            return True
    return j + 8 >= limit


def _source(sheet: Sheet, j: int, limit: int) -> tuple[int, int] | None:
    if j >= limit or sheet.tokens[j].flags & (_EDGE | Is.COMMA):
        return None
    folded = sheet.tokens[j].folded
    # وفقا للوزارة: its ل belongs to the expression.
    begin = j + 1 if folded in ("ل", "لـ", "ب") or folded.startswith("لل") else j
    end = source_phrase(sheet, begin, limit)
    for k in range(begin, end - 1):
        if sheet.tokens[k].flags & Is.RELATIVE and sheet.tokens[k + 1].forms:
            # المصدر، الذي أكد ...: a saying of its own.
            end = k - 1 if sheet.tokens[k - 1].flags & Is.COMMA else k
            break
    if begin > j and end == begin:
        end = begin if folded.startswith("لل") else j
    return (j, end) if end > j else None


def _closing_or_opening(sheet, i, cue_end, source, form, sentence):  # type: ignore[no-untyped-def]
    first, limit = sentence
    tokens = sheet.tokens
    opens = all(tokens[k].flags & (Is.MARK | Is.COMMA) or k in sheet.time_end for k in range(first, i)) or i == first
    end = source[1] if source else cue_end
    if opens or _quote_follows(sheet, end, limit):
        content = _after(sheet, end, limit)
        sort = "opening"
    else:
        content = clause_before(sheet, i, first)
        sort = "closing"
        if content is None:
            content, sort = _after(sheet, end, limit), "opening"
    if content is None:
        return None
    via = None
    if source is not None:
        via = _via(sheet, source[1], limit)
    return Device("statements.according", sort, (i, cue_end), source, content, form, via)


def _quote_follows(sheet: Sheet, j: int, limit: int) -> bool:
    """بحث الوزيران, بحسب البيان, "تطورات الأوضاع": what the account covers is the quotation behind it."""
    if j < limit and sheet.tokens[j].flags & Is.COMMA:
        j += 1
    quote = sheet.quote_at.get(j) if j < limit else None
    return quote is not None and quote.end - quote.first > 3


def _via(sheet: Sheet, j: int, limit: int) -> tuple[int, int] | None:
    """The outlet after the source of a closing account: وفق ما قال فلان لرويترز."""
    for k in range(j, min(j + 10, limit)):
        if sheet.tokens[k].flags & (Is.COMMA | _EDGE):
            return None
        found = outlet_at(sheet, k)
        if found is not None:
            return found
    return None


def _after(sheet: Sheet, j: int, limit: int) -> Content | None:
    """What follows an opening account: after its comma, فإن or أن."""
    tokens = sheet.tokens
    for k in range(j, min(j + 40, limit)):
        token = tokens[k]
        if token.folded in ("فان", "فانه", "فانها", "فانهم"):
            return content_at(sheet, k + 1, 0, how="that", limit=limit)
        if token.flags & (Is.COMMA | Is.COLON) or k in sheet.quote_at:
            start = k if k in sheet.quote_at else k + 1
            while start < limit and (
                tokens[start].folded in ("فان", "فانه", "فانها") or tokens[start].flags & Is.COMMA
            ):
                start += 1
            return content_at(sheet, start, 0, how="that", limit=limit) if start < limit else None
    return None


RULES = (
    Rule(
        "statements.according",
        "according",
        "بحسب, وفق or نقلا عن gives the clause beside it to the source it names.",
        find_according,
    ),
    Rule(
        "statements.as_said",
        "as_said",
        "كما قال or حسبما ذكر after a clause gives it to the one named.",
        find_as_said,
    ),
)
