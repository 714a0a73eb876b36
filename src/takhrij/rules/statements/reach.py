"""How far the subject of a verb may reach: before the preposition that the verb governs, before whom it accuses."""

from takhrij.lexicon import actor_words
from takhrij.lexicon.function_words import group, letters, spelled
from takhrij.lexicon.verbs import Form
from takhrij.rules.statements.agreement import is_body_behind
from takhrij.rules.statements.may import May
from takhrij.rules.statements.proclitics import bears, taken
from takhrij.rules.statements.sheet import Begins, Sheet
from takhrij.rules.statements.tokens import Is

# The preposition of a verb stands within so many words of its subject.
_PREPOSITION_WITHIN = 24
_BY = "ب"
_TO = "ل"
_IN = "في"
_WILL = "يت"
# A person is named within so many words behind the post that was taken for the subject's.
_NAMED_WITHIN = 6
# So far behind the body where somebody works what he said begins.
_SEAT_WITHIN = 14


def own_preposition(sheet: Sheet, i: int, limit: int, form: Form) -> int:
    """The limit of a source: before the preposition that introduces what was said (استغرب مواطنون من)."""
    if "من" in form.verb.prepositions:
        for k in range(i + 1, min(limit, i + 6)):
            if sheet.tokens[k].folded == "من":
                return k
    return _lone_preposition(sheet, i, limit) if "ب" in form.verb.prepositions else limit


def _lone_preposition(sheet: Sheet, i: int, limit: int) -> int:
    """The one word with ب and the article that may be what a verb reports (رحب قادة الدول بالبيان), else `limit`."""
    found = limit
    for k in range(i + 1, min(limit, i + _PREPOSITION_WITHIN)):
        token = sheet.tokens[k]
        if token.flags & Is.COMMA and k + 1 < limit and sheet.tokens[k + 1].title is not None:
            # اعترف فلان، مستشار الوزير، بالكذب
            continue
        if token.flags & (Is.COMMA | Is.STOP | Is.BREAK | Is.THAT | Is.RELATIVE):
            break
        if (k in sheet.name_end and sheet.name_kind[k] == "place") or token.folded[1:] in group("places_by_kind"):
            continue
        if token.folded in group("topics"):
            continue
        if token.folded.startswith(_BY) and is_proclitic(sheet, k, _BY):
            if found < limit or not token.folded.startswith("بال"):
                return limit
            found = k
    return found


def before_blamed(sheet: Sheet, i: int, end: int, form: Form) -> int:
    """Where the source ends before the person whom its verb accuses or addresses: اتهمت المعارضة | السالمي بالتقصير."""
    head = sheet.tokens[i].head
    if "target" not in form.verb.takes:
        return end
    second = _second_named(sheet, i, end)
    if second < end:
        return second
    split = _before_object(sheet, i, end) if form.verb.lemma in spelled("need_object") else end
    if split < end:
        return split
    if i in sheet.name_end or sheet.tokens[i].title is not None:
        return next((k for k in range(i + 2, end) if _is_body_behind(sheet, k)), end)
    if head is None:
        # يتهم اليمين | فلانا
        plain = sheet.tokens[i].flags & Is.DEFINITE and sheet.name_kind.get(i + 1) == "person"
        return i + 1 if plain and form.verb.lemma in spelled("need_object") else end
    if head.kind != "organization":
        return end
    for k in range(i + 1, end):
        if sheet.name_kind.get(k) == "person" and sheet.name_end[k] == end and sheet.tokens[k - 1].flags & Is.DEFINITE:
            return k
    return end


def _second_named(sheet: Sheet, i: int, end: int) -> int:
    """Where behind a name, its post and a comma another's post begins: دعا فلان، زعيم الحزب، | رئيس الوزراء علان."""
    if sheet.name_kind.get(i) != "person":
        return end
    behind = sheet.name_end[i]
    named = next((k for k in range(behind, min(end + _NAMED_WITHIN, len(sheet.tokens))) if k in sheet.name_end), -1)
    if named < 0 or sheet.name_kind[named] != "person" or sheet.name_skip.get(named):
        return end
    commas = [k for k in range(behind + 1, min(end - 1, named)) if sheet.tokens[k].flags & Is.COMMA]
    return next((k for k in commas if sheet.tokens[k + 1].title is not None), end)


def _before_object(sheet: Sheet, i: int, end: int) -> int:
    """Where the source ends whose phrase took in the one described as well: وصف الوزير | الخطة, ترامب | الزعيم."""
    if end >= len(sheet.tokens) or not sheet.tokens[end].folded.startswith(_BY):
        return end
    named = next((k for k in range(i, end) if sheet.name_kind.get(k) in ("person", "place")), end)
    if named < end:
        behind = sheet.name_end[named]
        return behind if behind < end and sheet.tokens[behind].flags & Is.DEFINITE else end
    title = sheet.tokens[i].title
    if title is None or title.number != 1 or title.feminine or not sheet.tokens[i].flags & Is.DEFINITE:
        return end
    feminine = letters("feminine_endings")
    return next((k for k in range(i + 1, end) if sheet.tokens[k].folded.endswith(feminine)), end)


def _is_body_behind(sheet: Sheet, k: int) -> bool:
    """Whether a body with the article begins at word `k` behind a whole post: منسق الحركة بالجامعة | الاتحاد العام."""
    token, before = sheet.tokens[k], sheet.tokens[k - 1]
    if token.head is None or not token.head.definite or token.head.kind != "organization" or token.head.proclitics:
        return False
    if token.title is not None or k in sheet.name_end and sheet.name_kind[k] == "person":
        return False
    if sheet.tokens[k - 2].folded == _IN and not before.flags & Is.DEFINITE:
        # المتظاهرون في قيسارية | الحكومة الإسرائيلية
        return True
    return is_body_behind(sheet, k) or bool(before.flags & Is.DEFINITE and before.title is None)


def is_proclitic(sheet: Sheet, i: int, letter: str) -> bool:
    """Whether the word begins with the preposition and not with a root letter: بدور, but not بيان."""
    title = sheet.tokens[i].title
    return (title is None or title.proclitics.startswith(letter)) and bears(sheet.page.words[i], letter)


def is_hearer(sheet: Sheet, i: int) -> bool:
    """Whether at word `i` it is told to whom was spoken: قالت لإردوغان, قال لـCNN, قالت لشركة النقل."""
    head = sheet.tokens[i].head
    if head is not None and head.proclitics == _TO:
        return True
    if sheet.page.words[i].startswith("لـ"):
        return True
    if not sheet.name_skip.get(i):
        return False
    letter = sheet.tokens[i].folded[0]
    # أعربت بهيئة تحرير الشام: nor does who stands behind another preposition speak.
    return (sheet.name_kind[i], letter) in (("organization", _BY), ("person", _TO), ("place", _TO))


def holds_on(sheet: Sheet, i: int) -> bool:
    """Whether the word at `i` makes a post of the one before it: باسم, a body, a name."""
    if i >= len(sheet.tokens):
        return False
    token = sheet.tokens[i]
    return token.folded in group("post_joints") or token.head is not None or bool(token.flags & Is.DEFINITE)


def surely_speaks(sheet: Sheet, i: int) -> bool:
    """Whether a person's name, a post or a body begins at word `i`."""
    token = sheet.tokens[i]
    if sheet.name_kind.get(i) == "person" or token.head or token.folded in group("may_speak"):
        return True
    if i and sheet.tokens[i - 1].folded in group("in_which") and i in sheet.name_end:
        # وثيقة تعهدت فيها | كوريا الشمالية
        return not sheet.name_skip.get(i)
    return token.title is not None and not token.title.proclitics


def may_begin_source(sheet: Sheet, i: int, *, strong: bool) -> bool:
    """Whether a phrase that begins at word `i` may be a source; behind an aside only what is surely one (`strong`)."""
    token = sheet.tokens[i]
    named = sheet.begins[i] & Begins.NAME != 0
    if token.flags & Is.PRONOUN or is_hearer(sheet, i):
        return False
    if token.flags & Is.FORBIDS_THAT and token.folded[0] in _WILL and not named:
        # قال يمكن أنهم
        return False
    if token.is_finite and token.forms[0].shape == "imperfect" and not (named or token.title or token.head):
        # وأضاف يقول
        return False
    if not token.flags & Is.DEFINITE and any(form.shape == "participle" for form in token.forms):
        # متحدثة باسم الشرطة is who speaks, متحدثة عن الخطة how somebody does.
        return token.title is not None and holds_on(sheet, i + 1)
    if token.may & May.HANG and not (named or token.title or token.head) and taken(sheet.page.words[i]):
        return False
    if strong and not surely_speaks(sheet, i):
        return False
    if token.folded == "#":
        return True
    if token.flags & (Is.ADJUNCT | Is.COMMA | Is.MARK | Is.NEGATION | Is.AUXILIARY) and not named:
        return False
    if token.flags & Is.OCCASION and token.head is None:
        return False
    return token.folded not in group("no_source") and (named or not token.folded.startswith("لل"))


def past_so_called(sheet: Sheet, i: int) -> int:
    """Past ما يسمى at word `i`, the ب behind it too, where whoever is called so follows; 0 where ما opens a clause."""
    tokens = sheet.tokens
    if i + 3 >= len(tokens) or tokens[i + 1].folded not in actor_words.group("so_called"):
        return 0
    return i + 3 if tokens[i + 2].folded in actor_words.group("called_by") else i + 2


def is_seat(sheet: Sheet, i: int, source: tuple[int, int], form: Form) -> bool:
    """Whether the body with ب at word `i` is where he works who speaks, as what he said is told by أن further on."""
    head, title = sheet.tokens[i].head, sheet.tokens[source[0]].title
    if head is None or head.kind != "organization" or title is None or source[1] != i or "that" not in form.verb.takes:
        return False
    for token in sheet.tokens[i + 1 : i + _SEAT_WITHIN]:
        if token.flags & (Is.STOP | Is.BREAK | Is.COLON | Is.RELATIVE) or (token.is_finite and token.joined):
            return False
        if token.flags & Is.THAT:
            return not token.joined
    return False


def tells_where(sheet: Sheet, i: int) -> bool:
    """Whether the word with ب tells where it is: مصدر في المجمع | بالمنطقة, تعلم الشركة حرفاءها | بولاية سوسة بأن."""
    folded = sheet.tokens[i].folded
    if folded[1:] in group("places_by_kind"):
        return bool(sheet.tokens[i - 1].flags & Is.DEFINITE)
    return sheet.name_kind.get(i + 1) == "place" and folded[1:] in actor_words.group("kinds_of_places")
