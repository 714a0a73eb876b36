"""One passes on what another said: نقلت رويترز عن مسؤول قوله إن, ذكرت الصحيفة نقلا عن مصدر أن."""

from takhrij.lexicon.function_words import group, spelled
from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.content import content_at
from takhrij.rules.statements.device import Device, Rule
from takhrij.rules.statements.outlets import outlet_at
from takhrij.rules.statements.phrases import source_phrase
from takhrij.rules.statements.prepositions import as_governed
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Range, Sheet
from takhrij.rules.statements.tokens import Is

# عن stands within so many words of نقل, and what was said begins within so many of its source.
_REACH = 40
# One who is named before the verb that passes on has few words.
_RELAY_WITHIN = 8
_LONGEST_OUTLET = 3
# A shorter quotation behind the source is a name or a term.
_SHORTEST_QUOTE = 5


def find_relayed(sheet: Sheet, i: int) -> Device | None:
    """The statement that نقل at word `i` passes on."""
    form = next((form for form in sheet.tokens[i].forms if _passes_on(form)), None)
    if form is None or not _may_relay(sheet, i):
        return None
    _, limit = sheet.sentence(i)
    ascribed = form.verb.lemma in spelled("ascribing")
    from_ = (_to if ascribed else _from)(sheet, i + 1, min(limit, i + _REACH))
    if from_ is None:
        return None
    source: Range | None = None
    j = from_ + 1
    # نقلت عنه: the one meant was named before.
    if sheet.tokens[from_].folded not in group("meant_before"):
        if ascribed and not as_governed(sheet.tokens[from_].folded):
            j = from_
        end = source_phrase(sheet, j, limit)
        if end == j:
            return None
        source, j = (j, end), end
    if ascribed and not (j < limit and sheet.tokens[j].folded in group("their_words")):
        return None
    begins = _words_begin(sheet, j, min(limit, j + _REACH))
    content = content_at(sheet, begins, 0, how="that", limit=limit) if begins is not None else None
    if content is None:
        return None
    return Device(
        rule="statements.relayed",
        sort="relay",
        cue=(i, i + 1),
        source=source,
        content=content,
        form=form,
        relay=_relay(sheet, i, from_),
        relayed=True,
        via=_told_to(sheet, j, content.first),
    )


def _told_to(sheet: Sheet, j: int, limit: int) -> Range | None:
    """The outlet to which the source spoke: نقلت الوكالة عن امرأة قولها لمحطة محلية."""
    for k in range(j, min(limit, j + _RELAY_WITHIN)):
        found = outlet_at(sheet, k) if sheet.tokens[k].folded.startswith("ل") else None
        if found is not None:
            return found
    return None


def _may_relay(sheet: Sheet, i: int) -> bool:
    """Whether the verb passes on: not negated, not ما نقلته, without an object."""
    before = sheet.tokens[i - 1] if i else None
    if before is not None and (before.flags & (Is.NEGATION | Is.ACCORDING) or before.folded == "ما"):
        return False
    return not sheet.tokens[i].pronoun or i + 1 >= sheet.sentence(i)[1]


def _passes_on(form: Form) -> bool:
    return form.is_finite and ("relay" in form.verb.takes or form.verb.lemma == "أورد")


def _from(sheet: Sheet, j: int, limit: int) -> int | None:
    for k in range(j, limit):
        token = sheet.tokens[k]
        if token.folded == "عن" or token.folded in group("from_one"):
            return k
        if token.folded == "علي" and k + 1 < limit:
            if sheet.tokens[k + 1].folded == "لسان":
                return k + 1
        if token.flags & (Is.STOP | Is.BREAK | Is.THAT) and not _of_outlet(sheet, k):
            return None
    return None


def _of_outlet(sheet: Sheet, k: int) -> bool:
    """Whether the word at `k` is of a quoted or known name: "سي إن إن"."""
    if k in sheet.inside:
        return True
    return any(sheet.name_end.get(start, 0) > k for start in range(max(k - _LONGEST_OUTLET, 0), k + 1))


def _to(sheet: Sheet, j: int, limit: int) -> int | None:
    """Where the one begins to whom words are ascribed: نسبت الوكالة إلى مسؤول, نسبت الوكالة لمسؤول."""
    for k in range(j, limit):
        token = sheet.tokens[k]
        if as_governed(token.folded) or token.folded in group("to_one"):
            return k
        if token.folded.startswith("ل") and (token.title or token.head or k in sheet.name_end):
            return k if sheet.name_skip.get(k) or bears(sheet.page.words[k], "ل") else None
        if token.flags & (Is.STOP | Is.BREAK | Is.THAT):
            return None
    return None


def _relay(sheet: Sheet, i: int, from_: int) -> Range | None:
    """The one who passes it on, after the verb or before it."""
    begin = _over_time(sheet, i + 1, from_)
    if from_ > begin:
        end = source_phrase(sheet, begin, from_)
        if end > begin:
            return begin, end
    first, _ = sheet.sentence(i)
    if i > first and not sheet.tokens[i].joined:
        for start in range(max(first, i - _RELAY_WITHIN), i):
            token = sheet.tokens[start]
            if start in sheet.name_end or token.head is not None:
                end = source_phrase(sheet, start, i)
                if end == i or (end == i - 1 and sheet.tokens[end].flags & Is.COMMA):
                    # وكان التلفزيون، نقل عن
                    return start, end
    return None


def _over_time(sheet: Sheet, j: int, limit: int) -> int:
    """Over a time between the verb and who passes it on: نقل ليل الأحد | عن."""
    while j < limit and (j in sheet.time_end or (sheet.tokens[j].flags & Is.ADJUNCT and j + 1 in sheet.time_end)):
        j = max(sheet.time_end.get(j, 0), j + 1)
    return j


def _words_begin(sheet: Sheet, j: int, limit: int) -> int | None:
    """The first word of what was said, behind أن, a colon or قوله, or the mark that opens it."""
    tokens = sheet.tokens
    for k in range(j, limit):
        token = tokens[k]
        if token.flags & (Is.STOP | Is.BREAK):
            return None
        if token.flags & Is.THAT and not token.joined and not tokens[k - 1].flags & Is.FORBIDS_THAT:
            return k + 1
        if token.flags & Is.COLON:
            return k + 1
        if token.folded in group("their_words") and k + 1 < limit:
            following = tokens[k + 1]
            if following.flags & Is.QUOTE:
                return k + 1
            if following.folded == "علي" and k + 2 < limit:
                return k + 3 if tokens[k + 2].flags & Is.THAT else k + 2
        quote = sheet.quote_at.get(k)
        if quote is not None and quote.end - quote.first >= _SHORTEST_QUOTE:
            return k
    return None


RULES = (
    Rule(
        "statements.relayed",
        "finite",
        "نقل somebody عن somebody: the first passes on what the second said, so both are links of the chain.",
        find_relayed,
    ),
)
