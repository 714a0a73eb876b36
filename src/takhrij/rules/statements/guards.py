"""What looks like a saying and is none: negated, wished for, done instead of said, told in the report's own voice."""

import msgspec

from takhrij.lexicon import actor_words
from takhrij.lexicon.function_words import group, letters, spelled
from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.alike import is_noun_here
from takhrij.rules.statements.frame import Frame
from takhrij.rules.statements.prepositions import is_second
from takhrij.rules.statements.sheet import Range, Sheet, Token
from takhrij.rules.statements.showing import is_thing, points_to_this, shows_itself, shows_nothing
from takhrij.rules.statements.subjects import BOUNDARY, is_source_like, may_open, subject_before
from takhrij.rules.statements.tokens import Is
from takhrij.rules.statements.unsaid import is_accused, is_taken_up, takes_case

_ALEF_MAKSURA = "\u0649"
# A shorter quotation is a term: يسمى "الهدنة".
_SHORTEST_QUOTE = 4
# The subject of a verb that reports others' words stands near what was said.
_REPORTED_WITHIN = 5
_REPORTED_BEHIND_COMMA = 14
_SHOWN_WITHIN = 4
_FARTHEST_OF_REPORT = 30
# What a noun that only looks like a verb could still introduce.
_HOMOGRAPH_WITHIN = 6
_ANONYMITY_WITHIN = 6
_IN = "في"
_NOT = "عدم"
_BY = "ب"
_AND = "و"
_SECRET_WITHIN = 4
# Whom somebody tells stands between the verb and أن in so many words.
_TOLD_WITHIN = 8
_DETAILS_WITHIN = 4


class Saying(msgspec.Struct, frozen=True):
    """A verb of saying at word `i` with its frame, before it is settled whether it reports anything.

    `before` is the subject that stands before the verb, `source` the subject wherever it stands.
    """

    i: int
    form: Form
    frame: Frame
    before: Range | None
    source: Range | None


def is_no_verb(sheet: Sheet, i: int) -> bool:
    """Whether the verb at word `i` is negated, in the report's own voice, unreal, or no verb here."""
    token = sheet.tokens[i]
    before = sheet.tokens[i - 1] if i else None
    if _is_own_voice(sheet, i):
        return True
    if before is None:
        return False
    if before.flags & Is.NEGATION or (token.joined and before.flags & Is.RELATIVE):
        # الذي وردت: behind الذي no و joins anything.
        return True
    if points_to_this(sheet, i) or _withholds_name(sheet, i) or (token.joined and before.folded in group("what")):
        return True
    if token.joined:
        # يربط الناخبون بينه | وبين الدعوات
        return token.bare in group("homographs_of_prepositions") and is_second(sheet, i)
    if before.folded.removeprefix(_AND) in group("conditions"):
        return True
    if token.forms[0].shape == "imperfect" and before.folded in group("whenever"):
        return True
    if before.folded in actor_words.group("who_is") and token.bare in group("homographs"):
        # كتبه وهو طالب
        return True
    if token.bare in group("homographs"):
        return is_noun_here(sheet, i, before)
    if token.bare in group("belonging") and i + 1 < len(sheet.tokens) and sheet.tokens[i + 1].folded.startswith("ل"):
        # فريقا تابعا للأمم المتحدة
        return True
    if token.bare in actor_words.group("superlatives") and _is_superlative(sheet, i):
        return True
    if token.pronoun and (before.folded in group("before_noun") or _is_possessed_noun(token, before)):
        return True
    return token.forms[0].shape == "imperfect" and before.folded in group("unreal")


def _withholds_name(sheet: Sheet, i: int) -> bool:
    """Whether a source asks not to be named: طلب عدم الكشف عن اسمه."""
    if i + 2 >= len(sheet.tokens) or sheet.tokens[i + 1].folded != _NOT:
        return False
    return any(token.folded in group("withholding") for token in sheet.tokens[i + 2 : i + _SECRET_WITHIN])


def _is_superlative(sheet: Sheet, i: int) -> bool:
    """Whether the word is "the most prominent" and no verb: من أبرز القيادات, أحد أبرز القادة, أبرز أخبار اليوم."""
    before = sheet.tokens[i - 1]
    if before.folded in actor_words.group("one_among"):
        return True
    if i == 0 or before.flags & (BOUNDARY | Is.AUXILIARY) or before.folded in group("clause_links"):
        if i + 1 >= len(sheet.tokens):
            return True
        after = sheet.tokens[i + 1]
        speaks = (
            after.title is not None or bool(after.flags & (Is.DEFINITE | Is.ADJUNCT | Is.THAT)) or after.folded == _IN
        )
        return not (speaks or is_source_like(sheet, i + 1))
    return subject_before(sheet, i, sheet.sentence(i)[0]) is None


def _is_own_voice(sheet: Sheet, i: int) -> bool:
    """Whether the report speaks itself: يذكر أن, تجدر الإشارة إلى."""
    token = sheet.tokens[i]
    if i + 1 >= len(sheet.tokens):
        return False
    if token.flags & Is.OWN_VOICE or (token.joined and token.bare in group("own_voice_verbs")):
        following = sheet.tokens[i + 1]
        return bool(following.flags & Is.THAT) or following.folded in group("own_voice_objects")
    return False


def _is_possessed_noun(token: Token, before: Token) -> bool:
    """Whether what looks like a verb with its object is a noun with its possessor: وعده, طلبها."""
    form = token.forms[0]
    if form.gender != "m" or form.shape != "perfect":
        return False
    opens = before.flags & (BOUNDARY | Is.RELATIVE | Is.AUXILIARY | Is.THAT)
    return not opens and before.folded not in group("what")


def is_no_report(sheet: Sheet, saying: Saying) -> bool:
    """Whether the verb with this source and frame reports nothing that somebody said."""
    return (
        _lacks_speaker(sheet, saying)
        or _is_far(sheet, saying)
        or _quotes_term(sheet, saying)
        or _is_homograph_here(sheet, saying)
        or _lacks_clause(sheet, saying)
        or _is_other_verb(sheet, saying)
        or is_accused(sheet, saying.i, saying.form, saying.frame, left_out=saying.source is None)
        or is_taken_up(sheet, saying.i, saying.form, saying.frame)
    )


def _lacks_speaker(sheet: Sheet, saying: Saying) -> bool:
    """Whether nobody is named who says it and nobody can be meant: التي تظهر, العلامات التي أظهرت."""
    i, form, how = saying.i, saying.form, saying.frame.how
    if form.shape == "imperfect" and form.number == 3 and how in ("noun", "preposition"):
        if saying.before is not None and sheet.tokens[i - 1].flags & Is.RELATIVE:
            # الذين يبدون رغبتهم: those who do so, not somebody who did.
            return True
    if saying.source is not None:
        if saying.source[1] - saying.source[0] == 1 and sheet.tokens[saying.source[0]].folded in group("abstract"):
            return True
        if saying.before is not None and how in ("preposition", "noun") and is_thing(sheet, saying.before[0]):
            return True
        shows = form.verb.act == "showed" or (form.verb.lemma in spelled("points") and form.shape == "imperfect")
        return shows and shows_nothing(sheet, saying.source[0])
    if form.shape == "imperfect" and i and sheet.tokens[i - 1].flags & Is.THAT:
        # إنه يرحب, بأنها تهدد: what is said of somebody, not another saying.
        return True
    if i and sheet.tokens[i - 1].flags & Is.RELATIVE and (how != "that" or shows_itself(sheet, i, form)):
        return True
    if form.verb.act == "showed" and i in sheet.inside and sheet.tokens[i].joined:
        return True  # "كسبت القضية وأظهرت أننا على حق"
    if sheet.tokens[i].joined or may_open(sheet, i):
        return False
    return how == "noun" or form.shape == "imperfect" or form.verb.act == "showed"


def _is_far(sheet: Sheet, saying: Saying) -> bool:
    """Whether too much stands between the subject and the words of a verb that reports others' words."""
    if saying.form.verb.act == "showed":
        return _shows_elsewhere(sheet, saying)
    if saying.form.verb.act != "reported" or saying.source is None or saying.before is not None:
        return False
    if sheet.tokens[saying.frame.content - 2].flags & Is.COMMA:
        # أوردت المنظمة في تقرير نشرته الاثنين، أن ...
        return saying.frame.content - saying.source[1] > _REPORTED_BEHIND_COMMA
    return saying.frame.content - saying.source[1] > _REPORTED_WITHIN


def _shows_elsewhere(sheet: Sheet, saying: Saying) -> bool:
    """Whether a thing and not a clause is shown: صورا تظهر الآثار; a report with a long name may stand between."""
    source = saying.source
    if source is None or saying.before is not None:
        return saying.frame.content - saying.i > _SHOWN_WITHIN
    head = sheet.tokens[source[0]].head
    return saying.frame.content - source[1] > (_FARTHEST_OF_REPORT if head is not None else _SHOWN_WITHIN)


def _quotes_term(sheet: Sheet, saying: Saying) -> bool:
    """Whether the quotation is too short to have been said (يعتبر "هدنة"), or to say anything: ملعب "بارك دي برانس"."""
    verb = saying.form.verb
    held = sheet.quote_at.get(saying.i - 1)
    if held is not None and held.closed and saying.frame.how == "noun" and held.end - held.first < _SHORTEST_QUOTE:
        return True
    if saying.frame.how != "quote" or (verb.takes != ("quote",) and verb.lemma not in spelled("thought")):
        return False
    quote = sheet.quote_at.get(saying.frame.content)
    return quote is not None and quote.end - quote.first < _SHORTEST_QUOTE


def _is_homograph_here(sheet: Sheet, saying: Saying) -> bool:
    """Whether a noun with و, such as وعرض, stands inside a clause."""
    i, how = saying.i, saying.frame.how
    token = sheet.tokens[i]
    if token.bare in group("homographs") and _is_qualified(sheet, saying):
        return True
    if how not in ("noun", "quote") or not token.joined or token.bare not in group("homographs"):
        return False
    if i <= sheet.sentence(i)[0] or sheet.tokens[i - 1].flags & (BOUNDARY | Is.AUXILIARY):
        return False
    return how == "noun" or saying.frame.content - i > _HOMOGRAPH_WITHIN


def _is_qualified(sheet: Sheet, saying: Saying) -> bool:
    """Whether what may be a verb is a noun with its adjective: رد آخر على الوزير, كشف جديد."""
    source = saying.source
    if source is None or saying.before is not None or source[0] != saying.i + 1:
        return False
    token = sheet.tokens[source[0]]
    return token.folded in group("of_nouns")


def _lacks_clause(sheet: Sheet, saying: Saying) -> bool:
    """Whether the verb reports only with أن, and has none: يعتبر هذا الإنجاز, نقلت السيارة."""
    form, how = saying.form, saying.frame.how
    if how == "that":
        return "relay" in form.verb.takes and saying.source is None
    if "relay" in form.verb.takes:
        return True
    return form.verb.lemma == "اعتبر" and form.shape == "imperfect" and not sheet.tokens[saying.i].pronoun


def _is_other_verb(sheet: Sheet, saying: Saying) -> bool:
    """Whether the imperfect is another verb's, spelled alike: يبلغ عددهم, تعلم الألمانية, وتبين أن, يدعى."""
    i, form, how = saying.i, saying.form, saying.frame.how
    token = sheet.tokens[i]
    if form.shape != "imperfect" or token.pronoun:
        return False
    lemma = form.verb.lemma
    if lemma in spelled("basic_alike"):
        return not _notifies(sheet, saying) and (how != "that" or saying.frame.content > i + _TOLD_WITHIN)
    if lemma == "ادعى":
        # يدعى is "is called".
        return how != "that" and sheet.page.words[i].endswith(_ALEF_MAKSURA)
    if lemma in spelled("turned_out") and token.bare.startswith("ت"):
        # تبين أن: it turned out.
        return saying.source is None or (i > 0 and bool(sheet.tokens[i - 1].flags & Is.RELATIVE))
    return _is_passive(sheet, saying)


def _is_passive(sheet: Sheet, saying: Saying) -> bool:
    """Whether يعتقد does not agree with what stands before it: الذين يعتقد أنهم, الطائرة يعتقد بأنها."""
    form, before = saying.form, saying.before
    if before is None or form.gender != "m" or form.number != 1 or saying.frame.content != saying.i + 2:
        return False
    if form.verb.lemma not in spelled("thought"):
        return False
    link, head = sheet.tokens[saying.i - 1], sheet.tokens[before[0]]
    if link.flags & Is.RELATIVE:
        return link.bare != "الذي"
    named = before[0] in sheet.name_end or head.title is not None
    return not named and head.folded.endswith(letters("feminine_endings"))


def _notifies(sheet: Sheet, saying: Saying) -> bool:
    """Whether a body gives notice: تعلم إدارة المرور السائقين بانقطاع الطريق."""
    source = saying.source
    if saying.form.verb.lemma != "أعلم" or saying.before is not None or source is None:
        return False
    return is_source_like(sheet, source[0])


def is_thought_or_act(sheet: Sheet, saying: Saying) -> bool:
    """Whether the verb tells what somebody thinks, does or asks for the report, not what he said."""
    form, how, source = saying.form, saying.frame.how, saying.source
    if form.shape == "imperfect" and form.verb.lemma in spelled("thought"):
        if saying.before is not None and how == "noun":
            return True
        if source is None and not sheet.tokens[saying.i].pronoun:
            return True
    if source is None and how in ("noun", "preposition") and _is_indefinite_noun(sheet, saying):
        return True
    return _is_act(sheet, saying) or _asks_anonymity(sheet, saying)


def _is_indefinite_noun(sheet: Sheet, saying: Saying) -> bool:
    """Whether what may be a perfect dual is a noun in the accusative: طلبا, رفضا; أعربا is none."""
    form, token = saying.form, sheet.tokens[saying.i]
    if form.number != 2 or form.gender != "m" or form.shape != "perfect":
        return False
    if not token.joined and not (saying.i and sheet.tokens[saying.i - 1].flags & (Is.AS_SAID | Is.AUXILIARY)):
        return True
    return not token.bare.startswith("ا") and "target" not in form.verb.takes


def _is_act(sheet: Sheet, saying: Saying) -> bool:
    """Whether the verb does something instead of reporting words: a court convicts, a state declares war."""
    lemma = saying.form.verb.lemma
    content = sheet.tokens[saying.frame.content].folded if saying.frame.content < len(sheet.tokens) else ""
    if lemma == "أعلن" and content in group("declared"):
        return True
    if (lemma == "رفض" and _says_nothing(sheet, saying)) or takes_case(sheet, saying.form, saying.frame):
        return True
    if lemma == "اتهم" and content[:1] == _BY and content[1:] in group("charges"):
        # اتهم سابقا بتهم متعددة: he was accused.
        return True
    if _is_of_things(lemma, content, saying):
        return True
    if lemma == "حيا" and content in group("feasts"):
        return True
    if lemma in spelled("admits_at_once") and saying.frame.how == "preposition" and _has_object(sheet, saying):
        return True
    if saying.source is None or lemma not in spelled("court_acts"):
        return False
    return sheet.tokens[saying.source[0]].folded in group("courts")


def _is_of_things(lemma: str, content: str, saying: Saying) -> bool:
    """Whether something is done with things: جدد الجيش | غاراته, لوحوا | بالأعلام."""
    how, bare = saying.frame.how, content
    for ending in letters("possessor_openings"):
        bare = bare.removesuffix(ending)
    if lemma == "توقع" and how in ("noun", "preposition"):
        # قطر توقع اتفاقية
        return content in actor_words.group("signed_things")
    if how == "noun":
        return lemma == "جدد" and bare in actor_words.group("renewed_things")
    return lemma == "لوح" and how == "preposition" and content.removeprefix(_BY) in actor_words.group("waved_things")


def _says_nothing(sheet: Sheet, saying: Saying) -> bool:
    """رفض المتحدث التعليق, رفضت الشركة الإدلاء بتفاصيل, رفضت تقديم تفاصيل."""
    first = saying.frame.content
    if any(token.folded in group("silences") for token in sheet.tokens[saying.i + 1 : first + 1]):
        return True
    if first >= len(sheet.tokens) or sheet.tokens[first].folded not in actor_words.group("giving"):
        return False
    behind = sheet.tokens[first + 1 : first + _DETAILS_WITHIN]
    return any(token.folded in actor_words.group("details") for token in behind)


def _has_object(sheet: Sheet, saying: Saying) -> bool:
    """Whether an object stands between the verb and its preposition: أقر المجلس قانونا للتصرف بالأموال."""
    first = saying.frame.source[1] if saying.frame.source else saying.i + 1
    first = max(first, sheet.time_end.get(first, 0))
    if first >= saying.frame.content:
        return False
    token = sheet.tokens[first]
    return not token.flags & (Is.COMMA | Is.ADJUNCT | Is.MARK | Is.PRONOUN) and token.folded not in group("in_of")


def _asks_anonymity(sheet: Sheet, saying: Saying) -> bool:
    """طلب عدم الكشف عن هويته, رفض ذكر اسمه: said of the source, not by it."""
    content = saying.frame.content
    words = sheet.tokens[content : content + _ANONYMITY_WITHIN]
    if not any(t.flags & Is.ANONYMITY for t in words):
        return False
    return saying.form.verb.lemma == "رفض" or any(t.folded in group("withheld") for t in words)
