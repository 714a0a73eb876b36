"""One file for each page: what is asked, what is shown, and a template of the same name."""

from takhrij.web.page import Page
from takhrij.web.pages import (
    actor,
    chronicle,
    compare,
    home,
    outlets,
    quotes,
    read,
    report,
    review,
    rule,
    search,
    stories,
    story,
    trace,
)

PAGES: tuple[Page, ...] = (
    home.PAGE,
    search.PAGE,
    read.PAGE,
    trace.PAGE,
    stories.PAGE,
    quotes.PAGE,
    chronicle.PAGE,
    outlets.PAGE,
    review.PAGE,
    report.PAGE,
    compare.PAGE,
    story.PAGE,
    actor.PAGE,
    rule.PAGE,
)
