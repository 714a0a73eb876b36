"""Whether a phrase names the person who holds its post, and whether a name that may follow is his: الوزير، فلان."""

from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is


def personal(sheet: Sheet, first: int, end: int) -> bool:
    """Whether a person is named in the phrase."""
    return any(sheet.name_kind.get(k) == "person" for k in range(first, end))


def name_near(sheet: Sheet, after: int, limit: int) -> bool:
    """Whether behind a comma a rank unknown to the lexicon stands before a person's name: ، الميجر جنرال فلان."""
    for k in range(after, min(after + 3, limit)):
        if sheet.name_kind.get(k) == "person":
            return k > after
        token = sheet.tokens[k]
        rank = token.title is None or (token.title.title.kind == "honorific" and not token.title.proclitics)
        if token.flags & ~Is.DEFINITE or token.forms or not rank or token.head or token.joined:
            return False
    return False


def names_person(sheet: Sheet, after: int, limit: int) -> bool:
    """Whether a person is named at word `after`, or right behind a rank that stands there."""
    return sheet.name_kind.get(after) == "person" or name_near(sheet, after, limit)


def held(sheet: Sheet, first: int, end: int) -> bool:
    """Whether the phrase names who holds its post: الوزير فلان; not مستشار ترامب, whose own name may follow."""
    for k in range(first, end):
        if sheet.name_kind.get(k) != "person":
            continue
        before = sheet.tokens[k - 1]
        title = before.title
        owned = title is not None and title.title.kind == "role" and not (title.definite or title.possessed)
        if sheet.name_skip.get(k) and sheet.tokens[k].folded.startswith("ل"):
            # المحامي الشخصي لترامب، فلان.
            continue
        if k == first or not owned or sheet.name_end.get(k, 0) != end:
            return True
    return False
