"""The words that name a source, as the speaker is to be read from them: put right where a rule took too few or none of it."""

from takhrij.lexicon.verbs import Form
from takhrij.reading.players import Phrase
from takhrij.rules.statements.device import Device
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.sheet import Is, Sheet

_COUNTED = frozenset("عدد عددا بعض احد احدي مءات عشرات الاف معظم غالبيه كل جميع ثلاثه ثلاث اربعه اربع خمسه خمس سته ست سبعه سبع ثمانيه تسعه عشره".split())
_ISSUED = frozenset("الصادر الصادره صادر صادره".split())
_KNOWING = frozenset("مطلع مطلعه مطلعين مطلعون مقرب مقربه مقربين مقربون قريب قريبه".split())
# Their object may stand where a subject would: ودعا الأطراف إلى.
_ADDRESSED = frozenset("دعا طالب اتهم حث ناشد حذر وصف هدد وعد أوصى سأل طلب انتقد حمل نصح أبلغ أخبر حض".split())


def source_words(sheet: Sheet, device: Device) -> tuple[int, int] | None:
    """The source's words, with a number before them and what a source knows of after them; None where they name no source."""
    if device.source is None or not is_source(sheet, *device.source):
        return None
    first, end = device.source
    tokens = sheet.tokens
    if first > 1 and tokens[first].folded in _ISSUED and tokens[first - 1].head is not None:
        first -= 1
    if first > 1 and tokens[first - 1].folded == "من" and tokens[first - 2].folded in _COUNTED:
        first -= 2
    elif first and (tokens[first - 1].folded in _COUNTED or (tokens[first - 1].flags & Is.NUMBER and first - 1 not in sheet.time_end)):
        first -= 1
    if tokens[end - 1].folded in _KNOWING and end + 1 < len(tokens) and tokens[end].folded in ("علي", "من"):
        end = max(end, noun_phrase(sheet, end + 1, min(end + 9, sheet.sentence(first)[1])))
    return first, end


def is_source(sheet: Sheet, first: int, end: int) -> bool:
    """Whether the words can name a source at all: no time, no masdar of the report, no adverb stands in its place."""
    token = sheet.tokens[first]
    if first in sheet.name_end or token.title is not None or token.head is not None or first in sheet.quote_at:
        return True
    if first in sheet.time_end:
        return False
    if token.forms and not token.flags & Is.DEFINITE and any(form.shape in ("masdar", "participle") for form in token.forms):
        return False
    word = sheet.page.words[first]
    return not word.endswith(("اً", "ًا")) and not (token.folded.endswith("ا") and not token.flags & Is.DEFINITE)


def is_addressed(device: Device, phrase: Phrase) -> bool:
    """Whether what stands after the verb is its object: ووصفت الزوج, whose verb does not agree with it."""
    form = device.form
    if form is None or device.cue is None or phrase.words[0] < device.cue[1] or form.verb.lemma not in _ADDRESSED:
        return False
    return not _agree(form, phrase)


def _agree(form: Form, phrase: Phrase) -> bool:
    if not form.gender or form.number != 1 or not phrase.gender:
        return True
    return form.gender == phrase.gender
