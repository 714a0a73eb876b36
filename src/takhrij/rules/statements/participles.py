"""Whether a participle is a device, and where its words begin: مؤكدا أن, but not القوات ملتزمة بالهدنة."""

from takhrij.lexicon.function_words import group, letters, spelled
from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.frame import Frame, find_frame
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.prepositions import as_governed
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is, is_accusative
from takhrij.text.clitics import segment

# Without a pause before the participle, what it reports must begin so soon.
_AT_ONCE = 4
_QUOTED_AT_ONCE = 3
_WITHIN = 14
# What a participle asks for stands within so many words of it.
_CALLED_WITHIN = 10
_SUBJECT_WITHIN = 8
# In the accusative as it is written out: متهمةً.
_TANWEEN = "\u064b"
_NO_OBJECT = Is.ADJUNCT | Is.COMMA | Is.STOP | Is.BREAK | Is.COLON | Is.THAT | Is.CLOSE


def circumstance_frame(sheet: Sheet, i: int) -> Frame | None:
    """Where the words begin that the participle at word `i` reports; None where it is no device."""
    token = sheet.tokens[i]
    form = next((form for form in token.forms if form.shape == "participle"), None)
    if form is None or i == 0 or token.flags & Is.DEFINITE:
        return None
    before = sheet.tokens[i - 1]
    if (token.joined and _is_adjective_too(sheet, i)) or _is_predicate(sheet, i):
        return None
    if form.gender == "f" and not token.joined and _describes(sheet, i - 1) and not _tells_clause(sheet, i, form):
        return None
    free = before.flags & (Is.COMMA | Is.QUOTE | Is.CLOSE | Is.DASH | Is.STOP) or token.joined
    may_be_title = token.title is not None and not is_accusative(sheet.page.words[i]) and not _addresses(sheet, i, form)
    if may_be_title and free and form.gender == "f" and "noun" in form.verb.takes:
        # ، منتقدة الخطة: who is called so is not named by what she criticised.
        may_be_title = i + 1 >= len(sheet.tokens) or not sheet.tokens[i + 1].flags & Is.DEFINITE
    at_once = _complement_at_once(sheet, i) or (not free and (_many(sheet, i, form) or _calls_upon(sheet, i, form)))
    if (may_be_title or not free) and not at_once:
        return None
    if (not free and form.number != 1 and not _many(sheet, i, form)) or before.folded in group("before_adjective"):
        return None
    _, limit = sheet.sentence(i)
    if i + 1 >= limit:
        return None
    frame = find_frame(sheet, i, form, limit, subject=False)
    following = sheet.tokens[i + 1]
    if "noun" in form.verb.takes and (frame is None or frame.content > i + 2):
        if not following.flags & _NO_OBJECT and following.folded not in group("no_object"):
            frame = Frame(None, i + 1, 0, "noun", frame.via if frame else None)
    if frame is None or (frame.content - i > _WITHIN and not token.joined and not before.flags & Is.COMMA):
        return None
    return frame


def _tells_clause(sheet: Sheet, i: int, form: Form) -> bool:
    """Whether أن follows at once, behind the participle's preposition or not: حجزت بندقية | مشيرة إلى أن."""
    tokens = sheet.tokens[i + 1 : i + 3]
    if not tokens or form.shape != "participle":
        return False
    if tokens[0].flags & Is.THAT:
        return "that" in form.verb.takes
    return as_governed(tokens[0].folded) in form.verb.prepositions and bool(tokens[-1].flags & Is.THAT)


def _describes(sheet: Sheet, before: int) -> bool:
    """Whether a feminine participle behind the word at `before` is its adjective: عقوبات مشددة على المخالفين."""
    token = sheet.tokens[before]
    if token.flags or token.forms or token.title or token.head or before in sheet.name_end:
        return False
    # Not احتجازه, which is folded alike.
    return token.folded.endswith(letters("feminine_endings")) and not sheet.page.words[before].endswith("ه")


def _is_predicate(sheet: Sheet, i: int) -> bool:
    """Whether the participle says something of the noun behind أن, where no verb follows: أن واشنطن | متمسكة ب."""
    if is_accusative(sheet.page.words[i]) or sheet.tokens[i].joined:
        return False
    for k in range(i - 1, max(0, i - _SUBJECT_WITHIN), -1):
        if sheet.tokens[k].flags & Is.THAT:
            return k + 1 < i and noun_phrase(sheet, k + 1, i) == i
        if sheet.tokens[k].flags & (Is.MARK | Is.STOP | Is.BREAK):
            return False
    return False


def _is_adjective_too(sheet: Sheet, i: int) -> bool:
    """Whether the participle with و goes on with an adjective that is no participle: عيدا جميلا | ومباركا."""
    before = sheet.tokens[i - 1]
    if before.flags or before.forms or before.title or i - 1 in sheet.name_end:
        return False
    return is_accusative(sheet.page.words[i - 1]) and is_accusative(sheet.page.words[i])


def _calls_upon(sheet: Sheet, i: int, form: Form) -> bool:
    """Whether without a pause before it the participle has both whom it addresses and what it asks: داعيا الكل إلى."""
    tokens = sheet.tokens
    called = "target" in form.verb.takes or form.verb.lemma in spelled("judging_whom")
    marked = sheet.page.words[i].endswith(_TANWEEN)
    if (form.gender != "m" and not marked) or form.number != 1 or not called or i + 2 >= len(tokens):
        return False
    before, whom = tokens[i - 1], tokens[i + 1]
    if before.flags & (Is.NUMBER | Is.ADJUNCT) or not (marked or is_accusative(sheet.page.words[i])):
        return False
    known = whom.flags & Is.DEFINITE or i + 1 in sheet.name_end or whom.folded in group("addressed")
    if not (known or segment(sheet.page.words[i + 1]).enclitic or whom.folded in group("this")):
        return False
    for k in range(i + 2, min(i + _CALLED_WITHIN, len(tokens))):
        if tokens[k].flags & (Is.STOP | Is.BREAK | Is.COMMA | Is.THAT):
            return False
        for preposition in form.verb.prepositions:
            if as_governed(tokens[k].folded) == preposition:
                return True
            if len(preposition) == 1 and bears(sheet.page.words[k], preposition) and k not in sheet.name_end:
                return True
    return False


def _many(sheet: Sheet, i: int, form: Form) -> bool:
    """Whether a plural without a pause before it tells how people came: تظاهروا منددين ب, not رجال متهمين ب."""
    if form.number == 1 or i + 1 >= len(sheet.tokens) or form.verb.lemma in spelled("told_of_them"):
        return False
    if not sheet.tokens[i].folded.endswith("ين"):
        return False
    if any(token.bare in group("were") for token in sheet.tokens[max(0, i - _AT_ONCE) : i]):
        return False
    if sheet.tokens[i - 1].flags & Is.NUMBER or sheet.tokens[i].title is not None:
        return False
    following = sheet.tokens[i + 1]
    if following.flags & Is.THAT or i + 1 in sheet.quote_at:
        return "that" in form.verb.takes
    return any(
        as_governed(following.folded) == preposition
        or (len(preposition) == 1 and bears(sheet.page.words[i + 1], preposition))
        for preposition in form.verb.prepositions
    )


def _addresses(sheet: Sheet, i: int, form: Form) -> bool:
    """Whether behind a comma the feminine participle has its object: ، متهمة إياه, ، داعية المجتمع الدولي, no title."""
    if form.gender != "f" or not sheet.tokens[i - 1].flags & Is.COMMA or i + 1 >= len(sheet.tokens):
        return False
    following = sheet.tokens[i + 1]
    if following.folded in group("whom"):
        return True
    return "target" in form.verb.takes and (bool(following.flags & Is.DEFINITE) or i + 1 in sheet.name_end)


def _complement_at_once(sheet: Sheet, i: int) -> bool:
    """Without a pause before it a participle is a device only if أن or a quotation follows at once."""
    tokens = sheet.tokens
    if i + 1 < len(tokens) and tokens[i + 1].folded in group("after_participle"):
        form = next(form for form in tokens[i].forms if form.shape == "participle")
        return as_governed(tokens[i + 1].folded) in form.verb.prepositions and form.gender != ""
    for k in range(i + 1, min(i + _AT_ONCE, len(tokens))):
        flags = tokens[k].flags
        if (
            flags & Is.THAT
            or flags & Is.COLON
            or (flags & Is.QUOTE and k in sheet.quote_at and k < i + _QUOTED_AT_ONCE)
        ):
            return True
        if flags & (Is.STOP | Is.BREAK | Is.COMMA):
            return False
    return False
