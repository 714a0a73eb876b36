"""Names that were found too short or not at all: surnames alone, unknown rests of names, unknown names behind posts."""

import msgspec

from takhrij.lexicon.definites import definite_nouns
from takhrij.lexicon.function_words import group, letters
from takhrij.lexicon.places import people
from takhrij.lexicon.world import world
from takhrij.rules.statements.proclitics import taken
from takhrij.rules.statements.surnames import hung_before, is_manner, is_owned
from takhrij.rules.statements.tokens import Is, Token
from takhrij.text.clitics import segment
from takhrij.text.fold import fold

_OPENS_CLAUSE = Is.THAT | Is.COMMA | Is.COLON | Is.QUOTE | Is.OPEN
# A speaker's post stands within three words of the verb, and his name ends within eighteen: "قال وزير التعليم العالي
# والبحث العلمي الإسرائيلي يؤاف كيش إن". Nobody's unknown name has more than four words.
_POST_WITHIN = 4
_NAME_WITHIN = 18
_LONGEST_RUN = 4
# Surnames with the article at its end: القاسمي الحسني.
_LONGEST_TAIL = 2
_BY = "ب"
_FULL_NAME = 2
_SHORTEST_NAME = 3
# A shorter word that ends a full name, such as "علي", stands alone too often for somebody else.
_SHORTEST_SURNAME = 4
# The first name as published: folding makes one word of it and of the preposition على.
_ALI = "علي"
_AND = "و"
_TATWEEL = "\u0640"
_ARTICLE = "ال"


class Names(msgspec.Struct, frozen=True):
    """The names of a page by their first word: where each ends, its kind, and the letters of proclitics before it."""

    end: dict[int, int]
    kind: dict[int, str]
    skip: dict[int, int]


class _Words(msgspec.Struct, frozen=True):
    """The words of a page as published, what each may be, and where the times end that begin at a word."""

    published: list[str]
    found: list[Token]
    times: dict[int, int]


def complete_names(names: Names, words: list[str], found: list[Token], times: dict[int, int]) -> None:
    """Add to `names` what the words of the page around them show to be names as well."""
    page = _Words(words, found, times)
    _drop_titles(names, found)
    _join_ali(names, page)
    _add_definite(names, page)
    for verb in [i for i, token in enumerate(found) if token.is_finite]:
        if not _add_behind_verb(names, page, verb):
            _add_behind_post(names, page, verb)
    _part_joined(names, found)
    _join_parted(names, found)
    _take_surnames(names, page)
    _take_rests(names, page)
    _carry_surnames(names, found)


def _drop_titles(names: Names, found: list[Token]) -> None:
    """A title that stands right before a person's name is no name of its own: الشاهد فلان."""
    for first in [first for first, what in names.kind.items() if what == "person" and names.end[first] == first + 1]:
        title = found[first].title
        if title is not None and title.definite and names.kind.get(first + 1) == "person":
            del names.end[first], names.kind[first]


def _join_ali(names: Names, page: _Words) -> None:
    """Take علي between a post or a comma and a surname for a first name, not the preposition: المرشد، علي خامنئي."""
    words, found = page.published, page.found
    for surname in [first for first, what in names.kind.items() if what == "person" and first > 1]:
        before = found[surname - 2]
        behind_post = before.flags & (Is.COMMA | Is.DEFINITE) or before.title is not None
        if words[surname - 1] == _ALI and behind_post and not names.skip[surname] and surname - 1 not in names.end:
            names.end[surname - 1], names.kind[surname - 1] = names.end.pop(surname), names.kind.pop(surname)
            names.skip[surname - 1] = names.skip.pop(surname)


def _part_joined(names: Names, found: list[Token]) -> None:
    """Two names that و joins are two where the second stands alone elsewhere: موراغ وراز, beside موسي راز."""
    persons = [first for first, what in names.kind.items() if what == "person"]
    lasts = dict[str, int]()
    for first in persons:
        end = names.end[first]
        for k in range(first + 1, end):
            folded = found[k].folded
            if len(folded) < _SHORTEST_SURNAME or not folded.startswith(_AND):
                continue
            lasts = lasts or {found[names.end[person] - 1].folded: person for person in persons}
            if lasts.get(folded[1:], first) != first:
                names.end[first], names.end[k] = k, end
                names.kind[k], names.skip[k] = "person", 1
                break


def _join_parted(names: Names, found: list[Token]) -> None:
    """One who holds a post has one name: الكاتب براندون ويتشيرت, whose و begins a word that never stands without it."""
    words: set[str] = set()
    for first in [first for first, what in names.kind.items() if what == "person" and first]:
        second = names.end.get(first, first)
        title = found[first - 1].title
        if second != first + 1 or not names.skip.get(second) or names.end.get(second) != second + 1 or title is None:
            continue
        words = words or {token.folded for token in found}
        folded = found[second].folded
        known = folded[1:] in words or found[second].title is not None
        if title.number == 1 and folded[:1] == _AND and names.kind[second] == "person" and not known:
            names.end[first] = second + 1
            del names.end[second], names.kind[second], names.skip[second]


def _add_behind_post(names: Names, page: _Words, verb: int) -> None:
    """Unknown words between a speaker's post and أن or a comma are his name: قال وزير التعليم يؤاف كيش إن."""
    found = page.found
    limit = min(len(found), verb + _NAME_WITHIN)
    post = next((k for k in range(verb + 1, min(limit, verb + _POST_WITHIN)) if _is_post(found[k])), None)
    if post is None:
        return
    plain = all("noun" not in form.verb.takes for form in found[verb].forms)
    low = edge = post + 1
    while edge < limit:
        if edge in names.end and names.kind[edge] != "person":
            # اتحاد عمال البصرة | نشمية السعداوي.
            low = edge = max(names.end[edge], edge + 1)
            continue
        ends = found[edge].flags & (_OPENS_CLAUSE | Is.STOP | Is.BREAK | Is.ADJUNCT)
        if found[edge].folded == "في":
            ends = _is_unknown(page, edge - 1)
        if ends or edge in page.times or edge in names.end:
            run = _Run(post, low, edge, plain and edge not in names.end)
            if _add_run(names, page, run) or not found[edge].flags & Is.COMMA:
                return
        edge += 1


class _Run(msgspec.Struct, frozen=True):
    """Words from `low` to `edge` that may be the name of whoever holds the post at word `post`.

    `plain` tells that the verb before it takes no noun as what was said.
    """

    post: int
    low: int
    edge: int
    plain: bool


def _is_post(token: Token) -> bool:
    return token.title is not None and not token.title.proclitics


def _add_run(names: Names, page: _Words, end: _Run) -> bool:
    """Take the unknown words before the edge for a name; whether they are one."""
    found = page.found
    edge, low = end.edge, max(end.low, end.edge - _LONGEST_RUN)
    tail = edge
    while edge - tail < _LONGEST_TAIL and tail - 1 > low and _is_surname(found[tail - 1]) and tail - 1 not in names.end:
        tail -= 1
    for last in range(tail, edge + 1):
        run = last
        while run > low and _is_unknown(page, run - 1) and run - 1 not in names.end:
            run -= 1
        if run < last and _is_run(found, end, run, last):
            names.end[run], names.kind[run], names.skip[run] = edge, "person", 0
            return True
    return False


def _is_run(found: list[Token], end: _Run, run: int, last: int) -> bool:
    """Whether the unknown words `run` to `last` and the surnames behind them can be the name of the post's holder.

    One word may be behind a title itself, two behind its complement.
    """
    post, edge = end.post, end.edge
    if found[edge].flags & (Is.STOP | Is.BREAK):
        return False
    before = found[run - 1]
    closed = bool(before.flags & Is.DEFINITE) or post + 1 < run == end.low
    if before.flags & Is.COMMA and run - 2 > post:
        # رئيس البلدية، سلطان العايد، أن.
        return edge - run > 1 and bool(found[run - 2].flags & Is.DEFINITE) and bool(found[edge].flags & _OPENS_CLAUSE)
    if last < edge:
        opens = Is.THAT | (_OPENS_CLAUSE if end.plain else 0)
        return closed and bool(found[edge].flags & opens)
    if not found[edge].flags & _OPENS_CLAUSE:
        if edge - run == 1 or any(token.folded.endswith(letters("pronoun_endings")) for token in found[run:edge]):
            return False
        return closed and (end.plain or before.folded.endswith(letters("nisba_endings")))
    if before.flags & Is.NUMBER:
        return edge - run > 1
    if run - 1 == post:
        title = before.title
        return title is not None and (edge - run > 1 or title.title.kind == "honorific" or title.definite)
    return edge - run > 1 and closed


def _is_surname(token: Token) -> bool:
    """A definite word that is nothing else: المشعل, السعداوي."""
    return token.flags == Is.DEFINITE and not (token.forms or token.title or token.head or token.joined)


def _take_rests(names: Names, page: _Words) -> None:
    """Unknown words between a person's name and أن, a comma or a colon end the name: كريستالينا جورجيفا أن."""
    found = page.found
    for first in [first for first, what in names.kind.items() if what == "person"]:
        last = names.end[first]
        for edge in (last + 1, last + 2):
            if edge >= len(found) or edge - 1 in names.end or not _is_rest(page, edge - 1, last - first):
                break
            if is_owned(page.published[edge - 1]) or _is_told_of(page, first, last, edge):
                # واختتم نتنياهو | كلماته:
                break
            told_of = found[edge].flags & Is.COMMA or (first and found[first - 1].flags & Is.AUXILIARY)
            if told_of and found[edge - 1].folded.endswith("ا"):
                # أوربان شريرا، مؤكدا; كان أوربان شريرا فإن: what somebody is called, not his name.
                break
            by_that = found[edge].flags & Is.THAT and found[edge].folded.startswith(_BY)
            if by_that or (found[edge].flags & Is.COLON and is_manner(page.published[edge - 1])):
                # تقول ماجدة ضاحكة: and تلقت ماجدة خبرا بأن
                break
            if found[edge].flags & _OPENS_CLAUSE:
                names.end[first] = edge
                break


def _is_told_of(page: _Words, first: int, last: int, edge: int) -> bool:
    """Whether the word before `edge` tells something of the one named, whose name it does not go on.

    منح الأسد | وسام "جوقة الشرف", إن روبرت | شعر أن, جلسات محاكمة فلانة | مغلقة، , وقال فلان | لـCNN:
    """
    word = page.published[edge - 1]
    if any(letter.isascii() or letter == _TATWEEL for letter in word) or _is_no_rest(page, first, last, edge):
        return True
    return world().person_known(" ".join(page.published[first:last])) is not None


def _is_no_rest(page: _Words, first: int, last: int, edge: int) -> bool:
    """The same by what stands around the word, and by what it is."""
    found, word = page.found, page.published[edge - 1]
    if found[edge].flags & Is.QUOTE:
        return first == 0 or not found[first - 1].flags & Is.QUOTE
    if _is_said_by(page, first):
        return False
    if found[edge].flags & (Is.THAT | Is.COLON):
        return True
    folded = found[edge - 1].folded
    if folded.endswith(letters("feminine_endings")) or folded.startswith(letters("verb_openings")):
        # نور الدين | يزيد
        return not world().is_anybodys(word)
    if segment(word).proclitics and last > first + 1:
        return True
    return fold(_ARTICLE + word) in definite_nouns()


def _is_said_by(page: _Words, first: int) -> bool:
    """Whether a verb of saying stands before the name at word `first` in its clause."""
    for k in range(first - 1, max(first - _NAME_WITHIN, 0) - 1, -1):
        token = page.found[k]
        if token.flags & (Is.THAT | Is.STOP | Is.BREAK | Is.RELATIVE | Is.COLON | Is.QUOTE):
            return False
        if token.is_finite:
            return True
    return False


def _is_rest(page: _Words, i: int, length: int) -> bool:
    """Whether the word at `i` may go on a name of `length` words: nothing else that is known, or القاسمي."""
    if _is_unknown(page, i):
        return True
    token = page.found[i]
    surname = length > 1 and _is_surname(token) and token.folded.endswith(letters("nisba_endings"))
    return surname and people()[page.published[i]] is None


def _take_surnames(names: Names, page: _Words) -> None:
    """A definite word behind a first name that stands alone is its surname: وزيرة التعليم منى الأسعد."""
    found = page.found
    for first in [first for first, what in names.kind.items() if what == "person"]:
        end = names.end[first]
        if end != first + 1 or first == 0 or end + 1 >= len(found) or end in names.end or end in page.times:
            continue
        before, after = found[first - 1], found[end]
        post = before.title is not None or bool(before.flags & Is.DEFINITE)
        surname = post and not after.folded.endswith(letters("nisba_endings"))
        if before.is_finite and not found[first].flags & Is.DEFINITE:
            # وذكر خليل الحية، عضو المكتب.
            told = found[end + 1].flags & Is.THAT and not found[end + 1].folded.startswith("ب")
            surname = bool(told or found[end + 1].flags & Is.COMMA)
        if surname and _is_surname(after) and not _is_no_surname(page, first):
            names.end[first] = end + 1


def _is_no_surname(page: _Words, first: int) -> bool:
    """Whether the definite word behind the lone name at word `first` is no surname: وأعاد الرئيس ترامب | الاتصال."""
    name, word, folded = page.published[first], page.published[first + 1], page.found[first + 1].folded
    if not word.startswith(_ARTICLE) or folded in group("of_age") or world().person_known(name) is not None:
        return True
    plain = folded in definite_nouns() or folded.endswith(letters("feminine_endings"))
    return plain and not world().is_anybodys(name)


def _add_behind_verb(names: Names, page: _Words, verb: int) -> bool:
    """Take unknown words between a verb and a comma with a post behind it for a name: وعبرت أبرار بخش، طالبة الطب."""
    found, first = page.found, verb + 1
    edge = first
    while edge < len(found) and edge - verb <= _LONGEST_RUN and edge not in names.end:
        if not _is_unknown(page, edge) and not (edge > first and _is_surname(found[edge])):
            break
        edge += 1
    if edge - first < _FULL_NAME or edge + 1 >= len(found) or not found[edge].flags & Is.COMMA:
        return False
    title = found[edge + 1].title
    if title is None or title.proclitics or title.title.kind != "role":
        return False
    names.end[first], names.kind[first], names.skip[first] = edge, "person", 0
    return True


def _add_definite(names: Names, page: _Words) -> None:
    """First names with the article, behind a post and before a surname: رئيس الجمهورية الباجي قائد السبسي."""
    found = page.found
    known = group("definite_given_names")
    # Asking flags is cheaper than asking a set.
    definite = [
        i
        for i in range(2, len(found) - 1)
        if found[i].flags & found[i - 1].flags & Is.DEFINITE
        and (found[i - 1].title is not None or found[i - 2].title is not None)
        and found[i].folded in known
        and i not in names.end
    ]
    for i in definite:
        end = i + 1
        if found[end].folded in group("given_names_second") and end + 1 < len(found):
            end += 1
        if _is_surname(found[end]) or _is_unknown(page, end):
            inner = end
            end = max(end + 1, names.end.pop(inner, 0))
            names.kind.pop(inner, None)
            names.end[i], names.kind[i], names.skip[i] = end, "person", 0


def _is_unknown(page: _Words, i: int) -> bool:
    """Whether nothing is known of the word at `i`, or a name that is a title as well: فلاح."""
    token = page.found[i]
    if token.flags or token.forms or token.head or token.joined:
        return False
    folded = token.folded
    if token.title is not None:
        if folded not in group("given_names_like_titles"):
            return False
    elif (
        len(folded) < _SHORTEST_NAME
        or not folded.isalpha()
        or folded.startswith(letters("proclitic_openings"))
        or folded in group("post_joints")
    ):
        return False
    word = page.published[i]
    nation = people()[word]
    if nation is not None and nation.number == 1:
        # مسؤول | أميركي آخر
        return False
    return token.title is not None or folded[0] not in "بل" or not taken(word)


def _carry_surnames(names: Names, found: list[Token]) -> None:
    """A surname that stands alone, as in a headline, is the person whose full name stands elsewhere."""
    full = [end for first, end in names.end.items() if end - first > 1 and names.kind[first] == "person"]
    surnames = {found[end - 1].folded for end in full if len(found[end - 1].folded) >= _SHORTEST_SURNAME}
    if not surnames:
        return
    covered = {place for first, end in names.end.items() for place in range(first, end)}
    skips = dict.fromkeys(surnames, 0)
    for surname in surnames:
        skips.update(hung_before()[surname])
    for i, token in enumerate(found):
        # Most words are too short, which is asked faster than a table.
        if len(token.folded) < _SHORTEST_SURNAME or token.title is not None:
            continue
        skip = skips.get(token.folded)
        if skip is not None and i not in covered:
            names.end[i], names.kind[i], names.skip[i] = i + 1, "person", skip
