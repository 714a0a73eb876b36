"""What looks like a saying and is none: negated, wished for, done instead of said, told in the report's own voice."""

from dataclasses import dataclass

from takhrij.lexicon.function_words import group, letters, spelled
from takhrij.lexicon.organizations import names as organization_names
from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.frame import Frame
from takhrij.rules.statements.sheet import Range, Sheet, Token
from takhrij.rules.statements.subjects import BOUNDARY, is_source_like, may_open, subject_before
from takhrij.rules.statements.tokens import Is

# A shorter quotation is a term: يسمى "الهدنة".
_SHORTEST_QUOTE = 4
# The subject of a verb that reports others' words stands near what was said.
_REPORTED_WITHIN = 5
# What a noun that only looks like a verb could still introduce.
_HOMOGRAPH_WITHIN = 6
_ANONYMITY_WITHIN = 6
# A time that ends right before a verb has at most so many words.
_LONGEST_TIME = 4


@dataclass(frozen=True, slots=True)
class Saying:
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
    if before.flags & Is.NEGATION:
        return True
    if token.joined:
        return False
    if before.folded in group("conditions"):
        return True
    if token.bare in group("homographs"):
        return _is_noun(sheet, i, before)
    if token.pronoun and (before.folded in group("before_noun") or _is_possessed_noun(token, before)):
        return True
    return token.forms[0].shape == "imperfect" and before.folded in group("unreal")


def _is_own_voice(sheet: Sheet, i: int) -> bool:
    """Whether the report speaks itself: يذكر أن, تجدر الإشارة إلى."""
    token = sheet.tokens[i]
    if i + 1 >= len(sheet.tokens):
        return False
    if token.flags & Is.OWN_VOICE or (token.joined and token.bare in group("own_voice_verbs")):
        following = sheet.tokens[i + 1]
        return bool(following.flags & Is.THAT) or following.folded in group("own_voice_objects")
    return False


def _is_noun(sheet: Sheet, i: int, before: Token) -> bool:
    """Whether a spelling that is a verb only where a clause may begin is a noun or a preposition behind `before`."""
    if sheet.tokens[i].bare in group("homographs_of_prepositions") and not before.flags & BOUNDARY:
        return True
    if before.flags & Is.THAT:
        return i < 2 or sheet.tokens[i - 2].bare not in group("time_of_event")
    if before.flags & (BOUNDARY | Is.AUXILIARY | Is.RELATIVE | Is.AS_SAID) or before.joined:
        return False
    if any(sheet.time_end.get(i - k) == i for k in range(1, _LONGEST_TIME + 1)):
        return False
    return not subject_before(sheet, i, sheet.sentence(i)[0])


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
    )


def _lacks_speaker(sheet: Sheet, saying: Saying) -> bool:
    """Whether nobody is named who says it and nobody can be meant: التي تظهر, العلامات التي أظهرت."""
    i, form, how = saying.i, saying.form, saying.frame.how
    if saying.source is not None:
        if saying.before is not None and how in ("preposition", "noun") and _is_thing(sheet, saying.before[0]):
            return True
        return form.verb.act == "showed" and sheet.tokens[saying.source[0]].folded in group("statements")
    if form.shape == "imperfect" and i and sheet.tokens[i - 1].flags & Is.THAT:
        # إنه يرحب, بأنها تهدد: what is said of somebody, not another saying.
        return True
    if i and sheet.tokens[i - 1].flags & Is.RELATIVE and how != "that":
        return True
    if sheet.tokens[i].joined or may_open(sheet, i):
        return False
    return how == "noun" or form.shape == "imperfect" or form.verb.act == "showed"


def _is_thing(sheet: Sheet, i: int) -> bool:
    """Whether a subject is a thing of which nothing says that it speaks: التنازلات المحتملة, القتال."""
    if organization_names().at(sheet.page.words, i) is not None:
        return False
    return not is_source_like(sheet, i) and not sheet.tokens[i].folded.endswith(letters("plural_endings"))


def _is_far(sheet: Sheet, saying: Saying) -> bool:
    """Whether too much stands between the subject and the words of a verb that reports others' words."""
    if saying.form.verb.act != "reported" or saying.source is None or saying.before is not None:
        return False
    return saying.frame.content - saying.source[1] > _REPORTED_WITHIN


def _quotes_term(sheet: Sheet, saying: Saying) -> bool:
    """Whether the quotation is too short to have been said: يعتبر "هدنة"."""
    verb = saying.form.verb
    if saying.frame.how != "quote" or (verb.takes != ("quote",) and verb.lemma not in spelled("thought")):
        return False
    quote = sheet.quote_at.get(saying.frame.content)
    return quote is not None and quote.end - quote.first < _SHORTEST_QUOTE


def _is_homograph_here(sheet: Sheet, saying: Saying) -> bool:
    """Whether a noun with و, such as وعرض, stands inside a clause."""
    i, how = saying.i, saying.frame.how
    token = sheet.tokens[i]
    if how not in ("noun", "quote") or not token.joined or token.bare not in group("homographs"):
        return False
    if i <= sheet.sentence(i)[0] or sheet.tokens[i - 1].flags & (BOUNDARY | Is.AUXILIARY):
        return False
    return how == "noun" or saying.frame.content - i > _HOMOGRAPH_WITHIN


def _lacks_clause(sheet: Sheet, saying: Saying) -> bool:
    """Whether the verb reports only with أن, and has none: يعتبر هذا الإنجاز, نقلت السيارة."""
    form, how = saying.form, saying.frame.how
    if how == "that":
        return "relay" in form.verb.takes and saying.source is None
    if "relay" in form.verb.takes:
        return True
    return form.verb.lemma == "اعتبر" and form.shape == "imperfect" and not sheet.tokens[saying.i].pronoun


def is_thought_or_act(sheet: Sheet, saying: Saying) -> bool:
    """Whether the verb tells what somebody thinks, does or asks for the report, not what he said."""
    form, how, source = saying.form, saying.frame.how, saying.source
    if form.shape == "imperfect" and form.verb.lemma in spelled("thought"):
        if saying.before is not None and how == "noun":
            return True
        if source is None and not sheet.tokens[saying.i].pronoun:
            return True
    if form.number == 2 and form.gender == "m" and source is None and how in ("noun", "preposition"):
        return True
    return _is_act(sheet, saying) or _asks_anonymity(sheet, saying.frame.content)


def _is_act(sheet: Sheet, saying: Saying) -> bool:
    """Whether the verb does something instead of reporting words: a court convicts, a state declares war."""
    lemma = saying.form.verb.lemma
    if lemma == "أعلن" and sheet.tokens[saying.frame.content].folded in group("declared"):
        return True
    if saying.source is None or lemma not in spelled("court_acts"):
        return False
    return sheet.tokens[saying.source[0]].folded in group("courts")


def _asks_anonymity(sheet: Sheet, content: int) -> bool:
    """طلب عدم الكشف عن هويته: said of the source, not by it."""
    words = sheet.tokens[content : content + _ANONYMITY_WITHIN]
    return any(t.flags & Is.ANONYMITY for t in words) and any(t.folded in group("withheld") for t in words)
