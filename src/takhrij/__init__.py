"""takhrij: trace Arabic news back to who said it."""

from typing import TYPE_CHECKING

from takhrij.errors import ArticleError, InputError, LexiconError, TakhrijError
from takhrij.model.article import Article
from takhrij.model.reading import Reading

if TYPE_CHECKING:
    from takhrij.reading.reader import Reader

__all__ = ["Article", "ArticleError", "InputError", "LexiconError", "Reader", "Reading", "TakhrijError"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    # The reader brings all rules with it: whoever only handles readings need not wait for them.
    if name == "Reader":
        from takhrij.reading.reader import Reader

        return Reader
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
