""" "القول" takes up a verb that reports nothing by itself: ورد الوزير بالقول إن, ذهب الخبير إلى القول إن."""

from takhrij.lexicon.function_words import group
from takhrij.rules.statements.content import content_at
from takhrij.rules.statements.device import Device, Rule
from takhrij.rules.statements.phrases import source_phrase
from takhrij.rules.statements.sheet import Range, Sheet
from takhrij.rules.statements.subjects import is_source_like
from takhrij.rules.statements.tokens import Is

# How far before the word its subject may begin.
_BACK = 14
# A subject that does not end where the saying begins stands so soon behind the verb.
_SOON = 2
# Where the clause ends that the word stands in.
_CLAUSE = Is.STOP | Is.BREAK | Is.COLON | Is.COMMA | Is.THAT | Is.QUOTE | Is.RELATIVE


def find_in_saying(sheet: Sheet, i: int) -> Device | None:
    """The statement that بالقول or إلى القول at word `i` opens."""
    tokens = sheet.tokens
    first, limit = sheet.sentence(i)
    if i + 1 >= limit or i == first:
        return None
    following = tokens[i + 1]
    if following.flags & Is.THAT and not following.joined or following.flags & Is.COLON:
        content = content_at(sheet, i + 2, 0, how="that", limit=limit)
    elif i + 1 in sheet.quote_at:
        content = content_at(sheet, i + 1, 0, how="quote", limit=limit)
    else:
        return None
    begin = _clause(sheet, i, first)
    if content is None or not _is_saying(sheet, i, begin):
        return None
    return Device("statements.in_saying", "verb", (i, i + 1), _subject(sheet, begin, i), content)


def _clause(sheet: Sheet, i: int, first: int) -> int:
    """The first word of the clause in which word `i` stands."""
    for k in range(i - 1, max(first, i - _BACK) - 1, -1):
        if sheet.tokens[k].bare in group("happened"):
            # سبق للوزير، الذي عاد أمس، القول
            return k
    k = i
    while k > max(first, i - _BACK) and not sheet.tokens[k - 1].flags & _CLAUSE:
        k -= 1
    return k


def _is_saying(sheet: Sheet, i: int, begin: int) -> bool:
    """Whether somebody says it: بالقول, إلى القول, سبق له القول; not يمكن القول."""
    token, before = sheet.tokens[i], sheet.tokens[i - 1]
    if any(t.bare in group("possible") for t in sheet.tokens[begin:i]):
        return False
    if token.folded.startswith("ب") or before.folded in group("before_saying"):
        return True
    return any(t.bare in group("happened") for t in sheet.tokens[begin:i])


def _subject(sheet: Sheet, begin: int, i: int) -> Range | None:
    """Who says it: the phrase that ends where the saying begins, or follows the clause's verb; None where left out."""
    stop = i - 1 if sheet.tokens[i - 1].folded in group("before_saying") else i
    for k in range(begin, stop):
        before = sheet.tokens[k - 1] if k > begin else None
        to_one = before is not None and before.bare in group("happened") and _for_one(sheet, k)
        if before is not None and before.flags & Is.ADJUNCT or not (to_one or is_source_like(sheet, k)):
            continue
        end = source_phrase(sheet, k, stop)
        if end == stop or (end > k and k <= begin + _SOON and not sheet.tokens[k].forms):
            return k, end
    return None


def _for_one(sheet: Sheet, k: int) -> bool:
    """Whether the word bears the ل of سبق للوزير."""
    return sheet.tokens[k].folded.startswith("ل")


RULES = (
    Rule(
        "statements.in_saying",
        "saying",
        "بالقول or إلى القول with its clause gives it to the subject of the verb before it.",
        find_in_saying,
    ),
)
