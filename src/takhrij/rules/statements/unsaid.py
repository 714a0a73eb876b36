"""Verbs behind which nothing was said: who is accused (تتهم الحركة بالتمييز), what was called for before them."""

from takhrij.lexicon import actor_words
from takhrij.lexicon.function_words import group, letters, spelled
from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.frame import Frame
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is
from takhrij.text.clitics import segment
from takhrij.text.fold import fold

_BY = "ب"
_ABOUT = "عن"
_THEY = "و"


def is_accused(sheet: Sheet, i: int, form: Form, frame: Frame, *, left_out: bool) -> bool:
    """Whether the one noun behind the verb is accused and does not accuse: تتهم الحركة | بالتمييز.

    `left_out` tells that he who accuses is left out: what stands behind the verb is whom he accuses.
    """
    source = frame.source
    if frame.how != "preposition" or form.verb.lemma not in spelled("need_object"):
        return False
    if source is None:
        # ويتهم أيضا بالتحرش
        also = sheet.tokens[i + 1].folded in group("in_turn")
        return not sheet.tokens[i].pronoun and frame.content == i + 1 + also
    if left_out or sheet.tokens[i].pronoun or source[0] != i + 1:
        return False
    if source[1] - source[0] > 1 and not _are_subjects(sheet, source[0]):
        return False
    if sheet.tokens[i].joined and form.shape == "perfect":
        # واتهم الحزب بالتعطيل: who was speaking goes on.
        return False
    k = source[1]
    while k < frame.content and (k in sheet.time_end or sheet.tokens[k].flags & Is.ADJUNCT):
        k = max(sheet.time_end.get(k, 0), k + 1)
        if sheet.tokens[k - 1].flags & Is.ADJUNCT:
            # منذ فترة طويلة
            while k < frame.content and not sheet.tokens[k].flags & ~Is.ADJUNCT and k not in sheet.name_end:
                k += 1
    return k == frame.content


def _are_subjects(sheet: Sheet, k: int) -> bool:
    """Whether those at word `k` stand in the nominative before what is theirs: يتهم | مسلحو الجيش | بالقتل."""
    title = sheet.tokens[k].title
    return title is not None and title.number > 1 and sheet.tokens[k].folded.endswith(_THEY)


def is_taken_up(sheet: Sheet, i: int, form: Form, frame: Frame) -> bool:
    """Whether the pronoun right behind the verb takes up what was called for before: إضراب دعت إليه | النقابات."""
    if frame.how != "preposition" or i + 1 >= len(sheet.tokens):
        return False
    return has_pronoun(sheet, i + 1, form)


def takes_case(sheet: Sheet, form: Form, frame: Frame) -> bool:
    """Whether somebody only takes up a case: تعهدت النيابة بالبحث في الحادثة, تعهد القضاء بالملف; not بالبحث عن حل."""
    first = frame.content
    if form.verb.lemma != "تعهد" or first + 1 >= len(sheet.tokens):
        return False
    word = sheet.tokens[first].folded.removeprefix(_BY)
    if word in actor_words.group("cases"):
        return True
    return word in actor_words.group("case_work") and sheet.tokens[first + 1].folded != _ABOUT


def has_pronoun(sheet: Sheet, k: int, form: Form) -> bool:
    """Whether at word `k` a preposition of the verb stands with a pronoun: إليه, بها."""
    folded = sheet.tokens[k].folded
    return any(
        folded.startswith(preposition) and folded[len(preposition) :] in letters("object_pronouns")
        for preposition in map(fold, form.verb.prepositions)
    )


def is_taken_up_by_noun(sheet: Sheet, k: int, form: Form) -> bool:
    """Whether the noun at word `k` behind the verb's preposition has the pronoun: جلسة دعت روسيا | لانعقادها."""
    if form.verb.lemma in spelled("need_object"):
        # المرأة التي تتهم المخرج بضربها
        return False
    cut = segment(sheet.page.words[k])
    return bool(cut.enclitic) and bool(cut.proclitics) and cut.proclitics[-1] in form.verb.prepositions


def says_of_himself(sheet: Sheet, i: int, content: int) -> bool:
    """Whether in somebody's own words the verb at word `i` is his, as the pronoun of أن shows: "أخبرت الناس أنني"."""
    return i in sheet.inside and i < content and sheet.tokens[content - 1].folded in group("that_i")
