"""One passes on what another said: نقلت رويترز عن مسؤول قوله إن, ذكرت الصحيفة نقلا عن مصدر أن."""

from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.content import content_at
from takhrij.rules.statements.device import Device, Rule
from takhrij.rules.statements.phrases import source_phrase
from takhrij.rules.statements.sheet import Is, Sheet

_REACH = 40
_THEIR_WORDS = frozenset(
    [
        "قوله",
        "قولها",
        "قولهم",
        "قولهما",
        "تاكيده",
        "تاكيدها",
        "تاكيدهم",
        "اشارته",
        "تصريحه",
        "تصريحها",
        "القول",
        "قولهن",
    ]
)


def find_relayed(sheet: Sheet, i: int) -> Device | None:
    """The statement that نقل at word `i` passes on."""
    tokens = sheet.tokens
    form = next((f for f in tokens[i].forms if _passes_on(f)), None)
    if form is None or (
        i and tokens[i - 1].flags & (Is.NEGATION | Is.ACCORDING) or (i and tokens[i - 1].folded == "ما")
    ):
        return None
    _, limit = sheet.sentence(i)
    if i + 1 < limit and any(f.person == 3 for f in tokens[i].forms) and tokens[i].pronoun:
        return None
    from_ = _from(sheet, i + 1, min(limit, i + _REACH))
    if from_ is None:
        return None
    relay = _relay(sheet, i, from_, form)
    j = from_ + (1 if tokens[from_].folded in ("عن", "لسان") else 0)
    # نقلت عنه: the one meant was named before.
    if tokens[from_].folded in ("عنه", "عنها", "عنهم"):
        source, j = None, from_ + 1
    else:
        end = source_phrase(sheet, j, limit)
        if end == j:
            return None
        source, j = (j, end), end
    first = _words_begin(sheet, j, min(limit, j + _REACH))
    if first is None:
        return None
    content = content_at(sheet, first[0], first[1], how="that", limit=limit)
    if content is None:
        return None
    return Device(
        rule="statements.relayed",
        sort="relay",
        cue=(i, i + 1),
        source=source,
        content=content,
        form=form,
        relay=relay,
        relayed=True,
    )


def _passes_on(form: Form) -> bool:
    return form.shape in ("perfect", "imperfect") and ("relay" in form.verb.takes or form.verb.lemma == "أورد")


def _from(sheet: Sheet, j: int, limit: int) -> int | None:
    for k in range(j, limit):
        token = sheet.tokens[k]
        if token.folded in ("عن", "عنه", "عنها", "عنهم"):
            return k
        if token.folded == "علي" and k + 1 < limit and sheet.tokens[k + 1].folded == "لسان":
            return k + 1
        if token.flags & (Is.STOP | Is.BREAK | Is.THAT):
            return None
    return None


def _relay(sheet: Sheet, i: int, from_: int, form: Form) -> tuple[int, int] | None:
    """The one who passes it on, after the verb or before it."""
    if from_ > i + 1:
        end = source_phrase(sheet, i + 1, from_)
        if end > i + 1:
            return i + 1, end
    first, _ = sheet.sentence(i)
    if i > first and not sheet.tokens[i].joined:
        for start in range(max(first, i - 8), i):
            token = sheet.tokens[start]
            if (start in sheet.name_end or token.head is not None) and source_phrase(sheet, start, i) == i:
                return start, i
    return None


def _words_begin(sheet: Sheet, j: int, limit: int) -> tuple[int, int] | None:
    """The first word of what was said, and the letters of a preposition to leave out."""
    tokens = sheet.tokens
    for k in range(j, limit):
        token = tokens[k]
        if token.flags & (Is.STOP | Is.BREAK):
            return None
        if token.flags & Is.THAT and not token.joined and not tokens[k - 1].flags & Is.FORBIDS_THAT:
            return k + 1, 0
        if token.flags & Is.COLON:
            return k + 1, 0
        if token.folded in _THEIR_WORDS and k + 1 < limit:
            following = tokens[k + 1]
            if following.flags & Is.QUOTE:
                return k + 1, 0
            if following.folded == "علي" and k + 2 < limit:
                return (k + 3, 0) if tokens[k + 2].flags & Is.THAT else (k + 2, 0)
        if token.flags & Is.QUOTE and k in sheet.quote_at and sheet.quote_at[k].end - sheet.quote_at[k].first > 4:
            return k, 0
    return None


RULES = (
    Rule(
        "statements.relayed",
        "finite",
        "نقل somebody عن somebody: the first passes on what the second said, so both are links of the chain.",
        find_relayed,
    ),
)
