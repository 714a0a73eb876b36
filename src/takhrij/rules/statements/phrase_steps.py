"""How one word goes on a noun phrase that names a source: a post, a body, an adjective, a preposition or none."""

import msgspec

from takhrij.lexicon.function_words import group
from takhrij.rules.statements.agreement import (
    ends_phrase,
    is_body_behind,
    is_deed,
    is_of_another,
    is_ruling,
    may_be_described,
    past_adjective,
    past_post,
    turns,
)
from takhrij.rules.statements.holders import goes_on_post, is_of_post_before, serves_nation
from takhrij.rules.statements.may import May
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
    past_many,
    withholds,
)
from takhrij.rules.statements.proclitics import is_told, taken
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is

# How a word goes on a phrase: it may close it, or be a post whose complement opens.
ENDS = 0
_GOES_ON = 1
CLOSES = 2
OPENS = 4
_CLOSED = _GOES_ON | CLOSES
_OPENED = _GOES_ON | OPENS


class ReadPhrase(msgspec.Struct):
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


def step_on(sheet: Sheet, walk: ReadPhrase, j: int) -> int:
    """How word `j` goes on the phrase."""
    token, inside = sheet.tokens[j], j > walk.first
    if not inside and token.folded in group("no_beginning"):
        return ENDS
    if token.flags & Is.AGAIN:
        return _CLOSED
    if inside and token.may & May.JOIN:
        joint = _joint(sheet, walk, j)
        if joint is not None:
            return ENDS if walk.person or joint is False else _OPENED
        if token.folded in group("in_of") and ends_phrase(sheet, j + 1):
            return ENDS  # يأمل اللاعب | في أن
    if inside and token.flags & (Is.ADJUNCT | Is.ACCORDING):
        return _CLOSED if is_of_members(sheet, j) else ENDS
    if token.flags & (Is.NEGATION | Is.AUXILIARY | Is.OWN_VOICE | Is.MARK) and not token.flags & Is.NUMBER:
        return ENDS
    if inside and token.may & May.TELL_TO_WHOM:
        if is_told(sheet.page.words[j]):
            return ENDS  # مسؤول كبير لـCNN: to whom it was said.
        return _for(sheet, walk, j)
    if token.flags & Is.DEFINITE or token.may & May.OPEN:
        if walk.person:
            return _CLOSED if is_of_post_before(sheet, walk.first, j) else ENDS
        if token.folded.startswith("بال") and not (walk.post and walk.titled and not is_deed(sheet, j)):
            return ENDS
        return ENDS if _begins_another(sheet, walk, j) or past_post(sheet, walk.first, j) else _CLOSED
    return _indefinite(sheet, walk, j)


def _begins_another(sheet: Sheet, walk: ReadPhrase, j: int) -> bool:
    """Whether a definite word begins another phrase: إثيوبيا القاهرة, نقابة المعلمين الحكومة, رئيس الحكومة الولاة."""
    token, before = sheet.tokens[j], sheet.tokens[j - 1]
    if j > walk.first and token.folded in group("of_age"):
        # الطالبة | البالغة من العمر
        return True
    if walk.named_to == j:
        return not (token.may & May.QUALIFY or (walk.titled and goes_on_post(sheet, j)))
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


def _joint(sheet: Sheet, walk: ReadPhrase, j: int) -> bool | None:
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


def _for(sheet: Sheet, walk: ReadPhrase, j: int) -> int:
    """A word with لـ behind a post or a body: الأمين العام للأمم المتحدة; not whom it was said to."""
    token = sheet.tokens[j]
    if walk.person or not (walk.closed or walk.post):
        return _indefinite(sheet, walk, j) if not taken(sheet.page.words[j]) else ENDS
    if is_spoken_to(sheet, walk.first, j):
        return ENDS
    if token.folded.startswith("لل") and len(token.folded) > 3:
        return ENDS if is_outlet(sheet, j, "") else _CLOSED
    if token.head is not None and token.head.proclitics == "ل":
        may = (token.head.kind == "organization" and not is_on_air(sheet, j)) or is_ruling(sheet, j - 1)
        return _post(token.head.definite) if may else ENDS
    if token.title is not None and token.title.proclitics == "ل":
        return _post(token.title.definite)
    following = j + 1 if j + 1 < len(sheet.tokens) else j
    if walk.closed and (sheet.tokens[following].flags & Is.DEFINITE or following in sheet.name_end) and not token.flags:
        # المرصد السوري لحقوق الإنسان, الرئيس السابق لإقليم كردستان.
        return _OPENED
    return ENDS if taken(sheet.page.words[j]) else _indefinite(sheet, walk, j)


def _post(closes: bool) -> int:
    """How a post or a body goes on a phrase, or one of its words that closes it."""
    return _OPENED | CLOSES if closes else _OPENED


def _indefinite(sheet: Sheet, walk: ReadPhrase, j: int) -> int:
    """A word without the article: a post, a body that joins, the next member of an idafa, or an adjective."""
    token = sheet.tokens[j]
    folded, closed, inside = token.folded, walk.closed, j > walk.first
    if token.head is not None:
        if inside and not token.head.proclitics and complete(sheet, j - 1):
            return ENDS
        if token.head.proclitics == "و" and closed and not walk.person:
            return _post(token.head.definite)
    qualifies = token.may & May.QUALIFY != 0
    adjective = inside and not closed and qualifies and may_be_described(sheet, j - 1)
    if token.title is not None and not token.title.proclitics.strip("و") and not adjective:
        if (
            token.title.title.kind == "honorific"
            or not closed
            or token.title.proclitics == "و"
            or (walk.first == j - 1 and leads_to_name(sheet, j))
        ):
            return _post(token.title.definite or token.title.possessed)
        return ENDS
    if not inside:
        return ENDS if closed or walk.person else _GOES_ON
    if token.may & May.HANG and token.title is None and taken(sheet.page.words[j]):
        return ENDS
    if (token.flags & Is.NUMBER and closed) or withholds(sheet, j):
        return _CLOSED if folded.isdigit() and (is_channel(sheet, j) or is_numbered(sheet, j)) else ENDS
    if closed and folded in group("arms") and sheet.tokens[j - 1].folded.isdigit():
        return _CLOSED  # اللواء 22 | ميكا
    indefinite = not sheet.tokens[j - 1].flags & Is.DEFINITE
    if closed and qualifies and indefinite and not walk.person and folded in group("source_adjectives"):
        return _CLOSED
    if closed or walk.person or begins_own_clause(token) or past_many(sheet, j):
        # نشر ناشطون | لقطات
        return ENDS
    if indefinite and qualifies and token.head is None:
        # مصادر أمنية ليبية: several adjectives may follow one another.
        several = j + 1 < len(sheet.tokens) and sheet.tokens[j + 1].may & May.QUALIFY
        return _GOES_ON if several else _CLOSED
    return _CLOSED if token.may & May.BE_OWNED else _GOES_ON
