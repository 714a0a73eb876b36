"""Whose the name behind a post is, where it is not his who holds it: حكومة | فلان, مستشار سابق | لترامب."""

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.places import people
from takhrij.reading.standing import is_address
from takhrij.rules.statements.proclitics import taken
from takhrij.rules.statements.sheet import Is, Sheet

_FOR = "ل"
_IN_NAME_OF = "باسم"
# Of لـ with a name on it there are more letters than these.
_MANY = 3


def is_owner(sheet: Sheet, i: int) -> bool:
    """Whether the word before the name at word `i` is what he has, so that no post before it is his: حكومة | فلان."""
    before = sheet.tokens[i - 1] if i else None
    if before is None or before.flags & Is.DEFINITE or before.folded.startswith(_FOR * 2):
        return False
    return before.folded.lstrip("وبل") in group("owned") or before.folded in group("owned")


def is_of_staff(sheet: Sheet, first: int, i: int) -> bool:
    """Whether the name at word `i` is his for whom somebody without a name works: مسؤول في إدارة الرئيس | فلان."""
    k = i - 1
    if k - 2 <= first or sheet.tokens[first].title is None:
        return False
    if people()[sheet.page.words[k]] is not None:
        # في إدارة الرئيس الأميركي | فلان
        k -= 1
    his = sheet.tokens[k].title
    if his is None or his.number != 1 or not his.definite or his.proclitics:
        return False
    return sheet.tokens[k - 1].folded in group("administrations") and sheet.tokens[k - 2].folded in group("at_work_in")


def before_ranks(sheet: Sheet, i: int) -> int:
    """Where the ranks before the name at word `i` begin: صندوق | الملك فلان."""
    while i > 1 and is_address(sheet, i - 1):
        i -= 1
    return i


def is_served(sheet: Sheet, i: int) -> bool:
    """Whether the name at word `i` is his for whom somebody works: مستشار سابق | لترامب, المدير لحملة | ترامب."""
    if sheet.name_skip.get(i):
        return sheet.tokens[i].folded[:1] == _FOR
    before = sheet.tokens[i - 1] if i else None
    if before is None or before.flags or before.title is not None or before.folded[:1] != _FOR:
        return False
    if before.folded[:2] == _FOR * 2 or i - 1 in sheet.name_end:
        # المندوب العام للمهرجان | فلان, المبعوث لسوريا | فلان: it is his post.
        return False
    return len(before.folded) > _MANY and taken(sheet.page.words[i - 1])


def is_spoken_for(sheet: Sheet, first: int) -> bool:
    """Whether some spokesman is told of whose chief is named: متحدث باسم | رئيسة الحكومة فلانة."""
    title = sheet.tokens[first].title
    if title is None or title.definite or title.number != 1 or first + 2 >= len(sheet.tokens):
        return False
    chief = sheet.tokens[first + 2].title
    if sheet.tokens[first + 1].folded != _IN_NAME_OF or chief is None or chief.proclitics:
        return False
    return chief.title.kind == "role" and chief.number == 1
