"""Where one device ends and another begins: ، مشيرا إلى, ، بحسب فلان, وأضاف أن."""

from functools import cache

from takhrij.lexicon import actor_words
from takhrij.lexicon.function_words import group, letters
from takhrij.rules.statements.interrupted import broken_clause
from takhrij.rules.statements.participles import circumstance_frame
from takhrij.rules.statements.phrase_words import can_tell
from takhrij.rules.statements.phrases import source_phrase
from takhrij.rules.statements.prepositions import as_governed, is_second
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is

# What a verb reports begins within so many words if it is a device: its subject has few more than a dozen.
_WITHIN = 18
# و and ف, with which another saying is joined to the one before it.
_AND = "و"
_AS_FOR = "اما"
# A saying begins so soon behind وبعد.
_THEN_WITHIN = 5
# وفي المقابل
_IN = "في"
_RETURN = "المقابل"
_AND_SO = frozenset("وف")


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
    if word.bare in group("homographs_of_prepositions") and is_second(sheet, j):
        # بينها | وبين القنصلية
        return False
    for form in word.forms:
        if form.shape == "participle":
            return circumstance_frame(sheet, j) is not None
        if form.is_finite and word.joined in _AND_SO and not word.flags & Is.NEGATION:
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
    if word.bare == _AS_FOR and j not in sheet.inside:
        return _answers(sheet, j, limit)
    if marked and word.joined and word.flags & Is.AUXILIARY and word.bare in group("were"):
        return _had_said(sheet, j, limit)
    if word.folded in group("without"):
        return _says_nothing(sheet, j, limit)
    if marked and word.folded in group("turns"):
        return _turns_to_saying(sheet, j, limit)
    if word.folded == "وذلك" or (marked and word.folded in group("while_others")):
        return True
    if j + 1 < limit and word.folded in group("while_others") and sheet.tokens[j + 1].is_finite:
        # تطالب النقابة بالتفاوض فيما ترفض الشركة الحوار
        return _complemented(sheet, j + 1, imperfect=False)
    if marked and word.folded in group("asides_of_speaker"):
        return True
    if marked and j + 1 < limit and _asides().get(word.folded) == sheet.tokens[j + 1].folded:
        return True
    return None


def _answers(sheet: Sheet, j: int, limit: int) -> bool:
    """Whether behind أما at word `j` its verb with ف says something: أما المجلس، | فقد أعلن أن."""
    for k in range(j + 1, min(limit, j + _WITHIN)):
        token = sheet.tokens[k]
        if token.flags & (Is.STOP | Is.BREAK):
            return False
        if token.is_finite and (token.joined == "ف" or sheet.tokens[k - 1].folded in group("answers_topic")):
            return True
    return False


def _says_then(sheet: Sheet, k: int, limit: int) -> bool:
    """Whether behind وبعد and a word or two another saying begins: ، وبعد القمة | ذكرت أن."""
    for m in range(k, min(limit - 1, k + _THEN_WITHIN)):
        if sheet.tokens[m].flags & (Is.MARK | Is.THAT | Is.STOP):
            return False
        if sheet.tokens[m].is_finite:
            return bool(sheet.tokens[m + 1].flags & Is.THAT)
    return False


def _had_said(sheet: Sheet, j: int, limit: int) -> bool:
    """Whether the report goes on with what somebody had said before: ، وكان الحوثيون قد أعلنوا استهداف المصفاة."""
    k = j + 1
    if k < limit and not sheet.tokens[k].is_finite and not sheet.tokens[k].flags & Is.AUXILIARY:
        k = source_phrase(sheet, k, limit)
    while k < limit and sheet.tokens[k].flags & Is.AUXILIARY:
        k += 1
    if k >= limit or not sheet.tokens[k].is_finite or j in sheet.inside:
        return False
    return sheet.tokens[k].forms[0].shape == "perfect" and _complemented(sheet, k, imperfect=False)


def _says_nothing(sheet: Sheet, j: int, limit: int) -> bool:
    """Whether دون at word `j` tells what was left unsaid: دون ذكر الأسباب, من دون أن يحدد الموعد."""
    k = j + 1
    if k < limit and sheet.tokens[k].folded == "دون":
        k += 1
    if k + 1 >= limit:
        return False
    if sheet.tokens[k].folded in group("that_alone"):
        return sheet.tokens[k + 1].folded in group("left_unsaid_verbs")
    return sheet.tokens[k].folded in group("left_unsaid")


def _turns_to_saying(sheet: Sheet, j: int, limit: int) -> bool:
    """Whether behind ، لكنه or ، حيث at once another says something, or nothing: ، لكن الوزير نفى, ، ولم يذكر."""
    k, strict = j + 1, sheet.tokens[j].folded in group("turns_of_clause")
    if (
        k < limit
        and sheet.tokens[j].folded in group("turns_with_that")
        and sheet.tokens[k].folded in group("that_alone")
    ):
        # ، إلا أن الوكالة قالت
        k += 1
    if k >= limit or (sheet.tokens[j].folded in group("turns_of_same") and _tells_inside(sheet, j)):
        return False
    if sheet.tokens[k].flags & Is.NEGATION:
        k += 1
    elif not sheet.tokens[k].is_finite:
        k = source_phrase(sheet, k, limit)
        if k < limit and sheet.tokens[k].flags & Is.NEGATION:
            k += 1
    if k < limit and sheet.tokens[k - 1].flags & Is.NEGATION and sheet.tokens[k].folded in group("of_silence"):
        return True
    if k >= limit or not sheet.tokens[k].is_finite:
        return False
    return _complemented(sheet, k, imperfect=strict or sheet.tokens[k].forms[0].shape == "imperfect")


def _tells_inside(sheet: Sheet, j: int) -> bool:
    """Whether somebody speaks in the told clause before word `j`, so that لكنه is he: الوزير نفى، لكنه أكد."""
    first = sheet.sentence(j)[0]
    that = next((k for k in range(j - 1, first, -1) if sheet.tokens[k].flags & Is.THAT), j)
    for k in range(that + 1, j):
        token = sheet.tokens[k]
        if token.is_finite and not token.joined and (token.forms[0].shape == "perfect"):
            return True
    return False


def _by_two_words(sheet: Sheet, j: int, *, marked: bool) -> bool | None:
    """The same for كما قال, على حد قوله, في إشارة إلى and يذكر أن."""
    word, following = sheet.tokens[j], sheet.tokens[j + 1]
    if word.flags & Is.AS_SAID and (following.is_finite or following.flags & Is.CAME):
        return True
    if marked and word.folded in actor_words.group("and_then") and _says_then(sheet, j + 1, sheet.sentence(j)[1]):
        return True
    if marked and following.folded == _RETURN and word.folded.removeprefix(_AND) == _IN:
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
    if k >= count or (j and sheet.tokens[j - 1].flags & Is.THAT):
        return False
    folded = sheet.tokens[k].folded
    if sheet.tokens[k].flags & Is.CAME:
        # حسبما جاء في حسابها
        return True
    if _is_put_in(sheet, j):
        return False
    if folded.lstrip("ل") in group("manner_nouns"):
        return not _goes_on(sheet, k + 1)
    if folded in group("account_joints"):
        return True
    return can_tell(sheet, k, min(k + 4, count))


def _is_put_in(sheet: Sheet, j: int) -> bool:
    """Whether the account at word `j` is put into a clause that goes on behind it: الذي أودى بحسب الشرطة بثلاثة."""
    limit = sheet.sentence(j)[1]
    end = source_phrase(sheet, j + 1, limit)
    return end > j + 1 and broken_clause(sheet, j, end, limit) is not None


def _goes_on(sheet: Sheet, k: int) -> bool:
    """Whether what was said goes on behind ، حسب رأيه،: the speaker's own account stands in the middle of it."""
    tokens = sheet.tokens
    if k + 1 >= len(tokens) or not tokens[k].flags & Is.COMMA or k + 1 in sheet.time_end:
        return False
    following = tokens[k + 1]
    if following.flags & (Is.MARK | Is.ACCORDING) or following.forms or following.joined:
        return False
    return not following.folded.startswith("و")


def _complemented(sheet: Sheet, j: int, *, imperfect: bool) -> bool:
    """Whether the form at word `j` has what a device needs soon after it: أن, a quotation, or its preposition."""
    tokens = sheet.tokens
    verb = tokens[j].forms[0].verb
    for k in range(j + 1, min(j + _WITHIN, len(tokens))):
        token = tokens[k]
        if token.flags & (Is.STOP | Is.BREAK):
            break
        if token.flags & Is.THAT and not token.joined and not tokens[k - 1].flags & Is.FORBIDS_THAT:
            return "that" in verb.takes or bool(verb.prepositions)
        if token.flags & Is.COLON:
            return True
        if token.flags & Is.QUOTE and k in sheet.quote_at:
            return True
        if (not imperfect or "target" in verb.takes) and _preposition_here(token.folded, verb.prepositions):
            return True
    return not imperfect and "noun" in verb.takes and _takes_noun_here(sheet, j)


def _takes_noun_here(sheet: Sheet, j: int) -> bool:
    """Whether the verb at word `j` reports a noun phrase of which nothing else tells: وأعلنت تمديد, not وحياة, وعرض."""
    token = sheet.tokens[j]
    return not token.pronoun and token.bare not in group("homographs") and token.forms[0].verb.lemma != "اعتبر"


def _preposition_here(folded: str, prepositions: tuple[str, ...]) -> bool:
    if as_governed(folded) in prepositions:
        return True
    return any(len(p) == 1 and folded.startswith(p) and len(folded) > 3 for p in prepositions)
