"""Who is meant where a source phrase names a person: whose name it is, and what post belongs to it."""

from takhrij.lexicon.actor_words import group as styles
from takhrij.lexicon.event_words import group as event_group
from takhrij.lexicon.function_words import group
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.lexicon.titles import TitleWord
from takhrij.reading.counterparts import words_of_role
from takhrij.reading.like_names import is_like_name
from takhrij.reading.naming import name_text, person_ends
from takhrij.reading.of_many import is_doing, is_no_post_behind, is_owned, is_plural, is_whose
from takhrij.reading.own_post import is_known_post, own_post
from takhrij.reading.players import Phrase
from takhrij.reading.post_ends import before_other, behind_other, is_of_no_king, names_next
from takhrij.reading.posts import beyond_rank, is_of_holder, past_marks, post_before, role_text
from takhrij.reading.served import before_ranks, is_of_staff, is_owner, is_served, is_spoken_for
from takhrij.reading.standing import (
    is_composed,
    is_doubtful,
    is_of_next,
    is_role,
    only_ranks,
    past_brackets,
    who_is,
    without_ranks,
)
from takhrij.reading.whom_told import is_whom
from takhrij.reading.wording import parts_of, phrase_text, post_words
from takhrij.rules.statements.holders import is_of_rank
from takhrij.rules.statements.may import May
from takhrij.rules.statements.sheet import Begins, Is, Sheet

_AND = "و"
_FOR = "ل"
_MANY = 3


def is_joined(sheet: Sheet, i: int) -> bool:
    """Whether word `i` is joined to what stands before it."""
    token = sheet.tokens[i]
    if sheet.begins[i] & Begins.NAME:
        return (bool(sheet.name_skip.get(i)) and token.folded[:1] == _AND) or sheet.tokens[i - 1].folded == _AND
    if token.head is not None and token.head.proclitics == _AND:
        return True
    if token.may & May.OPEN:
        # والسوداني
        nation = people()[sheet.page.words[i]]
        if nation is not None and nation.definite and nation.proclitics == _AND:
            return True
    return (token.title is not None and token.title.proclitics == _AND) or sheet.tokens[i - 1].folded == _AND


def _joint(sheet: Sheet, persons: list[int]) -> bool:
    if len(persons) < 2:
        return False
    for left, right in zip(persons, persons[1:], strict=False):
        if is_served(sheet, right) or not any(is_joined(sheet, k) for k in range(sheet.name_end[left], right + 1)):
            # فلان، رئيس الحكومة والمساند لسياسة | علان: he does not speak.
            return False
    return True


def _speaker_of(sheet: Sheet, first: int, persons: list[int]) -> int | None:
    """Which of the names in the phrase is the speaker's; None where it is only somebody's (محامي فلان)."""
    tokens = sheet.tokens
    at = persons[0]
    if at == first or who_is(sheet, first, at) < at:
        # متحدثة أخرى هي الرائد فلانة, زعيم التنظيم المعروف باسم فلان
        return at
    owner = is_owner(sheet, before_ranks(sheet, at) if is_role(sheet, first) else at)
    if len(persons) == 1 and (
        owner or is_served(sheet, at) or is_spoken_for(sheet, first) or is_of_staff(sheet, first, at)
    ):
        # مستشار سابق لترامب, المدير السابق لحملة ترامب, متحدث باسم رئيس الوزراء فلان
        return None
    title = tokens[first].title
    if tokens[at - 1].folded in group("called"):
        # شاهد يدعى فلان
        return at
    if tokens[first].folded in source_words().several and _are_many(sheet, first + 1, at):
        # بعض المسؤولين في إدارة الرئيس فلان
        return None
    if (
        title is not None
        and not title.definite
        and (title.title.kind == "source" or (title.title.unnamed and not _adjoins(sheet, first, at)))
    ):
        return None
    if len(persons) == 1:
        if _is_somebodys(sheet, first, at) or _are_several(sheet, first, at):
            return None
        if (
            any(tokens[k].folded in source_words().on_behalf for k in range(first, at))
            and tokens[at - 1].folded in source_words().on_behalf_of
        ):
            return None
        return at
    after = sheet.name_end[at]
    if after + 1 < len(tokens) and tokens[after].flags & Is.COMMA and after + 1 < persons[1]:
        title = tokens[after + 1].title
        if title is not None and title.title.kind != "honorific":
            return at
    return persons[-1]


def _is_byname(sheet: Sheet, i: int) -> bool:
    """Whether the name at word `i` stands in brackets behind another of the same man: محمود عباس (أبو مازن)."""
    if not i or not sheet.tokens[i - 1].flags & Is.OPEN:
        return False
    return person_ends(sheet, i - 1)


def _are_many(sheet: Sheet, k: int, at: int) -> bool:
    """Whether a title of many stands at word `k` and another right before the name at word `at`."""
    title = sheet.tokens[k].title
    return title is not None and title.number == 3 and at > k + 1


def _are_several(sheet: Sheet, first: int, at: int) -> bool:
    """Whether many speak, of whom the one named is none: المؤيدون للرئيس فلان, ثلاثة مسؤولين في الإدارة فلان."""
    tokens = sheet.tokens
    counted = tokens[first].title is None and first + 1 < at and first not in sheet.name_end
    title = tokens[first + 1 if counted else first].title
    if title is None or title.number != _MANY or tokens[at - 1].flags & (Is.COMMA | Is.OPEN):
        return False
    # الرئيسين الروسي فلان
    return counted or any(tokens[k].title is not None and tokens[k].folded[:1] == _FOR for k in range(first + 1, at))


def _is_somebodys(sheet: Sheet, first: int, at: int) -> bool:
    """Whether the name at word `at` only says whose they are: محامي المتهم فلان, أنصار فلان, المقربون من فلان."""
    before, title = sheet.tokens[at - 1], sheet.tokens[first].title
    if before.flags & Is.COMMA or before.folded in source_words().pointing:
        return False
    if before.folded in source_words().whose and (title is None or title.number > 1):
        return True
    if title is not None and title.number == 3 and not title.definite and at == first + 1:
        return True
    if sheet.tokens[first].folded in source_words().one_of and first + 1 < at:
        # أحد أصدقاء الفنان فلان
        first += 1
    if sheet.tokens[first].folded not in source_words().somebodys or (title is not None and title.possessed):
        # محاميه فلان: the pronoun says whose.
        return False
    post = sheet.tokens[first + 1].title
    # ابنة مؤسس الحزب فلان: he is her father.
    whose = post is not None and not post.definite and not post.possessed and not is_joined(sheet, at)
    return whose or _only_titles(sheet, first + 1, at)


def _adjoins(sheet: Sheet, first: int, at: int) -> bool:
    """Whether the post at word `first` is that of the name at word `at`: a known post, or a comma between them."""
    return at == first + 1 or _comma_before(sheet, at) or is_definite(sheet, first, at)


def _comma_before(sheet: Sheet, i: int) -> bool:
    return bool(sheet.tokens[i - 1].flags & Is.COMMA)


def _only_titles(sheet: Sheet, first: int, end: int) -> bool:
    """Whether only titles stand there, and adjectives of nations: والد الشابة البريطانية | فلانة."""
    words = sheet.page.words
    return all(
        sheet.tokens[k].title is not None or (sheet.tokens[k].flags & Is.DEFINITE and people()[words[k]])
        for k in range(first, end)
    )


def person_phrase(
    sheet: Sheet, words: tuple[int, int], persons: list[int], again: bool, name_end: int = 0
) -> Phrase | None:
    """The phrase as a person's, whose names begin at the words `persons`; None where they are somebody else's.

    `name_end` is where the name ends that no list knows.
    """
    first, stop = words
    persons = [i for i in persons if not _is_byname(sheet, i)] or persons
    if _joint(sheet, persons):
        return _several(words, " و".join(name_text(sheet, i) for i in persons), len(persons))
    at = _speaker_of(sheet, first, persons)
    if at is None or _are_of_holder(sheet, first, at) or _is_spokesmans_chief(sheet, first, at):
        return None
    if _speaks_with_a_post(sheet, (first, stop), at, name_end or sheet.name_end[at]):
        return _several(words, phrase_text(sheet, first, stop), 2)
    low, high = post_range(sheet, first, stop, at)
    if _begins_otherwise(sheet, low, at):
        low = post_before(sheet, at)
    if high == at:
        low, high = beyond_rank(sheet, low, high, name_end or sheet.name_end[at])
        low = past_marks(sheet, low, high)
    title = next((sheet.tokens[i].title for i in range(low, high) if sheet.tokens[i].title), None)
    posts, nations, head = (
        words_of_role(sheet, low, high, title) if title is not None else (*post_words(sheet, low, high), "")
    )
    name = phrase_text(sheet, at, name_end) if name_end else name_text(sheet, at)
    return Phrase(
        words=words,
        name=name,
        kind="person",
        named=True,
        parts=parts_of(name),
        posts=posts,
        nations=nations,
        head=head if title is not None and title.title.kind != "honorific" else "",
        gender="f" if title is not None and title.feminine else "",
        role=_role(sheet, low, high),
        again=again,
        mention=(at, name_end or sheet.name_end[at]),
    )


def _are_of_holder(sheet: Sheet, first: int, at: int) -> bool:
    """Whether many speak, and the one named at word `at` is theirs or whom they accuse.

    مساعدو الوزير | فلان, اتهم ممثلو الادعاء في لندن | فلانا
    """
    title = sheet.tokens[first].title if at > first else None
    if title is None or title.definite:
        return False
    return is_plural(title) or is_whose(sheet, first, at)


def _is_spokesmans_chief(sheet: Sheet, first: int, at: int) -> bool:
    """Whether the one named at word `at` is whom the speaker speaks for: المتحدثة باسم رئيس المفوضية | فلان."""
    if at not in sheet.name_end or at <= first + 2 or sheet.tokens[first + 1].folded not in source_words().on_behalf:
        return False
    return own_post(sheet, first, at, name_text(sheet, at)) > first


def _speaks_with_a_post(sheet: Sheet, words: tuple[int, int], at: int, behind: int) -> bool:
    """Whether the one named at word `at`, up to `behind`, speaks with another who is told only by his post.

    ولي العهد وشهباز شريف, شهباز شريف وولي العهد, رئيس الحكومة والمستشارة الألمانية فلانة
    """
    first, stop = words
    if at > first:
        title = sheet.tokens[first].title
        return title is not None and (is_joined(sheet, at) or _is_hers(sheet, title, first + 1, at))
    title = sheet.tokens[behind].title if behind < stop else None
    return title is not None and title.proclitics == _AND and title.title.kind == "role"


def _is_hers(sheet: Sheet, title: TitleWord, low: int, at: int) -> bool:
    """Whether a post in the feminine joins one in the masculine before the name at word `at`: it is another's."""
    joined = [t for k in range(low, at) if (t := sheet.tokens[k].title) is not None and t.proclitics == _AND]
    hers = any(other.definite and other.feminine and other.title.kind == "role" for other in joined)
    return hers and title.title.kind == "role" and not title.feminine


def _role(sheet: Sheet, low: int, high: int) -> str | None:
    """The post in these words without the rank behind it: قائد الجيش | الفريق أول ركن."""
    if all(sheet.tokens[k].title is None for k in range(low, high)):
        return None
    post = next((k for k in reversed(range(low, high)) if is_role(sheet, k)), high)
    while high - 1 > post and _is_no_end(sheet, post, high - 1):
        high -= 1
    high = without_ranks(sheet, low, high)
    if low + 2 < high and _is_number(sheet, low) and sheet.tokens[low + 1].folded == "من":
        # اثنان من أبناء الرئيس: how many they are is nobody's post.
        low += 2
    title = sheet.tokens[low].title
    if title is None:
        # وأكد فلان | خلال لقاء جمعه بوزير الدولة, but أحد قادة الحزب فلان
        return phrase_text(sheet, low, high) if sheet.tokens[low].folded in source_words().one_of else None
    if title.number == _MANY and title.definite:
        # النواب فلان، وفلان: of each it would be another word.
        return None
    if not any(is_role(sheet, k) for k in range(low, high)) and (
        title.title.word in styles("styles") or title.title.kind != "honorific"
    ):
        return None
    return role_text(sheet, low, high, title)


def _is_no_end(sheet: Sheet, post: int, last: int) -> bool:
    """Whether the word `last` is a rank behind the post at word `post`, not whose it is: والد | الشابة."""
    if is_of_rank(sheet, last):
        return True
    title = sheet.tokens[last].title
    if title is None or title.title.kind != "honorific":
        return False
    return last > post + 1 or bool(sheet.tokens[post].flags & Is.DEFINITE)


def _is_number(sheet: Sheet, k: int) -> bool:
    return sheet.tokens[k].folded in source_words().counted or sheet.tokens[k].folded in event_group("about")


def _several(words: tuple[int, int], name: str, number: int) -> Phrase:
    return Phrase(words=words, name=name, kind="people", named=True, parts=parts_of(name), number=number)


def _begins_otherwise(sheet: Sheet, first: int, at: int) -> bool:
    """Whether the phrase begins with a noun that is nobody's post, before the post of the name at word `at`.

    وفد كبير ضم | وزير الزراعة فلانا
    """
    if first >= at or not (sheet.tokens[first].title is None or is_doubtful(sheet, first)):
        return False
    return first < post_before(sheet, at) < at


def post_range(sheet: Sheet, first: int, stop: int, at: int) -> tuple[int, int]:
    """The words of the post that belongs to the name at word `at` of a source phrase."""
    tokens = sheet.tokens
    if at > first and not _is_addressed(sheet, first, stop, at):
        high = who_is(sheet, first, at)
        while high > first and tokens[high - 1].flags & Is.MARK:
            high -= 1
        verb = is_doubtful(sheet, first) or is_doing(sheet, first)
        if verb and first + 1 < at and sheet.tokens[first + 1].title is not None:
            # طالب | السفير الكويتي فلان
            first += 1
        return at - 1 if is_of_no_king(sheet, first, at) else behind_other(sheet, first, at), high
    low = sheet.name_end[at]
    title = tokens[low].title if low < stop else None
    if title is not None and not title.definite:
        other = next((k for k in range(low, stop) if sheet.name_kind.get(k) == "person"), -1)
        theirs = other >= 0 and not (is_of_holder(sheet, low, other) or is_owned(sheet, low, other))
        theirs = theirs or (other >= 0 and is_known_post(sheet, low, name_text(sheet, other)))
        if title.possessed or theirs or names_next(sheet, low, stop):
            # التقت موغيريني | رئيس الحكومة فلانا, يقيل فلان | مستشاره: the post is the other's.
            return low, low
    if title is not None and (is_no_post_behind(sheet, low) or (title.definite and is_of_next(sheet, low))):
        return low, low
    if title is not None and is_whom(sheet, low, stop):
        # أبلغ فلان | الزعيم الكوري أن
        return low, low
    low = min(past_brackets(sheet, low), stop)
    if low + 1 < stop and tokens[low].flags & Is.OPEN and tokens[low + 1].flags & Is.NUMBER:
        # فلان (53 عاما) في منزله
        return low, low
    while low < stop and tokens[low].flags & Is.MARK:
        low += 1
    if low < stop and (low in sheet.time_end or is_composed(sheet, low)):
        return low, low
    named = next((k for k in range(low + 1, stop) if sheet.name_kind.get(k) == "person"), stop)
    return low, before_other(sheet, low, named, stop) if named < stop else stop


def _is_addressed(sheet: Sheet, first: int, stop: int, at: int) -> bool:
    """Whether but ranks or his nation stand before the name at word `at`, and more behind it: الدكتور فلان | مدير."""
    behind = sheet.name_end.get(at, stop)
    if behind + 1 >= stop or sheet.tokens[behind].flags & Is.MARK:
        return False
    words = sheet.page.words
    return all(
        only_ranks(sheet, k, k + 1) or (sheet.tokens[k].flags & Is.DEFINITE and people()[words[k]] is not None)
        for k in range(first, at)
    )


def is_definite(sheet: Sheet, at: int, stop: int) -> bool:
    """Whether the post at word `at` is a known one: الوزير, وزير العدل, but not مسؤول في الوزارة."""
    title = sheet.tokens[at].title
    if title is not None and (title.definite or title.possessed):
        return True
    for i in range(at + 1, min(stop, at + 5)):
        token = sheet.tokens[i]
        if i in sheet.name_end or (token.flags & Is.DEFINITE and not token.folded.startswith("بال")):
            return True
        if (
            token.flags & ~Is.NUMBER
            or token.folded in source_words().joining
            or token.folded[:2] in source_words().melted_openings
            or people()[sheet.page.words[i]]
        ):
            return False
    return False


def unlisted_name(sheet: Sheet, first: int, stop: int) -> tuple[int, int] | None:
    """A name that the names stage missed, in apposition to a known post: المتحدث باسم الوزارة، ملس ألم."""
    tokens = sheet.tokens
    for k in range(first + 1, stop - 1):
        if tokens[k].flags & Is.COMMA:
            return (k + 1, stop) if is_definite(sheet, first, k) and is_like_name(sheet, k + 1, stop) else None
    return None
