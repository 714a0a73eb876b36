"""Whom a verb has for its object where one party alone stands behind it: انتقد القرار وطالب | الأمم المتحدة | بالتدخل.

Arabic leaves the subject out where it is the one before: a verb that goes on from another has its object right behind
it, where the next verb's subject would stand too. What tells them apart is that a verb agrees with its subject (طالب
إيران is no asking of Iran's), that sound plurals show their case (دعا العراقيين), and that some verbs cannot do without
somebody to whom it is done.
"""

from collections.abc import Callable
from typing import NamedTuple

from takhrij.lexicon.event_words import group
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.lexicon.verbs import Gender, Shape
from takhrij.rules.statements.phrases import noun_phrase, source_phrase
from takhrij.rules.statements.proclitics import bears
from takhrij.rules.statements.sheet import Range, Sheet
from takhrij.rules.statements.subjects import is_source_like
from takhrij.rules.statements.tokens import Is, Token
from takhrij.text.fold import fold

_AND = "و"
_ARTICLE = "ال"
_OF = "من"
_FEMININE = (
    "ة",
    "ات",
)
_DUALS = (
    "ان",
    "ين",
)
_OBLIQUE = "ين"
# ت and ي begin a verb in the present, ت ends a feminine one in the past.
_SHE = "ت"
_HE = "ي"
_SHORTEST = 4
_ENDS = Is.STOP | Is.BREAK | Is.COLON
# So many words behind the first verb its subject begins.
_SUBJECT_WITHIN = 4
# Whoever stands before a verb has at most so many words.
_PHRASE = 10
_HUNG = "بل"
_ASIDES = Is.COMMA | Is.QUOTE | Is.AUXILIARY


class Doing(NamedTuple):
    """A finite verb: its lemma and its form, and whether و joins it to what goes before."""

    lemma: str
    gender: Gender
    number: int
    shape: Shape
    joined: bool = False


def is_object(sheet: Sheet, i: int, doing: Doing, lead: Range, is_verb: Callable[[int], bool]) -> bool:
    """Whether the party `lead`, which stands alone behind the verb at word `i`, is its object and no subject."""
    if doing.number != 1 or not doing.gender or doing.shape not in ("perfect", "imperfect"):
        return False
    first = lead[0]
    if _is_right_behind(sheet, i, first):
        gender = gender_of(sheet, first)
        if gender and gender != doing.gender:
            return True
    if _is_oblique(sheet, first):
        return True
    if not doing.joined or fold(doing.lemma) not in group("take_whom") or not _is_known(sheet, *lead):
        return False
    return goes_on(sheet, i, doing, lead, is_verb)


def _is_right_behind(sheet: Sheet, i: int, first: int) -> bool:
    """Whether nothing but a mark stands between; farther off a feminine subject may have a masculine verb."""
    return first > i and all(token.flags & Is.QUOTE or token.folded == "#" for token in sheet.tokens[i + 1 : first])


def gender_of(sheet: Sheet, j: int) -> Gender:
    """The gender of a verb right before the noun at word `j`, if that were its subject; "" where it may be either."""
    token, word = sheet.tokens[j], sheet.page.words[j]
    kind = sheet.name_kind.get(j)
    if kind == "person" or token.flags & Is.NUMBER:
        return ""
    if token.title is not None:
        return ("f" if token.title.feminine else "m") if token.title.number == 1 else ""
    if token.head is not None and token.head.kind == "organization":
        return _of_body(token)
    if kind == "place":
        return "" if fold(word) in source_words().childless else "f"
    demonym = people()[word] if kind is None else None
    if demonym is not None:
        return "m" if demonym.number > 1 and not demonym.feminine else ""
    if token.folded in group("plurals_of_things") or (kind == "organization" and word.endswith(_FEMININE)):
        return "f"
    return ""


def _of_body(token: Token) -> Gender:
    """The gender of a body by its head: plurals of things are feminine, be they broken."""
    head = token.head
    if head is None:
        return ""
    many = head.form != head.head.word and not head.form.endswith(_DUALS)
    if many or head.form.endswith(_FEMININE) or fold(head.form) in group("feminine_bodies"):
        return "f"
    return "m" if fold(head.form).removeprefix(_ARTICLE) in group("masculine_bodies") else ""


def _is_oblique(sheet: Sheet, j: int) -> bool:
    """Whether a people or the holders of a post stand at word `j` in the case that no subject has: العراقيين."""
    token, word = sheet.tokens[j], sheet.page.words[j]
    if not token.folded.endswith(_OBLIQUE):
        return False
    demonym = people()[word] if j not in sheet.name_end else None
    if demonym is not None:
        return demonym.number > 1 and demonym.definite
    return token.title is not None and token.title.number > 1


def goes_on(sheet: Sheet, i: int, doing: Doing, lead: Range, is_verb: Callable[[int], bool]) -> bool:
    """Whether the verb has the subject of one before it in its sentence, with which it agrees."""
    for k in range(i - 1, sheet.sentence(i)[0] - 1, -1):
        token = sheet.tokens[k]
        if token.flags & _ENDS or token.bare in group("contrasting"):
            return False
        if sheet.inside.get(k) is not sheet.inside.get(i) or not is_verb(k) or not is_alike(sheet, k, doing):
            continue
        return _has_subject(sheet, k, i, lead)
    return False


def is_alike(sheet: Sheet, k: int, doing: Doing) -> bool:
    """Whether the verb at word `k` has the same gender, number and tense."""
    token = sheet.tokens[k]
    forms = [form for form in token.forms if form.is_finite]
    if forms:
        return any(
            form.shape == doing.shape and form.number == 1 and form.gender in (doing.gender, "") for form in forms
        )
    word = token.folded.removeprefix(_AND) if token.folded.startswith(_AND) else token.folded
    if doing.shape == "imperfect":
        return word.startswith(_SHE if doing.gender == "f" else _HE)
    return word.endswith(_SHE) if doing.gender == "f" else not (word.endswith(_SHE) or word.startswith(_HE))


def _has_subject(sheet: Sheet, k: int, i: int, lead: Range) -> bool:
    """Whether the verb at word `k` has a subject, be it left out, that is another than the party `lead`."""
    low, j = sheet.sentence(i)[0], k + 1
    while j < min(i, k + _SUBJECT_WITHIN) and (sheet.tokens[j].flags & _ASIDES or j in sheet.time_end):
        j = max(j + 1, sheet.time_end.get(j, 0))
    if j >= i:
        return False
    if sheet.tokens[j].folded in group("measures") and sheet.tokens[j + 1].folded != _OF:
        # وتضاعف عدد النازحين, but انتقد عدد من النواب
        return False
    if is_source_like(sheet, j) or j in sheet.name_end:
        return not _is_again(sheet, lead[0], j, source_phrase(sheet, j, i))
    subject = _subject_before(sheet, k, low)
    if subject is not None:
        return not _is_again(sheet, lead[0], *subject)
    token, word = sheet.tokens[j], sheet.page.words[j]
    left_out = (
        token.flags & Is.THAT or token.folded in group("before_noun") or (word[0] in _HUNG and bears(word, word[0]))
    )
    return bool(left_out) and (k - low <= 1 or sheet.tokens[k].joined == _AND)


def _subject_before(sheet: Sheet, k: int, low: int) -> Range | None:
    """The phrase of whoever can speak that ends right before the verb at word `k`: الوزير انتقد."""
    end = k
    while end > low and sheet.tokens[end - 1].flags & _ASIDES:
        end -= 1
    for start in range(max(low, end - _PHRASE), end):
        if is_source_like(sheet, start) and noun_phrase(sheet, start, end) == end:
            return start, end
    return None


def _is_known(sheet: Sheet, first: int, end: int) -> bool:
    """Whether the phrase is definite: ودعا | مساهم كبير begins anew."""
    return any(sheet.tokens[k].flags & Is.DEFINITE or k in sheet.name_end for k in range(first, min(end, first + 3)))


def _is_again(sheet: Sheet, first: int, low: int, end: int) -> bool:
    """Whether the noun at word `first` takes up one of the words before it: فرع الصندوق, and then الصندوق."""
    word = sheet.tokens[first].folded.removeprefix(_ARTICLE)
    return any(token.folded.removeprefix(_ARTICLE) == word for token in sheet.tokens[low:end])
