"""Where a noun phrase that names a source begins and ends: المتحدث باسم الجيش العميد فلان الذي ..."""

import msgspec

from takhrij.lexicon.function_words import group, letters
from takhrij.rules.statements.agreement import (
    ends_described,
    ends_phrase,
    is_blamed,
    is_body_behind,
    is_deed,
    is_of_another,
    is_qualifying,
    is_ruling,
    may_be_described,
    past_adjective,
    past_not,
    past_post,
    turns,
)
from takhrij.rules.statements.asides import HARD, is_led, past_described, past_seat
from takhrij.rules.statements.brackets import close_bracket
from takhrij.rules.statements.holders import (
    goes_on_post,
    is_anothers,
    is_armed,
    is_of_post_before,
    is_of_rank,
    is_sign,
    name_near,
    personal,
    serves_named,
    serves_nation,
)
from takhrij.rules.statements.name_quotes import is_apposed_quote, is_name_quote, is_said_by_state
from takhrij.rules.statements.phrase_words import (
    begins_own_clause,
    complete,
    is_about,
    is_channel,
    is_numbered,
    is_of_members,
    is_on_air,
    is_outlet,
    is_sent_to,
    is_spoken_to,
    leads_to_name,
    oversees,
    past_hash,
    past_kind_of_place,
    past_many,
    past_number_or_aim,
    possessed,
    posts,
    withholds,
)
from takhrij.rules.statements.proclitics import is_told, taken
from takhrij.rules.statements.relatives import relative_end
from takhrij.rules.statements.rest_of_post import past_rest
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is

# No noun phrase has more words; so the time stays linear.
_LONGEST_PHRASE = 60


def noun_phrase(sheet: Sheet, i: int, limit: int) -> int:
    """The end of the noun phrase that begins at word `i`; `i` itself where none begins.

    An indefinite head goes on until a definite word or a name closes it ("مدير مكتب إعلام المفوضية"), a definite one
    takes its definite adjectives; then a name may follow, and what a post needs: باسم, في, لدى, للأمم المتحدة.
    """
    limit = min(limit, len(sheet.tokens), i + _LONGEST_PHRASE)
    walk = _Phrase(i, i)
    while walk.at < limit:
        j = walk.at
        if j in sheet.name_end and not _is_adjective(sheet, walk):
            if not _take_name(sheet, walk):
                break
        elif not (_take_mark(sheet, walk, limit) or _take_post(sheet, walk) or _take_word(sheet, walk)):
            break
    return walk.at


class _Phrase(msgspec.Struct):
    """A noun phrase as far as it was read.

    It may be `closed` by a definite word or a name, end in a `person`, hold a `post` or be `titled`; `named_to` is
    where its last name ended.
    """

    first: int
    at: int
    closed: bool = False
    person: bool = False
    post: bool = False
    titled: bool = False
    named_to: int = -1


def _is_adjective(sheet: Sheet, walk: _Phrase) -> bool:
    """Whether what may be a name is an adjective here: الشرطة السعودية."""
    j = walk.at
    token = sheet.tokens[j]
    if j == walk.first or sheet.name_end[j] != j + 1 or sheet.name_kind[j] == "person":
        return False
    return bool(token.flags & Is.DEFINITE and sheet.tokens[j - 1].flags & Is.DEFINITE) and is_qualifying(token.folded)


def _take_name(sheet: Sheet, walk: _Phrase) -> bool:
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


def _take_mark(sheet: Sheet, walk: _Phrase, limit: int) -> bool:
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


def _take_post(sheet: Sheet, walk: _Phrase) -> bool:
    """A post behind a person: فلان حاكم المنطقة, or of another who joins: كيم والرئيس الكوري."""
    title = sheet.tokens[walk.at].title
    if not walk.person or title is None or title.proclitics not in ("", "و"):
        return False
    if title.proclitics == "" and title.title.kind != "role":
        return False
    walk.person, walk.closed, walk.post, walk.titled = False, title.definite or title.possessed, True, True
    walk.at += 1
    return True


def _take_word(sheet: Sheet, walk: _Phrase) -> bool:
    """Take in a plain word if it goes on the phrase."""
    j = walk.at
    token = sheet.tokens[j]
    if token.flags & (HARD | Is.OPEN | Is.QUOTE) or (j in sheet.time_end and j > walk.first):
        return False
    if j > walk.first and (is_of_rank(sheet, j) or is_sign(sheet, j)):
        walk.at = j + 1
        return True
    step = _step(sheet, walk, j)
    if step is None:
        return False
    walk.closed, opened = step
    walk.titled = walk.titled or token.title is not None
    walk.post = walk.post or opened or walk.titled or token.head is not None
    walk.at = j + 1
    return True


def _step(sheet: Sheet, walk: _Phrase, j: int) -> tuple[bool, bool] | None:
    """Whether word `j` goes on the phrase: (closed after it, a post's complement opens), or None."""
    token = sheet.tokens[j]
    if j == walk.first and token.folded in group("no_beginning"):
        return None
    if token.flags & Is.AGAIN:
        return True, False
    joint = _joint(sheet, walk, j)
    if joint is not None:
        return None if walk.person or joint is False else (False, True)
    if j > walk.first and token.folded in group("in_of") and ends_phrase(sheet, j + 1):
        return None  # يأمل اللاعب | في أن
    if token.flags & (Is.ADJUNCT | Is.ACCORDING) and j > walk.first:
        return (True, False) if is_of_members(sheet, j) else None
    if token.flags & (Is.NEGATION | Is.AUXILIARY | Is.OWN_VOICE | Is.MARK) and not token.flags & Is.NUMBER:
        return None
    if token.folded.startswith("ل") and j > walk.first:
        if is_told(sheet.page.words[j]):
            return None  # مسؤول كبير لـCNN: to whom it was said.
        return _for(sheet, walk, j)
    if token.flags & Is.DEFINITE or token.folded.startswith(letters("definite_openings")):
        placed = walk.post and walk.titled and not is_deed(sheet, j)
        if walk.person or (token.folded.startswith("بال") and not placed):
            return (True, False) if walk.person and is_of_post_before(sheet, walk.first, j) else None
        if _begins_another(sheet, walk, j):
            return None
        return None if past_post(sheet, walk.first, j) else (True, False)
    return _indefinite(sheet, walk, j)


def _begins_another(sheet: Sheet, walk: _Phrase, j: int) -> bool:
    """Whether a definite word begins another phrase: إثيوبيا القاهرة, نقابة المعلمين الحكومة, رئيس الحكومة الولاة."""
    token, before = sheet.tokens[j], sheet.tokens[j - 1]
    if token.folded in group("of_age") and j > walk.first:
        # الطالبة | البالغة من العمر
        return True
    if walk.named_to == j:
        return not (is_qualifying(token.folded) or (walk.titled and goes_on_post(sheet, j)))
    if j - 1 > walk.first and is_of_members(sheet, j - 1):
        return True
    if j == walk.first or not walk.closed or is_ruling(sheet, j):
        return False
    if not before.flags & Is.DEFINITE:
        return is_body_behind(sheet, j) or past_adjective(sheet, walk.first, j)
    if turns(sheet, walk.first, j):
        return True
    if token.title is not None and token.title.definite:
        if token.title.number == 3 or (not walk.titled and is_of_another(sheet, walk.first, j)):
            return True
    if token.head is None or not token.head.definite or token.head.kind != "organization":
        return False
    return not walk.titled or all(t.flags & Is.DEFINITE for t in sheet.tokens[walk.first : j])


def _joint(sheet: Sheet, walk: _Phrase, j: int) -> bool | None:
    """Whether a preposition holds a post and what follows together (True), ends the phrase (False), or is none."""
    folded = sheet.tokens[j].folded
    following = sheet.tokens[j + 1] if j + 1 < len(sheet.tokens) else None
    if j == walk.first or following is None:
        return None
    if folded == "من":
        before = sheet.tokens[j - 1]
        of_many = before.folded.removeprefix("و") in group("source_heads") or before.flags & Is.NUMBER != 0
        return following.folded not in group("not_of") and (of_many or walk.titled)
    if folded == "علي" and oversees(sheet, walk.first, j):
        return True
    if folded == "الي" and walk.titled and is_sent_to(sheet, walk.first, j):
        return True
    if folded == "عن":
        return True if is_about(sheet, walk.first, j) else None
    if folded in group("post_joints"):
        return True
    if folded == "في" and walk.post:
        if following.flags & Is.OCCASION or j + 1 in sheet.time_end or serves_nation(sheet, walk.first, j):
            return False
        return walk.titled or j + 1 in sheet.name_end or following.head is not None
    return None


def _for(sheet: Sheet, walk: _Phrase, j: int) -> tuple[bool, bool] | None:
    """A word with لـ behind a post or a body: الأمين العام للأمم المتحدة; not whom it was said to."""
    token = sheet.tokens[j]
    if walk.person or not (walk.closed or walk.post):
        return _indefinite(sheet, walk, j) if not taken(sheet.page.words[j]) else None
    if is_spoken_to(sheet, walk.first, j):
        return None
    if token.folded.startswith("لل") and len(token.folded) > 3:
        return None if is_outlet(sheet, j, "") else (True, False)
    if token.head is not None and token.head.proclitics == "ل":
        may = (token.head.kind == "organization" and not is_on_air(sheet, j)) or is_ruling(sheet, j - 1)
        return (token.head.definite, True) if may else None
    if token.title is not None and token.title.proclitics == "ل":
        return token.title.definite, True
    following = j + 1 if j + 1 < len(sheet.tokens) else j
    if walk.closed and (sheet.tokens[following].flags & Is.DEFINITE or following in sheet.name_end) and not token.flags:
        # المرصد السوري لحقوق الإنسان, الرئيس السابق لإقليم كردستان.
        return False, True
    return None if taken(sheet.page.words[j]) else _indefinite(sheet, walk, j)


def _indefinite(sheet: Sheet, walk: _Phrase, j: int) -> tuple[bool, bool] | None:
    """A word without the article: a post, a body that joins, the next member of an idafa, or an adjective."""
    token = sheet.tokens[j]
    folded, closed, inside = token.folded, walk.closed, j > walk.first
    if inside and token.head is not None and not token.head.proclitics and complete(sheet, j - 1):
        return None
    if token.head is not None and token.head.proclitics == "و" and closed and not walk.person:
        return token.head.definite, True
    adjective = inside and is_qualifying(folded) and not closed and may_be_described(sheet, j - 1)
    if token.title is not None and not token.title.proclitics.strip("و") and not adjective:
        if (
            token.title.title.kind == "honorific"
            or not closed
            or token.title.proclitics == "و"
            or (walk.first == j - 1 and leads_to_name(sheet, j))
        ):
            return token.title.definite or token.title.possessed, True
        return None
    if inside and folded[0] in "بلك" and not token.title and taken(sheet.page.words[j]):
        return None
    if inside and (withholds(sheet, j) or (token.flags & Is.NUMBER and closed)):
        return (True, False) if folded.isdigit() and (is_channel(sheet, j) or is_numbered(sheet, j)) else None
    if closed and folded in group("arms") and sheet.tokens[j - 1].folded.isdigit():
        return True, False  # اللواء 22 | ميكا
    indefinite = inside and not sheet.tokens[j - 1].flags & Is.DEFINITE
    if closed and not walk.person and indefinite and folded in group("source_adjectives"):
        return True, False
    if closed or walk.person or (inside and begins_own_clause(token)):
        return None
    if inside and past_many(sheet, j):
        # نشر ناشطون | لقطات
        return None
    if indefinite and token.head is None and (adjective or is_qualifying(folded)):
        # مصادر أمنية ليبية: several adjectives may follow one another.
        following = sheet.tokens[j + 1] if j + 1 < len(sheet.tokens) else None
        return not (following and is_qualifying(following.folded)), False
    return possessed(folded) and inside, False


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
    if token.folded == "عن" and sheet.tokens[end - 1].folded in group("issued"):
        # بيان صادر عن الوزارة
        return max(end, noun_phrase(sheet, after, limit))
    place = past_kind_of_place(sheet, after)
    if token.folded == "في" and sheet.name_kind.get(place) == "place" and not personal(sheet, i, end):
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
