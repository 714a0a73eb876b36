"""What was said as a noun phrase: أكد الوزير دعم الخطة, رفض المتهم التهم, حملت الحكومة المعارضة مسؤولية الأزمة."""

from takhrij.lexicon import actor_words
from takhrij.lexicon.function_words import group, letters, spelled
from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.frame import Frame
from takhrij.rules.statements.joint import speakers_phrase
from takhrij.rules.statements.outlets import outlet_at
from takhrij.rules.statements.phrases import noun_phrase, source_phrase
from takhrij.rules.statements.proclitics import taken
from takhrij.rules.statements.sheet import Range, Sheet
from takhrij.rules.statements.subjects import is_source_like
from takhrij.rules.statements.tokens import Is, is_accusative

# What is blamed on somebody stands within so many words of the verb.
_BLAME_WITHIN = 14
# An occasion between the verb and its object has so many words: في مؤتمر صحفي.
_OCCASION = 4
# A time or a name that ends right before أن has at most so many words.
_LONGEST_PAUSE = 5
_CHIEF_WITHIN = 4
_BY = "ب"
_NO_OBJECT = Is.STOP | Is.BREAK | Is.COLON | Is.THAT | Is.RELATIVE | Is.NEGATION


def blamed(sheet: Sheet, i: int, limit: int) -> Frame | None:
    """The frame of حملت الحكومة المعارضة مسؤولية الأزمة: what is laid on the one blamed."""
    for j in range(i + 1, min(limit, i + _BLAME_WITHIN)):
        token = sheet.tokens[j]
        if token.flags & (Is.STOP | Is.BREAK | Is.COLON):
            return None
        if token.bare.removeprefix("ال") in group("responsibility"):
            end = source_phrase(sheet, i + 1, j)
            return Frame((i + 1, end) if end > i + 1 else None, j, 0, "preposition")
    return None


def with_object(sheet: Sheet, i: int, frame: Frame | None, form: Form, before: Range | None) -> Frame | None:
    """The frame of أكد الوزير دعم الخطة: the noun phrase is what was said, if it stands nearer than any clause.

    `frame` is what was found without looking for an object, `before` the subject before the verb.
    """
    limit = sheet.sentence(i)[1]
    if "noun" not in form.verb.takes or i + 1 >= limit:
        return frame
    if sheet.tokens[i].pronoun:
        return _judged(sheet, i, frame, before) if form.verb.lemma in spelled("judging") else frame
    found = _object_after(sheet, i, limit, before)
    if found is None or (found[0] is not None and form.number > 1):
        # What many did stands behind those who did it: الذين اعتبروا الوطن غنيمة.
        return frame
    if frame is not None and frame.how == "preposition" and frame.source is not None and "target" in form.verb.takes:
        # شكر الرئيس الشعب على صبره
        return frame
    if frame is not None:
        return _nearer(sheet, frame, found, before, limit)
    source, content = found
    return Frame(source, content, 0, "noun", None) if content < limit else None


def _judged(sheet: Sheet, i: int, frame: Frame | None, before: Range | None) -> Frame | None:
    """The frame of تعتبرها الوزارة خطوة مهمة: what somebody is said to hold of what the pronoun means."""
    limit = sheet.sentence(i)[1]
    j = i + 1
    many = any(form.number > 1 and form.is_finite for form in sheet.tokens[i].forms)
    # يعتبرونها عقيدة: those who do so stand before it.
    end = source_phrase(sheet, j, limit) if before is None and not many and is_source_like(sheet, j) else j
    if end >= limit or not _may_be_object(sheet, end) or sheet.tokens[end].flags & (_NO_OBJECT | Is.MARK | Is.DEFINITE):
        return frame
    if frame is not None and frame.content <= end + 1:
        return frame
    return Frame((j, end) if end > j else None, end, 0, "noun")


def _nearer(sheet: Sheet, frame: Frame, found: tuple[Range | None, int], before: Range | None, limit: int) -> Frame:
    """Of the clause or quotation in `frame` and the object `found` with its subject, what was said."""
    source, content = found
    if frame.content <= content + 1:
        return frame
    if before is not None and frame.how in ("preposition", "quote", "colon"):
        return Frame(None, content, 0, "noun", frame.via)
    others = group("while_others")
    if frame.how == "that" and any(sheet.tokens[k].folded in others for k in range(content, frame.content)):
        # نفت الحكومة شن الضربة، فيما ذكر الحزب أن ...
        return Frame(source, content, 0, "noun", frame.via)
    if frame.how == "that" and source is not None and _paused(sheet, frame.content - 1):
        paused = sheet.tokens[source[1]].flags & Is.COMMA
        end = source[1] if paused else _to_comma(sheet, content, frame.content)
        return Frame((source[0], end), frame.content, 0, "that", frame.via)
    if source is None and _keeps_source(sheet, frame, content, before):
        return frame
    if frame.how == "that" and sheet.tokens[content].flags & (Is.THAT | Is.ADJUNCT | Is.MARK):
        return frame
    return Frame(source, content, 0, "noun", frame.via) if content < limit else frame


def _keeps_source(sheet: Sheet, frame: Frame, content: int, before: Range | None) -> bool:
    """Whether the source of the frame, or the subject before the verb, is surer than an object without a subject."""
    if before is not None:
        return True
    if frame.source is None:
        return False
    first = frame.source[0]
    token = sheet.tokens[first]
    known = is_source_like(sheet, first) or token.flags & Is.DEFINITE or token.folded in group("telling_things")
    return bool(known) or content != first


def _paused(sheet: Sheet, that: int) -> bool:
    """Whether a comma, a time or a name stands before أن, so that it belongs to the verb and not to a word between."""
    if sheet.tokens[that - 1].flags & (Is.COMMA | Is.CLOSE):
        return True
    return any(
        sheet.time_end.get(that - back) == that or sheet.name_end.get(that - back) == that
        for back in range(1, _LONGEST_PAUSE + 1)
    )


def _to_comma(sheet: Sheet, first: int, end: int) -> int:
    return next((k for k in range(first, end) if sheet.tokens[k].flags & Is.COMMA), first)


def _object_after(sheet: Sheet, i: int, limit: int, before: Range | None) -> tuple[Range | None, int] | None:
    """The subject after the verb, if there is one, and the first word of its object."""
    j = _skip_asides(sheet, i + 1, limit)
    if j >= limit:
        return None
    end = j
    if before is None and is_source_like(sheet, j):
        end = _past_employer(sheet, i, speakers_phrase(sheet, j, _to_asked(sheet, i, j, limit)), limit)
    if end == j:
        asked = _over_addressee(sheet, i, j, limit)
        if asked >= limit or (asked > j and (sheet.tokens[asked].flags & Is.MARK or asked in sheet.name_end)):
            return None
        return _object_alone(sheet, i, asked, before)
    for last in (end, noun_phrase(sheet, j, limit)):
        if _ate_object(sheet, j, last, limit):
            return (j, last - 1), last - 1
    k = _over_addressee(sheet, i, _skip_asides(sheet, end, limit), limit)
    partitive = end < limit and sheet.tokens[end].folded == "من"
    if _no_object(sheet, k, limit) and not _is_definite(sheet, j) and not partitive:
        # أكد قوة العلاقات: what looks like a speaker is what was said.
        return (None, j) if sheet.tokens[j].title is None else None
    if k >= limit or sheet.tokens[k].flags & _NO_OBJECT:
        return None
    object_ = sheet.tokens[k]
    if object_.is_finite and not object_.joined and not _is_like_verb(sheet, k, j, end):
        return None
    if object_.folded in group("this") or _may_be_object(sheet, k):
        return (j, end), k
    return None


def _past_employer(sheet: Sheet, i: int, end: int, limit: int) -> int:
    """Past the body with ب where the source works, if the verb at word `i` takes no ب: مصدر مسؤول | بوزارة التربية."""
    if end >= limit or any(_BY in form.verb.prepositions for form in sheet.tokens[i].forms):
        return end
    head = sheet.tokens[end].head
    employs = head is not None and head.kind == "organization" and head.proclitics == _BY
    return max(end, noun_phrase(sheet, end, limit)) if employs else end


def _is_like_verb(sheet: Sheet, k: int, first: int, end: int) -> bool:
    """Whether what looks like a verb at word `k` is what was said: رفض الوزير طلب, استنكر رئيس الجمعية تواصل الانقطاع.

    Behind an indefinite subject from `first` to `end` a verb tells of it: قال مسؤول يعمل في الوزارة.
    """
    token = sheet.tokens[k]
    if sheet.tokens[first].flags & Is.DEFINITE or token.folded in group("elatives"):
        return True
    if not any(_is_definite(sheet, at) for at in range(first, end)):
        return False
    if token.pronoun and all(form.shape == "perfect" and form.gender == "m" for form in token.forms if form.is_finite):
        # أعلنت روسيا رفضها المهلة
        return True
    title = sheet.tokens[first].title
    he = title is not None and not title.feminine and title.number == 1
    return token.bare in group("homographs") or (
        he and all(form.gender == "f" for form in token.forms if form.is_finite)
    )


def _is_definite(sheet: Sheet, j: int) -> bool:
    """Whether the subject at word `j` is certain: a definite noun, a name, or صحيفة "..."."""
    if sheet.tokens[j].head is not None and j + 1 in sheet.quote_at:
        return True
    return bool(sheet.tokens[j].flags & Is.DEFINITE) or j in sheet.name_end


def _to_asked(sheet: Sheet, i: int, j: int, limit: int) -> int:
    """The limit of the subject of طلب: before the من of the one asked."""
    if any(form.verb.lemma == "طلب" for form in sheet.tokens[i].forms):
        return next((k for k in range(j + 1, min(limit, j + _BLAME_WITHIN)) if sheet.tokens[k].folded == "من"), limit)
    return limit


def _over_addressee(sheet: Sheet, i: int, j: int, limit: int) -> int:
    """Over منه, and over whom طلب asks: طلب الوزير من اللجنة."""
    tokens = sheet.tokens
    if j < limit and tokens[j].folded in group("of_one"):
        j += 1
    if j < limit and tokens[j].folded == "من":
        if any(form.verb.lemma == "طلب" for form in tokens[i].forms):
            return max(j + 1, _with_name(sheet, source_phrase(sheet, j + 1, limit)))
    return j


def _with_name(sheet: Sheet, end: int) -> int:
    """The end of a phrase with the person's name behind it: ممثل البلاد في الأمم المتحدة | فلان."""
    return sheet.name_end[end] if sheet.name_kind.get(end) == "person" else end


def _object_alone(sheet: Sheet, i: int, j: int, before: Range | None) -> tuple[Range | None, int] | None:
    """The object at word `j` of a verb without a subject behind it that is known to speak."""
    token = sheet.tokens[j]
    if token.flags & _NO_OBJECT:
        return None
    if before is not None and token.folded in group("this"):
        return None, j
    if not _may_be_object(sheet, j):
        return None
    if before is None and token.flags & Is.DEFINITE:
        return _two_nouns(sheet, i, j)
    return None, j


def _may_be_object(sheet: Sheet, j: int) -> bool:
    token = sheet.tokens[j]
    if token.flags & (Is.ADJUNCT | Is.PRONOUN) or token.folded in group("in_of"):
        return False
    if any(form.shape == "participle" for form in token.forms) and j + 1 < len(sheet.tokens):
        if sheet.tokens[j + 1].flags & (Is.COLON | Is.THAT | Is.QUOTE):
            # رفضت قائلة: لا
            return False
    return not taken(sheet.page.words[j]) and not (token.joined and token.forms)


def _two_nouns(sheet: Sheet, i: int, j: int) -> tuple[Range | None, int] | None:
    """Of two definite nouns the first speaks (رفض المتهم التهم), one alone is what was said (وتمنى الشفاء للجرحى)."""
    limit = sheet.sentence(i)[1]
    end = noun_phrase(sheet, j, limit)
    if end < limit and _skip_asides(sheet, end, limit) == end:
        token = sheet.tokens[end]
        blocked = token.flags & (Is.ADJUNCT | Is.MARK | Is.RELATIVE | Is.THAT | Is.PRONOUN)
        if not blocked and not token.joined and token.folded not in group("in_of") and not taken(sheet.page.words[end]):
            return (j, end), end
    return (None, j) if sheet.tokens[i].joined else None


def _ate_object(sheet: Sheet, first: int, end: int, limit: int) -> bool:
    """Whether the last definite noun of a subject is what was announced: أعلن الجهاز الأمني القبض على ..."""
    if end - first < 2 or end >= limit:
        return False
    if sheet.tokens[end].folded not in group("after_object") and not sheet.tokens[end].flags & Is.RELATIVE:
        return False
    last, before = sheet.tokens[end - 1], sheet.tokens[end - 2]
    if last.folded.startswith("و"):
        # وزارتا الصحة والنقل
        return False
    if not last.flags & Is.DEFINITE or last.title or last.head or last.folded.endswith(letters("adjective_endings")):
        return False
    if last.flags & Is.AGAIN or last.folded.removeprefix("ال") in group("source_adjectives"):
        # رجل الأمن السابق
        return False
    if any(sheet.name_end.get(k, 0) >= end for k in range(first, end)):
        return False
    return bool(before.flags & Is.DEFINITE) or end - 2 in sheet.name_end


def _no_object(sheet: Sheet, j: int, limit: int) -> bool:
    if j >= limit:
        return True
    token = sheet.tokens[j]
    if token.joined and token.forms:
        return True
    return bool(token.flags & (Is.STOP | Is.BREAK | Is.RELATIVE | Is.ADJUNCT)) or token.folded in group("in_of")


def _skip_asides(sheet: Sheet, j: int, limit: int) -> int:
    """Over commas, times, occasions and "من جهته"."""
    while j < limit:
        chief = sheet.name_end[j] if _is_his_chief(sheet, j, limit) else 0
        further = chief or _over_emphasis(sheet, j, limit) or _over_aside(sheet, j, limit)
        if further == j:
            return j
        j = further
    return j


def _over_emphasis(sheet: Sheet, j: int, limit: int) -> int:
    """Over the verb's own noun, which only lends it weight: نفى الوزير | نفيا قاطعا | وجود خلاف; 0 without one."""
    if sheet.tokens[j].folded not in actor_words.group("no_at_all") or j + 2 >= limit:
        return 0
    weighty = is_accusative(sheet.page.words[j + 1]) and not sheet.tokens[j + 2].flags & Is.ADJUNCT
    return j + 2 if weighty else 0


def _over_aside(sheet: Sheet, j: int, limit: int) -> int:
    token, after = sheet.tokens[j], j + 1
    if j in sheet.time_end:
        return max(after, sheet.time_end[j])
    if token.flags & Is.COMMA:
        return after
    if token.flags & Is.DASH and after in sheet.time_end:
        # أعلنت الوزارة -الأربعاء- دعم الخطة
        closing = sheet.time_end[after]
        return closing + 1 if closing < limit and sheet.tokens[closing].flags & Is.DASH else j
    if token.folded == "من" and after < limit:
        if sheet.tokens[after].folded.startswith(letters("own_side_openings")):
            return j + 2
    if token.folded in group("once") and after < limit and sheet.tokens[after].folded in group("once_more"):
        # أكد الوزير مرة أخرى دعم الخطة
        return j + 2
    if token.folded in group("in_turn") or token.folded in group("in_which") or token.folded == "النقاب":
        # كشفت وثائق النقاب عن خطة
        return after
    if token.title is not None and token.title.proclitics == "ل":
        # أكد الوزير، لنظيره فلان، رفض بلاده: whom he tells.
        return noun_phrase(sheet, j, limit)
    if token.folded in group("in_of") and after in sheet.time_end:
        # أعلن المغرب في يونيو رفض الفكرة
        return sheet.time_end[after]
    if token.folded in group("in_of") and sheet.name_kind.get(after) == "place":
        return _place_end(sheet, after)
    if token.folded.startswith("ب") and sheet.name_kind.get(j) == "place" and sheet.name_skip.get(j) == 1:
        return _place_end(sheet, j)
    if token.folded in group("how_strongly"):
        return after + 1 if token.folded in group("how_strongly_two") else after
    if token.folded == "علي" and after < limit and _is_page_or_level(sheet.tokens[after].folded):
        return _over_occasion(sheet, j, limit)
    if token.folded == "باللغه" and after < limit:
        return after + 1
    outlet = outlet_at(sheet, j) if token.folded.startswith("ل") and token.title is None else None
    if outlet is not None:
        return outlet[1]
    if token.folded in group("during") or (token.folded == "في" and after < limit and _is_occasion(sheet, after)):
        return _over_occasion(sheet, j, limit)
    return j


def _is_his_chief(sheet: Sheet, j: int, limit: int) -> bool:
    """Whether between two commas at word `j` the man is named whose deputy speaks: نائب الرئيس، | فلان، الخميس."""
    end = sheet.name_end.get(j, 0)
    if sheet.name_kind.get(j) != "person" or j < 2 or end >= limit:
        return False
    if not sheet.tokens[j - 1].flags & sheet.tokens[end].flags & Is.COMMA:
        return False
    posts = [token.title for token in sheet.tokens[max(0, j - _CHIEF_WITHIN) : j - 1]]
    return any(title is not None and title.definite and title.number == 1 for title in posts)


def _has_owner(sheet: Sheet, j: int) -> bool:
    """Whether the word at `j` behind في بيان is what was said and not whose statement: دعمها, but not وزارته."""
    token = sheet.tokens[j]
    return token.head is None and token.title is None and token.folded.endswith(letters("possessor_openings"))


def _place_end(sheet: Sheet, j: int) -> int:
    """The end of the place named at word `j`, with العاصمة behind it."""
    end = sheet.name_end[j]
    return end + 1 if end < len(sheet.tokens) and sheet.tokens[end].folded in group("capital") else end


def _is_occasion(sheet: Sheet, j: int) -> bool:
    return bool(sheet.tokens[j].flags & Is.OCCASION) or sheet.tokens[j].folded in group("same")


def _over_occasion(sheet: Sheet, j: int, limit: int) -> int:
    """Over في وقت سابق من اليوم, خلال مؤتمر صحفي, في هذا الشأن, في بيان نشرته."""
    first = j + 2 if j + 2 < limit and sheet.tokens[j + 1].folded in group("this") else j + 1
    end = max(first + 1, noun_phrase(sheet, first, min(limit, first + _OCCASION - 1)))
    if end == first + 2 and sheet.tokens[first].folded in group("texts_said") and _has_owner(sheet, first + 1):
        end -= 1
    if end == first + 1 and end < limit:
        issued = sheet.tokens[end].folded in group("given_out") or sheet.tokens[end].flags & Is.PRONOUN
        end += 1 if issued else 0
    j = end
    if j < limit and sheet.tokens[j].folded == "سابق":
        j += 1
    if j + 1 < limit and sheet.tokens[j].folded == "من" and j + 1 in sheet.time_end:
        return sheet.time_end[j + 1]
    return j


def _is_page_or_level(folded: str) -> bool:
    """على صفحته, على هامش"""
    return folded in group("on_pages") or folded in group("levels")
