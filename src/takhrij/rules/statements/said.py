"""A verb says it: قال الوزير إن ..., الوزير قال ..., وكان الوزير قد قال ..."""

from takhrij.lexicon import actor_words
from takhrij.lexicon.function_words import group, spelled
from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.content import Content, clause_before, content_at
from takhrij.rules.statements.device import Device, Rule
from takhrij.rules.statements.frame import Frame, find_frame
from takhrij.rules.statements.going_on import Doing, is_object
from takhrij.rules.statements.guards import Saying, is_no_report, is_no_verb, is_thought_or_act
from takhrij.rules.statements.no_speakers import without_thing
from takhrij.rules.statements.objects import blamed, with_object
from takhrij.rules.statements.phrases import source_phrase
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Begins, Range, Sheet
from takhrij.rules.statements.subjects import UNSAID, subject_before
from takhrij.rules.statements.tokens import Is
from takhrij.rules.statements.unsaid import says_of_himself

# Verbs whose quotation is all they report; after the others the clause may go on behind it.
_BY = "ب"
_AND = "و"
_I = "أ"
# The post before a name and its comma has at most so many words.
_POST_WITHIN = 6
# A body that is named before its relative clause has so many words.
_BODY_WITHIN = 4
_PLAIN = frozenset({"said", "wrote", "asked", "spoke", "told", "reported", "criticised"})


def find_said(sheet: Sheet, i: int) -> Device | None:
    """The statement that the finite verb at word `i` reports."""
    forms = _verb_forms(sheet, i)
    if not forms or is_no_verb(sheet, i) or _is_in_name(sheet, i):
        return None
    before = subject_before(sheet, i, sheet.sentence(i)[0])
    if before == UNSAID:
        return None
    for form in forms:
        device = _said_by(sheet, i, form, before)
        if device is not None:
            return device
    return None


def _is_in_name(sheet: Sheet, i: int) -> bool:
    """Whether the word is part of a person's name: فيصل بن طالب."""
    if any(sheet.begins[k] & Begins.PERSON and sheet.name_end[k] > i for k in range(max(i - 3, 0), i)):
        return True
    if i and not sheet.tokens[i].joined and sheet.tokens[i - 1].folded in actor_words.group("parts_of_names"):
        # علي بن أبي | طالب
        return True
    # مدير الجهاز الوطني، دان سميث، الاثنين
    begins = sheet.name_kind.get(i) == "person" and not sheet.name_skip.get(i)
    if not begins or not i or not sheet.tokens[i - 1].flags & Is.COMMA:
        return False
    return any(token.title is not None for token in sheet.tokens[max(0, i - _POST_WITHIN) : i])


def _verb_forms(sheet: Sheet, i: int) -> list[Form]:
    """The reporting forms that the word may be, the likeliest first."""
    finite = [
        form
        for form in sheet.tokens[i].forms
        if form.is_finite and not (form.shape == "imperfect" and form.verb.takes == ("quote",))
    ]
    if sheet.page.words[i].endswith("بدي") and i in sheet.inside:
        # أبدي in somebody's own words is "I show", not أبدى.
        return []
    if finite and i + 1 < len(sheet.tokens) and sheet.tokens[i].folded in group("in_reply"):
        # وردا على سؤال is no dual of ورد.
        if sheet.tokens[i + 1].folded == "علي":
            return []
    if len(finite) > 1 and i + 1 < len(sheet.tokens):
        word = sheet.page.words[i + 1]
        finite.sort(key=lambda form: not any(len(p) == 1 and bears(word, p) for p in form.verb.prepositions))
    return finite


def _said_by(sheet: Sheet, i: int, form: Form, before: Range | None) -> Device | None:
    """The statement that the verb reports if it is the given form."""
    if sheet.tokens[i].pronoun and form.verb.lemma not in spelled("describing"):
        return None
    frame = _frame(sheet, i, form, before)
    if frame is None:
        return None
    if before is None:
        frame = without_thing(sheet, i, form, frame)
    saying = Saying(i, form, frame, before, before or _source(sheet, i, form, frame))
    if is_no_report(sheet, saying) or (saying.source is None and _is_my_own(sheet, i, form)):
        return None
    limit = _limit(sheet, saying)
    if frame.origin is not None:
        return _passed_on(sheet, saying, frame.origin, limit)
    if is_thought_or_act(sheet, saying):
        return None
    how = "that" if frame.how == "quote" and form.verb.act not in _PLAIN else frame.how
    limit = _nearer_limit(sheet, saying, limit)
    content = content_at(sheet, frame.content, frame.skip, how=how, limit=limit)
    if content is None:
        return None
    if _in_own_quotation(sheet, saying):
        content = Content(content.first, content.end, content.span, "direct")
    return Device(
        rule="statements.said" if before is None else "statements.subject_said",
        sort="verb",
        cue=(i, i + 1),
        source=saying.source,
        content=content,
        form=form,
        via=frame.via,
    )


def _is_my_own(sheet: Sheet, i: int, form: Form) -> bool:
    """Whether in somebody's own words the form is "I": "أعلم أن الطريق طويل", "أصر على براءتي"."""
    if i not in sheet.inside or form.shape != "perfect" or form.number > 1 or form.gender != "m":
        return False
    return sheet.page.words[i].removeprefix(_AND).startswith(_I) and not _is_past(sheet, i)


def _is_past(sheet: Sheet, i: int) -> bool:
    """Whether قد or كان before the verb shows that it is "he" who did so."""
    return i > 0 and bool(sheet.tokens[i - 1].flags & (Is.AUXILIARY | Is.RELATIVE))


def _passed_on(sheet: Sheet, saying: Saying, origin: Range, limit: int) -> Device | None:
    """ذكرت الصحيفة نقلا عن مصدر أن: the subject passes on what the origin said."""
    i, frame = saying.i, saying.frame
    content = content_at(sheet, frame.content, frame.skip, how=frame.how, limit=limit)
    if content is None:
        return None
    return Device(
        rule="statements.relayed",
        sort="relay",
        cue=(i, i + 1),
        source=origin,
        content=content,
        form=saying.form,
        via=frame.through,
        relay=saying.source,
        relayed=True,
    )


def _frame(sheet: Sheet, i: int, form: Form, before: Range | None) -> Frame | None:
    """What stands around the verb: the frame of its clause, or of its object where that is nearer."""
    limit = sheet.sentence(i)[1]
    if "blame" in form.verb.takes:
        return blamed(sheet, i, limit)
    if sheet.tokens[i].pronoun:
        frame = find_frame(sheet, i, form, limit)
        if frame is not None:
            return frame
    frame = find_frame(sheet, i, form, limit, subject=before is None and form.number == 1)
    return with_object(sheet, i, frame, form, before)


def _source(sheet: Sheet, i: int, form: Form, frame: Frame) -> Range | None:
    """The subject behind the verb, unless it is whom a verb such as ودعا addresses."""
    source = frame.source
    if source is not None and (_is_his(sheet, i, form, frame, source) or says_of_himself(sheet, i, frame.content)):
        return None
    if source is not None and sheet.tokens[i].joined and "target" in form.verb.takes:
        if sheet.tokens[source[0]].folded in group("addressed") or _is_target(sheet, i, frame):
            return None
    relative = i > 0 and sheet.tokens[i - 1].flags & Is.RELATIVE
    if source is not None and "target" in form.verb.takes and not (sheet.tokens[i].pronoun or relative):
        doing = Doing(form.verb.lemma, form.gender, form.number, form.shape, sheet.tokens[i].joined == _AND)
        if is_object(sheet, i, doing, source, lambda k: sheet.tokens[k].is_finite):
            return None
    return source


def _is_his(sheet: Sheet, i: int, form: Form, frame: Frame, source: Range) -> bool:
    """Whether the phrase right before what somebody is accused of is his who accuses: اتهم سلفه فلانا بالتخلي."""
    title = sheet.tokens[source[0]].title
    if title is None or not title.possessed or title.number != 1 or sheet.tokens[i].pronoun:
        return False
    at_once = source[1] < len(sheet.tokens) and sheet.tokens[source[1]].folded.startswith(_BY)
    return at_once and frame.content - source[1] <= 1 and form.verb.lemma in spelled("need_object")


def _is_target(sheet: Sheet, i: int, frame: Frame) -> bool:
    """Whether the one phrase behind the verb is whom it accuses: انتقد الوزير الخطة واتهم المعارضة بالتعطيل."""
    source, verb = frame.source, sheet.tokens[i].forms[0].verb
    if (
        source is None
        or sheet.tokens[i].pronoun
        or frame.how == "that"
        and sheet.tokens[frame.content - 1].folded[:1] != _BY
    ):
        return False
    if verb.lemma not in spelled("need_object") or frame.content - source[1] > 1:
        return False
    if verb.lemma in spelled("judging_whom") and _says_of(sheet, source, frame.content - 1):
        return True
    if frame.how == "preposition" and _is_one_body(sheet, *source):
        # وتتهم حركة الأمل التي تدير القطاع | باستخدام المدارس
        return True
    first = sheet.sentence(i)[0]
    return any(t.is_finite and t.forms[0].shape == "perfect" for t in sheet.tokens[first:i])


def _is_one_body(sheet: Sheet, first: int, end: int) -> bool:
    """Whether a body and what is told of it in a relative clause are all that stands there."""
    head = sheet.tokens[first].head
    if head is None or head.kind != "organization":
        return False
    relative = next((k for k in range(first, end) if sheet.tokens[k].flags & Is.RELATIVE), end)
    return first + 1 < relative < end and relative - first <= _BODY_WITHIN


def _says_of(sheet: Sheet, source: Range, that: int) -> bool:
    """Whether the pronoun of بأنهم at word `that` means the one phrase behind the verb: ووصف النواب بأنهم."""
    pronoun = sheet.tokens[that].folded.removeprefix("بان")
    first = sheet.tokens[source[0]]
    many = first.title is not None and first.title.number == 3
    return bool(pronoun) and (pronoun == "هم") == many


def _limit(sheet: Sheet, saying: Saying) -> int:
    """Where what was said ends at the latest: with the sentence, the quotation it is told in, or عندما's clause."""
    i, limit = saying.i, sheet.sentence(saying.i)[1]
    quote = sheet.inside.get(i)
    if quote is not None and quote.closed:
        limit = min(limit, quote.end)
    if i and (sheet.tokens[i - 1].bare in group("occasions_of_verb") or _is_after_event(sheet, i)):
        return _to_comma_outside(sheet, saying.frame.content, limit)
    return limit


def _is_after_event(sheet: Sheet, i: int) -> bool:
    """Whether بعد أن stands before the verb."""
    if i < 2 or sheet.tokens[i - 1].folded != "ان":
        return False
    return sheet.tokens[i - 2].bare == "بعد"


def _nearer_limit(sheet: Sheet, saying: Saying, limit: int) -> int:
    """The limit of what a relative clause tells, which ends at its comma, and of what وصف quotes."""
    i, content = saying.i, saying.frame.content
    if i and sheet.tokens[i - 1].flags & Is.RELATIVE:
        limit = _to_comma_outside(sheet, content + 1, limit)
    if _in_own_quotation(sheet, saying):
        limit = min(limit, sheet.inside[content].end)
    if saying.form.verb.lemma == "وصف":
        if content in sheet.quote_at:
            limit = min(limit, sheet.quote_at[content].end + 1)
        elif saying.i and sheet.tokens[saying.i].pronoun:
            # إصابات وصفها بأنها ليست خطيرة، وتم نقل الجرحى
            limit = _to_comma_outside(sheet, content + 1, limit)
    return limit


def _in_own_quotation(sheet: Sheet, saying: Saying) -> bool:
    """Whether what was said begins inside a quotation that opens behind its verb: دعت "الأطراف إلى وقف القتال"."""
    content = saying.frame.content
    quote = sheet.inside.get(content) if saying.frame.how == "preposition" else None
    return quote is not None and saying.i < quote.first < content


def _to_comma_outside(sheet: Sheet, first: int, limit: int) -> int:
    """The first comma from word `first` on that no quotation holds."""
    return next((k for k in range(first, limit) if sheet.tokens[k].flags & Is.COMMA and k not in sheet.inside), limit)


def find_interposed(sheet: Sheet, i: int) -> Device | None:
    """The statement into which "- يضيف البيان -" or "، يقول الطبيب." is put."""
    tokens = sheet.tokens
    form = next(iter(_verb_forms(sheet, i)), None)
    if form is None or i == 0 or not tokens[i - 1].flags & (Is.COMMA | Is.DASH | Is.QUOTE):
        return None
    if tokens[i].joined or tokens[i].pronoun:
        return None
    if "quote" not in form.verb.takes or (form.number == 2 and form.shape == "perfect"):
        return None
    if form.shape == "imperfect" and form.verb.lemma in spelled("basic_alike"):
        # تبلغ قيمتها مليون دينار
        return None
    first, limit = sheet.sentence(i)
    end = source_phrase(sheet, i + 1, limit)
    if end == i + 1 or (end < limit and not tokens[end].flags & (Is.STOP | Is.DASH | Is.BREAK | Is.COMMA)):
        return None
    if end < limit and tokens[end].flags & Is.COMMA and not tokens[i - 1].flags & Is.QUOTE:
        return None
    if i - 2 in sheet.quote_at or i - 1 in sheet.quote_at:
        return None
    content = clause_before(sheet, i, first)
    if end < limit and tokens[end].flags & Is.DASH and (content is None or content.end - content.first < limit - end):
        # وخلال الموسم -يضيف المدير- سجلنا ألف زائر: the greater part stands behind.
        content = content_at(sheet, end + 1, 0, how="that", limit=limit) or content
    if content is None:
        return None
    return Device("statements.interposed", "verb", (i, i + 1), (i + 1, end), content, form)


RULES = (
    Rule(
        "statements.said",
        "finite",
        "A verb of saying, its subject after it or left out, and what was said after أن, a preposition or a colon, "
        "or quoted.",
        find_said,
    ),
    Rule(
        "statements.interposed",
        "finite",
        "A verb of saying and its subject put into or after what was said: - يضيف البيان -.",
        find_interposed,
    ),
)
