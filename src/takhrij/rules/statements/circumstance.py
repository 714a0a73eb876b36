"""A participle goes on with the saying: ، مؤكدا أن, مشيرا إلى, قائلا."""

from takhrij.rules.statements.content import content_at
from takhrij.rules.statements.device import Device, Rule
from takhrij.rules.statements.frame import Frame, find_frame
from takhrij.rules.statements.sheet import Is, Sheet


def find_circumstance(sheet: Sheet, i: int) -> Device | None:
    """The statement that the participle at word `i` reports."""
    token = sheet.tokens[i]
    form = next((form for form in token.forms if form.shape == "participle"), None)
    if form is None or i == 0 or token.flags & Is.DEFINITE:
        return None
    before = sheet.tokens[i - 1]
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
    content = content_at(sheet, frame.content, frame.skip, how=frame.how, limit=limit)
    if content is None:
        return None
    return Device(
        rule="statements.circumstance",
        sort="participle",
        cue=(i, i + 1),
        source=None,
        content=content,
        form=form,
        via=frame.via,
    )


RULES = (
    Rule(
        "statements.circumstance",
        "participle",
        "A participle such as مؤكدا or مشيرا إلى goes on with the saying of the verb before it; its speaker is the same.",
        find_circumstance,
    ),
)
