"""What any format yields before it becomes an article."""

from dataclasses import dataclass

from takhrij.wire import Given


@dataclass(frozen=True, slots=True)
class Item:
    """One report as it was found; `where` names its file and place, or its address."""

    where: str
    given: Given


# A page, a feed or a record of a crawl that is larger holds no report that anybody wrote.
LARGEST = 20_000_000
TOO_LARGE = f"larger than {LARGEST // 1_000_000} MB"
