"""Identities: pairs of names that may be one actor's, for a person to decide, and what was decided."""

from collections.abc import Iterable
from dataclasses import dataclass

from takhrij.model.link import Candidate, Judgement
from takhrij.store.view import View
from takhrij.web.page import Asked, Context, Page

_PAIRS = 60
_SHOWN = 20
_LOG = 50


class Question(Asked, frozen=True, kw_only=True):
    """Nothing is asked: what matters most comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Context):
    """The pairs to decide on, those that touch the most reports first, and the latest decisions."""

    pairs: tuple[Candidate, ...]
    made: tuple[Judgement, ...]


def show(view: View, asked: Question) -> Review:
    """What is left to decide, and what was decided last."""
    made = view.judgements()
    settled = {frozenset([one.left.name, one.right.name]) for one in made}
    pairs = [pair for pair in view.candidates(_PAIRS) if {pair.left.name, pair.right.name} not in settled]
    return Review(pairs=tuple(pairs[:_SHOWN]), made=tuple(made[: -_LOG - 1 : -1]))


def answers(view: View, asked: Question) -> Iterable[Judgement]:
    """All decisions, the earliest first."""
    return view.judgements()


PAGE = Page("review", Question, show, answers)
