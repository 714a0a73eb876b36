"""The subject of a verb of saying where it stands before it: الوزير قال, الناطق الذي قال, تقرير أفاد."""

from typing import Final

from takhrij.lexicon.function_words import group, letters, spelled
from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.addressees import before_who_he_is, ends_before, is_sent_with_text
from takhrij.rules.statements.agreement import only_describes
from takhrij.rules.statements.asides import is_apposed
from takhrij.rules.statements.behind_that import unknown_behind_that
from takhrij.rules.statements.name_quotes import is_name_quote
from takhrij.rules.statements.phrases import noun_phrase, source_phrase
from takhrij.rules.statements.relatives import holds_two, is_no_antecedent, last_of_two, named_before_aside
from takhrij.rules.statements.sheet import Begins, Range, Sheet
from takhrij.rules.statements.tokens import Is, is_accusative
from takhrij.rules.statements.unsaid import has_pronoun, is_taken_up_by_noun
from takhrij.text.clitics import segment

# What `subject_before` finds where the verb reports nothing: ما قاله.
UNSAID: Final = (-1, -1)
# What a subject may be followed by without ending a clause before the verb.
BOUNDARY = Is.STOP | Is.BREAK | Is.COMMA | Is.COLON | Is.DASH | Is.QUOTE | Is.CLOSE
# How far before its verb a subject, an antecedent and an indefinite noun with its relative clause may begin, and how
# far behind it the subject of a relative clause's verb may end.
_BACK = 30
_ANTECEDENT_WITHIN = 12
_BARE_WITHIN = 7
_FOLLOWS_WITHIN = 14
_LONGEST_TIME = 5
_ASIDE_WITHIN = 14
_ENDS_CLAUSE = Is.STOP | Is.BREAK | Is.COMMA
_ENDS_TOPIC = Is.STOP | Is.BREAK | Is.COLON | Is.THAT
# A quoted name before its verb has at most so many words.
_QUOTED_WITHIN = 4
_HANGING = "وفبك"
_DOTS = ".."
_ARTICLE = "ال"
_AND = "و"
_FOR = "ل"
_BY = "ب"
# الإقبال الكبير
_GREAT = frozenset(
    [
        "كبير",
    ]
)
_BLOCKED = Is.ADJUNCT | Is.MARK | Is.NEGATION | Is.AUXILIARY | Is.THAT | Is.RELATIVE


def subject_before(sheet: Sheet, i: int, first: int) -> Range | None:
    """The subject that stands before the verb at word `i`; None where it may follow, UNSAID where nothing is said."""
    tokens = sheet.tokens
    if tokens[i].joined == "ف" or (i > first and tokens[i - 1].folded in group("answers_topic")):
        return _topic(sheet, i, first)
    if tokens[i].joined:
        return None
    j = _before_pauses(sheet, i - 1, first)
    while j >= first and tokens[j].flags & Is.AUXILIARY:
        j -= 1
    j = before_who_he_is(sheet, j, first)
    if j < first:
        return None
    token = tokens[j]
    if takes_up(sheet, i) and (ends_before(sheet, i, token) or is_sent_with_text(sheet, i, first)):
        # نشر بيانا قال فيه: whoever published it; رد على خطاب فلان، قال فيه: whose speech it is.
        return None
    if token.flags & Is.RELATIVE:
        return _of_relative(sheet, i, j, first)
    if token.folded in group("what_joined") or token.flags & (Is.AS_SAID | Is.ACCORDING):
        return None if token.folded == "كما" else UNSAID
    if token.flags & Is.QUOTE:
        quoted = _quoted_name(sheet, j, first) or _before_quotation(sheet, j, first)
        if quoted is not None:
            return quoted
    start = _clause_start(sheet, j, first)
    if start > j:
        return None
    if tokens[start].folded in group("going_on"):
        # مضى الكاتب يقول
        start += 1
    if tokens[j].flags & Is.CLOSE:
        # المنظمة الدولية للهجرة (آي أو إم) دعت
        j = _before_bracket(sheet, j, start)
    end = _phrase_up_to(sheet, start, j + 1)
    if end:
        return start, end
    if tokens[start].folded in group("aside_openings") and i + 1 < len(tokens) and is_source_like(sheet, i + 1):
        # ومن جهة أخرى حذر المعهد: the subject follows.
        return None
    return _bare_relative(sheet, i, max(start, i - _BARE_WITHIN)) or unknown_behind_that(sheet, i, start)


def _before_bracket(sheet: Sheet, j: int, start: int) -> int:
    """The word before the bracket that closes at word `j`, or `j` where none opened."""
    for k in range(j - 1, start, -1):
        if sheet.tokens[k].flags & Is.OPEN:
            return k - 1
    return j


def _before_dashes(sheet: Sheet, j: int, first: int) -> int:
    """The word before the aside between dashes that ends at word `j`, or `j` where none begins."""
    for k in range(j - 2, max(first, j - _ASIDE_WITHIN), -1):
        if sheet.tokens[k].flags & Is.DASH:
            return k - 1
        if sheet.tokens[k].flags & (Is.STOP | Is.BREAK):
            break
    return j


def _of_relative(sheet: Sheet, i: int, j: int, first: int) -> Range | None:
    """The subject of a verb behind the relative pronoun at word `j`: what that takes up, unless it is left out."""
    token, relative = sheet.tokens[i], sheet.tokens[j]
    if _is_taken_up(token.pronoun, relative.bare):
        # دول الخليج التي وصفها: the pronoun takes up what went before, and he who speaks is left out.
        return None
    form = token.forms[0]
    if form.number > 1 and relative.bare in group("relative_of_one"):
        # زواج الأطفال، الذي قالوا إنه: they are others.
        return None
    if form.number == 1 and not takes_up(sheet, i):
        one, _, many = letters("taken_up")
        if relative.bare == many or (relative.bare == one and any(form.gender == "f" for form in token.forms)):
            # زعيم الحركة الذي تقول إنه, الموظفين الذين تقول إنهم: she is another.
            return None
    if form.number == 1 and form.gender == "m" and relative.bare == letters("taken_up")[1]:
        # الشركات التي يرى أنها تربح: he holds it; تصريحات الوزير التي قال فيها: whose words they are.
        before = _antecedent(sheet, j, first)
        head = sheet.tokens[before[0]].head if before is not None else None
        return before if takes_up(sheet, i) or (head is not None and head.kind == "document") else None
    return None if _subject_follows(sheet, i, token.forms[0]) else _antecedent(sheet, j, first)


def takes_up(sheet: Sheet, i: int) -> bool:
    """Whether the verb at word `i` tells what is in a text or an occasion named before it: قال فيه."""
    return i + 1 < len(sheet.tokens) and sheet.tokens[i + 1].folded in group("in_which")


def _is_taken_up(pronoun: str, relative: str) -> bool:
    """Whether a verb's object pronoun agrees with the relative pronoun before it: الذي وصفه, التي وصفها."""
    return bool(pronoun) and (relative, pronoun) in zip(letters("taken_up"), letters("taking_up"), strict=True)


def _quoted_name(sheet: Sheet, j: int, first: int) -> Range | None:
    """A quoted name that ends with word `j` and opens what is said: "صوت الجنوب" تعلن, رويترز: "صوت الجنوب" تعلن."""
    first = _behind_outlet(sheet, j, first)
    quote = sheet.quote_at.get(first)
    if quote is None or quote.end != j or quote.end - quote.first > _QUOTED_WITHIN or j + 2 >= len(sheet.tokens):
        return None
    token = sheet.tokens[quote.first]
    if token.flags & ~Is.DEFINITE or token.forms or is_source_like(sheet, j + 2):
        return None
    return (first, j + 1) if is_name_quote(sheet, first) else None


def _behind_outlet(sheet: Sheet, j: int, first: int) -> int:
    """The mark that opens the quotation up to word `j` behind an outlet and a colon; `first` where there is none."""
    outlet = next((k for k in range(first, j) if sheet.name_kind.get(k) == "outlet"), j)
    opening = sheet.name_end.get(outlet, j) + 1
    return opening if opening in sheet.quote_at and sheet.tokens[opening - 1].flags & Is.COLON else first


def _before_quotation(sheet: Sheet, j: int, first: int) -> Range | None:
    """The person or body that fills the clause before the quotation which the verb opens: فلان "يتوقع فشل القمة"."""
    if j not in sheet.quote_at or j == first:
        return None
    begin = _clause_start(sheet, j - 1, first)
    while begin < j and (sheet.tokens[begin].folded == "#" or sheet.tokens[begin].flags & Is.QUOTE):
        begin += 1
    if begin >= j or not is_source_like(sheet, begin):
        return None
    return (begin, j) if noun_phrase(sheet, begin, j) == j else None


def _bare_relative(sheet: Sheet, i: int, lowest: int) -> Range | None:
    """An indefinite noun whose relative clause begins with the verb at word `i`: تقرير حكومي أفاد, محتجين يطالبون."""
    if sheet.name_kind.get(i + 1) == "person" and not sheet.name_skip.get(i + 1) and not _is_blamed(sheet, i):
        # بعد تعرض أحد الأعضاء لهجوم قال فلان: whoever is named right behind the verb.
        return None
    form = sheet.tokens[i].forms[0]
    for start in range(lowest, i if not sheet.tokens[i].pronoun else lowest):
        # معهد تقني | تتهمه: whom the pronoun means does not speak.
        token = sheet.tokens[start]
        if token.flags & (Is.DEFINITE | Is.MARK) or sheet.begins[start]:
            continue
        likely = token.title is not None or token.head is not None
        if not likely and not (
            form.number == 3 and start == i - 1 and token.folded.endswith(letters("plural_endings"))
        ):
            continue
        if token.title is not None and (token.title.definite or token.title.possessed or only_describes(sheet, start)):
            continue
        if token.title is not None and token.title.proclitics == _FOR:
            # إساءاتهم | لخادم الحرمين تؤكد; باتصالنا بمصدر أمني أكد
            continue
        if start and sheet.tokens[start - 1].bare in group("shortly"):
            # وبعيد إعلان تنحيها أعلنت الأكاديمية
            return None
        if start and sheet.tokens[start - 1].flags & Is.AUXILIARY and is_accusative(sheet.page.words[start]):
            # كان محتجزا: what he was.
            continue
        if noun_phrase(sheet, start, i) == i:
            return None if _own_subject_follows(sheet, i) else (start, i)
    return None


def _is_blamed(sheet: Sheet, i: int) -> bool:
    """Whether the one named behind the verb at word `i` is accused: تغريدة تتهم | فلانا بالنهب."""
    end = sheet.name_end[i + 1]
    if sheet.tokens[i].forms[0].verb.lemma not in spelled("need_object") or end >= len(sheet.tokens):
        return False
    return sheet.tokens[end].folded.startswith(_BY)


def _own_subject_follows(sheet: Sheet, i: int) -> bool:
    """Whether the subject of the verb at word `i` stands behind it: بعد زيارة مقر البعثة أكدت الوزيرة."""
    form = sheet.tokens[i].forms[0]
    if i + 1 >= len(sheet.tokens) or form.number > 1 or "target" in form.verb.takes or form.shape != "perfect":
        return False
    title, head = sheet.tokens[i + 1].title, sheet.tokens[i + 1].head
    if head is not None and head.definite and not head.proclitics and i + 2 < len(sheet.tokens):
        # منظمات قالت السلطات إنها سرية
        return bool(sheet.tokens[i + 2].flags & Is.THAT)
    return title is not None and title.title.kind == "role" and title.number == 1 and not title.proclitics


def _topic(sheet: Sheet, i: int, first: int) -> Range | None:
    """The subject of أما الوزير فقال or أما الوزيرة، فقد قالت: what stands between أما and the verb with its ف."""
    tokens = sheet.tokens
    verb = i if tokens[i].joined == "ف" else i - 1
    topic = next((k for k in range(verb - 1, max(first, verb - _BACK) - 1, -1) if tokens[k].bare == "اما"), -1)
    if topic < 0 or not _may_start(sheet, topic + 1):
        return None
    end = verb - 1 if tokens[verb - 1].flags & Is.COMMA else verb
    named = sheet.name_end.get(topic + 1, 0)
    if 0 < named < end - 1 and tokens[named].flags & Is.COMMA and tokens[named + 1].flags & Is.RELATIVE:
        # أما مريم، التي تشعر أن الحياة صعبة، فقالت
        return topic + 1, named
    if end <= topic + 1 or any(token.flags & _ENDS_TOPIC for token in tokens[topic + 1 : end]):
        return None
    return topic + 1, end


def _before_pauses(sheet: Sheet, j: int, first: int) -> int:
    """Back over a time between commas, or an aside between dashes: وزير الصحة، يوم أمس، قال."""
    if j > first and sheet.tokens[j].flags & Is.DASH:
        # سرايا القدس -الجناح العسكري للحركة- أعلنت
        return _before_dashes(sheet, j, first)
    if j <= first or not sheet.tokens[j].flags & Is.COMMA:
        return j
    for start in range(max(first, j - _LONGEST_TIME), j):
        if sheet.time_end.get(start) == j and start > first and sheet.tokens[start - 1].flags & Is.COMMA:
            return start - 1
    return j


def may_open(sheet: Sheet, i: int) -> bool:
    """Whether a verb at word `i` may open a clause with its subject left out."""
    before = sheet.tokens[i - 1] if i else None
    if takes_up(sheet, i):
        return True
    if before is None or before.flags & (BOUNDARY | Is.AUXILIARY | Is.RELATIVE | Is.AS_SAID | Is.THAT):
        return True
    return before.bare in group("clause_links") or before.folded in group("going_on")


def _subject_follows(sheet: Sheet, i: int, form: Form) -> bool:
    """Whether the subject of a relative clause's verb stands after it: التي تعتبر السلطات أنها ..."""
    count = len(sheet.tokens)
    if i + 1 >= count:
        return False
    if "target" in form.verb.takes and _may_start(sheet, i + 1):
        # التي تتهم الرئيس بالكذب: whom she accuses; المظاهرة التي دعت النقابة إليها: who calls for it.
        return _is_resumed(sheet, i + 1, min(count, i + _FOLLOWS_WITHIN), form) or _are_two(sheet, i + 1, form)
    if "noun" not in form.verb.takes and _may_start(sheet, i + 1):
        return True
    if not is_source_like(sheet, i + 1):
        return False
    end = source_phrase(sheet, i + 1, min(count, i + _FOLLOWS_WITHIN))
    if end < count and (sheet.tokens[end].flags & Is.THAT or end in sheet.quote_at):
        return True
    # الذي أعلن تنظيم الأمل مسؤوليته عنه
    owned = end < count and bool(segment(sheet.page.words[end]).enclitic) and not sheet.tokens[end].flags
    return owned and "target" not in form.verb.takes


def _are_two(sheet: Sheet, i: int, form: Form) -> bool:
    """Whether who accuses and who is accused both stand behind the verb: التي اتهمت | بريطانيا موسكو بالوقوف وراءها."""
    end = sheet.name_end.get(i, i)
    return form.verb.lemma in spelled("need_object") and end in sheet.name_end and not sheet.name_skip.get(end)


def _is_resumed(sheet: Sheet, first: int, limit: int, form: Form) -> bool:
    """Whether a pronoun behind a preposition of the verb takes up what its relative clause describes: إليها."""
    end = next((k for k in range(first, limit) if sheet.tokens[k].flags & _ENDS_CLAUSE), limit)
    return any(has_pronoun(sheet, k, form) or is_taken_up_by_noun(sheet, k, form) for k in range(first, end))


def _antecedent(sheet: Sheet, j: int, first: int) -> Range | None:
    """The noun phrase that a relative pronoun at word `j` takes up: الناطق الذي قال."""
    end = j
    if end > first and sheet.tokens[end - 1].flags & (Is.COMMA | Is.PRONOUN):
        # أرملة فلان هي | التي
        end -= 1
    for start in range(max(first, end - _ANTECEDENT_WITHIN), end):
        if _only_describes(sheet, start, first) or is_no_antecedent(sheet, start, j):
            continue
        if is_source_like(sheet, start) and noun_phrase(sheet, start, end) == end and not holds_two(sheet, start, end):
            return last_of_two(sheet, start, end, sheet.tokens[j].bare), end
    return named_before_aside(sheet, j, max(first, j - _ASIDE_WITHIN))


def _only_describes(sheet: Sheet, start: int, first: int) -> bool:
    """Whether the title at word `start` is an adjective of the noun before it: الإقبال | الكبير."""
    title, before = sheet.tokens[start].title, sheet.tokens[start - 1]
    if start <= first or title is None or not title.definite or start in sheet.name_end:
        return False
    definite = before.folded.lstrip(_HANGING).startswith(_ARTICLE)
    definite = definite or bool(before.flags & Is.DEFINITE)
    return definite and before.title is None and before.head is None and title.title.word in _GREAT


def _clause_start(sheet: Sheet, j: int, first: int) -> int:
    """Where the clause of word `j` begins: after a boundary, a relative pronoun or أن."""
    tokens = sheet.tokens
    k = j
    while k >= first and j - k < _BACK:
        flags = tokens[k].flags
        if flags & (Is.STOP | Is.BREAK | Is.COLON | Is.DASH | Is.RELATIVE) or (flags & Is.THAT and k != j):
            return k + 1
        if tokens[k].folded.startswith(_DOTS) or (flags & Is.COMMA and not is_apposed(sheet, k, j)):
            return k + 1
        if flags & Is.QUOTE and k in sheet.quote_at and k != j and not is_name_quote(sheet, k):
            return k + 1
        if flags & Is.AUXILIARY:
            return k + 1
        if k < j and tokens[k].bare in group("clause_breaks"):
            return k + 1
        k -= 1
    return k + 1


def _may_start(sheet: Sheet, i: int) -> bool:
    token = sheet.tokens[i]
    if i in sheet.name_end:
        return True
    if token.flags & _BLOCKED or token.folded in group("no_subject") or i in sheet.time_end:
        return False
    if not token.flags & Is.DEFINITE and token.title is not None and is_accusative(sheet.page.words[i]):
        # محتجزا stands in the accusative: it is no subject.
        return False
    if token.title or token.head or token.flags & Is.DEFINITE or token.folded in group("leading_plurals"):
        return True
    many = sheet.tokens[i + 1]
    people = many.folded.endswith(letters("plural_endings")) or (many.title is not None and many.title.number > 1)
    return token.folded in group("may_speak") and bool(many.flags & Is.DEFINITE) and people


def _phrase_up_to(sheet: Sheet, start: int, end: int) -> int | None:
    """The end of the source phrase if it fills `start` to `end` but for a closing comma, else None."""
    tokens = sheet.tokens
    if tokens[end - 1].flags & Is.COMMA:
        end -= 1
    while start < end and tokens[start].bare in group("clause_starts"):
        start += 1
    while start < end and tokens[start].folded == "#":
        start += 1
    if start >= end or not _may_start(sheet, start):
        return None
    reached = source_phrase(sheet, start, end)
    if start < reached < end and tokens[start].title is not None:
        head = tokens[reached].head
        if head is not None and head.kind == "organization" and head.proclitics == "ب":
            # النائب عن الحزب | بمجلس النواب فلان.
            reached = source_phrase(sheet, reached, end)
    return end if reached == end else None


def is_source_like(sheet: Sheet, i: int) -> bool:
    """Whether a phrase that begins at word `i` can speak: a name, a title, an organisation, a document."""
    token = sheet.tokens[i]
    if sheet.begins[i] & Begins.NAME:
        return True
    if token.title is not None and not token.title.proclitics:
        return True
    if token.head is not None and not token.head.proclitics:
        return True
    if token.folded == "كل":
        return i + 1 < len(sheet.tokens) and sheet.tokens[i + 1].folded == "من"
    if token.flags & Is.NUMBER:
        return i + 1 < len(sheet.tokens) and _is_counted(sheet, i + 1)
    return token.folded in group("may_speak") or i in sheet.quote_at


def _is_counted(sheet: Sheet, i: int) -> bool:
    """Whether whoever can speak is counted at word `i`: دولة, من المسؤولين, نائبا."""
    token = sheet.tokens[i]
    if token.folded == "من" and i + 1 < len(sheet.tokens):
        token = sheet.tokens[i + 1]
    return token.title is not None or token.folded in group("counted_speakers")
