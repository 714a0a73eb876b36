"""What may stand between a post and the name of its holder: السفير الكويتي | بالأمم المتحدة | فلان."""

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.function_words import group as called
from takhrij.reading.naming import person_ends
from takhrij.reading.standing import is_address
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.sheet import Is, Sheet
from takhrij.text.clitics import segment

_ARTICLE = "ال"
_BY_FOR = "بل"
_FOR = "ل"
_HASH = "#"
_BETWEEN = "بين"
_FOR_THE = "لل"
_BY_THE = "بال"
_ROLE = "role"
# Of what is told of an event or of somebody's words no post is.
_NEVER = (
    Is.THAT | Is.STOP | Is.COLON | Is.BREAK | Is.OCCASION | Is.SAYING | Is.NEGATION | Is.ADJUNCT | Is.DASH | Is.RELATIVE
)
# A man told by one name alone is seldom introduced behind a comma.
_FULL_NAME = 2


def reaches_name(sheet: Sheet, start: int, end: int, at: int) -> bool:
    """Whether but more of the post in words `start` to `end` stands before the name at word `at`.

    رئيس الحكومة اليمنية | المعترف بها | فلان, مبعوث الولايات المتحدة | الخاص بسوريا، | فلان, المرشحة | آنذاك، | فلانة
    """
    tokens = sheet.tokens
    if not _is_of_one(sheet, start, end):
        return False
    stop = at
    while stop > end and (is_address(sheet, stop - 1) or _is_called(tokens[stop - 1].folded)):
        stop -= 1
    ranked = stop < at
    parted = stop > end and bool(tokens[stop - 1].flags & Is.COMMA)
    stop -= parted
    if stop == end:
        return not parted and ranked and _is_free(sheet, start)
    of_posts, told = True, _is_speaker(sheet, at) or (parted and ranked)
    k = end
    while (past := _past_words_of_post(sheet, k, stop)) > k:
        k = past
    while k < stop:
        of_posts = of_posts and _is_in_body(sheet, start, k)
        past = _past_field(sheet, k, stop)
        if past == k or not (told or _is_whole(sheet, k, past)):
            # زوجها بفضيحة | فلانة: it is hers.
            return False
        k = past
    if parted:
        return sheet.name_end.get(at, at + _FULL_NAME) - at >= _FULL_NAME
    return of_posts or told or _is_free(sheet, start)


def _is_of_one(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the post in the words `start` to `end` is one man's whose name was not told yet, and but one post.

    Not فلان، | رئيس البلدية, أهالي | الجهة, شريك في العملية لخلافة | الرئيس.
    """
    tokens = sheet.tokens
    title = tokens[start].title
    if title is None or title.number > 1 or title.title.kind == "source" or tokens[start].head is not None:
        return False
    if title.possessed and not (end < len(tokens) and tokens[end].folded in called("back_then")):
        return False
    if start and tokens[start - 1].flags & Is.COMMA and person_ends(sheet, start - 1):
        return False
    for k in range(start + 1, end):
        inner = tokens[k].title
        if inner is None or inner.proclitics or not inner.definite or inner.title.kind != _ROLE:
            continue
        if tokens[k].folded in group("describing_posts"):
            continue
        if tokens[k - 1].title is None:
            return tokens[k - 1].folded in called("post_joints")
    return True


def _is_called(folded: str) -> bool:
    """Whether the word says how he is called, or is a hash sign: مشرف الحي، | المدعو | فلان."""
    return folded == _HASH or folded in group("known_as") or folded in called("called")


def _is_free(sheet: Sheet, start: int) -> bool:
    """Whether no verb stands before the post at word `start` whose object the name may be: بين | ولي العهد الشيخ."""
    if not start:
        return False
    before = sheet.tokens[start - 1]
    return bool(before.flags & Is.AUXILIARY) or before.folded in group("before_apposed")


def _is_in_body(sheet: Sheet, start: int, k: int) -> bool:
    """Whether word `k` names the body where the post is that speaks: أبلغ السفير الكويتي | بالأمم المتحدة | فلان."""
    if not start or not sheet.tokens[start - 1].is_finite:
        return False
    head = sheet.tokens[k].head
    return sheet.name_kind.get(k) == "organization" or (head is not None and head.kind == "organization")


def _is_speaker(sheet: Sheet, at: int) -> bool:
    """Whether it is told right behind the name at word `at` what he says: أكد رئيس البلدية بتونس فلان | أن."""
    # A name that no list knows ends where its phrase ends.
    behind = sheet.name_end.get(at, at)
    return behind < len(sheet.tokens) and bool(sheet.tokens[behind].flags & Is.THAT)


def _past_words_of_post(sheet: Sheet, k: int, stop: int) -> int:
    """Past an adjective and what belongs to it: المنتخب, المعترف بها, المعني بالحق, آنذاك; `k` where none stands."""
    token = sheet.tokens[k]
    if token.folded in called("back_then") or token.folded in group("of_terms"):
        return k + 1
    if token.folded in group("with_adjectives") and sheet.tokens[k - 1].flags & Is.DEFINITE:
        return k + 1
    if token.flags & Is.COMMA and k + 1 < stop and sheet.tokens[k + 1].folded in called("back_then"):
        return k + 2
    plain = token.flags & Is.DEFINITE and not token.flags & _NEVER and token.folded.startswith(_ARTICLE)
    if not plain or token.title is not None or k in sheet.name_end or k in sheet.time_end:
        return k
    if token.head is not None and token.folded not in group("bodies_too"):
        return k
    past = _past_field(sheet, k + 1, stop) if k + 1 < stop else k + 1
    return past if past > k + 1 and _is_whole(sheet, k + 1, past) else k + 1


def _past_field(sheet: Sheet, k: int, stop: int) -> int:
    """Past where a post is held or what it is for: بالأمم المتحدة, لدى الحلف, على محور حراد; `k` where none stands."""
    token = sheet.tokens[k]
    if token.folded in group("where_posts_are"):
        first = k + 1
    elif token.folded == _FOR and k + 2 < stop and sheet.tokens[k + 1].flags & Is.QUOTE:
        # المنسق العام | ل"إجابة"
        return next((i + 1 for i in range(k + 2, stop) if sheet.tokens[i].flags & Is.QUOTE), k)
    elif token.folded[:1] in _BY_FOR and (k in sheet.name_end or segment(sheet.page.words[k]).proclitics):
        first = k
    else:
        return k
    if first >= stop or token.folded in group("beside_posts") or first in sheet.time_end:
        return k
    if token.folded == _BETWEEN and sheet.tokens[k - 1].title is not None:
        # وزيرة المساواة | بين الجنسين, but not الوزير بين الوفود
        return k
    if sheet.tokens[first].flags & Is.NUMBER or sheet.name_kind.get(first) == "person":
        return k
    end = min(max(noun_phrase(sheet, first, stop), first + 1), stop)
    i = first
    while i < end:
        inner, named = sheet.tokens[i], sheet.name_end.get(i, 0)
        if named > i:
            i = named
            continue
        if inner.flags & _NEVER or inner.is_finite or (inner.title is not None and i > first) or i in sheet.time_end:
            return k
        i += 1
    title = sheet.tokens[first].title
    another = title is not None and title.number == 1 and sheet.tokens[first].head is None
    return k if another else end


def _is_whole(sheet: Sheet, first: int, end: int) -> bool:
    """Whether the words `first` to `end` need no name behind them: للصحة العامة, not زوجها بفضيحة | فلانة."""
    last = sheet.tokens[end - 1]
    if last.flags & (Is.DEFINITE | Is.QUOTE) or last.folded.startswith((_FOR_THE, _BY_THE)):
        return True
    return any(sheet.name_end.get(i) == end for i in range(first, end))
