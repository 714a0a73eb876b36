"""What people decided on names, as one name for each: for those who see a report at a time."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from takhrij.linking.clusters import Clusters
from takhrij.linking.identities import letters_of
from takhrij.model.link import Judgement, Named


class Bearer(NamedTuple):
    """Those of one type with a name of these letters; with `report`, in that report alone."""

    type: str
    letters: str
    report: str | None = None


def bearer_of(named: Named) -> Bearer:
    """Who is meant by one side of a judgement."""
    return Bearer(named.type, letters_of(named.name), named.report)


def called(judgements: Sequence[Judgement], known: Mapping[Bearer, str]) -> dict[Bearer, str]:
    """For those of whom somebody decided: the letters under which each is one actor with the others.

    The latest decision holds. `known` are the letters of the lexicon's names for them, which everybody else bears whom
    the lexicon knows by these.
    """
    clusters: Clusters[Bearer] = Clusters()
    for one in judgements:
        clusters.add(bearer_of(one.left))
        clusters.add(bearer_of(one.right))
    for one in reversed(judgements):
        decide = clusters.join if one.verdict == "same" else clusters.part
        decide(bearer_of(one.left), bearer_of(one.right))
    found: dict[Bearer, str] = {}
    for members in clusters.groups():
        names = sorted(known[one] for one in members if one in known)
        first = min(members, key=lambda one: (one.report is not None, one.letters, one.report or ""))
        # Taken out of one report and put with nobody: an actor of his own.
        own = f"{first.letters}\x1f{first.report}" if first.report is not None else first.letters
        found.update(dict.fromkeys(members, own if first.report is not None or not names else names[0]))
    return found
