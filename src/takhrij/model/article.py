"""One published text and where it came from."""

from takhrij.model.record import Record


class Article(Record, frozen=True, kw_only=True):
    """A report as it was given: `text` is untouched, and every span points into it.

    For a record with a title, `text` is the title, a line break, and the body; `title_end` is then the
    title's length, else 0. `published` is an ISO 8601 date or date and time, or None. `has_own_id` is False where
    the id only tells in which file and line the report was found.
    """

    id: str
    text: str
    title_end: int = 0
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    has_own_id: bool = True
