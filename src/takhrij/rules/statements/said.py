"""A verb says it: قال الوزير إن ..., الوزير قال ..., وكان الوزير قد قال ..."""

from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.content import clause_before, content_at
from takhrij.rules.statements.device import Device, Rule
from takhrij.rules.statements.frame import Frame, find_frame
from takhrij.rules.statements.phrases import is_name_quote, noun_phrase, source_phrase
from takhrij.rules.statements.proclitics import bears, taken
from takhrij.rules.statements.sheet import DESCRIBING, Is, Sheet

# Perfect forms that are written like common nouns: they are verbs only where a clause may begin.
_HOMOGRAPHS = frozenset(
    ["بين", "عبر", "ذكر", "رد", "عد", "حمل", "عرض", "نقل", "شكر", "كشف", "رفض", "حث", "حض", "نفي", "كتب", "توقع", "حدث", "عرف", "سجل", "بين", "شرح", "طلب", "زعم", "قدر", "دون", "وعد", "علق", "حدد", "عقب", "ختم", "خلص", "سلم", "نشر", "نصح", "وجه", "مدح", "لمح", "بث", "امل", "حسم", "سخر", "جزم", "همس", "دان", "اسف", "توعد", "تعهد", "لفت"]
)
_BOUNDARY = Is.STOP | Is.BREAK | Is.COMMA | Is.COLON | Is.DASH | Is.QUOTE | Is.CLOSE
_BACK = 30


_IF = frozenset(["اذا", "لو", "كلما", "مهما"])
_WHILE = frozenset(["بينما", "بعدما", "عندما", "لما"])


def find_said(sheet: Sheet, i: int) -> Device | None:
    """The statement that the finite verb at word `i` reports."""
    for form in _verb_forms(sheet, i):
        device = _said_by(sheet, i, form)
        if device is not None:
            return device
    return None


def _said_by(sheet: Sheet, i: int, form: Form) -> Device | None:
    token = sheet.tokens[i]
    if i and sheet.tokens[i - 1].folded in _IF and not token.joined:
        return None
    if _not_said(sheet, i) or (token.pronoun and form.verb.lemma not in DESCRIBING):
        return None
    first, limit = sheet.sentence(i)
    before = _subject_before(sheet, i, first)
    if before == (-1, -1):
        return None
    frame = _with_object(sheet, i, form, limit) if token.pronoun else None
    if "blame" in form.verb.takes:
        frame = _blamed(sheet, i, limit)
        if frame is None:
            return None
    if frame is None:
        frame = find_frame(sheet, i, form, limit, subject=before is None and form.number == 1)
        frame = _noun_complement(sheet, i, form, limit, frame, before)
    if frame is None:
        return None
    source = before or frame.source
    if before is None and source is not None and token.joined and "target" in form.verb.takes:
        if sheet.tokens[source[0]].folded in _ADDRESSED:
            source = None
    how = frame.how
    limit = _stop_at_closing_quote(sheet, i, limit)
    if i and (
        sheet.tokens[i - 1].bare in _WHILE
        or (i > 1 and sheet.tokens[i - 1].folded == "ان" and sheet.tokens[i - 2].bare == "بعد")
    ):
        limit = next(
            (k for k in range(frame.content, limit) if sheet.tokens[k].flags & Is.COMMA and k not in sheet.inside),
            limit,
        )
    if source is None and not token.joined and not _may_open(sheet, i):
        if how == "noun" or form.shape == "imperfect" or form.verb.act == "showed":
            return None
    if form.verb.act == "showed" and source is not None and sheet.tokens[source[0]].folded in ("تصريحات", "التصريحات"):
        return None
    if source is None and i and sheet.tokens[i - 1].flags & Is.RELATIVE and how != "that":
        return None
    if form.verb.act == "reported" and source is not None and before is None and frame.content - source[1] > 5:
        return None
    if how == "quote" and form.verb.takes == ("quote",) and _is_short(sheet, frame.content):
        return None
    if how == "quote" and form.verb.lemma in _THOUGHT and _is_short(sheet, frame.content):
        return None
    if how in ("noun", "quote") and token.joined and token.bare in _HOMOGRAPHS and i > first:
        if not sheet.tokens[i - 1].flags & (_BOUNDARY | Is.AUXILIARY) and (how == "noun" or frame.content - i > 6):
            return None
    if form.verb.lemma == "اعتبر" and form.shape == "imperfect" and how != "that" and not token.pronoun:
        return None
    if "relay" in form.verb.takes and (how != "that" or source is None):
        return None
    if frame.origin is not None:
        content = content_at(sheet, frame.content, frame.skip, how=how, limit=limit)
        return content and Device(
            "statements.relayed", "relay", (i, i + 1), frame.origin, content, form, None, source, relayed=True
        )
    if before is not None and how == "noun" and form.shape == "imperfect" and form.verb.lemma in _THOUGHT:
        return None
    if source is None and form.shape == "imperfect" and form.verb.lemma in _THOUGHT and not token.pronoun:
        return None
    if form.number == 2 and form.gender == "m" and source is None and how in ("noun", "preposition"):
        return None
    if _is_act(sheet, form, source, frame.content) or _asks_anonymity(sheet, frame.content):
        return None
    if i and sheet.tokens[i - 1].flags & Is.RELATIVE:
        limit = _to_comma_outside(sheet, frame.content, limit)
    if how == "quote" and form.verb.act not in _PLAIN:
        how = "that"
    if form.verb.lemma == "وصف" and frame.content in sheet.quote_at:
        limit = min(limit, sheet.quote_at[frame.content].end + 1)
    content = content_at(sheet, frame.content, frame.skip, how=how, limit=limit)
    if content is None:
        return None
    return Device(
        rule="statements.said" if before is None else "statements.subject_said",
        sort="verb",
        cue=(i, i + 1),
        source=source,
        content=content,
        form=form,
        via=frame.via,
    )


_PREPOSITIONS = frozenset(["في", "من", "عن", "علي", "الي", "بعد", "قبل", "مع", "بسبب", "رغم", "عدم"])
_THOUGHT = frozenset(["اعتقد", "ظن", "عد", "اعتبر", "توقع"])
# Verbs whose quotation is all they report; after the others the clause may go on behind it.
_PLAIN = frozenset(["said", "wrote", "asked", "spoke", "told", "reported", "criticised"])
# Those whom appeals go to: after ودعا with its subject left out they are addressed, they do not speak.
_ADDRESSED = frozenset(
    ["جميع", "كل", "كافه", "الجميع", "الاطراف", "المجتمع", "المواطنين", "الدول", "العالم", "الناس", "الشعب", "كلا", "الجهات", "الركاب", "الساءقين"]
)
_COURTS = frozenset(["محكمه", "المحكمه", "القضاء", "قاض", "قاضي", "القاضي", "النيابه"])
_DECLARED = frozenset(["حاله", "الحرب", "الحداد", "حربا", "حدادا", "استقالته", "استقالتها", "الاضراب", "النفير"])


def _is_act(sheet: Sheet, form: Form, source: tuple[int, int] | None, content: int) -> bool:
    """Whether the verb does something instead of reporting words: a court convicts, a state declares war."""
    if form.verb.lemma == "أعلن" and sheet.tokens[content].folded in _DECLARED:
        return True
    return (
        source is not None
        and form.verb.lemma in ("أدان", "رفض", "أيد", "دان")
        and sheet.tokens[source[0]].folded in _COURTS
    )


def _asks_anonymity(sheet: Sheet, content: int) -> bool:
    """طلب عدم الكشف عن هويته: said of the source, not by it."""
    words = sheet.tokens[content : content + 6]
    return any(t.flags & Is.ANONYMITY for t in words) and any(t.folded in ("عدم", "دون", "الا", "اخفاء") for t in words)


def _verb_forms(sheet: Sheet, i: int) -> list[Form]:
    """The reporting forms that the word may be, the likeliest first."""
    token = sheet.tokens[i]
    finite = [form for form in token.forms if form.shape in ("perfect", "imperfect")]
    finite = [form for form in finite if not (form.verb.takes == ("quote",) and form.shape == "imperfect")]
    if i in sheet.inside and sheet.page.words[i].endswith("بدي"):
        # أبدي in somebody's own words is "I show", not أبدى.
        return []
    if len(finite) > 1 and i + 1 < len(sheet.tokens):
        word = sheet.page.words[i + 1]
        finite.sort(key=lambda form: not any(len(p) == 1 and bears(word, p) for p in form.verb.prepositions))
    return finite


def _not_said(sheet: Sheet, i: int) -> bool:
    """Whether the verb is negated, passive for the report's own voice, or no verb here."""
    tokens = sheet.tokens
    token = tokens[i]
    before = tokens[i - 1] if i else None
    if before is not None and before.flags & Is.NEGATION:
        return True
    if token.flags & Is.OWN_VOICE or (token.joined and token.bare in ("يذكر", "يشار", "تجدر", "يلاحظ")):
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is not None and (following.flags & Is.THAT or following.folded in ("الي", "هنا", "الاشاره")):
            return True
    if token.bare in _HOMOGRAPHS and not token.joined and before is not None:
        if token.bare in ("بين", "عبر") and not before.flags & _BOUNDARY:
            return True
        if before.flags & Is.THAT:
            return i < 2 or tokens[i - 2].bare not in ("بعد", "قبل", "منذ", "الي", "بمجرد")
        if before.flags & (_BOUNDARY | Is.AUXILIARY | Is.RELATIVE | Is.AS_SAID) or before.joined:
            return False
        return not any(sheet.time_end.get(i - k) == i for k in (1, 2, 3, 4)) and not _subject_before(
            sheet, i, sheet.sentence(i)[0]
        )
    if before is not None and token.pronoun and not token.joined and before.folded in _PREPOSITIONS:
        return True
    if (
        token.pronoun
        and not token.joined
        and before is not None
        and token.forms[0].gender == "m"
        and token.forms[0].shape == "perfect"
    ):
        if not before.flags & (_BOUNDARY | Is.RELATIVE | Is.AUXILIARY | Is.THAT) and before.folded not in ("ما", "لما"):
            return True
    imperfect = token.forms[0].shape == "imperfect"
    return (
        before is not None
        and imperfect
        and not token.joined
        and before.folded in ("ان", "حتي", "كي", "لكي", "سوف", "بان", "قد", "او")
    )


def _subject_before(sheet: Sheet, i: int, first: int) -> tuple[int, int] | None:
    """The subject that stands before the verb at word `i`; None where it may follow, (-1, -1) where the verb is not of this rule."""
    tokens = sheet.tokens
    if tokens[i].joined:
        return None
    j = i - 1
    while j >= first and tokens[j].flags & Is.AUXILIARY:
        j -= 1
    if j < first:
        return None
    token = tokens[j]
    if token.flags & Is.RELATIVE:
        return None if _subject_follows(sheet, i, tokens[i].forms[0]) else _antecedent(sheet, j, first)
    if token.folded in ("ما", "لما", "مما", "بما") or token.flags & (Is.AS_SAID | Is.ACCORDING):
        return None if token.folded == "كما" else (-1, -1)
    start = _clause_start(sheet, j, first)
    if start > j:
        return None
    end = _phrase_up_to(sheet, start, j + 1)
    if end:
        return start, end
    return _bare_relative(sheet, i, max(start, i - 7))


def _bare_relative(sheet: Sheet, i: int, lowest: int) -> tuple[int, int] | None:
    """An indefinite noun whose relative clause begins with the verb at word `i`: تقرير حكومي أفاد, محتجين يطالبون."""
    form = sheet.tokens[i].forms[0]
    for start in range(lowest, i):
        token = sheet.tokens[start]
        if token.flags & (Is.DEFINITE | Is.MARK) or start in sheet.name_end:
            continue
        likely = token.title is not None or token.head is not None
        if not likely and not (form.number == 3 and start == i - 1 and token.folded.endswith(("ين", "ون"))):
            continue
        if token.title is not None and (token.title.definite or token.title.possessed):
            continue
        if noun_phrase(sheet, start, i) == i:
            return start, i
    return None


def _may_open(sheet: Sheet, i: int) -> bool:
    """Whether a verb at word `i` may open a clause with its subject left out."""
    before = sheet.tokens[i - 1] if i else None
    if before is None or before.flags & (_BOUNDARY | Is.AUXILIARY | Is.RELATIVE | Is.AS_SAID | Is.THAT):
        return True
    return before.bare in ("ثم", "كما", "لكنه", "حيث") and before.bare != "حيث"


def _subject_follows(sheet: Sheet, i: int, form: Form) -> bool:
    """Whether the subject of a relative clause's verb stands after it: التي تعتبر السلطات أنها ..., التي طالب الوفد بها."""
    if "noun" not in form.verb.takes and i + 1 < len(sheet.tokens) and _may_start(sheet, i + 1):
        return True
    if i + 1 >= len(sheet.tokens) or not is_source_like(sheet, i + 1):
        return False
    end = source_phrase(sheet, i + 1, min(len(sheet.tokens), i + 14))
    return end < len(sheet.tokens) and bool(sheet.tokens[end].flags & Is.THAT)


def _antecedent(sheet: Sheet, j: int, first: int) -> tuple[int, int] | None:
    """The noun phrase that a relative pronoun at word `j` takes up: الناطق الذي قال."""
    end = j
    if end > first and sheet.tokens[end - 1].flags & Is.COMMA:
        end -= 1
    for start in range(max(first, end - 12), end):
        if is_source_like(sheet, start) and noun_phrase(sheet, start, end) == end:
            return start, end
    return None


def _clause_start(sheet: Sheet, j: int, first: int) -> int:
    """Where the clause of word `j` begins: after a boundary, a relative pronoun or أن."""
    tokens = sheet.tokens
    k = j
    while k >= first and j - k < _BACK:
        flags = tokens[k].flags
        if flags & (Is.STOP | Is.BREAK | Is.COLON | Is.DASH | Is.RELATIVE) or (flags & Is.THAT and k != j):
            return k + 1
        if flags & Is.QUOTE and k in sheet.quote_at and k != j and not is_name_quote(sheet, k):
            return k + 1
        if flags & Is.COMMA and not _apposition(sheet, k, j):
            return k + 1
        if flags & Is.AUXILIARY:
            return k + 1
        if k < j and tokens[k].bare in ("لكن", "فيما", "بينما", "حين", "حيث"):
            return k + 1
        k -= 1
    return k + 1


def _apposition(sheet: Sheet, comma: int, j: int) -> bool:
    """Whether a comma before the verb stands inside its subject: حفتر، أشاد; الوزير، فلان، قال."""
    if comma == j:
        return True
    following = comma + 1
    return sheet.name_kind.get(following) == "person" or sheet.tokens[following].title is not None


def _may_start(sheet: Sheet, i: int) -> bool:
    token = sheet.tokens[i]
    if i in sheet.name_end:
        return True
    blocked = Is.ADJUNCT | Is.MARK | Is.NEGATION | Is.AUXILIARY | Is.THAT | Is.RELATIVE
    if token.flags & blocked or token.folded in ("في", "له", "لها") or i in sheet.time_end:
        return False
    if not token.flags & Is.DEFINITE and sheet.page.words[i].endswith(("ا", "اً", "ًا")) and token.title is not None:
        # محتجزا stands in the accusative: it is no subject.
        return False
    return bool(token.title or token.head or token.flags & Is.DEFINITE)


def _phrase_up_to(sheet: Sheet, start: int, end: int) -> int | None:
    """The end of the source phrase if it fills `start` to `end` but for a closing comma, else None."""
    tokens = sheet.tokens
    if tokens[end - 1].flags & Is.COMMA:
        end -= 1
    while start < end and tokens[start].bare in ("لكن", "و", "ثم", "كما", "بينما", "فيما"):
        start += 1
    if start >= end or not _may_start(sheet, start):
        return None
    return end if source_phrase(sheet, start, end) == end else None


def _with_object(sheet: Sheet, i: int, form: Form, limit: int) -> Frame | None:
    """وصفته بأنه, اتهمه ب, أبلغه أن: the object is a pronoun; then the subject, then the complement."""
    frame = find_frame(sheet, i, form, limit)
    if frame is not None or "noun" not in form.verb.takes or sheet.tokens[i].pronoun not in ("ه", "ها"):
        return frame
    return None


def _is_short(sheet: Sheet, i: int) -> bool:
    quote = sheet.quote_at.get(i)
    return quote is not None and quote.end - quote.first < 4


def _blamed(sheet: Sheet, i: int, limit: int) -> Frame | None:
    """حملت الحكومة المعارضة مسؤولية الأزمة: what is laid on the one blamed."""
    for j in range(i + 1, min(limit, i + 14)):
        token = sheet.tokens[j]
        if token.flags & (Is.STOP | Is.BREAK | Is.COLON):
            return None
        if token.bare.removeprefix("ال") in ("مسءوليه", "مسءوليتها", "مسءوليته"):
            end = source_phrase(sheet, i + 1, j)
            return Frame((i + 1, end) if end > i + 1 else None, j, 0, "preposition")
    return None


def _noun_complement(
    sheet: Sheet, i: int, form: Form, limit: int, frame: Frame | None, before: tuple[int, int] | None
) -> Frame | None:
    """أكد الوزير دعم الخطة: the noun phrase after the subject is what was said, if it stands nearer than any clause."""
    if "noun" not in form.verb.takes or i + 1 >= limit or sheet.tokens[i].pronoun:
        return frame
    found = _object_after(sheet, i, limit, before)
    if found is None or (frame is not None and frame.content <= found[1] + 1):
        return frame
    if before is not None and frame is not None and frame.how in ("preposition", "quote"):
        return Frame(None, found[1], 0, "noun", frame.via)
    if frame is not None and frame.how == "that" and found[0] is not None and _paused(sheet, frame.content - 1):
        return Frame((found[0][0], _to_comma(sheet, found[1], frame.content)), frame.content, 0, "that", frame.via)
    if found[0] is None and frame is not None and (frame.source is not None or before is not None):
        known = frame.source is not None and (
            is_source_like(sheet, frame.source[0]) or sheet.tokens[frame.source[0]].flags & Is.DEFINITE
        )
        if before is not None or frame.source is None or known or found[1] != frame.source[0]:
            return frame
    if frame is not None and frame.how == "that" and not _is_noun_first(sheet, found[1]):
        return frame
    source, content = found
    if content >= limit:
        return frame
    return Frame(source, content, 0, "noun", frame.via if frame else None)


def _paused(sheet: Sheet, that: int) -> bool:
    """Whether a comma, a time or a name stands before أن, so that it belongs to the verb of saying and not to a word between."""
    before = that - 1
    if sheet.tokens[before].flags & (Is.COMMA | Is.CLOSE):
        return True
    return any(
        sheet.time_end.get(that - back) == that or sheet.name_end.get(that - back) == that for back in range(1, 6)
    )


def _to_comma_outside(sheet: Sheet, first: int, limit: int) -> int:
    """The first comma that no quotation holds: there a relative clause inside a sentence ends."""
    return next(
        (k for k in range(first + 1, limit) if sheet.tokens[k].flags & Is.COMMA and k not in sheet.inside), limit
    )


def _to_comma(sheet: Sheet, first: int, end: int) -> int:
    return next((k for k in range(first, end) if sheet.tokens[k].flags & Is.COMMA), first)


def _is_noun_first(sheet: Sheet, i: int) -> bool:
    token = sheet.tokens[i]
    return not token.flags & (Is.THAT | Is.ADJUNCT | Is.MARK)


def _object_after(
    sheet: Sheet, i: int, limit: int, before: tuple[int, int] | None
) -> tuple[tuple[int, int] | None, int] | None:
    """The subject after the verb, if there is one, and the first word of its object."""
    tokens = sheet.tokens
    j, source = _skip_asides(sheet, i + 1, limit), None
    if j >= limit:
        return None
    if before is None and is_source_like(sheet, j):
        end = source_phrase(sheet, j, limit)
        if end > j:
            if _ate_object(sheet, j, end, limit):
                return (j, end - 1), end - 1
            source, start = (j, end), j
            j = _skip_asides(sheet, end, limit)
            if j < limit and tokens[j].folded in ("منه", "منها", "منهم"):
                j += 1
            if j < limit and tokens[j].folded == "من" and any(f.verb.lemma == "طلب" for f in tokens[i].forms):
                j = max(j + 1, noun_phrase(sheet, j + 1, limit))
            named = sheet.tokens[start].head is not None and start + 1 in sheet.quote_at
            if (
                not named
                and _no_object(sheet, j, limit)
                and not sheet.tokens[start].flags & Is.DEFINITE
                and start not in sheet.name_end
            ):
                # أكد قوة العلاقات: what looks like a speaker is what was said.
                return (None, start) if sheet.tokens[start].title is None else None
    if j >= limit or tokens[j].flags & (Is.STOP | Is.BREAK | Is.COLON | Is.THAT | Is.RELATIVE | Is.NEGATION):
        return None
    if (
        source is not None
        and any(f.shape in ("perfect", "imperfect") for f in tokens[j].forms)
        and not tokens[j].joined
    ):
        if not tokens[source[0]].flags & Is.DEFINITE and tokens[j].folded not in ("ابرز", "اكد"):
            return None
    if tokens[j].folded in ("ذلك", "هذا", "هذه") and (source is not None or before is not None):
        return source, j
    if tokens[j].flags & (Is.ADJUNCT | Is.PRONOUN) or tokens[j].folded in ("في", "من"):
        return None
    if taken(sheet.page.words[j]) or (tokens[j].joined and tokens[j].forms):
        return None
    if source is None and before is None and tokens[j].flags & Is.DEFINITE:
        return _two_nouns(sheet, i, j, limit)
    return source, j


def _two_nouns(sheet: Sheet, i: int, j: int, limit: int) -> tuple[tuple[int, int] | None, int] | None:
    """Of two definite nouns the first speaks (رفض المتهم التهم), one alone is what was said (وتمنى الشفاء للجرحى)."""
    end = noun_phrase(sheet, j, limit)
    k = _skip_asides(sheet, end, limit)
    if (
        k < limit
        and k == end
        and not sheet.tokens[k].flags & (Is.ADJUNCT | Is.MARK | Is.RELATIVE | Is.THAT | Is.PRONOUN)
    ):
        if sheet.tokens[k].folded not in ("في", "من") and not taken(sheet.page.words[k]) and not sheet.tokens[k].joined:
            return (j, end), k
    return (None, j) if sheet.tokens[i].joined else None


_AFTER_OBJECT = frozenset(["علي", "عن", "في", "من", "الي"])


def _ate_object(sheet: Sheet, first: int, end: int, limit: int) -> bool:
    """Whether the last definite noun of a subject is what was announced: أعلن الجهاز الأمني القبض على ..."""
    last = sheet.tokens[end - 1]
    if (
        end - first < 2
        or end >= limit
        or not last.flags & Is.DEFINITE
        or last.title
        or last.head
        or (end - 1) in sheet.name_end
    ):
        return False
    if any(sheet.name_end.get(k, 0) >= end for k in range(first, end)) or last.folded.endswith(("ي", "يه", "ين")):
        return False
    before = sheet.tokens[end - 2]
    return sheet.tokens[end].folded in _AFTER_OBJECT and bool(before.flags & Is.DEFINITE or (end - 2) in sheet.name_end)


def _no_object(sheet: Sheet, j: int, limit: int) -> bool:
    if j >= limit:
        return True
    token = sheet.tokens[j]
    if token.joined and token.forms:
        return True
    return (
        bool(token.flags & (Is.STOP | Is.BREAK | Is.RELATIVE))
        or token.folded in ("في", "من")
        or bool(token.flags & Is.ADJUNCT)
    )


def _skip_asides(sheet: Sheet, j: int, limit: int) -> int:
    """Over commas, times, brackets and "من جهته"."""
    tokens = sheet.tokens
    while j < limit:
        if j in sheet.time_end:
            j = max(j + 1, sheet.time_end[j])
        elif tokens[j].flags & Is.COMMA:
            j += 1
        elif tokens[j].folded == "من" and j + 1 < limit and tokens[j + 1].folded.startswith(("جهت", "جانب", "ناحيت")):
            j += 2
        elif tokens[j].folded in ("بدوره", "بدورها", "ايضا", "مجددا", "رسميا", "اليوم", "امس", "مساء", "صباح"):
            j += 1
        elif tokens[j].folded == "من" and sheet.name_kind.get(j + 1) == "place":
            j = sheet.name_end[j + 1]
        elif tokens[j].folded in ("خلال", "عبر", "عقب", "امام") or (
            tokens[j].folded == "في"
            and j + 1 < limit
            and (tokens[j + 1].flags & Is.OCCASION or tokens[j + 1].folded in _SAME)
        ):
            j = max(j + 2, noun_phrase(sheet, j + 1, min(limit, j + 4)))
            if j < limit and tokens[j].folded == "سابق":
                j += 1
            if j + 1 < limit and tokens[j].folded == "من" and j + 1 in sheet.time_end:
                j = sheet.time_end[j + 1]
        else:
            break
    return j


_SAME = frozenset(["نفس", "ذات", "هذا", "هذه"])


def is_source_like(sheet: Sheet, i: int) -> bool:
    """Whether a phrase that begins at word `i` can speak: a name, a title, an organisation, a document."""
    token = sheet.tokens[i]
    if i in sheet.name_end:
        return True
    if token.title is not None and not token.title.proclitics:
        return True
    if token.head is not None and not token.head.proclitics:
        return True
    if token.folded in ("نفس", "ذات") or token.folded in ("عده", "بعض", "احد", "احدي", "عدد", "مجموعه", "جميع", "معظم"):
        return True
    return sheet.quote_at.get(i) is not None


def _stop_at_closing_quote(sheet: Sheet, i: int, limit: int) -> int:
    """A saying told inside a quotation ends with it."""
    quote = sheet.inside.get(i)
    return min(limit, quote.end) if quote is not None and quote.closed else limit


def find_interposed(sheet: Sheet, i: int) -> Device | None:
    """The statement into which "- يضيف البيان -" or "، يقول الطبيب." is put."""
    tokens = sheet.tokens
    form = next(iter(_verb_forms(sheet, i)), None)
    if form is None or i == 0 or tokens[i].joined or not tokens[i - 1].flags & (Is.COMMA | Is.DASH | Is.QUOTE):
        return None
    if "quote" not in form.verb.takes or (form.number == 2 and form.shape == "perfect"):
        return None
    first, limit = sheet.sentence(i)
    end = source_phrase(sheet, i + 1, limit)
    if end == i + 1 or (end < limit and not tokens[end].flags & (Is.STOP | Is.DASH | Is.BREAK | Is.COMMA)):
        return None
    if end < limit and tokens[end].flags & Is.COMMA and not tokens[i - 1].flags & Is.QUOTE:
        return None
    if i - 2 in sheet.quote_at or (i - 1) in sheet.quote_at:
        return None
    content = clause_before(sheet, i, first)
    return content and Device("statements.interposed", "verb", (i, i + 1), (i + 1, end), content, form)


RULES = (
    Rule(
        "statements.said",
        "finite",
        "A verb of saying, its subject after it or left out, and what was said after أن, a preposition or a colon, or quoted.",
        find_said,
    ),
    Rule(
        "statements.interposed",
        "finite",
        "A verb of saying and its subject put into or after what was said: - يضيف البيان -.",
        find_interposed,
    ),
)
