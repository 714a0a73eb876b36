"""What stands between a verb of saying and what was said: who says it, to whom, and where the words begin."""

from typing import Literal

import msgspec

from takhrij.lexicon.function_words import group
from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.brackets import close_bracket
from takhrij.rules.statements.complements import described_later, governs, is_broadcast, is_title_quote, turns_against
from takhrij.rules.statements.joint import speakers_phrase
from takhrij.rules.statements.may import May
from takhrij.rules.statements.name_quotes import is_name_quote, is_said_before_comma, is_said_by_state, to_last_quote
from takhrij.rules.statements.nearer import ends_relative, governs_that, is_participles, is_verbs, past_participle
from takhrij.rules.statements.outlets import carrier_at, outlet_at, past_account_verb, told_in_marks
from takhrij.rules.statements.phrases import noun_phrase, source_phrase
from takhrij.rules.statements.prepositions import as_governed, is_preposition
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.reach import (
    before_blamed,
    is_proclitic,
    is_seat,
    may_begin_source,
    own_preposition,
    past_so_called,
    tells_where,
)
from takhrij.rules.statements.sheet import Begins, Range, Sheet
from takhrij.rules.statements.tokens import Is
from takhrij.text.quotes import Quote

How = Literal["that", "quote", "colon", "preposition", "noun"]

# What was said begins within so many words of its verb, a quotation within so many of its subject; the bound also keeps
# the time linear.
_FARTHEST = 70
_QUOTE_WITHIN = 24
# A source that begins with a quoted name ends within so many words behind it.
_SOURCE_WITHIN = 30
_OCCASION_WITHIN = 14
# Those addressed in a quotation have fewer words.
_ADDRESSED_WITHIN = 8
_LONGEST_TIME = 4
# So begins the إن behind a verb of saying, and never the أن behind قبل.
_BELOW = "إ"
_WHAT = "ما"  # وصف ما حدث بأنه كارثة: who says so is left out


class Frame(msgspec.Struct, frozen=True):
    """The words around a verb of saying, as ranges of words.

    `content` is the first word of what was said and `skip` how many of its letters are a preposition; `via` is the
    outlet it was said to.
    """

    source: Range | None
    content: int
    skip: int
    how: How
    via: Range | None = None
    origin: Range | None = None
    through: Range | None = None


class _Walk(msgspec.Struct):
    """The state of one walk from the verb at word `cue` to what was said.

    `settled`: no subject is looked for; `aside`: a preposition went before, so that a noun is hardly the subject.
    """

    cue: int
    form: Form
    settled: bool
    aside: bool = False
    source: Range | None = None
    via: Range | None = None
    origin: Range | None = None
    through: Range | None = None

    @property
    def prepositions(self) -> tuple[str, ...]:
        """Those that introduce what the verb reports."""
        return self.form.verb.prepositions

    @property
    def seeks_source(self) -> bool:
        """Whether the subject may still follow."""
        return self.source is None and not self.settled

    def frame(self, content: int, how: How, skip: int = 0) -> Frame:
        """What was said begins at word `content`."""
        return Frame(self.source, content, skip, how, self.via, self.origin, self.through)


def find_frame(sheet: Sheet, cue: int, form: Form, limit: int, *, subject: bool = True) -> Frame | None:
    """The frame of the verb at word `cue`, or None where it reports nothing.

    `subject` tells whether its subject may follow it.
    """
    tokens = sheet.tokens
    # بيانا وصف فيه الحفل: who says it is hardly named again.
    in_which = cue + 1 < len(tokens) and tokens[cue + 1].folded in group("in_which") and _is_text(sheet, cue - 1)
    walk = _Walk(cue, form, settled=not subject, aside=in_which)
    i, limit = cue + 1, min(limit, cue + _FARTHEST)
    while 0 < i < limit:
        token = tokens[i]
        flags = token.flags
        if flags & Is.THAT and not token.joined:
            if is_participles(sheet, i, walk.cue) or is_verbs(sheet, i, walk.cue):
                return None
            if _is_report(sheet, i, walk) and not past_participle(sheet, i, walk.cue, walk.form):
                return walk.frame(i + 1, "that")
            i += 1
            continue
        if flags & Is.STOP and i + 1 < limit and tokens[i + 1].flags & Is.THAT:
            # كشف الوزير. أن النسبة بلغت ...: a slip of the pen.
            i += 1
            continue
        if flags & (Is.STOP | Is.BREAK) or (flags & Is.COMMA and _ends(sheet, i, walk)):
            return None
        if flags & Is.COLON:
            if is_participles(sheet, i, walk.cue):
                return None
            return walk.frame(i + 1, "colon") if i + 1 < limit and _may_quote(walk.form) else None
        if flags & Is.QUOTE and i in sheet.quote_at:
            step = _at_quote(sheet, i, walk)
            if isinstance(step, Frame):
                return step
            i = step
            continue
        found = _complement(sheet, i, walk)
        if found is not None:
            return found
        i = _advance(sheet, i, limit, walk)
    return None


def _ends(sheet: Sheet, comma: int, walk: _Walk) -> bool:
    """Whether nothing is reported behind this comma."""
    return ends_relative(sheet, comma, walk.cue) or turns_against(sheet, comma, walk.form)


def _is_text(sheet: Sheet, i: int) -> bool:
    """Whether the word at `i` is a text in which something may be said: بيانا, تغريدة."""
    if i < 0:
        return False
    head = sheet.tokens[i].head
    noun = sheet.tokens[i].folded.removesuffix("ا")
    return (head is not None and head.kind == "document") or noun in group("texts_said")


def _may_quote(form: Form) -> bool:
    """Whether what the verb reports may follow a colon: not أظهر, رد, حمل."""
    return "quote" in form.verb.takes or ("that" in form.verb.takes and form.verb.act != "showed")


def _is_report(sheet: Sheet, i: int, walk: _Walk) -> bool:
    """Whether the أن at word `i` opens what the verb reports."""
    before, takes = sheet.tokens[i - 1], walk.form.verb.takes
    if sheet.tokens[i].folded.startswith("بان"):
        at_once = i == walk.cue + 1 or (walk.source is not None and walk.source[0] == walk.cue + 1)
        return "ب" in walk.prepositions or ("that" in takes and ("noun" not in takes or at_once))
    if "that" not in takes and "relay" not in takes and as_governed(before.folded) not in walk.prepositions:
        return False
    aside = before.folded == "علي" and sheet.tokens[i - 2].flags & Is.COMMA
    if aside and as_governed(before.folded) not in walk.prepositions:
        return False  # سجل المواطنون أسماءهم، على أن ينتخبوا الأحد
    if sheet.page.words[i].startswith(_BELOW) and before.flags & Is.FORBIDS_THAT:
        return True  # قال الوزير من قبل | إن
    return i - 1 == walk.cue or not (before.flags & Is.FORBIDS_THAT or governs_that(sheet, i - 1))


def _at_quote(sheet: Sheet, i: int, walk: _Walk) -> Frame | int:
    """What the quotation that opens at word `i` is: what was said (a Frame), or part of a name (where to go on)."""
    quote = sheet.quote_at[i]
    takes = walk.form.verb.takes
    if i - (walk.source[1] if walk.source else walk.cue) > _QUOTE_WITHIN or past_participle(
        sheet, i, walk.cue, walk.form
    ):
        return quote.end + 1
    if is_title_quote(sheet, i):
        return quote.end + 1
    word = sheet.page.words[quote.first]
    for preposition in walk.prepositions:
        if len(preposition) == 1 and sheet.tokens[quote.first].folded.startswith(preposition):
            if bears(word, preposition):
                return walk.frame(quote.first, "preposition", 1)
    if is_name_quote(sheet, i) and quote.end + 1 < len(sheet.tokens):
        named = _at_name_quote(sheet, i, quote, walk)
        if named is not None:
            return named
    if "target" in takes:
        addressed = _behind_addressed(sheet, quote, walk)
        if addressed is not None:
            return addressed
    if "quote" in takes or "noun" in takes or "target" in takes:
        return walk.frame(i, "quote")
    return quote.end + 1


def _behind_addressed(sheet: Sheet, quote: Quote, walk: _Walk) -> Frame | None:
    """دعا "الأطراف إلى وقف القتال": the quotation begins with those addressed; what was said is behind إلى."""
    after = quote.end + 1
    if after < len(sheet.tokens) and not sheet.tokens[after].flags & (Is.STOP | Is.COMMA | Is.BREAK):
        return None
    for k in range(quote.first + 1, min(quote.end - 1, quote.first + _ADDRESSED_WITHIN)):
        if as_governed(sheet.tokens[k].folded) in walk.prepositions:
            return walk.frame(k + 1, "preposition")
        if sheet.tokens[k].flags & (Is.ADJUNCT | Is.THAT | Is.STOP | Is.COMMA):
            return None
    return None


def _at_name_quote(sheet: Sheet, i: int, quote: Quote, walk: _Walk) -> int | None:
    """Where to go on behind a quoted name, which may be the source or part of it; None where it was said."""
    if sheet.tokens[quote.end + 1].flags & (Is.STOP | Is.BREAK):
        return None
    if i - 1 == walk.cue:
        lone = quote.end - quote.first == 1 and sheet.tokens[quote.end + 1].flags & Is.THAT
        if not walk.seeks_source or not (lone or _names_itself(sheet, quote.first)):
            return None
        walk.source = _quoted_source(sheet, i, quote)
        return walk.source[1]
    if walk.source is not None and is_said_by_state(sheet, walk.source[0], i):
        return None
    before = sheet.tokens[i - 1]
    if before.title is not None and before.title.proclitics == "ل":
        # قالت للصحفيين "هذا مقزز"
        return None
    if walk.source is not None and before.head is None and is_said_before_comma(sheet, i):
        return None
    named = before.title is not None or outlet_at(sheet, i) is not None or before.folded in group("to_with")
    if not named and before.flags & (Is.COMMA | Is.COLON):
        return None
    if not named and _announced(sheet, i, quote, walk):
        return None
    if walk.seeks_source:
        walk.source = _quoted_source(sheet, i, quote)
    walk.via = walk.via or told_in_marks(sheet, i)
    return quote.end + 1


def _announced(sheet: Sheet, i: int, quote: Quote, walk: _Walk) -> bool:
    """Whether the quotation behind a source and a time is what was announced: أعلن الجيش الخميس "استعادة" المدينة."""
    if walk.source is None or sheet.tokens[quote.end + 1].flags & (Is.THAT | Is.COLON):
        return False
    takes = walk.form.verb.takes
    timed = any(sheet.time_end.get(i - back) == i for back in range(1, _LONGEST_TIME + 1))
    return timed and "noun" in takes and "quote" in takes and i >= walk.source[1]


def _quoted_source(sheet: Sheet, i: int, quote: Quote) -> Range:
    return i, max(source_phrase(sheet, i, quote.end + _SOURCE_WITHIN), quote.end + 1)


def _complement(sheet: Sheet, i: int, walk: _Walk) -> Frame | None:
    """What was said, where it begins at word `i` with a preposition."""
    folded = sheet.tokens[i].folded
    for preposition in walk.prepositions:
        if len(preposition) > 1:
            if as_governed(folded) == preposition and i + 1 < len(sheet.tokens) and not is_broadcast(sheet, i):
                begins = governs(sheet, i + 1, preposition)
                return Frame(walk.source, i + 1, 0, "preposition", walk.via) if begins else None
        elif folded == preposition:
            return Frame(walk.source, i + 1, 0, "preposition", walk.via)
        elif folded.startswith(preposition) and is_proclitic(sheet, i, preposition):
            if walk.form.verb.lemma == "وصف" and described_later(sheet, i):
                return None
            if walk.source is not None and is_seat(sheet, i, walk.source, walk.form):
                # صرح المتحدث الأمني | بوزارة الداخلية أن
                continue
            if tells_where(sheet, i):
                continue
            hanging = folded[1:] in group("hanging") or folded[1:] in group("manners")
            if hanging or sheet.tokens[i].flags & (Is.OCCASION | Is.ACCORDING):
                return None
            return Frame(walk.source, i, 0 if folded.startswith("لل") else 1, "preposition", walk.via)
    return None


def _advance(sheet: Sheet, i: int, limit: int, walk: _Walk) -> int:
    """Step over word `i` and what belongs to it, taking source and outlet on the way; -1 to give up."""
    token = sheet.tokens[i]
    if token.folded == _WHAT and walk.seeks_source:
        called = past_so_called(sheet, i)
        walk.settled = not called and walk.form.verb.act != "said"
        return called or i + 1
    if token.flags & Is.OPEN:
        walk.via = walk.via or told_in_marks(sheet, i)
        return close_bracket(sheet, i, limit)
    if sheet.begins[i] & Begins.TIME:
        return max(sheet.time_end[i], i + 1)
    if token.flags & Is.ACCORDING:
        return _account(sheet, i, limit, walk)
    if walk.seeks_source and (carrier := carrier_at(sheet, i)):
        walk.via = walk.via or carrier
        return carrier[1]
    if walk.via is None and not walk.seeks_source:
        walk.via = outlet_at(sheet, i)
        if walk.via is not None:
            return walk.via[1]
    if token.folded == "من" and i + 1 < limit and sheet.tokens[i + 1].folded in group("own_side"):
        return i + 2
    if walk.seeks_source and may_begin_source(sheet, i, strong=walk.aside):
        end = speakers_phrase(sheet, i, own_preposition(sheet, i, limit, walk.form))
        if end > i:
            end = before_blamed(sheet, i, end, walk.form)
            walk.source = (i, end)
            return end
    if token.flags & Is.ADJUNCT or token.may & (May.STAND_ASIDE | May.TELL_TO_WHOM):
        walk.aside = True
        beyond = _over_aside(sheet, i, limit, walk)
        if beyond:
            return beyond
    return -1 if i > walk.cue + 1 and token.is_finite and _is_another(sheet, i, limit, walk) else i + 1


def _is_another(sheet: Sheet, i: int, limit: int, walk: _Walk) -> bool:
    """Whether the verb at word `i` has what follows for its own: تابعت القضية، كما | ذكرت أنها, انتقدها | وأضاف أن."""
    token = sheet.tokens[i]
    if not token.joined and sheet.tokens[i - 1].flags & Is.AS_SAID:
        # كشفت الوزارة، كما تقول، عن
        return i + 1 < limit and not sheet.tokens[i + 1].flags & Is.COMMA
    if walk.form.shape == "imperfect" and sheet.tokens[i - 1].flags & Is.COMMA and token.forms[0].shape == "perfect":
        return True  # بينما كان الرئيس يتحدث في مؤتمر، | أعرب القادة عن
    if not token.joined or token.joined == "ل" or walk.source is None:
        return False
    return any(form.shape == "perfect" for form in token.forms)


def _over_aside(sheet: Sheet, i: int, limit: int, walk: _Walk) -> int:
    """Over the aside that begins at word `i`, or 0 where only its first word is to be passed."""
    folded = sheet.tokens[i].folded
    if walk.via is None:
        walk.via = outlet_at(sheet, i)
        if walk.via is not None:
            return walk.via[1]
    if folded in group("in_through") and i + 1 < limit and sheet.tokens[i + 1].flags & Is.OCCASION:
        beyond = _over_occasion(sheet, i, limit, walk)
        if beyond:
            return beyond
    if walk.seeks_source and folded in group("aside_prepositions"):
        # What hangs on the preposition is no subject: أعلن قبل أيام، قال في بيان.
        end = max(i + 1, noun_phrase(sheet, i + 1, to_last_quote(sheet, i, min(limit, i + _OCCASION_WITHIN), limit)))
        walk.via = next((found for k in range(i + 3, end) if (found := carrier_at(sheet, k))), None)
        return end
    return 0


def _account(sheet: Sheet, i: int, limit: int, walk: _Walk) -> int:
    """Over وفقا لرويترز or نقلا عن مصدر between a verb and what was said: an outlet passed it on, a source told it."""
    first = past_account_verb(sheet, i, limit)
    end = source_phrase(sheet, first, limit)
    if end == first:
        return i + 1
    if sheet.tokens[i].bare == "نقلا":
        walk.origin = (first, end)
        return _further_origin(sheet, end, limit, walk)
    if outlet_at(sheet, first) is not None and walk.via is None:
        walk.via = (first, end)
    return end


def _further_origin(sheet: Sheet, end: int, limit: int, walk: _Walk) -> int:
    """Over ، عن مسؤول behind نقلا عن صحيفة: the newspaper passed on what the official said."""
    k = end + 1 if end < limit and sheet.tokens[end].flags & Is.COMMA else end
    if k + 1 < limit and sheet.tokens[k].folded == "عن":
        further = source_phrase(sheet, k + 1, limit)
        if further > k + 1:
            walk.through, walk.origin = walk.origin, (k + 1, further)
            return further
    return end


def _over_occasion(sheet: Sheet, i: int, limit: int, walk: _Walk) -> int:
    """Over "في وثيقة سلمها إلى المجلس،" when what was said begins behind its comma; 0 where it does not."""
    for k in range(i + 1, min(limit - 1, i + _OCCASION_WITHIN)):
        token = sheet.tokens[k]
        if token.flags & (Is.THAT | Is.COLON | Is.STOP) or k in sheet.quote_at:
            return 0
        if token.flags & Is.COMMA:
            return k + 1 if _resumes(sheet, k + 1, walk) else 0
    return 0


def _resumes(sheet: Sheet, k: int, walk: _Walk) -> bool:
    """Whether at word `k` behind an occasion and its comma what was said, or a name, begins."""
    token = sheet.tokens[k]
    if token.flags & Is.THAT or k in sheet.quote_at or k in sheet.name_end:
        return True
    return any(
        is_preposition(token, preposition) or (len(preposition) == 1 and token.folded.startswith(preposition))
        for preposition in walk.prepositions
    )


def _names_itself(sheet: Sheet, i: int) -> bool:
    """Whether a quotation that begins with word `i` may be a name: أعلن "الجيش الوطني" ..."""
    token = sheet.tokens[i]
    return i in sheet.name_end or token.head is not None or bool(token.flags & Is.DEFINITE)
