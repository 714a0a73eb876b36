"""takhrij: trace Arabic news back to who said it."""

from takhrij.errors import ArticleError, InputError, LexiconError, TakhrijError
from takhrij.model.article import Article
from takhrij.model.reading import Reading

__all__ = ["Article", "ArticleError", "InputError", "LexiconError", "Reading", "TakhrijError"]
