"""Two who stand side by side without a word between them: استقبل الرئيس التونسي قيس سعيد | وزير الخارجية الفرنسي."""

from takhrij.lexicon.places import people
from takhrij.rules.statements.sheet import Is, Sheet

# A post with whose it is has so many words.
_REACH = 6


def is_another(sheet: Sheet, first: int, k: int) -> bool:
    """Whether the post right behind a person's name at word `k` is another's, where his own stood before his name.

    A post with the article is (السفير), since nobody bears one on each side; any other where it serves another nation.
    """
    title, own = sheet.tokens[k].title, sheet.tokens[first].title
    if title is None or title.proclitics or own is None or {own.title.kind, title.title.kind} != {"role"}:
        return False
    if title.definite:
        return title.number == 1
    theirs = _nations(sheet, k, min(k + _REACH, sheet.sentence(k)[1]))
    ours = _nations(sheet, first, k)
    return bool(theirs) and bool(ours) and theirs.isdisjoint(ours)


def _nations(sheet: Sheet, first: int, end: int) -> set[str]:
    """The nations that adjectives of the words tell, up to the first mark."""
    found = set()
    for k in range(first, end):
        if sheet.tokens[k].flags & (Is.MARK | Is.ADJUNCT | Is.THAT) and not sheet.tokens[k].flags & Is.QUOTE:
            break
        demonym = people()[sheet.page.words[k]]
        if demonym is not None:
            found.add(demonym.place.name)
    return found
