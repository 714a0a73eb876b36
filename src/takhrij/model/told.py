"""A report with all it says, as it leaves the archive."""

from takhrij.model.article import Article
from takhrij.model.reading import Reading
from takhrij.model.record import Record


class Told(Record, frozen=True, kw_only=True):
    """One report, its reading, and the id of the report that began its story.

    The article's `id` is the archive's, its `outlet` and `published` are those that the archive knows. Its `text` is
    empty where only the reading was given: what words would say is then left out. `called` are the actors of whom
    somebody decided who they are, each with the letters under which he is one with the actors of other reports.
    """

    article: Article
    reading: Reading
    story: str | None = None
    called: dict[str, str] = {}
