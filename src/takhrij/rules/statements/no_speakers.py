"""Behind a verb of saying what was said or done, and not who says it: ورفضت | التدخل, وهاجمت | فساد النظام."""

from functools import cache

from takhrij.lexicon import actor_words
from takhrij.lexicon.function_words import group, letters
from takhrij.lexicon.places import people
from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.frame import Frame
from takhrij.rules.statements.sheet import Range, Sheet
from takhrij.rules.statements.tokens import Is
from takhrij.rules.statements.verbal_nouns import is_verbal_noun
from takhrij.text.clitics import segment

# What only a noun or a preposition introduces may have for its subject whoever was named before.
_LEFT_OUT = frozenset(
    [
        "noun",
        "preposition",
        "quote",
    ]
)


def without_thing(sheet: Sheet, i: int, form: Form, frame: Frame) -> Frame:
    """The frame of the verb at word `i` without a subject that is a thing done: it is what was said, or to what."""
    source = frame.source
    if source is None or sheet.tokens[i].pronoun or not _is_thing(sheet, i, form, frame, source):
        return frame
    takes, folded = form.verb.takes, sheet.tokens[source[0]].folded
    if folded.removesuffix(segment(sheet.page.words[source[0]]).enclitic) in group("during"):
        # أعلنت | خلاله عن عقد مؤتمر
        return Frame(None, frame.content, frame.skip, frame.how, frame.via)
    if "noun" in takes and source[0] == i + 1 and not ("target" in takes and frame.how == "preposition"):
        return Frame(None, source[0], 0, "noun", frame.via)
    return Frame(None, frame.content, frame.skip, frame.how, frame.via)


def _is_thing(sheet: Sheet, i: int, form: Form, frame: Frame, source: Range) -> bool:
    """Whether nothing tells that the noun behind the verb speaks, and its shape or the verb's that it does not."""
    first = source[0]
    if frame.how not in _LEFT_OUT or not is_unknown_noun(sheet, first):
        return False
    if form.number > 1 and form.shape == "perfect" and form.person == _OTHERS:
        # نقلوا مساجين: a verb before its subject is in the singular.
        return True
    word, token = sheet.page.words[first], sheet.tokens[first]
    if segment(word).enclitic:
        # ووصف | إجراءاتها بالتعسفية
        return True
    if first == i + 1 and form.gender == "m" and token.folded.endswith(letters("feminine_endings")):
        return True
    if is_verbal_noun(word, token.folded):
        return True
    return frame.how == "noun" and not token.flags & Is.DEFINITE


_OTHERS = 3
_SHE = "ت"
_HERS = "ه"


def is_thing_done(sheet: Sheet, i: int, form: Form, source: Range) -> bool:
    """Whether what stands right behind the verb at word `i` is a thing, and whose word it is was told before."""
    first = source[0]
    if first != i + 1 or not is_unknown_noun(sheet, first):
        return False
    word, token = sheet.page.words[first], sheet.tokens[first]
    hers = form.gender == "m" and token.folded.endswith(letters("feminine_endings"))
    return hers or form.number > 1 or is_verbal_noun(word, token.folded) or bool(segment(word).enclitic)


def is_unknown_noun(sheet: Sheet, j: int) -> bool:
    """Whether nothing is known of the noun at word `j` that could make it somebody: no name, post, body or people."""
    token = sheet.tokens[j]
    if j in sheet.name_end or j in sheet.quote_at or token.title is not None or token.head is not None:
        return False
    if token.flags & (Is.NUMBER | Is.QUOTE | Is.AGAIN) or not token.folded.isalpha():
        return False
    if people()[sheet.page.words[j]] is not None or token.folded.endswith(letters("plural_endings")):
        return False
    return not is_somebody(sheet, j)


def is_somebody(sheet: Sheet, j: int) -> bool:
    """Whether the noun at word `j`, which is no post, tells of people: بعضهم, معظم, أمها, عائلته."""
    return not _speaking().isdisjoint((sheet.tokens[j].folded, *_stems(sheet, j))) or is_kin(sheet, j)


def is_kin(sheet: Sheet, j: int) -> bool:
    """Whether whose kin or friend speaks is told by a pronoun: أمها, عائلته."""
    return not actor_words.group("kin").isdisjoint(_stems(sheet, j))


def _stems(sheet: Sheet, j: int) -> tuple[str, ...]:
    """The word at `j` without its pronoun, with the ending it then has; nothing where it has none."""
    enclitic = segment(sheet.page.words[j]).enclitic
    if not enclitic:
        return ()
    stem = sheet.tokens[j].folded.removesuffix(enclitic)
    return stem, stem[:-1] + _HERS if stem.endswith(_SHE) else stem


@cache
def _speaking() -> frozenset[str]:
    """What speaks, or tells how many do: بعضهم, معظم, معلومات, الطرفان."""
    return (
        group("may_speak")
        | group("source_heads")
        | group("telling_things")
        | group("counted_speakers")
        | actor_words.group("plain_speakers")
    )
