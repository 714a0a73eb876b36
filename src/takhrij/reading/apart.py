"""A source phrase taken apart: who is named in it, under what post, or how one who is not named is described."""

from takhrij.lexicon.places import people
from takhrij.lexicon.organizations import names as organization_names
from takhrij.model.statement import Kind
from takhrij.reading.media import outlet_phrase
from takhrij.reading.naming import is_outlet, name_text
from takhrij.reading.players import Phrase
from takhrij.reading.proper import proper_end
from takhrij.reading.wording import content_words, parts_of, phrase_text, plain, root, same
from takhrij.rules.statements.sheet import Is, Sheet, Token
from takhrij.text.fold import fold

# The one meant is somebody's: محامي فلان is not فلان.
_SOMEBODYS = frozenset("محامي محاميه خطيبه نجل ابن ابنه زوجه زوج شقيق شقيقه والد والده والدا ارمله مكتب اسره عاءله حمله".split())
_SMALL_JOINTS = frozenset("في من باسم لدي عن علي الي ل لـ ب بـ و".split())
# What the report says of an organisation, not what it is called.
_SAID_OF = frozenset("الحاكم الحاكمه المعارض المعارضه".split())
_JOINING = frozenset("باسم من لدي عن علي الي بمجلس بوزاره".split())
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
_SEVERAL = frozenset("عدد عددا بعض عده مجموعه كل جميع اكثر غالبيه معظم مءات عشرات الاف ثله".split())
_ONE_OF = frozenset(["احد", "احدي", "واحد", "واحده"])
_POINTING = frozenset(["نفس", "ذات", "هذا", "هذه", "ذلك", "تلك", "هءلاء", "هولاء"])
# These head organisations that a report does not name: السلطات, جهات, الطرفان.
_VAGUE = frozenset("سلطات سلطه جهات جهه اوساط اطراف طرف طرفان طرفين داءره دواءر مصالح جانب نظام وفد دول دوله".split())
_PEOPLE_AT_LARGE = frozenset("البعض الاهالي السكان الناس الجمهور كثيرون اخر اخرون مستخدمون مستخدمات مغردون الاصوات".split())
_CHILDLESS = frozenset(["لبنان", "العراق", "المغرب", "الاردن", "السودان", "اليمن", "قصر", "البيت", "الكرملين", "البنتاغون"])


def head_end(sheet: Sheet, first: int, end: int) -> int:
    """Where the phrase proper ends: before its relative clause, and before where or to whom something was said."""
    tokens = sheet.tokens
    for i in range(first + 1, end):
        token = tokens[i]
        if token.flags & Is.RELATIVE:
            return i - 1 if i > first + 1 and tokens[i - 1].flags & Is.COMMA else i
        if token.folded[0] == "ل" and len(token.folded) > 2 and (token.folded[1:].isascii() or is_outlet(sheet, i)):
            return i
        if token.folded == "في" and i + 1 < end and (tokens[i + 1].flags & Is.OCCASION or tokens[i + 1].folded in _POINTING):
            return i
        if token.head is not None and token.head.kind == "outlet" and token.head.proclitics == "ل" and tokens[first].title is not None:
            return i
    return end


def take_apart(sheet: Sheet, first: int, end: int) -> Phrase:
    """What the source phrase of words `first` to `end` says of who speaks."""
    tokens, begin = sheet.tokens, first
    pointed = False
    while first < end - 1 and (
        tokens[first].folded in _POINTING or tokens[first].folded[1:] in ("نفس", "ذات") or tokens[first].folded in ("ل", "لـ", "ب", "و")
    ):
        pointed = pointed or tokens[first].folded[-3:] in ("نفس", "ذات", "هذا", "هذه")
        first += 1
    if first < end - 1 and (tokens[first].flags & Is.QUOTE or _text_of(tokens[first], tokens[first + 1])):
        first += 1
    stop = max(first + 1, head_end(sheet, first, end))
    again = pointed or any(tokens[i].flags & Is.AGAIN for i in range(first, stop))
    persons = [i for i in range(first, stop) if sheet.name_kind.get(i) == "person"]
    if persons and not _is_organizations(tokens[first]):
        found = _person(sheet, first, stop, persons, again=again)
        if found is not None:
            return found
    return _other(sheet, first, stop, end, again=again or begin < first and pointed)


def _text_of(token: Token, following: Token) -> bool:
    """نص البيان is البيان."""
    return token.folded in ("نص", "مضمون") and following.head is not None and following.head.kind == "document"


def _is_organizations(token: Token) -> bool:
    """Whether a name in the phrase is its owner's: حكومة السراج, بيان درعي."""
    return token.head is not None and token.title is None


def _and(sheet: Sheet, i: int) -> bool:
    """Whether word `i` is joined to what stands before it."""
    token = sheet.tokens[i]
    if i in sheet.name_end:
        return bool(sheet.name_skip.get(i)) and token.folded[0] == "و" or sheet.tokens[i - 1].folded == "و"
    if token.head is not None and token.head.proclitics == "و":
        return True
    return (token.title is not None and token.title.proclitics == "و") or sheet.tokens[i - 1].folded == "و"


def _joint(sheet: Sheet, persons: list[int]) -> bool:
    if len(persons) < 2:
        return False
    for left, right in zip(persons, persons[1:], strict=False):
        if not any(_and(sheet, k) for k in range(sheet.name_end[left], right + 1)):
            return False
    return True


def _speaker_of(sheet: Sheet, first: int, persons: list[int]) -> int | None:
    """Which of the names in the phrase is the speaker's; None where it is only somebody's (محامي فلان)."""
    tokens = sheet.tokens
    at = persons[0]
    if at == first:
        return at
    title = tokens[first].title
    if title is not None and not title.definite and (title.title.kind == "source" or (title.title.unnamed and not _adjoins(sheet, first, at))):
        return None
    if len(persons) == 1:
        if tokens[first].folded in _SOMEBODYS and not _comma_before(sheet, at) and _only_titles(sheet, first + 1, at):
            return None
        if any(tokens[k].folded in ("باسم", "باسمه") for k in range(first, at)) and tokens[at - 1].folded in ("باسم", "الرءيس"):
            return None
        return at
    after = sheet.name_end[at]
    if after + 1 < len(tokens) and tokens[after].flags & Is.COMMA and after + 1 < persons[1]:
        title = tokens[after + 1].title
        if title is not None and title.title.kind != "honorific":
            return at
    return persons[-1]


def _adjoins(sheet: Sheet, first: int, at: int) -> bool:
    """Whether the name at word `at` is the one whose post begins at `first`: the post is a known one, or a comma stands between."""
    return at == first + 1 or _comma_before(sheet, at) or is_definite(sheet, first, at)


def _comma_before(sheet: Sheet, i: int) -> bool:
    return bool(sheet.tokens[i - 1].flags & Is.COMMA)


def _only_titles(sheet: Sheet, first: int, end: int) -> bool:
    return all(sheet.tokens[k].title is not None for k in range(first, end))


def _person(
    sheet: Sheet, first: int, stop: int, persons: list[int], *, again: bool, name_end: int = 0
) -> Phrase | None:
    if _joint(sheet, persons):
        name = " و".join(name_text(sheet, i) for i in persons)
        return Phrase(words=(first, stop), name=name, kind="people", named=True, parts=parts_of(name), number=max(2, len(persons)))
    at = _speaker_of(sheet, first, persons)
    if at is None:
        return None
    if at > first and any(_and(sheet, k) for k in range(first + 1, at + 1)) and sheet.tokens[first].title and _joined_names(sheet, first, at):
        name = phrase_text(sheet, first, stop)
        return Phrase(words=(first, stop), name=name, kind="people", named=True, parts=parts_of(name), number=2)
    low, high = post_range(sheet, first, stop, at)
    title = next((sheet.tokens[i].title for i in range(low, high) if sheet.tokens[i].title), None)
    posts, nations = content_words(sheet, low, high)
    name = phrase_text(sheet, at, name_end) if name_end else name_text(sheet, at)
    real = title is not None and title.title.kind != "honorific"
    return Phrase(
        words=(first, stop),
        name=name,
        kind="person",
        named=True,
        parts=parts_of(name),
        posts=posts,
        nations=nations,
        head=same(title.title.word) if title is not None and real else "",
        gender="f" if title is not None and title.feminine else "",
        role=phrase_text(sheet, low, high) if low < high and title is not None else None,
        again=again,
        mention=sheet.page.span(at, name_end or sheet.name_end[at]),
    )


def _joined_names(sheet: Sheet, first: int, at: int) -> bool:
    """ولي العهد وشهباز شريف: two speak, one by his post."""
    return _and(sheet, at)


def post_range(sheet: Sheet, first: int, stop: int, at: int) -> tuple[int, int]:
    """The words of the post that belongs to the name at word `at` of a source phrase."""
    tokens = sheet.tokens
    if at > first:
        high = at
        while high > first and tokens[high - 1].flags & Is.MARK:
            high -= 1
        return first, high
    low = sheet.name_end[at]
    while low < stop and tokens[low].flags & Is.MARK:
        low += 1
    return low, stop


def _other(sheet: Sheet, first: int, stop: int, end: int, *, again: bool) -> Phrase:
    tokens = sheet.tokens
    at, several, count = _over_numbers(sheet, first, stop)
    token = tokens[at]
    if sheet.name_kind.get(first) == "outlet":
        return outlet_phrase(sheet, first, stop, again=again)
    if token.title is not None and (token.head is None or token.title.title.kind != "honorific"):
        return _described(sheet, (first, stop), at, several=several, count=count, again=again)
    if token.head is not None and not (several and at == first):
        if token.head.kind == "outlet" or fold(token.head.head.word) == "محطه":
            return outlet_phrase(sheet, first, stop, again=again)
        return _headed(sheet, (first, stop), end, at, again=again)
    known = organization_names().at(sheet.page.words, first)
    if first in sheet.name_end or known is not None:
        return _bare_name(sheet, first, stop)
    return _unknown(sheet, first, stop, several=several or bool(count), count=count, again=again)


def _over_numbers(sheet: Sheet, first: int, stop: int) -> tuple[int, bool, int | None]:
    """Past أحد, ثلاثة, عدد من: where the noun proper stands, whether several speak, and how many if it is said."""
    tokens = sheet.tokens
    token = tokens[first]
    folded = token.folded
    count, several, i = None, False, first
    if folded in _ONE_OF:
        return min(first + 1, stop - 1), False, 1
    if token.flags & Is.NUMBER and folded.isdigit() and len(folded) < 4:
        count = int(folded)
    elif folded in _HOW_MANY:
        count = _HOW_MANY[folded]
    elif folded in _SEVERAL:
        several = True
    if count is not None or several:
        i = first + 1
        while i < stop - 1 and tokens[i].folded == "من":
            i += 1
        return min(i, stop - 1), True, count
    return first, False, None


def is_definite(sheet: Sheet, at: int, stop: int) -> bool:
    """Whether the post at word `at` is a known one: الوزير, وزير العدل, but not مسؤول في الوزارة."""
    title = sheet.tokens[at].title
    if title is not None and (title.definite or title.possessed):
        return True
    for i in range(at + 1, min(stop, at + 5)):
        token = sheet.tokens[i]
        if i in sheet.name_end or (token.flags & Is.DEFINITE and not token.folded.startswith("بال")):
            return True
        if token.flags & ~Is.NUMBER or token.folded in _JOINING or token.folded[:2] in ("لل", "با") or people()[sheet.page.words[i]]:
            return False
    return False


def _described(sheet: Sheet, words: tuple[int, int], at: int, *, several: bool, count: int | None, again: bool) -> Phrase:
    """A source called by a post or as مصدر, مسؤول, شهود."""
    name = unlisted_name(sheet, *words)
    if name is not None:
        return _person(sheet, *words, [name[0]], again=again, name_end=name[1])
    first, stop = words[0], _before_object(sheet, *words)
    words = first, stop
    title = sheet.tokens[at].title
    assert title is not None
    number = 1 if count == 1 else 3 if several else title.number
    joined = any(_and(sheet, k) and sheet.tokens[k].title for k in range(first + 1, stop))
    kind: Kind = "person"
    if title.title.speaks_as == "public" or (title.title.word == "ناشط" and number > 1):
        kind = "public"
    elif number > 1 or joined:
        kind = "people"
    posts, nations = content_words(sheet, first, stop)
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
        definite=again or is_definite(sheet, at, stop),
        lone=len(posts) <= 1 and not nations,
        again=again,
    )


def _headed(sheet: Sheet, words: tuple[int, int], end: int, at: int, *, again: bool) -> Phrase:
    """An organisation by its kind of name (وزارة, حزب), or a document by its own (بيان, تقرير)."""
    first, stop = words[0], _before_object(sheet, *words)
    words = first, stop
    head = sheet.tokens[at].head
    assert head is not None
    parts, nations = content_words(sheet, first, stop)
    lone = len(parts) <= 1 and not nations
    document = head.kind == "document"
    name = phrase_text(sheet, first, stop - 1 if stop - first > 2 and tokens_end(sheet, stop) in _SAID_OF else stop)
    closed = head.definite or _closes(sheet, first + 1, stop)
    vague = fold(head.form) in _VAGUE and not nations and len(parts) <= 2 and not any(i in sheet.name_end for i in range(first + 1, stop))
    return Phrase(
        words=words,
        name=name,
        kind=head.kind,
        named=head.kind == "account" or (not document and closed and not vague and "نا" != sheet.tokens[first].folded[-2:]),
        parts=parts,
        nations=nations,
        head=fold(head.head.word),
        gender="f" if fold(head.form).endswith(("ه", "ات")) or fold(head.form) == "قوات" else "m",
        number=3 if document and fold(head.form) in ("تقارير", "ابحاث", "بحوث", "دراسات") else 1,
        definite=head.definite or again,
        lone=lone,
        again=again,
        maker=maker_in(sheet, first, end) if document else None,
    )


def _before_object(sheet: Sheet, first: int, stop: int) -> int:
    """Where the phrase ends that has the verb's object in it: محكمة العدل | الولايات المتحدة, المصدر | الاتصالات."""
    tokens = sheet.tokens
    closed = bool(tokens[first].flags & Is.DEFINITE)
    for i in range(first + 1, stop):
        token = tokens[i]
        if people()[sheet.page.words[i]] is not None and token.flags & Is.DEFINITE:
            continue
        if closed and i in sheet.name_end and not sheet.name_skip.get(i) and sheet.name_kind[i] != "person" and not tokens[i - 1].flags & (Is.QUOTE | Is.OPEN):
            return i if tokens[i - 1].folded not in _SMALL_JOINTS else stop
        if closed and i == first + 1 and tokens[first].title is not None and token.flags & Is.DEFINITE and token.folded.endswith("ات"):
            return i
        closed = closed or bool(token.flags & Is.DEFINITE)
        if token.folded in _SMALL_JOINTS or token.folded.startswith(("بال", "لل", "وال")):
            return stop
    return stop


def unlisted_name(sheet: Sheet, first: int, stop: int) -> tuple[int, int] | None:
    """A name that the names stage missed, in apposition to a known post: المتحدث باسم الوزارة، ملس ألم."""
    tokens = sheet.tokens
    for k in range(first + 1, stop - 1):
        if tokens[k].flags & Is.COMMA:
            return (k + 1, stop) if is_definite(sheet, first, k) and is_like_name(sheet, k + 1, stop) else None
    return None


def is_like_name(sheet: Sheet, first: int, stop: int) -> bool:
    """Whether the words may be a person's name: two to four of which nothing else is known."""
    if not 2 <= stop - first <= 4:
        return False
    for i in range(first, stop):
        token = sheet.tokens[i]
        if token.flags & ~Is.DEFINITE or token.title or token.head or i in sheet.time_end or people()[sheet.page.words[i]]:
            return False
    return not sheet.tokens[first].flags & Is.DEFINITE and not sheet.tokens[first].folded.endswith("ه")


def _goes_on(sheet: Sheet, end: int) -> bool:
    """Whether the maker of a document stands right after its phrase: بيان | لوزارة العدل, بيانات أحصتها | الوكالة."""
    before, token = sheet.tokens[end - 1].folded, sheet.tokens[end]
    if end in sheet.quote_at or token.folded.startswith("ل") or token.folded in ("صادر", "الصادر", "صادره"):
        return True
    if before.startswith(("صادر", "الصادر", "صدر")):
        return token.folded == "عن"
    return before.endswith(("ها", "ته")) and (end in sheet.name_end or token.head is not None)


def tokens_end(sheet: Sheet, stop: int) -> str:
    """The folded last word before `stop`."""
    return sheet.tokens[stop - 1].folded


def _closes(sheet: Sheet, first: int, stop: int) -> bool:
    """Whether a definite word or a name makes a proper name of what is indefinite by itself: وزارة العدل."""
    tokens = sheet.tokens
    for i in range(first, stop):
        folded = tokens[i].folded
        if tokens[i].flags & (Is.DEFINITE | Is.QUOTE) or i in sheet.name_end or folded.startswith("لل"):
            return True
        if tokens[i].flags or tokens[i].forms or folded.endswith("ي") or folded == "اعلام":
            return False
        if i == first and not folded.endswith(("ه", "ات")) and people()[sheet.page.words[i]] is None and len(folded) > 2:
            return not folded.startswith("ب") or folded[:2] == "بن"
    return False


_ABOUT = frozenset("عن حول بشان بخصوص ضد".split())
# A document that reached an outlet, or was made public by it, is not its own.
_REACHED = ("تلق", "تسلم", "حصل", "وصل", "اطلع", "نقل", "اورد", "بثت")
# Documents that somebody made and speaks through; a law, a deed or a picture speaks for itself.
MADE = frozenset("""بيان تقرير دراسه بحث استطلاع بلاغ مذكره رساله احصاء رقم ارقام معطيات حصيله مسح مقال تصريح منشور تغريده تدوينه كلمه خطاب
مءشر توقع توقعات نشره برقيه افتتاحيه استبيان اعلان احصاءات معطي ورقه تقييم حوار مقابله""".split())


def maker_in(sheet: Sheet, first: int, end: int) -> tuple[int, int] | None:
    """Who made the document that the phrase names: بيان لوزارة العدل, دراسة أجرتها جامعة ..., حصيلة صدرت عن ..."""
    tokens = sheet.tokens
    head = tokens[first].head
    if head is None or fold(head.head.word) not in MADE:
        return None
    if end < len(tokens) and _goes_on(sheet, end):
        end = min(sheet.sentence(first)[1], end + 8)
    for i in range(first + 1, min(end, first + 16)):
        token = tokens[i]
        if token.flags & (Is.THAT | Is.STOP | Is.BREAK | Is.COLON) or token.folded.startswith(_REACHED):
            return None
        if i in sheet.quote_at:
            return (i, min(sheet.quote_at[i].end + 1, end)) if sheet.quote_at[i].end - i <= 6 else None
        if token.folded in _ABOUT and not tokens[i - 1].folded.startswith(("صدر", "صادر", "الصادر")):
            return None
        if i in sheet.name_end and sheet.name_kind[i] in ("person", "organization", "outlet"):
            return i, max(i + 1, min(end, sheet.name_end[i]))
        if (
            token.head is not None
            and token.head.kind in ("organization", "outlet")
            and token.head.proclitics in ("", "ل")
            and (token.head.definite or _closes(sheet, i + 1, min(end, i + 4)))
        ):
            return i, proper_end(sheet, i)
        if token.title is not None and not token.title.proclitics and not token.title.title.unnamed and i in sheet.name_end:
            return i, end
    return None


def _bare_name(sheet: Sheet, first: int, stop: int) -> Phrase:
    """A name without a word for what it names: حماس, تركيا, البيت الأبيض."""
    tokens = sheet.tokens
    stop = _name_end(sheet, first, stop)
    parts, nations = content_words(sheet, first, stop)
    place = sheet.name_kind.get(first) == "place"
    last = root(sheet.page.words[first])
    gender = "f" if (place and last not in _CHILDLESS and tokens[first].folded not in _CHILDLESS) or last.endswith(("ه", "ا")) else ""
    return Phrase(
        words=(first, stop), name=phrase_text(sheet, first, stop), kind="organization", named=True,
        parts=parts | nations, nations=frozenset(), gender=gender,
    )  # fmt: skip


def _name_end(sheet: Sheet, first: int, stop: int) -> int:
    """Where a bare name ends: with its own last word, where what follows is not joined to it."""
    known = organization_names().at(sheet.page.words, first)
    end = sheet.name_end.get(first, known.end if known is not None else stop)
    while end < stop and sheet.tokens[end].flags & Is.DEFINITE and people()[sheet.page.words[end]] is not None:
        end += 1
    if end < stop and any(_and(sheet, k) for k in range(end, stop)):
        return stop
    return min(end, stop)


def _unknown(sheet: Sheet, first: int, stop: int, *, several: bool, count: int | None, again: bool) -> Phrase:
    """A phrase that no list knows: kind and number by its ending."""
    token = sheet.tokens[first]
    parts, nations = content_words(sheet, first, stop)
    definite = bool(token.flags & Is.DEFINITE)
    many = several or token.folded.endswith(("ون", "ين", "ات"))
    if not several and not count and not definite and is_like_name(sheet, first, stop) and stop - first < 4:
        name = phrase_text(sheet, first, stop)
        return Phrase(words=(first, stop), name=name, kind="person", named=True, parts=parts_of(name))
    kind: Kind = "people" if many else "organization" if definite or sheet.tokens[first - 1].flags & Is.QUOTE else "person"
    if token.folded in _PEOPLE_AT_LARGE or (sheet.tokens[first].folded in _ONE_OF and stop > first + 1):
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
        again=again,
    )

