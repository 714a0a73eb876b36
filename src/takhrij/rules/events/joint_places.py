"""Places told in one row: زيارة إلى | مصر والأردن, زيارة الوزير | للنيجر ومالي."""

from takhrij.rules.events.scene import Scene
from takhrij.rules.statements.sheet import Range


def places_from(scene: Scene, j: int, limit: int) -> tuple[Range, ...]:
    """The place that is named at word `j`, and those that و joins to it."""
    found = [(j, scene.sheet.name_end[j])]
    k = found[0][1]
    while k < limit and scene.joined(k) and scene.is_place(k):
        found.append((k, scene.sheet.name_end[k]))
        k = scene.sheet.name_end[k]
    return tuple(found)
