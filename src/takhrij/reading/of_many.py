"""Whether a title is of one or of many, and of whom: المحامي, but المحامين; وزيرا الخارجية hold one post each."""

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.lexicon.titles import TitleWord
from takhrij.reading.standing import is_composed, is_doubtful, is_style, only_ranks
from takhrij.rules.statements.sheet import Begins, Is, Sheet
from takhrij.text.fold import fold

_FOR = "ل"
_YA = "ي"
_OBLIQUE = "ين"
# No name hangs on a plural that ends so.
_WHOLE = (
    "ين",
    "ون",
)
_TWO = 2
_MANY = 3
# مدير فريق عمل فلان
_IDAFA = 3
_ARTICLE = "ال"
_WITH = "مع"
_FOR_THE = "لل"
_ACCUSATIVE = "ا"


def is_dual(title: TitleWord) -> bool:
    """Whether the title is of two by its form: وزيرا, but not المحامي, who is one as محام is."""
    if title.number != _TWO:
        return False
    return title.form[-1] != _YA or not (title.definite or fold(title.title.word) in group("defective_posts"))


def is_plural(title: TitleWord) -> bool:
    """Whether the title is of many, or may be by a form that two share with many: رؤساء, المحامين, مسؤولين."""
    if title.number != _TWO:
        return title.number == _MANY
    plural = title.title.plural
    return title.form.endswith(_OBLIQUE) and (plural is None or title.form in plural.split())


def is_several(title: TitleWord) -> bool:
    """Whether the title is of two or more."""
    return is_plural(title) or is_dual(title)


def is_whose(sheet: Sheet, start: int, i: int) -> bool:
    """Whether the post at word `start` is of somebody else, whose the one named at `i` is told to be.

    مستشار | ترامب, زوجة الأمير | فلان, ممثل آية الله | فلان; but قائد الفريق | فلان
    """
    title = sheet.tokens[start].title
    if title is None or title.title.kind != "role" or title.definite or title.possessed or title.number != 1:
        return False
    if is_style(sheet, start) or sheet.tokens[start].folded in group("posts_that_name"):
        # صاحب السمو الأمير فلان, خليفة حفتر, والي منوبة
        return False
    return only_ranks(sheet, start + 1, i) and all(_is_of_one(sheet, k) for k in range(start + 1, i))


def is_owned(sheet: Sheet, first: int, named: int) -> bool:
    """Whether the post at word `first` is of what the one named at `named` has: فلان محامي | علان, مدير مكتب | علان."""
    title = sheet.tokens[first].title
    if title is None or title.definite or title.possessed or title.title.kind != "role" or is_several(title):
        return False
    if named - first > _IDAFA or sheet.name_skip.get(named):
        return False
    kin = source_words().somebodys
    # شقيقة زوجة | فلان
    return all(
        not token.flags and (token.title is None or token.folded in kin) for token in sheet.tokens[first + 1 : named]
    )


def _is_of_one(sheet: Sheet, k: int) -> bool:
    """Whether the rank at word `k` is of one man, and no team: الأمير, but not الأساقفة or الفريق."""
    title = sheet.tokens[k].title
    return (title is None or title.number == 1) and sheet.tokens[k].folded not in group("teams_too")


def is_of_many(sheet: Sheet, start: int) -> bool:
    """Whether the title at word `start` is of many, of whom the one named behind it is none.

    معارضو الرئيس | فلان, مسؤولين كبار في إدارة الرئيس | فلان; but الرئيسين الأميركي فلان والروسي علان hold one each.
    """
    title, after = sheet.tokens[start].title, sheet.tokens[start + 1].title
    if title is None or is_plural(title):
        return title is not None
    if title.number != _TWO:
        return False
    if after is not None and after.proclitics == _FOR:
        # تسجيلا مصورا | لزعيمه فلان
        return True
    return title.title.kind != "role" or title.title.speaks_as != "person" or title.title.unnamed


def is_no_post_behind(sheet: Sheet, first: int) -> bool:
    """Whether the title at word `first`, behind a name, is nothing that he is: أوصى فلان | العاملين في المجال."""
    title = sheet.tokens[first].title
    if title is None or is_doubtful(sheet, first) or first in sheet.time_end:
        # حذر فلان، | مطلع الأسبوع الماضي
        return True
    if is_several(title):
        # عين فلانا | نائبا للرئيس
        following = sheet.tokens[first + 1].folded if first + 1 < len(sheet.tokens) else ""
        return title.number == _MANY or title.form[-1] != _ACCUSATIVE or following[:2] != _FOR_THE
    return is_composed(sheet, first)


def is_doing(sheet: Sheet, start: int) -> bool:
    """Whether the word at `start` is no post but what somebody does: هاجم الصين، | متهما رئيس الوزراء فلانا."""
    title = sheet.tokens[start].title
    if title is None or title.number != _TWO or title.definite or title.form[-1] != _ACCUSATIVE:
        return False
    following = sheet.tokens[start + 1].title if start + 1 < len(sheet.tokens) else None
    return following is not None and following.number == 1 and following.title.kind == "role"


def begins_beside(sheet: Sheet, start: int, i: int) -> int:
    """Where behind the post at word `start` another's begins, which is that of the name at `i`; 0 where none does.

    مؤتمر صحفي مشترك مع | رئيس الوزراء فلان, تواجه الشابة فلانة | المرشح الجمهوري فلانا
    """
    if (begins := begins_object(sheet, start, i)) > 0:
        return begins
    first = sheet.tokens[start].title
    for k in range(start + 1, i):
        title = sheet.tokens[k].title
        if title is None or title.title.kind != "role" or title.proclitics or title.number == _MANY:
            continue
        if sheet.tokens[k - 1].folded == _WITH or _is_of_both(sheet, k):
            return k
        if first is not None and first.definite and title.definite and first.feminine and not title.feminine:
            return k
    return 0


def _is_of_both(sheet: Sheet, k: int) -> bool:
    """Whether at word `k` two are told of behind a whole phrase: استقبل الرئيس | زعيمي الحزبين."""
    title = sheet.tokens[k].title
    if title is None or title.definite or title.possessed or not sheet.tokens[k - 1].flags & Is.DEFINITE:
        return False
    return is_dual(title) and title.form[-1] == _YA and k not in sheet.name_end


def begins_object(sheet: Sheet, first: int, at: int) -> int:
    """Where behind word `first`, up to the name at `at`, the one begins whom these accuse or meet; 0 where none does.

    اتهمت امرأة ثالثة | المفكر الليبي فلانا, انتقد نائب أمريكي | رئيس الحكومة فلانا, اتهم ممثلو الادعاء في لندن | فلانا
    """
    title = sheet.tokens[first].title
    if sheet.tokens[first].flags & Is.DEFINITE or at <= first + 1:
        return 0
    counted = sheet.tokens[first + 1].title if title is None else None
    if counted is not None and at == first + 2 and is_plural(counted) and counted.form.endswith(_WHOLE):
        # اتهم ثلاثة محامين | فلانا
        return at
    if title is not None and is_plural(title):
        return at if _is_closed(sheet, first, at) else 0
    words = sheet.page.words
    for k in range(first + 2, at):
        title, before = sheet.tokens[k].title, sheet.tokens[k - 1]
        if title is None or title.title.kind != "role" or title.proclitics or title.number != 1:
            continue
        described = people()[words[k - 1]] is not None or before.folded in group("which_one")
        if described and not before.flags & Is.DEFINITE and k - 1 not in sheet.name_end:
            return k
    return 0


def serves(sheet: Sheet, start: int, i: int) -> bool:
    """Whether the one named at word `i` has the post at `start`, of him named behind it: محامي فلان الشخصي | علان."""
    if not sheet.begins[start + 1] & Begins.PERSON:
        return False
    end = sheet.name_end[start + 1]
    title = sheet.tokens[start].title
    if title is None or title.definite or title.possessed or is_several(title):
        return False
    if end >= i or not sheet.tokens[end].folded.startswith(_ARTICLE):
        return False
    return all(sheet.tokens[k].flags == Is.DEFINITE and k not in sheet.name_end for k in range(end, i))


def _is_closed(sheet: Sheet, first: int, at: int) -> bool:
    """Whether the words from `first` are whole before the name at word `at`: أعضاء الائتلاف الحاكم | فلان."""
    for k in range(first + 1, at):
        title = sheet.tokens[k].title
        if title is not None and title.number == 1 and sheet.tokens[k].folded not in group("describing_posts"):
            # مستشارو الرئيس فلان
            return False
    before = sheet.tokens[at - 1]
    return bool(before.flags & Is.DEFINITE) or any(sheet.name_end.get(k) == at for k in range(first + 1, at))
