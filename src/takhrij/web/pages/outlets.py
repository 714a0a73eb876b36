"""Outlets compared by how open they are about where their news comes from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from takhrij.model.transparency import Transparency
from takhrij.store.view import View
from takhrij.web.page import Asked, Context, Page

Measure = Literal["unnamed", "reasoned", "first_hand", "agencies", "copies", "uncredited"]
MEASURES: tuple[Measure, ...] = ("unnamed", "reasoned", "first_hand", "agencies", "copies", "uncredited")
Order = Literal["reports", "statements", "unnamed", "reasoned", "first_hand", "agencies", "copies", "uncredited"]


class Question(Asked, frozen=True, kw_only=True):
    """By what the outlets are ordered, the highest first."""

    by: Order = "reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets(Context):
    """The outlets in order, and what is measured of them."""

    asked: Question
    outlets: tuple[Transparency, ...]
    measures: tuple[Measure, ...] = MEASURES


def show(view: View, asked: Question) -> Outlets:
    """The outlets in order."""
    return Outlets(asked=asked, outlets=tuple(answers(view, asked)))


def answers(view: View, asked: Question) -> Iterable[Transparency]:
    """The outlets in order; those of which a thing cannot be measured stand last."""
    return sorted(view.sources(), key=lambda one: (getattr(one, asked.by) is None, -(getattr(one, asked.by) or 0)))


PAGE = Page("outlets", Question, show, answers)
