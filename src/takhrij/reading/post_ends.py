"""Where the words of a post end that go on in the sentence: رئيس الاتحاد | لمحطة فلانة, نائب الرئيس | من جهته."""

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.function_words import group as called
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.reading.naming import is_outlet, person_ends
from takhrij.reading.of_many import serves
from takhrij.reading.standing import is_composed
from takhrij.rules.statements.asides import is_led
from takhrij.rules.statements.may import May
from takhrij.rules.statements.outlets import is_office
from takhrij.rules.statements.phrase_words import is_on_air, is_station
from takhrij.rules.statements.sheet import Begins, Is, Sheet
from takhrij.text.fold import fold

_FOR = "ل"
_AND = "و"
_FROM = "من"
_ON = fold("على")
_IN = fold("في")
_MANY = 3
_KING = "ملك"
_ACCUSATIVE = "ا"
# Of لـ with a noun on it there are at least so many letters.
_SHORTEST = 3


def end_of_post(sheet: Sheet, low: int, high: int) -> int:
    """Where the post in the words `low` to `high` ends, before what is told of him or what he does then."""
    end = next((k for k in range(low + 1, high) if _goes_beyond(sheet, low, k)), high)
    if end - 2 > low and sheet.tokens[end - 2].flags & Is.COMMA and not sheet.tokens[end - 1].flags & Is.CLOSE:
        # النائب العام | ، المستشار: a word alone behind a comma is no post, but how he is addressed.
        end -= 2
    return end


def _goes_beyond(sheet: Sheet, low: int, k: int) -> bool:
    tokens = sheet.tokens
    token = tokens[k]
    if is_composed(sheet, k):
        # المتحدث باسم المفوضية | المؤلفة من تسعة قضاة
        return True
    if token.may & May.END_POST and (token.folded not in group("known_as") or tokens[k - 1].title is None):
        # طالب | يبلغ من العمر 22 عاما, طالب آخر | يدعى فلان, مشرف الحي | المدعو فلان
        return True
    following = tokens[k + 1].folded if k + 1 < len(tokens) else ""
    if token.flags & Is.OPEN and k + 1 < len(tokens) and tokens[k + 1].flags & Is.NUMBER:
        # طالب حقوق | (20 عاما)
        return True
    if (token.folded == _FROM and following in called("own_side")) or is_led_by_post(sheet, k):
        return True
    if token.folded == _IN and following in called("back_then"):
        # زعيم الحزب | في حينها
        return True
    if token.folded == _ON and following in group("margins"):
        return True
    if token.flags & Is.COMMA:
        return _is_of_others(sheet, k + 1)
    return _is_behind_name(sheet, low, k) or _is_heard_by(sheet, low, k)


def _is_behind_name(sheet: Sheet, low: int, k: int) -> bool:
    """Whether at word `k` another's post begins behind whose somebody is: شقيقة زوجة فلان | وزير الخارجية، علان."""
    title = sheet.tokens[k].title
    if title is None or title.definite or title.possessed or title.proclitics or title.title.kind != "role":
        return False
    if person_ends(sheet, k, low + 1):
        return True
    before = sheet.tokens[k - 1]
    kin = all(sheet.tokens[i].folded in source_words().somebodys for i in range(low, k - 1))
    return kin and k - 1 > low and before.title is None and not before.flags


def is_led_by_post(sheet: Sheet, k: int) -> bool:
    """Whether at word `k` it is told by his post who leads the body: الحزب المنافس | بزعامة رئيس الوزراء فلان."""
    title = sheet.tokens[k + 1].title if is_led(sheet, k) else None
    return title is not None and title.title.kind == "role"


def _is_of_others(sheet: Sheet, k: int) -> bool:
    """Whether behind a comma many are named or it is told how he is called: نائب الرئيس، | أعضاء الكونغرس."""
    if k >= len(sheet.tokens):
        return False
    token = sheet.tokens[k]
    if token.folded in called("called") or token.folded in group("known_as"):
        return True
    if token.title is None or token.title.proclitics:
        return False
    # وزير الصحة، | وزيرا للخارجية
    return token.title.number == _MANY or (token.title.form[-1] == _ACCUSATIVE and not token.title.definite)


def _is_heard_by(sheet: Sheet, low: int, k: int) -> bool:
    """Whether at word `k` the outlet begins to which he spoke: رئيس الاتحاد | لمحطة فرانس إنفو.

    Right behind a bare post and its adjectives it is where he works: المدير العام | لقناة النيل.
    """
    token = sheet.tokens[k]
    if not token.may & May.TELL_TO_WHOM or len(token.folded) < _SHORTEST:
        return False
    if all(sheet.tokens[m].flags & Is.DEFINITE and sheet.tokens[m].head is None for m in range(low + 1, k)):
        return False
    if is_outlet(sheet, k):
        return True
    if is_station(sheet, k):
        # لمحطة تلفزيون الشمال, but not لمحطة الفضاء
        return is_on_air(sheet, k)
    if token.folded in group("for_media"):
        return False
    head = token.head
    return head is not None and head.kind == "outlet" and head.proclitics == _FOR and not is_office(sheet, k)


def before_other(sheet: Sheet, first: int, named: int, stop: int) -> int:
    """Where the post in words `first` to `stop` ends before another's, named at `named`: زعيم الحزب، | الوزير فلان."""
    for k in range(named - 1, first, -1):
        title = sheet.tokens[k].title
        if sheet.tokens[k - 1].flags & Is.COMMA and title is not None and title.title.kind == "role":
            return k - 1
    return stop


def names_next(sheet: Sheet, first: int, after: int) -> bool:
    """Whether the post in words `first` to `after` is of the full name behind its comma: كلف الملك وزير العدل، | فلانا.

    وبخت فلانة رئيسة الوزراء، | علانا: hers is her own.
    """
    if after + 1 >= len(sheet.tokens) or not sheet.tokens[after].flags & Is.COMMA:
        return False
    if sheet.name_kind.get(after + 1) != "person" or sheet.name_end[after + 1] == after + 2:
        return False
    return all((title := sheet.tokens[k].title) is None or not title.feminine for k in range(first, after))


def names_ranked(sheet: Sheet, stop: int) -> bool:
    """Whether behind a post its holder is named under his rank: كلف فلان، مندوب البلاد | السفير علان."""
    if stop + 1 >= len(sheet.tokens) or sheet.name_kind.get(stop + 1) != "person":
        return False
    title = sheet.tokens[stop].title
    if sheet.tokens[stop].folded in group("also_ranks"):
        return True
    return title is not None and title.title.kind == "honorific" and title.definite and not title.proclitics


def is_of_no_king(sheet: Sheet, start: int, i: int) -> bool:
    """Whether the post at word `start` is of who meets the king named at `i`: التقى | وزير العدل الملك فلانا."""
    rank, title = sheet.tokens[i - 1].title, sheet.tokens[start].title
    if rank is None or title is None or start == i - 1 or not rank.definite:
        return False
    return rank.title.word == _KING and fold(title.title.word) not in group("posts_of_kings")


def behind_other(sheet: Sheet, first: int, at: int) -> int:
    """Where the post of the name at word `at` begins behind another's name: رجل الدين فلان، | رئيس الوزراء | علان."""
    inner = next((k for k in range(at - 1, first, -1) if sheet.begins[k] & Begins.PERSON), 0)
    if not inner:
        # شقيقة زوجة كوكس | وزير الخارجية فلان
        return next((k for k in range(first + 1, at) if _is_behind_name(sheet, first, k)), first)
    if inner == first + 1 and serves(sheet, first, at):
        return first
    end = sheet.name_end[inner]
    last = at - 1 if not sheet.tokens[at - 1].flags & Is.COMMA else at - 2
    if last >= end and sheet.tokens[last].joined == _AND and people()[sheet.page.words[last]] is not None:
        # الرئيس الروسي فلان، والتركي، | علان: the post in front is not told again.
        return at
    return next((k for k in range(at - 1, end - 1, -1) if _begins_post(sheet, k, end)), first)


def _begins_post(sheet: Sheet, k: int, end: int) -> bool:
    """Whether a new post begins at word `k`, behind the other's name that ends at word `end`, a comma or a joint."""
    title = sheet.tokens[k].title
    if title is None or title.proclitics or title.title.kind != "role":
        return False
    if sheet.tokens[k].folded in group("describing_posts"):
        # فلانة | المقربة من المستشارة علانة
        return False
    return k == end or bool(sheet.tokens[k - 1].flags & Is.COMMA) or sheet.tokens[k - 1].folded == _FROM


def is_of_one_behind(sheet: Sheet, start: int, i: int) -> bool:
    """Whether behind من or عن a post stands right before the name at word `i`: مقربون من | الرئيس السوداني فلان."""
    tokens = sheet.tokens
    joint = next((k for k in range(start + 1, i) if tokens[k].folded in group("of_whom")), 0)
    if not joint:
        return False
    for k in range(joint + 1, i):
        title = tokens[k].title
        if title is not None and not title.proclitics and title.title.kind == "role":
            return all(tokens[m].flags & Is.DEFINITE for m in range(k + 1, i)) and (title.definite or k + 1 < i)
    return False


def is_told_before(sheet: Sheet, start: int) -> bool:
    """Whether the post at word `start` is of somebody before it: اتهمت إيران، وهي | عضو في المنظمة، فلانا."""
    return start > 0 and sheet.tokens[start - 1].folded in group("who_is")
