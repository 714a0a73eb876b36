"""Where one device ends and another begins: ، مشيرا إلى, ، بحسب فلان, وأضاف أن."""

from functools import cache

from takhrij.lexicon.function_words import group, letters
from takhrij.rules.statements.participles import circumstance_frame
from takhrij.rules.statements.phrases import can_tell
from takhrij.rules.statements.prepositions import as_governed
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is

# What a verb reports begins within so many words if it is a device: its subject has few more than a dozen.
_WITHIN = 18


def begins_device(sheet: Sheet, i: int, limit: int) -> bool:
    """Whether at word `i`, a mark or a word inside a told clause, another device begins and so the clause ends."""
    marked = bool(sheet.tokens[i].flags & (Is.COMMA | Is.DASH))
    j = i + 1 if marked else i
    if j >= limit:
        return False
    word = sheet.tokens[j]
    known = _by_small_words(sheet, j, limit, marked=marked)
    if known is not None:
        return known
    for form in word.forms:
        if form.shape == "participle":
            return circumstance_frame(sheet, j) is not None
        if form.is_finite and word.joined == "و" and not word.flags & Is.NEGATION:
            return _complemented(sheet, j, imperfect=form.shape == "imperfect")
    return False


def _by_small_words(sheet: Sheet, j: int, limit: int, *, marked: bool) -> bool | None:
    """What the small word at `j`, behind a mark or not, tells of the clause's end; None where it tells nothing."""
    word = sheet.tokens[j]
    if word.flags & Is.ACCORDING:
        return _according_here(sheet, j)
    if j + 1 < limit:
        followed = _by_two_words(sheet, j, marked=marked)
        if followed is not None:
            return followed
    if word.flags & Is.RELATIVE and j + 2 < limit and sheet.tokens[j + 1].is_finite:
        return _complemented(sheet, j + 1, imperfect=True) if marked else _said_at_once(sheet, j + 2)
    if word.flags & Is.CAME:
        return False
    if word.folded == "وذلك" or (marked and word.folded in group("while_others")):
        return True
    if marked and j + 1 < limit and _asides().get(word.folded) == sheet.tokens[j + 1].folded:
        return True
    return None


def _by_two_words(sheet: Sheet, j: int, *, marked: bool) -> bool | None:
    """The same for كما قال, على حد قوله, في إشارة إلى and يذكر أن."""
    word, following = sheet.tokens[j], sheet.tokens[j + 1]
    if word.flags & Is.AS_SAID and following.is_finite:
        return True
    if word.folded == "علي" and following.folded in group("in_words_of"):
        return True
    if word.folded == "في" and following.folded in group("beside"):
        return marked or following.folded == "اشاره" or bool(sheet.tokens[j - 1].flags & Is.QUOTE)
    if word.flags & Is.OWN_VOICE and (word.joined or word.folded.startswith("و")):
        return bool(following.flags & Is.THAT) or following.folded in group("own_voice_joints")
    return None


@cache
def _asides() -> dict[str, str]:
    return dict(zip(letters("aside_firsts"), letters("aside_seconds"), strict=True))


def _said_at_once(sheet: Sheet, k: int) -> bool:
    return bool(sheet.tokens[k].flags & (Is.THAT | Is.COLON)) or k in sheet.quote_at


def turns_away(sheet: Sheet, i: int, limit: int) -> bool:
    """Whether behind the comma at word `i` the report's own voice goes on after a noun phrase: ، كما تضع, ، وهو ما."""
    return i + 1 < limit and sheet.tokens[i + 1].folded in group("turns_away")


def _according_here(sheet: Sheet, j: int) -> bool:
    """وفق and its like govern what went before when a source follows; وفق خطة is no account."""
    k, count = j + 1, len(sheet.tokens)
    if k >= count:
        return False
    folded = sheet.tokens[k].folded
    if folded in group("account_joints") or folded.lstrip("ل") in group("manner_nouns"):
        return True
    return can_tell(sheet, k, min(k + 4, count))


def _complemented(sheet: Sheet, j: int, *, imperfect: bool) -> bool:
    """Whether the form at word `j` has what a device needs soon after it: أن, a quotation, or its preposition."""
    tokens = sheet.tokens
    verb = tokens[j].forms[0].verb
    for k in range(j + 1, min(j + _WITHIN, len(tokens))):
        token = tokens[k]
        if token.flags & (Is.STOP | Is.BREAK):
            return False
        if token.flags & Is.THAT and not token.joined and not tokens[k - 1].flags & Is.FORBIDS_THAT:
            return "that" in verb.takes or bool(verb.prepositions)
        if token.flags & Is.COLON:
            return True
        if token.flags & Is.QUOTE and k in sheet.quote_at:
            return True
        if (not imperfect or "target" in verb.takes) and _preposition_here(token.folded, verb.prepositions):
            return True
    return not imperfect and "noun" in verb.takes


def _preposition_here(folded: str, prepositions: tuple[str, ...]) -> bool:
    if as_governed(folded) in prepositions:
        return True
    return any(len(p) == 1 and folded.startswith(p) and len(folded) > 3 for p in prepositions)
