"""Quotations that are names: صحيفة "الشرق الأوسط", منسق "مجموعة العمل الوطنية"."""

from takhrij.lexicon.function_words import group
from takhrij.rules.statements.phrase_words import LONGEST_NAME, opens_clause
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is, Token

# A body whose name begins with a word for its kind may have more: منسق "مجموعة العمل الوطنية من أجل السلام" فلان.
_LONGEST_BODY = 9
# A shorter quotation that begins with لا or هناك is a name as well: حزب "هناك مستقبل".
_SAYING = 3


def is_name_quote(sheet: Sheet, i: int) -> bool:
    """Whether the quotation that opens at word `i` is a name: few words, and no verb of saying or clause in it."""
    quote = sheet.quote_at.get(i)
    if quote is None or not quote.closed or quote.end - quote.first > 2 * LONGEST_NAME:
        return False
    if any(token.flags & Is.COMMA for token in sheet.tokens[quote.first : quote.end - 1]):
        return False
    first = sheet.tokens[quote.first]
    says = opens_clause(first.folded) or _says_something(first, quote.end - quote.first)
    if says and quote.first not in sheet.name_end and (i == 0 or sheet.tokens[i - 1].head is None):
        return False
    return sum(not token.flags & Is.STOP for token in sheet.tokens[quote.first : quote.end]) <= _most_words(sheet, i)


def _says_something(first: Token, length: int) -> bool:
    """Whether a quotation of so many words that begins with this one is a saying: "لا نقبل ذلك"; not "لا فساد"."""
    return length >= _SAYING and bool(first.flags & Is.NEGATION or first.folded in group("say_something"))


def is_said_by_state(sheet: Sheet, first: int, i: int) -> bool:
    """Whether the quotation at word `i` is what the state named at `first` says: دانت إيران | "الانتهاك الصارخ"."""
    if sheet.name_kind.get(first) != "place" or sheet.name_end[first] != i:
        return False
    quote = sheet.quote_at[i]
    # دعت مصر "تحالف دعم الشرعية" إلى
    return quote.end - quote.first >= _SAYING and sheet.tokens[quote.first].head is None


def is_said_before_comma(sheet: Sheet, i: int) -> bool:
    """Whether the quotation at word `i` and its comma end what was said: كتب الوزير على حسابه "نحن معكم"، داعيا."""
    quote = sheet.quote_at[i]
    after = quote.end + 1
    if quote.end - quote.first <= _SAYING or after + 1 >= len(sheet.tokens) or quote.first in sheet.name_end:
        return False
    begins = sheet.tokens[after + 1].flags & (Is.THAT | Is.COLON) or after + 1 in sheet.quote_at
    before = sheet.tokens[i - 1]
    return bool(sheet.tokens[after].flags & Is.COMMA) and not begins and before.title is None


def is_apposed_quote(sheet: Sheet, i: int, limit: int) -> bool:
    """Whether the quotation at word `i` behind a comma is a name in apposition: what ends the sentence was said."""
    if not is_name_quote(sheet, i):
        return False
    after = sheet.quote_at[i].end + 1
    return after < limit and not sheet.tokens[after].flags & (Is.STOP | Is.BREAK)


def _most_words(sheet: Sheet, i: int) -> int:
    """How many words the quotation that opens at word `i` may have as a name: more behind a post, for a body."""
    before, head = (
        sheet.tokens[i - 1].title if i else None,
        sheet.tokens[i + 1].head if i + 1 < len(sheet.tokens) else None,
    )
    if before is None or before.definite or head is None or head.kind != "organization":
        return LONGEST_NAME
    return _LONGEST_BODY


def to_last_quote(sheet: Sheet, i: int, within: int, limit: int) -> int:
    """The mark behind word `i` that opens the quotation with which the sentence ends, before `within`; else `limit`."""
    for k in range(i + 2, within):
        quote = sheet.quote_at.get(k)
        if quote is not None:
            after = quote.end + 1
            ends = after >= len(sheet.tokens) or sheet.tokens[after].flags & (Is.STOP | Is.BREAK)
            return k if ends and quote.end - quote.first > 1 else limit
    return limit


def is_in_source(sheet: Sheet, k: int, limit: int) -> bool:
    """Whether the quotation at word `k` is a name before the clause: وفقا لتقرير نقل عن "سي آي إيه"، فإن."""
    if k not in sheet.quote_at or not is_name_quote(sheet, k):
        return False
    after = sheet.quote_at[k].end + 1
    if after < limit and sheet.tokens[after].flags & Is.COMMA:
        after += 1
    return after < limit and sheet.tokens[after].folded in group("then_that")
