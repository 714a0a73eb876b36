"""Names that were found too short or not at all: surnames alone, unknown rests of names, unknown names behind posts."""

from collections.abc import Sequence
from dataclasses import dataclass

from takhrij.lexicon.function_words import letters
from takhrij.rules.statements.tokens import Is, Token

_OPENS_CLAUSE = Is.THAT | Is.COMMA | Is.COLON | Is.QUOTE | Is.OPEN
# A speaker's post stands within three words of the verb, and his name ends within eighteen: "قال وزير التعليم العالي
# والبحث العلمي الإسرائيلي يؤاف كيش إن". Nobody's unknown name has more than four words.
_POST_WITHIN = 4
_NAME_WITHIN = 18
_LONGEST_RUN = 4
# A shorter word that ends a full name, such as "علي", stands alone too often for somebody else.
_SHORTEST_SURNAME = 4
# The first name as published: folding makes one word of it and of the preposition على.
_ALI = "علي"


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a page by their first word: where each ends, its kind, and the letters of proclitics before it."""

    end: dict[int, int]
    kind: dict[int, str]
    skip: dict[int, int]


def complete_names(names: Names, words: Sequence[str], found: list[Token], times: dict[int, int]) -> None:
    """Add to `names` what the words of the page around them show to be names as well."""
    _drop_titles(names, found)
    _join_ali(names, words, found)
    _add_behind_posts(names, found, times)
    _take_surnames(names, found)
    _take_rests(names, found)
    _carry_surnames(names, found)


def _drop_titles(names: Names, found: list[Token]) -> None:
    """A title that stands right before a person's name is no name of its own: الشاهد فلان."""
    for first in [first for first, what in names.kind.items() if what == "person" and names.end[first] == first + 1]:
        title = found[first].title
        if title is not None and title.definite and names.kind.get(first + 1) == "person":
            del names.end[first], names.kind[first]


def _join_ali(names: Names, words: Sequence[str], found: list[Token]) -> None:
    """Take علي between a post or a comma and a surname for a first name, not the preposition: المرشد، علي خامنئي."""
    for surname in [first for first, what in names.kind.items() if what == "person" and first > 1]:
        before = found[surname - 2]
        behind_post = before.flags & (Is.COMMA | Is.DEFINITE) or before.title is not None
        if words[surname - 1] == _ALI and behind_post and not names.skip[surname] and surname - 1 not in names.end:
            names.end[surname - 1], names.kind[surname - 1] = names.end.pop(surname), names.kind.pop(surname)
            names.skip[surname - 1] = names.skip.pop(surname)


def _add_behind_posts(names: Names, found: list[Token], times: dict[int, int]) -> None:
    """Unknown words between a speaker's post and أن or a comma are his name: قال وزير التعليم يؤاف كيش إن."""
    for i, token in enumerate(found):
        if not token.is_finite:
            continue
        limit = min(len(found), i + _NAME_WITHIN)
        near = range(i + 1, min(limit, i + _POST_WITHIN))
        post = next((k for k in near if _is_post(found[k])), None)
        if post is None:
            continue
        for edge in range(post + 1, limit):
            ends = found[edge].flags & (_OPENS_CLAUSE | Is.STOP | Is.BREAK | Is.ADJUNCT)
            if found[edge].folded == "في":
                ends = _is_unknown(found[edge - 1])
            if ends or edge in times or edge in names.end:
                _add_run(names, found, post, edge)
                break


def _is_post(token: Token) -> bool:
    return token.title is not None and not token.title.proclitics


def _add_run(names: Names, found: list[Token], post: int, edge: int) -> None:
    """Take the unknown words before `edge` for the name of whoever holds the post."""
    run = edge
    while run > post + 1 and edge - run < _LONGEST_RUN and _is_unknown(found[run - 1]) and run - 1 not in names.end:
        run -= 1
    if _is_run(found, post, run, edge):
        names.end[run], names.kind[run], names.skip[run] = edge, "person", 0


def _is_run(found: list[Token], post: int, run: int, edge: int) -> bool:
    """Whether the unknown words `run` to `edge` can be a name: one behind a title itself, two behind its complement."""
    if run == edge or found[edge].flags & (Is.STOP | Is.BREAK):
        return False
    before = found[run - 1]
    if not found[edge].flags & _OPENS_CLAUSE:
        return edge - run > 1 and bool(before.flags & Is.DEFINITE) and before.folded.endswith(letters("nisba_endings"))
    if before.flags & Is.NUMBER:
        return edge - run > 1
    if run - 1 == post:
        title = before.title
        return title is not None and (edge - run > 1 or title.title.kind == "honorific" or title.definite)
    return edge - run > 1 and bool(before.flags & Is.DEFINITE)


def _take_rests(names: Names, found: list[Token]) -> None:
    """An unknown word between a person's name and أن, a comma or a colon ends the name: كريستالينا جورجيفا أن."""
    for first in [first for first, what in names.kind.items() if what == "person"]:
        last = names.end[first]
        for edge in (last + 1, last + 2):
            if edge >= len(found) or not _is_unknown(found[edge - 1]) or edge - 1 in names.end:
                break
            if found[edge].flags & Is.COMMA and found[edge - 1].folded.endswith("ا"):
                # أوربان شريرا، مؤكدا: what somebody is called, not his name.
                break
            if found[edge].flags & _OPENS_CLAUSE:
                names.end[first] = edge
                break


def _take_surnames(names: Names, found: list[Token]) -> None:
    """A definite word behind a first name that stands alone is its surname: وزيرة التعليم منى الأسعد."""
    for first in [first for first, what in names.kind.items() if what == "person"]:
        end = names.end[first]
        if end != first + 1 or first == 0 or end >= len(found) or end in names.end:
            continue
        before, after = found[first - 1], found[end]
        post = before.title is not None or bool(before.flags & Is.DEFINITE)
        plain = after.flags == Is.DEFINITE and not (after.forms or after.title or after.head or after.joined)
        if post and plain and not after.folded.endswith(letters("nisba_endings")):
            names.end[first] = end + 1


def _is_unknown(token: Token) -> bool:
    """A word of which nothing is known."""
    if token.flags or token.forms or token.title or token.head or token.joined:
        return False
    folded = token.folded
    return folded.isalpha() and len(folded) > 2 and not folded.startswith(letters("proclitic_openings"))


def _carry_surnames(names: Names, found: list[Token]) -> None:
    """A surname that stands alone, as in a headline, is the person whose full name stands elsewhere."""
    surnames = set()
    covered: set[int] = set()
    for first, end in names.end.items():
        covered.update(range(first, end))
        surname = found[end - 1].folded
        if names.kind[first] == "person" and end - first > 1 and len(surname) >= _SHORTEST_SURNAME:
            surnames.add(surname)
    if not surnames:
        return
    skips = dict.fromkeys(surnames, 0)
    skips |= {letter + surname: 1 for surname in surnames for letter in letters("surname_proclitics")}
    # للسيسي: لـ takes the place of the article's alef.
    definite = [surname for surname in surnames if surname.startswith("ال")]
    skips |= {"ل" + surname[1:]: 1 for surname in definite}
    for i, token in enumerate(found):
        if token.folded in skips and i not in covered and token.title is None:
            names.end[i], names.kind[i], names.skip[i] = i + 1, "person", skips[token.folded]
