"""A participle goes on with the saying: ، مؤكدا أن, مشيرا إلى, قائلا."""

from takhrij.lexicon.function_words import spelled
from takhrij.rules.statements.content import content_at
from takhrij.rules.statements.device import Device, Rule
from takhrij.rules.statements.participles import circumstance_frame
from takhrij.rules.statements.sheet import Sheet


def find_circumstance(sheet: Sheet, i: int) -> Device | None:
    """The statement that the participle at word `i` reports."""
    frame = circumstance_frame(sheet, i)
    if frame is None:
        return None
    form = next(form for form in sheet.tokens[i].forms if form.shape == "participle")
    limit = sheet.sentence(i)[1]
    if form.verb.lemma in spelled("judging_whom") and frame.content in sheet.quote_at:
        # واصفا إياه بـ"الحيوان"، قال فلان
        limit = min(limit, sheet.quote_at[frame.content].end + 1)
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
        "A participle such as مؤكدا or مشيرا إلى goes on with the saying of the verb before it; "
        "its speaker is the same.",
        find_circumstance,
    ),
)
