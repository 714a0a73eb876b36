"""Who speaks right behind إن or لكن though no list knows the name: فإن رندة تقول إنها تعبت."""

from takhrij.rules.statements.sheet import Range, Sheet
from takhrij.rules.statements.tokens import Is, is_accusative

_SHORTEST = 3
_SHE = "f"
# لطالما, ولطالما
_HUNG = (
    "ل",
    "و",
)
_FEMININE = (
    "ة",
    "اء",
    "ى",
    "ا",
)
_ENDS_LIKE_SHE = "ة"


def unknown_behind_that(sheet: Sheet, i: int, start: int) -> Range | None:
    """The one word at `start` between إن and the verb of saying at word `i`, which opens what it reports at once."""
    tokens = sheet.tokens
    if start != i - 1 or start == 0 or i + 1 >= len(tokens) or not tokens[start - 1].flags & Is.THAT:
        return None
    token, word = tokens[start], sheet.page.words[start]
    hung = word.startswith(_HUNG) or token.joined
    if token.flags or token.forms or hung or len(word) < _SHORTEST or not word.isalpha():
        return None
    if not (tokens[i + 1].flags & (Is.THAT | Is.COLON) or i + 1 in sheet.quote_at) or start in sheet.time_end:
        return None
    form = tokens[i].forms[0]
    if form.number != 1 or (is_accusative(word) and form.gender != _SHE):
        return None
    agrees = word.endswith(_FEMININE) if form.gender == _SHE else not word.endswith(_ENDS_LIKE_SHE)
    return (start, i) if agrees else None
