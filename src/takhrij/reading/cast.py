"""Who can be meant: the persons, organisations and outlets of one report, under all the names it gives them."""

from dataclasses import dataclass, field

from takhrij.model.span import Span
from takhrij.model.statement import Kind
from takhrij.rules.statements.sheet import Is, Sheet
from takhrij.rules.statements.outlets import MEDIA
from takhrij.text.clitics import segment
from takhrij.text.fold import fold

_STRIP = " \u200f\u200e«»“”\"'،,.:)#-"


@dataclass(slots=True, eq=False)
class Player:
    """One who speaks or passes on, while the report is read.

    `parts` are the folded words by which the report may call it again, `roles` the folded words of its posts.
    """

    name: str
    kind: Kind
    named: bool
    parts: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    head: str = ""
    gender: str = ""
    number: int = 1
    role: str | None = None
    aliases: list[str] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    asked: Span | None = None
    last: int = -1


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase taken apart: who is named in it, by what kind of name, and the words of a post."""

    words: tuple[int, int]
    name: str
    kind: Kind
    named: bool
    parts: frozenset[str]
    roles: frozenset[str]
    head: str
    gender: str
    number: int
    definite: bool
    role: str | None
    again: bool


def _content_words(sheet: Sheet, first: int, end: int) -> frozenset[str]:
    found = set()
    for i in range(first, end):
        token = sheet.tokens[i]
        if token.flags & (Is.MARK | Is.AGAIN) or len(token.folded) < 2:
            continue
        found.add(bare(sheet.page.words[i]))
    return frozenset(found)


def bare(word: str) -> str:
    """A folded word without proclitics and article: what two namings of one post share."""
    parts = segment(word)
    return fold(parts.stem or word)


def plain(text: str) -> str:
    """A name as it is given out: without marks at its edges, hash signs and line breaks."""
    name = " ".join(text.replace("#", "").replace("_", " ").replace("\n", " ").split()).strip(_STRIP)
    return name + ")" if "(" in name and ")" not in name else name


def head_end(sheet: Sheet, first: int, end: int) -> int:
    """Where the phrase proper ends: before its relative clause, a comma with what is no name, or a bracket."""
    for i in range(first, end):
        flags = sheet.tokens[i].flags
        if flags & Is.RELATIVE:
            return i - 1 if i > first and sheet.tokens[i - 1].flags & Is.COMMA else i
    return end


def take_apart(sheet: Sheet, first: int, end: int) -> Phrase:
    """What the source phrase of words `first` to `end` says of who speaks."""
    stop = max(first + 1, head_end(sheet, first, end))
    persons = [i for i in range(first, stop) if sheet.name_kind.get(i) == "person"]
    token = sheet.tokens[first]
    again = any(sheet.tokens[i].flags & Is.AGAIN for i in range(first, stop))
    if persons:
        return _person(sheet, first, stop, persons, again)
    return _other(sheet, first, stop, again)


def _person(sheet: Sheet, first: int, stop: int, persons: list[int], again: bool) -> Phrase:
    names = [_name_text(sheet, i) for i in persons]
    joint = len(persons) > 1 and all(sheet.tokens[i].folded.startswith("و") or sheet.tokens[i - 1].folded == "و" for i in persons[1:])
    at = persons[0] if joint or len(persons) == 1 else persons[-1]
    title = next((sheet.tokens[i].title for i in range(first, at) if sheet.tokens[i].title), None)
    gender = "f" if title is not None and title.feminine else ""
    role = None
    begin = first
    if begin < persons[0]:
        role = plain(sheet.page.says(begin, persons[0]))
    else:
        after = sheet.name_end[persons[0]]
        if after < stop - 1 and sheet.tokens[after].flags & Is.COMMA:
            role = plain(sheet.page.says(after + 1, stop))
    if joint:
        name = " و".join(names)
        return Phrase((first, stop), name, "people", True, frozenset(fold(name).split()), frozenset(), "", "m", 3, True, None, again)
    name = _name_text(sheet, at)
    roles = _content_words(sheet, first, at) | (_content_words(sheet, sheet.name_end[at], stop) if not role or first == at else frozenset())
    head = title.title.word if title else ""
    return Phrase((first, stop), name, "person", True, frozenset(fold(name).split()), roles, head, gender, 1, True, role, again)


def _name_text(sheet: Sheet, i: int) -> str:
    first = sheet.page.starts[i] + sheet.name_skip.get(i, 0)
    return plain(sheet.page.text[first : sheet.page.ends[sheet.name_end[i] - 1]])


def _other(sheet: Sheet, first: int, stop: int, again: bool) -> Phrase:
    tokens = sheet.tokens
    token = tokens[first]
    text = _phrase_text(sheet, first, stop)
    words = _content_words(sheet, first, stop)
    title, head = token.title, token.head
    kind: Kind
    if sheet.name_kind.get(first) == "outlet":
        return Phrase((first, stop), text, "outlet", True, words, frozenset(), "", "f", 1, True, None, again)
    if title is not None and (head is None or title.title.kind != "honorific"):
        number = title.number
        if title.title.speaks_as == "public":
            kind = "public"
        else:
            kind = "people" if number > 1 else "person"
        gender = "f" if title.feminine or (number == 3 and title.form.startswith("مصادر")) else "m"
        return Phrase((first, stop), text, kind, False, words, words, title.title.word, gender, number, title.definite, None, again)
    if head is not None:
        gender = "f" if fold(head.form).endswith(("ه", "ات")) or head.head.word in ("قوات",) else "m"
        kind = head.kind
        if kind == "outlet":
            name = _without_medium(sheet, first, stop)
            return Phrase((first, stop), name, kind, name != text or not head.definite, words, frozenset(), head.head.word, gender, 1, head.definite, None, again)
        return Phrase((first, stop), text, kind, kind == "organization", words, frozenset(), head.head.word, gender, 1, head.definite, None, again)
    if first in sheet.name_end:
        kind = "organization"
        gender = "f" if sheet.name_kind[first] == "place" or token.folded.endswith(("ه", "ا")) else ""
        return Phrase((first, stop), text, kind, True, words, frozenset(), "", gender, 1, True, None, again)
    plural = token.folded.endswith(("ون", "ين", "ات"))
    definite = bool(token.flags & Is.DEFINITE)
    return Phrase((first, stop), text, "people" if plural else "organization" if definite else "person", False, words, frozenset(), "", "", 3 if plural else 1, definite, None, again)


def _phrase_text(sheet: Sheet, first: int, stop: int) -> str:
    skip = segment(sheet.page.words[first]).taken if sheet.tokens[first].folded[:1] in "ولبف" and not sheet.tokens[first].flags & Is.MARK else 0
    begin = sheet.page.starts[first] + skip
    text = plain(sheet.page.text[begin : sheet.page.ends[stop - 1]])
    # للوزارة without its ل is الوزارة.
    if skip and sheet.tokens[first].folded.startswith(("لل", "ولل")):
        text = "ا" + text if text.startswith("ل") else "ال" + text
    return text


def _without_medium(sheet: Sheet, first: int, stop: int) -> str:
    """An outlet's name without the word for its medium and the nation behind it: صحيفة "الشرق الأوسط" السعودية."""
    i = first + 1
    if i < stop and sheet.tokens[i].flags & Is.QUOTE and i in sheet.quote_at:
        quote = sheet.quote_at[i]
        return plain(sheet.page.says(quote.first, quote.end))
    for k in range(first, stop):
        if sheet.name_kind.get(k) == "outlet":
            return _name_text(sheet, k)
    if stop - first == 1:
        return _phrase_text(sheet, first, stop)
    text = _phrase_text(sheet, first, stop)
    return text
