"""Times that stand together: من 3 مايو إلى 5 يونيو, عام 2007 وحتى 2012, 15 رمضان 1446هـ الموافق 15 مارس 2025."""

from datetime import date

from takhrij.rules.times.reckoning import follows, in_year, latest, parts, precedes
from takhrij.rules.times.rule import Found

_UNTIL = frozenset(["u", "uu", "&u", "&uu", "-", ",u", "iu", "uy", "uuy", ",&u", ",uu"])
_AND = frozenset(["&", ",&", "&i", "&f"])
_SAME = frozenset(["=", ",=", "I", ",I", "I=", "", ",", "-", "l="])
# A period of its own: يومي السبت والأحد is one already.
_HIJRI = ("times.hijri_day", "times.hijri_year", "times.hijri_in_digits", "times.spaced_hijri")


def joined(founds: list[Found], codes: str) -> list[Found]:
    """The times of one island whose codes are `codes`, with those that make one period or name one day twice joined."""
    kept: list[Found] = []
    for found in founds:
        last = kept[-1] if kept else None
        both = _join(last, found, codes) if last else None
        if both:
            kept[-1] = both
        else:
            kept.append(found)
    return kept


def _join(left: Found, right: Found, codes: str) -> Found | None:
    gap = codes[left.stop : right.begin]
    if gap in _SAME and (left.rule in _HIJRI) != (right.rule in _HIJRI) and _alike(left, right):
        value = right.value if left.rule in _HIJRI else left.value
        return _both(left, right, value, "times.same_day")
    if "/" in right.value:
        return None
    if gap in _AND and right.rule == "times.today":
        return None
    if gap in _UNTIL and "/" not in left.value:
        return _range(left, right)
    if gap in _AND:
        between = codes[max(0, left.begin - 2) : left.begin]
        if "b" in between and "/" not in left.value:
            return _range(left, right)
        return _and(left, right, codes[left.begin] == "6" or between[-1:] == "6")
    return None


def _alike(left: Found, right: Found) -> bool:
    """Whether a Hijri and a common time are both days or both years."""
    if "times.hijri_year" in (left.rule, right.rule):
        return 4 in (len(left.value), len(right.value))
    return len(left.value) == len(right.value) == 10


def _range(left: Found, right: Found) -> Found | None:
    value = left.value
    if left.rule == right.rule == "times.weekday" and len(right.value) == 10:
        # From one day of the week to the next of that name.
        last = date.fromisoformat(right.value)
        value = latest(date.fromisoformat(value).isoweekday(), last).isoformat()
    if not left.year_given and right.year_given:
        value = _in_same_year(value, right.value)
    end = right.value
    if not left.year_given and not right.year_given and value[:4].isdecimal():
        # What begins in a year that the text does not give ends in the same, or the next.
        end = in_year(end, int(value[:4]) + (end[5:] < value[5:]))
    a, b = parts(value), parts(end)
    if a is None or b is None or not precedes(value, end):
        return None
    if bool(a.month) != bool(b.month) and a.number:
        return None
    return _both(left, right, f"{value}/{end}", "times.range")


def _and(left: Found, right: Found, called: bool) -> Found | None:
    """Two days or months that follow each other are one period: يناير وفبراير."""
    start, _, last = left.value.rpartition("/")
    if not left.year_given and right.year_given and not start:
        last = _in_same_year(last, right.value)
    shape = len(right.value)
    if not follows(last, right.value) or shape == 4 and not called:
        return None
    if shape == 10 and not called and "weekday" not in right.rule:
        return None
    if shape == 10 and not called:
        return None
    return _both(left, right, f"{start or last}/{right.value}", "times.range")


def _in_same_year(value: str, other: str) -> str:
    """`value` in the year of `other`, or the year before where it would come after it."""
    if not other[:4].isdecimal() or len(value) < 7:
        return value
    moved = in_year(value, int(other[:4]))
    if len(other) >= 7 and moved[5:7] > other[5:7]:
        moved = in_year(value, int(other[:4]) - 1)
    return moved


def _both(left: Found, right: Found, value: str, rule: str) -> Found:
    return Found(left.first, right.end, left.begin, right.stop, value, rule, left.year_given or right.year_given)
