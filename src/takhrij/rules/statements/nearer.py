"""Whether what follows a verb of saying belongs to something nearer: a participle, the clause it stands in."""

from takhrij.lexicon.function_words import group, spelled
from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.prepositions import as_governed
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is

_AGAIN = "مجددا"


def past_participle(sheet: Sheet, i: int, cue: int, form: Form) -> bool:
    """Whether another device, a participle, stands between the cue and word `i`: what follows is its own."""
    for k in range(cue + 1, i):
        token = sheet.tokens[k]
        if not token.forms or token.title or is_again(sheet, k):
            continue
        for other in token.forms:
            if other.shape == "participle" and other.verb.lemma not in spelled("manner_verbs"):
                marked = token.joined or sheet.tokens[k - 1].flags & Is.COMMA
                lemma = other.verb.lemma
                if marked or (lemma != form.verb.lemma and lemma not in spelled("nouns_too")):
                    return True
    return False


def is_again(sheet: Sheet, k: int) -> bool:
    """Whether مجددا at word `k` is "again" and renews nothing: وشدد مجددا | على أن, but مجددا الدعوة إلى."""
    if sheet.tokens[k].folded != _AGAIN or k + 1 >= len(sheet.tokens):
        return False
    token = sheet.tokens[k + 1]
    return bool(token.flags & (Is.ADJUNCT | Is.THAT | Is.MARK)) or k + 1 in sheet.time_end


def is_participles(sheet: Sheet, i: int, cue: int) -> bool:
    """Whether a participle right before word `i` governs it, not the verb: تهدد الاستقرار، قائلا إن, مشيرة إلى أن."""
    tokens, k = sheet.tokens, i - 1
    if not tokens[k].forms and as_governed(tokens[k].folded):
        k -= 1
    if k <= cue or is_again(sheet, k):
        return False
    # ورد الوزير، قائلا إن is one saying; behind the verb of a clause inside, قائلا goes on with the main verb.
    first = sheet.sentence(cue)[0]
    apart = bool(tokens[k - 1].flags & Is.COMMA) and any(tokens[m].is_finite for m in range(first, cue))
    manner = spelled("manner_verbs")
    return any(form.shape == "participle" and (apart or form.verb.lemma not in manner) for form in tokens[k].forms)


def is_verbs(sheet: Sheet, i: int, cue: int) -> bool:
    """Whether another verb right before the أن at word `i` governs it: كتب عن الذين يعتقد أنهم قتلوا."""
    token = sheet.tokens[i - 1]
    if token.folded in group("asked_whether") and i - 1 > cue:
        # أجاب بالنفي لدى سؤاله إن كانت
        return True
    if i - 1 <= cue + 1 or not token.is_finite or token.title is not None:
        return False
    head = sheet.tokens[i - 2].head
    if head is not None and head.kind == "document":
        # نشرت الوكالة تقريرا يكشف أن: what the report shows, the agency does.
        return False
    return token.forms[0].shape == "imperfect" and "that" in token.forms[0].verb.takes


def ends_relative(sheet: Sheet, comma: int, cue: int) -> bool:
    """Whether behind the comma the main clause says something, and the verb is its relative clause's: التي ...، أكد.

    Or another verb there takes up what the clause told of: يرد على خطاب فلان، قال فيه إن.
    """
    tokens = sheet.tokens
    if comma + 2 < len(tokens) and tokens[comma + 1].is_finite and tokens[comma + 2].folded in group("in_which"):
        return True
    if comma + 1 >= len(sheet.tokens) or not cue or not sheet.tokens[cue - 1].flags & Is.RELATIVE:
        return False
    following = sheet.tokens[comma + 1]
    return following.is_finite and not following.joined and following.forms[0].shape == "perfect"


def governs_that(sheet: Sheet, k: int) -> bool:
    """Whether another verb at word `k`, joined behind a comma, has the أن behind it: ، وأتمنى | أن."""
    token = sheet.tokens[k]
    plain = not (token.flags or token.title or token.head) and k not in sheet.name_end
    return plain and token.joined == "و" and k > 0 and bool(sheet.tokens[k - 1].flags & Is.COMMA)
