"""One file for each page: what is asked, what is shown, and a template of the same name."""

from takhrij.web.page import Page
from takhrij.web.pages import compare, home, report, search, trace

PAGES: tuple[Page, ...] = (home.PAGE, search.PAGE, report.PAGE, compare.PAGE, trace.PAGE)
