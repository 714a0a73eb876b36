"""Several who speak as one: كل من الوزير فلان، ورئيس اللجنة علان، إن, and where what they are is told before each."""

from takhrij.lexicon import actor_words
from takhrij.lexicon.places import people
from takhrij.rules.statements.phrases import source_phrase
from takhrij.rules.statements.sheet import Begins, Sheet
from takhrij.rules.statements.tokens import Is

_AND = "و"
_FROM = "من"
# What one of several is stands in so many words before his name.
_POST_WITHIN = 12
_MOST = 8
_ENDS_POST = Is.THAT | Is.STOP | Is.BREAK | Is.COLON | Is.QUOTE | Is.RELATIVE | Is.OPEN


def speakers_phrase(sheet: Sheet, i: int, limit: int) -> int:
    """The end of the phrase that names a source at word `i`, with those who speak together with it."""
    limit = min(limit, len(sheet.tokens))
    each = is_each(sheet, i)
    end = _one_of_them(sheet, i + 2, limit) if each else source_phrase(sheet, i, limit)
    if end > i and not each and (two := _two_bodies(sheet, i, end, limit)):
        return two
    if end == i or (not each and not _is_named(sheet, i, end)):
        return end
    reached = end
    for _ in range(_MOST):
        k = _joined_at(sheet, reached, limit)
        if not k:
            break
        further = _one_of_them(sheet, k, limit)
        if not each and not _is_named(sheet, k, further):
            break
        reached = further
    return reached if each or _clause_follows(sheet, reached, limit) else end


def _two_bodies(sheet: Sheet, i: int, end: int, limit: int) -> int:
    """Where the second of two bodies ends that speak together: وزارة الخزانة | والحكومة الإماراتية، عن; else 0."""
    if end + 1 >= limit or not _is_body(sheet, i, "") or not _is_body(sheet, end, _AND):
        return 0
    reached = source_phrase(sheet, end, limit)
    if reached == end or reached >= limit:
        return 0
    paused = sheet.tokens[reached].flags & (Is.COMMA | Is.THAT) or reached in sheet.time_end
    return reached if paused else 0


def _is_body(sheet: Sheet, k: int, hung: str) -> bool:
    """Whether the word heads a body by its whole name: وزارة الخزانة, والحكومة الإماراتية."""
    head = sheet.tokens[k].head
    return head is not None and head.kind == "organization" and head.proclitics == hung and k + 1 < len(sheet.tokens)


def is_each(sheet: Sheet, i: int) -> bool:
    """Whether those are named one by one behind word `i`: كل من فلان وعلان; not كل من يخالف."""
    if i + 2 >= len(sheet.tokens) or sheet.tokens[i].folded not in actor_words.group("each"):
        return False
    if sheet.tokens[i + 1].folded != _FROM:
        return False
    token = sheet.tokens[i + 2]
    known = i + 2 in sheet.name_end or token.title is not None or token.head is not None
    return known or bool(token.flags & Is.DEFINITE)


def _one_of_them(sheet: Sheet, k: int, limit: int) -> int:
    """Where one of several ends who begins at word `k`, his name behind what he is taken in."""
    end = max(source_phrase(sheet, k, limit), k + 1)
    if sheet.tokens[k].title is None or _is_named(sheet, k, end):
        return _past_comma_name(sheet, k, end, limit)
    for at in range(end, min(limit, end + _POST_WITHIN)):
        if sheet.name_kind.get(at) == "person":
            return end if sheet.name_skip.get(at) else sheet.name_end[at]
        token = sheet.tokens[at]
        if token.flags & _ENDS_POST or token.is_finite:
            break
        if token.flags & Is.COMMA and sheet.name_kind.get(at + 1) != "person":
            break
        if token.title is not None and token.title.proclitics == _AND:
            break
    return end


def _past_comma_name(sheet: Sheet, k: int, end: int, limit: int) -> int:
    """Past the name behind the comma of والتركي، فلان."""
    if not _is_nation(sheet, k) or end + 1 >= limit or not sheet.tokens[end].flags & Is.COMMA:
        return end
    return sheet.name_end[end + 1] if sheet.name_kind.get(end + 1) == "person" else end


def _is_named(sheet: Sheet, first: int, end: int) -> bool:
    """Whether a person is named in the phrase."""
    return any(sheet.begins[k] & Begins.PERSON for k in range(first, end))


def _joined_at(sheet: Sheet, end: int, limit: int) -> int:
    """The word, behind a comma or not, with which another joins at word `end`; 0 where none does."""
    k = end + 1 if end < limit and sheet.tokens[end].flags & Is.COMMA else end
    if k + 1 >= limit or sheet.tokens[k].folded[:1] != _AND:
        return 0
    token = sheet.tokens[k]
    joins = sheet.name_skip.get(k) or _is_nation(sheet, k)
    joins = joins or (token.title is not None and token.title.proclitics == _AND)
    return k if joins or (token.head is not None and token.head.proclitics == _AND) else 0


def _is_nation(sheet: Sheet, k: int) -> bool:
    """Whether the word is another's nation: والتركي."""
    nation = people()[sheet.page.words[k]]
    return nation is not None and nation.definite and nation.proclitics == _AND


def _clause_follows(sheet: Sheet, end: int, limit: int) -> bool:
    """Whether what they say begins right behind them, a comma between or not."""
    k = end + 1 if end < limit and sheet.tokens[end].flags & Is.COMMA else end
    return k < limit and bool(sheet.tokens[k].flags & Is.THAT)
