"""What stands between a verb of saying and what was said: who says it, to whom, and where the words begin."""

from dataclasses import dataclass
from typing import Literal

from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.outlets import outlet_at
from takhrij.rules.statements.phrases import close_bracket, is_name_quote, noun_phrase, source_phrase
from takhrij.rules.statements.proclitics import bears, taken
from takhrij.rules.statements.sheet import Is, Sheet, Token

How = Literal["that", "quote", "colon", "preposition", "noun"]

_FARTHEST = 70
_QUOTE_WITHIN = 24
_ASIDE_PREPOSITIONS = frozenset(["في", "خلال", "عقب", "عبر", "قبل", "بعد", "امام", "اثناء", "حول", "بشان", "علي", "الي", "مع", "لدي", "منذ", "عن", "ضمن", "وسط"])
_ASIDES = frozenset(["جهته", "جهتها", "جهتهم", "جانبه", "جانبها", "جانبهم", "ناحيته", "ناحيتها"])


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around a verb of saying, as ranges of words.

    `content` is the first word of what was said and `skip` how many of its letters are a preposition; `via` is the
    outlet it was said to.
    """

    source: tuple[int, int] | None
    content: int
    skip: int
    how: How
    via: tuple[int, int] | None = None
    origin: tuple[int, int] | None = None


@dataclass(slots=True)
class _Walk:
    """The state of one walk from a cue to what was said."""

    source: tuple[int, int] | None = None
    via: tuple[int, int] | None = None
    settled: bool = False
    aside: bool = False
    origin: tuple[int, int] | None = None
    prepositions: tuple[str, ...] = ()


def find_frame(sheet: Sheet, cue: int, form: Form, limit: int, *, subject: bool = True) -> Frame | None:
    """The frame of the verb at word `cue`, or None where it reports nothing; `subject` tells whether its subject may follow it."""
    takes = form.verb.takes
    prepositions = form.verb.prepositions
    walk = _Walk(settled=not subject, prepositions=prepositions)
    tokens = sheet.tokens
    i, limit = cue + 1, min(limit, cue + _FARTHEST)
    while i < limit:
        token = tokens[i]
        flags = token.flags
        if flags & Is.THAT and not token.joined:
            if _is_report(sheet, cue, i, takes, prepositions) and not _past_participle(sheet, cue, i, form):
                return Frame(walk.source, i + 1, 0, "that", walk.via, walk.origin)
            i += 1
            continue
        if flags & (Is.STOP | Is.BREAK):
            return None
        if flags & Is.COLON:
            return Frame(walk.source, i + 1, 0, "colon", walk.via, walk.origin) if i + 1 < limit else None
        if flags & Is.QUOTE and i in sheet.quote_at:
            step = _at_quote(sheet, i, cue, form, walk)
            if isinstance(step, Frame):
                return step
            i = step
            continue
        found = _complement(sheet, i, cue, form, walk)
        if found is not None:
            return found
        i = _advance(sheet, i, cue, limit, walk)
        if i < 0:
            return None
    return None


def _is_report(sheet: Sheet, cue: int, i: int, takes: tuple[str, ...], prepositions: tuple[str, ...]) -> bool:
    """Whether the أن at word `i` opens what the verb at `cue` reports."""
    before = sheet.tokens[i - 1]
    if sheet.tokens[i].folded.startswith("بان"):
        return "ب" in prepositions or ("that" in takes and "noun" not in takes)
    if (
        "that" not in takes
        and "relay" not in takes
        and not (before.folded in _FOLDED and _FOLDED[before.folded] in prepositions)
    ):
        return False
    if i - 1 > cue and before.flags & Is.FORBIDS_THAT:
        return False
    return True


_PRONOUNS = frozenset(["ه", "ها", "هم", "هما", "ذلك", "ان", "انه", "انها"])
_FOLDED = {"الي": "إلى", "علي": "على", "عن": "عن", "من": "من", "في": "في", "ب": "ب"}


def _at_quote(sheet: Sheet, i: int, cue: int, form: Form, walk: _Walk) -> "Frame | int":
    """What the quotation that opens at word `i` is: what was said (a Frame), or part of a name (where to go on)."""
    quote = sheet.quote_at[i]
    takes = form.verb.takes
    if i - (walk.source[1] if walk.source else cue) > _QUOTE_WITHIN or _past_participle(sheet, cue, i, form):
        return quote.end + 1
    if _is_title_quote(sheet, i):
        return quote.end + 1
    for preposition in form.verb.prepositions:
        word = sheet.tokens[quote.first].folded
        if len(preposition) == 1 and word.startswith(preposition) and bears(sheet.page.words[quote.first], preposition):
            return Frame(walk.source, quote.first, 1, "preposition", walk.via, walk.origin)
    if is_name_quote(sheet, i) and quote.end + 1 < len(sheet.tokens):
        before = sheet.tokens[i - 1]
        after = sheet.tokens[quote.end + 1].flags
        named = before.title is not None or outlet_at(sheet, i) is not None or before.folded in ("ل", "لـ", "مع")
        ends_here = after & (Is.STOP | Is.BREAK)
        if (
            i - 1 == cue
            and not ends_here
            and walk.source is None
            and not walk.settled
            and _names_itself(sheet, quote.first)
        ):
            end = source_phrase(sheet, i, quote.end + 30)
            walk.source = (i, max(end, quote.end + 1))
            return walk.source[1]
        if i - 1 != cue and not ends_here and (named or not before.flags & (Is.COMMA | Is.COLON)):
            if not walk.settled and walk.source is None:
                end = source_phrase(sheet, i, quote.end + 30)
                walk.source = (i, max(end, quote.end + 1))
            return quote.end + 1
    if "quote" in takes or "noun" in takes or "target" in takes:
        return Frame(walk.source, i, 0, "quote", walk.via, walk.origin)
    return quote.end + 1


_ENTITLED = frozenset(
    ["بعنوان", "عنوان", "عنوانه", "عنوانها", "عنوانهم", "شعار", "اسم", "باسم", "تسميه", "مسمي", "الموسومه", "الموسوم", "المعنونه", "المعنون", "وسم", "هاشتاغ"]
)


def _is_title_quote(sheet: Sheet, i: int) -> bool:
    """Whether the quotation at word `i` is the title of something: محاضرة بعنوان "...", الموسومة ب "..."."""
    before = sheet.tokens[i - 1].folded
    return before in _ENTITLED or (before in ("ب", "بـ") and i > 1 and sheet.tokens[i - 2].folded in _ENTITLED)


def _complement(sheet: Sheet, i: int, cue: int, form: Form, walk: _Walk) -> Frame | None:
    """What was said, where it begins at word `i` with a preposition or as a bare noun."""
    token = sheet.tokens[i]
    folded = token.folded
    for preposition in form.verb.prepositions:
        if len(preposition) > 1:
            if _FOLDED.get(folded) == preposition and i + 1 < len(sheet.tokens):
                following = sheet.tokens[i + 1].flags
                if following & (Is.OCCASION | Is.STOP) or (following & Is.THAT and not sheet.tokens[i + 1].joined):
                    return None
                if sheet.tokens[i + 1].folded in _ASIDES:
                    return None
                return Frame(walk.source, i + 1, 0, "preposition", walk.via)
        elif folded.startswith(preposition) and (folded == preposition or _is_proclitic(sheet, i, preposition)):
            if folded == preposition:
                return Frame(walk.source, i + 1, 0, "preposition", walk.via)
            if folded[len(preposition) :] in _PRONOUNS or sheet.tokens[i].flags & Is.OCCASION:
                return None
            skip = 0 if folded.startswith("لل") else len(preposition)
            return Frame(walk.source, i, skip, "preposition", walk.via)
    return None


def _is_proclitic(sheet: Sheet, i: int, letter: str) -> bool:
    """Whether the word begins with the preposition and not with a root letter: بدور, but not بيان."""
    title = sheet.tokens[i].title
    return (title is None or title.proclitics.startswith(letter)) and bears(sheet.page.words[i], letter)


def _advance(sheet: Sheet, i: int, cue: int, limit: int, walk: _Walk) -> int:
    """Step over word `i` and what belongs to it, taking the source and the outlet it was said to on the way; -1 to give up."""
    tokens = sheet.tokens
    flags = tokens[i].flags
    if flags & Is.OPEN:
        return close_bracket(sheet, i, limit)
    if i in sheet.time_end:
        return max(sheet.time_end[i], i + 1)
    if flags & Is.ACCORDING:
        return _account(sheet, i, limit, walk)
    outlet = outlet_at(sheet, i) if walk.settled or walk.source is not None else None
    if outlet is not None and walk.via is None:
        walk.via = outlet
        return outlet[1]
    if tokens[i].folded == "من" and i + 1 < limit and tokens[i + 1].folded in _ASIDES:
        return i + 2
    if walk.source is None and not walk.settled and _may_begin_source(sheet, i, strong=walk.aside):
        end = source_phrase(sheet, i, _own_preposition(sheet, i, limit, walk.prepositions))
        if end > i:
            walk.source = (i, end)
            return end
    if flags & Is.ADJUNCT or tokens[i].folded in ("في", "ب", "ل", "من") or tokens[i].folded.startswith("ل"):
        walk.aside = True
        told = outlet_at(sheet, i)
        if told is not None and walk.via is None:
            walk.via = told
            return told[1]
        if tokens[i].folded in ("في", "عبر") and i + 1 < limit and tokens[i + 1].flags & Is.OCCASION:
            beyond = _over_occasion(sheet, i, limit, walk.prepositions)
            if beyond:
                return beyond
        if walk.source is None and not walk.settled and tokens[i].folded in _ASIDE_PREPOSITIONS:
            # What hangs on the preposition is no subject: أعلن قبل أيام، قال في بيان.
            return max(i + 1, noun_phrase(sheet, i + 1, limit))
    if tokens[i].forms and i > cue + 1 and walk.source is not None and tokens[i].joined == "و":
        if any(form.shape == "perfect" for form in tokens[i].forms):
            return -1
    return i + 1


# قال معلقا على, ذكر واصفا التحقيق: how it was said, not another saying.
_MANNERS = frozenset(["قال", "وصف", "علق", "تحدث", "خاطب", "رد"])


def _past_participle(sheet: Sheet, cue: int, i: int, form: Form) -> bool:
    """Whether another device, a participle, stands between the cue and word `i`: what follows is its own."""
    for k in range(cue + 1, i):
        for other in sheet.tokens[k].forms:
            if other.shape == "participle" and other.verb.lemma not in _MANNERS and not sheet.tokens[k].title:
                marked = sheet.tokens[k].joined or sheet.tokens[k - 1].flags & Is.COMMA
                if marked or other.verb.lemma != form.verb.lemma:
                    return True
    return False


def _account(sheet: Sheet, i: int, limit: int, walk: _Walk) -> int:
    """Over وفقا لرويترز or نقلا عن مصدر between a verb and what was said: an outlet passed it on, a source told it."""
    first = i + 1
    if first < limit and sheet.tokens[first].folded in ("عن", "ما", "لما"):
        first += 1
    while first < limit and (sheet.tokens[first].flags & Is.PRONOUN or sheet.tokens[first].forms and first > i + 1):
        first += 1
    end = source_phrase(sheet, first, limit)
    if end == first:
        return i + 1
    if sheet.tokens[i].bare == "نقلا":
        walk.origin = (first, end)
    elif outlet_at(sheet, first) is not None and walk.via is None:
        walk.via = (first, end)
    return end


def _over_occasion(sheet: Sheet, i: int, limit: int, prepositions: tuple[str, ...]) -> int:
    """Over "في وثيقة سلمها إلى المجلس،" when what was said begins behind its comma; 0 where it does not."""
    for k in range(i + 1, min(limit - 1, i + 14)):
        token = sheet.tokens[k]
        if token.flags & (Is.THAT | Is.COLON | Is.STOP) or k in sheet.quote_at:
            return 0
        if token.flags & Is.COMMA:
            following = sheet.tokens[k + 1]
            own = any(
                is_preposition(following, p) or following.folded.startswith(p) and len(p) == 1 for p in prepositions
            )
            return (
                k + 1 if own or following.flags & Is.THAT or k + 1 in sheet.quote_at or k + 1 in sheet.name_end else 0
            )
    return 0


def _own_preposition(sheet: Sheet, i: int, limit: int, prepositions: tuple[str, ...]) -> int:
    """The limit of a source: before the preposition that introduces what was said (استغرب مواطنون من)."""
    if "من" in prepositions:
        for k in range(i + 1, min(limit, i + 6)):
            if sheet.tokens[k].folded == "من":
                return k
    return limit


def is_preposition(token: Token, preposition: str) -> bool:
    """Whether the word is that preposition, written apart."""
    return token.folded == preposition or _FOLDED.get(token.folded) == preposition


def _names_itself(sheet: Sheet, i: int) -> bool:
    """Whether a quotation that begins with word `i` may be a name: أعلن "الجيش الوطني" ..."""
    token = sheet.tokens[i]
    return i in sheet.name_end or token.head is not None or bool(token.flags & Is.DEFINITE)


def _may_begin_source(sheet: Sheet, i: int, *, strong: bool) -> bool:
    """Whether a source may begin at word `i`; behind an aside only what is surely one (`strong`)."""
    token = sheet.tokens[i]
    if token.flags & Is.PRONOUN:
        return False
    if not token.flags & Is.DEFINITE and any(form.shape == "participle" for form in token.forms):
        return False
    if (
        i not in sheet.name_end
        and not token.title
        and not token.head
        and token.folded[:1] in "بلك"
        and taken(sheet.page.words[i])
    ):
        return False
    if strong and not (
        sheet.name_kind.get(i) == "person" or (token.title and not token.title.proclitics) or token.head
    ):
        return False
    if token.folded == "#":
        return True
    if token.flags & (Is.ADJUNCT | Is.COMMA | Is.MARK | Is.NEGATION | Is.AUXILIARY) and i not in sheet.name_end:
        return False
    if token.flags & Is.OCCASION and token.head is None:
        return False
    if token.folded in ("في", "ب", "ل", "له", "لها", "لهم", "به", "ايضا"):
        return False
    if token.folded.startswith("لل") and i not in sheet.name_end:
        return False
    return noun_phrase(sheet, i, i + 3) > i
