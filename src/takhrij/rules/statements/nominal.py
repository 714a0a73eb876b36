"""A noun reports it: إعلان روسيا التوصل إلى اتفاق, دعوات النواب إلى وقف البيع, تحذيرات أنقرة بأن ..."""

from takhrij.lexicon.actor_words import group as actor_group
from takhrij.lexicon.function_words import group, letters, spelled
from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.content import content_at
from takhrij.rules.statements.device import Device, Rule
from takhrij.rules.statements.phrases import source_phrase
from takhrij.rules.statements.prepositions import is_preposition
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Range, Sheet
from takhrij.rules.statements.subjects import is_source_like
from takhrij.rules.statements.tokens import Is

# What a noun reports begins within so many words of it, and within so many of its speaker unless someone is addressed.
_REACH = 12
_SOON = 3
_SHORTEST = 4
_FOR = "ل"
_OF = "من"
_AND = "و"


def find_nominal(sheet: Sheet, i: int) -> Device | None:
    """The statement that the verbal noun at word `i` reports: only with its own source and its own complement."""
    token = sheet.tokens[i]
    form = next((form for form in token.forms if form.shape == "masdar"), None)
    if form is None or token.flags & Is.DEFINITE:
        return None
    # Any other noun reports only where أن follows its speaker at once: تأكيد مسؤولين أن.
    reports = form.verb.lemma in spelled("reporting_nouns")
    if len(token.forms) > 1 and _is_circumstance(sheet, i):
        return None
    if not reports and ("that" not in form.verb.takes or token.pronoun):
        return None
    _, limit = sheet.sentence(i)
    limit = min(limit, i + _REACH)
    source = None
    j = i + 1
    if not token.pronoun:
        if j >= limit or not is_source_like(sheet, j) or _is_told(sheet, j) or _describes(sheet, i, j):
            return None
        end = source_phrase(sheet, j, limit)
        if end == j:
            return None
        source, j = (j, end), end
    elif j + 2 < limit and sheet.tokens[j].folded == _OF and sheet.tokens[j + 1].folded in actor_group("by_whom"):
        # اتهامه | من قبل السلطات | بالتهريب
        end = source_phrase(sheet, j + 2, limit)
        source, j = ((j + 2, end), end) if end > j + 2 else (None, j)
    if not reports and (j >= limit or not sheet.tokens[j].flags & Is.THAT or sheet.tokens[j].joined):
        return None
    found = _complement(sheet, j, limit, form, bare=source is not None)
    if found is None:
        return None
    if source is not None and not token.pronoun and found[0] == j and form.verb.lemma in spelled("addressing_nouns"):
        source = _accuser(sheet, *source)
        if source is None:
            return None
    content = content_at(sheet, found[0], found[1], how=found[2], limit=sheet.sentence(i)[1])
    if content is None:
        return None
    return Device("statements.nominal", "noun", (i, i + 1), source, content, form)


def _is_told(sheet: Sheet, j: int) -> bool:
    """Whether لـ before a name or a body tells to or of whom: تصريح | لوكالة الأنباء, اتهامات | لواشنطن."""
    token = sheet.tokens[j]
    if token.folded[0] != _FOR:
        return False
    head, title = token.head, token.title
    hung = (head is not None and head.proclitics == _FOR) or (title is not None and title.proclitics == _FOR)
    return hung or bool(sheet.name_skip.get(j))


def _describes(sheet: Sheet, i: int, j: int) -> bool:
    """Whether what looks like a post only tells what demands or warnings these are: مطالبات | حقوقية, دعوات | شعبية."""
    title, noun = sheet.tokens[j].title, sheet.tokens[i].folded
    if title is None or title.proclitics or sheet.tokens[j].flags or j in sheet.name_end:
        return False
    return noun.endswith(letters("feminine_endings")) and sheet.tokens[j].folded.endswith(letters("nisba_endings")[0])


def _is_circumstance(sheet: Sheet, i: int) -> bool:
    """Whether what may be a noun is how she said it: أكدت الجامعة دعمها للقرار مطالبة المجلس بالتدخل."""
    before = sheet.tokens[i - 1] if i else None
    if before is None or before.flags & ~Is.DEFINITE or before.forms or before.head or len(before.folded) < _SHORTEST:
        return False
    if not before.flags and not before.folded.endswith(letters("possessor_openings")):
        return False
    first = sheet.sentence(i)[0]
    return any(form.gender == "f" and form.shape == "perfect" for t in sheet.tokens[first:i] for form in t.forms)


def _accuser(sheet: Sheet, first: int, end: int) -> Range | None:
    """Who accuses in اتهام الرباط للجبهة بالتهريب; None for اتهام موسكو بالتجسس, where it is left unsaid."""
    for k in range(first + 1, end):
        folded = sheet.tokens[k].folded
        if folded.startswith("ل") and (folded[1:2] == folded[0] or sheet.name_skip.get(k)):
            return first, k
    return None


def _complement(sheet: Sheet, j: int, limit: int, form: Form, *, bare: bool) -> tuple[int, int, str] | None:
    """Where what was said begins behind the noun and its source: (word, letters to skip, how)."""
    tokens = sheet.tokens
    if j + 2 < limit and tokens[j].folded in group("once") and tokens[j + 1].folded in group("once_more"):
        j += 2
    for k in range(j, limit):
        token = tokens[k]
        if token.flags & (Is.STOP | Is.BREAK | Is.COLON) or (token.is_finite and token.joined == _AND):
            # أصدرت الإدارة تحذيرات عدة | وقالت إن
            return None
        if token.flags & Is.THAT and not token.joined:
            return k + 1, 0, "that"
        for preposition in form.verb.prepositions:
            if is_preposition(token, preposition) and k + 1 < limit:
                following = tokens[k + 1]
                if following.flags & Is.THAT:
                    break
                return k + 1, 0, "preposition"
            if len(preposition) == 1 and bears(sheet.page.words[k], preposition) and not token.flags & Is.PRONOUN:
                if token.folded[1:] in group("invited_to") or token.folded[1:] in group("manners"):
                    # دعوة الرئيس لحضور الحفل: he may be the guest, and nothing is said.
                    return None
                return k, 0 if token.folded.startswith("لل") else 1, "preposition"
        if k in sheet.time_end or token.folded in group("in_of"):
            continue
        if token.folded in group("declared_to_be"):
            # إعلان المدينة عاصمة
            return None
        if k == j and bare and _takes_object(form) and not token.flags & (Is.ADJUNCT | Is.MARK | Is.PRONOUN):
            return k, 0, "noun"
        if "target" not in form.verb.takes and k > j + _SOON:
            return None
    return None


def _takes_object(form: Form) -> bool:
    return form.verb.lemma in spelled("bare_nouns")


RULES = (
    Rule(
        "statements.nominal",
        "masdar",
        "A verbal noun with its speaker and what was said: إعلان روسيا التوصل إلى اتفاق.",
        find_nominal,
    ),
)
