"""The journey from a text to its reading, in one function."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from takhrij.lexicon.world import World, world
from takhrij.model.article import Article
from takhrij.model.heading import Heading
from takhrij.model.name import Name
from takhrij.model.reading import Reading, Report
from takhrij.model.time import Time
from takhrij.reading.chains import follow
from takhrij.reading.events import find_events
from takhrij.reading.heading import find_heading
from takhrij.reading.known import with_world
from takhrij.reading.names import find_names
from takhrij.reading.one_actor import as_one
from takhrij.reading.own_names import with_own_names
from takhrij.reading.partakers import partakers
from takhrij.reading.statements import find_devices
from takhrij.reading.telling import actors, statement
from takhrij.reading.times import find_times
from takhrij.rules.statements.sheet import lay_sheet
from takhrij.text.page import Page, lay_out

_SOME_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The stages. Replace one to try another way: `Reader(find_times=my_grammar)`.

    `lexicon` is the world with a user's own entries, `own_world([path])`; None for what the package knows.
    """

    find_heading: Callable[[Page, Article], Heading] = find_heading
    find_times: Callable[[Page, date | None], tuple[Time, ...]] = find_times
    find_names: Callable[[Page], tuple[Name, ...]] = find_names
    lexicon: World | None = None

    def read(self, article: Article) -> Reading:
        """What `article` says. While it is read, Python's search for garbage that holds itself rests: there is none."""
        searching = gc.isenabled()
        gc.disable()
        try:
            return self._read(article)
        finally:
            if searching:
                gc.enable()

    def _read(self, article: Article) -> Reading:
        """The journey itself. A stage that needs another's work takes it as an argument."""
        page = lay_out(article.text)
        heading = self.find_heading(page, article)
        published = _day(heading.published)
        times = self.find_times(page, published)
        names = self.find_names(page)
        if self.lexicon is not None:
            names = with_own_names(page, names, self.lexicon)
        sheet = lay_sheet(page, heading, times if published else self._weekdays(page), names)
        told, cast = follow(sheet, find_devices(sheet))
        chronicle = find_events(sheet, told, cast, times)
        known = self.lexicon or world()
        players = as_one(sheet, partakers(sheet, told, cast, chronicle.players()), known)
        return Reading(
            id=article.id,
            report=Report(
                outlet=heading.outlet, place=heading.place, published=published.isoformat() if published else None
            ),
            heading=heading,
            times=times,
            statements=tuple(statement(sheet, one) for one in told),
            events=chronicle.events(),
            names=names,
            actors=with_world(actors(sheet, players), known),
        )

    def _weekdays(self, page: Page) -> tuple[Time, ...]:
        """Where weekdays stand in a report without a date: أعلن الجيش السبت is no name, whatever Saturday is meant."""
        return tuple([time for time in self.find_times(page, _SOME_DAY) if time.rule == "times.weekday"])


def _day(published: str | None) -> date | None:
    """The day of an ISO 8601 date or date and time; None where there is none or it is no date."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
