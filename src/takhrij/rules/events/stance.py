"""Whether what is told happened, goes on, is planned, called for, supposed or denied."""

from takhrij.lexicon.event_words import group
from takhrij.lexicon.events import Sense
from takhrij.model.event import Status
from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.sheet import Is

_NEAR = 4
_SPEECH = frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE"])


def is_denied(scene: Scene, i: int) -> bool:
    """Whether a negation stands right before the trigger."""
    before = scene.tokens[i - 1] if i else None
    return before is not None and (bool(before.flags & Is.NEGATION) or before.folded in group("negation"))


def status_of(scene: Scene, i: int, sense: Sense, start: int) -> Status:
    """The status of an event told at word `i`, whose clause begins at word `start`."""
    if sense.future:
        return "planned"
    tokens = scene.tokens
    near = tokens[max(start, i - _NEAR) : i]
    folded = {token.folded for token in near}
    if i and tokens[i - 1].folded in group("subjunctive") and sense.shape == "imperfect":
        return _subjunctive(scene, i)
    if not folded.isdisjoint(group("planned")):
        return "planned"
    if not folded.isdisjoint(group("if")):
        return "conditional"
    if not folded.isdisjoint(group("ongoing")):
        return "ongoing"
    if sense.shape == "imperfect" and not _is_headline(scene, i):
        return "ongoing"
    return "happened"


def _is_headline(scene: Scene, i: int) -> bool:
    """Whether word `i` stands in the headline, which tells what happened in the present tense."""
    headline = scene.sheet.heading.headline
    return headline is not None and scene.sheet.page.starts[i] < headline.end


def _subjunctive(scene: Scene, i: int) -> Status:
    """من المقرر أن يلتقي is planned, دعا إلى أن is called for, قبل أن happened."""
    words = {token.folded for token in scene.tokens[max(0, i - 6) : i - 1]}
    if not words.isdisjoint(group("past_of")):
        return "happened"
    if not words.isdisjoint(group("called_for")):
        return "called_for"
    if not words.isdisjoint(group("conditional")):
        return "conditional"
    return "planned"
