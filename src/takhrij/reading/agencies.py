"""Agencies in short where only a source stands: بحسب واس, وفقا لتاس, وقالت وفا إن, لـ"وات"."""

from takhrij.lexicon import outlets
from takhrij.lexicon.function_words import group
from takhrij.lexicon.lookup import Phrase
from takhrij.rules.statements.tokens import Is, Token
from takhrij.text.quotes import MARKS

_CLOSES = Is.STOP | Is.COMMA | Is.BREAK | Is.COLON | Is.CLOSE | Is.DASH | Is.THAT
_TO = "ل"
_ARTICLE = "ال"
_ABOUT = "عن"
_ON_AUTHORITY = "نقلا"


def is_short_agency(words: list[str], seen: list[Token], phrase: Phrase[outlets.Outlet]) -> bool:
    """Whether an agency's short name, though an ordinary word or a name as well, stands where a source is told."""
    first, end = phrase.first, phrase.end
    if phrase.value.kind != "agency" or end - first > 1 or words[first].startswith(_ARTICLE):
        return False
    if not outlets.common(words[first].removeprefix(phrase.proclitics)):
        return False
    quoted = first > 0 and end < len(words) and words[first - 1] in MARKS and words[end] in MARKS
    before, after = (first - 2, end + 1) if quoted else (first - 1, end)
    if quoted and before >= 0 and seen[before].folded == _TO:
        return True
    return _closes(seen, after) and _is_source(seen, before, phrase.proclitics)


def _closes(seen: list[Token], after: int) -> bool:
    """Whether nothing behind the name belongs to it."""
    if after >= len(seen) or seen[after].flags & _CLOSES:
        return True
    return seen[after].folded in group("then_that") or seen[after].folded in group("behind_agency")


def _is_source(seen: list[Token], before: int, proclitics: str) -> bool:
    """Whether the word at `before` has a source behind it, on which `proclitics` hang: بحسب, نقلا عن, وقالت."""
    if before < 0:
        return False
    token = seen[before]
    if token.flags & Is.ACCORDING:
        return proclitics in ("", _TO)
    if proclitics:
        return False
    if token.folded in group("in_by_on"):
        return before > 0 and bool(seen[before - 1].flags & Is.CAME)
    if token.folded == _ABOUT:
        return before > 0 and (seen[before - 1].bare == _ON_AUTHORITY or _says(seen[before - 1]))
    return _says(token)


def _says(token: Token) -> bool:
    """Whether the word is what an agency does: قالت, ونقلت."""
    return not token.pronoun and any(form.is_finite and form.gender == "f" for form in token.forms)
