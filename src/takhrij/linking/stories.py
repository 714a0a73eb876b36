"""Stories: reports on one event, put together as they come.

A report joins the story whose reports of the days around it are on average most like it, by the cosine of their
headlines and first words, each word weighed by how rare it is. The average guards against chains, in which each report
is like the next one and the last has nothing to do with the first.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

# On 2,790 reports that share 1,121 events, by B-cubed F1: 0.25 .912, 0.30 .919 (evaluation/stories.py).
LEAST_ALIKE = 0.3
# A story goes on as long as each report follows another within so many days.
WINDOW_DAYS = 3
# The event stands in the headline and the first words; what follows is background that other stories share.
_LEAD_WORDS = 80
_HEADLINE_WEIGHT = 2
# A word in more than so large a share of all statements says nothing about the event.
_COMMON = 0.03

Vector = dict[str, float]


def vector_of(title: Sequence[str], text: Sequence[str], rarity: Callable[[str], float]) -> Vector:
    """What a report is about: the weights of its words, of length 1.

    `title` and `text` are forms; `rarity` gives a form's share of all statements (0 to 1).
    """
    counts = Counter(text[:_LEAD_WORDS])
    for form in title:
        counts[form] += _HEADLINE_WEIGHT
    weights = {}
    for form, count in counts.items():
        share = rarity(form)
        if len(form) > 1 and share < _COMMON:
            weights[form] = (1 + math.log(count)) * -math.log(share)
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {form: weight / length for form, weight in weights.items()}


class Stories:
    """The stories of some days, into which reports are put one after another."""

    def __init__(self) -> None:
        self._day: dict[int, int] = {}
        self._story: dict[int, int] = {}
        self._members: dict[int, list[int]] = defaultdict(list)
        self._holders: dict[str, list[tuple[int, float]]] = defaultdict(list)

    def keep(self, report: int, day: int, vector: Vector, story: int) -> None:
        """Take in a report whose story is known."""
        self._day[report] = day
        self._story[report] = story
        self._members[story].append(report)
        for form, weight in vector.items():
            self._holders[form].append((report, weight))

    def place(self, report: int, day: int, vector: Vector) -> int:
        """The story that a report belongs to, by the number of the report that began it: perhaps itself."""
        alike: dict[int, float] = defaultdict(float)
        for form, weight in vector.items():
            for other, its_weight in self._holders.get(form, ()):
                if abs(self._day[other] - day) <= WINDOW_DAYS:
                    alike[other] += weight * its_weight
        sums: dict[int, float] = defaultdict(float)
        for other, likeness in alike.items():
            sums[self._story[other]] += likeness
        best, story = LEAST_ALIKE, report
        for candidate in sorted(sums):
            near = sum(abs(self._day[other] - day) <= WINDOW_DAYS for other in self._members[candidate])
            if sums[candidate] / near > best:
                best, story = sums[candidate] / near, candidate
        self.keep(report, day, vector, story)
        return story

    def forget_before(self, day: int) -> None:
        """Let go of reports that no report of `day` or later can join."""
        gone = {report for report, its_day in self._day.items() if its_day < day - WINDOW_DAYS}
        if len(gone) < len(self._day) / 2:
            return
        for report in gone:
            del self._day[report]
            self._members[self._story.pop(report)].remove(report)
        for form, holders in list(self._holders.items()):
            left = [pair for pair in holders if pair[0] not in gone]
            if left:
                self._holders[form] = left
            else:
                del self._holders[form]
