"""A claim traced: who told it first, through whom, who copied it, on how many sources it rests."""

from collections.abc import Iterable
from dataclasses import dataclass

from takhrij.model.trace import Retelling, Trace
from takhrij.store.view import View
from takhrij.web.isnad import Isnad, isnad
from takhrij.web.lanes import Lanes, Moment, lanes
from takhrij.web.page import Asked, Context, Page


class Question(Asked, frozen=True, kw_only=True):
    """A claim by its words, by a report's id (its headline), or by a report's id, # and a statement's number."""

    claim: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced(Context):
    """The trace with its pictures in both directions; None before anything is asked."""

    asked: Question
    trace: Trace | None
    isnad: dict[str, Isnad]
    lanes: dict[str, Lanes | None]
    origin: Retelling | None


def show(view: View, asked: Question) -> Traced:
    """The trace of a claim."""
    trace = view.trace(asked.claim) if asked.claim else None
    told = trace.retellings if trace else ()
    moments = [
        Moment(
            one.outlet or one.report,
            one.published or "",
            one.title or one.report,
            one.report,
            "uncredited" if one.copied_from and not one.credited else "",
        )
        for one in told
    ]
    return Traced(
        subject=trace.claim if trace else None,
        asked=asked,
        trace=trace,
        isnad={way: isnad(trace, mirrored=way == "rtl") for way in ("rtl", "ltr")} if trace and told else {},
        lanes={way: lanes(moments, mirrored=way == "rtl") for way in ("rtl", "ltr")},
        origin=next((one for one in told if trace and one.report == trace.first), None),
    )


def answers(view: View, asked: Question) -> Iterable[Retelling]:
    """All that tells the claim, the earliest first."""
    return view.trace(asked.claim).retellings


PAGE = Page("trace", Question, show, answers)
