"""A source phrase taken apart: who is named in it, under what post, or how one who is not named is described."""

import msgspec

from takhrij.lexicon import actor_words
from takhrij.lexicon.organizations import HeadWord
from takhrij.lexicon.organizations import names as organization_names
from takhrij.lexicon.places import people
from takhrij.lexicon.source_words import source_words
from takhrij.model.statement import Kind
from takhrij.reading.heads import head_end
from takhrij.reading.like_names import is_family_name, is_like_name, is_like_surname
from takhrij.reading.listed import is_ordinary
from takhrij.reading.makers import before_receipt, maker_in, makes_proper
from takhrij.reading.media import outlet_phrase
from takhrij.reading.naming import is_of_nation
from takhrij.reading.of_many import begins_beside, is_dual
from takhrij.reading.offices import broadcasts, is_agency_of_state
from takhrij.reading.owned import owned_body, owner_of_account
from takhrij.reading.persons import (
    is_definite,
    is_joined,
    person_phrase,
    unlisted_name,
)
from takhrij.reading.players import Phrase
from takhrij.reading.standing import is_of_her, is_team
from takhrij.reading.wording import content_words, parts_of, phrase_text, post_words, root, roots_of_heads, same
from takhrij.rules.statements.joint import is_each
from takhrij.rules.statements.may import May
from takhrij.rules.statements.sheet import Begins, Is, Sheet, Token
from takhrij.text.fold import fold

_HOW_MANY = {
    form: number
    for number, forms in enumerate(
        (
            "اثنان اثنين",
            "ثلاثه ثلاث",
            "اربعه اربع",
            "خمسه خمس",
            "سته ست",
            "سبعه سبع",
            "ثمانيه ثماني",
            "تسعه تسع",
            "عشره عشر",
        ),
        2,
    )
    for form in forms.split()
}
_FOR_THE = "لل"
# So end الشرطة and السلطات, whose adjectives are feminine.
_FEMININE = "ةت"
_TWO = 2
_TO = "ل"
_DUALS = (
    "ا",
    "ي",
    "ان",
    "ين",
)


class _Shape(msgspec.Struct, frozen=True):
    """What stands before a noun that names a source: `at` is the noun's word, `count` how many there are."""

    at: int
    several: bool
    count: int | None
    again: bool


def take_apart(sheet: Sheet, first: int, end: int) -> Phrase:
    """What the source phrase of words `first` to `end` says of who speaks."""
    tokens, begin = sheet.tokens, first
    pointed = False
    while first < end - 1 and tokens[first].may & May.POINT:
        pointed = pointed or tokens[first].folded[-3:] in source_words().pointing_before
        first += 1
    if is_each(sheet, first) and first + 3 < end:
        first += 2
    if first < end - 1 and (tokens[first].flags & Is.QUOTE or _text_of(tokens[first], tokens[first + 1])):
        first += 1
    stop = max(first + 1, head_end(sheet, first, end))
    again = pointed or any(tokens[i].flags & Is.AGAIN for i in range(first, stop))
    persons = [i for i in range(first, stop) if sheet.begins[i] & Begins.PERSON and not is_of_nation(sheet, i)]
    if persons and (cut := begins_beside(sheet, first, persons[-1])):
        stop, persons = cut, [i for i in persons if i < cut]
    if persons and not _is_organizations(sheet, first):
        found = person_phrase(sheet, (first, stop), persons, again)
        if found is not None:
            return found
    return _other(sheet, first, stop, end, again=again or begin < first and pointed)


def _text_of(token: Token, following: Token) -> bool:
    """نص البيان is البيان."""
    return token.folded in source_words().texts_of and following.head is not None and following.head.kind == "document"


def _is_organizations(sheet: Sheet, first: int) -> bool:
    """Whether a name in the phrase is its owner's: حكومة السراج, بيان درعي, الفريق القانوني لأسرة فلان."""
    token = sheet.tokens[first]
    return token.head is not None and (token.title is None or is_team(sheet, first))


def _other(sheet: Sheet, first: int, stop: int, end: int, *, again: bool) -> Phrase:
    tokens = sheet.tokens
    shape = _over_numbers(sheet, first, stop, again)
    token = tokens[shape.at]
    if sheet.begins[first] & Begins.OUTLET:
        return outlet_phrase(sheet, first, stop, again=again)
    if token.title is not None and token.head is None and sheet.name_kind.get(shape.at) == "organization":
        # مراسلون بلا حدود
        return _bare_name(sheet, first, stop)
    if token.title is not None and (token.head is None or token.title.title.kind != "honorific"):
        return _described(sheet, (first, stop), shape)
    if token.head is not None and not (shape.several and shape.at == first):
        owner = owner_of_account(sheet, shape.at, stop)
        if owner:
            return take_apart(sheet, owner, stop)
        if is_agency_of_state(sheet, shape.at, stop):
            return _headed(sheet, (first, stop), end, shape)
        if token.head.kind == "outlet" or broadcasts(sheet, shape.at, stop):
            return outlet_phrase(sheet, first, stop, again=again)
        return _headed(sheet, (first, stop), end, shape)
    if sheet.begins[first] & Begins.NAME or organization_names().at(sheet.page.words, first) is not None:
        return _bare_name(sheet, first, stop)
    return owned_body(sheet, first, again=again) or _unknown(sheet, first, stop, shape)


def _over_numbers(sheet: Sheet, first: int, stop: int, again: bool) -> _Shape:
    """Past أحد, ثلاثة, عدد من: where the noun proper stands, whether several speak, and how many if it is said."""
    tokens = sheet.tokens
    token = tokens[first]
    # وفقا لبعض المصادر
    folded = token.folded[1:] if token.folded[:1] == _TO and first + 1 < stop else token.folded
    folded = folded if folded in source_words().several else token.folded
    count, several, i = None, False, first
    if folded in source_words().one_of:
        return _Shape(min(first + 1, stop - 1), False, 1, again)
    if token.flags & Is.NUMBER and folded.isdigit() and len(folded) < 4:
        count = int(folded)
    elif folded in _HOW_MANY:
        count = _HOW_MANY[folded]
    elif folded in source_words().several:
        several = True
    if count is not None or several:
        i = first + 1
        while i < stop - 1 and tokens[i].folded == "من":
            i += 1
        return _Shape(min(i, stop - 1), True, count, again)
    return _Shape(first, False, None, again)


def _described(sheet: Sheet, words: tuple[int, int], shape: _Shape) -> Phrase:
    """A source called by a post or as مصدر, مسؤول, شهود."""
    name = unlisted_name(sheet, words[0], words[1])
    person = person_phrase(sheet, words, [name[0]], shape.again, name[1]) if name is not None else None
    if person is not None:
        return person
    first, stop = words[0], _before_object(sheet, words[0], words[1])
    words = first, stop
    title, count = sheet.tokens[shape.at].title, shape.count
    assert title is not None
    # المحامي is one, though its form may be of two.
    one = count == 1 or (title.number == _TWO and not is_dual(title))
    number = 3 if shape.several and count != 1 else 1 if one else title.number
    joined = any(is_joined(sheet, k) and sheet.tokens[k].title for k in range(first + 1, stop))
    kind: Kind = "person"
    if title.title.speaks_as == "public" or (title.title.word == "ناشط" and number > 1):
        kind = "public"
    elif number > 1 or joined:
        kind = "people"
    posts, nations = post_words(sheet, first, stop)
    sources = title.form.startswith("مصادر")
    if count is None and number < 3 and not joined:
        count = number
    return Phrase(
        words=words,
        name=phrase_text(sheet, first, stop),
        kind=kind,
        named=False,
        parts=posts,
        posts=posts,
        nations=nations,
        head=same(title.title.word),
        gender="f" if title.feminine or sources else "m",
        number=3 if joined else number,
        count=count,
        definite=shape.again or (shape.count != 1 and is_definite(sheet, shape.at, stop)),
        lone=len(posts) <= 1 and not nations,
        again=shape.again,
    )


def _headed(sheet: Sheet, words: tuple[int, int], end: int, shape: _Shape) -> Phrase:
    """An organisation by its kind of name (وزارة, حزب), or a document by its own (بيان, تقرير)."""
    head = sheet.tokens[shape.at].head
    assert head is not None
    first, stop = words[0], _before_object(sheet, words[0], words[1])
    if head.kind == "document":
        stop = before_receipt(sheet, shape.at, stop)
    words = first, stop
    parts, nations = content_words(sheet, first, stop)
    lone = len(parts) <= 1 and not nations
    document = head.kind == "document"
    name = phrase_text(
        sheet, first, stop - 1 if stop - first > 2 and _last_word(sheet, stop) in source_words().said_of else stop
    )
    closed = head.definite or makes_proper(sheet, first + 1, stop)
    vague = (
        fold(head.form) in source_words().vague
        and not nations
        and len(parts) <= 2
        and not any(i in sheet.name_end for i in range(first + 1, stop))
    )
    return Phrase(
        words=words,
        name=name,
        # An agency that brings no news is a body: is_agency_of_state.
        kind="organization" if head.kind == "outlet" else head.kind,
        named=head.kind == "account"
        or (not document and closed and not vague and sheet.tokens[first].folded[-2:] != "نا"),
        parts=parts,
        nations=nations,
        head=roots_of_heads()[head.head.forms],
        gender=_gender_of_head(head),
        number=3 if document and fold(head.form) in source_words().many_documents else 1,
        definite=head.definite or shape.again,
        lone=lone,
        again=shape.again,
        maker=maker_in(sheet, first, end) if document else None,
    )


def _gender_of_head(head: HeadWord) -> str:
    """The gender of a body or paper: plurals of things are feminine, be they broken: الدول, المصارف."""
    form = fold(head.form)
    one = head.head.forms.partition(" ")[0]
    many = head.form != one and not form.endswith(_DUALS)
    return "f" if many or form.endswith(source_words().feminine_endings) or form == "قوات" else "m"


def _is_bare(token: Token) -> bool:
    """Whether the word is a plain noun without the article, whose owner follows: لإنصاف قدماء | الاتحاد العام."""
    return not (token.flags or token.title or token.head or token.forms) and people()[token.folded] is None


def _before_object(sheet: Sheet, first: int, stop: int) -> int:
    """Where the phrase ends that has the verb's object in it: محكمة العدل | الولايات المتحدة, المصدر | الاتصالات."""
    tokens = sheet.tokens
    # A name that is known whole holds no object: المحكمة الأوروبية لحقوق الإنسان.
    begin = max(first + 1, sheet.name_end.get(first, 0))
    closed = bool(tokens[first].flags & Is.DEFINITE) or begin > first + 1
    for i in range(begin, stop):
        token = tokens[i]
        if token.flags & Is.DEFINITE and people()[sheet.page.words[i]] is not None:
            continue
        if closed and _is_of_another(sheet, first, i):
            return i
        if (
            closed
            and sheet.begins[i] & Begins.NAME
            and not sheet.name_skip.get(i)
            and not _belongs(tokens[i - 1])
            and not (i - 1 > first and _is_bare(tokens[i - 1]) and i - 1 >= begin)
            and sheet.name_kind[i] != "person"
            and not tokens[i - 1].flags & (Is.QUOTE | Is.OPEN)
        ):
            return i if tokens[i - 1].folded not in source_words().small_joints else stop
        if (
            closed
            and i == first + 1
            and tokens[first].title is not None
            and token.flags & Is.DEFINITE
            and token.folded.endswith("ات")
        ):
            return i
        closed = closed or bool(token.flags & Is.DEFINITE)
        if token.folded in source_words().small_joints or token.folded.startswith(source_words().attached_openings):
            return stop
    return stop


def _is_of_another(sheet: Sheet, first: int, i: int) -> bool:
    """Whether word `i` is the verb's object or only describes: الحكومة الروسية | سكريبل, القوات اليمنية | المدعومة."""
    head, token = sheet.tokens[first].head, sheet.tokens[i]
    if head is None or not head.definite or head.kind != "organization":
        return False
    if sheet.name_kind.get(i) == "person":
        # الفريق القانوني لأسرة | فلان
        before = sheet.tokens[i - 1]
        return before.folded[:1] != _TO or bool(before.flags & Is.DEFINITE)
    if token.folded in actor_words.group("described"):
        return True
    kind = roots_of_heads()[head.head.forms]
    if kind not in actor_words.group("acting_bodies") and kind not in actor_words.group("states"):
        return False
    if token.folded.startswith(_FOR_THE):
        return True
    plain = token.flags == Is.DEFINITE and token.title is None and token.head is None
    return plain and head.form[-1] in _FEMININE and not is_of_her(token.folded)


def _belongs(token: Token) -> bool:
    """Whether the word holds what follows to the phrase: الرئيس السابق لإقليم | كردستان."""
    plain = not (token.flags or token.forms or token.title or token.head)
    plain = plain or token.folded[1:] in actor_words.group("kinds_of_places")
    return plain and token.folded.startswith("ل") and len(token.folded) > 3


def _last_word(sheet: Sheet, stop: int) -> str:
    """The folded last word before `stop`."""
    return sheet.tokens[stop - 1].folded


def _bare_name(sheet: Sheet, first: int, stop: int) -> Phrase:
    """A name without a word for what it names: حماس, تركيا, البيت الأبيض."""
    tokens = sheet.tokens
    stop = _name_end(sheet, first, stop)
    parts, nations = content_words(sheet, first, stop)
    place = sheet.name_kind.get(first) == "place"
    last = root(sheet.page.words[first])
    gender = (
        "f"
        if (place and last not in source_words().childless and tokens[first].folded not in source_words().childless)
        or last.endswith(source_words().feminine_name_endings)
        else ""
    )
    return Phrase(
        words=(first, stop), name=phrase_text(sheet, first, stop), kind="organization", named=True,
        parts=parts | nations, nations=frozenset(), gender=gender,
    )  # fmt: skip


def _name_end(sheet: Sheet, first: int, stop: int) -> int:
    """Where a bare name ends: with its own last word, where what follows is not joined to it."""
    end = sheet.name_end.get(first, 0)
    if not end:
        known = organization_names().at(sheet.page.words, first)
        end = known.end if known is not None else stop
    while end < stop and sheet.tokens[end].flags & Is.DEFINITE and people()[sheet.page.words[end]] is not None:
        end += 1
    if end < stop and any(is_joined(sheet, k) for k in range(end, stop)):
        return stop
    return min(end, stop)


def _is_name(sheet: Sheet, first: int, stop: int) -> bool:
    if stop == first + 1:
        return is_like_surname(sheet, first)
    if any(is_ordinary(word) for word in sheet.page.words[first:stop]):
        # تظهر خصائص مماثلة, إيمري شرطا
        return False
    return stop - first < 4 and is_like_name(sheet, first, stop)


def _unknown(sheet: Sheet, first: int, stop: int, shape: _Shape) -> Phrase:
    """A phrase that no list knows: kind and number by its ending."""
    token = sheet.tokens[first]
    parts, nations = content_words(sheet, first, stop)
    definite = bool(token.flags & Is.DEFINITE)
    count = shape.count
    many = shape.several or token.folded.endswith(source_words().plural_endings)
    one = not shape.several and not count
    if one and (is_family_name(sheet, first, stop) if definite else _is_name(sheet, first, stop)):
        name = phrase_text(sheet, first, stop)
        return Phrase(words=(first, stop), name=name, kind="person", named=True, parts=parts_of(name))
    kind: Kind = (
        "people" if many else "organization" if definite or sheet.tokens[first - 1].flags & Is.QUOTE else "person"
    )
    if token.folded in source_words().tidings:
        kind, many = "document", False
    elif token.folded in source_words().people_at_large or (
        sheet.tokens[first].folded in source_words().one_of and stop > first + 1
    ):
        kind, many = "public", True
    return Phrase(
        words=(first, stop),
        name=phrase_text(sheet, first, stop),
        kind=kind,
        named=kind == "organization",
        parts=parts | nations,
        head=root(sheet.page.words[first]),
        gender="f" if token.folded.endswith("ه") else "",
        number=3 if many else 1,
        count=count if many else 1,
        definite=definite,
        lone=len(parts | nations) <= 1,
        again=shape.again,
    )
