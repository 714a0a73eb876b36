"""Where the words proper of a source end: before its relative clause, and before where or to whom it spoke."""

from takhrij.lexicon import actor_words
from takhrij.lexicon.function_words import group
from takhrij.lexicon.outlets import names as outlet_names
from takhrij.lexicon.source_words import source_words
from takhrij.reading.naming import is_outlet
from takhrij.rules.statements.asides import is_led
from takhrij.rules.statements.may import May
from takhrij.rules.statements.outlets import is_office
from takhrij.rules.statements.phrase_words import is_on_air, is_station
from takhrij.rules.statements.sheet import Is, Sheet, Token
from takhrij.text.fold import fold

_TO = "ل"


def head_end(sheet: Sheet, first: int, end: int) -> int:
    """Where the phrase proper ends: before its relative clause, and before where or to whom something was said."""
    tokens = sheet.tokens
    for i in range(first + 1, end):
        token = tokens[i]
        if token.flags & Is.RELATIVE and not (i + 1 < end and tokens[i + 1].folded in group("called")):
            return i - 1 if i > first + 1 and tokens[i - 1].flags & Is.COMMA else i
        if token.flags & Is.COMMA and i + 1 < end and tokens[i + 1].folded in group("and_they"):
            return i
        if token.may & May.LEAD:
            if is_led(sheet, i) and tokens[first].head is not None:
                return i
            if token.folded in actor_words.group("seated"):
                # المرصد السوري، ومقره لندن
                return i - 1 if tokens[i - 1].flags & Is.COMMA else i
        if token.may & May.TELL_TO_WHOM and _is_told_to(sheet, first, i, end):
            return i
        if (
            token.folded == "في"
            and i + 1 < end
            and (tokens[i + 1].flags & Is.OCCASION or tokens[i + 1].folded in source_words().pointing)
        ):
            return i
    return end


def _is_told_to(sheet: Sheet, first: int, i: int, end: int) -> bool:
    """Whether لـ of word `i` tells to whom the source from `first` on spoke."""
    token = sheet.tokens[i]
    if is_told_to_reporter(sheet, i):
        return True
    if _is_employer(sheet, first, i, end):
        return False
    if len(token.folded) > 2 and (token.folded[1:].isascii() or _is_told(sheet, i)):
        return True
    if token.head is None or token.head.proclitics != _TO or not _may_tell(sheet.tokens[first]):
        return False
    if is_station(sheet, i):
        return is_on_air(sheet, i)
    return token.head.kind == "outlet" and not is_office(sheet, i)


def _may_tell(token: Token) -> bool:
    """Whether the first word of a source is whoever speaks to an outlet, and no body that may be an outlet's."""
    return token.title is not None or (token.head is None and not token.flags & Is.DEFINITE)


def _is_told(sheet: Sheet, i: int) -> bool:
    """Whether لـ at word `i` tells to which outlet was spoken, and is no letter of its name: صحيفة لوموند."""
    own = outlet_names().at(sheet.page.words, i)
    return is_outlet(sheet, i) and (own is None or own.proclitics != "")


def is_told_to_reporter(sheet: Sheet, i: int) -> bool:
    """مصدر أمني لمراسل الإذاعة, للمحررة السياسية: whether word `i` is the reporter to whom was spoken."""
    token = sheet.tokens[i]
    if token.title is None or not token.may & May.TELL_TO_WHOM or token.title.number > 1:
        return False
    word = fold(token.title.title.word)
    if word in source_words().reporters:
        return True
    if word not in source_words().sent_reporters or i + 1 >= len(sheet.tokens):
        return False
    head = sheet.tokens[i + 1].head
    return token.title.possessed or (head is not None and head.kind == "outlet") or is_outlet(sheet, i + 1)


def _is_employer(sheet: Sheet, first: int, i: int, end: int) -> bool:
    """Whether the outlet at word `i` is where the post is held, as its holder's name follows: المدير العام لشبكة ..."""
    if sheet.tokens[first].title is None:
        return False
    persons = [k for k in range(first, end) if sheet.name_kind.get(k) == "person"]
    return bool(persons) and persons[0] > i and not sheet.name_skip.get(persons[0])
