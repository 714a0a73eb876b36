"""A participle goes on with the saying: ، مؤكدا أن, مشيرا إلى, قائلا."""

from takhrij.rules.statements.content import content_at
from takhrij.rules.statements.device import Device, Rule
from takhrij.rules.statements.participles import circumstance_frame
from takhrij.rules.statements.sheet import Sheet


def find_circumstance(sheet: Sheet, i: int) -> Device | None:
    """The statement that the participle at word `i` reports."""
    frame = circumstance_frame(sheet, i)
    if frame is None:
        return None
    content = content_at(sheet, frame.content, frame.skip, how=frame.how, limit=sheet.sentence(i)[1])
    if content is None:
        return None
    return Device(
        rule="statements.circumstance",
        sort="participle",
        cue=(i, i + 1),
        source=None,
        content=content,
        form=next(form for form in sheet.tokens[i].forms if form.shape == "participle"),
        via=frame.via,
    )


RULES = (
    Rule(
        "statements.circumstance",
        "participle",
        "A participle such as مؤكدا or مشيرا إلى goes on with the saying of the verb before it; "
        "its speaker is the same.",
        find_circumstance,
    ),
)
