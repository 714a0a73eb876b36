"""The posts beside the names of a page: وزير العدل فلان, فلان، وزير العدل."""

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.function_words import group as called
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.lexicon.titles import TitleWord
from takhrij.reading.apposed import reaches_name
from takhrij.reading.counterparts import counterpart, second_of_two, words_of_post, words_of_role
from takhrij.reading.heads import is_told_to_reporter
from takhrij.reading.naming import is_of_nation, name_text
from takhrij.reading.of_many import (
    begins_beside,
    is_doing,
    is_dual,
    is_no_post_behind,
    is_of_many,
    is_owned,
    is_whose,
    serves,
)
from takhrij.reading.own_post import adjectives_end, own_post
from takhrij.reading.players import Phrase, Words
from takhrij.reading.post_ends import (
    before_other,
    behind_other,
    end_of_post,
    is_led_by_post,
    is_of_no_king,
    is_of_one_behind,
    is_told_before,
    names_next,
)
from takhrij.reading.proper import proper_end
from takhrij.reading.served import before_ranks, is_owner, is_served, is_spoken_for
from takhrij.reading.standing import (
    ends_post,
    goes_on_in_clause,
    is_no_post,
    is_of_next,
    is_one_of_many,
    is_role,
    is_style,
    leads_troops,
    past_brackets,
    past_description,
    past_ranks,
    ranks_are_left,
    rules_place,
    told_of,
    who_is,
    with_body,
    without_ranks,
)
from takhrij.reading.whom_told import post_end
from takhrij.reading.wording import parts_of, phrase_text
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.sheet import Begins, Is, Sheet, Token
from takhrij.text.clitics import segment

_REACH = 14
_FOR = "ل"
_AND = "و"
_IN_NAME_OF = "باسم"
_WITH = "مع"
_BY = "ب"
_SHORTEST = 4
# A post behind a name tells more than a lone word before it if it has more words than this, its comma counted.
_FULLER = 3
_ARTICLE = "ال"
# شقيق is who somebody is; of a state الشقيقة says only how dear it is.
_KIN = "شقيق"


def named_persons(sheet: Sheet) -> list[tuple[frozenset[str], int, str]]:
    """Every naming of a person on the page, the longest names first: its parts, its first word, the name."""
    found = []
    for i, kind in sheet.name_kind.items():
        if kind == "person" and not is_of_nation(sheet, i):
            name = name_text(sheet, i)
            found.append((parts_of(name), i, name))
    found.sort(key=lambda naming: (-len(naming[0]), naming[1]))
    return found


def with_post(sheet: Sheet, i: int, name: str, parts: frozenset[str]) -> Phrase | None:
    """The person `name` of word `i` with the post before or after it; None where none stands there."""
    end = sheet.name_end[i]
    first = post_before(sheet, i)
    low, high = (first, who_is(sheet, first, i)) if first < i else (end, post_after(sheet, end))
    after = post_after(sheet, end, styled=True) if first < high < i else _fuller_after(sheet, low, high, end)
    if after > end:
        # مسؤول وحيد هو اللواء فلان رئيس المخابرات
        low, high = end, after
    if first < i:
        low, high = beyond_rank(sheet, low, high, end)
    low = own_post(sheet, low, high, name) if high == i else low
    low = past_marks(sheet, low, high)
    while high > low and (sheet.tokens[high - 1].flags & Is.MARK or sheet.tokens[high - 1].folded in called("called")):
        high -= 1
    title = (
        next((sheet.tokens[k].title for k in range(low, high) if sheet.tokens[k].title), None) if low < high else None
    )
    if title is None or is_one_of_many(sheet, low):
        return _of_second(sheet, i, name, parts) or _told_without_title(sheet, (i, end), (low, high), name, parts)
    posts, nations, head = words_of_role(sheet, low, high, title)
    real = has_post(sheet, low, high)
    return Phrase(
        words=(i, end),
        name=name,
        kind="person",
        named=True,
        parts=parts,
        posts=posts,
        nations=nations,
        head=head if real else "",
        gender="f" if title.feminine else "",
        role=role_text(sheet, low, high, title) if real else None,
        mention=(i, end),
    )


def _of_second(sheet: Sheet, i: int, name: str, parts: frozenset[str]) -> Phrase | None:
    """The second of two who hold one post: وزيرا الخارجية الأمريكي فلان والتركي | فلان."""
    told = second_of_two(sheet, i)
    if told is None:
        return None
    posts, nations, head = words_of_post(sheet, told)
    words = (i, sheet.name_end[i])
    return Phrase(
        words=words, name=name, kind="person", named=True, parts=parts, posts=posts, nations=nations, head=head,
        role=told.text, mention=words,
    )  # fmt: skip


def _fuller_after(sheet: Sheet, low: int, high: int, end: int) -> int:
    """Where the fuller post ends behind a name with a bare one before it: النائب، فلان، | رئيس حركة الوحدة."""
    if low >= high or high > end or end + 1 >= len(sheet.tokens) or not sheet.tokens[end].flags & Is.COMMA:
        return end
    title = sheet.tokens[low].title
    bare = sum(not sheet.tokens[k].flags & Is.MARK for k in range(low, high)) == 1
    if not bare or title is None or not title.definite or not is_role(sheet, low) or is_one_of_many(sheet, end + 1):
        return end
    after = post_after(sheet, end)
    return after if after - end > _FULLER and has_post(sheet, end, after) else end


def _told_without_title(sheet: Sheet, words: Words, post: Words, name: str, parts: frozenset[str]) -> Phrase | None:
    """The person with what he is told to be, be it no post: فلان، أحد المعتصمين, فلانة، وهي معدة تحقيقات صحفية،."""
    low, high = post
    told = low > words[1] and sheet.tokens[low - 1].folded in group("who_is")
    if low >= high or not (told or is_one_of_many(sheet, low)):
        return None
    role = phrase_text(sheet, low, high)
    return Phrase(words=words, name=name, kind="person", named=True, parts=parts, role=role, mention=words)


def role_text(sheet: Sheet, low: int, high: int, title: TitleWord) -> str:
    """The words of the post; of two posts in one word that of one: وزيرا الخارجية gives وزير الخارجية."""
    high = without_ranks(sheet, low, end_of_post(sheet, low, high))
    begin = past_ranks(sheet, low, high)
    if begin > low:
        low, title = begin, sheet.tokens[begin].title or title
    if (told := counterpart(sheet, low, high)) is not None:
        return told.text
    high = next((k for k in range(low + 1, high) if ends_post(sheet, k, high)), high)
    text = phrase_text(sheet, low, high)
    if title.possessed and title.proclitics == _AND and high == low + 1:
        body = _body_before(sheet, low)
        return f"{title.form} {body}" if body else text
    if not is_dual(title):
        return text
    one = title.title.word if not title.feminine else title.title.feminine or title.title.word + "ة"
    return f"{_ARTICLE if title.definite else ''}{one} {text.partition(' ')[2]}".strip()


def _body_before(sheet: Sheet, low: int) -> str:
    """The body that ends before word `low`: بعثة الأمم المتحدة | ورئيسها."""
    for k in range(max(low - _REACH, sheet.sentence(low)[0]), low):
        head = sheet.tokens[k].head
        if head is not None and head.kind == "organization" and proper_end(sheet, k) == low:
            return phrase_text(sheet, k, low)
        if sheet.name_kind.get(k) == "organization" and sheet.name_end[k] == low:
            return name_text(sheet, k)
    return ""


def beyond_rank(sheet: Sheet, low: int, high: int, end: int) -> Words:
    """The words of a post before a name, or of that behind its end: الفريق فلان، رئيس الأركان."""
    if _is_rank(sheet, low, high):
        styled = any(is_style(sheet, k) for k in range(low, high)) or leads_troops(sheet, low, end)
        after = post_after(sheet, end, styled=styled)
        if has_post(sheet, end, after) and not (has_post(sheet, low, high) and names_next(sheet, end, after)):
            return end, after
    return low, high


def past_marks(sheet: Sheet, low: int, high: int) -> int:
    """Past brackets, a comma and وهو before a post that follows its bearer's name."""
    low = past_brackets(sheet, low)
    while low < high and (sheet.tokens[low].flags & Is.MARK or sheet.tokens[low].folded in group("who_is")):
        low += 1
    return low


def _is_rank(sheet: Sheet, low: int, high: int) -> bool:
    """Whether no post stands in these words, or one of somebody else before a rank: شكر الرئيس التركي الشيخ فلان."""
    if not has_post(sheet, low, high) or high - low == 1:
        return True
    last = sheet.tokens[high - 1].title
    return last is not None and last.title.kind == "honorific" and sheet.tokens[low].title is not last


def has_post(sheet: Sheet, low: int, high: int) -> bool:
    """Whether a post stands in these words, not only a rank."""
    for k in range(low, high):
        title = sheet.tokens[k].title
        if title is not None and (is_role(sheet, k) or (k + 1 < high and rules_place(sheet, k))):
            # أمير قطر is a post, الأمير a rank.
            return True
    return False


def post_before(sheet: Sheet, i: int) -> int:
    """Where the post before the name at word `i` begins; `i` itself where none stands there."""
    tokens = sheet.tokens
    lowest = max(sheet.sentence(i)[0], i - _REACH)
    titled = [k for k in range(lowest, i) if tokens[k].title is not None]
    if not titled or _is_anothers(sheet, i):
        return i
    for start in titled:
        if any(sheet.begins[k] & Begins.PERSON for k in range(start + 1, i)):
            if serves(sheet, start, i) and not _is_no_candidate(sheet, start, i):
                return start
            # رئيس الوزراء فلان بموغيريني: it is the other's post.
            continue
        if _is_no_candidate(sheet, start, i):
            continue
        if any(
            _begins_another(tokens[k]) or _is_behind_clause(sheet, k) or _is_beyond(sheet, k)
            for k in range(start + 1, i)
        ):
            continue
        if behind_other(sheet, start, i) > start:
            # شقيقة زوجة كوكس | وزير الخارجية فلان
            continue
        if goes_on_in_clause(sheet, start, i):
            return start
        melted = tokens[start].folded.startswith(source_words().melted)
        end = _stretched(sheet, start, i) if not melted else adjectives_end(sheet, start + 1, i)
        if end >= i or ranks_are_left(sheet, start, end, i) or reaches_name(sheet, start, end, i):
            theirs = tokens[start].folded in source_words().somebodys or is_whose(sheet, start, i)
            return i if theirs and end >= i else start
    return i


def _is_no_candidate(sheet: Sheet, start: int, i: int) -> bool:
    """Whether the title at word `start` is surely no post of the one named at word `i`."""
    title = sheet.tokens[start].title
    if title is None or sheet.begins[start] or (title.proclitics and title.proclitics.strip("ولب")):
        # مطلع هذا الأسبوع
        return True
    if is_of_many(sheet, start) or is_doing(sheet, start) or is_no_post(sheet, start):
        # معارضو الرئيس فلان، المسؤولون في إدارة الرئيس فلان: he is none of them.
        return True
    if title.definite and title.title.word == _KIN:
        # المملكة الأردنية الهاشمية الشقيقة
        return True
    if is_spoken_for(sheet, start) or is_told_before(sheet, start) or is_of_no_king(sheet, start, i):
        return True
    return is_of_one_behind(sheet, start, i) or begins_beside(sheet, start, i) > 0


def _is_anothers(sheet: Sheet, i: int) -> bool:
    """Whether a post before the name at word `i` is not his: طالب محامي | فلان, في حكومة | فلان."""
    if sheet.name_skip.get(i) or (i and _is_of_other(sheet.tokens[i - 1])):
        return True
    return is_owner(sheet, before_ranks(sheet, i)) or is_served(sheet, i)


def _is_of_other(before: Token) -> bool:
    """محامي | فلان, متحدث باسم | فلان, مسؤول مقرب من | فلان: behind these words he is another."""
    folded = before.folded
    if folded.removeprefix(_AND) in source_words().somebodys:
        # وزير الاقتصاد وصهر | فلان
        return True
    return folded == _IN_NAME_OF or folded in group("before_others")


def _stretched(sheet: Sheet, start: int, limit: int) -> int:
    """Where the post at word `start` ends, with what else it may be of: وزيرة المرأة | وشؤون الأسرة."""
    tokens = sheet.tokens
    end = noun_phrase(sheet, start, limit)
    if tokens[start].flags & Is.DEFINITE and not (end < limit and tokens[end].folded == _AND):
        return end
    while end < limit:
        token = tokens[end]
        if end in sheet.name_end and sheet.name_kind[end] == "place" and token.folded[:1] in (_FOR, _BY):
            end = sheet.name_end[end]
        elif (past := past_description(sheet, end, limit)) > end:
            end = past
        elif token.folded == _WITH and end + 1 < limit:
            end = max(noun_phrase(sheet, end + 1, limit), end + 1)
        elif token.folded == _AND and end + 1 < limit and _is_plain(tokens[end + 1]):
            # السجون و إعادة الإدماج
            end = max(noun_phrase(sheet, end + 1, limit), end + 2)
        elif token.folded[:1] == _AND and end not in sheet.name_end and _is_plain(token):
            end = max(noun_phrase(sheet, end, limit), end + 1)
        else:
            break
    return end


def _is_plain(token: Token) -> bool:
    """A noun of which nothing else is known."""
    return not (token.flags & ~Is.DEFINITE or token.title or token.is_finite or len(token.folded) < _SHORTEST)


def _is_beyond(sheet: Sheet, k: int) -> bool:
    """Whether the word goes beyond a post: وفد | ضم الوزير, يصطحب الرئيس | للقاء الملك, مصدر | للصحفية."""
    folded = sheet.tokens[k].folded
    if folded in group("company") or folded in group("purposes") or is_led_by_post(sheet, k):
        return True
    return is_told_to_reporter(sheet, k)


def _begins_another(token: Token) -> bool:
    """زعيم كوريا والرئيس فلان، الرئيس بالزعيم فلان: a second post with the article or a pronoun is the next one's."""
    title = token.title if token.head is None else None
    return title is not None and title.proclitics in (_AND, _BY) and (title.definite or title.possessed)


def _is_behind_clause(sheet: Sheet, k: int) -> bool:
    """وفد كبير يرافقه | وزير الزراعة: a post without the article behind a word with a pronoun begins a phrase."""
    title = sheet.tokens[k].title
    if title is None or title.definite or title.possessed or title.proclitics or title.title.kind != "role":
        return False
    return bool(segment(sheet.page.words[k - 1]).enclitic)


def post_after(sheet: Sheet, end: int, *, styled: bool = False) -> int:
    """Where the post after a name that ends at word `end` ends: فلان، وزير العدل.

    Behind a style it needs neither comma nor article: صاحب السمو الأمير فلان | وزير العدل.
    """
    tokens = sheet.tokens
    if end + 1 >= len(tokens):
        return end
    if (past := past_brackets(sheet, end)) > end:
        after = post_after(sheet, past, styled=styled)
        return after if after > past else end
    first = end + 1 if tokens[end].flags & (Is.COMMA | Is.OPEN | Is.DASH) else end
    told = tokens[first].folded in group("who_is") and first + 1 < len(tokens)
    first += told
    if is_one_of_many(sheet, first):
        return noun_phrase(sheet, first, min(end + _REACH, len(tokens)))
    title = tokens[first].title
    if told and title is None:
        return told_of(sheet, first) or end
    if title is None or title.proclitics or (not told and is_no_post_behind(sheet, first)):
        return end
    if title.title.kind == "honorific" and not rules_place(sheet, first):
        return end
    if first == end and (is_of_next(sheet, first) if title.definite else not styled):
        # هل يقيل فلان | مستشاره؟
        return end
    stop = with_body(sheet, noun_phrase(sheet, first, min(end + _REACH, len(tokens))))
    named = next((k for k in range(first, stop + 1) if sheet.name_kind.get(k) == "person"), stop)
    if named < stop and not (is_of_holder(sheet, first, named) or (first > end and is_owned(sheet, first, named))):
        if not (told and is_owner(sheet, named)):
            # فلان، وزير العدل علان: the post is the next one's; فلان، وهو صديق لعائلة علان
            return end
    return before_other(sheet, first, named, stop) if named < stop else post_end(sheet, end, first, stop)


def is_of_holder(sheet: Sheet, first: int, named: int) -> bool:
    """Whether the name at word `named` says whose office it is: مدير مكتب الرئيس فلان, not وزير العدل فلان."""
    for k in range(named - 1, first, -1):
        title = sheet.tokens[k].title
        if title is not None and title.definite and title.title.kind == "role":
            return adjectives_end(sheet, k + 1, named) == named
    return False


def ends_of_post(sheet: Sheet, first: int, stop: int) -> list[int]:
    """Where the known post at word `first` may end before what belongs to the verb: الوزير الفرنسي | بقوله."""
    tokens, words = sheet.tokens, sheet.page.words
    ends = []
    closed = bool(tokens[first].flags & Is.DEFINITE)
    for i in range(first + 1, stop):
        folded = tokens[i].folded
        after_nation = people()[words[i - 1]] is not None and tokens[i - 1].flags & Is.DEFINITE
        if closed and (
            folded in source_words().where_or_when
            or (folded.startswith("ب") and len(folded) > 3 and folded not in source_words().on_behalf)
            or (tokens[i].flags & Is.DEFINITE and (after_nation or folded.endswith(source_words().plural_endings)))
        ):
            ends.append(i)
        closed = closed or bool(tokens[i].flags & Is.DEFINITE)
    return ends
