"""How many steps some work takes: the same on every machine, where seconds are not."""

import sys
from collections.abc import Callable


def steps_of(work: Callable[[], object]) -> int:
    """The calls, and the returns from them, that the work takes."""
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
