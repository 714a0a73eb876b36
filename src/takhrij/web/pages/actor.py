"""An actor's dossier: roles over time, what he said, whom he met and where, who reports on him."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from takhrij.model.dossier import Dossier, RoleHeld
from takhrij.store.chronicle import Wanted
from takhrij.store.view import View
from takhrij.web.atlas import Atlas, atlas
from takhrij.web.lanes import Months, months
from takhrij.web.page import Asked, Context, Page
from takhrij.web.spells import Spell, spells

_MOST = 8
_ROLES = 14


class Question(Asked, frozen=True, kw_only=True):
    """A name, or whole words of one, and which of those who bear it."""

    name: str = ""
    n: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Context):
    """One dossier with its pictures, and the others whom the name can mean; None where nobody bears it."""

    asked: Question
    dossier: Dossier | None
    others: tuple[tuple[int, Dossier], ...]
    bars: dict[str, Months]
    roles: dict[str, Sequence[Spell]]
    atlas: Atlas


def show(view: View, asked: Question) -> Actor:
    """The dossiers of whoever bears the name, one of them whole."""
    found = view.who(asked.name, _MOST) if asked.name else []
    number = max(1, min(asked.n, len(found)))
    dossier = found[number - 1] if found else None
    usual = sorted(dossier.roles, key=lambda role: -role.reports)[:_ROLES] if dossier else []
    return Actor(
        subject=dossier.name if dossier else asked.name or None,
        asked=asked,
        dossier=dossier,
        others=tuple((n, one) for n, one in enumerate(found, 1) if n != number),
        bars={way: months(dossier.months if dossier else {}, mirrored=way == "rtl") for way in ("rtl", "ltr")},
        roles={way: _spells(usual, mirrored=way == "rtl") for way in ("rtl", "ltr")},
        atlas=_where_met(view, dossier),
    )


def _spells(roles: Sequence[RoleHeld], *, mirrored: bool) -> Sequence[Spell]:
    return spells([(role.role, role.first, role.last, role.reports) for role in roles], mirrored=mirrored)


def _where_met(view: View, dossier: Dossier | None) -> Atlas:
    """Where the actor met others."""
    if dossier is None:
        return atlas(())
    wanted = Wanted(type="CONSULT", who=dossier.name)
    return atlas(view.event_counts(wanted).places)


def answers(view: View, asked: Question) -> Iterable[Dossier]:
    """The dossiers of whoever bears the name."""
    return view.who(asked.name, _MOST) if asked.name else []


PAGE = Page("actor", Question, show, answers, is_listed=False)
