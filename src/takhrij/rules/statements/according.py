"""By whose account: بحسب الوزارة, وفق ما ذكرت رويترز, كما قال الناطق, على حد قوله."""

import msgspec

from takhrij.lexicon import actor_words
from takhrij.lexicon.function_words import group, letters
from takhrij.lexicon.verbs import Form
from takhrij.model.span import Span
from takhrij.rules.statements.content import Content, clause_before, content_at
from takhrij.rules.statements.device import Device, Rule, Sort
from takhrij.rules.statements.interrupted import begins_clause, broken_clause
from takhrij.rules.statements.lone_accounts import sentence_before
from takhrij.rules.statements.looking_back import closes, governs_behind, tells_on, tells_only
from takhrij.rules.statements.name_quotes import is_in_source
from takhrij.rules.statements.no_speakers import is_thing_done
from takhrij.rules.statements.outlets import outlet_at
from takhrij.rules.statements.phrase_words import can_tell, withholds
from takhrij.rules.statements.phrases import source_phrase
from takhrij.rules.statements.sheet import Range, Sheet
from takhrij.rules.statements.tokens import Is
from takhrij.text.fold import fold

_EDGE = Is.STOP | Is.BREAK
_PAUSE = _EDGE | Is.COMMA
# How far an account is followed: to the comma behind figures, to the comma of a closing كما قال, to the outlet that was
# told, to the comma or quotation where an opening account's clause begins, and back to the verb of saying whose clause
# stands behind the account.
_FIGURES_WITHIN = 12
_VIA_WITHIN = 10
_CLAUSE_WITHIN = 40
_VERB_WITHIN = 12
# Where the source is stands in fewer words.
_PLACED = 3
# على لسانه
_ON = "علي"
_TONGUE = "لسان"
# A shorter quotation is a name or a term.
_SHORTEST_QUOTE = 4
# A clause of so few words before an account and its comma goes on behind them, and one of so few without a comma.
_BROKEN_OFF = 3
# جاء ذلك وفقا للوكالة tells nothing itself.
_NOTHING = 2
_UNFINISHED = 6


class _Account(msgspec.Struct, frozen=True):
    """An account: its first word, where its cue ends, the verb in it if there is one, and whose account it is."""

    at: int
    cue_end: int
    verb: Form | None
    source: Range | None

    @property
    def end(self) -> int:
        """The word behind the account."""
        return self.source[1] if self.source else self.cue_end


def find_according(sheet: Sheet, i: int) -> Device | None:
    """The statement that وفق, بحسب or نقلا عن at word `i` gives to its source."""
    if not _may_be_account(sheet, i):
        return None
    first, limit = sheet.sentence(i)
    cue_end, verb = _cue(sheet, i, limit)
    j = cue_end if verb is None else _over_times(sheet, cue_end, limit)
    source = _source(sheet, j, limit)
    if verb is None:
        if i == first:
            source = _figures(sheet, j, limit) or source
        if source is None or not _is_account(sheet, i, source, opens=_opens(sheet, i, first)):
            return None
        if sheet.tokens[j - 1].folded in group("what_told"):
            return None
    elif source is None and any(token.flags & Is.CAME for token in sheet.tokens[i + 1 : cue_end]):
        # وفق ما ورد من بيانات
        return None
    device = _device(sheet, _Account(i, cue_end, verb, source), first, limit)
    return _passed_on(sheet, device, limit) if device is not None and verb is not None else device


def _passed_on(sheet: Sheet, device: Device, limit: int) -> Device:
    """وفق ما نقلت الوكالة عن مسؤول, بحسب ما ذكرت الصحيفة نقلا عن مصدر: the source passes on what another said."""
    if device.source is None or device.form is None or device.sort != "closing":
        return device
    tokens, k = sheet.tokens, device.source[1]
    k += 1 if k + 2 < limit and tokens[k].flags & Is.COMMA and tokens[k + 1].bare == "نقلا" else 0
    if k + 2 < limit and tokens[k].bare == "نقلا":
        k += 1
    elif "relay" not in device.form.verb.takes and device.form.verb.lemma != "أورد":
        return device
    if k + 1 >= limit or tokens[k].folded != "عن":
        return device
    end = source_phrase(sheet, k + 1, limit)
    if end == k + 1:
        return device
    return device.passed_on((k + 1, end))


def _may_be_account(sheet: Sheet, i: int) -> bool:
    """Whether the word is not of على حسب or كل حسب, nor نقلا without its عن."""
    tokens = sheet.tokens
    if i and tokens[i - 1].folded in group("before_no_account"):
        return False
    if tokens[i].bare != "نقلا" or i + 1 == len(tokens):
        return True
    return tokens[i + 1].folded == "عن"


def _cue(sheet: Sheet, i: int, limit: int) -> tuple[int, Form | None]:
    """Where the words of the account end that begins at word `i`, and the verb in them: وفق ما كانت قد ذكرت."""
    tokens = sheet.tokens
    j = i + 1
    if j < limit and tokens[j].folded == "عن":
        j += 1
    if j < limit and tokens[j].folded in group("what_told"):
        j += 1
    if j < limit and tokens[j].folded in group("pluperfect"):
        j += 1
    told = j > i + 1 or bool(tokens[i].flags & Is.AS_SAID)
    if told and j + 2 < limit and tokens[j].flags & Is.CAME and tokens[j + 1].folded in group("in_by_on"):
        # وفق ما ورد في | صحيفة, حسبما جاء على | موقع الوزارة
        return j + 2, None
    if j < limit and tokens[j].is_finite and told:
        verb = next(form for form in tokens[j].forms if form.is_finite)
        return _over_resumptives(sheet, j + 1, limit), verb
    return j, None


def _over_resumptives(sheet: Sheet, j: int, limit: int) -> int:
    """Over what takes up the clause again behind the verb: كما جاء به, ما أشار إليه."""
    while j < limit and sheet.tokens[j].folded in group("resumptive"):
        j += 1
    if j + 2 < limit and sheet.tokens[j].folded == _ON and sheet.tokens[j + 1].folded.startswith(_TONGUE):
        # وفق ما نقلت على لسانه الوكالة
        j += 2
    return j


def _over_times(sheet: Sheet, j: int, limit: int) -> int:
    """Over a time, between commas or not, that stands before the source: وفق ما ذكرت، الأحد، وكالة الأنباء."""
    tokens = sheet.tokens
    while j < limit and (j in sheet.time_end or (tokens[j].flags & Is.COMMA and j + 1 in sheet.time_end)):
        j = max(j + 1, sheet.time_end.get(j, 0))
        if j < limit and tokens[j].flags & Is.COMMA and sheet.time_end.get(j - 1, j) <= j:
            j += 1
    return j


def _figures(sheet: Sheet, j: int, limit: int) -> Range | None:
    """وفق آخر حصيلة صدرت عن الوزارة، ...: figures, as far as the comma, with their maker in them."""
    if j >= limit or sheet.tokens[j].folded not in group("figures"):
        return None
    for k in range(j + 1, min(limit, j + _FIGURES_WITHIN)):
        if sheet.tokens[k].flags & (Is.COMMA | Is.STOP):
            made = any(sheet.tokens[m].head or m in sheet.name_end for m in range(j, k))
            return (j, k) if made else None
    return None


def _is_account(sheet: Sheet, i: int, source: Range, *, opens: bool) -> bool:
    """Whether the phrase after وفق or حسب tells something; a law does so only where it opens a clause."""
    token = sheet.tokens[source[0]]
    if token.folded in group("figures"):
        return True
    if token.head is not None and fold(token.head.head.word) in group("agreements"):
        return opens
    if can_tell(sheet, *source):
        return True
    definite = bool(token.flags & Is.DEFINITE) or token.folded.startswith("لل")
    return opens and sheet.tokens[i].bare in group("by_account") and definite


def find_as_said(sheet: Sheet, i: int) -> Device | None:
    """The statement that كما قال, مثلما أكد or حسبما ذكرت at word `i` closes."""
    tokens = sheet.tokens
    first, limit = sheet.sentence(i)
    if i + 1 >= limit or i == first or tokens[i].joined:
        return None
    if tokens[i + 1].flags & Is.CAME:
        return _as_came(sheet, i, first, limit)
    verb = next((form for form in tokens[i + 1].forms if form.is_finite), None)
    if verb is None or verb.verb.act in ("judged", "showed", "promised", "demanded", "threatened"):
        return None
    cue_end = _over_resumptives(sheet, i + 2, limit)
    account = _Account(i, cue_end, verb, _source(sheet, cue_end, limit))
    if account.end < limit and (tokens[account.end].flags & Is.THAT or governs_behind(sheet, account.end, verb)):
        return None
    if account.end < limit and tells_on(sheet, account.end, limit):
        return None
    adds = account.source is not None and is_thing_done(sheet, i + 1, verb, account.source)
    if tokens[i].bare == "كما" and (adds or not closes(sheet, account.end, limit)):
        # كما نفت قصف الممر: what was done besides.
        return None
    return _device(sheet, account, first, limit)


def _as_came(sheet: Sheet, i: int, first: int, limit: int) -> Device | None:
    """كما جاء في البيان at word `i`: a text says what went before."""
    tokens, at = sheet.tokens, i + 2
    if at + 1 >= limit or tokens[at].folded not in group("in_by_on"):
        return None
    end = source_phrase(sheet, at + 1, limit)
    if end == at + 1 or not (tokens[at + 1].head or tokens[at + 1].folded in group("texts")):
        return None
    if not closes(sheet, end, limit):
        return None
    return _device(sheet, _Account(i, at + 1, None, (at + 1, end)), first, limit)


def _source(sheet: Sheet, j: int, limit: int) -> Range | None:
    """Whose account it is: the phrase at word `j`, without a relative clause that says something itself."""
    if j >= limit or sheet.tokens[j].flags & _PAUSE:
        return None
    folded = sheet.tokens[j].folded
    # وفقا للوزارة: its ل belongs to the expression.
    article = folded.startswith("لل")
    if folded in group("pointing_at"):
        # وحسب | تلك المصادر
        j += 1
    begin = j + 1 if article or folded in group("to_by") else j
    end = source_phrase(sheet, begin, limit)
    for k in range(begin, end - 1):
        if sheet.tokens[k].flags & Is.RELATIVE and sheet.tokens[k + 1].forms:
            # المصدر، الذي أكد ...: a saying of its own.
            end = k - 1 if sheet.tokens[k - 1].flags & Is.COMMA else k
            break
    if end == begin and not article:
        end = j
    return (j, end) if end > j else None


def _device(sheet: Sheet, account: _Account, first: int, limit: int) -> Device | None:
    """The statement that the account closes, or opens where it stands first or before a quotation."""
    i = account.at
    opens = _opens(sheet, i, first)
    sort: Sort = "opening"
    content = None
    broken = None if opens else broken_clause(sheet, i, account.end, limit)
    if broken is not None:
        sort, content = "closing", _around(sheet, broken, account, limit)
    elif not opens and (that := _that_behind(sheet, account, first, limit)):
        # قال التحالف، بحسب ما نقلت القناة، إن ...: what was said came through the account.
        content = content_at(sheet, that + 1, 0, how="that", limit=limit)
    elif not opens and not _quote_follows(sheet, account.end, limit):
        sort, content = "closing", clause_before(sheet, i, first)
        if content is not None and account.verb is None and _goes_on(sheet, account.end, limit, content):
            content = _with_rest(sheet, content, account.end, limit)
    if content is None:
        sort, content = "opening", _after(sheet, account.end, limit)
    tells = account.source and (account.verb or _is_account(sheet, i, account.source, opens=False))
    if content is None and tells:
        sort, content = "closing", sentence_before(sheet, i, account.end)
    if content is None or (content.end - content.first <= _NOTHING and tells_only(sheet, content.first)):
        return None
    via = _via(sheet, account.end, limit) if account.source is not None and broken is None else None
    return Device("statements.according", sort, (i, account.cue_end), account.source, content, account.verb, via)


def _opens(sheet: Sheet, i: int, first: int) -> bool:
    """Whether the account at word `i` opens its sentence, or the clause behind أنه: لأنه وفقا للقانون، يطلق."""
    tokens = sheet.tokens
    if i > first and tokens[i - 1].flags & (Is.THAT | Is.COMMA) and (tokens[i].joined or tokens[i - 1].flags & Is.THAT):
        # طالب الادعاء بالسجن، | وبحسب المحامين فإن
        return True
    return i == first or all(tokens[k].flags & (Is.MARK | Is.COMMA) or k in sheet.time_end for k in range(first, i))


def _around(sheet: Sheet, start: int, account: _Account, limit: int) -> Content | None:
    """The clause that begins at word `start` and goes on behind the account in it."""
    begun = content_at(sheet, start, 0, how="that", limit=account.at)
    tokens = sheet.tokens
    for k in range(account.end + 1, limit - 1):
        if tokens[k].flags & Is.COMMA and tokens[k + 1].flags & Is.RELATIVE:
            limit = k
            break
    return None if begun is None else _with_rest(sheet, begun, account.end, limit)


def _that_behind(sheet: Sheet, account: _Account, first: int, limit: int) -> int:
    """The أن behind the account, with a verb of its own, whose verb of saying stands before it; 0 where none does."""
    k = account.end
    if account.at - first >= _VERB_WITHIN:
        return 0
    # حسب بيان للقنصلية | بالقدس، أن
    k = next((m for m in range(k, min(limit, k + _PLACED)) if sheet.tokens[m].flags & Is.COMMA), k)
    if k < limit and sheet.tokens[k].flags & Is.COMMA:
        k += 1
    if k >= limit or not sheet.tokens[k].flags & Is.THAT or sheet.tokens[k].joined:
        return 0
    return k if any(token.is_finite for token in sheet.tokens[first : account.at]) else 0


def _goes_on(sheet: Sheet, j: int, limit: int, content: Content) -> bool:
    """Whether behind an account, and its comma, a preposition or an object goes on with the clause before it."""
    tokens = sheet.tokens
    paused = j < limit and bool(tokens[j].flags & Is.COMMA)
    k = j + 1 if paused else j
    if k + 1 >= limit or k in sheet.time_end or tokens[k].joined or tokens[k].flags & Is.MARK:
        return False
    if paused and content.end - content.first <= _BROKEN_OFF:
        return True
    if tokens[k].flags & Is.DEFINITE and not paused:
        return k not in sheet.name_end and content.end - content.first <= _UNFINISHED
    if tokens[k].folded in group("in_of") or tokens[k].folded not in group("after_object"):
        return False
    return not tokens[k + 1].flags & (Is.OCCASION | Is.THAT | Is.RELATIVE)


def _with_rest(sheet: Sheet, content: Content, j: int, limit: int) -> Content:
    """What stands before an account and behind it: تراجع الجيش وفق المرصد إلى أطراف المدينة."""
    rest = content_at(sheet, j, 0, how="that", limit=limit)
    if rest is None:
        return content
    return Content(content.first, rest.end, Span(content.span.start, rest.span.end), content.form)


def _quote_follows(sheet: Sheet, j: int, limit: int) -> bool:
    """بحث الوزيران, بحسب البيان, "تطورات الأوضاع": what the account covers is the quotation behind it."""
    if j < limit and sheet.tokens[j].flags & (Is.COMMA | Is.COLON):
        j += 1
    quote = sheet.quote_at.get(j) if j < limit else None
    return quote is not None and quote.end - quote.first >= _SHORTEST_QUOTE


def _via(sheet: Sheet, j: int, limit: int) -> Range | None:
    """The outlet after the source of a closing account: وفق ما قال فلان لرويترز."""
    for k in range(j, min(j + _VIA_WITHIN, limit)):
        if sheet.tokens[k].flags & _PAUSE:
            return None
        found = outlet_at(sheet, k)
        if found is not None:
            return found
    return None


def _after(sheet: Sheet, j: int, limit: int) -> Content | None:
    """What follows an opening account: after its comma, فإن or أن."""
    tokens = sheet.tokens
    if j < limit and tokens[j].folded.startswith(letters("will")) and not tokens[j].flags and j not in sheet.name_end:
        # ووفقا للقانون ستخول الشرطة
        return content_at(sheet, j, 0, how="that", limit=limit)
    # وبحسب مصدر أمني | رفض الإفصاح عن اسمه، فإن
    if j < limit and begins_clause(sheet, j, limit) and not withholds(sheet, j):
        return content_at(sheet, j, 0, how="that", limit=limit)
    for k in range(j, min(j + _CLAUSE_WITHIN, limit)):
        if tokens[k].folded in group("then_that"):
            return content_at(sheet, k + 1, 0, how="that", limit=limit)
        if is_in_source(sheet, k, limit):
            continue
        if tokens[k].flags & (Is.COMMA | Is.COLON) or k in sheet.quote_at:
            start = k if k in sheet.quote_at else k + 1
            if start < limit and sheet.tokens[start].folded in actor_words.group("who_is"):
                # وحسب فلانة، وهي باحثة في المركز، فقد
                start = next((m for m in range(start, limit) if sheet.tokens[m].flags & Is.COMMA), k) + 1
            while start < limit and (tokens[start].folded in group("then_that") or tokens[start].flags & Is.COMMA):
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
