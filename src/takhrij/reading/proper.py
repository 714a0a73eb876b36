"""Where a proper name that begins with a word for its kind ends: وزارة شؤون الأسرى والمحررين الفلسطينية."""

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.reading.wording import roots_of_heads
from takhrij.rules.events.closings import goes_on_with_verb
from takhrij.rules.statements.agreement import is_of_another, past_adjective, turns
from takhrij.rules.statements.proclitics import taken
from takhrij.rules.statements.sheet import Begins, Is, Sheet
from takhrij.text.fold import fold

_LONGEST = 12
_SHORTEST_PURPOSE = 5
_SHORTEST_OWNED = 4


def proper_end(sheet: Sheet, i: int) -> int:
    """Where the proper name that begins with the head at word `i` ends; `i + 1` where nothing makes it one."""
    tokens, words = sheet.tokens, sheet.page.words
    end, bare = i + 1, 0
    closed = tokens[i].flags & Is.DEFINITE != 0 or tokens[i].folded.startswith("لل")
    whole = i in sheet.name_end and sheet.name_kind[i] != "person" and sheet.name_end[i] - i > 1
    if whole:
        # A name that is known whole takes only its nation: الاتحاد الأوروبي, but not the words behind it.
        end, closed = sheet.name_end[i], True
    for k in range(i + 1, min(i + _LONGEST, len(tokens))):
        if k < end:
            continue
        token, begins = tokens[k], sheet.begins[k]
        if begins & Begins.TIME or token.folded in source_words().never or _begins_another(sheet, i, k, closed):
            break
        if begins & (Begins.NAME | Begins.PERSON) == Begins.NAME and not sheet.name_skip.get(k):
            end, closed = max(sheet.name_end[k], k + 1), True
        elif whole:
            if people()[words[k]] is None:
                break
            end = k + 1
        elif tokens[k - 1].flags & token.flags & Is.DEFINITE and (turns(sheet, i, k) or is_of_another(sheet, i, k)):
            break
        elif token.flags & Is.DEFINITE or (people()[words[k]] is not None and (closed or bare < 1)):
            end, closed = k + 1, True
        elif (
            closed
            and end == k > i + 1
            and not tokens[i].flags & Is.DEFINITE
            and len(token.folded) > 4
            and token.folded.startswith(source_words().joined_openings)
        ):
            end = k + 1
        elif closed and end == k > i + 1 and (purpose := _purpose_end(sheet, i, k)) > k:
            end = purpose
        elif not closed and bare < 1 and _is_bare(sheet, k):
            bare += 1
        else:
            break
    return _with_object(sheet, i, end) if closed else i + 1


def _with_object(sheet: Sheet, i: int, end: int) -> int:
    """Where a body ends with what it guards from or fights for: الهيئة الوطنية للوقاية | من التعذيب."""
    tokens = sheet.tokens
    if end + 1 >= len(tokens) or not tokens[end - 1].folded.startswith("لل") or not tokens[i].flags & Is.DEFINITE:
        return end
    joined = tokens[end].folded in group("guards_from") and tokens[end + 1].flags & Is.DEFINITE
    return end + 2 if joined and end + 1 not in sheet.time_end else end


def _purpose_end(sheet: Sheet, i: int, k: int) -> int:
    """Where what a definite body is for ends: الشركة الوطنية | لاستغلال وتوزيع المياه; `k` where it is for nothing."""
    tokens = sheet.tokens
    if not (tokens[i].flags & Is.DEFINITE or tokens[i].folded.startswith("لل")) or not _is_purpose(sheet, k):
        return k
    head = tokens[i].head
    if head is None or fold(head.form) in group("without_purpose"):
        return k
    for at in (k + 1, k + 2):
        if at >= len(tokens) or at in sheet.time_end:
            return k
        if tokens[at].flags & Is.DEFINITE:
            return at + 1
        if at == k + 1 and _is_owned(sheet, at):
            # اللجنة الوطنية لإنصاف | قدماء المقاومين
            return max(at + 2, proper_end(sheet, at + 1) if tokens[at + 1].head is not None else 0)
        if tokens[at].folded[:1] != "و" or tokens[at].flags or tokens[at].title or tokens[at].head:
            return k
    return k


def _is_owned(sheet: Sheet, k: int) -> bool:
    """Whether a plain noun and its owner stand at word `k`: قدماء المقاومين."""
    token = sheet.tokens[k]
    plain = not (token.flags or token.forms or token.title or token.head or token.joined)
    plain = plain and len(token.folded) >= _SHORTEST_OWNED and not taken(sheet.page.words[k])
    return plain and k + 1 < len(sheet.tokens) and bool(sheet.tokens[k + 1].flags & Is.DEFINITE)


def _is_purpose(sheet: Sheet, k: int) -> bool:
    token = sheet.tokens[k]
    if token.folded[:1] != "ل" or len(token.folded) < _SHORTEST_PURPOSE or k in sheet.name_end:
        return False
    return not (token.flags or token.title or token.forms) and taken(sheet.page.words[k]) > 0


def _begins_another(sheet: Sheet, i: int, k: int, closed: bool) -> bool:
    """Whether another is joined at word `k` to what is named at word `i`: الجيش التركي | والجيش السوري.

    Nor does a description belong to the name: قوات سوريا الديمقراطية | المدعومة من واشنطن.
    """
    token = sheet.tokens[k]
    if token.folded in group("described"):
        return True
    if goes_on_with_verb(sheet, i, k):
        # ألقت قوات الأمن | القبض على, أوقفت الشرطة | الناشط
        return True
    if token.flags & Is.DEFINITE and token.head is not None and past_adjective(sheet, i, k):
        # دول غربية | النظام السوري
        return True
    if closed and token.head is not None and sheet.name_kind.get(k) == "organization" and not sheet.name_skip.get(k):
        # منظمة هيومن رايتس ووتش | مجلس حقوق الإنسان
        return True
    if token.head is not None and token.head.proclitics == "و" and token.head.definite:
        # وزارة الخزانة | والحكومة الإماراتية; not الصليب الأحمر والهلال الأحمر
        if roots_of_heads()[token.head.head.forms] in group("acting_bodies"):
            return True
    if token.folded[:1] != "و" or not sheet.tokens[i].flags & Is.DEFINITE:
        return False
    if token.head is not None:
        return token.head.proclitics == "و"
    return k == i + 1 and bool(token.flags & Is.DEFINITE)


def _is_bare(sheet: Sheet, k: int) -> bool:
    """Whether word `k` is a noun that may stand between a head and what makes it definite: وزارة شؤون الأسرى."""
    token = sheet.tokens[k]
    if token.flags & ~Is.NUMBER or (token.forms and token.joined) or len(token.folded) < 3:
        return False
    return not taken(sheet.page.words[k])
