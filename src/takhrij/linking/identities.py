"""The namings of actors in many reports, put together by whom they can only mean."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from takhrij.linking.names import alike


class Naming(NamedTuple):
    """An actor of one report, given by its number. `key` is the folded name, `known` the lexicon's name for it."""

    report: int
    name: str
    key: str
    type: str
    role: str | None
    aliases: tuple[str, ...]
    country: str | None
    sector: str | None
    known: str | None


class Identity(NamedTuple):
    """One actor. `ambiguous` are the fuller names that his could stand for, where there is more than one."""

    namings: list[Naming]
    ambiguous: tuple[str, ...]


def together(namings: Sequence[Naming]) -> list[Identity]:
    """The actors behind `namings`, the one in the most reports first.

    Those whom the lexicon knows by one name are one, and those of one type with the same letters. A part of a name
    goes to the fuller one that it ends, if there is only one; else it stays by itself.
    """
    groups: dict[tuple[str, str], list[Naming]] = defaultdict(list)
    for naming in namings:
        groups[naming.type, _letters(naming)].append(naming)
    found = {identity: Identity(members, ()) for identity, members in groups.items()}
    for identity, members in sorted(groups.items(), key=lambda pair: len(pair[1][0].key)):
        fuller = [other for other in found if other != identity and _is_part(members[0], found[other].namings[0])]
        # A name that two fuller ones share stands for itself, unless one of these is part of the other.
        whole = [one for one in fuller if not any(_is_part(groups[one][0], groups[other][0]) for other in fuller)]
        if len(whole) == 1:
            found[whole[0]].namings.extend(found.pop(identity).namings)
        elif whole:
            names = tuple(sorted(usual_name(groups[one]) for one in whole))
            found[identity] = Identity(found[identity].namings, names)
    return sorted(found.values(), key=lambda one: (-len({n.report for n in one.namings}), usual_name(one.namings)))


def usual_name(namings: Sequence[Naming]) -> str:
    """The name most often used among the fullest ones."""
    names = Counter(naming.name for naming in namings)
    longest = max(len(name.split()) for name in names)
    # A longer name used once in a hundred reports holds more than the name.
    often = {name: count for name, count in names.items() if count * 20 >= names.total()} or dict(names)
    return max(often, key=lambda name: (min(len(name.split()), longest), often[name], name))


def _letters(naming: Naming) -> str:
    """عبد الفتاح and عبدالفتاح are written with the same letters."""
    return (naming.known or naming.key).replace(" ", "")


def _is_part(naming: Naming, other: Naming) -> bool:
    if naming.type != other.type or naming.known or len(naming.key.split()) >= len(other.key.split()):
        return False
    # Of a person any part ends the name; of a body only the lexicon knows what stands for what.
    return naming.type == "person" and alike(naming.name, other.name)
