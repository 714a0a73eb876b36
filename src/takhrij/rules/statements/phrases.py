"""Where a noun phrase that names a source begins and ends: المتحدث باسم الجيش العميد فلان الذي ..."""

from takhrij.lexicon.function_words import group
from takhrij.rules.statements.agreement import ends_described, is_blamed, is_body_behind, past_not
from takhrij.rules.statements.asides import HARD, is_led, past_described, past_seat
from takhrij.rules.statements.brackets import close_bracket
from takhrij.rules.statements.holders import (
    is_anothers,
    is_armed,
    is_of_rank,
    is_sign,
    name_near,
    personal,
    serves_named,
    serves_nation,
)
from takhrij.rules.statements.may import May
from takhrij.rules.statements.name_quotes import is_apposed_quote, is_name_quote, is_said_by_state
from takhrij.rules.statements.phrase_steps import CLOSES, ENDS, OPENS, ReadPhrase, step_on
from takhrij.rules.statements.phrase_words import (
    complete,
    is_outlet,
    past_hash,
    past_kind_of_place,
    past_number_or_aim,
    posts,
)
from takhrij.rules.statements.relatives import relative_end
from takhrij.rules.statements.rest_of_post import past_rest
from takhrij.rules.statements.sheet import Begins, Sheet
from takhrij.rules.statements.tokens import Is

# No noun phrase has more words; so the time stays linear.
_LONGEST_PHRASE = 60
_MARKS = Is.OPEN | Is.QUOTE


def noun_phrase(sheet: Sheet, i: int, limit: int) -> int:
    """The end of the noun phrase that begins at word `i`; `i` itself where none begins.

    An indefinite head goes on until a definite word or a name closes it ("مدير مكتب إعلام المفوضية"), a definite one
    takes its definite adjectives; then a name may follow, and what a post needs: باسم, في, لدى, للأمم المتحدة.
    """
    tokens, begins = sheet.tokens, sheet.begins
    limit = min(limit, len(tokens))
    limit = min(limit, i + _LONGEST_PHRASE)
    if i >= limit or (tokens[i].flags & HARD and not tokens[i].flags & _MARKS and not begins[i]):
        return i
    walk = ReadPhrase(i, i)
    while walk.at < limit:
        j = walk.at
        if begins[j] & Begins.NAME and not _is_adjective(sheet, walk):
            if not _take_name(sheet, walk):
                break
            continue
        token = tokens[j]
        if (token.flags & _MARKS or token.may & May.STEP_OVER) and _take_mark(sheet, walk, limit):
            continue
        if not ((walk.person and _take_post(sheet, walk)) or _take_word(sheet, walk)):
            break
    return walk.at


def _is_adjective(sheet: Sheet, walk: ReadPhrase) -> bool:
    """Whether what may be a name is an adjective here: الشرطة السعودية."""
    j = walk.at
    token = sheet.tokens[j]
    if j == walk.first or sheet.name_end[j] != j + 1 or sheet.name_kind[j] == "person":
        return False
    return bool(token.flags & Is.DEFINITE and sheet.tokens[j - 1].flags & Is.DEFINITE and token.may & May.QUALIFY)


def _take_name(sheet: Sheet, walk: ReadPhrase) -> bool:
    """Take in the name that begins here, unless it begins another phrase."""
    j, kind = walk.at, sheet.name_kind[walk.at]
    token = sheet.tokens[j]
    joined = token.folded.startswith("و")
    if j > walk.first:
        if kind in ("organization", "outlet") and not joined and (complete(sheet, j - 1) or is_body_behind(sheet, j)):
            return False
        if token.folded[:1] == "ل" and sheet.name_skip.get(j) and is_outlet(sheet, j, kind):
            return False
        other = walk.person or (kind == "person" and is_blamed(sheet, walk.first, j, titled=walk.titled))
        if other and not joined and not serves_named(sheet, walk.first, j):
            return False
        if kind == "place" and not joined and ends_described(sheet, walk.first, j):
            return False  # حث مسؤول أممي بارز | إسرائيل
        if kind != "person" and not joined and walk.closed:
            hung = token.folded[:1] == "ل" and sheet.name_skip.get(j)
            if walk.named_to == j or (sheet.tokens[j - 1].flags & Is.DEFINITE and not hung):
                return False
    walk.person = kind == "person"
    walk.at = walk.named_to = max(sheet.name_end[j], j + 1)
    walk.closed = True
    return True


def _take_mark(sheet: Sheet, walk: ReadPhrase, limit: int) -> bool:
    """Step over what stands in a phrase without being of it: hash signs, brackets, the marks round a name."""
    j = walk.at
    token = sheet.tokens[j]
    if token.folded in ("#", "_"):
        walk.at = j + 1
        return True
    if token.flags & Is.OPEN and j > walk.first:
        walk.at = close_bracket(sheet, j, limit)
        return True
    beyond = past_number_or_aim(sheet, walk.first, j, limit) or past_not(sheet, walk.first, j, limit)
    if beyond > j:
        walk.at, walk.closed = beyond, True
        return True
    if token.flags & Is.QUOTE and is_name_quote(sheet, j) and not walk.person:
        before = sheet.tokens[j - 1].head if j > walk.first else None
        if is_said_by_state(sheet, walk.first, j) or (before is not None and before.kind == "document"):
            return False
        walk.at, walk.closed = sheet.quote_at[j].end + 1, True
        return True
    return False


def _take_post(sheet: Sheet, walk: ReadPhrase) -> bool:
    """A post behind a person: فلان حاكم المنطقة, or of another who joins: كيم والرئيس الكوري."""
    title = sheet.tokens[walk.at].title
    if title is None or title.proclitics not in ("", "و"):
        return False
    if title.proclitics == "" and title.title.kind != "role":
        return False
    walk.person, walk.closed, walk.post, walk.titled = False, title.definite or title.possessed, True, True
    walk.at += 1
    return True


def _take_word(sheet: Sheet, walk: ReadPhrase) -> bool:
    """Take in a plain word if it goes on the phrase."""
    j = walk.at
    token = sheet.tokens[j]
    if token.flags & (HARD | Is.OPEN | Is.QUOTE) or (sheet.begins[j] & Begins.TIME and j > walk.first):
        return False
    if token.may & May.RANK and j > walk.first and (is_of_rank(sheet, j) or is_sign(sheet, j)):
        walk.at = j + 1
        return True
    step = step_on(sheet, walk, j)
    if step == ENDS:
        return False
    walk.closed = step & CLOSES != 0
    walk.titled = walk.titled or token.title is not None
    walk.post = walk.post or step & OPENS != 0 or walk.titled or token.head is not None
    walk.at = j + 1
    return True


def source_phrase(sheet: Sheet, i: int, limit: int) -> int:
    """The end of the phrase that names a source, its apposition and relative clause included."""
    limit = min(limit, len(sheet.tokens))
    end = noun_phrase(sheet, i, limit)
    if end == i:
        return i
    while end < limit:
        further = _further(sheet, i, end, limit)
        if further == end:
            return end
        end = further
    return end


def _further(sheet: Sheet, i: int, end: int, limit: int) -> int:
    """The phrase of a source that begins at `i` and reached `end`, carried over what hangs on it there."""
    token = sheet.tokens[end]
    if token.flags & Is.OPEN:
        return close_bracket(sheet, end, limit)
    if token.flags & Is.RELATIVE:
        return relative_end(sheet, end, limit)
    after = end + 1
    if after >= limit:
        return end
    if token.may & May.GO_ON:
        further = _behind_small_word(sheet, i, end, limit)
        if further >= 0:
            return further
    if token.folded[0] == "ب" and sheet.name_kind.get(end) == "place" and not personal(sheet, i, end):
        # مدير التفتيش بالأردن منور أبو الغنم, وكيل الجمهورية بجندوبة، فلان.
        behind = max(sheet.name_end[end], after)
        named = behind + (behind < limit and sheet.tokens[behind].flags & Is.COMMA != 0)
        return behind if sheet.name_kind.get(named) == "person" else end
    if beyond := past_seat(sheet, end, limit) or past_rest(sheet, i, end, limit):
        return beyond
    if is_led(sheet, end):
        return noun_phrase(sheet, after, limit)
    if token.folded == "غير" and sheet.tokens[after].flags & Is.DEFINITE:
        return after + 2 if after + 1 < limit and sheet.tokens[after + 1].flags & Is.PRONOUN else after + 1
    if not token.flags & Is.COMMA or is_anothers(sheet, i, end, limit):
        # الرئيس، فلان، فلان: the second name is somebody else's.
        return end
    return _apposition(sheet, end, limit)


def _behind_small_word(sheet: Sheet, i: int, end: int, limit: int) -> int:
    """Where the phrase from `i` goes on behind the preposition or the like at word `end`; -1 where none decides."""
    token, after = sheet.tokens[end], end + 1
    if token.folded == "عن" and sheet.tokens[end - 1].folded in group("issued"):
        # بيان صادر عن الوزارة
        return max(end, noun_phrase(sheet, after, limit))
    if token.folded == "في":
        place = past_kind_of_place(sheet, after)
        if sheet.name_kind.get(place) == "place" and not personal(sheet, i, end):
            return end if serves_nation(sheet, i, end) or is_armed(sheet, i, end) else noun_phrase(sheet, after, limit)
    if token.folded in group("on_and_through") and posts(sheet, i) and sheet.tokens[after].folded in group("platforms"):
        # مغردون على تويتر, نشطاء على مواقع التواصل الاجتماعي
        return noun_phrase(sheet, after, limit)
    if token.folded in group("called") and sheet.name_kind.get(after) == "person":
        # شاهد يدعى فلان
        return sheet.name_end[after]
    if token.folded in group("back_then") and sheet.name_kind.get(after) == "person" and not personal(sheet, i, end):
        # وزير النفط آنذاك فلان.
        return noun_phrase(sheet, after, limit)
    return -1


def _apposition(sheet: Sheet, comma: int, limit: int) -> int:
    """Over what stands in apposition behind the comma: ، الذي, ، فلان, ، وزير الخارجية; `comma` where nothing does."""
    after = past_hash(sheet, comma + 1)
    if sheet.tokens[after].flags & Is.RELATIVE:
        return relative_end(sheet, after, limit)
    if seat := past_seat(sheet, after, limit):
        return seat
    if name_near(sheet, after, limit):
        return noun_phrase(sheet, next(k for k in range(after, after + 6) if k in sheet.name_end), limit)
    title = sheet.tokens[after].title
    is_name = after in sheet.name_end and sheet.name_kind[after] == "person"
    if is_name or (title is not None and not title.proclitics) or is_apposed_quote(sheet, after, limit):
        further = noun_phrase(sheet, after, limit)
        return further if further > after else comma
    named = past_described(sheet, after, limit)
    return noun_phrase(sheet, named, limit) if named else comma
