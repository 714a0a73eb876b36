"""An account that is a sentence of its own: أغلق المعبر. بحسب ما نقلت رويترز."""

from takhrij.rules.statements.content import Content, clause_before
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is


def sentence_before(sheet: Sheet, i: int, end: int) -> Content | None:
    """The sentence before word `i`, where an account from there to word `end` is all of its own sentence."""
    tokens = sheet.tokens
    first, limit = sheet.sentence(i)
    if i != first or i == 0 or tokens[i].joined or tokens[i - 1].flags & Is.BREAK:
        return None
    # بحسب ما أعلن مصدر قضائي | اليوم الخميس.
    end = sheet.time_end.get(end, end)
    if any(not tokens[k].flags & Is.MARK for k in range(end, limit)):
        return None
    before, _ = sheet.sentence(i - 1)
    return clause_before(sheet, i, before, stopped=True)
