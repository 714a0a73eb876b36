"""Whether a participle is a device, and where its words begin: مؤكدا أن, but not القوات ملتزمة بالهدنة."""

from takhrij.rules.statements.frame import _FOLDED, Frame, find_frame
from takhrij.rules.statements.sheet import Is, Sheet


def circumstance_frame(sheet: Sheet, i: int) -> Frame | None:
    """Where the words begin that the participle at word `i` reports; None where it is no device."""
    token = sheet.tokens[i]
    form = next((form for form in token.forms if form.shape == "participle"), None)
    doubtful = token.title is not None and not sheet.page.words[i].endswith(("ا", "اً", "ًا"))
    if form is None or i == 0 or token.flags & Is.DEFINITE:
        return None
    before = sheet.tokens[i - 1]
    free = before.flags & (Is.COMMA | Is.QUOTE | Is.CLOSE | Is.DASH | Is.STOP) or token.joined
    if doubtful and not _complement_at_once(sheet, i):
        return None
    if not free and (form.number != 1 or not _complement_at_once(sheet, i)):
        return None
    if before.folded in ("من", "في", "غير", "كان", "كانت", "يكون", "ليس", "عن", "الي", "علي"):
        return None
    _, limit = sheet.sentence(i)
    frame = find_frame(sheet, i, form, limit, subject=False)
    following = sheet.tokens[i + 1] if i + 1 < limit else None
    if following is None:
        return None
    if "noun" in form.verb.takes and (frame is None or frame.content > i + 2):
        blocked = Is.ADJUNCT | Is.COMMA | Is.STOP | Is.BREAK | Is.COLON | Is.THAT | Is.CLOSE
        if not following.flags & blocked and following.folded not in ("في", "به", "له", "بها", "لها"):
            frame = Frame(None, i + 1, 0, "noun", frame.via if frame else None)
    if frame is None or (frame.content - i > 14 and not token.joined and not before.flags & Is.COMMA):
        return None
    return frame


def _complement_at_once(sheet: Sheet, i: int) -> bool:
    """Without a pause before it a participle is a device only if أن or a quotation follows at once."""
    tokens = sheet.tokens
    if i + 1 < len(tokens) and tokens[i + 1].folded in ("الي", "عن", "من", "علي"):
        form = next(form for form in tokens[i].forms if form.shape == "participle")
        return _FOLDED.get(tokens[i + 1].folded) in form.verb.prepositions and form.gender != "" and form.number == 1
    for k in range(i + 1, min(i + 4, len(tokens))):
        flags = tokens[k].flags
        if flags & Is.THAT or flags & Is.COLON or (flags & Is.QUOTE and k in sheet.quote_at and k < i + 3):
            return True
        if flags & (Is.STOP | Is.BREAK | Is.COMMA):
            return False
    return False
