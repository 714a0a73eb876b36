"""Where the reported words end, and whether they are quoted, told, or both."""

import msgspec

from takhrij.lexicon.function_words import group, letters
from takhrij.model.span import Span
from takhrij.model.statement import Form as Wording
from takhrij.rules.statements.boundaries import begins_device, turns_away
from takhrij.rules.statements.brackets import close_bracket
from takhrij.rules.statements.may import May
from takhrij.rules.statements.phrase_words import LONGEST_NAME
from takhrij.rules.statements.phrases import source_phrase
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is
from takhrij.text.clitics import segment
from takhrij.text.quotes import Quote

_TRIM = Is.COMMA | Is.STOP | Is.COLON | Is.DASH | Is.BREAK
_STOPPERS = Is.COMMA | Is.ACCORDING | Is.AS_SAID | Is.DASH | Is.OWN_VOICE
# A quotation of so many words says something by itself; a shorter one is part of a clause.
_SAYS_SOMETHING = 4
# A sentence's limit inside a quotation moves behind it, and behind another that begins there.
_QUOTES_ON = 3
_AND = "و"
_DOTS = ("..", "...", "…")


class Content(msgspec.Struct, frozen=True):
    """What was said: its words as a range, its letters as a span, and its form."""

    first: int
    end: int
    span: Span
    form: Wording


def content_at(sheet: Sheet, first: int, skip: int, *, how: str, limit: int) -> Content | None:
    """The reported words that begin at word `first`, whose first `skip` letters are a preposition."""
    limit = _over_quotes(sheet, first, limit)
    while first < limit and sheet.tokens[first].flags & (Is.COMMA | Is.COLON | Is.DASH) and not skip:
        first += 1
    if first >= limit:
        return None
    quote = sheet.quote_at.get(first)
    if quote is not None and not skip:
        return _quoted(sheet, first, how, limit)
    if how == "preposition":
        quote = _quoted_with_preposition(sheet, first, skip)
        if quote is not None and quote.closed and _stands_alone(sheet, quote, how, limit):
            return _cut(sheet, first, quote.end, skip, form="direct")
    end = clause_end(sheet, first, limit, brief=how in ("noun", "preposition"))
    return _cut(sheet, first, end, skip)


def _quoted_with_preposition(sheet: Sheet, first: int, skip: int) -> Quote | None:
    """The quotation that the preposition before word `first` stands in: نددت "بتصرف الإدارة"."""
    return sheet.quote_at.get(first - 1 if skip else first - 2) if first > 1 else None


def _over_quotes(sheet: Sheet, first: int, limit: int) -> int:
    """The limit, moved behind a quotation that goes on over it."""
    for _ in range(_QUOTES_ON):
        quote = sheet.inside.get(limit - 1) or (sheet.quote_at.get(first) if limit == first + 1 else None)
        if quote is None or quote.first - 1 < first or quote.end <= limit:
            if quote is None or quote.first - 1 < first:
                return limit
            return max(limit, quote.end + (1 if quote.closed else 0))
        limit = quote.end + (1 if quote.closed else 0)
    return limit


def _quoted(sheet: Sheet, first: int, how: str, limit: int) -> Content | None:
    """Content that opens with a quotation mark: all of it quoted, or a told clause that begins with a quoted part."""
    quote = sheet.quote_at[first]
    if quote.closed:
        after = _quoted_on(sheet, quote.end + 1, limit)
        if after > quote.end + 1:
            return _cut(sheet, quote.first, after - 1, 0, form="direct")
        if not _stands_alone(sheet, quote, how, limit):
            end = clause_end(sheet, quote.end + 1, limit)
            if end > quote.end + 1:
                return _cut(sheet, quote.first - 1, end, 0)
    return _cut(sheet, quote.first, quote.end, 0, form="direct")


def _stands_alone(sheet: Sheet, quote: Quote, how: str, limit: int) -> bool:
    """Whether nothing behind the quotation belongs to what was said."""
    after, length = quote.end + 1, quote.end - quote.first
    if after >= limit or sheet.tokens[after].flags & (Is.STOP | Is.BREAK):
        return True
    if how in ("colon", "quote") and length >= _SAYS_SOMETHING:
        return True
    if sheet.tokens[after].flags & (Is.COMMA | Is.DASH) and length > _SAYS_SOMETHING:
        return True
    return begins_device(sheet, after, limit)


def _quoted_on(sheet: Sheet, after: int, limit: int) -> int:
    """Where the last of several quotations joined by a word ends: "كلنا نواجه تحديا"، لكن "الإرادة باقية"."""
    tokens = sheet.tokens
    while True:
        k = after
        if k < limit and tokens[k].flags & Is.COMMA:
            k += 1
        if k < limit and tokens[k].folded in group("joins_quotations"):
            k += 1
        quote = sheet.quote_at.get(k) if k > after else None
        if quote is None or not quote.closed or quote.end >= limit:
            return after
        after = quote.end + 1


def clause_end(sheet: Sheet, first: int, limit: int, *, brief: bool = False) -> int:
    """Where a told clause that begins at word `first` ends: before the next device, or at the sentence's end.

    A noun phrase that was said (`brief`) ends sooner than a clause: before ، وهو and ، كما as well.
    """
    tokens = sheet.tokens
    i = first
    while i < limit:
        token = tokens[i]
        flags = token.flags
        if flags & Is.QUOTE and i in sheet.quote_at:
            i = max(i + 1, min(limit, sheet.quote_at[i].end))
            continue
        if flags & Is.OPEN:
            i = close_bracket(sheet, i, limit)
            continue
        if flags & Is.BREAK or (flags & Is.COLON and i + 1 in sheet.quote_at):
            return i
        if flags and i > first and token.folded in _DOTS:
            if _in_headline(sheet, i) or _speaks_again(sheet, i, limit):
                return i
        if i > first and (token.forms or flags & _STOPPERS or token.may & May.PAUSE):
            if begins_device(sheet, i, limit):
                return i
            if brief and flags & Is.COMMA and turns_away(sheet, i, limit):
                return i
        i += 1
    return limit


def _speaks_again(sheet: Sheet, i: int, limit: int) -> bool:
    """Whether behind the dots at word `i` whoever is named says something: تؤيد الخطوات.. | المنظمة وصفت الهجوم."""
    if i in sheet.inside or i + 1 >= limit:
        return False
    token = sheet.tokens[i + 1]
    known = i + 1 in sheet.name_end or (token.head is not None and token.head.definite)
    end = source_phrase(sheet, i + 1, limit) if known else limit
    return end < limit and sheet.tokens[end].is_finite


def _in_headline(sheet: Sheet, i: int) -> bool:
    """Whether the word at `i` stands in the headline, whose parts dots set apart: أ ترفض التسليم.. هكذا ردت ب."""
    headline = sheet.heading.headline
    return headline is not None and headline.start <= sheet.page.starts[i] < headline.end


def _cut(sheet: Sheet, first: int, end: int, skip: int, form: Wording | None = None) -> Content | None:
    """Trim the marks at both ends and settle the form."""
    tokens = sheet.tokens
    while end > first and (
        tokens[end - 1].flags & _TRIM or tokens[end - 1].folded == _AND or _is_stray(sheet, end - 1)
    ):
        end -= 1
    while end > first and tokens[first].flags & (Is.COMMA | Is.COLON | Is.BREAK):
        first += 1
    if end <= first:
        return None
    if form is None:
        form = _form(sheet, first, end)
    low, high = first, end
    if form == "mixed":
        # An outer mark at the edge of a mixed content is left out.
        if tokens[low].flags & Is.QUOTE and low + 1 < high:
            low += 1
            skip = 0
        if tokens[high - 1].flags & Is.QUOTE and high - 1 > low:
            high -= 1
    begins, ends = sheet.page.starts[low] + skip, sheet.page.ends[high - 1]
    return Content(first, end, Span(min(begins, ends - 1), ends), form)


def _is_stray(sheet: Sheet, i: int) -> bool:
    """Whether word `i` is a mark that closes no quotation: its opening one was forgotten."""
    if not sheet.tokens[i].flags & Is.QUOTE or i in sheet.quote_at or i == 0:
        return False
    return i not in sheet.closing


def _form(sheet: Sheet, first: int, end: int) -> Wording:
    """Told, or told with quoted parts. A quoted proper name leaves it told."""
    for i in range(first, end):
        quote = sheet.quote_at.get(i) if sheet.tokens[i].flags & Is.QUOTE else None
        if quote is not None and quote.end <= end and not _names(sheet, i):
            return "mixed"
    return "indirect"


def _names(sheet: Sheet, i: int) -> bool:
    """Whether the quotation that opens at word `i` is a proper name or a term, by what stands before it or in it."""
    quote = sheet.quote_at[i]
    if quote.end - quote.first > LONGEST_NAME:
        return False
    if quote.first in sheet.name_end and sheet.name_end[quote.first] >= quote.end - 1:
        return True
    before = sheet.tokens[i - 1] if i else None
    if before is None:
        return False
    return before.head is not None or before.title is not None


def _own_clause(sheet: Sheet, start: int, end: int) -> int:
    """Where the clause begins that an account without a comma before it governs: behind the last comma."""
    tokens = sheet.tokens
    for k in range(end - 1, start, -1):
        if tokens[k].folded == "وقد" and end - k >= _SAYS_SOMETHING and k not in sheet.inside:
            return k + 1
        if tokens[k].flags & Is.COMMA and k not in sheet.inside and end - k >= _SAYS_SOMETHING:
            k += 1
            if tokens[k].flags & Is.THAT and not tokens[k].joined:
                # قال رئيس الهيئة، إن ... وفق الموقع
                continue
            while k < end - 2 and tokens[k].folded in group("clause_openers"):
                k += 1
            return k
    return start


def clause_before(sheet: Sheet, i: int, first: int, *, stopped: bool = False) -> Content | None:
    """The clause that a closing account governs: back to the sentence's beginning or the last break in its sense.

    Behind a full stop (`stopped`) the account is set off from it as by a comma.
    """
    tokens = sheet.tokens
    start = _behind_dateline(sheet, first, i)
    end = i - 1 if tokens[i - 1].flags & Is.COMMA else i
    if tokens[end - 1].bare == "ذلك" and end - 2 > start and tokens[end - 2].flags & (Is.COMMA | Is.STOP):
        # ، وذلك وفق البيان
        end -= 2
    elif tokens[end - 1].folded == "وذلك":
        end -= 1
    elif end == i and not stopped:
        start = _own_clause(sheet, start, end)
    start = _behind_turn(sheet, start, end)
    start = max(start, _behind_bracket(sheet, start, end))
    if start >= end:
        return None
    return _cut(sheet, start, end, 1 if _begins_with_and(sheet, start) else 0)


def _behind_dateline(sheet: Sheet, first: int, limit: int) -> int:
    """The first word from `first` on that is no mark left over from the sentence before, and not in the dateline."""
    start = first
    while start < limit and sheet.tokens[start].flags & (Is.COMMA | Is.DASH | Is.CLOSE | Is.STOP):
        start += 1
    dateline = sheet.heading.dateline
    if dateline is not None:
        while start < limit and dateline.start <= sheet.page.starts[start] < dateline.end:
            start += 1
    return start


def _behind_turn(sheet: Sheet, start: int, end: int) -> int:
    """Where the last clause begins that is set against those before it: ، لكن المخاوف باقية، وفق مراقبين."""
    tokens, turns = sheet.tokens, group("turns_before_account")
    for k in range(end - 2, start, -1):
        if tokens[k].folded in turns and tokens[k - 1].flags & Is.COMMA and k not in sheet.inside:
            return k + 1 if end - k > _SAYS_SOMETHING else start
    return start


def _behind_bracket(sheet: Sheet, start: int, end: int) -> int:
    """The word behind the bracket that is open at word `end`: (157 شركة حسب الوزارة); `start` where none is."""
    for k in range(end - 1, start, -1):
        flags = sheet.tokens[k].flags
        if flags & Is.CLOSE:
            return start
        if flags & Is.OPEN:
            return k + 1
    return start


def _begins_with_and(sheet: Sheet, i: int) -> bool:
    """Whether the word begins with و for "and", which is not of what was said: وقتل, والجيش; not وزير."""
    word = sheet.tokens[i]
    if not word.folded.startswith("و") or len(word.folded) < 4 or i in sheet.name_end:
        return False
    if word.joined == "و" or word.folded.startswith(letters("and_openings")):
        return True
    return "و" in segment(sheet.page.words[i]).proclitics
