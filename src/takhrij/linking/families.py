"""Families: quotations of one utterance in its several wordings, put together as they come.

One utterance travels cut, translated anew or changed by a word. A quotation joins the family that it is most like: by
the three-word runs that both have, whoever is said to have spoken; or, of one speaker's, by the words that both have.
It must be like half of the family at least, which guards against chains of quotations of which the first and the last
have nothing in common.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from takhrij.linking.names import alike, parts

# So many days after its last quotation nobody joins a family any more.
WINDOW_DAYS = 7
# Shorter quotations ("سنرد في الوقت المناسب") are anybody's words.
FEWEST_WORDS = 6
# So large a share of the shorter one's runs, or of its telling words by one speaker, must be in both.
_LEAST_RUNS = 0.4
_LEAST_WORDS = 0.6
# Of one who is named otherwise, or not at all, more must be the same.
_LEAST_OF_ANOTHER = 0.5
_FEWEST_OF_ANOTHER = 4
_RUN = 3
_FEWEST_SHARED = 5
# A word in more than so large a share of statements tells nothing.
_COMMON = 0.03
# A run of words that so many quotations of a week have is a formula.
_WORN = 60

Run = tuple[str, ...]


class Quotation(NamedTuple):
    """A quotation by its number: the day of its report, who speaks, its words as forms."""

    number: int
    day: int
    speaker: str
    named: bool
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    quotation: Quotation
    family: int
    runs: frozenset[Run]
    telling: frozenset[str]


class Families:
    """The families of some days, into which quotations are put one after another."""

    def __init__(self, rarity: Callable[[str], float]) -> None:
        self._rarity = rarity
        self._kept: dict[int, _Kept] = {}
        self._members: dict[int, list[int]] = defaultdict(list)
        self._with_run: dict[Run, list[int]] = defaultdict(list)
        self._of_speaker: dict[str, list[int]] = defaultdict(list)

    def keep(self, quotation: Quotation, family: int) -> None:
        """Take in a quotation whose family is known."""
        self._keep(self._looked_at(quotation, family))

    def place(self, quotation: Quotation) -> int:
        """The family that a quotation belongs to, by the number of the one that began it: perhaps itself."""
        mine = self._looked_at(quotation, quotation.number)
        likeness = {other: self._likeness(mine, self._kept[other]) for other in self._candidates(mine)}
        sums: Counter[int] = Counter()
        near: Counter[int] = Counter()
        for other, alike_by in likeness.items():
            if alike_by:
                sums[self._kept[other].family] += alike_by  # type: ignore[assignment]  # sums of shares
                near[self._kept[other].family] += 1
        best = max(
            (family for family in sums if near[family] * 2 >= len(self._members[family])),
            key=lambda family: (sums[family] / near[family], -family),
            default=quotation.number,
        )
        self._keep(_Kept(quotation, best, mine.runs, mine.telling))
        return best

    def forget_before(self, day: int) -> None:
        """Let go of quotations that none of `day` or later can join."""
        gone = [number for number, one in self._kept.items() if one.quotation.day < day - WINDOW_DAYS]
        if len(gone) < len(self._kept) / 2:
            return
        left = [one for one in self._kept.values() if one.quotation.day >= day - WINDOW_DAYS]
        self._kept.clear()
        self._members.clear()
        self._with_run.clear()
        self._of_speaker.clear()
        for one in left:
            self._keep(one)

    def _looked_at(self, quotation: Quotation, family: int) -> _Kept:
        forms = quotation.forms
        runs = frozenset(forms[i : i + _RUN] for i in range(len(forms) - _RUN + 1))
        telling = frozenset(form for form in forms if len(form) > 1 and self._rarity(form) < _COMMON)
        return _Kept(quotation, family, runs, telling)

    def _keep(self, one: _Kept) -> None:
        number = one.quotation.number
        self._kept[number] = one
        self._members[one.family].append(number)
        for run in one.runs:
            self._with_run[run].append(number)
        if speaker := _last_word(one.quotation):
            self._of_speaker[speaker].append(number)

    def _candidates(self, mine: _Kept) -> Iterable[int]:
        found = dict.fromkeys(self._of_speaker.get(_last_word(mine.quotation), ()))
        for run in mine.runs:
            holders = self._with_run.get(run, ())
            if len(holders) <= _WORN:
                found.update(dict.fromkeys(holders))
        return [n for n in found if abs(self._kept[n].quotation.day - mine.quotation.day) <= WINDOW_DAYS]

    def _likeness(self, mine: _Kept, other: _Kept) -> float:
        """How alike two quotations are, from 0 (not of one utterance) to 1."""
        least = min(len(mine.runs), len(other.runs))
        both = len(mine.runs & other.runs)
        one_speaker = _one_speaker(mine.quotation, other.quotation)
        if both >= (_LEAST_RUNS if one_speaker else _LEAST_OF_ANOTHER) * least:
            if one_speaker or both >= _FEWEST_OF_ANOTHER:
                return both / least
        if not one_speaker:
            return 0.0
        shared = len(mine.telling & other.telling)
        least = min(len(mine.telling), len(other.telling))
        if shared < _FEWEST_SHARED or shared < _LEAST_WORDS * least:
            return 0.0
        return shared / least


def _one_speaker(one: Quotation, other: Quotation) -> bool:
    return one.named and other.named and alike(one.speaker, other.speaker)


def _last_word(quotation: Quotation) -> str:
    words: Sequence[str] = parts(quotation.speaker)
    return words[-1] if words and quotation.named else ""
