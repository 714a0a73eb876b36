"""A post right behind the name of who does something to its holder: أبلغ فلان | الزعيم الكوري أن."""

from takhrij.lexicon.function_words import group, spelled
from takhrij.reading.post_ends import names_ranked
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Is, Sheet

_LONGEST_NAME = 6
_BY = "ب"


def post_end(sheet: Sheet, end: int, first: int, stop: int) -> int:
    """Where the post from word `first` to `stop` behind the name that ends at `end` ends; `end` if it is another's."""
    if names_ranked(sheet, stop) or (first == end and is_whom(sheet, end, stop)):
        return end
    return stop


def is_whom(sheet: Sheet, end: int, stop: int) -> bool:
    """Whether the verb before the name needs whom it is done to, and nobody else stands behind the post."""
    name = next((k for k in range(max(0, end - _LONGEST_NAME), end) if sheet.name_end.get(k) == end), 0)
    if not name or stop >= len(sheet.tokens):
        return False
    verb, after = sheet.tokens[name - 1], sheet.tokens[stop]
    if not any(form.is_finite and form.verb.lemma in spelled("needs_whom") for form in verb.forms):
        return False
    return bool(after.flags & Is.THAT) or after.folded in group("before_noun") or bears(sheet.page.words[stop], _BY)
